//! A design as a direction: what it has, and where.

use std::ops::Range;

use crate::geometry::{Bounds, WorldPt};

use super::{Columns, Rows};

/// Metres between two places that count as different.
const PLACE_M: f64 = 24.0;
/// More places than this a side are not told apart.
const MOST_PLACES: usize = 64;

/// One design as a sparse direction of length 1: half of it what it has (kinds), half what it has where (kinds on a
/// grid of 24 m, each thing shared among the four places around it). A design of nothing has no direction.
pub(super) type Direction = Vec<(u32, f32)>;

/// Gives the directions of designs. They are made when they are asked for: of a million designs none is held.
pub(super) struct Directions<'a> {
    rows: Vec<Rows<'a>>,
    grid: Grid,
}

impl<'a> Directions<'a> {
    pub(super) fn of(columns: &'a Columns, bounds: Bounds) -> Self {
        Self {
            rows: columns.kinds().iter().map(|kind| columns.of_kind(kind)).collect(),
            grid: Grid::over(bounds),
        }
    }
    /// How many numbers a whole direction has.
    pub(super) fn length(&self) -> usize {
        self.rows.len() * (1 + self.grid.cells())
    }
    /// The directions of the designs of a range, in their order.
    pub(super) fn each(&self, designs: Range<usize>) -> impl Iterator<Item = Direction> {
        let from = designs.start as u32;
        let mut next: Vec<usize> = self
            .rows
            .iter()
            .map(|rows| rows.design.partition_point(|design| *design < from))
            .collect();
        // Held from one design to the next, so that each costs no memory of its own but the direction.
        let (mut what, mut place) = (Vec::new(), Vec::new());
        designs.map(move |design| {
            what.clear();
            place.clear();
            for (number, (rows, next)) in self.rows.iter().zip(&mut next).enumerate() {
                while rows.design.get(*next) == Some(&(design as u32)) {
                    self.add(number, rows, *next, &mut what, &mut place);
                    *next += 1;
                }
            }
            half(&mut what).chain(half(&mut place)).collect()
        })
    }
    fn add(
        &self,
        kind: usize,
        rows: &Rows,
        row: usize,
        what: &mut Vec<(u32, f64)>,
        place: &mut Vec<(u32, f64)>,
    ) {
        // Ten benches are more than one and not ten times as much: each further one says less.
        let vote = f64::from(rows.vote[row]);
        let share = vote * libm::sqrt(1.0 / vote);
        what.push((kind as u32, share));
        for (cell, part) in self.grid.around(rows.at(row)) {
            let at = self.rows.len() + kind * self.grid.cells() + cell;
            place.push((at as u32, share * part));
        }
    }
}

/// One half of a direction: what lies at one place added up in the order it came, places in order, scaled.
fn half(part: &mut Vec<(u32, f64)>) -> impl Iterator<Item = (u32, f32)> {
    // Stable, so that sums are the same whatever else a design has.
    part.sort_by_key(|(at, _)| *at);
    part.dedup_by(|next, sum| {
        let same = next.0 == sum.0;
        if same {
            sum.1 += next.1;
        }
        same
    });
    let length = libm::sqrt(part.iter().map(|(_, value)| value * value).sum::<f64>());
    part.iter()
        .map(move |(at, value)| (*at, (value / length * std::f64::consts::FRAC_1_SQRT_2) as f32))
}

struct Grid {
    origin: WorldPt,
    cell: f64,
    columns: usize,
    rows: usize,
}

impl Grid {
    fn over(bounds: Bounds) -> Self {
        let longer = bounds.width().max(bounds.height());
        let cell = PLACE_M.max(longer / (MOST_PLACES - 1) as f64);
        let nodes = |metres: f64| (metres / cell).ceil().max(1.0) as usize + 1;
        Self {
            origin: bounds.min,
            cell,
            columns: nodes(bounds.width()),
            rows: nodes(bounds.height()),
        }
    }
    fn cells(&self) -> usize {
        self.columns * self.rows
    }
    /// The four places around a point with their shares; what lies outside counts at the edge.
    fn around(&self, point: WorldPt) -> [(usize, f64); 4] {
        let held = |metres: f64, nodes: usize| (metres / self.cell).clamp(0.0, (nodes - 1) as f64 - 1e-6);
        let u = held(point.x - self.origin.x, self.columns);
        let v = held(point.y - self.origin.y, self.rows);
        let (column, row) = (u as usize, v as usize);
        let (fx, fy) = (u - column as f64, v - row as f64);
        let at = |column: usize, row: usize| row * self.columns + column;
        [
            (at(column, row), (1.0 - fx) * (1.0 - fy)),
            (at(column + 1, row), fx * (1.0 - fy)),
            (at(column, row + 1), (1.0 - fx) * fy),
            (at(column + 1, row + 1), fx * fy),
        ]
    }
}
