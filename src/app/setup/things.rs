//! What is what: the things of the map, what is chosen of them, and what they are said to be.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::edge::{chosen_message, number};
use super::source::MapSource;
use super::state::Setup;
use crate::app::browser::elements;
use crate::app::parts::plan_view::Tie;
use crate::app::words::{Words, t, words};
use crate::estate::{Class, Feature, FeatureId};
use crate::setup::{Change, What};
use crate::text::Message;

/// Rows that are in the page at first, and that each press adds.
const PAGE: usize = 60;

/// The panel.
#[component]
pub fn Things(
    /// The set-up.
    setup: Setup,
) -> impl IntoView {
    let filter = RwSignal::new(String::new());
    view! {
        <p class="soft">{t!("setup-things-lead")}</p>
        {problems(setup)}
        <MapSource setup />
        {chosen(setup)}
        {shown_only(setup, filter)}
        {list(setup, filter)}
    }
}

/// What was wrong with the map.
fn problems(setup: Setup) -> AnyView {
    let words = words();
    let count = move || words.say(&Message::new("setup-problems").with("n", setup.problems.read().len()));
    view! {
        {move || (!setup.problems.read().is_empty()).then(|| view! {
            <details class="problems" data-testid="setup-problems">
                <summary>{count}</summary>
                <ul>
                    {setup.problems.get().into_iter().map(|problem| {
                        view! { <li class="small">{move || problem.say(words.lang())}</li> }
                    }).collect_view()}
                </ul>
            </details>
        })}
    }
    .into_any()
}

/// What is chosen, and what can be said of it.
fn chosen(setup: Setup) -> AnyView {
    let words = words();
    let call = move |event| {
        if let Some(what) = What::from_word(&elements::value_of(&event)) {
            let done = Message::new("setup-called").with("what", what.name());
            setup.apply(&Change::Call(setup.chosen.get_untracked(), what), done);
        }
    };
    let remove = move |_| {
        let chosen = setup.chosen.get_untracked();
        let gone = Message::new("setup-removed").with("n", chosen.len());
        if setup.apply(&Change::Remove(chosen), gone.clone()) {
            setup.teller.tell(gone);
        }
    };
    let is_same = move |what: What| {
        let draft = setup.draft();
        let mut of = setup
            .chosen
            .get()
            .into_iter()
            .filter_map(|id| draft.thing(&id).map(|one| What::of(&one.class)));
        of.next() == Some(what) && of.all(|other| other == what)
    };
    view! {
        <section class="chosen" data-testid="setup-chosen">
            <p role="status" class="label">{move || words.say(&chosen_message(setup.chosen.read().len()))}</p>
            {move || (!setup.chosen.read().is_empty()).then(|| view! {
                <label class="setting">
                    <span>{move || words.key(if setup.chosen.read().len() == 1 { "setup-call" } else { "setup-call-many" })}</span>
                    <select class="field" data-testid="setup-call" on:change=call>
                        <option value="">{t!("setup-call-pick")}</option>
                        {What::all().map(|what| view! {
                            <option value=what.word() prop:selected=move || is_same(what)>
                                {move || words.say(&what.name())}</option>
                        }).collect_view()}
                    </select>
                </label>
                {move || one_thing(setup)}
                <div class="actions">
                    <button class="button danger" type="button" data-testid="setup-remove" on:click=remove>
                        {t!("setup-remove")}</button>
                    <button class="button quiet" type="button" on:click=move |_| setup.chosen.set(Vec::new())>
                        {t!("setup-choose-none")}</button>
                </div>
            })}
        </section>
    }
    .into_any()
}

/// What can be said of one thing alone: its name, a road's width and whether it is a fire lane.
fn one_thing(setup: Setup) -> Option<AnyView> {
    let [id] = <[FeatureId; 1]>::try_from(setup.chosen.get()).ok()?;
    let thing = setup.draft().thing(&id)?.clone();
    let named = id.clone();
    let name = move |event| {
        let change = Change::Name(named.clone(), elements::value_of(&event));
        setup.apply(
            &change,
            Message::new("setup-called").with("what", Message::new("setup-name")),
        );
    };
    let road = match thing.class {
        Class::Road { fire, width, .. } => Some(road_fields(setup, &id, fire, width)),
        _ => None,
    };
    Some(
        view! {
            <label class="setting">
                <span>{t!("setup-name")}</span>
                <input class="field" type="text" maxlength="60" autocomplete="off" data-testid="setup-name-field"
                    prop:value=thing.name.clone() on:change=name />
            </label>
            {road}
        }
        .into_any(),
    )
}

fn road_fields(setup: Setup, id: &FeatureId, fire: bool, width: Option<f64>) -> AnyView {
    let (wide, lane) = (id.clone(), id.clone());
    let shown = width.map(|metres| metres.to_string()).unwrap_or_default();
    let set_width = move |event| {
        let text = elements::value_of(&event);
        let metres = match text.trim() {
            "" => None,
            text => match number(setup, text) {
                Some(metres) => Some(metres),
                None => return,
            },
        };
        let done = Message::new("setup-called").with("what", Message::new("setup-width"));
        setup.apply(&Change::Width(wide.clone(), metres), done);
    };
    let set_lane = move |event| {
        let done = Message::new("setup-called").with("what", Message::new("setup-fire-lane"));
        setup.apply(
            &Change::FireLane(vec![lane.clone()], event_target_checked(&event)),
            done,
        );
    };
    view! {
        <label class="setting">
            <span>{t!("setup-width")}</span>
            <input class="field" inputmode="decimal" autocomplete="off" prop:value=shown on:change=set_width />
        </label>
        <label class="check">
            <input type="checkbox" prop:checked=fire on:change=set_lane />
            <span>{t!("setup-fire-lane")}</span>
        </label>
    }
    .into_any()
}

/// A choice of one sort, with how many there are of each.
fn shown_only(setup: Setup, filter: RwSignal<String>) -> AnyView {
    let words = words();
    let sorts = Memo::new(move |_| {
        let mut counts: BTreeMap<usize, (What, usize)> = BTreeMap::new();
        let order: Vec<What> = What::all().collect();
        for thing in setup.draft().estate.features() {
            let what = What::of(&thing.class);
            let place = order.iter().position(|one| *one == what).unwrap_or_default();
            counts.entry(place).or_insert((what, 0)).1 += 1;
        }
        counts.into_values().collect::<Vec<_>>()
    });
    view! {
        <label class="setting">
            <span>{t!("setup-things-filter")}</span>
            <select class="field" data-testid="setup-filter" on:change=move |event| filter.set(elements::value_of(&event))>
                <option value="">{t!("setup-things-all")}</option>
                {move || sorts.get().into_iter().map(|(what, n)| {
                    let said = Message::new("setup-things-count").with("what", what.name()).with("n", n);
                    view! {
                        <option value=what.word() prop:selected=move || filter.get() == what.word()>
                            {move || words.say(&said)}</option>
                    }
                }).collect_view()}
            </select>
        </label>
    }
    .into_any()
}

/// The list of things: the twin of the map.
fn list(setup: Setup, filter: RwSignal<String>) -> AnyView {
    let words = words();
    let limit = RwSignal::new(PAGE);
    let tie = use_context::<Tie>();
    let shown = Memo::new(move |_| {
        let filter = filter.get();
        let draft = setup.draft();
        let things = draft.estate.features().iter();
        let fits = |thing: &&Arc<Feature>| filter.is_empty() || What::of(&thing.class).word() == filter;
        things
            .filter(fits)
            .map(|thing| thing.id.clone())
            .collect::<Vec<_>>()
    });
    let all = move |_| setup.chosen.set(shown.get_untracked());
    let rows = move || {
        let draft = setup.draft();
        let ids = shown.get();
        let things = ids
            .iter()
            .take(limit.get())
            .filter_map(|id| draft.thing(id).cloned());
        things.map(|thing| row(setup, words, tie, &thing)).collect_view()
    };
    view! {
        <div class="listhead">
            <button class="button quiet" type="button" data-testid="setup-choose-shown" on:click=all>
                {t!("setup-choose-shown")}</button>
        </div>
        <ul class="thinglist" aria-label=t!("setup-things-list") data-testid="setup-things">{rows}</ul>
        {move || (shown.read().len() > limit.get()).then(|| view! {
            <button class="button more" type="button" on:click=move |_| limit.update(|limit| *limit += PAGE)>
                {move || {
                    let left = shown.read().len().saturating_sub(limit.get()).min(PAGE);
                    words.say(&Message::new("setup-things-more").with("n", left))
                }}
            </button>
        })}
    }
    .into_any()
}

fn row(setup: Setup, words: Words, tie: Option<Tie>, thing: &Arc<Feature>) -> AnyView {
    let said = thing_name(thing);
    let centre = thing.shape.bounds().centre();
    let (id, of) = (thing.id.clone(), thing.id.clone());
    let is_chosen = move || setup.chosen.with(|chosen| chosen.contains(&id));
    let choose = move |event| {
        let checked = event_target_checked(&event);
        setup.chosen.update(|chosen| {
            chosen.retain(|one| *one != of);
            if checked {
                chosen.push(of.clone());
            }
        });
        if let (true, Some(tie)) = (checked, tie) {
            tie.look_at(centre);
        }
    };
    view! {
        <li>
            <label class="check">
                <input type="checkbox" prop:checked=is_chosen on:change=choose />
                <span>{move || words.say(&said)}</span>
            </label>
        </li>
    }
    .into_any()
}

/// What a thing is called: what it is, and its name or number in the map.
pub fn thing_name(thing: &Feature) -> Message {
    let what = What::of(&thing.class).name();
    if thing.name.is_empty() {
        Message::new("setup-thing-nameless")
            .with("what", what)
            .with("id", thing.id.as_str())
    } else {
        Message::new("setup-thing-named")
            .with("what", what)
            .with("name", thing.name.as_str())
    }
}
