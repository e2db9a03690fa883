//! Pointers, wheels and keys, turned into what the editor understands.

use std::cell::Cell;

use leptos::ev::{KeyboardEvent, MouseEvent, PointerEvent, WheelEvent};
use wasm_bindgen::JsCast;

use super::page::is_mac;
use crate::editor::{Button, Key, Mods, Pointer, PointerKind, Shortcut};
use crate::geometry::{ScreenPt, ScreenVec};

/// Where an event of a mouse or finger is in an element, in CSS pixels; may lie outside it.
pub fn place_in(element: &web_sys::Element, event: &MouseEvent) -> ScreenPt {
    place_from(corner_in_window(element), event)
}

/// Where in the window an element begins. To ask it has the browser finish its layout.
pub fn corner_in_window(element: &web_sys::Element) -> ScreenPt {
    let rect = element.get_bounding_client_rect();
    ScreenPt::new(rect.left(), rect.top())
}

fn place_from(corner: ScreenPt, event: &MouseEvent) -> ScreenPt {
    ScreenPt::new(
        f64::from(event.client_x()) - corner.x,
        f64::from(event.client_y()) - corner.y,
    )
}

/// The pointer of an event as the editor knows it.
pub fn pointer_in(element: &web_sys::Element, event: &PointerEvent) -> Pointer {
    // A press: another pointer may have taken the name.
    LAST.set(None);
    pointer_from(corner_in_window(element), event)
}

/// The pointer of an event in an element that begins at a corner.
pub fn pointer_from(corner: ScreenPt, event: &PointerEvent) -> Pointer {
    let id = event.pointer_id();
    Pointer {
        id,
        kind: kind_of(id, event),
        at: place_from(corner, event),
        button: match event.button() {
            1 => Button::Middle,
            2 => Button::Secondary,
            _ => Button::Primary,
        },
        mods: mods_of(event),
    }
}

thread_local! {
    /// The pointer that was last seen, and what points.
    static LAST: Cell<Option<(i32, PointerKind)>> = const { Cell::new(None) };
}

/// What points with a pointer of this name. It keeps both as long as it is there, so that the text is not asked of the
/// browser at every move.
fn kind_of(id: i32, event: &PointerEvent) -> PointerKind {
    let known = LAST.get().filter(|(last, _)| *last == id);
    let kind = known.map_or_else(|| kind_asked(event), |(_, kind)| kind);
    LAST.set(Some((id, kind)));
    kind
}

fn kind_asked(event: &PointerEvent) -> PointerKind {
    match event.pointer_type().as_str() {
        "touch" => PointerKind::Touch,
        "pen" => PointerKind::Pen,
        _ => PointerKind::Mouse,
    }
}

/// Where two quick taps were let go. What pointed the editor knows from the taps before.
pub fn double_in(element: &web_sys::Element, event: &MouseEvent) -> Pointer {
    Pointer {
        id: 0,
        kind: PointerKind::Mouse,
        at: place_in(element, event),
        button: Button::Primary,
        mods: mods_of(event),
    }
}

fn mods_of(event: &MouseEvent) -> Mods {
    Mods {
        shift: event.shift_key(),
        command: event.ctrl_key() || event.meta_key(),
        alt: event.alt_key(),
    }
}

/// The key of an event and the keys held beside it; none while an input method composes, for keys
/// that mean nothing here, and while the focus is in something that takes text.
pub fn key_of(event: &KeyboardEvent) -> Option<(Key, Mods)> {
    if is_composed(event) {
        return None;
    }
    // On a Mac Command does what Control does elsewhere, and Control belongs to the system.
    let (command, other) = if is_mac() {
        (event.meta_key(), event.ctrl_key())
    } else {
        (event.ctrl_key(), event.meta_key())
    };
    // Signs that need AltGr look as if Control and Alt were held.
    let typed = event.get_modifier_state("AltGraph");
    let mods = Mods {
        shift: event.shift_key(),
        command: command && !typed,
        alt: event.alt_key() && !typed,
    };
    let digit = (mods.shift && !mods.command)
        .then(|| Key::shifted_digit(&event.code(), &event.key()))
        .flatten();
    let key = digit.or_else(|| Key::pressed(&event.key(), &event.code()));
    let (command, shift) = (mods.command, mods.shift);
    let macs = |key: &Key| {
        is_mac()
            && Shortcut {
                key: *key,
                shift,
                command,
            }
            .is_the_macs()
    };
    key.filter(|key| !other && !macs(key)).map(|key| (key, mods))
}

/// Whether an input method has the key.
pub fn is_composed(event: &KeyboardEvent) -> bool {
    // 229 is what browsers send for keys that an input method swallowed.
    event.is_composing() || event.key_code() == 229
}

/// Whether the event comes from something that takes text or has keys of its own.
pub fn is_typed_elsewhere(event: &KeyboardEvent) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
        || super::elements::is_dialog_open()
}

/// Whether the key would press the button or link that has the focus.
pub fn is_press_of_button(event: &KeyboardEvent) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    matches!(event.key().as_str(), "Enter" | " ")
        && target.is_some_and(|element| matches!(element.tag_name().as_str(), "BUTTON" | "A" | "SUMMARY"))
}

/// Keeps a pointer's events coming to an element until it is let go.
pub fn capture(element: &web_sys::Element, id: i32) {
    // Fails only for a pointer that is gone already, whose loss is told by another event.
    let _ = element.set_pointer_capture(id);
}

/// Keeps a pointer's events coming to an element, unless it presses a button in it.
pub fn capture_unless_button(element: &web_sys::Element, event: &PointerEvent) {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let on_button = target.is_some_and(|target| target.closest("button").ok().flatten().is_some());
    if !on_button {
        capture(element, event.pointer_id());
    }
}

/// How far a wheel turned, in pixels, and whether it means zoom: with Control held, which is also
/// how browsers tell of a pinch on a trackpad.
pub fn wheel_in(element: &web_sys::Element, event: &WheelEvent) -> (ScreenPt, ScreenVec, bool) {
    const LINE: f64 = 16.0;
    let unit = match event.delta_mode() {
        1 => LINE,
        2 => f64::from(element.client_height()),
        _ => 1.0,
    };
    let by = ScreenVec::new(event.delta_x() * unit, event.delta_y() * unit);
    (place_in(element, event), by, event.ctrl_key() || event.meta_key())
}

/// Whether it is a finger.
pub fn is_touch(event: &PointerEvent) -> bool {
    event.pointer_type() == "touch"
}

/// Whether a touch is so broad that it is a palm and no finger.
pub fn is_palm(event: &PointerEvent) -> bool {
    // A thumb pressed flat is some 40 px broad; browsers that know no breadth say 1 or 23.
    const PALM_PX: i32 = 90;
    is_touch(event) && event.width().max(event.height()) > PALM_PX
}

/// What over the plan, but not on it, a finger came down on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// One of the lengths that stand at the thing in the hand.
    Length,
    /// Anything else that is no field.
    Other,
}

/// What over the plan a finger came down on; none on the plan itself, beside it, and in fields.
pub fn over_plan(event: &PointerEvent) -> Option<Over> {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())?;
    let within = |what: &str| target.closest(what).ok().flatten().is_some();
    let over = is_touch(event) && within(".planbox") && !within("#plan, input, textarea, select");
    over.then(|| match within(".lengths") {
        true => Over::Length,
        false => Over::Other,
    })
}

/// Where in the window a press is that may become a long one: of a finger or a pen, not of a mouse.
pub fn can_be_long(event: &PointerEvent) -> Option<(f64, f64)> {
    let at = (f64::from(event.client_x()), f64::from(event.client_y()));
    (event.pointer_type() != "mouse" && event.button() == 0).then_some(at)
}

/// Calls back whenever the page is left for another window or tab, until the owner is disposed.
pub fn on_left(left: impl Fn() + Clone + 'static) {
    use leptos::prelude::{document, on_cleanup, window_event_listener, window_event_listener_untyped};
    let away = left.clone();
    let blurred = window_event_listener(leptos::ev::blur, move |_| away());
    let hidden = window_event_listener_untyped("visibilitychange", move |_| {
        if document().hidden() {
            left();
        }
    });
    on_cleanup(move || {
        blurred.remove();
        hidden.remove();
    });
}
