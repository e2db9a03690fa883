//! "Wishes": by topic or by likeness of their words, each with its original, and which of them a plan meets.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::answering::topic_name;
use super::places::place_said;
use super::state::Desk;
use super::study::{Alike, Kept};
use crate::agreement::{Met, WishGroup, met_by};
use crate::app::words::{Words, t, words};
use crate::design::Design;
use crate::tally::{WishLine, wish_lines};
use crate::text::Message;

/// So many wishes are put into the page at once, and as many more whenever they are asked for.
const WISHES_AT_ONCE: usize = 500;
/// So many groups are; each has all its originals.
const GROUPS_AT_ONCE: usize = 200;

/// The whole tab.
#[component]
pub fn WishTable(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let by_likeness = RwSignal::new(false);
    let all = Memo::new(move |_| Kept::of(wish_lines(desk.shown.get().iter())));
    let topic = RwSignal::new(None::<String>);
    let wishes = Memo::new(move |_| {
        let Kept(all) = all.get();
        match topic.get() {
            None => Kept(all),
            Some(topic) => Kept::of(all.iter().filter(|line| line.topic == topic).cloned().collect()),
        }
    });
    let plan = Memo::new(move |_| Held(plan_held(desk)));
    Effect::new(move |_| {
        if by_likeness.get() {
            desk.studying.bring_together(wishes.get());
        }
    });
    let alike_now = move || {
        desk.study
            .alike
            .get()
            .filter(|alike| alike.0.lines == wishes.get())
    };
    let none = move || wishes.read().0.is_empty();
    view! {
        <div class="tablebox" data-testid="wishes">
            <h2>{t!("desk-wishes-caption")}</h2>
            <label class="button toggle"><input type="checkbox" data-testid="wishes-alike" prop:checked=move || by_likeness.get()
                on:change=move |event| by_likeness.set(event_target_checked(&event)) />{t!("wishes-alike")}</label>
            {move || topics(&all.get().0, topic)}
            {move || meeting(&wishes.get().0, plan.get().0.as_deref())}
            {move || match by_likeness.get() {
                true => match alike_now() {
                    Some(found) => alike(desk, &found.0, plan.get().0),
                    None => view! { <p class="small" role="status">{t!("wishes-grouping")}</p> }.into_any(),
                },
                false => by_topic(desk, &wishes.get().0, plan.get().0),
            }}
            {move || none().then(|| view! { <p class="nothing">{t!("desk-wishes-none")}</p> })}
        </div>
    }
}

/// One topic of those that there are, or all, each with how many wishes it has.
fn topics(lines: &[WishLine], chosen: RwSignal<Option<String>>) -> AnyView {
    let words = words();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for line in lines {
        *counts.entry(&line.topic).or_default() += 1;
    }
    let option = |(topic, n): (&str, usize)| {
        let value = topic.to_owned();
        let said = Message::new("wishes-topic-n")
            .with("topic", topic_name(words, topic))
            .with("n", n);
        let is_chosen = {
            let topic = value.clone();
            move || chosen.get().as_ref() == Some(&topic)
        };
        view! { <option value=format!("={value}") selected=is_chosen>{words.say(&said)}</option> }
    };
    let all = Message::new("wishes-topic-n")
        .with("topic", words.key("wishes-topic-all"))
        .with("n", lines.len());
    // What stands before a topic tells one without a name from all of them.
    let choose = move |event| chosen.set(event_target_value(&event).strip_prefix('=').map(str::to_owned));
    view! {
        <label class="setting"><span>{words.key("wishes-topic")}</span>
            <select class="field" data-testid="wishes-topic" on:change=choose>
                <option value="" selected=move || chosen.read().is_none()>{words.say(&all)}</option>
                {counts.into_iter().map(option).collect_view()}
            </select></label>
    }
    .into_any()
}

#[derive(Clone)]
struct Held(Option<Arc<Design>>);

impl PartialEq for Held {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(own), Some(other)) => Arc::ptr_eq(own, other),
            (own, other) => own.is_none() && other.is_none(),
        }
    }
}

/// The plan that wishes are held against: the one on the map, else the one that is answered by.
fn plan_held(desk: Desk) -> Option<Arc<Design>> {
    let open = desk.open.get().and_then(|name| desk.received(name));
    let open = open.map(|one| one.design.clone());
    open.or_else(|| desk.previewed.get())
        .or_else(|| desk.answers.plan.get())
}

/// How many wishes a plan meets; without a plan, how to choose one.
fn meeting(lines: &[WishLine], plan: Option<&Design>) -> AnyView {
    let words = words();
    let Some(plan) = plan else {
        return view! { <p class="small soft">{words.key("wishes-no-plan")}</p> }.into_any();
    };
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for line in lines {
        *counts
            .entry(met_by(plan, &line.text, line.at).word())
            .or_default() += 1;
    }
    let count = |word: &str| counts.get(word).copied().unwrap_or_default();
    let said = Message::new("wishes-met")
        .with("title", plan.title.as_str())
        .with("yes", count("yes"))
        .with("elsewhere", count("elsewhere"))
        .with("no", count("no"))
        .with("unclear", count("unclear"));
    view! {
        <p role="status" data-testid="wishes-met"><strong>{words.say(&said)}</strong></p>
        <p class="small soft">{words.key("wishes-met-how")}</p>
    }
    .into_any()
}

/// The sign and word of how a plan stands to a wish.
fn met_said(words: Words, met: &Met) -> String {
    let (sign, key) = match met {
        Met::Yes(_) => ("✓", "wish-met-yes"),
        Met::Elsewhere(_) => ("◐", "wish-met-elsewhere"),
        Met::No => ("✕", "wish-met-no"),
        Met::Unclear => ("?", "wish-met-unclear"),
    };
    format!("{sign} {}", words.key(key))
}

fn row(desk: Desk, words: Words, line: &WishLine, plan: Option<&Design>) -> AnyView {
    let name = line.design;
    let met = plan.map(|plan| met_by(plan, &line.text, line.at));
    let word = met.as_ref().map(Met::word);
    let said =
        met.map(|met| view! { <span class="small" data-testid="wish-met">{met_said(words, &met)}</span> });
    let place = line.at.map(|at| {
        let place = words.say(&place_said(desk, at));
        view! { <span class="small place" data-testid="wish-place">{place}</span> }
    });
    view! {
        <li data-testid="wish-row" data-met=word>
            <span class="topic">{topic_name(words, &line.topic)}</span>
            <p>{line.text.clone()}" "{place}</p>
            {said}
            <button class="button quiet small" type="button" on:click=move |_| desk.open.set(Some(name))>
                {words.key("desk-wishes-show")}
            </button>
        </li>
    }
    .into_any()
}

fn by_topic(desk: Desk, lines: &[WishLine], plan: Option<Arc<Design>>) -> AnyView {
    let words = words();
    let row = {
        let lines = lines.to_vec();
        move |at: usize| lines.get(at).map(|line| row(desk, words, line, plan.as_deref()))
    };
    a_part(words, lines.len(), WISHES_AT_ONCE, "wishrows", row)
}

/// The first of many rows, and a button for as many more.
fn a_part(
    words: Words,
    all: usize,
    at_once: usize,
    class: &'static str,
    row: impl Fn(usize) -> Option<AnyView> + Clone + Send + Sync + 'static,
) -> AnyView {
    let shown = RwSignal::new(at_once);
    let left = move || all.saturating_sub(shown.get());
    let more = move || {
        words.say(
            &Message::new("wishes-more")
                .with("n", left().min(at_once))
                .with("left", left()),
        )
    };
    view! {
        <ul class=class>
            <For each=move || 0..shown.get().min(all) key=|at| *at let:at>{row(at)}</For>
        </ul>
        {move || (left() > 0).then(|| view! {
            <button class="button more" type="button" data-testid="wishes-more"
                on:click=move |_| shown.update(|n| *n += at_once)>{more}</button>
        })}
    }
    .into_any()
}

fn alike(desk: Desk, found: &Alike, plan: Option<Arc<Design>>) -> AnyView {
    let words = words();
    let (lines, groups) = (&found.lines.0, &found.groups);
    let several = groups.iter().filter(|group| group.wishes.len() > 1).count();
    let said = Message::new("wishes-groups")
        .with("n", lines.len())
        .with("groups", groups.len())
        .with("several", several);
    let card = {
        let (lines, groups) = (lines.clone(), groups.clone());
        move |at: usize| {
            let group = groups.get(at)?.clone();
            Some(group_card(desk, lines.clone(), group, plan.clone()))
        }
    };
    let cards = a_part(words, groups.len(), GROUPS_AT_ONCE, "wishgroups", card);
    view! {
        <p class="small soft">{words.say(&said)}</p>
        {cards}
    }
    .into_any()
}

/// A group: what it is called by, how many, and every original once it is opened.
fn group_card(desk: Desk, lines: Arc<Vec<WishLine>>, group: WishGroup, plan: Option<Arc<Design>>) -> AnyView {
    let words = words();
    let count = group.wishes.len();
    let typical = lines
        .get(group.typical)
        .map(|line| line.text.clone())
        .unwrap_or_default();
    let said = Message::new("wishes-group")
        .with("text", typical)
        .with("n", count);
    let open = RwSignal::new(false);
    let originals = move || {
        let of = |at: &usize| lines.get(*at).map(|line| row(desk, words, line, plan.as_deref()));
        view! { <ul class="wishrows">{group.wishes.iter().filter_map(of).collect_view()}</ul> }
    };
    view! {
        <li data-testid="wish-group" data-wishes=count>
            <details on:toggle=move |_| open.set(true)><summary>{words.say(&said)}</summary>
                {move || open.get().then(&originals)}</details>
        </li>
    }
    .into_any()
}
