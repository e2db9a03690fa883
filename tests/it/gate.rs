//! The gate before `geo`: whatever ring comes, it is an outline that every operation bears, or a fault.

use mulin::geometry::{Line, Outline, OutlineFault, Region, WorldPt, WorldVec};
use proptest::prelude::*;

fn ring(points: &[(f64, f64)]) -> Result<Outline, OutlineFault> {
    Outline::new(points.iter().map(|(x, y)| WorldPt::new(*x, *y)))
}

#[test]
fn a_ring_is_refused_by_the_name_of_its_fault() {
    assert_eq!(
        ring(&[(0., 0.), (f64::NAN, 1.), (1., 0.)]),
        Err(OutlineFault::NotFinite)
    );
    assert_eq!(
        ring(&[(0., 0.), (f64::INFINITY, 1.), (1., 0.)]),
        Err(OutlineFault::NotFinite)
    );
    assert_eq!(
        ring(&[(0., 0.), (1e308, 1.), (1., 0.)]),
        Err(OutlineFault::OutOfReach)
    );
    assert_eq!(ring(&[(0., 0.), (1., 0.)]), Err(OutlineFault::TooFewCorners));
    assert_eq!(
        ring(&[(0., 0.), (1., 0.), (1.0004, 0.)]),
        Err(OutlineFault::TooFewCorners)
    );
    assert_eq!(ring(&[(0., 0.), (1., 0.), (2., 0.)]), Err(OutlineFault::NoArea));
    assert_eq!(
        ring(&[(0., 0.), (10., 10.), (10., 0.), (0., 12.)]),
        Err(OutlineFault::CrossesItself)
    );
    assert_eq!(
        ring(&[(0., 0.), (10., 0.), (4., 0.), (4., 5.)]),
        Err(OutlineFault::CrossesItself)
    );
}

#[test]
fn an_outline_is_anticlockwise_on_the_millimetre_without_its_first_point_twice() {
    let outline = ring(&[(0., 0.), (0., 2.), (3.00049, 2.), (3., 0.), (0., 0.)]).unwrap();
    let corners: Vec<_> = outline.corners().iter().map(|p| (p.x, p.y)).collect();
    assert_eq!(corners.len(), 4);
    assert!((outline.area() - 6.0).abs() < 1e-9);
    assert!(corners.contains(&(3.0, 2.0)));
}

#[test]
fn a_rectangle_keeps_its_sides_at_any_turn() {
    for turn in 0..72 {
        let outline = Outline::rectangle(
            WorldPt::new(12.3, -4.5),
            WorldVec::new(24.0, 18.0),
            f64::from(turn) * 5.0,
        );
        let sides: Vec<f64> = outline.sides().map(|side| side.length()).collect();
        for (side, length) in sides.iter().zip([24.0, 18.0, 24.0, 18.0]) {
            assert!((side - length).abs() < 0.003, "turn {turn}: {sides:?}");
        }
    }
}

/// Numbers that broke geometry elsewhere, among ordinary ones.
fn coordinate() -> impl Strategy<Value = f64> {
    prop_oneof![
        8 => -50.0..50.0_f64,
        2 => (-5_i32..5).prop_map(f64::from),
        1 => prop::sample::select(vec![f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e308, -1e308, 1e-308, 4_999.999_9, -5_000.0, 0.0, -0.0]),
    ]
}

fn any_ring() -> impl Strategy<Value = Vec<(f64, f64)>> {
    prop::collection::vec((coordinate(), coordinate()), 0..12)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, ..ProptestConfig::default() })]

    #[test]
    fn no_pair_of_rings_that_passed_makes_an_operation_panic(a in any_ring(), b in any_ring()) {
        let (Ok(a), Ok(b)) = (ring(&a), ring(&b)) else { return Ok(()) };
        let (ra, rb) = (Region::from(&a), Region::from(&b));
        let both = ra.shared(&rb).area();
        let either = ra.with(&rb).area();
        // The overlay reckons on a grid of 2³¹ steps over the pair, so an edge is off by micrometres.
        let grain = 1e-3 + 1e-5 * (a.perimeter() + b.perimeter());
        prop_assert!((a.area() + b.area() - both - either).abs() < grain);
        prop_assert!(ra.without(&rb).area() <= a.area() + grain);
        prop_assert!(a.distance(&b) >= 0.0 && (a.meets(&b) || a.distance(&b) > 0.0));
        prop_assert!(a.contains(a.label_point()) && a.distance_to(a.centroid()).is_finite());
        let _ = (ra.grown(1.0).area(), ra.grown(-1.0).pieces().count(), a.contains_outline(&b), a.turned(WorldPt::default(), 33.0));
    }

    #[test]
    fn any_points_make_a_line_or_none(points in any_ring()) {
        if let Some(line) = Line::new(points.iter().map(|(x, y)| WorldPt::new(*x, *y))) {
            prop_assert!(line.length() > 0.0 && Region::strip(&line, 2.0).area() > 0.0);
        }
    }
}
