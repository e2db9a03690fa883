//! The things in which designs that are compared differ: which of them has what, and how what several have is not the same.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::comparing::numbered;
use super::state::Desk;
use crate::agreement::same_things;
use crate::app::words::{Words, words};
use crate::design::{Design, Placement, how_changed};
use crate::rules::said;
use crate::tally::Received;
use crate::text::Message;

/// Lists of things by who has them: one alone, some, all; under each thing how the others have it otherwise.
pub fn differing_things(desk: Desk, all: &[Arc<Received>]) -> AnyView {
    let words = words();
    let designs: Vec<&Design> = all.iter().map(|one| &*one.design).collect();
    let whole = (1_u32 << designs.len()) - 1;
    let mut lists = by_holders(&designs);
    let common = lists.remove(&whole).unwrap_or_default();
    let (alike, otherwise): (Vec<Shared>, Vec<Shared>) =
        common.into_iter().partition(|one| one.ways.is_empty());
    let rows = |shared: &[Shared]| shared.iter().map(|one| row(desk, words, one)).collect_view();
    let list = |(holders, things): (u32, Vec<Shared>)| {
        let head = match holders.count_ones() {
            1 => {
                let at = holders.trailing_zeros() as usize;
                Message::new("compare-only").with("title", numbered(words, at, designs[at]))
            }
            _ => Message::new("compare-some").with("which", numbers(words, holders)),
        };
        view! { <h2>{words.say(&head.with("n", things.len()))}</h2><ul class="things" data-testid="compare-list" data-holders=holders>{rows(&things)}</ul> }
    };
    let alike_head = Message::new("compare-all-have").with("n", alike.len());
    let otherwise_head = Message::new("compare-otherwise").with("n", otherwise.len());
    view! {
        {in_order(lists).into_iter().map(list).collect_view()}
        {(!otherwise.is_empty()).then(|| view! {
            <h2>{words.say(&otherwise_head)}</h2><ul class="things" data-testid="compare-otherwise">{rows(&otherwise)}</ul>
        })}
        <details data-testid="compare-common"><summary>{words.say(&alike_head)}</summary><ul class="things">{rows(&alike)}</ul></details>
        <p class="small soft">{words.key("compare-same")}</p>
    }
    .into_any()
}

/// A thing as the first of those that have it has it, and how each further one has it otherwise.
struct Shared {
    thing: Arc<Placement>,
    ways: Vec<(usize, Message)>,
}

/// The things by who has them (as bits), each once: with the first that has it.
fn by_holders(designs: &[&Design]) -> BTreeMap<u32, Vec<Shared>> {
    let mut lists: BTreeMap<u32, Vec<Shared>> = BTreeMap::new();
    for (at, own) in designs.iter().enumerate() {
        let pairs_with = |(number, other): (usize, &&Design)| match number == at {
            true => BTreeMap::new(),
            false => same_things(own, other).into_iter().collect(),
        };
        let pairs: Vec<BTreeMap<usize, usize>> = designs.iter().enumerate().map(pairs_with).collect();
        for (place, thing) in own.placements().iter().enumerate() {
            let has = |number: &usize| *number == at || pairs[*number].contains_key(&place);
            let holders = (0..designs.len())
                .filter(has)
                .fold(0, |bits, number| bits | 1_u32 << number);
            if holders.trailing_zeros() as usize != at {
                continue;
            }
            let way = |other: usize| {
                let theirs = &designs[other].placements()[*pairs[other].get(&place)?];
                Some((other, how_changed(thing, theirs)?))
            };
            let ways = (at + 1..designs.len()).filter_map(way).collect();
            lists.entry(holders).or_default().push(Shared {
                thing: thing.clone(),
                ways,
            });
        }
    }
    lists
}

/// What one alone has first, then what some have.
fn in_order(lists: BTreeMap<u32, Vec<Shared>>) -> Vec<(u32, Vec<Shared>)> {
    let mut lists: Vec<_> = lists.into_iter().collect();
    lists.sort_by_key(|(holders, _)| (holders.count_ones(), *holders));
    lists
}

/// The numbers of designs, as in '1, 3'.
fn numbers(words: Words, holders: u32) -> String {
    let held = (0..u32::BITS).filter(|at| holders & (1 << at) != 0);
    let numbers: Vec<String> = held.map(|at| (at + 1).to_string()).collect();
    numbers.join(&words.key("compare-comma"))
}

fn row(desk: Desk, words: Words, shared: &Shared) -> AnyView {
    let sentence = desk.project.with_value(|project| said(project, &shared.thing));
    let way = |(at, how): &(usize, Message)| {
        let said = Message::new("compare-way")
            .with("n", at + 1)
            .with("how", how.clone());
        view! { <li data-testid="compare-way">{words.say(&said)}</li> }
    };
    let ways = (!shared.ways.is_empty())
        .then(|| view! { <ul class="ways small">{shared.ways.iter().map(way).collect_view()}</ul> });
    view! { <li data-testid="only"><b>{words.kind(&shared.thing.kind)}</b>" "<span class="place">{words.say(&sentence)}</span>{ways}</li> }.into_any()
}
