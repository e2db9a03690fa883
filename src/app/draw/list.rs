//! The twin of the plan: everything placed, as a list that can be read, reached and chosen.

use std::collections::HashSet;
use std::sync::Arc;

use leptos::prelude::*;

use super::empty::Empty;
use super::picture::KindPicture;
use super::ui::Ui;
use crate::app::session::Session;
use crate::app::words::{t, words};
use crate::design::{Placement, PlacementId};
use crate::editor::Event;
use crate::rules;
use crate::text::Message;

/// So many things are listed at first; a press lists as many more.
const MOST: usize = 200;

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
    let things = move || {
        let design = session.design.get();
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
    view! {
        <Show when=move || none.get()>
            <Empty ui said="list-empty" />
        </Show>
        <ul class="things" aria-label=t!("list-name")>
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
    let choose = move |_| {
        session.send(Event::Select {
            ids: vec![pressed.clone()],
            reveal: true,
        });
        ui.show_thing();
    };
    view! {
        <button
            class="item"
            type="button"
            data-testid="object"
            data-id=id.as_str().to_owned()
            data-kind=thing.kind.as_str().to_owned()
            aria-pressed=move || if selected() { "true" } else { "false" }
            on:click=choose
        >
            <KindPicture kind=thing.kind.clone() />
            <span class="said"><span class="name">{name}</span> <span class="place">{place}</span></span>
        </button>
    }
}
