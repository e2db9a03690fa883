//! The one sentence after a drop: what it won and what it lost. It stands at the plan's edge for a while,
//! takes no touch, and is said to whoever does not see it.

use std::time::Duration;

use leptos::prelude::*;

use crate::app::session::Session;
use crate::app::words::words;

/// How long it stays.
const STAYS: Duration = Duration::from_secs(14);

/// The sentence.
#[component]
pub fn Told(
    /// The drawing.
    session: Session,
) -> impl IntoView {
    let words = words();
    let told = session.told;
    Effect::new(move |_| {
        let Some(number) = told.with(|told| told.as_ref().map(|told| told.0)) else {
            return;
        };
        let forget = move || {
            let now = told.try_get_untracked().flatten();
            if now.is_some_and(|now| now.0 == number) {
                told.set(None);
            }
        };
        set_timeout(forget, STAYS);
    });
    // While something is in the hand, the figures say what it would do.
    let held = Memo::new(move |_| session.live.with(Option::is_some));
    view! {
        <p class="told" role="status" aria-live="polite" data-testid="told"
            hidden=move || held.get() || told.with(Option::is_none)>
            {move || told.with(|told| told.as_ref().map(|told| words.say(&told.1)))}
        </p>
    }
}
