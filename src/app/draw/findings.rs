//! The list of what was found: what stands, what its author set aside, and what was not checked and why.

use leptos::prelude::*;

use super::finding::{FindingCard, key};
use super::saved_report::save_report;
use super::ui::Ui;
use crate::app::parts::Icon;
use crate::app::session::Session;
use crate::app::words::{t, words};
use crate::rules::{Finding, fault_message, rules_said};
use crate::text::Message;

/// Everything that was found, gravest first.
#[component]
pub fn Findings(
    /// The drawing.
    session: Session,
    /// The panels of the page.
    ui: Ui,
) -> impl IntoView {
    let none = Memo::new(move |_| listed(session, false).is_empty());
    let drawn = Memo::new(move |_| session.design.with(|design| !design.placements().is_empty()));
    let checking = move || session.checking.get().then_some("");
    view! {
        <div class="findings" data-testid="findings" tabindex="-1" data-checking=checking>
            // It shows itself a little later, so that what is quick does not flicker.
            <p class="slow small soft" data-testid="still-checking" hidden=move || !session.checking.get()>
                {t!("slow-checking")}
            </p>
            {move || none.get().then(|| if drawn.get() {
                view! { <p class="empty"><Icon name="done" /><span>{t!("findings-none")}</span></p> }.into_any()
            } else {
                view! { <super::empty::Empty ui said="findings-nothing-drawn" /> }.into_any()
            })}
            <ul class="stack" aria-label=t!("findings-name")>
                <For each=move || listed(session, false) key=key children=move |finding| view! {
                    <li><FindingCard session finding show=true /></li>
                } />
            </ul>
            {set_aside(session)}
            {switched_off(session)}
            {unchecked(session)}
            {move || drawn.get().then(|| save_report(session))}
        </div>
    }
}

/// The findings that were set aside, or those that were not.
fn listed(session: Session, aside: bool) -> Vec<Finding> {
    session.design.with(|design| {
        session.facts.with(|facts| {
            let of = facts.findings.iter();
            of.filter(|finding| design.dismisses(&finding.id.0) == aside)
                .cloned()
                .collect()
        })
    })
}

/// What its author set aside, folded.
fn set_aside(session: Session) -> AnyView {
    let words = words();
    let count = Memo::new(move |_| listed(session, true).len());
    let said = move || words.say(&Message::new("findings-aside").with("n", count.get()));
    let any = Memo::new(move |_| count.get() > 0);
    (move || {
        any.get().then(|| {
            view! {
                <details class="fold" data-testid="aside">
                    <summary>{said}</summary>
                    <ul class="stack">
                        <For each=move || listed(session, true) key=key children=move |finding| view! {
                            <li><FindingCard session finding show=true /></li>
                        } />
                    </ul>
                </details>
            }
        })
    })
    .into_any()
}

/// What the facilitator chose: rules that are off, and what of the choice cannot be used.
fn switched_off(session: Session) -> AnyView {
    let words = words();
    let choice = session.project.with_value(|project| project.file.rules.clone());
    let off = rules_said(&choice)
        .into_iter()
        .map(|said| view! { <p class="small" data-testid="rules-stated">{move || words.say(&said)}</p> })
        .collect_view();
    let faults = move || {
        let faults = session.profile_faults().into_iter().map(|fault| {
            let said = fault_message(&fault);
            view! { <p class="small" data-testid="rules-fault">{move || words.say(&said)}</p> }
        });
        faults.collect_view()
    };
    view! { {off} {faults} }.into_any()
}

/// The rules and the parts of rules that were not checked, each with why, and what is taken for granted, folded.
fn unchecked(session: Session) -> AnyView {
    let words = words();
    let all = Memo::new(move |_| {
        session.facts.track();
        session.checking.track();
        let mut all = session.gave_up();
        all.extend(session.not_checked().into_iter().map(|rule| rule.why));
        all.extend(session.parts_not_checked());
        all
    });
    let said = move || words.say(&Message::new("findings-unchecked").with("n", all.with(Vec::len)));
    let rows = move || {
        let rows = all.get().into_iter();
        rows.map(|why| view! { <li>{words.say(&why)}</li> })
            .collect_view()
    };
    let assumed = Memo::new(move |_| {
        all.track();
        session.assumed()
    });
    let granted = move || {
        let rows = assumed.get().into_iter();
        rows.map(|what| view! { <li>{words.say(&what)}</li> })
            .collect_view()
    };
    view! {
        <details class="fold" data-testid="not-checked" hidden=move || all.with(Vec::is_empty)>
            <summary>{said}</summary>
            <ul class="stack small soft">{rows}{granted}</ul>
        </details>
    }
    .into_any()
}
