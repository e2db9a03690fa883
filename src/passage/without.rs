//! What hangs together once obstacles are away, told from the cells that they alone close, so that
//! nothing is taken away to ask.

use std::collections::{BTreeMap, BTreeSet};

use crate::geometry::Bounds;

use super::islands::{Islands, Joined};
use super::obstacle::Goal;
use super::walk_ground::{ObstacleNo, WalkGround};

/// Ground without some of its obstacles.
#[derive(Debug)]
pub struct Without<'a> {
    ground: &'a WalkGround,
    islands: &'a Islands,
    away: Vec<ObstacleNo>,
    /// The cells that get free, each with the number of what then hangs together.
    freed: BTreeMap<usize, u32>,
    /// The pieces of ground that they touch, with the number of what then hangs together.
    touched: BTreeMap<u32, u32>,
}

impl<'a> Without<'a> {
    /// The ground without obstacles.
    pub fn new(ground: &'a WalkGround, islands: &'a Islands, away: &[ObstacleNo]) -> Self {
        let mut without = Self {
            ground,
            islands,
            away: away.to_vec(),
            freed: freed(ground, away).into_iter().map(|at| (at, 0)).collect(),
            touched: BTreeMap::new(),
        };
        without.join();
        without
    }

    /// Numbers what hangs together among the freed cells and the pieces that they touch.
    fn join(&mut self) {
        let mut joined = Joined::default();
        for number in self.freed.values_mut() {
            *number = joined.more();
        }
        let (cols, rows) = (self.ground.grid().cols, self.ground.grid().rows);
        for (at, own) in &self.freed {
            let (row, col) = (at / cols, at % cols);
            for beside in row.saturating_sub(1)..=(row + 1).min(rows - 1) {
                for to in col.saturating_sub(1)..=(col + 1).min(cols - 1) {
                    let other = match (self.freed.get(&(beside * cols + to)), self.islands.at(beside, to)) {
                        (Some(other), _) => *other,
                        (None, 0) => continue,
                        (None, island) => *self.touched.entry(island).or_insert_with(|| joined.more()),
                    };
                    joined.join(*own, other);
                }
            }
        }
        for number in self.freed.values_mut().chain(self.touched.values_mut()) {
            *number = joined.one(*number);
        }
    }

    /// Whether any of some pieces of ground and any of others, all of them parted, are then one.
    pub fn connects(&self, some: &[u32], others: &BTreeSet<u32>) -> bool {
        let numbers = |island: &u32| self.touched.get(island);
        let ends: BTreeSet<&u32> = others.iter().filter_map(numbers).collect();
        some.iter()
            .filter_map(numbers)
            .any(|number| ends.contains(number))
    }

    /// Whether a place and any of some goals then lie on one piece of ground.
    pub fn reaches(&self, place: &Goal, goals: &[Goal]) -> bool {
        let own = self.pieces_at(place);
        goals
            .iter()
            .any(|goal| self.pieces_at(goal).iter().any(|piece| own.contains(piece)))
    }

    /// What a place lies on: what is joined by its number, other pieces by their own.
    fn pieces_at(&self, place: &Goal) -> BTreeSet<Result<u32, u32>> {
        let cols = self.ground.grid().cols;
        let is_in =
            |row, col| self.ground.is_free_at(row, col) || self.freed.contains_key(&(row * cols + col));
        let cells = self.ground.cells_about(place, &self.away, is_in);
        let pieces = cells.into_iter().map(|(at, _)| {
            let island = self.islands.at(at / cols, at % cols);
            let joined = self.freed.get(&at).or_else(|| self.touched.get(&island));
            joined.copied().ok_or(island)
        });
        pieces.collect()
    }
}

/// The cells over which nothing lies but some obstacles.
fn freed(ground: &WalkGround, away: &[ObstacleNo]) -> Vec<usize> {
    let obstacles = || away.iter().filter_map(|no| ground.obstacle(*no));
    let all = obstacles().filter_map(|obstacle| obstacle.bounds());
    let Some(bounds) = all.reduce(Bounds::joined) else {
        return Vec::new();
    };
    let (grid, near) = (ground.grid(), bounds.grown(2.0 * ground.width()));
    let (rows, cols) = grid.span(near);
    let mut counts = vec![0_u32; rows.len() * cols.len()];
    let mut count = |row: usize, at: std::ops::Range<usize>| {
        if rows.contains(&row) {
            for col in at.start.max(cols.start)..at.end.min(cols.end) {
                counts[(row - rows.start) * cols.len() + col - cols.start] += 1;
            }
        }
    };
    for obstacle in obstacles() {
        if obstacle.filled {
            grid.inside(&obstacle.rings, &mut count);
        }
        for side in obstacle.sides() {
            grid.along(side, ground.core(), &mut count);
        }
    }
    let is_of = |gap: &&super::Gap| away.iter().any(|no| gap.is_of(*no));
    for gap in ground.gaps_over(near).filter(is_of) {
        grid.along(gap.piece, ground.core(), &mut count);
    }
    let cells = rows
        .clone()
        .flat_map(|row| cols.clone().map(move |col| row * grid.cols + col));
    cells
        .zip(counts)
        .filter(|(at, count)| *count > 0 && ground.count(*at) == *count)
        .map(|(at, _)| at)
        .collect()
}
