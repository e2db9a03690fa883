//! What residents are offered, and what it costs here.

use leptos::prelude::*;

use super::edge::number;
use super::state::Setup;
use crate::app::browser::elements;
use crate::app::words::{t, words};
use crate::catalogue::{Catalogue, CatalogueChoice, Kind, KindId};
use crate::text::Message;

/// The list of kinds, folded until somebody wants it.
#[component]
pub fn Kinds(
    /// The set-up.
    setup: Setup,
) -> impl IntoView {
    let rows = Catalogue::built_in()
        .kinds()
        .iter()
        .map(|kind| row(setup, kind))
        .collect_view();
    view! {
        <details data-testid="setup-kinds">
            <summary>{t!("setup-kinds")}</summary>
            <p class="small soft">{t!("setup-kinds-lead")}</p>
            <ul class="thinglist">{rows}</ul>
        </details>
    }
}

fn choice(setup: Setup) -> CatalogueChoice {
    setup
        .history
        .with_untracked(|history| CatalogueChoice::read(&history.now().file.extra, Catalogue::built_in()).0)
}

fn change(setup: Setup, change: impl FnOnce(&mut CatalogueChoice)) {
    let mut choice = choice(setup);
    change(&mut choice);
    setup.write(|file| choice.write(&mut file.extra));
}

fn row(setup: Setup, kind: &Kind) -> AnyView {
    let words = words();
    let (id, usual, unit) = (kind.id.clone(), kind.price.yuan, kind.price.unit);
    let now = choice(setup);
    let is_offered = !now.left_out.contains(&id);
    let own = now
        .prices
        .get(&id)
        .map(|yuan| yuan.to_string())
        .unwrap_or_default();
    let named = {
        let id = id.clone();
        move || words.kind(&id)
    };
    let price_said = {
        let id = id.clone();
        move || words.say(&Message::new("setup-kinds-price").with("kind", words.kind(&id)))
    };
    let unit_said =
        move || words.say(&Message::new("setup-kinds-price-unit").with("unit", Message::new(unit.key())));
    let usual_said = move || words.say(&Message::new("setup-kinds-usual").number("price", usual, 0));
    let offer = {
        let id = id.clone();
        move |event| {
            let offered = event_target_checked(&event);
            change(setup, |choice| set_offered(choice, &id, offered));
        }
    };
    let price = move |event| {
        let text = elements::value_of(&event);
        let yuan = match text.trim() {
            "" => None,
            text => match number(setup, text).filter(|yuan| *yuan >= 0.0) {
                Some(yuan) => Some(yuan),
                None => return elements::set_value(&event, ""),
            },
        };
        change(setup, |choice| match yuan {
            Some(yuan) => {
                choice.prices.insert(id.clone(), yuan);
            }
            None => {
                choice.prices.remove(&id);
            }
        });
    };
    view! {
        <li class="kindrow" data-kind=kind.id.to_string()>
            <label class="check"><input type="checkbox" prop:checked=is_offered on:change=offer /><span>{named}</span></label>
            <input class="field short" inputmode="decimal" autocomplete="off" aria-label=price_said prop:value=own
                placeholder=usual.to_string() on:change=price />
            <span class="small soft">{unit_said}" · "{usual_said}</span>
        </li>
    }
    .into_any()
}

fn set_offered(choice: &mut CatalogueChoice, id: &KindId, offered: bool) {
    if offered {
        choice.left_out.remove(id);
    } else {
        choice.left_out.insert(id.clone());
    }
}
