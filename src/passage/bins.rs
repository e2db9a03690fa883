//! Boxes by the square in which they lie.

use crate::geometry::{Bounds, WorldPt};

/// Squares over a part of the sheet, each with the numbers of the boxes that reach into it.
#[derive(Clone, Debug, Default)]
pub(super) struct Bins {
    first: WorldPt,
    side: f64,
    cols: usize,
    rows: usize,
    count: usize,
    held: Vec<Vec<u32>>,
}

impl Bins {
    /// Squares of a side in metres over all boxes, numbered in their order.
    pub fn new(boxes: &[Bounds], side: f64) -> Self {
        let Some(bounds) = boxes.iter().copied().reduce(Bounds::joined) else {
            return Self::default();
        };
        // Far flung boxes get larger squares, so that the squares stay few.
        let side = side.max(bounds.width() / 1_000.0).max(bounds.height() / 1_000.0);
        let cols = (bounds.width() / side) as usize + 1;
        let rows = (bounds.height() / side) as usize + 1;
        let mut bins = Self {
            first: bounds.min,
            side,
            cols,
            rows,
            count: boxes.len(),
            held: vec![Vec::new(); cols * rows],
        };
        for (at, bounds) in boxes.iter().enumerate() {
            for bin in bins.over(*bounds) {
                bins.held[bin].push(at as u32);
            }
        }
        bins
    }

    /// The squares over a box; what lies outside of them all counts to the nearest.
    pub fn over(&self, bounds: Bounds) -> impl Iterator<Item = usize> + use<> {
        let clamp = |metres: f64, count: usize| {
            let last = count.max(1) as f64 - 1.0;
            (metres / self.side.max(1e-9)).clamp(0.0, last) as usize
        };
        let cols =
            clamp(bounds.min.x - self.first.x, self.cols)..=clamp(bounds.max.x - self.first.x, self.cols);
        let rows =
            clamp(bounds.min.y - self.first.y, self.rows)..=clamp(bounds.max.y - self.first.y, self.rows);
        let (wide, count) = (self.cols, self.held.len());
        rows.flat_map(move |row| cols.clone().map(move |col| row * wide + col))
            .filter(move |bin| *bin < count)
    }

    /// The boxes that count and reach into the squares over a box, each once, in their order.
    pub fn near(&self, bounds: Bounds, counts: impl Fn(usize) -> bool) -> Vec<usize> {
        let held = self.over(bounds).flat_map(|bin| &self.held[bin]);
        let mut found: Vec<usize> = held.map(|at| *at as usize).filter(|at| counts(*at)).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The boxes that reach into the squares over any of some boxes, each once, in their order.
    pub fn near_any(&self, all: &[Bounds]) -> Vec<usize> {
        let (mut is_over, mut is_near) = (vec![false; self.held.len()], vec![false; self.count]);
        for bin in all.iter().flat_map(|bounds| self.over(*bounds)) {
            if !std::mem::replace(&mut is_over[bin], true) {
                self.held[bin].iter().for_each(|at| is_near[*at as usize] = true);
            }
        }
        (0..self.count).filter(|at| is_near[*at]).collect()
    }
}
