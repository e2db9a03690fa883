//! An outline that is not done, as the device keeps it until it is: it is part of no design, and a
//! reload must not lose it.

use serde::{Deserialize, Serialize};

use crate::catalogue::{Form, KindId};
use crate::geometry::{Outline, WorldPt};
use crate::text::Message;

use super::Editor;
use super::tool::{Drawing, Mode, Tool};

/// The name of this version.
const SCHEMA: &str = "mulin.outline/1";

/// Corners that were set, of what, and how they make a shape.
#[derive(Clone, Debug, PartialEq)]
pub struct Unfinished {
    kind: KindId,
    mode: Mode,
    corners: Vec<WorldPt>,
}

#[derive(Serialize, Deserialize)]
struct Stored {
    schema: String,
    kind: String,
    mode: String,
    corners: Vec<[f64; 2]>,
}

/// The modes by the words that are kept.
const MODES: [(Mode, &str); 4] = [
    (Mode::Polygon, "polygon"),
    (Mode::Rectangle, "rectangle"),
    (Mode::Turned, "turned"),
    (Mode::Path, "path"),
];

impl Unfinished {
    /// The outline as text.
    pub fn to_json(&self) -> String {
        let word = MODES.iter().find(|(mode, _)| *mode == self.mode);
        let stored = Stored {
            schema: SCHEMA.to_owned(),
            kind: self.kind.to_string(),
            mode: word.map_or("polygon", |(_, word)| word).to_owned(),
            corners: self.corners.iter().map(|at| [at.x, at.y]).collect(),
        };
        // Text, numbers and lists cannot fail to be written.
        serde_json::to_string(&stored).unwrap_or_default()
    }
    /// The outline of a text; none of a text that is none, or whose corners cannot be set.
    pub fn from_json(text: &str) -> Option<Self> {
        let stored: Stored = serde_json::from_str(text).ok()?;
        let (mode, _) = MODES.into_iter().find(|(_, word)| *word == stored.mode)?;
        let corners: Vec<WorldPt> = stored
            .corners
            .into_iter()
            .map(|[x, y]| WorldPt::new(x, y).snapped())
            .collect();
        let sound = !corners.is_empty()
            && corners.len() <= mode.most().min(Outline::MAX_CORNERS)
            && corners.iter().all(|corner| corner.is_within_reach());
        (stored.schema == SCHEMA && sound).then(|| Self {
            kind: KindId::new(&stored.kind),
            mode,
            corners,
        })
    }
}

impl Editor {
    /// The outline that is being drawn or was laid down before it was done.
    pub fn unfinished(&self) -> Option<Unfinished> {
        let drawing = match &self.tool {
            Tool::Outline(drawing) if drawing.has_corners() => drawing,
            _ => self.stage.draft.as_deref()?,
        };
        Some(Unfinished {
            kind: drawing.kind().id.clone(),
            mode: drawing.mode(),
            corners: drawing.set_corners().to_vec(),
        })
    }
    /// An outline from before comes into the hand again, as it was; one of a kind that is not drawn
    /// by corners, or that this project does not have, is let go.
    pub(super) fn resume(&mut self, from_before: Unfinished) {
        let kind = self.stage.project.catalogue.kind(&from_before.kind).cloned();
        let Some(kind) = kind.filter(|kind| kind.form != Form::Rectangle) else {
            return;
        };
        let drawing = Drawing::resumed(kind, from_before.mode, from_before.corners);
        self.stage.select(Vec::new());
        let again = match drawing.can_finish() {
            Err("why-crossed-draft") => Message::new("why-crossed-draft"),
            _ => Message::new("say-draft-again").with("n", drawing.corners()),
        };
        self.change_tool(Tool::Outline(drawing));
        self.stage.announce(again);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_outline_is_let_go() {
        let good = r#"{"schema":"mulin.outline/1","kind":"lawn","mode":"polygon","corners":[[1,2],[3,4.5]]}"#;
        let read = Unfinished::from_json(good).expect("an outline");
        assert_eq!(Unfinished::from_json(&read.to_json()), Some(read));
        for (from, to) in [
            ("outline/1", "outline/2"),
            ("polygon", "star"),
            ("[1,2]", "[1e9,2]"),
            ("[[1,2],[3,4.5]]", "[]"),
            ("polygon", "rectangle"),
            ("]}", ""),
        ] {
            assert_eq!(Unfinished::from_json(&good.replace(from, to)), None, "{to}");
        }
    }
}
