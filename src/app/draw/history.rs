//! The steps of the drawing in words, to go to any of them; and its versions.

use leptos::prelude::*;

use super::keeping::Keeper;
use super::picture::KindPicture;
use super::ui::Ui;
use super::versions::Versions;
use crate::app::parts::{ActionButton, Icon};
use crate::app::session::Session;
use crate::app::words::{t, words};
use crate::editor::{Action, Event, StepLabel};

/// So many steps on either side of the present are listed at first; a press lists them all.
const NEAR: usize = 40;

/// The panel of steps and versions.
#[component]
pub fn HistoryPanel(
    /// The drawing.
    session: Session,
    /// The panels of the page.
    ui: Ui,
) -> impl IntoView {
    let keeper = use_context::<Keeper>();
    view! {
        <div class="stack history">
            <section class="section">
                <div class="row"><h2>{t!("history-steps")}</h2>
                    <ActionButton session action=Action::Undo class="quiet" />
                    <ActionButton session action=Action::Redo class="quiet" /></div>
                <Steps session />
            </section>
            <section class="section">
                <h2>{t!("versions-title")}</h2>
                {keeper.map(|keeper| view! { <Versions session ui keeper /> })}
            </section>
        </div>
    }
}

#[component]
fn Steps(session: Session) -> impl IntoView {
    let all = RwSignal::new(false);
    // The newest first: what was done last is what one comes here for.
    let steps = move || {
        session.design.track();
        let listed = session.ask(|editor| {
            let now = editor.history().position();
            let labels: Vec<StepLabel> = editor.history().labels().cloned().collect();
            (now, labels)
        });
        let (now, labels) = listed.unwrap_or_default();
        let near = |place: usize| all.get() || place.abs_diff(now) <= NEAR;
        let rows = (0..=labels.len()).rev().filter(|place| near(*place));
        rows.map(|place| {
            let label = place.checked_sub(1).and_then(|at| labels.get(at)).cloned();
            (place, now, label)
        })
        .collect::<Vec<_>>()
    };
    let more = move || {
        session.design.track();
        let count = session
            .ask(|editor| editor.history().labels().count())
            .unwrap_or_default();
        !all.get() && count > 2 * NEAR
    };
    view! {
        <ol class="steps" aria-label=t!("history-steps")>
            {move || steps().into_iter().map(|(place, now, label)| view! { <Step session place now label /> }).collect_view()}
        </ol>
        <Show when=more>
            <button class="button" type="button" on:click=move |_| all.set(true)>{t!("history-all")}</button>
        </Show>
    }
}

#[component]
fn Step(session: Session, place: usize, now: usize, label: Option<StepLabel>) -> impl IntoView {
    let words = words();
    // The kind as the palette pictures it; of several kinds, of words and wishes, a sign of the act.
    let picture = match label.as_ref().map(|label| (label.kind.clone(), label.key)) {
        Some((Some(kind), _)) => view! { <KindPicture kind /> }.into_any(),
        Some((None, key)) => sign(icon_of(key)),
        None => sign("new"),
    };
    let said = label.map(|label| label.message());
    let name = move || match &said {
        Some(said) => words.say(said),
        None => words.key("history-start"),
    };
    view! {
        <li>
            <button class="item step" type="button" data-testid="step" data-place=place
                class:ahead=move || { place > now }
                aria-current=(place == now).then_some("step") on:click=move |_| session.send(Event::GoTo(place))>
                {picture}
                <span class="said"><span class="name">{name}</span>
                    {(place == now).then(|| view! { <span class="place">{t!("history-now")}</span> })}</span>
            </button>
        </li>
    }
}

/// A sign where a picture would be.
fn sign(name: &'static str) -> AnyView {
    view! { <span class="picture sign" aria-hidden="true"><Icon name /></span> }.into_any()
}

/// The sign of what a step did, by its key.
fn icon_of(key: &str) -> &'static str {
    match key {
        "step-placed" => "place",
        "step-drawn" | "step-reshaped" => "outline",
        "step-moved" => "pointer",
        "step-turned" => "turn-left",
        "step-resized" => "grow",
        "step-deleted" | "step-wish-deleted" => "delete",
        "step-duplicated" => "duplicate",
        "step-aligned" => "align-left",
        "step-distributed" => "distribute-across",
        "step-grouped" => "group",
        "step-ungrouped" => "ungroup",
        "step-locked" => "lock",
        "step-unlocked" => "unlock",
        "step-pasted" => "paste",
        "step-row" => "row",
        "step-replaced" => "replace",
        "step-note" | "step-wish-moved" => "pin",
        "step-wish" | "step-wish-changed" => "wish",
        "step-fixed" => "mend",
        "step-restored" => "clock",
        _ => "pen",
    }
}
