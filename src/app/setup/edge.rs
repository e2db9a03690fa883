//! The edge of the estate: by its corners, or around what is chosen.

use leptos::prelude::*;

use super::state::{Setup, Tool};
use crate::app::browser::elements;
use crate::app::words::{t, words};
use crate::estate::{BuildingUse, Class};
use crate::setup::Change;
use crate::text::Message;

/// How far around the houses an edge lies at first, and what lies how far outside of it goes; in metres.
const AROUND_M: &str = "10";
const BEYOND_M: &str = "40";

/// The panel.
#[component]
pub fn Edge(
    /// The set-up.
    setup: Setup,
) -> impl IntoView {
    let words = words();
    let area = move || {
        let area = setup
            .history
            .with(|history| history.now().estate.boundary().map(|edge| edge.area()));
        words.say(&match area {
            Some(area) => Message::new("setup-edge-now").number("area", area, 0),
            None => Message::new("setup-edge-none"),
        })
    };
    view! {
        <p class="soft">{t!("setup-edge-lead")}</p>
        <p data-testid="setup-edge-now">{area}</p>
        {by_corners(setup)}
        {around(setup)}
        {cut(setup)}
    }
}

fn by_corners(setup: Setup) -> AnyView {
    let words = words();
    let draw = move |_| {
        setup.corners.set(Vec::new());
        setup.tool.set(Tool::Edge);
    };
    let stop = move || {
        setup.tool.set(Tool::Choose);
        setup.corners.set(Vec::new());
    };
    let done = move |_| {
        let corners = setup.corners.get_untracked();
        if setup.apply(&Change::Edge(corners), Message::new("setup-edge-set")) {
            stop();
        }
    };
    let back = move |_| {
        setup.corners.update(|corners| {
            corners.pop();
        });
    };
    let count = move || words.say(&Message::new("setup-edge-drawing").with("n", setup.corners.read().len()));
    view! {
        {move || if setup.tool.get() == Tool::Edge {
            view! {
                <p role="status" data-testid="setup-corners">{count}</p>
                <div class="actions">
                    <button class="button main" type="button" data-testid="setup-edge-done"
                        disabled=move || setup.corners.read().len() < 3 on:click=done>{t!("setup-edge-done")}</button>
                    <button class="button" type="button" disabled=move || setup.corners.read().is_empty()
                        on:click=back>{t!("setup-edge-back")}</button>
                    <button class="button quiet" type="button" on:click=move |_| stop()>{t!("setup-edge-cancel")}</button>
                </div>
            }.into_any()
        } else {
            view! {
                <button class="button" type="button" data-testid="setup-edge-draw" on:click=draw>
                    {t!("setup-edge-draw")}</button>
            }.into_any()
        }}
    }
    .into_any()
}

fn around(setup: Setup) -> AnyView {
    let words = words();
    let metres = RwSignal::new(AROUND_M.to_owned());
    let houses = move |_| {
        let is_dwelling = |class: &Class| {
            matches!(
                class,
                Class::Building {
                    usage: BuildingUse::Dwelling,
                    ..
                }
            )
        };
        let ids = setup.history.with_untracked(|history| {
            let things = history.now().estate.features().iter();
            things
                .filter(|thing| is_dwelling(&thing.class))
                .map(|thing| thing.id.clone())
                .collect()
        });
        setup.chosen.set(ids);
    };
    let draw = move |_| {
        let Some(metres) = number(setup, &metres.get_untracked()) else {
            return;
        };
        let chosen = setup.chosen.get_untracked();
        setup.apply(
            &Change::EdgeAround(chosen, metres),
            Message::new("setup-edge-set"),
        );
    };
    let chosen = move || words.say(&chosen_message(setup.chosen.read().len()));
    view! {
        <fieldset class="stack">
            <legend class="label">{t!("setup-edge-around")}</legend>
            <div class="row">
                <input class="field short" inputmode="decimal" aria-label=t!("setup-edge-around")
                    prop:value=metres on:input=move |event| metres.set(elements::value_of(&event)) />
                <button class="button" type="button" data-testid="setup-edge-around" on:click=draw>
                    {t!("setup-edge-around-do")}</button>
                <button class="button quiet" type="button" data-testid="setup-edge-houses" on:click=houses>
                    {t!("setup-edge-around-houses")}</button>
            </div>
            <p class="small soft" data-testid="setup-edge-chosen">{chosen}</p>
        </fieldset>
    }
    .into_any()
}

fn cut(setup: Setup) -> AnyView {
    let metres = RwSignal::new(BEYOND_M.to_owned());
    let cut = move |_| {
        let Some(metres) = number(setup, &metres.get_untracked()) else {
            return;
        };
        let count = move || {
            setup
                .history
                .with_untracked(|history| history.now().estate.features().len())
        };
        let before = count();
        if setup.apply(&Change::Cut(metres), Message::new("setup-edge-cut-do")) {
            let n = before.saturating_sub(count());
            setup.teller.tell(Message::new("setup-removed").with("n", n));
        }
    };
    view! {
        <fieldset class="stack">
            <legend class="label">{t!("setup-edge-cut")}</legend>
            <div class="row">
                <input class="field short" inputmode="decimal" aria-label=t!("setup-edge-cut")
                    prop:value=metres on:input=move |event| metres.set(elements::value_of(&event)) />
                <button class="button" type="button" data-testid="setup-cut" on:click=cut>{t!("setup-edge-cut-do")}</button>
            </div>
        </fieldset>
    }
    .into_any()
}

/// How many are chosen.
pub fn chosen_message(n: usize) -> Message {
    match n {
        0 => Message::new("setup-chosen-none"),
        n => Message::new("setup-chosen").with("n", n),
    }
}

/// The number of a field; what is no number is told.
pub fn number(setup: Setup, text: &str) -> Option<f64> {
    let number = text.trim().replace(['，', ','], ".").parse::<f64>().ok();
    if number.is_none() {
        setup
            .teller
            .tell(Message::new("setup-not-a-number").with("text", text.to_owned()));
    }
    number
}
