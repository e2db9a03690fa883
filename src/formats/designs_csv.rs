//! Many designs as a table: one row a design.

use std::collections::BTreeMap;

use crate::catalogue::{Catalogue, KindId};
use crate::design::stored::DesignName;
use crate::rules::Totals;
use crate::text::{Lang, Message, say};

use super::csv::{Cell, table};

/// What a row says of one design.
#[derive(Clone, Debug)]
pub struct Row {
    /// The hash of its bytes.
    pub name: DesignName,
    /// Its title.
    pub title: String,
    /// The name that its author chose.
    pub alias: String,
    /// Its author's building.
    pub building: String,
    /// Its author's age band.
    pub age: String,
    /// How it came.
    pub channel: String,
    /// When it was sent, as its author's clock said.
    pub sent: String,
    /// How many older versions it replaces.
    pub older: usize,
    /// How many things of each kind it has.
    pub things: BTreeMap<KindId, usize>,
    /// How many wishes in words.
    pub wishes: usize,
    /// What it wins, loses and costs.
    pub totals: Totals,
}

/// The table, with heads in a language and a column for every kind that a row has, in the
/// catalogue's order, kinds that the catalogue does not know last.
pub fn write(rows: &[Row], catalogue: &Catalogue, lang: Lang) -> String {
    let kinds = kinds_of(rows, catalogue);
    let head = |key: &'static str| Cell::from(say(lang, &Message::new(key)));
    let mut heads: Vec<Cell> = HEADS.map(head).into();
    heads.extend(kinds.iter().map(|kind| {
        let name = Message::new("csv-kind").with("kind", catalogue.name_of(kind));
        Cell::from(say(lang, &name))
    }));
    heads.extend(TOTALS.map(|(key, _)| head(key)));
    let lines = rows.iter().map(|row| line(row, &kinds));
    table(std::iter::once(heads).chain(lines))
}

const HEADS: [&str; 10] = [
    "csv-receipt",
    "csv-title",
    "csv-alias",
    "csv-building",
    "csv-age",
    "csv-channel",
    "csv-sent",
    "csv-older",
    "csv-wishes",
    "csv-name",
];

/// A figure of the totals.
type Figure = fn(&Totals) -> f64;

/// Heads and figures of the totals.
const TOTALS: [(&str, Figure); 10] = [
    ("csv-cost", |t| t.cost),
    ("csv-cost-low", |t| t.cost_low),
    ("csv-cost-high", |t| t.cost_high),
    ("csv-bays", Totals::bays),
    ("csv-bays-won", |t| t.bays_won),
    ("csv-bays-lost", |t| t.bays_lost),
    ("csv-slots", |t| t.slots),
    ("csv-green", Totals::green),
    ("csv-activity", Totals::activity),
    ("csv-seats", |t| t.seats),
];

fn kinds_of(rows: &[Row], catalogue: &Catalogue) -> Vec<KindId> {
    let mut used: BTreeMap<&KindId, ()> = rows
        .iter()
        .flat_map(|row| row.things.keys())
        .map(|k| (k, ()))
        .collect();
    let known = catalogue.kinds().iter().map(|kind| &kind.id);
    let mut kinds: Vec<KindId> = known
        .filter(|kind| used.remove(kind).is_some())
        .cloned()
        .collect();
    kinds.extend(used.into_keys().cloned());
    kinds
}

fn line(row: &Row, kinds: &[KindId]) -> Vec<Cell> {
    let mut cells: Vec<Cell> = vec![
        Cell::from(row.name.receipt().to_string()),
        Cell::from(row.title.as_str()),
        Cell::from(row.alias.as_str()),
        Cell::from(row.building.as_str()),
        Cell::from(row.age.as_str()),
        Cell::from(row.channel.as_str()),
        Cell::from(row.sent.as_str()),
        Cell::from(row.older),
        Cell::from(row.wishes),
        Cell::from(row.name.to_string()),
    ];
    cells.extend(
        kinds
            .iter()
            .map(|kind| Cell::from(row.things.get(kind).copied().unwrap_or(0))),
    );
    cells.extend(TOTALS.map(|(_, figure)| Cell::Number(figure(&row.totals), 1)));
    cells
}
