//! What lies on the ground drawn across the lattice: edges, narrow places, walls, and where vehicles come in.

use std::sync::Arc;

use crate::geometry::{Bounds, Segment};

use super::lane::{Block, CLOSED, LaneGround, Lanes, OPEN};
use super::lattice::Step;

/// How far around a gate a vehicle comes in, in metres.
const GATE_M: f64 = 8.0;

impl LaneGround {
    /// How many cells lie between each point and ground that is not free, counted along the axes. Few drawings ask.
    pub(super) fn room(&self) -> &[u8] {
        self.room.get_or_init(|| {
            let room = |free: &bool| if *free { u8::MAX } else { 0 };
            let mut rooms: Vec<u8> = self.free.iter().map(room).collect();
            self.lattice.spread(&mut rooms, 0);
            rooms
        })
    }

    /// Measures the room about points that are free no more, where it was measured before.
    pub(super) fn lessen_room(&mut self, mut taken: Vec<usize>) {
        let Some(room) = self.room.get_mut() else {
            return;
        };
        taken.iter().for_each(|at| room[*at] = 0);
        let mut looked = 0;
        while let Some(at) = taken.get(looked).copied() {
            looked += 1;
            let beside = room[at].saturating_add(1);
            let around = self.lattice.neighbours(at).filter(|(_, aslant)| !aslant);
            for (next, _) in around {
                if beside < room[next] {
                    room[next] = beside;
                    taken.push(next);
                }
            }
        }
    }

    pub(super) fn stop_hose(&mut self, block: &Block) {
        if !block.stops_hose {
            return;
        }
        let lattice = self.lattice;
        if block.filled {
            let walkable = Arc::make_mut(&mut self.walkable);
            lattice.inside(&block.rings, |at| {
                walkable[at] = false;
                self.touched.hose.push(at);
            });
        }
        let walls = Arc::make_mut(&mut self.walls);
        for side in block.sides() {
            lattice.crossed(side, |step| {
                let (at, wall) = match step {
                    Step::East(at) => (at, 1),
                    Step::North(at) => (at, 2),
                };
                walls[at] |= wall;
                self.touched.hose.push(at);
            });
        }
    }

    /// Draws all narrow places and edges across the lattice.
    pub(super) fn draw_all(&mut self) {
        for at in 0..self.narrows.len() {
            self.draw(at, |_| true);
        }
        let first = self.kerbs.first.clone();
        for piece in &first.pieces {
            self.shut(piece.line, |_| true);
        }
    }

    /// Draws what a change added.
    pub(super) fn draw_more(&mut self) {
        for at in 0..self.more.len() {
            self.draw(self.narrows.len() + at, |_| true);
        }
        for at in 0..self.kerbs.more.len() {
            self.shut(self.kerbs.more[at].line, |_| true);
        }
    }

    /// Draws a narrow place where it is narrower than what is there.
    pub(super) fn draw(&mut self, at: usize, counts: impl Fn(Step) -> bool) {
        let number = at as u32 + 1;
        let Some(narrow) = self.narrow(number).copied() else {
            return;
        };
        let lattice = self.lattice;
        lattice.crossed(narrow.across, |step| {
            let narrower = match self.held(step) {
                CLOSED => false,
                OPEN => true,
                other => self.narrow(other).is_none_or(|other| narrow.order(other).is_lt()),
            };
            if narrower && counts(step) {
                self.hold(step, number);
            }
        });
    }

    pub(super) fn shut(&mut self, line: Segment, counts: impl Fn(Step) -> bool) {
        let lattice = self.lattice;
        lattice.crossed(line, |step| {
            if counts(step) {
                self.hold(step, CLOSED);
            }
        });
    }

    /// Says that nothing lies across the steps that a line crosses.
    pub(super) fn clear(&mut self, line: Segment) {
        let lattice = self.lattice;
        lattice.crossed(line, |step| self.hold(step, OPEN));
    }

    fn held(&self, step: Step) -> u32 {
        match step {
            Step::East(at) => self.between[at][0],
            Step::North(at) => self.between[at][1],
        }
    }

    fn hold(&mut self, step: Step, number: u32) {
        let (at, axis) = match step {
            Step::East(at) => (at, 0),
            Step::North(at) => (at, 1),
        };
        self.between[at][axis] = number;
        let width = self.width_of(number);
        if std::mem::replace(&mut self.widths[at][axis], width) != width {
            self.touched.ways.push(at);
        }
    }

    /// Finds the points within the estate beside which others lie outside.
    pub(super) fn find_rim(&mut self) {
        if self.inside.is_none() {
            return;
        }
        let beside_outside = |at: &usize| {
            let mut around = self.lattice.neighbours(*at);
            self.is_inside(*at) && around.any(|(next, _)| !self.is_inside(next))
        };
        self.rim = Arc::new((0..self.lattice.len()).filter(beside_outside).collect());
    }

    /// Finds where vehicles come in: outside the estate near a gate, or at the gate itself.
    pub(super) fn enter(&mut self, lanes: &Lanes) {
        let lattice = self.lattice;
        for gate in &lanes.gates {
            let around = Bounds {
                min: *gate,
                max: *gate,
            }
            .grown(GATE_M);
            let near: Vec<usize> = lattice.in_box(around).filter(|at| self.free[*at]).collect();
            let outside = near.iter().copied().filter(|at| !self.is_inside(*at));
            let outside: Vec<usize> = outside.collect();
            if outside.is_empty() {
                let away = |at: &usize| {
                    let step = lattice.at(*at) - *gate;
                    step.dot(step)
                };
                self.entries
                    .extend(near.into_iter().min_by(|a, b| away(a).total_cmp(&away(b))));
            } else {
                self.entries.extend(outside);
            }
        }
        self.entries.sort_unstable();
        self.entries.dedup();
    }
}
