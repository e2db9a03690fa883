//! What may be placed and what is placed, by the names of kinds and by notes.

use std::collections::HashMap;

use super::{Initial, Query};
use crate::catalogue::{Catalogue, Kind, KindId};
use crate::design::{Design, PlacementId};
use crate::text::{Arg, Lang, Message, say};

/// The kinds that fit a query, best first.
pub fn kinds(catalogue: &Catalogue, query: &Query, initial: Initial) -> Vec<(u32, KindId)> {
    if query.is_empty() {
        return Vec::new();
    }
    let fits = |kind: &Kind| Some((of_kind(&kind.name(), query, initial)?, kind.id.clone()));
    let mut found: Vec<(u32, KindId)> = catalogue.offered().filter_map(|kind| fits(kind)).collect();
    found.sort_by_key(|(score, _)| *score);
    found
}

/// The things of a design that fit a query by their kind or their note, best first and of equals
/// the first placed first, at most so many.
pub fn things(
    design: &Design,
    catalogue: &Catalogue,
    query: &Query,
    initial: Initial,
    most: usize,
) -> Vec<(u32, PlacementId)> {
    if query.is_empty() {
        return Vec::new();
    }
    // A design has many things and few kinds.
    let mut known: HashMap<&KindId, Option<u32>> = HashMap::new();
    let mut found = Vec::new();
    for thing in design.placements() {
        let kind = *known
            .entry(&thing.kind)
            .or_insert_with(|| of_kind(&catalogue.name_of(&thing.kind), query, initial));
        let note = (!thing.note.is_empty())
            .then(|| query.score(&thing.note, initial))
            .flatten();
        if let Some(score) = kind.into_iter().chain(note.map(|score| score + 1)).min() {
            found.push((score, thing.id.clone()));
        }
    }
    found.sort_by_key(|(score, _)| *score);
    found.truncate(most);
    found
}

fn of_kind(name: &Arg, query: &Query, initial: Initial) -> Option<u32> {
    let names = Lang::ALL.map(|lang| say(lang, &Message::new("words-as-is").with("text", name.clone())));
    query.best(names.iter().map(String::as_str), initial)
}
