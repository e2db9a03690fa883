//! How far two convex rings would have to move apart until they share nothing.

use super::WorldPt;

/// The least move, in metres, after which two convex rings share no ground, by the theorem of the
/// separating axis; 0 where they share none. `None` where one of them is not convex.
pub fn depth(one: &[WorldPt], other: &[WorldPt]) -> Option<f64> {
    if !super::clip::is_convex(one) || !super::clip::is_convex(other) {
        return None;
    }
    let across = |ring: &[WorldPt], least: f64| {
        (0..ring.len()).fold(least, |least, at| {
            let (from, to) = (ring[at], ring[(at + 1) % ring.len()]);
            let Some(axis) = (to - from).unit().map(|along| along.left()) else {
                return least;
            };
            let span = |of: &[WorldPt]| {
                let heights = of.iter().map(|point| (*point - from).dot(axis));
                heights.fold((f64::MAX, f64::MIN), |(low, high), height| {
                    (low.min(height), high.max(height))
                })
            };
            let (a, b) = (span(one), span(other));
            least.min(a.1 - b.0).min(b.1 - a.0)
        })
    };
    Some(across(other, across(one, f64::MAX)).max(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::{Outline, Region, WorldVec};
    use proptest::prelude::*;

    fn rectangle() -> impl Strategy<Value = Outline> {
        (-5.0..5.0, -5.0..5.0, 0.3..9.0, 0.3..9.0, 0.0..360.0)
            .prop_map(|(x, y, w, d, turn)| Outline::rectangle(WorldPt::new(x, y), WorldVec::new(w, d), turn))
    }

    proptest! {
        /// A move that is shorter leaves them sharing ground, whatever its direction.
        #[test]
        fn nothing_shorter_parts_them(a in rectangle(), b in rectangle(), toward in 0.0..360.0_f64) {
            let deep = depth(a.corners(), b.corners()).unwrap();
            let moved = |by: f64| a.moved(WorldVec::toward(toward) * by).unwrap();
            let shared = |a: &Outline| Region::from(a).shared_area(&Region::from(&b));
            if deep > 0.05 {
                prop_assert!(shared(&moved(deep - 0.04)) > 0.0);
            } else {
                prop_assert!(shared(&a) < 0.5);
            }
        }
    }
}
