//! The list of designs, with pictures or as a table: the twin of the map.

use std::sync::Arc;

use leptos::html::Canvas;
use leptos::prelude::*;

use super::found_filters::Going;
use super::map::theme;
use super::order::Order;
use super::state::Desk;
use super::table::Table;
use super::who;
use crate::app::browser::{pace, page, within};
use crate::app::parts::plan_view::SharedLook;
use crate::app::words::{Words, t, words};
use crate::design::Design;
use crate::geometry::{ScreenVec, WorldPt};
use crate::tally::{Drawing, Filter, Received};
use crate::text::Message;

/// Rows that come with the first picture of another choice: those in sight.
const FIRST: usize = 10;
/// Rows that are in the page soon after, and that each press adds.
const PAGE: usize = 40;
/// Rows that come by themselves, then and when the end of the list is in sight: a few a frame, so that nothing halts.
const STEP: usize = 5;
/// The size of a thumbnail in CSS pixels.
const THUMB: ScreenVec = ScreenVec::new(112.0, 84.0);

/// What is asked of the list: the filter, the place, the order.
type Choice = (Filter, Option<WorldPt>, Order);

/// The whole list.
#[component]
pub fn Rows(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let words = words();
    // Another choice begins anew; what is gathered meanwhile takes no rows away.
    let choice = Memo::new(move |_| (desk.filter.get(), desk.here.get(), desk.order.get()));
    let grown = RwSignal::new((choice.get_untracked(), PAGE));
    let limit = move || {
        let (of, rows) = &*grown.read();
        if *of == *choice.read() { *rows } else { FIRST }
    };
    let grow_to = move |rows: usize| {
        let choice = choice.get_untracked();
        grown.update(|grown| *grown = (choice, rows));
    };
    Effect::new(move |_| {
        if limit() == FIRST {
            fill(grown, choice);
        }
    });
    let count = move || desk.shown.read().len();
    // What is chosen elsewhere is found in the list.
    Effect::new(move |_| {
        if let Some(open) = desk.open.get() {
            let at = desk.shown.read().iter().position(|one| one.latest.name == open);
            let least = at.map_or(0, |at| at + 1);
            if least > untrack(limit) {
                grow_to(least);
            }
        }
    });
    let rows = move || {
        let shown = desk.shown.get();
        shown.iter().take(limit()).cloned().collect::<Vec<_>>()
    };
    let all = move || desk.gathering.gathered.read().drawings.len();
    let nothing = move || {
        (count() == 0).then(|| {
            let key = if all() == 0 {
                "desk-empty"
            } else {
                "desk-none-match"
            };
            view! { <p class="nothing">{t!(key)}</p> }
        })
    };
    // Within what scrolls: below it it would always be in sight, and bring every design into the page.
    let more = move || {
        (count() > limit()).then(|| {
            view! {
                <More left=Signal::derive(move || count().saturating_sub(limit()))
                    add=Callback::new(move |rows| grow_to(untrack(limit) + rows)) />
            }
        })
    };
    let picked = move || desk.picked.read().len();
    let said = move || {
        words.say(
            &Message::new("desk-shown-of")
                .with("shown", count())
                .with("count", all()),
        )
    };
    view! {
        <Going desk />
        <div class="listhead">
            <p class="small soft" role="status" data-testid="shown-of">{said}</p>
            {move || (picked() > 0).then(|| view! {
                <span class="small">{move || words.say(&Message::new("desk-picked").with("n", picked()))}</span>
                <button class="button quiet" type="button" on:click=move |_| desk.picked.update(|p| p.clear())>
                    {t!("desk-pick-none")}
                </button>
            })}
            <button class="button quiet" type="button" data-testid="as-table"
                aria-pressed=move || if desk.as_table.get() { "true" } else { "false" }
                on:click=move |_| desk.as_table.update(|table| *table = !*table)>{t!("desk-as-table")}</button>
        </div>
        {move || if desk.as_table.get() {
            view! {
                <div class="rows tabled">
                    <Table desk rows=Signal::derive(rows) />
                    {more}
                </div>
            }.into_any()
        } else {
            view! {
                <ul class="rows" aria-label=t!("desk-list")>
                    <For each=rows key=|drawing| (drawing.latest.name, drawing.older.len()) let:drawing>
                        <Row desk drawing />
                    </For>
                    {move || more().map(|more| view! { <li>{more}</li> })}
                </ul>
            }.into_any()
        }}
        {nothing}
    }
}

/// Adds the rows of a page by and by, once the choice is on the screen.
fn fill(grown: RwSignal<(Choice, usize)>, choice: Memo<Choice>) {
    let step = move || {
        let Some(now) = choice.try_get_untracked() else {
            return;
        };
        let more = grown.try_update(|(of, rows)| {
            let is_same = *of == now;
            *rows = if is_same { *rows } else { FIRST };
            *of = now;
            *rows += STEP;
            *rows < PAGE
        });
        if more == Some(true) {
            fill(grown, choice);
        }
    };
    page::after_paint(step);
}

/// Adds rows when it is pressed, and by itself when it comes into sight.
#[component]
fn More(left: Signal<usize>, add: Callback<usize>) -> impl IntoView {
    let words = words();
    let button = NodeRef::<leptos::html::Button>::new();
    Effect::new(move |_| {
        if let Some(button) = button.get() {
            within::on_seen(&button, move || add.run(STEP));
        }
    });
    view! {
        <button class="button more" type="button" node_ref=button on:click=move |_| add.run(PAGE)>
            {move || words.say(&Message::new("desk-more-rows").with("n", left.get().min(PAGE)))}
        </button>
    }
}

/// The title of a design, or that it has none.
pub fn title_of(words: Words, design: &Design) -> String {
    let title = design.title.trim();
    if title.is_empty() {
        words.key("desk-untitled")
    } else {
        title.to_owned()
    }
}

/// The day of a design as its author's clock said.
pub fn day_of(words: Words, one: &Received) -> String {
    one.day
        .map_or_else(|| words.key("desk-no-date"), |day| day.to_string())
}

#[component]
fn Row(desk: Desk, drawing: Drawing) -> impl IntoView {
    let words = words();
    let one = drawing.latest.clone();
    let name = one.name;
    let older = drawing.older.clone();
    let older_count = older.len();
    let unfolded = RwSignal::new(false);
    let is_unfolded = move || unfolded.get() || desk.unfolded.get();
    let is_open = move || desk.open.get() == Some(name);
    let is_picked = move || desk.picked.read().contains(&name);
    let line = NodeRef::<leptos::html::Li>::new();
    Effect::new(move |_| {
        if let (true, Some(line)) = (is_open(), line.get()) {
            within::bring_into_sight(&line);
        }
    });
    let design = one.design.clone();
    let title = {
        let design = design.clone();
        move || title_of(words, &design)
    };
    let pick = {
        let title = title.clone();
        move || words.say(&Message::new("desk-pick").with("title", title()))
    };
    let who = {
        let one = one.clone();
        move || {
            let by = &one.design.by;
            let told = [
                (!by.alias.is_empty()).then(|| by.alias.clone()),
                (!by.building.is_empty()).then(|| who::building(words, &by.building)),
                (!by.age.is_empty()).then(|| who::age(words, &by.age)),
                (!by.channel.is_empty()).then(|| who::channel(words, &by.channel)),
                Some(day_of(words, &one)),
            ];
            told.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        }
    };
    let has = {
        let design = design.clone();
        move || {
            let things = words.say(&Message::new("desk-things").with("n", design.placements().len()));
            match design.wishes().len() {
                0 => things,
                n => format!(
                    "{things} · {}",
                    words.say(&Message::new("desk-wishes-n").with("n", n))
                ),
            }
        }
    };
    view! {
        <li class="designrow" data-testid="design-row" data-design=name.to_string() node_ref=line
            class:open=is_open class:picked=is_picked>
            <label class="pick">
                <input type="checkbox" aria-label=pick prop:checked=is_picked
                    on:change=move |_| desk.toggle_picked(name) />
            </label>
            <button class="show" type="button" aria-pressed=move || if is_open() { "true" } else { "false" }
                on:click=move |_| desk.toggle_open(name) on:keydown=within::step_among(".designrow .show")>
                <Thumb design=design.clone() />
                <span class="said">
                    <span class="title">{title}</span>
                    <span class="who">{who}</span>
                    <span class="has">{has}</span>
                </span>
            </button>
            {(older_count > 0).then(|| view! {
                <button class="button small older" type="button" data-testid="unfold"
                    aria-expanded=move || if is_unfolded() { "true" } else { "false" }
                    on:click=move |_| unfolded.update(|open| *open = !*open)>
                    {move || words.say(&Message::new("desk-older").with("n", older_count))}
                </button>
            })}
            {move || (older_count > 0 && is_unfolded()).then(|| view! {
                <ul class="versions">
                    {older.iter().map(|one| view! { <Older desk one=one.clone() /> }).collect_view()}
                </ul>
            })}
        </li>
    }
}

#[component]
fn Older(desk: Desk, one: Arc<Received>) -> impl IntoView {
    let words = words();
    let name = one.name;
    let drawn = move || match one.design.drawn.as_str() {
        "" => words.key("desk-no-date"),
        drawn => drawn.to_owned(),
    };
    let said = {
        let drawn = drawn.clone();
        move || words.say(&Message::new("desk-older-of").with("drawn", drawn()))
    };
    let pick = move || words.say(&Message::new("desk-pick-older").with("drawn", drawn()));
    view! {
        <li>
            <label class="pick">
                <input type="checkbox" aria-label=pick prop:checked=move || desk.picked.read().contains(&name)
                    on:change=move |_| desk.toggle_picked(name) />
            </label>
            <button class="button quiet" type="button"
                aria-pressed=move || if desk.open.get() == Some(name) { "true" } else { "false" }
                on:click=move |_| desk.toggle_open(name)>{said}</button>
        </li>
    }
}

/// A small picture, painted when it comes into sight.
#[component]
fn Thumb(design: Arc<Design>) -> impl IntoView {
    let canvas = NodeRef::<Canvas>::new();
    let look = use_context::<SharedLook>();
    let theme = theme();
    let seen = RwSignal::new(false);
    Effect::new(move |_| {
        if let Some(canvas) = canvas.get() {
            within::on_seen(&canvas, move || seen.set(true));
        }
    });
    Effect::new(move |_| {
        let theme = theme.get();
        if let (true, Some(canvas), Some(look)) = (seen.get(), canvas.get(), look) {
            let design = design.clone();
            pace::soon(move || {
                // Scrolled away and gone, it is painted for nobody.
                if canvas.is_connected() {
                    look.get().thumbnail(&canvas, &design, THUMB, &theme);
                }
            });
        }
    });
    view! { <canvas class="thumb" node_ref=canvas width="112" height="84" aria-hidden="true"></canvas> }
}
