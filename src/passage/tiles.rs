//! Whether anything lies in a part of the lattice, to about a tile.

use crate::geometry::Bounds;

use super::lattice::Lattice;

/// Points along the side of a tile.
const SIDE: usize = 8;

/// The tiles of a lattice in which points lie.
pub(super) struct Tiles {
    cols: usize,
    held: Vec<bool>,
}

impl Tiles {
    pub fn with(lattice: &Lattice, points: impl Iterator<Item = usize>) -> Self {
        let cols = lattice.cols.div_ceil(SIDE);
        let mut held = vec![false; cols * lattice.rows.div_ceil(SIDE)];
        for at in points {
            held[at / lattice.cols / SIDE * cols + at % lattice.cols / SIDE] = true;
        }
        Self { cols, held }
    }

    /// Whether a tile that reaches into a box holds any; never no where a point lies in the box.
    pub fn any_in(&self, lattice: &Lattice, bounds: Bounds) -> bool {
        let (rows, cols) = lattice.span(bounds);
        if rows.is_empty() || cols.is_empty() {
            return false;
        }
        let mut rows = rows.start / SIDE..=(rows.end - 1) / SIDE;
        rows.any(|row| {
            let row = row * self.cols;
            self.held[row + cols.start / SIDE..=row + (cols.end - 1) / SIDE].contains(&true)
        })
    }
}
