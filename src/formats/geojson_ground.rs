//! What the coordinates of a GeoJSON file are, by what it says and by what they look like.

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::estate::Frame;

use super::ReadFault;
use super::assemble::{Ground, Raw, RawFeature, RawShape};
use super::estate_geojson::{BOM, position};

/// What the coordinates of a file are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coordinates {
    /// What the file says of them: degrees where it says nothing.
    AsWritten,
    /// WGS-84 degrees, whatever the file says.
    Degrees,
    /// Metres, whatever the file says.
    Metres,
}

/// The system that a file of 2008 or of Mulin names, where it is another than WGS-84 degrees and local metres.
pub fn named_crs(bytes: &[u8]) -> Option<String> {
    // Nothing else of the file is kept: it may be large.
    #[derive(Deserialize)]
    struct Named {
        #[serde(default, rename = "mulin:crs")]
        own: Value,
        #[serde(default)]
        crs: Value,
    }
    let named: Named = serde_json::from_slice(bytes.strip_prefix(BOM).unwrap_or(bytes)).ok()?;
    let members = [("mulin:crs", named.own), ("crs", named.crs)].map(|(name, said)| (name.to_owned(), said));
    match says_local(&Map::from_iter(members)) {
        Err(ReadFault::UnknownCrs(name)) => Some(name),
        _ => None,
    }
}

/// What the coordinates mean, by what is known of them and the members of the collection.
pub(super) fn ground(
    document: &Map<String, Value>,
    raw: &[RawFeature],
    coordinates: Coordinates,
) -> Result<Ground<'static>, ReadFault> {
    let origin = document
        .get("mulin:origin")
        .and_then(position)
        .and_then(|[x, y]| {
            (x.abs() <= 180.0 && y.abs() < 89.0).then_some(Frame {
                longitude: x,
                latitude: y,
            })
        });
    let is_local = match coordinates {
        Coordinates::AsWritten => says_local(document)?,
        Coordinates::Degrees => false,
        Coordinates::Metres => true,
    };
    if is_local {
        return Ok(Ground::Local(origin));
    }
    // Metres written as if they were degrees would otherwise lie outside of every sheet.
    let on_earth = |[x, y]: Raw| x.abs() <= 180.0 && y.abs() < 89.0;
    let outside = raw
        .iter()
        .filter(|item| !item.shape.first().is_some_and(on_earth));
    if outside.count() * 2 > raw.len() {
        return Err(ReadFault::NotDegrees);
    }
    Ok(Ground::Degrees(origin))
}

/// Whether the collection says that it is in metres; a fault where it names another system.
fn says_local(document: &Map<String, Value>) -> Result<bool, ReadFault> {
    let unknown = |name: &str| Err(ReadFault::UnknownCrs(name.chars().take(60).collect()));
    match document.get("mulin:crs").and_then(Value::as_str) {
        Some("local") => return Ok(true),
        None | Some("wgs84") => {}
        Some(other) => return unknown(other),
    }
    // The member of GeoJSON 2008, which QGIS and ogr2ogr still write.
    let named = document
        .get("crs")
        .and_then(|crs| crs.pointer("/properties/name"));
    match named.and_then(Value::as_str) {
        Some(name) if !name.ends_with("CRS84") && !name.ends_with(":4326") => unknown(name),
        _ => Ok(false),
    }
}

impl RawShape {
    fn first(&self) -> Option<Raw> {
        match self {
            Self::Point(p) => Some(*p),
            Self::Line(points) => points.first().copied(),
            Self::Area(rings) => rings.first()?.first().copied(),
        }
    }
}
