//! "Where": the density of a kind, its hot spots, and what was proposed at a place in which words. The list is the
//! map's twin.

use leptos::prelude::*;

use super::rows::title_of;
use super::state::Desk;
use super::study::Kept;
use super::studying::Going;
use super::who;
use crate::agreement::{Known, Proposed, contours_geojson, group_letter, proposed_at};
use crate::app::browser::files::download;
use crate::app::parts::{Icon, Teller, Toasts};
use crate::app::study::{Seen, Spot, Whose};
use crate::app::words::{Words, t, words};
use crate::catalogue::KindId;
use crate::design::PlacementShape;
use crate::geometry::{Turn, WorldPt, WorldVec};
use crate::rules::{place, said};
use crate::tally::shown_count;
use crate::text::Message;

const BANDWIDTHS: [f64; 5] = [4.0, 6.0, 8.0, 12.0, 20.0];
/// Hot spots in the list.
const LISTED: usize = 30;
/// Designs in the list of a place.
const MOST_AT_A_PLACE: usize = 60;

/// The whole tab.
#[component]
pub fn Places(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let words = words();
    let study = desk.study;
    let of = move || desk.shown.read().len();
    let caption = move || {
        let look = study.seen.get()?.0.look.clone();
        let said = Message::new("where-caption")
            .with("kind", words.kind(&look.kind?))
            .number("bandwidth", look.bandwidth, 1)
            .with("n", of());
        Some(words.say(&said))
    };
    let spots = move || {
        let seen = study.seen.get();
        let spots = seen.iter().flat_map(|seen| seen.0.spots.clone());
        spots.take(LISTED).enumerate().collect::<Vec<_>>()
    };
    let is_nowhere = move || {
        let none = |seen: &Option<Kept<Seen>>| seen.as_ref().is_some_and(|seen| seen.0.spots.is_empty());
        study.seen.with(none)
    };
    view! {
        <div class="tablebox" data-testid="where">
            {choices(desk)}
            <Going study />
            <p class="small" role="status">{caption}</p>
            <p class="small soft">{move || words.key(match study.whose.get() {
                Whose::Apart(_) => "where-apart",
                _ => "where-votes",
            })}</p>
            <h2>{t!("where-spots")}</h2>
            <ol class="spots">
                {move || spots().into_iter().map(|(at, spot)| spot_row(desk, at, spot)).collect_view()}
            </ol>
            {move || is_nowhere().then(|| view! { <p class="nothing">{t!("where-none")}</p> })}
            {move || study.asked.get().map(|at| view! { <AtPlace desk at /> })}
            <TakeLines desk />
        </div>
    }
}

fn choices(desk: Desk) -> AnyView {
    let words = words();
    let study = desk.study;
    let kinds = move || {
        study
            .counts
            .get()
            .map(|counts| counts.0.to_vec())
            .unwrap_or_default()
    };
    let kind = move |event| study.kind.set(Some(KindId::new(&event_target_value(&event))));
    let bandwidth = move |event| {
        study
            .bandwidth
            .set(event_target_value(&event).parse().unwrap_or(8.0))
    };
    let groups = move || study.groups();
    let whose = move |event| study.whose.set(whose_of(&event_target_value(&event)));
    view! {
        <div class="choices">
            <label class="setting"><span>{t!("where-kind")}</span>
                <select class="field" data-testid="where-kind" on:change=kind>
                    {move || kinds().into_iter().map(|count| {
                        let chosen = study.shown_kind().as_ref() == Some(&count.kind);
                        let name = words.say(&Message::new("desk-filter-value").with("value", words.kind(&count.kind)).with("n", count.designs));
                        view! { <option value=count.kind.to_string() selected=chosen>{name}</option> }
                    }).collect_view()}
                </select></label>
            <label class="setting"><span>{t!("where-bandwidth")}</span>
                <select class="field" data-testid="where-bandwidth" on:change=bandwidth>
                    {BANDWIDTHS.map(|metres| view! {
                        <option value=metres.to_string() selected=move || study.bandwidth.get() == metres>
                            {move || words.say(&Message::new("where-metres").number("n", metres, 0))}
                        </option>
                    })}
                </select></label>
            <label class="setting"><span>{t!("where-whose")}</span>
                <select class="field" data-testid="where-whose" on:change=whose>
                    <option value="all">{t!("where-whose-all")}</option>
                    {move || (0..groups()).map(|group| {
                        let letter = group_letter(group).to_string();
                        let own = words.say(&Message::new("where-whose-group").with("group", letter.as_str()));
                        let apart = words.say(&Message::new("where-whose-apart").with("group", letter.as_str()));
                        view! {
                            <option value=format!("group-{group}") selected=move || study.whose.get() == Whose::Group(group as u8)>{own}</option>
                            <option value=format!("apart-{group}") selected=move || study.whose.get() == Whose::Apart(group as u8)>{apart}</option>
                        }
                    }).collect_view()}
                </select></label>
        </div>
    }
    .into_any()
}

fn whose_of(word: &str) -> Whose {
    let number = |text: Option<&str>| text.and_then(|text| text.parse().ok());
    match (
        number(word.strip_prefix("group-")),
        number(word.strip_prefix("apart-")),
    ) {
        (Some(group), _) => Whose::Group(group),
        (_, Some(group)) => Whose::Apart(group),
        _ => Whose::All,
    }
}

/// Where a point of the map is, in words.
pub fn place_said(desk: Desk, at: WorldPt) -> Message {
    let spot = PlacementShape::Rectangle {
        at,
        size: WorldVec::new(1.0, 1.0),
        turn: Turn::default(),
    };
    desk.project.with_value(|project| place(project, &spot))
}

fn spot_row(desk: Desk, at: usize, spot: Spot) -> AnyView {
    let words = words();
    let place = place_said(desk, spot.at);
    let count = Message::new("where-spot")
        .with("designs", spot.designs)
        .with("things", spot.things);
    let ask = move |_| {
        desk.study.look.set(Some(spot.at));
        desk.study.asked.set(Some(spot.at));
    };
    view! {
        <li>
            <button class="item" type="button" data-testid="hot-spot" data-designs=spot.designs on:click=ask
                aria-pressed=move || if desk.study.asked.get() == Some(spot.at) { "true" } else { "false" }>
                <span class="number" aria-hidden="true">{at + 1}</span>
                <span class="said"><strong>{move || words.say(&place)}</strong>
                    <span class="place">{move || words.say(&count)}</span></span>
            </button>
        </li>
    }
    .into_any()
}

/// What was proposed at a place, design by design.
#[component]
fn AtPlace(desk: Desk, at: WorldPt) -> impl IntoView {
    let words = words();
    let radius = 2.0 * desk.study.bandwidth.get_untracked();
    let found = Memo::new(move |_| Kept::of(proposed_at(desk.shown.get().iter(), at, radius)));
    let head = {
        let place = place_said(desk, at);
        move || {
            let n = found.read().0.len();
            words.say(
                &Message::new("where-at")
                    .with("place", place.clone())
                    .number("radius", radius, 0)
                    .with("n", n),
            )
        }
    };
    let close = move |_| desk.study.asked.set(None);
    view! {
        <section class="atplace" data-testid="at-place">
            <div class="heading"><h2><span role="status">{head}</span></h2>
                <button class="button icon-only quiet" type="button" aria-label=t!("where-at-close") on:click=close>
                    <Icon name="cancel" /></button></div>
            <ul class="stack">
                {move || found.get().0.iter().take(MOST_AT_A_PLACE).map(|one| one_at(desk, words, one)).collect_view()}
            </ul>
        </section>
    }
}

fn one_at(desk: Desk, words: Words, one: &Proposed) -> AnyView {
    let design = &one.design.design;
    let (title, name) = (title_of(words, design), one.design.name);
    let by = [
        who::building(words, &design.by.building),
        who::age(words, &design.by.age),
    ]
    .join(" · ");
    let project = desk.project.get_value();
    let things = one.things.iter().map(|(thing, _)| {
        let note = if thing.note.is_empty() {
            String::new()
        } else {
            format!(" “{}”", *thing.note)
        };
        let sentence = words.say(&said(&project, thing));
        view! { <p class="small">{words.kind(&thing.kind)}": "{sentence}{note}</p> }
    });
    let wishes = one
        .wishes
        .iter()
        .map(|(wish, _)| view! { <p class="small">"“"{wish.text.clone()}"”"</p> });
    view! {
        <li class="proposed">
            <button class="button quiet" type="button" on:click=move |_| desk.toggle_open(name)>{title}</button>
            <span class="small soft">{by}</span>
            {things.collect_view()}{wishes.collect_view()}
        </li>
    }
    .into_any()
}

/// The button that takes the lines along for QGIS.
#[component]
fn TakeLines(desk: Desk) -> impl IntoView {
    let teller = Teller::new();
    let take = move |_| {
        let Some(seen) = desk.study.seen.get_untracked() else {
            return;
        };
        let Some(kind) = seen.0.look.kind.clone() else {
            return;
        };
        // Lines show the place, and that of few would tell on them.
        if !shown_count(seen.0.behind).is_number() {
            return teller.tell(Message::new("where-take-few"));
        }
        let project = desk.project.get_value();
        let kind = Known::of(&project).kind(&kind);
        let json = contours_geojson(
            &[(kind.clone(), seen.0.more.clone())],
            project.estate.frame,
            seen.0.look.bandwidth,
            desk.shown.read_untracked().len(),
        );
        let name = format!("{}-{kind}-density.geojson", project.file.id);
        if !download(&name, "application/geo+json", format!("{json}\n").as_bytes()) {
            teller.tell(Message::new("desk-download-failed"));
        }
    };
    view! {
        <p><button class="button" type="button" data-testid="download-contours" on:click=take
            disabled=move || desk.study.seen.with(Option::is_none)>
            <Icon name="save" />{t!("where-take")}</button></p>
        <Toasts teller top=false />
    }
}
