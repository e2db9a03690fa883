//! Pavilions and corridors: tiled hip roofs with their ridges, posts at the eaves.

use crate::geometry::{WorldPt, WorldVec};

use super::super::path::{Piece, pt};
use super::super::pen::Pen;
use super::super::{Ink, Length, Path, Tile, band, fill, line, tiled};
use super::Thing;

/// Tiles in the light, from the side and in the shade.
pub(super) const SLATE: [Ink; 3] = [Ink::SlateLight, Ink::Slate, Ink::SlateDark];

/// Metres that the corners of old eaves reach out beyond the middle of their sides, as a share.
const SWEEP: f64 = 0.045;

pub(super) fn pavilion(pen: &mut Pen, thing: &Thing) {
    let (w, d) = (thing.width, thing.depth);
    match thing.option("style") {
        "hexagon" => {
            let radius = w.min(d) / 2.0;
            let corners = (0..6).map(|i| pt(0.0, 0.0) + WorldVec::toward(60.0 * f64::from(i)) * radius);
            tent(pen, &corners.collect::<Vec<_>>(), thing);
        }
        "modern" => slab(pen, pt(0.0, 0.0), w, d),
        _ => {
            let (x, y) = (w / 2.0, d / 2.0);
            tent(pen, &[pt(-x, -y), pt(x, -y), pt(x, y), pt(-x, y)], thing);
        }
    }
}

pub(super) fn pavilion_corridor(pen: &mut Pen, thing: &Thing) {
    let (w, d) = (thing.width, thing.depth);
    let modern = thing.option("style") == "modern";
    let (reach, depth) = (w / 2.0 - d / 2.0, d * 0.68);
    let between = Path::rectangle(pt(0.0, 0.0), 2.0 * reach, depth);
    pen.shadow(&between, 3.4);
    if modern {
        board_roof(pen, 2.0 * reach, depth);
    } else {
        ridge_roof(pen, 2.0 * reach, depth);
    }
    for side in [-1.0, 1.0] {
        let centre = pt(side * (w / 2.0 - d / 2.0), 0.0);
        let half = d / 2.0;
        if modern {
            slab(pen, centre, d, d);
        } else {
            let at = |x: f64, y: f64| centre + WorldVec::new(x * half, y * half);
            tent_about(
                pen,
                centre,
                &[at(-1.0, -1.0), at(1.0, -1.0), at(1.0, 1.0), at(-1.0, 1.0)],
            );
        }
    }
}

fn tent(pen: &mut Pen, corners: &[WorldPt], thing: &Thing) {
    let _ = thing;
    tent_about(pen, pt(0.0, 0.0), corners);
}

/// A roof of as many slopes as it has corners, to one point, its eaves swept out at the corners.
fn tent_about(pen: &mut Pen, top: WorldPt, corners: &[WorldPt]) {
    let count = corners.len();
    let eave = |i: usize| {
        let (from, to) = (corners[i % count], corners[(i + 1) % count]);
        let inward = (top - from.middle(to)) * (2.0 * SWEEP);
        let third = (to - from) / 3.0;
        (from, from + third + inward, to - third + inward, to)
    };
    let mut edge = Path::default();
    for i in 0..count {
        let (from, a, b, to) = eave(i);
        if i == 0 {
            edge.pieces.push(Piece::Move(from));
        }
        edge.pieces.push(Piece::Curve(a, b, to));
    }
    edge.pieces.push(Piece::Close);
    pen.shadow(&edge, 4.2);
    for i in 0..count {
        let (from, a, b, to) = eave(i);
        let slope = Path {
            pieces: vec![
                Piece::Move(top),
                Piece::Line(from),
                Piece::Curve(a, b, to),
                Piece::Close,
            ],
        };
        let looks = (from.middle(to) - top).degrees();
        pen.draw(slope.clone(), fill(pen.lit(looks, SLATE)));
        if pen.detail.is_fine() {
            // Rows of tiles run down the slope.
            let rows = tiled(Tile::Lines, Ink::SlateDark, 0.42, Length::Metres(0.28));
            pen.draw(slope, turned(rows, looks));
        }
    }
    let ridges = || Path::all(corners.iter().map(|corner| Path::segment(top, *corner)));
    let thick = pen.detail.shows(0.16, 2.0);
    if thick {
        pen.draw(ridges(), band(Ink::SlateDark, 0.24).ends(true));
        pen.draw(ridges(), band(Ink::Ridge, 0.14).ends(true));
    } else {
        pen.draw(ridges(), line(Ink::Ridge, 1.2));
    }
    pen.outlined(edge, super::super::Style::default());
    let radius = (corners[0].distance(top) * 0.13).clamp(0.14, 0.4);
    pen.draw(
        Path::circle(top, radius),
        fill(Ink::Bolt).lined(Ink::Outline, 1.0),
    );
}

/// A pattern turned so that its lines run in a direction of the frame.
fn turned(mut style: super::super::Style, degrees: f64) -> super::super::Style {
    if let Some(super::super::Paint::Tiled { turn, .. }) = &mut style.fill {
        *turn += degrees;
    }
    style
}

/// A long roof of two slopes with its ridge, posts at both eaves.
fn ridge_roof(pen: &mut Pen, length: f64, depth: f64) {
    posts(pen, length, depth);
    for (side, looks) in [(-1.0, -90.0), (1.0, 90.0)] {
        let slope = Path::rectangle(pt(0.0, side * depth / 4.0), length, depth / 2.0);
        pen.draw(slope.clone(), fill(pen.lit(looks, SLATE)));
        if pen.detail.is_fine() {
            pen.draw(
                slope,
                turned(
                    tiled(Tile::Lines, Ink::SlateDark, 0.42, Length::Metres(0.28)),
                    90.0,
                ),
            );
        }
    }
    pen.outlined(
        Path::rectangle(pt(0.0, 0.0), length, depth),
        super::super::Style::default(),
    );
    let ridge = Path::segment(pt(-length / 2.0, 0.0), pt(length / 2.0, 0.0));
    pen.draw(ridge.clone(), band(Ink::SlateDark, 0.3));
    pen.draw(ridge, band(Ink::Ridge, 0.18));
}

/// Round posts that peep out under the eaves.
fn posts(pen: &mut Pen, length: f64, depth: f64) {
    let bays = (length / 3.0).round().max(1.0);
    for i in 0..=bays as usize {
        let x = -length / 2.0 + length * i as f64 / bays;
        for y in [-depth / 2.0, depth / 2.0] {
            pen.outlined(Path::circle(pt(x, y), 0.16), fill(Ink::Post));
        }
    }
}

/// A flat roof of boards, with a strip of glass along its middle.
fn board_roof(pen: &mut Pen, length: f64, depth: f64) {
    posts(pen, length, depth);
    let roof = Path::rectangle(pt(0.0, 0.0), length, depth);
    pen.draw(roof.clone(), fill(Ink::TimberLight));
    if pen.detail.shows(0.4, 3.0) {
        let count = (length / 0.4) as usize;
        let boards = (1..count).map(|i| {
            let x = -length / 2.0 + length * i as f64 / count as f64;
            Path::segment(pt(x, -depth / 2.0), pt(x, depth / 2.0))
        });
        pen.draw(Path::all(boards), line(Ink::Timber, 0.9));
    }
    pen.draw(
        Path::rectangle(pt(0.0, 0.0), length, depth * 0.22),
        fill(Ink::SkyLight).lined(Ink::Timber, 0.8),
    );
    pen.outlined(roof, super::super::Style::default());
}

/// A flat modern roof: a frame of timber round a field of glass, four round posts at its corners.
fn slab(pen: &mut Pen, centre: WorldPt, w: f64, d: f64) {
    let roof = Path::rectangle(centre, w, d);
    pen.shadow(&roof, 3.4);
    pen.outlined(roof, fill(Ink::TimberLight));
    let frame = (w.min(d) * 0.16).clamp(0.3, 0.8);
    let field = Path::rectangle(centre, w - 2.0 * frame, d - 2.0 * frame);
    pen.draw(field.clone(), fill(Ink::SkyLight));
    let count = ((w - 2.0 * frame) / 0.3).clamp(2.0, 40.0) as usize;
    let (left, low) = (centre.x - w / 2.0 + frame, centre.y - d / 2.0 + frame);
    let slats = (1..count).map(|i| {
        let x = left + (w - 2.0 * frame) * i as f64 / count as f64;
        Path::segment(pt(x, low), pt(x, low + d - 2.0 * frame))
    });
    pen.draw(Path::all(slats), band(Ink::Timber, 0.09));
    pen.draw(field, line(Ink::TimberDark, 1.0));
    for (x, y) in [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)] {
        let at = centre + WorldVec::new(x * (w / 2.0 - frame / 2.0), y * (d / 2.0 - frame / 2.0));
        pen.draw(Path::circle(at, frame * 0.28), fill(Ink::TimberDark));
    }
}
