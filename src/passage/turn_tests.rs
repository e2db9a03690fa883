//! Corners whose radius is known: see [`super::turn`].

use super::{Block, LaneGround, Lanes, Surface, Vehicle};
use crate::geometry::{Outline, WorldPt, WorldVec};

fn pt(x: f64, y: f64) -> WorldPt {
    WorldPt::new(x, y)
}

fn area(west: f64, south: f64, east: f64, north: f64) -> Outline {
    let centre = pt((west + east) / 2.0, (south + north) / 2.0);
    Outline::rectangle(centre, WorldVec::new(east - west, north - south), 0.0)
}

/// Two lanes of a width at a right angle, the inner corner at 56, 0 rounded by a radius: east along
/// the x axis, then north; all of it turned about the origin.
fn corner(width: f64, rounded: f64, turned: f64, blocks: Vec<Block>) -> Lanes {
    let corner = pt(56.0, 0.0);
    let mut ring = vec![
        pt(0.0, -width),
        pt(corner.x + width, -width),
        pt(corner.x + width, 60.0),
        pt(corner.x, 60.0),
    ];
    let centre = corner + WorldVec::new(-rounded, rounded);
    let steps = if rounded > 0.0 { 48 } else { 0 };
    ring.extend((0..=steps).map(|n| {
        let degrees = -90.0 * f64::from(n) / f64::from(steps.max(1));
        centre + WorldVec::toward(degrees) * rounded
    }));
    ring.push(pt(0.0, 0.0));
    let turn = |p: WorldPt| p.turned_about(WorldPt::default(), turned);
    let edge = Outline::new(ring.into_iter().map(turn)).expect("a bend");
    Lanes {
        surfaces: vec![Surface::new(&edge, &[], 0)],
        blocks,
        gates: vec![turn(pt(0.0, -width / 2.0))],
        targets: vec![turn(pt(corner.x - 3.0, 57.0))],
        bounds: edge.bounds().grown(12.0),
        ..Lanes::default()
    }
}

fn engine() -> Vehicle {
    Vehicle {
        width: 4.0,
        reach: 10.0,
        length: 8.0,
        body: 2.5,
        wheelbase: 4.5,
        inner_radius: 9.0,
    }
}

fn radius(lanes: &Lanes, asked: f64) -> Option<f64> {
    let plain = Lanes {
        blocks: Vec::new(),
        ..lanes.clone()
    };
    let before = LaneGround::new(&plain, engine()).expect("small ground");
    let bends = before.drive().bends(&before);
    assert_eq!(bends.len(), 1, "{bends:?}");
    let after = LaneGround::new(lanes, engine()).expect("small ground");
    after.turning_radius(&bends[0], asked, None, |_| true)
}

fn is_about(found: Option<f64>, known: f64, what: &str) {
    let found = found.unwrap_or_else(|| panic!("{what}: nothing gets round"));
    assert!((found - known).abs() < 0.1, "{what}: {found} and not {known}");
}

#[test]
fn a_right_angle_turns_as_its_lanes_and_its_inner_corner_allow() {
    let known = |width: f64, rounded: f64| rounded + (2.0 + std::f64::consts::SQRT_2) * (width - 4.0);
    for (width, rounded) in [(6.0, 0.0), (5.0, 0.0), (5.0, 3.0), (4.5, 6.0), (4.2, 8.0)] {
        for turned in [0.0, 30.0] {
            let found = radius(&corner(width, rounded, turned, Vec::new()), 9.0);
            let what = format!("lanes of {width} m, corner of {rounded} m, turned {turned}°");
            is_about(found, known(width, rounded), &what);
        }
    }
}

#[test]
fn what_is_asked_is_reached_at_its_threshold_and_not_below() {
    // 4 + 9 / (2 + √2) = 6.636 m.
    assert_eq!(radius(&corner(6.64, 0.0, 0.0, Vec::new()), 9.0), Some(9.0));
    let below = radius(&corner(6.6, 0.0, 0.0, Vec::new()), 9.0).expect("it gets round");
    assert!((8.8..9.0).contains(&below), "{below}");
    // A corner rounded by more than is asked winds wider than the arc that is asked.
    assert_eq!(radius(&corner(4.3, 16.0, 0.0, Vec::new()), 9.0), Some(9.0));
}

#[test]
fn a_thing_in_the_bend_tightens_it_as_its_corner_does() {
    // A square of 2 m in the inner corner of lanes of 8 m is the corner of lanes of 6 m.
    let inner = Block::area(&area(54.0, -2.0, 58.0, 0.0), 7);
    is_about(
        radius(&corner(8.0, 0.0, 0.0, vec![inner]), 9.0),
        6.83,
        "a thing inside",
    );
    // Along both outer kerbs, 2 m deep: again lanes of 6 m.
    let outer = vec![
        Block::area(&area(30.0, -8.0, 64.0, -6.0), 7),
        Block::area(&area(62.0, -8.0, 64.0, 30.0), 8),
    ];
    is_about(radius(&corner(8.0, 0.0, 0.0, outer), 9.0), 6.83, "things outside");
    // In the corner of the outer kerbs nobody drives.
    let corner_post = Block::area(&area(63.4, -8.0, 64.0, -7.4), 7);
    assert_eq!(radius(&corner(8.0, 0.0, 0.0, vec![corner_post]), 9.0), Some(9.0));
}
