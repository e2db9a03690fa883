//! What may wait until all of the program is there (src/ARCHITECTURE.md, "The second part").

use gloo::events::EventListener;
use leptos::prelude::*;

/// Whether all of the program is there; shared by every component.
#[derive(Clone, Copy, Debug)]
pub struct Whole(ReadSignal<bool>);

impl Whole {
    /// Listens to boot.js, which says it by an attribute and by an event.
    pub fn listen() -> Self {
        let root = window()
            .document()
            .and_then(|document| document.document_element());
        let there = root.is_none_or(|root| root.has_attribute("data-whole"));
        let (whole, set) = signal(there);
        if !there {
            // It comes once at most, and the page is there as long.
            EventListener::once(&window(), "mulin:whole", move |_| set.set(true)).forget();
        }
        Self(whole)
    }

    /// Whether it is; what reads this is run again when it comes.
    pub fn get(self) -> bool {
        self.0.get()
    }
}
