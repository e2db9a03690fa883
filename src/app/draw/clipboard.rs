//! Copying and pasting on the page: what is chosen goes out as text, a text comes in as things.

use leptos::task::spawn_local;

use crate::app::browser::{clipboard, elements};
use crate::app::session::Session;
use crate::editor::{Action, Event};
use crate::text::Message;

/// Answers the keys of the clipboard for as long as the page is there.
pub fn answer_keys(session: Session) {
    let copied = move |cut: bool| {
        let text = session.ask(|editor| editor.clip()).flatten()?;
        taken(session, cut);
        Some(text)
    };
    clipboard::on_keys(copied, move |text| session.send(Event::Paste(text)));
}

/// Copies or cuts what is chosen, as a button asks.
pub fn copy(session: Session, cut: bool) {
    let Some(text) = session.ask(|editor| editor.clip()).flatten() else {
        return;
    };
    elements::copy(&text, move |done| match done {
        true => taken(session, cut),
        false => session.teller.tell(Message::new("say-copy-denied")),
    });
}

/// Pastes what lies on the clipboard, as a button asks.
pub fn paste(session: Session) {
    spawn_local(async move {
        match clipboard::read().await {
            Some(text) => session.send(Event::Paste(text)),
            None => session.teller.tell(Message::new("say-paste-denied")),
        }
    });
}

/// What was copied is said; what was cut goes.
fn taken(session: Session, cut: bool) {
    let count = session.ask(|editor| editor.selection().len()).unwrap_or_default();
    if cut {
        session.act(Action::Delete);
    }
    let key = if cut { "say-cut" } else { "say-copied" };
    session.teller.say(Message::new(key).with("n", count));
}
