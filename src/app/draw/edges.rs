//! What lies at the plan's edges: zoom, arrows to look about, north and scale.

use leptos::prelude::*;

use crate::app::parts::ActionButton;
use crate::app::session::Session;
use crate::app::words::{t, words};
use crate::editor::Action;
use crate::text::Message;

/// Zoom and fit, and the layers.
#[component]
pub fn ZoomBar(
    /// The drawing.
    session: Session,
) -> impl IntoView {
    view! {
        <div class="tools right" role="group" aria-label=t!("zoom-name")>
            <ActionButton session action=Action::ZoomIn />
            <ActionButton session action=Action::ZoomOut />
            <ActionButton session action=Action::Fit />
            <ActionButton session action=Action::ShowLayers />
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
    let turn = Memo::new(move |_| session.sights.view.with(|view| view.turn));
    let turned = Memo::new(move |_| turn.get() != 0.0);
    let legend = move || {
        let key = if turned.get() {
            "legend-said-turned"
        } else {
            "legend-said"
        };
        words.say(
            &Message::new(key)
                .number("m", bar.get(), 1)
                .number("n", turn.get(), 0),
        )
    };
    let arrow = move || {
        view! {
            <svg class="north" viewBox="0 0 22 32" aria-hidden="true"
                style:transform=move || format!("rotate({:.1}deg)", -turn.get())>
                <path d="M11 10 17 29l-6-4-6 4z"></path>
                <path d="M8 8V1l6 7V1" fill="none" stroke="currentColor" stroke-width="1.6"></path>
            </svg>
        }
    };
    view! {
        <div class="legend">
            // Turned, the arrow is the way back.
            {move || if turned.get() {
                let back = move |_| session.act(Action::NorthUp);
                view! {
                    <button class="button icon-only" type="button" data-testid="north" on:click=back
                        aria-label=t!("action-north-up") title=t!("action-north-up")>{arrow()}</button>
                }.into_any()
            } else {
                arrow().into_any()
            }}
            <span role="img" aria-label=legend>
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
