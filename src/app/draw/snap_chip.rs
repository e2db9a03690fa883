//! The chip that says what things snap to; pressed, it goes on to the next.

use leptos::prelude::*;

use crate::app::parts::Icon;
use crate::app::session::Session;
use crate::app::words::words;
use crate::editor::Action;
use crate::text::Message;

/// The chip, among the tools: an icon over the name of the mode.
#[component]
pub fn SnapChip(
    /// The drawing.
    session: Session,
) -> impl IntoView {
    let words = words();
    let mode = Memo::new(move |_| session.tool.with(|tool| tool.snap));
    let named = move || words.key(mode.get().key());
    let said =
        move || words.say(&Message::new("snap-chip-hint").with("mode", Message::new(mode.get().key())));
    view! {
        <button class="button snap-chip" type="button" data-testid="snap-chip" data-mode=move || mode.get().word()
            aria-label=said title=move || format!("{} (S)", said())
            on:click=move |_| session.act(Action::NextSnap)>
            <Icon name="snap" />
            <span aria-hidden="true">{named}</span>
        </button>
    }
}
