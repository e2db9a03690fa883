//! The page: the project, then the designs that the link, the gallery, the token or files give.

use std::time::Duration;

use leptos::prelude::*;

use super::asked::designs_asked;
use super::bar::WallBar;
use super::entry::Entry;
use super::screen::Screen;
use super::state::Wall;
use super::tour::{Across, Act, act_of};
use crate::app::browser::{page, planner, pointer};
use crate::app::load::{self, Loaded};
use crate::app::parts::OpenProject;
use crate::app::parts::plan_view::SharedLook;
use crate::app::words::{t, words};
use crate::text::Message;

/// The whole page.
#[component]
pub fn Page() -> impl IntoView {
    view! { <OpenProject page=|loaded| view! { <WithProject loaded /> }.into_any() /> }
}

#[component]
fn WithProject(loaded: Loaded) -> impl IntoView {
    words().of_project(&loaded.project.catalogue);
    let look = SharedLook::of(&loaded);
    let wall = Wall::new(&loaded, look);
    let base = load::endpoint(&loaded);
    let strangers = begin(wall, &loaded, &base);
    let base = StoredValue::new(base);
    let keys = window_event_listener(leptos::ev::keydown, move |event| key(wall, &event));
    on_cleanup(move || keys.remove());
    let words = words();
    Effect::new(move |_| page::set_title(&words.key("wall-title")));
    page::mark_ready();
    let idle = idling();
    let empty = move || wall.designs.read().0.is_empty();
    let across = move || match wall.tour.get().across() {
        Across::One => "one",
        Across::Four => "four",
    };
    view! {
        <main class="wall" data-testid="wall" data-across=across
            data-idle=move || if idle.get() { "true" } else { "false" }
            data-dress=move || if wall.dark.get() { "dark" } else { "paper" }>
            <h1 class="aloud">{t!("wall-title")}</h1>
            {strangers.then(|| view! { <p class="wallnote" role="alert">{t!("wall-link-not-ours")}</p> })}
            {move || if empty() {
                view! { <Entry wall base first=true /> }.into_any()
            } else {
                view! {
                    <Screens wall />
                    <WallBar wall />
                }.into_any()
            }}
            {move || (wall.adding.get() && !empty()).then(|| view! { <Entry wall base first=false /> })}
        </main>
    }
}

/// Whether no hand has been near for a while, so that the controls can go.
fn idling() -> RwSignal<bool> {
    const PATIENCE: Duration = Duration::from_secs(5);
    let (idle, moves) = (RwSignal::new(false), StoredValue::new(0_u32));
    let stir = move || {
        moves.update_value(|moves| *moves += 1);
        let now = moves.get_value();
        idle.set(false);
        set_timeout(
            move || {
                if moves.try_get_value() == Some(now) {
                    idle.set(true);
                }
            },
            PATIENCE,
        );
    };
    stir();
    let pointer = window_event_listener(leptos::ev::pointermove, move |_| stir());
    on_cleanup(move || pointer.remove());
    idle
}

/// Begins with what needs no hand: the designs of the link, else what may be read. Says whether the
/// link named designs of another site.
fn begin(wall: Wall, loaded: &Loaded, base: &str) -> bool {
    let named = designs_asked(&page::query());
    let (own, strangers): (Vec<_>, Vec<_>) = named
        .into_iter()
        .filter_map(|address| page::resolved(&address).or(Some(address)))
        .partition(|address| page::is_same_origin(address));
    if !own.is_empty() {
        wall.gathering.read_addresses(own);
    } else if strangers.is_empty() && (loaded.project.file.gallery_open || planner::pass().is_some()) {
        wall.gathering
            .read(base, planner::pass().and_then(planner::Pass::token));
    }
    !strangers.is_empty()
}

/// Keys and clickers, from wherever the focus is; a field keeps its own.
fn key(wall: Wall, event: &leptos::ev::KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || pointer::is_typed_elsewhere(event) {
        return;
    }
    if event.key() == "Escape" {
        wall.adding.set(false);
        return;
    }
    if wall.designs.read_untracked().0.is_empty() || pointer::is_press_of_button(event) {
        return;
    }
    if let Some(act) = act_of(
        &event.key(),
        event.shift_key() && event.key().starts_with("Arrow"),
    ) {
        event.prevent_default();
        wall.act(act);
    }
}

/// The designs that are seen now: one, or four side by side.
#[component]
fn Screens(wall: Wall) -> impl IntoView {
    let words = words();
    let said = move || {
        let (shown, count) = (wall.tour.get().shown(), wall.designs.read().0.len());
        let message = match wall.tour.get().across() {
            Across::One => Message::new("wall-of").with("at", shown.start + 1),
            Across::Four => Message::new("wall-of-four")
                .with("from", shown.start + 1)
                .with("to", shown.end),
        };
        words.say(&message.with("count", count))
    };
    view! {
        <p class="aloud" role="status" data-testid="wall-place">{said}</p>
        <section class="screens" aria-label=t!("wall-screens")>
            <For each=move || wall.seen() key=|one| one.name let:one>
                <Screen wall one />
            </For>
        </section>
    }
}

/// What a press on a button of the bar does.
pub fn press(wall: Wall, act: Act) -> impl Fn(leptos::ev::MouseEvent) + Copy {
    move |_| wall.act(act)
}
