//! Which wishes a plan meets: words of a wish against the kinds of a plan, its place against where they stand.
//!
//! It looks for words and knows no meaning. So it never says "refused", and a wish with a "not" in it is unclear.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::design::{Design, PlacementId};
use crate::geometry::WorldPt;

use super::measure::FAR_M;

/// How a plan stands to a wish.
#[derive(Clone, Debug, PartialEq)]
pub enum Met {
    /// These things are of a kind that it names, and near where it is about a place.
    Yes(Vec<PlacementId>),
    /// The plan has what it names, and nowhere near the place that it is about.
    Elsewhere(Vec<PlacementId>),
    /// It names kinds of which the plan has none.
    No,
    /// It names nothing that Mulin knows, or what is not wanted.
    Unclear,
}

/// The words of each kind, and those that may say what is not wanted, in both languages.
#[derive(Debug, Default, Deserialize)]
struct Words {
    not: Vec<String>,
    kinds: BTreeMap<String, Vec<String>>,
}

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    // A file of the program's own: that it can be read is tested.
    WORDS.get_or_init(|| serde_json::from_str(include_str!("wish_words.json")).unwrap_or_default())
}

/// The kinds that a wish names, by their words; a longer word hides a shorter one within it, so that a charging shed
/// is no car park.
pub fn kinds_named(text: &str) -> Vec<&'static str> {
    let lower = format!(" {} ", text.to_lowercase());
    let found: Vec<(&str, &str, usize)> = words()
        .kinds
        .iter()
        .flat_map(|(kind, words)| words.iter().map(move |word| (kind.as_str(), word.as_str())))
        .filter_map(|(kind, word)| lower.find(word).map(|at| (kind, word, at)))
        .collect();
    let hidden = |(_, word, at): &(&str, &str, usize)| {
        let within = |(_, other, start): &(&str, &str, usize)| {
            other.len() > word.len() && *start <= *at && at + word.len() <= start + other.len()
        };
        found.iter().any(within)
    };
    let mut kinds: Vec<&'static str> = found
        .iter()
        .filter(|one| !hidden(one))
        .map(|(kind, ..)| *kind)
        .collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

/// How a plan stands to a wish of these words about this place.
pub fn met_by(plan: &Design, text: &str, at: Option<WorldPt>) -> Met {
    let kinds = kinds_named(text);
    let lower = format!(" {} ", text.to_lowercase());
    if kinds.is_empty() || words().not.iter().any(|not| lower.contains(not.as_str())) {
        return Met::Unclear;
    }
    let own: Vec<_> = plan
        .placements()
        .iter()
        .filter(|thing| kinds.contains(&thing.kind.as_str()))
        .collect();
    let is_near = |thing: &&&std::sync::Arc<crate::design::Placement>| {
        at.is_none_or(|at| thing.shape.contains(at) || thing.shape.centre().distance(at) <= FAR_M)
    };
    let ids = |things: Vec<&&std::sync::Arc<crate::design::Placement>>| {
        things.into_iter().map(|thing| thing.id.clone()).collect()
    };
    let near: Vec<_> = own.iter().filter(is_near).collect();
    match (near.is_empty(), own.is_empty()) {
        (false, _) => Met::Yes(ids(near)),
        (true, false) => Met::Elsewhere(ids(own.iter().collect())),
        (true, true) => Met::No,
    }
}

impl Met {
    /// The word in files and the end of a key: `yes` ….
    pub fn word(&self) -> &'static str {
        match self {
            Self::Yes(_) => "yes",
            Self::Elsewhere(_) => "elsewhere",
            Self::No => "no",
            Self::Unclear => "unclear",
        }
    }
}
