//! Receipts: the one just given, what is under way, what was sent before, and opening one by its
//! code.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::keeping::{Keeper, design_from};
use super::post::Post;
use super::ui::Ui;
use crate::app::browser::elements;
use crate::app::parts::Icon;
use crate::app::parts::qr::Qr;
use crate::app::session::Session;
use crate::app::words::{t, words};
use crate::design::stored::{DesignName, Receipt};
use crate::submission::{Item, Phase, revision_of};
use crate::text::Message;

/// What the dialog of receipts shows.
#[component]
pub fn Receipts(
    /// The drawing.
    session: Session,
    /// The panels of the page.
    ui: Ui,
    /// Keeps the drawing.
    keeper: Keeper,
    /// What is sent and received.
    post: Post,
) -> impl IntoView {
    let under_way = move || {
        let items = post.items().into_iter();
        items
            .filter(|item| item.phase != Phase::Delivered)
            .collect::<Vec<_>>()
    };
    let given = Memo::new(move |_| {
        let item = post.last_item()?;
        (item.phase == Phase::Delivered).then_some(item.name)
    });
    view! {
        {move || given.get().map(|name| view! { <Given session post name /> })}
        <ul class="stack">
            <For each=under_way key=|item| format!("{:?}", item)
                children=move |item| view! { <li><UnderWay post item /></li> } />
        </ul>
        <Lost post />
        <ByCode session ui keeper />
        <Sent session ui keeper post />
    }
}

/// The receipt of a design that arrived.
#[component]
fn Given(session: Session, post: Post, name: DesignName) -> impl IntoView {
    let link = post.link(name);
    let copied = link.clone();
    let copy = move |_| {
        let teller = session.teller;
        elements::copy(&copied, move |done| {
            teller.tell(Message::new(if done {
                "receipt-copied"
            } else {
                "receipt-not-copied"
            }));
        });
    };
    view! {
        <section class="receipt" data-testid="receipt" data-name=name.to_string() role="status">
            <p>{t!("receipt-received")}</p>
            <p class="code" data-testid="receipt-code">{name.receipt().to_string()}</p>
            <Qr text=link.clone() label=Signal::derive(t!("receipt-qr")) />
            <p class="small"><a href=link.clone() data-testid="receipt-link">{t!("receipt-link")}</a></p>
            <button class="button" type="button" on:click=copy><Icon name="copy" /><span>{t!("receipt-copy")}</span></button>
            <p class="soft small">{t!("receipt-keep")}</p>
        </section>
    }
}

/// A design that waits, is on its way or was refused.
#[component]
fn UnderWay(post: Post, item: Item) -> impl IntoView {
    let words = words();
    let name = item.name;
    let (word, why) = (item.phase.word(), item.why.map(|why| why.message()));
    let refused = match &item.phase {
        Phase::Refused(reason) => Some(reason.message()),
        _ => None,
    };
    let again = move |_| {
        if let Some(sender) = post.sender.get_untracked() {
            sender.again(name);
        }
    };
    let take_back = move |_| {
        if let Some(sender) = post.sender.get_untracked() {
            sender.take_back(name);
        }
    };
    let sending = matches!(item.phase, Phase::Sending { .. });
    let has_why = why.is_some() || refused.is_some();
    let reason = refused.clone().or(why).filter(|_| has_why);
    view! {
        <div class="finding" data-severity=if refused.is_some() { "must" } else { "should" } data-testid="under-way">
            <Icon name=if sending { "send" } else { "clock" } />
            <p>
                <strong>{move || words.say(&word)}</strong> " " {name.receipt().to_string()} <br />
                {reason.map(|reason| view! { <span>{move || words.say(&reason)}</span> })}
            </p>
            <div class="row">
                {(!sending).then(|| view! { <button class="button" type="button" on:click=again>{t!("receipt-again")}</button> })}
                {refused.is_some().then(|| view! {
                    <button class="button" type="button" on:click=take_back>{t!("receipt-take-back")}</button>
                })}
            </div>
        </div>
    }
}

/// Designs that the browser lost before they were sent.
#[component]
fn Lost(post: Post) -> impl IntoView {
    let words = words();
    let lost = Memo::new(move |_| {
        post.sender
            .get()
            .map_or(0, |sender| sender.view.with(|view| view.lost.len()))
    });
    let read = move |_| {
        if let Some(sender) = post.sender.get_untracked() {
            sender.write_off();
        }
    };
    view! {
        <Show when=move || { lost.get() > 0 }>
            <div class="finding" data-severity="must" role="alert">
                <Icon name="info" />
                <p>{move || words.say(&Message::new("receipt-lost").with("n", lost.get()))}</p>
                <div class="row"><button class="button" type="button" on:click=read>{t!("toast-close")}</button></div>
            </div>
        </Show>
    }
}

/// A field for a receipt code.
#[component]
fn ByCode(session: Session, ui: Ui, keeper: Keeper) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let open = move |event: SubmitEvent| {
        event.prevent_default();
        let receipt: Receipt = match typed.get_untracked().parse() {
            Ok(receipt) => receipt,
            Err(fault) => {
                let key = match fault {
                    crate::design::stored::ReceiptFault::NotAReceipt => "receipt-not-a-code",
                    crate::design::stored::ReceiptFault::Mistyped => "receipt-mistyped",
                };
                session.teller.tell(Message::new(key));
                return;
            }
        };
        spawn_local(async move {
            let kept = match keeper.store() {
                Some(store) => store.by_receipt(&receipt).await.ok().flatten(),
                None => None,
            };
            match kept {
                Some(bytes) => open_sent(session, ui, keeper, &bytes),
                None => session.teller.tell(Message::new("receipt-not-here")),
            }
        });
    };
    view! {
        <form class="stack" on:submit=open>
            <label>
                <span class="label">{t!("receipt-by-code")}</span>
                <input class="field" type="text" autocomplete="off" autocapitalize="characters" spellcheck="false"
                    placeholder="7K3MQ-9XB2R-4T" data-testid="receipt-field"
                    prop:value=move || typed.get() on:input=move |event| typed.set(event_target_value(&event)) />
            </label>
            <div class="actions">
                <button class="button" type="submit" data-testid="receipt-open">{t!("receipt-open")}</button>
            </div>
        </form>
    }
}

/// What this device sent before.
#[component]
fn Sent(session: Session, ui: Ui, keeper: Keeper, post: Post) -> impl IntoView {
    let words = words();
    let sent = RwSignal::new(Vec::new());
    Effect::new(move |_| {
        // Asked again whenever something under way changed.
        post.items().len();
        post.last_item();
        spawn_local(async move {
            if let Some(store) = keeper.store() {
                let mut rows = store.sent().await.unwrap_or_default();
                rows.sort_by(|a, b| b.at.total_cmp(&a.at));
                let _ = sent.try_set(rows);
            }
        });
    });
    view! {
        <Show when=move || sent.with(|sent| !sent.is_empty())>
            <h3>{t!("receipt-sent-before")}</h3>
            <ul class="stack">
                <For each=move || sent.get() key=|sent| sent.name
                    children=move |row| {
                        let code = row.name.receipt().to_string();
                        let label = Message::new("receipt-open-code").with("code", code.as_str());
                        let bytes = row.bytes.clone();
                        view! {
                            <li class="item" data-testid="sent">
                                <Icon name="done" />
                                <span class="said"><strong>{code}</strong>
                                    <span class="place">{crate::app::browser::clock::day_and_time(row.at)}</span></span>
                                <button class="button" type="button" aria-label=move || words.say(&label)
                                    on:click=move |_| open_sent(session, ui, keeper, &bytes)>{t!("receipt-open")}</button>
                            </li>
                        }
                    } />
            </ul>
        </Show>
    }
}

/// Opens a sent design as a revision of it.
fn open_sent(session: Session, ui: Ui, keeper: Keeper, bytes: &[u8]) {
    match design_from(session, bytes) {
        Ok(opened) => {
            ui.dialog.set(None);
            let revision = |design| revision_of(&design, &DesignName::of(bytes));
            opened.put(keeper, revision, "open-sent-done");
        }
        Err(why) => session.teller.tell(why),
    }
}
