//! Where the sides of a line or ring of points cross each other, so that it can be shown.

use geo::line_intersection::{LineIntersection, line_intersection};

use super::WorldPt;

/// More crossings than this are not looked for: the first few say enough.
const MOST: usize = 16;

/// Where sides that are not neighbours touch or cross, and where a side folds back on its
/// neighbour. `closed` joins the last point to the first. A ring has none exactly when
/// [`super::Outline`] finds no crossing in it.
pub fn crossings(points: &[WorldPt], closed: bool) -> Vec<WorldPt> {
    let count = points.len();
    let sides = if closed { count } else { count.saturating_sub(1) };
    let side = |at: usize| (points[at % count], points[(at + 1) % count]);
    let mut found = Vec::new();
    for one in 0..sides {
        let follows = one + 1 < sides || closed;
        if follows && folds(side(one).0, side(one).1, side(one + 1).1) {
            found.push(side(one).1);
        }
        for other in one + 2..sides {
            let neighbours = closed && one == 0 && other + 1 == sides;
            if !neighbours {
                found.extend(meeting(side(one), side(other)));
            }
            if found.len() >= MOST {
                return found;
            }
        }
    }
    found
}

/// Where one side more, from the last of the points, would cross the sides before it.
pub fn crossings_of_next(points: &[WorldPt], next: WorldPt) -> Vec<WorldPt> {
    let [.., before, last] = points else {
        return Vec::new();
    };
    let mut found: Vec<WorldPt> = points
        .windows(2)
        .take(points.len() - 2)
        .filter_map(|side| meeting((side[0], side[1]), (*last, next)))
        .take(MOST)
        .collect();
    if folds(*before, *last, next) {
        found.push(*last);
    }
    found
}

/// Whether the way from `a` by `b` to `c` turns back on itself.
fn folds(a: WorldPt, b: WorldPt, c: WorldPt) -> bool {
    (b - a).cross(c - b).abs() < 1e-9 && (b - a).dot(c - b) < 0.0
}

/// A point that two pieces share: the middle of what they share where they lie on each other.
fn meeting((a, b): (WorldPt, WorldPt), (c, d): (WorldPt, WorldPt)) -> Option<WorldPt> {
    let apart = a.x.max(b.x) < c.x.min(d.x)
        || c.x.max(d.x) < a.x.min(b.x)
        || a.y.max(b.y) < c.y.min(d.y)
        || c.y.max(d.y) < a.y.min(b.y);
    if apart || ![a, b, c, d].iter().all(|point| point.is_within_reach()) {
        return None;
    }
    let line = |p: WorldPt, q: WorldPt| geo::Line::new((p.x, p.y), (q.x, q.y));
    match line_intersection(line(a, b), line(c, d))? {
        LineIntersection::SinglePoint { intersection, .. } => {
            Some(WorldPt::new(intersection.x, intersection.y))
        }
        LineIntersection::Collinear { intersection } => {
            let (from, to) = (intersection.start, intersection.end);
            Some(WorldPt::new(from.x, from.y).middle(WorldPt::new(to.x, to.y)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::{Outline, OutlineFault};
    use proptest::prelude::*;

    fn points(all: &[(f64, f64)]) -> Vec<WorldPt> {
        all.iter().map(|(x, y)| WorldPt::new(*x, *y)).collect()
    }

    #[test]
    fn a_bow_tie_crosses_in_its_middle_and_a_square_nowhere() {
        let bow = points(&[(0., 0.), (4., 4.), (4., 0.), (0., 4.)]);
        assert_eq!(crossings(&bow, true), [WorldPt::new(2., 2.)]);
        assert_eq!(crossings(&bow, false), [WorldPt::new(2., 2.)]);
        assert_eq!(crossings(&bow[..3], true), []);
        assert_eq!(
            crossings(&points(&[(0., 0.), (4., 0.), (4., 4.), (0., 4.)]), true),
            []
        );
        assert_eq!(crossings(&[], true), []);
        assert_eq!(crossings(&bow[..1], true), []);
    }

    #[test]
    fn a_side_that_turns_back_on_itself_is_shown_where_it_turns() {
        let back = points(&[(0., 0.), (4., 0.), (2., 0.)]);
        assert_eq!(crossings(&back, false), [WorldPt::new(4., 0.)]);
        assert_eq!(crossings_of_next(&back[..2], back[2]), [WorldPt::new(4., 0.)]);
    }

    proptest! {
        // On a coarse grid corners often meet sides, which is where the two could part.
        #[test]
        fn a_ring_has_crossings_exactly_when_the_gate_finds_one(
            ring in prop::collection::vec((0_i8..6, 0_i8..6), 3..9)
        ) {
            let mut ring: Vec<_> = ring.iter().map(|(x, y)| WorldPt::new(f64::from(*x), f64::from(*y))).collect();
            ring.dedup();
            while ring.len() > 1 && ring.first() == ring.last() {
                ring.pop();
            }
            match Outline::new(ring.iter().copied()) {
                Ok(_) => prop_assert_eq!(crossings(&ring, true), []),
                Err(OutlineFault::CrossesItself) => prop_assert!(!crossings(&ring, true).is_empty()),
                Err(_) => {}
            }
        }
    }
}
