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
