//! The estate as GeoJSON (contract §2): features by `mulin:class`, or by OSM tags without it.
//!
//! A file is a collection, a single feature or a bare shape. Coordinates are WGS-84 as RFC 7946 asks, or metres with
//! `"mulin:crs": "local"`. A member `"mulin:origin": [longitude, latitude]` says where the sheet's origin lies.

use serde_json::{Map, Value, json};

use crate::estate::{Class, Estate};
use crate::text::Message;

use super::assemble::{Ground, Raw, RawFeature, RawShape, ToDegrees, assemble};
use super::attributes::{self, Reader};
use super::geojson_features::{Heard, features};
use super::geojson_ground::ground;
pub use super::geojson_ground::{Coordinates, named_crs};
pub use super::geojson_out::{Writer, write};
use super::osm_tags::{Known, Tags, Tally};
use super::{MAX_BYTES, MAX_FEATURES, MAX_POINTS, Meter, Place, Problem, ReadFault};

/// How far the features of a file are read, and how far its things are placed, in percent.
const READ: u8 = 60;
const PLACED: u8 = 92;

/// Reads an estate. What could not be taken is in the list of problems.
pub fn read(bytes: &[u8]) -> Result<(Estate, Vec<Problem>), ReadFault> {
    read_telling(bytes, Coordinates::AsWritten, &mut Meter::deaf())
}

/// Reads an estate whose coordinates are known to be of a kind, and tells how far it is.
pub fn read_telling(
    bytes: &[u8],
    coordinates: Coordinates,
    meter: &mut Meter,
) -> Result<(Estate, Vec<Problem>), ReadFault> {
    let ground = |document: &_, raw: &_| ground(document, raw, coordinates);
    read_with(bytes, ground, meter)
}

/// Reads an estate whose coordinates are of a system that `grid` turns into degrees, whatever the file says, and tells
/// how far it is.
pub fn read_on(
    bytes: &[u8],
    grid: &mut dyn ToDegrees,
    meter: &mut Meter,
) -> Result<(Estate, Vec<Problem>), ReadFault> {
    read_with(bytes, |_, _| Ok(Ground::Grid(grid)), meter)
}

pub(super) const BOM: &[u8] = b"\xef\xbb\xbf";

fn read_with<'a>(
    bytes: &[u8],
    ground: impl FnOnce(&Map<String, Value>, &[RawFeature]) -> Result<Ground<'a>, ReadFault>,
    meter: &mut Meter,
) -> Result<(Estate, Vec<Problem>), ReadFault> {
    if bytes.len() > MAX_BYTES {
        return Err(ReadFault::TooLarge {
            bytes: bytes.len(),
            most: MAX_BYTES,
        });
    }
    meter.part(READ);
    let bytes = bytes.strip_prefix(BOM).unwrap_or(bytes);
    let mut reading = Reading::default();
    let document = features(bytes, meter, &mut |heard| match heard {
        Heard::Listed(number, _) if number > MAX_FEATURES => Err(ReadFault::TooMany { most: MAX_FEATURES }),
        Heard::Listed(number, Ok(feature)) => reading.feature(number, &feature),
        Heard::Alone(feature) => reading.alone(feature),
        Heard::Listed(number, Err(why)) => {
            let why = Message::new("why-senseless").with("why", why);
            let place = Place::Feature(number, String::new());
            reading.say(&place, Message::new("problem-left-out").with("why", why));
            Ok(())
        }
    })?;
    meter.part(PLACED);
    let ground = ground(&document, &reading.raw)?;
    let mut problems = reading.problems;
    problems.extend(reading.tally.problems());
    let mut estate = assemble(reading.raw, ground, &mut problems)?;
    if let Some(Value::String(attribution)) = document.get("attribution") {
        attribution.clone_into(&mut estate.attribution);
    }
    if let Some(grid) = document.get("mulin:grid") {
        estate.grid = Some(grid.clone());
    }
    Ok((estate, problems))
}

#[derive(Default)]
struct Reading {
    raw: Vec<RawFeature>,
    problems: Vec<Problem>,
    tally: Tally,
    points: usize,
}

impl Reading {
    /// The one thing of a file. An area that says nothing of itself can only be meant as the estate's boundary.
    fn alone(&mut self, mut feature: Value) -> Result<(), ReadFault> {
        let says = feature.get("properties").and_then(Value::as_object);
        let kind = feature.pointer("/geometry/type").and_then(Value::as_str);
        if says.is_none_or(Map::is_empty) && matches!(kind, Some("Polygon" | "MultiPolygon")) {
            feature["properties"] = json!({ "mulin:class": Class::Boundary.word() });
            self.problems
                .push(Problem::of_file(Message::new("problem-alone-boundary")));
        }
        self.feature(1, &feature)
    }

    fn feature(&mut self, number: usize, feature: &Value) -> Result<(), ReadFault> {
        let id = match feature.get("id") {
            Some(Value::String(id)) => id.clone(),
            Some(Value::Number(id)) => id.to_string(),
            _ => String::new(),
        };
        let place = Place::Feature(number, id.chars().take(60).collect());
        let nothing = Map::new();
        let properties = feature
            .get("properties")
            .and_then(Value::as_object)
            .unwrap_or(&nothing);
        let geometry = feature.get("geometry").unwrap_or(&Value::Null);
        let Some(known) = self.known(&place, properties, geometry) else {
            return Ok(());
        };
        let mut shapes = Vec::new();
        if self.shapes(geometry, &mut shapes, 0)?.is_none() {
            self.say(
                &place,
                Message::new("problem-left-out").with("why", Message::new("why-no-geometry")),
            );
        }
        let parts = shapes.len();
        for (at, shape) in shapes.into_iter().enumerate() {
            let mut class = known.class.clone();
            // Households are counted once, not once a part.
            if let (1.., Class::Building { households, .. } | Class::Door { households, .. }) =
                (at, &mut class)
            {
                *households = 0;
            }
            self.raw.push(RawFeature {
                place: place.clone(),
                id: if parts > 1 && !id.is_empty() {
                    format!("{id}-{}", at + 1)
                } else {
                    id.clone()
                },
                class,
                name: known.name.clone(),
                shape,
            });
        }
        if self.raw.len() > MAX_FEATURES {
            return Err(ReadFault::TooMany { most: MAX_FEATURES });
        }
        Ok(())
    }

    /// What the feature is: by its class, or by its tags where it has none.
    fn known(&mut self, place: &Place, properties: &Map<String, Value>, geometry: &Value) -> Option<Known> {
        let Some(word) = properties.get("mulin:class") else {
            let tags = Tags::from_properties(properties);
            let line = matches!(
                geometry.get("type").and_then(Value::as_str),
                Some("LineString" | "MultiLineString")
            );
            return self.tally.known(&tags, line);
        };
        let word = word.as_str().unwrap_or_default();
        let mut reader = Reader::new(properties);
        let class = reader.class(word);
        let name = reader.text("name");
        for fault in reader.faults {
            self.say(place, fault);
        }
        let Some(mut class) = class else {
            self.say(
                place,
                Message::new("problem-unknown-class")
                    .with("class", word.chars().take(40).collect::<String>()),
            );
            return None;
        };
        let line = geometry.get("type").and_then(Value::as_str) == Some("LineString");
        if let (
            true,
            Class::Road {
                width: width @ None, ..
            },
        ) = (line, &mut class)
        {
            *width = Some(attributes::USUAL_ROAD_M);
            self.say(
                place,
                Message::new("problem-road-width").number("width", attributes::USUAL_ROAD_M, 1),
            );
        }
        Some(Known { class, name })
    }

    fn say(&mut self, place: &Place, message: Message) {
        self.problems.push(Problem {
            place: place.clone(),
            message,
        });
    }

    /// The simple shapes of a geometry; none where it is not a geometry.
    fn shapes(
        &mut self,
        geometry: &Value,
        into: &mut Vec<RawShape>,
        depth: u8,
    ) -> Result<Option<()>, ReadFault> {
        let kind = geometry.get("type").and_then(Value::as_str).unwrap_or_default();
        if let ("GeometryCollection", Some(Value::Array(parts)), 0..4) =
            (kind, geometry.get("geometries"), depth)
        {
            for part in parts {
                self.shapes(part, into, depth + 1)?;
            }
            return Ok((!into.is_empty()).then_some(()));
        }
        let coordinates = geometry.get("coordinates").unwrap_or(&Value::Null);
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        let before = into.len();
        match kind {
            "Point" => into.extend(position(coordinates).map(RawShape::Point)),
            "MultiPoint" => into.extend(list(coordinates).iter().filter_map(position).map(RawShape::Point)),
            "LineString" => into.extend(positions(coordinates).map(RawShape::Line)),
            "MultiLineString" => {
                into.extend(list(coordinates).iter().filter_map(positions).map(RawShape::Line))
            }
            "Polygon" => into.extend(rings(coordinates).map(RawShape::Area)),
            "MultiPolygon" => into.extend(list(coordinates).iter().filter_map(rings).map(RawShape::Area)),
            _ => {}
        }
        self.points += into[before..].iter().map(RawShape::count).sum::<usize>();
        if self.points > MAX_POINTS {
            return Err(ReadFault::TooMany { most: MAX_POINTS });
        }
        Ok((into.len() > before).then_some(()))
    }
}

impl RawShape {
    fn count(&self) -> usize {
        match self {
            Self::Point(_) => 1,
            Self::Line(points) => points.len(),
            Self::Area(rings) => rings.iter().map(Vec::len).sum(),
        }
    }
}

pub(super) fn position(value: &Value) -> Option<Raw> {
    let list = value.as_array()?;
    Some([list.first()?.as_f64()?, list.get(1)?.as_f64()?])
}

fn positions(value: &Value) -> Option<Vec<Raw>> {
    value.as_array()?.iter().map(position).collect()
}

fn rings(value: &Value) -> Option<Vec<Vec<Raw>>> {
    value.as_array()?.iter().map(positions).collect()
}
