//! Places where two edges come nearer to each other than a walker is wide.

use crate::geometry::{Segment, WorldPt};

use super::walk_ground::ObstacleNo;

/// Nearer than this, in metres, two edges touch.
const TOUCH_M: f64 = 0.001;
/// Gaps are measured to the millimetre of stored coordinates; a hair below is not too narrow.
const HAIR_M: f64 = 0.0005;

/// A place where two edges are nearer to each other than the walker is wide.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    pub(super) between: (ObstacleNo, ObstacleNo),
    /// The numbers of the two sides.
    pub(super) sides: (u32, u32),
    /// From the one edge to the other.
    pub piece: Segment,
}

impl Gap {
    /// Whether an obstacle is one of its two sides.
    pub(super) fn is_of(&self, no: ObstacleNo) -> bool {
        self.between.0 == no || self.between.1 == no
    }
}

/// The straight pieces between two sides that are shorter than a width, one for each step along
/// either side.
pub(super) fn gaps_between(one: Segment, other: Segment, width: f64, step: f64) -> Vec<Segment> {
    let mut found = Vec::new();
    // Squares, as a root for each step takes its time.
    let is_narrow = |from: WorldPt, to: WorldPt| {
        let square = (to - from).dot(to - from);
        square > TOUCH_M * TOUCH_M && square < (width - HAIR_M) * (width - HAIR_M)
    };
    for (side, across, turned) in [(one, other, false), (other, one, true)] {
        let (first, last) = stretch_near(side, across, width);
        let length = side.length() * (last - first);
        let steps = (length / step).ceil().max(1.0) as usize;
        for at in 0..=steps {
            let share = first + (last - first) * at as f64 / steps as f64;
            let from = side.from + (side.to - side.from) * share;
            let to = across.nearest(from);
            if is_narrow(from, to) {
                let piece = if turned {
                    Segment { from: to, to: from }
                } else {
                    Segment { from, to }
                };
                found.push(piece);
            }
        }
        // The nearest of all may lie between two steps.
        for end in [across.from, across.to] {
            let at = side.nearest(end);
            if is_narrow(at, end) {
                found.push(Segment { from: at, to: end });
            }
        }
    }
    found
}

/// The part of a side, as shares of its length, that lies in the box about another with a width's room.
fn stretch_near(side: Segment, other: Segment, room: f64) -> (f64, f64) {
    let bounds = other.bounds().grown(room);
    let step = side.to - side.from;
    let clip = |from: f64, step: f64, low: f64, high: f64| {
        if step.abs() < 1e-9 {
            return (0.0, 1.0);
        }
        let (a, b) = ((low - from) / step, (high - from) / step);
        (a.min(b), a.max(b))
    };
    let x = clip(side.from.x, step.x, bounds.min.x, bounds.max.x);
    let y = clip(side.from.y, step.y, bounds.min.y, bounds.max.y);
    let first = x.0.max(y.0).clamp(0.0, 1.0);
    let last = x.1.min(y.1).clamp(0.0, 1.0);
    (first, last.max(first))
}
