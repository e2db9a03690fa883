//! The free distance between a thing and the nearest wall, kerb, fence or boundary.

use crate::design::PlacementShape;
use crate::estate::Class;
use crate::geometry::{Segment, WorldPt};

use super::LOOK_M;
use super::targets::{Named, Targets};

/// Nearer than this a thing touches and there is no distance to say, in metres.
const LEAST_M: f64 = 0.01;
/// Ways whose lengths differ by less than this are as long, in metres.
const LEVEL_M: f64 = 1e-3;

/// The shortest straight way from a wall to a thing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Clear {
    /// Its end at the wall.
    pub from: WorldPt,
    /// Its end at the thing.
    pub to: WorldPt,
    /// The wall, and where its owner stands among the names.
    pub wall: Segment,
    pub of: usize,
}

/// The nearest wall, kerb, fence or boundary within reach of a shape that it does not touch.
pub fn clear_way(shape: &PlacementShape, targets: &Targets) -> Option<Clear> {
    let sides = super::sides_of(shape);
    let half = match shape {
        PlacementShape::Path { width, .. } => width / 2.0,
        _ => 0.0,
    };
    let boundary = |of: usize| matches!(targets.names.get(of), Some(Named::Feature(feature)) if feature.class == Class::Boundary);
    let edges = targets.sides.iter().filter(|side| boundary(side.of));
    let walls = targets.walls.iter().map(|wall| (wall.line, wall.of));
    let lines = walls.chain(edges.map(|side| (side.line, side.of)));
    lines
        .flat_map(|(wall, of)| {
            sides.iter().map(move |side| {
                let (from, to) = shortest(&wall, side);
                let clear = Clear { from, to, wall, of };
                (cost(&clear, to == side.from.middle(side.to)), clear)
            })
        })
        .min_by(|a, b| a.0.total_cmp(&b.0))
        .and_then(|(_, clear)| {
            let free = clear.from.distance(clear.to) - half;
            let to = clear.from + (clear.to - clear.from).unit()? * free;
            (LEAST_M..=LOOK_M)
                .contains(&free)
                .then_some(Clear { to, ..clear })
        })
}

/// The shortest way from one piece to another, 0 where they cross.
fn shortest(wall: &Segment, side: &Segment) -> (WorldPt, WorldPt) {
    if let Some(at) = crossing(wall, side) {
        return (at, at);
    }
    let ways = [
        (wall.from, side.nearest(wall.from)),
        (wall.to, side.nearest(wall.to)),
        (wall.nearest(side.from), side.from),
        (wall.nearest(side.to), side.to),
    ];
    let middle = side.from.middle(side.to);
    let best = ways
        .into_iter()
        .min_by(|a, b| a.0.distance(a.1).total_cmp(&b.0.distance(b.1)))
        .unwrap_or((wall.from, side.from));
    // Of a side that lies along the wall, the middle says the distance best.
    let across = (wall.nearest(middle), middle);
    if across.0.distance(across.1) <= best.0.distance(best.1) + LEVEL_M {
        across
    } else {
        best
    }
}

/// How long a way is; one in the middle of a side goes before an equal one at its corner.
fn cost(clear: &Clear, middle: bool) -> f64 {
    clear.from.distance(clear.to) - if middle { 2.0 * LEVEL_M } else { 0.0 }
}

fn crossing(a: &Segment, b: &Segment) -> Option<WorldPt> {
    let (r, s) = (a.to - a.from, b.to - b.from);
    let det = r.cross(s);
    if det.abs() < 1e-9 {
        return None;
    }
    let t = (b.from - a.from).cross(s) / det;
    let u = (b.from - a.from).cross(r) / det;
    ((0.0..=1.0).contains(&t) && (0.0..=1.0).contains(&u)).then(|| a.from + r * t)
}

#[cfg(test)]
mod tests {
    use super::super::targets::Wall;
    use super::*;
    use crate::geometry::{Turn, WorldVec};

    fn clear(at: (f64, f64), turn: f64) -> Option<(f64, WorldPt)> {
        let wall = Segment {
            from: WorldPt::new(0., 10.),
            to: WorldPt::new(20., 10.),
        };
        let targets = Targets {
            walls: vec![Wall {
                line: wall,
                of: 0,
                kerb: false,
            }],
            ..Targets::default()
        };
        let shape = PlacementShape::Rectangle {
            at: WorldPt::new(at.0, at.1),
            size: WorldVec::new(4., 2.),
            turn: Turn::new(turn),
        };
        clear_way(&shape, &targets).map(|clear| (clear.from.distance(clear.to), clear.from))
    }

    #[test]
    fn it_is_told_from_the_middle_of_a_side_along_the_wall_and_else_from_the_corner() {
        let (metres, from) = clear((8., 6.), 0.).expect("a way");
        assert!((metres - 3.0).abs() < 1e-9 && from == WorldPt::new(8., 10.));
        let (metres, _) = clear((8., 6.), 45.).expect("a way");
        assert!((metres - (4.0 - 3.0 / 2.0_f64.sqrt())).abs() < 2e-3, "{metres}");
    }

    #[test]
    fn what_touches_or_crosses_has_none_and_far_off_neither() {
        assert_eq!(clear((8., 9.), 0.), None);
        assert_eq!(clear((8., 10.), 0.), None);
        assert_eq!(clear((8., -20.), 0.), None);
    }
}
