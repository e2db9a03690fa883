//! The map: one design fully drawn, or many as thin washes.

use std::sync::Arc;

use leptos::prelude::*;

use super::chosen::{choose_at, ring};
use super::comparing::over_each_other;
use super::state::{Desk, Tab};
use crate::app::browser::look::{Laid, Look, around};
use crate::app::parts::Icon;
use crate::app::parts::plan_view::{PlanView, STEP, SharedLook, Tie};
use crate::app::prefs::prefs;
use crate::app::study::Whose;
use crate::app::words::{Words, t, words};
use crate::catalogue::Group;
use crate::report::{apart_scene, coverage_scene, density_scene};
use crate::scene::{Theme, group_ink};
use crate::text::Message;

/// More designs than this are not painted at once.
const MOST_PAINTED: usize = 2_000;

/// The theme of plans on the desk.
pub fn theme() -> Signal<Theme> {
    let prefs = prefs();
    Signal::derive(move || {
        let dark = prefs.is_some_and(|prefs| prefs.dark.get());
        if dark { Theme::DARK } else { Theme::LIGHT }
    })
}

/// The map with what it shows in words, its buttons and its legend.
#[component]
pub fn DeskMap(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let words = words();
    let look =
        use_context::<SharedLook>().unwrap_or_else(|| SharedLook::new(Look::new(desk.project.get_value())));
    let laid = Memo::new(move |_| {
        if let Some(marks) = overlay(desk) {
            return marks;
        }
        match desk.on_map(MOST_PAINTED).0.as_slice() {
            [] => Laid::Nothing,
            [one] => match ring(desk, &one.design) {
                Some(ring) => Laid::Marked(one.design.clone(), Arc::new(ring)),
                None => Laid::One(one.design.clone()),
            },
            many => Laid::Many(Arc::new(many.iter().map(|one| one.design.clone()).collect())),
        }
    });
    let frame = Signal::derive(move || match &*laid.read() {
        Laid::One(design) | Laid::Marked(design, _) => around([design], 140.0),
        Laid::Nothing | Laid::Many(_) | Laid::Marks(_) => None,
    });
    let tie = Tie::new(look, frame);
    Effect::new(move |_| {
        if let Some(at) = desk.study.look.get() {
            tie.look_at(at);
            desk.study.look.set(None);
        }
    });
    // Another choice of designs is looked at afresh.
    Effect::new(move |_| {
        desk.open.track();
        desk.thing.set(None);
        tie.pose.set(None);
    });
    let is_many = move || matches!(*laid.read(), Laid::Many(_));
    let caption = Signal::derive(move || {
        if let Some(said) = overlay_said(desk, words) {
            return words.say(&said);
        }
        let (on_map, count) = desk.on_map(1);
        let message = match (desk.open.get(), on_map.first()) {
            (Some(_), Some(one)) if one.design.title.is_empty() => {
                Message::new("desk-map-one").with("title", Message::new("desk-untitled"))
            }
            (Some(_), Some(one)) => Message::new("desk-map-one").with("title", one.design.title.as_str()),
            _ => Message::new("desk-map-all").with("n", count),
        };
        words.say(&message)
    });
    let capped = move || {
        (desk.on_map(1).1 > MOST_PAINTED && is_many())
            .then(|| words.say(&Message::new("desk-map-capped").with("n", MOST_PAINTED)))
    };
    let tap = Callback::new(move |at| {
        if desk.tab.get_untracked() == Tab::Where && desk.open.get_untracked().is_none() {
            desk.study.asked.set(Some(at));
            return;
        }
        if let Some(one) = desk.open.get_untracked().and_then(|name| desk.received(name)) {
            choose_at(desk, &one.design, at);
        } else {
            desk.picked.update(|picked| picked.clear());
            desk.here.set(Some(at));
            desk.tab.set(Tab::Designs);
        }
    });
    let narrowed =
        move || desk.here.get().is_some() || desk.open.get().is_some() || !desk.picked.read().is_empty();
    let show_all = move |_| {
        desk.here.set(None);
        desk.open.set(None);
        desk.previewed.set(None);
        desk.picked.update(|picked| picked.clear());
    };
    view! {
        <div class="mapbox">
            <PlanView tie laid theme=theme() label=caption keys=true on_tap=tap />
            <div class="tools right" role="group" aria-label=t!("desk-map")>
                <button class="button icon-only" type="button" aria-label=t!("wall-zoom-in")
                    on:click=move |_| tie.zoom(STEP)><Icon name="zoom-in" /></button>
                <button class="button icon-only" type="button" aria-label=t!("wall-zoom-out")
                    on:click=move |_| tie.zoom(1.0 / STEP)><Icon name="zoom-out" /></button>
                <button class="button icon-only" type="button" aria-label=t!("wall-fit")
                    on:click=move |_| tie.fit()><Icon name="fit" /></button>
            </div>
        </div>
        <div class="mapnote">
            <p role="status" data-testid="map-caption">
                {move || caption.get()}
                {move || desk.here.get().map(|_| {
                    let count = desk.shown.read().len();
                    let key = if count == 0 { "desk-nothing-here" } else { "desk-map-here" };
                    format!(" {}", words.say(&Message::new(key).with("n", count)))
                })}
            </p>
            {move || narrowed().then(|| view! {
                <button class="button" type="button" data-testid="show-all" on:click=show_all>
                    {t!("desk-map-show-all")}
                </button>
            })}
            {move || capped().map(|said| view! { <p class="small soft">{said}</p> })}
            {move || is_many().then(|| view! { <Legend /> })}
            <p class="small soft">{t!("desk-map-hint")}" "{t!("desk-map-keys")}</p>
        </div>
    }
}

/// What lies over the estate in place of designs: a composed plan, a density, who has spoken.
fn overlay(desk: Desk) -> Option<Laid> {
    if desk.open.get().is_some() {
        return None;
    }
    if let Some(plan) = desk.previewed.get() {
        return Some(Laid::One(plan));
    }
    let scene = match desk.tab.get() {
        Tab::Where => {
            // Until it is known nothing is shown: it would be taken for the density.
            let Some(seen) = desk.study.seen.get() else {
                return Some(Laid::Nothing);
            };
            match seen.0.look.whose {
                Whose::Apart(_) => apart_scene(&seen.0.more, &seen.0.less),
                _ => density_scene(&seen.0.more, seen.0.spots.iter().map(|spot| spot.at)),
            }
        }
        Tab::Compare => over_each_other(desk)?,
        Tab::Who => {
            let coverage = desk.study.coverage.get().0;
            desk.project
                .with_value(|project| coverage_scene(&coverage, project))
        }
        _ => return None,
    };
    Some(Laid::Marks(Arc::new(scene)))
}

/// The same in words.
fn overlay_said(desk: Desk, words: Words) -> Option<Message> {
    if desk.open.get().is_some() {
        return None;
    }
    if let Some(plan) = desk.previewed.get() {
        return Some(Message::new("desk-map-one").with("title", plan.title.as_str()));
    }
    match desk.tab.get() {
        Tab::Where => {
            let Some(seen) = desk.study.seen.get() else {
                return Some(Message::new("study-counting"));
            };
            let said = Message::new("where-map")
                .with("kind", words.kind(seen.0.look.kind.as_ref()?))
                .with("n", seen.0.spots.len());
            Some(said)
        }
        Tab::Who => Some(Message::new("who-map")),
        Tab::Compare if desk.picked.read().len() > 1 => Some(Message::new("compare-map")),
        _ => None,
    }
}

/// Which colour is which shelf.
#[component]
fn Legend() -> impl IntoView {
    let words = words();
    let theme = theme();
    view! {
        <ul class="groups" aria-label=t!("desk-legend")>
            {Group::ALL.map(|group| view! {
                <li>
                    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                        <rect x="1" y="1" width="14" height="14" rx="3"
                            fill=move || theme.get().colour(group_ink(group)).hex() />
                    </svg>
                    {move || words.key(group.key())}
                </li>
            })}
        </ul>
    }
}
