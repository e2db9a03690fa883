//! Trees: in rows along the streets, as they grew in the courts.

use crate::estate::{Class, Shape};
use crate::geometry::{Outline, Region, WorldPt};

use crate::cli::chance::Chance;

use super::sheet::{Sheet, point};
use super::site::{EAST_WAY_Y, SPINE_X, WIDTH};

/// The least distance of a trunk from a wall with windows, in metres (facts A9).
const FROM_WALL: f64 = 3.0;

/// Draws every tree. The lawns are drawn before.
pub fn draw(sheet: &mut Sheet) {
    let mut chance = Chance::new(804);
    on_the_square(sheet);
    in_the_courts(sheet, &mut chance);
    along_the_streets(sheet, &mut chance);
}

fn tree(sheet: &mut Sheet, x: f64, y: f64, crown: f64, kept: bool) {
    let tenths = |metres: f64| (metres * 10.0).round() / 10.0;
    let class = Class::Tree {
        crown: tenths(crown),
        // A trunk of one part in twenty of its crown, to the centimetre.
        trunk: (crown * 5.0).round() / 100.0,
        kept,
    };
    sheet.draw_numbered("tree", class, point(tenths(x), tenths(y)));
}

/// The old trees of the square, which are kept.
fn on_the_square(sheet: &mut Sheet) {
    for (x, y, crown) in [
        (86.0, 75.5, 7.0),
        (78.6, 95.8, 6.6),
        (79.4, 84.6, 6.2),
        (101.2, 69.0, 6.8),
        (99.4, 79.6, 5.6),
    ] {
        tree(sheet, x, y, crown, true);
    }
}

/// Trees on the lawns: on a loose grid, thinned where a wall or another crown is too near.
fn in_the_courts(sheet: &mut Sheet, chance: &mut Chance) {
    let walls = sheet.ground(|class| matches!(class, Class::Building { .. }).then_some(FROM_WALL));
    let lawns: Vec<Outline> = sheet
        .features()
        .iter()
        .filter(|feature| feature.class == Class::Green)
        .filter_map(|feature| feature.shape.outline().cloned())
        .collect();
    let mut planted: Vec<(WorldPt, f64)> = trees_of(sheet);
    for lawn in lawns {
        let inner = Region::from(&lawn).grown(-0.5).without(&walls);
        let bounds = lawn.bounds();
        let (columns, rows) = (
            (bounds.width() / 5.6).ceil() as u32,
            (bounds.height() / 5.2).ceil() as u32,
        );
        for (column, row) in (0..columns).flat_map(|column| (0..rows).map(move |row| (column, row))) {
            let x = bounds.min.x + 5.6 * f64::from(column) + chance.between(0.3, 5.0);
            let y = bounds.min.y + 5.2 * f64::from(row) + chance.between(0.3, 4.8);
            let crown = chance.between(3.0, 6.6);
            let grows = chance.happens(0.74);
            let spot = WorldPt::new(x, y);
            let crowded = planted
                .iter()
                .any(|(other, size)| other.distance(spot) < (size + crown) * 0.42);
            if grows && !crowded && inner.contains(spot) {
                let kept = crown > 6.1;
                planted.push((spot, crown));
                tree(sheet, x, y, crown, kept);
            }
        }
    }
}

fn trees_of(sheet: &Sheet) -> Vec<(WorldPt, f64)> {
    let of = |feature: &crate::estate::Feature| match (&feature.class, &feature.shape) {
        (Class::Tree { crown, .. }, Shape::Point(at)) => Some((*at, *crown)),
        _ => None,
    };
    sheet.features().iter().filter_map(of).collect()
}

/// Street trees at an even pitch, with a gap here and there where one was lost.
fn along_the_streets(sheet: &mut Sheet, chance: &mut Chance) {
    for number in 0..26 {
        let x = 2.0 + 8.0 * f64::from(number);
        if (x - SPINE_X).abs() > 6.0 && (x - 176.0).abs() > 2.5 && chance.happens(0.92) {
            tree(sheet, x, -2.4, chance.between(5.4, 7.0), true);
        }
    }
    for number in 0..25 {
        let y = 6.0 + 8.0 * f64::from(number);
        if (y - EAST_WAY_Y).abs() > 6.0 && chance.happens(0.9) {
            tree(sheet, WIDTH + 2.8, y, chance.between(4.6, 6.6), true);
        }
    }
}
