//! The twin of the plan: everything placed, as a list that can be read, reached and chosen.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;

use super::empty::Empty;
use super::picture::KindPicture;
use super::ui::Ui;
use crate::app::browser::elements;
use crate::app::parts::{ActionButton, Icon};
use crate::app::session::Session;
use crate::app::words::{t, words};
use crate::design::{Placement, PlacementId};
use crate::editor::{Action, Event};
use crate::rules;
use crate::text::Message;

/// So many things are listed at first; a press lists as many more. Each row is painted again whenever what
/// stands above the list grows.
const MOST: usize = 80;

/// The list follows a change after so many milliseconds: some frames.
const LATER_MS: u64 = 40;

/// What is selected, to be asked by every row.
type Chosen = Memo<HashSet<PlacementId>>;

/// The list of what is placed.
#[component]
pub fn ThingList(
    /// What is listed.
    session: Session,
    /// The panels of the page.
    ui: Ui,
) -> impl IntoView {
    let words = words();
    let most = RwSignal::new(MOST);
    // The list follows once the plan has shown the change: its rows are dear, and far from the hand.
    let listed = RwSignal::new(session.design.get_untracked());
    Effect::new(move |_| {
        session.design.track();
        set_timeout(
            move || {
                if let Some(now) = session.design.try_get_untracked() {
                    let _ = listed.try_set(now);
                }
            },
            Duration::from_millis(LATER_MS),
        );
    });
    let things = move || {
        let design = listed.get();
        let selection = session.selection.get();
        let listed = design.placements().iter().enumerate();
        // What is selected is always listed, however far down it stands, unless it is very much.
        let far: HashSet<&PlacementId> = selection.iter().take(MOST).collect();
        let listed = listed.filter(|(at, thing)| *at < most.get() || far.contains(&thing.id));
        listed.map(|(_, thing)| thing.clone()).collect::<Vec<_>>()
    };
    let chosen: Chosen = Memo::new(move |_| session.selection.with(|ids| ids.iter().cloned().collect()));
    let more = Memo::new(move |_| {
        session
            .design
            .with(|design| design.placements().len())
            .saturating_sub(most.get())
    });
    let none = Memo::new(move |_| session.design.with(|design| design.placements().is_empty()));
    let choosing = Memo::new(move |_| session.tool.with(|tool| tool.path.starts_with("choose.")));
    view! {
        <Show when=move || !none.get()><ListBar session choosing /></Show>
        <Show when=move || none.get()>
            <Empty ui said="list-empty" />
        </Show>
        <ul class="things" class:choosing=move || choosing.get() aria-label=t!("list-name") on:keydown=back_to_plan>
            // The key names the value too, so that a thing that changed is written anew and no other.
            <For each=things key=|thing| (thing.id.clone(), Arc::as_ptr(thing) as usize)
                children=move |thing| view! { <li><ThingRow session ui chosen thing /></li> } />
        </ul>
        <Show when=move || { more.get() > 0 }>
            <button class="button" type="button" on:click=move |_| most.update(|most| *most += MOST)>
                {move || words.say(&Message::new("list-more").with("n", more.get()))}
            </button>
        </Show>
    }
}

/// Escape leads from a panel back to the plan: by Tab the way is long, past every command of the page.
pub fn back_to_plan(event: KeyboardEvent) {
    if event.key() == "Escape" {
        event.prevent_default();
        event.stop_propagation();
        elements::focus_on("#plan");
    }
}

/// One thing: its picture, name, place and size; chosen by a press.
#[component]
fn ThingRow(session: Session, ui: Ui, chosen: Chosen, thing: Arc<Placement>) -> impl IntoView {
    let words = words();
    let id: PlacementId = thing.id.clone();
    let own = id.clone();
    let selected = move || chosen.with(|chosen| chosen.contains(&own));
    let kind = thing.kind.clone();
    let name = move || words.kind(&kind);
    let place = {
        let thing = thing.clone();
        let project = session.project.get_value();
        move || words.say(&rules::said(&project, &thing))
    };
    let pressed = id.clone();
    let choose = move |adds: bool| {
        let adds = adds
            || session
                .tool
                .with_untracked(|tool| tool.path.starts_with("choose."));
        let mut ids = if adds {
            session.selection.get_untracked()
        } else {
            Vec::new()
        };
        match ids.iter().position(|known| *known == pressed) {
            Some(at) => drop(ids.remove(at)),
            None => ids.push(pressed.clone()),
        }
        session.send(Event::Select { ids, reveal: !adds });
        if !adds {
            ui.show_thing();
        }
    };
    let by_key = choose.clone();
    // Shift and the space bar add one or take it away, as in every list of several.
    let key = move |event: KeyboardEvent| {
        if event.key() == " " && event.shift_key() {
            event.prevent_default();
            by_key(true);
        }
    };
    let press = move |event: MouseEvent| choose(event.shift_key() || event.ctrl_key() || event.meta_key());
    let signs = signs(session, &thing);
    view! {
        <button
            class="item"
            type="button"
            data-testid="object"
            data-id=id.as_str().to_owned()
            data-kind=thing.kind.as_str().to_owned()
            aria-pressed=move || if selected() { "true" } else { "false" }
            on:click=press
            on:keydown=key
        >
            <KindPicture kind=thing.kind.clone() />
            <span class="said"><span class="name">{name}</span> <span class="place">{place}</span></span>
            {signs}
        </button>
    }
}

/// What is done with the list: choose several, paste, and show what is hidden.
#[component]
fn ListBar(session: Session, choosing: Memo<bool>) -> impl IntoView {
    let words = words();
    let hidden = Memo::new(move |_| session.hidden.with(|hidden| hidden.len()));
    view! {
        <div class="row listbar" role="group" aria-label=t!("list-name")>
            <ActionButton session action=Action::ChooseSeveral named=true pressed=Signal::from(choosing) />
            <ActionButton session action=Action::SelectAll />
            <ActionButton session action=Action::Paste />
        </div>
        <Show when=move || { hidden.get() > 0 }>
            <p class="row notice" data-testid="hidden">
                <span>{move || words.say(&Message::new("hidden-count").with("n", hidden.get()))}</span>
                <ActionButton session action=Action::ShowAll named=true />
            </p>
        </Show>
    }
}

/// That a thing is locked, in a group or hidden, as icons with their words.
fn signs(session: Session, thing: &Placement) -> impl IntoView + use<> {
    let words = words();
    let sign = move |icon: &'static str, key: &'static str| {
        view! {
            <span class="sign" title=move || words.key(key)><Icon name=icon /><span class="aloud">{move || words.key(key)}</span></span>
        }
    };
    let locked = thing.locked.then(|| sign("lock", "thing-locked"));
    let grouped = thing.group.is_some().then(|| sign("group", "thing-grouped"));
    let id = thing.id.clone();
    let is_hidden = Memo::new(move |_| session.hidden.with(|hidden| hidden.contains(&id)));
    let hidden = move || is_hidden.get().then(|| sign("hide", "thing-hidden"));
    view! { <span class="signs">{locked} {grouped} {hidden}</span> }
}
