//! To which neighbours of each lattice point a way leads, a bit each: what lies between two points is asked
//! once, however often somebody passes there.

use super::lane::LaneGround;
use super::lattice::Lattice;

/// Bits from this one on are neighbours that lie aslant.
const ASLANT: usize = 4;

/// A bit for each of the eight neighbours of each point, in the order of [`LaneGround::each_way`].
#[derive(Clone, Debug, Default)]
pub(super) struct Ways {
    bits: Vec<u8>,
    around: [isize; 8],
}

/// Points where a ground differs from the one that it was changed from.
#[derive(Clone, Debug, Default)]
pub(super) struct Touched {
    /// Where other ground is free, or something else lies between a point and its neighbours.
    pub ways: Vec<usize>,
    /// The same for a hose.
    pub hose: Vec<usize>,
}

impl Ways {
    fn over(lattice: &Lattice) -> Self {
        let cols = lattice.cols as isize;
        Self {
            bits: vec![0; lattice.len()],
            around: [1, cols, -1, -cols, cols + 1, cols - 1, -cols - 1, 1 - cols],
        }
    }

    /// Calls with each neighbour to which a way leads, and whether it lies aslant.
    pub fn each(&self, at: usize, mut each: impl FnMut(usize, bool)) {
        let mut bits = self.bits[at];
        while bits != 0 {
            let bit = bits.trailing_zeros() as usize;
            bits &= bits - 1;
            each(at.wrapping_add_signed(self.around[bit]), bit >= ASLANT);
        }
    }

    /// Whether the same ways lead from a point.
    pub fn are_as(&self, other: &Self, at: usize) -> bool {
        self.bits[at] == other.bits[at]
    }

    fn bit(&self, at: usize, next: usize, aslant: bool) -> u8 {
        let step = next as isize - at as isize;
        let mut around = self.around.iter().enumerate();
        let bit = around.find(|(bit, way)| **way == step && (*bit >= ASLANT) == aslant);
        bit.map_or(0, |(bit, _)| 1 << bit)
    }
}

impl LaneGround {
    /// Finds the ways of all points.
    pub(super) fn find_ways(&mut self) {
        self.full = Ways::over(&self.lattice);
        self.hose = Ways::over(&self.lattice);
        for at in 0..self.lattice.len() {
            self.find_full(at);
            self.find_hose(at);
        }
        self.touched = Touched::default();
    }

    /// Finds those again that a change touched.
    pub(super) fn find_touched_ways(&mut self) {
        let around = |touched: &[usize]| with_neighbours(&self.lattice, touched);
        let (ways, hose) = (around(&self.touched.ways), around(&self.touched.hose));
        ways.iter().for_each(|at| self.find_full(*at));
        hose.iter().for_each(|at| self.find_hose(*at));
        self.touched = Touched { ways, hose };
    }

    /// Where it differs from other ground that was changed from the same: of what is told there, and all about it.
    pub(super) fn differs_from(&self, other: &Self) -> Touched {
        let both = |own: &[usize], others: &[usize]| [own, others].concat();
        let mut ways = both(&self.touched.ways, &other.touched.ways);
        ways.retain(|at| self.free[*at] != other.free[*at] || self.widths[*at] != other.widths[*at]);
        let mut hose = both(&self.touched.hose, &other.touched.hose);
        let walks = |of: &Self, at: usize| (of.walkable[at], of.walls[at]);
        hose.retain(|at| walks(self, *at) != walks(other, *at));
        Touched {
            ways: with_neighbours(&self.lattice, &ways),
            hose: with_neighbours(&self.lattice, &hose),
        }
    }

    fn find_full(&mut self, at: usize) {
        let (asked, mut bits) = (self.asked_mm(), 0);
        self.each_way(at, |next, aslant, width| {
            if width >= asked && self.free[next] {
                bits |= self.full.bit(at, next, aslant);
            }
        });
        self.full.bits[at] = bits;
    }

    fn find_hose(&mut self, at: usize) {
        let mut bits = 0;
        self.each_hose_way(at, |next, aslant| bits |= self.hose.bit(at, next, aslant));
        self.hose.bits[at] = bits;
    }
}

/// Points and all about them: what lies across a step bears on the ways aslant beside it.
pub(super) fn with_neighbours(lattice: &Lattice, points: &[usize]) -> Vec<usize> {
    let mut is_in = vec![false; lattice.len()];
    let mut all = Vec::with_capacity(points.len() * 2);
    let mut take = |at: usize| {
        if !std::mem::replace(&mut is_in[at], true) {
            all.push(at);
        }
    };
    for at in points {
        take(*at);
        lattice.neighbours(*at).for_each(|(next, _)| take(next));
    }
    all
}
