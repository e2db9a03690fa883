//! The chip that tells what became of the drawing: kept on the device, waiting, on its way, sent.

use leptos::prelude::*;

use super::keeping::Keeper;
use super::post::Post;
use super::ui::{Dialog, Ui};
use crate::app::outbox::summary_by_ledger;
use crate::app::parts::Icon;
use crate::app::words::words;
use crate::submission::Summary;

/// What the chip says, by the graver of keeping and sending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Said {
    key: &'static str,
    icon: &'static str,
    look: &'static str,
}

fn said(summary: Summary, arrived: bool, kept: Option<bool>) -> Said {
    let (key, icon, look) = match (summary, arrived, kept) {
        (Summary::Failed, ..) => ("state-failed", "info", "failed"),
        (Summary::Sending, ..) => ("state-sending", "send", "sending"),
        (Summary::Waiting, ..) => ("state-waiting", "clock", "waiting"),
        (Summary::Empty, true, _) => ("state-sent", "done", "sent"),
        (Summary::Empty, false, Some(true)) => ("state-kept", "save", "kept"),
        (Summary::Empty, false, Some(false)) => ("state-not-kept", "info", "failed"),
        (Summary::Empty, false, None) => ("state-new", "save", "kept"),
    };
    Said { key, icon, look }
}

/// The chip; pressed, it shows the receipts.
#[component]
pub fn StateChip(
    /// The panels of the page.
    ui: Ui,
    /// Keeps the drawing.
    keeper: Keeper,
    /// What is sent and received.
    post: Post,
) -> impl IntoView {
    let words = words();
    let at_first = summary_by_ledger();
    let summary = Memo::new(move |_| {
        let sender = post.sender.get();
        sender
            .map(|sender| sender.view.with(|view| view.summary))
            .unwrap_or(at_first)
    });
    let said = Memo::new(move |_| said(summary.get(), post.arrived(), keeper.kept.get()));
    view! {
        <button class="state" type="button" data-look=move || said.get().look
            data-testid="outbox" data-state=move || summary.get().word()
            on:click=move |_| ui.open(Dialog::Receipt)>
            <Icon name=Signal::derive(move || said.get().icon) />
            <span>{move || words.key(said.get().key)}</span>
        </button>
    }
}
