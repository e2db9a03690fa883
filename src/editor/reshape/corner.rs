//! Corners of areas and paths: moved, put in, taken out.

use crate::design::PlacementShape;
use crate::geometry::{Line, Outline, OutlineFault, WorldPt};

/// The corners of a shape that has corners to move: an area's or a path's.
pub fn corners(shape: &PlacementShape) -> Option<&[WorldPt]> {
    match shape {
        PlacementShape::Rectangle { .. } => None,
        PlacementShape::Area(outline) => Some(outline.corners()),
        PlacementShape::Path { line, .. } => Some(line.points()),
    }
}

/// How many of its corners a shape can lose and still be one.
pub fn spare_corners(shape: &PlacementShape) -> Option<usize> {
    match shape {
        PlacementShape::Rectangle { .. } => None,
        PlacementShape::Area(outline) => Some(outline.corners().len() - 3),
        PlacementShape::Path { line, .. } => Some(line.points().len() - 2),
    }
}

/// The shape with a corner elsewhere; the fault when that is no outline.
pub fn moved_corner(
    shape: &PlacementShape,
    corner: usize,
    to: WorldPt,
) -> Result<PlacementShape, OutlineFault> {
    with_corners(shape, |corners| {
        if let Some(known) = corners.get_mut(corner) {
            *known = to;
        }
    })
}

/// The shape with a corner more, in the side that starts at a corner.
pub fn inserted(shape: &PlacementShape, side: usize, at: WorldPt) -> Result<PlacementShape, OutlineFault> {
    with_corners(shape, |corners| {
        let place = (side + 1).min(corners.len());
        corners.insert(place, at);
    })
}

/// The shape without a corner.
pub fn removed(shape: &PlacementShape, corner: usize) -> Result<PlacementShape, OutlineFault> {
    with_corners(shape, |corners| {
        if corner < corners.len() {
            corners.remove(corner);
        }
    })
}

fn with_corners(
    shape: &PlacementShape,
    change: impl FnOnce(&mut Vec<WorldPt>),
) -> Result<PlacementShape, OutlineFault> {
    let mut points = corners(shape).unwrap_or_default().to_vec();
    change(&mut points);
    match shape {
        PlacementShape::Rectangle { .. } => Ok(shape.clone()),
        PlacementShape::Area(_) => {
            let wanted = points.len();
            let outline = Outline::new(points)?;
            // Two corners in one place are one: the hand would hold a corner that is no more.
            if outline.corners().len() < wanted {
                return Err(OutlineFault::TooFewCorners);
            }
            Ok(PlacementShape::Area(outline))
        }
        PlacementShape::Path { width, .. } => {
            let wanted = points.len();
            let line = Line::new(points).ok_or(OutlineFault::OutOfReach)?;
            if line.points().len() < wanted {
                return Err(OutlineFault::TooFewCorners);
            }
            Ok(PlacementShape::Path { line, width: *width })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(points: &[(f64, f64)]) -> PlacementShape {
        PlacementShape::Area(Outline::new(points.iter().map(|(x, y)| WorldPt::new(*x, *y))).unwrap())
    }

    #[test]
    fn a_corner_moves_and_its_number_stays() {
        let shape = area(&[(0., 0.), (10., 0.), (10., 10.), (0., 10.)]);
        let moved = moved_corner(&shape, 2, WorldPt::new(12., 11.)).unwrap();
        assert_eq!(corners(&moved).unwrap()[2], WorldPt::new(12., 11.));
        assert_eq!(spare_corners(&moved), Some(1));
    }

    #[test]
    fn an_outline_that_would_cross_itself_is_refused() {
        let shape = area(&[(0., 0.), (10., 0.), (10., 10.), (0., 10.)]);
        let fault = moved_corner(&shape, 2, WorldPt::new(-5., 4.)).unwrap_err();
        assert_eq!(fault, OutlineFault::CrossesItself);
    }

    #[test]
    fn a_corner_put_in_the_last_side_stands_last() {
        let shape = area(&[(0., 0.), (10., 0.), (10., 10.), (0., 10.)]);
        let more = inserted(&shape, 3, WorldPt::new(-1., 5.)).unwrap();
        assert_eq!(corners(&more).unwrap()[4], WorldPt::new(-1., 5.));
        assert_eq!(removed(&more, 4).unwrap(), shape);
    }
}
