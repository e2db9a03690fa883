//! Views that have a name: kept on this device, opened by their address.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::address::{look, sight};
use super::popover::Popover;
use super::sight::Sight;
use super::state::Desk;
use crate::app::browser::{elements, page};
use crate::app::parts::Icon;
use crate::app::words::{t, words};
use crate::text::Message;

/// More than these are not kept.
const MOST: usize = 60;
const LONGEST: usize = 60;

/// A view that was saved: its name and the parameters of its address.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Saved {
    name: String,
    query: String,
}

fn place(desk: Desk) -> String {
    desk.project
        .with_value(|project| format!("mulin.views.{}", project.file.id))
}

fn kept(desk: Desk) -> Vec<Saved> {
    let text = page::kept(&place(desk)).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}

/// The chip of saved views.
#[component]
pub fn ViewsChip(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let words = words();
    view! {
        <Popover label=Signal::derive(move || words.key("views-chip")) on=Signal::stored(false) word="views">
            <Views desk />
        </Popover>
    }
}

#[component]
fn Views(desk: Desk) -> impl IntoView {
    let words = words();
    let list = RwSignal::new(kept(desk));
    let name = RwSignal::new(String::new());
    let told = RwSignal::new(None::<Message>);
    let keep = move |all: Vec<Saved>| {
        // Written whole or not at all: the list says what the device has.
        let text = serde_json::to_string(&all).unwrap_or_default();
        match page::keep_whole(&place(desk), &text) {
            true => list.set(all),
            false => told.set(Some(Message::new("views-not-kept"))),
        }
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let called: String = name.get_untracked().trim().chars().take(LONGEST).collect();
        if called.is_empty() {
            told.set(Some(Message::new("views-call-it")));
            return;
        }
        let query = untrack(|| sight(desk)).write();
        let mut all = list.get_untracked();
        all.retain(|one| one.name != called);
        all.insert(
            0,
            Saved {
                name: called.clone(),
                query,
            },
        );
        all.truncate(MOST);
        told.set(Some(Message::new("views-kept").with("name", called)));
        name.set(String::new());
        keep(all);
    };
    let copy = move |_| {
        let link = page::base() + &untrack(|| sight(desk)).in_query(&page::query());
        elements::copy(&link, move |done| {
            let key = if done { "views-copied" } else { "views-not-copied" };
            // The panel may be closed by then.
            let _ = told.try_set(Some(Message::new(key)));
        });
    };
    let row = move |one: Saved| {
        let address = Sight::read(&one.query).in_query(&page::query());
        let (query, called, gone) = (one.query.clone(), one.name.clone(), one.name.clone());
        let open = move |event: leptos::ev::MouseEvent| {
            // Another window is the browser's matter.
            if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
                event.prevent_default();
                look(desk, Sight::read(&query));
            }
        };
        let forget = move |_| {
            let mut all = list.get_untracked();
            all.retain(|one| one.name != gone);
            told.set(Some(Message::new("views-forgotten").with("name", gone.as_str())));
            keep(all);
        };
        view! {
            <li class="savedview">
                <a class="button quiet" href=address data-testid="saved-view" on:click=open>{one.name}</a>
                <button class="button icon-only quiet" type="button" on:click=forget
                    aria-label=words.say(&Message::new("views-forget").with("name", called))><Icon name="delete" /></button>
            </li>
        }
    };
    view! {
        <ul class="savedviews" aria-label=t!("views-chip")>{move || list.get().into_iter().map(row).collect_view()}</ul>
        {move || list.read().is_empty().then(|| view! { <p class="small soft">{t!("views-none")}</p> })}
        <form on:submit=save>
            <label class="setting"><span>{t!("views-call")}</span>
                <input class="field" type="text" data-testid="view-name" maxlength="60" autocomplete="off"
                    prop:value=move || name.get() on:input=move |event| name.set(event_target_value(&event)) /></label>
            <button class="button" type="submit" data-testid="view-save"><Icon name="save" />{t!("views-save")}</button>
        </form>
        <button class="button quiet" type="button" data-testid="view-copy" on:click=copy>{t!("views-copy")}</button>
        <p class="small" role="status">{move || told.get().map(|said| words.say(&said))}</p>
        <p class="small soft">{t!("views-lead")}</p>
    }
}
