//! 意见采纳情况表: how much of what people proposed is adopted, to be printed and posted.

use leptos::prelude::*;

use super::answering::topic_name;
use super::state::Desk;
use crate::agreement::shown_count;
use crate::app::browser::page;
use crate::app::parts::Icon;
use crate::app::words::{Words, t, words};
use crate::project::in_language;
use crate::report::{AdoptionRow, adoption};
use crate::submission::Decision;
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
    let sum = move || {
        let mut by = [0; 4];
        rows.read()
            .iter()
            .for_each(|row| by.iter_mut().zip(row.by).for_each(|(sum, n)| *sum += n));
        AdoptionRow {
            kind: None,
            topic: String::new(),
            all: by.iter().sum(),
            by,
        }
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
                <tbody>
                    {move || rows.get().into_iter().map(|row| line(&row, name_of(words, &row), posted.get())).collect_view()}
                    {move || line(&sum(), words.key("adoption-sum"), false)}
                </tbody>
            </table>
            <p class="small soft">{t!("adoption-note")}</p>
        </section>
    }
}

fn name_of(words: Words, row: &AdoptionRow) -> String {
    match &row.kind {
        Some(kind) => words.kind(kind),
        None => words.say(&Message::new("adoption-wishes").with("topic", topic_name(words, &row.topic))),
    }
}

fn line(row: &AdoptionRow, name: String, posted: bool) -> AnyView {
    let said = move |n: usize| if posted { shown_count(n) } else { n.to_string() };
    view! {
        <tr data-testid="adoption-row">
            <th scope="row">{name}</th>
            <td class="n">{said(row.all)}</td>
            {row.by.map(|n| view! { <td class="n">{said(n)}</td> })}
        </tr>
    }
    .into_any()
}
