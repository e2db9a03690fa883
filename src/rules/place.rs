//! The sentence of place: where a thing is and what it gives, in words that need no map.

use std::sync::Arc;

use crate::catalogue::LaysOut;
use crate::design::{Placement, PlacementShape};
use crate::estate::{BuildingUse, Class, Estate, Feature, Shape};
use crate::geometry::{Bounds, Region, WorldPt, WorldVec, compass};
use crate::layout::BayAngle;
use crate::project::Project;
use crate::text::{Arg, Message};

use super::capacity::{Capacity, capacity, size_of};
use super::names::{feature_name, is_numbered};

/// A building, road or gate farther than this, in metres, does not tell where a thing is.
const NEAR_M: f64 = 60.0;
/// Nearer than this, in metres, is against the wall.
const AGAINST_M: f64 = 0.5;

/// Where a shape is: in a named plot, by the nearest named building, on or by a named road, by a
/// gate, or else in which part of the estate.
pub fn place(project: &Project, shape: &PlacementShape) -> Message {
    let estate = &project.estate;
    let centre = shape.centre();
    let plot = named_plot(estate, centre);
    let near = nearest(estate, shape, tells_where, true);
    match (plot, near) {
        (Some(plot), _) => Message::new("place-in").with("where", feature_name(plot)),
        (None, Some((building, away))) => by_building(shape, building, away),
        (None, None) => by_way(estate, shape).unwrap_or_else(|| part_of(estate, centre)),
    }
}

/// Where a thing is and what it gives: '3 号楼南侧 6 米, 能停 20 辆'.
pub fn said(project: &Project, thing: &Placement) -> Message {
    let place = place(project, &thing.shape);
    match gives(project, thing) {
        Some(gives) => Message::new("place-and-gives")
            .with("place", place)
            .with("gives", gives),
        None => place,
    }
}

/// What a thing holds: 'room for 20 cars'; none where there is nothing to count.
pub fn gives(project: &Project, thing: &Placement) -> Option<Message> {
    let kind = project.catalogue.kind(&thing.kind)?;
    let held = capacity(kind, thing);
    let Capacity {
        bays,
        slots,
        bikes,
        items,
        seats,
        ..
    } = held;
    let count = |key, n: u32| Some(Message::new(key).number("count", f64::from(n), 0));
    match (bays, slots, bikes, items, seats) {
        (0, 0, 0, 0, 0) if kind.lays_out == Some(LaysOut::CarPark) => {
            let angle = thing.option(kind, "angle").and_then(BayAngle::from_option);
            let depth = angle.unwrap_or_default().least_depth();
            Some(Message::new("gives-no-bays").number("metres", depth, 1))
        }
        (0, 0, 0, 0, 0) if kind.lays_out.is_some() => Some(Message::new("gives-too-small")),
        (0, 0, 0, 0, 0) if kind.gain.green > 0.0 || kind.gain.activity > 0.0 => {
            Some(Message::new("gives-area").number("area", thing.shape.area(), 0))
        }
        (0, 0, 0, 0, 0) => None,
        (0, 0, 0, 0, n) => count("gives-seats", n),
        (0, 0, 0, n, _) => count("gives-items", n),
        (0, 0, n, ..) => count("gives-bikes", n),
        (0, n, ..) => count("gives-slots", n),
        (n, ..) => count("gives-bays", n),
    }
}

/// The size of a shape: '24 × 18 m', of an area that is no rectangle its square metres, of a path
/// its length and width.
pub fn size(shape: &PlacementShape) -> Message {
    let own = size_of(shape);
    let key = match shape {
        PlacementShape::Path { .. } => "size-path",
        PlacementShape::Area(outline) if (outline.area() - own.x * own.y).abs() > 0.02 * outline.area() => {
            return Message::new("size-area").number("area", outline.area(), 0);
        }
        _ => "size-rectangle",
    };
    Message::new(key)
        .number("width", own.x, 1)
        .number("depth", own.y, 1)
}

/// Buildings that people know by name; one shed of many is called like the next.
fn tells_where(class: &Class) -> bool {
    matches!(class, Class::Building { usage, .. } if *usage != BuildingUse::Shed)
}

/// The smallest named plot that the point lies in: a square, a garden, a playground.
fn named_plot(estate: &Estate, at: WorldPt) -> Option<&Arc<Feature>> {
    estate
        .in_box(Bounds { min: at, max: at })
        .filter(|f| {
            matches!(
                f.class,
                Class::Activity | Class::Green | Class::Paving | Class::Water
            )
        })
        .filter(|f| !f.name.trim().is_empty())
        .filter_map(|f| Some((f, f.shape.outline()?)))
        .filter(|(_, edge)| edge.contains(at))
        .min_by(|a, b| a.1.area().total_cmp(&b.1.area()))
        .map(|(feature, _)| feature)
}

/// The nearest feature of a class and its distance in metres; the search widens until it finds one.
fn nearest<'a>(
    estate: &'a Estate,
    shape: &PlacementShape,
    wanted: impl Fn(&Class) -> bool,
    named: bool,
) -> Option<(&'a Arc<Feature>, f64)> {
    let ground = shape.region();
    for reach in [8.0, 20.0, NEAR_M] {
        let found = estate
            .in_box(shape.bounds().grown(reach))
            .filter(|f| wanted(&f.class) && (!named || !f.name.trim().is_empty()))
            .map(|f| (f, distance(&ground, shape, f)))
            .filter(|(_, away)| *away <= reach)
            .min_by(|a, b| a.1.total_cmp(&b.1).then_with(|| a.0.id.cmp(&b.0.id)));
        if found.is_some() {
            return found;
        }
    }
    None
}

fn distance(ground: &Region, shape: &PlacementShape, feature: &Feature) -> f64 {
    match &feature.shape {
        Shape::Area(edge, _) => ground.distance(&Region::from(edge)),
        Shape::Point(at) => shape
            .outline()
            .map_or_else(|| shape.centre().distance(*at), |own| own.distance_to(*at)),
        Shape::Line(line) => {
            let width = if let Class::Road { width, .. } = feature.class {
                width.unwrap_or_default()
            } else {
                0.0
            };
            let near = line.nearest(shape.centre());
            let own = shape
                .outline()
                .map_or_else(|| shape.centre().distance(near), |own| own.distance_to(near));
            (own - width / 2.0).max(0.0)
        }
    }
}

fn by_building(shape: &PlacementShape, building: &Feature, away: f64) -> Message {
    let name = feature_name(building);
    let Some(edge) = building.shape.outline() else {
        return Message::new("place-near").with("where", name);
    };
    let centre = shape.centre();
    if edge.contains(centre) {
        return Message::new("place-on-building").with("where", name);
    }
    // From the wall, not from the middle of the building: a thing before the end of a long slab
    // still lies to its south.
    let step = centre - edge.nearest_on_edge(centre);
    let key = match away < AGAINST_M {
        true if is_numbered(building) => "place-against-numbered",
        true => "place-against",
        false => "place-beside",
    };
    Message::new(key)
        .with("where", name)
        .with("side", side(step))
        .number("metres", rounded(away), 1)
}

/// Metres as people say them: by half a metre when near, whole ones from 5 m on.
fn rounded(metres: f64) -> f64 {
    if metres < 5.0 {
        (metres * 2.0).round() / 2.0
    } else {
        metres.round()
    }
}

/// The compass side in which a step goes.
pub(super) fn side(step: WorldVec) -> Arg {
    Arg::Message(Box::new(Message::new(match compass(step) {
        "north" => "side-north",
        "north-east" => "side-north-east",
        "north-west" => "side-north-west",
        "south" => "side-south",
        "south-east" => "side-south-east",
        "south-west" => "side-south-west",
        "west" => "side-west",
        _ => "side-east",
    })))
}

/// On or by a named road, else by a gate.
fn by_way(estate: &Estate, shape: &PlacementShape) -> Option<Message> {
    if let Some((road, away)) = nearest(estate, shape, |c| matches!(c, Class::Road { .. }), true) {
        let key = if away < 0.01 {
            "place-on-road"
        } else {
            "place-by-road"
        };
        return Some(
            Message::new(key)
                .with("where", feature_name(road))
                .number("metres", rounded(away), 1),
        );
    }
    let (gate, away) = nearest(estate, shape, |c| matches!(c, Class::Gate { .. }), false)?;
    Some(
        Message::new("place-by-gate")
            .with("where", feature_name(gate))
            .number("metres", rounded(away), 1),
    )
}

/// Which part of the estate, of nine.
fn part_of(estate: &Estate, at: WorldPt) -> Message {
    let bounds = estate.bounds();
    if !bounds.contains(at) {
        return Message::new("place-outside").with("side", side(at - bounds.centre()));
    }
    let step = at - bounds.centre();
    let share = WorldVec::new(
        step.x / bounds.width().max(1.0),
        step.y / bounds.height().max(1.0),
    );
    if share.x.abs() < 1.0 / 6.0 && share.y.abs() < 1.0 / 6.0 {
        return Message::new("place-middle");
    }
    Message::new("place-part").with("side", side(share))
}
