//! The clipboard: by the browser's own events for its keys, so that no one is asked for leave, and
//! by its interface for buttons.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

/// Answers the browser's copy, cut and paste, unless they mean text that is typed or marked
/// elsewhere. `copied` gives the text, and is told whether it is cut; none leaves it to the browser.
pub fn on_keys(copied: impl Fn(bool) -> Option<String> + 'static, pasted: impl Fn(String) + 'static) {
    let copied = std::rc::Rc::new(copied);
    for name in ["copy", "cut"] {
        let copied = copied.clone();
        listen(name, move |event, data| {
            if let Some(text) = copied(name == "cut")
                && data.set_data("text/plain", &text).is_ok()
            {
                event.prevent_default();
            }
        });
    }
    listen("paste", move |event, data| {
        if let Ok(text) = data.get_data("text/plain") {
            event.prevent_default();
            pasted(text);
        }
    });
}

fn listen(name: &'static str, answer: impl Fn(&web_sys::Event, &web_sys::DataTransfer) + 'static) {
    let handle = window_event_listener_untyped(name, move |event| {
        let data = js_sys::Reflect::get(&event, &JsValue::from_str("clipboardData"));
        let data = data
            .ok()
            .and_then(|data| data.dyn_into::<web_sys::DataTransfer>().ok());
        if let Some(data) = data.filter(|_| !is_elsewhere(&event)) {
            answer(&event, &data);
        }
    });
    on_cleanup(move || handle.remove());
}

/// Whether it is about a field, a dialog, or text that is marked on the page.
fn is_elsewhere(event: &web_sys::Event) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let typed = target.is_some_and(|element| {
        matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
            || element.closest("dialog[open]").ok().flatten().is_some()
    });
    let marked = window()
        .get_selection()
        .ok()
        .flatten()
        .is_some_and(|selection| !selection.is_collapsed());
    typed || marked
}

/// Reads the clipboard's text, as a button asks; none where the browser does not allow it.
pub async fn read() -> Option<String> {
    let clipboard = window().navigator().clipboard();
    // Pages that are not served securely have none.
    if clipboard.is_undefined() {
        return None;
    }
    let text = wasm_bindgen_futures::JsFuture::from(clipboard.read_text()).await;
    text.ok().and_then(|text| text.as_string())
}
