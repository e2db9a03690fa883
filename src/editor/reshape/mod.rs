//! Kernels that give a shape another size, corner or turn: plain data in, plain data out.

mod corner;
mod resize;

use crate::design::PlacementShape;
use crate::geometry::Turn;

/// A rectangle as it is told to people.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rectangle {
    /// In metres.
    pub width: f64,
    /// In metres.
    pub depth: f64,
    /// In degrees anticlockwise from east, from 0 up to 360.
    pub turn: f64,
}

/// The rectangle that a shape is: one by nature, or an area with four square corners; else none.
pub fn rectangle_of(shape: &PlacementShape) -> Option<Rectangle> {
    Frame::of(shape).map(|frame| Rectangle {
        width: frame.size.x,
        depth: frame.size.y,
        turn: Turn::new(frame.turn).degrees(),
    })
}

pub(super) use corner::{corners, inserted, moved_corner, removed, spare_corners};
pub(super) use resize::{Frame, Pull, in_frame, resized, resized_to};
