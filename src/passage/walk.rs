//! How far it is to walk: from every cell of the ground to the nearest of some goals, without steps.

use crate::geometry::WorldPt;

use super::obstacle::Goal;
use super::walk_ground::WalkGround;

/// Not reached.
const NEVER: u32 = u32::MAX;
/// More than the longest step in millimetres a cell of a metre, as the ring of buckets needs it.
const BUCKETS: usize = 4_096;

/// The steps from a cell: eight neighbours and eight a knight's move away, so that no way comes
/// out shorter than it is and none more than 2.8 % longer (1 / cos 13.3°).
const STEPS: [(i64, i64); 16] = [
    (1, 0),
    (-1, 0),
    (0, 1),
    (0, -1),
    (1, 1),
    (1, -1),
    (-1, 1),
    (-1, -1),
    (2, 1),
    (2, -1),
    (-2, 1),
    (-2, -1),
    (1, 2),
    (1, -2),
    (-1, 2),
    (-1, -2),
];

/// The length of the way from each cell to the nearest goal.
#[derive(Clone, Debug)]
pub struct Field {
    /// In millimetres; `NEVER` where there is no way.
    away: Vec<u32>,
}

impl WalkGround {
    /// How far it is from everywhere to the nearest of the goals.
    pub fn field(&self, goals: &[Goal]) -> Field {
        let mut away = vec![NEVER; self.grid().len()];
        let mut buckets: Vec<Vec<u32>> = vec![Vec::new(); BUCKETS];
        let mut waiting: Vec<(u32, u32)> = Vec::new();
        for (at, metres) in goals.iter().flat_map(|goal| self.cells_at(goal)) {
            let cost = millimetres(metres);
            if cost < away[at] {
                away[at] = cost;
                waiting.push((cost, at as u32));
            }
        }
        // Goals lie up to a walker's width from their cells, less than the ring of buckets is long.
        let mut left = waiting.len();
        for (cost, at) in waiting {
            buckets[cost as usize % BUCKETS].push(at);
        }
        let lengths = self.step_lengths();
        let mut now: usize = 0;
        let mut taken = Vec::new();
        while left > 0 {
            std::mem::swap(&mut buckets[now % BUCKETS], &mut taken);
            left -= taken.len();
            for at in taken.drain(..) {
                let at = at as usize;
                if away[at] as usize != now {
                    continue;
                }
                self.each_step(at, |to, step| {
                    let cost = away[at].saturating_add(lengths[step]);
                    if cost < away[to] {
                        away[to] = cost;
                        left += 1;
                        buckets[cost as usize % BUCKETS].push(to as u32);
                    }
                });
            }
            now += 1;
        }
        Field { away }
    }

    /// The metres from a place to what a field leads to; none where there is no way without steps.
    pub fn metres(&self, field: &Field, from: &Goal) -> Option<f64> {
        let near = self.cells_at(from);
        let costs = near.into_iter().filter(|(at, _)| field.away[*at] != NEVER);
        let costs = costs.map(|(at, metres)| field.away[at].saturating_add(millimetres(metres)));
        costs.min().map(|cost| f64::from(cost) / 1_000.0)
    }

    /// The way from a place to what a field leads to, as the corners of a line; empty without one.
    pub fn way(&self, field: &Field, from: &Goal) -> Vec<WorldPt> {
        let near = self.cells_at(from).into_iter();
        let start = near
            .filter(|(at, _)| field.away[*at] != NEVER)
            .min_by_key(|(at, metres)| (field.away[*at].saturating_add(millimetres(*metres)), *at));
        let Some((mut at, _)) = start else {
            return Vec::new();
        };
        let lengths = self.step_lengths();
        let mut way = vec![self.grid().middle(at)];
        let mut last_step = usize::MAX;
        loop {
            let mut next = None;
            self.each_step(at, |to, step| {
                let fits =
                    field.away[to] != NEVER && field.away[to].saturating_add(lengths[step]) == field.away[at];
                // Straight on where that is as short: fewer corners.
                if fits && (next.is_none() || step == last_step) {
                    next = Some((to, step));
                }
            });
            let Some((to, step)) = next else {
                return way;
            };
            if step == last_step {
                way.pop();
            }
            way.push(self.grid().middle(to));
            (at, last_step) = (to, step);
        }
    }

    /// Calls with each cell to which one gets from a cell in one step, and the number of the step.
    pub(super) fn each_step(&self, at: usize, mut each: impl FnMut(usize, usize)) {
        let (cols, rows) = (self.grid().cols as i64, self.grid().rows as i64);
        let (col, row) = ((at as i64) % cols, (at as i64) / cols);
        let free = |dx: i64, dy: i64| {
            let (x, y) = (col + dx, row + dy);
            let inside = x >= 0 && y >= 0 && x < cols && y < rows;
            inside && self.is_free_at(y as usize, x as usize)
        };
        for (step, (dx, dy)) in STEPS.iter().enumerate() {
            // A knight's move goes between two cells, which must be free as well.
            let between = match (dx.abs(), dy.abs()) {
                (2, 1) => free(dx / 2, 0) && free(dx / 2, *dy),
                (1, 2) => free(0, dy / 2) && free(*dx, dy / 2),
                _ => true,
            };
            if between && free(*dx, *dy) {
                each(((row + dy) * cols + col + dx) as usize, step);
            }
        }
    }

    /// The length of each step in millimetres, rounded up so that no way comes out too short.
    fn step_lengths(&self) -> [u32; 16] {
        STEPS.map(|(dx, dy)| {
            let cells = ((dx * dx + dy * dy) as f64).sqrt();
            // A hair less than what rounding adds to a whole number of millimetres.
            (cells * self.grid().cell * 1_000.0 - 1e-6).ceil() as u32
        })
    }
}

impl Field {
    /// The metres from a cell's middle; none where there is no way.
    pub fn at(&self, cell: usize) -> Option<f64> {
        let away = *self.away.get(cell)?;
        (away != NEVER).then(|| f64::from(away) / 1_000.0)
    }
}

pub(super) fn millimetres(metres: f64) -> u32 {
    (metres * 1_000.0).round() as u32
}
