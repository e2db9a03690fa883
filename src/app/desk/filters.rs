//! The bar of filters: search, and one chip for each thing that designs can be told apart by.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::found_filters::{BudgetChip, RuleChip};
use super::order::{Column, Order};
use super::popover::Popover;
use super::saved::ViewsChip;
use super::state::Desk;
use super::who;
use crate::app::parts::Icon;
use crate::app::words::{Words, t, words};
use crate::catalogue::KindId;
use crate::tally::{Day, Facet, Facets, Filter, facets, kind_counts};
use crate::text::Message;

/// One value that can be asked for.
#[derive(Clone, PartialEq)]
struct Choice {
    value: String,
    name: String,
    designs: usize,
}

/// One chip: which set of the filter it changes, and what can be chosen.
#[derive(Clone, Copy)]
struct Chip {
    key: &'static str,
    word: &'static str,
    chosen: fn(&Filter) -> BTreeSet<String>,
    toggle: fn(&mut Filter, &str),
    choices: Signal<Vec<Choice>>,
}

fn toggled<T: Ord>(set: &mut BTreeSet<T>, value: T) {
    if !set.remove(&value) {
        set.insert(value);
    }
}

/// The whole bar.
#[component]
pub fn Filters(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let words = words();
    let known = Memo::new(move |_| facets(&desk.gathering.gathered.get().drawings));
    let chips = chips(desk, known, words);
    let text = move |event| {
        let typed = event_target_value(&event);
        desk.filter.update(|filter| filter.text = typed);
    };
    let order = move |event| desk.order.set(Order::from_word(&event_target_value(&event)));
    view! {
        <search class="filters" aria-label=t!("desk-filters")>
            <div class="searchbox">
                <Icon name="search" />
                <input class="field" type="search" data-testid="search" autocomplete="off" maxlength="200"
                    aria-label=t!("desk-search") placeholder=t!("desk-search")
                    prop:value=move || desk.filter.read().text.clone() on:input=text />
            </div>
            {chips.into_iter().map(|chip| view! { <ChipView desk chip /> }).collect_view()}
            <DateChip desk known />
            <BudgetChip desk />
            <RuleChip desk />
            <label class="button toggle">
                <input type="checkbox" prop:checked=move || desk.unfolded.get()
                    on:change=move |event| desk.unfolded.set(event_target_checked(&event)) />
                {t!("desk-filter-older")}
            </label>
            <label class="order">
                <span class="aloud">{t!("desk-sort")}</span>
                <select class="field" data-testid="sort" on:change=order>
                    {Column::ALL.map(|column| view! {
                        <option value=column.word() selected=move || desk.order.get().by == column>{t!(column.key())}</option>
                    }).collect_view()}
                </select>
            </label>
            <button class="button quiet" type="button" data-testid="sort-turn"
                on:click=move |_| desk.order.update(|order| order.turned = !order.turned)>
                {move || view! { <Icon name=if desk.order.get().rises() { "arrow-up" } else { "arrow-down" } /> }}
                {move || words.key(desk.order.get().key())}
            </button>
            {move || desk.is_filtered().then(|| view! {
                <button class="button quiet" type="button" data-testid="clear-filters"
                    on:click=move |_| desk.clear()>
                    <Icon name="cancel" />{t!("desk-filter-clear")}
                </button>
            })}
            <ViewsChip desk />
        </search>
    }
}

fn chips(desk: Desk, known: Memo<Facets>, words: Words) -> [Chip; 4] {
    let said = move |list: fn(&Facets) -> &Vec<Facet>, name: fn(Words, &str) -> String| {
        Signal::derive(move || {
            let choice = |facet: &Facet| Choice {
                value: facet.value.clone(),
                name: name(words, &facet.value),
                designs: facet.designs,
            };
            list(&known.read()).iter().map(choice).collect()
        })
    };
    let kinds = Signal::derive(move || {
        let gathered = desk.gathering.gathered.get();
        kind_counts(&gathered.drawings)
            .into_iter()
            .map(|count| Choice {
                value: count.kind.to_string(),
                name: words.kind(&count.kind),
                designs: count.designs,
            })
            .collect()
    });
    [
        Chip {
            key: "desk-filter-building",
            word: "building",
            chosen: |filter| filter.buildings.clone(),
            toggle: |filter, value| toggled(&mut filter.buildings, value.to_owned()),
            choices: said(|facets| &facets.buildings, who::building),
        },
        Chip {
            key: "desk-filter-age",
            word: "age",
            chosen: |filter| filter.ages.clone(),
            toggle: |filter, value| toggled(&mut filter.ages, value.to_owned()),
            choices: said(|facets| &facets.ages, who::age),
        },
        Chip {
            key: "desk-filter-kind",
            word: "kind",
            chosen: |filter| filter.kinds.iter().map(ToString::to_string).collect(),
            toggle: |filter, value| toggled(&mut filter.kinds, KindId::new(value)),
            choices: kinds,
        },
        Chip {
            key: "desk-filter-channel",
            word: "channel",
            chosen: |filter| filter.channels.clone(),
            toggle: |filter, value| toggled(&mut filter.channels, value.to_owned()),
            choices: said(|facets| &facets.channels, who::channel),
        },
    ]
}

/// A chip that opens a list of values to choose from.
#[component]
fn ChipView(desk: Desk, chip: Chip) -> impl IntoView {
    let words = words();
    let chosen = Memo::new(move |_| (chip.chosen)(&desk.filter.read()));
    let label = move || match chosen.read().len() {
        0 => words.key(chip.key),
        n => words.say(
            &Message::new("desk-filter-chosen")
                .with("what", Message::new(chip.key))
                .with("n", n),
        ),
    };
    let row = move |choice: Choice| {
        let value = StoredValue::new(choice.value);
        let is_chosen = move || value.with_value(|value| chosen.read().contains(value));
        let toggle = move |_| {
            desk.filter
                .update(|filter| value.with_value(|value| (chip.toggle)(filter, value)))
        };
        let said = words.say(
            &Message::new("desk-filter-value")
                .with("value", choice.name)
                .with("n", choice.designs),
        );
        view! {
            <label class="entry">
                <input type="checkbox" prop:checked=is_chosen on:change=toggle />
                <span>{said}</span>
            </label>
        }
    };
    view! {
        <Popover label=Signal::derive(label) on=Signal::derive(move || !chosen.read().is_empty()) word=chip.word>
            {move || chip.choices.get().into_iter().map(row).collect_view()}
        </Popover>
    }
}

/// The chip of the first and last day.
#[component]
fn DateChip(desk: Desk, known: Memo<Facets>) -> impl IntoView {
    let words = words();
    let day = |event: &leptos::ev::Event| event_target_value(event).parse::<Day>().ok();
    let said = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    let first = move || known.read().days.map(|(first, _)| first.to_string());
    let last = move || known.read().days.map(|(_, last)| last.to_string());
    let label = move || {
        let (from, to) = {
            let filter = desk.filter.read();
            (filter.from, filter.to)
        };
        match (from, to) {
            (None, None) => words.key("desk-filter-date"),
            (from, to) => format!("{}–{}", said(from), said(to)),
        }
    };
    let on = Signal::derive(move || {
        let filter = desk.filter.read();
        filter.from.is_some() || filter.to.is_some()
    });
    view! {
        <Popover label=Signal::derive(label) on word="date">
            <label class="entry">
                <span>{t!("desk-filter-from")}</span>
                <input class="field" type="date" min=first max=last
                    prop:value=move || said(desk.filter.read().from)
                    on:change=move |event| desk.filter.update(|filter| filter.from = day(&event)) />
            </label>
            <label class="entry">
                <span>{t!("desk-filter-to")}</span>
                <input class="field" type="date" min=first max=last
                    prop:value=move || said(desk.filter.read().to)
                    on:change=move |event| desk.filter.update(|filter| filter.to = day(&event)) />
            </label>
        </Popover>
    }
}
