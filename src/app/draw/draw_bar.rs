//! What the hand can do now, in a sentence, and the buttons for it: how to draw, measure or choose before
//! the first point, then done, one point back, leave it. Nothing needs a key.

use leptos::prelude::*;

use super::finding::LiveFinding;
use super::note_card::NoteCard;
use super::ui::Ui;
use crate::app::browser::elements;
use crate::app::parts::ActionButton;
use crate::app::session::Session;
use crate::app::words::{t, words};
use crate::catalogue::{Form, KindId};
use crate::editor::{Action, Event};

/// The ways to draw, to measure and to choose several, with the keys of their short names.
const DRAWN: [(Action, &str); 4] = [
    (Action::ToolOutline, "mode-polygon"),
    (Action::ToolRectangle, "mode-rectangle"),
    (Action::ToolTurned, "mode-turned"),
    (Action::ToolPath, "mode-path"),
];
const MEASURED: [(Action, &str); 3] = [
    (Action::MeasureDistance, "mode-distance"),
    (Action::MeasurePath, "mode-way"),
    (Action::MeasureArea, "mode-area"),
];
const CHOSEN: [(Action, &str); 2] = [
    (Action::ChooseByRing, "mode-ring"),
    (Action::ChooseByBox, "mode-box"),
];

/// The sentence and the buttons, at the top of the plan.
#[component]
pub fn DrawBar(
    /// The drawing.
    session: Session,
    /// The panels of the page.
    ui: Ui,
) -> impl IntoView {
    let words = words();
    let hint = Memo::new(move |_| session.tool.with(|tool| tool.hint.clone()));
    let writes = Memo::new(move |_| {
        session
            .tool
            .with(|tool| tool.note.as_ref().map(|note| note.wish.clone()))
    });
    let begins = Memo::new(move |_| {
        session.tool.with(|tool| {
            let begins = tool.points == 0 && !tool.path.ends_with("pulling");
            begins.then_some(tool.mode).flatten()
        })
    });
    let modes = move || match begins.get() {
        Some(mode) if DRAWN.iter().any(|(action, _)| *action == mode) => {
            view! { <Modes session modes=&DRAWN name="draw-modes-name" /> <KindChoice session /> }.into_any()
        }
        Some(mode) if CHOSEN.iter().any(|(action, _)| *action == mode) => {
            view! { <Modes session modes=&CHOSEN name="choose-modes-name" /> }.into_any()
        }
        Some(_) => view! { <Modes session modes=&MEASURED name="measure-modes-name" /> }.into_any(),
        None => ().into_any(),
    };
    let sentence = move || {
        match writes.get() {
        Some(wish) => view! { <NoteCard session ui wish /> }.into_any(),
        None => view! {
            <span data-testid="hint-text">{move || session.snapped.get().or_else(|| hint.get()).map(|hint| words.say(&hint))}</span>
            <LiveFinding session />
            {modes}
            <Again session />
            <Buttons session />
        }
        .into_any(),
    }
    };
    view! {
        <Show when=move || hint.get().is_some()>
            <div class="hint" class:writing=move || writes.get().is_some() data-testid="hint">{sentence}</div>
        </Show>
    }
}

/// The buttons that mean something now. Done that cannot be yet says why.
#[component]
fn Buttons(session: Session) -> impl IntoView {
    let shown = Memo::new(move |_| {
        session.tool.with(|tool| {
            let cleared = tool.measured && tool.points == 0;
            let by_its_last_point = [Action::ToolRectangle, Action::ToolTurned, Action::MeasureDistance];
            let open = tool.mode.is_some_and(|mode| !by_its_last_point.contains(&mode));
            let drawn = tool.points > 0;
            [
                (Action::PlaceHere, tool.cross || tool.path.starts_with("place.")),
                (Action::Done, drawn && open),
                (Action::PointBack, drawn),
                (Action::ClearMeasure, cleared),
                (Action::Cancel, !cleared),
            ]
        })
    });
    let buttons = move || {
        let able = |action| matches!(action, Action::Done) || session.can(action).is_yes();
        let wanted = shown
            .get()
            .into_iter()
            .filter(|(action, wanted)| *wanted && able(*action));
        wanted
            .map(|(action, _)| view! { <ActionButton session action named=true /> })
            .collect_view()
    };
    // Choosing several ends by its own word: nothing was drawn.
    let choosing = Memo::new(move |_| session.tool.with(|tool| tool.path == "choose.idle"));
    let chosen = move || {
        choosing.get().then(|| {
            view! {
                <button class="button" type="button" data-action="action-done" on:click=move |_| session.act(Action::Done)>
                    {t!("list-choosing-done")}
                </button>
            }
        })
    };
    view! { {chosen} {buttons} }
}

/// While a kind is in the hand: a chip that keeps it there, so that a row of trees needs no key.
#[component]
fn Again(session: Session) -> impl IntoView {
    let words = words();
    let row = Action::PlaceAgain.row();
    let places = Memo::new(move |_| session.tool.with(|tool| tool.path == "place.waiting"));
    let pressed = move || session.tool.with(|tool| tool.again);
    view! {
        <Show when=move || places.get()>
            <button class="button chip" type="button" data-action=row.key
                aria-pressed=move || if pressed() { "true" } else { "false" } on:click=move |_| session.act(row.action)>
                {move || words.key(row.key)}
            </button>
        </Show>
    }
}

/// Chips of which one is pressed.
#[component]
fn Modes(session: Session, modes: &'static [(Action, &'static str)], name: &'static str) -> impl IntoView {
    let words = words();
    let chips = modes.iter().map(|(action, key)| {
        let row = action.row();
        let pressed = move || session.tool.with(|tool| tool.mode == Some(*action));
        view! {
            <button class="button chip" type="button" data-action=row.key title=move || words.key(row.key)
                aria-pressed=move || if pressed() { "true" } else { "false" } on:click=move |_| session.act(*action)>
                {move || words.key(key)}
            </button>
        }
    });
    view! { <div class="chips" role="group" aria-label=t!(name)>{chips.collect_view()}</div> }
}

/// What the outline will be: every kind that has corners.
#[component]
fn KindChoice(session: Session) -> impl IntoView {
    let words = words();
    let kinds = session.project.with_value(|project| {
        let kinds = project.catalogue.offered();
        let drawn = kinds.filter(|kind| kind.form != Form::Rectangle);
        drawn.map(|kind| kind.id.clone()).collect::<Vec<_>>()
    });
    let options = kinds.into_iter().map(|kind| {
        let (value, named) = (kind.to_string(), kind.clone());
        let is = move || session.tool.with(|tool| tool.picked.as_ref() == Some(&kind));
        view! { <option value=value selected=is>{move || words.kind(&named)}</option> }
    });
    view! {
        <select class="field" data-testid="draw-kind" aria-label=t!("draw-kind-name")
            on:change=move |event| session.send(Event::Draw(KindId::new(&elements::value_of(&event))))>
            {options.collect_view()}
        </select>
    }
}
