//! An estate driven over once, and what a drawing makes of it: what the drawing leaves as it was is not
//! reckoned again.

use std::sync::OnceLock;

use crate::geometry::{Bounds, WorldPt};

use super::covers::LaneChange;
use super::drive::Driven;
use super::hoses::Hoses;
use super::laid::Laid;
use super::lane::{GaveUp, LaneGround, Lanes, Vehicle};
use super::redriven::Redriven;
use super::served::{Hose, HoseEnd, Served, Threshold};
use super::tiles::Tiles;

/// A hose is measured from the point before a door: so much farther off, in metres, may bear on it.
const SPARE_M: f64 = 6.0;

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
        let mut driven = laid.ground.drive();
        driven.hoses = Some(Hoses::new(&laid.ground, &driven.width));
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
        self.with_like(change, None)
    }

    /// The same, where the ground with another change, much like this one, was driven over.
    pub fn with_like(
        &self,
        change: &LaneChange,
        like: Option<(&LaneGround, &Driven)>,
    ) -> Result<(LaneGround, Driven), GaveUp> {
        let ground = self.laid.with(change)?;
        let stops_hose = |at: &usize| self.lanes().blocks.get(*at).is_some_and(|b| b.stops_hose);
        // What was laid all anew tells not where it differs.
        let like = like.filter(|(_, driven)| driven.hoses.is_some());
        let (other, before) = like.unwrap_or((&self.laid.ground, &self.driven));
        let hoses = before.hoses.clone();
        let Some(hoses) = hoses.filter(|_| !change.without.iter().any(stops_hose)) else {
            let driven = ground.drive();
            return Ok((ground, driven));
        };
        let differs = ground.differs_from(other);
        let same_entries = ground.entries == other.entries;
        let redriven = match differs.ways.is_empty() && same_entries {
            true => Redriven::same(before),
            false => before.redriven(&ground, &differs.ways),
        };
        let changed = [&redriven.changed[..], &differs.hose].concat();
        let hoses = hoses.changed(&ground, &redriven.width, &changed);
        let same_full = same_entries && redriven.changed.is_empty();
        let mut driven = Driven::of_widths(redriven.width, hoses);
        let mut ways = differs.ways.iter();
        if same_full && ways.all(|at| ground.full.are_as(&other.full, *at)) {
            driven.rings = before.rings.clone();
        }
        let changed = redriven.differs.into_iter().chain(differs.hose);
        let changed = Tiles::with(&ground.lattice, changed);
        driven.targets = self.serve(&ground, &driven, change, (&before.targets, &changed));
        Ok((ground, driven))
    }

    fn serve(
        &self,
        ground: &LaneGround,
        driven: &Driven,
        change: &LaneChange,
        (before, changed): (&[Served], &Tiles),
    ) -> Vec<Served> {
        let walls = change.blocks.iter().filter(|block| block.stops_hose);
        let mut more = self.laid.newly_covered(change);
        more.retain(|at| (1..ground.asked_mm()).contains(&driven.width[*at]));
        let look = Look {
            ground,
            driven,
            walls: boxes(walls.flat_map(|block| &block.rings)),
            more,
        };
        let mut hose = None;
        let far = ground.vehicle.reach + SPARE_M;
        let targets = before.iter().enumerate();
        targets
            .map(|(target, before)| {
                let at = ground.targets[target];
                let around = Bounds { min: at, max: at }.grown(far);
                match changed.any_in(&ground.lattice, around) {
                    true => self.serve_one(&look, target, &mut hose),
                    false => *before,
                }
            })
            .collect()
    }

    fn serve_one(&self, look: &Look, target: usize, hose: &mut Option<Hose>) -> Served {
        let (ground, driven, asked) = (look.ground, look.driven, look.ground.asked_mm());
        let hoses = driven.hoses.as_ref();
        if let Some(served) = hoses.and_then(|hoses| ground.serve_at_full_width(hoses, target)) {
            return served;
        }
        // The vehicle serves it from a narrower way, if from any.
        let Some(threshold) = ground.threshold(ground.targets[target]) else {
            return Served::default();
        };
        let stands = self.stands[target].get_or_init(|| self.laid.stands_about(target));
        let served = ground.serve_from(driven, target, stands);
        let barred = served.width_mm >= Some(asked);
        if !barred && !look.is_better_from_more(threshold, &served) {
            let end = stands.iter().find(|end| Some(end.at as usize) == served.stand);
            let long = served.served_m.unwrap_or(0.0) + SPARE_M;
            let before = self.laid.ground.threshold(ground.targets[target]);
            let may_be_farther = |end: &HoseEnd| {
                look.walls_within(ground.targets[target], long)
                    && !(before == Some(threshold) && scratch(hose, ground).comes(ground, threshold, *end))
            };
            if !end.is_some_and(may_be_farther) {
                return served;
            }
        }
        // A wall more widens no way: how wide the widest may be is known.
        let stands = stands.iter().map(|end| driven.width[end.at as usize]);
        let narrower = stands.filter(|width| *width < asked);
        let widest = narrower.chain(look.more_within(threshold)).max().unwrap_or(0);
        ground.serve_one(driven, target, widest, scratch(hose, ground))
    }
}

/// What hoses are laid in, made when it is first asked for.
fn scratch<'a>(hose: &'a mut Option<Hose>, ground: &LaneGround) -> &'a mut Hose {
    hose.get_or_insert_with(|| Hose::new(ground.lattice.len()))
}

/// Changed ground that is served from.
struct Look<'a> {
    ground: &'a LaneGround,
    driven: &'a Driven,
    /// What stops a hose and is new.
    walls: Vec<Bounds>,
    /// Points on new ground to which narrower ways lead.
    more: Vec<usize>,
}

impl Look<'_> {
    fn walls_within(&self, at: WorldPt, metres: f64) -> bool {
        let around = Bounds { min: at, max: at }.grown(metres);
        self.walls.iter().any(|bounds| bounds.meets(&around))
    }

    /// The widths of the ways to new ground that may lie within reach.
    fn more_within(&self, threshold: Threshold) -> impl Iterator<Item = u16> {
        let is_near =
            move |at: &&usize| self.ground.least_hose_m(threshold, **at) <= self.ground.vehicle.reach;
        let near = self.more.iter().filter(is_near);
        near.map(|at| self.driven.width[*at])
    }

    /// Whether the vehicle may serve a target from new ground sooner than so.
    fn is_better_from_more(&self, threshold: Threshold, served: &Served) -> bool {
        let width = served.width_mm.unwrap_or(0);
        let nearest = served.served_m.unwrap_or(f64::MAX);
        self.more.iter().any(|at| {
            let (own, least) = (self.driven.width[*at], self.ground.least_hose_m(threshold, *at));
            let better = own > width || own == width && least <= nearest;
            better && least <= self.ground.vehicle.reach
        })
    }
}

fn boxes<'a>(rings: impl Iterator<Item = &'a Vec<WorldPt>>) -> Vec<Bounds> {
    rings
        .filter_map(|ring| Bounds::of(ring.iter().copied()))
        .collect()
}
