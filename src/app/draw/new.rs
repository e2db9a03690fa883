//! Beginning anew: the drawing stays among the older versions or, on a phone that is handed on, is wiped off it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::copying;
use super::keeping::Keeper;
use super::post::Post;
use super::ui::Ui;
use crate::app::session::Session;
use crate::app::words::t;
use crate::submission::Phase;
use crate::text::Message;

/// Whether to begin anew, and for whom.
#[component]
pub fn BeginAnew(
    /// The drawing.
    session: Session,
    /// The panels of the page.
    ui: Ui,
    /// Keeps the drawing.
    keeper: Keeper,
    /// What is sent and received.
    post: Post,
) -> impl IntoView {
    let begin = move |_| {
        keeper.begin_anew();
        ui.dialog.set(None);
        session.teller.tell(Message::new("new-done"));
    };
    // What waits is on this device alone: it is not wiped before it arrived.
    let waits = Memo::new(move |_| post.items().iter().any(|item| item.phase != Phase::Delivered));
    let hand_on = move |_| {
        spawn_local(async move {
            let wiped = keeper.wipe().await;
            post.forget();
            copying::forget();
            ui.dialog.set(None);
            session.teller.tell(match wiped {
                Ok(()) => Message::new("hand-on-done"),
                Err(fault) => fault.message(),
            });
        });
    };
    view! {
        <p>{t!("new-what-happens")}</p>
        <div class="actions">
            <button class="button" type="button" on:click=move |_| ui.dialog.set(None)>{t!("action-cancel")}</button>
            <button class="button main" type="button" data-testid="new-confirm" on:click=begin>{t!("action-new-design")}</button>
        </div>
        <h3>{t!("hand-on-title")}</h3>
        <p class="small" id="hand-on-what">{t!("hand-on-what")}</p>
        {move || waits.get().then(|| view! { <p class="small" data-testid="hand-on-waits">{t!("hand-on-waits")}</p> })}
        <button class="button" type="button" data-testid="hand-on" aria-describedby="hand-on-what"
            disabled=move || waits.get() on:click=hand_on>{t!("hand-on")}</button>
    }
}
