//! 意见采纳情况表 as figures: how much of what was proposed is adopted.

use std::collections::BTreeMap;

use crate::agreement::{Known, shown_table};
use crate::catalogue::KindId;
use crate::design::stored::DesignName;
use crate::submission::{Decision, ItemAnswer, Reply};
use crate::tally::{Drawing, ShownCount};

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

/// The rows as a public document may name them: kinds and topics that the project does not know count as one.
pub fn known_adoption(known: &Known, rows: &[AdoptionRow]) -> Vec<AdoptionRow> {
    let row = |row: &AdoptionRow| AdoptionRow {
        kind: row.kind.as_ref().map(|kind| known.kind(kind)),
        topic: known.topic(&row.topic).to_owned(),
        ..row.clone()
    };
    joined([rows.iter().map(row).collect()])
}

/// The counts of a table as it is posted: of each row the sum and the answers by decision, and so of all rows at last. None
/// that is hidden can be told from the others, along rows or columns.
pub fn shown_adoption(rows: &[AdoptionRow]) -> Vec<[ShownCount; 5]> {
    let by: Vec<[usize; 4]> = rows.iter().map(|row| row.by).collect();
    shown_table(&by).into_iter().map(sum_first).collect()
}

/// The counts of a table as they are, in the same order.
pub fn raw_adoption(rows: &[AdoptionRow]) -> Vec<[ShownCount; 5]> {
    let sum = |at: usize| rows.iter().map(|row| row.by[at]).sum();
    let below: [usize; 4] = std::array::from_fn(sum);
    let of_row = |by: [usize; 4]| {
        let [a, b, c, d] = by;
        [a + b + c + d, a, b, c, d].map(ShownCount::Number)
    };
    rows.iter().map(|row| row.by).chain([below]).map(of_row).collect()
}

fn sum_first(row: Vec<ShownCount>) -> [ShownCount; 5] {
    let from_end = |at: usize| (at + 4) % 5;
    std::array::from_fn(|at| row.get(from_end(at)).copied().unwrap_or(ShownCount::KeptBack))
}
