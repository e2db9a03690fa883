//! What a thing is by its OpenStreetMap tags.
//!
//! Widths, heights and crowns that the map does not give are assumed by class, and the assumption
//! is said once for all things of a sort: see [`Tally::problems`].

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::estate::{BayUse, BuildingUse, Class, GateUse, PipeUse, RoadUse};
use crate::text::Message;

use super::Problem;
use super::attributes::{USUAL_CROWN_M, USUAL_FENCE_M, USUAL_TRUNK_M};

/// Height of a storey where only their number is known, in metres (facts E2: 2.7–2.9).
const STOREY_M: f64 = 2.8;
/// Width of a lane where only their number is known, in metres.
const LANE_M: f64 = 3.0;

/// A feature's class and name.
#[derive(Clone)]
pub(super) struct Known {
    pub class: Class,
    pub name: String,
}

/// The tags of one thing, of which there are few.
#[derive(Clone, Debug, Default)]
pub(super) struct Tags(Vec<(String, String)>);

impl Tags {
    /// Adds a tag; of a key that is there twice the last value counts.
    pub fn put(&mut self, key: &str, value: &str) {
        self.0.push((key.to_owned(), value.to_owned()));
    }
    /// The tags among a feature's properties, as converters write them: plain members, or one
    /// member `tags` that holds them.
    pub fn from_properties(properties: &Map<String, Value>) -> Self {
        let nested = properties.get("tags").and_then(Value::as_object);
        let members = properties.iter().chain(nested.into_iter().flatten());
        Self(
            members
                .filter_map(|(key, value)| match value {
                    Value::String(text) => Some((key.clone(), text.clone())),
                    Value::Number(number) => Some((key.clone(), number.to_string())),
                    _ => None,
                })
                .collect(),
        )
    }
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
    /// A tag's value; empty without.
    pub fn get(&self, key: &str) -> &str {
        let own = self.0.iter().rev().find(|(own, _)| own == key);
        own.map_or("", |(_, value)| value)
    }
    /// A length in metres such as `3.5` or `3.5 m`, if it is one from 0.1 to 500.
    fn metres(&self, key: &str) -> Option<f64> {
        let text = self.get(key).trim();
        let number = text.strip_suffix('m').unwrap_or(text).trim();
        number.parse().ok().filter(|n: &f64| (0.1..=500.0).contains(n))
    }
}

/// Counts what was assumed and what was left out, over a whole file.
#[derive(Default)]
pub(super) struct Tally {
    roads: usize,
    trees: usize,
    unknown: BTreeMap<String, usize>,
}

impl Tally {
    /// What a thing is by its tags, or none where it is nothing of an estate.
    pub fn known(&mut self, tags: &Tags, is_line: bool) -> Option<Known> {
        let class = self.class(tags, is_line)?;
        let name = match class {
            Class::Building { .. } => [tags.get("addr:housenumber"), tags.get("ref"), tags.get("name")]
                .into_iter()
                .find(|name| !name.is_empty())
                .unwrap_or_default(),
            _ => tags.get("name"),
        };
        Some(Known {
            class,
            name: name.to_owned(),
        })
    }

    /// What was assumed and left out, a sentence a sort.
    pub fn problems(&self) -> Vec<Problem> {
        let counted =
            |key, count: usize| (count > 0).then(|| Problem::of_file(Message::new(key).with("count", count)));
        let left_out = self.unknown.iter().map(|(tag, count)| {
            Problem::of_file(
                Message::new("problem-unknown-tag")
                    .with("tag", tag.as_str())
                    .with("count", *count),
            )
        });
        counted("problem-road-widths-assumed", self.roads)
            .into_iter()
            .chain(counted("problem-crowns-assumed", self.trees))
            .chain(left_out)
            .collect()
    }

    fn class(&mut self, tags: &Tags, is_line: bool) -> Option<Class> {
        let building = tags.get("building");
        if !building.is_empty() && building != "no" {
            return Some(building_class(tags));
        }
        if let Some(class) = point_class(tags) {
            return Some(class);
        }
        if tags.get("natural") == "tree" {
            let crown = tags.metres("diameter_crown");
            self.trees += usize::from(crown.is_none());
            return Some(Class::Tree {
                crown: crown.unwrap_or(USUAL_CROWN_M),
                trunk: USUAL_TRUNK_M,
                kept: !tags.get("protected").is_empty() || tags.get("denotation") == "natural_monument",
            });
        }
        if let Some(class) = line_class(tags) {
            return Some(class);
        }
        if let Some(class) = self.road(tags, is_line) {
            return Some(class);
        }
        if let Some(class) = ground_class(tags) {
            return Some(class);
        }
        for key in [
            "highway", "landuse", "natural", "leisure", "amenity", "barrier", "man_made", "power",
        ] {
            if !tags.get(key).is_empty() {
                let tag: String = format!("{key}={}", tags.get(key)).chars().take(60).collect();
                *self.unknown.entry(tag).or_default() += 1;
                break;
            }
        }
        None
    }

    fn road(&mut self, tags: &Tags, is_line: bool) -> Option<Class> {
        let (usage, usual) = usual_road(tags.get("highway"), tags.get("service"))?;
        let given = tags.metres("width").or_else(|| {
            let lanes = tags
                .get("lanes")
                .parse()
                .ok()
                .filter(|n: &f64| (1.0..=12.0).contains(n));
            lanes.map(|n| n * LANE_M)
        });
        self.roads += usize::from(is_line && given.is_none());
        Some(Class::Road {
            usage,
            fire: tags.get("service") == "emergency_access" || tags.get("emergency") == "designated",
            width: given.or(is_line.then_some(usual)),
        })
    }
}

fn building_class(tags: &Tags) -> Class {
    let storeys: Option<f64> = tags
        .get("building:levels")
        .parse()
        .ok()
        .filter(|n| (0.5..=200.0).contains(n));
    Class::Building {
        usage: match tags.get("building") {
            "garage" | "garages" | "shed" | "carport" | "hut" | "roof" => BuildingUse::Shed,
            "transformer_tower" | "service" => BuildingUse::Substation,
            "government" | "civic" | "public" | "school" | "kindergarten" | "hospital" | "commercial"
            | "retail" | "office" => BuildingUse::Service,
            "yes" | "house" | "residential" | "apartments" | "detached" | "terrace" | "dormitory"
            | "semidetached_house" => BuildingUse::Dwelling,
            _ => BuildingUse::Other,
        },
        storeys,
        height: tags.metres("height").or(storeys.map(|n| n * STOREY_M)),
        households: tags
            .get("building:flats")
            .parse()
            .ok()
            .filter(|n| *n <= 100_000)
            .unwrap_or(0),
        remove: false,
    }
}

fn point_class(tags: &Tags) -> Option<Class> {
    if !tags.get("entrance").is_empty() && tags.get("entrance") != "no" {
        return Some(Class::Door {
            building: None,
            stair: Some(tags.get("ref").to_owned()).filter(|stair| !stair.is_empty()),
            households: 0,
        });
    }
    Some(
        match (
            tags.get("emergency"),
            tags.get("highway"),
            tags.get("power"),
            tags.get("man_made"),
        ) {
            ("fire_hydrant", ..) => Class::Hydrant,
            (_, "street_lamp", ..) => Class::Lamp,
            (_, _, "substation" | "transformer", _) => Class::Substation,
            (.., "manhole") => Class::Manhole,
            _ => match tags.get("barrier") {
                "gate" | "lift_gate" | "swing_gate" | "sliding_gate" => Class::Gate {
                    usage: GateUse::Vehicle,
                },
                "entrance" | "kissing_gate" | "turnstile" => Class::Gate { usage: GateUse::Foot },
                _ => return None,
            },
        },
    )
}

fn line_class(tags: &Tags) -> Option<Class> {
    if matches!(
        tags.get("barrier"),
        "fence" | "wall" | "hedge" | "retaining_wall" | "city_wall"
    ) {
        return Some(Class::Fence {
            height: tags.metres("height").unwrap_or(USUAL_FENCE_M),
        });
    }
    if tags.get("man_made") != "pipeline" {
        return None;
    }
    Some(Class::Pipe {
        usage: match tags.get("substance") {
            "gas" | "natural_gas" => PipeUse::Gas,
            "sewage" | "wastewater" => PipeUse::Sewer,
            "rainwater" => PipeUse::Storm,
            "heat" | "hot_water" | "steam" => PipeUse::Heat,
            "water" | "drinking_water" => PipeUse::Water,
            _ => return None,
        },
        diameter: None,
    })
}

/// Use and usual width in metres of a kind of road. Assumed: practice in streets of dwellings.
fn usual_road(highway: &str, service: &str) -> Option<(RoadUse, f64)> {
    Some(match highway {
        "motorway" | "trunk" | "primary" => (RoadUse::City, 14.0),
        "secondary" => (RoadUse::City, 10.0),
        "tertiary" => (RoadUse::City, 8.0),
        "residential" | "unclassified" | "road" => (RoadUse::City, 6.0),
        "living_street" => (RoadUse::Main, 5.0),
        "service" if service == "driveway" => (RoadUse::Path, 3.0),
        "service" => (RoadUse::Main, 4.0),
        "track" => (RoadUse::Path, 3.0),
        "pedestrian" => (RoadUse::Path, 4.0),
        "footway" | "path" => (RoadUse::Path, 1.8),
        "cycleway" => (RoadUse::Path, 2.0),
        "steps" | "corridor" => (RoadUse::Path, 1.5),
        _ => return None,
    })
}

fn ground_class(tags: &Tags) -> Option<Class> {
    let green = matches!(
        tags.get("landuse"),
        "grass" | "forest" | "meadow" | "village_green" | "recreation_ground" | "flowerbed" | "allotments"
    ) || matches!(tags.get("natural"), "wood" | "scrub" | "grassland" | "heath")
        || matches!(tags.get("leisure"), "park" | "garden");
    if green {
        return Some(Class::Green);
    }
    if tags.get("natural") == "water" || tags.get("leisure") == "swimming_pool" {
        return Some(Class::Water);
    }
    if matches!(
        tags.get("leisure"),
        "playground" | "pitch" | "fitness_station" | "track"
    ) {
        return Some(Class::Activity);
    }
    match tags.get("amenity") {
        "parking_space" => Some(Class::Bay { usage: BayUse::Car }),
        "bicycle_parking" => Some(Class::Bay { usage: BayUse::Bike }),
        // A whole lot with its aisles is not a bay.
        "parking" => Some(Class::Paving),
        _ => None,
    }
}
