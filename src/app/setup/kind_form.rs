//! The form of a kind of the project's own: names, measures, price, what it gives, what it keeps away from, and its
//! drawing, with its picture beside it as it is typed.

use std::sync::Arc;

use leptos::prelude::*;
use serde_json::{Value, json};

use super::kind_fields::{Row, choice, flag, number, number_or_text, text};
use super::kind_parts::Parts;
use super::kind_picture::TruePicture;
use super::state::Setup;
use crate::app::browser::elements;
use crate::app::words::{t, words};
use crate::catalogue::{Catalogue, Kind, KindId, Near, own_kind};
use crate::setup::{Change, KindsChange, set_member};
use crate::text::{Lang, Message};

/// A kind that is being made or changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Editing {
    row: Value,
    is_new: bool,
}

impl Editing {
    /// Begins with a row of `project.json`; `is_new` where there is no such kind yet.
    pub fn new(row: Value, is_new: bool) -> Self {
        Self { row, is_new }
    }
}

/// The form.
#[component]
pub fn Form(
    /// The set-up.
    setup: Setup,
    /// What is made or changed.
    at: Editing,
    /// Ends it, with the kind that is gone on with in the list.
    done: Callback<String>,
) -> impl IntoView {
    let words = words();
    let row = RwSignal::new(at.row.clone());
    let read = Memo::new(move |_| row.with(|row| own_kind(row, Catalogue::built_in())));
    let parent = at.row["like"]
        .as_str()
        .and_then(|like| Catalogue::built_in().kind(&KindId::new(like)).cloned());
    // While something is wrong the picture stays what it was last.
    let first = read.with_untracked(|read| read.as_ref().ok().map(|kind| Arc::new(kind.clone())));
    let last = RwSignal::new(first.or_else(|| fallback(&at.row)));
    let has_picture = Memo::new(move |_| last.with(Option::is_some));
    Effect::new(move |_| {
        if let Ok(kind) = read.get() {
            last.set(Some(Arc::new(kind)));
        }
    });
    let is_new = at.is_new;
    let put = move |_| {
        let now = row.get_untracked();
        let id = KindId::new(now["id"].as_str().unwrap_or_default());
        if is_new
            && setup
                .history
                .with_untracked(|history| history.now().catalogue().kind(&id).is_some())
        {
            return setup
                .teller
                .tell(Message::new("kinds-id-taken").with("id", id.as_str()));
        }
        let name = read.with_untracked(|read| {
            read.as_ref()
                .map(|kind| Message::new("words-as-is").with("text", kind.name()))
                .ok()
        });
        let said = Message::new("kinds-put").with("kind", name.unwrap_or_else(|| Message::new("kinds-own")));
        if setup.apply(&Change::Kinds(KindsChange::Put(now)), said.clone()) {
            setup.teller.tell(said);
            done.run(id.to_string());
        }
    };
    let from = at.row["like"].as_str().or_else(|| at.row["id"].as_str());
    let from = from.unwrap_or_default().to_owned();
    // The button that opened it is gone with the list. No field gets the focus: on a phone a keyboard would cover half of it.
    request_animation_frame(|| elements::focus_on("[data-testid=kind-form]"));
    let fault = move || read.with(|read| read.as_ref().err().map(|why| words.say(why)));
    view! {
        <form class="kindform" data-testid="kind-form" tabindex="-1" aria-label=t!("kinds-form") on:submit=|event| event.prevent_default()>
            {parent.as_ref().map(|parent| {
                let said = Message::new("kinds-like").with("kind", parent.name());
                view! { <p class="soft">{move || words.say(&said)}</p> }
            })}
            {move || has_picture.get().then(|| last.get_untracked()).flatten().map(|first| {
                let kind = Signal::derive(move || last.get().unwrap_or_else(|| first.clone()));
                view! { <TruePicture kind /> }
            })}
            {names(row, is_new)}
            {measures(row, parent.as_ref())}
            {about(row, parent.as_deref())}
            {money(row, parent.as_deref())}
            {gains(row)}
            {keeps_from(row)}
            {parent.as_ref().map(|parent| params(row, parent))}
            <Parts setup row is_variant=parent.is_some() />
            <p role="status" class="small refused" data-testid="kind-fault">{fault}</p>
            <div class="actions kinddone">
                <button class="button main" type="button" data-testid="kind-put" disabled=move || read.with(Result::is_err)
                    on:click=put>{t!(if is_new { "kinds-put-new" } else { "kinds-put-again" })}</button>
                <button class="button quiet" type="button" data-testid="kind-cancel" on:click=move |_| done.run(from.clone())>
                    {t!("kinds-cancel")}</button>
            </div>
        </form>
    }
}

/// The picture of a row that has no name yet, which is all that a new one lacks.
fn fallback(row: &Value) -> Option<Arc<Kind>> {
    let mut named = row.clone();
    named["names"] = json!({ "en": "-" });
    own_kind(&named, Catalogue::built_in()).ok().map(Arc::new)
}

/// Its names; and what files call it, which stays once designs may have been drawn with it.
fn names(row: Row, is_new: bool) -> AnyView {
    let words = words();
    let labelled = move |key: &'static str, lang: Lang| {
        move || words.say(&Message::new(key).with("lang", super::round::lang_name(lang)))
    };
    view! {
        <fieldset class="stack"><legend class="label">{t!("kinds-names")}</legend>
            {Lang::ALL.map(|lang| text(row, labelled("kinds-name", lang), format!("/names/{}", lang.tag()), lang.tag(), 60))}
            {Lang::ALL.map(|lang| text(row, labelled("kinds-hint", lang), format!("/hints/{}", lang.tag()), lang.tag(), 60))}
{is_new.then(|| text(row, move || words.key("kinds-id"), "/id".to_owned(), "en", 40))}
        </fieldset>
    }
    .into_any()
}

fn measures(row: Row, parent: Option<&Arc<Kind>>) -> AnyView {
    let fixed = parent.is_some_and(|parent| parent.lays_out.is_some());
    view! {
        <fieldset class="stack"><legend class="label">{t!("kinds-size")}</legend>
            <div class="numbers">
                {number(row, "kinds-width", "/size/0", 1.0)}
                {number(row, "kinds-width-min", "/width/min", 1.0)}
                {number(row, "kinds-width-max", "/width/max", 1.0)}
                {number(row, "kinds-depth", "/size/1", 1.0)}
                {number(row, "kinds-depth-min", "/depth/min", 1.0)}
                {number(row, "kinds-depth-max", "/depth/max", 1.0)}
                {number(row, "kinds-height", "/height", 1.0)}
            </div>
            {(!fixed).then(|| flag(row, "kinds-round", "/round", parent.is_some_and(|parent| parent.round)))}
        </fieldset>
    }
    .into_any()
}

/// The options with that one first which holds where nothing is written.
fn first(options: &[&'static str], usual: Option<&'static str>) -> Vec<&'static str> {
    let mut all: Vec<&'static str> = usual.into_iter().collect();
    all.extend(options.iter().filter(|option| Some(**option) != usual));
    all
}

fn about(row: Row, parent: Option<&Kind>) -> AnyView {
    use crate::catalogue::{Form as Outlined, Layer, Stands};
    let group = parent.map_or("facility", |kind| kind.group.key().trim_start_matches("group-"));
    let works = parent.map_or("better", |kind| kind.works.key().trim_start_matches("works-"));
    let layer = parent.map_or("standing", |kind| {
        if kind.layer == Layer::Ground {
            "ground"
        } else {
            "standing"
        }
    });
    let stands = parent.map_or("freely", |kind| match kind.stands {
        Stands::Freely => "freely",
        Stands::BackToWall => "back-to-wall",
        Stands::InRow => "in-row",
    });
    let is = |of: fn(&Kind) -> bool, usual: bool| parent.map_or(usual, of);
    view! {
        <fieldset class="stack"><legend class="label">{t!("kinds-about")}</legend>
            {choice(row, "kinds-group", "/group", "group", first(&["parking", "rest", "green", "service", "facility"], Some(group)))}
            {choice(row, "kinds-works", "/works", "works", first(&["basic", "better", "service"], Some(works)))}
            {choice(row, "kinds-layer", "/layer", "kinds-layer", first(&["standing", "ground"], Some(layer)))}
            {parent.is_none().then(|| choice(row, "kinds-form-of", "/form", "kinds-form", vec!["rectangle", "area", "path"]))}
            {parent.is_none_or(|kind| kind.form == Outlined::Rectangle).then(|| choice(row, "kinds-stands", "/stands", "kinds-stands",
                first(&["freely", "back-to-wall", "in-row"], Some(stands))))}
            {flag(row, "kinds-seals", "/seals", is(|kind| kind.seals, true))}
            {flag(row, "kinds-on-roads", "/onRoads", is(|kind| kind.on_roads, false))}
            {flag(row, "kinds-shelters", "/shelters", is(|kind| kind.shelters, false))}
        </fieldset>
    }
    .into_any()
}

fn money(row: Row, parent: Option<&Kind>) -> AnyView {
    let words = words();
    let unit = parent.map_or("each", |kind| kind.price.unit.key().trim_start_matches("unit-"));
    let units = match parent {
        Some(kind) if kind.lays_out.is_some() => first(&["each", "square-metre", "metre"], Some(unit)),
        _ => first(&["each", "square-metre", "metre", "floor"], Some(unit)),
    };
    view! {
        <fieldset class="stack"><legend class="label">{t!("kinds-price")}</legend>
            {parent.map(|kind| {
                let said = Message::new("setup-kinds-usual").number("price", kind.price.yuan, 0);
                view! { <p class="small soft">{move || words.say(&said)}</p> }
            })}
            <div class="numbers">
                {number(row, "kinds-yuan", "/price/yuan", 1.0)}
                {number(row, "kinds-low", "/price/low", 1.0)}
                {number(row, "kinds-high", "/price/high", 1.0)}
            </div>
            {choice(row, "kinds-unit", "/price/unit", "unit", units)}
            {text(row, move || words.key("kinds-source"), "/price/source".to_owned(), "zh-CN", 200)}
        </fieldset>
    }
    .into_any()
}

fn gains(row: Row) -> AnyView {
    view! {
        <fieldset class="stack"><legend class="label">{t!("kinds-gains")}</legend>
            <div class="numbers">
                {number(row, "kinds-seats", "/gain/seats", 1.0)}
                {number(row, "kinds-seats-metre", "/gain/seatsPerMetre", 1.0)}
                {number(row, "kinds-green", "/gain/green", 100.0)}
                {number(row, "kinds-activity", "/gain/activity", 100.0)}
                {number(row, "kinds-bays", "/gain/bays", 1.0)}
                {number(row, "kinds-slots", "/gain/slots", 1.0)}
            </div>
        </fieldset>
    }
    .into_any()
}

/// A field for each thing that it may keep away from; an empty one asks for nothing.
fn keeps_from(row: Row) -> AnyView {
    let words = words();
    let field = |near: Near| {
        let now = row.with_untracked(|row| {
            let all = row["clearances"].as_array()?;
            let own = all.iter().find(|one| one["from"] == near.word())?;
            own["metres"].as_f64().map(|metres| metres.to_string())
        });
        let set = move |event| {
            let metres = number_or_text(&elements::value_of(&event));
            row.update(|row| {
                let mut all = row["clearances"].as_array().cloned().unwrap_or_default();
                all.retain(|one| one["from"] != near.word());
                all.extend(metres.map(|metres| json!({ "from": near.word(), "metres": metres })));
                set_member(row, "/clearances", (!all.is_empty()).then_some(Value::Array(all)));
            });
        };
        let said = Message {
            key: format!("kinds-near-{}", near.word()).into(),
            args: Vec::new(),
        };
        view! {
            <label class="setting wide"><span>{move || words.say(&said)}</span>
                <input class="field" inputmode="decimal" autocomplete="off" data-near=near.word()
                    prop:value=now.unwrap_or_default() on:input=set /></label>
        }
    };
    view! {
        <fieldset class="stack"><legend class="label">{t!("kinds-clearances")}</legend>
            <p class="small soft">{t!("kinds-clearances-lead")}</p>
            <div class="numbers">{Near::ALL.map(field).collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

/// What residents may choose of a variant: options of its parent, at least one of each.
fn params(row: Row, parent: &Kind) -> AnyView {
    let words = words();
    let choices = parent.params.iter().filter(|param| !param.options.is_empty()).map(|param| {
        let (id, all) = (param.id.clone(), param.options.clone());
        let at = format!("/params/{id}");
        let options = all.clone().into_iter().map(|option| {
            let (at, all, named) = (at.clone(), all.clone(), option.clone());
            let chosen = move |row: &Value| -> Vec<String> {
                let own = row.pointer(&at).and_then(Value::as_array);
                own.map_or_else(|| all.clone(), |own| own.iter().filter_map(Value::as_str).map(str::to_owned).collect())
            };
            let now = row.with_untracked(|row| chosen(row).contains(&option));
            let place = format!("/params/{id}");
            let set = move |event| {
                let is_in = event_target_checked(&event);
                row.update(|row| {
                    let mut own = chosen(row);
                    own.retain(|known| *known != option);
                    if is_in {
                        own.push(option.clone());
                    }
                    set_member(row, &place, Some(json!(own)));
                });
            };
            view! {
                <label class="check"><input type="checkbox" prop:checked=now on:change=set />
                    <span>{move || words.named(format!("option-{named}"), &named)}</span></label>
            }
        });
        let id = param.id.clone();
        view! {
            <fieldset class="stack"><legend class="label">{move || words.named(format!("param-{id}"), &id)}</legend>
                {options.collect_view()}</fieldset>
        }
    });
    choices.collect_view().into_any()
}
