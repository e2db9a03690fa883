//! Where the focus goes, and what is seen of an element.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;

use super::elements::until_cleanup;

/// Whether the focus stays within the element that heard it leave, or goes nowhere at all, as
/// when the window is left or a plain spot of the panel is pressed.
pub fn stays_within(event: &web_sys::FocusEvent) -> bool {
    let there = event
        .related_target()
        .and_then(|target| target.dyn_into::<web_sys::Node>().ok());
    let here = event
        .current_target()
        .and_then(|target| target.dyn_into::<web_sys::Node>().ok());
    match (here, there) {
        (Some(here), Some(there)) => here.contains(Some(&there)),
        _ => true,
    }
}

/// Whether an event comes from inside an element.
pub fn is_in(element: &web_sys::Element, event: &web_sys::Event) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Node>().ok());
    target.is_some_and(|target| element.contains(Some(&target)))
}

/// Calls back once an element comes near to being seen, and never again.
pub fn on_seen(element: &web_sys::Element, seen: impl FnOnce() + 'static) {
    let seen = RefCell::new(Some(seen));
    let callback = Closure::<dyn FnMut(js_sys::Array, web_sys::IntersectionObserver)>::new(
        move |entries: js_sys::Array, observer: web_sys::IntersectionObserver| {
            let is_seen = entries.iter().any(|entry| {
                entry
                    .dyn_into::<web_sys::IntersectionObserverEntry>()
                    .is_ok_and(|entry| entry.is_intersecting())
            });
            if is_seen {
                observer.disconnect();
                if let Some(seen) = seen.borrow_mut().take() {
                    seen();
                }
            }
        },
    );
    let Ok(observer) = web_sys::IntersectionObserver::new(callback.as_ref().unchecked_ref()) else {
        return;
    };
    observer.observe(element);
    until_cleanup((observer, callback), |(observer, _)| observer.disconnect());
}

/// Gives the focus to the element that comes so many places after the one that an event comes
/// from, among those that a selector names.
pub fn focus_neighbour(event: &web_sys::Event, selector: &str, by: i32) {
    let Some(list) = leptos::prelude::document().query_selector_all(selector).ok() else {
        return;
    };
    let own = event.current_target().map(JsValue::from);
    let at = (0..list.length()).find(|at| list.item(*at).map(JsValue::from) == own);
    let next = at
        .and_then(|at| at.checked_add_signed(by))
        .and_then(|at| list.item(at));
    if let Some(next) = next.and_then(|next| next.dyn_into::<web_sys::HtmlElement>().ok()) {
        // Fails only for what cannot take the focus, and buttons can.
        let _ = next.focus();
    }
}

/// Scrolls so far that an element is seen, and not at all where it is.
pub fn bring_into_sight(element: &web_sys::Element) {
    let how = web_sys::ScrollIntoViewOptions::new();
    how.set_block(web_sys::ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&how);
}

/// The arrow keys go from one element of a selector to the next.
pub fn step_among(selector: &'static str) -> impl Fn(web_sys::KeyboardEvent) + Clone + 'static {
    move |event| {
        let by = match event.key().as_str() {
            "ArrowDown" => 1,
            "ArrowUp" => -1,
            _ => return,
        };
        event.prevent_default();
        focus_neighbour(&event, selector, by);
    }
}
