//! Which pieces of ground hang together.
//!
//! A knight's move passes between two cells that must be free as well, so whoever gets somewhere in
//! any steps gets there by steps to the eight neighbours. So a piece of ground is told from the
//! stretches of free cells in each row: two in neighbouring rows that touch, if only by a corner,
//! are one. That is read off the bits of the rows, and is quicker than to look what has changed.

use super::obstacle::Goal;
use super::walk_ground::WalkGround;

/// A stretch of free cells in a row, from its first to its last column.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    pub first: u32,
    pub last: u32,
    pub island: u32,
}

/// Which cells hang together: the number of each cell's piece of ground, 0 where nobody walks.
#[derive(Clone, Debug)]
pub struct Islands {
    runs: Vec<Run>,
    /// The first run of each row, and at the end their number.
    rows: Vec<u32>,
    /// How many cells each piece has, by its number.
    sizes: Vec<u32>,
}

impl WalkGround {
    /// Which cells hang together.
    pub fn islands(&self) -> Islands {
        let mut runs: Vec<Run> = Vec::new();
        let mut rows: Vec<u32> = vec![0];
        let mut joined = Joined::default();
        let mut above = 0;
        for row in 0..self.grid().rows {
            let from = runs.len();
            each_run(self.free_row(row), |first, last| {
                let island = joined.more();
                runs.push(Run { first, last, island });
            });
            // Both rows from west to east, side by side.
            let (mut upper, mut lower) = (above, from);
            while upper < from && lower < runs.len() {
                let (one, other) = (runs[upper], runs[lower]);
                if one.first <= other.last + 1 && other.first <= one.last + 1 {
                    joined.join(one.island, other.island);
                }
                if one.last < other.last {
                    upper += 1;
                } else {
                    lower += 1;
                }
            }
            above = from;
            rows.push(runs.len() as u32);
        }
        // Numbers from 1 in the order of each piece's first cell.
        let mut sizes = vec![0];
        let mut number = vec![0; runs.len()];
        for run in &mut runs {
            let root = joined.one(run.island) as usize;
            if number[root] == 0 {
                number[root] = sizes.len() as u32;
                sizes.push(0);
            }
            run.island = number[root];
            sizes[run.island as usize] += run.last + 1 - run.first;
        }
        Islands { runs, rows, sizes }
    }

    /// The pieces of ground from which a place is reached, smallest number first.
    pub fn islands_at(&self, islands: &Islands, place: &Goal) -> Vec<u32> {
        let cells = self.cells_at(place);
        self.islands_of(islands, cells.iter().map(|(at, _)| *at))
    }

    /// The pieces of ground on which cells lie, smallest number first.
    pub fn islands_of(&self, islands: &Islands, cells: impl Iterator<Item = usize>) -> Vec<u32> {
        let cols = self.grid().cols;
        let mut found: Vec<u32> = Vec::new();
        for at in cells {
            let island = islands.at(at / cols, at % cols);
            if found.last() != Some(&island) {
                found.push(island);
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

impl Islands {
    /// The number of a cell's piece, 0 where nobody walks.
    pub(super) fn at(&self, row: usize, col: usize) -> u32 {
        let runs = self.row(row);
        let after = runs.partition_point(|run| (run.first as usize) <= col);
        let run = after.checked_sub(1).map(|at| runs[at]);
        run.filter(|run| col <= run.last as usize)
            .map_or(0, |run| run.island)
    }
    /// The stretches of a row from west to east.
    pub(super) fn row(&self, row: usize) -> &[Run] {
        &self.runs[self.rows[row] as usize..self.rows[row + 1] as usize]
    }
    /// How many cells a piece has.
    pub(super) fn size(&self, island: u32) -> u32 {
        self.sizes.get(island as usize).copied().unwrap_or(0)
    }
}

/// Calls with the first and last place of each stretch of bits that are set.
fn each_run(words: &[u64], mut each: impl FnMut(u32, u32)) {
    let mut open: Option<u32> = None;
    for (at, word) in words.iter().enumerate() {
        let base = at as u32 * 64;
        let mut from = 0;
        while from < 64 {
            let rest = word >> from;
            match open {
                None if rest == 0 => break,
                None => {
                    from += rest.trailing_zeros();
                    open = Some(base + from);
                }
                Some(first) => {
                    from += rest.trailing_ones();
                    // A stretch that fills the word may go on in the next.
                    if from < 64 {
                        each(first, base + from - 1);
                        open = None;
                    } else {
                        break;
                    }
                }
            }
        }
    }
    if let Some(first) = open {
        each(first, words.len() as u32 * 64 - 1);
    }
}

/// Numbers, some of which are one.
#[derive(Clone, Debug, Default)]
pub(super) struct Joined {
    root: Vec<u32>,
}

impl Joined {
    /// A number that is one with no other.
    pub fn more(&mut self) -> u32 {
        self.root.push(self.root.len() as u32);
        self.root.len() as u32 - 1
    }
    /// The smallest of those that are one with a number.
    pub fn one(&mut self, mut number: u32) -> u32 {
        while self.root[number as usize] != number {
            let next = self.root[number as usize];
            self.root[number as usize] = self.root[next as usize];
            number = next;
        }
        number
    }
    /// Makes two one.
    pub fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.one(a), self.one(b));
        self.root[a.max(b) as usize] = a.min(b);
    }
}
