//! What a facilitator sets up: the estate, budget, questions and dates of one round.

mod contacts;
mod topics;
mod underlay;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::catalogue::Catalogue;
use crate::estate::Estate;

pub use crate::text::{ByLanguage, in_language};
pub use contacts::PlannerKey;
pub use underlay::{Underlay, UnderlayFault};

/// A question that residents are asked beside the plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// Its name in a design's `answers`.
    pub id: String,
    /// The question.
    pub text: ByLanguage,
    /// The answers to choose from by value; without any, the answer is text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<QuestionOption>,
}

/// One answer to choose.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QuestionOption {
    /// What stands in the design.
    pub value: String,
    /// What is read.
    pub text: ByLanguage,
}

/// What a facilitator says of the rules.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RuleChoice {
    /// The profile: `national`, `shandong` …; none for the built-in choice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<String>,
    /// The ids of rules that are switched off for this project; designs then say so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub off: Vec<String>,
    /// Numbers of the project's own, by name: `shed-distance.wall`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub numbers: BTreeMap<String, f64>,
}

impl RuleChoice {
    /// Whether nothing is chosen.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// `project.json`, as it is written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ProjectFile {
    /// `mulin.project/1`.
    pub schema: String,
    /// The project's name in designs.
    pub id: String,
    /// Its title.
    pub title: ByLanguage,
    /// What residents should know of the map, such as that its shapes are invented.
    #[serde(default)]
    pub about: ByLanguage,
    /// The estate's file beside this one.
    #[serde(default = "estate_file")]
    pub estate: String,
    /// Yuan that may be spent; none where nothing is said of money.
    #[serde(default)]
    pub budget: Option<f64>,
    /// Questions beside the plan.
    #[serde(default)]
    pub questions: Vec<Question>,
    /// Which rules are checked, and by which numbers.
    #[serde(default, skip_serializing_if = "RuleChoice::is_default")]
    pub rules: RuleChoice,
    /// Whether anyone may list and read the designs.
    #[serde(default)]
    pub gallery_open: bool,
    /// Members that this version does not know; kept.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

fn estate_file() -> String {
    "estate.geojson".to_owned()
}

/// Why `project.json` cannot be used.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ProjectFault {
    /// It is not the JSON of a project.
    #[error("project.json is not a project: {0}")]
    NotAProject(String),
    /// A newer Mulin wrote it.
    #[error("project.json is of version '{0}', newer than this program; open it with a newer Mulin")]
    Newer(String),
}

impl ProjectFile {
    /// The version that this program reads.
    pub const SCHEMA: &'static str = "mulin.project/1";

    /// Reads `project.json`.
    pub fn read(bytes: &[u8]) -> Result<Self, ProjectFault> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let file: Self =
            serde_json::from_slice(bytes).map_err(|why| ProjectFault::NotAProject(why.to_string()))?;
        let number = file
            .schema
            .strip_prefix("mulin.project/")
            .and_then(|n| n.parse::<u32>().ok());
        match number {
            Some(1) => Ok(file),
            Some(_) => Err(ProjectFault::Newer(file.schema)),
            None => Err(ProjectFault::NotAProject(format!(
                "its schema is '{}', not '{}'",
                file.schema,
                Self::SCHEMA
            ))),
        }
    }
}

impl Project {
    /// The picture underneath; none where it has none, or one that cannot be used.
    pub fn underlay(&self) -> Option<Underlay> {
        Underlay::of(&self.file.extra)?.ok()
    }
}

/// A project ready for use: its file, estate and catalogue.
#[derive(Clone, Debug)]
pub struct Project {
    /// What the facilitator set up.
    pub file: ProjectFile,
    /// What is there.
    pub estate: Arc<Estate>,
    /// What may be placed.
    pub catalogue: Arc<Catalogue>,
}
