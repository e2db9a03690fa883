//! One short message at a time: told to everyone, said to a screen reader, closed by hand or after
//! twenty seconds.

use std::time::Duration;

use leptos::prelude::*;

use super::Icon;
use crate::app::words::{t, words};
use crate::text::Message;

/// How long a message stays unless it is closed.
const STAYS: Duration = Duration::from_secs(20);

/// Where messages are told; shared by a page's components.
#[derive(Clone, Copy, Debug)]
pub struct Teller {
    told: RwSignal<Option<(u64, Message)>>,
    said: RwSignal<Option<(u64, Message)>>,
    count: StoredValue<u64>,
}

impl Default for Teller {
    fn default() -> Self {
        Self::new()
    }
}

impl Teller {
    /// With nothing told yet.
    pub fn new() -> Self {
        Self {
            told: RwSignal::new(None),
            said: RwSignal::new(None),
            count: StoredValue::new(0),
        }
    }
    fn next(self) -> u64 {
        self.count.update_value(|count| *count += 1);
        self.count.get_value()
    }
    /// Shows a message and says it; it takes the place of the one before.
    pub fn tell(self, message: Message) {
        let number = self.next();
        self.told.set(Some((number, message)));
        let forget = move || {
            let told = self.told.try_get_untracked().flatten();
            if told.is_some_and(|(told, _)| told == number) {
                self.told.set(None);
            }
        };
        set_timeout(forget, STAYS);
    }
    /// Says a message to a screen reader, and shows nothing.
    pub fn say(self, message: Message) {
        let number = self.next();
        self.said.set(Some((number, message)));
    }
}

/// Shows what a [`Teller`] tells, and holds what it says where screen readers listen.
#[component]
pub fn Toasts(
    /// What is told.
    teller: Teller,
    /// At the top, as on phones, where the thumb does not cover it.
    #[prop(into)]
    top: Signal<bool>,
) -> impl IntoView {
    let words = words();
    let close = t!("toast-close");
    let said = move || {
        teller.said.get().map(|(number, message)| {
            // The same sentence twice must be another text for a screen reader to say it again.
            let again = if number % 2 == 0 { "\u{200b}" } else { "" };
            words.say(&message) + again
        })
    };
    view! {
        <p class="aloud" role="status" aria-live="polite" data-testid="said">{said}</p>
        <div role="status" aria-live="polite">
            {move || teller.told.get().map(|(_, message)| view! {
                <div class="toast" class:top=move || top.get()>
                    <span>{move || words.say(&message)}</span>
                    <button class="button icon-only" type="button" aria-label=close
                        on:click=move |_| teller.told.set(None)>
                        <Icon name="cancel" />
                    </button>
                </div>
            })}
        </div>
    }
}
