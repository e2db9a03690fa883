//! Lanes that end, lanes that turn back on themselves, and places for turning.

use super::{Block, DeadEnd, LaneGround, Lanes, Surface, Vehicle};
use crate::geometry::{Outline, WorldPt, WorldVec};

fn area(west: f64, south: f64, east: f64, north: f64) -> Outline {
    let centre = WorldPt::new((west + east) / 2.0, (south + north) / 2.0);
    Outline::rectangle(centre, WorldVec::new(east - west, north - south), 0.0)
}

/// The dead ends of roads of a box each, with a gate at the origin, longer than 40 m.
fn ends(roads: &[[f64; 4]], blocks: &[[f64; 4]]) -> Vec<DeadEnd> {
    let surface =
        |(number, r): (usize, &[f64; 4])| Surface::new(&area(r[0], r[1], r[2], r[3]), &[], number as u32);
    let block = |b: &[f64; 4]| Block::area(&area(b[0], b[1], b[2], b[3]), 100);
    let lanes = Lanes {
        surfaces: roads.iter().enumerate().map(surface).collect(),
        blocks: blocks.iter().map(block).collect(),
        gates: vec![WorldPt::new(0.0, 3.0)],
        bounds: area(-10.0, -10.0, 140.0, 80.0).bounds(),
        ..Lanes::default()
    };
    let engine = Vehicle {
        width: 4.0,
        reach: 10.0,
        length: 8.0,
        body: 2.5,
        wheelbase: 4.5,
        inner_radius: 9.0,
    };
    let ground = LaneGround::new(&lanes, engine).expect("small ground");
    ground.dead_ends(&ground.drive(), 40.0, 12.0)
}

const ROAD: [f64; 4] = [0.0, 0.0, 100.0, 6.0];
const RING: [[f64; 4]; 4] = [
    ROAD,
    [94.0, 0.0, 100.0, 60.0],
    [20.0, 54.0, 100.0, 60.0],
    [20.0, 0.0, 26.0, 60.0],
];

#[test]
fn a_road_that_ends_is_a_dead_end_as_long_as_it_is() {
    let found = ends(&[ROAD], &[]);
    assert_eq!(found.len(), 1);
    assert!(
        (97.0..104.0).contains(&found[0].length_m),
        "{}",
        found[0].length_m
    );
    assert!(found[0].tip.x > 96.0);
    assert_eq!(found[0].turning_place, None);
    assert_eq!(ends(&[[0.0, 0.0, 38.0, 6.0]], &[]), []);
}

#[test]
fn a_place_of_12_by_12_m_is_found_and_one_of_11_97_m_is_not() {
    let with = |side: f64| ends(&[ROAD, [98.0, -3.0, 98.0 + side, -3.0 + side]], &[]);
    assert!(with(12.0)[0].turning_place.is_some());
    assert!(with(11.97)[0].turning_place.is_none());
}

#[test]
fn a_ring_has_no_dead_end_until_it_is_cut() {
    assert_eq!(ends(&RING, &[]), []);
    let cut = ends(&RING, &[[60.0, 53.0, 63.0, 61.0]]);
    assert_eq!(cut.len(), 2, "{cut:?}");
}

#[test]
fn a_side_road_is_measured_from_its_junction() {
    let mut roads = RING.to_vec();
    roads.push([60.0, 6.0, 65.0, 30.0]);
    assert_eq!(ends(&roads, &[]), []);
    let found = ends(&[ROAD, [60.0, 0.0, 65.0, 56.0]], &[]);
    let side = found.iter().find(|end| end.tip.y > 40.0).expect("the side road");
    assert!((45.0..56.0).contains(&side.length_m), "{}", side.length_m);
}
