//! Goes through things in the order in which one reads, and through the steps of the history.

use std::collections::HashSet;
use std::sync::Arc;

use crate::design::{Placement, PlacementId};
use crate::geometry::WorldPt;
use crate::text::Message;

use super::say;
use super::several::whole_of;
use super::stage::Stage;

/// Goes back or forward to a place among the steps.
pub(super) fn go_to(place: usize, stage: &mut Stage) {
    let Some(label) = stage.board.go_to(place) else {
        return;
    };
    stage.corner = None;
    stage.design_changed();
    stage.announce(match label {
        Some(label) => Message::new("say-gone-to").with("step", label.message()),
        None => Message::new("say-gone-to-start"),
    });
}

/// Selects the next or previous thing, in the order in which one reads a page: row by row from
/// the north, in a row from the west.
pub(super) fn step(by: isize, stage: &mut Stage) {
    let shut = |thing: &Placement| {
        let group = thing.group.clone();
        group.filter(|group| stage.entered.as_ref() != Some(group))
    };
    // A group is one step on the way, like what stands alone.
    let mut seen = HashSet::new();
    let things: Vec<_> = in_reading_order(stage.board.design().placements())
        .into_iter()
        .filter(|thing| !stage.hidden.contains(&thing.id))
        .filter(|thing| shut(thing).is_none_or(|group| seen.insert(group)))
        .collect();
    let count = things.len() as isize;
    if count == 0 {
        return;
    }
    let known = |id: &PlacementId| {
        let group = stage.board.thing(id).and_then(|thing| shut(thing));
        let same = |thing: &Arc<Placement>| &thing.id == id || group.is_some() && shut(thing) == group;
        things.iter().position(same)
    };
    let now = stage.selection.last().and_then(known).map(|at| at as isize);
    let next = match (now, by > 0) {
        (Some(at), _) => (at + by).rem_euclid(count),
        (None, true) => 0,
        (None, false) => count - 1,
    };
    let (id, bounds) = (
        things[next as usize].id.clone(),
        things[next as usize].shape.bounds(),
    );
    stage.select(whole_of(&id, stage));
    stage.reveal(bounds);
    stage.announce(say::selected(stage));
}

/// Things whose middles lie within this of the row's first belong to its row, in metres.
const ROW_M: f64 = 8.0;

/// Things row by row from the north, in a row from the west.
fn in_reading_order(things: &[Arc<Placement>]) -> Vec<Arc<Placement>> {
    let mut placed: Vec<(WorldPt, &Arc<Placement>)> =
        things.iter().map(|thing| (thing.shape.centre(), thing)).collect();
    placed.sort_by(|a, b| b.0.y.total_cmp(&a.0.y).then_with(|| a.0.x.total_cmp(&b.0.x)));
    let mut first = 0;
    for at in 0..=placed.len() {
        let ends = placed
            .get(at)
            .is_none_or(|(middle, _)| placed[first].0.y - middle.y > ROW_M);
        if ends && first < at {
            placed[first..at].sort_by(|a, b| a.0.x.total_cmp(&b.0.x));
            first = at;
        }
    }
    placed.into_iter().map(|(_, thing)| thing.clone()).collect()
}
