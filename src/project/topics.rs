//! What wishes may be about.

use super::Project;

/// What a wish may be about where the project does not say; the words are `topic-…`.
const ASKED: [&str; 8] = [
    "seats", "parking", "charging", "green", "activity", "children", "safety", "other",
];

/// What a project may ask about besides in words that Mulin has.
const FURTHER: [&str; 3] = ["light", "noise", "access"];

impl Project {
    /// The topics that residents are offered: the project's own, or the usual ones.
    pub fn topics(&self) -> Vec<String> {
        let own = self.file.extra.get("topics").and_then(|topics| topics.as_array());
        let own = own.into_iter().flatten().filter_map(|topic| topic.as_str());
        let own: Vec<String> = own.map(str::to_owned).collect();
        match own.is_empty() {
            true => ASKED.map(str::to_owned).to_vec(),
            false => own,
        }
    }
    /// Whether a topic is a word of the project or of Mulin, and not one that somebody wrote.
    pub fn knows_topic(&self, topic: &str) -> bool {
        ASKED.contains(&topic) || FURTHER.contains(&topic) || self.topics().iter().any(|own| own == topic)
    }
}
