//! The card of several things, and what else can be done with one: calm groups of buttons, each a
//! row of the action table.

use leptos::prelude::*;

use crate::app::parts::ActionButton;
use crate::app::session::Session;
use crate::app::words::{t, words};
use crate::editor::Action;
use crate::text::Message;

const ALIGN: [Action; 6] = [
    Action::AlignLeft,
    Action::AlignCentre,
    Action::AlignRight,
    Action::AlignTop,
    Action::AlignMiddle,
    Action::AlignBottom,
];
const SPREAD: [Action; 2] = [Action::DistributeAcross, Action::DistributeAlong];
const MORE: [Action; 3] = [Action::MakeRow, Action::ReplaceKind, Action::SelectKind];
const CLIPBOARD: [Action; 3] = [Action::Copy, Action::Cut, Action::Paste];

/// What can be done with several things.
#[component]
pub fn SeveralCard(
    /// The drawing.
    session: Session,
    /// How many are selected.
    #[prop(into)]
    count: Signal<usize>,
) -> impl IntoView {
    let words = words();
    let heading = move || words.say(&Message::new("several-selected").with("n", count.get()));
    view! {
        <div class="thing several" data-testid="several">
            <h2>{heading}</h2>
            <div class="row" role="group" aria-label=t!("thing-actions")>
                <ActionButton session action=Action::TurnLeft />
                <ActionButton session action=Action::TurnRight />
                <ActionButton session action=Action::Duplicate named=true />
                <ActionButton session action=Action::Delete named=true class="danger" />
            </div>
            {acts(session, "several-align", &ALIGN, false)}
            {acts(session, "several-spread", &SPREAD, false)}
            <Together session />
            {acts(session, "several-more", &MORE, true)}
            {acts(session, "several-clipboard", &CLIPBOARD, true)}
        </div>
    }
}

/// Group, lock and hide: of two that undo each other the one that can be done now.
#[component]
fn Together(
    /// The drawing.
    session: Session,
) -> impl IntoView {
    view! {
        <div class="acts" role="group" aria-label=t!("several-together")>
            <h3>{t!("several-together")}</h3>
            <div class="row">
                {either(session, Action::Group, Action::Ungroup)}
                {either(session, Action::Lock, Action::Unlock)}
                <ActionButton session action=Action::Hide named=true />
            </div>
        </div>
    }
}

/// What else can be done with one thing, folded away; that it is locked is said openly.
#[component]
pub fn MoreActions(
    /// The drawing.
    session: Session,
) -> impl IntoView {
    let locked = Memo::new(move |_| session.can(Action::Unlock).is_yes());
    let grouped = Memo::new(move |_| session.can(Action::Ungroup).is_yes());
    view! {
        <Show when=move || locked.get()>
            <p class="row notice" data-testid="locked">
                <span>{t!("thing-locked")}</span>
                <ActionButton session action=Action::Unlock named=true />
            </p>
        </Show>
        <details class="more">
            <summary class="button">{t!("several-more")}</summary>
            <div class="row">
                {MORE.map(|action| view! { <ActionButton session action named=true /> }).collect_view()}
                <Show when=move || !locked.get()><ActionButton session action=Action::Lock named=true /></Show>
                <ActionButton session action=Action::Hide named=true />
                <Show when=move || grouped.get()><ActionButton session action=Action::Ungroup named=true /></Show>
                {CLIPBOARD.map(|action| view! { <ActionButton session action named=true /> }).collect_view()}
            </div>
        </details>
    }
}

fn acts(session: Session, title: &'static str, actions: &'static [Action], named: bool) -> impl IntoView {
    let words = words();
    let name = move || words.key(title);
    view! {
        <div class="acts" role="group" aria-label=name>
            <h3>{name}</h3>
            <div class="row">
                {actions.iter().map(|action| view! { <ActionButton session action=*action named /> }).collect_view()}
            </div>
        </div>
    }
}

fn either(session: Session, first: Action, second: Action) -> impl IntoView {
    let shown = Memo::new(
        move |_| match (session.can(first).is_yes(), session.can(second).is_yes()) {
            (false, true) => second,
            _ => first,
        },
    );
    move || view! { <ActionButton session action=shown.get() named=true /> }
}
