//! A file of the facilitator's becomes a draft.

use serde_json::json;

use crate::app::browser::exchanger::{self, BothSaid};
use crate::formats::estate_geojson;
use crate::setup::Draft;
use crate::text::{Lang, Message};

/// The ends of the names of files that are read, for the browser's dialog.
pub const ACCEPTED: &str = ".osm,.xml,.geojson,.json";

/// What was read: the draft, and what was wrong with its map.
pub type Read = (Draft, Vec<BothSaid>);

/// Has the worker read a map, so that the page stays alive; the sentence when nothing can be had from it.
pub async fn read(name: &str, bytes: &[u8], lang: Lang) -> Result<Read, Message> {
    let job = json!({ "do": "read", "name": name });
    let read = exchanger::ask(&job, &[bytes])
        .await
        .map_err(|fault| fault.message(lang))?;
    let (estate, _) = estate_geojson::read(&read.bytes).map_err(|fault| fault.message())?;
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    Ok((Draft::of_map(stem, estate), read.problems))
}
