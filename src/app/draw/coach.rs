//! One word for the first visit: it points at the palette, and goes when something was placed or
//! it was closed.

use leptos::prelude::*;

use crate::app::browser::page;
use crate::app::parts::Icon;
use crate::app::session::Session;
use crate::app::words::t;

const SEEN: &str = "mulin.coached";

/// The coach mark.
#[component]
pub fn Coach(
    /// The drawing.
    session: Session,
) -> impl IntoView {
    let seen = RwSignal::new(page::kept(SEEN).is_some());
    let close = move || {
        seen.set(true);
        page::keep(SEEN, "yes");
    };
    let begun = Memo::new(move |_| {
        session.design.with(|design| !design.is_empty())
            || session
                .tool
                .with(|tool| tool.picked.is_some() || !tool.path.starts_with("select"))
    });
    Effect::new(move |_| {
        if begun.get() && !seen.get_untracked() {
            close();
        }
    });
    view! {
        <Show when=move || !seen.get()>
            <div class="coach arrive" role="note">
                <span>{t!("coach-palette")}</span>
                <button class="button icon-only" type="button" aria-label=t!("toast-close") on:click=move |_| close()>
                    <Icon name="cancel" />
                </button>
            </div>
        </Show>
    }
}
