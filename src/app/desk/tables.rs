//! The map's questions answered without the map: kinds, what was set aside.

use leptos::prelude::*;

use super::state::{Desk, Tab};
use crate::agreement::weighted_kinds;
use crate::app::words::{t, words};
use crate::catalogue::KindId;
use crate::tally::kind_counts;
use crate::text::Message;

/// How often each kind was used: by how many designs, of how many, and how many things.
#[component]
pub fn KindTable(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let words = words();
    let of = move || desk.shown.read().len();
    let counts = Memo::new(move |_| kind_counts(desk.shown.get().iter()));
    let by_house = RwSignal::new(false);
    // Weighted, it stands beside the raw count and never in its place.
    let weighted = Memo::new(move |_| {
        let coverage = desk.study.coverage.get().0;
        by_house
            .get()
            .then(|| weighted_kinds(&coverage, desk.shown.get().iter()))
    });
    let weighted_cell = move |kind: &KindId| {
        let shares = weighted.get()?;
        let share = shares.get(kind).map_or("–".to_owned(), |share| {
            words.say(&Message::new("desk-share").number("share", 100.0 * share, 0))
        });
        Some(view! { <td class="n" data-testid="kind-weighted">{share}</td> })
    };
    let only = move |kind: &KindId| {
        let kind = kind.clone();
        desk.filter.update(|filter| {
            filter.kinds.insert(kind);
        });
        desk.tab.set(Tab::Designs);
    };
    let row = move |count: crate::tally::KindCount| {
        let kind = count.kind.clone();
        let share = 100.0 * count.designs as f64 / of().max(1) as f64;
        view! {
            <tr data-testid="kind-row" data-kind=count.kind.to_string()>
                <th scope="row">
                    <button class="button quiet" type="button" on:click=move |_| only(&kind)>
                        {words.kind(&count.kind)}
                    </button>
                </th>
                <td class="n">{count.designs}</td>
                <td class="share">
                    <span class="bar" aria-hidden="true"><span style:width=format!("{share:.0}%")></span></span>
                    <span>{words.say(&Message::new("desk-share").number("share", share, 0))}</span>
                </td>
                {weighted_cell(&count.kind)}
                <td class="n">{count.things}</td>
            </tr>
        }
    };
    let none_counts = move || weighted.read().as_ref().is_some_and(|shares| shares.is_empty());
    view! {
        <div class="tablebox">
            <label class="button toggle"><input type="checkbox" data-testid="kinds-weighted" prop:checked=move || by_house.get()
                on:change=move |event| by_house.set(event_target_checked(&event)) />{t!("kinds-weighted")}</label>
            {move || by_house.get().then(|| view! { <p class="small soft" role="status">
                {words.key(if none_counts() { "kinds-weighted-none" } else { "kinds-weighted-how" })}</p> })}
            <table>
                <caption>
                    {t!("desk-kinds-caption")}" · "
                    {move || words.say(&Message::new("desk-shown-of").with("shown", of())
                        .with("count", desk.gathering.gathered.read().drawings.len()))}
                </caption>
                <thead><tr>
                    <th scope="col">{t!("desk-kinds-kind")}</th>
                    <th scope="col" class="n">{t!("desk-kinds-designs")}</th>
                    <th scope="col">{t!("desk-kinds-share")}</th>
                    {move || by_house.get().then(|| view! { <th scope="col" class="n">{t!("kinds-weighted-share")}</th> })}
                    <th scope="col" class="n">{t!("desk-kinds-things")}</th>
                </tr></thead>
                <tbody>{move || counts.get().into_iter().map(row).collect_view()}</tbody>
            </table>
            {move || counts.read().is_empty().then(|| view! { <p class="nothing">{t!("desk-kinds-none")}</p> })}
        </div>
    }
}

/// What was received and cannot be used, with the reason.
#[component]
pub fn AsideTable(
    /// The desk.
    desk: Desk,
    /// Whether it is seen.
    shown: Signal<bool>,
) -> impl IntoView {
    let words = words();
    let aside = move || desk.gathering.gathered.get().aside.clone();
    let row = move |aside: std::sync::Arc<crate::tally::Aside>| {
        let size = Message::new("desk-aside-size").with("n", aside.bytes);
        view! {
            <tr data-testid="aside-row" data-reason=aside.reason.word()>
                <th scope="row"><code>{aside.file.clone()}</code> <span class="small soft">{words.say(&size)}</span></th>
                <td>{words.say(&aside.reason.message())}</td>
            </tr>
        }
    };
    view! {
        <div class="tablebox" hidden=move || !shown.get()>
            <table>
                <caption>{t!("desk-aside-caption")}</caption>
                <thead><tr>
                    <th scope="col">{t!("desk-aside-file")}</th>
                    <th scope="col">{t!("desk-aside-why")}</th>
                </tr></thead>
                <tbody>{move || aside().into_iter().map(row).collect_view()}</tbody>
            </table>
            {move || aside().is_empty().then(|| view! { <p class="nothing">{t!("desk-aside-none")}</p> })}
        </div>
    }
}
