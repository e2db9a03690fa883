//! Corners brought onto corners, walls and square directions.

use crate::geometry::{WorldPt, WorldVec};

use super::{Snap, Targets};
use crate::scene::Measured;

/// A corner that is being set or moved: onto a corner nearby, else onto a side nearby, else into
/// a square direction from one of its neighbours. `neighbours` pairs a neighbouring corner with a
/// direction to which square is meant.
pub fn snapped_point(
    point: WorldPt,
    neighbours: &[(WorldPt, WorldVec)],
    targets: &Targets,
    tolerance: f64,
) -> Snap {
    let ends = targets.sides.iter().flat_map(|side| [side.from, side.to]);
    if let Some(corner) = nearest(point, ends, tolerance) {
        return Snap {
            by: corner - point,
            guides: Vec::new(),
        };
    }
    let feet = targets.sides.iter().map(|side| (side.nearest(point), side));
    let wall = feet
        .filter(|(foot, _)| foot.distance(point) <= tolerance)
        .min_by(|a, b| a.0.distance(point).total_cmp(&b.0.distance(point)));
    if let Some((foot, side)) = wall {
        return Snap {
            by: foot - point,
            guides: vec![Measured {
                from: side.from,
                to: side.to,
                metres: None,
            }],
        };
    }
    square(point, neighbours, tolerance)
}

fn nearest(point: WorldPt, places: impl Iterator<Item = WorldPt>, tolerance: f64) -> Option<WorldPt> {
    places
        .filter(|place| place.distance(point) <= tolerance)
        .min_by(|a, b| a.distance(point).total_cmp(&b.distance(point)))
}

/// Onto the line through a neighbour along its direction or across it; onto two such lines at
/// once where both are near.
fn square(point: WorldPt, neighbours: &[(WorldPt, WorldVec)], tolerance: f64) -> Snap {
    let lines = neighbours.iter().flat_map(|(from, direction)| {
        let along = direction.unit().unwrap_or(WorldVec::new(1.0, 0.0));
        [(*from, along), (*from, along.left())]
    });
    let candidates = lines.filter_map(|(from, along)| {
        let across = along.left();
        let by = (from - point).dot(across);
        let metres = (point - from).dot(along);
        (by.abs() <= tolerance && metres.abs() > tolerance).then(|| super::Candidate {
            across,
            by,
            penalty: 0.0,
            guide: Measured {
                from,
                to: from + along * metres,
                metres: None,
            },
        })
    });
    super::chosen(candidates.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Segment;

    #[test]
    fn a_corner_goes_before_a_wall_and_a_wall_before_a_square_angle() {
        let wall = Segment {
            from: WorldPt::new(0., 0.),
            to: WorldPt::new(10., 0.),
        };
        let targets = Targets {
            sides: vec![wall],
            ..Targets::default()
        };
        let east = [(WorldPt::new(5.0, -5.0), WorldVec::new(1.0, 0.0))];
        let snap =
            |x: f64, y: f64| WorldPt::new(x, y) + snapped_point(WorldPt::new(x, y), &east, &targets, 0.5).by;
        assert_eq!(snap(0.3, 0.2), WorldPt::new(0., 0.));
        assert_eq!(snap(4.0, 0.2), WorldPt::new(4.0, 0.));
        assert_eq!(snap(5.2, 4.0), WorldPt::new(5.0, 4.0));
        assert_eq!(snap(8.0, 4.0), WorldPt::new(8.0, 4.0));
    }
}
