//! Bays and aisles in an outline.
//!
//! Rows of bays stand on both sides of straight aisles; a lane joins the aisles where there are
//! several; an aisle runs out to the edge, over its whole width, so that cars get in. Tried are
//! the directions of the longest sides and those square to them, and in each the heights at which
//! rows may start; the layout with the most bays is taken.

use crate::geometry::{Outline, Region, Segment, Turn, WorldPt, WorldVec};

use super::bay_angle::{BayAngle, BaySize, SIDE_AISLE_M};
use super::car_park_rows::{Aisle, Row, Rows, best_rows};
use super::strip::SLACK_M;

/// Whom a bay is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BayUse {
    /// Any car.
    Car,
    /// A driver or passenger with a wheelchair; a side aisle lies beside it.
    Accessible,
}

/// One bay.
#[derive(Clone, Debug, PartialEq)]
pub struct Bay {
    /// Its middle.
    pub at: WorldPt,
    /// Length and width in metres.
    pub size: WorldVec,
    /// The direction of its length, away from the aisle.
    pub turn: Turn,
    /// Its ground.
    pub outline: Outline,
    /// Whom it is for.
    pub usage: BayUse,
}

/// A laid out car park. A bay may stick out of the plot or into its neighbour by up to 2 mm, the
/// grain of corners that were turned and rounded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CarPark {
    /// The bays, the accessible ones among them.
    pub bays: Vec<Bay>,
    /// Where cars drive; they join, and one or more run out to the plot's edge.
    pub aisles: Vec<Outline>,
    /// The aisles beside accessible bays.
    pub side_aisles: Vec<Outline>,
    /// Lines across the aisles where these run out to the plot's edge.
    pub entrances: Vec<Segment>,
}

impl CarPark {
    /// How many bays are for wheelchair users.
    pub fn accessible(&self) -> usize {
        self.bays
            .iter()
            .filter(|bay| bay.usage == BayUse::Accessible)
            .count()
    }
}

/// How many of so many bays must be accessible: one below 100, then 1 % (GB 55019-2021 2.9.5
/// [M 90%], the larger of it and GB 50763-2012 7.3.3 [V S10]).
pub fn accessible_bays_asked(bays: u32) -> u32 {
    if bays == 0 { 0 } else { bays.div_ceil(100) }
}

/// Plots larger than this, in square metres, are more than an estate of a thousand dwellings and
/// are not laid out, so that no document can stall a phone.
const LARGEST_M2: f64 = 40_000.0;
/// With more corners than this fewer layouts are tried, for the same reason.
pub(super) const MANY_CORNERS: usize = 100;

/// Lays bays out in a plot, as many as the tried layouts hold. Too small a plot has none, and one
/// whose rows are all too short for a side aisle has no accessible bay.
pub fn car_park(plot: &Outline, angle: BayAngle) -> CarPark {
    if plot.area() > LARGEST_M2 {
        return CarPark::default();
    }
    let size = angle.size();
    let about = plot.corners()[0];
    let mut best: Option<(f64, Rows)> = None;
    for direction in directions(plot, angle) {
        let ring: Vec<WorldPt> = plot
            .corners()
            .iter()
            .map(|p| own_from_world(*p, about, direction))
            .collect();
        let rows = best_rows(&ring, &size);
        if rows.count > best.as_ref().map_or(0, |(_, rows)| rows.count) {
            best = Some((direction, rows));
        }
    }
    best.map(|(direction, rows)| {
        Build {
            plot,
            size,
            about,
            direction,
        }
        .built(&rows)
    })
    .unwrap_or_default()
}

/// The directions of the longest sides and those square to them, in degrees. Slanting bays make a
/// direction and its reverse two layouts.
fn directions(plot: &Outline, angle: BayAngle) -> Vec<f64> {
    let most = if plot.corners().len() > MANY_CORNERS { 1 } else { 5 };
    let mut sides: Vec<Segment> = plot.sides().collect();
    sides.sort_by(|a, b| b.length().total_cmp(&a.length()));
    let mut found: Vec<f64> = Vec::new();
    for side in sides {
        let degrees = (side.to - side.from).degrees().rem_euclid(90.0);
        let near = |known: &f64| (known - degrees).abs() < 0.5 || (known - degrees).abs() > 89.5;
        if !found.iter().any(near) {
            found.push(degrees);
        }
        if found.len() == most {
            break;
        }
    }
    let turns: &[f64] = match angle {
        BayAngle::Square | BayAngle::Parallel => &[0.0, 90.0],
        _ => &[0.0, 90.0, 180.0, 270.0],
    };
    found
        .iter()
        .flat_map(|degrees| turns.iter().map(move |turn| degrees + turn))
        .collect()
}

fn own_from_world(p: WorldPt, about: WorldPt, direction: f64) -> WorldPt {
    let step = (p - about).turned(-direction);
    WorldPt::new(step.x, step.y)
}

/// Turns found rows into bays and aisles on the sheet.
struct Build<'a> {
    plot: &'a Outline,
    size: BaySize,
    about: WorldPt,
    direction: f64,
}

impl Build<'_> {
    fn world(&self, x: f64, y: f64) -> WorldPt {
        self.about + WorldVec::new(x, y).turned(self.direction)
    }

    fn built(&self, rows: &Rows) -> CarPark {
        let mut park = CarPark::default();
        for row in &rows.rows {
            self.row(row, &mut park);
        }
        for aisle in &rows.aisles {
            park.aisles.push(self.aisle(aisle));
            let across = |x: f64| Segment {
                from: self.world(x, aisle.low),
                to: self.world(x, aisle.high),
            };
            park.entrances
                .extend(aisle.run.before.map(|_| across(aisle.run.from)));
            park.entrances
                .extend(aisle.run.after.map(|_| across(aisle.run.to)));
        }
        if let Some((low, high)) = rows.lane {
            park.aisles.push(self.upright(low, high));
        }
        park
    }

    fn upright(&self, low: WorldPt, high: WorldPt) -> Outline {
        let middle = low.middle(high);
        Outline::rectangle(self.world(middle.x, middle.y), high - low, self.direction)
    }

    /// The aisle, run out to the edge where the edge closes it.
    fn aisle(&self, aisle: &Aisle) -> Outline {
        let plain = self.upright(
            WorldPt::new(aisle.run.from, aisle.low),
            WorldPt::new(aisle.run.to, aisle.high),
        );
        let from = aisle.run.before.unwrap_or(aisle.run.from);
        let to = aisle.run.after.unwrap_or(aisle.run.to);
        if aisle.run.from - from < SLACK_M && to - aisle.run.to < SLACK_M {
            return plain;
        }
        let long = self.upright(WorldPt::new(from, aisle.low), WorldPt::new(to, aisle.high));
        let middle = plain.centroid();
        Region::from(&long)
            .shared(&Region::from(self.plot))
            .pieces()
            .map(|(edge, _)| edge)
            .find(|edge| edge.contains(middle))
            .unwrap_or(plain)
    }

    /// The bays of a row: first the accessible ones, two about one side aisle, then the others.
    fn row(&self, row: &Row, park: &mut CarPark) {
        let count = row.count(&self.size);
        let pairs = row.accessible.div_ceil(2);
        let need = self.size.extent()
            + f64::from(count.saturating_sub(1)) * self.size.pitch
            + f64::from(pairs) * self.size.side_aisle();
        // Where slack was needed to fit, half of it sticks out at either end.
        let mut x = row.from + ((row.to - row.from - need) / 2.0).min(0.0) + self.size.extent() / 2.0;
        for at in 0..count {
            let accessible = at < row.accessible;
            let usage = if accessible {
                BayUse::Accessible
            } else {
                BayUse::Car
            };
            let length = WorldVec::new(self.size.length, self.size.width);
            park.bays.push(self.bay(row, x, length, usage));
            if accessible && at % 2 == 0 {
                let shift = (self.size.step() + self.size.side_aisle()) / 2.0;
                let strip = if self.size.degrees < 1.0 {
                    WorldVec::new(SIDE_AISLE_M, self.size.width)
                } else {
                    WorldVec::new(self.size.length, SIDE_AISLE_M)
                };
                park.side_aisles
                    .push(self.bay(row, x + shift, strip, usage).outline);
                x += self.size.side_aisle();
            }
            x += self.size.pitch;
        }
    }

    fn bay(&self, row: &Row, x: f64, size: WorldVec, usage: BayUse) -> Bay {
        let half = self.size.reach() / 2.0;
        let (y, slant) = if row.above {
            (row.front + half, self.size.degrees)
        } else {
            (row.front - half, -self.size.degrees)
        };
        let at = self.world(x, y);
        let turn = Turn::new(self.direction + slant);
        Bay {
            at: at.snapped(),
            size,
            turn,
            outline: Outline::rectangle(at, size, self.direction + slant),
            usage,
        }
    }
}
