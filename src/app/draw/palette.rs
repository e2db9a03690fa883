//! The palette: what may be placed, as picture cards on shelves.

use leptos::prelude::*;

use super::palette_card::PaletteCard;
use crate::app::parts::Icon;
use crate::app::session::Session;
use crate::app::words::{t, words};
use crate::catalogue::{Group, Kind};

/// The shelves with a field that searches them.
#[component]
pub fn Palette(
    /// Where things are placed.
    session: Session,
    /// Called when a thing was taken, so that a sheet can move out of the way.
    #[prop(into)]
    taken: Callback<()>,
    /// Whether a field to search stands above the shelves.
    #[prop(optional)]
    searched: bool,
) -> impl IntoView {
    let words = words();
    let sought = RwSignal::new(String::new());
    let kinds = move || {
        let catalogue = session.project.with_value(|project| project.catalogue.clone());
        let sought = sought.get().trim().to_ascii_lowercase();
        let fits = |kind: &Kind| {
            sought.is_empty()
                || words.kind(&kind.id).to_ascii_lowercase().contains(&sought)
                || kind.id.as_str().contains(&sought)
        };
        let shelves = Group::ALL.into_iter().map(|group| {
            let cards: Vec<_> = catalogue
                .group(group)
                .filter(|kind| fits(kind))
                .cloned()
                .collect();
            (group, cards)
        });
        shelves.filter(|(_, cards)| !cards.is_empty()).collect::<Vec<_>>()
    };
    let field = searched.then(|| view! {
        <div class="search">
            <input class="field" type="search" placeholder=t!("palette-search") aria-label=t!("palette-search")
                on:input=move |event| sought.set(event_target_value(&event)) />
        </div>
    });
    view! {
        <div class="palette" data-testid="palette">
            {field}
            <div class="scroll">
                <Show when=move || kinds().is_empty()>
                    <p class="empty"><Icon name="search" /><span>{t!("palette-none-found")}</span></p>
                </Show>
                <For each=kinds key=|(group, cards)| (*group, cards.len(), cards.first().map(|kind| kind.id.clone()))
                    children=move |(group, cards)| view! {
                        <section class="shelf" aria-label=move || words.key(group.key())>
                            <h3>{move || words.key(group.key())}</h3>
                            <ul class="cards">
                                {cards.into_iter().map(|kind| view! {
                                    <li><PaletteCard session kind taken /></li>
                                }).collect_view()}
                            </ul>
                        </section>
                    }
                />
            </div>
        </div>
    }
}
