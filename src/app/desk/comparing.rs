//! "Compare": two to four designs beside each other on tied maps, over each other on
//! the large one, their figures and findings in one table, and what only one of them has.

use std::sync::Arc;

use leptos::prelude::*;

use super::map::theme;
use super::rows::title_of;
use super::state::Desk;
use crate::agreement::held_by;
use crate::app::browser::look::{Laid, Look, around};
use crate::app::parts::plan_view::{PlanView, SharedLook, Tie};
use crate::app::words::{Words, t, words};
use crate::design::{Design, Placement};
use crate::rules::{Checker, Severity, Totals, said};
use crate::scene::{Scene, compared};
use crate::tally::Received;
use crate::text::Message;

const MOST: usize = 4;

/// The whole tab.
#[component]
pub fn Comparing(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let picked = Memo::new(move |_| Picked(Arc::new(compared_designs(desk))));
    move || {
        let all = picked.get().0;
        if all.len() < 2 {
            return view! { <p class="nothing" data-testid="compare-none">{t!("compare-pick")}</p> }
                .into_any();
        }
        view! {
            <div class="tablebox" data-testid="compare">
                <p class="small" data-testid="compare-key">{t!("compare-over")}</p>
                {maps(desk, &all)}
                {table(desk, &all)}
                {apart(desk, &all)}
            </div>
        }
        .into_any()
    }
}

/// The designs that are compared: the first of those that were picked.
pub fn compared_designs(desk: Desk) -> Vec<Arc<Received>> {
    let names = desk.picked.get();
    let found = names.into_iter().filter_map(|name| desk.received(name));
    found.take(MOST).collect()
}

/// The compared designs over each other: what all have recedes. None for fewer than two.
pub fn over_each_other(desk: Desk) -> Option<Scene> {
    let all = compared_designs(desk);
    let designs: Vec<&Design> = all.iter().map(|one| &*one.design).collect();
    let whole = (1_u32 << designs.len()) - 1;
    let in_all = held_by(&designs).into_iter();
    let in_all = in_all.map(|held| held.into_iter().map(|held| held == whole).collect());
    let laid: Vec<(&Design, Vec<bool>)> = designs.iter().copied().zip(in_all).collect();
    (laid.len() > 1).then(|| compared(&laid))
}

#[derive(Clone)]
struct Picked(Arc<Vec<Arc<Received>>>);

impl PartialEq for Picked {
    fn eq(&self, other: &Self) -> bool {
        self.0.len() == other.0.len() && self.0.iter().zip(other.0.iter()).all(|(a, b)| a.name == b.name)
    }
}

/// Maps that move together.
fn maps(desk: Desk, all: &[Arc<Received>]) -> AnyView {
    let words = words();
    let look =
        use_context::<SharedLook>().unwrap_or_else(|| SharedLook::new(Look::new(desk.project.get_value())));
    let frame = around(all.iter().map(|one| &one.design), 120.0);
    let tie = Tie::new(look, Signal::stored(frame));
    let theme = theme();
    let one = |(at, one): (usize, &Arc<Received>)| {
        let design = one.design.clone();
        let title = {
            let design = design.clone();
            Signal::derive(move || numbered(words, at, &design))
        };
        let laid = Signal::derive(move || Laid::One(design.clone()));
        view! {
            <figure class="tied"><figcaption class="small">{move || title.get()}</figcaption>
                <div class="tiedmap"><PlanView tie laid theme label=title keys=true /></div></figure>
        }
    };
    view! { <div class="tiedmaps">{all.iter().enumerate().map(one).collect_view()}</div> }.into_any()
}

/// The number of a design on the map that lays them over each other, and its title.
fn numbered(words: Words, at: usize, design: &Design) -> String {
    let title = title_of(words, design);
    words.say(
        &Message::new("compare-numbered")
            .with("n", at + 1)
            .with("title", title),
    )
}

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

fn table(desk: Desk, all: &[Arc<Received>]) -> AnyView {
    let words = words();
    let totals: Vec<Totals> = all.iter().map(|one| desk.totals(one.name, &one.design)).collect();
    let musts: Vec<usize> = all.iter().map(|one| musts(desk, &one.design)).collect();
    let heads = all
        .iter()
        .enumerate()
        .map(|(at, one)| numbered(words, at, &one.design));
    let heads = heads
        .map(|title| view! { <th scope="col" class="n">{title}</th> })
        .collect_view();
    let row = |(key, of, decimals): Figure| {
        let cells = totals.iter().map(|totals| {
            let said = Message::new("compare-figure").number("n", of(totals), decimals);
            view! { <td class="n">{words.say(&said)}</td> }
        });
        view! { <tr><th scope="row">{words.key(key)}</th>{cells.collect_view()}</tr> }
    };
    let rows = FIGURES.map(row);
    let must_cells = musts
        .iter()
        .map(|n| view! { <td class="n">{*n}</td> })
        .collect_view();
    let thing_cells = all
        .iter()
        .map(|one| view! { <td class="n">{one.design.placements().len()}</td> })
        .collect_view();
    view! {
        <table data-testid="compare-table">
            <caption>{words.key("compare-table")}</caption>
            <thead><tr><th scope="col">{words.key("compare-figures")}</th>{heads}</tr></thead>
            <tbody>
                <tr><th scope="row">{words.key("desk-kinds-things")}</th>{thing_cells}</tr>
                {rows}
                <tr><th scope="row">{words.key("compare-musts")}</th>{must_cells}</tr>
            </tbody>
        </table>
    }
    .into_any()
}

/// Must-findings of the rules that answer at once.
fn musts(desk: Desk, design: &Design) -> usize {
    let checker = Checker::on(desk.survey(), design);
    checker
        .findings()
        .iter()
        .filter(|finding| finding.severity == Severity::Must)
        .count()
}

/// What only one of them has, thing by thing, and what all have.
fn apart(desk: Desk, all: &[Arc<Received>]) -> AnyView {
    let words = words();
    let designs: Vec<&Design> = all.iter().map(|one| &*one.design).collect();
    let (held, whole) = (held_by(&designs), (1_u32 << designs.len()) - 1);
    let things = |at: usize, wanted: u32| -> Vec<AnyView> {
        let own = designs[at].placements().iter().zip(&held[at]);
        let own = own.filter(|(_, held)| **held == wanted);
        own.map(|(thing, _)| row(desk, words, thing)).collect()
    };
    let list = |(at, own): (usize, &&Design)| {
        let only = things(at, 1 << at);
        let head = Message::new("compare-only")
            .with("title", numbered(words, at, own))
            .with("n", only.len());
        view! { <h2>{words.say(&head)}</h2><ul class="things">{only}</ul> }
    };
    let lists = designs.iter().enumerate().map(list).collect_view();
    let common = things(0, whole);
    let head = Message::new("compare-all-have").with("n", common.len());
    view! {
        {lists}
        <details data-testid="compare-common"><summary>{words.say(&head)}</summary><ul class="things">{common}</ul></details>
        <p class="small soft">{words.key("compare-same")}</p>
    }
    .into_any()
}

fn row(desk: Desk, words: Words, thing: &Arc<Placement>) -> AnyView {
    let sentence = desk.project.with_value(|project| said(project, thing));
    view! { <li data-testid="only"><b>{words.kind(&thing.kind)}</b>" "<span class="place">{words.say(&sentence)}</span></li> }.into_any()
}
