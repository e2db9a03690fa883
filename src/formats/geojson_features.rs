//! A file of GeoJSON as it goes by: each feature of a collection is read by itself, so that one which makes no sense
//! costs no other, a large file no tree of all of it, and how far the reading is can be told. A file that is a single
//! feature or a bare shape, which RFC 7946 has as well, is one feature.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::{Meter, ReadFault};

/// A feature that went by.
pub(super) enum Heard {
    /// One of a list: its number from 1, and what it says, or why that is nothing.
    Listed(usize, Result<Value, String>),
    /// All that the file is; without properties where it is a bare shape.
    Alone(Value),
}

/// What hears of a feature.
type Each<'e> = dyn FnMut(Heard) -> Result<(), ReadFault> + 'e;

/// Reads a file: `each` hears of its features in their order, and what comes back are its other members.
pub(super) fn features(
    bytes: &[u8],
    meter: &mut Meter,
    each: &mut Each,
) -> Result<Map<String, Value>, ReadFault> {
    let mut reading = Collection {
        meter,
        each: &mut *each,
        of: bytes.len(),
        has_list: false,
        fault: None,
    };
    let mut parser = serde_json::Deserializer::from_slice(bytes);
    let read = parser.deserialize_map(&mut reading);
    let read = read.and_then(|members| parser.end().map(|()| members));
    match (read, reading.fault, reading.has_list) {
        (_, Some(fault), _) => Err(fault),
        (Err(why), ..) => Err(not_geojson(&why.to_string())),
        (Ok(members), _, false) => alone(members, each),
        (Ok(members), ..) => Ok(members),
    }
}

/// The types of shapes.
const SHAPES: [&str; 7] = [
    "Point",
    "MultiPoint",
    "LineString",
    "MultiLineString",
    "Polygon",
    "MultiPolygon",
    "GeometryCollection",
];

/// Hands on a file that is no collection. Its members are moved and not copied: a shape may be most of the file.
fn alone(mut members: Map<String, Value>, each: &mut Each) -> Result<Map<String, Value>, ReadFault> {
    let kind = members
        .get("type")
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned();
    let mut taken = |names: &[&str]| {
        let own = names.iter().filter_map(|name| members.shift_remove_entry(*name));
        Value::Object(own.collect())
    };
    let feature = match &*kind {
        "Feature" => taken(&["id", "properties", "geometry"]),
        shape if SHAPES.contains(&shape) => {
            let shape = taken(&["type", "coordinates", "geometries"]);
            Value::Object(Map::from_iter([("geometry".to_owned(), shape)]))
        }
        _ => return Err(not_geojson("it has no list of features")),
    };
    each(Heard::Alone(feature))?;
    Ok(members)
}

fn not_geojson(why: &str) -> ReadFault {
    ReadFault::NotInFormat {
        format: "GeoJSON",
        why: why.to_owned(),
    }
}

struct Collection<'r, 'm, 'e> {
    meter: &'r mut Meter<'m>,
    each: &'r mut Each<'e>,
    /// How many bytes the file has.
    of: usize,
    has_list: bool,
    /// Why the reading was given up, if not for the JSON.
    fault: Option<ReadFault>,
}

impl<'de> Visitor<'de> for &mut Collection<'_, '_, '_> {
    type Value = Map<String, Value>;

    fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str("a collection of features")
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Map::new();
        while let Some(key) = map.next_key::<String>()? {
            if key != "features" {
                members.insert(key, map.next_value()?);
            } else if std::mem::replace(&mut self.has_list, true) {
                return Err(A::Error::custom("it has two lists of features"));
            } else {
                map.next_value_seed(Features(&mut *self))?;
            }
        }
        Ok(members)
    }
}

/// The list of features.
struct Features<'f, 'r, 'm, 'e>(&'f mut Collection<'r, 'm, 'e>);

impl<'de> DeserializeSeed<'de> for Features<'_, '_, '_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Features<'_, '_, '_, '_> {
    type Value = ();

    fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str("a list of features")
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let Self(reading) = self;
        let (mut number, mut passed) = (0, 0);
        while let Some(written) = list.next_element::<&RawValue>()? {
            let written = written.get();
            number += 1;
            passed += written.len();
            reading.meter.at(passed, reading.of);
            let feature = serde_json::from_str(written).map_err(|why| why.to_string());
            if let Err(fault) = (reading.each)(Heard::Listed(number, feature)) {
                reading.fault = Some(fault);
                return Err(A::Error::custom("given up"));
            }
        }
        Ok(())
    }
}
