//! Sitting: a bench with its slats and back, a chess table with its board and four stools.

use crate::geometry::WorldVec;

use super::super::path::pt;
use super::super::pen::Pen;
use super::super::{Ink, Path, fill, line};
use super::Thing;

pub(super) fn bench(pen: &mut Pen, thing: &Thing) {
    let (w, d) = (thing.width, thing.depth);
    let back = thing.option("style") != "plain";
    pen.shadow(&thing.ground, if back { 0.85 } else { 0.45 });
    // The back stands at the far side, so that who sits looks along the frame's -y.
    let seat_depth = if back { d * 0.72 } else { d };
    let low = -d / 2.0;
    let slats = if back { 3 } else { 4 };
    let each = seat_depth / slats as f64;
    for i in 0..slats {
        let y = low + each * (i as f64 + 0.5);
        pen.draw(
            Path::rounded(pt(0.0, y), w, each * 0.86, 0.03),
            fill(Ink::Timber).lined(Ink::Outline, 1.0),
        );
        pen.draw(
            Path::segment(pt(-w / 2.0 + 0.05, y), pt(w / 2.0 - 0.05, y)),
            line(Ink::TimberLight, 1.0),
        );
    }
    for x in [-w * 0.36, w * 0.36] {
        pen.draw(
            Path::rectangle(pt(x, low + seat_depth / 2.0), 0.06, seat_depth),
            fill(Ink::SteelDark),
        );
    }
    if back {
        let rail = Path::rounded(pt(0.0, d / 2.0 - d * 0.11), w, d * 0.2, 0.04);
        pen.outlined(rail, fill(Ink::TimberDark));
        for x in [-w / 2.0 + 0.04, w / 2.0 - 0.04] {
            pen.draw(
                Path::rounded(pt(x, 0.0), 0.08, d * 0.9, 0.03),
                fill(Ink::SteelDark),
            );
        }
    }
    pen.draw(thing.ground.clone(), line(Ink::Outline, 1.2));
}

pub(super) fn chess_table(pen: &mut Pen, thing: &Thing) {
    let k = thing.width.min(thing.depth) / 2.0;
    let zero = pt(0.0, 0.0);
    let side = 0.92 * k;
    for (x, y) in [(0.0, -0.74), (0.0, 0.74), (-0.74, 0.0), (0.74, 0.0)] {
        let stool = Path::circle(zero + WorldVec::new(x * k, y * k), 0.24 * k);
        pen.shadow(&stool, 0.45);
        pen.outlined(stool, fill(Ink::Timber));
        pen.draw(
            Path::circle(zero + WorldVec::new(x * k, y * k), 0.15 * k),
            line(Ink::TimberLight, 1.0),
        );
    }
    let table = Path::rounded(zero, side, side, 0.08);
    pen.shadow(&table, 0.75);
    pen.outlined(table, fill(Ink::Stone));
    board(pen, side * 0.82);
}

/// The board of Chinese chess: nine files, ten ranks, the river between, and a few men.
fn board(pen: &mut Pen, side: f64) {
    let zero = pt(0.0, 0.0);
    pen.draw(
        Path::rectangle(zero, side, side),
        fill(Ink::LockerLight).lined(Ink::TimberDark, 1.0),
    );
    if pen.detail.shows(side, 16.0) {
        let cells = if pen.detail.shows(side, 44.0) { 8 } else { 4 };
        let at = |i: usize| -side / 2.0 + side * i as f64 / cells as f64;
        let river = side * 0.07;
        let ranks = (1..cells).map(|i| Path::segment(pt(-side / 2.0, at(i)), pt(side / 2.0, at(i))));
        let files = (1..cells).flat_map(|i| {
            [
                Path::segment(pt(at(i), -side / 2.0), pt(at(i), -river)),
                Path::segment(pt(at(i), river), pt(at(i), side / 2.0)),
            ]
        });
        pen.draw(Path::all(ranks.chain(files)), line(Ink::TimberDark, 0.7));
    }
    let man = side * 0.085;
    let places = [
        (-0.25, -0.37, Ink::BinRed),
        (0.25, -0.25, Ink::BinRed),
        (0.0, -0.44, Ink::BinRed),
        (0.12, 0.37, Ink::Outline),
        (-0.37, 0.25, Ink::Outline),
        (0.0, 0.44, Ink::Outline),
    ];
    for (x, y, ink) in places {
        pen.draw(
            Path::circle(pt(x * side, y * side), man),
            fill(Ink::CarWhite).lined(ink, 1.4),
        );
    }
}
