//! One card of the palette: dragged out with a pointer, tapped and then the plan tapped, or
//! chosen with Enter and placed with the keys.

use std::sync::Arc;

use leptos::ev::PointerEvent;
use leptos::html::Button;
use leptos::prelude::*;

use super::picture::KindPicture;
use crate::app::browser::{elements, pointer};
use crate::app::session::Session;
use crate::app::words::words;
use crate::catalogue::Kind;
use crate::editor::{Event, Pointer};
use crate::geometry::ScreenPt;
use crate::text::Message;

/// How far a pointer moves before a press becomes a drag, in pixels.
const DRAG_BEGINS: f64 = 6.0;

/// What a pointer does with the card.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Hold {
    #[default]
    Free,
    /// Pressed at a place of the plan's pixels, not moved yet.
    Pressed(i32, ScreenPt),
    /// Dragged out.
    Dragged(i32),
    /// Dragged and let go: the click that the browser adds means nothing.
    Spent,
}

/// A card.
#[component]
pub fn PaletteCard(
    /// Where it is placed.
    session: Session,
    /// What is placed.
    kind: Arc<Kind>,
    /// Called when it was taken.
    taken: Callback<()>,
) -> impl IntoView {
    let words = words();
    let card = NodeRef::<Button>::new();
    let hold = StoredValue::new(Hold::Free);
    let id = StoredValue::new(kind.id.clone());
    let on_plan = move |event: &PointerEvent| -> Option<Pointer> {
        elements::with_id("plan").map(|plan| pointer::pointer_in(&plan, event))
    };
    let down = move |event: PointerEvent| {
        if event.button() == 0
            && let Some(at) = on_plan(&event)
        {
            // At once, not when it moves: a quick mouse leaves the card with its first step.
            if let Some(card) = card.get_untracked() {
                pointer::capture(&card, at.id);
            }
            hold.set_value(Hold::Pressed(at.id, at.at));
        }
    };
    let moved = move |event: PointerEvent| {
        let Some(at) = on_plan(&event) else { return };
        match hold.get_value() {
            Hold::Pressed(pointer, from) if pointer == at.id && from.distance(at.at) > DRAG_BEGINS => {
                hold.set_value(Hold::Dragged(pointer));
                session.send(Event::DragFromPalette(id.get_value(), at));
                taken.run(());
            }
            Hold::Dragged(pointer) if pointer == at.id => session.send(Event::Move(at)),
            _ => {}
        }
    };
    let up = move |event: PointerEvent| {
        let Some(at) = on_plan(&event) else { return };
        match hold.get_value() {
            Hold::Dragged(pointer) if pointer == at.id => {
                hold.set_value(Hold::Spent);
                session.send(Event::Up(at));
                elements::focus_on("#plan");
            }
            _ => hold.set_value(Hold::Free),
        }
    };
    let lost = move |event: PointerEvent| {
        if hold.get_value() == Hold::Dragged(event.pointer_id()) {
            session.send(Event::PointerLost(event.pointer_id()));
        }
        if hold.get_value() != Hold::Spent {
            hold.set_value(Hold::Free);
        }
    };
    let click = move |_| {
        if hold.get_value() == Hold::Spent {
            hold.set_value(Hold::Free);
            return;
        }
        session.send(Event::Pick(id.get_value()));
        taken.run(());
        elements::focus_on("#plan");
    };
    let picked = move || {
        session
            .tool
            .with(|tool| tool.picked.as_ref() == Some(&id.get_value()))
    };
    let name = move || words.kind(&id.get_value());
    let (width, depth) = kind.size;
    let size = move || {
        words.say(
            &Message::new("palette-size")
                .number("width", width, 1)
                .number("depth", depth, 1),
        )
    };
    let hint = move || words.named(format!("kind-{}-hint", id.get_value()), "");
    view! {
        <button
            class="card-kind"
            type="button"
            data-testid="palette-item"
            data-kind=kind.id.as_str().to_owned()
            aria-pressed=move || if picked() { "true" } else { "false" }
            title=hint
            node_ref=card
            on:pointerdown=down
            on:pointermove=moved
            on:pointerup=up
            on:pointercancel=lost
            on:lostpointercapture=lost
            on:click=click
        >
            <KindPicture kind=kind.id.clone() />
            <span class="name">{name}</span>
            <span class="size">{size}</span>
        </button>
    }
}
