//! What runs underneath and stands small: pipes, manholes, hydrants, lamps, septic tanks.

use crate::estate::{Class, Estate, PipeUse, Shape};

use super::super::path::pt;
use super::super::{Detail, Ink, Length, Mark, Part, Path, Scene, Shown, Style, fill, line, wash};
use super::ground::{areas, disc, lines, point};
use super::of_class;

const PIPES: [PipeUse; 7] = [
    PipeUse::Water,
    PipeUse::Storm,
    PipeUse::Sewer,
    PipeUse::Gas,
    PipeUse::Heat,
    PipeUse::Power,
    PipeUse::Telecom,
];

pub(super) fn draw(scene: &mut Scene, estate: &Estate, detail: Detail, shown: Shown) {
    for usage in PIPES.into_iter().filter(|usage| shown.has(Part::Pipe(*usage))) {
        let path = lines(
            estate,
            |c| matches!(c, Class::Pipe { usage: u, .. } if *u == usage),
        );
        scene.draw(path, pipe(usage));
    }
    if shown.has(Part::Hydrants) {
        draw_small(scene, estate, detail, shown.has_pipes());
    }
}

/// Whatever of the services stands or lies in one place; near, or with the pipes, all of it.
fn draw_small(scene: &mut Scene, estate: &Estate, detail: Detail, pipes: bool) {
    let tanks = areas(estate, |c| *c == Class::Septic);
    if pipes || detail.shows(1.0, 8.0) {
        scene.draw(
            tanks,
            line(Ink::Manhole, 1.0).dashed(Length::Px(4.0), Length::Px(3.0)),
        );
    }
    if pipes || detail.shows(1.0, 6.0) {
        for at in places(estate, |c| *c == Class::Manhole) {
            scene.draw(
                Path::circle(at, 0.35),
                wash(Ink::Manhole, 0.25).lined(Ink::Manhole, 0.9),
            );
            scene.draw(
                Path::segment(at + west(0.22), at - west(0.22)),
                line(Ink::Manhole, 0.8),
            );
        }
    }
    let boxes = areas(estate, |c| *c == Class::Substation);
    scene.draw(boxes, fill(Ink::Shed).lined(Ink::BuildingLine, 1.0));
    if detail.shows(1.0, 2.0) {
        for at in places(estate, |c| *c == Class::Substation) {
            scene.marks.push(Mark::Pinned {
                at,
                turn: 0.0,
                marks: bolt(),
            });
        }
        for at in places(estate, |c| *c == Class::Hydrant) {
            scene.marks.push(Mark::Pinned {
                at,
                turn: 0.0,
                marks: hydrant(),
            });
        }
    }
    if detail.shows(1.0, 4.0) {
        for at in places(estate, |c| *c == Class::Lamp) {
            scene
                .marks
                .push(disc(at, 3.2, wash(Ink::Light, 0.7).lined(Ink::InkSoft, 0.8)));
            scene.marks.push(disc(at, 1.0, fill(Ink::InkSoft)));
        }
    }
}

/// Each kind of pipe by colour and by dashes, so that it is told apart without colour.
fn pipe(usage: PipeUse) -> Style {
    let dash =
        |ink: Ink, on: f64, off: f64| line(ink, 1.3).dashed(Length::Px(on), Length::Px(off)).faint(0.85);
    match usage {
        PipeUse::Water => line(Ink::PipeWater, 1.3).faint(0.85),
        PipeUse::Storm => dash(Ink::PipeStorm, 14.0, 3.0),
        PipeUse::Sewer => dash(Ink::PipeSewer, 9.0, 3.0),
        PipeUse::Gas => dash(Ink::PipeGas, 5.0, 3.0),
        PipeUse::Heat => line(Ink::PipeHeat, 2.2).faint(0.7),
        PipeUse::Power => dash(Ink::PipePower, 2.0, 3.0),
        PipeUse::Telecom => dash(Ink::PipeTelecom, 1.0, 3.0),
    }
}

fn places(estate: &Estate, keep: impl Fn(&Class) -> bool) -> Vec<crate::geometry::WorldPt> {
    of_class(estate, |f| keep(&f.class))
        .filter_map(|f| match &f.shape {
            Shape::Line(_) => None,
            shape => point(shape),
        })
        .collect()
}

const fn west(metres: f64) -> crate::geometry::WorldVec {
    crate::geometry::WorldVec::new(-metres, 0.0)
}

fn hydrant() -> Vec<Mark> {
    let mut scene = Scene::default();
    scene.draw(
        Path::circle(pt(0.0, 0.0), 4.2),
        fill(Ink::Raised).lined(Ink::Hydrant, 1.3),
    );
    let cross = Path::segment(pt(-2.2, 0.0), pt(2.2, 0.0)).and(Path::segment(pt(0.0, -2.2), pt(0.0, 2.2)));
    scene.draw(cross, line(Ink::Hydrant, 1.3));
    scene.marks
}

fn bolt() -> Vec<Mark> {
    let mut scene = Scene::default();
    let path = Path::ring([
        pt(1.5, 5.0),
        pt(-3.0, -0.6),
        pt(-0.4, -0.6),
        pt(-1.5, -5.0),
        pt(3.0, 0.8),
        pt(0.4, 0.8),
    ]);
    scene.draw(path, fill(Ink::InkSoft));
    scene.marks
}
