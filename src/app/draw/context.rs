//! The menu at the hand: what can be done with what is chosen or with the ground, and why not what
//! cannot. Opened by a second button, a long press, Shift and F10, or the menu key.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::ui::Ui;
use crate::app::browser::elements;
use crate::app::parts::{Icon, first_key};
use crate::app::session::Session;
use crate::app::words::{t, words};
use crate::editor::{ActionRow, Availability};
use crate::text::Message;

/// The menu, where it is open.
#[component]
pub fn ContextMenu(
    /// The drawing.
    session: Session,
    /// The panels of the page.
    ui: Ui,
) -> impl IntoView {
    move || ui.context.get().map(|at| view! { <Opened session ui at /> })
}

#[component]
fn Opened(session: Session, ui: Ui, at: (f64, f64)) -> impl IntoView {
    let words = words();
    let rows = session.ask(|editor| editor.menu()).unwrap_or_default();
    let count = rows.len();
    let chosen = StoredValue::new(0_usize);
    let go = move |to: usize| {
        chosen.set_value(to);
        elements::focus_on(&format!("#context-{to}"));
    };
    request_animation_frame(move || go(0));
    let close = move || {
        ui.context.set(None);
        elements::focus_on("#plan");
    };
    let key = move |event: KeyboardEvent| {
        let (now, last) = (chosen.get_value(), count.saturating_sub(1));
        event.stop_propagation();
        match event.key().as_str() {
            "ArrowDown" => go(if now == last { 0 } else { now + 1 }),
            "ArrowUp" => go(if now == 0 { last } else { now - 1 }),
            "Home" | "PageUp" => go(0),
            "End" | "PageDown" => go(last),
            "Escape" | "Tab" => close(),
            "Enter" | " " => return,
            _ => {}
        }
        event.prevent_default();
    };
    let title = move || {
        let chosen = session.selection.with(Vec::len);
        match (chosen, session.only_selected()) {
            (_, Some(thing)) => words.kind(&thing.kind),
            (0, None) => words.key("context-ground"),
            (n, None) => words.say(&Message::new("things-selected").with("n", n)),
        }
    };
    // Kept within the window, however low or far right the hand is.
    let left = format!("max(8px, min({:.0}px, 100vw - 296px))", at.0);
    let top = format!(
        "max(8px, min({:.0}px, 100dvh - 24px - {} * (var(--target) + 6px)))",
        at.1,
        count + 1
    );
    view! {
        <div class="veil clear" on:pointerdown=move |event| { event.prevent_default(); close(); }
            on:contextmenu=move |event| event.prevent_default()></div>
        <div class="menu context arrive" style:left=left style:top=top on:keydown=key
            on:contextmenu=move |event| event.prevent_default()>
            <p class="label" aria-hidden="true">{title}</p>
            <ul role="menu" aria-label=title data-testid="context">
                {rows.into_iter().enumerate()
                    .map(|(at, (row, can))| view! { <Item session ui row can at /> })
                    .collect_view()}
            </ul>
        </div>
    }
}

#[component]
fn Item(session: Session, ui: Ui, row: &'static ActionRow, can: Availability, at: usize) -> impl IntoView {
    let keys = first_key(row);
    let press = move |_| match can.reason() {
        Some(why) => session.teller.say(Message::new(why)),
        None => {
            ui.context.set(None);
            elements::focus_on("#plan");
            session.act(row.action);
        }
    };
    view! {
        <li role="none">
            <button class="menu-entry" type="button" role="menuitem" tabindex="-1" id=format!("context-{at}")
                data-action=row.key aria-disabled=can.reason().map(|_| "true") on:click=press>
                <Icon name=row.icon />
                <span class="said">
                    <span class="name">{t!(row.key)}</span>
                    {can.reason().map(|why| view! { <span class="place">{t!(why)}</span> })}
                </span>
                {keys.map(|key| view! { <kbd aria-hidden="true">{key}</kbd> })}
            </button>
        </li>
    }
}
