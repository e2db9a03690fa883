//! The widest way between two places that are cut off from each other, for a walker as narrow as
//! need be: over pieces of ground, and over cells that lie in a gap.
//!
//! Pieces are passed whole, and the search begins at the smaller side: a place behind a shed is
//! told from the few gaps about it, not from all of the estate.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use crate::geometry::{Bounds, Segment};

use super::islands::Islands;
use super::obstacle::Goal;
use super::walk::millimetres;
use super::walk_ground::WalkGround;

/// Cells along the side of a square in which gaps are looked up together.
const SQUARE: usize = 16;
/// No gap.
const NONE: u32 = u32::MAX;

/// The widest way between two places that are cut off from each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Narrow {
    /// How wide it is at its narrowest, in metres.
    pub width: f64,
    /// The narrowest place, from the one edge to the other.
    pub piece: Segment,
}

/// What is narrow on some ground, found as it is asked for.
pub struct NarrowWays<'a> {
    ground: &'a WalkGround,
    islands: &'a Islands,
    /// The row and the columns of each piece's stretches.
    stretches: BTreeMap<u32, Vec<(usize, usize, usize)>>,
    gaps: Vec<Segment>,
    /// By square and cell, the narrowest gap in which each cell lies.
    squares: BTreeMap<usize, Box<[u32]>>,
}

/// Where a search stands: on a piece of ground, or on a cell in a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Island(u32),
    Cell(usize),
}

/// A way that a search goes on from: the widest first.
type Waiting = BinaryHeap<(u32, Place)>;

impl WalkGround {
    /// The cells about a place that no obstacle covers.
    pub fn open_cells_at(&self, goal: &Goal) -> Vec<usize> {
        let cols = self.grid().cols;
        let cells = self.cells_about(goal, &[], |row, col| self.is_open(row * cols + col));
        cells.into_iter().map(|(at, _)| at).collect()
    }
}

impl<'a> NarrowWays<'a> {
    /// Of some ground and its pieces.
    pub fn new(ground: &'a WalkGround, islands: &'a Islands) -> Self {
        Self {
            ground,
            islands,
            stretches: BTreeMap::new(),
            gaps: Vec::new(),
            squares: BTreeMap::new(),
        }
    }

    /// The widest way between any of some cells and any of others, both as
    /// [`WalkGround::open_cells_at`] gives them; none where nobody gets through at all.
    pub fn widest(&mut self, from: &[usize], to: &[usize]) -> Option<Narrow> {
        let (from, to) = (self.places(from), self.places(to));
        let size = |places: &BTreeMap<Place, u32>| -> u64 {
            let islands = places.keys().map(|place| match place {
                Place::Island(island) => u64::from(self.islands.size(*island)),
                Place::Cell(_) => 0,
            });
            islands.sum()
        };
        let (start, ends) = if size(&to) < size(&from) {
            (to, from)
        } else {
            (from, to)
        };
        let ends: BTreeSet<Place> = ends.into_keys().collect();
        if ends.is_empty() {
            return None;
        }
        let mut waiting: Waiting = start.iter().map(|(at, gap)| (self.width(*gap), *at)).collect();
        // Of each place the narrowest gap on the widest way to it.
        let mut best = start;
        while let Some((wide, at)) = waiting.pop() {
            let Some(narrowest) = best.get(&at).copied().filter(|gap| self.width(*gap) == wide) else {
                continue;
            };
            if ends.contains(&at) {
                let piece = *self.gaps.get(narrowest as usize)?;
                let width = piece.length();
                return Some(Narrow { width, piece });
            }
            match at {
                Place::Island(island) => self.leave_island(island, narrowest, &mut best, &mut waiting),
                Place::Cell(cell) => self.leave_cell(cell, narrowest, &mut best, &mut waiting),
            }
        }
        None
    }

    /// The places of cells, each with the gap in which it lies.
    fn places(&mut self, cells: &[usize]) -> BTreeMap<Place, u32> {
        let mut found = BTreeMap::new();
        for at in cells {
            match self.islands.at(at / self.cols(), at % self.cols()) {
                0 => match self.gap_at(*at) {
                    NONE => None,
                    gap => found.insert(Place::Cell(*at), gap),
                },
                island => found.insert(Place::Island(island), NONE),
            };
        }
        found
    }

    fn leave_island(
        &mut self,
        island: u32,
        narrowest: u32,
        best: &mut BTreeMap<Place, u32>,
        waiting: &mut Waiting,
    ) {
        let (cols, rows) = (self.cols(), self.ground.grid().rows);
        for (row, first, last) in self.stretches_of(island) {
            for beside in row.saturating_sub(1)..=(row + 1).min(rows - 1) {
                for col in first.saturating_sub(1)..=(last + 1).min(cols - 1) {
                    if self.ground.is_free_at(beside, col) {
                        continue;
                    }
                    let near = col.saturating_sub(1).max(first)..=(col + 1).min(last);
                    for from in near {
                        self.step(row * cols + from, beside * cols + col, narrowest, best, waiting);
                    }
                }
            }
        }
    }

    fn leave_cell(
        &mut self,
        cell: usize,
        narrowest: u32,
        best: &mut BTreeMap<Place, u32>,
        waiting: &mut Waiting,
    ) {
        let (cols, rows) = (self.cols(), self.ground.grid().rows);
        let (row, col) = (cell / cols, cell % cols);
        for beside in row.saturating_sub(1)..=(row + 1).min(rows - 1) {
            for to in col.saturating_sub(1)..=(col + 1).min(cols - 1) {
                self.step(cell, beside * cols + to, narrowest, best, waiting);
            }
        }
    }

    /// Goes from a cell to one beside it, where that is wider than what was known and no edge
    /// lies between.
    fn step(
        &mut self,
        from: usize,
        to: usize,
        narrowest: u32,
        best: &mut BTreeMap<Place, u32>,
        waiting: &mut Waiting,
    ) {
        let (place, gap) = match self.islands.at(to / self.cols(), to % self.cols()) {
            0 => match self.gap_at(to) {
                NONE => return,
                gap => (Place::Cell(to), gap),
            },
            island => (Place::Island(island), NONE),
        };
        let through = if self.width(gap) < self.width(narrowest) {
            gap
        } else {
            narrowest
        };
        let is_wider = best
            .get(&place)
            .is_none_or(|old| self.width(*old) < self.width(through));
        let grid = self.ground.grid();
        let step = Segment {
            from: grid.middle(from),
            to: grid.middle(to),
        };
        if is_wider && self.ground.is_clear(step) {
            best.insert(place, through);
            waiting.push((self.width(through), place));
        }
    }

    fn stretches_of(&mut self, island: u32) -> Vec<(usize, usize, usize)> {
        if self.stretches.is_empty() {
            for row in 0..self.ground.grid().rows {
                for run in self.islands.row(row) {
                    let stretch = (row, run.first as usize, run.last as usize);
                    self.stretches.entry(run.island).or_default().push(stretch);
                }
            }
        }
        self.stretches
            .remove(&island)
            .inspect(|kept| {
                self.stretches.insert(island, kept.clone());
            })
            .unwrap_or_default()
    }

    fn cols(&self) -> usize {
        self.ground.grid().cols
    }
    /// The width of a gap in millimetres; more than any where there is none.
    fn width(&self, gap: u32) -> u32 {
        let piece = self.gaps.get(gap as usize);
        piece.map_or(NONE, |piece| millimetres(piece.length()))
    }

    /// The narrowest gap in which a cell lies that is not free and that nothing covers.
    fn gap_at(&mut self, at: usize) -> u32 {
        let (row, col) = (at / self.cols(), at % self.cols());
        let (squares, local) = (
            self.cols().div_ceil(SQUARE),
            (row % SQUARE) * SQUARE + col % SQUARE,
        );
        let square = (row / SQUARE) * squares + col / SQUARE;
        if !self.squares.contains_key(&square) {
            let found = self.gaps_in(row / SQUARE * SQUARE, col / SQUARE * SQUARE);
            self.squares.insert(square, found);
        }
        self.squares.get(&square).map_or(NONE, |gaps| gaps[local])
    }

    /// The gaps in a square, whose first row and column these are.
    fn gaps_in(&mut self, row: usize, col: usize) -> Box<[u32]> {
        let grid = self.ground.grid();
        let (rows, cols) = (
            row..(row + SQUARE).min(grid.rows),
            col..(col + SQUARE).min(grid.cols),
        );
        let reach = self.ground.core().max(grid.cell);
        let near = Bounds {
            min: grid.middle(rows.start * grid.cols + cols.start),
            max: grid.middle((rows.end - 1) * grid.cols + cols.end - 1),
        }
        .grown(reach);
        let mut narrowest = vec![NONE; SQUARE * SQUARE].into_boxed_slice();
        for gap in self
            .ground
            .gaps_over(near)
            .filter(|gap| gap.piece.bounds().meets(&near))
        {
            let no = self.gaps.len() as u32;
            self.gaps.push(gap.piece);
            grid.along(gap.piece, reach, |at_row, at_cols| {
                if !rows.contains(&at_row) {
                    return;
                }
                for at_col in at_cols.start.max(cols.start)..at_cols.end.min(cols.end) {
                    let at = &mut narrowest[(at_row - row) * SQUARE + at_col - col];
                    let is_narrower = self
                        .gaps
                        .get(*at as usize)
                        .is_none_or(|old| narrower(&gap.piece, old).is_lt());
                    let can_stand = !self.ground.is_free_at(at_row, at_col)
                        && self.ground.is_open(at_row * grid.cols + at_col);
                    if is_narrower && can_stand {
                        *at = no;
                    }
                }
            });
        }
        narrowest
    }
}

/// The narrower first; of equals always the same one, in whatever order they are met.
fn narrower(one: &Segment, other: &Segment) -> Ordering {
    let key = |piece: &Segment| {
        let (from, to) = (piece.from, piece.to);
        [piece.length(), from.x, from.y, to.x, to.y]
    };
    let (one, other) = (key(one), key(other));
    let different = one.iter().zip(&other).map(|(a, b)| a.total_cmp(b));
    different.fold(Ordering::Equal, Ordering::then)
}
