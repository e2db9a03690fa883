//! How far each point is, along the ground, from where a vehicle gets to at its full width, and where that is: asked
//! once for all targets, and after a change only where the change matters.

use super::lane::LaneGround;
use super::served::{HOSE, HoseEnd};
use super::wheel::Wheel;

/// Where no hose gets to.
const NONE: u64 = u64::MAX;

/// By point, what the hose to the nearest place measures, and that place: of several as near the first.
/// Both in one number, so that the less of two is the nearer.
#[derive(Clone, Debug)]
pub(super) struct Hoses(Vec<u64>);

/// Ground with the widths to each of its points.
struct Look<'a> {
    ground: &'a LaneGround,
    width: &'a [u16],
}

impl Hoses {
    /// Of ground that was driven over.
    pub fn new(ground: &LaneGround, width: &[u16]) -> Self {
        let asked = ground.asked_mm();
        let full: Vec<usize> = (0..width.len()).filter(|at| width[*at] >= asked).collect();
        Self(vec![NONE; width.len()]).changed(ground, width, &full)
    }

    /// The end of the hose from a point; none where no ground joins it with where the vehicle gets to.
    pub fn end(&self, at: usize) -> Option<HoseEnd> {
        let held = self.0[at];
        (held != NONE).then_some(HoseEnd {
            cost: cost(held),
            at: held as u32,
        })
    }

    /// The same on changed ground, where all is told at which a hose may lie otherwise than before or the vehicle
    /// comes or does not. What comes of it is what measuring all anew would give: each point's number is
    /// the least that its neighbours' allow, and there is one such set of numbers.
    pub fn changed(mut self, ground: &LaneGround, width: &[u16], changed: &[usize]) -> Self {
        let look = Look { ground, width };
        let lost = self.lost(&look, changed);
        lost.iter().for_each(|at| self.0[*at] = NONE);
        let mut first = Vec::new();
        for at in lost.iter().chain(changed) {
            let mut least = look.begins(*at);
            look.each_to(*at, |from, step| least = least.min(longer(self.0[from], step)));
            if least < self.0[*at] {
                self.0[*at] = least;
                first.push((cost(least), *at as u32));
            }
        }
        // Of several places as near the first is known before a point is gone on from: no step costs nothing.
        let mut waiting = Wheel::new(first, HOSE.1);
        while let Some((now, at)) = waiting.next() {
            let held = self.0[at];
            if cost(held) != now {
                continue;
            }
            look.each_from(at, |next, step| {
                let then = longer(held, step);
                if then < self.0[next] {
                    // Where only the place is another, the point may wait already: it is gone on from again.
                    self.0[next] = then;
                    waiting.put(cost(then), next);
                }
            });
        }
        self
    }

    /// The points whose number nothing holds any more, found from the nearest on.
    fn lost(&self, look: &Look, changed: &[usize]) -> Vec<usize> {
        let mut is_lost = vec![false; self.0.len()];
        let mut lost = Vec::new();
        let first = changed.iter().filter(|at| self.0[**at] != NONE);
        let first = first.map(|at| (cost(self.0[*at]), *at as u32));
        let mut waiting = Wheel::new(first.collect(), HOSE.1);
        while let Some((_, at)) = waiting.next() {
            if is_lost[at] {
                continue;
            }
            let held = self.0[at];
            let mut holds = look.begins(at) == held;
            look.each_to(at, |from, step| {
                holds |= !is_lost[from] && longer(self.0[from], step) == held;
            });
            if holds {
                continue;
            }
            is_lost[at] = true;
            lost.push(at);
            look.each_from(at, |next, step| {
                if !is_lost[next] && self.0[next] == longer(held, step) {
                    waiting.put(cost(self.0[next]), next);
                }
            });
        }
        lost
    }
}

impl Look<'_> {
    /// The number of a point at which the vehicle itself stands.
    fn begins(&self, at: usize) -> u64 {
        let stands = self.ground.walkable[at] && self.width[at] >= self.ground.asked_mm();
        if stands { at as u64 } else { NONE }
    }

    /// Calls with each neighbour from which a hose comes to a point, and what it measures.
    fn each_to(&self, at: usize, each: impl FnMut(usize, u32)) {
        if self.ground.walkable[at] {
            self.each_from(at, each);
        }
    }

    fn each_from(&self, at: usize, mut each: impl FnMut(usize, u32)) {
        let step = |aslant| if aslant { HOSE.1 } else { HOSE.0 };
        self.ground.hose.each(at, |next, aslant| each(next, step(aslant)));
    }
}

fn cost(held: u64) -> u32 {
    (held >> 32) as u32
}

fn longer(held: u64, step: u32) -> u64 {
    if held == NONE {
        return NONE;
    }
    held + (u64::from(step) << 32)
}
