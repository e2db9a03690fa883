//! The plan: canvases over each other, and the hand, wheel and keys upon them.

use leptos::ev::{KeyboardEvent, MouseEvent, PointerEvent, WheelEvent};
use leptos::html::{Canvas, Div};
use leptos::prelude::*;

use super::ui::{Panel, Ui};
use crate::app::browser::painting::Painting;
use crate::app::browser::pointer::Over;
use crate::app::browser::{elements, pointer};
use crate::app::prefs::prefs;
use crate::app::session::Session;
use crate::app::shell::asked;
use crate::app::words::{t, words};
use crate::editor::{Button, Event, Key, Pointer};
use crate::geometry::ScreenPt;
use crate::text::Message;

/// A finger or pen that rests this long on one place asks for the menu, as phones have it.
const LONG_PRESS: std::time::Duration = std::time::Duration::from_millis(500);

/// The plan. A region with a name, a description of its keys, and a twin in the list of things.
#[component]
pub fn Plan(
    /// What it shows and drives.
    session: Session,
    /// The panels of the page.
    ui: Ui,
) -> impl IntoView {
    let words = words();
    let plan = NodeRef::<Div>::new();
    let canvases = [NodeRef::<Canvas>::new(), NodeRef::new(), NodeRef::new()];
    // Where the plan stands in the window, from the press until the hand lets go: asked again at every
    // move, the browser would have to finish its layout for each.
    let corner = StoredValue::new(None);
    attach(session, plan, canvases, corner);
    // A place that was pointed to for a wish leads back to its words.
    Effect::new(move |_| {
        if session.wish_place.with(Option::is_some) {
            ui.show(Panel::Wishes);
        }
    });
    let pointed = move |event: PointerEvent, make: fn(Pointer) -> Event| {
        let Some(plan) = plan.get_untracked() else { return };
        let stands = corner.get_value();
        let stands = stands.unwrap_or_else(|| pointer::corner_in_window(&plan));
        session.send(make(pointer::pointer_from(stands, &event)));
    };
    // Counts presses, so that a long press knows whether it is still the same one.
    let presses = StoredValue::new(0_u32);
    let lift = move || {
        presses.update_value(|presses| *presses = presses.wrapping_add(1));
        corner.set_value(None);
    };
    let ask_menu = move |pointed: Pointer, at: (f64, f64)| {
        ui.pointed.set_value(Some(at));
        session.send(Event::Menu(pointed));
    };
    let take_waiting = fingers_over_plan(session, plan, lift);
    let down = move |event: PointerEvent| {
        let Some(element) = plan.get_untracked() else {
            return;
        };
        lift();
        if pointer::is_palm(&event) {
            event.prevent_default();
            return;
        }
        // Keeps the browser from selecting text or panning; the focus is then given by hand.
        event.prevent_default();
        elements::focus(&element);
        pointer::capture(&element, event.pointer_id());
        corner.set_value(Some(pointer::corner_in_window(&element)));
        if let Some(at) = pointer::can_be_long(&event) {
            let (pressed, number) = (pointer::pointer_in(&element, &event), presses.get_value());
            let held = move || {
                let still = presses.try_get_value() == Some(number);
                let waits = session.ask(|editor| editor.tool_path() == "select.pointing");
                if still && waits == Some(true) {
                    ask_menu(pressed, at);
                }
            };
            set_timeout(held, LONG_PRESS);
        }
        let mut pressed = pointer::pointer_in(&element, &event);
        if session
            .sights
            .is_before(pressed.at.x / elements::size_of(&element).x.max(1.0))
        {
            // What is there now is only looked at: a hand on it moves the view.
            pressed.button = Button::Middle;
        }
        if pointer::is_touch(&event) {
            take_waiting();
        }
        session.send(Event::Down(pressed));
    };
    let menu = move |event: MouseEvent| {
        event.prevent_default();
        // A finger's long press is counted above, as not every browser tells of it.
        let by_mouse = event.button() == 2 && ui.context.get_untracked().is_none();
        if let (true, Some(element)) = (by_mouse, plan.get_untracked()) {
            let at = (f64::from(event.client_x()), f64::from(event.client_y()));
            ask_menu(pointer::double_in(&element, &event), at);
        }
    };
    let wheel = move |event: WheelEvent| {
        let Some(element) = plan.get_untracked() else {
            return;
        };
        event.prevent_default();
        let (at, by, zoom) = pointer::wheel_in(&element, &event);
        session.send(Event::Wheel { at, by, zoom });
    };
    let key = move |event: KeyboardEvent| {
        let Some((key, mods)) = pointer::key_of(&event) else {
            return;
        };
        if session.ask(|editor| editor.takes_key(key, mods)) == Some(true) {
            event.prevent_default();
            event.stop_propagation();
        }
        // A key that cannot be done now says why, and is left to the browser all the same.
        session.send(Event::Key(key, mods));
    };
    let key_up = move |event: KeyboardEvent| {
        if let Some((key, _)) = pointer::key_of(&event) {
            session.send(Event::KeyUp(key));
        }
    };
    let double = move |event: MouseEvent| {
        if let Some(plan) = plan.get_untracked() {
            session.send(Event::Double(pointer::double_in(&plan, &event)));
        }
    };
    let lost = move |event: PointerEvent| {
        lift();
        session.send(Event::PointerLost(event.pointer_id()));
    };
    // Another window, another tab: the ways up of what is down may never be told.
    pointer::on_left(move || {
        lift();
        session.send(Event::Interrupted);
    });
    let described = move || {
        let count = session.design.with(|design| design.placements().len());
        words.say(&Message::new("plan-description").with("n", count))
    };
    view! {
        <div
            class="plan"
            data-testid="plan"
            data-tool=move || session.tool.with(|tool| tool.path.clone())
            id="plan"
            role="application"
            tabindex="0"
            aria-label=t!("plan-name")
            aria-describedby="plan-description"
            node_ref=plan
            style:cursor=move || session.tool.with(|tool| tool.cursor.css())
            on:pointerdown=down
            on:pointermove=move |event| pointed(event, Event::Move)
            on:pointerup=move |event| { pointed(event, Event::Up); lift(); }
            on:pointercancel=lost
            on:lostpointercapture=lost
            on:wheel=wheel
            on:keydown=key
            on:keyup=key_up
            on:dblclick=double
            on:blur=move |_| session.send(Event::KeyUp(Key::Space))
            on:contextmenu=menu
        >
            <canvas node_ref=canvases[0] aria-hidden="true"></canvas>
            <canvas node_ref=canvases[1] aria-hidden="true"></canvas>
            <canvas node_ref=canvases[2] aria-hidden="true"></canvas>
        </div>
        <p class="aloud" id="plan-description">{described}</p>
    }
}

/// Gives fingers that come down over the plan, on what lies above it, to the plan where they are one
/// of two: a pinch does not ask what else stands there. What it gives back takes up a finger that
/// waits on a length, as another comes down on the plan.
fn fingers_over_plan(
    session: Session,
    plan: NodeRef<Div>,
    lift: impl Fn() + Copy + 'static,
) -> impl Fn() + Copy + 'static {
    let waiting = StoredValue::new(None::<Pointer>);
    let press = move |pressed: Pointer| {
        if let Some(element) = plan.get_untracked() {
            pointer::capture(&element, pressed.id);
            session.send(Event::Down(pressed));
        }
    };
    let take_waiting = move || {
        if let Some(pressed) = waiting.try_update_value(Option::take).flatten() {
            press(pressed);
        }
    };
    let came = window_event_listener(leptos::ev::pointerdown, move |event| {
        let (Some(over), Some(element)) = (pointer::over_plan(&event), plan.get_untracked()) else {
            return;
        };
        let pressed = pointer::pointer_in(&element, &event);
        let second =
            waiting.with_value(Option::is_some) || session.ask(|editor| editor.is_touched()) == Some(true);
        if pointer::is_palm(&event) {
            return;
        }
        if second {
            event.prevent_default();
            lift();
            take_waiting();
            press(pressed);
        } else if over == Over::Length {
            waiting.set_value(Some(pressed));
        }
    });
    let went = move |event: PointerEvent| {
        waiting.update_value(|waiting| *waiting = waiting.filter(|first| first.id != event.pointer_id()));
    };
    let up = window_event_listener(leptos::ev::pointerup, went);
    let lost = window_event_listener(leptos::ev::pointercancel, went);
    on_cleanup(move || {
        [came, up, lost]
            .into_iter()
            .for_each(WindowListenerHandle::remove)
    });
    take_waiting
}

/// Ties the canvases to the session once they are in the page, follows the plan's size and the
/// theme, and says when the first picture stands.
fn attach(
    session: Session,
    plan: NodeRef<Div>,
    canvases: [NodeRef<Canvas>; 3],
    corner: StoredValue<Option<ScreenPt>>,
) {
    let at = asked().address.at;
    let words = words();
    Effect::new(move |done: Option<bool>| {
        if done == Some(true) {
            return true;
        }
        let (Some(plan), [Some(base), Some(objects), Some(overlay)]) =
            (plan.get(), canvases.map(|canvas| canvas.get()))
        else {
            return false;
        };
        let Some(painting) = Painting::on([base, objects, overlay]) else {
            session.teller.tell(Message::new("plan-no-canvas"));
            // The list works without a picture.
            session.arrived();
            return true;
        };
        session.attach(painting);
        let mut first = true;
        elements::on_pixel_ratio(std::rc::Rc::new(move || {
            session.repaint();
            session.sights.ratio.set(elements::pixel_ratio());
        }));
        elements::on_size(&plan, move |size| {
            let _ = corner.try_set_value(None);
            session.send(Event::Resized(size));
            if std::mem::take(&mut first) {
                session.show_first(at);
                session.arrived();
            }
        });
        true
    });
    if let Some(prefs) = prefs() {
        Effect::new(move |_| {
            let dark = prefs.dark.get();
            session.set_manner(dark, words.lang());
        });
    }
}
