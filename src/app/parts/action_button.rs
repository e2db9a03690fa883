//! A button for an action of the editor's table: name, icon, keys, and the reason when it cannot
//! be done now.

use leptos::prelude::*;

use super::Icon;
use crate::app::browser::page;
use crate::app::session::Session;
use crate::app::words::words;
use crate::editor::{Action, ActionRow};
use crate::text::Message;

/// A button that does an action. It keeps the focus when the action becomes impossible, so that
/// the keyboard never falls off the page; the reason is then its description.
#[component]
pub fn ActionButton(
    /// Where the action is done.
    session: Session,
    /// Which action.
    action: Action,
    /// Whether the name stands beside the icon.
    #[prop(optional)]
    named: bool,
    /// Classes beside `button`.
    #[prop(optional, into)]
    class: &'static str,
    /// Whether it shows as pressed, where it is a state.
    #[prop(optional, into)]
    pressed: Option<Signal<bool>>,
) -> impl IntoView {
    let words = words();
    let row = action.row();
    let why = Memo::new(move |_| session.can(action).reason());
    let keys = first_key(row).unwrap_or_default();
    let name = move || words.key(row.key);
    let title = move || match (why.get(), keys.is_empty()) {
        (Some(reason), _) => words.say(
            &Message::new("action-cannot")
                .with("name", words.key(row.key))
                .with("why", Message::new(reason)),
        ),
        (None, true) => words.key(row.key),
        (None, false) => format!("{} ({keys})", words.key(row.key)),
    };
    let press = move |_| match why.get_untracked() {
        Some(reason) => session.teller.tell(Message::new(reason)),
        None => session.act(action),
    };
    view! {
        <button
            class=format!("button {} {class}", if named { "" } else { "icon-only" })
            type="button"
            data-action=row.key
            title=title
            aria-label=name
            aria-disabled=move || why.get().map(|_| "true")
            aria-pressed=move || pressed.map(|pressed| if pressed.get() { "true" } else { "false" })
            on:click=press
        >
            <Icon name=row.icon />
            {named.then(|| view! { <span>{name}</span> })}
        </button>
    }
}

/// The first of an action's keys as it is written on the keyboards of this device.
pub fn first_key(row: &ActionRow) -> Option<String> {
    row.labels(page::is_mac()).next()
}
