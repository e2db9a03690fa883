//! What stands in the way of someone on foot or on wheels, and what they want to reach.

use crate::geometry::{Bounds, Line, Outline, Region, Segment, WorldPt};

/// Something that nobody walks through: an area with its holes, or a line such as a fence.
#[derive(Clone, Debug, PartialEq)]
pub struct Obstacle {
    /// The edge and the edges of the holes; of a line its points.
    pub(super) rings: Vec<Vec<WorldPt>>,
    /// Whether the rings close and what is inside is closed off too.
    pub(super) filled: bool,
}

impl Obstacle {
    /// An area with the edges of its holes.
    pub fn area(edge: &Outline, holes: &[Outline]) -> Self {
        let rings = std::iter::once(edge).chain(holes);
        Self {
            rings: rings.map(|ring| ring.corners().to_vec()).collect(),
            filled: true,
        }
    }
    /// A line that cannot be crossed.
    pub fn line(line: &Line) -> Self {
        Self {
            rings: vec![line.points().to_vec()],
            filled: false,
        }
    }
    /// The pieces of a region, one obstacle each.
    pub fn pieces(region: &Region) -> Vec<Self> {
        let pieces = region.pieces();
        pieces.map(|(edge, holes)| Self::area(&edge, &holes)).collect()
    }
    /// The pieces of a region as one obstacle.
    pub fn region(region: &Region) -> Self {
        let pieces = region.pieces();
        let rings = pieces.flat_map(|(edge, holes)| std::iter::once(edge).chain(holes));
        Self {
            rings: rings.map(|ring| ring.corners().to_vec()).collect(),
            filled: true,
        }
    }
    pub(super) fn bounds(&self) -> Option<Bounds> {
        Bounds::of(self.rings.iter().flatten().copied())
    }
    /// Its straight pieces.
    pub(super) fn sides(&self) -> impl Iterator<Item = Segment> + '_ {
        self.rings.iter().flat_map(|ring| {
            let last = ring.last().copied().filter(|_| self.filled);
            let closing = last.into_iter().zip(ring.first().copied());
            let pairs = ring.windows(2).map(|pair| (pair[0], pair[1]));
            pairs.chain(closing).map(|(from, to)| Segment { from, to })
        })
    }
}

/// A place that people walk to.
#[derive(Clone, Debug, PartialEq)]
pub enum Goal {
    /// A door or a gate.
    Point(WorldPt),
    /// A plaza, a shed, a bench: reached where one stands in it or at its edge.
    Area(Outline),
}

impl Goal {
    /// The point of it nearest to another point, and whether that other lies in it.
    pub(super) fn nearest(&self, from: WorldPt) -> WorldPt {
        match self {
            Self::Point(at) => *at,
            Self::Area(edge) if edge.contains(from) => from,
            Self::Area(edge) => edge.nearest_on_edge(from),
        }
    }
    pub(super) fn bounds(&self) -> Bounds {
        match self {
            Self::Point(at) => Bounds { min: *at, max: *at },
            Self::Area(edge) => edge.bounds(),
        }
    }
}
