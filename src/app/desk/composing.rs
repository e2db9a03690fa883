//! "Compose": one plan from what the filters show, its measure, who is behind each thing; then it is an ordinary design.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::places::place_said;
use super::state::{Desk, Tab};
use crate::agreement::{Backing, Composition, LeftOut, Progress, Proposal, Support, Why, group_letter};
use crate::app::browser::files::download;
use crate::app::browser::gather::Slice;
use crate::app::browser::worker::{Heard, Worker};
use crate::app::composer::{Ask, Composing, ComposingBench, Order, Said};
use crate::app::load::Sources;
use crate::app::parts::balance::{Balance, figures};
use crate::app::parts::save_as::{SaveAs, Saved};
use crate::app::parts::{Icon, Teller, Toasts};
use crate::app::study::SEED;
use crate::app::words::{Words, t, words};
use crate::design::{Placement, stored};
use crate::text::Message;

/// The whole tab.
#[component]
pub fn Compose(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let words = words();
    let run = Run::new();
    // The worker ends with the tab, so nothing goes on for who comes back.
    on_cleanup(move || {
        let _ = desk.composing.try_update(|composing| {
            if matches!(composing, Composing::Going(_)) {
                *composing = Composing::Nothing;
            }
        });
    });
    let begin = move |_| {
        desk.composing.set(Composing::Going(Progress {
            share: 0.0,
            proposal: 0,
        }));
        begin(desk, words, run);
    };
    let going = move || matches!(*desk.composing.read(), Composing::Going(_));
    let budget = desk.project.with_value(|project| project.file.budget);
    let lead = move || words.say(&Message::new("compose-lead").with("n", desk.shown.read().len()));
    let progress = move || match *desk.composing.read() {
        Composing::Going(progress) => Some(progress),
        _ => None,
    };
    view! {
        <div class="tablebox" data-testid="compose">
            <p class="soft">{lead}" "{t!("compose-measure")}</p>
            <p><button class="button main" type="button" data-testid="compose-begin" disabled=going on:click=begin>
                {t!("compose-begin")}</button></p>
            {move || progress().map(|progress| view! {
                <div class="reading" data-testid="composing">
                    <progress aria-label=t!("compose-going") max="1" value=progress.share></progress>
                    <span>{words.say(&Message::new("compose-at").with("n", progress.proposal).number("share", progress.share * 100.0, 0))}</span>
                    <button class="button" type="button" data-testid="compose-stop"
                        on:click=move |_| run.stop()>{t!("desk-stop")}</button>
                </div>
            })}
            {move || match &*desk.composing.read() {
                Composing::Done(done) => view! { <Shown desk done=done.clone() budget /> }.into_any(),
                Composing::Failed(why) => {
                    let said = why.message();
                    view! { <p class="nothing" role="alert" data-testid="compose-failed">{words.say(&said)}</p> }.into_any()
                }
                _ => ().into_any(),
            }}
        </div>
    }
}

/// A composition under way: a worker, which ends when it is dropped, and whether it is to stop. Copies are the same.
#[derive(Clone, Copy)]
struct Run(
    StoredValue<Option<Worker<ComposingBench>>, LocalStorage>,
    StoredValue<bool>,
);

impl Run {
    fn new() -> Self {
        Self(StoredValue::new_local(None), StoredValue::new(false))
    }
    /// Says something to the worker; whether anybody still waits for it.
    fn say(self, ask: Ask) -> bool {
        let say = |worker: &Option<Worker<ComposingBench>>| worker.as_ref().map(|worker| worker.say(ask));
        self.0.try_with_value(say).flatten().is_some()
    }
    /// Ends with what there is.
    fn stop(self) {
        let _ = self.1.try_set_value(true);
        self.say(Ask::Stop);
    }
    /// Whether it is to stop. A worker that has not begun to hear is told again by who tells it the rest.
    fn is_stopped(self) -> bool {
        self.1.try_get_value().unwrap_or(true)
    }
    fn end(self) {
        let _ = self.0.try_set_value(None);
    }
}

/// Composes in a worker, so that the page stays free; where there is none, on the page itself.
fn begin(desk: Desk, words: Words, run: Run) {
    run.1.set_value(false);
    match Worker::away(move |heard| hear(desk, words, run, heard)) {
        Some(worker) => run.0.set_value(Some(worker)),
        None => begin_here(desk, words, run),
    }
}

fn begin_here(desk: Desk, words: Words, run: Run) {
    let worker = Worker::here(move |heard| hear(desk, words, run, heard));
    // Nobody waits any longer where the tab was left.
    let _ = run.0.try_set_value(Some(worker));
}

fn hear(desk: Desk, words: Words, run: Run, heard: Heard<Said>) {
    match heard {
        Heard::Ready => tell(desk, words, run),
        Heard::Said(said) => {
            let composing = Composing::heard(said, &desk.survey());
            if !matches!(composing, Composing::Going(_)) {
                run.end();
            }
            let _ = desk.composing.try_set(composing);
        }
        Heard::Lost => begin_here(desk, words, run),
    }
}

/// Tells the worker all that it needs, a slice at a time, and begins.
fn tell(desk: Desk, words: Words, run: Run) {
    let Sources { file, estate, .. } = (*desk.sources.get_value()).clone();
    run.say(Ask::Project { file, estate });
    let order = Order {
        titles: titles(words),
        bandwidth: desk.study.bandwidth.get_untracked(),
        seed: SEED,
    };
    let drawings = desk.shown.get_untracked();
    spawn_local(async move {
        let mut slice = Slice::new();
        for one in drawings.iter() {
            if run.is_stopped() {
                run.say(Ask::Stop);
                break;
            }
            let text = String::from_utf8(stored::write(&one.latest.design)).unwrap_or_default();
            if !run.say(Ask::Design(one.latest.name.to_string(), text)) {
                return; // The tab was left.
            }
            slice.breathe().await;
        }
        run.say(Ask::Compose(order));
    });
}

fn titles(words: Words) -> Vec<String> {
    let title = |n| {
        crate::text::say(
            words.lang_untracked(),
            &Message::new("compose-title").with("n", n),
        )
    };
    (1..=3_usize).map(title).collect()
}

#[component]
fn Shown(desk: Desk, done: Arc<Composition>, budget: Option<f64>) -> impl IntoView {
    let words = words();
    let nothing = done.nothing.map(|why| {
        let said = why.message(budget.unwrap_or_default());
        view! { <p class="nothing" role="alert" data-testid="composed-nothing">{move || words.say(&said)}</p> }
    });
    let best = done.best_single.as_ref().map(|(name, support)| {
        let (name, support) = (*name, percent(support));
        let said = Message::new("compose-best").number("support", support, 1).with("n", done.singles).with("breaks", done.best_single_breaks);
        view! { <p class="small">{move || words.say(&said)}" "
            <button class="button quiet small" type="button" on:click=move |_| desk.toggle_open(name)>{t!("desk-wishes-show")}</button></p> }
    });
    let proposals = done.proposals.iter().enumerate();
    let proposals = proposals
        .map(|(at, one)| proposal(desk, words, at, one.clone(), budget))
        .collect_view();
    view! { <div role="status">{nothing}{best}</div><ol class="proposals">{proposals}</ol> }
}

fn percent(support: &Support) -> f64 {
    100.0 * support.mean()
}

fn proposal(desk: Desk, words: Words, at: usize, one: Proposal, budget: Option<f64>) -> AnyView {
    let teller = Teller::new();
    let design = Arc::new(one.design.clone());
    let title = design.title.clone();
    let measure = Message::new(if one.beats_singles {
        "compose-better"
    } else {
        "compose-not-better"
    })
    .number("support", percent(&one.support), 1);
    let groups = one.support.groups.iter().enumerate().map(|(group, own)| {
        words.say(
            &Message::new("compose-group")
                .with("group", group_letter(group).to_string())
                .number("share", 100.0 * own.agreement, 0)
                .with("n", own.designs),
        )
    });
    let groups = groups.collect::<Vec<_>>().join(" · ");
    let show = {
        let design = design.clone();
        move |_| {
            desk.open.set(None);
            desk.previewed.set(Some(design.clone()));
        }
    };
    let adopt = {
        let design = design.clone();
        move |_| {
            desk.answers.plan.set(Some(design.clone()));
            desk.tab.set(Tab::Answer);
        }
    };
    let (name, bytes) = (
        desk.project
            .with_value(|project| format!("{}-plan-{}.json", project.file.id, at + 1)),
        stored::write(&design),
    );
    let take = move |_| {
        if !download(&name, "application/json", &bytes) {
            teller.tell(Message::new("desk-download-failed"));
        }
    };
    let saved = {
        let design = design.clone();
        Callback::new(move |()| Saved {
            design: stored::write(&design),
            name: None,
            stem: format!("plan-{}", at + 1),
        })
    };
    let things = design
        .placements()
        .iter()
        .zip(&one.backing)
        .map(|(thing, backing)| thing_row(desk, words, thing, backing))
        .collect_view();
    let left = one
        .left_out
        .iter()
        .map(|left| left_row(desk, words, left))
        .collect_view();
    let any_left = !one.left_out.is_empty();
    view! {
        <li class="proposal" data-testid="proposal" data-better=one.beats_singles.to_string()>
            <h2>{title}</h2>
            <p data-testid="proposal-measure">{words.say(&measure)}</p>
            <p class="small soft">{groups}</p>
            <Balance figures=Signal::stored(figures(&one.totals, budget)) />
            <div class="row">
                <button class="button" type="button" data-testid="proposal-show" on:click=show>{t!("compose-show")}</button>
                {(!desk.reads_only.get_untracked()).then(|| view! {
                    <button class="button" type="button" data-testid="proposal-adopt" on:click=adopt>{t!("compose-adopt")}</button>
                })}
                <button class="button" type="button" data-testid="proposal-take" on:click=take><Icon name="save" />{t!("compose-take")}</button>
            </div>
            <details><summary>{t!("save-as-title")}</summary><SaveAs what=saved /></details>
            <details open=at == 0><summary>{t!("compose-behind")}</summary><ol class="things">{things}</ol></details>
            {any_left.then(|| view! { <details><summary>{t!("compose-left")}</summary><ul class="things">{left}</ul></details> })}
            <Toasts teller top=false />
        </li>
    }
    .into_any()
}

fn thing_row(desk: Desk, words: Words, thing: &Arc<Placement>, backing: &Backing) -> AnyView {
    let at = thing.shape.centre();
    let behind = Message::new("compose-designs").with("n", backing.designs.len());
    let groups = backing
        .groups
        .iter()
        .enumerate()
        .filter(|_| backing.groups.len() > 1)
        .map(|(group, (own, of))| {
            words.say(
                &Message::new("compose-stands")
                    .with("group", group_letter(group).to_string())
                    .with("n", *own)
                    .with("of", *of),
            )
        });
    let groups = groups.collect::<Vec<_>>().join(" · ");
    let names: std::collections::BTreeSet<_> = backing.designs.iter().copied().collect();
    let pick = move |_| {
        desk.previewed.set(None);
        desk.open.set(None);
        desk.picked.set(names.clone());
        desk.study.look.set(Some(at));
        desk.tab.set(Tab::Designs);
    };
    view! {
        <li data-testid="object" data-kind=thing.kind.to_string()>
            <b>{words.kind(&thing.kind)}</b>" "<span class="place">{words.say(&place_said(desk, at))}</span>
            <span class="small">{groups}</span>
            <button class="button quiet small" type="button" on:click=pick>{words.say(&behind)}</button>
        </li>
    }
    .into_any()
}

fn left_row(desk: Desk, words: Words, left: &LeftOut) -> AnyView {
    let why = match left.why {
        Why::Rule(rule) => {
            Message::new("compose-left-rule").with("rule", words.named(format!("rule-{rule}"), rule))
        }
        Why::Budget => Message::new("compose-left-budget"),
        Why::Support => Message::new("compose-left-support"),
        Why::Taken => Message::new("compose-left-taken"),
    };
    let said = Message::new("compose-left-row")
        .with("kind", words.kind(&left.kind))
        .with("place", place_said(desk, left.at))
        .with("n", left.designs)
        .with("why", why);
    view! { <li class="small">{words.say(&said)}</li> }.into_any()
}
