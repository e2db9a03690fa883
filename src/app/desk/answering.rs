//! "Answer": many at once with templates, the table of what is adopted, and publishing.

use std::collections::BTreeMap;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::adoption::Adoption;
use super::bulk::{Bulk, What};
use super::publishing::Publish;
use super::state::Desk;
use super::works::works_form;
use crate::agreement::Verdict;
use crate::app::browser::gather::a_few_at_a_time;
use crate::app::browser::publish;
use crate::app::words::{Words, t, words};
use crate::catalogue::KindId;
use crate::design::stored::DesignName;
use crate::submission::Decision;
use crate::tally::{kind_counts, wish_lines};
use crate::text::{Lang, Message, say};

/// Replies that are read when the tab is opened; those of further designs are read when they are published.
const MOST_READ: usize = 2_000;
/// The reasons that are offered, each in every language.
const TEMPLATES: [&str; 8] = [
    "template-adopted",
    "template-adopted-near",
    "template-elsewhere",
    "template-rule",
    "template-budget",
    "template-few",
    "template-owner",
    "template-open",
];

/// The whole tab.
#[component]
pub fn Answering(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    read_published(desk);
    view! {
        <div class="tablebox" data-testid="answer">
            {move || match desk.reads_only.get() {
                true => view! { <p class="soft noprint" data-testid="reads-only">{t!("refusal-read-only")}</p> }.into_any(),
                false => view! {
                    <section class="noprint">
                        <p class="soft">{t!("answer-lead")}</p>
                        {by_plan(desk)}
                        {bulk_form(desk)}
                        {works_form(desk)}
                        <Publish desk />
                    </section>
                }
                .into_any(),
            }}
            <Adoption desk />
        </div>
    }
}

/// Reads what is published of the designs shown, once each.
fn read_published(desk: Desk) {
    Effect::new(move |_| {
        let asked = desk.answers.asked.get_untracked();
        let names = desk.shown.get();
        let new: Vec<DesignName> = names
            .iter()
            .map(|one| one.latest.name)
            .filter(|name| !asked.contains(name))
            .take(MOST_READ)
            .collect();
        desk.answers
            .asked
            .update_untracked(|asked| asked.extend(new.iter().copied()));
        let base = desk.base.get_value();
        spawn_local(a_few_at_a_time(new, move |name| {
            let base = base.clone();
            async move {
                if let Ok(Some((reply, _))) = publish::read(&base, &name).await {
                    desk.answers.published.try_update(|all| all.insert(name, reply));
                }
            }
        }));
    });
}

/// A sentence in every language, as replies hold it.
pub fn in_all(key: &'static str) -> BTreeMap<String, String> {
    Lang::ALL
        .map(|lang| (lang.tag().to_owned(), say(lang, &Message::new(key))))
        .into()
}

fn by_plan(desk: Desk) -> AnyView {
    let words = words();
    let done = RwSignal::new(None::<usize>);
    let propose = move |_| {
        if let Some(plan) = desk.answers.plan.get_untracked() {
            let reason = |verdict| {
                in_all(match verdict {
                    Verdict::Adopted => "template-adopted",
                    Verdict::Partly => "template-elsewhere",
                    Verdict::Declined => "template-few",
                })
            };
            done.set(Some(desk.answers.propose(
                desk.shown.get_untracked().iter(),
                &plan,
                reason,
            )));
        }
    };
    let take_open = move |_| {
        let open = desk.open.get_untracked().and_then(|name| desk.received(name));
        desk.answers.plan.set(open.map(|one| one.design.clone()));
    };
    let plan = move || match desk.answers.plan.get() {
        Some(plan) => words.say(
            &Message::new("answer-plan")
                .with("title", plan.title.as_str())
                .with("n", plan.placements().len()),
        ),
        None => words.key("answer-plan-none"),
    };
    view! {
        <h2>{t!("answer-by-plan")}</h2>
        <p class="small">{plan}</p>
        <div class="row">
            {move || desk.open.get().map(|_| view! {
                <button class="button" type="button" data-testid="plan-from-open" on:click=take_open>{t!("answer-plan-open")}</button>
            })}
            <button class="button" type="button" data-testid="propose-answers" on:click=propose
                disabled=move || desk.answers.plan.with(Option::is_none)>{t!("answer-propose")}</button>
        </div>
        <p class="small" role="status">{move || done.get().map(|n| words.say(&Message::new("answer-proposed").with("n", n)))}</p>
    }
    .into_any()
}

/// What of the form is one choice: the value in the page.
fn what_word(what: &What) -> String {
    match what {
        What::Things => "things".to_owned(),
        What::Kind(kind) => format!("kind:{kind}"),
        What::Wishes => "wishes".to_owned(),
        What::Topic(topic) => format!("topic:{topic}"),
    }
}

fn what_of(word: &str) -> What {
    match (word.strip_prefix("kind:"), word.strip_prefix("topic:"), word) {
        (Some(kind), ..) => What::Kind(KindId::new(kind)),
        (_, Some(topic), _) => What::Topic(topic.to_owned()),
        (.., "wishes") => What::Wishes,
        _ => What::Things,
    }
}

fn bulk_form(desk: Desk) -> AnyView {
    let words = words();
    let bulk = RwSignal::new(Bulk {
        decision: Decision::Adopted,
        ..Bulk::default()
    });
    let done = RwSignal::new(None::<(usize, usize)>);
    let apply = move |_| {
        let drawings = desk.shown.get_untracked();
        done.set(Some(
            desk.answers.answer_all(drawings.iter(), &bulk.get_untracked()),
        ));
    };
    let said = move || {
        done.get().map(|(items, designs)| {
            words.say(
                &Message::new("answer-done")
                    .with("n", items)
                    .with("designs", designs),
            )
        })
    };
    view! {
        <h2>{t!("answer-many")}</h2>
        <div class="choices">
            <label class="setting"><span>{t!("answer-what")}</span>
                {what_field(desk, "answer-what", Callback::new(move |what| bulk.update(|bulk| bulk.what = what)))}</label>
            {decision_field(Signal::derive(move || bulk.read().decision), Callback::new(move |decision| bulk.update(|bulk| bulk.decision = decision)))}
        </div>
        {reason_fields(Signal::derive(move || bulk.read().reason.clone()), Callback::new(move |reason| bulk.update(|bulk| bulk.reason = reason)))}
        <label class="button toggle"><input type="checkbox" prop:checked=move || bulk.read().again
            on:change=move |event| bulk.update(|bulk| bulk.again = event_target_checked(&event)) />{t!("answer-again")}</label>
        <p><button class="button" type="button" data-testid="answer-all" on:click=apply>
            {move || words.say(&Message::new("answer-apply").with("n", desk.shown.read().len()))}</button></p>
        <p class="small" role="status" data-testid="answer-done">{said}</p>
    }
    .into_any()
}

/// Chooses which things or wishes of all designs are meant.
pub fn what_field(desk: Desk, testid: &'static str, set: Callback<What>) -> AnyView {
    let words = words();
    view! {
        <select class="field" data-testid=testid on:change=move |event| set.run(what_of(&event_target_value(&event)))>
            {move || whats(desk, words)}
        </select>
    }
    .into_any()
}

fn whats(desk: Desk, words: Words) -> AnyView {
    let drawings = desk.shown.get();
    let mut list = vec![
        (What::Things, words.key("answer-what-things")),
        (What::Wishes, words.key("answer-what-wishes")),
    ];
    list.extend(kind_counts(drawings.iter()).into_iter().map(|count| {
        let name = words.say(
            &Message::new("answer-what-kind")
                .with("kind", words.kind(&count.kind))
                .with("n", count.things),
        );
        (What::Kind(count.kind), name)
    }));
    let mut topics: BTreeMap<String, usize> = BTreeMap::new();
    wish_lines(drawings.iter())
        .into_iter()
        .for_each(|line| *topics.entry(line.topic).or_default() += 1);
    list.extend(topics.into_iter().map(|(topic, n)| {
        let name = topic_name(words, &topic);
        (
            What::Topic(topic),
            words.say(&Message::new("answer-what-topic").with("topic", name).with("n", n)),
        )
    }));
    list.into_iter()
        .map(|(what, name)| view! { <option value=what_word(&what)>{name}</option> })
        .collect_view()
        .into_any()
}

/// A topic in words.
pub fn topic_name(words: Words, topic: &str) -> String {
    if topic.is_empty() {
        words.key("desk-wishes-topic-none")
    } else {
        words.named(format!("topic-{topic}"), topic)
    }
}

/// Chooses what becomes of something.
pub fn decision_field(chosen: Signal<Decision>, set: Callback<Decision>) -> AnyView {
    let words = words();
    view! {
        <label class="setting"><span>{t!("answer-decision")}</span>
            <select class="field" data-testid="answer-decision" prop:value=move || chosen.get().word()
                on:change=move |event| set.run(Decision::from_word(&event_target_value(&event)).unwrap_or_default())>
                {Decision::ALL.map(|one| view! {
                    <option value=one.word() selected=move || chosen.get() == one>{move || words.key(one.key())}</option>
                })}
            </select></label>
    }
    .into_any()
}

/// A template, then the words in each language.
pub fn reason_fields(
    reason: Signal<BTreeMap<String, String>>,
    set: Callback<BTreeMap<String, String>>,
) -> AnyView {
    let words = words();
    let template = move |event| {
        let at: Option<usize> = event_target_value(&event).parse().ok();
        set.run(
            at.and_then(|at| TEMPLATES.get(at).copied())
                .map(in_all)
                .unwrap_or_default(),
        );
    };
    let field = move |lang: Lang| {
        let tag = lang.tag();
        let label = Message::new("answer-reason").with(
            "language",
            Message::new(match lang {
                Lang::ZhCn => "answer-chinese",
                Lang::En => "answer-english",
            }),
        );
        let typed = move |event| {
            let mut all = reason.get_untracked();
            match event_target_value(&event) {
                text if text.trim().is_empty() => drop(all.remove(tag)),
                text => drop(all.insert(tag.to_owned(), text)),
            }
            set.run(all);
        };
        view! {
            <label class="setting tall"><span>{move || words.say(&label)}</span>
                <textarea class="field" rows="2" maxlength="1000" data-testid=format!("reason-{tag}")
                    prop:value=move || reason.read().get(tag).cloned().unwrap_or_default() on:input=typed></textarea></label>
        }
    };
    view! {
        <label class="setting"><span>{t!("answer-template")}</span>
            <select class="field" data-testid="answer-template" on:change=template>
                <option value="">{t!("answer-template-none")}</option>
                {TEMPLATES.into_iter().enumerate().map(|(at, key)| view! { <option value=at>{move || words.key(key)}</option> }).collect_view()}
            </select></label>
        {Lang::ALL.map(field)}
    }
    .into_any()
}
