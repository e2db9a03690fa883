//! Groups of designs found a step at a time, by who must hear what is said meanwhile.

use std::sync::Arc;

use crate::geometry::Bounds;

use super::group_fit::{Centres, GroupFit, assigned, lots};
use super::{Columns, Grouping};

/// A search for groups. What it finds is what [`Grouping::by_likeness`] finds, to the last bit.
pub struct GroupSearch {
    columns: Arc<Columns>,
    bounds: Bounds,
    seed: u64,
    stage: Stage,
}

/// What comes next.
enum Stage {
    /// The designs by which centres are found are taken.
    Fit,
    /// Beginnings settle, one a step.
    Settle {
        fit: GroupFit,
        begun: Vec<Centres>,
        settled: Vec<Option<(f64, Centres)>>,
    },
    /// Each design is given to the centre that it is nearest to, a lot a step.
    Assign {
        parted: Option<f64>,
        centres: Centres,
        of: Vec<Option<u8>>,
        lot: usize,
    },
}

/// Settling takes about this share of the time for a hundred thousand designs, and more of it for fewer.
const SETTLING: f64 = 0.6;

impl GroupSearch {
    /// A search that has not begun.
    pub fn new(columns: Arc<Columns>, bounds: Bounds, seed: u64) -> Self {
        Self {
            columns,
            bounds,
            seed,
            stage: Stage::Fit,
        }
    }
    /// How much is done, 0 to 1.
    pub fn share(&self) -> f64 {
        let of = |done: usize, all: usize| done as f64 / all.max(1) as f64;
        match &self.stage {
            Stage::Fit => 0.0,
            Stage::Settle { begun, settled, .. } => SETTLING * of(settled.len(), begun.len()),
            Stage::Assign { lot, .. } => SETTLING + (1.0 - SETTLING) * of(*lot, lots(&self.columns)),
        }
    }
    /// Does a step; gives the groups with the last.
    pub fn step(&mut self) -> Option<Grouping> {
        match &mut self.stage {
            Stage::Fit => {
                let fit = GroupFit::of(&self.columns, self.bounds);
                let begun = fit.begun(self.seed);
                let settled = Vec::new();
                self.stage = Stage::Settle { fit, begun, settled };
            }
            Stage::Settle { fit, begun, settled } => match begun.get(settled.len()) {
                Some(next) => settled.push(fit.settled(next)),
                None => {
                    let (parted, centres) = fit.best(std::mem::take(settled));
                    self.stage = Stage::Assign {
                        parted,
                        centres,
                        of: Vec::new(),
                        lot: 0,
                    };
                }
            },
            Stage::Assign {
                parted,
                centres,
                of,
                lot,
            } => {
                if *lot == lots(&self.columns) {
                    return Some(Grouping::parted(std::mem::take(of), *parted, centres, self.seed));
                }
                of.extend(assigned(&self.columns, self.bounds, centres, *lot));
                *lot += 1;
            }
        }
        None
    }
}
