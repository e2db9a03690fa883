//! What may be snapped to: walls, kerbs, fences and other things, found by the index.

use std::collections::HashSet;
use std::sync::Arc;

use crate::catalogue::{KindId, Stands};
use crate::design::{Placement, PlacementId};
use crate::estate::{BayUse, Class, Feature, Shape};
use crate::geometry::{Bounds, Line, Outline, Segment, WorldPt, WorldVec};

use super::super::reshape::Frame;
use super::super::stage::Stage;
use super::LOOK_M;

/// More things than this are not looked at, the nearest first, so that a crowd costs no more.
const MOST: usize = 24;
/// More sides than this of one thing are not looked at.
const MOST_SIDES: usize = 64;

/// Whose a target is, so that it can be said.
#[derive(Clone, Debug)]
pub enum Named {
    /// Something that is there.
    Feature(Arc<Feature>),
    /// Something placed.
    Thing(KindId),
}

/// A straight piece and whose it is.
#[derive(Clone, Copy, Debug)]
pub struct Side {
    pub line: Segment,
    /// Where its owner stands among the names.
    pub of: usize,
}

/// A wall, kerb or fence that has an outside: it lies to the right.
#[derive(Clone, Copy, Debug)]
pub struct Wall {
    pub line: Segment,
    pub of: usize,
    /// It is the edge of a road.
    pub kerb: bool,
}

/// Lines and places to snap to, in metres.
#[derive(Clone, Debug, Default)]
pub struct Targets {
    pub names: Vec<Named>,
    /// Sides of walls, kerbs and things.
    pub sides: Vec<Side>,
    /// Axes through the middles of things, as short pieces along them.
    pub middles: Vec<Side>,
    /// Places of their own: doors, lamps, trees.
    pub points: Vec<(WorldPt, usize)>,
    /// Walls, kerbs and fences.
    pub walls: Vec<Wall>,
    /// Grounds in which a thing has no wall behind it: buildings and roads.
    pub solids: Vec<Outline>,
    /// What gaps are measured between: the corners of each.
    pub bodies: Vec<Vec<WorldPt>>,
    /// Bays, there and placed.
    pub bays: Vec<(Frame, usize)>,
}

impl Targets {
    /// The wall, kerb or fence nearest to a point.
    pub fn nearest_wall(&self, point: WorldPt) -> Option<&Wall> {
        let off = |wall: &Wall| wall.line.nearest(point).distance(point);
        self.walls.iter().min_by(|a, b| off(a).total_cmp(&off(b)))
    }
}

/// What lies around a box, and how far it was looked, in metres: less far in a crowd.
pub fn targets_around(stage: &Stage, bounds: Bounds, skip: &HashSet<PlacementId>) -> (f64, Targets) {
    let mut found = Targets::default();
    let look = bounds.grown(LOOK_M);
    let features = stage.project.estate.in_box(look);
    for feature in nearest(features.map(|feature| (feature, feature.shape.bounds())), bounds) {
        found.names.push(Named::Feature(feature.clone()));
        add_feature(&mut found, feature, look);
    }
    let near = |reach: f64| {
        let things = stage.board.in_box(bounds.grown(reach));
        things.filter(|(thing, _)| !skip.contains(&thing.id) && !stage.hides(thing))
    };
    let enough = |reach: &f64| near(*reach).nth(MOST).is_some();
    let reach = [LOOK_M / 4.0, LOOK_M / 2.0]
        .into_iter()
        .find(enough)
        .unwrap_or(LOOK_M);
    for thing in nearest(near(reach), bounds) {
        found.names.push(Named::Thing(thing.kind.clone()));
        add_thing(&mut found, stage, thing, look);
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

fn add_thing(found: &mut Targets, stage: &Stage, thing: &Placement, look: Bounds) {
    let of = found.names.len() - 1;
    let sides = super::sides_of(&thing.shape);
    if let Some(longest) = sides.iter().max_by(|a, b| a.length().total_cmp(&b.length())) {
        add_middle(found, thing.shape.centre(), longest);
    }
    // A round thing has no sides that anybody sees; its middle is what counts.
    let kind = stage.kind(thing);
    if !kind.is_some_and(|kind| kind.round) {
        add_sides(found, sides.iter().copied(), look);
    }
    if let Some(outline) = thing.shape.outline() {
        found.bodies.push(outline.corners().to_vec());
    }
    if let (true, Some(frame)) = (
        kind.is_some_and(|kind| kind.stands == Stands::InRow),
        Frame::of(&thing.shape),
    ) {
        found.bays.push((frame, of));
    }
}

fn add_feature(found: &mut Targets, feature: &Feature, look: Bounds) {
    let of = found.names.len() - 1;
    match (&feature.class, &feature.shape) {
        (Class::Building { .. }, Shape::Area(edge, _)) => {
            if let Some(longest) = edge.sides().max_by(|a, b| a.length().total_cmp(&b.length())) {
                add_middle(found, edge.centroid(), &longest);
            }
            add_sides(found, edge.sides(), look);
            add_walls(found, edge.sides(), look, false);
            found.solids.push(edge.clone());
            found.bodies.push(edge.corners().to_vec());
        }
        (Class::Road { .. }, Shape::Area(edge, holes)) => {
            add_sides(found, edge.sides(), look);
            add_walls(found, edge.sides(), look, true);
            // A hole's edge is a kerb whose outside lies inside the hole.
            for hole in holes {
                add_sides(found, hole.sides(), look);
                add_walls(found, hole.sides().map(turned), look, true);
            }
            if holes.is_empty() {
                found.solids.push(edge.clone());
            }
        }
        (Class::Road { width, .. }, Shape::Line(line)) => {
            let kerbs = kerbs(line, width.unwrap_or(0.0) / 2.0);
            add_sides(found, kerbs.iter().copied(), look);
            add_walls(found, kerbs, look, true);
        }
        (Class::Fence { .. }, Shape::Line(line)) => {
            add_sides(found, line.segments(), look);
            // A fence has two outsides.
            add_walls(
                found,
                line.segments().flat_map(|piece| [piece, turned(piece)]),
                look,
                false,
            );
        }
        (Class::Bay { usage }, Shape::Area(edge, _)) => {
            add_sides(found, edge.sides(), look);
            let frame = Frame::of_outline(edge).filter(|_| *usage != BayUse::Bike);
            found.bays.extend(frame.map(|frame| (lengthwise(frame), of)));
        }
        (Class::Boundary | Class::Activity, Shape::Area(edge, _)) => add_sides(found, edge.sides(), look),
        (
            Class::Door { .. } | Class::Lamp | Class::Tree { .. } | Class::Hydrant | Class::Manhole,
            Shape::Point(at),
        ) => found.points.push((*at, of)),
        _ => {}
    }
}

/// A bay's frame with its depth along its longer side, as bays are placed.
fn lengthwise(frame: Frame) -> Frame {
    if frame.size.y >= frame.size.x {
        return frame;
    }
    Frame {
        size: WorldVec::new(frame.size.y, frame.size.x),
        turn: frame.turn + 90.0,
        ..frame
    }
}

fn turned(side: Segment) -> Segment {
    Segment {
        from: side.to,
        to: side.from,
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

fn is_near(side: &Segment, look: Bounds) -> bool {
    side.length() > 0.2 && Bounds::of([side.from, side.to]).is_some_and(|bounds| bounds.meets(&look))
}

fn add_sides(found: &mut Targets, sides: impl IntoIterator<Item = Segment>, look: Bounds) {
    let of = found.names.len() - 1;
    let near = sides.into_iter().filter(|side| is_near(side, look));
    found
        .sides
        .extend(near.take(MOST_SIDES).map(|line| Side { line, of }));
}

fn add_walls(found: &mut Targets, walls: impl IntoIterator<Item = Segment>, look: Bounds, kerb: bool) {
    let of = found.names.len() - 1;
    let near = walls.into_iter().filter(|wall| is_near(wall, look));
    found
        .walls
        .extend(near.take(MOST_SIDES).map(|line| Wall { line, of, kerb }));
}

fn add_middle(found: &mut Targets, middle: WorldPt, longest: &Segment) {
    let of = found.names.len() - 1;
    let along = longest.to - longest.from;
    for axis in [along, along.left()] {
        found.middles.push(Side {
            line: Segment {
                from: middle,
                to: middle + axis,
            },
            of,
        });
    }
}
