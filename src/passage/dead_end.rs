//! Lanes that a vehicle can leave only by the way it came.
//!
//! Every point that is reached is as far from a gate as its way is long. Points of one distance
//! that hang together are a ring across the lane; the rings make a graph whose loops are the
//! loops of the lanes. What hangs on it by one end is a dead end.

use std::collections::{BTreeSet, VecDeque};

use crate::geometry::{Outline, WorldPt, WorldVec};

use super::drive::Driven;
use super::edges::{crossing_share, length};
use super::lane::LaneGround;

/// How long a ring is, in metres along the lane.
const RING_M: f64 = 2.0;
/// A side branch shorter than this, in metres, is a niche and no lane.
const NICHE_M: f64 = 10.0;
/// No ring.
const NONE: u32 = u32::MAX;

/// A lane with one open end.
#[derive(Clone, Debug, PartialEq)]
pub struct DeadEnd {
    /// Its closed end.
    pub tip: WorldPt,
    /// From the junction that it leaves to its end, in metres, to about a lane's width.
    pub length_m: f64,
    /// The way from the junction to the end.
    pub line: Vec<WorldPt>,
    /// A square within reach of the end in which the vehicle can turn round, where there is one.
    pub turning_place: Option<Outline>,
}

impl LaneGround {
    /// The dead ends of what was reached at full width that are longer than a length in metres,
    /// each with the place for turning nearest to its end: a square of a side in metres no
    /// further from the end than that length.
    pub fn dead_ends(&self, driven: &Driven, longer_than: f64, side: f64) -> Vec<DeadEnd> {
        let rings = driven.rings.get_or_init(|| Rings::of(self, driven));
        let mut found: Vec<DeadEnd> = rings
            .branches()
            .into_iter()
            .filter(|branch| branch.length_m > longer_than)
            .map(|branch| DeadEnd {
                tip: self.lattice.at(branch.tip),
                length_m: branch.length_m,
                turning_place: self.turning_place(rings, &branch, longer_than, side),
                line: rings
                    .way(&branch)
                    .into_iter()
                    .map(|at| self.lattice.at(at))
                    .collect(),
            })
            .collect();
        found.sort_by(|a, b| b.length_m.total_cmp(&a.length_m));
        found
    }

    fn turning_place(&self, rings: &Rings, branch: &Branch, within: f64, side: f64) -> Option<Outline> {
        let way = rings.way(branch);
        let tip = rings.metres(branch.tip);
        let enough = (side / 2.0 / self.lattice.cell) as u8;
        // The lattice's point may lie a cell beside the middle of the only place.
        let enough = enough.saturating_sub(2);
        let (mut tried, room) = (BTreeSet::new(), self.room());
        for (number, at) in way.iter().enumerate().rev().step_by(2) {
            if tip - rings.metres(*at) > within {
                return None;
            }
            let behind = self.lattice.at(way[number.saturating_sub(8)]);
            let here = self.lattice.at(*at);
            let unit = (here - behind).unit();
            let around = crate::geometry::Bounds { min: here, max: here }.grown(side / 2.0);
            for middle in self.lattice.in_box(around) {
                if room[middle] >= enough && tried.insert(middle) {
                    let Some(along) = unit else { continue };
                    let middle = self.pushed_free(self.lattice.at(middle), along, side / 2.0);
                    let place = Outline::rectangle(middle, WorldVec::new(side, side), along.degrees());
                    if self.is_open(&place) {
                        return Some(place);
                    }
                }
            }
        }
        None
    }

    /// The middle of a square moved off the edges that reach into it, each by the shortest way.
    fn pushed_free(&self, middle: WorldPt, along: WorldVec, half: f64) -> WorldPt {
        const TIMES: usize = 4;
        let mut middle = middle;
        for _ in 0..TIMES {
            let bounds = crate::geometry::Bounds {
                min: middle,
                max: middle,
            }
            .grown(half * 1.5);
            // How far to push toward the back, the front, the right and the left.
            let mut push = [0.0_f64; 4];
            for (edge, _) in self.kerbs.near(bounds) {
                let own = |p: WorldPt| ((p - middle).dot(along), (p - middle).dot(along.left()));
                if let Some((low, high)) = within(own(edge.from), own(edge.to), half) {
                    let depths = [half - low.0, high.0 + half, half - low.1, high.1 + half];
                    let least = (0..4)
                        .min_by(|a, b| depths[*a].total_cmp(&depths[*b]))
                        .unwrap_or(0);
                    push[least] = push[least].max(depths[least]);
                }
            }
            if push.iter().all(|depth| *depth <= 0.0) {
                break;
            }
            middle = middle + along * (push[1] - push[0]) + along.left() * (push[3] - push[2]);
        }
        middle
    }

    /// Whether no edge runs through an area whose middle is free.
    fn is_open(&self, area: &Outline) -> bool {
        // A centimetre less on each side: an edge along a side is not in the area.
        let middle = area.centroid();
        let corners: Vec<WorldPt> = area
            .corners()
            .iter()
            .map(|corner| *corner + (middle - *corner) * (0.01 / length(middle - *corner).max(0.1)))
            .collect();
        let Ok(inner) = Outline::new(corners) else {
            return false;
        };
        let bounds = inner.bounds();
        self.kerbs.near(bounds).all(|(edge, _)| {
            !inner.contains(edge.from)
                && !inner.contains(edge.to)
                && inner.sides().all(|side| crossing_share(edge, side).is_none())
        })
    }
}

/// The part of a straight piece inside the square of a half side about the origin: its least and
/// greatest coordinates; none where it does not enter.
fn within(from: (f64, f64), to: (f64, f64), half: f64) -> Option<((f64, f64), (f64, f64))> {
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    for (a, b) in [(from.0, to.0), (from.1, to.1)] {
        let step = b - a;
        if step.abs() < 1e-12 {
            if a.abs() >= half {
                return None;
            }
            continue;
        }
        let (one, other) = ((-half - a) / step, (half - a) / step);
        enter = enter.max(one.min(other));
        leave = leave.min(one.max(other));
    }
    if leave - enter < 1e-9 {
        return None;
    }
    let at = |share: f64| (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share);
    let (p, q) = (at(enter), at(leave));
    Some(((p.0.min(q.0), p.1.min(q.1)), (p.0.max(q.0), p.1.max(q.1))))
}

/// Whether a way as wide as is asked leads from a point to a neighbour that counts.
fn has_way(ground: &LaneGround, at: usize, counts: impl Fn(usize) -> bool) -> bool {
    let mut any = false;
    ground.full.each(at, |next, _| any |= counts(next));
    any
}

struct Branch {
    tip: usize,
    length_m: f64,
    /// The first point of the branch after its junction.
    from_m: f64,
}

/// The rings across the lanes: they ask for ways of full width alone, and are the same where those are.
#[derive(Clone, Debug)]
pub(super) struct Rings {
    cell: f64,
    /// Steps of a tenth of a cell from where vehicles come in.
    cost: Vec<u32>,
    from: Vec<u32>,
    /// What each ring touches, its nearest and farthest point.
    touches: Vec<BTreeSet<u32>>,
    nearest: Vec<u32>,
    farthest: Vec<usize>,
}

impl Rings {
    fn of(ground: &LaneGround, driven: &Driven) -> Self {
        let lattice = ground.lattice;
        let asked = ground.asked();
        let points = driven.width.iter().enumerate();
        let lane: Vec<bool> = points
            .map(|(at, width)| *width >= asked && ground.is_inside(at))
            .collect();
        let mut rings = Self {
            cell: lattice.cell,
            cost: vec![u32::MAX; lattice.len()],
            from: vec![NONE; lattice.len()],
            touches: Vec::new(),
            nearest: Vec::new(),
            farthest: Vec::new(),
        };
        let is_entry = |at: usize| {
            lane[at]
                && (ground.entries.binary_search(&at).is_ok()
                    || has_way(ground, at, |next| {
                        !ground.is_inside(next) && driven.width[next] >= asked
                    }))
        };
        // Whoever comes in anywhere else came in before.
        let mut entries = [&ground.entries[..], &ground.rim].concat();
        entries.retain(|at| is_entry(*at));
        entries.sort_unstable();
        entries.dedup();
        let order = rings.measure(ground, &entries, &lane);
        rings.gather(ground, &order);
        rings
    }

    /// Walks from the entries, nearest first, and gives the points in that order.
    fn measure(&mut self, ground: &LaneGround, entries: &[usize], lane: &[bool]) -> Vec<usize> {
        let mut buckets: Vec<Vec<usize>> = vec![Vec::new(); 15];
        let mut left = entries.len();
        for at in entries {
            self.cost[*at] = 0;
            buckets[0].push(*at);
        }
        let (mut order, mut now) = (Vec::new(), 0_u32);
        while left > 0 {
            // No step costs nothing, so that none is put where it is taken from.
            while let Some(at) = buckets[now as usize % 15].pop() {
                left -= 1;
                if self.cost[at] != now {
                    continue;
                }
                order.push(at);
                ground.full.each(at, |next, aslant| {
                    let then = now + if aslant { 14 } else { 10 };
                    if then < self.cost[next] && lane[next] {
                        self.cost[next] = then;
                        self.from[next] = at as u32;
                        buckets[then as usize % 15].push(next);
                        left += 1;
                    }
                });
            }
            now += 1;
        }
        order
    }

    /// Puts points of one distance that hang together into rings.
    fn gather(&mut self, ground: &LaneGround, order: &[usize]) {
        let band = |cost: u32| (f64::from(cost) / 10.0 * self.cell / RING_M) as u32;
        let mut ring = vec![NONE; self.cost.len()];
        // By point the band in which it lies; what is not reached lies in none.
        let mut bands = vec![NONE; self.cost.len()];
        order.iter().for_each(|at| bands[*at] = band(self.cost[*at]));
        // The street beyond the gates joins them: ring 0.
        self.touches.push(BTreeSet::new());
        self.nearest.push(0);
        self.farthest.push(order.first().copied().unwrap_or(0));
        let mut queue = VecDeque::new();
        for start in order {
            if ring[*start] != NONE {
                continue;
            }
            let own = bands[*start];
            let number = if own == 0 { 0 } else { self.touches.len() as u32 };
            if own > 0 {
                self.touches.push(BTreeSet::new());
                self.nearest.push(self.cost[*start]);
                self.farthest.push(*start);
            }
            ring[*start] = number;
            queue.push_back(*start);
            while let Some(at) = queue.pop_front() {
                let held = &mut self.farthest[number as usize];
                if self.cost[at] > self.cost[*held] {
                    *held = at;
                }
                ground.full.each(at, |next, _| {
                    if ring[next] == NONE && bands[next] == own {
                        ring[next] = number;
                        queue.push_back(next);
                    }
                });
            }
        }
        // Neighbours touch the same ring as the point looked at before them, most often.
        let mut last = (NONE, NONE);
        for at in order {
            ground.full.each(*at, |next, _| {
                let (one, other) = (ring[*at], ring[next]);
                if other != NONE && one != other && (one, other) != last {
                    last = (one, other);
                    self.touches[one as usize].insert(other);
                    self.touches[other as usize].insert(one);
                }
            });
        }
    }

    fn metres(&self, at: usize) -> f64 {
        f64::from(self.cost[at]) / 10.0 * self.cell
    }

    /// What hangs on the rest by one end, without niches.
    fn branches(&self) -> Vec<Branch> {
        let mut touches = self.touches.clone();
        loop {
            let branches: Vec<(Vec<u32>, Branch)> = (1..touches.len() as u32)
                .filter(|ring| touches[*ring as usize].len() == 1)
                .map(|leaf| self.branch(&touches, leaf))
                .collect();
            let niches: Vec<Vec<u32>> = branches
                .iter()
                .filter(|(_, branch)| branch.length_m < NICHE_M)
                .map(|(rings, _)| rings.clone())
                .collect();
            if niches.is_empty() {
                return branches.into_iter().map(|(_, branch)| branch).collect();
            }
            for ring in niches.into_iter().flatten() {
                for other in std::mem::take(&mut touches[ring as usize]) {
                    touches[other as usize].remove(&ring);
                }
            }
        }
    }

    /// The rings from a leaf to the junction where it leaves the rest.
    fn branch(&self, touches: &[BTreeSet<u32>], leaf: u32) -> (Vec<u32>, Branch) {
        let mut rings = vec![leaf];
        let mut before = NONE;
        let mut at = leaf;
        let junction = loop {
            let Some(next) = touches[at as usize].iter().copied().find(|ring| *ring != before) else {
                break at;
            };
            if next == 0 || touches[next as usize].len() > 2 {
                break next;
            }
            (before, at) = (at, next);
            rings.push(at);
        };
        let tip = rings
            .iter()
            .map(|ring| self.farthest[*ring as usize])
            .max_by_key(|at| self.cost[*at])
            .unwrap_or(0);
        let first = rings
            .iter()
            .map(|ring| self.nearest[*ring as usize])
            .min()
            .unwrap_or(0);
        let from_m = match junction {
            0 => 0.0,
            _ => f64::from(first) / 10.0 * self.cell,
        };
        let length_m = self.metres(tip) - from_m;
        (
            rings,
            Branch {
                tip,
                length_m,
                from_m,
            },
        )
    }

    /// The way to a branch's end, from its junction on.
    fn way(&self, branch: &Branch) -> Vec<usize> {
        let mut way = vec![branch.tip];
        let mut at = self.from[branch.tip];
        while at != NONE && self.metres(at as usize) >= branch.from_m {
            way.push(at as usize);
            at = self.from[at as usize];
        }
        way.reverse();
        way
    }
}
