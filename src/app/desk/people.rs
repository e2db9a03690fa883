//! "Who": who has spoken against who lives there, whose doors come next, and which groups of designs there are.

use leptos::prelude::*;

use super::places::place_said;
use super::state::Desk;
use super::studying::Going;
use super::who;
use crate::agreement::{HouseRow, StairRow, Trait, group_letter};
use crate::app::browser::files::download;
use crate::app::parts::{Icon, Teller, Toasts};
use crate::app::study::SEED;
use crate::app::words::{Words, t, words};
use crate::report::coverage_csv;
use crate::tally::{Drawing, Facet};
use crate::text::Message;

/// Doors in the list of visits.
const NEXT_DOORS: usize = 24;
/// Traits told of a group.
const TRAITS: usize = 8;

/// The whole tab.
#[component]
pub fn People(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let words = words();
    let coverage = move || desk.study.coverage.get().0;
    let standing = move || {
        let found = coverage();
        words.say(
            &Message::new("who-standing")
                .with("designs", found.designs)
                .number("households", f64::from(found.households), 0)
                .with("silent", found.silent_houses),
        )
    };
    let even = move || {
        coverage().effective.map(|n| {
            words.say(
                &Message::new("who-effective")
                    .number("n", n, 0)
                    .with("of", coverage().designs),
            )
        })
    };
    view! {
        <div class="tablebox" data-testid="who">
            <p role="status"><strong>{standing}</strong></p>
            <p class="small soft">{even}" "{t!("who-not-a-vote")}</p>
            {groups(desk)}
            <h2>{t!("who-houses")}</h2>
            {houses(desk)}
            <h2>{t!("who-next")}</h2>
            <p class="small soft">{t!("who-next-lead")}" "
                {move || coverage().stairs.iter().all(|row| row.designs == 0).then(|| words.key("who-stairs-unknown"))}</p>
            <ol class="doors">
                {move || coverage().stairs.iter().filter(|row| row.designs == 0).take(NEXT_DOORS)
                    .map(|row| door(words, row)).collect_view()}
            </ol>
            {move || coverage().stairs.is_empty().then(|| view! { <p class="nothing">{t!("who-no-stairs")}</p> })}
            <p class="small soft">{t!("who-no-base")}</p>
            <h2>{t!("desk-filter-age")}</h2>
            {move || bars(words, &coverage().ages, who::age)}
            <h2>{t!("desk-filter-channel")}</h2>
            {move || bars(words, &coverage().channels, who::channel)}
            <TakeCoverage desk />
        </div>
    }
}

fn groups(desk: Desk) -> AnyView {
    let words = words();
    let lead = move || {
        let grouping = &desk.study.grouped.get()?.0.grouping;
        Some(match grouping.silhouette {
            Some(parted) => words.say(
                &Message::new("who-groups-lead")
                    .with("n", grouping.count())
                    .number("silhouette", parted, 2)
                    .with("seed", SEED.to_string()),
            ),
            None => words.key("who-groups-one"),
        })
    };
    let cards = move || {
        let groups = 0..desk.study.groups();
        groups.map(|group| card(desk, words, group)).collect_view()
    };
    view! {
        <h2>{t!("who-groups")}</h2>
        <Going study=desk.study />
        <p class="small">{lead}</p>
        <ul class="groupcards">{cards}</ul>
    }
    .into_any()
}

/// The shape by which a group is told beside its letter.
fn shape(group: usize) -> &'static str {
    ["●", "▲", "■", "◆", "★"].get(group).copied().unwrap_or("○")
}

fn card(desk: Desk, words: Words, group: usize) -> AnyView {
    let grouped = desk.study.grouped.get();
    let traits = desk.study.apart.get().0.get(group).cloned();
    let is_told = traits.is_some();
    let traits = traits.unwrap_or_default();
    let size = grouped
        .as_ref()
        .and_then(|grouped| grouped.0.grouping.sizes.get(group).copied());
    let head = Message::new("who-group")
        .with("group", group_letter(group).to_string())
        .with("n", size.unwrap_or_default());
    let show = move |_| {
        let members = grouped.iter().flat_map(|grouped| grouped.0.members(group));
        desk.open.set(None);
        desk.picked.set(members.collect());
        desk.tab.set(super::state::Tab::Designs);
    };
    let none = (is_told && traits.is_empty())
        .then(|| view! { <p class="small soft">{words.key("who-traits-none")}</p> });
    view! {
        <li class="groupcard" data-testid="group" data-group=group_letter(group).to_string()>
            <div class="heading"><strong><span aria-hidden="true">{shape(group)}" "</span>{words.say(&head)}</strong>
                <button class="button quiet small" type="button" on:click=show>{t!("who-group-show")}</button></div>
            <ul>{traits.iter().take(TRAITS).map(|one| view! { <li class="small">{trait_said(desk, words, one)}</li> }).collect_view()}</ul>
            {none}
        </li>
    }
    .into_any()
}

fn trait_said(desk: Desk, words: Words, one: &Trait) -> String {
    let key = match (one.at, one.z > 0.0) {
        (None, true) => "who-trait-more",
        (None, false) => "who-trait-less",
        (Some(_), true) => "who-trait-there-more",
        (Some(_), false) => "who-trait-there-less",
    };
    let mut said = Message::new(key)
        .with("kind", words.kind(&one.kind))
        .number("own", 100.0 * one.own_share(), 0)
        .number("others", 100.0 * one.others_share(), 0);
    if let Some(at) = one.at {
        said = said.with("place", place_said(desk, at));
    }
    words.say(&said)
}

fn house_name(words: Words, house: &str) -> String {
    who::building(words, house)
}

fn houses(desk: Desk) -> AnyView {
    let words = words();
    let row = move |row: &HouseRow| {
        let households = row.households.map_or("–".to_owned(), |n| n.to_string());
        let share = row
            .households
            .filter(|n| *n > 0)
            .map(|n| 100.0 * row.designs as f64 / f64::from(n));
        let share = share.map_or("–".to_owned(), |share| {
            words.say(&Message::new("desk-share").number("share", share, 0))
        });
        let weight = row
            .weight
            .map_or("–".to_owned(), |weight| format!("× {weight:.2}"));
        let silent = row.designs == 0 && row.households.is_some_and(|n| n > 0);
        view! {
            <tr data-testid="house" class:silent=silent>
                <th scope="row">{house_name(words, &row.house)}
                    {silent.then(|| view! { <span class="small">" ▲ "{words.key("who-silent")}</span> })}</th>
                <td class="n">{row.designs}</td><td class="n">{households}</td><td class="n">{share}</td><td class="n">{weight}</td>
            </tr>
        }
    };
    view! {
        <table>
            <caption>{t!("who-weights")}</caption>
            <thead><tr>
                <th scope="col">{t!("desk-filter-building")}</th>
                <th scope="col" class="n">{t!("desk-kinds-designs")}</th>
                <th scope="col" class="n">{t!("who-households")}</th>
                <th scope="col" class="n">{t!("desk-kinds-share")}</th>
                <th scope="col" class="n">{t!("who-weight")}</th>
            </tr></thead>
            <tbody>{move || desk.study.coverage.get().0.houses.iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn door(words: Words, row: &StairRow) -> AnyView {
    let key = if row.house_is_silent {
        "who-door-silent"
    } else {
        "who-door"
    };
    let said = Message::new(key)
        .with("house", house_name(words, &row.house))
        .with("stair", row.stair.as_str())
        .number("households", row.households, 0);
    view! { <li data-testid="next-door">{words.say(&said)}</li> }.into_any()
}

fn bars(words: Words, facets: &[Facet], name: fn(Words, &str) -> String) -> AnyView {
    let all: usize = facets.iter().map(|facet| facet.designs).sum();
    let row = |facet: &Facet| {
        let share = 100.0 * facet.designs as f64 / all.max(1) as f64;
        view! {
            <tr><th scope="row">{name(words, &facet.value)}</th><td class="n">{facet.designs}</td>
                <td class="share"><span class="bar" aria-hidden="true"><span style:width=format!("{share:.0}%")></span></span>
                    <span>{words.say(&Message::new("desk-share").number("share", share, 0))}</span></td></tr>
        }
    };
    view! { <table><tbody>{facets.iter().map(row).collect_view()}</tbody></table> }.into_any()
}

/// The table of houses as it may leave the desk.
#[component]
fn TakeCoverage(desk: Desk) -> impl IntoView {
    let words = words();
    let teller = Teller::new();
    let take = move |_| {
        let drawings: Vec<Drawing> = desk.shown.get_untracked().iter().cloned().collect();
        let text = desk
            .project
            .with_value(|project| coverage_csv(project, &drawings, words.lang_untracked()));
        let name = desk
            .project
            .with_value(|project| format!("{}-coverage.csv", project.file.id));
        if !download(&name, "text/csv;charset=utf-8", text.as_bytes()) {
            teller.tell(Message::new("desk-download-failed"));
        }
    };
    view! {
        <p><button class="button" type="button" data-testid="download-coverage" on:click=take>
            <Icon name="save" />{t!("who-take")}</button></p>
        <Toasts teller top=false />
    }
}
