//! The command palette: every action with its key or the reason why not, houses by number, roads,
//! things placed, kinds to place; filtered as one types, gone through by keys, pressed by finger.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::ui::Ui;
use crate::app::browser::{elements, pinyin, pointer};
use crate::app::parts::{Icon, first_key};
use crate::app::session::Session;
use crate::app::words::{Words, t, words};
use crate::editor::{Entry, Event, Key, Spot};
use crate::rules;
use crate::text::Message;

/// How far Page Up and Page Down go.
const PAGE: isize = 8;

/// The palette.
#[component]
pub fn Find(
    /// The drawing.
    session: Session,
    /// The panels of the page.
    ui: Ui,
) -> impl IntoView {
    let words = words();
    let typed = RwSignal::new(String::new());
    let chosen = RwSignal::new(0_usize);
    let composing = StoredValue::new(false);
    let found = Memo::new_with_compare(
        move |_| {
            let text = typed.get();
            session
                .ask(|editor| editor.find(&text, pinyin::initial))
                .unwrap_or_default()
        },
        |_, _| true,
    );
    let take = move |text: String| {
        typed.set(text);
        chosen.set(0);
    };
    let input = move |event| {
        // While an input method composes, the field holds what is typed and not what is meant.
        if !composing.get_value() {
            take(event_target_value(&event));
        }
    };
    let pick = Callback::new(move |at: usize| {
        let entry = found.with_untracked(|found| found.get(at).cloned());
        if let Some(entry) = entry {
            choose(session, ui, entry);
        }
    });
    let key = move |event: KeyboardEvent| {
        let count = found.with_untracked(Vec::len);
        let named = event.key();
        let Some((key, _)) = pointer::key_of(&event).or(page_key(&event, &named)) else {
            return;
        };
        let step = match (key, named.as_str()) {
            (Key::Down, _) => 1,
            (Key::Up, _) => -1,
            (_, "PageDown") => PAGE,
            (_, "PageUp") => -PAGE,
            (Key::Enter, _) => {
                event.prevent_default();
                return pick.run(chosen.get_untracked());
            }
            _ => return,
        };
        event.prevent_default();
        let last = count.saturating_sub(1);
        chosen.update(|at| {
            *at = match (step, *at) {
                (-1, 0) => last,
                (1, at) if at == last => 0,
                (step, at) => at.saturating_add_signed(step).min(last),
            }
        });
        elements::reveal(&format!("#found-{}", chosen.get_untracked()));
    };
    // A dialog gives the focus to its first button; here one comes to type.
    request_animation_frame(|| elements::focus_on("[data-testid=find-text]"));
    let count = move || words.say(&Message::new("find-count").with("n", found.with(Vec::len)));
    let active = move || found.with(|found| (!found.is_empty()).then(|| format!("found-{}", chosen.get())));
    view! {
        <div class="finder stack">
            <input class="field" type="text" role="combobox" data-testid="find-text" autocomplete="off"
                autocapitalize="off" spellcheck="false" enterkeyhint="go" aria-expanded="true" aria-controls="found" aria-autocomplete="list"
                aria-activedescendant=active aria-label=t!("find-label") placeholder=t!("find-example")
                on:input=input on:keydown=key
                on:compositionstart=move |_| composing.set_value(true)
                on:compositionend=move |event| { composing.set_value(false); take(event_target_value(&event)); } />
            <p class="aloud" role="status" aria-live="polite">{count}</p>
            <ul class="found" id="found" role="listbox" aria-label=t!("find-found")>
                {move || found.with(|found| found.iter().enumerate()
                    .map(|(at, entry)| row(session, words, entry, at, chosen, pick))
                    .collect_view())}
            </ul>
            <Show when=move || found.with(Vec::is_empty)><p class="empty">{t!("find-none")}</p></Show>
        </div>
    }
}

/// Page Up and Page Down mean something in a list and nothing on the plan.
fn page_key(event: &KeyboardEvent, named: &str) -> Option<(Key, crate::editor::Mods)> {
    let pages = matches!(named, "PageDown" | "PageUp") && !event.is_composing();
    pages.then(|| (Key::Menu, crate::editor::Mods::default()))
}

/// How a line of the palette looks.
struct Shown {
    icon: &'static str,
    name: String,
    detail: String,
    key: String,
    id: String,
    why_not: bool,
}

fn row(
    session: Session,
    words: Words,
    entry: &Entry,
    at: usize,
    chosen: RwSignal<usize>,
    pick: Callback<usize>,
) -> impl IntoView + use<> {
    let shown = shown(session, words, entry);
    view! {
        <li class="line" role="option" id=format!("found-{at}") data-testid="found" data-entry=shown.id
            aria-selected=move || if chosen.get() == at { "true" } else { "false" }
            aria-disabled=shown.why_not.then_some("true")
            on:pointermove=move |_| if chosen.get_untracked() != at { chosen.set(at) }
            on:click=move |_| pick.run(at)>
            <Icon name=shown.icon />
            <span class="said"><span class="name">{shown.name}</span><span class="place">{shown.detail}</span></span>
            {(!shown.key.is_empty()).then(|| view! { <kbd>{shown.key}</kbd> })}
        </li>
    }
}

fn shown(session: Session, words: Words, entry: &Entry) -> Shown {
    let blank = |icon, name, detail, id| Shown {
        icon,
        name,
        detail,
        key: String::new(),
        id,
        why_not: false,
    };
    match entry {
        Entry::Act(row, can) => Shown {
            key: first_key(row).unwrap_or_default(),
            why_not: !can.is_yes(),
            ..blank(
                row.icon,
                words.key(row.key),
                can.reason().map(|why| words.key(why)).unwrap_or_default(),
                row.key.to_owned(),
            )
        },
        Entry::Pick(kind) => {
            let name = Message::new("find-place").with("what", kind.name());
            blank("palette", words.say(&name), String::new(), kind.to_string())
        }
        Entry::Go(Spot::Thing(id)) => {
            let thing = session
                .design
                .with_untracked(|design| design.placement(id).cloned());
            let name = thing
                .as_ref()
                .map(|thing| words.kind(&thing.kind))
                .unwrap_or_default();
            let place = thing.map(|thing| {
                let place = session
                    .project
                    .with_value(|project| words.say(&rules::said(project, &thing)));
                if thing.note.is_empty() {
                    place
                } else {
                    format!("{} · {place}", *thing.note)
                }
            });
            blank("pin", name, place.unwrap_or_default(), id.to_string())
        }
        Entry::Go(Spot::Feature(id)) => {
            let name = session.project.with_value(|project| {
                let feature = project.estate.feature(id)?;
                Some(words.say(&rules::feature_name(feature)))
            });
            blank(
                "find",
                name.unwrap_or_default(),
                words.key("find-on-plan"),
                id.to_string(),
            )
        }
    }
}

/// Does what a line says. One that cannot be done says why and leaves the palette open.
fn choose(session: Session, ui: Ui, entry: Entry) {
    let close = || {
        ui.dialog.set(None);
        elements::focus_on("#plan");
    };
    match entry {
        Entry::Act(_, can) if !can.is_yes() => {
            if let Some(why) = can.reason() {
                session.teller.say(Message::new(why));
            }
        }
        Entry::Act(row, _) => {
            close();
            session.act(row.action);
        }
        Entry::Go(spot) => {
            close();
            ui.make_way();
            session.send(Event::Visit(spot));
        }
        Entry::Pick(kind) => {
            close();
            ui.make_way();
            session.send(Event::Pick(kind));
        }
    }
}
