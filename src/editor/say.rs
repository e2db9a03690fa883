//! What the editor says of what was done, for those who listen and for those who look away.

use std::sync::Arc;

use crate::catalogue::{Kind, KindId};
use crate::design::{CommandFault, Placement, PlacementShape};
use crate::geometry::{OutlineFault, Turn, WorldPt, WorldVec};
use crate::text::{Arg, Message};

use super::StepLabel;
use super::history::what;
use super::reshape::Frame;
use super::stage::Stage;

/// The key of the sentence that says why a change cannot be made.
pub(super) fn fault_key(fault: &CommandFault) -> &'static str {
    match fault {
        CommandFault::NoSuchPlacement(_) | CommandFault::NoSuchWish(_) => "why-gone",
        CommandFault::TooMany => "why-too-many",
        CommandFault::OutOfReach(_) => "why-out-of-reach",
    }
}

/// Why an outline, path or place cannot be.
pub(super) fn outline_fault(fault: OutlineFault) -> Message {
    Message::new(outline_fault_key(fault))
}

/// The key of why an outline, path or place cannot be.
pub(super) fn outline_fault_key(fault: OutlineFault) -> &'static str {
    match fault {
        OutlineFault::CrossesItself => "why-crosses-itself",
        OutlineFault::NotFinite | OutlineFault::OutOfReach => "why-out-of-reach",
        OutlineFault::TooFewCorners => "why-too-few-corners",
        OutlineFault::NoArea => "why-no-area",
        OutlineFault::TooManyCorners => "why-too-many-corners",
    }
}

/// Which way north lies on the screen, after the view was turned.
pub(super) fn view_turned(turn: f64) -> Message {
    if turn == 0.0 {
        return Message::new("say-north-up");
    }
    let key = if turn > 0.0 {
        "say-view-turned-left"
    } else {
        "say-view-turned-right"
    };
    Message::new(key).number("n", turn.abs(), 0)
}

/// How much of the plan is seen, and where its middle is.
pub(super) fn seen(stage: &Stage) -> Message {
    let view = stage.view;
    Message::new("say-seen")
        .number("width", view.size.x / view.scale, 0)
        .number("height", view.size.y / view.scale, 0)
        .with("place", place_of(stage, view.centre))
}

/// A step done to these things.
pub(super) fn label(key: &'static str, things: &[Arc<Placement>]) -> StepLabel {
    StepLabel::of(key, things.iter().map(|thing| &**thing))
}

/// The name of a kind, to be put into a sentence.
pub(super) fn named(kind: &KindId) -> Arg {
    what(Some(kind), 1)
}

/// Several things were turned about their common middle.
pub(super) fn turned_many(count: usize, degrees: f64) -> Message {
    Message::new("say-turned-many")
        .with("n", count)
        .number("degrees", degrees, 1)
}

/// A sentence about these things: by their kind where they have one, and by their number.
pub(super) fn about(key: &'static str, things: &[Arc<Placement>]) -> Message {
    let label = label(key, things);
    Message::new(key).with("what", what(label.kind.as_ref(), label.count))
}

/// Where a thing is and what it gives, in a sentence.
fn place(stage: &Stage, thing: &Placement) -> Message {
    crate::rules::said(&stage.project, thing)
}

/// Where a point of the plan is, in words that need no map.
pub(super) fn place_of(stage: &Stage, at: WorldPt) -> Message {
    let size = WorldVec::new(0.01, 0.01);
    let turn = Turn::default();
    crate::rules::place(&stage.project, &PlacementShape::Rectangle { at, size, turn })
}

pub(super) fn picked(kind: &Kind) -> Message {
    Message::new("say-picked").with("what", what(Some(&kind.id), 1))
}

/// Where a thing that is about to be placed would stand.
pub(super) fn ghost_at(stage: &Stage, thing: &Placement) -> Message {
    Message::new("say-ghost-at")
        .with("what", what(Some(&thing.kind), 1))
        .with("place", place(stage, thing))
}

pub(super) fn placed(stage: &Stage, thing: &Placement) -> Message {
    Message::new("say-placed")
        .with("what", what(Some(&thing.kind), 1))
        .with("place", place(stage, thing))
}

pub(super) fn moved(stage: &Stage, things: &[Arc<Placement>]) -> Message {
    match things {
        [thing] => about("say-moved", things).with("place", place(stage, thing)),
        _ => about("say-moved-many", things),
    }
}

/// What was done, and what it snapped to.
pub(super) fn with_snap(said: Message, snapped: Option<Message>) -> Message {
    match snapped {
        None => said,
        Some(snapped) => Message::new("say-snapped")
            .with("said", said)
            .with("snap", snapped),
    }
}

pub(super) fn resized(thing: &Arc<Placement>) -> Message {
    let message = about("say-resized", std::slice::from_ref(thing));
    match Frame::of(&thing.shape) {
        Some(frame) => message
            .number("width", frame.size.x, 2)
            .number("depth", frame.size.y, 2),
        None => {
            let bounds = thing.shape.bounds();
            message
                .number("width", bounds.width(), 2)
                .number("depth", bounds.height(), 2)
        }
    }
}

pub(super) fn turned(thing: &Arc<Placement>, degrees: f64) -> Message {
    about("say-turned", std::slice::from_ref(thing)).number("degrees", degrees.rem_euclid(360.0), 1)
}

pub(super) fn reshaped(thing: &Arc<Placement>) -> Message {
    let things = std::slice::from_ref(thing);
    match &thing.shape {
        PlacementShape::Path { line, .. } => {
            about("say-reshaped-path", things).number("metres", line.length(), 1)
        }
        shape => about("say-reshaped", things).number("area", shape.area(), 0),
    }
}

pub(super) fn corner_set(count: usize) -> Message {
    Message::new("say-corner").with("n", count)
}

/// What is selected now.
pub(super) fn selected(stage: &Stage) -> Message {
    match stage.selected_things().as_slice() {
        [] => Message::new("say-selected-none"),
        [thing] => Message::new("say-selected")
            .with("what", what(Some(&thing.kind), 1))
            .with("place", place(stage, thing)),
        things => Message::new("say-selected-many").with("n", things.len()),
    }
}

pub(super) fn undone(label: &StepLabel) -> Message {
    Message::new("say-undone").with("step", label.message())
}

pub(super) fn redone(label: &StepLabel) -> Message {
    Message::new("say-redone").with("step", label.message())
}

pub(super) fn deleted(things: &[Arc<Placement>]) -> Message {
    about("say-deleted", things)
}

pub(super) fn duplicated(things: &[Arc<Placement>]) -> Message {
    about("say-duplicated", things)
}
