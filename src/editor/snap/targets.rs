//! What may be snapped to: walls, kerbs, fences and other things, found by the index.

use std::collections::HashSet;
use std::sync::Arc;

use crate::design::PlacementId;
use crate::estate::{Class, Feature, Shape};
use crate::geometry::{Bounds, Line, Outline, Segment, WorldPt, WorldVec};

use super::super::stage::Stage;
use super::LOOK_M;

/// More things than this are not looked at, the nearest first, so that a crowd costs no more.
const MOST: usize = 24;
/// More sides than this of one thing are not looked at.
const MOST_SIDES: usize = 64;

/// Lines to snap to, in metres.
#[derive(Clone, Debug, Default)]
pub struct Targets {
    /// Sides of walls, kerbs and things.
    pub sides: Vec<Segment>,
    /// Axes through the middles of things, as short pieces along them.
    pub middles: Vec<Segment>,
    /// Walls and kerbs that have an outside: it lies to the right of each piece.
    pub walls: Vec<Segment>,
    /// Grounds in which a thing has no wall behind it: buildings and roads.
    pub solids: Vec<Outline>,
}

/// What lay around a box when it was last looked; looked at anew only once the box has moved on.
#[derive(Clone, Debug, Default)]
pub struct Nearby {
    /// Where a box may be for what was found to hold, and what was found.
    known: Option<(Bounds, Arc<Targets>)>,
}

impl Nearby {
    /// What lies around a box, without the things in the hand.
    pub fn around(&mut self, stage: &Stage, bounds: Bounds, skip: &HashSet<PlacementId>) -> Arc<Targets> {
        match &self.known {
            Some((holds, found)) if holds.contains(bounds.min) && holds.contains(bounds.max) => found.clone(),
            _ => {
                let (reach, found) = targets_around(stage, bounds, skip);
                let found = Arc::new(found);
                self.known = Some((bounds.grown(reach / 4.0), found.clone()));
                found
            }
        }
    }
}

/// What lies around a box, and how far it was looked, in metres: less far in a crowd.
fn targets_around(stage: &Stage, bounds: Bounds, skip: &HashSet<PlacementId>) -> (f64, Targets) {
    let mut found = Targets::default();
    let look = bounds.grown(LOOK_M);
    let features = stage.project.estate.in_box(look);
    for feature in nearest(features.map(|feature| (feature, feature.shape.bounds())), bounds) {
        add_feature(&mut found, feature, look);
    }
    let near = |reach: f64| {
        let things = stage.board.in_box(bounds.grown(reach));
        things.filter(|(thing, _)| !skip.contains(&thing.id))
    };
    let enough = |reach: &f64| near(*reach).nth(MOST).is_some();
    let reach = [LOOK_M / 4.0, LOOK_M / 2.0]
        .into_iter()
        .find(enough)
        .unwrap_or(LOOK_M);
    for thing in nearest(near(reach), bounds) {
        let sides = super::sides_of(&thing.shape);
        if let Some(longest) = sides.iter().max_by(|a, b| a.length().total_cmp(&b.length())) {
            add_middle(&mut found, thing.shape.centre(), longest);
        }
        add_sides(&mut found.sides, sides, look);
    }
    (reach, found)
}

/// The nearest of many, by the gap between boxes; equal ones in the order of their places, so
/// that the same plan snaps the same way.
fn nearest<T>(things: impl Iterator<Item = (T, Bounds)>, bounds: Bounds) -> Vec<T> {
    let mut ranked: Vec<(f64, f64, T)> = things
        .map(|(thing, its)| {
            let x = (its.min.x - bounds.max.x).max(bounds.min.x - its.max.x).max(0.0);
            let y = (its.min.y - bounds.max.y).max(bounds.min.y - its.max.y).max(0.0);
            (x.hypot(y), its.min.x + 7.0 * its.min.y, thing)
        })
        .collect();
    let by_rank = |a: &(f64, f64, T), b: &(f64, f64, T)| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1));
    if ranked.len() > MOST {
        ranked.select_nth_unstable_by(MOST, by_rank);
        ranked.truncate(MOST);
    }
    ranked.sort_by(by_rank);
    ranked.into_iter().map(|(_, _, thing)| thing).collect()
}

fn add_feature(found: &mut Targets, feature: &Feature, look: Bounds) {
    match (&feature.class, &feature.shape) {
        (Class::Building { .. }, Shape::Area(edge, _)) => {
            if let Some(longest) = edge.sides().max_by(|a, b| a.length().total_cmp(&b.length())) {
                add_middle(found, edge.centroid(), &longest);
            }
            add_sides(&mut found.sides, edge.sides(), look);
            add_sides(&mut found.walls, edge.sides(), look);
            found.solids.push(edge.clone());
        }
        (Class::Road { .. }, Shape::Area(edge, holes)) => {
            add_sides(&mut found.sides, edge.sides(), look);
            add_sides(&mut found.walls, edge.sides(), look);
            // A hole's edge is a kerb whose outside lies inside the hole.
            for hole in holes {
                let turned = hole.sides().map(|side| Segment {
                    from: side.to,
                    to: side.from,
                });
                add_sides(&mut found.sides, hole.sides(), look);
                add_sides(&mut found.walls, turned, look);
            }
            if holes.is_empty() {
                found.solids.push(edge.clone());
            }
        }
        (Class::Road { width, .. }, Shape::Line(line)) => {
            let kerbs = kerbs(line, width.unwrap_or(0.0) / 2.0);
            add_sides(&mut found.sides, kerbs.iter().copied(), look);
            add_sides(&mut found.walls, kerbs, look);
        }
        (Class::Fence { .. }, Shape::Line(line)) => add_sides(&mut found.sides, line.segments(), look),
        (Class::Bay { .. } | Class::Activity, Shape::Area(edge, _)) => {
            add_sides(&mut found.sides, edge.sides(), look)
        }
        _ => {}
    }
}

/// The two edges of a road known by its middle, each with its outside to the right.
fn kerbs(line: &Line, half: f64) -> Vec<Segment> {
    let shifted = |from: WorldPt, to: WorldPt, by: WorldVec| Segment {
        from: from + by,
        to: to + by,
    };
    let pair = |piece: Segment| {
        let left = (piece.to - piece.from)
            .unit()
            .map_or(WorldVec::default(), WorldVec::left)
            * half;
        [
            shifted(piece.from, piece.to, -left),
            shifted(piece.to, piece.from, left),
        ]
    };
    line.segments().flat_map(pair).collect()
}

fn add_sides(into: &mut Vec<Segment>, sides: impl IntoIterator<Item = Segment>, look: Bounds) {
    let near = |side: &Segment| {
        side.length() > 0.2 && Bounds::of([side.from, side.to]).is_some_and(|bounds| bounds.meets(&look))
    };
    into.extend(sides.into_iter().filter(near).take(MOST_SIDES));
}

fn add_middle(found: &mut Targets, middle: WorldPt, longest: &Segment) {
    let along = longest.to - longest.from;
    for axis in [along, along.left()] {
        found.middles.push(Segment {
            from: middle,
            to: middle + axis,
        });
    }
}
