//! Straight pieces and lines of several pieces.

use super::{Bounds, WorldPt};

/// A straight piece between two points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment {
    /// Where it starts.
    pub from: WorldPt,
    /// Where it ends.
    pub to: WorldPt,
}

impl Segment {
    /// Length in metres.
    pub fn length(&self) -> f64 {
        self.from.distance(self.to)
    }
    /// The point of the piece nearest to a point.
    pub fn nearest(&self, point: WorldPt) -> WorldPt {
        let along = self.to - self.from;
        let square = along.dot(along);
        if square < 1e-12 {
            return self.from;
        }
        let share = ((point - self.from).dot(along) / square).clamp(0.0, 1.0);
        self.from + along * share
    }
    /// The box about it.
    pub fn bounds(&self) -> Bounds {
        let (a, b) = (self.from, self.to);
        Bounds {
            min: WorldPt::new(a.x.min(b.x), a.y.min(b.y)),
            max: WorldPt::new(a.x.max(b.x), a.y.max(b.y)),
        }
    }
    /// Whether the two share a point; exact but for the rounding of a cross product.
    pub fn touches(&self, other: &Self) -> bool {
        let turn = |a: WorldPt, b: WorldPt, c: WorldPt| (b - a).cross(c - a);
        let parts = |one: &Self, other: &Self| {
            turn(one.from, one.to, other.from) * turn(one.from, one.to, other.to) <= 0.0
        };
        self.bounds().meets(&other.bounds()) && parts(self, other) && parts(other, self)
    }
    /// Whether an end of the one is an end of the other.
    pub fn shares_end(&self, other: &Self) -> bool {
        [self.from, self.to]
            .iter()
            .any(|end| *end == other.from || *end == other.to)
    }
    /// The share of its length, 0 to 1, at which the other crosses it; none where they are parallel
    /// or apart.
    pub fn crossing(&self, other: &Self) -> Option<f64> {
        let (along, across) = (self.to - self.from, other.to - other.from);
        let flat = along.cross(across);
        if flat.abs() < 1e-12 {
            return None;
        }
        let between = other.from - self.from;
        let (s, t) = (between.cross(across) / flat, between.cross(along) / flat);
        ((0.0..=1.0).contains(&s) && (0.0..=1.0).contains(&t)).then_some(s)
    }
    /// The shortest piece from this to the other; of no length where they cross.
    pub fn gap_to(&self, other: &Self) -> Self {
        if let Some(share) = self.crossing(other) {
            let at = self.from + (self.to - self.from) * share;
            return Self { from: at, to: at };
        }
        let ways = [
            (self.from, other.nearest(self.from)),
            (self.to, other.nearest(self.to)),
            (self.nearest(other.from), other.from),
            (self.nearest(other.to), other.to),
        ];
        let square = |(from, to): (WorldPt, WorldPt)| (to - from).dot(to - from);
        let mut best = ways[0];
        for way in ways {
            // A square picometre less is rounding: the first of what is equally near stays.
            if square(way) < square(best) - 1e-12 {
                best = way;
            }
        }
        Self {
            from: best.0,
            to: best.1,
        }
    }
}

/// A line of one or more straight pieces, such as a pipe, a fence or a road's middle.
#[derive(Clone, Debug, PartialEq)]
pub struct Line(Vec<WorldPt>);

impl Line {
    /// A line through two or more distinct points within reach, snapped to 1 mm; else none.
    pub fn new(points: impl IntoIterator<Item = WorldPt>) -> Option<Self> {
        let mut kept: Vec<WorldPt> = Vec::new();
        for point in points {
            if !point.is_within_reach() {
                return None;
            }
            let point = point.snapped();
            if kept.last() != Some(&point) {
                kept.push(point);
            }
        }
        (kept.len() >= 2).then_some(Self(kept))
    }
    /// Its points in order, two or more.
    pub fn points(&self) -> &[WorldPt] {
        &self.0
    }
    /// Its straight pieces in order.
    pub fn segments(&self) -> impl Iterator<Item = Segment> + '_ {
        self.0.windows(2).map(|pair| Segment {
            from: pair[0],
            to: pair[1],
        })
    }
    /// Length in metres.
    pub fn length(&self) -> f64 {
        self.segments().map(|piece| piece.length()).sum()
    }
    /// The point of the line nearest to a point.
    pub fn nearest(&self, point: WorldPt) -> WorldPt {
        self.segments()
            .map(|piece| piece.nearest(point))
            .min_by(|a, b| a.distance(point).total_cmp(&b.distance(point)))
            .unwrap_or(self.0[0])
    }
    /// The box around it.
    pub fn bounds(&self) -> Bounds {
        Bounds::of(self.0.iter().copied()).unwrap_or_default()
    }
}
