//! The shortest way between two edges, as the piece that shows it.

use super::{Outline, Region, Segment, WorldPt};

/// The shortest piece between two sets of pieces, from the first to the second; of length 0 where
/// they cross. None when one of them is empty. Exact: the least over all pairs of pieces.
pub fn gap(one: &[Segment], other: &[Segment]) -> Option<Segment> {
    let mut best: Option<(f64, Segment)> = None;
    for a in one {
        for b in other {
            // Whose boxes are farther apart than the best so far cannot be nearer.
            if best
                .as_ref()
                .is_some_and(|(least, _)| boxes_square(a, b) >= *least)
            {
                continue;
            }
            let piece = between(a, b);
            let length = square(piece.from, piece.to);
            if best.as_ref().is_none_or(|(least, _)| length < *least) {
                best = Some((length, piece));
            }
        }
    }
    best.map(|(_, piece)| piece)
}

/// The square of the distance between two points, in square metres.
fn square(a: WorldPt, b: WorldPt) -> f64 {
    let step = b - a;
    step.dot(step)
}

/// The square of the distance between the boxes about two pieces, in square metres.
fn boxes_square(a: &Segment, b: &Segment) -> f64 {
    let apart = |a: (f64, f64), b: (f64, f64)| {
        let (low, high) = (a.0.min(a.1), a.0.max(a.1));
        (b.0.min(b.1) - high).max(low - b.0.max(b.1)).max(0.0)
    };
    let x = apart((a.from.x, a.to.x), (b.from.x, b.to.x));
    let y = apart((a.from.y, a.to.y), (b.from.y, b.to.y));
    x * x + y * y
}

/// The pieces of a region's edges, holes included. Of an edge that touches itself, as a union may have it, none is left
/// out: what was not there would be no obstacle.
pub fn edges(region: &Region) -> Vec<Segment> {
    let rings = region.rings();
    rings
        .iter()
        .flat_map(|ring| {
            let ends = ring.iter().cycle().skip(1);
            ring.iter().zip(ends)
        })
        .map(|(from, to)| Segment {
            from: from.snapped(),
            to: to.snapped(),
        })
        .filter(|side| side.from != side.to)
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
        if square(pair.0, pair.1) < square(best.0, best.1) {
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

    fn block(x: f64) -> Vec<Segment> {
        sides(&Outline::rectangle(
            WorldPt::new(x, 0.0),
            WorldVec::new(2.0, 2.0),
            0.0,
        ))
    }

    #[test]
    fn the_gap_of_two_squares_is_the_shortest_piece_between_their_sides() {
        let piece = gap(&block(0.0), &block(5.5)).unwrap();
        assert!((piece.length() - 3.5).abs() < 1e-9);
        assert!((piece.from.x - 1.0).abs() < 1e-9 && (piece.to.x - 4.5).abs() < 1e-9);
    }

    #[test]
    fn squares_that_cross_have_no_gap() {
        assert!(gap(&block(0.0), &block(1.5)).unwrap().length() < 1e-9);
    }

    #[test]
    fn nothing_has_no_gap() {
        assert!(gap(&[], &block(0.0)).is_none());
    }
}
