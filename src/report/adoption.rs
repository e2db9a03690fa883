//! 意见采纳情况表 as figures: how much of what was proposed is adopted.

use std::collections::BTreeMap;

use crate::catalogue::KindId;
use crate::design::stored::DesignName;
use crate::submission::{Decision, ItemAnswer, Reply};
use crate::tally::Drawing;

/// A row of the table of what was adopted.
#[derive(Clone, Debug, PartialEq)]
pub struct AdoptionRow {
    /// The kind; none for wishes.
    pub kind: Option<KindId>,
    /// The topic of wishes.
    pub topic: String,
    /// Proposals in all.
    pub all: usize,
    /// Answers by decision, in the order of [`Decision::ALL`]; what is not answered is open.
    pub by: [usize; 4],
}

/// How much of what was proposed is adopted: by kind in the order of names, then wishes by topic.
pub fn adoption<'a>(
    drawings: impl IntoIterator<Item = &'a Drawing>,
    reply_to: impl Fn(&DesignName) -> Reply,
) -> Vec<AdoptionRow> {
    let mut things: BTreeMap<KindId, [usize; 4]> = BTreeMap::new();
    let mut wishes: BTreeMap<String, [usize; 4]> = BTreeMap::new();
    let place = |answer: Option<&ItemAnswer>| {
        let decision = answer.map_or(Decision::Open, |answer| answer.answer);
        Decision::ALL.iter().position(|one| *one == decision).unwrap_or(3)
    };
    for drawing in drawings {
        let reply = reply_to(&drawing.latest.name);
        for thing in drawing.latest.design.placements() {
            things.entry(thing.kind.clone()).or_default()[place(reply.placements.get(thing.id.as_str()))] +=
                1;
        }
        for wish in drawing
            .latest
            .design
            .wishes()
            .iter()
            .filter(|wish| !wish.text.trim().is_empty())
        {
            wishes.entry(wish.topic.clone()).or_default()[place(reply.wishes.get(wish.id.as_str()))] += 1;
        }
    }
    let row = |kind: Option<KindId>, topic: String, by: [usize; 4]| AdoptionRow {
        kind,
        topic,
        all: by.iter().sum(),
        by,
    };
    let of_things = things
        .into_iter()
        .map(|(kind, by)| row(Some(kind), String::new(), by));
    of_things
        .chain(wishes.into_iter().map(|(topic, by)| row(None, topic, by)))
        .collect()
}

/// The rows of several parts of a round as those of the whole.
pub fn joined(parts: impl IntoIterator<Item = Vec<AdoptionRow>>) -> Vec<AdoptionRow> {
    let mut all: BTreeMap<(bool, Option<KindId>, String), [usize; 4]> = BTreeMap::new();
    for row in parts.into_iter().flatten() {
        // Kinds come before wishes, as in each part.
        let sums = all.entry((row.kind.is_none(), row.kind, row.topic)).or_default();
        sums.iter_mut().zip(row.by).for_each(|(sum, n)| *sum += n);
    }
    let row = |((_, kind, topic), by): (_, [usize; 4])| AdoptionRow {
        kind,
        topic,
        all: by.iter().sum(),
        by,
    };
    all.into_iter().map(row).collect()
}
