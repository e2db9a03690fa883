//! The estate as it is, laid over the drawing as far as a slider says: left before, right after.

use std::time::Duration;

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html::{Canvas, Div};
use leptos::prelude::*;

use crate::app::browser::layers::Layer;
use crate::app::browser::{elements, pointer};
use crate::app::prefs::prefs;
use crate::app::session::Session;
use crate::app::sights::Compare;
use crate::app::words::{t, words};
use crate::scene::Theme;
use crate::text::Message;

/// A moved view rests this long before it is painted sharp, in milliseconds.
const REST_MS: u64 = 110;
/// What an arrow key moves the slider by, in hundredths of the plan's width, and a page key.
const STEP: (f64, f64) = (5.0, 20.0);

/// The estate as it is, where it is asked for.
#[component]
pub fn Before(
    /// The drawing.
    session: Session,
) -> impl IntoView {
    let compare = session.sights.compare;
    let shown = Memo::new(move |_| compare.get() != Compare::After);
    // Whoever takes something to place wants to see where it goes.
    Effect::new(move |_| {
        let places = session.tool.with(|tool| tool.picked.is_some());
        if places && compare.get_untracked() == Compare::Before {
            compare.set(Compare::After);
        }
    });
    let split = Memo::new(move |_| matches!(compare.get(), Compare::Split(_)));
    view! {
        <Show when=move || shown.get()>
            <Picture session />
        </Show>
        <Show when=move || split.get() fallback=move || {
            let name = t!("compare-before");
            move || shown.get().then(|| view! { <span class="side-name" aria-hidden="true">{name}</span> })
        }>
            <Slider session />
        </Show>
    }
}

/// The picture of what is there, cut off at the slider. It takes no pointer: what is pressed goes
/// to the plan under it.
#[component]
fn Picture(session: Session) -> impl IntoView {
    let sights = session.sights;
    let canvas = NodeRef::<Canvas>::new();
    let layer = StoredValue::new_local(None::<Layer>);
    let dark = prefs().map(|prefs| prefs.dark);
    let paint = move || {
        let view = sights.view.get_untracked();
        let theme = match dark.map(|dark| dark.get_untracked()) {
            Some(true) => Theme::DARK,
            _ => Theme::LIGHT,
        };
        let (ratio, shown) = (elements::pixel_ratio(), sights.layers.get_untracked().shown);
        let design = session.design.get_untracked();
        let _ = layer.try_update_value(|layer| {
            let Some(layer) = layer else { return };
            let look = sights.look(session);
            let context = layer.wiped(view, ratio);
            look.paint_estate(context, &view, &theme, ratio, shown);
            look.paint_footprints(context, &design, &view, &theme, ratio);
        });
    };
    Effect::new(move |_| {
        if let Some(canvas) = canvas.get() {
            layer.set_value(Layer::new(canvas));
            paint();
        }
    });
    Effect::new(move |first: Option<()>| {
        if let Some(dark) = dark {
            dark.track();
        }
        sights.layers.track();
        sights.ratio.track();
        session.design.track();
        if first.is_some() {
            paint();
        }
    });
    Effect::new(move |_| {
        let view = sights.view.get();
        // Moved at once, and painted when it rests.
        let resized = layer.try_update_value(|layer| {
            let Some(layer) = layer else { return false };
            layer.shifted(view);
            !layer.is_of_size(view)
        });
        if resized == Some(true) {
            return paint();
        }
        let rests = move || {
            let still = sights.view.try_get_untracked() == Some(view);
            let stale =
                layer.try_with_value(|layer| layer.as_ref().is_some_and(|layer| !layer.is_sharp(view)));
            if still && stale == Some(true) {
                paint();
            }
        };
        set_timeout(rests, Duration::from_millis(REST_MS));
    });
    let cut = move || {
        format!(
            "inset(0 {:.3}% 0 0)",
            100.0 * (1.0 - sights.compare.get().share())
        )
    };
    view! {
        <div class="before-picture" data-testid="before" style:clip-path=cut>
            <canvas node_ref=canvas aria-hidden="true"></canvas>
        </div>
    }
}

/// The line between before and after, moved by hand or by keys.
#[component]
fn Slider(session: Session) -> impl IntoView {
    let words = words();
    let compare = session.sights.compare;
    let line = NodeRef::<Div>::new();
    let held = StoredValue::new(false);
    let percent = Memo::new(move |_| (compare.get().share() * 100.0).round());
    let set = move |percent: f64| compare.set(Compare::Split((percent / 100.0).clamp(0.0, 1.0)));
    let down = move |event: PointerEvent| {
        if let Some(line) = line.get_untracked() {
            event.prevent_default();
            elements::focus(&line);
            pointer::capture(&line, event.pointer_id());
            held.set_value(true);
        }
    };
    let moved = move |event: PointerEvent| {
        if !held.get_value() {
            return;
        }
        let box_ = line.get_untracked().and_then(|line| line.parent_element());
        if let Some(box_) = box_ {
            let width = elements::size_of(&box_).x.max(1.0);
            set(100.0 * pointer::place_in(&box_, &event).x / width);
        }
    };
    let key = move |event: KeyboardEvent| {
        let now = percent.get_untracked();
        let next = match event.key().as_str() {
            "ArrowLeft" | "ArrowDown" => now - STEP.0,
            "ArrowRight" | "ArrowUp" => now + STEP.0,
            "PageDown" => now - STEP.1,
            "PageUp" => now + STEP.1,
            "Home" => 0.0,
            "End" => 100.0,
            "Escape" => {
                event.stop_propagation();
                session
                    .teller
                    .say(Message::new(session.sights.compared(Compare::After)));
                elements::focus_on("#plan");
                return;
            }
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        set(next);
    };
    let said = move || words.say(&Message::new("split-said").number("n", percent.get(), 0));
    view! {
        <div class="wipe" node_ref=line role="slider" tabindex="0" data-testid="wipe"
            aria-orientation="horizontal" aria-label=t!("split-name") aria-valuemin="0" aria-valuemax="100"
            aria-valuenow=move || percent.get().to_string() aria-valuetext=said
            style:left=move || format!("{:.3}%", compare.get().share() * 100.0)
            on:pointerdown=down on:pointermove=moved on:keydown=key
            on:pointerup=move |_| held.set_value(false) on:pointercancel=move |_| held.set_value(false)
            on:lostpointercapture=move |_| held.set_value(false)>
            <span class="side-name before" aria-hidden="true">{t!("compare-before")}</span>
            <span class="side-name after" aria-hidden="true">{t!("compare-after")}</span>
            <span class="grip" aria-hidden="true"><crate::app::parts::Icon name="split" /></span>
        </div>
    }
}
