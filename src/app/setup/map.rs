//! The map: what is there, what is chosen, and the edge while it is drawn.

use std::sync::Arc;

use leptos::prelude::*;

use super::state::{Setup, Tool};
use crate::app::browser::look::{Laid, Look};
use crate::app::desk::theme;
use crate::app::parts::Icon;
use crate::app::parts::plan_view::{PlanView, STEP, SharedLook, Tie};
use crate::app::words::{t, words};
use crate::geometry::WorldPt;
use crate::scene::chosen_scene;
use crate::setup::{Change, Step, What};
use crate::text::Message;

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
    let renewed = RwSignal::new(0_u64);
    Effect::new(move |_| {
        let changes = setup.changes.get();
        if changes > 0 {
            look.replace(Look::new(Arc::new(
                setup.history.with_untracked(|history| history.now().project()),
            )));
            renewed.set(changes);
        }
    });
    let laid = Signal::derive(move || {
        let draft = setup.draft();
        let chosen = setup.chosen.get();
        let things = chosen.iter().filter_map(|id| draft.thing(id));
        Laid::Marks(Arc::new(chosen_scene(things, &setup.corners.get())))
    });
    let tie = Tie::new(look, Signal::stored(None));
    let tap = Callback::new(move |at| pressed(setup, tie, at));
    provide_context(tie);
    let label = Signal::derive(move || words.key("setup-plan"));
    view! {
        <div class="mapbox">
            <PlanView tie laid theme=theme() label keys=true on_tap=tap estate_changes=renewed />
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
                    on:click=move |_| pressed(setup, tie, tie.view().centre)>{t!("setup-doors-middle")}</button>
            })}
        </div>
    }
}

/// A press on the map at a place.
fn pressed(setup: Setup, tie: Tie, at: WorldPt) {
    match setup.tool.get_untracked() {
        Tool::Edge => setup.corners.update(|corners| corners.push(at.snapped())),
        Tool::Gate(usage) => {
            let put = Message::new("setup-doors-put").with("what", What::Gate(usage).name());
            setup.apply(&Change::Gate(at, usage), put);
        }
        Tool::Door => {
            let put = Message::new("setup-doors-put").with("what", What::Door.name());
            setup.apply(&Change::Door(at), put);
        }
        Tool::Choose => {
            let reach = REACH_PX / tie.view().scale;
            let hit = setup
                .history
                .with_untracked(|history| history.now().thing_at(at, reach));
            let Some(id) = hit else {
                return setup.teller.tell(Message::new("setup-here-nothing"));
            };
            setup
                .chosen
                .update(|chosen| match chosen.iter().position(|one| *one == id) {
                    Some(place) => {
                        chosen.remove(place);
                    }
                    None => chosen.push(id),
                });
            if !matches!(setup.step.get_untracked(), Step::Things | Step::Edge) {
                setup.go(Step::Things);
            }
        }
    }
}
