//! The layout kernels: bays in a plot, slots in a shed.

use mulin::geometry::{Outline, Region, WorldPt, WorldVec};
use mulin::layout::{
    BayAngle, CarPark, accessible_bays_asked, bike_places, car_park, charging_shed, charging_shed_width,
    fitness_items,
};
use proptest::prelude::*;

use crate::plan::seeded;

/// Turned corners are rounded to a millimetre; this much may stick out, in metres.
const GRAIN: f64 = 0.005;

fn rectangle(width: f64, depth: f64, turn: f64) -> Outline {
    Outline::rectangle(WorldPt::new(40.0, -25.0), WorldVec::new(width, depth), turn)
}

fn plot(points: &[(f64, f64)]) -> Outline {
    Outline::new(points.iter().map(|(x, y)| WorldPt::new(*x, *y))).expect("a sound plot")
}

#[track_caller]
fn holds(width: f64, depth: f64, angle: BayAngle, bays: usize) {
    let park = car_park(&rectangle(width, depth, 0.0), angle);
    assert_eq!(park.bays.len(), bays, "{width} x {depth} m at {angle:?}");
    is_sound(&rectangle(width, depth, 0.0), &park, angle);
}

/// Everything that must hold of any layout.
#[track_caller]
fn is_sound(plot: &Outline, park: &CarPark, angle: BayAngle) {
    for bay in &park.bays {
        for corner in bay.outline.corners() {
            assert!(
                plot.distance_to(*corner) < GRAIN,
                "a bay sticks out at {corner:?}"
            );
        }
        let served = park
            .aisles
            .iter()
            .any(|aisle| aisle.distance(&bay.outline) < GRAIN);
        assert!(served, "no aisle at the bay {:?}", bay.at);
    }
    let solid: Vec<&Outline> = park
        .bays
        .iter()
        .map(|bay| &bay.outline)
        .chain(&park.side_aisles)
        .collect();
    for (at, one) in solid.iter().enumerate() {
        for other in solid[at + 1..].iter().copied().chain(&park.aisles) {
            let near = one.bounds().meets(&other.bounds());
            let shared = || Region::from(*one).shared(&Region::from(other)).area();
            assert!(
                !near || shared() < 0.03,
                "two things overlap near {:?}",
                one.centroid()
            );
        }
    }
    assert_eq!(park.accessible() as u32, asked(park), "accessible bays");
    if !park.bays.is_empty() {
        let ground = Region::union_of(&park.aisles).grown(0.01);
        assert_eq!(ground.pieces().count(), 1, "the aisles do not join");
        let open = |aisle: &Outline| {
            aisle
                .sides()
                .filter(|side| {
                    [side.from, side.to, side.from.middle(side.to)]
                        .iter()
                        .all(|p| plot.nearest_on_edge(*p).distance(*p) < GRAIN)
                })
                .map(|side| side.length())
                .sum::<f64>()
        };
        let widest = park.aisles.iter().map(open).fold(0.0, f64::max);
        assert!(
            widest > angle.aisle() - GRAIN,
            "the way in is only {widest} m wide"
        );
        assert!(!park.entrances.is_empty());
    }
}

/// A small plot whose rows are all too short for a side aisle has no accessible bay.
fn asked(park: &CarPark) -> u32 {
    let asked = accessible_bays_asked(park.bays.len() as u32);
    if park.bays.len() < 8 {
        park.accessible() as u32
    } else {
        asked
    }
}

#[test]
fn a_module_of_16_1_m_holds_two_rows_of_bays_2_4_m_wide() {
    // Two rows of ten, of which the side aisle of the accessible bay takes one.
    holds(24.0, 16.1, BayAngle::Square, 19);
    holds(25.2, 16.1, BayAngle::Square, 20);
}

#[test]
fn one_row_with_its_aisle_needs_10_8_m() {
    holds(10.7, 10.79, BayAngle::Square, 0);
    holds(10.8, 10.8, BayAngle::Square, 4);
    holds(25.2, 10.8, BayAngle::Square, 10);
}

#[test]
fn slanting_and_parallel_bays_have_the_sizes_of_their_angle() {
    for (angle, depth) in [
        (BayAngle::Sixty, 5.8 + 4.5),
        (BayAngle::FortyFive, 5.5 + 3.8),
        (BayAngle::Thirty, 4.8 + 3.8),
        (BayAngle::Parallel, 2.4 + 3.8),
    ] {
        assert!((angle.least_depth() - depth).abs() < 1e-9);
        let park = car_park(&rectangle(50.0, depth, 0.0), angle);
        assert!(park.bays.len() > 6, "{angle:?} has {}", park.bays.len());
        is_sound(&rectangle(50.0, depth, 0.0), &park, angle);
    }
}

#[test]
fn several_aisles_are_joined_by_a_lane() {
    let plot = rectangle(60.0, 32.2, 0.0);
    let park = car_park(&plot, BayAngle::Square);
    is_sound(&plot, &park, BayAngle::Square);
    assert_eq!(park.aisles.len(), 3, "two aisles and the lane");
    assert!(park.bays.len() >= 94, "{}", park.bays.len());
}

#[test]
fn a_hundred_bays_have_one_accessible_and_more_have_one_in_a_hundred() {
    assert_eq!(
        [0, 1, 99, 100, 101, 250].map(accessible_bays_asked),
        [0, 1, 1, 1, 2, 3]
    );
    let plot = rectangle(100.0, 60.0, 0.0);
    let park = car_park(&plot, BayAngle::Square);
    assert!(park.bays.len() > 200, "{}", park.bays.len());
    assert_eq!(park.accessible(), 3);
    assert_eq!(park.side_aisles.len(), 2, "two of the three share one");
}

#[test]
fn a_plot_too_small_for_any_bay_has_none() {
    for angle in BayAngle::ALL {
        assert_eq!(car_park(&rectangle(3.0, 3.0, 10.0), angle), CarPark::default());
    }
}

#[test]
fn an_l_shaped_plot_is_filled_without_leaving_it() {
    let plot = plot(&[
        (0.0, 0.0),
        (40.0, 0.0),
        (40.0, 17.0),
        (17.0, 17.0),
        (17.0, 40.0),
        (0.0, 40.0),
    ]);
    for angle in BayAngle::ALL {
        let park = car_park(&plot, angle);
        assert!(!park.bays.is_empty());
        is_sound(&plot, &park, angle);
    }
}

#[test]
fn a_longer_plot_never_holds_fewer() {
    for angle in BayAngle::ALL {
        let mut last = 0;
        for tenths in 0..120 {
            let count = car_park(&rectangle(12.0 + f64::from(tenths) * 0.5, 18.0, 0.0), angle)
                .bays
                .len();
            assert!(count >= last, "{angle:?} at {tenths}: {count} after {last}");
            last = count;
        }
    }
}

fn angles() -> impl Strategy<Value = BayAngle> {
    prop::sample::select(BayAngle::ALL.to_vec())
}

proptest! {
    #![proptest_config(seeded(24))]

    #[test]
    fn any_plot_is_laid_out_soundly(
        reach in prop::collection::vec(8.0..45.0_f64, 4..9),
        turn in 0.0..360.0_f64,
        angle in angles(),
    ) {
        let step = 360.0 / reach.len() as f64;
        let corners = reach
            .iter()
            .enumerate()
            .map(|(i, r)| WorldPt::new(5.0, 5.0) + WorldVec::toward(turn + step * i as f64) * *r);
        if let Ok(plot) = Outline::new(corners) {
            is_sound(&plot, &car_park(&plot, angle), angle);
        }
    }

    #[test]
    fn a_turned_plot_holds_as_many(
        width in 8.0..70.0_f64,
        depth in 8.0..50.0_f64,
        turn in 0.0..360.0_f64,
        angle in angles(),
    ) {
        let (width, depth) = ((width * 2.0).round() / 2.0, (depth * 2.0).round() / 2.0);
        let straight = car_park(&rectangle(width, depth, 0.0), angle);
        let turned = car_park(&rectangle(width, depth, turn), angle);
        prop_assert_eq!(straight.bays.len(), turned.bays.len());
    }

    #[test]
    fn slots_lie_in_their_shed_and_apart(width in 0.1..90.0_f64, depth in 1.0..8.0_f64) {
        let shed = charging_shed(WorldVec::new(width, depth));
        for (at, slot) in shed.slots.iter().enumerate() {
            prop_assert!(slot.at.x.abs() + slot.size.x / 2.0 <= width / 2.0 + 0.002);
            prop_assert!(slot.at.y.abs() + slot.size.y / 2.0 <= depth / 2.0 + 0.002);
            for other in &shed.slots[at + 1..] {
                let apart = (slot.at.x - other.at.x).abs() > 0.799 || (slot.at.y - other.at.y).abs() > 1.999;
                prop_assert!(apart);
            }
        }
        for pair in shed.groups.windows(2) {
            let gap = pair[1].0.x - pair[0].0.x - (pair[0].1.x + pair[1].1.x) / 2.0;
            prop_assert!(gap > 1.999);
        }
    }
}

#[test]
fn a_shed_of_20_m_has_one_group_of_25_slots() {
    let shed = charging_shed(WorldVec::new(20.0, 3.5));
    assert_eq!((shed.slots.len(), shed.groups.len()), (25, 1));
}

#[test]
fn a_longer_shed_leaves_2_m_between_groups() {
    for (width, slots, groups) in [(21.0, 25, 1), (22.8, 26, 2), (42.0, 50, 2), (0.5, 0, 0)] {
        let shed = charging_shed(WorldVec::new(width, 3.5));
        assert_eq!(
            (shed.slots.len(), shed.groups.len()),
            (slots, groups),
            "{width} m"
        );
    }
}

#[test]
fn a_deep_shed_has_two_rows_and_still_no_group_over_25() {
    let shed = charging_shed(WorldVec::new(9.6, 6.6));
    assert_eq!((shed.slots.len(), shed.groups.len()), (24, 1));
}

#[test]
fn the_width_for_so_many_slots_holds_them() {
    for slots in 1..80 {
        let shed = charging_shed(WorldVec::new(charging_shed_width(slots), 3.5));
        assert_eq!(shed.slots.len() as u32, slots);
    }
}

#[test]
fn racks_and_fitness_grounds_count_by_their_modules() {
    assert_eq!(bike_places(WorldVec::new(6.0, 3.4)), 10);
    assert_eq!(fitness_items(WorldVec::new(12.0, 8.0)), (3, 2));
    assert_eq!(fitness_items(WorldVec::new(11.9, 8.0)), (2, 2));
}

#[test]
fn plots_and_sheds_beyond_any_estate_do_not_stall() {
    assert_eq!(
        car_park(&rectangle(900.0, 900.0, 5.0), BayAngle::Square),
        CarPark::default()
    );
    let park = car_park(&rectangle(980.0, 20.0, 5.0), BayAngle::Thirty);
    assert!(park.bays.len() > 300);
    let round = (0..1_800).map(|i| WorldVec::toward(f64::from(i) / 5.0) * 60.0);
    let round = Outline::new(round.map(|step| WorldPt::new(0.0, 0.0) + step)).expect("a round plot");
    assert!(car_park(&round, BayAngle::Thirty).bays.len() > 100);
    assert!(charging_shed(WorldVec::new(1e12, 3.5)).slots.len() < 1_300);
    assert!(charging_shed(WorldVec::new(f64::NAN, f64::NAN)).slots.len() < 1_300);
}
