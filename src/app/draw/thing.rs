//! The card of what is selected: what it is, where it is, and everything that can be changed of it.

use std::sync::Arc;

use leptos::prelude::*;

use super::finding::findings_of;
use super::picture::KindPicture;
use super::several::{MoreActions, SeveralCard};
use super::variants::Variants;
use crate::app::parts::{ActionButton, Stepper};
use crate::app::session::Session;
use crate::app::words::{t, words};
use crate::catalogue::{Form, Kind};
use crate::design::{Placement, PlacementShape};
use crate::editor::{Action, Event, Property, rectangle_of};
use crate::rules;
use crate::text::{Measure, Message};

/// The card of the selection: one thing, or what can be done with several.
#[component]
pub fn ThingCard(
    /// The drawing.
    session: Session,
) -> impl IntoView {
    // Written anew for another thing only; while one thing changes, its fields stay under the finger.
    let only = Memo::new(move |_| match session.selection.get().as_slice() {
        [id] => Some(id.clone()),
        _ => None,
    });
    let many = Memo::new(move |_| session.selection.with(Vec::len));
    let one = move || {
        only.get()?;
        let thing = session.only_selected_untracked()?;
        let kind = session
            .project
            .with_value(|project| project.catalogue.kind(&thing.kind).cloned());
        Some(view! { <OneThing session first=thing kind /> })
    };
    let several = {
        let some = Memo::new(move |_| many.get() > 1);
        move || some.get().then(|| view! { <SeveralCard session count=many /> })
    };
    view! { {one} {several} }
}

/// One thing.
#[component]
fn OneThing(
    session: Session,
    /// The thing when it was selected; later values come from the session.
    first: Arc<Placement>,
    kind: Option<Arc<Kind>>,
) -> impl IntoView {
    let words = words();
    let kind_id = first.kind.clone();
    let thing = Memo::new(move |_| session.only_selected().unwrap_or_else(|| first.clone()));
    let name = {
        let id = kind_id.clone();
        move || words.kind(&id)
    };
    let project = session.project.get_value();
    let place = move || words.say(&rules::said(&project, &thing.get()));
    let note = move || thing.with(|thing| thing.note.to_string());
    let set_note = move |event| {
        let note: String = event_target_value(&event).chars().take(500).collect();
        session.send(Event::Set(Property::Note(note)));
    };
    let variants = kind.clone().map(|kind| view! { <Variants session kind thing /> });
    view! {
        <article class="thing" data-testid="thing" aria-label=t!("thing-name")>
            <header class="head">
                <KindPicture kind=kind_id />
                <div class="said">
                    <h2>{name}</h2>
                    <p class="soft">{place}</p>
                </div>
            </header>
            {findings_of(session, thing)}
            <ThingActions session />
            <MoreActions session />
            <Sizes session kind thing />
            {variants}
            <label>
                <span class="label">{t!("note-label")}</span>
                <textarea class="field" maxlength="500" prop:value=note on:change=set_note></textarea>
            </label>
        </article>
    }
}

/// What can be done with whatever is selected.
#[component]
fn ThingActions(session: Session) -> impl IntoView {
    view! {
        <div class="row" role="group" aria-label=t!("thing-actions")>
            <ActionButton session action=Action::TurnLeft />
            <ActionButton session action=Action::TurnRight />
            {move || session.can(Action::RemoveCorner).is_yes()
                .then(|| view! { <ActionButton session action=Action::RemoveCorner named=true /> })}
            <ActionButton session action=Action::Duplicate named=true />
            <ActionButton session action=Action::Delete named=true class="danger" />
        </div>
    }
}

/// Lengths and the turn, stepped or typed. An area is written anew when it becomes a rectangle by
/// its corners or stops being one.
#[component]
fn Sizes(session: Session, kind: Option<Arc<Kind>>, thing: Memo<Arc<Placement>>) -> impl IntoView {
    let form = Memo::new(move |_| {
        thing.with(|thing| match (rectangle_of(&thing.shape), &thing.shape) {
            (Some(_), _) => Form::Rectangle,
            (None, PlacementShape::Path { .. }) => Form::Path,
            (None, _) => Form::Area,
        })
    });
    move || sizes(session, kind.clone(), thing, form.get())
}

fn sizes(
    session: Session,
    kind: Option<Arc<Kind>>,
    thing: Memo<Arc<Placement>>,
    form: Form,
) -> impl IntoView + use<> {
    let free = (0.1, 1_000.0);
    let (width, depth) = kind.as_ref().map_or((free, free), |kind| {
        ((kind.width.min, kind.width.max), (kind.depth.min, kind.depth.max))
    });
    let round = kind.as_ref().is_some_and(|kind| kind.round);
    let length = move |key: &'static str,
                       of: fn(&PlacementShape) -> f64,
                       range: (f64, f64),
                       make: fn(f64) -> Property| {
        (range.0 < range.1).then(|| {
            let value = Signal::derive(move || thing.with(|thing| of(&thing.shape)));
            let set = Callback::new(move |metres: f64| session.send(Event::Set(make(metres))));
            view! { <Stepper name=text(key) unit=text("unit-m") value step=0.1 range set /> }
        })
    };
    let fields = match form {
        Form::Rectangle => (
            length(
                if round { "size-across" } else { "size-width" },
                width_of,
                width,
                Property::Width,
            ),
            (!round)
                .then(|| length("size-depth", depth_of, depth, Property::Depth))
                .flatten(),
        ),
        Form::Path => (None, length("size-path-width", depth_of, depth, Property::Depth)),
        Form::Area => (None, None),
    };
    let turn = (form == Form::Rectangle && !round).then(|| {
        let value = Signal::derive(move || thing.with(|thing| turn_of(&thing.shape)));
        let set = Callback::new(move |degrees: f64| session.send(Event::Set(Property::Turn(degrees))));
        view! {
            <Stepper name=text("size-turn") unit=text("unit-degrees") measure=Measure::Angle value step=15.0 range=(0.0, 360.0)
                decimals=1 wraps=true icons=("turn-right", "turn-left") set />
        }
    });
    let by_corners = thing.with_untracked(|thing| !matches!(thing.shape, PlacementShape::Rectangle { .. }));
    let area = by_corners.then(|| {
        let words = words();
        let said = move || {
            words.say(&Message::new("thing-area").number("m2", thing.with(|thing| thing.shape.area()), 0))
        };
        view! { <p class="soft">{said}</p> <p class="small soft">{t!("size-by-corners")}</p> }
    });
    view! { <div class="stack">{fields.0} {fields.1} {turn} {area}</div> }
}

fn text(key: &'static str) -> Signal<String> {
    let words = words();
    Signal::derive(move || words.key(key))
}

fn width_of(shape: &PlacementShape) -> f64 {
    rectangle_of(shape).map_or(0.0, |rectangle| rectangle.width)
}

fn depth_of(shape: &PlacementShape) -> f64 {
    match shape {
        PlacementShape::Path { width, .. } => *width,
        _ => rectangle_of(shape).map_or(0.0, |rectangle| rectangle.depth),
    }
}

fn turn_of(shape: &PlacementShape) -> f64 {
    rectangle_of(shape).map_or(0.0, |rectangle| rectangle.turn)
}
