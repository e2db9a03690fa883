//! Where a vehicle can turn round: beyond an arm of a junction lies an open place, or a way round something.
//!
//! In doubt it can: of what is said to be cut off, no vehicle may get there.

use crate::geometry::Bounds;

use super::drive::Driven;
use super::edges::length;
use super::lane::LaneGround;

/// The side of an open place on which a vehicle turns, in metres (GB 50016-2014(2018) 7.1.9: 12 by 12).
const PLACE_M: f64 = 12.0;
/// What a vehicle drives round measures at least so much, in metres, along one axis of the sheet.
const ROUND_M: f64 = 10.0;

/// The pieces into which the junctions cut the ways of full width.
pub(super) struct Rounds<'a> {
    ground: &'a LaneGround,
    /// The piece of each point; 0 where none is.
    piece: Vec<u32>,
    /// Whether a vehicle turns round there, by piece less one, once that was asked.
    turns: Vec<Option<bool>>,
}

impl<'a> Rounds<'a> {
    /// Of ground that was driven over, some of its points cut out.
    pub fn new(ground: &'a LaneGround, driven: &Driven, is_cut: impl Fn(usize) -> bool) -> Self {
        let asked = ground.asked_mm();
        let counts = |at: usize| driven.width[at] >= asked && !is_cut(at);
        let (mut piece, mut count) = (vec![0; ground.lattice.len()], 0);
        for first in 0..piece.len() {
            if piece[first] > 0 || !counts(first) {
                continue;
            }
            count += 1;
            piece[first] = count;
            let mut waiting = vec![first];
            while let Some(at) = waiting.pop() {
                ground.full.each(at, |next, _| {
                    if piece[next] == 0 && counts(next) {
                        piece[next] = count;
                        waiting.push(next);
                    }
                });
            }
        }
        Self {
            ground,
            piece,
            turns: vec![None; count as usize],
        }
    }

    /// Whether a vehicle can turn round on the piece on which a point lies.
    pub fn turns_beyond(&mut self, at: usize) -> bool {
        let Some(own) = (self.piece[at] as usize).checked_sub(1) else {
            return true;
        };
        if let Some(known) = self.turns[own] {
            return known;
        }
        let turns = self.has_place(own as u32 + 1) || self.goes_round(own as u32 + 1);
        self.turns[own] = Some(turns);
        turns
    }

    /// Whether a piece has an open place: a circle that is less by a cell than the one in its square, so that it does not
    /// matter how the place lies.
    fn has_place(&self, piece: u32) -> bool {
        let (room, ground) = (self.ground.room(), self.ground);
        let reach = PLACE_M / 2.0 - ground.lattice.cell;
        let enough = (reach / ground.lattice.cell) as u8;
        let is_open = |middle: usize| {
            let at = ground.lattice.at(middle);
            let around = Bounds { min: at, max: at }.grown(reach);
            let mut around = ground.lattice.in_box(around);
            around.all(|other| length(ground.lattice.at(other) - at) > reach || ground.free[other])
        };
        let mut own = (0..room.len()).filter(|at| self.piece[*at] == piece && room[*at] >= enough);
        own.any(is_open)
    }

    /// Whether a piece goes round something.
    fn goes_round(&self, piece: u32) -> bool {
        let lattice = self.ground.lattice;
        let mut seen: Vec<bool> = self.piece.iter().map(|of| *of == piece).collect();
        let is_rim = |at: &usize| !lattice.is_inner(*at);
        let mut outside: Vec<usize> = (0..seen.len()).filter(|at| is_rim(at) && !seen[*at]).collect();
        outside.iter().for_each(|at| seen[*at] = true);
        let spread = |seen: &mut Vec<bool>, from: &mut Vec<usize>| {
            let mut met = Vec::new();
            while let Some(at) = from.pop() {
                met.push(at);
                for (next, _) in lattice.neighbours(at).filter(|(_, aslant)| !aslant) {
                    if !std::mem::replace(&mut seen[next], true) {
                        from.push(next);
                    }
                }
            }
            met
        };
        spread(&mut seen, &mut outside);
        let least = (ROUND_M / lattice.cell) as usize;
        for first in 0..seen.len() {
            if std::mem::replace(&mut seen[first], true) {
                continue;
            }
            let hole = spread(&mut seen, &mut vec![first]);
            let cols = hole.iter().map(|at| at % lattice.cols);
            let rows = hole.iter().map(|at| at / lattice.cols);
            let span = |all: &mut dyn Iterator<Item = usize>| {
                let (least, most) = all.fold((usize::MAX, 0), |(low, high), at| (low.min(at), high.max(at)));
                most - least + 1
            };
            if span(&mut cols.into_iter()) >= least || span(&mut rows.into_iter()) >= least {
                return true;
            }
        }
        false
    }
}
