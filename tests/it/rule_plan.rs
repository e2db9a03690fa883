//! Reads the text plans of `tests/fixtures/rules`; their words are explained in `rule_plans.rs`.
//!
//! A plan becomes the very documents that people's files are (GeoJSON, a design, `project.json`) and
//! comes in through the same readers.

use std::collections::BTreeSet;
use std::path::Path;

use mulin::catalogue::{Catalogue, CatalogueChoice, Form, KindId};
use mulin::design::{Design, stored};
use mulin::formats::project_folder;
use mulin::project::Project;
use serde_json::{Map, Value, json};

/// What a planner says that a rule does.
pub enum Expected {
    /// It finds these lines and no others.
    Finds(String, BTreeSet<String>),
    /// It looks and finds nothing.
    Passes(String),
    /// It is not checked.
    Cannot(String),
    /// The change that it offers does.
    Mends(String),
    /// No change of one thing ends it, and it says what does.
    Helps(String),
}

/// One plan with what is expected of it.
pub struct TextPlan {
    pub title: String,
    pub project: Project,
    pub design: Design,
    pub expected: Vec<Expected>,
}

#[derive(Default)]
struct Draft {
    title: String,
    project: Map<String, Value>,
    latitude: Option<f64>,
    features: Vec<Value>,
    own: Vec<Value>,
    things: Vec<Value>,
    expected: Vec<Expected>,
}

impl TextPlan {
    /// Every plan of a file; the error says which line cannot be understood.
    pub fn read_all(file: &Path) -> Result<Vec<Self>, String> {
        let text = std::fs::read_to_string(file).map_err(|why| why.to_string())?;
        let mut plans = Vec::new();
        let mut draft: Option<Draft> = None;
        for (at, line) in text.lines().enumerate() {
            let line = line.split(" #").next().unwrap_or_default().trim();
            if let Some(title) = line.strip_prefix("==") {
                plans.extend(draft.take().map(Draft::finish).transpose()?);
                draft = Some(Draft {
                    title: title.trim().to_owned(),
                    ..Draft::default()
                });
            } else if !line.is_empty() && !line.starts_with('#') {
                let draft = draft.as_mut().ok_or("a line before the first ==")?;
                draft
                    .read(line)
                    .map_err(|why| format!("line {}: {why}: {line}", at + 1))?;
            }
        }
        plans.extend(draft.map(Draft::finish).transpose()?);
        Ok(plans)
    }
}

impl Draft {
    fn read(&mut self, line: &str) -> Result<(), String> {
        let words: Vec<&str> = line.split_whitespace().collect();
        let rest = &words[1..];
        match words[0] {
            "profile" => self
                .rules()
                .insert("profile".into(), word(rest, 0)?.into())
                .map_or(Ok(()), |_| Ok(())),
            "off" => {
                self.rules().insert("off".into(), json!(rest));
                Ok(())
            }
            "set" => {
                let value = number(word(rest, 1)?)?;
                let numbers = self.rules().entry("numbers").or_insert_with(|| json!({}));
                numbers[word(rest, 0)?] = value.into();
                Ok(())
            }
            "budget" => {
                self.project
                    .insert("budget".into(), number(word(rest, 0)?)?.into());
                Ok(())
            }
            "latitude" => {
                self.latitude = Some(number(word(rest, 0)?)?);
                Ok(())
            }
            "boundary" => {
                let ring = points(rest)?;
                self.features.push(feature(
                    "boundary",
                    json!({ "mulin:class": "boundary" }),
                    polygon(ring),
                ));
                Ok(())
            }
            "own" => {
                let kind = serde_json::from_str(&rest.join(" ")).map_err(|why| why.to_string())?;
                self.own.push(kind);
                self.project
                    .insert("catalogue".into(), json!({ "own": self.own }));
                Ok(())
            }
            "place" => self.place(rest),
            "finds" => self.finds(rest),
            "passes" => self.expect(Expected::Passes(word(rest, 0)?.to_owned())),
            "cannot" => self.expect(Expected::Cannot(word(rest, 0)?.to_owned())),
            "helps" => self.expect(Expected::Helps(word(rest, 0)?.to_owned())),
            "mends" => self.expect(Expected::Mends(word(rest, 0)?.to_owned())),
            class => self.feature(class, rest),
        }
    }
    fn rules(&mut self) -> &mut Map<String, Value> {
        let rules = self.project.entry("rules").or_insert_with(|| json!({}));
        rules.as_object_mut().expect("an object, as written above")
    }
    fn expect(&mut self, expected: Expected) -> Result<(), String> {
        self.expected.push(expected);
        Ok(())
    }
    /// `finds RULE …`: several lines of one rule are one expectation.
    fn finds(&mut self, words: &[&str]) -> Result<(), String> {
        let rule = word(words, 0)?.to_owned();
        let line = words.join(" ");
        for expected in &mut self.expected {
            if let Expected::Finds(id, lines) = expected
                && *id == rule
            {
                lines.insert(line);
                return Ok(());
            }
        }
        self.expect(Expected::Finds(rule, BTreeSet::from([line])))
    }
    fn feature(&mut self, class: &str, words: &[&str]) -> Result<(), String> {
        const CLASSES: [&str; 17] = [
            "building",
            "door",
            "road",
            "gate",
            "bay",
            "green",
            "paving",
            "activity",
            "water",
            "tree",
            "pipe",
            "manhole",
            "hydrant",
            "lamp",
            "septic",
            "substation",
            "fence",
        ];
        if !CLASSES.contains(&class) {
            return Err(format!("'{class}' is no class and no word of plans"));
        }
        let id = word(words, 0)?;
        let mut members = json!({ "mulin:class": class });
        let mut reader = Words { words: &words[1..] };
        let place = reader.geometry(&mut members)?;
        self.features.push(feature(id, members, place));
        Ok(())
    }
    fn place(&mut self, words: &[&str]) -> Result<(), String> {
        let (id, name) = (word(words, 0)?, word(words, 1)?);
        let (choice, _) = CatalogueChoice::read(&self.project, Catalogue::built_in());
        let kind = Catalogue::built_in()
            .chosen(&choice)
            .kind(&KindId::new(name))
            .ok_or_else(|| format!("no kind '{name}'"))?
            .clone();
        let (mut at, mut size, mut turn) = (None, kind.size, 0.0);
        let mut thing = json!({ "id": id, "kind": name, "params": {}, "note": "" });
        let mut reader = Words { words: &words[2..] };
        while let Some(next) = reader.next() {
            match next {
                "at" => at = Some(point(reader.need()?)?),
                "size" => size = pair(reader.need()?, 'x')?,
                "turn" => turn = number(reader.need()?)?,
                "area" => thing["outline"] = json!(reader.points()?),
                "path" => thing["path"] = json!(reader.points()?),
                "width" => thing["width"] = number(reader.need()?)?.into(),
                "param" => {
                    let (key, value) = reader.need()?.split_once('=').ok_or("param wants key=value")?;
                    thing["params"][key] = number(value).map_or_else(|_| value.into(), Value::from);
                }
                other => return Err(format!("'{other}' is not understood")),
            }
        }
        if let Some([x, y]) = at {
            let (w, d) = (size.0 / 2.0, size.1 / 2.0);
            if kind.form == Form::Area {
                thing["outline"] = json!([[x - w, y - d], [x + w, y - d], [x + w, y + d], [x - w, y + d]]);
            } else {
                thing["at"] = json!([x, y]);
                thing["size"] = json!([size.0, size.1]);
                thing["turn"] = turn.into();
            }
        }
        self.things.push(thing);
        Ok(())
    }
    fn finish(mut self) -> Result<TextPlan, String> {
        if !self
            .features
            .iter()
            .any(|f| f["properties"]["mulin:class"] == "boundary")
        {
            let whole = vec![[0.0, 0.0], [200.0, 0.0], [200.0, 200.0], [0.0, 200.0]];
            self.features.push(feature(
                "edge",
                json!({ "mulin:class": "boundary" }),
                polygon(whole),
            ));
        }
        self.project.insert("schema".into(), "mulin.project/1".into());
        self.project.insert("id".into(), "plan".into());
        self.project.insert("title".into(), json!({ "en": self.title }));
        let mut estate =
            json!({ "type": "FeatureCollection", "mulin:crs": "local", "features": self.features });
        if let Some(latitude) = self.latitude {
            estate["mulin:origin"] = json!([116.585, latitude]);
        }
        let (project, problems) = project_folder::read(
            Value::from(self.project).to_string().as_bytes(),
            estate.to_string().as_bytes(),
        )
        .map_err(|why| format!("{}: {why}", self.title))?;
        if !problems.is_empty() {
            return Err(format!("{}: {problems:?}", self.title));
        }
        let design = json!({ "schema": "mulin.design/1", "project": "plan", "title": "", "draft": "00",
            "sheets": { "estate": self.things } });
        let (design, repairs) =
            stored::read(design.to_string().as_bytes()).map_err(|why| format!("{}: {why:?}", self.title))?;
        if !repairs.is_empty() {
            return Err(format!("{}: {repairs:?}", self.title));
        }
        Ok(TextPlan {
            title: self.title,
            project,
            design,
            expected: self.expected,
        })
    }
}

/// The words of a line that are still to be read.
struct Words<'a> {
    words: &'a [&'a str],
}

impl<'a> Words<'a> {
    fn next(&mut self) -> Option<&'a str> {
        let (first, rest) = self.words.split_first()?;
        self.words = rest;
        Some(first)
    }
    fn need(&mut self) -> Result<&'a str, String> {
        self.next().ok_or_else(|| "the line ends too soon".to_owned())
    }
    fn points(&mut self) -> Result<Vec<[f64; 2]>, String> {
        let many = self.words.iter().take_while(|word| word.contains(',')).count();
        let (mine, rest) = self.words.split_at(many);
        self.words = rest;
        points(mine)
    }
    /// Where a feature is, and its other members.
    fn geometry(&mut self, members: &mut Value) -> Result<Value, String> {
        let (mut at, mut size, mut place) = (None, None, None);
        while let Some(next) = self.next() {
            match next {
                "at" => at = Some(point(self.need()?)?),
                "size" => size = Some(pair(self.need()?, 'x')?),
                "line" => place = Some(json!({ "type": "LineString", "coordinates": self.points()? })),
                "area" => place = Some(polygon(self.points()?)),
                "of" => members["building"] = self.need()?.into(),
                "name" | "stair" => members[next] = self.need()?.into(),
                "storeys" | "height" | "households" | "width" | "crown" | "trunk" | "diameter" => {
                    members[next] = number(self.need()?)?.into();
                }
                "fire" | "kept" | "remove" => members[next] = true.into(),
                usage => members["use"] = usage.into(),
            }
        }
        match (place, at, size) {
            (Some(place), ..) => Ok(place),
            (None, Some([x, y]), Some((w, d))) => {
                let (w, d) = (w / 2.0, d / 2.0);
                Ok(polygon(vec![
                    [x - w, y - d],
                    [x + w, y - d],
                    [x + w, y + d],
                    [x - w, y + d],
                ]))
            }
            (None, Some(at), None) => Ok(json!({ "type": "Point", "coordinates": at })),
            _ => Err("it has no place".to_owned()),
        }
    }
}

fn feature(id: &str, members: Value, geometry: Value) -> Value {
    json!({ "type": "Feature", "id": id, "properties": members, "geometry": geometry })
}

fn polygon(mut ring: Vec<[f64; 2]>) -> Value {
    ring.extend(ring.first().copied());
    json!({ "type": "Polygon", "coordinates": [ring] })
}

fn word<'a>(words: &[&'a str], at: usize) -> Result<&'a str, String> {
    words
        .get(at)
        .copied()
        .ok_or_else(|| "the line ends too soon".to_owned())
}

fn number(text: &str) -> Result<f64, String> {
    text.parse().map_err(|_| format!("'{text}' is not a number"))
}

fn pair(text: &str, between: char) -> Result<(f64, f64), String> {
    let (a, b) = text
        .split_once(between)
        .ok_or_else(|| format!("'{text}' is not a pair"))?;
    Ok((number(a)?, number(b)?))
}

fn point(text: &str) -> Result<[f64; 2], String> {
    pair(text, ',').map(|(x, y)| [x, y])
}

fn points(words: &[&str]) -> Result<Vec<[f64; 2]>, String> {
    words.iter().map(|text| point(text)).collect()
}
