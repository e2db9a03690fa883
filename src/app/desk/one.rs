//! One design: who drew it, what it gives, every thing of it in words.

use std::sync::Arc;

use leptos::prelude::*;

use super::answer_of::AnswerOf;
use super::chosen::ThingButton;
use super::contact::ContactOf;
use super::rows::{day_of, title_of};
use super::state::Desk;
use super::who;
use crate::app::browser::page;
use crate::app::parts::Icon;
use crate::app::parts::balance::{Balance, figures};
use crate::app::parts::save_as::{SaveAs, Saved};
use crate::app::words::{t, words};
use crate::design::{Placement, stored};
use crate::rules::{rules_said, said, stated_rules};
use crate::submission::Subject;
use crate::tally::Received;
use crate::text::Message;

/// The card of one design, below the map: everything that the map shows, without the map.
#[component]
pub fn OneDesign(
    /// The desk.
    desk: Desk,
    /// The design.
    one: Arc<Received>,
) -> impl IntoView {
    let words = words();
    let project = desk.project.get_value();
    let totals = desk.totals(one.name, &one.design);
    let budget = project.file.budget;
    let design = one.design.clone();
    let title = Signal::derive({
        let design = design.clone();
        move || title_of(words, &design)
    });
    let by = {
        let one = one.clone();
        move || {
            let by = &one.design.by;
            let building = (!by.building.is_empty()).then(|| who::building(words, &by.building));
            let age = (!by.age.is_empty()).then(|| who::age(words, &by.age));
            let alias = (!by.alias.is_empty()).then(|| by.alias.clone());
            let channel = (!by.channel.is_empty()).then(|| who::channel(words, &by.channel));
            [alias, building, age, channel, Some(day_of(words, &one))]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" · ")
        }
    };
    let name = one.name;
    let thing = move |thing: &Arc<Placement>| {
        let sentence = said(&project, thing);
        let kind = thing.kind.clone();
        let note = (!thing.note.is_empty()).then(|| thing.note.to_string());
        view! {
            <li data-testid="object" data-id=thing.id.to_string() data-kind=kind.to_string()>
                <ThingButton desk thing=thing.clone() />
                <span class="place">{move || words.say(&sentence)}</span>
                <AnswerOf desk design=name subject=Subject::Thing(thing.id.to_string()) />
                {note.map(|note| view! {
                    <span class="small">{move || words.say(&Message::new("desk-one-note").with("note", note.as_str()))}</span>
                })}
            </li>
        }
    };
    let saved = {
        let one = one.clone();
        Callback::new(move |()| Saved {
            design: stored::write(&one.design),
            name: Some(one.name),
            stem: one.name.receipt().to_string(),
        })
    };
    let repairs = one.repairs.len();
    let link = draw_link(&one);
    view! {
        <article class="onedesign" data-testid="one-design" aria-label=move || title.get()>
            <header>
                <h2>{move || title.get()}</h2>
                <a class="button" href=link>{t!("desk-one-open")}</a>
                <button class="button icon-only quiet" type="button" aria-label=t!("desk-one-close")
                    on:click=move |_| desk.open.set(None)><Icon name="cancel" /></button>
            </header>
            <p class="soft">{by}</p>
            <ContactOf desk one=one.clone() />
            <p class="small soft">{t!("desk-one-receipt")}" "<code>{one.name.receipt().to_string()}</code></p>
            // What who runs the host looks for, to give it out or to delete it.
            <p class="small soft">{t!("desk-one-file")}" "<code data-testid="design-file">{format!("designs/{}.json", one.name)}</code></p>
            <Balance figures=Signal::stored(figures(&totals, budget)) />
            <p class="small soft">{t!("wall-estimate")}</p>
            {(repairs > 0).then(|| view! {
                <p class="small">{move || words.say(&Message::new("desk-repairs").with("n", repairs))}</p>
            })}
            {stated_rules(&design).map(|choice| rules_said(&choice).into_iter().map(|said| view! {
                <p class="small" data-testid="rules-stated">{move || words.say(&said)}</p>
            }).collect_view())}
            <details data-testid="desk-save-as">
                <summary>{t!("save-as-title")}</summary>
                <SaveAs what=saved />
            </details>
            <h3>{t!("desk-one-objects")}</h3>
            <ol class="things">{design.placements().iter().map(thing).collect_view()}</ol>
            {(!design.wishes().is_empty()).then(|| view! {
                <h3>{t!("desk-tab-wishes")}</h3>
                <ul class="wishes">
                    {design.wishes().iter().map(|wish| view! {
                        <li>{wish.text.clone()}<AnswerOf desk design=name subject=Subject::Wish(wish.id.as_str().to_owned()) /></li>
                    }).collect_view()}
                </ul>
            })}
        </article>
    }
}

/// The address of a design on the drawing page: the same page and project, another view.
fn draw_link(one: &Received) -> String {
    let (address, _) = crate::app::address::Address::read(&page::query());
    let project = address
        .project
        .map(|project| format!("&project={project}"))
        .unwrap_or_default();
    format!("?view=draw{project}&design=designs/{}.json", one.name)
}
