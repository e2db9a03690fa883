//! Gates and stair doors: pressed on the map, counted, and taken away from a list.

use leptos::prelude::*;

use super::state::{Setup, Tool};
use crate::app::words::{t, words};
use crate::estate::{Class, GateUse};
use crate::setup::{Change, What};
use crate::text::Message;

/// What a press can put, with its key and its word in the page.
const TOOLS: [(Tool, &str, &str); 4] = [
    (Tool::Choose, "setup-doors-look", "none"),
    (Tool::Gate(GateUse::Vehicle), "setup-doors-gate", "gate"),
    (Tool::Gate(GateUse::Foot), "setup-doors-foot", "foot"),
    (Tool::Door, "setup-doors-door", "door"),
];

/// The panel.
#[component]
pub fn Doors(
    /// The set-up.
    setup: Setup,
) -> impl IntoView {
    let words = words();
    let counts = move || {
        let of = |is: fn(&Class) -> bool| {
            setup.history.with(|history| {
                history
                    .now()
                    .estate
                    .features()
                    .iter()
                    .filter(|thing| is(&thing.class))
                    .count()
            })
        };
        let said = Message::new("setup-doors-counts")
            .with(
                "vehicle",
                of(|class| {
                    matches!(
                        class,
                        Class::Gate {
                            usage: GateUse::Vehicle
                        }
                    )
                }),
            )
            .with(
                "foot",
                of(|class| matches!(class, Class::Gate { usage: GateUse::Foot })),
            )
            .with("doors", of(|class| matches!(class, Class::Door { .. })));
        words.say(&said)
    };
    view! {
        <p class="soft">{t!("setup-doors-lead")}</p>
        <fieldset>
            <legend class="label">{t!("setup-doors-mode")}</legend>
            <div class="chips">
                {TOOLS.map(|(tool, key, word)| view! {
                    <button class="button" type="button" data-tool=word
                        aria-pressed=move || if setup.tool.get() == tool { "true" } else { "false" }
                        on:click=move |_| setup.tool.set(tool)>{move || words.key(key)}</button>
                })}
            </div>
        </fieldset>
        <p role="status" data-testid="setup-doors-counts">{counts}</p>
        {list(setup)}
    }
}

fn list(setup: Setup) -> AnyView {
    let words = words();
    let rows = move || {
        let draft = setup.draft();
        let things = draft
            .estate
            .features()
            .iter()
            .filter(|thing| matches!(thing.class, Class::Gate { .. } | Class::Door { .. }));
        let row = |thing: &std::sync::Arc<crate::estate::Feature>| {
            let id = thing.id.clone();
            let house = match &thing.class {
                Class::Door {
                    building: Some(building),
                    ..
                } => draft.thing(building).map(|house| house.name.clone()),
                _ => None,
            };
            let stair = match &thing.class {
                Class::Door {
                    stair: Some(stair), ..
                } => stair.clone(),
                _ => id.as_str().to_owned(),
            };
            let name = match house.filter(|name| !name.is_empty()) {
                Some(house) => format!("{house}-{stair}"),
                None => stair,
            };
            let said = Message::new("setup-thing-named")
                .with("what", What::of(&thing.class).name())
                .with("name", name);
            let (shown, remove) = (said.clone(), id.clone());
            view! {
                <li class="thingrow">
                    <button class="button quiet name" type="button"
                        on:click=move |_| setup.chosen.set(vec![id.clone()])>{move || words.say(&shown)}</button>
                    <button class="button quiet" type="button"
                        aria-label=move || format!("{} {}", words.key("setup-remove"), words.say(&said))
                        on:click=move |_| {
                            let gone = Message::new("setup-removed").with("n", 1_usize);
                            setup.apply(&Change::Remove(vec![remove.clone()]), gone);
                        }>{t!("setup-remove")}</button>
                </li>
            }
        };
        things.map(row).collect_view()
    };
    view! { <ul class="thinglist" aria-label=t!("setup-doors-list")>{rows}</ul> }.into_any()
}
