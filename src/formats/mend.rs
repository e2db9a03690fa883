//! Mends rings whose sides cross, as cut or hastily drawn buildings have them.

use crate::geometry::{Outline, OutlineFault, WorldPt};

/// Crossings that are undone at most; a ring with more is a scribble, not a building.
const MOST_CROSSINGS: usize = 8;
/// Rings of more corners are not mended, since looking for crossings costs their square.
const MOST_CORNERS: usize = 300;

/// The outline of a ring, and whether it had to be mended: where two sides cross, the ring falls
/// into two loops, and the larger is kept.
pub(super) fn outline(points: &[WorldPt]) -> Result<(Outline, bool), OutlineFault> {
    let mut fault = match Outline::new(points.iter().copied()) {
        Ok(outline) => return Ok((outline, false)),
        Err(OutlineFault::CrossesItself) if points.len() <= MOST_CORNERS => OutlineFault::CrossesItself,
        Err(other) => return Err(other),
    };
    let mut ring: Vec<WorldPt> = points.to_vec();
    ring.dedup();
    if ring.first() == ring.last() {
        ring.pop();
    }
    for _ in 0..MOST_CROSSINGS {
        let Some(larger) = larger_loop(&ring) else {
            return Err(fault);
        };
        match Outline::new(larger.iter().copied()) {
            Ok(outline) => return Ok((outline, true)),
            Err(why) => fault = why,
        }
        ring = larger;
    }
    Err(fault)
}

/// The larger of the two loops into which the first crossing cuts a ring; none without a crossing.
fn larger_loop(ring: &[WorldPt]) -> Option<Vec<WorldPt>> {
    let count = ring.len();
    let side = |at: usize| (ring[at], ring[(at + 1) % count]);
    let pairs = (0..count).flat_map(|i| (i + 2..count).map(move |j| (i, j)));
    let (i, j, at) = pairs
        .filter(|(i, j)| !(*i == 0 && *j == count - 1))
        .find_map(|(i, j)| crossing(side(i), side(j)).map(|at| (i, j, at)))?;
    let mut inner = vec![at];
    inner.extend(&ring[i + 1..=j]);
    let mut outer = vec![at];
    outer.extend(&ring[j + 1..]);
    outer.extend(&ring[..=i]);
    Some(if double_area(&inner) > double_area(&outer) {
        inner
    } else {
        outer
    })
}

/// Where two sides cross, to the millimetre.
fn crossing((a, b): (WorldPt, WorldPt), (c, d): (WorldPt, WorldPt)) -> Option<WorldPt> {
    let (along, across) = (b - a, d - c);
    let turn = along.cross(across);
    if turn.abs() < 1e-12 {
        return None;
    }
    let first = (c - a).cross(across) / turn;
    let second = (c - a).cross(along) / turn;
    let on_both = (0.0..=1.0).contains(&first) && (0.0..=1.0).contains(&second);
    on_both.then(|| (a + along * first).snapped())
}

fn double_area(ring: &[WorldPt]) -> f64 {
    let Some(origin) = ring.first() else { return 0.0 };
    let sum: f64 = ring
        .windows(2)
        .map(|pair| (pair[0] - *origin).cross(pair[1] - *origin))
        .sum();
    sum.abs()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(points: &[(f64, f64)]) -> Vec<WorldPt> {
        points.iter().map(|(x, y)| WorldPt::new(*x, *y)).collect()
    }

    #[test]
    fn a_sound_ring_is_left_as_it_is() {
        let (outline, mended) = outline(&ring(&[(0.0, 0.0), (4.0, 0.0), (4.0, 3.0)])).unwrap();
        assert!(!mended);
        assert_eq!(outline.area(), 6.0);
    }

    #[test]
    fn of_a_bow_tie_the_larger_wing_is_kept() {
        let (outline, mended) = outline(&ring(&[(0.0, 0.0), (10.0, 10.0), (10.0, 0.0), (0.0, 4.0)])).unwrap();
        assert!(mended);
        assert!(outline.area() > 20.0, "{}", outline.area());
    }

    #[test]
    fn a_line_there_and_back_is_still_refused() {
        let flat = ring(&[(0.0, 0.0), (5.0, 0.0), (2.0, 0.0), (1.0, 0.0)]);
        assert!(outline(&flat).is_err());
    }
}
