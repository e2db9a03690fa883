//! A drawing that comes back from CAD or GIS as a file: the worker for files reads it, so that the page stays alive.

use std::sync::Arc;

use serde_json::json;

use crate::app::browser::exchanger::{self, BothSaid};
use crate::app::load::Sources;
use crate::exchange::may_bring_back;
use crate::text::{Lang, Message};

/// A picked file as a design's document, with what had to be mended on the way. What is no file of CAD or GIS is handed on
/// as it is.
pub async fn as_document(
    sources: Option<Arc<Sources>>,
    (name, bytes): (String, Vec<u8>),
    lang: Lang,
) -> Result<(Vec<u8>, Vec<BothSaid>), Message> {
    if !may_bring_back(&name) {
        return Ok((bytes, Vec::new()));
    }
    let sources = sources.ok_or_else(|| Message::new("exchange-no-job"))?;
    let job = json!({ "do": "back", "name": name });
    let back = exchanger::ask(&job, &[&sources.file, &sources.estate, &bytes]).await;
    back.map(|back| (back.bytes, back.problems))
        .map_err(|fault| fault.message(lang))
}
