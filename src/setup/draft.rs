//! The estate as it is being set up.

use std::sync::Arc;

use serde_json::{Map, json};

use crate::estate::{Class, Estate, Feature, FeatureId, Shape};
use crate::geometry::{Bounds, WorldPt};
use crate::project::{ByLanguage, ProjectFile};
use crate::text::{Lang, Message, say};

use super::Picture;

/// A project that is being set up: its map, and what stands in `project.json`.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What is there.
    pub estate: Arc<Estate>,
    /// What the facilitator says of it.
    pub file: ProjectFile,
    /// The picture underneath, where there is one.
    pub picture: Option<Picture>,
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
            id: project_id(stem),
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
            picture: None,
        }
    }
    /// The thing of that name.
    pub fn thing(&self, id: &FeatureId) -> Option<&Arc<Feature>> {
        self.estate.feature(id)
    }
    /// The thing that a press at a place means, `reach` metres around it: a point before a line before the
    /// smallest area, and the edge of the estate last of all.
    pub fn thing_at(&self, at: WorldPt, reach: f64) -> Option<FeatureId> {
        let near = Bounds { min: at, max: at }.grown(reach);
        let rank = |thing: &Arc<Feature>| {
            let away = thing.shape.distance_to(at);
            let (order, size) = match (&thing.class, &thing.shape) {
                (Class::Boundary, _) => (3, 0.0),
                (_, Shape::Point(_)) => (0, away),
                (Class::Road { width, .. }, Shape::Line(_)) => {
                    (1, (away - width.unwrap_or(0.0) / 2.0).max(0.0))
                }
                (_, Shape::Line(_)) => (1, away),
                (_, Shape::Area(edge, _)) => (2, edge.area()),
            };
            let is_hit = match order {
                0 | 1 => size <= reach,
                _ => away <= 0.0,
            };
            is_hit.then_some((order, size))
        };
        let hits = self
            .estate
            .in_box(near)
            .filter_map(|thing| Some((rank(thing)?, thing)));
        let best = hits.min_by(|((a, x), _), ((b, y), _)| a.cmp(b).then(x.total_cmp(y)));
        best.map(|(_, thing)| thing.id.clone())
    }
    /// The same project with other things on its map.
    pub(super) fn with_things(&self, things: Vec<Arc<Feature>>) -> Self {
        Self {
            estate: Arc::new(self.estate.with_features(things)),
            ..self.clone()
        }
    }
}

/// The id of a project of that name: small Latin letters, digits and hyphens, at most forty.
pub fn project_id(name: &str) -> String {
    let id: String = name
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
        .map(|c| c.to_ascii_lowercase())
        .take(40)
        .collect();
    if id.is_empty() { "estate".to_owned() } else { id }
}
