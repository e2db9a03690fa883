//! Ground laid once, from which the ground of each drawing is made by changing what the drawing touches.
//!
//! What comes of a change is what laying all anew would give, to the last bit: the order in which
//! edges are found decides nothing.

use std::sync::{Arc, OnceLock};

use crate::geometry::{Bounds, Index, Segment};

use super::bins::Bins;
use super::covers::{Covers, LaneChange};
use super::edges::{Compared, Edges, Found, Narrow, beyond, box_of, leads_on, narrows_among, narrows_beside};
use super::kerbs::{First, Kerbs};
use super::lane::{GaveUp, LaneGround, Lanes, OPEN, Surface, Vehicle};
use super::lattice::{Lattice, Step};
use super::served::HoseEnd;
use super::ways::{Touched, Ways};

/// The finest lattice, in metres.
const FINEST_M: f64 = 0.3;
/// So many cells make the vehicle's width where the ground is not too large; and the fewest.
const CELLS: (f64, f64) = (5.0, 4.0);
/// More lattice points than this are not reckoned: about a square kilometre for a fire engine.
const MOST_POINTS: usize = 1_500_000;
/// The squares by which narrow places are found, in metres.
const SQUARE_M: f64 = 4.0;

/// A side as it was drawn, and the pieces that are left of it.
#[derive(Clone, Debug)]
struct Side {
    line: Segment,
    of: Owner,
    pieces: std::ops::Range<usize>,
}

/// Whose side it is: a surface or a block, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Owner {
    Surface(usize),
    Block(usize),
}

/// Ground with what it was laid from.
#[derive(Clone, Debug)]
pub struct Laid {
    /// The ground before anything is changed.
    pub ground: LaneGround,
    lanes: Lanes,
    /// How many surfaces and how many filled blocks lie over each point.
    covers: Covers,
    surfaces: Index<usize>,
    edges: Edges,
    sides: Vec<Side>,
    /// The pieces of each narrow place, and the places by where they are.
    pairs: Vec<[usize; 2]>,
    places: Bins,
    compared: Compared,
}

impl Laid {
    /// Lays the ground of a vehicle.
    pub fn new(lanes: Lanes, vehicle: Vehicle) -> Result<Self, GaveUp> {
        let sound = |metres: f64| metres.is_finite() && metres > 0.0;
        if !(sound(vehicle.width) && vehicle.reach.is_finite() && vehicle.reach >= 0.0) {
            return Err(GaveUp::NoVehicle);
        }
        let lattice = lattice_over(lanes.bounds, vehicle.width)?;
        let mut laid = Self {
            ground: LaneGround {
                vehicle,
                lattice,
                free: vec![false; lattice.len()],
                room: OnceLock::new(),
                between: vec![[OPEN; 2]; lattice.len()],
                widths: Vec::new(),
                only_less: true,
                narrows: Arc::default(),
                more: Vec::new(),
                walkable: Arc::new(vec![true; lattice.len()]),
                walls: Arc::new(vec![0; lattice.len()]),
                full: Ways::default(),
                hose: Ways::default(),
                touched: Touched::default(),
                kerbs: Kerbs::default(),
                entries: Vec::new(),
                targets: lanes.targets.clone(),
                inside: lanes.boundary.as_ref().map(|boundary| {
                    let mut inside = vec![false; lattice.len()];
                    lattice.inside(&[boundary.corners().to_vec()], |at| inside[at] = true);
                    Arc::new(inside)
                }),
                rim: Arc::default(),
            },
            covers: Covers {
                surfaces: vec![0; lattice.len()],
                blocks: vec![0; lattice.len()],
            },
            surfaces: Index::default(),
            edges: Edges::default(),
            sides: Vec::new(),
            pairs: Vec::new(),
            places: Bins::default(),
            compared: Compared::default(),
            lanes: Lanes::default(),
        };
        laid.ground.find_rim();
        laid.ground.widths = vec![[laid.ground.asked_mm(); 2]; lattice.len()];
        laid.cover(&lanes);
        laid.find_edges(&lanes)?;
        let first = First {
            found: Found::new(&laid.edges.pieces, vehicle.width),
            pieces: laid.edges.pieces.clone(),
        };
        let (pieces, compared) = (&first.pieces, &mut laid.compared);
        let pairs = narrows_among(pieces, &first.found, vehicle.width, compared)?;
        let (narrows, pairs): (Vec<Narrow>, Vec<[usize; 2]>) = pairs.into_iter().unzip();
        let boxes: Vec<Bounds> = narrows.iter().map(|narrow| box_of(narrow.across)).collect();
        laid.places = Bins::new(&boxes, SQUARE_M);
        laid.pairs = pairs;
        laid.ground.narrows = Arc::new(narrows);
        laid.ground.kerbs.first = Arc::new(first);
        laid.ground.draw_all();
        laid.ground.find_ways();
        laid.ground.enter(&lanes);
        laid.lanes = lanes;
        Ok(laid)
    }

    /// Where a vehicle may ever stand for a target while no ground is added.
    pub(super) fn stands_about(&self, target: usize) -> Vec<HoseEnd> {
        let covers = &self.covers;
        self.ground.ends_about(target, |at| covers.surfaces[at] > 0)
    }

    /// The points over which a change lays ground and none lay.
    pub(super) fn newly_covered(&self, change: &LaneChange) -> Vec<usize> {
        let (mut points, lattice) = (Vec::new(), self.ground.lattice);
        for surface in &change.surfaces {
            lattice.inside(&surface.rings, |at| points.push(at));
        }
        points.retain(|at| self.covers.surfaces[*at] == 0);
        points
    }

    /// What the ground was laid from.
    pub fn lanes(&self) -> &Lanes {
        &self.lanes
    }

    fn cover(&mut self, lanes: &Lanes) {
        let lattice = self.ground.lattice;
        let boxed = |(at, surface): (usize, &Surface)| {
            Some((at, Bounds::of(surface.rings.iter().flatten().copied())?))
        };
        self.surfaces = Index::bulk(lanes.surfaces.iter().enumerate().filter_map(boxed));
        for surface in &lanes.surfaces {
            lattice.inside(&surface.rings, |at| self.covers.surfaces[at] += 1);
        }
        for block in &lanes.blocks {
            self.covers.put(&lattice, block, |_| {});
            self.ground.stop_hose(block);
        }
        for at in 0..lattice.len() {
            self.ground.free[at] = self.covers.is_free(at);
        }
    }

    fn find_edges(&mut self, lanes: &Lanes) -> Result<(), GaveUp> {
        let (edges, sides) = (&mut self.edges, &mut self.sides);
        let mut keep = |edges: &Edges, line: Segment, of: Owner, from: usize| {
            let pieces = from..edges.pieces.len();
            sides.push(Side { line, of, pieces });
        };
        for (own, surface) in lanes.surfaces.iter().enumerate() {
            for line in surface.sides().filter(|line| !leads_on(*line, &lanes.gates)) {
                let from = edges.pieces.len();
                let others = on_index(&self.surfaces, &lanes.surfaces, line, Some(own));
                edges.add_open_parts(line, surface.of, &others);
                keep(edges, line, Owner::Surface(own), from);
            }
            edges.too_many()?;
        }
        for (own, block) in lanes.blocks.iter().enumerate() {
            for line in block.sides() {
                let from = edges.pieces.len();
                if self.covers.bears_on(&self.ground.lattice, line) {
                    edges.add(line, block.of);
                }
                keep(edges, line, Owner::Block(own), from);
            }
            edges.too_many()?;
        }
        Ok(())
    }

    /// The ground with a change: what laying all of it anew would give.
    pub fn with(&self, change: &LaneChange) -> Result<LaneGround, GaveUp> {
        let stops_hose = |number: &usize| self.lanes.blocks.get(*number).is_some_and(|b| b.stops_hose);
        if change.without.iter().any(stops_hose) {
            return LaneGround::new(&self.lanes.changed(change), self.ground.vehicle);
        }
        let mut ground = self.ground.clone();
        ground.only_less = change.without.is_empty() && change.surfaces.is_empty();
        let covers = self.cover_changed(&mut ground, change);
        let (gone, edges) = self.edges_changed(change, &covers);
        edges.too_many()?;
        let width = ground.vehicle.width;
        let mut compared = self.compared;
        let found = Found::new(&edges.pieces, width);
        let pairs = narrows_among(&edges.pieces, &found, width, &mut compared)?;
        ground.more = pairs.into_iter().map(|(narrow, _)| narrow).collect();
        let first = &self.ground.kerbs.first;
        for piece in &edges.pieces {
            let stays = |at: usize| !gone.get(at).copied().unwrap_or(false);
            let narrows = narrows_beside(piece, &first.pieces, &first.found, width, &mut compared, stays)?;
            ground.more.extend(narrows);
        }
        ground.kerbs.gone = gone;
        ground.kerbs.more = edges.pieces;
        if !ground.kerbs.gone.is_empty() {
            self.clear_gone(&mut ground);
        }
        ground.draw_more();
        ground.find_touched_ways();
        ground.entries.clear();
        ground.enter(&self.lanes);
        Ok(ground)
    }

    fn cover_changed(&self, ground: &mut LaneGround, change: &LaneChange) -> Covers {
        let lattice = ground.lattice;
        let mut covers = self.covers.clone();
        let mut touched = Vec::new();
        for surface in &change.surfaces {
            lattice.inside(&surface.rings, |at| {
                covers.surfaces[at] += 1;
                touched.push(at);
            });
        }
        let gone = change
            .without
            .iter()
            .filter_map(|number| self.lanes.blocks.get(*number));
        for block in gone.filter(|block| block.filled) {
            lattice.inside(&block.rings, |at| {
                covers.blocks[at] -= 1;
                touched.push(at);
            });
        }
        for block in &change.blocks {
            covers.put(&lattice, block, |at| touched.push(at));
            ground.stop_hose(block);
        }
        let (mut taken, mut freed) = (Vec::new(), false);
        for at in touched {
            let free = covers.is_free(at);
            if std::mem::replace(&mut ground.free[at], free) != free {
                ground.touched.ways.push(at);
                taken.push(at);
                freed |= free;
            }
        }
        if freed {
            ground.room = OnceLock::new();
        } else {
            ground.lessen_room(taken);
        }
        covers
    }

    /// Which first pieces are gone (empty where none is), and the pieces that are new.
    fn edges_changed(&self, change: &LaneChange, covers: &Covers) -> (Vec<bool>, Edges) {
        let mut edges = Edges::beside(&self.edges);
        let mut gone = Vec::new();
        let lattice = &self.ground.lattice;
        let boxes = change.surfaces.iter();
        let boxes = boxes.filter_map(|surface| Bounds::of(surface.rings.iter().flatten().copied()));
        let near_new: Vec<Bounds> = boxes.map(|bounds| bounds.grown(3.0 * lattice.cell)).collect();
        let others = |line: Segment, own: Owner| {
            let first = match own {
                Owner::Surface(own) => Some(own),
                Owner::Block(_) => None,
            };
            let mut others = on_index(&self.surfaces, &self.lanes.surfaces, line, first);
            let more = change.surfaces.iter().enumerate();
            let count = self.lanes.surfaces.len();
            others.extend(
                more.filter(|(at, _)| own != Owner::Surface(count + at))
                    .map(|(_, s)| s),
            );
            others
        };
        if !(near_new.is_empty() && change.without.is_empty()) {
            for side in &self.sides {
                let without = matches!(side.of, Owner::Block(own) if change.without.contains(&own));
                let around = box_of(side.line);
                if !without && !near_new.iter().any(|new| new.meets(&around)) {
                    continue;
                }
                if gone.is_empty() {
                    gone = vec![false; self.edges.pieces.len()];
                }
                gone[side.pieces.clone()].fill(true);
                match side.of {
                    Owner::Surface(own) => {
                        let of = self.lanes.surfaces[own].of;
                        edges.add_open_parts(side.line, of, &others(side.line, side.of));
                    }
                    Owner::Block(own) if !without && covers.bears_on(lattice, side.line) => {
                        edges.add(side.line, self.lanes.blocks[own].of);
                    }
                    Owner::Block(_) => {}
                }
            }
        }
        for (at, surface) in change.surfaces.iter().enumerate() {
            let own = Owner::Surface(self.lanes.surfaces.len() + at);
            for line in surface.sides().filter(|line| !leads_on(*line, &self.lanes.gates)) {
                edges.add_open_parts(line, surface.of, &others(line, own));
            }
        }
        for block in &change.blocks {
            for line in block.sides().filter(|line| covers.bears_on(lattice, *line)) {
                edges.add(line, block.of);
            }
        }
        (gone, edges)
    }

    /// Takes what is gone off the lattice and draws anew what else lies there.
    fn clear_gone(&self, ground: &mut LaneGround) {
        let lattice = ground.lattice;
        let first = &self.ground.kerbs.first;
        let flags = ground.kerbs.gone.clone();
        let is_gone = |at: usize| flags.get(at).copied().unwrap_or(false);
        let gone = (0..first.pieces.len()).filter(|at| is_gone(*at));
        let gone = gone.map(|at| first.pieces[at].line);
        let pairs = self.pairs.iter().zip(ground.narrows.iter());
        let ended = pairs.filter(|(pair, _)| pair.iter().any(|at| is_gone(*at)));
        let lines: Vec<Segment> = gone.chain(ended.map(|(_, narrow)| narrow.across)).collect();
        let mut open = vec![0_u8; lattice.len()];
        for line in &lines {
            lattice.crossed(*line, |step| match step {
                Step::East(at) => open[at] |= 1,
                Step::North(at) => open[at] |= 2,
            });
        }
        let is_open = |step: Step| match step {
            Step::East(at) => open[at] & 1 != 0,
            Step::North(at) => open[at] & 2 != 0,
        };
        for line in &lines {
            ground.clear(*line);
        }
        // What crosses the same step between two points lies no further off than a cell.
        let around: Vec<Bounds> = lines
            .iter()
            .map(|line| box_of(*line).grown(2.0 * lattice.cell))
            .collect();
        let mut places = self.places.near_any(&around);
        places.retain(|at| !self.pairs[*at].iter().any(|piece| is_gone(*piece)));
        let mut pieces = first.found.near_any(&around);
        pieces.retain(|at| !is_gone(*at));
        for at in places {
            ground.draw(at, is_open);
        }
        for at in pieces {
            ground.shut(first.pieces[at].line, is_open);
        }
    }
}

/// The surfaces near a side, but for one.
fn on_index<'a>(
    index: &Index<usize>,
    surfaces: &'a [Surface],
    side: Segment,
    own: Option<usize>,
) -> Vec<&'a Surface> {
    let near = index.in_box(beyond(side)).copied();
    let mut near: Vec<usize> = near.filter(|at| Some(*at) != own).collect();
    near.sort_unstable();
    near.into_iter().map(|at| &surfaces[at]).collect()
}

/// The finest lattice over a box that is not too large and through whose gaps the vehicle cannot slip.
fn lattice_over(bounds: Bounds, width: f64) -> Result<Lattice, GaveUp> {
    let coarsest = width / CELLS.1;
    let mut cell = (width / CELLS.0).max(FINEST_M).min(coarsest);
    loop {
        if let Some(lattice) = Lattice::over(bounds, cell, MOST_POINTS) {
            return Ok(lattice);
        }
        if cell >= coarsest {
            return Err(GaveUp::TooLarge);
        }
        cell = (cell * 1.4).min(coarsest);
    }
}
