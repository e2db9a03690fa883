//! The lengths at the thing that is selected: pressed, each becomes a field that takes a number, a
//! unit or a simple sum.

use leptos::ev::KeyboardEvent;
use leptos::html::Input;
use leptos::prelude::*;

use crate::app::browser::{elements, pointer};
use crate::app::session::Session;
use crate::app::words::{t, words};
use crate::editor::{Event, Length, LengthOf, Property};
use crate::text::{Measure, Message, amount};

/// The lengths over the plan.
#[component]
pub fn Lengths(
    /// The drawing.
    session: Session,
) -> impl IntoView {
    session.write_lengths();
    let chip = move |length: Length| view! { <LengthChip session of=length.of /> };
    view! {
        <div class="lengths" role="group" aria-label=t!("lengths-name")>
            <For each=move || session.lengths.get() key=|length| length.of children=chip />
        </div>
    }
}

/// One length: a button at its place, or the field that it became.
#[component]
fn LengthChip(session: Session, of: LengthOf) -> impl IntoView {
    let words = words();
    let length = Memo::new(move |_| {
        session
            .lengths
            .with(|all| all.iter().find(|length| length.of == of).cloned())
    });
    let typing = RwSignal::new(false);
    // What is typed is meant for the thing at which it stood.
    Effect::new(move |_| {
        session.selection.track();
        typing.set(false);
    });
    let place = move || {
        let at = length.with(|length| length.as_ref().map(|length| length.at));
        at.map(|at| format!("translate({:.1}px, {:.1}px) translate(-50%, -50%)", at.x, at.y))
    };
    let value = move || length.with(|length| length.as_ref().map_or(0.0, |length| length.value));
    let shown = move || words.say(&said(of, value()));
    let named = move || length.with(|length| length.as_ref().map(|length| length.name.clone()));
    let told = move || {
        let name = named().unwrap_or_else(|| Message::new("length-width"));
        words.say(
            &Message::new("length-said")
                .with("name", name)
                .with("value", said(of, value())),
        )
    };
    let button = move || {
        view! {
            <button class="length" type="button" data-testid="length" data-of=word(of) aria-label=told title=told
                on:click=move |_| typing.set(true)>
                <span aria-hidden="true">{shown}</span>
            </button>
        }
    };
    let field = move || view! { <LengthField session of name=named().unwrap_or_else(|| Message::new("length-width")) value=length.with_untracked(|length| length.as_ref().map_or(0.0, |length| length.value)) typing /> };
    view! {
        <div class="at" style:transform=place>
            {move || if typing.get() { field().into_any() } else { button().into_any() }}
        </div>
    }
}

/// The field of a length. Enter makes it so as one step, Escape leaves it as it was.
#[component]
fn LengthField(
    session: Session,
    of: LengthOf,
    name: Message,
    value: f64,
    typing: RwSignal<bool>,
) -> impl IntoView {
    let words = words();
    let input = NodeRef::<Input>::new();
    let before = number(of, value);
    let first = before;
    Effect::new(move |_| {
        if let Some(input) = input.get() {
            elements::focus_and_select(&input);
        }
    });
    // True where the field may go: the number was taken, or nothing was typed.
    let take = move |text: String| {
        if text == before.get_value() {
            return true;
        }
        match amount(&text, measure(of)) {
            Err(why) => {
                session.teller.tell(why);
                false
            }
            Ok(number) => {
                session.send(Event::Set(property(of, number)));
                tell_held(session, of, number);
                true
            }
        }
    };
    let leave = move || {
        typing.set(false);
        request_animation_frame(move || elements::focus_on(&format!(".length[data-of='{}']", word(of))));
    };
    let key = move |event: KeyboardEvent| match event.key().as_str() {
        _ if pointer::is_composed(&event) => {}
        "Enter" => {
            event.prevent_default();
            if take(elements::value_of(&event)) {
                leave();
            }
        }
        "Escape" => {
            event.stop_propagation();
            leave();
        }
        _ => {}
    };
    let blurred = move |event: leptos::ev::FocusEvent| {
        // Gone already when Enter or Escape took it away.
        if typing.try_get_untracked() == Some(true) {
            take(elements::value_of(&event));
            typing.set(false);
        }
    };
    let label = move || words.say(&Message::new("length-typed").with("name", name.clone()));
    view! {
        <input class="field" type="text" autocomplete="off" enterkeyhint="done" data-testid="length-field"
            node_ref=input aria-label=label prop:value=first.get_value() on:keydown=key on:blur=blurred />
    }
}

/// Says so when a kind could not be as large or as small as was typed.
fn tell_held(session: Session, of: LengthOf, wanted: f64) {
    let now = session
        .ask(|editor| editor.lengths())
        .and_then(|all| all.into_iter().find(|length| length.of == of));
    if let (Some(now), false) = (now, of == LengthOf::Turn)
        && (now.value - wanted).abs() > 0.006
    {
        let held = Message::new("why-length-held").with("value", said(of, now.value));
        session.teller.tell(held);
    }
}

fn said(of: LengthOf, value: f64) -> Message {
    match of {
        LengthOf::Turn => Message::new("length-degrees").number("value", value, 1),
        _ => Message::new("length-metres").number("value", value, 2),
    }
}

/// The number as it is put into the field, without needless zeros.
fn number(of: LengthOf, value: f64) -> StoredValue<String> {
    let text = match of {
        LengthOf::Turn => format!("{value:.1}"),
        _ => format!("{value:.2}"),
    };
    let text = text.trim_end_matches('0').trim_end_matches('.').to_owned();
    StoredValue::new(text)
}

fn measure(of: LengthOf) -> Measure {
    match of {
        LengthOf::Turn => Measure::Angle,
        _ => Measure::Length,
    }
}

fn property(of: LengthOf, number: f64) -> Property {
    match of {
        LengthOf::Width => Property::Width(number),
        LengthOf::Depth => Property::Depth(number),
        LengthOf::Side(side) => Property::Side(side, number),
        LengthOf::Gap => Property::Gap(number),
        LengthOf::Turn => Property::Turn(number),
    }
}

fn word(of: LengthOf) -> String {
    match of {
        LengthOf::Width => "width".to_owned(),
        LengthOf::Depth => "depth".to_owned(),
        LengthOf::Side(side) => format!("side-{side}"),
        LengthOf::Gap => "gap".to_owned(),
        LengthOf::Turn => "turn".to_owned(),
    }
}
