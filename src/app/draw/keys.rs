//! Keys that mean the drawing though the focus is not on the plan.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::app::browser::{elements, pointer};
use crate::app::session::Session;
use crate::editor::{Event, Key};

/// Takes the keys that work wherever the focus is, but in fields: those with Control, and Escape; and, where the focus
/// came by a pointer, all that do not press what has it. Who clicked a row or a tool and presses Delete means the
/// drawing; who walks by Tab means what has the focus.
pub fn take_keys_anywhere(session: Session) {
    // Asked as the focus comes: once a key is down, every browser calls the focus one of the keyboard.
    let pointed = StoredValue::new(true);
    let came = window_event_listener(leptos::ev::focusin, move |_| {
        pointed.set_value(!elements::is_focus_shown());
    });
    let pressed = window_event_listener(leptos::ev::pointerdown, move |_| pointed.set_value(true));
    let keys = window_event_listener(leptos::ev::keydown, move |event| {
        take(session, &event, pointed.get_value());
    });
    on_cleanup(move || {
        came.remove();
        pressed.remove();
        keys.remove();
    });
}

fn take(session: Session, event: &KeyboardEvent, pointed: bool) {
    if event.default_prevented() || pointer::is_typed_elsewhere(event) {
        return;
    }
    let Some((key, mods)) = pointer::key_of(event) else {
        return;
    };
    let pressing = pointer::is_press_of_button(event) || key == Key::Space;
    let always = mods.command || matches!(key, Key::Escape | Key::Char('?' | '/'));
    if !always && (!pointed || pressing) {
        return;
    }
    let action = session.ask(|editor| editor.action_of(key, mods)).flatten();
    if action.is_some() {
        event.prevent_default();
        session.send(Event::Key(key, mods));
    }
}
