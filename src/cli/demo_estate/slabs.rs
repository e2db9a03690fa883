//! The dwellings, their doors, and the small houses between them.

use crate::estate::{BuildingUse, Class, FeatureId};

use super::names::name;
use super::sheet::{Sheet, area, point, rounded};
use super::site::{HEIGHT, PATHS, ROWS, SLAB_DEPTH, STAIR, STOREYS};

/// Flats at one stair: two a floor.
const FLATS_A_STAIR: u32 = 2 * STOREYS as u32;

/// Draws the twenty slabs and, numbered through, their sixty-seven stair doors.
pub fn draw(sheet: &mut Sheet) {
    let mut number = 0;
    for row in &ROWS {
        for slab in row.slabs {
            number += 1;
            let length = f64::from(slab.stairs) * STAIR;
            let (south, north) = (row.south - slab.back, row.north() - slab.back);
            let id = format!("b{number}");
            let class = Class::Building {
                usage: BuildingUse::Dwelling,
                storeys: Some(STOREYS),
                height: Some(HEIGHT),
                households: FLATS_A_STAIR * u32::from(slab.stairs),
                remove: false,
            };
            sheet.draw(
                &id,
                &number.to_string(),
                class,
                area(slab.west, south, slab.west + length, north),
            );
        }
    }
    doors(sheet);
}

/// Every stair's door: west to east, row by row, as `(x, y of the door, row)`.
pub fn stair_doors() -> impl Iterator<Item = (f64, f64, usize)> {
    ROWS.iter().enumerate().flat_map(|(at, row)| {
        row.slabs.iter().flat_map(move |slab| {
            (0..slab.stairs).map(move |stair| {
                let x = rounded(slab.west + STAIR * (f64::from(stair) + 0.5));
                (x, row.south - slab.back + SLAB_DEPTH, at)
            })
        })
    })
}

fn doors(sheet: &mut Sheet) {
    let slabs = ROWS.iter().flat_map(|row| row.slabs);
    let stairs = slabs
        .enumerate()
        .flat_map(|(at, slab)| (1..=slab.stairs).map(move |stair| (at + 1, stair)));
    for (at, ((x, y, row), (slab, stair))) in stair_doors().zip(stairs).enumerate() {
        let class = Class::Door {
            building: Some(FeatureId::new(&format!("b{slab}"))),
            stair: Some(stair.to_string()),
            households: FLATS_A_STAIR,
        };
        sheet.draw(&format!("door-{}", at + 1), "", class, point(x, y));
        let (path, width) = path_north_of(row, x);
        sheet.draw_numbered(
            "step",
            Class::Paving,
            area(x - 1.2, y, x + 1.2, path - width / 2.0),
        );
    }
}

/// Middle and width of the path on which a door at `x` of a row opens.
fn path_north_of(row: usize, x: f64) -> (f64, f64) {
    use super::site::{EAST_WAY_Y, MAIN_WIDTH, SPINE_X};
    if row == 1 && x > SPINE_X {
        (EAST_WAY_Y, MAIN_WIDTH)
    } else {
        PATHS[row]
    }
}

/// The houses that are not dwellings: use, storeys, height, whether they may go, and where.
pub fn draw_small_houses(sheet: &mut Sheet) {
    use BuildingUse::{Other, Service, Shed, Substation};
    let houses = [
        ("service", Service, 2.0, 7.2, false, [77.2, 40.0, 97.2, 55.0]),
        (
            "heat-station",
            Substation,
            1.0,
            4.5,
            true,
            [92.0, 87.0, 102.0, 95.0],
        ),
        ("chess-room", Service, 1.0, 3.2, true, [58.4, 82.0, 66.4, 87.0]),
        ("kiosks", Service, 1.0, 3.0, true, [63.4, 64.0, 66.9, 77.0]),
        ("coal-1", Shed, 1.0, 2.6, true, [13.0, 36.0, 34.0, 39.0]),
        ("coal-2", Shed, 1.0, 2.6, true, [12.0, 102.2, 30.0, 105.2]),
        ("coal-3", Shed, 1.0, 2.6, true, [113.0, 169.4, 137.0, 172.4]),
        ("bike-shed", Shed, 1.0, 2.5, true, [22.0, 136.4, 36.0, 139.4]),
        (
            "gas-cabinet",
            Other,
            1.0,
            2.0,
            false,
            [196.4, 101.0, 198.4, 102.2],
        ),
    ];
    for (id, usage, storeys, height, remove, [west, south, east, north]) in houses {
        let class = Class::Building {
            usage,
            storeys: Some(storeys),
            height: Some(height),
            households: 0,
            remove,
        };
        sheet.draw(id, name(id), class, area(west, south, east, north));
    }
    sheet.draw_numbered("substation", Class::Substation, area(190.0, 33.4, 193.0, 35.8));
    sheet.draw_numbered("substation", Class::Substation, area(10.4, 137.0, 13.4, 139.4));
}
