//! What became of ways that were there: driven again over changed ground, near where they ran.

use crate::geometry::WorldPt;

use super::drive::{Bottleneck, Driven};
use super::lane::LaneGround;

/// How far beside its former way a vehicle may go round something, in metres.
const ASIDE_M: f64 = 12.0;

/// A former way on changed ground.
#[derive(Clone, Debug, PartialEq)]
pub struct Along {
    /// The points of the former way, from the gate on.
    pub former: Vec<WorldPt>,
    /// The narrow places on the widest way now, near the former one.
    pub narrows: Vec<Bottleneck>,
    /// Whether any way still leads to its end.
    pub arrives: bool,
}

impl Driven {
    /// The former ways to targets, each driven again over ground that changed. Both grounds lie
    /// over one part of the sheet.
    pub fn along_former_ways(
        &self,
        before: &LaneGround,
        after: &LaneGround,
        targets: &[usize],
    ) -> Vec<Along> {
        let ways: Vec<Vec<usize>> = targets
            .iter()
            .map(|target| {
                self.targets[*target]
                    .stand
                    .map_or_else(Vec::new, |stand| self.points_to(before, stand))
            })
            .collect();
        let mask = near(before, &ways);
        let now = after.drive_within(Some(&mask));
        ways.into_iter()
            .map(|way| {
                let end = way.iter().rev().copied().find(|at| now.width[*at] > 0);
                let points = end.map_or_else(Vec::new, |end| now.points_to(after, end));
                // What bars the way for the rest of it is asked only where the way is barred.
                Along {
                    narrows: narrows(after, &points),
                    arrives: way.last().is_some_and(|stand| {
                        end.is_some_and(|end| {
                            let step = after.lattice.at(end) - after.lattice.at(*stand);
                            step.dot(step) < 36.0
                        })
                    }),
                    former: way.into_iter().map(|at| before.lattice.at(at)).collect(),
                }
            })
            .collect()
    }
}

fn narrows(ground: &LaneGround, points: &[usize]) -> Vec<Bottleneck> {
    let passed = points
        .windows(2)
        .filter_map(|pair| ground.narrow(ground.passed(pair[0], pair[1])));
    let mut found: Vec<Bottleneck> = passed.map(Bottleneck::from).collect();
    found.dedup();
    found
}

/// The lattice points near to ways.
fn near(ground: &LaneGround, ways: &[Vec<usize>]) -> Vec<bool> {
    let mut is_near = vec![false; ground.lattice.len()];
    let mut edge: Vec<usize> = Vec::new();
    for at in ways.iter().flatten() {
        if !std::mem::replace(&mut is_near[*at], true) {
            edge.push(*at);
        }
    }
    // A cell farther at a time, counted along the axes.
    for _ in 0..(ASIDE_M / ground.lattice.cell) as usize {
        let mut next = Vec::new();
        for at in edge {
            let around = ground.lattice.neighbours(at).filter(|(_, aslant)| !aslant);
            for (beside, _) in around {
                if !std::mem::replace(&mut is_near[beside], true) {
                    next.push(beside);
                }
            }
        }
        edge = next;
    }
    is_near
}
