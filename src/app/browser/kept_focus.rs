//! The focus never falls to the page itself: when what had it goes away, as a button does with the thing that it
//! deleted, what is nearest gets it, so that who works by keys or by a screen reader goes on where they were.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::{document, window_event_listener};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::elements;
use super::page;

/// What may get the focus; no field, which would open a phone's keyboard.
const CAN: &str = "button:not([disabled]), a[href], summary, [tabindex]:not([tabindex='-1'])";
/// What gets it when nothing near is left.
const LAST: &str = "[data-testid=plan], main";

/// What had the focus last, and what it stood in, from the inside out.
type Last = Rc<RefCell<Vec<Element>>>;

/// Keeps the focus for as long as the page is there.
pub fn keep_focus() {
    let last = Last::default();
    let known = last.clone();
    let came = window_event_listener(leptos::ev::focusin, move |event| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let chain = std::iter::successors(target, |element| element.parent_element());
        known.replace(chain.collect());
    });
    let known = last.clone();
    let pressed = window_event_listener(leptos::ev::keydown, move |_| {
        // Also before a key does anything: what went away by itself is noticed now.
        restore(&known);
        restore_after_paint(&known);
    });
    let clicked = window_event_listener(leptos::ev::click, move |event| {
        // By Enter, the space bar or a screen reader; who points at something has no need of it.
        if event.detail() == 0 {
            restore_after_paint(&last);
        }
    });
    leptos::prelude::on_cleanup(move || {
        [came, pressed, clicked]
            .into_iter()
            .for_each(|each| each.remove())
    });
}

fn restore_after_paint(last: &Last) {
    let last = last.clone();
    page::after_paint(move || restore(&last));
}

/// Gives the focus to what is nearest to where it was, if nothing has it any more.
fn restore(last: &Last) {
    let lost = document()
        .active_element()
        .is_none_or(|active| active.tag_name() == "BODY");
    // Asked at every key: seldom is anything lost.
    if !lost {
        return;
    }
    // A copy, since to give the focus is to be told of it.
    let last = last.borrow().clone();
    let [gone, around @ ..] = &*last else { return };
    if is_seen(gone) {
        return;
    }
    let near = around
        .iter()
        .filter(|element| is_seen(element) && element.tag_name() != "BODY");
    let found = near.filter_map(first_within).next();
    match found {
        Some(element) => elements::focus(&element),
        None => elements::focus_on(LAST),
    }
}

/// The first element in another, or that itself, that can have the focus.
fn first_within(element: &Element) -> Option<Element> {
    if element.matches(CAN).unwrap_or(false) {
        return Some(element.clone());
    }
    let all = element.query_selector_all(CAN).ok()?;
    (0..all.length())
        .filter_map(|at| all.item(at)?.dyn_into::<Element>().ok())
        .find(is_seen)
}

/// Whether an element is in the page and takes any room there.
fn is_seen(element: &Element) -> bool {
    let html = element.dyn_ref::<HtmlElement>();
    element.is_connected() && html.is_none_or(|html| html.offset_width() > 0 || html.offset_height() > 0)
}
