//! What was proposed at a place, by which designs, in which words.

use std::sync::Arc;

use crate::design::{Placement, Wish};
use crate::geometry::WorldPt;
use crate::tally::{Drawing, Received};

/// What one design proposes at a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposed {
    /// The design.
    pub design: Arc<Received>,
    /// Its things there, nearest first, each with its distance in metres: 0 where the place lies on it.
    pub things: Vec<(Arc<Placement>, f64)>,
    /// Its wishes about places there, nearest first.
    pub wishes: Vec<(Arc<Wish>, f64)>,
}

/// What every design proposes within so many metres of a place, in the order of the drawings. Those that say nothing
/// of it are left out.
pub fn proposed_at<'a>(
    drawings: impl IntoIterator<Item = &'a Drawing>,
    place: WorldPt,
    radius: f64,
) -> Vec<Proposed> {
    let said = |drawing: &Drawing| {
        let design = &drawing.latest.design;
        let things = design.placements().iter().filter_map(|thing| {
            let away = match thing.shape.contains(place) {
                true => 0.0,
                false => thing.shape.centre().distance(place),
            };
            (away <= radius).then(|| (thing.clone(), away))
        });
        let wishes = design.wishes().iter().filter_map(|wish| {
            let away = wish.at?.distance(place);
            (away <= radius).then(|| (wish.clone(), away))
        });
        let (mut things, mut wishes): (Vec<_>, Vec<_>) = (things.collect(), wishes.collect());
        things.sort_by(|a: &(Arc<Placement>, f64), b| a.1.total_cmp(&b.1));
        wishes.sort_by(|a: &(Arc<Wish>, f64), b| a.1.total_cmp(&b.1));
        (!things.is_empty() || !wishes.is_empty()).then(|| Proposed {
            design: drawing.latest.clone(),
            things,
            wishes,
        })
    };
    drawings.into_iter().filter_map(said).collect()
}
