//! Ground on which a vehicle of a width drives.
//!
//! A lattice alone cannot tell a gap of 3.99 m from one of 4.00 m. So wherever two edges come
//! nearer to each other than the vehicle is wide, the shortest way between them is drawn across
//! the lattice with its length: a circle of the vehicle's width gets from one side to the other
//! only by crossing such a line. What the lattice has to do is to keep apart what edges keep
//! apart; widths are exact, whatever the lattice's cell.

use std::sync::{Arc, OnceLock};

use crate::geometry::{Bounds, Outline, Segment, WorldPt};

use super::edges::Narrow;
use super::kerbs::Kerbs;
use super::laid::Laid;
use super::lattice::{Lattice, Step};
use super::ways::{Touched, Ways};

/// What the caller calls a thing: it comes back in the answers.
pub type Mark = u32;

/// An open way between two lattice points.
pub(super) const OPEN: u32 = 0;
/// A way that an edge closes.
pub(super) const CLOSED: u32 = u32::MAX;

/// Ground that can be driven on: a ring and its holes.
#[derive(Clone, Debug, PartialEq)]
pub struct Surface {
    pub(super) rings: Vec<Vec<WorldPt>>,
    pub(super) of: Mark,
}

/// Something that stands in the way.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    pub(super) rings: Vec<Vec<WorldPt>>,
    pub(super) filled: bool,
    pub(super) of: Mark,
    pub(super) stops_hose: bool,
}

/// A vehicle, in metres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Vehicle {
    /// The clear width that it needs.
    pub width: f64,
    /// How far from where it stands a target may be, along the ground: a hose, an arm, a walk.
    pub reach: f64,
    /// The length of its body.
    pub length: f64,
    /// The width of its body.
    pub body: f64,
    /// From its rear axle to its front axle.
    pub wheelbase: f64,
    /// The inner radius of its tightest turn.
    pub inner_radius: f64,
}

/// Why an answer was not reckoned to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GaveUp {
    /// The ground is larger than the lattice may be.
    #[error("the ground is too large to drive over: split the estate")]
    TooLarge,
    /// There are more edges than can be compared.
    #[error("there are too many edges to compare: simplify the drawing of the estate")]
    TooManyEdges,
    /// The vehicle's measures are no measures.
    #[error("the vehicle's width or reach is not a length: put a number above 0 in the profile")]
    NoVehicle,
}

impl Surface {
    /// Ground with an edge and the edges of its holes.
    pub fn new(edge: &Outline, holes: &[Outline], of: Mark) -> Self {
        // Holes run the other way round, so that the ground always lies to the left of a side.
        let holes = holes
            .iter()
            .map(|hole| hole.corners().iter().rev().copied().collect());
        let rings = std::iter::once(edge.corners().to_vec()).chain(holes).collect();
        Self { rings, of }
    }
    pub(super) fn sides(&self) -> impl Iterator<Item = Segment> + '_ {
        self.rings.iter().flat_map(|ring| sides_of(ring, true))
    }
    pub(super) fn contains(&self, point: WorldPt) -> bool {
        let mut inside = false;
        for side in self.sides() {
            let (a, b) = (side.from, side.to);
            if (a.y <= point.y) != (b.y <= point.y) {
                let x = a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x);
                inside ^= x > point.x;
            }
        }
        inside
    }
}

fn sides_of(ring: &[WorldPt], closed: bool) -> impl Iterator<Item = Segment> + '_ {
    let count = if closed {
        ring.len()
    } else {
        ring.len().saturating_sub(1)
    };
    (0..count).map(|at| Segment {
        from: ring[at],
        to: ring[(at + 1) % ring.len()],
    })
}

impl Block {
    /// Something with an outline.
    pub fn area(edge: &Outline, of: Mark) -> Self {
        Self {
            rings: vec![edge.corners().to_vec()],
            filled: true,
            of,
            stops_hose: false,
        }
    }
    /// A wall or fence along a line.
    pub fn line(points: &[WorldPt], of: Mark) -> Self {
        Self {
            rings: vec![points.to_vec()],
            filled: false,
            of,
            stops_hose: false,
        }
    }
    /// The same, where nothing is handed over it on foot either: a house, a wall.
    #[must_use]
    pub fn stopping_hose(self) -> Self {
        Self {
            stops_hose: true,
            ..self
        }
    }
    pub(super) fn sides(&self) -> impl Iterator<Item = Segment> + '_ {
        self.rings.iter().flat_map(|ring| sides_of(ring, self.filled))
    }
}

/// All that bears on where vehicles get to.
#[derive(Clone, Debug, Default)]
pub struct Lanes {
    /// Where they may drive.
    pub surfaces: Vec<Surface>,
    /// What stands in the way.
    pub blocks: Vec<Block>,
    /// Where they come in.
    pub gates: Vec<WorldPt>,
    /// What is to be reached.
    pub targets: Vec<WorldPt>,
    /// The edge of the estate: outside of it vehicles come from everywhere.
    pub boundary: Option<Outline>,
    /// The part of the sheet that is looked at. Two grounds over one part can be compared point
    /// by point.
    pub bounds: Bounds,
}

/// The ground of one vehicle, ready to be driven over.
#[derive(Clone, Debug)]
pub struct LaneGround {
    pub(super) vehicle: Vehicle,
    pub(super) lattice: Lattice,
    /// Where a vehicle's middle may be.
    pub(super) free: Vec<bool>,
    /// How many cells lie between each point and ground that is not free, once that was asked for.
    pub(super) room: OnceLock<Vec<u8>>,
    /// What lies between each point and its neighbours to the east and to the north: [`OPEN`],
    /// [`CLOSED`] or a narrow by its number and one.
    pub(super) between: Vec<[u32; 2]>,
    /// The width in millimetres of each of those ways, the vehicle's at most.
    pub(super) widths: Vec<[u16; 2]>,
    /// The narrow places: of the ground that this one was changed from, and then its own.
    pub(super) narrows: Arc<Vec<Narrow>>,
    pub(super) more: Vec<Narrow>,
    /// Where a hose may lie, and the ways that walls close for it: 1 east, 2 north.
    pub(super) walkable: Arc<Vec<bool>>,
    pub(super) walls: Arc<Vec<u8>>,
    /// To which free neighbours a way leads that is as wide as the vehicle asks, and to which a hose gets.
    pub(super) full: Ways,
    pub(super) hose: Ways,
    /// Where it differs from the ground that it was changed from.
    pub(super) touched: Touched,
    /// Every edge that bounds free ground.
    pub(super) kerbs: Kerbs,
    pub(super) entries: Vec<usize>,
    pub(super) targets: Vec<WorldPt>,
    pub(super) inside: Option<Arc<Vec<bool>>>,
    /// The points within the estate beside which others lie outside of it.
    pub(super) rim: Arc<Vec<usize>>,
    /// Whether it is ground that was kept, or that with something more in the way and nothing else.
    pub(super) only_less: bool,
}

impl LaneGround {
    /// Lays the ground of a vehicle.
    pub fn new(lanes: &Lanes, vehicle: Vehicle) -> Result<Self, GaveUp> {
        let laid = Laid::new(lanes.clone(), vehicle)?;
        Ok(Self {
            only_less: false,
            ..laid.ground
        })
    }

    /// Whether a lattice point lies within the estate; without a boundary every point does.
    pub(super) fn is_inside(&self, at: usize) -> bool {
        self.inside.as_ref().is_none_or(|inside| inside[at])
    }

    /// What a move between two neighbouring points must pass: the narrowest of its steps.
    pub(super) fn passed(&self, from: usize, to: usize) -> u32 {
        let (steps, count) = self.lattice.steps(from, to);
        let mut worst = OPEN;
        for step in &steps[..count] {
            let held = match *step {
                Step::East(at) => self.between[at][0],
                Step::North(at) => self.between[at][1],
            };
            if self.width_of(held) < self.width_of(worst) {
                worst = held;
            }
        }
        worst
    }

    /// Calls with the eight neighbours of a point, whether each lies aslant, and the width of the way
    /// there in millimetres, the vehicle's at most.
    pub(super) fn each_way(&self, at: usize, mut each: impl FnMut(usize, bool, u16)) {
        if !self.lattice.is_inner(at) {
            for (next, aslant) in self.lattice.neighbours(at) {
                each(next, aslant, self.width_of(self.passed(at, next)));
            }
            return;
        }
        let (above, below) = (at + self.lattice.cols, at - self.lattice.cols);
        let east = |at: usize| self.widths[at][0];
        let north = |at: usize| self.widths[at][1];
        let (e, n, w, s) = (east(at), north(at), east(at - 1), north(below));
        each(at + 1, false, e);
        each(above, false, n);
        each(at - 1, false, w);
        each(below, false, s);
        each(above + 1, true, e.min(n).min(north(at + 1)).min(east(above)));
        each(above - 1, true, w.min(n).min(north(at - 1)).min(east(above - 1)));
        each(
            below - 1,
            true,
            w.min(s).min(north(below - 1)).min(east(below - 1)),
        );
        each(below + 1, true, e.min(s).min(north(below + 1)).min(east(below)));
    }

    /// Calls with the neighbours to which a hose gets from a point, and whether each lies aslant.
    pub(super) fn each_hose_way(&self, at: usize, mut each: impl FnMut(usize, bool)) {
        if !self.lattice.is_inner(at) {
            let around = self.lattice.neighbours(at);
            around
                .filter(|(next, _)| self.hose_passes(at, *next))
                .for_each(|(next, aslant)| each(next, aslant));
            return;
        }
        let (above, below) = (at + self.lattice.cols, at - self.lattice.cols);
        let east = |at: usize| self.walls[at] & 1;
        let north = |at: usize| self.walls[at] >> 1;
        let (e, n, w, s) = (east(at), north(at), east(at - 1), north(below));
        let ways = [
            (at + 1, false, e),
            (above, false, n),
            (at - 1, false, w),
            (below, false, s),
            (above + 1, true, e | n | north(at + 1) | east(above)),
            (above - 1, true, w | n | north(at - 1) | east(above - 1)),
            (below - 1, true, w | s | north(below - 1) | east(below - 1)),
            (below + 1, true, e | s | north(below + 1) | east(below)),
        ];
        for (next, aslant, walls) in ways {
            if walls == 0 && self.walkable[next] {
                each(next, aslant);
            }
        }
    }

    /// The width that a way between two points leaves, in millimetres, the vehicle's at most.
    pub(super) fn width_of(&self, passed: u32) -> u16 {
        match passed {
            OPEN => self.asked_mm(),
            CLOSED => 0,
            narrow => self
                .narrow(narrow)
                .map_or(0, |narrow| narrow.width_mm.min(self.asked_mm())),
        }
    }

    /// The width that the vehicle asks for, in whole millimetres.
    pub fn asked(&self) -> u16 {
        self.asked_mm()
    }
    pub(super) fn asked_mm(&self) -> u16 {
        (self.vehicle.width * 1_000.0).round().clamp(1.0, 65_000.0) as u16
    }

    pub(super) fn narrow(&self, passed: u32) -> Option<&Narrow> {
        let at = (passed as usize).checked_sub(1)?;
        let own = || self.more.get(at - self.narrows.len());
        self.narrows.get(at).or_else(own)
    }

    /// Whether a hose gets from a point to its neighbour.
    pub(super) fn hose_passes(&self, from: usize, to: usize) -> bool {
        let (steps, count) = self.lattice.steps(from, to);
        self.walkable[to]
            && steps[..count].iter().all(|step| match *step {
                Step::East(at) => self.walls[at] & 1 == 0,
                Step::North(at) => self.walls[at] & 2 == 0,
            })
    }
}
