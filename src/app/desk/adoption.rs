//! 意见采纳情况表: how much of what people proposed is adopted, to be printed and posted.

use leptos::prelude::*;

use super::answering::topic_name;
use super::state::Desk;
use crate::agreement::{Known, OTHER};
use crate::app::browser::page;
use crate::app::parts::Icon;
use crate::app::words::{Words, t, words};
use crate::project::in_language;
use crate::report::{AdoptionRow, adoption, known_adoption, raw_adoption, shown_adoption};
use crate::submission::Decision;
use crate::tally::ShownCount;
use crate::text::Message;

/// The table with its button.
#[component]
pub fn Adoption(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let words = words();
    // What is posted says no count that could point at somebody.
    let posted = RwSignal::new(true);
    let rows = Memo::new(move |_| adoption(desk.shown.get().iter(), |name| desk.answers.whole(name)));
    let project = move || {
        desk.project
            .with_value(|project| in_language(&project.file.title, words.lang()).to_owned())
    };
    let caption = move || {
        let designs = desk.shown.read().len();
        words.say(
            &Message::new("adoption-caption")
                .with("project", project())
                .with("n", designs),
        )
    };
    let lines = move || {
        let rows = rows.get();
        match posted.get() {
            true => desk.project.with_value(|project| {
                let rows = known_adoption(&Known::of(project), &rows);
                let shown = shown_adoption(&rows);
                (rows, shown)
            }),
            false => {
                let raw = raw_adoption(&rows);
                (rows, raw)
            }
        }
    };
    let body = move || {
        let (rows, counts) = lines();
        let names = rows.iter().map(|row| name_of(words, row));
        let names = names.chain([words.key("adoption-sum")]);
        names
            .zip(counts)
            .map(|(name, counts)| line(words, name, counts))
            .collect_view()
    };
    view! {
        <section class="adoption" data-testid="adoption">
            <h2>{t!("adoption-title")}</h2>
            <div class="row noprint">
                <label class="button toggle"><input type="checkbox" prop:checked=move || posted.get()
                    on:change=move |event| posted.set(event_target_checked(&event)) />{t!("adoption-hide")}</label>
                <button class="button" type="button" data-testid="adoption-print" on:click=move |_| page::print()>
                    <Icon name="save" />{t!("adoption-print")}</button>
            </div>
            <table>
                <caption>{caption}</caption>
                <thead><tr>
                    <th scope="col">{t!("adoption-what")}</th>
                    <th scope="col" class="n">{t!("adoption-all")}</th>
                    {Decision::ALL.map(|one| view! { <th scope="col" class="n">{one.sign()}" "{move || words.key(one.key())}</th> })}
                </tr></thead>
                <tbody>{body}</tbody>
            </table>
            <p class="small soft">{t!("adoption-note")}</p>
        </section>
    }
}

fn name_of(words: Words, row: &AdoptionRow) -> String {
    match &row.kind {
        Some(kind) if kind.as_str() == OTHER => words.key("shown-other"),
        Some(kind) => words.kind(kind),
        None => words.say(&Message::new("adoption-wishes").with("topic", topic_name(words, &row.topic))),
    }
}

fn line(words: Words, name: String, counts: [ShownCount; 5]) -> AnyView {
    let said = move |count| words.say(&Message::new("words-as-is").with("text", count));
    view! {
        <tr data-testid="adoption-row">
            <th scope="row">{name}</th>
            {counts.map(|count| view! { <td class="n">{said(count)}</td> })}
        </tr>
    }
    .into_any()
}
