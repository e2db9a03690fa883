//! Which pieces of ground hang together, and what an obstacle more or less does to that.
//!
//! A bench on a square does not part the square. So what a drawing parts is first looked for about
//! each thing alone: where the cells around it still hang together close by, every way through it
//! has one around it, and the pieces of ground are those that they were.

use std::collections::{BTreeMap, BTreeSet};

use crate::geometry::Bounds;

use super::obstacle::Goal;
use super::raster::Grid;
use super::walk_ground::WalkGround;

/// How far about a thing a way around it is looked for, in cells.
const AROUND: i64 = 12;
/// A step reaches two cells far: as far as a cell that is gone may have been needed.
const STEP: i64 = 2;

/// Which cells hang together: the number of each cell's piece of ground, 0 where nobody walks.
#[derive(Clone, Debug)]
pub struct Islands {
    of: Vec<u32>,
    count: u32,
}

impl WalkGround {
    /// Which cells hang together.
    pub fn islands(&self) -> Islands {
        let mut of = vec![0u32; self.grid().len()];
        let mut count = 0;
        let mut waiting = Vec::new();
        for first in 0..of.len() {
            if of[first] != 0 || !self.is_free(first) {
                continue;
            }
            count += 1;
            of[first] = count;
            waiting.push(first);
            while let Some(at) = waiting.pop() {
                self.each_step(at, |to, _| {
                    if of[to] == 0 {
                        of[to] = count;
                        waiting.push(to);
                    }
                });
            }
        }
        Islands { of, count }
    }

    /// The same of this ground, which was another before: quick where no piece is parted or joined.
    pub fn islands_since(&self, before: &Self, islands: &Islands) -> Islands {
        let len = self.grid().len();
        if before.grid().len() != len {
            return self.islands();
        }
        let mut gone = Vec::new();
        for at in 0..len {
            match (before.is_free(at), self.is_free(at)) {
                (true, false) => gone.push(at),
                (false, true) => return self.islands(),
                _ => {}
            }
        }
        let clusters = clusters(self.grid(), &gone);
        if !clusters
            .iter()
            .all(|cluster| self.has_ways_around(cluster, islands))
        {
            return self.islands();
        }
        let mut since = islands.clone();
        for at in gone {
            since.of[at] = 0;
        }
        since
    }

    /// Whether, close about cells that are gone, what hung together still does.
    fn has_ways_around(&self, cluster: &[usize], islands: &Islands) -> bool {
        let window = Window::about(self.grid(), cluster, AROUND);
        let mut gone = vec![false; window.len()];
        for at in cluster {
            gone[window.local(self.grid(), *at)] = true;
        }
        // The free cells that a step from one that is gone may have reached, by their old piece.
        let mut rim: Vec<(u32, usize)> = Vec::new();
        for at in window.cells(self.grid()) {
            if self.is_free(at) && window.is_near(self.grid(), &gone, at) {
                rim.push((islands.of[at], at));
            }
        }
        rim.sort_unstable();
        let mut seen = vec![false; window.len()];
        let mut piece = 0;
        for (island, at) in rim {
            if seen[window.local(self.grid(), at)] {
                continue;
            }
            if island == piece {
                return false;
            }
            piece = island;
            self.flood(&window, at, &mut seen);
        }
        true
    }

    fn flood(&self, window: &Window, from: usize, seen: &mut [bool]) {
        let mut waiting = vec![from];
        seen[window.local(self.grid(), from)] = true;
        while let Some(at) = waiting.pop() {
            self.each_step(at, |to, _| {
                if window.has(self.grid(), to) {
                    let local = window.local(self.grid(), to);
                    if !seen[local] {
                        seen[local] = true;
                        waiting.push(to);
                    }
                }
            });
        }
    }

    /// The pieces of ground from which a place is reached, smallest number first.
    pub fn islands_at(&self, islands: &Islands, place: &Goal) -> Vec<u32> {
        let cells = self.cells_at(place).into_iter();
        let mut found: Vec<u32> = cells.map(|(at, _)| islands.of[at]).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The pieces of ground with those joined that hang together once something within a box is
    /// away: `without` is this ground without it.
    pub fn joined(&self, islands: &Islands, without: &Self, within: Bounds) -> Joined {
        let mut joined = Joined {
            root: (0..=islands.count).collect(),
        };
        let cells: Vec<usize> = self.grid().in_box(within.grown(2.0 * self.width())).collect();
        let freed = |at: usize| without.is_free(at) && !self.is_free(at);
        let mut number = BTreeMap::new();
        for at in cells.iter().copied().filter(|at| freed(*at)) {
            number.insert(at, joined.root.len() as u32);
            joined.root.push(joined.root.len() as u32);
        }
        for (at, own) in &number {
            without.each_step(*at, |to, _| {
                let other = number.get(&to).copied().unwrap_or(islands.of[to]);
                // A freed cell outside of the box belongs to no piece.
                if other != 0 {
                    joined.join(*own, other);
                }
            });
        }
        joined
    }
}

/// Pieces of ground, some of which are one.
pub struct Joined {
    root: Vec<u32>,
}

impl Joined {
    /// The smallest number of those that are one with a piece.
    pub fn one(&self, mut piece: u32) -> u32 {
        while let Some(root) = self.root.get(piece as usize).filter(|root| **root != piece) {
            piece = *root;
        }
        piece
    }
    fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.one(a), self.one(b));
        self.root[a.max(b) as usize] = a.min(b);
    }
}

/// Cells that touch, side by side or by a corner, together.
fn clusters(grid: &Grid, cells: &[usize]) -> Vec<Vec<usize>> {
    let mut left: BTreeSet<usize> = cells.iter().copied().collect();
    let mut found = Vec::new();
    while let Some(first) = left.pop_first() {
        let mut cluster = vec![first];
        let mut next = 0;
        while let Some(at) = cluster.get(next).copied() {
            next += 1;
            for to in Window::about(grid, &[at], STEP).cells(grid) {
                if left.remove(&to) {
                    cluster.push(to);
                }
            }
        }
        found.push(cluster);
    }
    found
}

/// A box of cells.
struct Window {
    from: (i64, i64),
    to: (i64, i64),
}

impl Window {
    /// The box about cells with so many more on each side.
    fn about(grid: &Grid, cells: &[usize], more: i64) -> Self {
        let (mut from, mut to) = ((i64::MAX, i64::MAX), (0, 0));
        for at in cells {
            let (col, row) = place(grid, *at);
            from = (from.0.min(col), from.1.min(row));
            to = (to.0.max(col), to.1.max(row));
        }
        Self {
            from: ((from.0 - more).max(0), (from.1 - more).max(0)),
            to: (
                (to.0 + more).min(grid.cols as i64 - 1),
                (to.1 + more).min(grid.rows as i64 - 1),
            ),
        }
    }
    fn width(&self) -> i64 {
        self.to.0 - self.from.0 + 1
    }
    fn len(&self) -> usize {
        (self.width() * (self.to.1 - self.from.1 + 1)).max(0) as usize
    }
    fn has(&self, grid: &Grid, at: usize) -> bool {
        let (col, row) = place(grid, at);
        (self.from.0..=self.to.0).contains(&col) && (self.from.1..=self.to.1).contains(&row)
    }
    fn local(&self, grid: &Grid, at: usize) -> usize {
        let (col, row) = place(grid, at);
        ((row - self.from.1) * self.width() + col - self.from.0) as usize
    }
    fn cells(&self, grid: &Grid) -> impl Iterator<Item = usize> + use<> {
        let cols = grid.cols as i64;
        let (from, to) = (self.from, self.to);
        (from.1..=to.1).flat_map(move |row| (from.0..=to.0).map(move |col| (row * cols + col) as usize))
    }
    /// Whether a step from a marked cell may have reached a cell.
    fn is_near(&self, grid: &Grid, marked: &[bool], at: usize) -> bool {
        let (col, row) = place(grid, at);
        let rows = (row - STEP).max(self.from.1)..=(row + STEP).min(self.to.1);
        rows.into_iter().any(|row| {
            let cols = (col - STEP).max(self.from.0)..=(col + STEP).min(self.to.0);
            cols.into_iter()
                .any(|col| marked[((row - self.from.1) * self.width() + col - self.from.0) as usize])
        })
    }
}

fn place(grid: &Grid, at: usize) -> (i64, i64) {
    ((at % grid.cols) as i64, (at / grid.cols) as i64)
}
