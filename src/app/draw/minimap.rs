//! The small map: the whole estate, and the frame of what is seen, which can be dragged.

use std::time::Duration;

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html::{Canvas, Div};
use leptos::prelude::*;

use crate::app::browser::look::Laid;
use crate::app::browser::{elements, pointer};
use crate::app::parts::Icon;
use crate::app::prefs::prefs;
use crate::app::session::Session;
use crate::app::words::t;
use crate::editor::{Action, Event};
use crate::geometry::{ScreenVec, View, WorldPt};
use crate::scene::{Part, Shown, Theme};

/// Its width and greatest height in pixels.
const SIZE: (f64, f64) = (176.0, 150.0);
/// The picture follows a change of the drawing after it rested so long, in milliseconds.
const REST_MS: u64 = 350;

/// The small map, where it is open.
#[component]
pub fn Minimap(
    /// The drawing.
    session: Session,
    /// Whether there is room for it unasked.
    #[prop(into)]
    wide: Signal<bool>,
) -> impl IntoView {
    let (map, seen) = (session.sights.map, session.sights.view);
    let bounds = session.project.with_value(|project| project.estate.bounds());
    // Where all of the estate is seen, the small map tells nothing and lies over the plan.
    let sees_all = move |view: View| {
        let sheet = view.bounds();
        sheet.contains(bounds.min) && sheet.contains(bounds.max)
    };
    // Begun after the plan stands, which is what one waits for.
    set_timeout(
        move || {
            let unasked = wide.try_get_untracked() == Some(true) && map.try_get_untracked() == Some(None);
            if unasked && seen.try_get_untracked().is_some_and(|view| !sees_all(view)) {
                map.set(Some(true));
            }
        },
        Duration::from_millis(1_200),
    );
    view! {
        <Show when=move || map.get() == Some(true)>
            <Open session />
        </Show>
    }
}

#[component]
fn Open(session: Session) -> impl IntoView {
    let sights = session.sights;
    let bounds = session.project.with_value(|project| project.estate.bounds());
    let tall = SIZE.0 * bounds.height() / bounds.width().max(1.0);
    let size = ScreenVec::new(SIZE.0, tall.clamp(60.0, SIZE.1));
    let view = View::new(WorldPt::default(), 1.0, size).fitted(bounds, 4.0);
    let (map, canvas) = (NodeRef::<Div>::new(), NodeRef::<Canvas>::new());
    let dark = prefs().map(|prefs| prefs.dark);
    let paint = move || {
        let Some(Some(canvas)) = canvas.try_get_untracked() else {
            return;
        };
        let theme = match dark.map(|dark| dark.get_untracked()) {
            Some(true) => Theme::DARK,
            _ => Theme::LIGHT,
        };
        let shown = Shown::default().with(Part::Names, false);
        let laid = Laid::One(session.design.get_untracked());
        sights.look(session).picture(&canvas, &laid, &view, &theme, shown);
    };
    Effect::new(move |_| {
        canvas.track();
        sights.ratio.track();
        if let Some(dark) = dark {
            dark.track();
        }
        paint();
    });
    Effect::new(move |first: Option<()>| {
        let design = session.design.get();
        if first.is_some() && session.ready.get() {
            // Only the last of many changes is painted.
            let rests = move || {
                if session
                    .design
                    .try_get_untracked()
                    .is_some_and(|now| std::sync::Arc::ptr_eq(&now, &design))
                {
                    paint();
                }
            };
            set_timeout(rests, Duration::from_millis(REST_MS));
        }
    });
    let frame = move || {
        let seen = sights
            .view
            .get()
            .corners()
            .map(|corner| view.screen_from_world(corner));
        seen.map(|at| format!("{:.1},{:.1}", at.x, at.y)).join(" ")
    };
    // Where in the frame it was taken, so that it does not jump; pressed beside it, it comes.
    let held = StoredValue::new(None::<ScreenVec>);
    // What the plan showed then: Escape goes back to it.
    let before = StoredValue::new(None::<WorldPt>);
    let go = move |event: &PointerEvent| {
        if let (Some(map), Some(off)) = (map.get_untracked(), held.get_value()) {
            let at = pointer::place_in(&map, event);
            let centre = view.world_from_screen(at - off);
            session.send(Event::Look(centre, None));
        }
    };
    let down = move |event: PointerEvent| {
        let Some(element) = map.get_untracked() else {
            return;
        };
        pointer::capture(&element, event.pointer_id());
        let at = pointer::place_in(&element, &event);
        let now = sights.view.get_untracked();
        let inside = {
            let seen = now.screen_from_world(view.world_from_screen(at));
            (0.0..now.size.x).contains(&seen.x) && (0.0..now.size.y).contains(&seen.y)
        };
        let off = if inside {
            at - view.screen_from_world(now.centre)
        } else {
            ScreenVec::default()
        };
        held.set_value(Some(off));
        before.set_value(Some(now.centre));
        go(&event);
    };
    let key = move |event: KeyboardEvent| {
        let action = match event.key().as_str() {
            "ArrowLeft" => Action::PanLeft,
            "ArrowRight" => Action::PanRight,
            "ArrowUp" => Action::PanUp,
            "ArrowDown" => Action::PanDown,
            "+" | "=" => Action::ZoomIn,
            "-" => Action::ZoomOut,
            "Escape" if held.get_value().is_some() => {
                event.prevent_default();
                event.stop_propagation();
                held.set_value(None);
                if let Some(centre) = before.get_value() {
                    session.send(Event::Look(centre, None));
                }
                return;
            }
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        session.act(action);
    };
    let px = |length: f64| format!("{length:.0}px");
    view! {
        <aside class="minimap" data-testid="minimap" aria-label=t!("map-name")>
            <div class="picture" node_ref=map role="application" tabindex="0" aria-label=t!("map-said")
                style:width=px(size.x) style:height=px(size.y)
                on:pointerdown=down on:pointermove=move |event| go(&event) on:keydown=key
                on:pointerup=move |_| held.set_value(None) on:pointercancel=move |_| held.set_value(None)
                on:lostpointercapture=move |_| held.set_value(None)>
                <canvas node_ref=canvas aria-hidden="true"></canvas>
                <svg aria-hidden="true"><polygon points=frame></polygon></svg>
            </div>
            <button class="button icon-only quiet" type="button" aria-label=t!("map-close") title=t!("map-close")
                on:click=move |_| { sights.map.set(Some(false)); elements::focus_on("#plan"); }>
                <Icon name="cancel" />
            </button>
        </aside>
    }
}
