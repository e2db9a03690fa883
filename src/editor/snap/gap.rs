//! Equal gaps: between three things in a row the two gaps become the same, and both are shown.

use crate::geometry::{WorldPt, WorldVec};
use crate::scene::Measured;

use super::said::{Said, What};
use super::targets::Targets;
use super::{Candidate, LOOK_M};

/// Gaps narrower than this are none, in metres.
const LEAST_M: f64 = 0.05;

/// What a thing covers along a direction and across it, in metres.
#[derive(Clone, Copy, Debug)]
struct Extent {
    along: (f64, f64),
    across: (f64, f64),
}

impl Extent {
    fn of(corners: &[WorldPt], along: WorldVec) -> Self {
        let across = along.left();
        let span = |unit: WorldVec| {
            corners
                .iter()
                .map(|corner| (*corner - WorldPt::default()).dot(unit))
                .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), at| {
                    (low.min(at), high.max(at))
                })
        };
        Self {
            along: span(along),
            across: span(across),
        }
    }
    /// The strip across in which both lie, or none.
    fn shared(self, other: (f64, f64)) -> Option<(f64, f64)> {
        let strip = (self.across.0.max(other.0), self.across.1.min(other.1));
        (strip.1 - strip.0 > LEAST_M).then_some(strip)
    }
}

/// What would make the gaps on both sides of a body the same, or its gap that of the row it goes
/// on; along the body's own axes, whose direction is in degrees.
pub fn equal_gaps(body: &[WorldPt], degrees: f64, targets: &Targets, tolerance: f64) -> Vec<Candidate> {
    let axes = [WorldVec::toward(degrees), WorldVec::toward(degrees).left()];
    axes.into_iter()
        .flat_map(|along| along_axis(body, along, targets, tolerance))
        .collect()
}

fn along_axis(body: &[WorldPt], along: WorldVec, targets: &Targets, tolerance: f64) -> Vec<Candidate> {
    let own = Extent::of(body, along);
    let extents = targets.bodies.iter().map(|body| Extent::of(body, along));
    let near = |other: &Extent| {
        own.shared(other.across).is_some()
            && other.along.0 - own.along.1 < LOOK_M
            && own.along.0 - other.along.1 < LOOK_M
    };
    let beside: Vec<Extent> = extents.filter(near).collect();
    let mut left: Vec<Extent> = beside
        .iter()
        .copied()
        .filter(|other| other.along.1 <= own.along.0 + tolerance)
        .collect();
    let mut right: Vec<Extent> = beside
        .into_iter()
        .filter(|other| other.along.0 >= own.along.1 - tolerance)
        .collect();
    left.sort_by(|a, b| b.along.1.total_cmp(&a.along.1));
    right.sort_by(|a, b| a.along.0.total_cmp(&b.along.0));
    let row = Row {
        own,
        along,
        tolerance,
    };
    let mut found = Vec::new();
    if let (Some(left), Some(right)) = (left.first(), right.first()) {
        found.extend(row.between(left, right));
    }
    if let Some((first, second)) = next_but_one(&left, |a, b| b.along.1 <= a.along.0) {
        found.extend(row.after(first, second, 1.0));
    }
    if let Some((first, second)) = next_but_one(&right, |a, b| b.along.0 >= a.along.1) {
        found.extend(row.after(first, second, -1.0));
    }
    found
}

/// The nearest of a sorted row and the next that lies clear of it.
fn next_but_one(row: &[Extent], clear: impl Fn(&Extent, &Extent) -> bool) -> Option<(&Extent, &Extent)> {
    let first = row.first()?;
    Some((first, row.iter().skip(1).find(|other| clear(first, other))?))
}

struct Row {
    own: Extent,
    along: WorldVec,
    tolerance: f64,
}

impl Row {
    /// In the middle between two.
    fn between(&self, left: &Extent, right: &Extent) -> Option<Candidate> {
        let strip = left
            .shared(right.across)
            .and_then(|strip| self.own.shared(strip))?;
        let width = self.own.along.1 - self.own.along.0;
        let gap = (right.along.0 - left.along.1 - width) / 2.0;
        let start = left.along.1 + gap;
        let gaps = [(left.along.1, start), (start + width, right.along.0)];
        self.candidate(start - self.own.along.0, gap, gaps, strip)
    }
    /// Behind two at the same gap; `toward` is 1 where the row lies on the left.
    fn after(&self, first: &Extent, second: &Extent, toward: f64) -> Option<Candidate> {
        let strip = first
            .shared(second.across)
            .and_then(|strip| self.own.shared(strip))?;
        let (gaps, by, gap) = if toward > 0.0 {
            let gap = first.along.0 - second.along.1;
            let start = first.along.1 + gap;
            let gaps = [(second.along.1, first.along.0), (first.along.1, start)];
            (gaps, start - self.own.along.0, gap)
        } else {
            let gap = second.along.0 - first.along.1;
            let end = first.along.0 - gap;
            let gaps = [(end, first.along.0), (first.along.1, second.along.0)];
            (gaps, end - self.own.along.1, gap)
        };
        self.candidate(by, gap, gaps, strip)
    }
    fn candidate(&self, by: f64, gap: f64, gaps: [(f64, f64); 2], strip: (f64, f64)) -> Option<Candidate> {
        if by.abs() > self.tolerance || gap < LEAST_M {
            return None;
        }
        let across = self.along.left() * ((strip.0 + strip.1) / 2.0);
        let [guide, also] = gaps.map(|(from, to)| Measured {
            from: WorldPt::default() + self.along * from + across,
            to: WorldPt::default() + self.along * to + across,
            metres: Some(gap),
        });
        Some(Candidate {
            across: self.along,
            by,
            // What touches something goes before what is as far from one thing as from another.
            penalty: self.tolerance * 0.15,
            guide,
            also: Some(also),
            said: Said::bare(What::Gaps(gap)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(x: f64, y: f64) -> Vec<WorldPt> {
        [(0., 0.), (2., 0.), (2., 2.), (0., 2.)]
            .map(|(dx, dy)| WorldPt::new(x + dx, y + dy))
            .to_vec()
    }
    fn row(places: &[(f64, f64)]) -> Targets {
        Targets {
            bodies: places.iter().map(|(x, y)| square(*x, *y)).collect(),
            ..Targets::default()
        }
    }

    #[test]
    fn between_two_it_comes_to_the_middle_and_both_gaps_are_shown() {
        let found = equal_gaps(&square(4.8, 0.3), 0.0, &row(&[(0., 0.), (10., 0.)]), 0.5);
        assert_eq!(found.len(), 1);
        assert!((found[0].by - 0.2).abs() < 1e-9);
        let gaps = [Some(found[0].guide), found[0].also].map(|gap| gap.and_then(|gap| gap.metres));
        assert_eq!(gaps, [Some(3.0), Some(3.0)]);
    }

    #[test]
    fn behind_two_it_goes_on_at_their_gap_to_either_side() {
        let two = row(&[(0., 0.), (3.5, 0.)]);
        let right = equal_gaps(&square(7.1, 0.0), 0.0, &two, 0.5);
        assert!((right[0].by - -0.1).abs() < 1e-9, "{right:?}");
        let left = equal_gaps(&square(-3.4, 0.0), 0.0, &two, 0.5);
        assert!((left[0].by - -0.1).abs() < 1e-9, "{left:?}");
    }

    #[test]
    fn what_is_not_in_the_row_makes_no_gap() {
        assert!(equal_gaps(&square(4.8, 9.0), 0.0, &row(&[(0., 0.), (10., 0.)]), 0.5).is_empty());
        assert!(equal_gaps(&square(4.0, 0.0), 0.0, &row(&[(0., 0.), (10., 0.)]), 0.5).is_empty());
    }
}
