//! Which things of a drawing cut a place off.

use std::collections::{BTreeMap, BTreeSet};

use crate::design::PlacementId;
use crate::geometry::{Bounds, Segment, WorldPt};
use crate::passage::{Goal, Islands, Without};

use super::State;
use super::ground::Blocking;

/// So many things about a narrow place are tried as what cuts a door off, the nearest first.
const MOST_TRIED: usize = 12;

/// Two places that are cut off from each other.
pub(in super::super) struct CutOff<'a> {
    pub place: &'a Goal,
    pub goals: &'a [Goal],
    /// The pieces of ground on which the place and the goals lie.
    pub own: &'a [u32],
    pub ends: &'a BTreeSet<u32>,
    /// The narrowest place of the widest way between them.
    pub narrow: Segment,
}

/// The things of a drawing, each with what hangs together without it once that was asked.
pub(in super::super) struct Blame<'a> {
    after: &'a State,
    islands: &'a Islands,
    without: BTreeMap<usize, Without<'a>>,
}

impl<'a> Blame<'a> {
    pub fn new(after: &'a State, islands: &'a Islands) -> Self {
        Self {
            after,
            islands,
            without: BTreeMap::new(),
        }
    }

    /// The things that alone cut a place off: without one of them it is reached again. Where several
    /// do it together, those at the narrowest place.
    pub fn of(&mut self, cut: &CutOff) -> Vec<PlacementId> {
        let near = self.nearest(cut.narrow.from.middle(cut.narrow.to));
        let mut found: Vec<usize> = Vec::new();
        for (_, at) in &near {
            let without = self.without.entry(*at).or_insert_with(|| {
                Without::new(
                    &self.after.ground,
                    self.islands,
                    &self.after.blocking[*at].obstacles,
                )
            });
            // A door that nothing else is before stands on no piece of ground until the thing is away.
            let again = if cut.own.is_empty() {
                without.reaches(cut.place, cut.goals)
            } else {
                without.connects(cut.own, cut.ends)
            };
            if again {
                found.push(*at);
            }
        }
        if found.is_empty() {
            let reach = cut.narrow.length() + 1.0;
            let at_it = near.iter().filter(|(away, _)| *away <= reach);
            found = at_it.map(|(_, at)| *at).collect();
        }
        let named = found.iter().map(|at| self.after.blocking[*at].thing.clone());
        let mut named: Vec<PlacementId> = named.collect();
        named.sort();
        named
    }

    /// The things nearest to a point, each with its distance in metres.
    fn nearest(&self, to: WorldPt) -> Vec<(f64, usize)> {
        let all = self.after.blocking.iter().enumerate();
        // No thing is nearer than its box, so the boxes say when no nearer one can come.
        let mut boxes: Vec<(f64, usize)> = all.map(|(at, thing)| (box_away(&thing.bounds, to), at)).collect();
        boxes.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let mut near: Vec<(f64, usize)> = Vec::new();
        for (least, at) in boxes {
            if near.get(MOST_TRIED - 1).is_some_and(|(away, _)| least > *away) {
                break;
            }
            near.push((away(&self.after.blocking[at], to), at));
            near.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
            near.truncate(MOST_TRIED);
        }
        near
    }
}

fn away(thing: &Blocking, to: WorldPt) -> f64 {
    let pieces = thing.edges.iter();
    pieces.map(|edge| edge.distance_to(to)).fold(f64::MAX, f64::min)
}

/// A little less than the distance in metres between a box and a point.
fn box_away(bounds: &Bounds, to: WorldPt) -> f64 {
    let beyond = |at: f64, low: f64, high: f64| (low - at).max(at - high).max(0.0);
    let x = beyond(to.x, bounds.min.x, bounds.max.x);
    let y = beyond(to.y, bounds.min.y, bounds.max.y);
    ((x * x + y * y).sqrt() - 1e-6).max(0.0)
}
