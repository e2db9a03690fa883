//! The form that places a thing beside another: 'a bench, 6 m south of house 3'.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::ui::Ui;
use crate::app::browser::{elements, pinyin};
use crate::app::session::Session;
use crate::app::words::{t, words};
use crate::catalogue::{Group, KindId};
use crate::design::PlacementId;
use crate::editor::{Beside, Event, Spot};
use crate::estate::FeatureId;
use crate::layout::Heading;
use crate::rules;
use crate::search::{Query, places, things};
use crate::text::{Measure, Message, amount};

/// So many houses and so many things are offered at once; typing finds the others.
const MOST: usize = 60;

/// The form.
#[component]
pub fn PlaceBeside(
    /// The drawing.
    session: Session,
    /// The panels of the page.
    ui: Ui,
) -> impl IntoView {
    let chosen = session.selection.with_untracked(|chosen| !chosen.is_empty());
    let kind = RwSignal::new(if chosen { String::new() } else { "bench".to_owned() });
    let gap = RwSignal::new("6".to_owned());
    let heading = RwSignal::new(Heading::South);
    let spot = RwSignal::new(None::<Spot>);
    let fault = RwSignal::new(None::<Message>);
    let place = move |event: SubmitEvent| {
        event.prevent_default();
        let gap = match amount(&gap.get_untracked(), Measure::Length) {
            Ok(gap) => gap,
            Err(why) => return fault.set(Some(why)),
        };
        let Some(spot) = spot.get_untracked() else {
            return fault.set(Some(Message::new("beside-of-what")));
        };
        let kind = kind.get_untracked();
        ui.dialog.set(None);
        ui.make_way();
        elements::focus_on("#plan");
        session.send(Event::Beside(Beside {
            kind: (!kind.is_empty()).then(|| KindId::new(&kind)),
            spot,
            heading: heading.get_untracked(),
            gap,
        }));
    };
    let words = words();
    view! {
        <form class="stack beside" on:submit=place>
            <p class="soft">{t!("beside-what-for")}</p>
            <What session chosen kind />
            <div class="row pair">
                <label><span class="label">{t!("beside-gap")}</span>
                    <input class="field" type="text" inputmode="decimal" autocomplete="off" data-testid="beside-gap"
                        prop:value=move || gap.get() on:input=move |event| gap.set(event_target_value(&event)) /></label>
                <label><span class="label">{t!("beside-side")}</span>
                    <select class="field" data-testid="beside-side"
                        on:change=move |event| heading.set(heading_of(&event_target_value(&event)))>
                        {Heading::ALL.map(|one| view! {
                            <option value=one.key() selected=one == Heading::South>{t!(one.key())}</option>
                        }).collect_view()}
                    </select></label>
            </div>
            <OfWhat session spot />
            <p class="refused" role="alert">{move || fault.get().map(|why| words.say(&why))}</p>
            <div class="actions">
                <button class="button" type="button" on:click=move |_| ui.dialog.set(None)>{t!("action-cancel")}</button>
                <button class="button main" type="submit" data-testid="beside-place">{t!("beside-place")}</button>
            </div>
        </form>
    }
}

fn heading_of(key: &str) -> Heading {
    let known = Heading::ALL.into_iter().find(|heading| heading.key() == key);
    known.unwrap_or(Heading::South)
}

/// What is placed: what is chosen, or something new.
#[component]
fn What(session: Session, chosen: bool, kind: RwSignal<String>) -> impl IntoView {
    let words = words();
    let picked = move || match session.only_selected() {
        Some(thing) => words.say(&Message::new("beside-chosen").with("what", thing.kind.name())),
        None => words.say(&Message::new("beside-chosen-many").with("n", session.selection.with(Vec::len))),
    };
    let groups = Group::ALL.map(|group| {
        let kinds = session.project.with_value(|project| {
            project
                .catalogue
                .group(group)
                .map(|kind| kind.id.clone())
                .collect::<Vec<_>>()
        });
        let options = kinds.into_iter().map(|id| {
            let selected = !chosen && id.as_str() == "bench";
            let value = id.to_string();
            view! { <option value=value selected=selected>{move || words.kind(&id)}</option> }
        });
        view! { <optgroup label=t!(group.key())>{options.collect_view()}</optgroup> }
    });
    view! {
        <label><span class="label">{t!("beside-what")}</span>
            <select class="field" data-testid="beside-what" on:change=move |event| kind.set(event_target_value(&event))>
                {chosen.then(|| view! { <option value="" selected=true>{picked}</option> })}
                {groups.collect_view()}
            </select></label>
    }
}

/// Beside what: a house or thing, found by typing or taken from the list.
#[component]
fn OfWhat(session: Session, spot: RwSignal<Option<Spot>>) -> impl IntoView {
    let words = words();
    let typed = RwSignal::new(String::new());
    let composing = StoredValue::new(false);
    let offered = Memo::new(move |_| offered(session, &typed.get()));
    // What is typed means the first that fits, until another is taken.
    Effect::new(move |_| spot.set(offered.with(|offered| offered.first().cloned())));
    let named = move |spot: &Spot| match spot {
        Spot::Feature(id) => session
            .project
            .with_value(|project| {
                project
                    .estate
                    .feature(id)
                    .map(|feature| words.say(&rules::feature_name(feature)))
            })
            .unwrap_or_default(),
        Spot::Thing(id) => session
            .design
            .with_untracked(|design| design.placement(id).cloned())
            .map(|thing| {
                let place = session
                    .project
                    .with_value(|project| words.say(&rules::place(project, &thing.shape)));
                format!("{} · {place}", words.kind(&thing.kind))
            })
            .unwrap_or_default(),
    };
    let take = move |event| {
        let at = event_target_value(&event).parse::<usize>().ok();
        spot.set(at.and_then(|at| offered.with_untracked(|offered| offered.get(at).cloned())));
    };
    view! {
        <label><span class="label">{t!("beside-find")}</span>
            <input class="field" type="text" autocomplete="off" data-testid="beside-find" placeholder=t!("beside-find-example")
                on:input=move |event| if !composing.get_value() { typed.set(event_target_value(&event)) }
                on:compositionstart=move |_| composing.set_value(true)
                on:compositionend=move |event| { composing.set_value(false); typed.set(event_target_value(&event)); } /></label>
        <label><span class="label">{t!("beside-of")}</span>
            <select class="field" data-testid="beside-of" on:change=take>
                {move || offered.with(|offered| offered.iter().enumerate()
                    .map(|(at, spot)| view! { <option value=at.to_string()>{named(spot)}</option> }).collect_view())}
            </select></label>
        <p class="aloud" role="status">{move || words.say(&Message::new("find-count").with("n", offered.with(Vec::len)))}</p>
    }
}

/// What a text may mean; for none, every numbered house and what was placed last.
fn offered(session: Session, text: &str) -> Vec<Spot> {
    let query = Query::new(text);
    let design = session.design.get();
    // What is moved cannot stand beside itself.
    let chosen = session.selection.get();
    let free = |id: &PlacementId| !chosen.contains(id);
    session.project.with_value(|project| {
        if query.is_empty() {
            let mut houses: Vec<_> = project
                .estate
                .buildings()
                .filter(|house| !house.name.trim().is_empty())
                .collect();
            houses.sort_by_key(|house| (house.name.parse::<u32>().unwrap_or(u32::MAX), house.name.clone()));
            let houses: Vec<FeatureId> = houses.into_iter().map(|house| house.id.clone()).collect();
            let last: Vec<PlacementId> = design
                .placements()
                .iter()
                .rev()
                .map(|thing| thing.id.clone())
                .filter(free)
                .collect();
            let houses = houses.into_iter().take(MOST).map(Spot::Feature);
            return houses
                .chain(last.into_iter().take(MOST).map(Spot::Thing))
                .collect();
        }
        let mut found: Vec<(u32, Spot)> = places(project, &query, pinyin::initial, MOST)
            .into_iter()
            .map(|(score, id)| (score, Spot::Feature(id)))
            .collect();
        let placed = things(&design, &project.catalogue, &query, pinyin::initial, MOST).into_iter();
        let placed = placed.filter(|(_, id)| free(id));
        found.extend(placed.map(|(score, id)| (score, Spot::Thing(id))));
        found.sort_by_key(|(score, _)| *score);
        found.into_iter().map(|(_, spot)| spot).collect()
    })
}
