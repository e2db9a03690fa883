//! What lies flat or grows: the land beyond, greens, paving, water, existing bays, fences, trees.

use crate::estate::{BayUse, Class, Estate, Shape};
use crate::geometry::{WorldPt, WorldVec};

use super::super::path::pt;
use super::super::symbols::{OLD_CROWN, crown, hash_of};
use super::super::{Detail, Ink, Length, Mark, Path, Scene, Style, Tile, band, fill, line, tiled, wash};
use super::of_class;

/// How far beyond the estate the outside is washed, in metres.
const BEYOND_M: f64 = 20_000.0;

/// The land beyond the estate.
pub(super) fn draw_beyond(scene: &mut Scene, estate: &Estate) {
    if let Some(boundary) = estate.boundary() {
        let around = estate.bounds().grown(BEYOND_M);
        scene.draw(
            Path::rectangle(around.centre(), around.width(), around.height()),
            fill(Ink::Outside),
        );
        scene.draw(Path::of_outline(boundary), fill(Ink::Paper));
    }
}

pub(super) fn draw_paving(scene: &mut Scene, estate: &Estate, detail: Detail) {
    let paving = areas(estate, |class| *class == Class::Paving);
    scene.draw(paving.clone(), fill(Ink::Paving));
    if detail.shows(1.0, 6.0) {
        scene.draw(
            paving.clone(),
            tiled(Tile::Squares, Ink::Joint, 0.8, Length::Metres(1.0)),
        );
    }
    scene.draw(paving, line(Ink::Joint, 0.8));
}

/// Squares for activity, greens, water.
pub(super) fn draw_green(scene: &mut Scene, estate: &Estate, detail: Detail) {
    let area = |class: Class| areas(estate, move |c| *c == class);
    let activity = area(Class::Activity);
    scene.draw(activity.clone(), fill(Ink::Activity));
    if detail.shows(1.0, 4.0) {
        scene.draw(
            activity.clone(),
            tiled(Tile::Squares, Ink::Joint, 0.7, Length::Metres(1.5)),
        );
    }
    scene.draw(activity, line(Ink::Joint, 1.0));
    greens(scene, estate, detail);
    let water = area(Class::Water);
    scene.draw(water.clone(), fill(Ink::Water).lined(Ink::WaterLine, 1.0));
    if detail.shows(1.0, 2.0) {
        scene.draw(water, tiled(Tile::Lines, Ink::WaterLine, 0.35, Length::Px(9.0)));
    }
}

/// Two soft greens by turns, so that neighbours are told apart, and a stipple over all.
fn greens(scene: &mut Scene, estate: &Estate, detail: Detail) {
    let mut two = [Path::default(), Path::default()];
    for feature in of_class(estate, |f| f.class == Class::Green) {
        if let Shape::Area(edge, holes) = &feature.shape {
            two[(hash_of(feature.id.as_str()) % 2) as usize].add(Path::of_area(edge, holes));
        }
    }
    let [light, deep] = two;
    scene.draw(light.clone(), fill(Ink::Green));
    scene.draw(deep.clone(), fill(Ink::GreenDeep));
    let all = light.and(deep);
    if detail.shows(1.0, 1.4) {
        scene.draw(
            all.clone(),
            tiled(Tile::Stipple, Ink::Stipple, 0.75, Length::Px(26.0)),
        );
    }
    if detail.shows(1.0, 3.0) {
        scene.draw(all, line(Ink::Stipple, 0.7).faint(0.8));
    }
}

pub(super) fn draw_fences(scene: &mut Scene, estate: &Estate, detail: Detail) {
    let fences = lines(estate, |class| matches!(class, Class::Fence { .. }));
    scene.draw(fences.clone(), line(Ink::BuildingLine, 1.0));
    if detail.shows(1.0, 2.0) {
        scene.draw(
            fences,
            line(Ink::BuildingLine, 3.4).dashed(Length::Px(1.4), Length::Px(7.0)),
        );
    }
}

pub(super) fn draw_boundary(scene: &mut Scene, estate: &Estate, detail: Detail) {
    if let Some(boundary) = estate.boundary() {
        let ring = Path::of_outline(boundary);
        let k = if detail.shows(1.0, 1.3) { 1.0 } else { 0.6 };
        scene.draw(ring.clone(), line(Ink::Outside, 7.0 * k).faint(0.7));
        scene.draw(
            ring,
            line(Ink::InkSoft, 1.4 * k).dashed(Length::Px(12.0 * k), Length::Px(4.0 * k)),
        );
    }
}

pub(super) fn draw_bays(scene: &mut Scene, estate: &Estate, detail: Detail) {
    let of = |wanted: &'static [BayUse]| {
        areas(
            estate,
            move |c| matches!(c, Class::Bay { usage } if wanted.contains(usage)),
        )
    };
    let cars = of(&[BayUse::Car]);
    let strength = if detail.shows(1.0, 3.0) { 1.0 } else { 0.6 };
    scene.draw(cars, wash(Ink::OldBay, 0.28).lined(Ink::OldBay, strength));
    let special: [(&'static [BayUse], Ink); 3] = [
        (&[BayUse::Accessible], Ink::SignBlue),
        (&[BayUse::Ev], Ink::Volt),
        (&[BayUse::Bike], Ink::InkSoft),
    ];
    for (usage, ink) in special {
        let path = of(usage);
        scene.draw(path, wash(ink, 0.12).lined(ink, 0.8).faint(0.55));
    }
}

/// From so far that a crown is a few pixels wide, trees are dots: round ends of lines of no
/// length, which costs a twentieth of a crown each.
fn tree_dots(scene: &mut Scene, estate: &Estate) {
    let mut sizes = [Path::default(), Path::default(), Path::default()];
    for feature in of_class(estate, |f| matches!(f.class, Class::Tree { .. })) {
        if let (Class::Tree { crown, .. }, Some(at)) = (&feature.class, point(&feature.shape)) {
            // A canvas draws no line of no length at all, so it has a centimetre.
            let dot = Path::segment(at, at + WorldVec::new(0.01, 0.0));
            sizes[((crown / 2.5) as usize).min(3).saturating_sub(1)].add(dot);
        }
    }
    for (i, path) in sizes.into_iter().enumerate() {
        let across = 3.4 + 2.0 * i as f64;
        scene.draw(
            path.clone(),
            band(Ink::CrownLine, across + 0.5).ends(true).faint(0.7),
        );
        scene.draw(path, band(Ink::Crown, across - 0.6).ends(true));
    }
}

pub(super) fn draw_trees(scene: &mut Scene, estate: &Estate, detail: Detail) {
    if !detail.shows(1.0, 1.3) {
        return tree_dots(scene, estate);
    }
    let crowns: Vec<_> = (0..5).map(|which| crown(OLD_CROWN, which)).collect();
    for feature in of_class(estate, |f| matches!(f.class, Class::Tree { .. })) {
        let (Class::Tree { crown, kept, .. }, Some(at)) = (&feature.class, point(&feature.shape)) else {
            continue;
        };
        let radius = (crown / 2.0).clamp(0.5, 12.0);
        let which = hash_of(feature.id.as_str()) as usize % crowns.len();
        scene.marks.push(Mark::Stamp {
            symbol: crowns[which].clone(),
            at,
            turn: 0.0,
            grown: radius,
        });
        if *kept && detail.shows(radius, 9.0) {
            // A protected tree: a fine ring round its trunk.
            scene.draw(Path::circle(at, radius * 0.22), line(Ink::Post, 1.0).faint(0.8));
        }
    }
}

/// All areas of the classes that a test keeps, as one path.
pub(super) fn areas(estate: &Estate, keep: impl Fn(&Class) -> bool) -> Path {
    Path::all(
        of_class(estate, |f| keep(&f.class)).filter_map(|feature| match &feature.shape {
            Shape::Area(edge, holes) => Some(Path::of_area(edge, holes)),
            _ => None,
        }),
    )
}

/// All lines of the classes that a test keeps, as one path.
pub(super) fn lines(estate: &Estate, keep: impl Fn(&Class) -> bool) -> Path {
    Path::all(
        of_class(estate, |f| keep(&f.class)).filter_map(|feature| match &feature.shape {
            Shape::Line(line) => Some(Path::of_line(line)),
            Shape::Area(edge, _) => Some(Path::of_outline(edge)),
            Shape::Point(_) => None,
        }),
    )
}

/// The place of a point, or the middle of an area.
pub(super) fn point(shape: &Shape) -> Option<WorldPt> {
    match shape {
        Shape::Point(p) => Some(*p),
        Shape::Area(edge, _) => Some(edge.centroid()),
        Shape::Line(_) => None,
    }
}

/// A small disc that keeps its size on the screen.
pub(super) fn disc(at: WorldPt, px: f64, style: Style) -> Mark {
    Mark::Pinned {
        at,
        turn: 0.0,
        marks: vec![Mark::Shape {
            path: Path::circle(pt(0.0, 0.0), px),
            style,
        }],
    }
}
