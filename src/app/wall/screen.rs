//! One design on the wall: its plan, what it gives and costs, what to note.

use std::sync::Arc;

use leptos::prelude::*;

use super::state::Wall;
use super::tour::Across;
use crate::app::browser::fullscreen;
use crate::app::browser::look::Laid;
use crate::app::parts::SeverityMark;
use crate::app::parts::balance::{Balance, figures, money};
use crate::app::parts::plan_view::PlanView;
use crate::app::parts::qr::{Qr, drawing_page};
use crate::app::words::{t, words};
use crate::design::Design;
use crate::rules::{Checker, Finding};
use crate::tally::{Received, public_title};
use crate::text::Message;

/// Findings said in words; more cannot be read from the back of a room.
const MOST_FINDINGS: usize = 3;

/// One design. It says nothing of who drew it.
#[component]
pub fn Screen(
    /// The wall.
    wall: Wall,
    /// The design.
    one: Arc<Received>,
) -> impl IntoView {
    let words = words();
    let design = one.design.clone();
    let title = Signal::derive({
        let design = design.clone();
        move || said_title(&words.key("wall-untitled"), &design)
    });
    let project = wall.project.get_value();
    let checker = Checker::on(wall.survey.get_value(), &design);
    let totals = checker.totals();
    let findings: Vec<Finding> = checker.findings().into_iter().cloned().collect();
    let label = Signal::derive(move || words.say(&Message::new("wall-plan").with("title", title.get())));
    let laid = Signal::stored(Laid::One(design));
    let touch = Callback::new(move |()| wall.pause());
    let alone = move || wall.tour.get().across() == Across::One;
    let money_left = project.file.budget.map(|budget| {
        let left = budget - totals.cost;
        let key = if left < 0.0 {
            "wall-budget-over"
        } else {
            "wall-budget-left"
        };
        let name = if left < 0.0 { "over" } else { "left" };
        (left < 0.0, Message::new(key).with(name, money(left.abs())))
    });
    view! {
        <article class="screen" data-testid="wall-screen" data-design=one.name.to_string()>
            <PlanView tie=wall.tie laid theme=wall.theme() label on_touch=touch />
            <div class="facts">
                <h2>{move || title.get()}</h2>
                <Balance figures=Signal::stored(figures(&totals, project.file.budget)) />
                {money_left.map(|(over, said)| view! {
                    <p class="left" class:over=over>{move || words.say(&said)}</p>
                })}
                {move || alone().then(|| view! { <Findings findings=findings.clone() /> })}
                {move || alone().then(|| view! { <p class="estimate">{t!("wall-estimate")}</p> })}
                <DrawToo />
            </div>
        </article>
    }
}

fn said_title(untitled: &str, design: &Design) -> String {
    let title = public_title(design);
    if title.is_empty() {
        untitled.to_owned()
    } else {
        title
    }
}

/// At most three findings in words, the gravest first.
#[component]
fn Findings(findings: Vec<Finding>) -> impl IntoView {
    let words = words();
    let more = findings.len().saturating_sub(MOST_FINDINGS);
    if findings.is_empty() {
        return view! { <p class="sound">{t!("wall-no-findings")}</p> }.into_any();
    }
    let row = move |finding: Finding| {
        let said = finding.told();
        view! {
            <li data-testid="finding" data-rule=finding.rule data-severity=finding.severity.word()>
                <SeverityMark severity=finding.severity />
                <span>{move || words.say(&said)}</span>
            </li>
        }
    };
    view! {
        <section class="findings">
            <h3>{t!("wall-findings")}</h3>
            <ul>{findings.into_iter().take(MOST_FINDINGS).map(row).collect_view()}</ul>
            {(more > 0).then(|| view! {
                <p>{move || words.say(&Message::new("wall-more-findings").with("n", more))}</p>
            })}
        </section>
    }
    .into_any()
}

/// The code that opens the drawing page.
#[component]
fn DrawToo() -> impl IntoView {
    let words = words();
    let link = drawing_page();
    let label = {
        let link = link.clone();
        Signal::derive(move || words.say(&Message::new("wall-qr-alt").with("url", link.as_str())))
    };
    let here_only = fullscreen::is_on_this_machine_only();
    view! {
        <div class="drawtoo">
            <Qr text=link label />
            <p>{move || words.key(if here_only { "wall-qr-here-only" } else { "wall-qr" })}</p>
        </div>
    }
}
