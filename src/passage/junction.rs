//! A place where a bend is closed to a vehicle that turns no tighter: which arms lead there, and from which to which of
//! them it does not get.

use std::collections::BTreeMap;

use crate::geometry::{Bounds, WorldVec};

use super::drive::Driven;
use super::edges::length;
use super::lane::LaneGround;
use super::turn::Bend;

/// So far from where its lanes cross, in metres, a bend has its arms apart from each other: the inner corner of two
/// lanes of 8 m lies 5.7 m off.
pub(super) const APART_M: f64 = 8.0;
/// An arm that runs as a lane of the bend does, as the cosine of the angle between both.
const ALONG: f64 = 0.6;
/// More arms than this has no junction of lanes.
pub(super) const MOST_ARMS: usize = 12;

/// The number of an arm of a junction.
pub(super) type Arm = u8;

/// The ground about a closed bend.
#[derive(Clone, Debug)]
pub(super) struct Junction {
    /// The points in the middle of it.
    pub middle: Vec<usize>,
    /// The points at the ends of its arms, just outside of the middle, with the arm of each.
    pub arms: BTreeMap<usize, Arm>,
    /// How many arms there are.
    pub count: Arm,
    /// The two arms between which no turn leads.
    closed: [Arm; 2],
}

impl Junction {
    /// Of ground that was driven over; none where the lanes of the bend cannot be told apart there, as on an open
    /// square, on which no bend is tight.
    pub fn about(ground: &LaneGround, driven: &Driven, bend: &Bend) -> Option<Self> {
        let asked = ground.asked_mm();
        let comes = |at: usize| driven.width[at] >= asked;
        let away = |at: usize| length(ground.lattice.at(at) - bend.at);
        let around = Bounds {
            min: bend.at,
            max: bend.at,
        }
        .grown(APART_M);
        let middle: Vec<usize> = ground.lattice.in_box(around).collect();
        let middle = middle.into_iter().filter(|at| comes(*at) && away(*at) < APART_M);
        let middle: Vec<usize> = middle.collect();
        let mut ends: BTreeMap<usize, Arm> = BTreeMap::new();
        for at in &middle {
            ground.full.each(*at, |next, _| {
                if away(next) >= APART_M {
                    ends.insert(next, Arm::MAX);
                }
            });
        }
        let count = number_arms(ground, &mut ends)?;
        let lane = |toward: WorldVec| {
            let directions = (0..count).map(|arm| (along(ground, bend, &ends, arm, toward), arm));
            let best = directions.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
            (best.0 > ALONG).then_some(best.1)
        };
        let closed = [lane(bend.into * -1.0)?, lane(bend.out)?];
        (closed[0] != closed[1]).then_some(Self {
            middle,
            arms: ends,
            count,
            closed,
        })
    }

    /// Whether a vehicle that came from one arm gets on to another: not round the closed bend, and not back to where it
    /// came from, since there is no room to turn.
    pub fn lets_through(&self, from: Arm, to: Arm) -> bool {
        from != to && ![[from, to], [to, from]].contains(&self.closed)
    }
}

/// Gives the points that hang together one number each; says how many there are, none where that is no junction.
fn number_arms(ground: &LaneGround, ends: &mut BTreeMap<usize, Arm>) -> Option<Arm> {
    let points: Vec<usize> = ends.keys().copied().collect();
    let mut count: Arm = 0;
    for first in points {
        if ends.get(&first) != Some(&Arm::MAX) {
            continue;
        }
        if usize::from(count) == MOST_ARMS {
            return None;
        }
        let mut waiting = vec![first];
        while let Some(at) = waiting.pop() {
            if ends.insert(at, count) == Some(count) {
                continue;
            }
            ground.full.each(at, |next, _| {
                if ends.get(&next) == Some(&Arm::MAX) {
                    waiting.push(next);
                }
            });
        }
        count += 1;
    }
    Some(count)
}

/// How well an arm lies in a direction from the bend: the cosine of the angle between both.
fn along(ground: &LaneGround, bend: &Bend, ends: &BTreeMap<usize, Arm>, arm: Arm, toward: WorldVec) -> f64 {
    let own = ends.iter().filter(|(_, of)| **of == arm);
    let sum = own.fold(WorldVec::default(), |sum, (at, _)| {
        sum + (ground.lattice.at(*at) - bend.at)
    });
    sum.unit().map_or(-1.0, |unit| unit.dot(toward))
}
