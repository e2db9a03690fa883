//! A number that can be typed or stepped: a length, an angle, a count.
//!
//! What is typed may have a unit and be a simple sum, as [`amount`] reads it.

use leptos::ev::{Event, KeyboardEvent};
use leptos::prelude::*;

use super::Icon;
use crate::app::browser::{elements, pointer};
use crate::app::session::session;
use crate::app::words::words;
use crate::text::{Measure, Message, amount};

/// A number with its name and unit, a button to each side, and a field to type it. What is typed
/// counts when the field is left or Enter is pressed; Escape puts back what was. What is no number
/// is put back too, and it is told why.
#[component]
pub fn Stepper(
    /// Its name in the language of the page.
    #[prop(into)]
    name: Signal<String>,
    /// The unit behind the number.
    #[prop(into)]
    unit: Signal<String>,
    /// The number.
    #[prop(into)]
    value: Signal<f64>,
    /// What one press adds.
    step: f64,
    /// What is typed, and so which units it may have.
    #[prop(default = Measure::Length)]
    measure: Measure,
    /// Smallest and largest.
    range: (f64, f64),
    /// Decimals shown.
    #[prop(default = 2)]
    decimals: usize,
    /// Whether the ends of the range meet, as for an angle.
    #[prop(optional)]
    wraps: bool,
    /// Names of the two icons.
    #[prop(default = ("zoom-out", "zoom-in"))]
    icons: (&'static str, &'static str),
    /// Takes the new number.
    set: Callback<f64>,
) -> impl IntoView {
    let words = words();
    let shown = move || shown_as(value.get(), decimals);
    let held = move |number: f64| {
        if wraps {
            number.rem_euclid(range.1 - range.0)
        } else {
            number.clamp(range.0, range.1)
        }
    };
    let stepped = move |by: f64| {
        // Onto the grid of the step first, so that 3.17 becomes 3.2 and not 3.27.
        let at = value.get_untracked() / step;
        let next = if by > 0.0 {
            (at + 1e-6).floor() + 1.0
        } else {
            (at - 1e-6).ceil() - 1.0
        };
        set.run(held(next * step));
    };
    let teller = session().map(|session| session.teller);
    let tell = move |message: Message| {
        if let Some(teller) = teller {
            teller.tell(message);
        }
    };
    let typed = move |event: Event| {
        let text = elements::value_of(&event);
        let back = shown_as(value.get_untracked(), decimals);
        // Left untouched, a value that is shown rounded must not become the rounded one.
        if text == back {
            return;
        }
        let number = match amount(&text, measure) {
            Ok(number) => number,
            Err(why) => {
                tell(why);
                return elements::set_value(&event, &back);
            }
        };
        let kept = held(number);
        if !wraps && kept != number {
            tell(
                Message::new("why-amount-held")
                    .number("least", range.0, 2)
                    .number("most", range.1, 2)
                    .number("held", kept, 2),
            );
        }
        set.run(kept);
        // What came of it may be what was there before, and then nothing would write it anew.
        elements::set_value(&event, &shown_as(value.get_untracked(), decimals));
    };
    let entered = move |event: KeyboardEvent| match event.key().as_str() {
        // Keys that choose and end what an input method composes are not meant for the field.
        _ if pointer::is_composed(&event) => {}
        "Enter" => elements::blur(&event),
        "Escape" => {
            elements::set_value(&event, &shown_as(value.get_untracked(), decimals));
            elements::blur(&event);
        }
        "ArrowUp" => stepped(1.0),
        "ArrowDown" => stepped(-1.0),
        _ => {}
    };
    let less = move || words.say(&Message::new("stepper-less").with("name", name.get()));
    let more = move || words.say(&Message::new("stepper-more").with("name", name.get()));
    let labelled = move || {
        words.say(
            &Message::new("stepper-field")
                .with("name", name.get())
                .with("unit", unit.get()),
        )
    };
    view! {
        <div class="stepper">
            <span class="name" aria-hidden="true">{move || name.get()}</span>
            <button class="button icon-only" type="button" aria-label=less on:click=move |_| stepped(-1.0)>
                <Icon name=icons.0 />
            </button>
            <span class="number">
                <input class="field" type="text" inputmode="decimal" autocomplete="off"
                    aria-label=labelled prop:value=shown on:change=typed on:keydown=entered />
                <span class="unit" aria-hidden="true">{move || unit.get()}</span>
            </span>
            <button class="button icon-only" type="button" aria-label=more on:click=move |_| stepped(1.0)>
                <Icon name=icons.1 />
            </button>
        </div>
    }
}

/// A number without needless zeros.
fn shown_as(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}
