//! Counts over many drawings. Only the version of each that stands is counted.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::catalogue::KindId;
use crate::design::stored::DesignName;
use crate::geometry::WorldPt;

use super::{Day, Drawing, Received};

/// How often a kind was used.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KindCount {
    /// The kind.
    pub kind: KindId,
    /// Designs that use it.
    pub designs: usize,
    /// Things of it in all of them.
    pub things: usize,
}

/// One wish in words, with the design that it stands in.
#[derive(Clone, Debug, PartialEq)]
pub struct WishLine {
    /// The design.
    pub design: DesignName,
    /// What it is about; empty when not said.
    pub topic: String,
    /// The wish.
    pub text: String,
    /// The place it is about.
    pub at: Option<WorldPt>,
}

/// A value that designs have, and how many have it.
#[derive(Clone, Debug, PartialEq)]
pub struct Facet {
    /// The value; empty for designs that do not say.
    pub value: String,
    /// How many designs have it.
    pub designs: usize,
}

/// The values that can be filtered by.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facets {
    /// Buildings, by number where they are numbers.
    pub buildings: Vec<Facet>,
    /// Age bands.
    pub ages: Vec<Facet>,
    /// Ways by which designs came.
    pub channels: Vec<Facet>,
    /// First and last day on which one was drawn.
    pub days: Option<(Day, Day)>,
}

fn standing<'a>(drawings: impl IntoIterator<Item = &'a Drawing>) -> impl Iterator<Item = &'a Arc<Received>> {
    drawings.into_iter().map(|drawing| &drawing.latest)
}

/// How often each kind was used, the kind that most designs use first.
pub fn kind_counts<'a>(drawings: impl IntoIterator<Item = &'a Drawing>) -> Vec<KindCount> {
    let mut counts: BTreeMap<KindId, (usize, usize)> = BTreeMap::new();
    for one in standing(drawings) {
        let mut here: BTreeMap<&KindId, usize> = BTreeMap::new();
        for thing in one.design.placements() {
            *here.entry(&thing.kind).or_default() += 1;
        }
        for (kind, things) in here {
            let count = counts.entry(kind.clone()).or_default();
            count.0 += 1;
            count.1 += things;
        }
    }
    let mut rows: Vec<KindCount> = counts
        .into_iter()
        .map(|(kind, (designs, things))| KindCount {
            kind,
            designs,
            things,
        })
        .collect();
    rows.sort_by_key(|row| (Reverse(row.designs), Reverse(row.things)));
    rows
}

/// Every wish that has words, by topic, then text; wishes that say no topic come last.
pub fn wish_lines<'a>(drawings: impl IntoIterator<Item = &'a Drawing>) -> Vec<WishLine> {
    let mut lines: Vec<WishLine> = standing(drawings)
        .flat_map(|one| {
            one.design.wishes().iter().map(|wish| WishLine {
                design: one.name,
                topic: wish.topic.clone(),
                text: wish.text.trim().to_owned(),
                at: wish.at,
            })
        })
        .filter(|line| !line.text.is_empty())
        .collect();
    fn key(line: &WishLine) -> (bool, &str, &str, DesignName) {
        (line.topic.is_empty(), &line.topic, &line.text, line.design)
    }
    lines.sort_by(|a, b| key(a).cmp(&key(b)));
    lines
}

/// The values that can be filtered by, with how many designs have each.
pub fn facets<'a>(drawings: impl IntoIterator<Item = &'a Drawing>) -> Facets {
    let mut counts: [HashMap<&str, usize>; 3] = Default::default();
    let mut days: Option<(Day, Day)> = None;
    for one in standing(drawings) {
        let by = &one.design.by;
        for (count, value) in counts.iter_mut().zip([&by.building, &by.age, &by.channel]) {
            *count.entry(value.as_str()).or_default() += 1;
        }
        if let Some(day) = one.day {
            days = Some(days.map_or((day, day), |(first, last)| (first.min(day), last.max(day))));
        }
    }
    let [buildings, ages, channels] = counts.map(facet_list);
    Facets {
        buildings,
        ages,
        channels,
        days,
    }
}

/// By number where values begin with one, then by text; what was not said comes last.
fn facet_list(counts: HashMap<&str, usize>) -> Vec<Facet> {
    let mut list: Vec<Facet> = counts
        .into_iter()
        .map(|(value, designs)| Facet {
            value: value.to_owned(),
            designs,
        })
        .collect();
    list.sort_by_key(|facet| {
        let digits: String = facet.value.chars().take_while(char::is_ascii_digit).collect();
        (
            facet.value.is_empty(),
            digits.parse::<u64>().unwrap_or(u64::MAX),
            facet.value.clone(),
        )
    });
    list
}
