//! One thing of the design that is shown alone: chosen in its list it is ringed on the map, pressed on the map it is
//! chosen in the list.

use std::sync::Arc;

use leptos::html::Button;
use leptos::prelude::*;

use super::state::Desk;
use crate::app::browser::within;
use crate::app::words::words;
use crate::design::{Design, Placement};
use crate::geometry::WorldPt;
use crate::scene::{Ink, Path, Scene, line};

/// A press this far from the middle of a thing that it misses means it nevertheless, in metres.
const NEAR_M: f64 = 2.0;

/// Chooses what lies at a place of a design: the smallest thing that holds it, else the nearest one.
pub fn choose_at(desk: Desk, design: &Design, at: WorldPt) {
    let things = design.placements().iter();
    let under = things.clone().filter(|thing| thing.shape.contains(at));
    let smallest = under.min_by(|a, b| a.shape.area().total_cmp(&b.shape.area()));
    let away = |thing: &&Arc<Placement>| thing.shape.centre().distance(at);
    let near = || {
        let near = things.clone().filter(|thing| away(thing) <= NEAR_M);
        near.min_by(|a, b| away(a).total_cmp(&away(b)))
    };
    desk.thing
        .set(smallest.or_else(near).map(|thing| thing.id.clone()));
}

/// The ring about the chosen thing of a design; none where none of it is chosen.
pub fn ring(desk: Desk, design: &Design) -> Option<Scene> {
    let chosen = desk.thing.get()?;
    let thing = design.placement(&chosen)?;
    let mut scene = Scene::default();
    let bounds = thing.shape.bounds().grown(0.6);
    let corners = [
        bounds.min,
        WorldPt::new(bounds.max.x, bounds.min.y),
        bounds.max,
        WorldPt::new(bounds.min.x, bounds.max.y),
    ];
    scene.draw(Path::ring(corners), line(Ink::Raised, 6.0));
    scene.draw(Path::ring(corners), line(Ink::Seal, 3.0));
    Some(scene)
}

/// A thing's name in its list, which chooses it.
#[component]
pub fn ThingButton(
    /// The desk.
    desk: Desk,
    /// The thing.
    thing: Arc<Placement>,
) -> impl IntoView {
    let words = words();
    let (kind, at) = (thing.kind.clone(), thing.shape.centre());
    let id = StoredValue::new(thing.id.clone());
    let is_chosen = Memo::new(move |_| id.with_value(|id| desk.thing.read().as_ref() == Some(id)));
    let button = NodeRef::<Button>::new();
    Effect::new(move |_| {
        if let (true, Some(button)) = (is_chosen.get(), button.get()) {
            within::bring_into_sight(&button);
        }
    });
    let choose = move |_| {
        if is_chosen.get_untracked() {
            desk.thing.set(None);
        } else {
            desk.thing.set(Some(id.get_value()));
            desk.study.look.set(Some(at));
        }
    };
    view! {
        <button class="button quiet small thingname" type="button" node_ref=button on:click=choose
            aria-pressed=move || if is_chosen.get() { "true" } else { "false" }><b>{move || words.kind(&kind)}</b></button>
    }
}
