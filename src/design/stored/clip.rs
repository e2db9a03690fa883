//! `mulin.clip/1`: a few things of a design as text, to be copied into another drawing.
//!
//! The text is JSON with one thing a line, each written as in the design's document, so that it
//! can be read and sent in a chat. A whole design pasted as text gives its things too.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::fault::Repair;
use super::v1;
use crate::catalogue::KindId;
use crate::design::{Design, Placement};
use crate::geometry::WorldPt;

/// The name of this version in texts.
pub const SCHEMA: &str = "mulin.clip/1";
/// More things than this are not pasted at once.
pub const MOST: usize = 2_000;

/// What a text holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Clip {
    /// The things, where they were copied from.
    pub things: Vec<Arc<Placement>>,
    /// Outlines that cross themselves, for the hand to mend.
    pub crossed: Vec<Crossed>,
    /// How many more could not be read.
    pub left_out: usize,
}

/// An outline that crosses itself and so is no thing yet, where it was copied from.
#[derive(Clone, Debug, PartialEq)]
pub struct Crossed {
    /// What it was to be.
    pub kind: KindId,
    /// Its corners, at least three, each within reach.
    pub corners: Vec<WorldPt>,
}

/// Why a text cannot be pasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ClipFault {
    /// It holds no things.
    #[error("the text holds nothing that was copied from a drawing")]
    NotThings,
    /// It is of a version that this program does not know.
    #[error("the text was copied by a newer version of this program")]
    Newer,
    /// It is longer than a design may be.
    #[error("the text is longer than {} bytes", v1::MAX_BYTES)]
    TooLarge,
    /// It holds more things than may be pasted.
    #[error("the text holds more than {} things", MOST)]
    TooMany,
}

impl ClipFault {
    /// The key of the sentence that says it.
    pub fn key(self) -> &'static str {
        match self {
            Self::NotThings => "why-clip-not-things",
            Self::Newer => "why-clip-newer",
            Self::TooLarge => "why-clip-too-large",
            Self::TooMany => "why-clip-too-many",
        }
    }
}

/// The text of things, one a line.
pub fn write(things: &[Arc<Placement>]) -> String {
    let lines: Vec<String> = things
        .iter()
        .map(|thing| format!("    {}", v1::row_of(thing)))
        .collect();
    format!(
        "{{\n  \"schema\": \"{SCHEMA}\",\n  \"things\": [\n{}\n  ]\n}}\n",
        lines.join(",\n")
    )
}

/// The things of a text, each through the gate of the document.
pub fn read(text: &str) -> Result<Clip, ClipFault> {
    if text.len() > v1::MAX_BYTES {
        return Err(ClipFault::TooLarge);
    }
    let text = text.trim_start_matches('\u{feff}').trim();
    // Most of what people paste by mistake is no JSON at all.
    if !text.starts_with('{') {
        return Err(ClipFault::NotThings);
    }
    let Ok(mut document) = serde_json::from_str::<Map<String, Value>>(text) else {
        return Err(ClipFault::NotThings);
    };
    let schema = document.get("schema").and_then(Value::as_str).unwrap_or_default();
    let rows = match schema {
        SCHEMA => document.remove("things"),
        v1::SCHEMA => document
            .get_mut("sheets")
            .and_then(|sheets| sheets.get_mut(Design::SHEET))
            .map(Value::take),
        newer if newer.starts_with("mulin.clip/") || newer.starts_with("mulin.design/") => {
            return Err(ClipFault::Newer);
        }
        _ => return Err(ClipFault::NotThings),
    };
    let Some(Value::Array(rows)) = rows else {
        return Err(ClipFault::NotThings);
    };
    if rows.len() > MOST {
        return Err(ClipFault::TooMany);
    }
    let clip = things_of(rows);
    if clip.things.is_empty() && clip.crossed.is_empty() {
        return Err(ClipFault::NotThings);
    }
    Ok(clip)
}

/// The things of rows; an outline that crosses itself is kept apart, and a row that is neither is
/// counted and left out.
fn things_of(rows: Vec<Value>) -> Clip {
    let mut clip = Clip::default();
    for row in rows {
        let mut sheets = Map::new();
        sheets.insert(Design::SHEET.to_owned(), Value::Array(vec![row]));
        let document = json!({ "schema": v1::SCHEMA, "project": "", "sheets": sheets });
        let (thing, repair) = match v1::read(document.to_string().as_bytes()) {
            Ok((design, repairs)) => (design.placements().first().cloned(), repairs.into_iter().next()),
            Err(_) => (None, None),
        };
        match (thing, repair) {
            (Some(thing), _) => clip.things.push(thing),
            (None, Some(Repair::ShapeLeftOut { kind, corners, .. })) if !corners.is_empty() => {
                clip.crossed.push(Crossed { kind, corners });
            }
            (None, _) => clip.left_out += 1,
        }
    }
    clip
}
