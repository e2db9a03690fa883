//! How wide the ways are on ground that was changed, from what they were: how long they are is not asked.

use std::collections::BinaryHeap;

use super::drive::Driven;
use super::lane::LaneGround;
use super::ways::with_neighbours;

/// The widths on changed ground.
pub(super) struct Redriven {
    /// By point, as [`Driven`] has them.
    pub width: Vec<u16>,
    /// Where the vehicle comes at its full width and did not, or does not and did.
    pub changed: Vec<usize>,
    /// Where the widths differ.
    pub differs: Vec<usize>,
}

impl Redriven {
    /// The widths on ground that is as the one that was driven over.
    pub fn same(driven: &Driven) -> Self {
        Self {
            width: driven.width.clone(),
            changed: Vec::new(),
            differs: Vec::new(),
        }
    }
}

impl Driven {
    /// The widths on ground that differs from the one that was driven over at some points alone: what driving anew
    /// gives.
    ///
    /// A way is as wide as its narrowest place, whatever its length. So what is reached at full width hangs together
    /// with a gate at full width; and narrower ways are as they were wherever they hang together with nothing
    /// that changed.
    pub(super) fn redriven(&self, ground: &LaneGround, differs: &[usize]) -> Redriven {
        let asked = ground.asked_mm();
        let full = ground.reached_at_full_width();
        let mut width = self.width.clone();
        let mut changed = Vec::new();
        for (at, (full, width)) in full.iter().zip(&mut width).enumerate() {
            if *full != (*width == asked) {
                *width = if *full { asked } else { 0 };
                changed.push(at);
            }
        }
        let beside = with_neighbours(&ground.lattice, &changed);
        let mut seeds = [&beside[..], differs].concat();
        let mut region = ground.narrower_about(seeds.iter().copied(), &full, &mut width);
        ground.drive_narrower(&region, &full, &mut width);
        // Nothing was set anywhere else.
        region.append(&mut seeds);
        region.extend(&changed);
        region.retain(|at| width[*at] != self.width[*at]);
        Redriven {
            width,
            changed,
            differs: region,
        }
    }
}

impl LaneGround {
    fn reached_at_full_width(&self) -> Vec<bool> {
        let mut reached = vec![false; self.lattice.len()];
        let mut waiting = self.entries.clone();
        waiting.iter().for_each(|at| reached[*at] = true);
        while let Some(at) = waiting.pop() {
            self.full.each(at, |next, _| {
                if !std::mem::replace(&mut reached[next], true) {
                    waiting.push(next);
                }
            });
        }
        reached
    }

    /// The points that hang together with any of some and are not reached at full width, their widths wiped.
    fn narrower_about(
        &self,
        seeds: impl Iterator<Item = usize>,
        full: &[bool],
        width: &mut [u16],
    ) -> Vec<usize> {
        let least = self.least_mm();
        let mut seen = vec![false; self.lattice.len()];
        let mut region = Vec::new();
        for at in seeds {
            if !self.free[at] {
                width[at] = 0;
            } else if !full[at] && !std::mem::replace(&mut seen[at], true) {
                region.push(at);
            }
        }
        let mut looked = 0;
        while let Some(at) = region.get(looked).copied() {
            looked += 1;
            width[at] = 0;
            self.each_way(at, |next, _, between| {
                if between >= least
                    && self.free[next]
                    && !full[next]
                    && !std::mem::replace(&mut seen[next], true)
                {
                    region.push(next);
                }
            });
        }
        region
    }

    fn drive_narrower(&self, region: &[usize], full: &[bool], width: &mut [u16]) {
        let least = self.least_mm();
        let mut waiting = BinaryHeap::new();
        for at in region {
            let mut widest = 0;
            self.each_way(*at, |next, _, between| {
                if full[next] && between >= least {
                    widest = between.max(widest);
                }
            });
            if widest > 0 {
                width[*at] = widest;
                waiting.push((widest, *at));
            }
        }
        // Most points are reached as wide as the one before: those need not wait their turn.
        let mut as_wide = Vec::new();
        while let Some((here, at)) = waiting.pop() {
            if width[at] != here {
                continue;
            }
            as_wide.push(at);
            while let Some(at) = as_wide.pop() {
                self.each_way(at, |next, _, between| {
                    let through = here.min(between);
                    if through >= least && self.free[next] && through > width[next] {
                        width[next] = through;
                        match through == here {
                            true => as_wide.push(next),
                            false => waiting.push((through, next)),
                        }
                    }
                });
            }
        }
    }
}
