//! What lies under the ground and what serves it: pipes, manholes, tanks, hydrants, lamps.

use crate::estate::{Class, PipeUse};
use crate::geometry::{Region, WorldPt};

use super::sheet::{Sheet, area, line, point, upright};
use super::site::{EAST_WAY_Y, PATHS, RING, ROWS, SPINE_X, STAIR};

/// Draws pipes, manholes and septic tanks.
pub fn draw(sheet: &mut Sheet) {
    for row in 0..ROWS.len() {
        row_pipes(sheet, row);
    }
    trunks(sheet);
    septic_tanks(sheet);
}

fn pipe(sheet: &mut Sheet, usage: PipeUse, diameter: f64, points: &[(f64, f64)]) {
    let class = Class::Pipe {
        usage,
        diameter: Some(diameter),
    };
    sheet.draw_numbered("pipe", class, line(points));
}

/// The pipes along the north of a row, in the order in which they lie from the wall: gas, water,
/// sewer, storm water, heat, power; telecom lies under the south gardens' edge.
fn row_pipes(sheet: &mut Sheet, row: usize) {
    use PipeUse::{Gas, Heat, Power, Sewer, Storm, Telecom, Water};
    let north = ROWS[row].north();
    // The third row's pipes stop at the old heat station's square, which heat still leaves from.
    let (west, east) = if row == 2 {
        (107.0, RING.2)
    } else {
        (RING.0, RING.2)
    };
    let along = [
        (Gas, 0.1, 1.2, RING.2),
        (Water, 0.15, 2.2, RING.0 - 1.4),
        (Sewer, 0.3, 3.0, RING.0),
        (Storm, 0.4, 5.0, RING.0 + 1.4),
        (Heat, 0.2, 6.4, RING.2 - 1.2),
        (Power, 0.1, 7.2, RING.2 + 1.2),
    ];
    for (usage, diameter, off, trunk) in along {
        let from_west = trunk < SPINE_X;
        let (a, b) = if from_west {
            (trunk, east - 6.0)
        } else {
            (west + 6.0, trunk)
        };
        let y = north + off;
        if row == 2 && from_west {
            pipe(sheet, usage, diameter, &[(trunk, y), (66.0, y)]);
            pipe(sheet, usage, diameter, &[(107.0, y), (east - 6.0, y)]);
        } else {
            pipe(sheet, usage, diameter, &[(a, y), (b, y)]);
        }
        if matches!(usage, Sewer | Storm) && row != 2 {
            manholes(sheet, y, a, b, if usage == Sewer { 26.0 } else { 29.0 });
        } else if matches!(usage, Sewer | Storm) {
            manholes(sheet, y, a, 66.0, 26.0);
            manholes(sheet, y, 112.0, b, 26.0);
        }
    }
    let south = ROWS[row].south - 4.4;
    let end = if row == 2 { 62.0 } else { RING.2 - 6.0 };
    pipe(sheet, Telecom, 0.1, &[(RING.0 + 0.6, south), (end, south)]);
}

fn manholes(sheet: &mut Sheet, y: f64, from: f64, to: f64, pitch: f64) {
    let count = ((to - from) / pitch).floor() as u32;
    for number in 0..=count {
        sheet.draw_numbered(
            "manhole",
            Class::Manhole,
            point(from + pitch * f64::from(number), y),
        );
    }
}

/// The trunks under the west and east sides of the ring and under the spine.
fn trunks(sheet: &mut Sheet) {
    use PipeUse::{Gas, Heat, Power, Sewer, Storm, Telecom, Water};
    let (south, north) = (-6.0, RING.3);
    pipe(sheet, Water, 0.2, &[(RING.0 - 1.4, south), (RING.0 - 1.4, north)]);
    pipe(sheet, Sewer, 0.4, &[(RING.0, south), (RING.0, north)]);
    pipe(sheet, Storm, 0.6, &[(RING.0 + 1.4, south), (RING.0 + 1.4, north)]);
    pipe(
        sheet,
        Telecom,
        0.2,
        &[(RING.0 + 0.6, south), (RING.0 + 0.6, north)],
    );
    pipe(sheet, Gas, 0.15, &[(RING.2, 7.0), (RING.2, north)]);
    pipe(
        sheet,
        Gas,
        0.15,
        &[(RING.2, EAST_WAY_Y + 1.6), (218.0, EAST_WAY_Y + 1.6)],
    );
    pipe(sheet, Power, 0.15, &[(RING.2 + 1.2, 7.0), (RING.2 + 1.2, north)]);
    pipe(sheet, Heat, 0.3, &[(RING.2 - 1.2, 7.0), (RING.2 - 1.2, north)]);
    // From the old station to the east trunk.
    pipe(
        sheet,
        Heat,
        0.3,
        &[(102.0, 92.0), (106.0, 92.0), (106.0, 98.6), (RING.2 - 1.2, 98.6)],
    );
}

/// A tank beyond the path behind every second stair, where no bay and no way is in its place.
fn septic_tanks(sheet: &mut Sheet) {
    let taken = sheet.ground(|class| match class {
        Class::Bay { .. } | Class::Road { .. } | Class::Substation => Some(0.6),
        Class::Building { .. } => Some(2.0),
        Class::Paving => Some(0.4),
        _ => None,
    });
    for (row, spec) in ROWS.iter().enumerate().take(5) {
        let off = if row == 3 { 9.4 } else { 8.6 };
        for slab in spec.slabs {
            for stair in (0..slab.stairs).step_by(2) {
                let places =
                    [0.75, 0.45, 1.1, 0.2, 1.4].map(|share| slab.west + STAIR * (f64::from(stair) + share));
                let y = spec.north() + off;
                let free = |x: &f64| !taken.meets(&Region::from(&upright(*x, y, x + 6.0, y + 2.4)));
                if let Some(x) = places.into_iter().find(free) {
                    sheet.draw_numbered("septic", Class::Septic, area(x, y, x + 6.0, y + 2.4));
                }
            }
        }
    }
}

/// Draws hydrants: 0.5 to 2 m from a kerb, 5 m and more from walls, 120 m at most from the next.
pub fn draw_hydrants(sheet: &mut Sheet) {
    for (x, y) in [
        (75.2, 32.0),
        (140.0, 65.0),
        (60.0, 131.8),
        (166.0, 131.8),
        (104.0, 198.8),
        (6.8, 66.6),
    ] {
        sheet.draw_numbered("hydrant", Class::Hydrant, point(x, y));
    }
}

/// Draws lamps along the north kerb of every path and along the spine, moved off bays and ways.
pub fn draw_lamps(sheet: &mut Sheet) {
    let taken = sheet.ground(|class| match class {
        Class::Bay { .. } | Class::Road { .. } => Some(0.2),
        Class::Building { .. } => Some(0.5),
        _ => None,
    });
    let along_paths = PATHS.iter().flat_map(|(y, width)| {
        (0..10).map(move |number| (16.0 + 19.5 * f64::from(number), y + width / 2.0 + 0.5))
    });
    let along_spine = (0..6).map(|number| (SPINE_X + 3.5, 9.0 + 19.0 * f64::from(number)));
    let along_south = (0..10).map(|number| (18.0 + 19.5 * f64::from(number), RING.1 + 3.0));
    for (x, y) in along_paths.chain(along_spine).chain(along_south) {
        // A lamp in the way of a bay stands at its far end instead; one in the way of a path beside it.
        let spots = [(x, y), (x, y + 5.4), (x + 2.0, y), (x - 2.0, y)];
        if let Some((x, y)) = spots
            .into_iter()
            .find(|(x, y)| !taken.contains(WorldPt::new(*x, *y)))
        {
            sheet.draw_numbered("lamp", Class::Lamp, point(x, y));
        }
    }
}
