//! A lattice of points over the sheet, and what lies between neighbouring points.

use crate::geometry::{Bounds, Segment, WorldPt};

use super::served::HOSE;

/// Lattice lines keep off the millimetre grid on which every corner lies, in metres, so that no
/// straight wall runs along a lattice line.
const OFF_GRID_M: f64 = 0.000_37;
/// A crossing this near to a lattice point, as a share of a cell, closes both sides of it.
const AT_POINT: f64 = 1e-7;

/// Points in rows and columns, a cell apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Lattice {
    /// The distance between neighbouring points in metres.
    pub cell: f64,
    pub cols: usize,
    pub rows: usize,
    first: WorldPt,
}

/// A step between neighbouring points: from a point to the east or to the north.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    East(usize),
    North(usize),
}

impl Lattice {
    /// A lattice over a box; none where it would have more than `most` points.
    pub fn over(bounds: Bounds, cell: f64, most: usize) -> Option<Self> {
        let cols = (bounds.width() / cell).ceil() + 2.0;
        let rows = (bounds.height() / cell).ceil() + 2.0;
        let sound = cols >= 2.0 && rows >= 2.0 && cols * rows <= most as f64;
        sound.then_some(Self {
            cell,
            cols: cols as usize,
            rows: rows as usize,
            first: WorldPt::new(bounds.min.x - OFF_GRID_M, bounds.min.y - OFF_GRID_M),
        })
    }
    pub fn len(&self) -> usize {
        self.cols * self.rows
    }
    /// Where a point of the lattice lies.
    pub fn at(&self, point: usize) -> WorldPt {
        let (col, row) = (point % self.cols, point / self.cols);
        WorldPt::new(
            self.first.x + col as f64 * self.cell,
            self.first.y + row as f64 * self.cell,
        )
    }
    /// The points in a box, row by row.
    pub fn in_box(&self, bounds: Bounds) -> impl Iterator<Item = usize> + use<> {
        let (rows, cols) = self.span(bounds);
        let wide = self.cols;
        rows.flat_map(move |row| cols.clone().map(move |col| row * wide + col))
    }
    /// The rows and the columns of the points in a box.
    pub fn span(&self, bounds: Bounds) -> (std::ops::Range<usize>, std::ops::Range<usize>) {
        let cols = between(
            bounds.min.x - self.first.x,
            bounds.max.x - self.first.x,
            self.cell,
            self.cols,
        );
        let rows = between(
            bounds.min.y - self.first.y,
            bounds.max.y - self.first.y,
            self.cell,
            self.rows,
        );
        (rows, cols)
    }
    /// Whether a point has all eight neighbours.
    pub fn is_inner(&self, point: usize) -> bool {
        let (col, row) = (point % self.cols, point / self.cols);
        col > 0 && row > 0 && col + 1 < self.cols && row + 1 < self.rows
    }
    /// The eight neighbours of a point: the neighbour and whether it lies aslant.
    pub fn neighbours(&self, point: usize) -> impl Iterator<Item = (usize, bool)> + use<> {
        let (col, row) = ((point % self.cols) as isize, (point / self.cols) as isize);
        let (cols, rows) = (self.cols as isize, self.rows as isize);
        const AROUND: [(isize, isize); 8] = [
            (1, 0),
            (0, 1),
            (-1, 0),
            (0, -1),
            (1, 1),
            (-1, 1),
            (-1, -1),
            (1, -1),
        ];
        AROUND.into_iter().filter_map(move |(dx, dy)| {
            let (col, row) = (col + dx, row + dy);
            let inside = col >= 0 && row >= 0 && col < cols && row < rows;
            inside.then_some(((row * cols + col) as usize, dx != 0 && dy != 0))
        })
    }
    /// The least that a hose between two points measures, in tenths of a cell.
    pub fn least_cost(&self, one: usize, other: usize) -> u32 {
        let along = (one % self.cols).abs_diff(other % self.cols) as u32;
        let across = (one / self.cols).abs_diff(other / self.cols) as u32;
        let aslant = along.min(across);
        HOSE.1 * aslant + HOSE.0 * (along.max(across) - aslant)
    }
    /// The steps that a move between two neighbouring points takes: one along an axis; aslant the
    /// four of both ways round the corner.
    pub fn steps(&self, from: usize, to: usize) -> ([Step; 4], usize) {
        let straight = |a: usize, b: usize| {
            let (low, high) = (a.min(b), a.max(b));
            if high - low == 1 {
                Step::East(low)
            } else {
                Step::North(low)
            }
        };
        let (fc, fr) = (from % self.cols, from / self.cols);
        let (tc, tr) = (to % self.cols, to / self.cols);
        if fc == tc || fr == tr {
            let only = straight(from, to);
            return ([only; 4], 1);
        }
        let (one, other) = (fr * self.cols + tc, tr * self.cols + fc);
        let steps = [
            straight(from, one),
            straight(one, to),
            straight(from, other),
            straight(other, to),
        ];
        (steps, 4)
    }
    /// The lattice point nearest to a point of the sheet; none beyond the lattice.
    pub fn nearest(&self, point: WorldPt) -> Option<usize> {
        let col = (point.x - self.first.x) / self.cell + 0.5;
        let row = (point.y - self.first.y) / self.cell + 0.5;
        let inside = col >= 0.0 && row >= 0.0 && col < self.cols as f64 && row < self.rows as f64;
        inside.then(|| row as usize * self.cols + col as usize)
    }
    /// Brings each point's count down to one more than its least neighbour's along the axes: how
    /// many cells it lies from a point of count 0. Beyond the lattice lies `beyond`.
    pub fn spread(&self, away: &mut [u8], beyond: u8) {
        // Along the rows a point asks what was just told; across them a whole row asks the one before.
        let mut before = vec![beyond; self.cols];
        for row in away.chunks_exact_mut(self.cols) {
            lessen(row, &before);
            let mut west = beyond;
            for away in &mut *row {
                *away = west.saturating_add(1).min(*away);
                west = *away;
            }
            before.copy_from_slice(row);
        }
        before.fill(beyond);
        for row in away.chunks_exact_mut(self.cols).rev() {
            lessen(row, &before);
            let mut east = beyond;
            for away in row.iter_mut().rev() {
                *away = east.saturating_add(1).min(*away);
                east = *away;
            }
            before.copy_from_slice(row);
        }
    }
    /// Calls with each point inside rings that close; what lies in an even number of them is out.
    pub fn inside(&self, rings: &[Vec<WorldPt>], mut each: impl FnMut(usize)) {
        let Some(bounds) = Bounds::of(rings.iter().flatten().copied()) else {
            return;
        };
        let mut crossings: Vec<f64> = Vec::new();
        let heights = between(
            bounds.min.y - self.first.y,
            bounds.max.y - self.first.y,
            self.cell,
            self.rows,
        );
        for row in heights {
            let y = self.first.y + row as f64 * self.cell;
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
                let cols = between(
                    pair[0] - self.first.x,
                    pair[1] - self.first.x,
                    self.cell,
                    self.cols,
                );
                cols.for_each(|col| each(row * self.cols + col));
            }
        }
    }
    /// Calls with each step between neighbouring points that a straight piece crosses.
    pub fn crossed(&self, piece: Segment, mut each: impl FnMut(Step)) {
        let own = |p: WorldPt| ((p.x - self.first.x) / self.cell, (p.y - self.first.y) / self.cell);
        let ((ax, ay), (bx, by)) = (own(piece.from), own(piece.to));
        lines_crossed((ax, ay), (bx, by), self.cols, self.rows, |col, row| {
            each(Step::North(row * self.cols + col));
        });
        lines_crossed((ay, ax), (by, bx), self.rows, self.cols, |row, col| {
            each(Step::East(row * self.cols + col));
        });
    }
}

/// Brings each count down to one more than the one beside it.
fn lessen(row: &mut [u8], beside: &[u8]) {
    for (away, beside) in row.iter_mut().zip(beside) {
        *away = beside.saturating_add(1).min(*away);
    }
}

/// Calls with each lattice line `u = n` that a piece crosses and the gap between points, counted
/// along that line, in which it does.
fn lines_crossed(
    from: (f64, f64),
    to: (f64, f64),
    lines: usize,
    points: usize,
    mut each: impl FnMut(usize, usize),
) {
    let (low, high) = if from.0 <= to.0 { (from, to) } else { (to, from) };
    let first = low.0.ceil().max(0.0);
    let last = high.0.floor().min(lines as f64 - 1.0);
    if last < first || high.0 - low.0 < 1e-12 {
        return;
    }
    let slope = (high.1 - low.1) / (high.0 - low.0);
    for line in first as usize..=last as usize {
        let across = low.1 + (line as f64 - low.0) * slope;
        if across < -1.0 || across >= points as f64 {
            continue;
        }
        let mut close = |gap: f64| {
            if gap >= 0.0 && gap < points as f64 - 1.0 {
                each(line, gap as usize);
            }
        };
        let gap = across.floor();
        close(gap);
        if across - gap < AT_POINT {
            close(gap - 1.0);
        } else if across - gap > 1.0 - AT_POINT {
            close(gap + 1.0);
        }
    }
}

/// The whole numbers n below a count with `low <= n * cell <= high`.
fn between(low: f64, high: f64, cell: f64, count: usize) -> std::ops::Range<usize> {
    let first = (low / cell).ceil().max(0.0);
    let last = (high / cell).floor().min(count as f64 - 1.0);
    if last >= first {
        first as usize..last as usize + 1
    } else {
        0..0
    }
}
