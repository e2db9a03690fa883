//! Bays for cars: single, accessible, with a charger, and whole car parks as the kernel lays
//! them out, so that the drawn number is the counted one.

use crate::geometry::{Outline, WorldPt};
use crate::layout::{Bay, BayUse};
use crate::rules::car_park_of;

use super::super::path::pt;
use super::super::pen::Pen;
use super::super::symbols::{Chance, bolt, car, symbol, wheelchair};
use super::super::{Ink, Label, Length, Mark, Path, Scene, Style, Tile, band, fill, line, tiled, wash};
use super::Thing;

const BODIES: [Ink; 4] = [Ink::CarBlue, Ink::CarWhite, Ink::CarRed, Ink::CarSand];

/// The ground of a bay of a surface, and the ink of its lines.
fn ground(surface: &str) -> (Style, Option<Style>, Ink) {
    match surface {
        "turf-block" => (
            fill(Ink::Turf),
            Some(tiled(Tile::TurfBlock, Ink::TurfLine, 0.75, Length::Metres(0.6))),
            Ink::Marking,
        ),
        "marking" => (wash(Ink::Road, 0.9), None, Ink::Outline),
        _ => (fill(Ink::Asphalt), None, Ink::Marking),
    }
}

pub(super) fn car_park(pen: &mut Pen, thing: &Thing) {
    let edge = thing.ground.clone();
    let (surface, pattern, lines) = ground(thing.option("surface"));
    let drive = if thing.option("surface") == "marking" {
        wash(Ink::Road, 0.9)
    } else {
        fill(Ink::Asphalt)
    };
    pen.outlined(
        edge.clone(),
        if thing.option("surface") == "turf-block" {
            fill(Ink::GreenDeep)
        } else {
            drive
        },
    );
    let Some(park) = thing.kind.and_then(|kind| car_park_of(kind, thing.placement)) else {
        return;
    };
    let rings = |outlines: &[Outline]| Path::all(outlines.iter().map(Path::of_outline));
    pen.draw_world(rings(&park.aisles), drive);
    let bays = Path::all(park.bays.iter().map(|bay| Path::of_outline(&bay.outline)));
    pen.draw_world(bays.clone(), surface);
    if let Some(pattern) = pattern
        && pen.detail.shows(0.6, 4.0)
    {
        pen.draw_world(bays.clone(), pattern);
    }
    let accessible = |bay: &&Bay| bay.usage == BayUse::Accessible;
    let blue = Path::all(
        park.bays
            .iter()
            .filter(accessible)
            .map(|bay| Path::of_outline(&bay.outline)),
    );
    pen.draw_world(blue, fill(Ink::SignBlue));
    let beside = rings(&park.side_aisles);
    pen.draw_world(beside.clone(), fill(Ink::Bolt));
    if pen.detail.shows(1.0, 4.0) {
        pen.draw_world(
            beside,
            tiled(Tile::Hatch, Ink::Outline, 0.75, Length::Metres(0.6)),
        );
    }
    let thin = if pen.detail.shows(1.0, 6.0) { 1.4 } else { 0.8 };
    pen.draw_world(bays, line(lines, thin));
    cars(pen, &park.bays);
    for bay in park.bays.iter().filter(accessible) {
        // Read from below on the sheet, whichever way the bay looks.
        let turn = (bay.turn.degrees() - 90.0).rem_euclid(360.0);
        let turn = if (91.0..269.0).contains(&turn) {
            turn - 180.0
        } else {
            turn
        };
        pen.stamp_world(&wheelchair_sign(), bay.at, turn);
    }
    pen.outlined(edge, Style::default());
    count(pen, park.bays.len(), &park.aisles);
}

/// A coloured car in about every third bay, the outline of one in the others.
fn cars(pen: &mut Pen, bays: &[Bay]) {
    if !pen.detail.shows(1.0, 1.8) {
        return;
    }
    let mut chance = Chance::new(bays.len() as u64 * 31);
    for bay in bays {
        let (full, body) = (chance.next() < 0.42, chance.next());
        if bay.usage == BayUse::Accessible || bay.size.x < 4.4 {
            continue;
        }
        let stamp = if full {
            Some(BODIES[(body * 4.0) as usize % 4])
        } else {
            None
        };
        if full || pen.detail.shows(1.0, 5.0) {
            pen.stamp_world(&car(stamp), bay.at, bay.turn.degrees() + 180.0);
        }
    }
}

/// How many bays it holds, beside a parking sign, on the longest aisle.
fn count(pen: &mut Pen, bays: usize, aisles: &[Outline]) {
    let Some(aisle) = aisles.iter().max_by(|a, b| a.area().total_cmp(&b.area())) else {
        return;
    };
    if bays == 0 || !pen.detail.shows(aisle.area().sqrt(), 26.0) {
        return;
    }
    let mut own = Scene::default();
    let text = bays.to_string();
    let wide = 14.0 + Label::width_in_ems(&text) * 13.0 + 10.0;
    let left = -wide / 2.0;
    own.draw(
        Path::rounded(pt(0.0, 0.0), wide + 4.0, 19.0, 5.0),
        fill(Ink::Raised).lined(Ink::SignBlue, 1.0),
    );
    own.draw(
        Path::rounded(pt(left + 8.0, 0.0), 15.0, 15.0, 3.0),
        fill(Ink::SignBlue),
    );
    let mut figure = |x: f64, text: &str, ink: Ink| {
        let mut label = Label::new(pt(x, 0.0), text, Length::Px(12.0), ink);
        (label.bold, label.halo) = (true, None);
        own.marks.push(Mark::Label(label));
    };
    figure(left + 8.0, "P", Ink::Marking);
    figure((left + 17.0 + wide / 2.0) / 2.0, &text, Ink::Ink);
    let middle = aisle.centroid();
    pen.pin_world(middle, own.marks);
}

fn wheelchair_sign() -> std::sync::Arc<super::super::Symbol> {
    symbol("wheelchair", |scene| {
        let (head, body) = wheelchair(2.1);
        scene.draw(body, band(Ink::Marking, 0.2).ends(true));
        scene.draw(head, fill(Ink::Marking));
    })
}

/// The ground of one bay, open toward its drive at the bottom.
fn bay_ground(pen: &mut Pen, thing: &Thing) {
    let (surface, pattern, lines) = ground(thing.option("surface"));
    pen.draw(thing.ground.clone(), surface);
    if let Some(pattern) = pattern
        && pen.detail.shows(0.6, 4.0)
    {
        pen.draw(thing.ground.clone(), pattern);
    }
    let (w, d) = (thing.width / 2.0 - 0.1, thing.depth / 2.0 - 0.1);
    let marks = Path::open([pt(-w, -d), pt(-w, d), pt(w, d), pt(w, -d)]);
    pen.draw(marks, band(lines, 0.12));
    pen.outlined(thing.ground.clone(), Style::default());
}

fn wheel_stop(pen: &mut Pen, x: f64, top: f64) {
    pen.draw(
        Path::rounded(pt(x, top - 0.75), 1.5, 0.16, 0.08),
        fill(Ink::Bolt).lined(Ink::Outline, 0.8),
    );
}

pub(super) fn bay(pen: &mut Pen, thing: &Thing) {
    bay_ground(pen, thing);
    wheel_stop(pen, 0.0, thing.depth / 2.0);
    let body = if thing.option("surface") == "asphalt" {
        Ink::CarWhite
    } else {
        Ink::CarBlue
    };
    pen.stamp(&car(Some(body)), pt(0.0, -0.25), 90.0, 1.0);
}

pub(super) fn accessible_bay(pen: &mut Pen, thing: &Thing) {
    bay_ground(pen, thing);
    let (w, d) = (thing.width, thing.depth);
    let aisle = 1.2_f64.min(w / 2.0);
    let own = w - aisle;
    let blue = Path::rounded(pt(-aisle / 2.0, 0.0), own - 0.36, d * 0.66, 0.2);
    pen.draw(blue, fill(Ink::SignBlue).lined(Ink::Marking, 1.2));
    let (head, body) = wheelchair((own * 0.78).min(2.1));
    let at = crate::geometry::WorldVec::new(-aisle / 2.0, 0.0);
    pen.draw(body.moved(at), band(Ink::Marking, 0.22).ends(true));
    pen.draw(head.moved(at), fill(Ink::Marking));
    let strip = Path::rectangle(pt(w / 2.0 - aisle / 2.0, 0.0), aisle, d);
    pen.draw(strip.clone(), fill(Ink::Bolt));
    pen.draw(
        strip.clone(),
        tiled(Tile::Hatch, Ink::Outline, 0.7, Length::Metres(0.7)),
    );
    pen.outlined(strip, Style::default());
}

pub(super) fn ev_bay(pen: &mut Pen, thing: &Thing) {
    bay_ground(pen, thing);
    let d = thing.depth;
    // Green paint round the bay says that it is for charging; its surface shows within.
    let frame = Path::rectangle(pt(0.0, 0.0), thing.width - 0.34, d - 0.34);
    pen.draw(frame, band(Ink::Volt, 0.24));
    pen.stamp(&car(Some(Ink::CarWhite)), pt(0.0, -0.35), 90.0, 1.0);
    // The pile at the head, its cable to the car, and the bolt on the roof.
    let head = pt(0.55, d / 2.0 - 0.28);
    let cable = Path {
        pieces: vec![
            super::super::Piece::Move(head),
            super::super::Piece::Curve(
                pt(1.2, d / 2.0 - 0.5),
                pt(0.95, d / 2.0 - 1.2),
                pt(0.35, d / 2.0 - 0.95),
            ),
        ],
    };
    pen.draw(cable, band(Ink::Outline, 0.09).ends(true));
    let pile = Path::rounded(head, 0.6, 0.42, 0.1);
    pen.shadow(&pile, 1.6);
    pen.outlined(pile, fill(Ink::Volt));
    charge(pen, pt(0.0, -0.7), 0.62);
}

/// A yellow bolt on a white disc of a radius in metres.
pub(super) fn charge(pen: &mut Pen, at: WorldPt, radius: f64) {
    let step = at - pt(0.0, 0.0);
    pen.outlined(Path::circle(at, radius), fill(Ink::CarWhite));
    pen.draw(
        bolt(radius * 1.5).moved(step),
        fill(Ink::Bolt).lined(Ink::Outline, 0.8),
    );
}
