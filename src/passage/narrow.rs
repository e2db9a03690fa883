//! The widest way between two places that are cut off from each other, for a walker as narrow as
//! need be: over pieces of ground, and over cells that lie in a gap.
//!
//! Pieces are passed whole, and the search begins at the smaller side: a place behind a shed is
//! told from the few gaps about it, not from all of the estate.

use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use crate::geometry::Segment;

use super::islands::Islands;
use super::obstacle::Goal;
use super::squares::{Gaps, Squares};
use super::walk_ground::WalkGround;

/// The widest way between two places that are cut off from each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Narrow {
    /// How wide it is at its narrowest, in metres.
    pub width: f64,
    /// The narrowest place, from the one edge to the other.
    pub piece: Segment,
}

/// The narrowest gap of a way: its width in millimetres, and where it is; none on ground that is
/// wide enough.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Width {
    pub mm: u32,
    pub piece: Option<Segment>,
}

impl Width {
    const ENOUGH: Self = Self {
        mm: u32::MAX,
        piece: None,
    };
    fn least(self, other: Self) -> Self {
        if other.mm < self.mm { other } else { self }
    }
}

/// Where a search stands: on a piece of ground, or on a cell in a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Island(u32),
    Cell(usize),
}

/// What is narrow on some ground, found as it is asked for.
pub struct NarrowWays<'a> {
    ground: &'a WalkGround,
    islands: &'a Islands,
    /// The row and the columns of each piece's stretches.
    stretches: BTreeMap<u32, Vec<(usize, usize, usize)>>,
    gaps: Gaps<'a>,
}

/// A search on its way: the widest way to each place so far, and those to go on from.
#[derive(Default)]
struct Search {
    best: BTreeMap<Place, Width>,
    waiting: BinaryHeap<(u32, Place)>,
}

impl WalkGround {
    /// The cells about a place that no obstacle covers.
    pub fn open_cells_at(&self, goal: &Goal) -> Vec<usize> {
        let cols = self.grid().cols;
        let cells = self.cells_about(goal, &[], |row, col| self.is_open(row * cols + col));
        cells.into_iter().map(|(at, _)| at).collect()
    }
}

impl<'a> NarrowWays<'a> {
    /// Of some ground and its pieces; what was found of the ground from which it was copied is used
    /// where that was not changed.
    pub fn new(
        ground: &'a WalkGround,
        islands: &'a Islands,
        origin: Option<(&'a WalkGround, &'a Squares)>,
    ) -> Self {
        Self {
            ground,
            islands,
            stretches: BTreeMap::new(),
            gaps: Gaps::new(ground, origin),
        }
    }

    /// The widest way between any of some cells and any of others, both as
    /// [`WalkGround::open_cells_at`] gives them; none where nobody gets through at all.
    pub fn widest(&mut self, from: &[usize], to: &[usize]) -> Option<Narrow> {
        let (from, to) = (self.places(from), self.places(to));
        let (start, ends) = if self.size(&to) < self.size(&from) {
            (to, from)
        } else {
            (from, to)
        };
        let ends: BTreeSet<Place> = ends.into_keys().collect();
        if ends.is_empty() {
            return None;
        }
        let mut search = Search {
            waiting: start.iter().map(|(at, width)| (width.mm, *at)).collect(),
            best: start,
        };
        while let Some((mm, at)) = search.waiting.pop() {
            let Some(width) = search.best.get(&at).copied().filter(|width| width.mm == mm) else {
                continue;
            };
            if ends.contains(&at) {
                let piece = width.piece?;
                let width = piece.length();
                return Some(Narrow { width, piece });
            }
            match at {
                Place::Island(island) => self.leave_island(island, width, &mut search),
                Place::Cell(cell) => self.leave_cell(cell, width, &mut search),
            }
        }
        None
    }

    /// How many cells the pieces of ground among some places have.
    fn size(&self, places: &BTreeMap<Place, Width>) -> u64 {
        let islands = places.keys().map(|place| match place {
            Place::Island(island) => u64::from(self.islands.size(*island)),
            Place::Cell(_) => 0,
        });
        islands.sum()
    }

    /// The places of cells, each with the gap in which it lies.
    fn places(&mut self, cells: &[usize]) -> BTreeMap<Place, Width> {
        let cells = cells.iter();
        cells.filter_map(|at| self.place(*at)).collect()
    }
    fn place(&mut self, at: usize) -> Option<(Place, Width)> {
        match self.islands.at(at / self.cols(), at % self.cols()) {
            0 => Some((Place::Cell(at), self.gaps.at(at)?)),
            island => Some((Place::Island(island), Width::ENOUGH)),
        }
    }

    fn leave_island(&mut self, island: u32, width: Width, search: &mut Search) {
        let (cols, rows) = (self.cols(), self.ground.grid().rows);
        for (row, first, last) in self.stretches_of(island) {
            for beside in row.saturating_sub(1)..=(row + 1).min(rows - 1) {
                let mut col = first.saturating_sub(1);
                let end = (last + 1).min(cols - 1);
                while let Some(to) = self.ground.next_barred(beside, col).filter(|to| *to <= end) {
                    let at = beside * cols + to;
                    if let Some(gap) = self.gaps.at(at) {
                        for from in to.saturating_sub(1).max(first)..=(to + 1).min(last) {
                            let to = (Place::Cell(at), gap);
                            self.step(row * cols + from, at, to, width, search);
                        }
                    }
                    col = to + 1;
                }
            }
        }
    }

    fn leave_cell(&mut self, cell: usize, width: Width, search: &mut Search) {
        let (cols, rows) = (self.cols(), self.ground.grid().rows);
        let (row, col) = (cell / cols, cell % cols);
        for beside in row.saturating_sub(1)..=(row + 1).min(rows - 1) {
            for to in col.saturating_sub(1)..=(col + 1).min(cols - 1) {
                let at = beside * cols + to;
                if let Some(to) = self.place(at).filter(|_| at != cell) {
                    self.step(cell, at, to, width, search);
                }
            }
        }
    }

    /// Goes from a cell to one beside it, where that is wider than what was known and no edge
    /// lies between.
    fn step(
        &mut self,
        from: usize,
        to: usize,
        (place, gap): (Place, Width),
        width: Width,
        search: &mut Search,
    ) {
        let through = width.least(gap);
        let known = search.best.get(&place);
        if known.is_none_or(|known| known.mm < through.mm) && self.gaps.is_clear(from, to) {
            search.best.insert(place, through);
            search.waiting.push((through.mm, place));
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
        self.stretches.get(&island).cloned().unwrap_or_default()
    }

    fn cols(&self) -> usize {
        self.ground.grid().cols
    }
}
