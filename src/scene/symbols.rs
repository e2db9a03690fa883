//! Things drawn once and stamped: crowns, cars, bicycles.

use std::sync::Arc;

use crate::geometry::{WorldPt, WorldVec};

use super::mark::bounds_of;
use super::path::pt;
use super::{Ink, Path, Scene, Symbol, fill, line, wash};

/// How many crowns of each sort there are.
const CROWNS: u64 = 5;

/// A number that is the same for the same text on every machine (FNV-1a).
pub(super) fn hash_of(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// A run of numbers from 0 to 1 that is the same for the same start (a linear congruence).
pub(super) struct Chance(u64);

impl Chance {
    pub fn new(start: u64) -> Self {
        Self(start ^ 0x9e37_79b9_7f4a_7c15)
    }
    pub fn next(&mut self) -> f64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 40) as f64 / f64::from(1u32 << 24)
    }
    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.next()
    }
}

/// A symbol from what a drawing puts in a scene.
pub(super) fn symbol(name: impl Into<String>, draw: impl FnOnce(&mut Scene)) -> Arc<Symbol> {
    let mut scene = Scene::default();
    draw(&mut scene);
    let bounds = bounds_of(&scene.marks).unwrap_or_default();
    Arc::new(Symbol {
        name: name.into(),
        marks: scene.marks,
        bounds,
    })
}

/// The inks of a crown: its shade, its light side, its edge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct CrownInks {
    pub name: &'static str,
    pub shade: Ink,
    pub light: Ink,
    pub edge: Ink,
    pub blossom: Option<Ink>,
}

/// What stands already.
pub(super) const OLD_CROWN: CrownInks = CrownInks {
    name: "crown",
    shade: Ink::Crown,
    light: Ink::CrownLight,
    edge: Ink::CrownLine,
    blossom: None,
};

/// A crown of radius 1 m about its trunk, one of five by a number; its light side is the south.
pub(super) fn crown(inks: CrownInks, which: u64) -> Arc<Symbol> {
    let variant = which % CROWNS;
    symbol(format!("{}-{variant}", inks.name), |scene| {
        let mut chance = Chance::new(variant * 977 + 13);
        let lobes = 7 + (variant % 3) as usize;
        let edge = ragged(&mut chance, lobes, 1.0, 0.87);
        scene.draw(edge.moved(WorldVec::new(0.06, 0.13)), wash(Ink::Shadow, 0.15));
        scene.draw(edge.clone(), fill(inks.shade));
        let light = ragged(&mut chance, 7, 0.62, 0.5).moved(WorldVec::new(-0.14, -0.2));
        scene.draw(light, wash(inks.light, 0.9));
        for _ in 0..5 {
            let at = pt(0.0, 0.0) + WorldVec::toward(chance.between(0.0, 360.0)) * chance.between(0.3, 0.75);
            let from = chance.between(180.0, 300.0);
            scene.draw(Path::arc(at, 0.13, from, 130.0), line(inks.edge, 0.7).faint(0.8));
        }
        if let Some(blossom) = inks.blossom {
            for _ in 0..14 {
                let at =
                    pt(0.0, 0.0) + WorldVec::toward(chance.between(0.0, 360.0)) * chance.between(0.1, 0.82);
                scene.draw(Path::circle(at, chance.between(0.06, 0.11)), fill(blossom));
            }
        }
        scene.draw(edge, line(inks.edge, 0.9));
        scene.draw(Path::circle(pt(0.0, 0.0), 0.06), fill(inks.edge));
    })
}

/// A smooth ring of lobes between two radii.
fn ragged(chance: &mut Chance, lobes: usize, outer: f64, inner: f64) -> Path {
    let step = 360.0 / lobes as f64;
    let start = chance.between(0.0, 360.0);
    let mut ring: Vec<WorldPt> = Vec::with_capacity(lobes * 2);
    for i in 0..lobes {
        let angle = start + step * i as f64 + chance.between(-9.0, 9.0);
        let out = outer * chance.between(0.86, 1.0);
        ring.push(pt(0.0, 0.0) + WorldVec::toward(angle - step * 0.2) * out);
        ring.push(pt(0.0, 0.0) + WorldVec::toward(angle + step * 0.2) * out);
        ring.push(pt(0.0, 0.0) + WorldVec::toward(angle + step * 0.5) * (inner * chance.between(0.93, 1.03)));
    }
    Path::smooth_ring(&ring)
}

/// A car seen from above, 4.4 m long along x, in a body ink; without one, only its outline.
pub(super) fn car(body: Option<Ink>) -> Arc<Symbol> {
    let name = body.map_or("car-outline".to_owned(), |ink| format!("car-{ink:?}"));
    symbol(name, |scene| {
        let hull = Path::rounded(pt(0.0, 0.0), 4.4, 1.8, 0.62);
        let Some(ink) = body else {
            scene.draw(hull, wash(Ink::Marking, 0.16).lined(Ink::Marking, 1.1));
            let cabin = Path::rounded(pt(-0.25, 0.0), 2.2, 1.45, 0.4);
            scene.draw(cabin, line(Ink::Marking, 0.9));
            return;
        };
        scene.draw(hull.moved(WorldVec::new(0.08, 0.14)), wash(Ink::Shadow, 0.25));
        for (x, y) in [(1.1, 1.0), (1.1, -1.0)] {
            scene.draw(Path::rounded(pt(x - 0.25, y * 0.95), 0.16, 0.26, 0.06), fill(ink));
        }
        scene.draw(hull, fill(ink).lined(Ink::Outline, 1.0));
        let front = Path::ring([pt(0.95, -0.72), pt(0.95, 0.72), pt(0.45, 0.62), pt(0.45, -0.62)]);
        let rear = Path::ring([pt(-1.6, -0.66), pt(-1.6, 0.66), pt(-1.25, 0.58), pt(-1.25, -0.58)]);
        scene.draw(front.and(rear), fill(Ink::Glass));
        scene.draw(
            Path::rounded(pt(-0.4, 0.0), 1.6, 1.3, 0.25),
            wash(Ink::Marking, 0.22),
        );
        for y in [-0.62, 0.62] {
            scene.draw(Path::ellipse(pt(2.05, y), 0.1, 0.16), fill(Ink::Light));
        }
    })
}

/// A bicycle or e-bike from above, 1.75 m long along y, its front wheel up.
pub(super) fn bike(electric: bool, which: u64) -> Arc<Symbol> {
    let frames = [Ink::SignBlue, Ink::PlayRed, Ink::Jade, Ink::Glass];
    let ink = frames[(which % 4) as usize];
    symbol(format!("bike-{electric}-{}", which % 4), |scene| {
        let wide = if electric { 0.14 } else { 0.11 };
        for y in [0.62, -0.62] {
            scene.draw(Path::rounded(pt(0.0, y), wide, 0.6, wide / 2.0), fill(Ink::Glass));
        }
        if electric {
            scene.draw(
                Path::rounded(pt(0.0, 0.02), 0.3, 0.95, 0.14),
                fill(ink).lined(Ink::Outline, 0.7),
            );
            scene.draw(Path::rounded(pt(0.0, -0.3), 0.24, 0.62, 0.1), fill(Ink::Outline));
        } else {
            scene.draw(
                Path::segment(pt(0.0, -0.55), pt(0.0, 0.55)),
                super::band(ink, 0.13).ends(true),
            );
            scene.draw(Path::ellipse(pt(0.0, -0.28), 0.09, 0.15), fill(Ink::Outline));
        }
        let bar = Path::open([pt(-0.22, 0.3), pt(-0.1, 0.38), pt(0.1, 0.38), pt(0.22, 0.3)]);
        scene.draw(bar, super::band(Ink::Outline, 0.06).ends(true));
    })
}

/// A bolt of lightning about the origin, so many units high.
pub(super) fn bolt(height: f64) -> Path {
    let k = height / 2.0;
    let p = |x: f64, y: f64| pt(x * k, y * k);
    Path::ring([
        p(0.28, 1.0),
        p(-0.62, -0.14),
        p(-0.08, -0.14),
        p(-0.28, -1.0),
        p(0.62, 0.18),
        p(0.08, 0.18),
    ])
}

/// The wheelchair sign about the origin, so many units high: a head, a body, a wheel.
pub(super) fn wheelchair(height: f64) -> (Path, Path) {
    let k = height / 2.0;
    let p = |x: f64, y: f64| pt(x * k, y * k);
    let head = Path::circle(p(-0.12, 0.82), 0.17 * k);
    let body = Path::open([
        p(-0.12, 0.52),
        p(-0.08, -0.08),
        p(0.42, -0.08),
        p(0.62, -0.72),
        p(0.84, -0.66),
    ])
    .and(Path::segment(p(-0.1, 0.26), p(0.34, 0.26)));
    let wheel = Path::arc(p(-0.02, -0.34), 0.58 * k, 122.0, 236.0);
    (head, body.and(wheel))
}
