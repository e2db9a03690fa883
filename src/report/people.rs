//! The section of who has spoken.

use crate::agreement::ShownCoverage;
use crate::design::AGE_BANDS;
use crate::formats::document::{Piece, Section, Table};
use crate::scene::EstatePlan;
use crate::tally::{Facet, ShownCount};
use crate::text::{Arg, Message};

use super::maps::coverage_scene;
use super::page::{Round, Words};
use super::sections::{heads, map};

pub(super) fn people(round: &Round, words: &Words, plan: &EstatePlan) -> Section {
    let found = round.coverage;
    let shown = found.shown();
    let pieces = vec![
        Piece::Paragraph(standing(round, words, &shown)),
        Piece::Paragraph(words.key("who-not-a-vote")),
        houses_map(round, words, plan, &shown),
        houses(round, words, &shown),
        facets(words, "desk-filter-age", (&found.ages, &shown.ages), age),
        facets(
            words,
            "desk-filter-channel",
            (&found.channels, &shown.channels),
            channel,
        ),
    ];
    Section {
        id: "who",
        title: words.key("desk-tab-who"),
        pieces,
    }
}

/// Households and designs in all; without the silent houses where they would tell of the others.
fn standing(round: &Round, words: &Words, shown: &ShownCoverage) -> String {
    let households = f64::from(round.coverage.households);
    let said = |key| {
        Message::new(key)
            .with("designs", shown.designs)
            .number("households", households, 0)
    };
    words.say(&match shown.silent_houses {
        Some(silent) => said("who-standing").with("silent", silent),
        None => said("who-standing-designs"),
    })
}

/// On the map a house whose designs are not said has no number of its own.
fn houses_map(round: &Round, words: &Words, plan: &EstatePlan, shown: &ShownCoverage) -> Piece {
    let mut on_map = round.coverage.clone();
    let mut said = shown.houses.iter();
    on_map
        .houses
        .retain(|_| said.next().is_some_and(|count| count.is_number()));
    let over = coverage_scene(&on_map, round.project);
    map(plan, over, round, words.key("report-houses-map"))
}

fn houses(round: &Round, words: &Words, shown: &ShownCoverage) -> Piece {
    let rows = round.coverage.houses.iter().zip(&shown.houses);
    let rows = rows.map(|(row, designs)| {
        let households = row.households.map_or("–".to_owned(), |n| n.to_string());
        let weight = row.weight.filter(|_| shown.is_whole);
        let weight = weight.map_or("–".to_owned(), |weight| format!("× {weight:.2}"));
        vec![
            words.facet(&row.house, house),
            households,
            words.count(*designs),
            weight,
        ]
    });
    let keys = [
        "desk-filter-building",
        "who-households",
        "desk-kinds-designs",
        "who-weight",
    ];
    Piece::Table(Table {
        caption: words.key("who-weights"),
        heads: heads(words, &keys),
        rows: rows.collect(),
    })
}

fn facets(
    words: &Words,
    key: &'static str,
    (facets, shown): (&[Facet], &[ShownCount]),
    name: fn(&str) -> Message,
) -> Piece {
    let rows = facets.iter().zip(shown);
    let rows = rows.map(|(facet, count)| vec![words.facet(&facet.value, name), words.count(*count)]);
    Piece::table(heads(words, &[key, "desk-kinds-designs"]), rows.collect())
}

/// A house of the map in words.
pub(super) fn house(house: &str) -> Message {
    Message::new("desk-building").with("n", house)
}

fn age(value: &str) -> Message {
    let band = AGE_BANDS.iter().find(|(band, _)| *band == value);
    match band {
        Some((_, key)) => Message::new(key),
        None => Message::new("shown-other"),
    }
}

fn channel(value: &str) -> Message {
    let (key, or) = (format!("desk-channel-{value}"), value.to_owned());
    Message::new("words-as-is").with("text", Arg::Key { key, or })
}
