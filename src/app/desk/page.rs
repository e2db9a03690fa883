//! The page: the project, then the token, then the desk.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::address;
use super::answering::Answering;
use super::bar::{Bar, Reading};
use super::comparing::Comparing;
use super::composing::Compose;
use super::filters::Filters;
use super::map::DeskMap;
use super::one::OneDesign;
use super::people::People;
use super::places::Places;
use super::reckoned;
use super::rows::Rows;
use super::rules::RuleTable;
use super::state::{Desk, Tab};
use super::tables::{AsideTable, KindTable};
use super::take::Take;
use super::wishes::WishTable;
use crate::app::browser::design_cache::DesignCache;
use crate::app::browser::gather::GatherFault;
use crate::app::browser::page;
use crate::app::browser::planner::{self, Pass};
use crate::app::load::{self, Loaded};
use crate::app::parts::OpenProject;
use crate::app::parts::gathered::Progress;
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
    words().of_project(&loaded.project.catalogue);
    let desk = Desk::new(&loaded);
    provide_context(SharedLook::of(&loaded));
    let is_open = loaded.project.file.gallery_open;
    let base = StoredValue::new(load::endpoint(&loaded));
    // Asked for again whenever the host refuses, and not before it did for an open gallery.
    let pass = RwSignal::new(planner::pass());
    let entered = RwSignal::new(is_open || pass.get_untracked().is_some());
    let told = RwSignal::new(None::<GatherFault>);
    let read = move || {
        let token = pass.get_untracked().and_then(Pass::token);
        spawn_local(async move {
            let base = base.get_value();
            let cache = DesignCache::open(&base).await;
            desk.gathering.read_with(&base, token, cache);
        });
    };
    Effect::new(move |_| {
        if entered.get() {
            read();
        }
    });
    Effect::new(move |_| {
        if desk.gathering.progress.get() == Progress::Failed(GatherFault::Refused) {
            planner::forget();
            spawn_local(async move { DesignCache::wipe(&base.get_value()).await });
            pass.set(None);
            told.set(Some(GatherFault::Refused));
            entered.set(false);
        }
    });
    page::mark_ready();
    let enter = Callback::new(move |text: String| {
        spawn_local(async move {
            match planner::enter(&base.get_value(), &text).await {
                Ok(new) => {
                    told.set(None);
                    desk.reads_only.set(planner::reads_only());
                    pass.set(Some(new));
                    entered.set(true);
                }
                Err(fault) => told.set(Some(fault)),
            }
        });
    });
    let forget = Callback::new(move |()| {
        desk.gathering.stop();
        spawn_local(async move {
            DesignCache::wipe(&base.get_value()).await;
            planner::leave(&base.get_value()).await;
            page::reload();
        });
    });
    let refused = Signal::derive(move || told.get().map(|fault| fault.message()));
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
    address::follow(desk);
    reckoned::follow(desk);
    desk.searched.follow(desk);
    desk.studying.follow(desk);
    // Escape goes back from one design to the list, from anywhere on the page.
    let escape = window_event_listener(leptos::ev::keydown, move |event| {
        if event.key() == "Escape" && desk.open.get_untracked().is_some() {
            desk.open.set(None);
        } else if event.key() == "Escape" && desk.previewed.get_untracked().is_some() {
            desk.previewed.set(None);
        }
    });
    on_cleanup(move || escape.remove());
    view! {
        <div class="deskpage">
            <Bar desk again forget />
            <Reading desk />
            <Filters desk />
            <main class="deskmain" class:tabled=move || desk.tab.get() == Tab::Designs && desk.as_table.get()>
                <section class="left" id="desk-list" tabindex="-1" aria-label=t!("desk-tabs")>
                    <Tabs desk />
                    {move || match desk.tab.get() {
                        Tab::Designs => view! { <Rows desk /> }.into_any(),
                        Tab::Kinds => view! { <KindTable desk /> }.into_any(),
                        Tab::Wishes => view! { <WishTable desk /> }.into_any(),
                        Tab::Where => view! { <Places desk /> }.into_any(),
                        Tab::Who => view! { <People desk /> }.into_any(),
                        Tab::Compare => view! { <Comparing desk /> }.into_any(),
                        Tab::Compose => view! { <Compose desk /> }.into_any(),
                        Tab::Answer => view! { <Answering desk /> }.into_any(),
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
        Tab::Designs => Some(desk.shown.read().len()),
        Tab::Aside => Some(desk.gathering.gathered.read().aside.len()).filter(|n| *n > 0),
        _ => None,
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
