//! The balance of the drawing: money, bays, charging, green, activity, seats. Each figure says
//! how it was reckoned when pressed. While something is in the hand they say what it would be.

use leptos::prelude::*;

use super::ui::{Dialog, Ui};
use crate::app::parts::balance::{change, money};
use crate::app::session::Session;
use crate::app::words::{t, words};
use crate::rules::Totals;

/// One figure of the balance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Figure {
    Money,
    Bays,
    Charging,
    Green,
    Activity,
    Seats,
}

impl Figure {
    const ALL: [Self; 6] = [
        Self::Money,
        Self::Bays,
        Self::Charging,
        Self::Green,
        Self::Activity,
        Self::Seats,
    ];
    /// What there is room for on a phone.
    const FEW: [Self; 4] = [Self::Money, Self::Bays, Self::Charging, Self::Green];

    fn key(self) -> &'static str {
        match self {
            Self::Money => "figure-money",
            Self::Bays => "figure-bays",
            Self::Charging => "figure-charging",
            Self::Green => "figure-green",
            Self::Activity => "figure-activity",
            Self::Seats => "figure-seats",
        }
    }
    fn word(self) -> &'static str {
        self.key().trim_start_matches("figure-")
    }
    /// The number and whether it is a change against today.
    fn value(self, totals: &Totals) -> f64 {
        match self {
            Self::Money => totals.cost,
            Self::Bays => totals.bays(),
            Self::Charging => totals.slots,
            Self::Green => totals.green(),
            Self::Activity => totals.activity(),
            Self::Seats => totals.seats,
        }
    }
}

/// The strip.
#[component]
pub fn Strip(
    /// The drawing.
    session: Session,
    /// The panels of the page.
    ui: Ui,
    /// Four figures, as phones have room for.
    #[prop(optional)]
    compact: bool,
) -> impl IntoView {
    let figures: &[Figure] = if compact { &Figure::FEW } else { &Figure::ALL };
    let figures: Vec<_> = figures
        .iter()
        .map(|figure| view! { <One session ui figure=*figure /> })
        .collect();
    view! { <section class="strip" aria-label=t!("strip-name") data-testid="strip">{figures}</section> }
}

#[component]
fn One(session: Session, ui: Ui, figure: Figure) -> impl IntoView {
    let words = words();
    let value = Memo::new(move |_| figure.value(&session.totals()).round() + 0.0);
    let budget = session.project.with_value(|project| project.file.budget);
    let (shown, class) = match (figure, budget) {
        (Figure::Money, Some(budget)) => (
            Signal::derive(move || words.say(&money(budget - value.get()))),
            Signal::derive(move || if value.get() > budget { "much loss" } else { "much" }),
        ),
        (Figure::Money, None) => (
            Signal::derive(move || words.say(&money(value.get()))),
            Signal::derive(|| "much"),
        ),
        _ => (
            Signal::derive(move || words.say(&change(value.get()))),
            Signal::derive(move || match value.get() {
                won if won > 0.0 => "much gain",
                lost if lost < 0.0 => "much loss",
                _ => "much",
            }),
        ),
    };
    let what = move || match (figure, budget) {
        (Figure::Money, Some(budget)) if value.get() > budget => words.key("figure-money-over"),
        (Figure::Money, Some(_)) => words.key("figure-money-left"),
        _ => words.key(figure.key()),
    };
    let unit = move || words.named(format!("figure-{}-unit", figure.word()), "");
    view! {
        <button class="figure" type="button" data-figure=figure.word() data-value=move || value.get().to_string()
            title=t!("figure-how") on:click=move |_| ui.open(Dialog::Figures)>
            <span class="what">{what}</span>
            // Written anew at each change, so that it ticks.
            {move || view! {
                <span class=format!("{} tick", class.get())>
                    {shown.get()} <span class="unit">{unit()}</span>
                </span>
            }}
        </button>
    }
}
