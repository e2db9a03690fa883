//! When the network or the person comes back.

use gloo::events::EventListener;
use leptos::prelude::window;
use web_sys::VisibilityState;

/// Calls back whenever sending may succeed again: the network came back, or the page is seen again
/// after a phone slept. Ends when it is dropped.
pub struct Returns(#[expect(dead_code, reason = "held only to be dropped")] Vec<EventListener>);

impl Returns {
    /// Listens.
    pub fn listen(back: impl Fn() + Clone + 'static) -> Self {
        let network = back.clone();
        let mut listeners = vec![EventListener::new(&window(), "online", move |_| network())];
        if let Some(document) = window().document() {
            let seen = document.clone();
            listeners.push(EventListener::new(&document, "visibilitychange", move |_| {
                if seen.visibility_state() == VisibilityState::Visible {
                    back();
                }
            }));
        }
        Self(listeners)
    }
}
