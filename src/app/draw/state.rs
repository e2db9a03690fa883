//! The chip that tells what became of the drawing: kept on the device, waiting, on its way, sent.

use leptos::prelude::*;

use super::ui::{Dialog, Ui};
use crate::app::parts::Icon;
use crate::app::words::words;
use crate::text::Message;

/// What became of what was sent. The words are those of the contract.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Sending {
    /// Nothing waits.
    #[default]
    Empty,
    /// It waits for the network.
    Waiting,
    /// It is on its way.
    Sending,
    /// The host refused it, with the reason.
    Failed(Message),
}

impl Sending {
    /// The word in the page.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Waiting => "waiting",
            Self::Sending => "sending",
            Self::Failed(_) => "failed",
        }
    }
}

/// What became of the drawing: kept here and sent.
#[derive(Clone, Copy)]
pub struct Standing {
    /// Whether the device keeps it: none while it is being kept.
    pub kept: RwSignal<Option<bool>>,
    /// What became of what was sent.
    pub sending: RwSignal<Sending>,
    /// Whether this very drawing has arrived.
    pub arrived: RwSignal<bool>,
}

impl Standing {
    /// Nothing kept, nothing sent.
    pub fn new() -> Self {
        Self {
            kept: RwSignal::new(None),
            sending: RwSignal::default(),
            arrived: RwSignal::new(false),
        }
    }
    fn key(self) -> &'static str {
        match (self.sending.get(), self.arrived.get(), self.kept.get()) {
            (Sending::Waiting, ..) => "state-waiting",
            (Sending::Sending, ..) => "state-sending",
            (Sending::Failed(_), ..) => "state-failed",
            (Sending::Empty, true, _) => "state-sent",
            (Sending::Empty, false, Some(true)) => "state-kept",
            (Sending::Empty, false, Some(false)) => "state-not-kept",
            (Sending::Empty, false, None) => "state-new",
        }
    }
    fn icon(self) -> &'static str {
        match (self.sending.get(), self.arrived.get()) {
            (Sending::Waiting, _) => "clock",
            (Sending::Sending, _) => "send",
            (Sending::Failed(_), _) => "info",
            (Sending::Empty, true) => "done",
            (Sending::Empty, false) => "save",
        }
    }
}

/// The chip; pressed, it shows the receipts.
#[component]
pub fn StateChip(
    /// The panels of the page.
    ui: Ui,
    /// What became of the drawing.
    standing: Standing,
) -> impl IntoView {
    let words = words();
    let look = move || match (
        standing.sending.get(),
        standing.arrived.get(),
        standing.kept.get(),
    ) {
        (Sending::Empty, true, _) => "sent",
        (Sending::Empty, false, Some(false)) => "failed",
        (sending, ..) => sending.word(),
    };
    view! {
        <button class="state" type="button" data-look=look
            data-testid="outbox" data-state=move || standing.sending.with(Sending::word)
            on:click=move |_| ui.open(Dialog::Receipt)>
            <Icon name=Signal::derive(move || standing.icon()) />
            <span>{move || words.key(standing.key())}</span>
        </button>
    }
}
