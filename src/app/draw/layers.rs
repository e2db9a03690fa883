//! The layers panel: before and after, what is there by kind, what is new by group; and the view:
//! scale, turn, grid, small map.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::list::back_to_plan;
use super::ui::Ui;

use crate::app::parts::{ActionButton, Stepper};
use crate::app::session::Session;
use crate::app::sights::Compare;
use crate::app::words::{Words, t, words};
use crate::catalogue::Group;
use crate::editor::{Action, Event};
use crate::geometry::View;
use crate::scene::{Layers, Part};
use crate::text::{Measure, Message};

/// The scales of plans that the menu offers, one to so many.
const PLANS: [f64; 8] = [20.0, 50.0, 100.0, 200.0, 500.0, 1_000.0, 2_000.0, 5_000.0];

/// The panel.
#[component]
pub fn LayersPanel(
    /// What it shows and drives.
    session: Session,
    /// The panels of the page.
    ui: Ui,
) -> impl IntoView {
    let leave = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            ui.leave_layers();
        }
        back_to_plan(event);
    };
    view! {
        <div class="layers" data-testid="layers" tabindex="-1" on:keydown=leave>
            {comparing(session)}
            {super::would::would(session)}
            {there(session)}
            {new_things(session)}
            {looking(session)}
        </div>
    }
}

/// Before, both, after.
fn comparing(session: Session) -> AnyView {
    let words = words();
    let sights = session.sights;
    let choice = move |key: &'static str, to: Compare| {
        let is = move || {
            let now = sights.compare.get();
            std::mem::discriminant(&now) == std::mem::discriminant(&to)
        };
        let choose = move |_| session.teller.say(Message::new(sights.compared(to)));
        view! {
            <button class="button" type="button" data-compare=key on:click=choose
                aria-pressed=move || if is() { "true" } else { "false" }>
                {move || words.key(key)}
            </button>
        }
    };
    view! {
        <fieldset>
            <legend class="label">{t!("compare-name")}</legend>
            <div class="chips">
                {choice("compare-before", Compare::Before)}
                {choice("compare-split", Compare::Split(0.5))}
                {choice("compare-after", Compare::After)}
            </div>
        </fieldset>
    }
    .into_any()
}

/// Where the view goes: all, what is selected, a scale of plans, a turn; arrows for those who
/// neither pinch nor type; grid and small map.
fn looking(session: Session) -> AnyView {
    let layers = session.sights.layers;
    let grid = Signal::derive(move || layers.get().grid);
    let pinch = session.sights.pinch_turns;
    let map = Signal::derive(move || session.sights.map.get().unwrap_or_default());
    view! {
        <section class="section">
            <h3>{t!("views-name")}</h3>
            <div class="row">
                <ActionButton session action=Action::Fit />
                <ActionButton session action=Action::FitSelection />
                <ActionButton session action=Action::TurnViewLeft />
                <ActionButton session action=Action::TurnViewRight />
                <ActionButton session action=Action::LevelSelected />
                <ActionButton session action=Action::NorthUp />
            </div>
            <div class="panpad">
                <ActionButton session action=Action::PanUp class="up" />
                <ActionButton session action=Action::PanLeft class="west" />
                <ActionButton session action=Action::PanRight class="east" />
                <ActionButton session action=Action::PanDown class="down" />
            </div>
            {scales(session)}
            {turn(session)}
            {switch("layer-grid", grid, Callback::new(move |on| layers.update(|layers| layers.grid = on)))}
            {switch("layer-pinch", pinch.into(), Callback::new(move |on| pinch.set(on)))}
            {switch("layer-map", map, Callback::new(move |on| session.sights.map.set(Some(on))))}
        </section>
    }
    .into_any()
}

/// The menu of scales, and what they are reckoned by.
fn scales(session: Session) -> AnyView {
    let words = words();
    let one_to = move |n: f64| words.say(&Message::new("scale-one-to").number("n", n, 0));
    let choose = move |event| {
        let chosen: Option<f64> = event_target_value(&event).parse().ok();
        let centre = session.ask(|editor| editor.view().centre);
        if let (Some(n), Some(centre)) = (chosen, centre) {
            session.send(Event::Look(centre, Some(View::scale_of_plan(n))));
            session.teller.say(Message::new("say-scale").number("n", n, 0));
        }
    };
    let now = Memo::new(move |_| in_two_figures(View::scale_of_plan(session.scale.get())));
    let offered = PLANS.map(|n| view! { <option value=n.to_string()>{move || one_to(n)}</option> });
    view! {
        <label class="setting">
            <span>{t!("scale-name")}</span>
            <select data-testid="scale" on:change=choose prop:value=move || {
                // Whatever was chosen, the scale of now is what the closed menu says.
                now.track();
                String::new()
            }>
                <option value="">{move || words.say(&Message::new("scale-now").number("n", now.get(), 0))}</option>
                {offered.collect_view()}
            </select>
        </label>
        <p class="note">{t!("scale-note")}</p>
    }
    .into_any()
}

/// How far the plan is turned, typed or stepped: north is then chosen to the degree.
fn turn(session: Session) -> AnyView {
    let words = words();
    let text = move |key: &'static str| Signal::derive(move || words.say(&Message::new(key)));
    let value = Signal::derive(move || session.sights.view.get().turn.rem_euclid(360.0));
    let set = Callback::new(move |degrees: f64| {
        session.send(Event::TurnView(degrees));
        session.teller.say(match degrees {
            0.0 => Message::new("say-north-up"),
            _ => Message::new("say-view-turned-to").number("n", degrees, 1),
        });
    });
    view! {
        <Stepper name=text("view-turn") unit=text("unit-degrees") measure=Measure::Angle value step=15.0 range=(0.0, 360.0)
            decimals=1 wraps=true icons=("turn-right", "turn-left") set />
    }
    .into_any()
}

/// A number rounded to two figures: 347 is 350.
fn in_two_figures(number: f64) -> f64 {
    let grain = 10_f64.powf(number.max(1.0).log10().floor() - 1.0);
    (number / grain).round() * grain
}

/// What is there: how strongly it is painted, and each kind that this estate has.
fn there(session: Session) -> AnyView {
    let layers = session.sights.layers;
    let has = session.project.with_value(|project| {
        let of = project.estate.features().iter();
        let has_picture = project.underlay().is_some();
        let has: Vec<Part> = of.filter_map(|feature| Part::of(&feature.class)).collect();
        Part::ALL.map(|part| match part {
            Part::Names => true,
            Part::Picture => has_picture,
            part => has.contains(&part),
        })
    });
    let parts: Vec<AnyView> = Part::ALL
        .into_iter()
        .zip(has)
        .filter(|(_, has)| *has)
        .map(|(part, _)| {
            let on = Signal::derive(move || layers.get().shown.has(part));
            let set = move |on| layers.update(|layers| layers.shown = layers.shown.with(part, on));
            switch(part.key(), on, Callback::new(set))
        })
        .collect();
    let percent = move || (layers.get().strength * 100.0).round();
    let fade = move |event| {
        if let Ok(percent) = event_target_value(&event).parse::<f64>() {
            layers.update(|layers| layers.set_strength(percent / 100.0));
        }
    };
    view! {
        <section class="section">
            <h3>{t!("layers-there")}</h3>
            <label class="setting">
                <span>{t!("layer-strength")}</span>
                <input type="range" data-testid="strength" min=(Layers::FAINTEST * 100.0).to_string() max="100" step="5"
                    prop:value=move || percent().to_string() on:input=fade
                    aria-valuetext=move || format!("{}%", percent()) />
            </label>
            {parts}
        </section>
    }
    .into_any()
}

/// What is new by the groups of the catalogue, and the notes.
fn new_things(session: Session) -> AnyView {
    let layers = session.sights.layers;
    let groups: Vec<AnyView> = Group::ALL
        .into_iter()
        .map(|group| {
            let on = Signal::derive(move || layers.get().shows(group));
            let set = move |on| layers.update(|layers| layers.show(group, on));
            switch(group.key(), on, Callback::new(set))
        })
        .collect();
    let notes = Signal::derive(move || layers.get().notes);
    let set_notes = Callback::new(move |on| layers.update(|layers| layers.notes = on));
    view! {
        <section class="section">
            <h3>{t!("layers-new")}</h3>
            {groups}
            {switch("layer-notes", notes, set_notes)}
            <p class="note">{t!("layers-note")}</p>
        </section>
    }
    .into_any()
}

/// One layer: its name, shown or not.
fn switch(key: &'static str, on: Signal<bool>, set: Callback<bool>) -> AnyView {
    let words: Words = words();
    view! {
        <label class="switch">
            <input type="checkbox" role="switch" data-layer=key prop:checked=move || on.get()
                on:change=move |event| set.run(event_target_checked(&event)) />
            <span>{move || words.key(key)}</span>
        </label>
    }
    .into_any()
}
