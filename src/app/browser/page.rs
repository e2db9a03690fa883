//! The page itself: its address, its root element, its media, the few words it keeps.

use leptos::prelude::{request_animation_frame, window};
use wasm_bindgen::prelude::*;

/// The root element, `<html>`.
fn root() -> Option<web_sys::Element> {
    window().document()?.document_element()
}

/// Sets an attribute of `<html>`.
pub fn set_root(name: &str, value: &str) {
    if let Some(root) = root() {
        // Refused only for names that no attribute may have; the names here are all fixed.
        let _ = root.set_attribute(name, value);
    }
}

/// The texts that boot.js fetched beside the program, and the tag of their language.
pub fn given_texts() -> Option<(String, String)> {
    let get = |from: &JsValue, name: &JsValue| js_sys::Reflect::get(from, name).ok();
    let given = get(&get(&window(), &"mulin".into())?, &"texts".into())?;
    let part = |at: u32| js_sys::Reflect::get_u32(&given, at).ok()?.as_string();
    Some((part(0)?, part(1)?))
}

/// Sets the title of the window.
pub fn set_title(title: &str) {
    if let Some(document) = window().document() {
        document.set_title(title);
    }
}

/// Says to whoever measures or tests that the plan is drawn and takes input.
pub fn mark_ready() {
    set_root("data-state", "ready");
    if let Some(performance) = window().performance() {
        // A browser without marks loses a measurement and nothing else.
        let _ = performance.mark("mulin:ready");
    }
}

/// Says that the page shows why it cannot go on.
pub fn mark_failed() {
    set_root("data-state", "failed");
}

/// The query of the address with its `?`, or nothing.
pub fn query() -> String {
    window().location().search().unwrap_or_default()
}

/// What follows `#` in the address.
pub fn fragment() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.strip_prefix('#').unwrap_or_default().to_owned()
}

/// The address without query and fragment.
pub fn base() -> String {
    let location = window().location();
    let origin = location.origin().unwrap_or_default();
    origin + &location.pathname().unwrap_or_default()
}

/// Writes another query into the address without loading and without a new step back.
pub fn replace_query(query: &str) {
    if let Ok(history) = window().history() {
        // Some built-in browsers forbid it; the link is then less exact and nothing is lost.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(query));
    }
}

/// Loads the page anew.
pub fn reload() {
    let _ = window().location().reload();
}

/// Opens the browser's dialog that prints the page.
pub fn print() {
    let _ = window().print();
}

/// Goes to another query of the same page.
pub fn go(query: &str) {
    let _ = window().location().set_search(query);
}

/// An address made whole against the page's own; none when it cannot be one.
pub fn resolved(address: &str) -> Option<String> {
    web_sys::Url::new_with_base(address, &base())
        .ok()
        .map(|url| url.href())
}

/// An address made whole against another.
pub fn resolved_in(address: &str, base: &str) -> Option<String> {
    web_sys::Url::new_with_base(address, base)
        .ok()
        .map(|url| url.href())
}

/// Whether the device is one of Apple's, whose keyboards name keys in their own way.
pub fn is_mac() -> bool {
    window()
        .navigator()
        .platform()
        .is_ok_and(|platform| platform.starts_with("Mac") || platform.starts_with("iP"))
}

/// Does something after the next picture stood on the screen.
pub fn after_paint(what: impl FnOnce() + 'static) {
    // The first frame paints, the second begins when the first was shown.
    request_animation_frame(move || request_animation_frame(what));
}

/// Whether an address, made whole, is of the page's own origin.
pub fn is_same_origin(address: &str) -> bool {
    let own = window().location().origin().ok();
    web_sys::Url::new_with_base(address, &base()).is_ok_and(|url| Some(url.origin()) == own)
}

/// The languages that the browser asks for, most wanted first.
pub fn languages() -> Vec<String> {
    let languages = window().navigator().languages();
    languages.iter().filter_map(|tag| tag.as_string()).collect()
}

fn storage() -> Option<web_sys::Storage> {
    // Blocked storage throws here; the page then starts as if nothing had been kept.
    window().local_storage().ok().flatten()
}

/// A word kept on the device.
pub fn kept(name: &str) -> Option<String> {
    storage()?.get_item(name).ok().flatten()
}

/// Keeps a word on the device, where it lets us.
pub fn keep(name: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(name, value);
    }
}

/// Keeps a text that must be whole; says whether the device took it.
pub fn keep_whole(name: &str, value: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(name, value).is_ok())
}

/// Forgets what was kept.
pub fn forget(name: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(name);
    }
}

/// Whether a media query holds now.
pub fn media(query: &str) -> bool {
    window()
        .match_media(query)
        .ok()
        .flatten()
        .is_some_and(|list| list.matches())
}

/// Calls back whenever a media query begins or ceases to hold, for as long as the page lives.
pub fn on_media(query: &str, mut changed: impl FnMut(bool) + 'static) {
    let Some(list) = window().match_media(query).ok().flatten() else {
        return;
    };
    let listener = Closure::<dyn FnMut(web_sys::MediaQueryListEvent)>::new(
        move |event: web_sys::MediaQueryListEvent| changed(event.matches()),
    );
    let function = listener.as_ref().unchecked_ref();
    if list.add_event_listener_with_callback("change", function).is_ok() {
        // The page's own listener: it is dropped with the page, and the list with it.
        listener.forget();
        std::mem::forget(list);
    }
}
