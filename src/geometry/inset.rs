//! An outline drawn in, corner by corner. For drawings: where corners would meet it says that there is none, while
//! [`super::Region::grown`] finds what is left, at a hundred times the cost.

use super::{Outline, WorldPt};

/// Corners whose sides turn back on each other more than this are too sharp to be drawn in.
const SHARP: f64 = 0.2;

/// The corners of an outline drawn in by so many metres, each side parallel to its own; empty where a side would vanish
/// or turn round.
pub fn inset(outline: &Outline, metres: f64) -> Vec<WorldPt> {
    let corners = outline.corners();
    let count = corners.len();
    let inward = |corner: usize| {
        let side = outline.side(corner);
        (side.to - side.from).unit().map(super::WorldVec::left)
    };
    let moved = |corner: usize| {
        let (before, after) = (inward((corner + count - 1) % count)?, inward(corner)?);
        let opening = 1.0 + before.dot(after);
        (opening > SHARP).then(|| corners[corner] + (before + after) * (metres / opening))
    };
    let drawn: Option<Vec<WorldPt>> = (0..count).map(moved).collect();
    let runs_on = |drawn: &Vec<WorldPt>| {
        (0..count).all(|corner| {
            let side = outline.side(corner);
            (drawn[(corner + 1) % count] - drawn[corner]).dot(side.to - side.from) > 0.0
        })
    };
    drawn.filter(runs_on).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::inset;
    use crate::geometry::{Outline, Region, WorldPt};

    fn outline(points: &[(f64, f64)]) -> Outline {
        Outline::new(points.iter().map(|(x, y)| WorldPt::new(*x, *y))).unwrap()
    }

    #[test]
    fn an_l_is_drawn_in_as_the_region_is() {
        let l = outline(&[
            (0.0, 0.0),
            (9.0, 0.0),
            (9.0, 4.0),
            (4.0, 4.0),
            (4.0, 9.0),
            (0.0, 9.0),
        ]);
        let drawn = Outline::new(inset(&l, 0.7)).unwrap();
        let (a, b) = (Region::from(&drawn), Region::from(&l).grown(-0.7));
        // The region rounds the one corner that comes in.
        let more = b.area() - a.area();
        assert!((0.0..0.2).contains(&more), "{more}");
        assert!((a.shared_area(&b) - a.area()).abs() < 0.01);
    }

    #[test]
    fn what_is_too_narrow_has_none() {
        assert!(inset(&outline(&[(0.0, 0.0), (9.0, 0.0), (9.0, 1.2), (0.0, 1.2)]), 0.7).is_empty());
        let bayed = outline(&[
            (0.0, 0.0),
            (4.0, 0.0),
            (4.0, -1.0),
            (5.0, -1.0),
            (5.0, 0.0),
            (9.0, 0.0),
            (9.0, 9.0),
            (0.0, 9.0),
        ]);
        assert!(inset(&bayed, 0.7).is_empty());
    }
}
