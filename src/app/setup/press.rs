//! What a press on the map does, by the tool that is in the hand.

use leptos::prelude::*;

use super::state::{Setup, Tool};
use crate::geometry::WorldPt;
use crate::setup::{Change, PictureChange, Step, What};
use crate::text::Message;

/// A press at a place; `reach` is how far it reaches, in metres.
pub fn pressed(setup: Setup, at: WorldPt, reach: f64) {
    match setup.tool.get_untracked() {
        Tool::Edge | Tool::Length => collect(setup, at),
        Tool::Gate(usage) => put(setup, &Change::Gate(at, usage), What::Gate(usage)),
        Tool::Door => put(setup, &Change::Door(at), What::Door),
        Tool::Trace(what) if super::trace::is_one_place(what) => {
            put(setup, &Change::Trace(what, vec![at]), what);
        }
        Tool::Trace(_) => collect(setup, at),
        Tool::Move => {
            collect(setup, at);
            if let [from, to] = setup.corners.get_untracked()[..] {
                done(setup, PictureChange::Move(from, to), "picture-moved");
            }
        }
        Tool::Points => {
            collect(setup, at);
            if let [a, b, c, d] = setup.corners.get_untracked()[..] {
                let points = PictureChange::Points {
                    first: [a, b],
                    second: [c, d],
                };
                done(setup, points, "picture-fitted");
            }
        }
        Tool::Choose => choose(setup, at, reach),
    }
}

fn collect(setup: Setup, at: WorldPt) {
    // A length has two ends: a third press begins anew.
    let is_full = setup.tool.get_untracked() == Tool::Length && setup.corners.read_untracked().len() >= 2;
    setup.corners.update(|corners| {
        if is_full {
            corners.clear();
        }
        corners.push(at.snapped());
    });
}

fn put(setup: Setup, change: &Change, what: What) {
    setup.apply(change, Message::new("setup-doors-put").with("what", what.name()));
}

/// Changes the picture; the hand is free again, or begins anew where that was refused.
fn done(setup: Setup, change: PictureChange, said: &'static str) {
    if setup.apply(&Change::Picture(change), Message::new(said)) {
        setup.tool.set(Tool::Choose);
    }
    setup.corners.set(Vec::new());
}

fn choose(setup: Setup, at: WorldPt, reach: f64) {
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
