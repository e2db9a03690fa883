//! A pergola: beams, slats across, and a vine that has grown over one end.

use crate::geometry::WorldVec;

use super::super::path::pt;
use super::super::pen::Pen;
use super::super::symbols::Chance;
use super::super::{Ink, Path, fill, line, wash};
use super::Thing;

pub(super) fn pergola(pen: &mut Pen, thing: &Thing) {
    let (w, d) = (thing.width, thing.depth);
    let steel = thing.option("style") == "steel";
    let (slat, beam) = if steel {
        (Ink::Steel, Ink::SteelDark)
    } else {
        (Ink::Timber, Ink::TimberDark)
    };
    pen.draw(thing.ground.clone(), wash(Ink::Stone, 0.85));
    let count = ((w / 0.5).round() as usize).clamp(4, 60);
    let step = (w - 0.2) / (count - 1) as f64;
    let slats =
        || Path::all((0..count).map(|i| Path::rectangle(pt(-w / 2.0 + 0.1 + step * i as f64, 0.0), 0.17, d)));
    pen.shadow(&slats(), 2.4);
    // The bench under it.
    pen.draw(
        Path::rectangle(pt(0.0, d * 0.3), w * 0.82, 0.42),
        fill(Ink::TimberLight).lined(Ink::TimberDark, 0.8),
    );
    for y in [-d / 2.0 + 0.35, d / 2.0 - 0.35] {
        pen.outlined(Path::rectangle(pt(0.0, y), w, 0.18), fill(beam));
    }
    if pen.detail.shows(step, 4.0) {
        pen.draw(slats(), fill(slat).lined(Ink::Outline, 0.9));
    } else {
        pen.draw(slats(), fill(slat));
        pen.draw(thing.ground.clone(), line(Ink::Outline, 1.0));
    }
    for x in [-w / 2.0 + 0.35, w / 2.0 - 0.35] {
        for y in [-d / 2.0 + 0.35, d / 2.0 - 0.35] {
            pen.outlined(Path::rectangle(pt(x, y), 0.28, 0.28), fill(beam));
        }
    }
    vine(pen, thing);
}

/// Leaves over about a third of the slats, thickest at one corner post, with a few blossoms.
fn vine(pen: &mut Pen, thing: &Thing) {
    let (w, d) = (thing.width, thing.depth);
    let mut chance = Chance::new(7);
    let corner = pt(-w / 2.0 + 0.5, d / 2.0 - 0.5);
    let mut leaves = Vec::new();
    for _ in 0..34 {
        let far = chance.next() * chance.next();
        let at = corner + WorldVec::new(far * w * 0.72, -chance.next() * d * 0.8 * (1.0 - far * 0.7));
        leaves.push((at, chance.between(0.18, 0.34)));
    }
    let discs = |share: f64, step: WorldVec| {
        Path::all(leaves.iter().map(|(at, r)| Path::circle(*at + step, r * share)))
    };
    pen.draw(discs(1.0, WorldVec::default()), fill(Ink::Leaf));
    pen.draw(discs(0.55, WorldVec::new(-0.05, -0.06)), fill(Ink::LeafLight));
    let blossoms = leaves.iter().step_by(5).map(|(at, _)| Path::circle(*at, 0.1));
    pen.draw(Path::all(blossoms), fill(Ink::Violet));
}
