//! Roads, paths, gates, walls and the streets around.

use crate::estate::{Class, GateUse, RoadUse};

use super::names::name;
use super::sheet::{Sheet, area, line, point, quarter, swing};
use super::site::{CROSS_Y, DEPTH, EAST_WAY_Y, MAIN_WIDTH, PATHS, RING, RING_WIDTH, SPINE_X, WIDTH};

/// Radius of the ring road's middle line in its corners.
const CORNER: f64 = 10.0;
/// Width of the foot paths through the gaps between gables.
const FOOT: f64 = 1.8;

fn road(usage: RoadUse, fire: bool, width: f64) -> Class {
    Class::Road {
        usage,
        fire,
        width: Some(width),
    }
}

/// Draws every way inside the wall.
pub fn draw(sheet: &mut Sheet) {
    let main = road(RoadUse::Main, true, MAIN_WIDTH);
    let ring = road(RoadUse::Ring, true, RING_WIDTH);
    sheet.draw("ring", name("ring"), ring.clone(), line(&ring_line()));
    sheet.draw(
        "ring-cross",
        "",
        ring,
        line(&[(RING.0, CROSS_Y), (RING.2, CROSS_Y)]),
    );
    sheet.draw(
        "spine",
        name("spine"),
        main.clone(),
        line(&[(SPINE_X, -4.0), (SPINE_X, CROSS_Y)]),
    );
    sheet.draw(
        "east-way",
        name("east-way"),
        main,
        line(&[(SPINE_X, EAST_WAY_Y), (WIDTH + 5.0, EAST_WAY_Y)]),
    );
    block_paths(sheet);
    foot_paths(sheet);
}

/// The ring's middle line, closed, from the foot of the spine.
fn ring_line() -> Vec<(f64, f64)> {
    let (west, south, east, north) = RING;
    let mut points = vec![(SPINE_X, south)];
    points.extend(quarter((east - CORNER, south + CORNER), CORNER, -90.0));
    points.extend(quarter((east - CORNER, north - CORNER), CORNER, 0.0));
    points.extend(quarter((west + CORNER, north - CORNER), CORNER, 90.0));
    points.extend(quarter((west + CORNER, south + CORNER), CORNER, 180.0));
    points.push((SPINE_X, south));
    points
}

/// The paths along the north faces, of 3.0 to 3.5 m: narrower than a fire engine asks for.
fn block_paths(sheet: &mut Sheet) {
    let (west, east) = (RING.0, RING.2);
    let whole = |row: usize, from: f64, to: f64| vec![(from, PATHS[row].0), (to, PATHS[row].0)];
    // Around the old station's square the path swings north, then back to the doors.
    let mut around = vec![(SPINE_X, 102.4), (98.0, 102.4)];
    around.extend(swing_east((101.0, 102.4), (117.0, PATHS[2].0)));
    around.push((east, PATHS[2].0));
    let paths = [
        (0, whole(0, west, SPINE_X)),
        (0, whole(0, SPINE_X, east)),
        (1, whole(1, west, SPINE_X)),
        (2, whole(2, -1.1, SPINE_X)),
        (2, around),
        (4, whole(4, west, east)),
    ];
    for (row, points) in paths {
        sheet.draw_numbered("path", road(RoadUse::Path, false, PATHS[row].1), line(&points));
    }
}

/// A swing that leaves and arrives going east.
fn swing_east(from: (f64, f64), to: (f64, f64)) -> Vec<(f64, f64)> {
    swing((from.1, from.0), (to.1, to.0))
        .into_iter()
        .map(|(y, x)| (x, y))
        .collect()
}

/// Foot paths from court to court, through the gaps between gables and to the foot gates.
fn foot_paths(sheet: &mut Sheet) {
    let joined = |parts: &[[(f64, f64); 2]]| {
        let mut points: Vec<(f64, f64)> = parts.iter().flat_map(|[from, to]| swing(*from, *to)).collect();
        points.dedup();
        points
    };
    let ways = [
        joined(&[[(176.0, -4.0), (176.0, RING.1)]]),
        joined(&[
            [(138.7, RING.1), (138.7, 29.0)],
            [(138.7, 29.0), (152.0, 43.0)],
            [(152.0, 43.0), (152.0, EAST_WAY_Y)],
        ]),
        joined(&[[(100.7, PATHS[0].0), (100.7, EAST_WAY_Y)]]),
        joined(&[
            [(152.0, EAST_WAY_Y), (154.6, 76.0)],
            [(154.6, 76.0), (154.6, 96.0)],
            [(154.6, 96.0), (139.3, 111.0)],
            [(139.3, 111.0), (139.3, CROSS_Y)],
        ]),
        joined(&[[(36.0, PATHS[2].0), (44.0, 108.6)]]),
        joined(&[[(54.6, CROSS_Y), (54.6, RING.3)]]),
        joined(&[[(105.0, CROSS_Y), (105.0, RING.3)]]),
        joined(&[
            [(139.3, CROSS_Y), (155.4, 144.0)],
            [(155.4, 144.0), (155.4, RING.3)],
        ]),
        joined(&[[(WIDTH - 3.2, CROSS_Y), (WIDTH + 5.0, CROSS_Y)]]),
    ];
    for points in ways {
        sheet.draw_numbered("foot", road(RoadUse::Path, false, FOOT), line(&points));
    }
}

/// Draws the gates and, between them, walls and railings.
pub fn draw_edge(sheet: &mut Sheet) {
    let gates = [
        ("gate-south", GateUse::Vehicle, SPINE_X, 0.0),
        ("gate-east", GateUse::Vehicle, WIDTH, EAST_WAY_Y),
        ("gate-west-foot", GateUse::Foot, 0.0, PATHS[2].0),
        ("gate-south-foot", GateUse::Foot, 176.0, 0.0),
        ("gate-east-foot", GateUse::Foot, WIDTH, CROSS_Y),
    ];
    for (id, usage, x, y) in gates {
        sheet.draw(id, name(id), Class::Gate { usage }, point(x, y));
    }
    let wall = [
        (0.0, PATHS[2].0 + 2.0),
        (0.0, DEPTH),
        (WIDTH, DEPTH),
        (WIDTH, CROSS_Y + 1.2),
    ];
    let railings: [&[(f64, f64)]; 4] = [
        &[(0.0, PATHS[2].0 - 2.0), (0.0, 0.0), (SPINE_X - 3.6, 0.0)],
        &[(SPINE_X + 3.6, 0.0), (174.8, 0.0)],
        &[(177.2, 0.0), (WIDTH, 0.0), (WIDTH, EAST_WAY_Y - 3.6)],
        &[(WIDTH, EAST_WAY_Y + 3.6), (WIDTH, CROSS_Y - 1.2)],
    ];
    sheet.draw_numbered("fence", Class::Fence { height: 2.2 }, line(&wall));
    for points in railings {
        sheet.draw_numbered("fence", Class::Fence { height: 1.8 }, line(points));
    }
}

/// Draws the streets outside, with their footways.
pub fn draw_streets(sheet: &mut Sheet) {
    let street = |width| road(RoadUse::City, false, width);
    let (south, east) = ([(-40.0, -13.0), (250.0, -13.0)], [(223.0, -40.0), (223.0, 240.0)]);
    sheet.draw("city-south", name("city-south"), street(18.0), line(&south));
    sheet.draw("city-east", name("city-east"), street(16.0), line(&east));
    sheet.draw(
        "lane-west",
        name("lane-west"),
        street(5.0),
        line(&[(-3.6, -13.0), (-3.6, 240.0)]),
    );
    for [west, south, east, north] in [
        [-1.1, -4.0, SPINE_X - 3.0, -0.2],
        [SPINE_X + 3.0, -4.0, 215.0, -0.2],
        [210.2, -0.2, 215.0, EAST_WAY_Y - 3.0],
        [210.2, EAST_WAY_Y + 3.0, 215.0, 240.0],
    ] {
        sheet.draw_numbered("footway", Class::Paving, area(west, south, east, north));
    }
}
