//! Kernels that give a shape another size, corner or turn.

use crate::design::PlacementShape;
use crate::geometry::WorldPt;

/// The corners of a shape that has corners to move: an area's or a path's.
pub(super) fn corners(shape: &PlacementShape) -> Option<&[WorldPt]> {
    match shape {
        PlacementShape::Rectangle { .. } => None,
        PlacementShape::Area(outline) => Some(outline.corners()),
        PlacementShape::Path { line, .. } => Some(line.points()),
    }
}

/// How many of its corners a shape can lose and still be one.
pub(super) fn spare_corners(shape: &PlacementShape) -> Option<usize> {
    match shape {
        PlacementShape::Rectangle { .. } => None,
        PlacementShape::Area(outline) => Some(outline.corners().len() - 3),
        PlacementShape::Path { line, .. } => Some(line.points().len() - 2),
    }
}
