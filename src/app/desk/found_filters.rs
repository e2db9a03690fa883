//! Filters by what is reckoned of a design: its cost, and what the rules find in it.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::popover::Popover;
use super::state::Desk;
use crate::app::words::{t, words};
use crate::text::Message;

/// The chip of least and most cost.
#[component]
pub fn BudgetChip(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let words = words();
    let yuan = |event: &leptos::ev::Event| {
        let typed: Option<f64> = event_target_value(event).trim().parse().ok();
        typed.filter(|yuan| yuan.is_finite() && *yuan >= 0.0)
    };
    let shown = |yuan: Option<f64>| yuan.map(|yuan| yuan.to_string()).unwrap_or_default();
    let label = move || {
        let filter = desk.filter.read();
        match (filter.cost_from, filter.cost_to) {
            (None, None) => words.key("filter-cost"),
            (from, to) => words.say(
                &Message::new("filter-cost-range")
                    .with("from", from.map_or("0".to_owned(), |yuan| yuan.to_string()))
                    .with("to", to.map_or("∞".to_owned(), |yuan| yuan.to_string())),
            ),
        }
    };
    let budget = desk.project.with_value(|project| project.file.budget);
    let within = move |_| {
        desk.filter
            .update(|filter| (filter.cost_from, filter.cost_to) = (None, budget))
    };
    view! {
        <Popover label=Signal::derive(label) on=Signal::derive(move || desk.filter.read().asks_cost()) word="cost">
            <label class="entry">
                <span>{t!("filter-cost-from")}</span>
                <input class="field" type="number" inputmode="numeric" min="0" step="1000" data-testid="cost-from"
                    prop:value=move || shown(desk.filter.read().cost_from)
                    on:change=move |event| desk.filter.update(|filter| filter.cost_from = yuan(&event)) />
            </label>
            <label class="entry">
                <span>{t!("filter-cost-to")}</span>
                <input class="field" type="number" inputmode="numeric" min="0" step="1000" data-testid="cost-to"
                    prop:value=move || shown(desk.filter.read().cost_to)
                    on:change=move |event| desk.filter.update(|filter| filter.cost_to = yuan(&event)) />
            </label>
            {budget.map(|yuan| view! {
                <button class="button" type="button" on:click=within>
                    {move || words.say(&Message::new("filter-cost-budget").number("yuan", yuan, 0))}
                </button>
            })}
            <Going desk />
        </Popover>
    }
}

/// The chip of what the rules find.
#[component]
pub fn RuleChip(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let words = words();
    let label = move || {
        let filter = desk.filter.read();
        match filter.rules.len() + usize::from(filter.musts.is_some()) {
            0 => words.key("filter-findings"),
            n => {
                let what = Message::new("filter-findings");
                words.say(&Message::new("desk-filter-chosen").with("what", what).with("n", n))
            }
        }
    };
    view! {
        <Popover label=Signal::derive(label) on=Signal::derive(move || desk.filter.read().asks_findings()) word="findings">
            <Findings desk />
        </Popover>
    }
}

/// What is in the chip; that it is looked at makes the designs be checked.
#[component]
fn Findings(desk: Desk) -> impl IntoView {
    let words = words();
    desk.reckonings.wants_findings.set(true);
    let musts = move |wanted: bool, key: &'static str| {
        let is_chosen = move || desk.filter.read().musts == Some(wanted);
        let toggle = move |_| {
            desk.filter
                .update(|filter| filter.musts = (filter.musts != Some(wanted)).then_some(wanted))
        };
        let count = move || {
            let known = desk.reckonings.known.read();
            let found = known.values().filter_map(|facts| facts.found.as_ref());
            found.filter(|found| (found.musts > 0) == wanted).count()
        };
        let said = move || {
            let value = words.key(key);
            words.say(
                &Message::new("desk-filter-value")
                    .with("value", value)
                    .with("n", count()),
            )
        };
        view! {
            <label class="entry"><input type="checkbox" data-musts=if wanted { "some" } else { "none" }
                prop:checked=is_chosen on:change=toggle /><span>{said}</span></label>
        }
    };
    let counts = Memo::new(move |_| {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        // What is asked for stays in the list, that it can be taken out again.
        counts.extend(desk.filter.read().rules.iter().map(|rule| (rule.clone(), 0)));
        for found in desk
            .reckonings
            .known
            .read()
            .values()
            .filter_map(|facts| facts.found.as_ref())
        {
            found
                .rules
                .iter()
                .for_each(|rule| *counts.entry((*rule).to_owned()).or_default() += 1);
        }
        counts
    });
    let row = move |(rule, designs): (String, usize)| {
        let name = words.named(format!("rule-{rule}"), &rule);
        let said = words.say(
            &Message::new("desk-filter-value")
                .with("value", name)
                .with("n", designs),
        );
        let (own, shown) = (rule.clone(), rule.clone());
        let is_chosen = move || desk.filter.read().rules.contains(&own);
        let toggle = move |_| {
            desk.filter.update(|filter| {
                if !filter.rules.remove(&rule) {
                    filter.rules.insert(rule.clone());
                }
            })
        };
        view! {
            <label class="entry"><input type="checkbox" data-rule=shown prop:checked=is_chosen on:change=toggle /><span>{said}</span></label>
        }
    };
    view! {
        <p class="small soft">{t!("filter-findings-lead")}</p>
        {musts(false, "filter-musts-none")}
        {musts(true, "filter-musts-some")}
        {move || counts.get().into_iter().map(row).collect_view()}
        <Going desk />
    }
}

/// How far the designs are reckoned.
#[component]
pub fn Going(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let words = words();
    let said = move || {
        desk.reckonings
            .progress
            .get()
            .map(|(done, of)| words.say(&Message::new("filter-going").with("done", done).with("of", of)))
    };
    view! { <p class="small" role="status" data-testid="reckoning">{said}</p> }
}
