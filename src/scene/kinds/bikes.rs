//! Bicycles: a charging shed with its translucent roof, and a rack.

use crate::geometry::{WorldPt, WorldVec};
use crate::layout::{BIKE_PITCH_M, bike_places, charging_shed};

use super::super::path::pt;
use super::super::pen::Pen;
use super::super::symbols::{bike, bolt};
use super::super::{Ink, Length, Path, Scene, Style, Tile, band, fill, line, tiled, wash};
use super::Thing;

pub(super) fn shed(pen: &mut Pen, thing: &Thing) {
    let (w, d) = (thing.width, thing.depth);
    let plan = charging_shed(WorldVec::new(w, d));
    pen.draw(thing.ground.clone(), fill(Ink::Stone));
    let fine = pen.detail.shows(0.8, 3.5);
    if fine {
        pen.draw(
            thing.ground.clone(),
            tiled(Tile::Squares, Ink::StoneDark, 0.6, Length::Metres(0.8)),
        );
    }
    for (middle, size) in &plan.groups {
        pen.shadow(&Path::rectangle(*middle, size.x, size.y), 2.5);
    }
    if fine {
        let edges = plan
            .slots
            .iter()
            .map(|slot| Path::rectangle(slot.at, slot.size.x, slot.size.y));
        pen.draw(Path::all(edges), line(Ink::Marking, 0.9));
        for (i, slot) in plan.slots.iter().enumerate() {
            let turn = if slot.at.y < 0.0 { 180.0 } else { 0.0 };
            // Some places are free: the shed is for more bikes than stand there now.
            if (i * 7 + 3) % 5 != 0 {
                pen.stamp(&bike(true, (i * 3 + i / 4) as u64), slot.at, turn, 1.0);
            }
        }
    }
    for (middle, size) in &plan.groups {
        roof(pen, *middle, *size, thing.option("style"));
    }
    pen.draw(
        thing.ground.clone(),
        line(Ink::Outline, 1.0).dashed(Length::Px(4.0), Length::Px(3.0)),
    );
    for (middle, size) in &plan.groups {
        sign(pen, *middle, *size);
    }
}

/// The roof of one group: over the rows where these are few metres deep, its aisle left open.
fn roof(pen: &mut Pen, middle: WorldPt, size: WorldVec, style: &str) {
    let two = size.y >= 5.0;
    let depth = if two { size.y } else { (size.y * 0.72).min(2.6) };
    let centre = if two {
        middle
    } else {
        middle + WorldVec::new(0.0, (size.y - depth) / 2.0)
    };
    let whole = Path::rectangle(centre, size.x, depth);
    let purlins = |count: usize| {
        Path::all((1..count).map(|i| {
            let x = centre.x - size.x / 2.0 + size.x * i as f64 / count as f64;
            Path::segment(pt(x, centre.y - depth / 2.0), pt(x, centre.y + depth / 2.0))
        }))
    };
    let posts = ((size.x / 4.0).round() as usize).max(1);
    match style {
        "solar-roof" => {
            pen.draw(whole.clone(), wash(Ink::Sky, 0.35));
            panels(pen, centre, size.x, depth);
        }
        "flat" => {
            pen.draw(whole.clone(), wash(Ink::Sky, 0.4));
            pen.draw(purlins(posts), band(Ink::SteelDark, 0.12));
            let along = Path::segment(
                centre - WorldVec::new(size.x / 2.0, 0.0),
                centre + WorldVec::new(size.x / 2.0, 0.0),
            );
            pen.draw(along, band(Ink::SteelDark, 0.1));
        }
        _ => {
            // A vault: lighter toward its top line.
            pen.draw(whole.clone(), wash(Ink::Sky, 0.36));
            pen.draw(
                Path::rectangle(centre, size.x, depth * 0.52),
                wash(Ink::SkyLight, 0.3),
            );
            pen.draw(
                Path::rectangle(centre, size.x, depth * 0.18),
                wash(Ink::Marking, 0.5),
            );
            pen.draw(purlins(posts * 2), line(Ink::Marking, 1.2));
        }
    }
    pen.outlined(whole, Style::default());
}

/// Panels in rows of about 1.1 by 1.7 m.
fn panels(pen: &mut Pen, centre: WorldPt, width: f64, depth: f64) {
    let columns = ((width / 1.15) as usize).max(1);
    let rows = ((depth / 1.8) as usize).max(1);
    let (dx, dy) = (width / columns as f64, depth / rows as f64);
    let at = |i: usize, j: usize| {
        centre
            + WorldVec::new(
                dx * (i as f64 + 0.5) - width / 2.0,
                dy * (j as f64 + 0.5) - depth / 2.0,
            )
    };
    let cells = (0..columns).flat_map(|i| (0..rows).map(move |j| (i, j)));
    let whole = Path::all(cells.map(|(i, j)| Path::rectangle(at(i, j), dx - 0.1, dy - 0.1)));
    pen.draw(whole.clone(), wash(Ink::Solar, 0.8).lined(Ink::SolarLine, 0.8));
    if pen.detail.shows(1.0, 12.0) {
        pen.draw(
            whole,
            tiled(Tile::Squares, Ink::SolarLine, 0.5, Length::Metres(0.28)),
        );
    }
}

/// A bolt on a disc; where the shed is small on the screen, as large as can still be read.
fn sign(pen: &mut Pen, middle: WorldPt, size: WorldVec) {
    if pen.detail.shows(1.5, 16.0) {
        // On the aisle's side, where it hides no bicycle.
        let low = if size.y >= 5.0 { 0.0 } else { -size.y * 0.3 };
        super::parking::charge(pen, middle + WorldVec::new(0.0, low), 0.68);
    } else if pen.detail.shows(size.x, 14.0) {
        let mut own = Scene::default();
        own.draw(
            Path::circle(pt(0.0, 0.0), 7.5),
            fill(Ink::Raised).lined(Ink::Outline, 1.2),
        );
        own.draw(bolt(11.0), fill(Ink::Bolt).lined(Ink::Outline, 0.7));
        pen.pin(middle, own.marks);
    }
}

pub(super) fn rack(pen: &mut Pen, thing: &Thing) {
    let (w, d) = (thing.width, thing.depth);
    pen.outlined(thing.ground.clone(), fill(Ink::Stone));
    if pen.detail.shows(0.6, 3.0) {
        pen.draw(
            thing.ground.clone(),
            tiled(Tile::Bricks, Ink::StoneLine, 0.4, Length::Metres(0.8)),
        );
    }
    let places = bike_places(WorldVec::new(w, d));
    let row = d / 2.0 - 0.95;
    let left = -f64::from(places) * BIKE_PITCH_M / 2.0;
    let at = |i: u32| pt(left + (f64::from(i) + 0.5) * BIKE_PITCH_M, row);
    let hoops = Path::all((0..places).map(|i| {
        Path::segment(
            at(i) + WorldVec::new(0.24, 0.1),
            at(i) + WorldVec::new(0.24, 0.85),
        )
    }));
    let rail = Path::segment(pt(left, d / 2.0 - 0.22), pt(-left, d / 2.0 - 0.22));
    pen.draw(rail, band(Ink::SteelDark, 0.14).ends(true));
    if pen.detail.shows(BIKE_PITCH_M, 2.5) {
        pen.draw(hoops, band(Ink::SteelDark, 0.07).ends(true));
        for i in 0..places {
            if (i * 5 + 2) % 7 != 0 {
                pen.stamp(&bike(false, u64::from(i)), at(i), 0.0, 1.0);
            }
        }
    } else {
        pen.draw(
            Path::all((0..places).map(|i| Path::rectangle(at(i), 0.2, 1.5))),
            fill(Ink::SignBlue),
        );
    }
}
