//! What the command palette lists: actions, houses and roads, things placed, kinds to place.

use crate::catalogue::KindId;
use crate::search::{Initial, Query, kinds, places, things};
use crate::text::{Lang, Message, say};

use super::{ACTIONS, ActionRow, Availability, Editor, Spot};

/// So many places, and so many things, are listed at most.
const MOST: usize = 12;

/// One line of the palette.
#[derive(Clone)]
pub enum Entry {
    /// An action, and whether it can be done now.
    Act(&'static ActionRow, Availability),
    /// A place or thing to go to.
    Go(Spot),
    /// A kind to take in the hand.
    Pick(KindId),
}

impl Editor {
    /// What fits a text, best first; every action for an empty one.
    pub fn find(&self, text: &str, initial: Initial) -> Vec<Entry> {
        let query = Query::new(text);
        let mut found: Vec<(u32, Entry)> = Vec::new();
        let project = self.project();
        let spots = places(project, &query, initial, MOST).into_iter();
        found.extend(spots.map(|(score, id)| (score, Entry::Go(Spot::Feature(id)))));
        let placed = things(
            self.design(),
            &self.stage.project.catalogue,
            &query,
            initial,
            MOST,
        )
        .into_iter();
        found.extend(placed.map(|(score, id)| (score, Entry::Go(Spot::Thing(id)))));
        for row in ACTIONS {
            let names = Lang::ALL.map(|lang| say(lang, &Message::new(row.key)));
            if let Some(score) = query.best(names.iter().map(String::as_str), initial) {
                found.push((score, Entry::Act(row, self.can(row.action))));
            }
        }
        let kinds = kinds(&project.catalogue, &query, initial).into_iter();
        found.extend(kinds.map(|(score, kind)| (score, Entry::Pick(kind))));
        // Sorting keeps the order of equals: places, things, actions, kinds. Where nothing was typed,
        // what can be done stands before what cannot.
        let waits = |entry: &Entry| matches!(entry, Entry::Act(_, can) if query.is_empty() && !can.is_yes());
        found.sort_by_key(|(score, entry)| (waits(entry), *score));
        found.into_iter().map(|(_, entry)| entry).collect()
    }
}
