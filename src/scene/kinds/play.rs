//! A plaza's paving and a playground: soft ground in colours, a slide or a sandpit.

use crate::geometry::{Region, WorldVec};

use super::super::path::pt;
use super::super::pen::Pen;
use super::super::{Ink, Length, Path, Tile, band, fill, line, tiled, wash};
use super::Thing;

pub(super) fn plaza(pen: &mut Pen, thing: &Thing) {
    let surface = thing.option("surface");
    let (base, tile, ink, side) = match surface {
        "permeable" => (Ink::Clay, Tile::Herringbone, Ink::ClayLine, 1.2),
        "rubber" => (Ink::Rubber, Tile::Crumbs, Ink::RubberLight, 1.2),
        _ => (Ink::Stone, Tile::Squares, Ink::StoneLine, 1.2),
    };
    pen.outlined(thing.ground.clone(), fill(base));
    // A border of another stone, set in from the edge, as on any laid square.
    let rim = thing
        .outline
        .as_ref()
        .map(|outline| Region::from(outline).grown(-0.9))
        .unwrap_or_default();
    let field = Path::of_region(&rim);
    let border = match surface {
        "permeable" => Ink::RubberLight,
        "rubber" => Ink::PlayYellow,
        _ => Ink::StoneDark,
    };
    pen.draw(thing.ground.clone(), fill(border));
    pen.draw(field.clone(), fill(base));
    if pen.detail.shows(side, 5.0) {
        pen.draw(field.clone(), tiled(tile, ink, 0.75, Length::Metres(side)));
        pen.draw(thing.ground.clone(), line(ink, 0.8));
    }
    pen.draw(field, line(ink, 1.0));
    let radius = thing.width.min(thing.depth) * 0.22;
    if radius > 1.2 && rim.contains(pt(0.0, 0.0)) && surface != "permeable" {
        rosette(
            pen,
            radius,
            if surface == "rubber" {
                [Ink::PlayYellow, Ink::RubberLight]
            } else {
                [Ink::StoneDark, Ink::Clay]
            },
        );
    }
    pen.outlined(thing.ground.clone(), super::super::Style::default());
}

/// A round pattern in the middle of the paving: two rings and a flower of eight petals.
fn rosette(pen: &mut Pen, radius: f64, inks: [Ink; 2]) {
    let zero = pt(0.0, 0.0);
    pen.draw(
        Path::circle(zero, radius),
        wash(inks[0], 0.9).lined(Ink::StoneLine, 1.0),
    );
    pen.draw(
        Path::circle(zero, radius * 0.84),
        wash(inks[1], 0.55).lined(Ink::StoneLine, 0.8),
    );
    let petals = (0..8).map(|i| {
        let angle = f64::from(i) * 45.0 + 22.5;
        let out = WorldVec::toward(angle);
        let side = out.left() * (radius * 0.17);
        let (tip, root) = (zero + out * (radius * 0.78), zero + out * (radius * 0.12));
        let middle = zero + out * (radius * 0.45);
        Path::smooth_ring(&[root, middle - side, tip, middle + side])
    });
    pen.draw(Path::all(petals), wash(inks[0], 1.0).lined(Ink::StoneLine, 0.8));
    pen.draw(
        Path::circle(zero, radius * 0.12),
        fill(inks[1]).lined(Ink::StoneLine, 0.8),
    );
}

pub(super) fn playground(pen: &mut Pen, thing: &Thing) {
    pen.outlined(thing.ground.clone(), fill(Ink::PlayGreen));
    let (w, d) = (thing.width, thing.depth);
    let own = thing.outline.as_ref().map(Region::from).unwrap_or_default();
    // Soft pools of colour, cut off at the edge.
    let pools = [
        (-0.28, -0.18, 0.36, Ink::PlayYellow),
        (0.3, 0.22, 0.32, Ink::PlayBlue),
        (0.12, -0.4, 0.2, Ink::RubberLight),
    ];
    for (x, y, r, ink) in pools {
        let centre = pt(x * w, y * d);
        let ring = (0..24).map(|i| centre + WorldVec::toward(15.0 * f64::from(i)) * (r * w.min(d) * 1.1));
        if let Ok(pool) = crate::geometry::Outline::new(ring) {
            pen.draw(
                Path::of_region(&own.shared(&Region::from(&pool))),
                wash(ink, 0.85),
            );
        }
    }
    if pen.detail.shows(1.0, 6.0) {
        pen.draw(
            thing.ground.clone(),
            tiled(Tile::Crumbs, Ink::Marking, 0.5, Length::Metres(1.1)),
        );
    }
    let k = (w.min(d) / 10.0).clamp(0.45, 1.3);
    if thing.option("style") == "sand" {
        sandpit(pen, pt(-0.2 * w, 0.02 * d), k * 1.25);
        swing(pen, pt(0.26 * w, 0.05 * d), k);
    } else {
        slide(pen, pt(-0.12 * w, 0.1 * d), k);
        sandpit(pen, pt(0.28 * w, -0.2 * d), k * 0.75);
        rocker(pen, pt(-0.34 * w, -0.28 * d), k);
    }
    pen.outlined(thing.ground.clone(), super::super::Style::default());
}

/// A tower with a pointed roof, a slide out of it and steps behind.
fn slide(pen: &mut Pen, at: crate::geometry::WorldPt, k: f64) {
    let p = |x: f64, y: f64| at + WorldVec::new(x * k, y * k);
    let chute = Path::rounded(p(2.5, 0.0), 3.8 * k, 1.1 * k, 0.5 * k);
    pen.shadow(&chute, 1.4 * k);
    pen.outlined(chute, fill(Ink::PlayRed));
    pen.draw(
        Path::rounded(p(2.6, 0.0), 3.4 * k, 0.6 * k, 0.3 * k),
        wash(Ink::Marking, 0.45),
    );
    for i in 0..4 {
        let x = -1.45 - 0.42 * f64::from(i);
        pen.draw(
            Path::rectangle(p(x, 0.0), 0.34 * k, 1.1 * k),
            fill(Ink::TimberLight).lined(Ink::Outline, 1.0),
        );
    }
    let half = 1.2;
    let corners = [p(-half, -half), p(half, -half), p(half, half), p(-half, half)];
    let tower = Path::ring(corners);
    pen.shadow(&tower, 2.8 * k);
    for i in 0..4 {
        let (from, to) = (corners[i], corners[(i + 1) % 4]);
        let looks = (from.middle(to) - at).degrees();
        let ink = pen.lit(looks, [Ink::PlayYellow, Ink::Bolt, Ink::Locker]);
        pen.draw(Path::ring([at, from, to]), fill(ink).lined(Ink::Outline, 0.8));
    }
    pen.outlined(tower, super::super::Style::default());
}

fn sandpit(pen: &mut Pen, at: crate::geometry::WorldPt, k: f64) {
    let p = |x: f64, y: f64| at + WorldVec::new(x * k, y * k);
    pen.outlined(Path::ellipse(at, 2.3 * k, 1.9 * k), fill(Ink::TimberLight));
    let sand = Path::ellipse(at, 1.95 * k, 1.55 * k);
    pen.draw(sand.clone(), fill(Ink::Sand).lined(Ink::Timber, 1.0));
    pen.draw(sand, tiled(Tile::Crumbs, Ink::Timber, 0.5, Length::Metres(0.7)));
    // A bucket and a spade.
    pen.outlined(Path::circle(p(-0.6, 0.35), 0.36 * k), fill(Ink::PlayRed));
    pen.draw(
        Path::circle(p(-0.6, 0.35), 0.22 * k),
        fill(Ink::Sand).lined(Ink::Outline, 0.7),
    );
    pen.draw(
        Path::segment(p(0.2, -0.6), p(0.95, 0.15)),
        band(Ink::Outline, 0.12 * k).ends(true),
    );
    pen.outlined(
        Path::rounded(p(0.2, -0.6), 0.42 * k, 0.42 * k, 0.12 * k),
        fill(Ink::PlayBlue),
    );
}

/// A swing: its beam, two legs a side, two seats that hang.
fn swing(pen: &mut Pen, at: crate::geometry::WorldPt, k: f64) {
    let p = |x: f64, y: f64| at + WorldVec::new(x * k, y * k);
    let frame = Path::all([
        Path::segment(p(-1.8, 0.0), p(1.8, 0.0)),
        Path::segment(p(-1.8, -0.9), p(-1.8, 0.9)),
        Path::segment(p(1.8, -0.9), p(1.8, 0.9)),
    ]);
    pen.draw(
        frame.moved(WorldVec::new(0.15, 0.4)),
        band(Ink::Shadow, 0.2 * k).faint(0.18),
    );
    for x in [-0.8, 0.8] {
        pen.draw(
            Path::segment(p(x - 0.22, 0.0), p(x - 0.22, -0.75))
                .and(Path::segment(p(x + 0.22, 0.0), p(x + 0.22, -0.75))),
            line(Ink::Outline, 1.0),
        );
        pen.outlined(
            Path::rounded(p(x, -0.8), 0.8 * k, 0.34 * k, 0.1 * k),
            fill(Ink::PlayYellow),
        );
    }
    pen.draw(frame.clone(), band(Ink::Outline, 0.26 * k).ends(true));
    pen.draw(frame, band(Ink::PlayRed, 0.16 * k).ends(true));
}

/// A spring rider.
fn rocker(pen: &mut Pen, at: crate::geometry::WorldPt, k: f64) {
    let p = |x: f64, y: f64| at + WorldVec::new(x * k, y * k);
    let body = Path::ellipse(at, 0.85 * k, 0.38 * k);
    pen.shadow(&body, 0.6);
    pen.outlined(body, fill(Ink::PlayBlue));
    pen.outlined(Path::circle(p(0.75, 0.0), 0.34 * k), fill(Ink::PlayYellow));
    pen.draw(
        Path::segment(p(0.35, -0.5), p(0.35, 0.5)),
        band(Ink::Outline, 0.12 * k).ends(true),
    );
}
