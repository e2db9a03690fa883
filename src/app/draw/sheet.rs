//! The bottom sheet of the phone: the balance, four tabs and the button that sends; above them,
//! at one of three heights, what the tab shows. The thumb never has to leave the lower half.

use leptos::ev::PointerEvent;
use leptos::html::Div;
use leptos::prelude::*;

use super::findings::Findings;
use super::history::HistoryPanel;
use super::layers::LayersPanel;
use super::palette::Palette;
use super::side::{Things, count_badge, count_of, panel_key};
use super::strip::Strip;
use super::ui::{Dialog, Height, Panel, Ui};
use super::wishes::Wishes;
use crate::app::browser::pointer;
use crate::app::parts::Icon;
use crate::app::session::Session;
use crate::app::words::{t, words};

/// The states of a hand that drags.
const DRAGS: [&str; 4] = [
    "select.dragging",
    "select.resizing",
    "select.rotating",
    "select.reshaping",
];

/// The sheet.
#[component]
pub fn Sheet(
    /// The drawing.
    session: Session,
    /// The panels of the page.
    ui: Ui,
) -> impl IntoView {
    let words = words();
    let selected = Memo::new(move |_| session.selection.with(|selection| !selection.is_empty()));
    let card = Memo::new(move |_| selected.get() && ui.panel.get() == Panel::Things);
    // While a finger drags, what lies under the sheet is seen: where it goes, what it snaps to.
    let drags = Memo::new(move |_| session.tool.with(|tool| DRAGS.contains(&tool.path.as_str())));
    let title = move || {
        words.key(if card.get() {
            "panel-thing"
        } else {
            panel_key(ui.panel.get())
        })
    };
    let content = move || match ui.panel.get() {
        Panel::Palette => view! {
            <Palette session taken=Callback::new(move |()| ui.make_way()) />
        }
        .into_any(),
        Panel::Things => view! { <Things session ui /> }.into_any(),
        Panel::Findings => view! { <Findings session ui /> }.into_any(),
        Panel::Wishes => view! { <Wishes session ui /> }.into_any(),
        Panel::History => view! { <HistoryPanel session ui /> }.into_any(),
        Panel::Layers => view! { <LayersPanel session ui /> }.into_any(),
    };
    view! {
        <section class="sheet" class:away=move || drags.get() data-height=move || ui.height.get().word()
            aria-label=t!("sheet-name")>
            <div class="body" id="sheet-body">
                <Handle ui title=Signal::derive(title) />
                <div class="content" class:padded=move || ui.panel.get() != Panel::Palette>{content}</div>
            </div>
            <Strip session ui compact=true />
            <nav class="bar" aria-label=t!("side-tabs")>
                <SheetTab session ui panel=Panel::Palette icon="palette" />
                <SheetTab session ui panel=Panel::Things icon="list" />
                <SheetTab session ui panel=Panel::Findings icon="info" />
                <SheetTab session ui panel=Panel::Wishes icon="wish" />
                <button class="button main" type="button" data-testid="submit" on:click=move |_| ui.open(Dialog::Submit)>
                    {t!("submit-short")}
                </button>
            </nav>
        </section>
    }
}

/// The top of the sheet: its title, and its height by button or by drag.
#[component]
fn Handle(ui: Ui, title: Signal<String>) -> impl IntoView {
    let handle = NodeRef::<Div>::new();
    let from = StoredValue::new(None::<f64>);
    let down = move |event: PointerEvent| {
        from.set_value(Some(f64::from(event.client_y())));
        if let Some(handle) = handle.get_untracked() {
            pointer::capture_unless_button(&handle, &event);
        }
    };
    let up = move |event: PointerEvent| {
        const A_DRAG: f64 = 24.0;
        let Some(from) = from.get_value() else { return };
        let moved = f64::from(event.client_y()) - from;
        let height = ui.height.get_untracked();
        if moved < -A_DRAG {
            ui.height.set(Height::Full);
        } else if moved > A_DRAG {
            ui.height.set(if height == Height::Full {
                Height::Half
            } else {
                Height::Low
            });
        }
    };
    let full = move || ui.height.get() == Height::Full;
    let grow = move |_| ui.height.set(if full() { Height::Half } else { Height::Full });
    view! {
        <div class="handle" node_ref=handle on:pointerdown=down on:pointerup=up
            on:pointercancel=move |_| from.set_value(None)>
            <h2>{move || title.get()}</h2>
            <span class="row">
                <button class="button icon-only quiet" type="button" on:click=grow
                    aria-label=move || if full() { t!("sheet-lower")() } else { t!("sheet-higher")() }>
                    <Icon name=Signal::derive(move || if full() { "down" } else { "up" }) />
                </button>
                <button class="button icon-only quiet" type="button" aria-label=t!("sheet-close")
                    on:click=move |_| ui.make_way()>
                    <Icon name="cancel" />
                </button>
            </span>
        </div>
    }
}

#[component]
fn SheetTab(session: Session, ui: Ui, panel: Panel, icon: &'static str) -> impl IntoView {
    let words = words();
    let count = Memo::new(move |_| count_of(session, panel));
    let open = move || ui.panel.get() == panel && ui.height.get() != Height::Low;
    view! {
        <button class="button tab" type="button" data-panel=panel_key(panel)
            data-testid=(panel == Panel::Palette).then_some("palette-open")
            aria-expanded=move || if open() { "true" } else { "false" } aria-controls="sheet-body"
            on:click=move |_| ui.toggle(panel)>
            <Icon name=icon />
            <span>{move || words.key(panel_key(panel))}</span>
            {move || count_badge(count.get())}
        </button>
    }
}
