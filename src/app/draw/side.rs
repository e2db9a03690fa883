//! The panels beside the plan, where there is room for them.

use leptos::prelude::*;

use super::findings::Findings;
use super::history::HistoryPanel;
use super::layers::LayersPanel;
use super::list::ThingList;
use super::thing::ThingCard;
use super::ui::{Panel, Ui};
use super::wishes::Wishes;
use crate::app::session::Session;
use crate::app::words::{t, words};
use crate::rules::Severity;

/// The panels at the right.
#[component]
pub fn Side(
    /// The drawing.
    session: Session,
    /// The panels of the page.
    ui: Ui,
) -> impl IntoView {
    let shown = Memo::new(move |_| match ui.panel.get() {
        Panel::Palette => Panel::Things,
        panel => panel,
    });
    view! {
        <aside class="side" aria-label=t!("side-name")>
            <nav class="tabs" aria-label=t!("side-tabs")>
                <Tab session ui panel=Panel::Things />
                <Tab session ui panel=Panel::Findings />
                <Tab session ui panel=Panel::Wishes />
            </nav>
            <div class="scroll" tabindex="-1">
                {move || match shown.get() {
                    Panel::Findings => view! { <h2 class="aloud">{t!("panel-findings")}</h2> <Findings session ui /> }.into_any(),
                    Panel::Wishes => view! { <h2 class="aloud">{t!("panel-wishes")}</h2> <Wishes session ui /> }.into_any(),
                    Panel::History => view! { <HistoryPanel session ui /> }.into_any(),
                    Panel::Layers => view! { <h2 class="aloud">{t!("panel-layers")}</h2> <LayersPanel session ui /> }.into_any(),
                    _ => view! { <Things session ui /> }.into_any(),
                }}
            </div>
        </aside>
    }
}

/// What is selected, and under it everything placed.
#[component]
pub fn Things(
    /// The drawing.
    session: Session,
    /// The panels of the page.
    ui: Ui,
) -> impl IntoView {
    view! {
        <ThingCard session />
        <section class="section">
            <h2>{t!("list-name")}</h2>
            <ThingList session ui />
        </section>
    }
}

/// A button that shows a panel, with how much is in it.
#[component]
pub fn Tab(
    /// The drawing.
    session: Session,
    /// The panels of the page.
    ui: Ui,
    /// Which panel.
    panel: Panel,
) -> impl IntoView {
    let words = words();
    let count = Memo::new(move |_| count_of(session, panel));
    let current =
        move || ui.panel.get() == panel || (panel == Panel::Things && ui.panel.get() == Panel::Palette);
    view! {
        <button class="button" type="button" data-panel=panel_key(panel)
            aria-current=move || current().then_some("true") on:click=move |_| ui.show(panel)>
            <span>{move || words.key(panel_key(panel))}</span>
            {move || count_badge(count.get())}
        </button>
    }
}

/// How much is in a panel, and the class for how grave it is.
pub fn count_of(session: Session, panel: Panel) -> (usize, &'static str) {
    match panel {
        Panel::Palette | Panel::History | Panel::Layers => (0, ""),
        Panel::Things => (session.design.with(|design| design.placements().len()), ""),
        Panel::Wishes => (session.design.with(|design| design.wishes().len()), ""),
        Panel::Findings => session.facts.with(|facts| {
            let standing: Vec<_> = session.design.with(|design| {
                let standing = facts
                    .findings
                    .iter()
                    .filter(|finding| !design.dismisses(&finding.id.0));
                standing.map(|finding| finding.severity).collect()
            });
            let gravest = standing.iter().min().copied();
            let class = match gravest {
                Some(Severity::Must) => "must",
                Some(Severity::Should) => "should",
                _ => "",
            };
            (standing.len(), class)
        }),
    }
}

/// A count beside a tab's name; nothing for none.
pub fn count_badge((count, class): (usize, &'static str)) -> impl IntoView {
    (count > 0).then(|| view! { <span class=format!("count {class}")>{count}</span> })
}

/// The key of a panel's name.
pub fn panel_key(panel: Panel) -> &'static str {
    match panel {
        Panel::Palette => "panel-palette",
        Panel::Things => "panel-things",
        Panel::Findings => "panel-findings",
        Panel::Wishes => "panel-wishes",
        Panel::History => "panel-history",
        Panel::Layers => "panel-layers",
    }
}
