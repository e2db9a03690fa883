//! How many things lie over each cell of a grid, and which cells are free of all.
//!
//! The counts lie in tiles that a copy shares with what it was copied from until it changes them:
//! a drawing on a large estate costs what it changes, and tells where it changed something.

use std::ops::Range;
use std::sync::Arc;

use super::raster::Grid;

/// Cells along the side of a tile.
const SIDE: usize = 16;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Over {
    /// A thing covers the cell's middle.
    Covered,
    /// An edge or a gap that is too narrow passes near it.
    Near,
}

#[derive(Clone, Debug)]
struct Tile {
    covered: [u32; SIDE * SIDE],
    near: [u32; SIDE * SIDE],
}

/// The counts of a grid's cells.
#[derive(Clone, Debug)]
pub(super) struct Cells {
    cols: usize,
    tile_cols: usize,
    tiles: Vec<Arc<Tile>>,
    /// Words of 64 cells in each row.
    words: usize,
    /// A bit for each cell over which nothing lies.
    free: Vec<u64>,
}

impl Cells {
    /// Cells over which nothing lies.
    pub fn new(grid: &Grid) -> Self {
        let (tile_cols, tile_rows) = (grid.cols.div_ceil(SIDE), grid.rows.div_ceil(SIDE));
        let bare = Arc::new(Tile {
            covered: [0; SIDE * SIDE],
            near: [0; SIDE * SIDE],
        });
        let words = grid.cols.div_ceil(64);
        let mut free = vec![u64::MAX; words * grid.rows];
        for row in free.chunks_exact_mut(words) {
            if let (Some(last), true) = (row.last_mut(), !grid.cols.is_multiple_of(64)) {
                *last = (1 << (grid.cols % 64)) - 1;
            }
        }
        Self {
            cols: grid.cols,
            tile_cols,
            tiles: vec![bare; tile_cols * tile_rows],
            words,
            free,
        }
    }
    /// Changes the counts of a stretch of a row.
    pub fn change(&mut self, row: usize, cols: Range<usize>, over: Over, change: impl Fn(u32) -> u32) {
        let mut col = cols.start;
        while col < cols.end {
            let end = ((col / SIDE + 1) * SIDE).min(cols.end);
            let tile = Arc::make_mut(&mut self.tiles[(row / SIDE) * self.tile_cols + col / SIDE]);
            for at in col..end {
                let local = (row % SIDE) * SIDE + at % SIDE;
                let count = match over {
                    Over::Covered => &mut tile.covered[local],
                    Over::Near => &mut tile.near[local],
                };
                *count = change(*count);
                let (word, bit) = (row * self.words + at / 64, 1 << (at % 64));
                if tile.covered[local] == 0 && tile.near[local] == 0 {
                    self.free[word] |= bit;
                } else {
                    self.free[word] &= !bit;
                }
            }
            col = end;
        }
    }
    /// Whether nothing lies over a cell.
    pub fn is_free(&self, row: usize, col: usize) -> bool {
        (self.free[row * self.words + col / 64] >> (col % 64)) & 1 == 1
    }
    /// The free cells of a row, 64 to a word, the westernmost in the lowest bit.
    pub fn free_row(&self, row: usize) -> &[u64] {
        &self.free[row * self.words..(row + 1) * self.words]
    }
    /// Whether no thing covers a cell's middle.
    pub fn is_open(&self, at: usize) -> bool {
        let (tile, local) = self.place(at);
        self.tiles[tile].covered[local] == 0
    }
    /// How many things, edges and gaps lie over a cell.
    pub fn count(&self, at: usize) -> u32 {
        let (tile, local) = self.place(at);
        let tile = &self.tiles[tile];
        tile.covered[local].saturating_add(tile.near[local])
    }
    /// Whether a box of cells shares all of its counts with those from which these were copied.
    pub fn is_shared(&self, with: &Self, rows: Range<usize>, cols: Range<usize>) -> bool {
        if rows.is_empty() || cols.is_empty() {
            return true;
        }
        (rows.start / SIDE..=(rows.end - 1) / SIDE).all(|row| {
            (cols.start / SIDE..=(cols.end - 1) / SIDE).all(|col| {
                let at = row * self.tile_cols + col;
                Arc::ptr_eq(&self.tiles[at], &with.tiles[at])
            })
        })
    }
    fn place(&self, at: usize) -> (usize, usize) {
        let (row, col) = (at / self.cols, at % self.cols);
        let tile = (row / SIDE) * self.tile_cols + col / SIDE;
        (tile, (row % SIDE) * SIDE + col % SIDE)
    }
}
