//! Two versions beside each other: what was added, removed and changed, in a list and on the plan.

use std::sync::Arc;

use leptos::prelude::*;

use super::ui::Ui;
use super::versions::Known;
use crate::app::browser::elements;
use crate::app::parts::Icon;
use crate::app::session::Session;
use crate::app::words::{t, words};
use crate::design::{Became, Design, Difference, difference};
use crate::editor::{Event, Marks};
use crate::text::Message;

/// More rows than this are counted and not listed.
const MOST: usize = 200;

/// The comparison of a version with the drawing as it is, or with another version.
#[component]
pub fn Comparison(
    /// The drawing.
    session: Session,
    /// The panels of the page.
    ui: Ui,
    /// The version that is compared.
    saved: f64,
    /// Every version.
    versions: RwSignal<Option<Vec<Known>>>,
    /// Ends it.
    close: Callback<()>,
) -> impl IntoView {
    let words = words();
    let with = RwSignal::new(None::<f64>);
    let chosen = RwSignal::new(None::<usize>);
    let known = move |saved: f64| -> Option<Known> {
        let of = |known: &&Known| known.saved == saved;
        versions.with(|versions| versions.iter().flatten().find(of).cloned())
    };
    let rows = Memo::new(move |_| {
        let older = known(saved).map(|known| known.design);
        let newer: Option<Arc<Design>> = match with.get() {
            None => Some(session.design.get()),
            Some(saved) => known(saved).map(|known| known.design),
        };
        match (older, newer) {
            (Some(older), Some(newer)) => difference(&older, &newer),
            _ => Vec::new(),
        }
    });
    Effect::new(move |_| {
        let marks = rows.with(|rows| Marks::of(rows, chosen.get()));
        session.send(Event::Mark(Box::new(marks)));
    });
    on_cleanup(move || session.send(Event::Mark(Box::default())));
    let count = move |became| rows.with(|rows| rows.iter().filter(|row| row.became == became).count());
    let summary = move || {
        words.say(
            &Message::new("compare-summary")
                .with("added", count(Became::Added))
                .with("removed", count(Became::Removed))
                .with("changed", count(Became::Changed)),
        )
    };
    let others = move || {
        let all = versions.get().unwrap_or_default().into_iter();
        all.filter(|version| version.saved != saved)
            .map(|version| view! { <option value=version.saved.to_string()>{version.title()}</option> })
            .collect_view()
    };
    let title = move || known(saved).map(|known| known.title()).unwrap_or_default();
    let choose = Callback::new(move |at: usize| {
        chosen.set(Some(at));
        // On a phone the sheet covers the lower half of the plan.
        if !ui.wide.get_untracked() {
            request_animation_frame(move || session.reveal_above(elements::height_of("sheet-body")));
        }
    });
    view! {
        <section class="compare" data-testid="compare" aria-label=t!("versions-compare")>
            <div class="heading">
                <strong>{title}</strong>
                <label class="row"><span>{t!("compare-with")}</span>
                    <select class="field" data-testid="compare-with"
                        on:change=move |event| { chosen.set(None); with.set(event_target_value(&event).parse().ok()); }>
                        <option value="">{t!("compare-now")}</option>
                        {others}
                    </select></label>
                <button class="button icon-only quiet" type="button" aria-label=t!("compare-close") on:click=move |_| close.run(())>
                    <Icon name="cancel" />
                </button>
            </div>
            <p role="status" data-testid="compare-summary">{summary}</p>
            <ul class="stack">
                {move || rows.with(|rows| rows.iter().take(MOST).enumerate()
                    .map(|(at, row)| difference_row(row, at, chosen, choose)).collect_view())}
            </ul>
        </section>
    }
}

fn difference_row(
    row: &Difference,
    at: usize,
    chosen: RwSignal<Option<usize>>,
    choose: Callback<usize>,
) -> impl IntoView + use<> {
    let words = words();
    // Never colour alone: the sign says what became of it.
    let (look, sign) = match row.became {
        Became::Added => ("added", "+"),
        Became::Removed => ("removed", "−"),
        Became::Changed => ("changed", "≠"),
    };
    let said = row.said.clone();
    view! {
        <li>
            <button class="item" type="button" data-testid="difference" data-became=look
                aria-pressed=move || if chosen.get() == Some(at) { "true" } else { "false" }
                on:click=move |_| choose.run(at)>
                <span class=format!("sign {look}") aria-hidden="true">{sign}</span>
                <span class="said">{move || words.say(&said)}</span>
            </button>
        </li>
    }
}
