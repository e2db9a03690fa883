//! The corners of the one thing selected, without a pointer: chosen in turn, moved, put in, taken out.

use crate::geometry::{Bounds, WorldPt, WorldVec};
use crate::text::Message;

use super::perform::{reshape, reshape_in_run};
use super::reshape::{corners, inserted, moved_corner, removed};
use super::stage::Stage;
use super::{say, snap};

/// Chooses the next corner, or the one before; beyond the last one the whole thing is meant again.
pub(super) fn step(forward: bool, stage: &mut Stage) {
    let Some(thing) = stage.only_selected().cloned() else {
        return;
    };
    let places = corners(&thing.shape).unwrap_or_default();
    let count = places.len();
    let next = match (stage.corner.filter(|at| *at < count), forward) {
        (None, true) => (count > 0).then_some(0),
        (None, false) => count.checked_sub(1),
        (Some(at), true) => Some(at + 1).filter(|next| *next < count),
        (Some(at), false) => at.checked_sub(1),
    };
    stage.choose_corner(next);
    match next.and_then(|at| Some((at, *places.get(at)?))) {
        Some((at, place)) => said(at, count, place, stage),
        None => stage.announce(say::selected(stage)),
    }
}

/// Moves the chosen corner; false where none is chosen, so that the whole thing is meant.
pub(super) fn shift(by: WorldVec, stage: &mut Stage) -> bool {
    let Some((corner, from)) = chosen(stage) else {
        return false;
    };
    let to = from + by;
    if reshape_in_run("step-reshaped", stage, |_, thing| {
        moved_corner(&thing.shape, corner, to)
    }) {
        stage.corner = Some(corner);
        let count = stage
            .only_selected()
            .and_then(|thing| Some(corners(&thing.shape)?.len()))
            .unwrap_or_default();
        said(corner, count, to, stage);
    }
    true
}

/// A corner more: in the middle of the side after the chosen corner, else of the longest side.
pub(super) fn add(stage: &mut Stage) {
    let Some(thing) = stage.only_selected().cloned() else {
        return;
    };
    let sides = snap::sides_of(&thing.shape);
    let longest = (0..sides.len()).max_by(|a, b| sides[*a].length().total_cmp(&sides[*b].length()));
    let Some(side) = stage.corner.filter(|at| *at < sides.len()).or(longest) else {
        return;
    };
    let middle = sides[side].from.middle(sides[side].to);
    if reshape("step-reshaped", stage, |_, thing| {
        inserted(&thing.shape, side, middle)
    }) {
        stage.choose_corner(Some(side + 1));
        tell_shape(stage);
    }
}

/// Takes the chosen corner out.
pub(super) fn remove(stage: &mut Stage) {
    let Some(corner) = stage.corner else { return };
    if reshape("step-reshaped", stage, |_, thing| removed(&thing.shape, corner)) {
        stage.choose_corner(None);
        tell_shape(stage);
    }
}

/// The chosen corner and where it is.
fn chosen(stage: &Stage) -> Option<(usize, WorldPt)> {
    let corner = stage.corner?;
    let thing = stage.only_selected()?;
    Some((corner, *corners(&thing.shape)?.get(corner)?))
}

fn said(corner: usize, count: usize, place: WorldPt, stage: &mut Stage) {
    stage.reveal(Bounds {
        min: place,
        max: place,
    });
    let message = Message::new("say-corner-of")
        .with("n", corner + 1)
        .with("count", count)
        .with("place", say::place_of(stage, place));
    stage.announce(message);
}

fn tell_shape(stage: &mut Stage) {
    if let Some(thing) = stage.only_selected().cloned() {
        stage.announce(say::reshaped(&thing));
    }
}
