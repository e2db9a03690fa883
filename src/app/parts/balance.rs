//! What a design costs, wins and loses, as figures with their names.

use leptos::prelude::*;

use crate::app::words::words;
use crate::rules::Totals;
use crate::text::Message;

/// Whether a figure is a gain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// More than today.
    Gain,
    /// Less than today.
    Loss,
    /// Neither.
    Plain,
}

/// One figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The word in the page: `money`, `bays` ….
    pub word: &'static str,
    /// The key of its name.
    pub key: &'static str,
    /// The number in words, with its sign as a shape.
    pub said: Message,
    /// Its unit; none where the number says it.
    pub unit: Option<&'static str>,
    /// Whether it is a gain.
    pub tone: Tone,
}

/// The figures of a design: the money first, then what changes; what stays as it is is left out.
pub fn figures(totals: &Totals, budget: Option<f64>) -> Vec<Figure> {
    let over = budget.is_some_and(|budget| totals.cost > budget);
    let cost = Figure {
        word: "money",
        key: "wall-cost",
        said: money(totals.cost),
        unit: None,
        tone: if over { Tone::Loss } else { Tone::Plain },
    };
    let square_metres = Some("wall-unit-square-metres");
    let changes = [
        ("bays", "wall-bays", totals.bays(), None),
        ("slots", "wall-slots", totals.slots, None),
        ("activity", "wall-activity", totals.activity(), square_metres),
        ("green", "wall-green", totals.green(), square_metres),
        ("seats", "wall-seats", totals.seats, None),
    ];
    let changes =
        changes
            .into_iter()
            .filter(|(_, _, by, _)| by.round() != 0.0)
            .map(|(word, key, by, unit)| Figure {
                word,
                key,
                said: change(by.round()),
                unit,
                tone: if by < 0.0 { Tone::Loss } else { Tone::Gain },
            });
    std::iter::once(cost).chain(changes).collect()
}

/// Money in units that one reads at a glance.
pub fn money(yuan: f64) -> Message {
    let size = yuan.abs();
    if size >= 10_000.0 {
        let decimals = if size >= 1_000_000.0 { 0 } else { 1 };
        Message::new("money-ten-thousands")
            .number("wan", yuan / 10_000.0, decimals)
            .number("thousand", yuan / 1_000.0, 0)
    } else {
        Message::new("money-yuan").number("yuan", yuan, 0)
    }
}

/// A change against today, with its sign as a shape and never as colour alone.
pub fn change(by: f64) -> Message {
    match by {
        won if won > 0.0 => Message::new("change-won").number("n", won, 0),
        lost if lost < 0.0 => Message::new("change-lost").number("n", -lost, 0),
        _ => Message::new("change-none"),
    }
}

/// The figures as a list of names and numbers.
#[component]
pub fn Balance(
    /// What is shown.
    #[prop(into)]
    figures: Signal<Vec<Figure>>,
) -> impl IntoView {
    let words = words();
    let one = move |figure: Figure| {
        let tone = match figure.tone {
            Tone::Gain => "gain",
            Tone::Loss => "loss",
            Tone::Plain => "plain",
        };
        view! {
            <div data-figure=figure.word>
                <dt>{words.key(figure.key)}</dt>
                <dd class=tone>
                    {words.say(&figure.said)}
                    {figure.unit.map(|unit| view! { <span class="unit">{words.key(unit)}</span> })}
                </dd>
            </div>
        }
    };
    view! { <dl class="balance">{move || figures.get().into_iter().map(one).collect_view()}</dl> }
}
