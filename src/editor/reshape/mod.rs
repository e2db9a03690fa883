//! Kernels that give a shape another size, corner or turn: plain data in, plain data out.

mod corner;
mod resize;

pub(super) use corner::{corners, inserted, moved_corner, removed, spare_corners};
pub(super) use resize::{Frame, Pull, in_frame, resized, resized_to};
