//! Hot spots: where a kind is densest, with how many designs put it there.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::catalogue::KindId;
use crate::geometry::{Bounds, WorldPt};

use super::{Columns, Raster, Vote, density};

/// A peak of the density of a kind.
#[derive(Clone, Debug, PartialEq)]
pub struct HotSpot {
    /// The kind.
    pub kind: KindId,
    /// Where the density is highest.
    pub at: WorldPt,
    /// Votes a square metre there.
    pub density: f64,
    /// The designs that put at least one within the radius, by index, in order.
    pub designs: Vec<u32>,
    /// The things within the radius that lie nearer to this peak than to any other: (design, which of its things).
    pub things: Vec<(u32, u32)>,
    /// The radius in metres: twice the bandwidth.
    pub radius: f64,
}

/// The hot spots of a kind, the one with most designs first. Peaks nearer to each other than a bandwidth are one.
/// Each thing belongs to the nearest peak within twice the bandwidth, so that nothing is counted twice.
pub fn hot_spots(columns: &Columns, kind: &KindId, bounds: Bounds, bandwidth: f64) -> Vec<HotSpot> {
    let raster = density(columns, kind, bounds, bandwidth, Vote::Designs, None);
    hot_spots_of(columns, kind, &raster, bandwidth)
}

/// The same on the density of the kind, by the votes of all designs, where that is there already.
pub fn hot_spots_of(columns: &Columns, kind: &KindId, raster: &Raster, bandwidth: f64) -> Vec<HotSpot> {
    let peaks = peaks(raster, bandwidth);
    let radius = 2.0 * bandwidth;
    let mut spots: Vec<HotSpot> = peaks
        .iter()
        .map(|(at, density)| HotSpot {
            kind: kind.clone(),
            at: *at,
            density: *density,
            designs: Vec::new(),
            things: Vec::new(),
            radius,
        })
        .collect();
    let near = Buckets::of(peaks.iter().map(|(at, _)| *at), radius);
    let rows = columns.of_kind(kind);
    for row in 0..rows.len() {
        if let Some(spot) = near.nearest(rows.at(row)) {
            let spot = &mut spots[spot];
            let design = rows.design[row];
            // Rows come in the order of designs.
            if spot.designs.last() != Some(&design) {
                spot.designs.push(design);
            }
            spot.things.push((design, rows.thing[row]));
        }
    }
    spots.retain(|spot| !spot.designs.is_empty());
    spots.sort_by(|a, b| {
        let key = |spot: &HotSpot| (Reverse(spot.designs.len()), Reverse(spot.things.len()));
        key(a)
            .cmp(&key(b))
            .then(a.at.y.total_cmp(&b.at.y))
            .then(a.at.x.total_cmp(&b.at.x))
    });
    spots
}

/// The nodes that are higher than their eight neighbours, each moved to the top of the parabola through its
/// neighbours, highest first; of those nearer than a bandwidth the highest stays.
fn peaks(raster: &Raster, bandwidth: f64) -> Vec<(WorldPt, f64)> {
    let floor = raster.most() * 1e-6;
    let mut found: Vec<(WorldPt, f64)> = Vec::new();
    for row in 0..raster.rows {
        for column in 0..raster.columns {
            let value = raster.value(column, row);
            if value > floor && is_peak(raster, column, row) {
                found.push((refined(raster, column, row), value));
            }
        }
    }
    found.sort_by(|a, b| {
        b.1.total_cmp(&a.1)
            .then(a.0.y.total_cmp(&b.0.y))
            .then(a.0.x.total_cmp(&b.0.x))
    });
    let mut kept: Vec<(WorldPt, f64)> = Vec::new();
    let mut taken = Buckets::of(std::iter::empty(), bandwidth);
    for (at, value) in found {
        if taken.nearest(at).is_none() {
            taken.put(at);
            kept.push((at, value));
        }
    }
    kept
}

/// Whether a node is as high as all its neighbours; of a flat top the first node in the order of the grid is it.
fn is_peak(raster: &Raster, column: usize, row: usize) -> bool {
    let value = raster.value(column, row);
    let near = |at: usize, most: usize| at.saturating_sub(1)..=(at + 1).min(most - 1);
    near(row, raster.rows).all(|r| {
        near(column, raster.columns).all(|c| match (r, c).cmp(&(row, column)) {
            std::cmp::Ordering::Less => raster.value(c, r) < value,
            std::cmp::Ordering::Equal => true,
            std::cmp::Ordering::Greater => raster.value(c, r) <= value,
        })
    })
}

fn refined(raster: &Raster, column: usize, row: usize) -> WorldPt {
    // A density is no parabola, its logarithm nearly is.
    let value = |c: usize, r: usize| libm::log(raster.value(c, r).max(1e-300));
    let step = |before: f64, here: f64, after: f64| {
        let bend = before - 2.0 * here + after;
        if bend < -1e-12 {
            ((before - after) / (2.0 * bend)).clamp(-0.5, 0.5)
        } else {
            0.0
        }
    };
    let inner = |at: usize, most: usize| at > 0 && at + 1 < most;
    let here = value(column, row);
    let dx = match inner(column, raster.columns) {
        true => step(value(column - 1, row), here, value(column + 1, row)),
        false => 0.0,
    };
    let dy = match inner(row, raster.rows) {
        true => step(value(column, row - 1), here, value(column, row + 1)),
        false => 0.0,
    };
    let node = raster.node(column, row);
    WorldPt::new(node.x + dx * raster.cell, node.y + dy * raster.cell)
}

/// Points found by place: the nearest within a radius.
pub(super) struct Buckets {
    radius: f64,
    points: Vec<WorldPt>,
    /// The points that may be near to a place of a bucket: each lies in its own and the eight around it, since there are
    /// few points and millions of places.
    buckets: HashMap<(i64, i64), Vec<u32>>,
}

impl Buckets {
    pub(super) fn of(points: impl Iterator<Item = WorldPt>, radius: f64) -> Self {
        let mut all = Self {
            radius: radius.max(1e-3),
            points: Vec::new(),
            buckets: HashMap::new(),
        };
        points.for_each(|point| all.put(point));
        all
    }
    fn key(&self, point: WorldPt) -> (i64, i64) {
        (
            (point.x / self.radius).floor() as i64,
            (point.y / self.radius).floor() as i64,
        )
    }
    fn put(&mut self, point: WorldPt) {
        let (u, v) = self.key(point);
        for key in (u - 1..=u + 1).flat_map(|u| (v - 1..=v + 1).map(move |v| (u, v))) {
            self.buckets
                .entry(key)
                .or_default()
                .push(self.points.len() as u32);
        }
        self.points.push(point);
    }
    /// The nearest point within the radius; of two as near the one put first.
    pub(super) fn nearest(&self, point: WorldPt) -> Option<usize> {
        let mut best: Option<(f64, u32)> = None;
        for index in self.buckets.get(&self.key(point)).into_iter().flatten() {
            let away = self.points[*index as usize].distance(point);
            let nearer = best.is_none_or(|(least, first)| away < least || away == least && *index < first);
            if away <= self.radius && nearer {
                best = Some((away, *index));
            }
        }
        best.map(|(_, index)| index as usize)
    }
}
