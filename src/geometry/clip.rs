//! The area that a ring shares with a convex one, without building the shape of it: what a check that
//! is asked thousands of times a second can afford.

use super::WorldPt;

/// Whether a ring turns one way all around, so that it can clip others.
pub(super) fn is_convex(ring: &[WorldPt]) -> bool {
    let many = ring.len();
    let turns = (0..many).map(|i| {
        let (a, b, c) = (ring[i], ring[(i + 1) % many], ring[(i + 2) % many]);
        (b - a).cross(c - b)
    });
    let (mut left, mut right) = (false, false);
    for turn in turns {
        left |= turn > 1e-9;
        right |= turn < -1e-9;
    }
    many >= 3 && !(left && right)
}

/// The area, in square metres, of what a ring shares with a convex ring, by Sutherland and Hodgman's
/// clipping (1974): where the ring is not convex the pieces hang together by edges of no area, which
/// the sum does not feel.
pub(super) fn shared_area(ring: impl ExactSizeIterator<Item = WorldPt>, convex: &[WorldPt]) -> f64 {
    let anticlockwise = signed_area(convex) >= 0.0;
    let mut next: Vec<WorldPt> = Vec::with_capacity(ring.len() + convex.len());
    let mut left: Vec<WorldPt> = ring.collect();
    for i in 0..convex.len() {
        let (from, to) = (convex[i], convex[(i + 1) % convex.len()]);
        let (from, to) = if anticlockwise { (from, to) } else { (to, from) };
        let inside = |point: WorldPt| (to - from).cross(point - from);
        next.clear();
        let (Some(first), Some(rest)) = (left.first(), left.get(1..)) else {
            return 0.0;
        };
        let (mut a, mut at_a) = (*first, inside(*first));
        for b in rest.iter().chain([first]) {
            let (b, at_b) = (*b, inside(*b));
            if at_a >= 0.0 {
                next.push(a);
            }
            if (at_a >= 0.0) != (at_b >= 0.0) {
                next.push(a + (b - a) * (at_a / (at_a - at_b)));
            }
            (a, at_a) = (b, at_b);
        }
        std::mem::swap(&mut left, &mut next);
    }
    signed_area(&left).abs()
}

fn signed_area(ring: &[WorldPt]) -> f64 {
    // From its first corner, so that far from the origin no digits are lost.
    let Some(origin) = ring.first().copied() else {
        return 0.0;
    };
    let twice: f64 = (1..ring.len().saturating_sub(1))
        .map(|i| (ring[i] - origin).cross(ring[i + 1] - origin))
        .sum();
    twice / 2.0
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::geometry::{Outline, Region, WorldPt, WorldVec};

    fn rectangle() -> impl Strategy<Value = Outline> {
        (-9.0..9.0, -9.0..9.0, 0.3..12.0, 0.3..12.0, 0.0..360.0)
            .prop_map(|(x, y, w, d, turn)| Outline::rectangle(WorldPt::new(x, y), WorldVec::new(w, d), turn))
    }

    proptest! {
        #[test]
        fn the_area_shared_is_that_of_the_shape_shared(a in rectangle(), b in rectangle(), c in rectangle()) {
            // Two rectangles together are seldom convex, and may have a hole or lie apart.
            let (convex, other) = (Region::from(&a), Region::from(&b).with(&Region::from(&c)));
            let exact = convex.shared(&other).area();
            prop_assert!((convex.shared_area(&other) - exact).abs() < 1e-6);
            prop_assert!((other.shared_area(&convex) - exact).abs() < 1e-6);
            let holed = other.without(&convex.grown(-0.4));
            let exact = convex.shared(&holed).area();
            prop_assert!((convex.shared_area(&holed) - exact).abs() < 1e-6);
        }
    }
}
