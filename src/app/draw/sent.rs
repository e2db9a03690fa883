//! What this device sent before: opened again, saved as it was sent, or withdrawn.

use std::collections::BTreeSet;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::keeping::Keeper;
use super::post::Post;
use super::receipts::{AnswerButton, open_sent};
use super::ui::Ui;
use crate::app::browser::store::{self, deeds};
use crate::app::browser::{clock, files};
use crate::app::parts::Icon;
use crate::app::session::Session;
use crate::app::words::{t, words};
use crate::design::stored::{self, DesignName, Withdrawal};
use crate::submission::Phase;
use crate::text::Message;

/// A design that was received, as the list has it.
#[derive(Clone, PartialEq)]
struct Row {
    sent: store::Sent,
    draft: String,
    /// What withdraws it; empty where nothing does.
    token: String,
}

/// What of withdrawing there is for a design.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Withdrawing {
    /// It can be withdrawn from here.
    Possible,
    /// It is asked for, and has not arrived.
    Asked,
    /// It is done.
    Done,
    /// This device cannot.
    ByTheOffice,
}

/// What this device sent before.
#[component]
pub fn Sent(session: Session, ui: Ui, keeper: Keeper, post: Post) -> impl IntoView {
    let rows = RwSignal::new(Vec::<Row>::new());
    let withdrawn = RwSignal::new(BTreeSet::<String>::new());
    Effect::new(move |_| {
        // Asked again whenever something under way changed. What arrived a moment ago may not be in the store yet.
        let arrived = arrived(post);
        spawn_local(async move {
            let mut sent = match keeper.store() {
                Some(store) => store.sent().await.unwrap_or_default(),
                None => Vec::new(),
            };
            let is_new = |one: &store::Sent| sent.iter().all(|known| known.name != one.name);
            let new: Vec<_> = arrived.into_iter().filter(is_new).collect();
            sent.extend(new);
            let (designs, tokens) = parted(sent);
            let _ = rows.try_set(designs);
            let _ = withdrawn.try_set(tokens);
        });
    });
    let forgotten = Memo::new(move |_| {
        let sender = post.sender.get();
        sender.map_or_else(Vec::new, |sender| sender.view.with(|view| view.forgotten.clone()))
    });
    let any = move || rows.with(|rows| !rows.is_empty()) || !forgotten.read().is_empty();
    view! {
        <Show when=any>
            <h3>{t!("receipt-sent-before")}</h3>
            <ul class="stack">
                <For each=move || rows.get() key=|row| row.sent.name
                    children=move |row| view! { <SentRow session ui keeper post rows withdrawn row /> } />
                // The browser lost the record; the name is enough to open the design where it was received.
                <For each=move || forgotten.get() key=|name| *name
                    children=move |name| view! {
                        <li class="item" data-testid="sent-forgotten">
                            <Icon name="done" />
                            <span class="said"><strong>{name.receipt().to_string()}</strong>
                                <span class="place">{t!("receipt-forgotten")}</span></span>
                            <a class="button" href=post.link(name)>{t!("receipt-open")}</a>
                        </li>
                    } />
            </ul>
        </Show>
    }
}

/// What arrived since the page was opened.
fn arrived(post: Post) -> Vec<store::Sent> {
    let items = post.items().into_iter();
    let arrived = items.filter(|item| item.phase == Phase::Delivered);
    let sender = post.sender.get_untracked();
    arrived
        .filter_map(|item| {
            Some(store::Sent {
                name: item.name,
                bytes: sender?.bytes_of(&item.name)?,
                at: clock::wall_ms(),
            })
        })
        .collect()
}

/// The designs of what was sent, the latest first, and what was withdrawn.
fn parted(sent: Vec<store::Sent>) -> (Vec<Row>, BTreeSet<String>) {
    let mut rows = Vec::new();
    let mut withdrawn = BTreeSet::new();
    for sent in sent {
        if let Some(Ok(withdrawal)) = Withdrawal::read(&sent.bytes) {
            withdrawn.insert(withdrawal.token());
            continue;
        }
        let (draft, token) = stored::read(&sent.bytes).map_or_else(
            |_| Default::default(),
            |(design, _)| {
                let token = Withdrawal::token_in(&design).unwrap_or_default().to_owned();
                (design.draft, token)
            },
        );
        rows.push(Row { sent, draft, token });
    }
    rows.sort_by(|a, b| b.sent.at.total_cmp(&a.sent.at));
    (rows, withdrawn)
}

#[component]
fn SentRow(
    session: Session,
    ui: Ui,
    keeper: Keeper,
    post: Post,
    rows: RwSignal<Vec<Row>>,
    withdrawn: RwSignal<BTreeSet<String>>,
    row: Row,
) -> impl IntoView {
    let words = words();
    let Row { sent, draft, token } = row;
    let name = sent.name;
    let code = name.receipt().to_string();
    let label = Message::new("receipt-open-code").with("code", code.as_str());
    let withdraw_label = Message::new("withdraw-code").with("code", code.as_str());
    let bytes = StoredValue::new(sent.bytes);
    let save = move |_| {
        let file = format!("{}.mulin.json", name.receipt());
        let done = bytes.with_value(|bytes| files::download(&file, "application/json", bytes));
        let key = if done { "save-done" } else { "save-failed" };
        session.teller.tell(Message::new(key));
    };
    let token = StoredValue::new(token);
    let own_draft = StoredValue::new(draft);
    let state = Memo::new(move |_| {
        // What is under way changes what can be done.
        let items = post.items();
        token.with_value(|token| {
            if withdrawn.read().contains(token) {
                return Withdrawing::Done;
            }
            let asked = post.sender.get_untracked().is_some_and(|sender| {
                let waiting = items.iter().filter_map(|item| sender.bytes_of(&item.name));
                waiting
                    .filter_map(|bytes| Withdrawal::read(&bytes)?.ok())
                    .any(|withdrawal| withdrawal.token() == *token)
            });
            let secret = own_draft.with_value(|draft| deeds::of(draft));
            match secret {
                _ if asked => Withdrawing::Asked,
                Some(secret) if Withdrawal::token_of(&secret) == *token => Withdrawing::Possible,
                _ => Withdrawing::ByTheOffice,
            }
        })
    });
    let asking = RwSignal::new(false);
    let withdraw = move |_| {
        asking.set(false);
        let names: Vec<DesignName> = rows.with_untracked(|rows| {
            let own = rows
                .iter()
                .filter(|row| token.with_value(|token| row.token == *token));
            own.map(|row| row.sent.name).collect()
        });
        spawn_local(async move {
            let asked = post.withdraw(&own_draft.get_value(), &names).await;
            let key = if asked {
                "withdraw-asked"
            } else {
                "withdraw-office"
            };
            session.teller.tell(Message::new(key));
        });
    };
    let said = move || match state.get() {
        Withdrawing::Done => {
            view! { <strong data-testid="withdrawn">{t!("withdraw-done")}</strong> }.into_any()
        }
        Withdrawing::Asked => view! { <strong>{t!("withdraw-waits")}</strong> }.into_any(),
        Withdrawing::ByTheOffice => {
            view! { <span class="small soft">{t!("withdraw-office")}</span> }.into_any()
        }
        Withdrawing::Possible => ().into_any(),
    };
    let (open_label, label_of_withdrawing) = (move || words.say(&label), move || words.say(&withdraw_label));
    view! {
        <li class="stack" data-testid="sent">
            <div class="item">
                <Icon name="done" />
                <span class="said"><strong>{code}</strong>
                    <span class="place">{clock::day_and_time(sent.at)}</span> {said}</span>
            </div>
            <div class="row">
                <AnswerButton ui name />
                <button class="button" type="button" aria-label=open_label
                    on:click=move |_| bytes.with_value(|bytes| open_sent(session, ui, keeper, bytes))>{t!("receipt-open")}</button>
                <button class="button" type="button" data-testid="sent-save" on:click=save>{t!("action-save-file")}</button>
                <Show when=move || state.get() == Withdrawing::Possible>
                    <button class="button" type="button" data-testid="withdraw" aria-label=label_of_withdrawing.clone()
                        aria-expanded=move || if asking.get() { "true" } else { "false" }
                        on:click=move |_| asking.update(|asking| *asking = !*asking)>{t!("withdraw")}</button>
                </Show>
            </div>
            <Show when=move || asking.get()>
                <div class="stack" role="group" data-testid="withdraw-asking">
                    <p>{t!("withdraw-what")}</p>
                    <div class="row">
                        <button class="button" type="button" on:click=move |_| asking.set(false)>{t!("withdraw-no")}</button>
                        <button class="button main" type="button" data-testid="withdraw-yes" on:click=withdraw>{t!("withdraw-yes")}</button>
                    </div>
                </div>
            </Show>
        </li>
    }
}
