//! A grid of cells over the sheet, and which cells' middles lie in rings or near a straight piece.

use std::ops::Range;

use crate::geometry::{Bounds, Segment, WorldPt};

/// Where the cells of a grid lie: their side in metres, the first cell's middle, and how many
/// there are from west to east and from south to north.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grid {
    /// The side of a cell in metres.
    pub cell: f64,
    /// Cells from west to east.
    pub cols: usize,
    /// Cells from south to north.
    pub rows: usize,
    first: WorldPt,
}

impl Grid {
    /// Cells over a box; none where there would be more than `most` or the box is no box.
    pub fn over(bounds: Bounds, cell: f64, most: usize) -> Option<Self> {
        let (cols, rows) = (
            (bounds.width() / cell).ceil() + 1.0,
            (bounds.height() / cell).ceil() + 1.0,
        );
        let sound = cols >= 1.0 && rows >= 1.0 && cols * rows <= most as f64;
        sound.then_some(Self {
            cell,
            cols: cols as usize,
            rows: rows as usize,
            first: bounds.min,
        })
    }
    /// How many cells there are.
    pub fn len(&self) -> usize {
        self.cols * self.rows
    }
    /// Whether there is no cell; a grid has at least one.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// The middle of a cell.
    pub fn middle(&self, at: usize) -> WorldPt {
        let (col, row) = (at % self.cols, at / self.cols);
        WorldPt::new(
            self.first.x + col as f64 * self.cell,
            self.first.y + row as f64 * self.cell,
        )
    }
    /// The cell in which a point lies; none beyond the grid.
    pub fn nearest(&self, point: WorldPt) -> Option<usize> {
        let col = (point.x - self.first.x) / self.cell + 0.5;
        let row = (point.y - self.first.y) / self.cell + 0.5;
        let inside = col >= 0.0 && row >= 0.0 && col < self.cols as f64 && row < self.rows as f64;
        inside.then(|| row as usize * self.cols + col as usize)
    }
    /// The rows and the columns whose middles lie in a box.
    pub fn span(&self, bounds: Bounds) -> (Range<usize>, Range<usize>) {
        (
            self.rows_between(bounds.min.y, bounds.max.y),
            self.cols_between(bounds.min.x, bounds.max.x),
        )
    }
    /// The rows whose middles lie between two heights.
    fn rows_between(&self, low: f64, high: f64) -> Range<usize> {
        between(low - self.first.y, high - self.first.y, self.cell, self.rows)
    }
    fn cols_between(&self, low: f64, high: f64) -> Range<usize> {
        between(low - self.first.x, high - self.first.x, self.cell, self.cols)
    }
    /// The cells whose middles lie in a box.
    pub fn in_box(&self, bounds: Bounds) -> impl Iterator<Item = usize> + use<> {
        let cols = self.cols_between(bounds.min.x, bounds.max.x);
        let wide = self.cols;
        self.rows_between(bounds.min.y, bounds.max.y)
            .flat_map(move |row| cols.clone().map(move |col| row * wide + col))
    }
    /// Calls with each stretch of a row (the row and its columns) whose cells' middles lie inside
    /// rings that close; what lies in an even number of them is out.
    pub fn inside(&self, rings: &[Vec<WorldPt>], mut each: impl FnMut(usize, Range<usize>)) {
        let Some(bounds) = Bounds::of(rings.iter().flatten().copied()) else {
            return;
        };
        let mut crossings: Vec<f64> = Vec::new();
        for row in self.rows_between(bounds.min.y, bounds.max.y) {
            let y = self.middle(row * self.cols).y;
            crossings.clear();
            for ring in rings {
                for (at, from) in ring.iter().enumerate() {
                    let to = ring[(at + 1) % ring.len()];
                    if (from.y <= y) != (to.y <= y) {
                        crossings.push(from.x + (y - from.y) / (to.y - from.y) * (to.x - from.x));
                    }
                }
            }
            crossings.sort_by(f64::total_cmp);
            for pair in crossings.chunks_exact(2) {
                let cols = self.cols_between(pair[0], pair[1]);
                if !cols.is_empty() {
                    each(row, cols);
                }
            }
        }
    }
    /// Calls with each stretch of a row whose cells' middles lie nearer to a straight piece than so
    /// many metres.
    pub fn along(&self, piece: Segment, reach: f64, mut each: impl FnMut(usize, Range<usize>)) {
        let (low, high) = (piece.from.y.min(piece.to.y), piece.from.y.max(piece.to.y));
        let step = piece.to - piece.from;
        let square = step.dot(step);
        let (level, point) = (step.y.abs() < 1e-9, square < 1e-12);
        let per_square = if point { 0.0 } else { 1.0 / square };
        for row in self.rows_between(low - reach, high + reach) {
            let y = self.first.y + row as f64 * self.cell;
            // The part of the piece that passes within reach of this row.
            let share = |at: f64| ((at - piece.from.y) / step.y).clamp(0.0, 1.0);
            let (one, other) = if level {
                (0.0, 1.0)
            } else {
                (share(y - reach), share(y + reach))
            };
            let (one, other) = (piece.from.x + step.x * one, piece.from.x + step.x * other);
            let cols = self.cols_between(one.min(other) - reach, one.max(other) + reach);
            let is_near = |col: &usize| {
                let middle = WorldPt::new(self.first.x + *col as f64 * self.cell, y);
                let share = ((middle - piece.from).dot(step) * per_square).clamp(0.0, 1.0);
                let away = piece.from + step * share - middle;
                away.dot(away) < reach * reach
            };
            // What is near to a piece is round and has no dents: in a row it is one stretch.
            let Some(first) = cols.clone().find(is_near) else {
                continue;
            };
            let last = cols.rev().find(is_near).unwrap_or(first);
            each(row, first..last + 1);
        }
    }
}

/// The whole numbers n below a count with `low <= n * cell <= high`.
fn between(low: f64, high: f64, cell: f64, count: usize) -> Range<usize> {
    let (low, high) = ((low / cell).max(0.0), (high / cell).min(count as f64 - 1.0));
    if high < low || high < 0.0 {
        return 0..0;
    }
    // Quicker than `ceil`, which is a call on processors of old; both are in the count's reach here.
    let first = low as usize;
    let first = first + usize::from((first as f64) < low);
    first..high as usize + 1
}
