//! Two things cannot stand in one place: a thing and another thing, a building, a tree, a road ….

use crate::catalogue::Layer;
use crate::design::PlacementShape;
use crate::estate::{Class, Feature, FeatureId, Shape};
use crate::geometry::{Bounds, Line, Region, Turn, WorldPt, WorldVec};
use crate::text::Message;

use super::names::{feature_name, is_numbered};
use super::placed::{Placed, Site};
use super::{Finding, FindingId, Rule, Severity, deep, place};

/// Sharing no more than this, in square metres, is two things side by side.
const SIDE_BY_SIDE_M2: f64 = 0.02;
/// Drawn kerbs are not exact; less of a road than this, in square metres, is not worth a word.
const ROAD_M2: f64 = 0.5;
/// What fits under a roof that shelters, in metres.
const UNDER_A_ROOF_M: f64 = 2.0;
/// Ground that a hydrant takes about its middle, in metres.
const HYDRANT_M: f64 = 0.3;
/// Ground that a lamp post takes about its middle, in metres.
const LAMP_M: f64 = 0.15;
/// Nearer to the middle of a thing than this, in metres, is on no side of it.
const ASIDE_M: f64 = 1.0;
/// The thinnest trunk reckoned with, in metres across.
const TRUNK_M: f64 = 0.3;

/// The rule.
pub(super) static OVERLAP: Rule = Rule::near("overlap", look);

/// How a feature stands in a thing's way.
enum Obstacle<'a> {
    Area(&'a Region, f64),
    Spot(WorldPt, f64),
    Line(&'a Line),
}

fn look(site: &Site, placed: &Placed) -> Vec<Finding> {
    let mut found: Vec<Finding> = site
        .neighbours(placed)
        .into_iter()
        .filter_map(|other| with_thing(placed, other))
        .collect();
    for feature in site.features(placed) {
        found.extend(with_feature(site, placed, feature));
    }
    found
}

/// How far, in metres, a thing that shares ground that it may not can be moved at least and still does;
/// none for one that shares none.
pub(super) fn depth_of(site: &Site, placed: &Placed) -> Option<f64> {
    let things = site.neighbours(placed).into_iter();
    let met = things.filter(|other| severity(placed, other).is_some() && meet(placed, other));
    let things = met.map(|other| deep::in_ground(placed, other.standing_ground()));
    let features = site.features(placed).into_iter();
    let ways = features.filter_map(|feature| {
        let (_, way) = obstacle(site, placed, feature)?;
        is_in_the_way(placed, &way).then(|| match way {
            Obstacle::Area(..) => deep::in_feature(site, placed, feature),
            Obstacle::Spot(at, radius) => radius - placed.distance_to(at),
            Obstacle::Line(_) => 0.0,
        })
    });
    things.chain(ways).reduce(f64::max)
}

/// How grave it is for two things to share ground; none where they may.
fn severity(one: &Placed, other: &Placed) -> Option<Severity> {
    match (one.layer(), other.layer()) {
        (Layer::Standing, Layer::Standing) if under_roof(one, other) || under_roof(other, one) => None,
        (Layer::Standing, Layer::Standing) => Some(Severity::Must),
        (Layer::Ground, Layer::Ground) if one.is_path() || other.is_path() => None,
        (Layer::Ground, Layer::Ground) => Some(Severity::Should),
        _ => None,
    }
}

/// A bench or a chess table may stand under a pavilion's roof.
fn under_roof(roof: &Placed, thing: &Placed) -> bool {
    let shelters = roof.kind.as_ref().is_some_and(|kind| kind.shelters);
    let low = thing
        .kind
        .as_ref()
        .is_some_and(|kind| !kind.seals && kind.height <= UNDER_A_ROOF_M);
    shelters && low
}

fn shared(one: &Placed, other: &Placed) -> Option<Region> {
    meet(one, other).then(|| one.standing_ground().shared(other.standing_ground()))
}

/// Whether two things share more ground than side by side.
fn meet(one: &Placed, other: &Placed) -> bool {
    one.standing_ground().shared_area(other.standing_ground()) > SIDE_BY_SIDE_M2
}

fn with_thing(placed: &Placed, other: &Placed) -> Option<Finding> {
    let severity = severity(placed, other)?;
    let both = shared(placed, other)?;
    // The sentence and the name are the same from whichever of the two one looks.
    let (first, second) = if placed.id() < other.id() {
        (placed, other)
    } else {
        (other, placed)
    };
    let message = Message::new("overlap-area")
        .with("thing", first.name())
        .with("other", second.name())
        .number("area", both.area(), 1);
    Some(Finding {
        id: FindingId(format!("overlap:{}:{}", first.id(), second.id())),
        severity,
        placements: vec![first.id().clone(), second.id().clone()],
        at: middle(&both),
        measured: Some(both.area()),
        unit: "m2".to_owned(),
        ground: Some(both),
        ..finding(message)
    })
}

fn finding(message: Message) -> Finding {
    Finding {
        required: Some(0.0),
        ..Finding::plain(OVERLAP.id, Severity::Must, message)
    }
}

fn middle(region: &Region) -> WorldPt {
    region
        .pieces()
        .map(|(edge, _)| edge)
        .max_by(|a, b| a.area().total_cmp(&b.area()))
        .map(|piece| piece.label_point())
        .or_else(|| region.bounds().map(|b| b.centre()))
        .unwrap_or_default()
}

/// Whether and how a feature is in a thing's way. Existing bays, green and activity ground are not:
/// they are won or lost in the totals. Manholes, septic tanks and pipes belong to another rule.
fn obstacle<'a>(site: &Site<'a>, placed: &Placed, feature: &'a Feature) -> Option<(Severity, Obstacle<'a>)> {
    let stands = placed.layer() == Layer::Standing;
    let area = |severity, least| {
        let ground = site.terrain.ground(feature)?;
        Some((severity, Obstacle::Area(ground, least)))
    };
    let spot = |severity, radius| match &feature.shape {
        Shape::Point(at) => Some((severity, Obstacle::Spot(*at, radius))),
        _ => area(severity, SIDE_BY_SIDE_M2),
    };
    match &feature.class {
        Class::Building { remove: false, .. } => area(Severity::Must, SIDE_BY_SIDE_M2),
        Class::Substation => spot(Severity::Must, 1.0),
        Class::Water => area(Severity::Should, ROAD_M2),
        Class::Road { .. } if !placed.may_stand_on_roads() => area(Severity::Should, ROAD_M2),
        Class::Hydrant if stands => spot(Severity::Must, HYDRANT_M),
        Class::Lamp if stands => spot(Severity::Should, LAMP_M),
        Class::Tree { trunk, kept, .. } if stands => {
            let severity = if *kept { Severity::Must } else { Severity::Should };
            spot(severity, trunk.max(TRUNK_M) / 2.0)
        }
        Class::Fence { .. } if stands => match &feature.shape {
            Shape::Line(line) => Some((Severity::Should, Obstacle::Line(line))),
            _ => None,
        },
        _ => None,
    }
}

/// Whether an obstacle stands in a thing's way.
fn is_in_the_way(placed: &Placed, way: &Obstacle) -> bool {
    match way {
        Obstacle::Area(ground, least) => placed.standing_ground().shared_area(ground) > *least,
        Obstacle::Spot(at, radius) => placed.distance_to(*at) < *radius,
        // A fence along the back of a thing is no crossing: only what lies 10 cm within counts.
        Obstacle::Line(line) => reaches(placed, line) && !within_the_edge(placed, line).is_empty(),
    }
}

/// Whether a line comes near enough to a thing's ground to be looked at closely.
fn reaches(placed: &Placed, line: &Line) -> bool {
    line.segments().any(|piece| {
        let box_of_it = Bounds::of([piece.from, piece.to]);
        box_of_it.is_some_and(|bounds| bounds.meets(&placed.bounds))
    })
}

fn within_the_edge(placed: &Placed, line: &Line) -> Region {
    placed
        .standing_ground()
        .grown(-0.1)
        .shared(&Region::strip(line, 0.02))
}

/// Where the two meet, and the ground that they share where they share more than a spot.
fn in_the_way(placed: &Placed, way: &Obstacle) -> Option<(WorldPt, Option<Region>)> {
    if !is_in_the_way(placed, way) {
        return None;
    }
    Some(match way {
        Obstacle::Area(ground, _) => {
            let both = placed.standing_ground().shared(ground);
            (middle(&both), Some(both))
        }
        Obstacle::Spot(at, _) => (*at, None),
        Obstacle::Line(line) => (middle(&within_the_edge(placed, line)), None),
    })
}

fn with_feature(site: &Site, placed: &Placed, feature: &Feature) -> Option<Finding> {
    let (severity, way) = obstacle(site, placed, feature)?;
    let (at, ground) = in_the_way(placed, &way)?;
    let area = ground.as_ref().map(Region::area);
    let key = match (area, &feature.class) {
        (Some(_), Class::Road { .. }) => "overlap-road",
        (Some(_), _) if is_numbered(feature) => "overlap-numbered",
        (Some(_), _) => "overlap-area",
        (None, Class::Tree { kept: true, .. }) => "overlap-kept-tree",
        (None, _) => "overlap-spot",
    };
    let message = Message::new(key)
        .with("thing", placed.name())
        .with("other", feature_name(feature))
        .number("area", area.unwrap_or_default(), 1);
    let message = match area {
        Some(_) => message,
        None => message.with("where", spot(site, placed, at)),
    };
    Some(Finding {
        id: finding_id(placed, &feature.id),
        severity,
        placements: vec![placed.id().clone()],
        features: vec![feature.id.clone()],
        measured: area,
        unit: if area.is_some() { "m2" } else { "" }.to_owned(),
        at,
        ground,
        ..finding(message)
    })
}

/// Where a spot is, so that one tree of many is told from the next: on which side of the thing,
/// where that can be told, and where on the estate.
fn spot(site: &Site, placed: &Placed, at: WorldPt) -> Message {
    let shape = PlacementShape::Rectangle {
        at,
        size: WorldVec::new(0.1, 0.1),
        turn: Turn::default(),
    };
    let place = place::place(site.project, &shape);
    let from_middle = at - placed.thing.shape.centre();
    let told = from_middle.length() >= ASIDE_M;
    match told {
        true => Message::new("spot-aside")
            .with("side", place::side(from_middle))
            .with("place", place),
        false => place,
    }
}

fn finding_id(placed: &Placed, feature: &FeatureId) -> FindingId {
    FindingId(format!("overlap:{}:{feature}", placed.id()))
}
