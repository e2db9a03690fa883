//! What a vehicle serves from where it gets: hose is laid from each target outwards, along the ground,
//! until the vehicle is met.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::geometry::{Bounds, WorldPt};

use super::drive::Driven;
use super::edges::length;
use super::hoses::Hoses;
use super::lane::LaneGround;

/// A target this far from free ground, in metres, cannot be served.
const AT_DOOR_M: f64 = 2.0;
/// The cells in which a hose is measured: tenths of a cell, straight and aslant.
pub(super) const HOSE: (u32, u32) = (10, 14);

/// How a target is served.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Served {
    /// The width of the widest way that comes within reach of it, in millimetres, at most what
    /// the vehicle asks; none where nothing comes within reach.
    pub width_mm: Option<u16>,
    /// From where the target would be served along its widest way, in metres.
    pub served_m: Option<f64>,
    /// The lattice point at which the vehicle stands for it.
    pub(super) stand: Option<usize>,
}

/// A lattice point at the end of a hose, and what the hose measures, in tenths of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct HoseEnd {
    pub cost: u32,
    pub at: u32,
}

/// The point before a target, and how far it is from there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Threshold {
    pub at: usize,
    rest: f64,
}

/// Hose laid from one point outwards, over ground where it may lie.
pub(super) struct Hose {
    cost: Vec<u32>,
    touched: Vec<u32>,
    wheel: Vec<Vec<u32>>,
}

impl Hose {
    pub fn new(count: usize) -> Self {
        Self {
            cost: vec![u32::MAX; count],
            touched: Vec::new(),
            wheel: vec![Vec::new(); HOSE.1 as usize + 1],
        }
    }

    /// Calls with all points of one cost, in whatever order, the nearest first, until that is enough.
    pub fn lay(&mut self, ground: &LaneGround, from: usize, mut enough: impl FnMut(u32, &[u32]) -> bool) {
        self.cost[from] = 0;
        self.touched.push(from as u32);
        self.wheel[0].push(from as u32);
        let (mut now, mut left) = (0_u32, 1);
        while left > 0 {
            let bucket = now as usize % self.wheel.len();
            let mut here = std::mem::take(&mut self.wheel[bucket]);
            left -= here.len();
            here.retain(|at| self.cost[*at as usize] == now);
            if !here.is_empty() && enough(now, &here) {
                break;
            }
            for at in &here {
                left += self.go_on(ground, *at as usize, now);
            }
            here.clear();
            self.wheel[bucket] = here;
            now += 1;
        }
        self.wheel.iter_mut().for_each(Vec::clear);
        for at in self.touched.drain(..) {
            self.cost[at as usize] = u32::MAX;
        }
    }

    /// Whether a hose from before a target comes to a point as near as is told. What lies nearest to the straight
    /// way is looked at first, and nothing that is too far about.
    pub fn comes(&mut self, ground: &LaneGround, from: Threshold, to: HoseEnd) -> bool {
        let rest = |at: usize| ground.lattice.least_cost(at, to.at as usize);
        let order = |then: u32, rest: u32| Reverse((then + rest, rest));
        let mut waiting = BinaryHeap::from([(order(0, rest(from.at)), from.at as u32)]);
        self.cost[from.at] = 0;
        self.touched.push(from.at as u32);
        let mut comes = false;
        while let Some((_, at)) = waiting.pop() {
            if at == to.at {
                comes = true;
                break;
            }
            let now = self.cost[at as usize];
            ground.hose.each(at as usize, |next, aslant| {
                let then = now + if aslant { HOSE.1 } else { HOSE.0 };
                let rest = rest(next);
                if then < self.cost[next] && then + rest <= to.cost {
                    if self.cost[next] == u32::MAX {
                        self.touched.push(next as u32);
                    }
                    self.cost[next] = then;
                    waiting.push((order(then, rest), next as u32));
                }
            });
        }
        self.touched
            .drain(..)
            .for_each(|at| self.cost[at as usize] = u32::MAX);
        comes
    }

    fn go_on(&mut self, ground: &LaneGround, at: usize, now: u32) -> usize {
        let mut more = 0;
        ground.hose.each(at, |next, aslant| {
            let then = now + if aslant { HOSE.1 } else { HOSE.0 };
            if then < self.cost[next] {
                if self.cost[next] == u32::MAX {
                    self.touched.push(next as u32);
                }
                self.cost[next] = then;
                let bucket = then as usize % self.wheel.len();
                self.wheel[bucket].push(next as u32);
                more += 1;
            }
        });
        more
    }
}

impl LaneGround {
    /// How each target is served from what was driven.
    pub(super) fn serve(&self, driven: &Driven) -> Vec<Served> {
        let mut hose = Hose::new(self.lattice.len());
        let targets = 0..self.targets.len();
        targets
            .map(|target| self.serve_one(driven, target, self.asked_mm(), &mut hose))
            .collect()
    }

    /// The widest way that comes within reach of a target; of several points as wide the nearest, of
    /// several as near the first. Nothing wider is looked for than there may be, in millimetres.
    pub(super) fn serve_one(&self, driven: &Driven, target: usize, widest: u16, hose: &mut Hose) -> Served {
        let threshold = self.threshold(self.targets[target]);
        let Some(threshold) = threshold.filter(|_| widest > 0) else {
            return Served::default();
        };
        let mut best = Best::default();
        hose.lay(self, threshold.at, |cost, points| {
            let beyond = self.metres(cost, threshold) > self.vehicle.reach;
            if !beyond {
                let ends = points.iter().map(|at| HoseEnd { cost, at: *at });
                ends.for_each(|end| best.take(driven, end));
            }
            beyond || best.width >= widest
        });
        self.served(best, threshold)
    }

    /// The same from ends that are known, the nearest first.
    pub(super) fn serve_from(&self, driven: &Driven, target: usize, ends: &[HoseEnd]) -> Served {
        let Some(threshold) = self.threshold(self.targets[target]) else {
            return Served::default();
        };
        let mut best = Best::default();
        for end in ends {
            best.take(driven, *end);
            if best.width >= self.asked_mm() {
                break;
            }
        }
        self.served(best, threshold)
    }

    /// The ends of hose within reach of a target where the vehicle may ever stand, the nearest first.
    pub(super) fn ends_about(&self, target: usize, may_stand: impl Fn(usize) -> bool) -> Vec<HoseEnd> {
        let mut ends = Vec::new();
        if let Some(threshold) = self.threshold(self.targets[target]) {
            Hose::new(self.lattice.len()).lay(self, threshold.at, |cost, points| {
                let beyond = self.metres(cost, threshold) > self.vehicle.reach;
                if !beyond {
                    let stands = points.iter().filter(|at| may_stand(**at as usize));
                    ends.extend(stands.map(|at| HoseEnd { cost, at: *at }));
                }
                beyond
            });
        }
        ends.sort_unstable();
        ends
    }

    /// The least that a hose from a target to a point may measure, in metres.
    pub(super) fn least_hose_m(&self, threshold: Threshold, at: usize) -> f64 {
        self.metres(self.lattice.least_cost(threshold.at, at), threshold)
    }

    /// How a target is served from the nearest place of full width; none where that is out of reach.
    pub(super) fn serve_at_full_width(&self, hoses: &Hoses, target: usize) -> Option<Served> {
        let threshold = self.threshold(self.targets[target])?;
        let end = hoses.end(threshold.at)?;
        let metres = self.metres(end.cost, threshold);
        (metres <= self.vehicle.reach).then_some(Served {
            width_mm: Some(self.asked_mm()),
            served_m: Some(metres),
            stand: Some(end.at as usize),
        })
    }

    fn served(&self, best: Best, threshold: Threshold) -> Served {
        match best.end {
            None => Served::default(),
            Some(end) => Served {
                width_mm: Some(best.width),
                served_m: Some(self.metres(end.cost, threshold)),
                stand: Some(end.at as usize),
            },
        }
    }

    pub(super) fn metres(&self, cost: u32, threshold: Threshold) -> f64 {
        f64::from(cost) / f64::from(HOSE.0) * self.lattice.cell + threshold.rest
    }

    /// The point on walkable ground nearest to a target, and how far it is.
    pub(super) fn threshold(&self, target: WorldPt) -> Option<Threshold> {
        let around = Bounds {
            min: target,
            max: target,
        }
        .grown(AT_DOOR_M);
        let away = |at: usize| length(self.lattice.at(at) - target);
        let near = self.lattice.in_box(around).filter(|at| self.walkable[*at]);
        near.map(|at| Threshold { at, rest: away(at) })
            .min_by(|a, b| a.rest.total_cmp(&b.rest))
    }
}

/// The widest way that was met so far.
#[derive(Default)]
struct Best {
    width: u16,
    end: Option<HoseEnd>,
}

impl Best {
    fn take(&mut self, driven: &Driven, end: HoseEnd) {
        let width = driven.width[end.at as usize];
        let is_first = |held: HoseEnd| width == self.width && end < held;
        if width > self.width || self.end.is_some_and(is_first) {
            self.width = width;
            self.end = Some(end);
        }
    }
}

impl Driven {
    /// From where the vehicle gets to at its full width to a target, in metres along the ground,
    /// however far; none where it gets nowhere, or no ground joins them.
    pub fn away_m(&self, ground: &LaneGround, target: usize) -> Option<f64> {
        let threshold = ground.threshold(*ground.targets.get(target)?)?;
        if let Some(hoses) = &self.hoses {
            let end = hoses.end(threshold.at)?;
            return Some(ground.metres(end.cost, threshold));
        }
        let asked = ground.asked_mm();
        let mut found = None;
        Hose::new(ground.lattice.len()).lay(ground, threshold.at, |cost, points| {
            let is_there = points.iter().any(|at| self.width[*at as usize] >= asked);
            found = is_there.then(|| ground.metres(cost, threshold));
            is_there
        });
        found
    }
}
