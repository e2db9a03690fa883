//! The page over the whole screen.

use leptos::prelude::document;

/// Fills the screen with the page, or gives the screen back.
pub fn toggle() {
    let document = document();
    if document.fullscreen_element().is_some() {
        document.exit_fullscreen();
    } else if let Some(root) = document.document_element() {
        // Refused where the browser or a frame around the page forbids it; the page then stays as it is.
        let _ = root.request_fullscreen();
    }
}

/// Whether the page's address is one that only this machine can open.
pub fn is_on_this_machine_only() -> bool {
    let host = leptos::prelude::window()
        .location()
        .hostname()
        .unwrap_or_default();
    matches!(host.as_str(), "localhost" | "127.0.0.1" | "[::1]" | "")
}
