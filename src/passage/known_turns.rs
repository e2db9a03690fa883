//! What is known of turns on the ground of today.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use crate::geometry::{Segment, WorldVec};

use super::lane::LaneGround;
use super::turn::Bend;

/// What is known of turns on the ground of today, kept for all drawings: where a swath of a radius lies
/// at a bend, or that it lies nowhere.
#[derive(Debug, Default)]
pub struct KnownTurns(Mutex<BTreeMap<[u64; 7], Option<WorldVec>>>);

/// The ground of today with what is known of its turns.
#[derive(Clone, Copy, Debug)]
pub struct TurnsToday<'a> {
    /// The ground.
    pub ground: &'a LaneGround,
    /// What is known of it.
    pub known: &'a KnownTurns,
}

impl TurnsToday<'_> {
    pub(super) fn place(&self, bend: &Bend, radius: f64) -> Option<WorldVec> {
        let mut known = self.known.0.lock().unwrap_or_else(PoisonError::into_inner);
        *known.entry(key(bend, radius)).or_insert_with(|| {
            let reach = self
                .ground
                .kerbs
                .near(bend.reach(radius, self.ground.vehicle.width));
            let near: Vec<Segment> = reach.map(|(edge, _)| edge).collect();
            self.ground.place_round(bend, radius, &near)
        })
    }
}

fn key(bend: &Bend, radius: f64) -> [u64; 7] {
    let (at, into, out) = (bend.at, bend.into, bend.out);
    [at.x, at.y, into.x, into.y, out.x, out.y, radius].map(f64::to_bits)
}
