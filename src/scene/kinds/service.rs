//! Houses for people: the day-care centre and the parlour, each told by the sign on its roof.

use crate::geometry::WorldVec;

use super::super::path::{Piece, pt};
use super::super::pen::Pen;
use super::super::{Ink, Length, Path, Style, Tile, band, fill, line, tiled};
use super::Thing;

const WARM: [Ink; 3] = [Ink::RoofWarmLight, Ink::RoofWarm, Ink::RoofWarmDark];
const JADE: [Ink; 3] = [Ink::RoofJadeLight, Ink::RoofJade, Ink::RoofJadeDark];

pub(super) fn day_care(pen: &mut Pen, thing: &Thing) {
    hip_roof(pen, thing, WARM, 7.2);
    let k = sign_size(pen, thing);
    disc(pen, k);
    // A sun over a heart: warmth for the old.
    let zero = pt(0.0, 0.0);
    let rays = (0..12).map(|i| {
        let out = WorldVec::toward(30.0 * f64::from(i));
        Path::segment(zero + out * (0.68 * k), zero + out * (0.86 * k))
    });
    pen.draw(Path::all(rays), band(Ink::Locker, 0.11 * k).ends(true));
    pen.draw(
        Path::circle(zero, 0.56 * k),
        fill(Ink::Petal).lined(Ink::Locker, 1.2),
    );
    pen.draw(heart(0.36 * k), fill(Ink::BinRed));
}

pub(super) fn parlour(pen: &mut Pen, thing: &Thing) {
    hip_roof(pen, thing, JADE, 3.6);
    let k = sign_size(pen, thing);
    disc(pen, k);
    teacup(pen, k * 0.62);
}

/// Half the width of the roof's sign: large enough to be read, never wider than the roof.
fn sign_size(pen: &Pen, thing: &Thing) -> f64 {
    let roof = thing.width.min(thing.depth) / 2.0;
    let readable = 15.0 / pen.detail.scale();
    (roof * 0.5).max(readable.min(roof * 0.85))
}

fn disc(pen: &mut Pen, k: f64) {
    pen.outlined(Path::circle(pt(0.0, 0.0), k), fill(Ink::CarWhite));
}

/// A roof of four slopes with its ridge, a gutter round it; refitted houses keep a flat rim.
fn hip_roof(pen: &mut Pen, thing: &Thing, inks: [Ink; 3], height: f64) {
    let (w, d) = (thing.width / 2.0, thing.depth / 2.0);
    pen.shadow(&thing.ground, height * 0.8);
    let refit = thing.option("works") == "refit";
    if refit {
        pen.outlined(thing.ground.clone(), fill(Ink::Building));
        pen.draw(
            thing.ground.clone(),
            tiled(Tile::Hatch, Ink::BuildingHatch, 0.8, Length::Px(8.0)),
        );
    }
    let rim = if refit { w.min(d) * 0.22 } else { 0.0 };
    let (w, d) = (w - rim, d - rim);
    let (x, y) = if w >= d { (w - d, 0.0) } else { (0.0, d - w) };
    let (a, b) = (pt(-x, -y), pt(x, y));
    let corner = [pt(-w, -d), pt(w, -d), pt(w, d), pt(-w, d)];
    // Which ends of the ridge each slope, south first, runs up to.
    let tops = if w >= d {
        [(b, a), (b, b), (a, b), (a, a)]
    } else {
        [(a, a), (b, a), (b, b), (a, b)]
    };
    for i in 0..4 {
        let (from, to) = (corner[i], corner[(i + 1) % 4]);
        let looks = -90.0 + 90.0 * i as f64;
        let slope = Path::ring([from, to, tops[i].0, tops[i].1]);
        pen.draw(slope.clone(), fill(pen.lit(looks, inks)));
        if pen.detail.shows(0.5, 3.5) {
            let mut rows = tiled(Tile::Lines, inks[2], 0.4, Length::Metres(0.5));
            if let Some(super::super::Paint::Tiled { turn, .. }) = &mut rows.fill {
                *turn += looks + 90.0;
            }
            pen.draw(slope, rows);
        }
    }
    let ridges = Path::all([
        Path::segment(corner[0], a),
        Path::segment(corner[3], if w >= d { a } else { b }),
        Path::segment(corner[1], if w >= d { b } else { a }),
        Path::segment(corner[2], b),
        Path::segment(a, b),
    ]);
    pen.draw(ridges.clone(), line(inks[2], 2.6));
    pen.draw(ridges, line(inks[0], 1.4));
    pen.outlined(Path::ring(corner), Style::default());
    // The way in: a step and a small roof over the door, on the south side.
    let door = Path::rounded(
        pt(0.0, -thing.depth / 2.0),
        thing.width * 0.16,
        thing.depth * 0.1,
        0.1,
    );
    pen.outlined(door, fill(Ink::Stone));
}

fn heart(k: f64) -> Path {
    let p = |x: f64, y: f64| pt(x * k, y * k);
    Path {
        pieces: vec![
            Piece::Move(p(0.0, -0.85)),
            Piece::Curve(p(-0.3, -0.5), p(-1.0, -0.05), p(-0.95, 0.42)),
            Piece::Curve(p(-0.9, 0.95), p(-0.2, 1.0), p(0.0, 0.5)),
            Piece::Curve(p(0.2, 1.0), p(0.9, 0.95), p(0.95, 0.42)),
            Piece::Curve(p(1.0, -0.05), p(0.3, -0.5), p(0.0, -0.85)),
            Piece::Close,
        ],
    }
}

/// A cup with its saucer and two curls of steam, about the origin.
fn teacup(pen: &mut Pen, k: f64) {
    let p = |x: f64, y: f64| pt(x * k, y * k);
    let steam = |x: f64| Path {
        pieces: vec![
            Piece::Move(p(x, 0.5)),
            Piece::Curve(p(x - 0.28, 0.72), p(x + 0.28, 0.86), p(x, 1.12)),
        ],
    };
    pen.draw(steam(-0.28).and(steam(0.22)), line(Ink::Jade, 1.6));
    pen.draw(
        Path::ellipse(p(0.0, -0.72), 1.0 * k, 0.2 * k),
        fill(Ink::RoofJadeLight).lined(Ink::Outline, 1.2),
    );
    pen.draw(
        Path::arc(p(0.62, -0.05), 0.34 * k, -100.0, 200.0),
        band(Ink::Outline, 0.13 * k),
    );
    let cup = Path {
        pieces: vec![
            Piece::Move(p(-0.72, 0.34)),
            Piece::Curve(p(-0.7, -0.5), p(-0.4, -0.72), p(0.0, -0.72)),
            Piece::Curve(p(0.4, -0.72), p(0.7, -0.5), p(0.72, 0.34)),
            Piece::Close,
        ],
    };
    pen.draw(cup, fill(Ink::RoofJade).lined(Ink::Outline, 1.2));
    pen.draw(
        Path::ellipse(p(0.0, 0.34), 0.72 * k, 0.16 * k),
        fill(Ink::Timber).lined(Ink::Outline, 1.0),
    );
}
