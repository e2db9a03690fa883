//! The area that a ring shares with a convex one, without building the shape of it: what a check that
//! is asked thousands of times a second can afford.

use smallvec::SmallVec;

use super::WorldPt;

/// The corners of a ring, which lie on the stack where they are few: most of what is placed has four.
pub(super) type Ring = SmallVec<[WorldPt; 16]>;

/// Whether a ring turns one way all around, so that it can clip others.
pub(super) fn is_convex(ring: &[WorldPt]) -> bool {
    let [.., mut a, mut b] = *ring else {
        return false;
    };
    let (mut left, mut right) = (false, false);
    for &c in ring {
        let turn = (b - a).cross(c - b);
        left |= turn > 1e-9;
        right |= turn < -1e-9;
        (a, b) = (b, c);
    }
    ring.len() >= 3 && !(left && right)
}

/// The area, in square metres, of what a ring shares with a convex ring, by Sutherland and Hodgman's
/// clipping (1974): where the ring is not convex the pieces hang together by edges of no area, which
/// the sum does not feel.
pub(super) fn shared_area(ring: impl ExactSizeIterator<Item = WorldPt>, convex: &[WorldPt]) -> f64 {
    let anticlockwise = signed_area(convex) >= 0.0;
    let mut next = Ring::new();
    let mut left: Ring = ring.collect();
    let ends = convex.iter().skip(1).chain(convex.first());
    for (&from, &to) in convex.iter().zip(ends) {
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
