//! An estate driven over once, and what a drawing makes of it: what the drawing leaves as it was is not
//! reckoned again.

use std::sync::OnceLock;

use crate::geometry::{Bounds, WorldPt};

use super::covers::LaneChange;
use super::drive::Driven;
use super::laid::Laid;
use super::lane::{GaveUp, LaneGround, Lanes, Vehicle};
use super::served::{Hose, HoseEnd, Served};

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
        if change
            .without
            .iter()
            .any(|at| self.lanes().blocks[*at].stops_hose)
        {
            return ground.serve(driven);
        }
        let look = Look {
            ground,
            driven,
            walls: boxes(
                change
                    .blocks
                    .iter()
                    .filter(|block| block.stops_hose)
                    .flat_map(|b| &b.rings),
            ),
            grounds: boxes(change.surfaces.iter().flat_map(|surface| &surface.rings)),
            only_less: ground.only_less && ground.entries.iter().all(|at| self.is_entry(*at)),
        };
        let mut hose = None;
        let was = self.driven.targets.iter().enumerate();
        was.map(|(target, was)| self.serve_one(&look, target, was, &mut hose))
            .collect()
    }

    fn is_entry(&self, at: usize) -> bool {
        self.laid.ground.entries.binary_search(&at).is_ok()
    }

    fn serve_one(&self, look: &Look, target: usize, was: &Served, hose: &mut Option<Hose>) -> Served {
        let (ground, driven, asked) = (look.ground, look.driven, look.ground.asked_mm());
        let at = ground.targets[target];
        let long = |served: &Served| served.served_m.unwrap_or(0.0) + SPARE_M;
        // Where nothing is won, and the engine still comes to where it stood, nothing else is nearer.
        let stays = was.width_mm >= Some(asked) && was.stand.is_some_and(|at| driven.width[at] >= asked);
        if look.only_less && stays && !look.walls_within(at, long(was)) {
            return *was;
        }
        let stands = self.stands[target].get_or_init(|| self.laid.stands_about(target));
        let served = ground.serve_from(driven, target, stands);
        // What is drawn farther off than the hose is long does not lengthen it, and where the engine
        // comes at its full width nothing farther off is looked for.
        let full = served.width_mm >= Some(asked);
        let farthest = if full {
            long(&served)
        } else {
            ground.vehicle.reach + SPARE_M
        };
        let more_ground = look.grounds_within(at, farthest);
        let in_the_way = served.served_m.is_some() && look.walls_within(at, long(&served));
        if !in_the_way && !more_ground {
            return served;
        }
        // A wall more widens no way: how wide the widest may be is known.
        let widest = match more_ground {
            true => asked,
            false => served.width_mm.unwrap_or(0),
        };
        let hose = hose.get_or_insert_with(|| Hose::new(ground.lattice.len()));
        ground.serve_one(driven, target, widest, hose)
    }
}

/// Changed ground that is served from.
struct Look<'a> {
    ground: &'a LaneGround,
    driven: &'a Driven,
    /// What stops a hose and is new, and ground that is new.
    walls: Vec<Bounds>,
    grounds: Vec<Bounds>,
    /// There is more in the way, and nothing else.
    only_less: bool,
}

impl Look<'_> {
    fn walls_within(&self, at: WorldPt, metres: f64) -> bool {
        within(&self.walls, at, metres)
    }
    fn grounds_within(&self, at: WorldPt, metres: f64) -> bool {
        within(&self.grounds, at, metres)
    }
}

fn within(boxes: &[Bounds], at: WorldPt, metres: f64) -> bool {
    let around = Bounds { min: at, max: at }.grown(metres);
    boxes.iter().any(|bounds| bounds.meets(&around))
}

fn boxes<'a>(rings: impl Iterator<Item = &'a Vec<WorldPt>>) -> Vec<Bounds> {
    rings
        .filter_map(|ring| Bounds::of(ring.iter().copied()))
        .collect()
}
