//! An estate driven over once, and what a drawing makes of it: what the drawing leaves as it was is not
//! reckoned again.

use std::sync::OnceLock;

use super::covers::LaneChange;
use super::drive::Driven;
use super::laid::Laid;
use super::lane::{GaveUp, LaneGround, Lanes, Vehicle};
use super::served::{Hose, HoseEnd, Served};

/// Ground that was laid and driven over before anything is changed.
#[derive(Debug)]
pub struct KeptDrive {
    laid: Laid,
    driven: Driven,
    /// Where the vehicle may stand for each target, once that was asked for.
    stands: Vec<OnceLock<Vec<HoseEnd>>>,
}

impl KeptDrive {
    /// Lays the ground of a vehicle and drives over it.
    pub fn new(lanes: Lanes, vehicle: Vehicle) -> Result<Self, GaveUp> {
        let laid = Laid::new(lanes, vehicle)?;
        let driven = laid.ground.drive();
        Ok(Self {
            stands: (0..laid.ground.targets.len()).map(|_| OnceLock::new()).collect(),
            driven,
            laid,
        })
    }

    /// The ground before anything is changed.
    pub fn ground(&self) -> &LaneGround {
        &self.laid.ground
    }
    /// Where the vehicle gets on it.
    pub fn driven(&self) -> &Driven {
        &self.driven
    }
    /// What it was laid from.
    pub fn lanes(&self) -> &Lanes {
        self.laid.lanes()
    }

    /// The ground with a change, driven over: what laying and driving all anew would give.
    pub fn with(&self, change: &LaneChange) -> Result<(LaneGround, Driven), GaveUp> {
        let ground = self.laid.with(change)?;
        let mut driven = ground.drive_within(None);
        driven.targets = self.serve(&ground, &driven, change);
        Ok((ground, driven))
    }

    fn serve(&self, ground: &LaneGround, driven: &Driven, change: &LaneChange) -> Vec<Served> {
        let same_hose = !change.blocks.iter().any(|block| block.stops_hose)
            && !change
                .without
                .iter()
                .any(|at| self.lanes().blocks[*at].stops_hose);
        if !same_hose {
            return ground.serve(driven);
        }
        let entries = &self.laid.ground.entries;
        let new_entry = ground.entries.iter().any(|at| entries.binary_search(at).is_err());
        let may_win = new_entry || !change.surfaces.is_empty() || !change.without.is_empty();
        let asked = ground.asked_mm();
        let mut hose = None;
        let serve = |(target, was): (usize, &Served)| {
            let stays = |stand: usize| driven.width[stand] >= asked;
            if !may_win && was.width_mm >= Some(asked) && was.stand.is_some_and(stays) {
                return *was;
            }
            if change.surfaces.is_empty() {
                let stands = self.stands[target].get_or_init(|| self.laid.stands_about(target));
                return ground.serve_from(driven, target, stands);
            }
            let hose = hose.get_or_insert_with(|| Hose::new(ground.lattice.len()));
            ground.serve_one(driven, target, hose)
        };
        self.driven.targets.iter().enumerate().map(serve).collect()
    }
}
