//! A map that others drew.

use crate::estate::Estate;
use crate::formats::{Problem, estate_geojson, osm};
use crate::text::Message;

/// Reads a map by the end of its file's name; the sentence when nothing can be had from it.
pub fn read(name: &str, bytes: &[u8]) -> Result<(Estate, Vec<Problem>), Message> {
    let extension = name
        .rsplit_once('.')
        .map(|(_, extension)| extension)
        .unwrap_or_default();
    let outcome = match extension.to_ascii_lowercase().as_str() {
        "osm" | "xml" => osm::read(bytes),
        "geojson" | "json" => estate_geojson::read(bytes),
        "dwg" | "dxf" => return Err(Message::new("setup-dwg")),
        _ => return Err(Message::new("setup-format").with("extension", extension)),
    };
    outcome.map_err(|fault| fault.message())
}
