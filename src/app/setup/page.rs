//! The page: the entry until there is a map, then map and steps.

use leptos::prelude::*;

use super::entry::Entry;
use super::map::SetupMap;
use super::reading::Read;
use super::state::Setup;
use super::steps::{Panel, StepBar};
use crate::app::browser::page;
use crate::app::parts::{Icon, Looks, Toasts};
use crate::app::words::{t, words};

/// The whole page.
#[component]
pub fn Page() -> impl IntoView {
    let words = words();
    let begun = RwSignal::new(None::<Setup>);
    // The entry goes when the set-up begins, and what it owns goes with it.
    let owner = Owner::current();
    let begin = Callback::new(move |read: Read| {
        let setup = || Setup::new(read);
        begun.set(Some(match &owner {
            Some(owner) => owner.with(setup),
            None => setup(),
        }));
    });
    Effect::new(move |_| page::set_title(&words.key("setup-title")));
    page::mark_ready();
    view! {
        {move || match begun.get() {
            None => view! { <Entry begin /> }.into_any(),
            Some(setup) => view! { <Whole setup again=Callback::new(move |()| begun.set(None)) /> }.into_any(),
        }}
    }
}

/// Map and steps.
#[component]
fn Whole(setup: Setup, again: Callback<()>) -> impl IntoView {
    let undo = window_event_listener(leptos::ev::keydown, move |event| {
        let wanted = event.ctrl_key() || event.meta_key();
        let is_typing = crate::app::browser::pointer::is_typed_elsewhere(&event);
        match event.key().to_ascii_lowercase().as_str() {
            "z" if wanted && !is_typing => {
                event.prevent_default();
                setup.turn_back(event.shift_key());
            }
            "y" if wanted && !is_typing => {
                event.prevent_default();
                setup.turn_back(true);
            }
            _ => {}
        }
    });
    on_cleanup(move || undo.remove());
    view! {
        <div class="setuppage">
            <Bar setup again />
            <StepBar setup />
            <main class="setupmain">
                <section class="left" id="setup-panel" tabindex="-1" aria-label=t!("setup-steps")>
                    <Panel setup />
                </section>
                <section class="right" aria-label=t!("setup-plan")>
                    <SetupMap setup />
                </section>
            </main>
            <Toasts teller=setup.teller top=false />
        </div>
    }
}

#[component]
fn Bar(setup: Setup, again: Callback<()>) -> impl IntoView {
    let words = words();
    let sure = RwSignal::new(false);
    let title = move || {
        setup
            .history
            .with(|history| crate::project::in_language(&history.now().file.title, words.lang()).to_owned())
    };
    let start_over = move |_| {
        if sure.get_untracked() {
            return again.run(());
        }
        sure.set(true);
        setup
            .teller
            .tell(crate::text::Message::new("setup-start-over-sure"));
    };
    view! {
        <header class="topbar deskbar">
            <a class="skip button" href="#setup-panel">{t!("setup-steps")}</a>
            <img class="seal" src="./assets/icon.svg" alt="" width="36" height="36" />
            <div class="names">
                <h1>{t!("setup-title")}</h1>
                <p class="standing" data-testid="setup-name">{title}</p>
            </div>
            <button class="button icon-only" type="button" data-testid="setup-undo" aria-label=t!("setup-undo")
                title=t!("setup-undo") disabled=move || setup.history.with(|history| !history.can_undo())
                on:click=move |_| setup.turn_back(false)><Icon name="undo" /></button>
            <button class="button icon-only" type="button" data-testid="setup-redo" aria-label=t!("setup-redo")
                title=t!("setup-redo") disabled=move || setup.history.with(|history| !history.can_redo())
                on:click=move |_| setup.turn_back(true)><Icon name="redo" /></button>
            <Looks />
            <button class="button quiet" type="button" data-testid="setup-start-over" on:click=start_over>
                {t!("setup-start-over")}
            </button>
        </header>
    }
}
