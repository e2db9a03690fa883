//! Receipts: the one just given, what is under way, what was sent before, and opening one by its
//! code.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::copying::Series;
use super::keeping::Keeper;
use super::opening::design_from;
use super::post::Post;
use super::sent::Sent;
use super::ui::{Dialog, Ui};
use crate::app::browser::{clock, elements, files};
use crate::app::parts::Icon;
use crate::app::parts::qr::Qr;
use crate::app::session::Session;
use crate::app::words::{t, words};
use crate::design::stored::{DesignName, Receipt, Withdrawal};
use crate::submission::{Item, Phase, Reason, clock_is_doubtful, revision_of};
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
    // Beside the list, which is written anew with every try: who scans must not be disturbed.
    let copying = RwSignal::new(None::<DesignName>);
    let series = move || {
        let name = copying.get()?;
        let bytes = post.sender.get_untracked()?.bytes_of(&name)?;
        Some(view! { <Series name bytes page=post.page() /> })
    };
    let given = Memo::new(move |_| {
        let item = post.last_item()?;
        (item.phase == Phase::Delivered).then_some(item.name)
    });
    view! {
        {move || given.get().map(|name| view! { <Given session ui post name /> })}
        <ul class="stack">
            <For each=under_way key=|item| format!("{:?}", item)
                children=move |item| view! { <li><UnderWay session post item copying /></li> } />
        </ul>
        {series}
        <ByCode session ui keeper />
        <Sent session ui keeper post />
    }
}

/// The receipt of a design that arrived.
#[component]
fn Given(session: Session, ui: Ui, post: Post, name: DesignName) -> impl IntoView {
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
            <AnswerButton ui name />
            <button class="button" type="button" on:click=copy><Icon name="copy" /><span>{t!("receipt-copy")}</span></button>
            <p class="soft small">{t!("receipt-keep")}</p>
        </section>
    }
}

/// Opens what became of a design.
#[component]
pub(super) fn AnswerButton(ui: Ui, name: DesignName) -> impl IntoView {
    view! {
        <button class="button" type="button" data-testid="see-answer"
            on:click=move |_| ui.dialog.set(Some(Dialog::Answered(name)))>{t!("answered-show")}</button>
    }
}

/// A design that waits, is on its way or was refused.
#[component]
fn UnderWay(
    session: Session,
    post: Post,
    item: Item,
    copying: RwSignal<Option<DesignName>>,
) -> impl IntoView {
    let words = words();
    let teller = session.teller;
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
    let sender = post.sender.get_untracked();
    let bytes = sender
        .and_then(|sender| sender.bytes_of(&name))
        .unwrap_or_default();
    let since = sender.and_then(|sender| sender.waits_since(&name));
    let since = since.map(|at| Message::new("receipt-since").with("at", clock::day_and_time(at)));
    let is_withdrawal = matches!(Withdrawal::read(&bytes), Some(Ok(_)));
    let is_copying = move || copying.get() == Some(name);
    let save = move |_| {
        let done = files::download(
            &format!("{}.mulin.json", name.receipt()),
            "application/json",
            &bytes,
        );
        let key = if done { "save-done" } else { "save-failed" };
        teller.tell(Message::new(key));
    };
    let now = clock::rfc3339();
    let doubtful = item.why == Some(Reason::NoNetwork) && clock_is_doubtful(&now);
    let clock = doubtful.then(|| Message::new("send-clock").with("day", now.get(..10).unwrap_or_default()));
    let sending = matches!(item.phase, Phase::Sending { .. });
    let has_why = why.is_some() || refused.is_some();
    let reason = refused.clone().or(why).filter(|_| has_why);
    view! {
        <div class="finding" data-severity=if refused.is_some() { "must" } else { "should" } data-testid="under-way">
            <Icon name=if sending { "send" } else { "clock" } />
            <p>
                <strong>{move || words.say(&word)}</strong> " "
                {match is_withdrawal {
                    true => t!("withdraw-under-way").into_any(),
                    false => name.receipt().to_string().into_any(),
                }} <br />
                {reason.map(|reason| view! { <span>{move || words.say(&reason)}</span> })}
                {clock.map(|clock| view! { <strong data-testid="clock-doubtful">" "{move || words.say(&clock)}</strong> })}
                {since.map(|since| view! { <span class="small soft" data-testid="waits-since">" "{move || words.say(&since)}</span> })}
            </p>
            <div class="row">
                {(!sending).then(|| view! { <button class="button" type="button" on:click=again>{t!("receipt-again")}</button> })}
                {refused.is_some().then(|| view! {
                    <button class="button" type="button" on:click=take_back>{t!("receipt-take-back")}</button>
                })}
                <Show when=move || !is_withdrawal>
                    <button class="button" type="button" data-testid="waiting-save" on:click=save.clone()>{t!("action-save-file")}</button>
                    <button class="button" type="button" data-testid="waiting-copy"
                        aria-expanded=move || if is_copying() { "true" } else { "false" }
                        on:click=move |_| copying.set((!is_copying()).then_some(name))>{t!("copy-begin")}</button>
                </Show>
            </div>
        </div>
        <Show when=move || !is_withdrawal><p class="small soft">{t!("receipt-only-here")}</p></Show>
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
            <div class="row">
                <button class="button" type="submit" data-testid="receipt-open">{t!("receipt-open")}</button>
            </div>
        </form>
    }
}

/// Opens a sent design as a revision of it.
pub(super) fn open_sent(session: Session, ui: Ui, keeper: Keeper, bytes: &[u8]) {
    match design_from(session, bytes) {
        Ok(opened) => {
            ui.dialog.set(None);
            let revision = |design| revision_of(&design, &DesignName::of(bytes));
            opened.put(keeper, revision, "open-sent-done");
        }
        Err(why) => session.teller.tell(why),
    }
}
