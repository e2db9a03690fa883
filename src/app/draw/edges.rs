//! What lies at the plan's edges: zoom, arrows to look about, north and scale.

use leptos::prelude::*;

use crate::app::parts::ActionButton;
use crate::app::session::Session;
use crate::app::words::{t, words};
use crate::editor::Action;
use crate::text::Message;

/// Zoom and fit; with arrows where the keys and the wheel are not at hand.
#[component]
pub fn ZoomBar(
    /// The drawing.
    session: Session,
) -> impl IntoView {
    let arrows = RwSignal::new(false);
    view! {
        <div class="tools right" role="group" aria-label=t!("zoom-name")>
            <Show when=move || arrows.get()>
                <div class="panpad">
                    <ActionButton session action=Action::PanUp class="up" />
                    <ActionButton session action=Action::PanLeft class="west" />
                    <ActionButton session action=Action::PanRight class="east" />
                    <ActionButton session action=Action::PanDown class="down" />
                </div>
            </Show>
            <ActionButton session action=Action::ZoomIn />
            <ActionButton session action=Action::ZoomOut />
            <ActionButton session action=Action::Fit />
            <button class="button icon-only" type="button" aria-label=t!("arrows-toggle") title=t!("arrows-toggle")
                aria-expanded=move || if arrows.get() { "true" } else { "false" }
                on:click=move |_| arrows.update(|shown| *shown = !*shown)>
                <crate::app::parts::Icon name="find" />
            </button>
        </div>
    }
}

/// North and the scale.
#[component]
pub fn Legend(
    /// The drawing.
    session: Session,
) -> impl IntoView {
    let words = words();
    let bar = Memo::new(move |_| bar_metres(session.scale.get()));
    let said = move || words.say(&Message::new("scale-metres").number("m", bar.get(), 1));
    view! {
        <div class="legend" role="img" aria-label=move || words.say(&Message::new("legend-said").number("m", bar.get(), 1))>
            <svg class="north" viewBox="0 0 22 32" aria-hidden="true">
                <path d="M11 10 17 29l-6-4-6 4z"></path>
                <path d="M8 8V1l6 7V1" fill="none" stroke="currentColor" stroke-width="1.6"></path>
            </svg>
            <span aria-hidden="true">
                {said}
                <span class="bar" style:width=move || format!("{:.1}px", bar.get() * session.scale.get())></span>
            </span>
        </div>
    }
}

/// The round length whose bar is between 50 and 130 pixels long.
fn bar_metres(scale: f64) -> f64 {
    const ROUND: [f64; 13] = [
        0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1_000.0,
    ];
    ROUND
        .into_iter()
        .find(|metres| metres * scale >= 50.0)
        .unwrap_or(1_000.0)
}
