//! What a drawing changes of lanes, and how much lies over each point of the ground.

use std::collections::BTreeSet;

use crate::geometry::Segment;

use super::edges::box_of;
use super::lane::{Block, Lanes, Surface};
use super::lattice::Lattice;

/// What a drawing changes.
#[derive(Clone, Debug, Default)]
pub struct LaneChange {
    /// Blocks of the laid lanes that are taken away, by their numbers.
    pub without: BTreeSet<usize>,
    /// Ground that is added.
    pub surfaces: Vec<Surface>,
    /// What is put in the way.
    pub blocks: Vec<Block>,
}

impl Lanes {
    /// The same with a change.
    #[must_use]
    pub fn changed(&self, change: &LaneChange) -> Self {
        let mut lanes = self.clone();
        let blocks = self.blocks.iter().enumerate();
        let left = blocks.filter(|(number, _)| !change.without.contains(number));
        lanes.blocks = left
            .map(|(_, block)| block)
            .chain(&change.blocks)
            .cloned()
            .collect();
        lanes.surfaces.extend(change.surfaces.iter().cloned());
        lanes
    }
}

/// How many surfaces and filled blocks lie over each point.
#[derive(Clone, Debug)]
pub(super) struct Covers {
    pub surfaces: Vec<u16>,
    pub blocks: Vec<u16>,
}

impl Covers {
    pub fn put(&mut self, lattice: &Lattice, block: &Block, mut each: impl FnMut(usize)) {
        if block.filled {
            lattice.inside(&block.rings, |at| {
                self.blocks[at] += 1;
                each(at);
            });
        }
    }
    pub fn is_free(&self, at: usize) -> bool {
        self.surfaces[at] > 0 && self.blocks[at] == 0
    }
    /// A house off the road closes no lane: the road's own edge does.
    pub fn bears_on(&self, lattice: &Lattice, side: Segment) -> bool {
        let near = box_of(side).grown(2.0 * lattice.cell);
        lattice.in_box(near).any(|at| self.surfaces[at] > 0)
    }
}
