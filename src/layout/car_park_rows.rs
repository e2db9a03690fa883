//! The search for rows and aisles, in a frame whose x runs along the aisles.

use crate::geometry::WorldPt;

use super::bay_angle::BaySize;
use super::strip::{Run, SLACK_M, runs_inside};

/// A length of a row of bays beside one aisle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Row {
    /// Where it begins along the aisle.
    pub from: f64,
    /// Where it ends along the aisle.
    pub to: f64,
    /// The height at which it meets its aisle.
    pub front: f64,
    /// Whether it lies above its aisle.
    pub above: bool,
    /// Accessible bays in it.
    pub accessible: u32,
}

/// An aisle, or the lane that joins several of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Aisle {
    /// Its length.
    pub run: Run,
    /// Its lower edge.
    pub low: f64,
    /// Its upper edge.
    pub high: f64,
}

/// Rows and aisles that work together.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Rows {
    /// The rows.
    pub rows: Vec<Row>,
    /// The aisles.
    pub aisles: Vec<Aisle>,
    /// The lane across the rows, from x to x and from y to y, where there is more than one aisle.
    pub lane: Option<(WorldPt, WorldPt)>,
    /// How many bays the rows hold, the accessible ones among them.
    pub count: u32,
}

/// Rows above and below one aisle.
struct Module {
    low: f64,
    high: f64,
    aisles: Vec<Run>,
    below: Vec<Run>,
    above: Vec<Run>,
}

impl Row {
    /// How many bays it holds.
    pub fn count(&self, size: &BaySize) -> u32 {
        let pairs = self.accessible.div_ceil(2);
        let free = self.to - self.from + 2.0 * SLACK_M - f64::from(pairs) * size.side_aisle() - size.extent();
        if free < 0.0 {
            0
        } else {
            1 + (free / size.pitch).floor() as u32
        }
    }
}

impl Row {
    /// Whether its accessible bays fit with their side aisles. A slanting side aisle that no bay
    /// follows reaches farther than the bay it serves.
    fn has_room(&self, size: &BaySize) -> bool {
        let count = self.count(size);
        if count != self.accessible || count.is_multiple_of(2) {
            return count >= self.accessible;
        }
        let last = f64::from(count - 1) * size.pitch + f64::from(count / 2) * size.side_aisle();
        let beside = (size.step() + size.side_aisle() + size.side_aisle_extent()) / 2.0;
        size.extent() / 2.0 + last + beside <= self.to - self.from + 2.0 * SLACK_M
    }
}

/// Rows over a plot that is thin and long beyond any estate are not looked for further than this
/// many modules across.
const MOST_MODULES: f64 = 100.0;

/// The best rows over every height at which they may start.
pub(super) fn best_rows(ring: &[WorldPt], size: &BaySize) -> Rows {
    starts(ring, size)
        .into_iter()
        .map(|start| best_at(ring, size, start))
        .fold(
            Rows::default(),
            |best, next| if next.count > best.count { next } else { best },
        )
}

/// The heights at which the pattern row, aisle, row may start: so that a row's or an aisle's edge
/// lies on a corner, and some between.
fn starts(ring: &[WorldPt], size: &BaySize) -> Vec<f64> {
    // A ring of many corners costs more to look at, so fewer heights are tried.
    let (corners, between) = if ring.len() > super::car_park::MANY_CORNERS {
        (3, 3)
    } else {
        (12, 8)
    };
    let period = 2.0 * size.depth + size.aisle;
    let mut heights: Vec<f64> = ring.iter().map(|p| p.y).collect();
    heights.sort_by(f64::total_cmp);
    heights.dedup_by(|a, b| (*a - *b).abs() < 0.01);
    let base = heights.first().copied().unwrap_or_default();
    let skip = heights.len().div_ceil(corners).max(1);
    let top = heights.last().copied();
    let mut found: Vec<f64> = heights
        .into_iter()
        .step_by(skip)
        .chain(top)
        .flat_map(|y| [y, y - size.depth, y - size.depth - size.aisle])
        .chain((0..between).map(|i| base + period * f64::from(i) / f64::from(between)))
        .map(|y| (y - base).rem_euclid(period))
        .collect();
    found.sort_by(f64::total_cmp);
    found.dedup_by(|a, b| (*a - *b).abs() < 1e-4);
    found.into_iter().map(|offset| base + offset - period).collect()
}

fn best_at(ring: &[WorldPt], size: &BaySize, start: f64) -> Rows {
    let modules = modules(ring, size, start);
    let mut best = Rows::default();
    let mut keep = |rows: Rows| {
        if rows.count > best.count {
            best = rows;
        }
    };
    for (at, module) in modules.iter().enumerate() {
        for run in &module.aisles {
            keep(rows_of(&modules, size, &[(at, *run)], None));
        }
    }
    if modules.iter().filter(|module| !module.aisles.is_empty()).count() < 2 {
        return best;
    }
    let swapped: Vec<WorldPt> = ring.iter().map(|p| WorldPt::new(p.y, p.x)).collect();
    for x in lane_places(&modules, size) {
        for reach in runs_inside(&swapped, x, x + size.aisle) {
            let joined: Vec<(usize, Run)> = modules
                .iter()
                .enumerate()
                .filter(|(_, module)| reach.holds(module.low, module.high))
                .filter_map(|(at, module)| {
                    let run = module.aisles.iter().find(|run| run.holds(x, x + size.aisle))?;
                    Some((at, *run))
                })
                .collect();
            if joined.len() > 1 {
                keep(rows_of(&modules, size, &joined, Some(x)));
            }
        }
    }
    best
}

/// Where a lane across the rows may begin: at either end of an aisle.
fn lane_places(modules: &[Module], size: &BaySize) -> Vec<f64> {
    let mut places: Vec<f64> = modules
        .iter()
        .flat_map(|module| &module.aisles)
        .filter(|run| run.length() + SLACK_M >= size.aisle)
        .flat_map(|run| [run.from, run.to - size.aisle])
        .collect();
    places.sort_by(f64::total_cmp);
    places.dedup_by(|a, b| (*a - *b).abs() < 0.005);
    places
}

fn modules(ring: &[WorldPt], size: &BaySize, start: f64) -> Vec<Module> {
    let period = 2.0 * size.depth + size.aisle;
    let top = ring.iter().map(|p| p.y).fold(f64::MIN, f64::max);
    let count = ((top - start) / period).ceil().clamp(0.0, MOST_MODULES) as usize;
    (0..count)
        .map(|k| {
            let base = start + period * k as f64;
            let (low, high) = (base + size.depth, base + size.depth + size.aisle);
            let aisles = runs_inside(ring, low, high);
            let rows = |from: f64, to: f64| {
                if aisles.is_empty() {
                    Vec::new()
                } else {
                    runs_inside(ring, from, to)
                }
            };
            Module {
                low,
                high,
                below: rows(low - size.reach(), low),
                above: rows(high, high + size.reach()),
                aisles,
            }
        })
        .collect()
}

/// The rows beside the chosen aisles, with the accessible bays that the rule asks; empty when no
/// aisle among them opens to the edge over its whole width.
fn rows_of(modules: &[Module], size: &BaySize, chosen: &[(usize, Run)], lane: Option<f64>) -> Rows {
    let opens = chosen
        .iter()
        .any(|(_, run)| run.before.is_some() || run.after.is_some());
    let (Some(first), Some(last)) = (chosen.first(), chosen.last()) else {
        return Rows::default();
    };
    if !opens {
        return Rows::default();
    }
    let (bottom, top) = (modules[first.0].low, modules[last.0].high);
    let mut rows = Vec::new();
    for (at, aisle) in chosen {
        let module = &modules[*at];
        for (runs, front, above) in [
            (&module.below, module.low, false),
            (&module.above, module.high, true),
        ] {
            let crossed = lane.filter(|_| front > bottom + SLACK_M && front < top - SLACK_M);
            for run in runs {
                for (from, to) in beside(run, aisle, crossed.map(|x| (x, x + size.aisle))) {
                    let row = Row {
                        from,
                        to,
                        front,
                        above,
                        accessible: 0,
                    };
                    if row.count(size) > 0 {
                        rows.push(row);
                    }
                }
            }
        }
    }
    let count = with_accessible(&mut rows, size);
    Rows {
        rows,
        aisles: chosen
            .iter()
            .map(|(at, run)| Aisle {
                run: *run,
                low: modules[*at].low,
                high: modules[*at].high,
            })
            .collect(),
        lane: lane.map(|x| (WorldPt::new(x, bottom), WorldPt::new(x + size.aisle, top))),
        count,
    }
}

/// The stretches of a row's run that face the aisle and are not crossed by the lane.
fn beside(row: &Run, aisle: &Run, lane: Option<(f64, f64)>) -> impl Iterator<Item = (f64, f64)> {
    let (from, to) = (row.from.max(aisle.from), row.to.min(aisle.to));
    let parts = match lane {
        Some((left, right)) if left < to && right > from => [(from, left.min(to)), (right.max(from), to)],
        _ => [(from, to), (to, to)],
    };
    parts.into_iter().filter(|(from, to)| to - from > 0.1)
}

/// Makes as many bays accessible as the rule asks, where that costs the fewest bays, and says how
/// many bays there are then.
fn with_accessible(rows: &mut [Row], size: &BaySize) -> u32 {
    let total: u32 = rows.iter().map(|row| row.count(size)).sum();
    let mut left = super::car_park::accessible_bays_asked(total);
    while left > 0 {
        let step = left.min(2);
        let after = |row: &Row| Row {
            accessible: row.accessible + step,
            ..*row
        };
        let best = rows
            .iter()
            .enumerate()
            .filter(|(_, row)| after(row).has_room(size))
            .min_by_key(|(_, row)| row.count(size) - after(row).count(size))
            .map(|(at, _)| at);
        let Some(at) = best else { break };
        rows[at] = after(&rows[at]);
        left -= step;
    }
    rows.iter().map(|row| row.count(size)).sum()
}
