//! What of a round of drawing is set up beside the map: when it is open, and what is asked.

use serde_json::{Value, json};

use crate::project::{ByLanguage, ProjectFile, Question};

/// From when to when residents may send, as days `2026-12-01`; both days belong to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phase {
    /// The first day; empty where it is open from the start.
    pub from: String,
    /// The last day; empty where no end is set.
    pub to: String,
}

/// The phase in which residents draw, in the list `phases` of `project.json`.
const DRAWING: &str = "drawing";

impl Phase {
    /// The phase of a project in which residents draw.
    pub fn of(file: &ProjectFile) -> Self {
        let phases = file.extra.get("phases").and_then(Value::as_array);
        let drawing = phases.and_then(|all| all.iter().find(|phase| phase["id"] == DRAWING));
        let day = |key: &str| {
            let text = drawing.and_then(|phase| phase[key].as_str()).unwrap_or_default();
            text.to_owned()
        };
        Self {
            from: day("from"),
            to: day("to"),
        }
    }
    /// Writes it into the project's file; without any day it is left out. Other phases stay.
    pub fn write(&self, file: &mut ProjectFile) {
        let mut phases: Vec<Value> = match file.extra.remove("phases") {
            Some(Value::Array(phases)) => phases,
            _ => Vec::new(),
        };
        phases.retain(|phase| phase["id"] != DRAWING);
        if *self != Self::default() {
            let mut phase = json!({ "id": DRAWING });
            for (key, day) in [("from", &self.from), ("to", &self.to)] {
                if !day.is_empty() {
                    phase[key] = json!(day);
                }
            }
            phases.insert(0, phase);
        }
        if !phases.is_empty() {
            file.extra.insert("phases".to_owned(), Value::Array(phases));
        }
    }
    /// Whether it ends before it begins. Days written `2026-12-01` compare as text.
    pub fn is_upside_down(&self) -> bool {
        !self.from.is_empty() && !self.to.is_empty() && self.to < self.from
    }
}

/// Adds a question with an empty text in each language; its id is the first that is free.
pub fn add_question(file: &mut ProjectFile) {
    let id = (1..)
        .map(|n| format!("q{n}"))
        .find(|id| file.questions.iter().all(|q| q.id != *id));
    file.questions.push(Question {
        id: id.unwrap_or_default(),
        text: ByLanguage::new(),
        options: Vec::new(),
    });
}

/// The questions that nobody could answer, because they have no text in any language.
pub(super) fn empty_questions(file: &ProjectFile) -> usize {
    let is_empty = |question: &&Question| question.text.values().all(|text| text.trim().is_empty());
    file.questions.iter().filter(is_empty).count()
}
