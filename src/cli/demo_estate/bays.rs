//! The bays that are there: half of them beside the ways, half of them on the fire lanes.

use crate::estate::{BayUse, Class};

use super::sheet::{Sheet, area};
use super::site::{CROSS_Y, EAST_WAY_Y, MAIN_WIDTH, PATHS, RING, RING_WIDTH, SPINE_X};

/// Length and width of a bay along a kerb (JGJ 100).
const ALONG: (f64, f64) = (6.0, 2.4);
/// Width and depth of a bay square to the way (JGJ 100).
const ACROSS: (f64, f64) = (2.4, 5.3);

/// Draws every bay.
pub fn draw(sheet: &mut Sheet) {
    along_lanes(sheet);
    beside_ways(sheet);
}

fn bay(sheet: &mut Sheet, usage: BayUse, west: f64, south: f64, east: f64, north: f64) {
    sheet.draw_numbered("bay", Class::Bay { usage }, area(west, south, east, north));
}

/// Bays painted along the kerb of the fire lanes, where they leave 2.6 m or 3.6 m of the lane.
fn along_lanes(sheet: &mut Sheet) {
    let half_ring = RING_WIDTH / 2.0;
    let west_kerb = RING.0 - half_ring;
    let east_kerb = RING.2 + half_ring - ALONG.1;
    // The kerb's line and where along it bays stand: first end and count.
    let northward: [(f64, &[(f64, u8)]); 3] = [
        (west_kerb, &[(16.0, 6), (64.0, 4), (100.0, 4), (134.0, 8)]),
        (east_kerb, &[(16.0, 6), (68.0, 9), (134.0, 8)]),
        (
            SPINE_X - MAIN_WIDTH / 2.0,
            &[(8.0, 2), (30.6, 4), (64.0, 4), (97.0, 4)],
        ),
    ];
    for (west, runs) in northward {
        for (at, count) in each(runs) {
            let south = at + f64::from(count) * ALONG.0;
            bay(sheet, BayUse::Car, west, south, west + ALONG.1, south + ALONG.0);
        }
    }
    let eastward: [(f64, &[(f64, u8)]); 3] = [
        (RING.1 - half_ring, &[(16.0, 7), (84.0, 14), (180.0, 2)]),
        (
            CROSS_Y + half_ring - ALONG.1,
            &[(12.0, 6), (80.0, 4), (109.0, 4), (160.0, 6)],
        ),
        (EAST_WAY_Y + MAIN_WIDTH / 2.0 - ALONG.1, &[(110.0, 6), (156.0, 6)]),
    ];
    for (south, runs) in eastward {
        for (at, count) in each(runs) {
            let west = at + f64::from(count) * ALONG.0;
            bay(sheet, BayUse::Car, west, south, west + ALONG.0, south + ALONG.1);
        }
    }
}

/// Bays square to the way, on its north side, in groups between lawns.
fn beside_ways(sheet: &mut Sheet) {
    let kerb = |row: usize| PATHS[row].0 + PATHS[row].1 / 2.0;
    let groups: [(f64, &[(f64, u8)]); 5] = [
        (kerb(0), &[(38.0, 8), (84.0, 6), (108.0, 8), (160.0, 8)]),
        (kerb(1), &[(12.0, 8), (38.0, 6)]),
        (kerb(2), &[(46.0, 6), (160.0, 8)]),
        (kerb(4), &[(12.0, 8), (64.0, 6), (84.0, 6), (166.0, 8)]),
        (kerb(5), &[(18.0, 8), (64.0, 8), (112.0, 8), (168.0, 8)]),
    ];
    for (south, runs) in groups {
        for (at, count) in each(runs) {
            let west = at + f64::from(count) * ACROSS.0;
            bay(sheet, BayUse::Car, west, south, west + ACROSS.0, south + ACROSS.1);
        }
    }
}

/// Each bay of runs of bays: the run's first end and the bay's number in it.
fn each(runs: &[(f64, u8)]) -> impl Iterator<Item = (f64, u8)> + '_ {
    runs.iter()
        .flat_map(|(first, count)| (0..*count).map(move |number| (*first, number)))
}
