//! Tracing: things drawn by their points, as from the picture underneath.

use leptos::prelude::*;

use super::state::{Setup, Tool};
use crate::app::browser::elements;
use crate::app::words::{t, words};
use crate::estate::{BuildingUse, Shape};
use crate::geometry::WorldPt;
use crate::setup::{Change, What};
use crate::text::Message;

/// What is traced first as a rule.
const FIRST: What = What::Building(BuildingUse::Dwelling);

/// Whether one press puts a thing of that sort: it is a place and nothing more.
pub fn is_one_place(what: What) -> bool {
    what.takes(&Shape::Point(WorldPt::default()))
}

/// The part of the panel.
#[component]
pub fn Trace(
    /// The set-up.
    setup: Setup,
) -> impl IntoView {
    let words = words();
    let what = RwSignal::new(FIRST);
    let is_on = move || matches!(setup.tool.get(), Tool::Trace(_));
    let stop = move || {
        setup.tool.set(Tool::Choose);
        setup.corners.set(Vec::new());
    };
    let picked = move |event| {
        if let Some(one) = What::from_word(&elements::value_of(&event)) {
            what.set(one);
            if is_on() {
                setup.corners.set(Vec::new());
                setup.tool.set(Tool::Trace(one));
            }
        }
    };
    let done = move |_| {
        let one = what.get_untracked();
        let change = Change::Trace(one, setup.corners.get_untracked());
        if setup.apply(&change, Message::new("setup-doors-put").with("what", one.name())) {
            // What was traced is chosen, so that its name and storeys can be said at once.
            let last = setup.history.with_untracked(|history| {
                history
                    .now()
                    .estate
                    .features()
                    .last()
                    .map(|thing| thing.id.clone())
            });
            setup.chosen.set(last.into_iter().collect());
            setup.corners.set(Vec::new());
        }
    };
    let back = move |_| {
        setup.corners.update(|corners| {
            corners.pop();
        });
    };
    let said = move || match is_one_place(what.get()) {
        true => words.key("trace-each-press"),
        false => words.say(&Message::new("trace-corners").with("n", setup.corners.read().len())),
    };
    view! {
        <fieldset class="stack" data-testid="setup-trace">
            <legend class="label">{t!("trace-title")}</legend>
            <p class="small soft">{t!("trace-lead")}</p>
            <label class="setting wide"><span>{t!("trace-what")}</span>
                <select class="field" data-testid="setup-trace-what" on:change=picked>
                    {What::all().map(|one| view! {
                        <option value=one.word() selected=one == FIRST>{move || words.say(&one.name())}</option>
                    }).collect_view()}
                </select></label>
            {move || if is_on() {
                let is_drawn = move || !is_one_place(what.get());
                view! {
                    <p role="status" data-testid="setup-trace-said">{said}</p>
                    <div class="actions">
                        {move || is_drawn().then(|| view! {
                            <button class="button main" type="button" data-testid="setup-trace-done"
                                disabled=move || setup.corners.read().len() < 2 on:click=done>{t!("trace-done")}</button>
                            <button class="button" type="button" disabled=move || setup.corners.read().is_empty()
                                on:click=back>{t!("trace-back")}</button>
                        })}
                        <button class="button quiet" type="button" data-testid="setup-trace-stop"
                            on:click=move |_| stop()>{t!("trace-stop")}</button>
                    </div>
                }.into_any()
            } else {
                view! {
                    <button class="button" type="button" data-testid="setup-trace-begin"
                        on:click=move |_| { setup.corners.set(Vec::new()); setup.tool.set(Tool::Trace(what.get_untracked())); }>
                        {t!("trace-begin")}</button>
                }.into_any()
            }}
        </fieldset>
    }
}
