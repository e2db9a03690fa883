//! Publishing the answers that wait, one design after another.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::clashes::Clashes;
use super::state::Desk;
use crate::app::browser::clock::rfc3339;
use crate::app::browser::planner::{self, Pass};
use crate::app::browser::publish::{self, Outcome, PublishFault};
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
    /// So many are published; of so many designs others answered the same otherwise.
    Done(usize, usize),
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
        Publishing::Done(n, 0) => words.say(&Message::new("answer-published").with("n", n)),
        Publishing::Done(n, clashed) => words.say(
            &Message::new("answer-published-clashing")
                .with("n", n)
                .with("clashed", clashed),
        ),
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
            <p role="status" tabindex="-1" data-testid="publish-state">{said}</p>
            <Toasts teller top=false />
        </div>
        <Clashes desk chosen=Callback::new(move |()| state.set(Publishing::Nothing)) />
    }
}

/// Publishes what waits, one design after another, so that it can be stopped; what is published waits no more.
async fn publish_all(desk: Desk, state: RwSignal<Publishing>, stop: Rc<Cell<bool>>) {
    let own: Vec<_> = desk.answers.own.get_untracked().into_iter().collect();
    let (base, token) = (desk.base.get_value(), planner::pass().and_then(Pass::token));
    let of = own.len();
    let (mut published, mut clashed) = (0, 0);
    for (done, (name, draft)) in own.into_iter().enumerate() {
        if stop.get() || state.try_set(Publishing::Going { done, of }).is_some() {
            break;
        }
        desk.answers.clashes.try_update(|all| all.remove(&name));
        match publish::publish(&base, token.as_deref(), &name, &draft, &rfc3339()).await {
            Ok(Outcome::Published(whole)) => {
                desk.answers.arrived(name, &draft, whole);
                published += 1;
            }
            Ok(Outcome::Clashed(there, clashes)) => {
                desk.answers.clashed(name, there, clashes);
                clashed += 1;
            }
            Err(why) => {
                let _ = state.try_set(Publishing::Failed(published, why));
                return;
            }
        }
    }
    let _ = state.try_set(Publishing::Done(published, clashed));
}
