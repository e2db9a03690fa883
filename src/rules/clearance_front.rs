//! The ground in front of a thing of a project's own that is to stay free: as wide as the thing, before its front, so far
//! as the project asks. What stands there takes it; what one walks or drives on does not.

use crate::catalogue::Layer;
use crate::design::PlacementShape;
use crate::estate::Class;
use crate::geometry::{Segment, WorldPt, WorldVec};

use super::distance::GRAIN_M;
use super::placed::Placed;

/// The front of a thing: its own −y, where its back does not stand to the wall.
pub(super) struct Front {
    at: WorldPt,
    degrees: f64,
    /// Half of its width, less what corners are rounded to: what stands beside it is not before it.
    half: f64,
    /// From its middle to its front, in metres.
    depth: f64,
}

impl Front {
    /// The front of a thing; none of what has no sides of its own.
    pub fn of(placed: &Placed) -> Option<Self> {
        let PlacementShape::Rectangle { at, size, turn } = placed.thing.shape else {
            return None;
        };
        Some(Self {
            at,
            degrees: turn.degrees(),
            half: size.x / 2.0 - GRAIN_M,
            depth: size.y / 2.0,
        })
    }

    /// The piece from the front to what of some edges is nearest before it.
    pub fn nearest(&self, edges: &[Segment]) -> Option<Segment> {
        let before = edges.iter().filter_map(|edge| self.before(edge));
        before.min_by(|a, b| a.length().total_cmp(&b.length()))
    }

    /// Along the front to the right, and away from it.
    fn seen(&self, point: WorldPt) -> (f64, f64) {
        let own = (point - self.at).turned(-self.degrees);
        (own.x, -own.y - self.depth)
    }

    fn before(&self, edge: &Segment) -> Option<Segment> {
        let (from, to) = (self.seen(edge.from), self.seen(edge.to));
        // What of the edge is neither beside the front nor behind it; each side of the strip cuts some of it off.
        let mut part = (0.0, 1.0);
        let sides = [
            (self.half - from.0, self.half - to.0),
            (self.half + from.0, self.half + to.0),
            (from.1 + GRAIN_M, to.1 + GRAIN_M),
        ];
        for (first, last) in sides {
            part = cut(part, first, last)?;
        }
        let at = |share: f64| (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share);
        let (one, other) = (at(part.0), at(part.1));
        let (along, away) = if one.1 <= other.1 { one } else { other };
        let world = |away: f64| self.at + WorldVec::new(along, -self.depth - away).turned(self.degrees);
        Some(Segment {
            from: world(0.0),
            to: world(away.max(0.0)),
        })
    }
}

/// The part of a piece on which a number, which runs from one value to another along the whole, is not below 0.
fn cut(part: (f64, f64), first: f64, last: f64) -> Option<(f64, f64)> {
    let value = |share: f64| first + (last - first) * share;
    let (from, to) = (value(part.0), value(part.1));
    let zero = || first / (first - last);
    match (from >= 0.0, to >= 0.0) {
        (true, true) => Some(part),
        (true, false) => Some((part.0, zero().clamp(part.0, part.1))),
        (false, true) => Some((zero().clamp(part.0, part.1), part.1)),
        (false, false) => None,
    }
}

/// Whether a thing that is placed takes the ground that it stands on from others.
pub(super) fn is_taken_by(other: &Placed) -> bool {
    other.layer() == Layer::Standing && !other.is_path()
}

/// Whether what is there does.
pub(super) fn is_taken_by_class(class: &Class) -> bool {
    matches!(
        class,
        Class::Building { remove: false, .. }
            | Class::Fence { .. }
            | Class::Tree { .. }
            | Class::Bay { .. }
            | Class::Lamp
            | Class::Hydrant
            | Class::Substation
            | Class::Water
    )
}
