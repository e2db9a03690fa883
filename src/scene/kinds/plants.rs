//! What grows: lawn, flower beds, trees.

use crate::geometry::{Bounds, Outline, Region, WorldPt, WorldVec};

use super::super::path::pt;
use super::super::pen::Pen;
use super::super::symbols::{Chance, CrownInks, crown, symbol};
use super::super::{Ink, Length, Path, Style, Symbol, Tile, fill, line, tiled, wash};
use super::Thing;

pub(super) fn lawn(pen: &mut Pen, thing: &Thing) {
    pen.outlined(thing.ground.clone(), fill(Ink::Lawn));
    // Mown in stripes, as lawns are.
    let stripe = 1.4;
    if let Some(outline) = &thing.outline
        && pen.detail.shows(stripe, 4.0)
    {
        let own = Region::from(outline);
        let count = (thing.depth / stripe).ceil() as i32;
        let stripes = (0..count).filter(|i| i % 2 == 0).filter_map(|i| {
            let y = -thing.depth / 2.0 + stripe * (f64::from(i) + 0.5);
            Outline::new(Path::rectangle(pt(0.0, y), thing.width + 1.0, stripe).corners()).ok()
        });
        let striped = own.shared(&Region::union_of(&stripes.collect::<Vec<_>>()));
        pen.draw(Path::of_region(&striped), wash(Ink::LawnDark, 0.22));
    }
    let side = if pen.detail.is_fine() {
        Length::Metres(1.3)
    } else {
        Length::Px(16.0)
    };
    pen.draw(thing.ground.clone(), tiled(Tile::Tufts, Ink::LawnDark, 0.9, side));
    pen.outlined(thing.ground.clone(), Style::default());
}

pub(super) fn flower_bed(pen: &mut Pen, thing: &Thing) {
    pen.outlined(thing.ground.clone(), fill(Ink::StoneDark));
    let Some(outline) = &thing.outline else { return };
    let margin = (thing.width.min(thing.depth) * 0.08).clamp(0.05, 0.2);
    let soil = Region::from(outline).grown(-margin);
    let shrubs = thing.option("planting") == "shrubs";
    pen.draw(
        Path::of_region(&soil),
        fill(if shrubs { Ink::LeafDark } else { Ink::Soil }).lined(Ink::Outline, 0.7),
    );
    // From afar a bed is one field of its blossoms' colour.
    if !pen.detail.shows(0.5, 1.5) {
        let ink = if shrubs { Ink::Leaf } else { Ink::Blossom };
        return pen.draw(Path::of_region(&soil), fill(ink));
    }
    if shrubs {
        for (at, chance) in scattered(&soil, outline.bounds(), 0.75) {
            pen.stamp(&bush((chance * 3.0) as u64), at, 0.0, 0.5 + chance * 0.22);
        }
    } else {
        for (at, chance) in scattered(&soil, outline.bounds(), 0.5) {
            pen.stamp(
                &blossom((chance * 4.0) as usize),
                at,
                chance * 90.0,
                0.25 + chance * 0.06,
            );
        }
    }
}

/// Places all over a region, so many metres apart, each with a number from 0 to 1; more apart in
/// a large bed, so that none holds thousands.
fn scattered(region: &Region, bounds: Bounds, spacing: f64) -> Vec<(WorldPt, f64)> {
    const MOST: f64 = 400.0;
    let step = spacing.max((bounds.width() * bounds.height() / MOST).sqrt());
    let mut chance = Chance::new(17);
    let (columns, rows) = (
        (bounds.width() / step).ceil() as usize,
        (bounds.height() / step).ceil() as usize,
    );
    let inner = region.grown(-0.06);
    let mut places = Vec::new();
    for row in 0..rows {
        for column in 0..columns {
            let shift = if row % 2 == 0 { 0.25 } else { 0.75 };
            let x = bounds.min.x + (column as f64 + shift + chance.between(-0.16, 0.16)) * step;
            let y = bounds.min.y + (row as f64 + 0.5 + chance.between(-0.16, 0.16)) * step;
            let which = chance.next();
            if inner.contains(pt(x, y)) {
                places.push((pt(x, y), which));
            }
        }
    }
    places
}

/// A flower of five petals about the origin, one metre in radius, on a few leaves.
fn blossom(which: usize) -> std::sync::Arc<Symbol> {
    let (petal, heart) = [
        (Ink::Blossom, Ink::Petal),
        (Ink::Petal, Ink::Locker),
        (Ink::Violet, Ink::Petal),
        (Ink::BlossomLight, Ink::PlayRed),
    ][which % 4];
    symbol(format!("blossom-{}", which % 4), |scene| {
        let zero = pt(0.0, 0.0);
        for angle in [40.0, 160.0, 280.0] {
            scene.draw(
                Path::circle(zero + WorldVec::toward(angle) * 0.75, 0.5),
                fill(Ink::Leaf),
            );
        }
        let petals =
            (0..5).map(|i| Path::circle(zero + WorldVec::toward(72.0 * f64::from(i) + 18.0) * 0.52, 0.42));
        scene.draw(Path::all(petals), fill(petal));
        scene.draw(Path::circle(zero, 0.28), fill(heart));
    })
}

/// A clipped bush.
fn bush(which: u64) -> std::sync::Arc<Symbol> {
    let inks = CrownInks {
        name: "bush",
        shade: Ink::Leaf,
        light: Ink::LeafLight,
        edge: Ink::LeafDark,
        blossom: None,
    };
    crown(inks, which)
}

pub(super) fn tree(pen: &mut Pen, thing: &Thing) {
    let radius = thing.width.min(thing.depth) / 2.0;
    let which = thing.seed();
    pen.shadow(
        &Path::circle(pt(0.0, 0.0), radius * 0.92),
        (radius * 2.2).min(5.0),
    );
    // A crown's light side is the south however the thing was turned.
    let upright = -pen.turn();
    match thing.option("species") {
        "evergreen" => pen.stamp(&conifer(), pt(0.0, 0.0), upright, radius),
        "blossom" => {
            let inks = CrownInks {
                name: "cherry",
                shade: Ink::Blossom,
                light: Ink::BlossomLight,
                edge: Ink::Post,
                blossom: Some(Ink::Marking),
            };
            pen.stamp(&crown(inks, which), pt(0.0, 0.0), upright, radius);
        }
        _ => {
            let inks = CrownInks {
                name: "shade",
                shade: Ink::Leaf,
                light: Ink::LeafLight,
                edge: Ink::LeafDark,
                blossom: None,
            };
            pen.stamp(&crown(inks, which), pt(0.0, 0.0), upright, radius);
        }
    }
}

/// A conifer from above: three rings of points, lighter to the top.
fn conifer() -> std::sync::Arc<Symbol> {
    symbol("conifer", |scene| {
        let zero = pt(0.0, 0.0);
        let star = |radius: f64, points: usize, start: f64| {
            let step = 180.0 / points as f64;
            Path::ring((0..points * 2).map(|i| {
                let out = if i % 2 == 0 { radius } else { radius * 0.7 };
                zero + WorldVec::toward(start + step * i as f64) * out
            }))
        };
        scene.draw(star(1.0, 11, 0.0), fill(Ink::Pine).lined(Ink::LeafDark, 1.2));
        scene.draw(star(0.7, 9, 10.0), fill(Ink::PineLight).lined(Ink::Pine, 0.9));
        scene.draw(star(0.38, 7, 30.0), fill(Ink::LeafLight).lined(Ink::Pine, 0.9));
        scene.draw(Path::circle(zero, 0.08), line(Ink::LeafDark, 1.2));
    })
}
