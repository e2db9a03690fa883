//! What designs that are compared win, cost and break, in one table.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::compare_rules::{Asking, Broken, ask};
use super::comparing::numbered;
use super::state::Desk;
use crate::app::words::{Words, words};
use crate::rules::{Severity, Totals, rule_name};
use crate::tally::Received;
use crate::text::Message;

/// A figure of the table: its key, its number, its decimals.
type Figure = (&'static str, fn(&Totals) -> f64, u8);

const FIGURES: [Figure; 6] = [
    ("csv-cost", |totals| totals.cost, 0),
    ("csv-bays", Totals::bays, 0),
    ("csv-slots", |totals| totals.slots, 0),
    ("csv-green", Totals::green, 0),
    ("csv-activity", Totals::activity, 0),
    ("csv-seats", |totals| totals.seats, 0),
];

/// The table: things, totals, then a row for each rule that one of them breaks.
#[component]
pub fn Figures(
    /// The desk.
    desk: Desk,
    /// The designs.
    all: Arc<Vec<Arc<Received>>>,
) -> impl IntoView {
    let words = words();
    let totals: Vec<Totals> = all.iter().map(|one| desk.totals(one.name, &one.design)).collect();
    let heads = all.iter().enumerate().map(|(at, one)| {
        let title = numbered(words, at, &one.design);
        view! { <th scope="col" class="n">{title}</th> }
    });
    let heads = heads.collect_view();
    let rows = FIGURES.map(|(key, of, decimals)| {
        let figure = |totals| words.say(&Message::new("compare-figure").number("n", of(totals), decimals));
        row(words.key(key), totals.iter().map(figure))
    });
    let things = all.iter().map(|one| one.design.placements().len().to_string());
    let things = row(words.key("desk-kinds-things"), things);
    let asked = ask(desk, &all);
    let state = move || match asked.asking.get() {
        Asking::Slow => words.key("compare-asking"),
        Asking::Done => words.key("compare-asked"),
        Asking::AtOnce => words.key("compare-table"),
    };
    view! {
        <p class="small" role="status" data-testid="compare-rules" data-asking=move || asked.asking.get().word()>{state}</p>
        <table data-testid="compare-table">
            <caption class="aloud">{words.key("compare-caption")}</caption>
            <thead><tr><th scope="col">{words.key("compare-figures")}</th>{heads}</tr></thead>
            <tbody>{things}{rows}{move || broken_rows(words, &asked.broken.get())}</tbody>
        </table>
    }
}

fn row(head: String, cells: impl Iterator<Item = String>) -> AnyView {
    let cells = cells
        .map(|cell| view! { <td class="n">{cell}</td> })
        .collect_view();
    view! { <tr><th scope="row">{head}</th>{cells}</tr> }.into_any()
}

/// How many findings of each severity there are, each with the rules that find them.
fn broken_rows(words: Words, broken: &[Broken]) -> Vec<AnyView> {
    let mut by_severity: BTreeMap<Severity, Vec<&'static str>> = BTreeMap::new();
    for (severity, rule) in broken.iter().flat_map(BTreeMap::keys) {
        let rules = by_severity.entry(*severity).or_default();
        if !rules.contains(rule) {
            rules.push(rule);
        }
    }
    let must = by_severity.entry(Severity::Must).or_default();
    must.sort_unstable();
    let mut rows = Vec::new();
    for (severity, rules) in by_severity {
        let of = |wanted: Option<&'static str>| {
            let counted = move |broken: &Broken| {
                let wanted =
                    |key: &(Severity, &str)| key.0 == severity && wanted.is_none_or(|rule| rule == key.1);
                let found = broken.iter().filter(|(key, _)| wanted(key));
                found.map(|(_, n)| *n).sum::<usize>().to_string()
            };
            broken.iter().map(counted)
        };
        rows.push(
            view! { <tr class="sum"><th scope="row">{words.key(severity.key())}</th>
            {of(None).map(|n| view! { <td class="n">{n}</td> }).collect_view()}</tr> }
            .into_any(),
        );
        for rule in rules {
            let name = words.say(&Message::new("named").with("name", rule_name(rule)));
            rows.push(view! { <tr data-testid="compare-rule" data-rule=rule><th scope="row" class="under">{name}</th>
                {of(Some(rule)).map(|n| view! { <td class="n">{n}</td> }).collect_view()}</tr> }.into_any());
        }
    }
    rows
}
