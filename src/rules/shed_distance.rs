//! A charging shed keeps its distance from walls, stair doors and care for the old, and stands on no
//! way that people or the fire engine need.

use std::collections::BTreeMap;

use crate::estate::{BuildingUse, Class, Feature, FeatureId, Shape};
use crate::geometry::Segment;
use crate::text::Message;

use super::classes::{is_for_people, is_high, is_house, is_shed, lacks_buildings, within_sentence};
use super::distance::{falls_short, farthest, to_feature, to_thing};
use super::names::feature_name;
use super::placed::{Placed, Site};
use super::profile::Profile;
use super::short::{short_by, touches};
use super::{Finding, Rule};

const WALL: &str = "shed-distance.wall";
/// Beijing asks for more from a high building.
const HIGH_WALL: &str = "shed-distance.high-wall";
const EXIT: &str = "shed-distance.exit";
const DAY_CARE: &str = "shed-distance.day-care";
const LANE: &str = "shed-distance.lane";
/// Drawn kerbs are not exact; less of a way than this, in square metres, is not worth a word.
const ON_A_WAY_M2: f64 = 0.1;

/// The rule.
pub(super) static SHED_DISTANCE: Rule =
    Rule::within("shed-distance", &[WALL, EXIT, DAY_CARE, LANE], reach, look)
        .with_local(&[HIGH_WALL])
        .lacking(lacks);

fn reach(profile: &Profile) -> f64 {
    farthest(profile, &[WALL, HIGH_WALL, EXIT, DAY_CARE, LANE])
}

fn lacks(site: &Site) -> Option<Message> {
    let no_door = || {
        let mut features = site.project.estate.features().iter();
        let none = !features.any(|feature| matches!(feature.class, Class::Door { .. }));
        none.then(|| Message::new("near-needs-doors"))
    };
    lacks_buildings(site).or_else(no_door)
}

fn look(site: &Site, placed: &Placed) -> Vec<Finding> {
    if !is_shed(placed) && !is_house(placed) {
        return Vec::new();
    }
    let reach = reach(site.profile());
    let pairs = site
        .neighbours_within(placed, reach)
        .into_iter()
        .filter_map(|other| {
            match (
                is_shed(placed) && is_house(other),
                is_shed(other) && is_house(placed),
            ) {
                (true, _) => with_house(site, placed, other),
                (_, true) => with_house(site, other, placed),
                _ => None,
            }
        });
    let mut found: Vec<Finding> = pairs.collect();
    if is_shed(placed) {
        let features = site.features_within(placed, reach);
        for feature in &features {
            found.extend(with_building(site, placed, feature));
            found.extend(with_way(site, placed, feature));
        }
        found.extend(with_doors(site, placed, features.into_iter().map(AsRef::as_ref)));
    }
    found
}

fn with_building(site: &Site, shed: &Placed, building: &Feature) -> Option<Finding> {
    let Class::Building { usage, .. } = &building.class else {
        return None;
    };
    if !is_for_people(&building.class) {
        return None;
    }
    let piece = to_feature(site, shed, building)?;
    let numbers = Numbers {
        of_care: *usage == BuildingUse::DayCare,
        is_high: is_high(&building.class),
    };
    let found = missed(site, shed, numbers, piece, within_sentence(building))?;
    Some(found.about(&[shed.id()], &[&building.id]).across(piece))
}

fn with_house(site: &Site, shed: &Placed, house: &Placed) -> Option<Finding> {
    let piece = to_thing(shed, house)?;
    let numbers = Numbers {
        of_care: house.is_one_of(&["day-care-centre"]),
        is_high: false,
    };
    let name = Message::new("near-thing").with("name", house.name());
    let found = missed(site, shed, numbers, piece, name)?;
    Some(found.about(&[shed.id(), house.id()], &[]).across(piece))
}

/// Which numbers a wall is held against.
#[derive(Clone, Copy)]
struct Numbers {
    /// It is of care for the old.
    of_care: bool,
    /// It is of a high building.
    is_high: bool,
}

/// The distance from care for the old where that is missed, else that from a high wall, else that from any.
fn missed(site: &Site, shed: &Placed, wall: Numbers, piece: Segment, name: Message) -> Option<Finding> {
    let away = piece.length();
    let care = site.provision(DAY_CARE).filter(|_| wall.of_care);
    let high = site.provision(HIGH_WALL).filter(|_| wall.is_high);
    let numbers = [
        (care, "shed-distance-day-care"),
        (high, "shed-distance-high-wall"),
        (site.provision(WALL), "shed-distance-wall"),
    ];
    numbers.into_iter().find_map(|(number, key)| {
        let number = number.filter(|number| falls_short(away, number.value))?;
        let message = Message::new(if touches(away) {
            "shed-distance-touches"
        } else {
            key
        })
        .with("thing", shed.name())
        .with("where", name.clone());
        let message = short_by(message, away, number.value);
        Some(Finding::missed(SHED_DISTANCE.id, number, away, message))
    })
}

/// Of the doors of one building the nearest is said.
fn with_doors<'a>(site: &Site, shed: &Placed, features: impl Iterator<Item = &'a Feature>) -> Vec<Finding> {
    let mut nearest: BTreeMap<&FeatureId, (f64, &Feature)> = BTreeMap::new();
    for door in features {
        let (Class::Door { .. }, Shape::Point(at)) = (&door.class, &door.shape) else {
            continue;
        };
        let away = shed.distance_to(*at);
        let of = site.terrain.building_of(door).unwrap_or(&door.id);
        let known = nearest.entry(of).or_insert((away, door));
        if away < known.0 {
            *known = (away, door);
        }
    }
    let found = nearest.into_iter().filter_map(|(of, (away, door))| {
        let building = site.project.estate.feature(of);
        if matches!(
            building.map(|b| &b.class),
            Some(Class::Building { remove: true, .. })
        ) {
            return None;
        }
        let number = site.provision(EXIT)?;
        if !falls_short(away, number.value) {
            return None;
        }
        let message = Message::new("shed-distance-exit")
            .with("thing", shed.name())
            .with("where", door_name(building.map(AsRef::as_ref), door));
        let message = short_by(message, away, number.value);
        let found = Finding::missed(SHED_DISTANCE.id, number, away, message).about(&[shed.id()], &[&door.id]);
        let piece = shed.gap_to(site.terrain.edges(door))?;
        Some(found.across(piece))
    });
    found.collect()
}

fn door_name(building: Option<&Feature>, door: &Feature) -> Message {
    match (building, &door.class) {
        (
            Some(building),
            Class::Door {
                stair: Some(stair), ..
            },
        ) if !building.name.trim().is_empty() => Message::new("near-door-of-stair")
            .with("building", within_sentence(building))
            .with("stair", stair.as_str()),
        (Some(building), _) if !building.name.trim().is_empty() => {
            Message::new("near-door-of").with("building", within_sentence(building))
        }
        _ => feature_name(door),
    }
}

/// Standing on a way, or nearer to it than a project asks.
fn with_way(site: &Site, shed: &Placed, way: &Feature) -> Option<Finding> {
    let Class::Road { fire, .. } = way.class else {
        return None;
    };
    let number = site.provision(LANE)?;
    let ground = site.terrain.ground(way)?;
    let key = if fire {
        "shed-distance-lane"
    } else {
        "shed-distance-way"
    };
    let taken = shed.standing_ground().shared(ground);
    let message = Message::new(key)
        .with("thing", shed.name())
        .with("where", feature_name(way));
    let piece = to_feature(site, shed, way)?;
    if taken.area() > ON_A_WAY_M2 {
        let found = Finding::missed(
            SHED_DISTANCE.id,
            number,
            taken.area(),
            message.number("area", taken.area(), 1),
        );
        let at = taken.pieces().next().map(|(edge, _)| edge.label_point());
        return Some(Finding {
            required: Some(0.0),
            unit: "m2".to_owned(),
            at: at.unwrap_or(piece.from),
            ground: Some(taken),
            ..found.about(&[shed.id()], &[&way.id])
        });
    }
    if !falls_short(piece.length(), number.value) {
        return None;
    }
    let message = Message::new("shed-distance-near-way")
        .with("thing", shed.name())
        .with("where", feature_name(way));
    let message = short_by(message, piece.length(), number.value);
    let found = Finding::missed(SHED_DISTANCE.id, number, piece.length(), message);
    Some(found.about(&[shed.id()], &[&way.id]).across(piece))
}
