//! A button that saves all that the rules say of the drawing: the document that `mulin check --json` prints.

use leptos::prelude::*;

use crate::app::browser::files::download;
use crate::app::inquiry::{Inquiry, Insight};
use crate::app::parts::Icon;
use crate::app::session::Session;
use crate::app::words::words;

/// The name of the file.
const FILE: &str = "mulin-check.json";

/// The button; while the worker reckons it says so, and when that was given up too.
pub fn save_report(session: Session) -> AnyView {
    let words = words();
    let key = RwSignal::new("findings-save");
    let save = move |_| {
        if key.get_untracked() == "findings-save-reckoning" {
            return;
        }
        key.set("findings-save-reckoning");
        let design = session.design.get_untracked();
        let wanted = move || key.try_get_untracked().is_some();
        session.inquire(Inquiry::Report, design, wanted, move |insight| {
            let line = insight.and_then(Insight::report);
            let is_saved = line.is_some_and(|line| download(FILE, "application/json", line.as_bytes()));
            let _ = key.try_set(if is_saved {
                "findings-save"
            } else {
                "reckon-gave-up"
            });
        });
    };
    view! {
        <button class="button quiet" type="button" data-testid="save-report" on:click=save>
            <Icon name="save" /><span>{move || words.key(key.get())}</span>
        </button>
    }
    .into_any()
}
