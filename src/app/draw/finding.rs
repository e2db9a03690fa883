//! What the checks found: at a thing's card and as a list, each with 'mend it' where a change
//! would mend it.

use std::sync::Arc;

use leptos::prelude::*;

use super::ui::Ui;
use crate::app::parts::{Icon, SeverityMark};
use crate::app::session::Session;
use crate::app::words::{t, words};
use crate::design::Placement;
use crate::editor::Event;
use crate::rules::{Finding, Fix, Severity};
use crate::text::Message;

/// Everything that was found, gravest first.
#[component]
pub fn Findings(
    /// The drawing.
    session: Session,
    /// The panels of the page.
    ui: Ui,
) -> impl IntoView {
    let found = move || session.facts.with(|facts| sorted(facts.findings.iter().cloned()));
    let none = Memo::new(move |_| session.facts.with(|facts| facts.findings.is_empty()));
    let drawn = Memo::new(move |_| session.design.with(|design| !design.placements().is_empty()));
    view! {
        {move || none.get().then(|| if drawn.get() {
            view! { <p class="empty"><Icon name="done" /><span>{t!("findings-none")}</span></p> }.into_any()
        } else {
            view! { <super::empty::Empty ui said="findings-nothing-drawn" /> }.into_any()
        })}
        <ul class="stack" aria-label=t!("findings-name")>
            <For each=found key=key children=move |finding| view! {
                <li><FindingCard session finding show=true /></li>
            } />
        </ul>
    }
}

/// The findings about one thing.
pub fn findings_of(session: Session, thing: Memo<Arc<Placement>>) -> impl IntoView {
    let found = move || -> Vec<(Finding, bool)> {
        let id = thing.with(|thing| thing.id.clone());
        if let Some(live) = session.live.get() {
            return live.findings.into_iter().map(|finding| (finding, true)).collect();
        }
        let found = session.facts.with(|facts| {
            let own = |finding: &&Finding| finding.placements.contains(&id);
            sorted(facts.findings.iter().filter(own).cloned())
        });
        found.into_iter().map(|finding| (finding, false)).collect()
    };
    let same = |(finding, live): &(Finding, bool)| format!("{live}|{}", key(finding));
    view! {
        <div class="stack">
            <For each=found key=same children=move |(finding, live)| {
                view! { <FindingCard session finding show=false live /> }
            } />
        </div>
    }
}

/// The gravest of what would be found if the hand let go now.
#[component]
pub fn LiveFinding(
    /// The drawing.
    session: Session,
) -> impl IntoView {
    let words = words();
    let gravest = Memo::new(move |_| {
        session
            .live
            .with(|live| Some(live.as_ref()?.findings.first()?.clone()))
    });
    move || {
        gravest.get().map(|finding| {
            view! {
                <div class="finding live" data-testid="live-finding" data-rule=finding.rule data-severity=finding.severity.word()>
                    <SeverityMark severity=finding.severity />
                    <span>{words.say(&finding.message)}</span>
                </div>
            }
        })
    }
}

/// One finding.
#[component]
fn FindingCard(
    session: Session,
    finding: Finding,
    /// Whether a button shows it on the plan.
    show: bool,
    /// Whether its thing is in the hand.
    #[prop(optional)]
    live: bool,
) -> impl IntoView {
    let words = words();
    let message = finding.message.clone();
    let severity = finding.severity;
    let clause = (!finding.clause.is_empty()).then(|| {
        let key = if finding.verified {
            "finding-clause"
        } else {
            "finding-clause-unverified"
        };
        let said = Message::new(key).with("clause", finding.clause.clone());
        view! { <span class="small soft">{move || words.say(&said)}</span> }
    });
    // Reckoned after the words stand, since it tries many places; not while the thing is in the
    // hand, which is where it will be and not where it stands.
    let found = RwSignal::new(finding.fix.clone());
    let asked = finding.clone();
    let reckon = move || {
        if let Some(fix) = session.fix(&asked) {
            // Refused only when the card is gone already.
            let _ = found.try_set(Some(fix));
        }
    };
    if !live {
        set_timeout(reckon, std::time::Duration::from_millis(30));
    }
    let fix = move || found.get().map(|fix| view! { <Mend session fix /> });
    let (at, ids) = (finding.at, finding.placements.clone());
    let look = show.then(|| {
        view! {
            <button class="button" type="button" on:click=move |_| {
                session.send(Event::Select { ids: ids.clone(), reveal: false });
                session.send(Event::Look(at, None));
            }>
                <Icon name="find" /><span>{t!("finding-show")}</span>
            </button>
        }
    });
    view! {
        <div class="finding" data-testid="finding" data-rule=finding.rule data-severity=severity.word()>
            <SeverityMark severity />
            <p>
                <span class="aloud">{move || words.key(severity_key(severity))}</span>
                {move || words.say(&message)}
                " "
                {clause}
            </p>
            <div class="row">{look}{fix}</div>
        </div>
    }
}

/// The button that mends: while it is pointed at, pressed or has the focus, a ghost on the plan
/// shows where the thing would go.
#[component]
fn Mend(session: Session, fix: Fix) -> impl IntoView {
    let words = words();
    let fix = StoredValue::new(fix);
    let away = fix.with_value(|fix| {
        let here = session.design.with_untracked(|design| {
            let thing = design.placement(&fix.placement)?;
            Some(thing.shape.centre())
        });
        here.map_or(0.0, |here| here.distance(fix.shape.centre()))
    });
    let said = Message::new("finding-mend").number("metres", away, 2);
    let show = move || fix.with_value(|fix| session.propose(Some(fix)));
    let hide = move || session.propose(None);
    on_cleanup(hide);
    view! {
        <button class="button" type="button" data-testid="mend"
            on:pointerenter=move |_| show() on:pointerdown=move |_| show() on:focus=move |_| show()
            on:pointerleave=move |_| hide() on:blur=move |_| hide()
            on:click=move |_| fix.with_value(|fix| session.mend(fix))>
            <Icon name="mend" /><span>{move || words.say(&said)}</span>
        </button>
    }
}

/// The key of the word for a severity.
pub fn severity_key(severity: Severity) -> &'static str {
    match severity {
        Severity::Must => "severity-must",
        Severity::Should => "severity-should",
        Severity::Local => "severity-local",
        Severity::Practice => "severity-practice",
        Severity::Info => "severity-info",
    }
}

fn sorted(findings: impl Iterator<Item = Finding>) -> Vec<Finding> {
    let mut sorted: Vec<Finding> = findings.collect();
    sorted.sort_by(|a, b| (a.severity, &a.id).cmp(&(b.severity, &b.id)));
    sorted
}

/// The key of a row: a finding that says something else is another row.
fn key(finding: &Finding) -> String {
    format!(
        "{}|{:?}|{:?}",
        finding.id.0,
        finding.message,
        finding.fix.is_some()
    )
}
