//! Roads whose widths are known, and what must hold of every ground.

use proptest::prelude::*;

use super::{Block, GaveUp, LaneGround, Lanes, Surface, Vehicle};
use crate::geometry::{Bounds, Outline, WorldPt, WorldVec};

const ROAD: u32 = 0;
const BAY: u32 = 100;

fn pt(x: f64, y: f64) -> WorldPt {
    WorldPt::new(x, y)
}

pub(super) fn area(west: f64, south: f64, east: f64, north: f64) -> Outline {
    let centre = pt((west + east) / 2.0, (south + north) / 2.0);
    Outline::rectangle(centre, WorldVec::new(east - west, north - south), 0.0)
}

pub(super) fn engine() -> Vehicle {
    Vehicle {
        width: 4.0,
        reach: 10.0,
        length: 8.0,
        body: 2.5,
        wheelbase: 4.5,
        inner_radius: 9.0,
    }
}

/// A road of a width from the gate at its west end to a door 100 m on, 3 m north of the road.
fn road(width: f64) -> Lanes {
    Lanes {
        surfaces: vec![Surface::new(&area(0.0, 0.0, 110.0, width), &[], ROAD)],
        gates: vec![pt(0.0, width / 2.0)],
        targets: vec![pt(100.0, width + 3.0)],
        bounds: area(-10.0, -10.0, 120.0, 30.0).bounds(),
        ..Lanes::default()
    }
}

/// Bays of 6.0 m along the south kerb from 40 to 70 m.
fn bays(depth: f64) -> Vec<Block> {
    let bay = |at: u32| {
        let west = 40.0 + 6.0 * f64::from(at);
        Block::area(&area(west, 0.0, west + 6.0, depth), BAY + at)
    };
    (0..5).map(bay).collect()
}

fn widest(lanes: &Lanes) -> Option<u16> {
    let ground = LaneGround::new(lanes, engine()).expect("small ground");
    ground.drive().targets[0].width_mm
}

#[test]
fn kerb_bays_on_a_road_leave_what_they_leave() {
    // Facts 0.4: 6.0 m with bays of 2.4 m on one side leave 3.6 m, with 2.5 m 3.5 m; 6.4 m pass.
    for (width, depth, left) in [
        (6.0, 2.4, 3_600),
        (6.0, 2.5, 3_500),
        (6.4, 2.4, 4_000),
        (6.5, 2.5, 4_000),
        (6.39, 2.4, 3_990),
        (4.0, 0.3, 3_700),
    ] {
        let mut lanes = road(width);
        lanes.blocks = bays(depth);
        assert_eq!(widest(&lanes), Some(left), "{width} m with bays of {depth} m");
    }
}

#[test]
fn what_stops_the_engine_is_named_with_its_place() {
    let mut lanes = road(6.0);
    lanes.blocks = bays(2.4);
    let ground = LaneGround::new(&lanes, engine()).expect("small ground");
    let stop = ground.drive().bottleneck(&ground, 0).expect("it is stopped");
    assert_eq!(stop.width_mm, 3_600);
    assert_eq!(
        (
            stop.between.0.min(stop.between.1),
            stop.between.0.max(stop.between.1)
        ),
        (ROAD, BAY)
    );
    let (low, high) = (
        stop.across.from.y.min(stop.across.to.y),
        stop.across.from.y.max(stop.across.to.y),
    );
    assert!(
        (low - 2.4).abs() < 0.005 && (high - 6.0).abs() < 0.005,
        "{stop:?}"
    );
    assert!((40.0..47.0).contains(&stop.across.from.x), "{stop:?}");
}

#[test]
fn a_narrow_way_is_closed_all_along() {
    // 3.5 m wide: the engine stays at its mouth, 30 m from the door.
    let mut lanes = road(6.0);
    lanes.surfaces = vec![
        Surface::new(&area(0.0, 0.0, 60.0, 6.0), &[], ROAD),
        Surface::new(&area(60.0, 1.0, 110.0, 4.5), &[], 1),
    ];
    let ground = LaneGround::new(&lanes, engine()).expect("small ground");
    let driven = ground.drive();
    assert_eq!(driven.targets[0].width_mm, Some(3_500));
    let away = driven.away_m(&ground, 0).expect("it gets near");
    assert!((36.0..48.0).contains(&away), "{away}");
}

#[test]
fn surfaces_that_touch_or_nearly_touch_join() {
    for gap in [0.0, 0.05] {
        let mut lanes = road(6.0);
        lanes.surfaces = vec![
            Surface::new(&area(0.0, 0.0, 60.0, 6.0), &[], ROAD),
            Surface::new(&area(60.0 + gap, 0.0, 110.0, 6.0), &[], 1),
        ];
        assert_eq!(widest(&lanes), Some(4_000), "a joint of {gap} m");
    }
    let mut lanes = road(6.0);
    lanes.surfaces = vec![
        Surface::new(&area(0.0, 0.0, 60.0, 6.0), &[], ROAD),
        Surface::new(&area(61.0, 0.0, 110.0, 6.0), &[], 1),
    ];
    assert_eq!(widest(&lanes), None, "a gap of 1 m");
}

#[test]
fn two_lanes_side_by_side_are_as_wide_as_both() {
    let mut lanes = road(5.0);
    lanes.surfaces = vec![
        Surface::new(&area(0.0, 0.0, 110.0, 2.5), &[], ROAD),
        Surface::new(&area(0.0, 2.5, 110.0, 5.0), &[], 1),
    ];
    assert_eq!(widest(&lanes), Some(4_000));
}

#[test]
fn nothing_comes_without_gate_or_road() {
    let mut lanes = road(6.0);
    lanes.gates.clear();
    assert_eq!(widest(&lanes), None);
    let mut lanes = road(6.0);
    lanes.surfaces.clear();
    assert_eq!(widest(&lanes), None);
}

#[test]
fn a_hose_goes_round_a_wall() {
    let mut lanes = road(6.0);
    lanes.targets = vec![pt(50.0, 9.0)];
    let wall = [pt(0.0, 7.0), pt(56.0, 7.0)];
    lanes.blocks = vec![Block::line(&wall, 7).stopping_hose()];
    let ground = LaneGround::new(&lanes, engine()).expect("small ground");
    let away = ground.drive().away_m(&ground, 0).expect("round the wall's end");
    assert!((7.0..10.5).contains(&away), "{away}");
}

#[test]
fn what_is_too_large_is_given_up_with_a_reason() {
    let mut lanes = road(6.0);
    lanes.bounds = Bounds {
        min: pt(-4_000.0, -4_000.0),
        max: pt(4_000.0, 4_000.0),
    };
    assert_eq!(LaneGround::new(&lanes, engine()).err(), Some(GaveUp::TooLarge));
    let mut flat = engine();
    flat.width = f64::NAN;
    assert_eq!(LaneGround::new(&road(6.0), flat).err(), Some(GaveUp::NoVehicle));
}

/// A yard of crossing roads with ten doors, mirrored or not.
pub(super) fn yard(mirrored: bool, blocks: &[(f64, f64, f64, f64)]) -> Lanes {
    let width = 80.0;
    let turned = |west: f64, south: f64, east: f64, north: f64| match mirrored {
        true => area(width - east, south, width - west, north),
        false => area(west, south, east, north),
    };
    let at = |x: f64, y: f64| pt(if mirrored { width - x } else { x }, y);
    let roads = [
        (0.0, 0.0, 80.0, 6.0),
        (10.0, 0.0, 15.0, 60.0),
        (60.0, 0.0, 66.0, 60.0),
        (10.0, 50.0, 66.0, 55.0),
    ];
    let surface = |(number, road): (usize, &(f64, f64, f64, f64))| {
        Surface::new(&turned(road.0, road.1, road.2, road.3), &[], number as u32)
    };
    let block = |(number, b): (usize, &(f64, f64, f64, f64))| {
        Block::area(&turned(b.0, b.1, b.0 + b.2, b.1 + b.3), BAY + number as u32)
    };
    Lanes {
        surfaces: roads.iter().enumerate().map(surface).collect(),
        blocks: blocks.iter().enumerate().map(block).collect(),
        gates: vec![at(0.0, 3.0)],
        targets: (0..10).map(|n| at(18.0 + 4.0 * f64::from(n), 47.0)).collect(),
        boundary: None,
        bounds: area(-10.0, -10.0, 90.0, 70.0).bounds(),
    }
}

fn widths(lanes: &Lanes) -> Vec<u16> {
    let ground = LaneGround::new(lanes, engine()).expect("small ground");
    let targets = ground.drive().targets;
    targets
        .iter()
        .map(|served| served.width_mm.unwrap_or(0))
        .collect()
}

pub(super) fn blocks() -> impl Strategy<Value = Vec<(f64, f64, f64, f64)>> {
    let millimetres = |low: i32, high: i32| (low..high).prop_map(|n| f64::from(n) / 1_000.0);
    let block = (
        millimetres(5_000, 70_000),
        millimetres(-2_000, 58_000),
        millimetres(300, 8_000),
        millimetres(300, 8_000),
    );
    proptest::collection::vec(block, 0..8)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn one_thing_more_opens_no_way(mut standing in blocks()) {
        let more = widths(&yard(false, &standing));
        standing.pop();
        let fewer = widths(&yard(false, &standing));
        prop_assert!(more.iter().zip(&fewer).all(|(more, fewer)| more <= fewer), "{more:?} {fewer:?}");
    }
    #[test]
    fn a_mirrored_yard_gives_the_same_widths(standing in blocks()) {
        let (plain, mirrored) = (widths(&yard(false, &standing)), widths(&yard(true, &standing)));
        // What a hose measures on a lattice may differ by a cell; a width may not.
        for (one, other) in plain.iter().zip(&mirrored) {
            prop_assert!(one.abs_diff(*other) <= 1, "{plain:?} {mirrored:?}");
        }
    }
}
