//! The map: what is there, what is chosen, and the edge while it is drawn.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::press::pressed;
use super::state::{Setup, Tool};
use crate::app::browser::look::{Laid, Look};
use crate::app::browser::underlay::{self, LaidPicture};
use crate::app::desk::theme;
use crate::app::parts::Icon;
use crate::app::parts::plan_view::{PlanView, STEP, SharedLook, Tie};
use crate::app::words::{t, words};
use crate::scene::chosen_scene;
use crate::setup::Picture;

/// A press reaches so far, in pixels.
const REACH_PX: f64 = 14.0;

/// The map with its buttons.
#[component]
pub fn SetupMap(
    /// The set-up.
    setup: Setup,
) -> impl IntoView {
    let words = words();
    let look = SharedLook::new(Look::new(Arc::new(setup.draft().project())));
    let held = StoredValue::new_local(None);
    Effect::new(move |_| {
        let draft = setup.history.with_untracked(|history| history.now().clone());
        if setup.changes.get() > 0 {
            look.replace(Look::new(Arc::new(draft.project())));
        }
        lay_picture(look, held, draft.picture);
    });
    let laid = Signal::derive(move || {
        let draft = setup.draft();
        let chosen = setup.chosen.get();
        let things = chosen.iter().filter_map(|id| draft.thing(id));
        Laid::Marks(Arc::new(chosen_scene(things, &setup.corners.get())))
    });
    let tie = Tie::new(look, Signal::stored(None));
    let tap = Callback::new(move |at| pressed(setup, at, REACH_PX / tie.view().scale));
    provide_context(tie);
    let label = Signal::derive(move || words.key("setup-plan"));
    view! {
        <div class="mapbox">
            <PlanView tie laid theme=theme() label keys=true on_tap=tap />
            <div class="tools right" role="group" aria-label=t!("setup-plan")>
                <button class="button icon-only" type="button" aria-label=t!("wall-zoom-in")
                    on:click=move |_| tie.zoom(STEP)><Icon name="zoom-in" /></button>
                <button class="button icon-only" type="button" aria-label=t!("wall-zoom-out")
                    on:click=move |_| tie.zoom(1.0 / STEP)><Icon name="zoom-out" /></button>
                <button class="button icon-only" type="button" aria-label=t!("wall-fit")
                    on:click=move |_| tie.fit()><Icon name="fit" /></button>
            </div>
            {move || (setup.tool.get() != Tool::Choose).then(|| view! {
                <div class="aim" aria-hidden="true"></div>
                <button class="button main atmiddle" type="button" data-testid="setup-middle"
                    on:click=move |_| pressed(setup, tie.view().centre, 0.0)>{t!("setup-doors-middle")}</button>
            })}
        </div>
    }
}

/// The picture that was decoded last, with the bytes it was decoded from.
type HeldPicture = Option<(Arc<Vec<u8>>, Rc<LaidPicture>)>;

/// Lays the draft's picture under the map; it is decoded once for its bytes, wherever it lies.
fn lay_picture(look: SharedLook, held: StoredValue<HeldPicture, LocalStorage>, picture: Option<Picture>) {
    let Some(picture) = picture else {
        return look.lay_under(None);
    };
    let known = held.with_value(|held| {
        let (bytes, laid) = held.as_ref()?;
        Arc::ptr_eq(bytes, &picture.bytes).then(|| laid.lying(picture.underlay.clone()))
    });
    if known.is_some() {
        return look.lay_under(known);
    }
    spawn_local(async move {
        let Some(url) = underlay::address_of(&picture.bytes) else {
            return;
        };
        if let Some(laid) = LaidPicture::fetched(&url, picture.underlay).await {
            let _ = held.try_set_value(Some((picture.bytes, laid.clone())));
            look.lay_under(Some(laid));
        }
    });
}
