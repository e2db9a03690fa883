//! Lamps, bins, lockers, drying racks, ramps, bollards.

use crate::geometry::WorldVec;

use super::super::path::pt;
use super::super::pen::Pen;
use super::super::{Ink, Length, Path, Style, Tile, band, fill, line, tiled, wash};
use super::Thing;

/// Metres that a lamp's light is shown to reach: what makes it a lamp, not what it lights.
const GLOW_M: f64 = 1.4;

pub(super) fn lamp(pen: &mut Pen, thing: &Thing) {
    let k = thing.width.min(thing.depth) / 0.6;
    let zero = pt(0.0, 0.0);
    for (share, alpha) in [(1.0, 0.22), (0.68, 0.28), (0.38, 0.4)] {
        pen.draw(Path::circle(zero, GLOW_M * share), wash(Ink::Light, alpha));
    }
    let head = Path::rounded(pt(0.0, -0.42 * k), 0.46 * k, 0.72 * k, 0.2 * k);
    pen.draw(
        Path::segment(zero, pt(0.0, -0.5 * k)),
        band(Ink::Outline, 0.16 * k).ends(true),
    );
    pen.outlined(Path::circle(zero, 0.24 * k), fill(Ink::SteelDark));
    if thing.option("power") == "solar" {
        let panel = Path::rectangle(pt(0.0, 0.36 * k), 0.9 * k, 0.6 * k);
        pen.outlined(panel.clone(), fill(Ink::Solar));
        pen.draw(
            panel,
            tiled(Tile::Squares, Ink::SolarLine, 0.8, Length::Metres(0.22)),
        );
    }
    pen.outlined(head, fill(Ink::Light));
}

/// The four bins of sorted waste, from left to right: recyclable, food, harmful, other.
const BINS: [Ink; 4] = [Ink::BinBlue, Ink::BinGreen, Ink::BinRed, Ink::BinGrey];

pub(super) fn bin_station(pen: &mut Pen, thing: &Thing) {
    let (w, d) = (thing.width, thing.depth);
    let room = thing.option("style") == "room";
    pen.shadow(&thing.ground, if room { 2.8 } else { 2.2 });
    pen.outlined(
        thing.ground.clone(),
        fill(if room { Ink::RoofJade } else { Ink::Stone }),
    );
    if room {
        // A closed room: its roof in two slopes, the bins peep out at the flap side.
        let slope = Path::rectangle(pt(0.0, d * 0.28), w, d * 0.44);
        pen.draw(
            slope,
            fill(pen.lit(90.0, [Ink::RoofJadeLight, Ink::RoofJade, Ink::RoofJadeDark])),
        );
        pen.draw(
            Path::segment(pt(-w / 2.0, d * 0.06), pt(w / 2.0, d * 0.06)),
            band(Ink::Ridge, 0.1),
        );
        pen.draw(thing.ground.clone(), line(Ink::Outline, 1.5));
    }
    let pitch = (w - 0.2) / 4.0;
    let (bw, bd) = (pitch * 0.82, (d * 0.5).min(0.8));
    let y = if room {
        -d / 2.0 + bd / 2.0 + 0.1
    } else {
        -d * 0.08
    };
    for (i, ink) in BINS.into_iter().enumerate() {
        let x = -w / 2.0 + 0.1 + pitch * (i as f64 + 0.5);
        let lid = Path::rounded(pt(x, y), bw, bd, 0.1);
        pen.shadow(&lid, 0.8);
        pen.outlined(lid, fill(ink));
        pen.draw(
            Path::rounded(pt(x, y - bd * 0.28), bw * 0.55, bd * 0.16, 0.04),
            wash(Ink::Marking, 0.75),
        );
        for wheel in [-0.3, 0.3] {
            pen.draw(
                Path::circle(pt(x + wheel * bw, y + bd * 0.36), 0.05),
                fill(Ink::Outline),
            );
        }
    }
    if !room {
        let roof = Path::rectangle(pt(0.0, d * 0.34), w, d * 0.32);
        pen.outlined(roof, wash(Ink::RoofJade, 0.92));
        pen.draw(
            Path::segment(pt(-w / 2.0, d * 0.34), pt(w / 2.0, d * 0.34)),
            line(Ink::RoofJadeLight, 1.4),
        );
    }
}

pub(super) fn parcel_cabinet(pen: &mut Pen, thing: &Thing) {
    let (w, d) = (thing.width, thing.depth);
    pen.shadow(&thing.ground, 2.1);
    pen.outlined(thing.ground.clone(), fill(Ink::Locker));
    // Its doors are on the front; from above they are told by the joints and a parcel on top.
    let columns = ((w / 0.5).round() as usize).max(3);
    let each = w / columns as f64;
    for i in 0..columns {
        let x = -w / 2.0 + each * (i as f64 + 0.5);
        let ink = if i == columns / 2 {
            Ink::SignBlue
        } else {
            Ink::LockerLight
        };
        pen.draw(
            Path::rectangle(pt(x, 0.0), each * 0.84, d * 0.72),
            fill(ink).lined(Ink::Outline, 0.8),
        );
        if i != columns / 2 {
            pen.draw(
                Path::segment(pt(x - each * 0.42, -d * 0.04), pt(x + each * 0.42, -d * 0.04)),
                line(Ink::Timber, 0.9),
            );
            pen.draw(
                Path::circle(pt(x + each * 0.26, -d * 0.2), 0.035),
                fill(Ink::Outline),
            );
        }
    }
    // The screen in the middle, and someone's parcel in front.
    pen.draw(
        Path::rectangle(pt(parcel_x(columns, w), -d * 0.05), each * 0.46, d * 0.34),
        fill(Ink::SkyLight),
    );
    let parcel = pt(-w * 0.24, -d / 2.0 - 0.42);
    pen.shadow(&Path::rectangle(parcel, 0.52, 0.42), 0.4);
    pen.outlined(Path::rectangle(parcel, 0.52, 0.42), fill(Ink::TimberLight));
    pen.draw(Path::rectangle(parcel, 0.1, 0.42), fill(Ink::TimberDark));
}

fn parcel_x(columns: usize, width: f64) -> f64 {
    let each = width / columns as f64;
    -width / 2.0 + each * ((columns / 2) as f64 + 0.5)
}

pub(super) fn drying_rack(pen: &mut Pen, thing: &Thing) {
    let (w, d) = (thing.width, thing.depth);
    pen.draw(thing.ground.clone(), wash(Ink::Stone, 0.8));
    let rows = ((d / 0.3).round() as usize).max(3);
    let at = |i: usize| -d / 2.0 + 0.12 + (d - 0.24) * i as f64 / (rows - 1) as f64;
    let cords = Path::all((0..rows).map(|i| Path::segment(pt(-w / 2.0, at(i)), pt(w / 2.0, at(i)))));
    pen.draw(
        cords.moved(WorldVec::new(0.1, 0.3)),
        line(Ink::Shadow, 1.2).faint(0.2),
    );
    pen.draw(cords, line(Ink::SteelDark, 1.2));
    // Washing hangs over the cords: a sheet, a shirt, trousers, small things.
    let washing = [
        (0usize, -0.3, 0.75, Ink::BlossomLight),
        (1, 0.22, 0.9, Ink::Cloth),
        (2, -0.12, 0.6, Ink::PlayBlue),
        (2, 0.33, 0.4, Ink::PlayYellow),
        (3, -0.32, 0.5, Ink::PlayRed),
        (3, 0.12, 0.55, Ink::Cloth),
    ];
    for (row, x, wide, ink) in washing {
        let y = at(row.min(rows - 1));
        let piece = Path::rounded(pt(x * w, y), wide * (w / 3.0).min(1.4), 0.2, 0.05);
        pen.shadow(&piece, 1.0);
        pen.draw(piece, fill(ink).lined(Ink::Outline, 0.9));
    }
    for x in [-w / 2.0 + 0.06, w / 2.0 - 0.06] {
        pen.outlined(Path::rounded(pt(x, 0.0), 0.14, d, 0.05), fill(Ink::Steel));
        for y in [-d / 2.0 + 0.1, d / 2.0 - 0.1] {
            pen.draw(Path::circle(pt(x, y), 0.1), fill(Ink::SteelDark));
        }
    }
}

pub(super) fn ramp(pen: &mut Pen, thing: &Thing) {
    let (w, d) = (thing.width, thing.depth);
    pen.shadow(&thing.ground, 0.7);
    pen.outlined(thing.ground.clone(), fill(Ink::Stone));
    // A level landing at either end, the slope between with its lines across.
    let landing = 1.5_f64.min(w * 0.18);
    let slope = w - 2.0 * landing;
    let count = ((slope / 0.3) as usize).max(6);
    let lines = (0..=count).map(|i| {
        let x = -slope / 2.0 + slope * i as f64 / count as f64;
        Path::segment(pt(x, -d / 2.0 + 0.16), pt(x, d / 2.0 - 0.16))
    });
    let shade = Path::rectangle(pt(0.0, 0.0), slope, d - 0.3);
    pen.draw(shade, fill(Ink::StoneDark));
    pen.draw(Path::all(lines), line(Ink::StoneLine, 1.0));
    for y in [-d / 2.0 + 0.09, d / 2.0 - 0.09] {
        let rail = Path::segment(pt(-w / 2.0 + 0.1, y), pt(w / 2.0 - 0.1, y));
        pen.draw(rail.clone(), band(Ink::Outline, 0.16).ends(true));
        pen.draw(rail, band(Ink::Steel, 0.09).ends(true));
    }
    let (tail, tip, half) = (-slope * 0.36, slope * 0.36, d * 0.2);
    let head = (slope * 0.14).min(0.9);
    let arrow = Path::ring([
        pt(tail, -half * 0.3),
        pt(tip - head, -half * 0.3),
        pt(tip - head, -half),
        pt(tip, 0.0),
        pt(tip - head, half),
        pt(tip - head, half * 0.3),
        pt(tail, half * 0.3),
    ]);
    pen.draw(arrow, fill(Ink::Marking).lined(Ink::Outline, 1.0));
}

pub(super) fn bollard(pen: &mut Pen, thing: &Thing) {
    let r = thing.width.min(thing.depth) / 2.0;
    let post = Path::circle(pt(0.0, 0.0), r);
    pen.shadow(&post, 0.8);
    pen.outlined(post, fill(Ink::Bolt));
    pen.draw(Path::circle(pt(0.0, 0.0), r * 0.66), line(Ink::Outline, 1.4));
    pen.draw(
        Path::circle(pt(-r * 0.1, -r * 0.14), r * 0.34),
        fill(Ink::Marking),
    );
    pen.draw(
        Path::circle(pt(0.0, 0.0), r),
        Style::default().lined(Ink::Outline, 1.5),
    );
}
