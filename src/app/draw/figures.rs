//! How the figures were reckoned: what is won and lost, the bill line by line, and what is assumed.

use leptos::prelude::*;

use crate::app::parts::balance::money;
use crate::app::session::Session;
use crate::app::words::{t, words};
use crate::project::{ByLanguage, in_language};
use crate::rules::BillLine;
use crate::text::Message;

/// What the dialog of the figures shows.
#[component]
pub fn Figures(
    /// The drawing.
    session: Session,
) -> impl IntoView {
    let words = words();
    let totals = move || session.facts.with(|facts| facts.totals);
    let row = move |key: &'static str, won: f64, lost: f64| {
        view! {
            <tr>
                <th scope="row">{move || words.key(key)}</th>
                <td>{move || words.say(&Message::new("figure-won").number("n", won, 0))}</td>
                <td>{move || words.say(&Message::new("figure-lost").number("n", lost, 0))}</td>
            </tr>
        }
    };
    let balance = move || {
        let totals = totals();
        view! {
            {row("figure-bays", totals.bays_won, totals.bays_lost)}
            {row("figure-green", totals.green_won, totals.green_lost)}
            {row("figure-activity", totals.activity_won, totals.activity_lost)}
            {row("figure-charging", totals.slots, 0.0)}
            {row("figure-seats", totals.seats, 0.0)}
        }
    };
    let cost = move || {
        let totals = totals();
        words.say(
            &Message::new("figures-cost")
                .with("cost", money(totals.cost))
                .with("low", money(totals.cost_low))
                .with("high", money(totals.cost_high)),
        )
    };
    let budget = budget(session);
    let lines = move || session.bill().into_iter().map(bill_row).collect_view();
    view! {
        <h3>{t!("figures-balance")}</h3>
        <table class="keys"><tbody>{balance}</tbody></table>
        <h3>{t!("figures-bill")}</h3>
        <p>{cost}</p>
        <p class="soft small">{t!("price-note")}</p>
        {budget}
        <table class="keys"><tbody>{lines}</tbody></table>
    }
}

/// The budget, and where it comes from, as the project says.
fn budget(session: Session) -> impl IntoView {
    let words = words();
    let file = session.project.with_value(|project| project.file.clone());
    file.budget.map(|budget| {
        let said = Message::new("figures-budget").with("budget", money(budget));
        let source: ByLanguage = file
            .extra
            .get("budgetSource")
            .and_then(|source| serde_json::from_value(source.clone()).ok())
            .unwrap_or_default();
        view! {
            <p>
                {move || words.say(&said)} " "
                <span class="soft">{move || in_language(&source, words.lang()).to_owned()}</span>
            </p>
        }
    })
}

fn bill_row(line: BillLine) -> impl IntoView {
    let words = words();
    let kind = line.kind.clone();
    let said = Message::new("bill-line")
        .number("n", line.quantity, 0)
        .with("unit", Message::new(line.unit.key()))
        .with("price", money(line.price));
    view! {
        <tr>
            <th scope="row">{move || words.kind(&kind)}</th>
            <td class="small soft">{move || words.say(&said)}</td>
            <td>{move || words.say(&money(line.total))}</td>
        </tr>
    }
}
