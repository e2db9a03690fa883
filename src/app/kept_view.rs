//! What a device remembers of a project: which part of the plan was seen, and which layers. It is
//! kept beside the drawing and is no part of it, so it is never sent.
//!
//! Pure, so that words of an older or newer program are tested without a browser: whatever is not
//! understood falls back to its default.

use crate::catalogue::Group;
use crate::scene::{Layers, Part, Shown};

use super::address::{Place, place_from, place_text};

/// What is remembered of a project.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct KeptView {
    /// What was seen last.
    pub place: Option<Place>,
    /// Which layers were shown.
    pub layers: Layers,
    /// Whether two fingers turn the plan.
    pub pinch_turns: bool,
    /// Whether the small map was open; none where it was never touched.
    pub map: Option<bool>,
}

impl KeptView {
    /// As it is kept: only what differs from the default, so that a default may change.
    pub fn write(&self) -> String {
        let mut out = form_urlencoded::Serializer::new(String::new());
        if let Some(place) = self.place {
            out.append_pair("at", &place_text(place));
        }
        for part in changed(self.layers.shown) {
            out.append_pair("turned", word(part));
        }
        for group in self.layers.hidden() {
            out.append_pair("hidden", group.key());
        }
        if self.layers.strength < 1.0 {
            out.append_pair("strength", &format!("{:.2}", self.layers.strength));
        }
        if !self.layers.notes {
            out.append_pair("notes", "0");
        }
        if self.layers.grid {
            out.append_pair("grid", "1");
        }
        if self.pinch_turns {
            out.append_pair("pinch", "1");
        }
        if let Some(map) = self.map {
            out.append_pair("map", if map { "1" } else { "0" });
        }
        out.finish()
    }
    /// Reads what was kept.
    pub fn read(text: &str) -> Self {
        let mut kept = Self::default();
        for (name, value) in form_urlencoded::parse(text.as_bytes()) {
            match &*name {
                "at" => kept.place = place_from(&value),
                "turned" => {
                    if let Some(part) = Part::ALL.into_iter().find(|part| word(*part) == value) {
                        let shown = kept.layers.shown;
                        kept.layers.shown = shown.with(part, !Shown::default().has(part));
                    }
                }
                "hidden" => {
                    if let Some(group) = Group::ALL.into_iter().find(|group| group.key() == value) {
                        kept.layers.show(group, false);
                    }
                }
                "strength" => kept.layers.set_strength(value.parse().unwrap_or(1.0)),
                "notes" => kept.layers.notes = value != "0",
                "grid" => kept.layers.grid = value == "1",
                "pinch" => kept.pinch_turns = value == "1",
                "map" => kept.map = Some(value == "1"),
                _ => {}
            }
        }
        kept
    }
}

/// The layers that are not as they are by default.
fn changed(shown: Shown) -> impl Iterator<Item = Part> {
    let usual = Shown::default();
    Part::ALL
        .into_iter()
        .filter(move |part| shown.has(*part) != usual.has(*part))
}

fn word(part: Part) -> &'static str {
    part.key().trim_start_matches("layer-")
}
