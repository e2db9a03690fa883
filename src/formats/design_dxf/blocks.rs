//! Blocks: what is drawn once and placed often, of the lines of the display list.

use crate::catalogue::Kind;
use crate::design::{Placement, PlacementShape};
use crate::geometry::{Outline, Turn, WorldPt, WorldVec};
use crate::scene::{Detail, Mark, Path, Piece, placement_scene};

use super::file::{Block, Form, Thing};

/// The scale at which things are drawn for CAD, in pixels a metre: joints and slats are there, blossoms are not.
const DETAIL: f64 = 14.0;
/// A block has no more corners than this; what would go beyond is left out.
const MOST_CORNERS: usize = 2_400;
/// Straight steps of a curve.
const STEPS: usize = 5;

/// The layer on which a block's lines take the layer of what is placed.
const OWN: &str = "0";

/// A circle with a trunk, of radius 1: a tree that stands already.
pub(super) fn old_tree() -> Block {
    let circle = |radius| circle(radius);
    Block {
        name: "MULIN_TREE".to_owned(),
        things: vec![circle(1.0), circle(0.08)],
    }
}

/// The signs of points of the estate, a block a class: a circle of a radius in metres, with a cross where it is
/// no tree.
pub(super) fn sign(name: &str, radius: f64) -> Block {
    let arm = radius * 0.7;
    Block {
        name: name.to_owned(),
        things: vec![
            circle(radius),
            lines(vec![[-arm, 0.0], [arm, 0.0]], false),
            lines(vec![[0.0, -arm], [0.0, arm]], false),
        ],
    }
}

fn circle(radius: f64) -> Thing {
    Thing {
        layer: OWN.to_owned(),
        form: Form::Circle {
            at: [0.0, 0.0],
            radius,
        },
        carried: None,
    }
}

fn lines(points: Vec<[f64; 2]>, closed: bool) -> Thing {
    Thing {
        layer: OWN.to_owned(),
        form: Form::Lines {
            points,
            closed,
            width: 0.0,
        },
        carried: None,
    }
}

/// A placed thing of a size as a block about its middle, not turned: its outline, then its drawing.
pub(super) fn of_thing(name: String, thing: &Placement, kind: Option<&Kind>, size: WorldVec) -> Block {
    let mut own = thing.clone();
    own.shape = PlacementShape::Rectangle {
        at: WorldPt::default(),
        size,
        turn: Turn::default(),
    };
    let outline = Outline::rectangle(WorldPt::default(), size, 0.0);
    let corners = outline.corners().iter().map(|p| [p.x, p.y]).collect();
    let mut things = vec![lines(corners, true)];
    let scene = placement_scene(&own, kind, Detail::of(DETAIL));
    let mut left = MOST_CORNERS;
    draw(&scene.marks, &|p| p, &mut things, &mut left);
    Block { name, things }
}

/// The drawing of a thing that is no block, on a layer.
pub(super) fn lines_of(thing: &Placement, kind: Option<&Kind>, layer: &str) -> Vec<Thing> {
    let scene = placement_scene(thing, kind, Detail::of(DETAIL));
    let mut things = Vec::new();
    draw(&scene.marks, &|p| p, &mut things, &mut 20_000);
    for thing in &mut things {
        thing.layer = layer.to_owned();
    }
    things
}

/// The lines of marks; fills, letters and signs of a fixed size on the screen are not for CAD.
fn draw(marks: &[Mark], place: &dyn Fn(WorldPt) -> WorldPt, things: &mut Vec<Thing>, left: &mut usize) {
    for mark in marks {
        match mark {
            Mark::Shape { path, style } if style.line.is_some() => {
                for (points, closed) in flattened(&path.mapped(place)) {
                    if points.len() > *left {
                        return;
                    }
                    *left -= points.len();
                    things.push(lines(points, closed));
                }
            }
            Mark::Stamp {
                symbol,
                at,
                turn,
                grown,
            } => {
                let zero = WorldPt::default();
                let inner = |p: WorldPt| place(*at + (p - zero).turned(*turn) * *grown);
                draw(&symbol.marks, &inner, things, left);
            }
            Mark::Faded { marks, .. } => draw(marks, place, things, left),
            Mark::Shape { .. } | Mark::Label(_) | Mark::Pinned { .. } => {}
        }
    }
}

/// The parts of a path as corners, each with whether it closes.
fn flattened(path: &Path) -> Vec<(Vec<[f64; 2]>, bool)> {
    let mut parts: Vec<(Vec<[f64; 2]>, bool)> = Vec::new();
    for piece in &path.pieces {
        match (*piece, parts.last_mut()) {
            (Piece::Move(p), _) => parts.push((vec![[p.x, p.y]], false)),
            (Piece::Line(p), Some((points, _))) => points.push([p.x, p.y]),
            (Piece::Curve(a, b, p), Some((points, _))) => {
                let from = points.last().copied().unwrap_or_default();
                points.extend((1..=STEPS).map(|step| {
                    let t = step as f64 / STEPS as f64;
                    on_curve(from, [a.x, a.y], [b.x, b.y], [p.x, p.y], t)
                }));
            }
            (Piece::Close, Some((_, closed))) => *closed = true,
            (_, None) => {}
        }
    }
    parts.retain(|(points, _)| points.len() > 1);
    parts
}

fn on_curve(from: [f64; 2], a: [f64; 2], b: [f64; 2], to: [f64; 2], t: f64) -> [f64; 2] {
    let s = 1.0 - t;
    let one =
        |i: usize| s * s * s * from[i] + 3.0 * s * s * t * a[i] + 3.0 * s * t * t * b[i] + t * t * t * to[i];
    [one(0), one(1)]
}
