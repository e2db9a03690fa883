//! A grid of numbers over the ground.

use crate::geometry::{Bounds, WorldPt};

/// Numbers at the nodes of a square grid, rows from south to north.
#[derive(Clone, Debug, PartialEq)]
pub struct Raster {
    /// The south-western node.
    pub origin: WorldPt,
    /// Metres between two nodes.
    pub cell: f64,
    /// Nodes from west to east.
    pub columns: usize,
    /// Nodes from south to north.
    pub rows: usize,
    /// The numbers.
    pub values: Vec<f64>,
}

impl Raster {
    /// A grid of zeros over a box, with at most so many nodes along its longer side and no finer than `finest`
    /// metres. There are two nodes a side at least.
    pub fn over(bounds: Bounds, most_nodes: usize, finest: f64) -> Self {
        let longer = bounds.width().max(bounds.height()).max(1e-3);
        let cell = (longer / (most_nodes.max(2) - 1) as f64).max(finest);
        let nodes = |metres: f64| ((metres / cell - 1e-9).ceil().max(1.0) as usize) + 1;
        let (columns, rows) = (nodes(bounds.width()), nodes(bounds.height()));
        Self {
            origin: bounds.min,
            cell,
            columns,
            rows,
            values: vec![0.0; columns * rows],
        }
    }
    /// Where a node lies.
    pub fn node(&self, column: usize, row: usize) -> WorldPt {
        WorldPt::new(
            self.origin.x + column as f64 * self.cell,
            self.origin.y + row as f64 * self.cell,
        )
    }
    /// The number at a node.
    pub fn value(&self, column: usize, row: usize) -> f64 {
        self.values[row * self.columns + column]
    }
    /// The number between the nodes, by the four around; none outside.
    pub fn at(&self, point: WorldPt) -> Option<f64> {
        let (u, v) = self.within(point.x, point.y)?;
        let (column, row) = (u as usize, v as usize);
        let (fx, fy) = (u - column as f64, v - row as f64);
        let south = self.value(column, row) * (1.0 - fx) + self.value(column + 1, row) * fx;
        let north = self.value(column, row + 1) * (1.0 - fx) + self.value(column + 1, row + 1) * fx;
        Some(south * (1.0 - fy) + north * fy)
    }
    /// The largest number; 0 of none.
    pub fn most(&self) -> f64 {
        self.values.iter().copied().fold(0.0, f64::max)
    }
    /// The sum of the numbers times the ground of a cell: what was laid on it, of a density.
    pub fn mass(&self) -> f64 {
        self.values.iter().sum::<f64>() * self.cell * self.cell
    }

    /// A place in cells from the origin, where all four nodes around it are there.
    fn within(&self, x: f64, y: f64) -> Option<(f64, f64)> {
        let (u, v) = ((x - self.origin.x) / self.cell, (y - self.origin.y) / self.cell);
        let inside = u >= 0.0 && v >= 0.0 && u < (self.columns - 1) as f64 && v < (self.rows - 1) as f64;
        inside.then_some((u, v))
    }

    /// Shares points out to the four nodes around each (linear binning; Wand 1994), in the order given. Gives
    /// how much of the weight lies outside and is left out.
    pub(super) fn bin(&mut self, points: impl Iterator<Item = (f32, f32, f32)>) -> f64 {
        let mut outside = 0.0;
        let inverse = 1.0 / self.cell;
        let (x0, y0) = (self.origin.x, self.origin.y);
        let (most_u, most_v) = ((self.columns - 1) as f64, (self.rows - 1) as f64);
        for (x, y, weight) in points {
            let (u, v) = ((f64::from(x) - x0) * inverse, (f64::from(y) - y0) * inverse);
            let weight = f64::from(weight);
            if !(u >= 0.0 && v >= 0.0 && u < most_u && v < most_v) {
                outside += weight;
                continue;
            }
            let (column, row) = (u as usize, v as usize);
            let (fx, fy) = (u - column as f64, v - row as f64);
            let at = row * self.columns + column;
            let north = weight * fy;
            let south = weight - north;
            if let Some([a, b]) = self.values.get_mut(at..at + 2) {
                *a += south * (1.0 - fx);
                *b += south * fx;
            }
            if let Some([a, b]) = self.values.get_mut(at + self.columns..at + self.columns + 2) {
                *a += north * (1.0 - fx);
                *b += north * fx;
            }
        }
        outside
    }

    /// Blurs with a Gaussian of a standard deviation in metres, along the rows and then the columns, out to four
    /// deviations. What falls over the edge is gone, as for an estimate on the whole plane.
    pub(super) fn blur(&mut self, deviation: f64) {
        let kernel = gaussian(deviation / self.cell);
        let mut along = vec![0.0; self.values.len()];
        for (from, to) in self
            .values
            .chunks_exact(self.columns)
            .zip(along.chunks_exact_mut(self.columns))
        {
            blur_row(from, to, &kernel);
        }
        self.values.fill(0.0);
        // Whole rows are added, so that memory is walked in its order.
        let reach = kernel.len() - 1;
        for row in 0..self.rows {
            let to = &mut self.values[row * self.columns..(row + 1) * self.columns];
            let (first, last) = (row.saturating_sub(reach), (row + reach).min(self.rows - 1));
            for other in first..=last {
                let share = kernel[row.abs_diff(other)];
                let from = &along[other * self.columns..(other + 1) * self.columns];
                to.iter_mut().zip(from).for_each(|(to, from)| *to += share * from);
            }
        }
    }
}

/// One half of a Gaussian with its middle first, of a deviation in cells; it sums to one over both sides.
fn gaussian(deviation: f64) -> Vec<f64> {
    const DEVIATIONS: f64 = 4.0;
    let deviation = deviation.max(1e-6);
    let reach = (DEVIATIONS * deviation).ceil().min(4_096.0) as usize;
    let raw: Vec<f64> = (0..=reach)
        .map(|step| libm::exp(-0.5 * (step as f64 / deviation) * (step as f64 / deviation)))
        .collect();
    let sum = raw[0] + 2.0 * raw[1..].iter().sum::<f64>();
    raw.into_iter().map(|share| share / sum).collect()
}

fn blur_row(from: &[f64], to: &mut [f64], kernel: &[f64]) {
    let last = from.len() - 1;
    to.iter_mut()
        .zip(from)
        .for_each(|(to, from)| *to = kernel[0] * from);
    for (step, share) in kernel.iter().enumerate().skip(1) {
        if step > last {
            break;
        }
        // To the right of each node and to its left.
        to[..=last - step]
            .iter_mut()
            .zip(&from[step..])
            .for_each(|(to, from)| *to += share * from);
        to[step..]
            .iter_mut()
            .zip(from)
            .for_each(|(to, from)| *to += share * from);
    }
}
