//! What stands on the sheet and not on the ground: the north arrow and the scale bar.

use crate::geometry::{ScreenPt, View, WorldPt, WorldVec, grid_metres};

use super::path::pt;
use super::{Ink, Label, Length, Mark, Path, Scene, fill, line, wash};

/// A grid of the sheet as far as a view shows it, at a spacing that suits the scale; every tenth
/// line is stronger.
pub fn grid(view: &View) -> Scene {
    let step = grid_metres(view.scale);
    let seen = view.bounds();
    let mut scene = Scene::default();
    let mut paths = [Path::default(), Path::default()];
    let lines = |from: f64, to: f64| ((from / step).ceil() as i64)..=((to / step).floor() as i64);
    for i in lines(seen.min.x, seen.max.x) {
        let x = i as f64 * step;
        paths[usize::from(i % 10 == 0)].add(Path::segment(pt(x, seen.min.y), pt(x, seen.max.y)));
    }
    for i in lines(seen.min.y, seen.max.y) {
        let y = i as f64 * step;
        paths[usize::from(i % 10 == 0)].add(Path::segment(pt(seen.min.x, y), pt(seen.max.x, y)));
    }
    let [fine, strong] = paths;
    scene.draw(fine, line(Ink::InkSoft, 0.5).faint(0.35));
    scene.draw(strong, line(Ink::InkSoft, 0.9).faint(0.5));
    scene
}

/// Lengths that a scale bar may have, in metres.
const ROUND_M: [f64; 12] = [
    0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1_000.0, 2_000.0,
];

/// The longest round length whose bar is at most so many pixels, in metres.
pub fn scale_bar_metres(scale: f64, longest_px: f64) -> f64 {
    let fits = |metres: &&f64| **metres * scale <= longest_px;
    ROUND_M.iter().rev().find(fits).copied().unwrap_or(ROUND_M[0])
}

/// A scale bar whose left end is at a point of the screen, with a north arrow above it.
pub fn furniture(view: &View, at: ScreenPt, longest_px: f64) -> Scene {
    let mut own = Scene::default();
    scale_bar(&mut own, view.scale, longest_px);
    north(&mut own, pt(11.0, 38.0), view.turn);
    Scene {
        marks: vec![Mark::Pinned {
            at: view.world_from_screen(at),
            turn: 0.0,
            marks: own.marks,
        }],
    }
}

/// Four pieces, dark and light by turns, as on a printed plan.
fn scale_bar(scene: &mut Scene, scale: f64, longest_px: f64) {
    let metres = scale_bar_metres(scale, longest_px);
    let width = metres * scale;
    scene.draw(
        Path::rectangle(pt(width / 2.0, 2.0), width + 4.0, 9.0),
        wash(Ink::Halo, 0.8),
    );
    for i in 0..4 {
        let x = width * (f64::from(i) + 0.5) / 4.0;
        let ink = if i % 2 == 0 { Ink::Ink } else { Ink::Raised };
        scene.draw(Path::rectangle(pt(x, 2.0), width / 4.0, 5.0), fill(ink));
    }
    scene.draw(
        Path::rectangle(pt(width / 2.0, 2.0), width, 5.0),
        line(Ink::Ink, 1.0),
    );
    for (x, text) in [(0.0, "0".to_owned()), (width, format!("{metres} m"))] {
        scene.marks.push(Mark::Label(Label::new(
            pt(x, 13.0),
            text,
            Length::Px(11.0),
            Ink::Ink,
        )));
    }
}

/// A slim arrow, half dark and half light, with its letter, that points to the north of a sheet
/// that lies turned.
fn north(scene: &mut Scene, at: WorldPt, turn: f64) {
    let p = |x: f64, y: f64| at + WorldVec::new(x, y).turned(turn);
    scene.draw(
        Path::circle(p(0.0, 0.0), 13.0),
        wash(Ink::Halo, 0.8).lined(Ink::InkSoft, 1.0),
    );
    scene.draw(
        Path::ring([p(0.0, 15.0), p(-6.0, -10.0), p(0.0, -6.0)]),
        fill(Ink::Ink),
    );
    scene.draw(
        Path::ring([p(0.0, 15.0), p(0.0, -6.0), p(6.0, -10.0)]),
        fill(Ink::Raised),
    );
    scene.draw(
        Path::ring([p(0.0, 15.0), p(-6.0, -10.0), p(0.0, -6.0), p(6.0, -10.0)]),
        line(Ink::Ink, 1.0),
    );
    scene.marks.push(Mark::Label(Label::new(
        p(0.0, 22.0),
        "N",
        Length::Px(11.0),
        Ink::Ink,
    )));
}
