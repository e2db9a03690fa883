//! Corners brought onto corners, walls, extension lines and square directions.

use crate::geometry::{WorldPt, WorldVec};
use crate::scene::Measured;

use super::said::{Said, What};
use super::targets::{Side, Targets};
use super::{Candidate, Chosen, LOOK_M, chosen, mark};

/// What a corner may snap to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wanted {
    /// Corners, middles of sides, sides.
    pub edges: bool,
    /// The lines of sides beyond their ends.
    pub beyond: bool,
    /// Square to what is drawn.
    pub square: bool,
    /// Along and across the nearest wall, from what is drawn.
    pub wall: bool,
}

/// A corner that is being set or moved: onto a place nearby, else onto a line nearby, or where two
/// lines meet. `neighbours` pairs a neighbouring corner with a direction to which square is meant.
pub fn on_lines(
    point: WorldPt,
    neighbours: &[(WorldPt, WorldVec)],
    targets: &Targets,
    wanted: Wanted,
    tolerance: f64,
) -> Chosen {
    let mut candidates = Vec::new();
    if wanted.edges {
        if let Some(place) = on_place(point, targets, tolerance) {
            return place;
        }
        let sides = targets.sides.iter();
        candidates.extend(sides.filter_map(|side| on_side(point, side, wanted.beyond, tolerance)));
    }
    if wanted.square {
        let lines = neighbours.iter().map(|(from, direction)| {
            let along = direction.unit().unwrap_or(WorldVec::new(1.0, 0.0));
            (*from, along, Said::bare(What::Square))
        });
        candidates.extend(lines.flat_map(|(from, along, said)| {
            let both = [(along, said), (along.left(), said)];
            both.into_iter()
                .filter_map(move |(along, said)| from_neighbour(point, from, along, said, tolerance))
        }));
    }
    if wanted.wall {
        candidates.extend(along_wall(point, neighbours, targets, tolerance));
    }
    let first = chosen(&candidates, tolerance);
    // Where two lines meet off the end of the wall that is said, the wall alone counts.
    if first.lines.iter().all(|line| is_on(point + first.by, line)) {
        return first;
    }
    candidates.sort_by(|a, b| a.cost().total_cmp(&b.cost()));
    candidates.truncate(1);
    chosen(&candidates, tolerance)
}

/// The nearest corner, middle of a side, door, lamp or tree. A corner goes before a middle.
fn on_place(point: WorldPt, targets: &Targets, tolerance: f64) -> Option<Chosen> {
    let sides = targets.sides.iter().flat_map(|side| {
        let Side { line, of } = *side;
        [
            (line.from, Said::of(What::Corner, of), 0.0),
            (line.to, Said::of(What::Corner, of), 0.0),
            (line.from.middle(line.to), Said::of(What::Middle, of), 0.3),
        ]
    });
    let own = targets
        .points
        .iter()
        .map(|(at, of)| (*at, Said::of(What::Place, *of), 0.1));
    let cost = |at: WorldPt, worse: f64| at.distance(point) + worse * tolerance;
    let (at, said, _) = sides
        .chain(own)
        .filter(|(at, ..)| at.distance(point) <= tolerance)
        .min_by(|a, b| cost(a.0, a.2).total_cmp(&cost(b.0, b.2)))?;
    let step = at - point;
    let across = step.unit().unwrap_or(WorldVec::new(1.0, 0.0));
    Some(Chosen {
        by: step,
        lines: vec![Candidate {
            across,
            by: step.length(),
            penalty: 0.0,
            guide: mark(at),
            also: None,
            said,
        }],
    })
}

fn on_side(point: WorldPt, side: &Side, beyond: bool, tolerance: f64) -> Option<Candidate> {
    let line = side.line;
    let along = (line.to - line.from).unit()?;
    let across = along.left();
    let by = (line.from - point).dot(across);
    let place = (point - line.from).dot(along);
    let length = line.length();
    let off = (place - length).max(-place).max(0.0);
    if by.abs() > tolerance || off > if beyond { LOOK_M } else { 0.0 } {
        return None;
    }
    let foot = line.from + along * place;
    let end = if place > length { line.to } else { line.from };
    let (guide, what) = if off > 0.0 {
        (Measured::between(end, foot), What::Extension)
    } else {
        let whole = Measured {
            from: line.from,
            to: line.to,
            metres: None,
        };
        (whole, What::Side)
    };
    Some(Candidate {
        across,
        by,
        // A wall goes before the line that it would have further on.
        penalty: if off > 0.0 {
            tolerance * 0.5 + off * 0.01
        } else {
            0.0
        },
        guide,
        also: None,
        said: Said::side(what, side.of, line),
    })
}

/// Onto the line through a neighbour in a direction.
fn from_neighbour(
    point: WorldPt,
    from: WorldPt,
    along: WorldVec,
    said: Said,
    tolerance: f64,
) -> Option<Candidate> {
    let across = along.left();
    let by = (from - point).dot(across);
    let metres = (point - from).dot(along);
    (by.abs() <= tolerance && metres.abs() > tolerance).then(|| Candidate {
        across,
        by,
        penalty: tolerance * 0.3,
        guide: Measured {
            from,
            to: from + along * metres,
            metres: None,
        },
        also: None,
        said,
    })
}

/// Along and across the nearest wall, from each neighbour.
fn along_wall(
    point: WorldPt,
    neighbours: &[(WorldPt, WorldVec)],
    targets: &Targets,
    tolerance: f64,
) -> Vec<Candidate> {
    let Some(wall) = targets.nearest_wall(point) else {
        return Vec::new();
    };
    let Some(along) = (wall.line.to - wall.line.from).unit() else {
        return Vec::new();
    };
    let both = [(along, What::Along), (along.left(), What::Across)];
    let lines = neighbours
        .iter()
        .flat_map(|(from, _)| both.map(|(along, what)| (*from, along, Said::of(what, wall.of))));
    lines
        .filter_map(|(from, along, said)| from_neighbour(point, from, along, said, tolerance))
        .collect()
}

/// Whether a point lies on the side that a candidate says, where it says one.
fn is_on(point: WorldPt, line: &Candidate) -> bool {
    match (line.said.what, line.said.side) {
        (What::Side, Some(side)) => side.nearest(point).distance(point) < 1e-6,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Segment;
    use proptest::prelude::*;

    const ALL: Wanted = Wanted {
        edges: true,
        beyond: true,
        square: true,
        wall: true,
    };

    fn targets(lines: &[[f64; 4]]) -> Targets {
        let line = |l: &[f64; 4]| Segment {
            from: WorldPt::new(l[0], l[1]),
            to: WorldPt::new(l[2], l[3]),
        };
        Targets {
            sides: lines.iter().map(|l| Side { line: line(l), of: 0 }).collect(),
            ..Targets::default()
        }
    }

    #[test]
    fn a_corner_goes_before_a_wall_and_a_wall_before_a_square_angle() {
        let wall = targets(&[[0., 0., 10., 0.]]);
        let east = [(WorldPt::new(3.0, -5.0), WorldVec::new(1.0, 0.0))];
        let snap = |x: f64, y: f64| {
            let point = WorldPt::new(x, y);
            point + on_lines(point, &east, &wall, ALL, 0.5).by
        };
        assert_eq!(snap(0.3, 0.2), WorldPt::new(0., 0.));
        assert_eq!(snap(5.2, 0.2), WorldPt::new(5.0, 0.));
        assert_eq!(snap(7.0, 0.2), WorldPt::new(7.0, 0.));
        assert_eq!(snap(3.2, 0.2), WorldPt::new(3.0, 0.));
        assert_eq!(snap(3.2, 4.0), WorldPt::new(3.0, 4.0));
        assert_eq!(snap(14.0, 0.2), WorldPt::new(14.0, 0.0));
        assert_eq!(snap(8.0, 4.0), WorldPt::new(8.0, 4.0));
    }

    proptest! {
        /// No snap goes farther than the tolerance, and the point then lies on every line said.
        #[test]
        fn a_snap_is_near_and_true(
            x in -8.0..8.0, y in -8.0..8.0, tolerance in 0.05..1.5,
            lines in prop::collection::vec(prop::array::uniform4(-9.0..9.0), 0..6),
            near in prop::collection::vec((-6.0..6.0, -6.0..6.0, 0.0..360.0), 0..3),
        ) {
            let neighbours: Vec<_> = near
                .iter()
                .map(|(x, y, turn): &(f64, f64, f64)| (WorldPt::new(*x, *y), WorldVec::toward(*turn)))
                .collect();
            let point = WorldPt::new(x, y);
            let found = on_lines(point, &neighbours, &targets(&lines), ALL, tolerance);
            prop_assert!(found.by.length() <= tolerance + 1e-9);
            let at = point + found.by;
            for line in &found.lines {
                let (from, to) = (line.guide.from, line.guide.to);
                let off = match (to - from).unit() {
                    Some(along) => (at - from).cross(along).abs(),
                    None => at.distance(from),
                };
                prop_assert!(off < 1e-6, "{off} off {line:?}");
                prop_assert!(is_on(at, line));
            }
        }
    }
}
