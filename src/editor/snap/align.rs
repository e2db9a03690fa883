//! Sides brought onto the lines of walls, kerbs and other things; middles onto their middles.

use crate::design::PlacementShape;
use crate::geometry::{Segment, WorldPt, WorldVec};

use super::{Candidate, LOOK_M, Snap, Targets, chosen};
use crate::scene::Measured;

/// Sides count as parallel when they differ by less than this: the sine of 0.6°.
const PARALLEL: f64 = 0.01;

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

/// What would bring one of the sides, or the middle, onto a line of the targets.
pub fn aligned(sides: &[Segment], middle: Option<WorldPt>, targets: &Targets, tolerance: f64) -> Snap {
    let mut candidates = Vec::new();
    let directed = |side: &Segment| Some((*side, (side.to - side.from).unit()?));
    let own: Vec<(Segment, WorldVec)> = sides.iter().filter_map(directed).collect();
    for (target, along) in targets.sides.iter().filter_map(directed) {
        let parallel = own.iter().filter(|(_, own)| own.cross(along).abs() <= PARALLEL);
        candidates.extend(parallel.filter_map(|(side, _)| beside(side, &target, along, tolerance)));
    }
    if let Some(middle) = middle {
        candidates.extend(
            targets
                .middles
                .iter()
                .filter_map(|axis| on_axis(middle, axis, tolerance)),
        );
    }
    chosen(candidates)
}

fn beside(side: &Segment, target: &Segment, along: WorldVec, tolerance: f64) -> Option<Candidate> {
    let across = along.left();
    let by = (target.from - side.from.middle(side.to)).dot(across);
    if by.abs() > tolerance {
        return None;
    }
    // How far apart the two lie along the line; 0 where they stand side by side.
    let place = |p: WorldPt| (p - target.from).dot(along);
    let (a, b) = (place(side.from), place(side.to));
    let (low, high, length) = (a.min(b), a.max(b), target.length());
    let gap = (low - length).max(-high).max(0.0);
    if gap > LOOK_M {
        return None;
    }
    let bridge = match (gap > 0.05, low > length) {
        (false, _) => None,
        (true, true) => Some((length, low)),
        (true, false) => Some((high, 0.0)),
    };
    // A kerb may be hundreds of metres long; the guide shows the part beside the hand.
    let beside = (low.min(0.0).max(low - 6.0), high.max(length).min(high + 6.0));
    let (from, to) = bridge.unwrap_or(beside);
    Some(Candidate {
        across,
        by,
        penalty: gap * 0.01,
        guide: Measured {
            from: target.from + along * from,
            to: target.from + along * to,
            metres: bridge.map(|_| gap),
        },
    })
}

fn on_axis(middle: WorldPt, axis: &Segment, tolerance: f64) -> Option<Candidate> {
    let along = (axis.to - axis.from).unit()?;
    let across = along.left();
    let by = (axis.from - middle).dot(across);
    let apart = (middle - axis.from).dot(along);
    let close = by.abs() <= tolerance && apart.abs() <= LOOK_M;
    close.then(|| Candidate {
        across,
        by,
        // A side on a wall is what people mean more often than a middle on a middle.
        penalty: tolerance * 0.25 + apart.abs() * 0.01,
        guide: Measured {
            from: axis.from,
            to: axis.from + along * apart,
            metres: Some(apart.abs()),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(a: (f64, f64), b: (f64, f64)) -> Segment {
        Segment {
            from: WorldPt::new(a.0, a.1),
            to: WorldPt::new(b.0, b.1),
        }
    }

    fn walls(sides: &[Segment]) -> Targets {
        Targets {
            sides: sides.to_vec(),
            ..Targets::default()
        }
    }

    #[test]
    fn a_side_near_a_wall_comes_to_lie_on_it() {
        let side = segment((2., 10.2), (6., 10.2));
        let snap = aligned(&[side], None, &walls(&[segment((0., 10.), (20., 10.))]), 0.5);
        assert_eq!(snap.by, WorldVec::new(0., 10. - 10.2));
        assert_eq!(snap.guides.len(), 1);
        assert_eq!(snap.guides[0].metres, None);
    }

    #[test]
    fn beyond_the_tolerance_or_askew_nothing_snaps() {
        let wall = walls(&[segment((0., 10.), (20., 10.))]);
        assert_eq!(
            aligned(&[segment((2., 11.), (6., 11.))], None, &wall, 0.5),
            Snap::default()
        );
        assert_eq!(
            aligned(&[segment((2., 10.2), (6., 10.6))], None, &wall, 0.5),
            Snap::default()
        );
    }

    #[test]
    fn two_walls_of_a_corner_are_met_at_once() {
        let corner = walls(&[segment((0., 10.), (20., 10.)), segment((20., 0.), (20., 10.))]);
        let sides = [segment((15., 9.8), (19.7, 9.8)), segment((19.7, 5.), (19.7, 9.8))];
        let snap = aligned(&sides, None, &corner, 0.5);
        assert!((snap.by - WorldVec::new(0.3, 0.2)).length() < 1e-9, "{snap:?}");
    }

    #[test]
    fn in_line_with_a_thing_apart_the_free_distance_is_told() {
        let target = walls(&[segment((0., 0.), (4., 0.))]);
        let snap = aligned(&[segment((7., 0.1), (9., 0.1))], None, &target, 0.5);
        assert_eq!(snap.guides[0].metres, Some(3.0));
    }
}
