//! The picture of shadows over the plan. It takes no pointer: drawing goes on under it.

use std::time::Duration;

use leptos::html::Canvas;
use leptos::prelude::*;

use super::sun_bar::Chosen;
use crate::app::browser::elements;
use crate::app::browser::layers::Layer;
use crate::app::prefs::prefs;
use crate::app::session::Session;
use crate::rules::Shadows;
use crate::scene::{Scene, Theme, shadows as scene_of};

/// A moved view rests this long before it is painted sharp, in milliseconds.
const REST_MS: u64 = 110;

/// The canvas, following the view, the hour and the drawing.
#[component]
pub(super) fn SunPicture(
    /// The drawing.
    session: Session,
    /// The day and the hour.
    chosen: Chosen,
    /// What throws shadow.
    shadows: Memo<Option<Shadows>>,
) -> impl IntoView {
    let sights = session.sights;
    let canvas = NodeRef::<Canvas>::new();
    let layer = StoredValue::new_local(None::<Layer>);
    let scene = StoredValue::new_local(Scene::default());
    let dark = prefs().map(|prefs| prefs.dark);
    let paint = move || {
        let view = sights.view.get_untracked();
        let theme = match dark.map(|dark| dark.get_untracked()) {
            Some(true) => Theme::DARK,
            _ => Theme::LIGHT,
        };
        let ratio = elements::pixel_ratio();
        let _ = layer.try_update_value(|layer| {
            let Some(layer) = layer else { return };
            let look = sights.look(session);
            let context = layer.wiped(view, ratio);
            scene.with_value(|scene| look.paint_over(context, scene, &view, &theme, ratio));
        });
    };
    Effect::new(move |_| {
        if let Some(canvas) = canvas.get() {
            layer.set_value(Layer::new(canvas));
            paint();
        }
    });
    Effect::new(move |_| {
        let night = dark.is_some_and(|dark| dark.get());
        sights.ratio.track();
        let (day, hour) = (chosen.day.get(), chosen.minutes.get() / 60.0);
        let cast = shadows.with(|shadows| shadows.as_ref().and_then(|shadows| shadows.at(day, hour)));
        scene.set_value(cast.map(|cast| scene_of(&cast, night)).unwrap_or_default());
        paint();
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
    view! { <div class="sun-picture" data-testid="sun-picture"><canvas node_ref=canvas aria-hidden="true"></canvas></div> }
}
