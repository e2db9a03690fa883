//! The list of designs as a table: a line a design, a column a fact. The head of a column puts the lines into its order.

use leptos::prelude::*;

use super::order::Column;
use super::rows::{day_of, title_of};
use super::state::Desk;
use super::who;
use crate::app::browser::within;
use crate::app::parts::Icon;
use crate::app::words::{Words, t, words};
use crate::tally::Drawing;
use crate::text::Message;

/// The whole table.
#[component]
pub fn Table(
    /// The desk.
    desk: Desk,
    /// The drawings that are in the page.
    #[prop(into)]
    rows: Signal<Vec<Drawing>>,
) -> impl IntoView {
    view! {
        <table class="designtable" aria-label=t!("desk-list")>
            <thead>
                <tr>
                    <td></td>
                    {Column::ALL.map(|column| view! { <Head desk column /> }).collect_view()}
                </tr>
            </thead>
            <tbody>
                <For each=move || rows.get() key=|drawing| (drawing.latest.name, drawing.older.len()) let:drawing>
                    <Line desk drawing />
                </For>
            </tbody>
        </table>
    }
}

/// The head of a column: pressed, the lines are in its order; pressed again, from the other end.
#[component]
fn Head(desk: Desk, column: Column) -> impl IntoView {
    let sorted = move || {
        let order = desk.order.get();
        (order.by == column).then(|| order.rises())
    };
    let said = move || {
        sorted().map(|rises| match rises {
            true => "ascending",
            false => "descending",
        })
    };
    view! {
        <th scope="col" aria-sort=said>
            <button type="button" data-column=column.word()
                on:click=move |_| desk.order.update(|order| *order = order.pressed(column))>
                {t!(column.key())}
                {move || sorted().map(|rises| view! { <Icon name=if rises { "arrow-up" } else { "arrow-down" } /> })}
            </button>
        </th>
    }
}

/// What a column says of a drawing.
fn cell(words: Words, column: Column, drawing: &Drawing) -> String {
    let design = &drawing.latest.design;
    let if_said = |text: &str, name: fn(Words, &str) -> String| match text {
        "" => String::new(),
        text => name(words, text),
    };
    match column {
        Column::Title => title_of(words, design),
        Column::Building => if_said(&design.by.building, who::building),
        Column::Age => if_said(&design.by.age, who::age),
        Column::Channel => if_said(&design.by.channel, who::channel),
        Column::Day => day_of(words, &drawing.latest),
        Column::Things => design.placements().len().to_string(),
        Column::Wishes => design.wishes().len().to_string(),
        Column::Versions => (drawing.older.len() + 1).to_string(),
    }
}

#[component]
fn Line(desk: Desk, drawing: Drawing) -> impl IntoView {
    let words = words();
    let name = drawing.latest.name;
    let is_open = move || desk.open.get() == Some(name);
    let is_picked = move || desk.picked.read().contains(&name);
    let line = NodeRef::<leptos::html::Tr>::new();
    Effect::new(move |_| {
        if let (true, Some(line)) = (is_open(), line.get()) {
            within::bring_into_sight(&line);
        }
    });
    let drawing = StoredValue::new(drawing);
    let said = move |column| drawing.with_value(|drawing| cell(words, column, drawing));
    let pick = move || words.say(&Message::new("desk-pick").with("title", said(Column::Title)));
    let [title, others @ ..] = Column::ALL;
    view! {
        <tr data-testid="design-row" data-design=name.to_string() node_ref=line class:open=is_open class:picked=is_picked>
            <td>
                <label class="pick">
                    <input type="checkbox" aria-label=pick prop:checked=is_picked
                        on:change=move |_| desk.toggle_picked(name) />
                </label>
            </td>
            <th scope="row">
                <button class="show" type="button" aria-pressed=move || if is_open() { "true" } else { "false" }
                    on:click=move |_| desk.toggle_open(name) on:keydown=within::step_among(".designtable .show")>
                    {move || said(title)}
                </button>
            </th>
            {others.map(|column| view! { <td data-column=column.word()>{move || said(column)}</td> }).collect_view()}
        </tr>
    }
}
