//! What the worker of the browser program is asked: a job as JSON and files as bytes, and the same back.
//!
//! `{"do":"read","name":"plan.dxf","crs":"EPSG:4548","axes":"en","unit":"m","points":["0,0=116.5,35.4"]}` with the map
//! (and, as a second file, a table of layers) gives the estate as GeoJSON; of a drawing the answer has its `layers`, as
//! they were understood. All but the name may be left out. `{"do":"write","to":"pdf",
//! "lang":"en","scale":200,"paper":"A3"}` (of `dxf` a `grid`) with `project.json`, the estate, the design, the font
//! and, where it is to be seen, the picture underneath gives the file. `{"do":"drawing"}` with an SVG gives a part of an own kind's drawing.
//! `{"do":"back","name":"plan.dxf"}` with `project.json`, the estate and a file that was written for CAD or GIS gives the
//! design that it brings back. Each answer says its problems in every
//! language. While a map is read, percents of the work are told.

use serde_json::{Value, json};

use crate::design::stored::{self, DesignName};
use crate::formats::{Meter, Problem, estate_geojson, kind_svg, project_folder};
use crate::text::{Lang, Message, say};

use super::{ReadWish, SheetWish, To, one_back, read_telling, write};

/// What a job came to: `{"problems":[…]}` or `{"fault":{…}}`, each sentence by language, and a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Done {
    /// The answer as JSON.
    pub said: String,
    /// The file; empty where there is none.
    pub file: Vec<u8>,
}

/// Does a job. What it cannot do is said in the answer; nothing it is given makes it panic.
pub fn perform(job: &str, files: &[Vec<u8>]) -> Done {
    perform_telling(job, files, &mut Meter::deaf())
}

/// Does a job, and tells how far it is.
pub fn perform_telling(job: &str, files: &[Vec<u8>], meter: &mut Meter) -> Done {
    let job: Value = serde_json::from_str(job).unwrap_or_default();
    let mut layers = Value::Null;
    let outcome = match job["do"].as_str() {
        Some("read") => read_job(&job, files, &mut layers, meter),
        Some("write") => write_job(&job, files),
        Some("drawing") => drawing_job(files),
        Some("back") => back_job(&job, files),
        _ => Err(Message::new("exchange-no-job")),
    };
    let sentences = |problems: Vec<Problem>| problems.iter().map(Problem::sentence).collect();
    Done::of(
        outcome.map(|(file, problems)| (file, sentences(problems))),
        layers,
    )
}

impl Done {
    /// What came of a job: a file, sentences about it and the layers of a drawing, or the sentence why there is none.
    pub(super) fn of(outcome: Result<(Vec<u8>, Vec<Message>), Message>, layers: Value) -> Self {
        match outcome {
            Ok((file, sentences)) => {
                let sentences: Vec<Value> = sentences.iter().map(in_all).collect();
                let mut said = json!({ "problems": sentences });
                if !layers.is_null() {
                    said["layers"] = layers;
                }
                Self {
                    said: said.to_string(),
                    file,
                }
            }
            Err(why) => Self {
                said: json!({ "fault": in_all(&why) }).to_string(),
                file: Vec::new(),
            },
        }
    }
}

type Outcome = Result<(Vec<u8>, Vec<Problem>), Message>;

fn in_all(message: &Message) -> Value {
    Lang::ALL
        .into_iter()
        .map(|lang| (lang.tag().to_owned(), json!(say(lang, message))))
        .collect()
}

fn read_job(job: &Value, files: &[Vec<u8>], layers: &mut Value, meter: &mut Meter) -> Outcome {
    let (map, table) = match files {
        [map] => (map, None),
        [map, table] => (map, Some(table.clone())),
        _ => return Err(Message::new("exchange-no-job")),
    };
    let text = |key: &str| job[key].as_str().map(str::to_owned);
    let points = job["points"].as_array().into_iter().flatten();
    let wish = ReadWish {
        crs: text("crs"),
        axes: text("axes"),
        unit: text("unit"),
        points: points.filter_map(Value::as_str).map(str::to_owned).collect(),
        layers: table,
    };
    let read = read_telling(&text("name").unwrap_or_default(), map, &wish, meter)?;
    if let Some(table) = &read.layers {
        *layers = json!(table);
    }
    let written = estate_geojson::write(&read.estate).into_bytes();
    meter.finish();
    Ok((written, read.problems))
}

/// An SVG as a part of an own kind's drawing: `{"part":{…},"aspect":1.5}`.
fn drawing_job(files: &[Vec<u8>]) -> Outcome {
    let [svg] = files else {
        return Err(Message::new("exchange-no-job"));
    };
    let (part, aspect, problems) = kind_svg::read(svg).map_err(|fault| fault.message())?;
    Ok((
        json!({ "part": part, "aspect": aspect }).to_string().into_bytes(),
        problems,
    ))
}

/// The design that a file brings back from CAD or GIS.
fn back_job(job: &Value, files: &[Vec<u8>]) -> Outcome {
    let [project, estate, file] = files else {
        return Err(Message::new("exchange-no-job"));
    };
    let (project, _) = project_folder::read(project, estate).map_err(|fault| fault.message())?;
    let back = one_back(job["name"].as_str().unwrap_or_default(), file, &project)?;
    Ok((stored::write(&back.design), back.problems))
}

fn write_job(job: &Value, files: &[Vec<u8>]) -> Outcome {
    let unknown = || Message::new("exchange-no-job");
    let (project, estate, design, font, picture) = match files {
        [project, estate, design, font] => (project, estate, design, font, None),
        [project, estate, design, font, picture] => (project, estate, design, font, Some(picture.clone())),
        _ => return Err(unknown()),
    };
    let to = job["to"].as_str().and_then(To::from_word).ok_or_else(unknown)?;
    let lang = job["lang"].as_str().and_then(Lang::from_tag).unwrap_or_default();
    let wish = SheetWish {
        scale: job["scale"].as_f64(),
        paper: job["paper"].as_str().map(str::to_owned),
        points: job["points"].as_str().map(str::to_owned),
        cut_out: job["cutOut"].as_str().map(str::to_owned),
        grid: job["grid"].as_str().map(str::to_owned),
        picture,
    };
    let (project, _) = project_folder::read(project, estate).map_err(|fault| fault.message())?;
    // A design that a newer Mulin wrote may come here as this one writes it; its name stays that of its own bytes.
    let named = job["name"].as_str().and_then(|name| name.parse().ok());
    let name = named.unwrap_or_else(|| DesignName::of(design));
    let (design, _) = stored::read(design).map_err(|fault| fault.message())?;
    let written = write(to, &project, &name, &design, lang, &wish, font)?;
    Ok((written.bytes, written.problems))
}
