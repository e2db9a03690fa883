//! One finding as a card, with 'mend it' where a change would mend it; at a thing's card and, in
//! `findings.rs`, in a list.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::parts::{Icon, SeverityMark};
use crate::app::session::Session;
use crate::app::words::{t, words};
use crate::design::{Command, Design, ParamValue, Placement, PlacementId, PlacementShape};
use crate::editor::Event;
use crate::rules::{Finding, FindingId, Fix, Mended, Severity, against_said, is_far, remedy};
use crate::scene::Pointed;
use crate::text::Message;

/// The findings about one thing. While it is in the hand they stay as they were, faintly: what would be
/// found is said beside the plan ([`LiveFinding`]), and the rows under this card need not move with it.
pub fn findings_of(session: Session, thing: Memo<Arc<Placement>>) -> impl IntoView {
    let in_hand = Memo::new(move |_| session.live.with(Option::is_some));
    let found = Memo::new(move |_| {
        let id = thing.with(|thing| thing.id.clone());
        let aside = |finding: &Finding| session.design.with(|design| design.dismisses(&finding.id.0));
        session.facts.with(|facts| {
            let own = |finding: &&Finding| finding.placements.contains(&id) && !aside(finding);
            sorted(facts.findings.iter().filter(own).cloned())
        })
    });
    view! {
        <div class="stack" class:stale=move || in_hand.get()>
            <For each=move || found.get() key=key children=move |finding| view! {
                <FindingCard session finding show=false />
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
                    <span>{words.say(&finding.told())}</span>
                </div>
            }
        })
    }
}

/// One finding. While it is pointed at or has the focus, the plan shows what it is about.
#[component]
pub fn FindingCard(
    /// The drawing.
    session: Session,
    /// What was found.
    finding: Finding,
    /// Whether a button shows it on the plan.
    show: bool,
) -> impl IntoView {
    let words = words();
    let message = finding.message.clone();
    let severity = finding.severity;
    let clause = finding.ground_said().map(
        |said| view! { <span class="small soft" data-testid="ground">{move || words.say(&said)}</span> },
    );
    // Reckoned after the words stand, since it tries many places.
    let found = RwSignal::new(finding.fix.clone());
    let sought = RwSignal::new(None::<Mended>);
    let asked = finding.clone();
    let reckon = move || {
        let mended = session.mended_by_what_is_near(&asked);
        // Refused only when the card is gone already.
        if let Mended::At(fix) = &mended {
            let _ = found.try_set(Some(fix.clone()));
        }
        let _ = sought.try_set(Some(mended));
    };
    // A worker asks the slow rules of the place as well; without one, it is what lies near that is asked.
    let slow = is_far(finding.rule);
    let matters = !slow || finding.severity <= Severity::Should;
    if session.has_worker() && matters && !finding.placements.is_empty() {
        look_for_place(session, finding.id.clone(), found);
        if !slow {
            // A worker that never comes, or was lost, must not cost the mend.
            let id = finding.id.clone();
            let late = move || {
                let answered = session
                    .mended
                    .try_with_untracked(|all| all.iter().any(|(of, _)| *of == id));
                if answered == Some(false) {
                    reckon();
                }
            };
            set_timeout(late, std::time::Duration::from_secs(6));
        }
    } else if !slow {
        set_timeout(reckon, std::time::Duration::from_millis(30));
    }
    let helps = remedy(&finding);
    let helps = move || {
        let said = helps.as_ref().filter(|_| found.with(Option::is_none));
        said.map(|said| view! { <p class="small soft" data-testid="remedy">{words.say(said)}</p> })
    };
    let of = StoredValue::new(finding.clone());
    let fix = move || {
        found
            .get()
            .map(|fix| view! { <Mend session finding=of.get_value() fix /> })
    };
    let no_place = no_place(session, &finding, sought);
    let about = StoredValue::new(finding.clone());
    let look = show.then(|| {
        view! {
            <button class="button" type="button" data-testid="finding-show" on:click=move |_| {
                about.with_value(|about| show_on_plan(session, about));
            }>
                <span>{t!("finding-show")}</span>
            </button>
        }
    });
    let aside = aside_button(session, &finding);
    let shown = StoredValue::new(finding.clone());
    let point = move |on: bool| session.point_out(on.then(|| shown.get_value()));
    on_cleanup(move || session.point_out(None));
    // A finger that goes up leaves what it showed; the mouse takes it away.
    let left = move |event: leptos::ev::PointerEvent| {
        if event.pointer_type() == "mouse" {
            point(false);
        }
    };
    view! {
        <div class="finding" data-testid="finding" data-rule=finding.rule data-severity=severity.word()
            data-slow=is_far(finding.rule).then_some("")
            on:pointerenter=move |_| point(true) on:pointerleave=left
            on:focusin=move |_| point(true) on:focusout=move |_| point(false)>
            <SeverityMark severity />
            <p>
                <span class="aloud">{move || words.key(severity_key(severity))}</span>
                {move || words.say(&message)}
                " "
                {clause}
            </p>
            {no_place}
            {helps}
            <div class="row">{look}{fix}{aside}</div>
        </div>
    }
}

/// As near as a view comes to show a finding, in pixels a metre, and the margin about it in pixels.
const NEAREST: f64 = 14.0;
const MARGIN_PX: f64 = 64.0;

/// Shows a finding on the plan, with every door that it names and all that brings it about in sight.
fn show_on_plan(session: Session, finding: &Finding) {
    let ids = finding.placements.clone();
    session.send(Event::Select { ids, reveal: false });
    let shown = session.design.with_untracked(|design| {
        session
            .project
            .with_value(|project| Pointed::of(finding, &project.estate, design))
    });
    let look = match shown.bounds() {
        Some(bounds) => {
            let view = session.sights.view.get_untracked().fitted(bounds, MARGIN_PX);
            Event::Look(bounds.centre(), Some(view.scale.min(NEAREST)))
        }
        None => Event::Look(finding.at, None),
    };
    session.send(look);
}

/// Looks for a place where the thing of a slow rule's finding would be right, once the design rests.
fn look_for_place(session: Session, id: FindingId, found: RwSignal<Option<Fix>>) {
    Effect::new(move |_| {
        session.design.track();
        if session.checking.get() {
            return;
        }
        let of_this = session.mended.with(|all| {
            let of = all.iter().find(|(of, _)| *of == id);
            of.map(|(_, mended)| mended.clone())
        });
        match of_this {
            Some(Mended::At(fix)) => found.set(Some(fix)),
            Some(_) => found.set(None),
            None => {
                found.set(None);
                session.ask_to_mend(&id);
            }
        }
    });
}

/// Where no place near is right: which two rules contradict each other here, or that nothing was found and
/// what to try. `sought` is what the page itself found, where no worker looks.
fn no_place(session: Session, finding: &Finding, sought: RwSignal<Option<Mended>>) -> AnyView {
    let words = words();
    let has_remedy = remedy(finding).is_some();
    let of = StoredValue::new(finding.clone());
    let said = Memo::new(move |_| {
        let by_worker = session.mended.with(|all| {
            let mut of_this = all.iter().filter(|(id, _)| of.with_value(|of| of.id == *id));
            of_this.next().map(|(_, mended)| mended.clone())
        });
        let mended = by_worker.or_else(|| sought.get());
        let rule = of.with_value(|of| of.rule);
        let locked = session
            .design
            .with(|design| of.with_value(|of| are_locked(design, &of.placements)));
        match mended {
            Some(Mended::Against(other)) => Some(against_said(rule, other)),
            Some(Mended::Nowhere) if locked => Some(Message::new("finding-locked")),
            Some(Mended::Nowhere) if !has_remedy => Some(Message::new("finding-nowhere")),
            // Nobody looks for a place: the slow rules would have to be asked of each.
            None if is_far(rule) && !has_remedy && !session.has_worker() && !session.checking.get() => {
                Some(Message::new("finding-not-sought"))
            }
            _ => None,
        }
    });
    let show = move || {
        let said = said.get()?;
        Some(view! { <p class="small soft" data-testid="against">{words.say(&said)}</p> })
    };
    show.into_any()
}

/// Whether all of these things are locked.
fn are_locked(design: &Design, things: &[PlacementId]) -> bool {
    let mut things = things.iter().filter_map(|id| design.placement(id)).peekable();
    things.peek().is_some() && things.all(|thing| thing.locked)
}

/// The button that sets a finding aside as not important to the author, or takes it back.
fn aside_button(session: Session, finding: &Finding) -> AnyView {
    let words = words();
    let id = finding.id.0.clone();
    let is = session.design.with_untracked(|design| design.dismisses(&id));
    let (name, step) = match is {
        true => ("finding-recall", "step-recalled"),
        false => ("finding-dismiss", "step-dismissed"),
    };
    view! {
        <button class="button quiet" type="button" data-testid="dismiss"
            on:click=move |_| session.apply(Command::Dismiss(id.clone(), !is), step)>
            <span>{move || words.key(name)}</span>
        </button>
    }
    .into_any()
}

/// The button that mends: while it is pointed at, pressed or has the focus, a ghost on the plan
/// shows where the thing would go. Beside it stands what that would change.
#[component]
fn Mend(session: Session, finding: Finding, fix: Fix) -> impl IntoView {
    let words = words();
    let would = session.fix_told(&finding, &fix);
    let fix = StoredValue::new(fix);
    let said = fix.with_value(|fix| {
        let thing = session
            .design
            .with_untracked(|design| design.placement(&fix.placement).cloned());
        mend_said(fix, thing.as_deref())
    });
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
        <span class="small soft" data-testid="mend-would">{move || words.say(&would)}</span>
    }
}

/// What a fix does: another height, another size, or so many metres.
fn mend_said(fix: &Fix, thing: Option<&Placement>) -> Message {
    if let Some(ParamValue::Number(height)) = fix.params.get("plinth") {
        return Message::new("finding-mend-lower").number("height", *height, 0);
    }
    let away = thing.map_or(0.0, |thing| thing.shape.centre().distance(fix.shape.centre()));
    match (&fix.shape, thing.map(|thing| &thing.shape)) {
        (PlacementShape::Rectangle { size, .. }, Some(PlacementShape::Rectangle { size: was, .. }))
            if size != was =>
        {
            Message::new("finding-mend-size")
                .number("width", size.x, 2)
                .number("depth", size.y, 2)
        }
        _ => Message::new("finding-mend").number("metres", away, 2),
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
pub fn key(finding: &Finding) -> String {
    format!(
        "{}|{:?}|{:?}",
        finding.id.0,
        finding.message,
        finding.fix.is_some()
    )
}
