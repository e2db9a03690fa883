//! The page: the project, then the token, then the desk.

use leptos::prelude::*;

use super::bar::{Bar, Reading};
use super::filters::Filters;
use super::map::DeskMap;
use super::one::OneDesign;
use super::rows::Rows;
use super::rules::RuleTable;
use super::state::{Desk, Tab};
use super::tables::{AsideTable, KindTable, WishTable};
use super::take::Take;
use crate::app::browser::gather::{GatherFault, keep_token, kept_token};
use crate::app::browser::look::Look;
use crate::app::browser::page;
use crate::app::load::{self, Loaded};
use crate::app::parts::OpenProject;
use crate::app::parts::gathering::Progress;
use crate::app::parts::plan_view::SharedLook;
use crate::app::parts::token::TokenSheet;
use crate::app::words::{t, words};
use crate::project::in_language;
use crate::text::Message;

/// The whole page.
#[component]
pub fn Page() -> impl IntoView {
    view! { <OpenProject page=|loaded| view! { <WithProject loaded /> }.into_any() /> }
}

#[component]
fn WithProject(loaded: Loaded) -> impl IntoView {
    let desk = Desk::new(&loaded);
    provide_context(SharedLook::new(Look::new(loaded.project.clone())));
    let is_open = loaded.project.file.gallery_open;
    let base = StoredValue::new(load::endpoint(&loaded));
    // Asked for again whenever the host refuses, and not before it did for an open gallery.
    let token = RwSignal::new(kept_token());
    let entered = RwSignal::new(is_open || token.get_untracked().is_some());
    let read = move || desk.gathering.read(&base.get_value(), token.get_untracked());
    Effect::new(move |_| {
        if entered.get() {
            read();
        }
    });
    Effect::new(move |_| {
        if desk.gathering.progress.get() == Progress::Failed(GatherFault::Refused) {
            keep_token(None);
            token.set(None);
            entered.set(false);
        }
    });
    page::mark_ready();
    let enter = Callback::new(move |text: String| {
        keep_token(Some(&text));
        token.set(Some(text));
        entered.set(true);
    });
    let forget = Callback::new(move |()| {
        keep_token(None);
        desk.gathering.stop();
        page::reload();
    });
    let refused = Signal::derive(move || {
        let refused = desk.gathering.progress.get() == Progress::Failed(GatherFault::Refused);
        refused.then(|| GatherFault::Refused.message())
    });
    view! {
        {move || if entered.get() {
            let again = Callback::new(move |()| read());
            view! { <Whole desk again forget=(!is_open).then_some(forget) /> }.into_any()
        } else {
            view! {
                <main class="entry">
                    <img src="./assets/icon.svg" alt="" width="72" height="72" />
                    <h1>{t!("desk-token-title")}</h1>
                    <p class="soft">{t!("desk-token-lead")}</p>
                    <TokenSheet enter refused focus=true />
                    <p class="newestate">
                        <a class="button" href="?view=desk&new=estate" data-testid="new-estate">{t!("setup-open-new")}</a>
                        <span class="small soft">{t!("setup-open-lead")}</span>
                    </p>
                </main>
            }.into_any()
        }}
    }
}

/// The desk itself.
#[component]
fn Whole(desk: Desk, again: Callback<()>, forget: Option<Callback<()>>) -> impl IntoView {
    let words = words();
    let project = move || {
        desk.project
            .with_value(|project| in_language(&project.file.title, words.lang()).to_owned())
    };
    Effect::new(move |_| {
        let said = words.say(&Message::new("desk-title"));
        page::set_title(&format!("{said} · {}", project()));
    });
    // Escape goes back from one design to the list, from anywhere on the page.
    let escape = window_event_listener(leptos::ev::keydown, move |event| {
        if event.key() == "Escape" && desk.open.get_untracked().is_some() {
            desk.open.set(None);
        }
    });
    on_cleanup(move || escape.remove());
    view! {
        <div class="deskpage">
            <Bar desk again forget />
            <Reading desk />
            <Filters desk />
            <main class="deskmain">
                <section class="left" id="desk-list" tabindex="-1" aria-label=t!("desk-tabs")>
                    <Tabs desk />
                    {move || match desk.tab.get() {
                        Tab::Designs => view! { <Rows desk /> }.into_any(),
                        Tab::Kinds => view! { <KindTable desk /> }.into_any(),
                        Tab::Wishes => view! { <WishTable desk /> }.into_any(),
                        Tab::Aside => ().into_any(),
                        Tab::Rules => view! { <RuleTable desk /> }.into_any(),
                    }}
                    // In the page even when another tab is shown, so that what was set aside is never out of reach.
                    <AsideTable desk shown=Signal::derive(move || desk.tab.get() == Tab::Aside) />
                    <Take desk />
                </section>
                <section class="right" aria-label=t!("desk-map")>
                    <DeskMap desk />
                    {move || desk.open.get().and_then(|name| desk.received(name)).map(|one| {
                        view! { <OneDesign desk one /> }
                    })}
                </section>
            </main>
        </div>
    }
}

/// What the left side shows.
#[component]
fn Tabs(desk: Desk) -> impl IntoView {
    let words = words();
    let count = move |tab: Tab| match tab {
        Tab::Designs => Some(desk.shown.read().0.len()),
        Tab::Aside => Some(desk.gathering.gathered.read().aside.len()).filter(|n| *n > 0),
        Tab::Kinds | Tab::Wishes | Tab::Rules => None,
    };
    view! {
        <div class="tabs" role="group" aria-label=t!("desk-tabs")>
            {Tab::ALL.map(|tab| view! {
                <button class="button" type="button" data-tab=tab.word()
                    aria-pressed=move || if desk.tab.get() == tab { "true" } else { "false" }
                    on:click=move |_| desk.tab.set(tab)>
                    {move || words.key(tab.key())}
                    {move || count(tab).map(|n| view! {
                        <span class="count" class:should=tab == Tab::Aside>{n}</span>
                    })}
                </button>
            })}
        </div>
    }
}
