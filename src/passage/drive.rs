//! Drives a vehicle over its ground: where it gets, and how wide the way is.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::{Arc, OnceLock};

use crate::geometry::{Segment, WorldPt};

use super::dead_end::Rings;
use super::edges::Narrow;
use super::hoses::Hoses;
use super::lane::{LaneGround, Mark};
use super::served::Served;

/// What a step to a neighbour costs, in tenths of a cell: straight and aslant.
const STRAIGHT: u32 = 10;
const ASLANT: u32 = 14;
/// Beside an edge a step costs this many times as much, so that routes keep to the middle.
const BESIDE: u32 = 3;
/// The most that a step costs.
pub(super) const LONGEST: u32 = ASLANT * BESIDE;
/// Through a gap narrower than this many cells no way is told of: the lattice may miss it.
const LEAST_CELLS: f64 = 1.5;

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

/// Where a vehicle gets.
#[derive(Clone, Debug)]
pub struct Driven {
    /// Width in millimetres of the widest way to each point; 0 where none comes.
    pub(super) width: Vec<u16>,
    /// What that way costs, in tenths of a cell; reckoned when it is asked for.
    cost: OnceLock<Vec<u32>>,
    /// How far each point is from where the vehicle gets to at full width, where that is kept.
    pub(super) hoses: Option<Hoses>,
    /// The rings across the lanes, once dead ends were asked for; shared by drives with the same ways of full width.
    pub(super) rings: Arc<OnceLock<Rings>>,
    /// The targets, in their order.
    pub targets: Vec<Served>,
}

impl LaneGround {
    /// Drives from every gate to wherever there is a way, the widest first.
    pub fn drive(&self) -> Driven {
        let mut driven = self.drive_within(None);
        driven.targets = self.serve(&driven);
        driven
    }

    /// Drives where a mask allows, and serves nothing.
    ///
    /// Of two ways to a point the wider counts, of two as wide the shorter. What comes of it does not
    /// ask in which order points are looked at.
    pub(super) fn drive_within(&self, mask: Option<&[bool]>) -> Driven {
        let mut drive = Driving::new(self, mask);
        drive.at_full_width();
        drive.narrower();
        Driven {
            width: drive.width,
            cost: OnceLock::from(drive.cost),
            hoses: None,
            rings: Arc::default(),
            targets: Vec::new(),
        }
    }

    /// Through less than this, in millimetres, no way is told of.
    pub(super) fn least_mm(&self) -> u16 {
        let least = (LEAST_CELLS * self.lattice.cell * 1_000.0) as u16;
        least.min(self.asked_mm())
    }

    /// What a step from one point to its neighbour costs, by the room about the points.
    pub(super) fn step_cost(&self, room: &[u8], to: usize, aslant: bool) -> u32 {
        let beside = (self.vehicle.width / 2.0 / self.lattice.cell) as u8;
        let step = if aslant { ASLANT } else { STRAIGHT };
        step * if room[to] <= beside { BESIDE } else { 1 }
    }
}

/// A drive under way.
struct Driving<'a> {
    ground: &'a LaneGround,
    room: &'a [u8],
    mask: Option<&'a [bool]>,
    asked: u16,
    /// Through less than this, in millimetres, no way is told of.
    least: u16,
    width: Vec<u16>,
    cost: Vec<u32>,
    done: Vec<bool>,
    /// Points to go on from at full width, by what they cost.
    wheel: Vec<Vec<u32>>,
    waiting: usize,
    /// Those that are reached by narrower ways.
    narrower: BinaryHeap<(u16, Reverse<u32>, u32)>,
}

impl<'a> Driving<'a> {
    fn new(ground: &'a LaneGround, mask: Option<&'a [bool]>) -> Self {
        let count = ground.lattice.len();
        let asked = ground.asked_mm();
        let mut drive = Self {
            ground,
            room: ground.room(),
            mask,
            asked,
            least: ground.least_mm(),
            width: vec![0; count],
            cost: vec![u32::MAX; count],
            done: vec![false; count],
            wheel: vec![Vec::new(); LONGEST as usize + 1],
            waiting: 0,
            narrower: BinaryHeap::new(),
        };
        for at in &ground.entries {
            drive.reach(*at, asked, 0);
        }
        drive
    }

    fn reach(&mut self, at: usize, width: u16, cost: u32) {
        if (width, Reverse(cost)) <= (self.width[at], Reverse(self.cost[at])) {
            return;
        }
        (self.width[at], self.cost[at]) = (width, cost);
        if width == self.asked {
            let bucket = cost as usize % self.wheel.len();
            self.wheel[bucket].push(at as u32);
            self.waiting += 1;
        } else {
            self.narrower.push((width, Reverse(cost), at as u32));
        }
    }

    /// All that is reached at the width that is asked: most of it, and by whole costs.
    fn at_full_width(&mut self) {
        let mut now = 0_u32;
        while self.waiting > 0 {
            let bucket = now as usize % self.wheel.len();
            while let Some(at) = self.wheel[bucket].pop() {
                self.waiting -= 1;
                let at = at as usize;
                if !self.done[at] && self.cost[at] == now {
                    self.go_on(at);
                }
            }
            now += 1;
        }
    }

    fn narrower(&mut self) {
        while let Some((width, Reverse(cost), at)) = self.narrower.pop() {
            let at = at as usize;
            if !self.done[at] && (self.width[at], self.cost[at]) == (width, cost) {
                self.go_on(at);
            }
        }
    }

    fn go_on(&mut self, at: usize) {
        self.done[at] = true;
        let (ground, room, width, cost) = (self.ground, self.room, self.width[at], self.cost[at]);
        ground.each_way(at, |next, aslant, between| {
            let through = width.min(between);
            let is_out = self.done[next] || !ground.free[next] || through < self.least;
            if !is_out && self.mask.is_none_or(|mask| mask[next]) {
                self.reach(next, through, cost + ground.step_cost(room, next, aslant));
            }
        });
    }
}

impl Driven {
    /// Ways of which the widths are known.
    pub(super) fn of_widths(width: Vec<u16>, hoses: Hoses) -> Self {
        Self {
            width,
            cost: OnceLock::new(),
            hoses: Some(hoses),
            rings: Arc::default(),
            targets: Vec::new(),
        }
    }

    pub(super) fn cost(&self, ground: &LaneGround) -> &[u32] {
        let reckon = || ground.drive_within(None).cost.into_inner().unwrap_or_default();
        self.cost.get_or_init(reckon)
    }

    /// The points of the widest way from a gate to where the vehicle stands for a target, over the
    /// ground that was driven.
    pub(super) fn points_to(&self, ground: &LaneGround, stand: usize) -> Vec<usize> {
        let mut points = vec![stand];
        let mut at = stand;
        while let Some(before) = self.before(ground, at) {
            points.push(before);
            at = before;
        }
        points.reverse();
        points
    }

    /// The point from which another was reached; none where a vehicle comes in, or does not come.
    fn before(&self, ground: &LaneGround, at: usize) -> Option<usize> {
        let costs = self.cost(ground);
        let cost = costs[at];
        if cost == 0 || self.width[at] == 0 {
            return None;
        }
        let (mut around, room) = (ground.lattice.neighbours(at), ground.room());
        let leads_here = |(from, aslant): &(usize, bool)| {
            self.width[*from] >= self.width[at]
                && costs[*from].checked_add(ground.step_cost(room, at, *aslant)) == Some(cost)
                && self.width[*from].min(ground.width_of(ground.passed(*from, at))) == self.width[at]
        };
        around.find(leads_here).map(|(from, _)| from)
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
        narrowest(ground, &self.points_to(ground, stand))
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
