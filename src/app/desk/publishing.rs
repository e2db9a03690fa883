//! Publishing the answers that wait, one design after another.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::state::Desk;
use crate::app::browser::clock::rfc3339;
use crate::app::browser::planner::{self, Pass};
use crate::app::browser::publish::{self, PublishFault};
use crate::app::parts::{Icon, Teller, Toasts};
use crate::app::words::{t, words};
use crate::text::Message;

/// How publishing stands.
#[derive(Clone, Debug, Default, PartialEq)]
enum Publishing {
    #[default]
    Nothing,
    Going {
        done: usize,
        of: usize,
    },
    Done(usize),
    Failed(usize, PublishFault),
}

/// The button that publishes, how far it is, and what came of it.
#[component]
pub fn Publish(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let words = words();
    let teller = Teller::new();
    let state = RwSignal::new(Publishing::Nothing);
    let stop = StoredValue::new_local(Rc::new(Cell::new(false)));
    let waiting = move || desk.answers.own.read().len();
    let publish = move |_| {
        stop.with_value(|stop| stop.set(false));
        spawn_local(publish_all(desk, state, stop.get_value()));
    };
    let going = move || matches!(state.get(), Publishing::Going { .. });
    let said = move || match state.get() {
        Publishing::Nothing => words.say(&Message::new("answer-waiting").with("n", waiting())),
        Publishing::Going { done, of } => words.say(
            &Message::new("answer-publishing")
                .with("done", done)
                .with("of", of),
        ),
        Publishing::Done(n) => words.say(&Message::new("answer-published").with("n", n)),
        Publishing::Failed(n, why) => words.say(
            &Message::new("answer-failed")
                .with("n", n)
                .with("why", why.message()),
        ),
    };
    view! {
        <div class="publish">
            <button class="button main" type="button" data-testid="publish" on:click=publish
                disabled=move || waiting() == 0 || going()><Icon name="send" />{t!("answer-publish")}</button>
            {move || going().then(|| view! {
                <button class="button" type="button" on:click=move |_| stop.with_value(|stop| stop.set(true))>{t!("desk-stop")}</button>
            })}
            <p role="status" data-testid="publish-state">{said}</p>
            <Toasts teller top=false />
        </div>
    }
}

/// Publishes what waits, one design after another, so that it can be stopped; what is published waits no more.
async fn publish_all(desk: Desk, state: RwSignal<Publishing>, stop: Rc<Cell<bool>>) {
    let own: Vec<_> = desk.answers.own.get_untracked().into_iter().collect();
    let (base, token) = (desk.base.get_value(), planner::pass().and_then(Pass::token));
    let of = own.len();
    for (done, (name, mut mine)) in own.into_iter().enumerate() {
        if stop.get() || state.try_set(Publishing::Going { done, of }).is_some() {
            break;
        }
        mine.written = rfc3339();
        match publish::publish(&base, token.as_deref(), &name, &mine).await {
            Ok(whole) => {
                desk.answers.published.try_update(|all| all.insert(name, whole));
                desk.answers.own.try_update(|own| own.remove(&name));
            }
            Err(why) => {
                let _ = state.try_set(Publishing::Failed(done, why));
                return;
            }
        }
    }
    let left = desk.answers.own.try_get_untracked().map_or(0, |own| own.len());
    let _ = state.try_set(Publishing::Done(of - left.min(of)));
}
