//! The estate as it is being set up.

use std::sync::Arc;

use serde_json::{Map, json};

use crate::estate::{Estate, Feature, FeatureId};
use crate::project::{ByLanguage, ProjectFile};
use crate::text::{Lang, Message, say};

/// A project that is being set up: its map, and what stands in `project.json`.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What is there.
    pub estate: Arc<Estate>,
    /// What the facilitator says of it.
    pub file: ProjectFile,
}

impl Draft {
    /// A draft of a map. `stem` is the name of its file without the ending; the project is named after it
    /// until somebody says better. It says where the map is from and that its measures are to be checked.
    pub fn of_map(stem: &str, estate: Estate) -> Self {
        let in_all = |message: &Message| -> ByLanguage {
            let texts = Lang::ALL.map(|lang| (lang.tag().to_owned(), say(lang, message)));
            texts.into_iter().collect()
        };
        let about = Message::new("import-about").with("source", estate.attribution.as_str());
        let mut extra = Map::new();
        if !estate.attribution.is_empty() {
            extra.insert("attribution".to_owned(), json!(estate.attribution));
        }
        let file = ProjectFile {
            schema: ProjectFile::SCHEMA.to_owned(),
            id: id_of(stem),
            title: in_all(&Message::new("import-title").with("name", stem)),
            about: in_all(&about),
            estate: "estate.geojson".to_owned(),
            budget: None,
            questions: Vec::new(),
            rules: Default::default(),
            gallery_open: false,
            extra,
        };
        Self {
            estate: Arc::new(estate),
            file,
        }
    }
    /// The thing of that name.
    pub fn thing(&self, id: &FeatureId) -> Option<&Arc<Feature>> {
        self.estate.feature(id)
    }
    /// The same project with other things on its map.
    pub(super) fn with_things(&self, things: Vec<Arc<Feature>>) -> Self {
        Self {
            estate: Arc::new(self.estate.with_features(things)),
            file: self.file.clone(),
        }
    }
}

/// The id of a project of that name: small Latin letters, digits and hyphens, at most forty.
pub(super) fn id_of(name: &str) -> String {
    let id: String = name
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
        .map(|c| c.to_ascii_lowercase())
        .take(40)
        .collect();
    if id.is_empty() { "estate".to_owned() } else { id }
}
