//! Storeys, doors and homes of every dwelling, as a table to type in.

use leptos::prelude::*;

use super::edge::number;
use super::state::Setup;
use crate::app::browser::elements;
use crate::app::words::{t, words};
use crate::setup::{Change, HOMES_A_FLOOR_AND_STAIR, House};
use crate::text::Message;

/// Houses that are shown at first, and more of them at a press: a district has thousands.
const PAGE: usize = 200;

/// The panel.
#[component]
pub fn Homes(
    /// The set-up.
    setup: Setup,
) -> impl IntoView {
    let words = words();
    let houses = Memo::new(move |_| setup.history.with(|history| House::all(&history.now().estate)));
    let total = move || {
        let n: u32 = houses.read().iter().map(|house| house.homes).sum();
        words.say(&Message::new("setup-homes-total").with("n", n as usize))
    };
    let reckon = move |_| {
        let done = Message::new("setup-homes-reckoned");
        if setup.apply(&Change::ReckonHomes, done.clone()) {
            setup.teller.tell(done);
        }
    };
    let limit = RwSignal::new(PAGE);
    let left = move || houses.read().len().saturating_sub(limit.get());
    let more = move || words.say(&Message::new("setup-things-more").with("n", left().min(PAGE)));
    let hint = Message::new("setup-homes-reckon-hint").with("n", HOMES_A_FLOOR_AND_STAIR as usize);
    view! {
        <p class="soft">{t!("setup-homes-lead")}</p>
        {move || if houses.read().is_empty() {
            view! { <p class="nothing">{t!("setup-homes-none")}</p> }.into_any()
        } else {
            view! {
                <table class="homes" data-testid="setup-homes">
                    <thead><tr>
                        <th scope="col">{t!("setup-homes-house")}</th>
                        <th scope="col">{t!("setup-homes-storeys")}</th>
                        <th scope="col">{t!("setup-homes-doors")}</th>
                        <th scope="col">{t!("setup-homes-homes")}</th>
                    </tr></thead>
                    <tbody>
                        {houses.get().into_iter().take(limit.get()).map(|house| row(setup, house)).collect_view()}
                    </tbody>
                </table>
            }.into_any()
        }}
        {move || (left() > 0).then(|| view! {
            <button class="button more" type="button" data-testid="setup-homes-more"
                on:click=move |_| limit.update(|limit| *limit += PAGE)>{more}</button>
        })}
        <p data-testid="setup-homes-total">{total}</p>
        <button class="button" type="button" data-testid="setup-reckon" on:click=reckon>{t!("setup-homes-reckon")}</button>
        <p class="small soft">{move || words.say(&hint)}</p>
    }
}

fn row(setup: Setup, house: House) -> AnyView {
    let words = words();
    let shown = if house.name.is_empty() {
        house.id.to_string()
    } else {
        house.name.clone()
    };
    let of = move |key: &'static str| {
        let house = shown.clone();
        move || words.say(&Message::new(key).with("house", house.clone()))
    };
    let [name_id, storeys_id, homes_id] = [house.id.clone(), house.id.clone(), house.id.clone()];
    let done = |key: &'static str| Message::new("setup-called").with("what", Message::new(key));
    let name = move |event| {
        setup.apply(
            &Change::Name(name_id.clone(), elements::value_of(&event)),
            done("setup-name"),
        );
    };
    let storeys = move |event| {
        let text = elements::value_of(&event);
        let count = match text.trim() {
            "" => None,
            text => match number(setup, text) {
                Some(count) => Some(count),
                None => return elements::set_value(&event, ""),
            },
        };
        setup.apply(
            &Change::Storeys(vec![storeys_id.clone()], count),
            done("setup-homes-storeys"),
        );
    };
    let homes = move |event| {
        let text = elements::value_of(&event);
        let text = if text.trim().is_empty() { "0" } else { text.trim() };
        let Some(count) = number(setup, text) else { return };
        // What is no count is refused below as too large.
        let count = if count >= 0.0 && count.fract() == 0.0 {
            count as u32
        } else {
            u32::MAX
        };
        setup.apply(&Change::Homes(homes_id.clone(), count), done("setup-homes-homes"));
    };
    let storeys_now = house.storeys.map(|n| n.to_string()).unwrap_or_default();
    let homes_now = if house.homes == 0 {
        String::new()
    } else {
        house.homes.to_string()
    };
    view! {
        <tr>
            <td><input class="field" type="text" maxlength="60" autocomplete="off" aria-label=of("setup-homes-name-of")
                prop:value=house.name.clone() placeholder=house.id.to_string() on:change=name /></td>
            <td><input class="field" inputmode="decimal" autocomplete="off" aria-label=of("setup-homes-storeys-of")
                data-field="storeys" prop:value=storeys_now on:change=storeys /></td>
            <td class="count">{house.doors}</td>
            <td><input class="field" inputmode="numeric" autocomplete="off" aria-label=of("setup-homes-homes-of")
                data-field="homes" prop:value=homes_now on:change=homes /></td>
        </tr>
    }
    .into_any()
}
