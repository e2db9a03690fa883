//! How tightly a lane turns: the largest inner radius with which a lane of the vehicle's width gets
//! round a bend.
//!
//! The lane is a swath of the width `w`: straight, along an arc of the inner radius `r`, straight.
//! It may lie wherever it touches no edge. Where two lanes of a width `W` meet at a right angle and
//! the inner corner is rounded by a radius `c` (0: sharp, the outer corner square), the widest arc
//! lies on the diagonal. Its outer circle touches both outer kerbs when its centre lies `r + w - W`
//! beyond the corner along both lanes; its inner circle takes in the rounded corner as long as
//! `(r + w - W - c) * √2 + c <= r`. So the swath gets round if and only if
//!
//! ```text
//! r <= c + (2 + √2) * (W - w)
//! ```
//!
//! Two lanes of 4.0 m turn a swath of 4.0 m by just the radius of their inner corner; two of 6.0 m
//! with a sharp corner by 6.83 m.

use std::rc::Rc;

use crate::geometry::{Bounds, Segment, WorldPt, WorldVec};

use super::drive::Driven;
use super::edges::{box_of, closest, length};
use super::known_turns::TurnsToday;
use super::lane::LaneGround;

/// A heading is taken from this far before or after a point, over so many metres.
const NEAR_M: f64 = 5.0;
const OVER_M: f64 = 8.0;
/// Less than this, as the cosine of the angle between the headings, is a bend: 45 degrees.
const STRAIGHT_ON: f64 = 0.707;
/// A way that all but turns back, as that cosine, is no bend.
const BACK: f64 = -0.9;
/// Bends nearer to each other than this, in metres, are one.
pub(super) const ONE_BEND_M: f64 = 12.0;
/// A kerb within this distance in metres says how a lane runs, where it runs within about 14 degrees
/// of how it is driven.
const KERB_M: f64 = 8.0;
const ALONG: f64 = 0.97;
/// Pieces of kerb shorter than this, in metres, are trunks and posts; two whose directions differ by
/// less than this, as the sine of the angle, are one kerb.
const TRUNK_M: f64 = 1.0;
const ONE_KERB: f64 = 0.01;
/// The straight lane before and after a turn that must be free too, in metres.
const LEAD_M: f64 = 2.0;
/// How far a swath may lie from the way that was driven, in metres to the east and to the north.
const ASIDE_M: f64 = 5.0;
/// What touches a swath does not stand in it: a centimetre less on each side.
const TOUCH_M: f64 = 0.01;
/// Places are looked for to this, in metres, and radii to the next.
const PLACE_M: f64 = 0.005;
const RADIUS_M: f64 = 0.02;
/// A lane that winds in a wider arc than is asked is not held to the arc that is asked.
const WIDER: [f64; 3] = [1.0, 2.0, 4.0];

/// A place where a way bends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bend {
    /// Where the lanes before and after it would cross.
    pub at: WorldPt,
    /// The heading before it, of length one.
    pub(super) into: WorldVec,
    /// The heading after it.
    pub(super) out: WorldVec,
}

impl Bend {
    /// The edges that can bear on a turn of an inner radius in metres.
    pub(super) fn reach(&self, radius: f64, width: f64) -> Bounds {
        let cos = self.into.dot(self.out);
        let tangent = (radius + width) * ((1.0 - cos) / (1.0 + cos)).max(0.0).sqrt();
        let here = Bounds {
            min: self.at,
            max: self.at,
        };
        here.grown(tangent + LEAD_M + ASIDE_M + width)
    }
}

impl Driven {
    /// Whether the way to a target takes a bend.
    pub fn takes(&self, ground: &LaneGround, target: usize, bend: &Bend) -> bool {
        let stand = self.targets.get(target).and_then(|served| served.stand);
        let bends = stand.map_or_else(Vec::new, |stand| bends_of(ground, &self.points_to(ground, stand)));
        bends.iter().any(|other| length(other.at - bend.at) <= ONE_BEND_M)
    }

    /// The bends of the ways to all targets that are served at full width.
    pub fn bends(&self, ground: &LaneGround) -> Vec<Bend> {
        let mut found: Vec<Bend> = Vec::new();
        for served in &self.targets {
            let full = served.width_mm >= Some(ground.asked());
            let Some(stand) = served.stand.filter(|_| full) else {
                continue;
            };
            for bend in bends_of(ground, &self.points_to(ground, stand)) {
                if found.iter().all(|other| length(other.at - bend.at) > ONE_BEND_M) {
                    found.push(bend);
                }
            }
        }
        found
    }
}

/// So many points of a way before a place bear on whether it bends there, and where.
pub(super) fn around_a_bend(ground: &LaneGround) -> usize {
    let count = |metres: f64| (metres / ground.lattice.cell) as usize;
    2 * (count(NEAR_M) + count(OVER_M))
}

/// Where a way turns most, of each run of points in which it turns.
pub(super) fn bends_of(ground: &LaneGround, points: &[usize]) -> Vec<Bend> {
    let count = |metres: f64| (metres / ground.lattice.cell) as usize;
    let (near, over) = (count(NEAR_M), count(OVER_M));
    let place = |n: usize| ground.lattice.at(points[n]);
    let mut found: Vec<Bend> = Vec::new();
    let mut best: Option<(f64, Bend)> = None;
    for middle in near + over..points.len().saturating_sub(near + over) {
        let before = (place(middle - near - over), place(middle - near));
        let after = (place(middle + near), place(middle + near + over));
        let (Some(into), Some(out)) = ((before.1 - before.0).unit(), (after.1 - after.0).unit()) else {
            continue;
        };
        let cos = into.dot(out);
        if cos >= STRAIGHT_ON {
            found.extend(best.take().map(|(_, bend)| bend));
        } else if cos > BACK && best.is_none_or(|(least, _)| cos < least) {
            let before = before.0.middle(before.1);
            let after = after.0.middle(after.1);
            let (into, out) = (kerb(ground, before, into), kerb(ground, after, out));
            best = crossing(before, into, after, out)
                .map(|at| (cos, Bend { at, into, out }))
                .or(best);
        }
    }
    found.extend(best.map(|(_, bend)| bend));
    found
}

/// Where two straight lanes cross.
fn crossing(before: WorldPt, into: WorldVec, after: WorldPt, out: WorldVec) -> Option<WorldPt> {
    let turn = into.cross(out);
    (turn.abs() > 0.05).then(|| before + into * ((after - before).cross(out) / turn))
}

/// How a lane runs where it is driven in a direction: as the longest kerb beside it does.
fn kerb(ground: &LaneGround, at: WorldPt, driven: WorldVec) -> WorldVec {
    let here = Bounds { min: at, max: at }.grown(KERB_M);
    let along: Vec<(WorldVec, f64)> = ground
        .kerbs
        .near(here)
        .filter_map(|(edge, _)| {
            let unit = (edge.to - edge.from).unit()?;
            let unit = if unit.dot(driven) < 0.0 { unit * -1.0 } else { unit };
            let long = length(edge.to - edge.from);
            (long >= TRUNK_M && unit.dot(driven) > ALONG).then_some((unit, long))
        })
        .collect();
    let together = |unit: WorldVec| -> f64 {
        let same = along
            .iter()
            .filter(|(other, _)| other.cross(unit).abs() < ONE_KERB);
        same.map(|(_, long)| long).sum()
    };
    let longest = along
        .iter()
        .map(|(unit, _)| (*unit, together(*unit)))
        .reduce(|best, next| if next.1 > best.1 { next } else { best });
    longest.map_or(driven, |(unit, _)| unit)
}

impl LaneGround {
    /// The largest inner radius in metres, up to what is asked, with which a lane of the vehicle's
    /// width gets round a bend, to 2 cm; none where no lane does. `counts` says whose edges count: of
    /// what is not drawn all must. What is known of the ground that was changed is asked first.
    pub fn turning_radius(
        &self,
        bend: &Bend,
        asked: f64,
        today: Option<TurnsToday>,
        counts: impl Fn(super::Mark) -> bool,
    ) -> Option<f64> {
        let widest = bend.reach(asked * WIDER[WIDER.len() - 1], self.vehicle.width);
        let near = self.kerbs.near(widest).filter(|(_, of)| counts(*of));
        let near: Vec<Segment> = near.map(|(edge, _)| edge).collect();
        let passes = |radius: f64| self.gets_round(bend, radius, &near, today);
        if WIDER.iter().any(|wider| passes(asked * wider)) {
            return Some(asked);
        }
        if !passes(0.0) {
            return None;
        }
        let (mut does, mut does_not) = (0.0, asked);
        while does_not - does > RADIUS_M {
            let middle = (does + does_not) / 2.0;
            if passes(middle) {
                does = middle;
            } else {
                does_not = middle;
            }
        }
        Some(does)
    }

    /// Whether a lane of an inner radius gets round. What more stands in the way lets nothing through
    /// that did not get through without it, and takes no place on which it does not stand.
    fn gets_round(&self, bend: &Bend, radius: f64, near: &[Segment], today: Option<TurnsToday>) -> bool {
        let today = today.filter(|_| self.only_less);
        match today.map(|today| today.place(bend, radius)) {
            Some(None) => false,
            Some(Some(aside)) if self.has_place(bend, radius, near, aside) => true,
            _ => self.place_round(bend, radius, near).is_some(),
        }
    }

    fn has_place(&self, bend: &Bend, radius: f64, near: &[Segment], aside: WorldVec) -> bool {
        let half = self.vehicle.width / 2.0;
        Swath::round(bend, radius + half).is_some_and(|swath| {
            let moved = swath.moved(aside);
            let asked = half - TOUCH_M;
            let is_free = near.iter().all(|edge| moved.away(*edge) >= asked);
            is_free && self.is_on_ground(&moved)
        })
    }

    /// Whether edges of some marks bear on a bend; without any, it is turned as if they were not there.
    pub fn bears_on_bend(&self, bend: &Bend, asked: f64, of: impl Fn(super::Mark) -> bool) -> bool {
        let widest = bend.reach(asked * WIDER[WIDER.len() - 1], self.vehicle.width);
        self.kerbs.near(widest).any(|(_, mark)| of(mark))
    }

    /// The place of a lane of an inner radius that no edge comes into, as a step aside.
    ///
    /// Moved by a metre, a swath comes no more than a metre nearer to an edge. So of a square of
    /// places in whose middle it comes nearer than half its diagonal can mend, none does; any other
    /// square is cut in four.
    pub(super) fn place_round(&self, bend: &Bend, radius: f64, near: &[Segment]) -> Option<WorldVec> {
        let half = self.vehicle.width / 2.0;
        let swath = Swath::round(bend, radius + half)?;
        let reach = bend.reach(radius, self.vehicle.width);
        let near: Vec<Segment> = near
            .iter()
            .copied()
            .filter(|edge| box_of(*edge).meets(&reach))
            .collect();
        let asked = half - TOUCH_M;
        let mut squares = vec![(WorldVec::default(), ASIDE_M, Rc::new(near))];
        // What was too near to one swath is most likely too near to the next.
        let mut worst = None;
        while let Some((aside, side, near)) = squares.pop() {
            let diagonal = side * std::f64::consts::SQRT_2;
            let moved = swath.moved(aside);
            let Some((room, near)) = moved.room(&near, &mut worst, asked, diagonal) else {
                continue;
            };
            let is_clear = room >= asked;
            if is_clear && self.is_on_ground(&moved) {
                return Some(aside);
            }
            // Moved about within the square it meets no edge, so that it stays off the ground.
            let stays_off = is_clear && diagonal < asked;
            if side > PLACE_M && !stays_off {
                let part = side / 2.0;
                let quarters = [(-part, -part), (part, -part), (-part, part), (part, part)];
                let near = Rc::new(near);
                let aside = |(x, y)| aside + WorldVec::new(x, y);
                squares.extend(quarters.map(|by| (aside(by), part, near.clone())));
            }
        }
        None
    }

    /// Whether a swath that no edge comes into begins on free ground: then all of it lies there.
    fn is_on_ground(&self, swath: &Swath) -> bool {
        let at = self.lattice.nearest(swath.before.from);
        at.is_some_and(|at| self.free[at])
    }
}

/// The middle line of a swath round a bend.
#[derive(Clone, Copy)]
struct Swath {
    before: Segment,
    after: Segment,
    centre: WorldPt,
    radius: f64,
    /// From the centre to the middle of the arc, of length one; and the cosine of half its angle.
    middle: WorldVec,
    half: f64,
}

impl Swath {
    /// Straight, along an arc of a radius, straight; none where the headings make no bend.
    fn round(bend: &Bend, radius: f64) -> Option<Self> {
        let (u, v) = (bend.into, bend.out);
        let cos = u.dot(v);
        let tangent = radius * ((1.0 - cos) / (1.0 + cos).max(1e-9)).max(0.0).sqrt();
        let (from, to) = (bend.at - u * tangent, bend.at + v * tangent);
        let side = if u.cross(v) > 0.0 { radius } else { -radius };
        let centre = from + u.left() * side;
        let middle = (bend.at - centre).unit()?;
        Some(Self {
            before: Segment {
                from: from - u * LEAD_M,
                to: from,
            },
            after: Segment {
                from: to,
                to: to + v * LEAD_M,
            },
            centre,
            radius,
            middle,
            half: middle.dot((from - centre) / radius),
        })
    }

    fn moved(self, by: WorldVec) -> Self {
        let moved = |piece: Segment| Segment {
            from: piece.from + by,
            to: piece.to + by,
        };
        Self {
            before: moved(self.before),
            after: moved(self.after),
            centre: self.centre + by,
            ..self
        }
    }

    /// How near edges come to the middle line, in metres, and those that are too near somewhere in the
    /// square about it; none where one is too near in all of it. That one is asked first the next time.
    fn room(
        &self,
        edges: &[Segment],
        worst: &mut Option<Segment>,
        asked: f64,
        diagonal: f64,
    ) -> Option<(f64, Vec<Segment>)> {
        if worst.is_some_and(|worst| self.away(worst) < asked - diagonal) {
            return None;
        }
        let (mut room, mut near) = (f64::MAX, Vec::new());
        for edge in edges {
            let away = self.away(*edge);
            if away < asked - diagonal {
                *worst = Some(*edge);
                return None;
            }
            room = room.min(away);
            if away < asked + diagonal + TOUCH_M {
                near.push(*edge);
            }
        }
        Some((room, near))
    }

    fn away(&self, edge: Segment) -> f64 {
        let straight = |piece: Segment| {
            let across = closest(edge, piece);
            length(across.to - across.from)
        };
        straight(self.before)
            .min(straight(self.after))
            .min(self.away_from_arc(edge))
    }

    /// How near an edge comes to the arc, its ends apart: they are ends of the straight pieces. It is
    /// nearest at one of its own ends, at the foot of the centre on it, or where it crosses.
    fn away_from_arc(&self, edge: Segment) -> f64 {
        let step = edge.to - edge.from;
        let square = step.dot(step).max(1e-12);
        let foot = (self.centre - edge.from).dot(step) / square;
        let off = edge.from + step * foot - self.centre;
        let reach = ((self.radius * self.radius - off.dot(off)).max(0.0) / square).sqrt();
        [0.0, 1.0, foot, foot - reach, foot + reach]
            .into_iter()
            .filter(|share| (0.0..=1.0).contains(share))
            .filter_map(|share| {
                let out = edge.from + step * share - self.centre;
                let long = length(out);
                let beside = out.dot(self.middle) >= self.half * long;
                beside.then(|| (long - self.radius).abs())
            })
            .fold(f64::MAX, f64::min)
    }
}
