//! A file of the facilitator's becomes a draft.

use crate::formats::{Problem, ReadFault, estate_geojson, osm};
use crate::setup::Draft;
use crate::text::Message;

/// The ends of the names of files that are read, for the browser's dialog.
pub const ACCEPTED: &str = ".osm,.xml,.geojson,.json";

/// What was read: the draft, and what was wrong with its map.
pub type Read = (Draft, Vec<Problem>);

/// Reads a map by the end of its name; the sentence when nothing can be had from it.
pub fn read(name: &str, bytes: &[u8]) -> Result<Read, Message> {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let extension = extension.to_ascii_lowercase();
    let outcome: Result<_, ReadFault> = match extension.as_str() {
        "osm" | "xml" => osm::read(bytes),
        "geojson" | "json" => estate_geojson::read(bytes),
        "dwg" => return Err(Message::new("setup-dwg")),
        _ => return Err(Message::new("setup-format").with("extension", extension)),
    };
    let (estate, problems) = outcome.map_err(|fault| fault.message())?;
    Ok((Draft::of_map(stem, estate), problems))
}
