//! Why a page cannot go on: what happened, and what to do next.

use leptos::prelude::*;

use crate::app::browser::page;
use crate::app::words::{t, words};
use crate::text::Message;

/// A whole page that says why, and tries again.
#[component]
pub fn FaultPage(
    /// What happened.
    why: Message,
) -> impl IntoView {
    let words = words();
    view! {
        <main class="fault" data-testid="fault">
            <img src="./assets/icon.svg" alt="" width="72" height="72" />
            <h1>{t!("fault-title")}</h1>
            <div role="alert">
                <p>{move || words.say(&why)}</p>
                <p class="soft">{t!("fault-what-to-do")}</p>
            </div>
            <div class="row">
                <button class="button main" type="button" on:click=move |_| page::reload()>{t!("fault-again")}</button>
                <a class="button" href="?">{t!("fault-demo")}</a>
            </div>
        </main>
    }
}
