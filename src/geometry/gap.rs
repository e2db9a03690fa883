//! The shortest way between two edges, as the piece that shows it.

use super::{Outline, Region, Segment, WorldPt};

/// The shortest piece between two sets of pieces, from the first to the second; of length 0 where
/// they cross. None when one of them is empty. Exact: the least over all pairs of pieces.
pub fn gap(one: &[Segment], other: &[Segment]) -> Option<Segment> {
    let mut best: Option<(f64, Segment)> = None;
    for a in one {
        for b in other {
            let piece = between(a, b);
            let length = piece.length();
            if best.as_ref().is_none_or(|(least, _)| length < *least) {
                best = Some((length, piece));
            }
        }
    }
    best.map(|(_, piece)| piece)
}

/// The pieces of a region's edges, holes included.
pub fn edges(region: &Region) -> Vec<Segment> {
    region
        .pieces()
        .flat_map(|(edge, holes)| {
            let rings = std::iter::once(edge).chain(holes);
            rings
                .flat_map(|ring| ring.sides().collect::<Vec<_>>())
                .collect::<Vec<_>>()
        })
        .collect()
}

/// The pieces of an outline's edge.
pub fn sides(outline: &Outline) -> Vec<Segment> {
    outline.sides().collect()
}

fn between(a: &Segment, b: &Segment) -> Segment {
    if let Some(at) = crossing(a, b) {
        return Segment { from: at, to: at };
    }
    let tries = [
        (a.from, b.nearest(a.from)),
        (a.to, b.nearest(a.to)),
        (a.nearest(b.from), b.from),
        (a.nearest(b.to), b.to),
    ];
    let mut best = tries[0];
    for pair in tries {
        if pair.0.distance(pair.1) < best.0.distance(best.1) {
            best = pair;
        }
    }
    Segment {
        from: best.0,
        to: best.1,
    }
}

/// Where two pieces cross; none where they are parallel or apart.
fn crossing(a: &Segment, b: &Segment) -> Option<WorldPt> {
    let (along, across) = (a.to - a.from, b.to - b.from);
    let turn = along.cross(across);
    if turn.abs() < 1e-12 {
        return None;
    }
    let from = b.from - a.from;
    let (s, t) = (from.cross(across) / turn, from.cross(along) / turn);
    let inside = (0.0..=1.0).contains(&s) && (0.0..=1.0).contains(&t);
    inside.then(|| a.from + along * s)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::WorldVec;

    fn square(x: f64) -> Vec<Segment> {
        sides(&Outline::rectangle(
            WorldPt::new(x, 0.0),
            WorldVec::new(2.0, 2.0),
            0.0,
        ))
    }

    #[test]
    fn the_gap_of_two_squares_is_the_shortest_piece_between_their_sides() {
        let piece = gap(&square(0.0), &square(5.5)).unwrap();
        assert!((piece.length() - 3.5).abs() < 1e-9);
        assert!((piece.from.x - 1.0).abs() < 1e-9 && (piece.to.x - 4.5).abs() < 1e-9);
    }

    #[test]
    fn squares_that_cross_have_no_gap() {
        assert!(gap(&square(0.0), &square(1.5)).unwrap().length() < 1e-9);
    }

    #[test]
    fn nothing_has_no_gap() {
        assert!(gap(&[], &square(0.0)).is_none());
    }
}
