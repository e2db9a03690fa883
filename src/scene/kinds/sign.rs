//! What a thing is shown as when it is too small on the screen to be drawn: a disc with a sign,
//! coloured by its shelf of the palette.

use crate::catalogue::Kind;

use super::super::path::pt;
use super::super::symbols::bolt;
use super::super::{Detail, Ink, Mark, Path, Scene, fill, line};
use super::group_ink;

/// Kinds of less ground than this, such as benches, are only a dot from afar: there are many of
/// them, and their signs would cover what they stand on.
const SMALL_M2: f64 = 5.0;

/// A sign in pixels about the origin.
pub(super) fn marks(kind: &Kind, detail: Detail) -> Vec<Mark> {
    let mut scene = Scene::default();
    if kind.size.0 * kind.size.1 < SMALL_M2 && !detail.shows(1.0, 4.0) {
        scene.draw(
            Path::circle(pt(0.0, 0.0), 2.9),
            fill(group_ink(kind.group)).lined(Ink::Raised, 1.1),
        );
        return scene.marks;
    }
    scene.draw(
        Path::circle(pt(0.0, 0.0), 5.6),
        fill(group_ink(kind.group)).lined(Ink::Raised, 1.4),
    );
    let white = line(Ink::Raised, 1.3);
    let bar = |x0: f64, y0: f64, x1: f64, y1: f64| Path::segment(pt(x0, y0), pt(x1, y1));
    let dot = |x: f64, y: f64, r: f64| Path::circle(pt(x, y), r);
    match kind.acts_as().as_str() {
        "bench" => scene.draw(
            bar(-3.0, 0.6, 3.0, 0.6)
                .and(bar(-2.2, 0.6, -2.2, -2.0))
                .and(bar(2.2, 0.6, 2.2, -2.0)),
            white,
        ),
        "lamp" => {
            scene.draw(dot(0.0, 0.0, 1.7), fill(Ink::Light));
            let ray = |a: f64| {
                let out = crate::geometry::WorldVec::toward(a);
                Path::segment(pt(0.0, 0.0) + out * 2.8, pt(0.0, 0.0) + out * 3.8)
            };
            scene.draw(
                Path::all((0..6).map(|i| ray(60.0 * f64::from(i)))),
                line(Ink::Light, 1.0),
            );
        }
        "chess-table" => scene.draw(
            Path::rectangle(pt(-1.2, 1.2), 2.4, 2.4).and(Path::rectangle(pt(1.2, -1.2), 2.4, 2.4)),
            fill(Ink::Raised),
        ),
        "bin-station" => {
            scene.draw(
                Path::ring([pt(-2.2, 1.6), pt(-1.6, -2.8), pt(1.6, -2.8), pt(2.2, 1.6)])
                    .and(Path::rectangle(pt(0.0, 2.6), 5.0, 0.9)),
                fill(Ink::Raised),
            )
        }
        "parcel-cabinet" => scene.draw(
            Path::rectangle(pt(0.0, 0.0), 5.0, 5.0)
                .and(bar(0.0, -2.5, 0.0, 2.5))
                .and(bar(-2.5, 0.0, 2.5, 0.0)),
            white,
        ),
        "drying-rack" => scene.draw(
            bar(-3.0, 1.8, 3.0, 1.8).and(Path::ring([
                pt(-1.6, 1.8),
                pt(1.6, 1.8),
                pt(1.6, -2.4),
                pt(-1.6, -2.4),
            ])),
            white,
        ),
        "ramp" => scene.draw(
            Path::ring([pt(-3.2, -1.8), pt(3.2, -1.8), pt(3.2, 1.8)]),
            fill(Ink::Raised),
        ),
        "pavilion" | "pavilion-corridor" | "pergola" => scene.draw(
            Path::ring([pt(-3.6, -0.4), pt(0.0, 3.0), pt(3.6, -0.4)])
                .and(bar(-2.0, -0.4, -2.0, -3.0))
                .and(bar(2.0, -0.4, 2.0, -3.0)),
            white,
        ),
        "ev-bay" | "charging-shed" => scene.draw(bolt(8.0), fill(Ink::Bolt)),
        "bike-rack" => scene.draw(
            dot(-1.9, -0.6, 1.6)
                .and(dot(1.9, -0.6, 1.6))
                .and(bar(-1.9, -0.6, 0.0, 1.8))
                .and(bar(1.9, -0.6, 0.0, 1.8)),
            white,
        ),
        "bay" | "accessible-bay" | "car-park" => {
            scene.draw(Path::rounded(pt(0.0, 0.0), 3.0, 5.6, 1.0), fill(Ink::Raised))
        }
        _ => scene.draw(dot(0.0, 0.0, 1.9), fill(Ink::Raised)),
    }
    scene.marks
}
