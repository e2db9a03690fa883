//! A file of the facilitator's becomes a draft.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::app::browser::exchanger::{self, BothSaid, Course, Fault, Program};
use crate::formats::project_folder::{self, FolderFault};
use crate::formats::survey_dxf::LayerTable;
use crate::formats::{estate_geojson, project_zip};
use crate::project::ProjectFile;
use crate::setup::{Draft, Picture};
use crate::text::{Lang, Message};

/// The ends of the names of files that are read, for the browser's dialog.
pub const ACCEPTED: &str = ".dxf,.dwg,.osm,.xml,.geojson,.json,.zip,.jpg,.jpeg,.png,.webp,.pdf";

/// What is said of a map: how its coordinates and a drawing's layers are to be read. What is empty is guessed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Said {
    /// The system of its coordinates, as `mulin import --crs` has it.
    pub crs: String,
    /// `en` or `ne`.
    pub axes: String,
    /// A drawing's unit.
    pub unit: String,
    /// Known points of a local grid, one a line.
    pub points: String,
    /// What its layers are.
    pub layers: Option<LayerTable>,
}

/// The file that a draft was read from, so that it can be read otherwise.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Arc<Vec<u8>>,
    /// What was said of it, with its layers as they were understood.
    pub said: Said,
}

/// What was read.
#[derive(Clone, Debug)]
pub struct Read {
    /// The draft.
    pub draft: Draft,
    /// What was wrong with its map.
    pub problems: Vec<BothSaid>,
    /// What was said of its picture, where that is a page of a PDF.
    pub page: Vec<BothSaid>,
    /// Where it is from; none where it was gone on with.
    pub source: Option<Source>,
    /// Whether the device keeps its map already.
    pub is_kept: bool,
}

impl Read {
    /// A draft of which nothing else is to be said.
    pub fn of(draft: Draft) -> Self {
        Self {
            draft,
            problems: Vec::new(),
            page: Vec::new(),
            source: None,
            is_kept: false,
        }
    }
}

/// Has the worker read a map, so that the page stays alive; nothing where a hand ended it, and the sentence when
/// nothing can be had from it.
pub async fn read(
    name: &str,
    bytes: Arc<Vec<u8>>,
    said: &Said,
    lang: Lang,
    course: Course,
) -> Result<Option<Read>, Message> {
    if name.to_ascii_lowercase().ends_with(".zip") {
        return project(&bytes).map(Some);
    }
    let mut job = json!({ "do": "read", "name": name });
    for (key, word) in [("crs", &said.crs), ("axes", &said.axes), ("unit", &said.unit)] {
        if !word.trim().is_empty() {
            job[key] = json!(word.trim());
        }
    }
    let points = said.points.lines().map(str::trim).filter(|line| !line.is_empty());
    job["points"] = Value::from_iter(points);
    let table = said.layers.as_ref().map(|table| table.write().into_bytes());
    let files: Vec<&[u8]> = std::iter::once(bytes.as_slice())
        .chain(table.as_deref())
        .collect();
    let read = match exchanger::ask_on(Program::Exchange, &job, &files, Some(course)).await {
        Ok(read) => read,
        Err(Fault::Stopped) => return Ok(None),
        Err(fault) => return Err(fault.message(lang)),
    };
    let (estate, _) = estate_geojson::read(&read.bytes).map_err(|fault| fault.message())?;
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let source = Source {
        name: name.to_owned(),
        bytes,
        said: Said {
            layers: serde_json::from_value(read.layers).ok(),
            ..said.clone()
        },
    };
    Ok(Some(Read {
        problems: read.problems,
        source: Some(source),
        ..Read::of(Draft::of_map(stem, estate))
    }))
}

/// A project that was saved before, so that it can be changed.
fn project(bytes: &[u8]) -> Result<Read, Message> {
    let files = project_zip::read(bytes).map_err(|fault| fault.message())?;
    let file = |name: &str| {
        files
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, bytes)| bytes.as_slice())
    };
    let lacks = |name: &str| Message::new("setup-zip-lacks").with("name", name);
    let own = ProjectFile::read(file("project.json").ok_or_else(|| lacks("project.json"))?);
    let own = own.map_err(|fault| FolderFault::from(fault).message())?;
    let estate = file(&own.estate).ok_or_else(|| lacks(&own.estate))?;
    let (project, problems) = project_folder::with_estate(own, estate).map_err(|fault| fault.message())?;
    // A folder without the file that it names opens without the picture.
    let picture = project.underlay().and_then(|underlay| {
        let bytes = Arc::new(file(&underlay.file)?.to_vec());
        Some((underlay, bytes))
    });
    let draft = Draft {
        estate: project.estate,
        picture: picture.map(|(underlay, bytes)| Picture { underlay, bytes }),
        file: project.file,
    };
    let said = problems.iter().map(|problem| BothSaid::of(&problem.sentence()));
    Ok(Read {
        problems: said.collect(),
        ..Read::of(draft)
    })
}
