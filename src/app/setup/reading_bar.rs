//! How far the reading of a file is, and a hand to end it.

use std::time::Duration;

use leptos::prelude::*;

use crate::app::browser::exchanger::Course;
use crate::app::words::{t, words};
use crate::text::Message;

/// When so long it is not done, it is said how long it is waited for.
const UNTOLD: Duration = Duration::from_millis(2_500);

/// A bar of percents with what is being read; without a percent yet, a bar that only says that something is going on.
#[component]
pub fn ReadingBar(
    /// What is read.
    name: String,
    /// How far it is.
    course: Course,
    /// Ends it.
    stop: Callback<()>,
) -> impl IntoView {
    let words = words();
    let label = Message::new("setup-reading").with("name", name);
    let shown = move || {
        let percent = course.percent.get()?;
        Some(words.say(&Message::new("setup-reading-at").with("percent", usize::from(percent))))
    };
    let is_slow = RwSignal::new(false);
    let tell = move || {
        // The bar may be gone by then.
        let _ = is_slow.try_set(true);
    };
    set_timeout(tell, UNTOLD);
    let slow = move || {
        let seconds = course.patience.get().filter(|_| is_slow.get())?.as_secs();
        Some(words.say(&Message::new("setup-reading-slow").with("seconds", seconds as usize)))
    };
    let now = move || course.percent.get().map(|percent| percent.to_string());
    view! {
        <div class="readingbar" data-testid="setup-progress">
            <progress max="100" value=now aria-valuenow=now aria-valuemin="0" aria-valuemax="100" aria-valuetext=shown
                aria-label=move || words.say(&label)></progress>
            <span aria-hidden="true">{shown}</span>
            <button class="button" type="button" data-testid="setup-stop" on:click=move |_| stop.run(())>
                {t!("setup-reading-stop")}
            </button>
            <p class="small soft" role="status" data-testid="setup-reading-slow">{slow}</p>
        </div>
    }
}
