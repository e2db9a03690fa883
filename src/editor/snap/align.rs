//! Sides brought onto the lines of walls, kerbs and other things; middles onto their middles.

use crate::design::PlacementShape;
use crate::geometry::{Segment, WorldPt, WorldVec};
use crate::scene::Measured;

use super::said::{Said, What};
use super::targets::{Side, Targets};
use super::{Candidate, Chosen, LOOK_M, mark};

/// Sides count as parallel when they differ by less than this: the sine of 0.6°.
const PARALLEL: f64 = 0.01;
/// Ends nearer than this along a line touch, in metres.
const TOUCH_M: f64 = 0.05;

/// The straight sides of a shape; of a path its two long edges are left to its middle line.
pub fn sides_of(shape: &PlacementShape) -> Vec<Segment> {
    match shape {
        PlacementShape::Path { line, .. } => line.segments().collect(),
        _ => shape
            .outline()
            .map(|outline| outline.sides().collect())
            .unwrap_or_default(),
    }
}

/// What would bring one of the sides onto a side of the targets; with `beyond` also onto its line
/// beyond its ends.
pub fn on_sides(sides: &[Segment], targets: &Targets, beyond: bool, tolerance: f64) -> Vec<Candidate> {
    let own: Vec<(Segment, WorldVec)> = sides
        .iter()
        .filter_map(|side| Some((*side, direction(side)?)))
        .collect();
    let mut candidates = Vec::new();
    for target in &targets.sides {
        let Some(along) = direction(&target.line) else {
            continue;
        };
        let parallel = own.iter().filter(|(_, own)| own.cross(along).abs() <= PARALLEL);
        candidates.extend(parallel.filter_map(|(side, _)| beside(side, target, along, beyond, tolerance)));
    }
    candidates
}

/// What would bring the middle onto a middle line of the targets.
pub fn on_axes(middle: WorldPt, targets: &Targets, tolerance: f64) -> Vec<Candidate> {
    let axes = targets.middles.iter();
    axes.filter_map(|axis| on_axis(middle, axis, tolerance)).collect()
}

fn direction(side: &Segment) -> Option<WorldVec> {
    (side.to - side.from).unit()
}

fn beside(side: &Segment, target: &Side, along: WorldVec, beyond: bool, tolerance: f64) -> Option<Candidate> {
    let line = target.line;
    let across = along.left();
    let by = (line.from - side.from.middle(side.to)).dot(across);
    if by.abs() > tolerance {
        return None;
    }
    // How far apart the two lie along the line; 0 where they stand side by side.
    let place = |p: WorldPt| (p - line.from).dot(along);
    let (a, b) = (place(side.from), place(side.to));
    let (low, high, length) = (a.min(b), a.max(b), line.length());
    let gap = (low - length).max(-high).max(0.0);
    if gap > if beyond { LOOK_M } else { TOUCH_M } {
        return None;
    }
    let bridge = match (gap > TOUCH_M, low > length) {
        (false, _) => None,
        (true, true) => Some((length, low)),
        (true, false) => Some((high, 0.0)),
    };
    // A kerb may be hundreds of metres long; the guide shows the part beside the hand.
    let beside = (low.min(0.0).max(low - 6.0), high.max(length).min(high + 6.0));
    let (from, to) = bridge.unwrap_or(beside);
    let what = if bridge.is_some() {
        What::Extension
    } else {
        What::Side
    };
    Some(Candidate {
        across,
        by,
        penalty: gap * 0.01,
        guide: Measured {
            from: line.from + along * from,
            to: line.from + along * to,
            metres: bridge.map(|_| gap),
        },
        also: None,
        said: Said::side(what, target.of, line),
    })
}

fn on_axis(middle: WorldPt, axis: &Side, tolerance: f64) -> Option<Candidate> {
    let line = axis.line;
    let along = direction(&line)?;
    let across = along.left();
    let by = (line.from - middle).dot(across);
    let apart = (middle - line.from).dot(along);
    let close = by.abs() <= tolerance && apart.abs() <= LOOK_M;
    close.then(|| Candidate {
        across,
        by,
        // A side on a wall is what people mean more often than a middle on a middle.
        penalty: tolerance * 0.25 + apart.abs() * 0.01,
        guide: Measured {
            from: line.from,
            to: line.from + along * apart,
            metres: Some(apart.abs()),
        },
        also: None,
        said: Said::of(What::Axis, axis.of),
    })
}

/// A side that has come to lie on a wall slides along it until its end meets the wall's end, or
/// its middle the wall's middle, where that is within the tolerance in all.
pub fn slid(chosen: Chosen, sides: &[Segment], targets: &Targets, tolerance: f64) -> Chosen {
    let [on] = chosen.lines.as_slice() else {
        return chosen;
    };
    let (What::Side, Some(of), Some(wall)) = (on.said.what, on.said.of, on.said.side) else {
        return chosen;
    };
    let Some(along) = direction(&wall) else {
        return chosen;
    };
    // The wall and others that lie on its line: bays in a row are met at their seams too.
    let in_line = |side: &&Side| side.of == of || (side.line.from - wall.from).cross(along).abs() < TOUCH_M;
    let met = targets.sides.iter().filter(in_line).filter(|side| {
        direction(&side.line).is_some_and(|own| own.cross(along).abs() <= PARALLEL)
            && (side.line.from - wall.from).cross(along).abs() < TOUCH_M
    });
    let mut best: Option<(f64, WorldPt, What, usize)> = None;
    for target in met {
        let ends = [target.line.from, target.line.to];
        let middle = ends[0].middle(ends[1]);
        for side in sides.iter().filter(|side| lies_on(side, &chosen, &wall, along)) {
            let own = [side.from, side.to];
            let corners = ends
                .iter()
                .flat_map(|end| own.map(|own| (own, *end, What::Corner)));
            let middles = [(own[0].middle(own[1]), middle, What::Middle)];
            for (from, to, what) in corners.chain(middles) {
                let slide = (to - from).dot(along);
                if best.is_none_or(|(known, ..)| slide.abs() < known.abs()) {
                    best = Some((slide, to, what, target.of));
                }
            }
        }
    }
    let Some((slide, place, what, of)) = best else {
        return chosen;
    };
    let by = chosen.by + along * slide;
    if by.length() > tolerance {
        return chosen;
    }
    let mut lines = chosen.lines.clone();
    lines.push(Candidate {
        across: along,
        by: slide,
        penalty: 0.0,
        guide: mark(place),
        also: None,
        said: Said::of(what, of),
    });
    Chosen { by, lines }
}

fn lies_on(side: &Segment, chosen: &Chosen, wall: &Segment, along: WorldVec) -> bool {
    let off = |p: WorldPt| (p + chosen.by - wall.from).cross(along).abs();
    off(side.from) < TOUCH_M && off(side.to) < TOUCH_M
}

#[cfg(test)]
mod tests {
    use super::super::{Snap, chosen};
    use super::*;

    fn segment(a: (f64, f64), b: (f64, f64)) -> Segment {
        Segment {
            from: WorldPt::new(a.0, a.1),
            to: WorldPt::new(b.0, b.1),
        }
    }
    fn walls(sides: &[Segment]) -> Targets {
        Targets {
            sides: sides.iter().map(|line| Side { line: *line, of: 0 }).collect(),
            ..Targets::default()
        }
    }
    fn aligned(sides: &[Segment], targets: &Targets) -> Snap {
        chosen(&on_sides(sides, targets, true, 0.5), 0.5).into_snap(targets)
    }

    #[test]
    fn a_side_near_a_wall_comes_to_lie_on_it() {
        let side = segment((2., 10.2), (6., 10.2));
        let snap = aligned(&[side], &walls(&[segment((0., 10.), (20., 10.))]));
        assert_eq!(snap.by, WorldVec::new(0., 10. - 10.2));
        assert_eq!(snap.guides.len(), 1);
        assert_eq!(snap.guides[0].metres, None);
    }

    #[test]
    fn beyond_the_tolerance_or_askew_nothing_snaps() {
        let wall = walls(&[segment((0., 10.), (20., 10.))]);
        assert_eq!(aligned(&[segment((2., 11.), (6., 11.))], &wall), Snap::default());
        assert_eq!(
            aligned(&[segment((2., 10.2), (6., 10.6))], &wall),
            Snap::default()
        );
    }

    #[test]
    fn two_walls_of_a_corner_are_met_at_once() {
        let corner = walls(&[segment((0., 10.), (20., 10.)), segment((20., 0.), (20., 10.))]);
        let sides = [segment((15., 9.8), (19.7, 9.8)), segment((19.7, 5.), (19.7, 9.8))];
        let snap = aligned(&sides, &corner);
        assert!((snap.by - WorldVec::new(0.3, 0.2)).length() < 1e-9, "{snap:?}");
    }

    #[test]
    fn in_line_with_a_thing_apart_the_free_distance_is_told() {
        let target = walls(&[segment((0., 0.), (4., 0.))]);
        let sides = [segment((7., 0.1), (9., 0.1))];
        let snap = aligned(&sides, &target);
        assert_eq!(snap.guides[0].metres, Some(3.0));
        assert!(on_sides(&sides, &target, false, 0.5).is_empty());
    }

    #[test]
    fn on_a_wall_it_slides_to_the_end_or_the_middle() {
        let wall = walls(&[segment((0., 10.), (20., 10.))]);
        let at = |x: f64| {
            let sides = [segment((x, 10.1), (x + 4., 10.1))];
            let first = chosen(&on_sides(&sides, &wall, false, 0.5), 0.5);
            slid(first, &sides, &wall, 0.5).by
        };
        assert!((at(0.2) - WorldVec::new(-0.2, -0.1)).length() < 1e-9);
        assert!((at(7.8) - WorldVec::new(0.2, -0.1)).length() < 1e-9);
        assert!((at(3.0) - WorldVec::new(0.0, -0.1)).length() < 1e-9);
    }
}
