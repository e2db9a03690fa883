//! Sport: fitness items on rubber, a fitness path, table tennis, badminton.

use crate::geometry::{WorldPt, WorldVec};
use crate::layout::{FITNESS_MODULE_M, fitness_items};

use super::super::path::pt;
use super::super::pen::Pen;
use super::super::{Ink, Length, Path, Style, Tile, band, fill, line, tiled, wash};
use super::Thing;

pub(super) fn fitness_station(pen: &mut Pen, thing: &Thing) {
    let (w, d) = (thing.width, thing.depth);
    pen.outlined(Path::rounded(pt(0.0, 0.0), w, d, 0.8), fill(Ink::Rubber));
    if pen.detail.shows(1.0, 5.0) {
        pen.draw(
            thing.inner(0.3),
            tiled(Tile::Crumbs, Ink::RubberLight, 0.8, Length::Metres(1.0)),
        );
    }
    let (columns, rows) = fitness_items(WorldVec::new(w, d));
    let (dx, dy) = (w / f64::from(columns.max(1)), d / f64::from(rows.max(1)));
    for row in 0..rows {
        for column in 0..columns {
            let at = pt(
                -w / 2.0 + dx * (f64::from(column) + 0.5),
                -d / 2.0 + dy * (f64::from(row) + 0.5),
            );
            pen.draw(
                Path::circle(at, FITNESS_MODULE_M * 0.42),
                wash(Ink::RubberLight, 0.75),
            );
            item(pen, at, column + row * 3);
        }
    }
}

/// One of four items: a walker, a twister, parallel bars, arm wheels.
fn item(pen: &mut Pen, at: WorldPt, which: u32) {
    let p = |x: f64, y: f64| at + WorldVec::new(x, y);
    let bar = |pen: &mut Pen, path: Path, ink: Ink| {
        pen.shadow(&path, 1.2);
        pen.draw(path.clone(), band(Ink::Outline, 0.24).ends(true));
        pen.draw(path, band(ink, 0.14).ends(true));
    };
    match which % 4 {
        0 => {
            for x in [-0.42, 0.42] {
                let step = Path::rounded(p(x, 0.0), 0.42, 1.2, 0.14);
                pen.shadow(&step, 0.6);
                pen.outlined(step, fill(Ink::PlayYellow));
            }
            bar(
                pen,
                Path::open([p(-0.85, 0.75), p(-0.85, -0.1)]).and(Path::open([p(0.85, 0.75), p(0.85, -0.1)])),
                Ink::PlayBlue,
            );
            bar(pen, Path::segment(p(-0.85, 0.75), p(0.85, 0.75)), Ink::PlayBlue);
        }
        1 => {
            for angle in [90.0, 210.0, 330.0] {
                let disc = Path::circle(at + WorldVec::toward(angle) * 0.82, 0.42);
                pen.shadow(&disc, 0.4);
                pen.outlined(disc, fill(Ink::PlayYellow));
                pen.draw(
                    Path::circle(at + WorldVec::toward(angle) * 0.82, 0.2),
                    line(Ink::Outline, 0.9),
                );
                bar(
                    pen,
                    Path::segment(at, at + WorldVec::toward(angle + 60.0) * 0.7),
                    Ink::PlayBlue,
                );
            }
            pen.outlined(Path::circle(at, 0.2), fill(Ink::PlayBlue));
        }
        2 => {
            for y in [-0.4, 0.4] {
                bar(pen, Path::segment(p(-1.2, y), p(1.2, y)), Ink::PlayBlue);
            }
            for (x, y) in [(-1.2, -0.4), (1.2, -0.4), (-1.2, 0.4), (1.2, 0.4)] {
                pen.outlined(Path::circle(p(x, y), 0.16), fill(Ink::PlayYellow));
            }
        }
        _ => {
            for x in [-0.62, 0.62] {
                let wheel = Path::circle(p(x, 0.0), 0.55);
                pen.shadow(&wheel, 1.2);
                pen.outlined(wheel, fill(Ink::CarWhite));
                let spokes = [0.0, 60.0, 120.0].map(|a| {
                    let arm = WorldVec::toward(a) * 0.5;
                    Path::segment(p(x, 0.0) + arm, p(x, 0.0) - arm)
                });
                pen.draw(Path::all(spokes), line(Ink::PlayBlue, 1.6));
                pen.draw(Path::circle(p(x, 0.0), 0.5), line(Ink::PlayBlue, 2.0));
            }
            pen.outlined(Path::rounded(p(0.0, 0.0), 0.24, 0.5, 0.1), fill(Ink::PlayYellow));
        }
    }
}

pub(super) fn fitness_path(pen: &mut Pen, thing: &Thing) {
    let brick = thing.option("surface") == "permeable";
    pen.outlined(
        thing.ground.clone(),
        fill(if brick { Ink::Stone } else { Ink::PlayRed }),
    );
    if brick && pen.detail.shows(0.6, 4.0) {
        pen.draw(
            thing.ground.clone(),
            tiled(Tile::Herringbone, Ink::StoneLine, 0.7, Length::Metres(0.6)),
        );
    }
    if !brick && pen.detail.shows(1.0, 6.0) {
        pen.draw(
            thing.ground.clone(),
            tiled(Tile::Crumbs, Ink::RubberLight, 0.7, Length::Metres(1.0)),
        );
    }
    let Some(middle) = &thing.line else { return };
    let ink = if brick { Ink::PlayRed } else { Ink::Marking };
    let dashes = band(ink, (thing.depth * 0.09).min(0.18)).dashed(Length::Metres(1.0), Length::Metres(1.0));
    pen.draw(Path::of_line(middle), dashes);
    walkers(pen, middle.points(), thing.depth, ink);
}

/// Two shoe prints every 8 m say that it is for walking.
fn walkers(pen: &mut Pen, points: &[WorldPt], width: f64, ink: Ink) {
    if !pen.detail.shows(width, 12.0) {
        return;
    }
    for pair in points.windows(2) {
        let Some(along) = (pair[1] - pair[0]).unit() else {
            continue;
        };
        let length = pair[0].distance(pair[1]);
        let side = along.left() * (width * 0.24);
        let mut s = 2.5;
        while s + 1.0 < length {
            let at = pair[0] + along * s;
            for (print, lane) in [(at + side, 0.0), (at - side + along * 0.55, 0.0)] {
                let shoe = Path::ellipse(pt(0.0, 0.0), 0.2, 0.09).and(Path::circle(pt(-0.27, 0.0), 0.075));
                let turn = along.degrees() + lane;
                let zero = pt(0.0, 0.0);
                pen.draw(shoe.mapped(|p| print + (p - zero).turned(turn)), fill(ink));
            }
            s += 8.0;
        }
    }
}

pub(super) fn table_tennis(pen: &mut Pen, thing: &Thing) {
    pen.outlined(thing.ground.clone(), fill(Ink::CourtGreen));
    pen.draw(thing.inner(0.25), line(Ink::Marking, 1.0).faint(0.7));
    // A table of the rule's size, and larger fields hold it in their middle.
    let (w, d) = (2.74, 1.525);
    let table = Path::rectangle(pt(0.0, 0.0), w, d);
    pen.shadow(&table, 1.0);
    pen.outlined(table, fill(Ink::CourtBlue));
    pen.draw(
        Path::rectangle(pt(0.0, 0.0), w - 0.08, d - 0.08),
        line(Ink::Marking, 1.4),
    );
    pen.draw(
        Path::segment(pt(-w / 2.0, 0.0), pt(w / 2.0, 0.0)),
        line(Ink::Marking, 0.9),
    );
    let net = Path::segment(pt(0.0, -d / 2.0 - 0.15), pt(0.0, d / 2.0 + 0.15));
    pen.draw(net.clone(), band(Ink::Outline, 0.13).ends(true));
    pen.draw(net, band(Ink::Marking, 0.06));
    bat(pen, pt(-w / 2.0 - 0.55, -0.25), 205.0);
    bat(pen, pt(w / 2.0 + 0.55, 0.25), 25.0);
    pen.draw(
        Path::circle(pt(0.55, 0.25), 0.09),
        fill(Ink::CarWhite).lined(Ink::Outline, 0.7),
    );
}

/// A bat with its handle in a direction in degrees.
fn bat(pen: &mut Pen, at: WorldPt, handle: f64) {
    pen.draw(
        Path::segment(at, at + WorldVec::toward(handle) * 0.5),
        band(Ink::TimberDark, 0.14).ends(true),
    );
    pen.outlined(Path::circle(at, 0.27), fill(Ink::PlayRed));
}

pub(super) fn badminton(pen: &mut Pen, thing: &Thing) {
    pen.outlined(thing.ground.clone(), fill(Ink::CourtGreen));
    // The lines of a doubles court, 13.4 by 6.1 m.
    let (l, w) = (13.4, 6.1);
    let field = Path::rectangle(pt(0.0, 0.0), l, w);
    pen.draw(field.clone(), fill(Ink::CourtBlue));
    let x = |at: f64| Path::segment(pt(at, -w / 2.0), pt(at, w / 2.0));
    let y = |at: f64| Path::segment(pt(-l / 2.0, at), pt(l / 2.0, at));
    let half = |side: f64| Path::segment(pt(side * 1.98, 0.0), pt(side * l / 2.0, 0.0));
    let lines = Path::all([
        field,
        x(-1.98),
        x(1.98),
        x(-5.94),
        x(5.94),
        y(-2.59),
        y(2.59),
        half(-1.0),
        half(1.0),
    ]);
    let style: Style = if pen.detail.shows(0.08, 1.2) {
        band(Ink::Marking, 0.09)
    } else {
        line(Ink::Marking, 1.1)
    };
    pen.draw(lines, style);
    let net = Path::segment(pt(0.0, -w / 2.0 - 0.2), pt(0.0, w / 2.0 + 0.2));
    pen.shadow(&Path::rectangle(pt(0.0, 0.0), 0.1, w + 0.4), 1.5);
    pen.draw(net.clone(), band(Ink::Outline, 0.2).ends(true));
    pen.draw(
        net,
        line(Ink::Marking, 1.2).dashed(Length::Px(3.0), Length::Px(2.0)),
    );
    for side in [-1.0, 1.0] {
        pen.outlined(
            Path::circle(pt(0.0, side * (w / 2.0 + 0.2)), 0.17),
            fill(Ink::Steel),
        );
    }
    shuttle(pen, pt(3.6, 1.3));
}

/// A shuttlecock, large enough to be known.
fn shuttle(pen: &mut Pen, at: WorldPt) {
    let p = |x: f64, y: f64| at + WorldVec::new(x, y);
    let feathers = Path::ring([
        p(-0.12, -0.05),
        p(0.12, -0.05),
        p(0.42, 0.75),
        p(0.14, 0.62),
        p(0.0, 0.8),
        p(-0.14, 0.62),
        p(-0.42, 0.75),
    ]);
    pen.draw(feathers, fill(Ink::CarWhite).lined(Ink::Outline, 0.9));
    pen.draw(
        Path::circle(p(0.0, -0.12), 0.17),
        fill(Ink::PlayRed).lined(Ink::Outline, 0.9),
    );
}
