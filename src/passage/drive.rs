//! Drives a vehicle over its ground: where it gets, how wide the way is, and what it can serve
//! from there.

use std::collections::BinaryHeap;

use crate::geometry::{Segment, WorldPt};

use super::edges::{Narrow, length};
use super::lane::{LaneGround, Mark};

/// What a step to a neighbour costs, in tenths of a cell: straight and aslant.
const STRAIGHT: u32 = 10;
const ASLANT: u32 = 14;
/// Beside an edge a step costs this many times as much, so that routes keep to the middle.
const BESIDE: u32 = 3;
/// Through a gap narrower than this many cells no way is told of: the lattice may miss it.
const LEAST_CELLS: f64 = 1.5;
/// No point.
const NONE: u32 = u32::MAX;
/// A target this far from free ground, in metres, cannot be served.
const AT_DOOR_M: f64 = 2.0;
/// The cells in which a hose is measured: tenths of a cell, straight and aslant.
const HOSE: (u32, u32) = (10, 14);

/// The place that stops a vehicle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bottleneck {
    /// What leaves so little: the things whose edges come near to each other.
    pub between: (Mark, Mark),
    /// From the one edge to the other.
    pub across: Segment,
    /// What is left, in whole millimetres.
    pub width_mm: u16,
}

impl From<&Narrow> for Bottleneck {
    fn from(narrow: &Narrow) -> Self {
        Self {
            between: narrow.between,
            across: narrow.across,
            width_mm: narrow.width_mm,
        }
    }
}

/// How a target is served.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Served {
    /// The width of the widest way that comes within reach of it, in millimetres, at most what
    /// the vehicle asks; none where nothing comes within reach.
    pub width_mm: Option<u16>,
    /// From where the vehicle gets to at its full width to the target, in metres along the
    /// ground; none where it gets nowhere, or no ground joins them.
    pub away_m: Option<f64>,
    /// From where the target would be served along its widest way, in metres.
    pub served_m: Option<f64>,
    /// The lattice point at which the vehicle stands for it.
    pub(super) stand: Option<usize>,
}

/// Where a vehicle gets.
#[derive(Clone, Debug)]
pub struct Driven {
    /// Width in millimetres of the widest way to each point; 0 where none comes.
    pub(super) width: Vec<u16>,
    /// The point that each was reached from.
    pub(super) from: Vec<u32>,
    /// The targets, in their order.
    pub targets: Vec<Served>,
}

impl LaneGround {
    /// Drives from every gate to wherever there is a way, the widest first.
    pub fn drive(&self) -> Driven {
        let (mut driven, order) = self.drive_within(None);
        driven.targets = self.serve(&driven, &order);
        driven
    }

    /// Drives where a mask allows, and gives the points in the order in which they were reached.
    pub(super) fn drive_within(&self, mask: Option<&[bool]>) -> (Driven, Vec<u32>) {
        let count = self.lattice.len();
        let mut driven = Driven {
            width: vec![0; count],
            from: vec![NONE; count],
            targets: Vec::new(),
        };
        let beside = (self.vehicle.width / 2.0 / self.lattice.cell) as u8;
        let asked = self.asked_mm();
        let least = (LEAST_CELLS * self.lattice.cell * 1_000.0) as u16;
        let mut cost = vec![u32::MAX; count];
        let mut done = vec![false; count];
        let mut order = Vec::new();
        let mut heap = BinaryHeap::new();
        for at in &self.entries {
            driven.width[*at] = asked;
            cost[*at] = 0;
            heap.push((asked, std::cmp::Reverse(0_u32), *at as u32));
        }
        while let Some((width, std::cmp::Reverse(so_far), at)) = heap.pop() {
            let at = at as usize;
            if done[at] {
                continue;
            }
            done[at] = true;
            order.push(at as u32);
            for (next, aslant) in self.lattice.neighbours(at) {
                if done[next] || !self.free[next] || mask.is_some_and(|mask| !mask[next]) {
                    continue;
                }
                let through = width.min(self.width_of(self.passed(at, next)));
                if through < least.min(asked) {
                    continue;
                }
                let step = if aslant { ASLANT } else { STRAIGHT };
                let then = so_far + step * if self.room[next] <= beside { BESIDE } else { 1 };
                let better =
                    (through, std::cmp::Reverse(then)) > (driven.width[next], std::cmp::Reverse(cost[next]));
                if better {
                    driven.width[next] = through;
                    driven.from[next] = at as u32;
                    cost[next] = then;
                    heap.push((through, std::cmp::Reverse(then), next as u32));
                }
            }
        }
        (driven, order)
    }

    /// Serves the targets from what was driven, the widest ways first.
    fn serve(&self, driven: &Driven, order: &[u32]) -> Vec<Served> {
        let cell = self.lattice.cell;
        let reach = (self.vehicle.reach / cell * f64::from(HOSE.0)) as u32;
        let mut hose = Hose::new(self.lattice.len());
        let mut served = vec![Served::default(); self.targets.len()];
        let ends: Vec<Option<(usize, f64)>> = self.targets.iter().map(|at| self.before(*at)).collect();
        let metres = |cost: u32, rest: f64| f64::from(cost) / f64::from(HOSE.0) * cell + rest;
        let mut rest = order;
        while let Some(first) = rest.first() {
            let level = driven.width[*first as usize];
            let same = rest
                .iter()
                .take_while(|at| driven.width[**at as usize] == level)
                .count();
            let (now, later) = rest.split_at(same);
            rest = later;
            let full = level >= self.asked_mm();
            hose.spread(self, now, if full { u32::MAX } else { reach });
            let mut waiting = false;
            for (end, served) in ends.iter().zip(&mut served) {
                let Some((at, door)) = *end else { continue };
                let cost = hose.cost[at];
                if cost != u32::MAX && full {
                    served.away_m = Some(metres(cost, door));
                }
                if served.width_mm.is_none() {
                    let away = if cost == u32::MAX {
                        f64::MAX
                    } else {
                        metres(cost, door)
                    };
                    if away <= self.vehicle.reach {
                        served.width_mm = Some(level);
                        served.served_m = Some(away);
                        served.stand = Some(hose.source[at] as usize);
                    } else {
                        waiting = true;
                    }
                }
            }
            if !waiting {
                break;
            }
        }
        served
    }

    /// The point on walkable ground nearest to a target, and how far it is.
    fn before(&self, target: WorldPt) -> Option<(usize, f64)> {
        let around = crate::geometry::Bounds {
            min: target,
            max: target,
        }
        .grown(AT_DOOR_M);
        let away = |at: usize| length(self.lattice.at(at) - target);
        self.lattice
            .in_box(around)
            .filter(|at| self.walkable[*at])
            .map(|at| (at, away(at)))
            .min_by(|a, b| a.1.total_cmp(&b.1))
    }
}

/// How far each point is from where the vehicle can stand, in tenths of a cell, kept up while
/// narrower and narrower ways are taken in.
struct Hose {
    cost: Vec<u32>,
    source: Vec<u32>,
    buckets: Vec<Vec<u32>>,
}

impl Hose {
    fn new(count: usize) -> Self {
        Self {
            cost: vec![u32::MAX; count],
            source: vec![NONE; count],
            buckets: vec![Vec::new(); HOSE.1 as usize + 1],
        }
    }
    /// Lays hose from more points, no further than a limit.
    fn spread(&mut self, ground: &LaneGround, from: &[u32], limit: u32) {
        let wheel = self.buckets.len();
        let mut left = from.len();
        for at in from {
            self.cost[*at as usize] = 0;
            self.source[*at as usize] = *at;
            self.buckets[0].push(*at);
        }
        let mut now = 0_u32;
        while left > 0 {
            let bucket = now as usize % wheel;
            while let Some(at) = self.buckets[bucket].pop() {
                left -= 1;
                let at = at as usize;
                if self.cost[at] != now {
                    continue;
                }
                for (next, aslant) in ground.lattice.neighbours(at) {
                    let then = now + if aslant { HOSE.1 } else { HOSE.0 };
                    if then < self.cost[next] && then <= limit && ground.hose_passes(at, next) {
                        self.cost[next] = then;
                        self.source[next] = self.source[at];
                        self.buckets[then as usize % wheel].push(next as u32);
                        left += 1;
                    }
                }
            }
            now += 1;
        }
    }
}

impl Driven {
    /// The points of the widest way from a gate to where the vehicle stands for a target.
    pub(super) fn points_to(&self, stand: usize) -> Vec<usize> {
        let mut points = vec![stand];
        let mut at = self.from[stand];
        while at != NONE {
            points.push(at as usize);
            at = self.from[at as usize];
        }
        points.reverse();
        points
    }

    /// Where the vehicle stands for a target; none where nothing comes within reach.
    pub fn stands_at(&self, ground: &LaneGround, target: usize) -> Option<WorldPt> {
        let stand = self.targets.get(target)?.stand?;
        Some(ground.lattice.at(stand))
    }

    /// Whether the vehicle comes to a place at its full width, give or take half of it.
    pub fn comes_to(&self, ground: &LaneGround, at: WorldPt) -> bool {
        let around = crate::geometry::Bounds { min: at, max: at }.grown(ground.vehicle.width / 2.0);
        let asked = ground.asked_mm();
        ground.lattice.in_box(around).any(|at| self.width[at] >= asked)
    }

    /// The narrowest place on the widest way to a target, where that is narrower than asked.
    pub fn bottleneck(&self, ground: &LaneGround, target: usize) -> Option<Bottleneck> {
        let stand = self.targets.get(target)?.stand?;
        narrowest(ground, &self.points_to(stand))
    }
}

/// The narrowest of the places that a way passes, the first of several.
fn narrowest(ground: &LaneGround, points: &[usize]) -> Option<Bottleneck> {
    let passed = points
        .windows(2)
        .filter_map(|pair| ground.narrow(ground.passed(pair[0], pair[1])))
        .map(Bottleneck::from);
    passed.reduce(|least, next| {
        if next.width_mm < least.width_mm {
            next
        } else {
            least
        }
    })
}
