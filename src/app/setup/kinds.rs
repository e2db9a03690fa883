//! The catalogue: what residents are offered and at which price, and the kinds of the project's own.

use std::sync::Arc;

use leptos::html::Input;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::edge::number;
use super::kind_form::{Editing, Form};
use super::kind_picture::KindLook;
use super::state::Setup;
use crate::app::browser::elements;
use crate::app::browser::files::{self, download};
use crate::app::words::{t, words};
use crate::catalogue::{Catalogue, CatalogueChoice, Group, Kind};
use crate::formats::project_zip;
use crate::setup::{Change, KindsChange, choice_of, copy_of, new_kind, variant_of};
use crate::text::Message;

/// The panel.
#[component]
pub fn Kinds(
    /// The set-up.
    setup: Setup,
) -> impl IntoView {
    let editing = RwSignal::new(None::<Editing>);
    let add = move |_| {
        let id = setup
            .history
            .with_untracked(|history| history.now().free_kind_id());
        editing.set(Some(Editing::new(new_kind(&id), true)));
    };
    // The form is gone with the button that ended it: its kind in the list is gone on with.
    let done = Callback::new(move |kind: String| {
        editing.set(None);
        request_animation_frame(move || {
            let of_kind = |button| format!(".kindrow[data-kind=\"{kind}\"] [data-testid={button}]");
            let (change, variant) = (of_kind("kind-change"), of_kind("kind-variant"));
            elements::focus_on_first(&[&change, &variant, "[data-testid=kind-add]"]);
        });
    });
    view! {
        {move || match editing.get() {
            Some(at) => view! { <Form setup at done /> }.into_any(),
            None => view! {
                <p class="soft">{t!("kinds-lead")}</p>
                <div class="actions">
                    <button class="button main" type="button" data-testid="kind-add" on:click=add>{t!("kinds-add")}</button>
                    <Exchange setup />
                </div>
                <List setup editing />
            }.into_any(),
        }}
    }
}

/// Own kinds go to another project and come from one.
#[component]
fn Exchange(setup: Setup) -> impl IntoView {
    let field = NodeRef::<Input>::new();
    let own = Memo::new(move |_| setup.history.with(|history| choice_of(&history.now().file).own));
    let take = files::when_chosen(field, move |picked| async move {
        let read =
            picked.and_then(|(_, bytes)| own_of(&bytes).ok_or_else(|| Message::new("kinds-take-none")));
        let rows = match read {
            Ok(rows) => rows,
            Err(why) => return setup.teller.tell(why),
        };
        let taken = Message::new("kinds-taken");
        if setup.apply(&Change::Kinds(KindsChange::Take(rows)), taken.clone()) {
            setup.teller.tell(taken);
        }
    });
    let save = move |_| {
        let file = json!({ "schema": "mulin.kinds/1", "catalogue": { "own": own.get_untracked() } });
        let text = serde_json::to_string_pretty(&file).unwrap_or_default();
        download("kinds.json", "application/json", text.as_bytes());
    };
    view! {
        <label class="button pickfile">
            {t!("kinds-take")}
            <input class="aloud" type="file" accept=".zip,.json" data-testid="kinds-take" node_ref=field on:change=take />
        </label>
        {move || (!own.read().is_empty()).then(|| view! {
            <button class="button quiet" type="button" data-testid="kinds-save" on:click=save>{t!("kinds-save")}</button>
        })}
    }
}

/// The own kinds in a project's zip, a `project.json` or a saved list of kinds.
fn own_of(bytes: &[u8]) -> Option<Vec<Value>> {
    let unpacked = project_zip::read(bytes).ok();
    let inner = unpacked
        .as_ref()
        .and_then(|files| files.iter().find(|(name, _)| name == "project.json"));
    let json: Value = serde_json::from_slice(inner.map_or(bytes, |(_, bytes)| bytes)).ok()?;
    let own = json.get("catalogue")?.get("own")?.as_array()?.clone();
    (!own.is_empty()).then_some(own)
}

#[component]
fn List(setup: Setup, editing: RwSignal<Option<Editing>>) -> impl IntoView {
    let words = words();
    let shown = Memo::new(move |_| {
        let choice = setup.history.with(|history| choice_of(&history.now().file));
        let catalogue = Catalogue::built_in().chosen(&choice);
        (choice, catalogue)
    });
    let faults = move || shown.with(|(choice, _)| choice.faults.clone());
    view! {
        {move || faults().into_iter().map(|fault| view! {
            <p class="small refused">{move || words.say(&fault)}</p>
        }).collect_view()}
        {Group::ALL.map(|group| view! {
            <section class="kindshelf">
                <h3 class="label">{move || words.key(group.key())}</h3>
                <ul class="thinglist kindlist">
                    {move || shown.with(|(choice, catalogue)| {
                        let of_group = catalogue.kinds().iter().filter(|kind| kind.group == group);
                        of_group.map(|kind| row(setup, editing, choice, kind)).collect_view()
                    })}
                </ul>
            </section>
        })}
    }
}

fn row(
    setup: Setup,
    editing: RwSignal<Option<Editing>>,
    choice: &CatalogueChoice,
    kind: &Arc<Kind>,
) -> AnyView {
    let words = words();
    let id = kind.id.clone();
    let name = StoredValue::new(Message::new("words-as-is").with("text", kind.name()));
    let named = move || name.with_value(|name| words.say(name));
    let of_kind = move |key: &'static str| {
        move || name.with_value(|name| words.say(&Message::new(key).with("kind", name.clone())))
    };
    let is_offered = !choice.left_out.contains(&id);
    let own = choice.own.iter().find(|own| own["id"] == id.as_str()).cloned();
    let offered_id = id.clone();
    let offer = move |event| {
        let is_offered = event_target_checked(&event);
        let done = Message::new(if is_offered {
            "kinds-offered"
        } else {
            "kinds-not-offered"
        });
        setup.apply(
            &Change::Kinds(KindsChange::Offer(offered_id.clone(), is_offered)),
            done,
        );
    };
    let (parent, copied) = (kind.clone(), own.clone());
    let copy = move |_| {
        let new = setup
            .history
            .with_untracked(|history| history.now().free_kind_id());
        let row = match &copied {
            Some(own) => copy_of(own, &new),
            None => variant_of(&parent, &new),
        };
        editing.set(Some(Editing::new(row, true)));
    };
    let dropped = id.clone();
    let drop = move |_| {
        let gone = Message::new("kinds-dropped").with("kind", name.get_value());
        if setup.apply(&Change::Kinds(KindsChange::Drop(dropped.clone())), gone.clone()) {
            setup.teller.tell(gone);
        }
    };
    let is_own = own.is_some();
    view! {
        <li class="kindrow" data-kind=id.to_string() data-own=is_own.to_string()>
            <KindLook kind=kind.clone() side=56.0 />
            <div class="kindtext">
                <label class="check"><input type="checkbox" prop:checked=is_offered on:change=offer />
                    <span>{named}{is_own.then(|| view! { <span class="owntag">{t!("kinds-own")}</span> })}</span></label>
                {price_field(setup, choice, kind, named)}
            </div>
            <div class="kindacts">
                {own.map(|own| view! {
                    <button class="button quiet" type="button" data-testid="kind-change" aria-label=of_kind("kinds-change-of")
                        on:click=move |_| editing.set(Some(Editing::new(own.clone(), false)))>{t!("kinds-change")}</button>
                    <button class="button quiet" type="button" data-testid="kind-drop" aria-label=of_kind("kinds-drop-of")
                        on:click=drop>{t!("kinds-drop")}</button>
                })}
                <button class="button quiet" type="button" data-testid="kind-variant" aria-label=of_kind("kinds-variant-of")
                    on:click=copy>{t!("kinds-variant")}</button>
            </div>
        </li>
    }
    .into_any()
}

fn price_field(
    setup: Setup,
    choice: &CatalogueChoice,
    kind: &Kind,
    named: impl Fn() -> String + Copy + Send + Sync + 'static,
) -> AnyView {
    let words = words();
    let (id, unit) = (kind.id.clone(), kind.price.unit);
    let own = choice.prices.get(&id).map(f64::to_string).unwrap_or_default();
    // What it would cost without a price of the project's.
    let usual = choice
        .kinds
        .iter()
        .find(|own| own.id == id)
        .map(|own| own.price.yuan);
    let usual = usual
        .or_else(|| Catalogue::built_in().kind(&id).map(|kind| kind.price.yuan))
        .unwrap_or_default();
    let said = move || words.say(&Message::new("setup-kinds-price").with("kind", named()));
    let unit_said =
        move || words.say(&Message::new("setup-kinds-price-unit").with("unit", Message::new(unit.key())));
    let usual_said = move || words.say(&Message::new("setup-kinds-usual").number("price", usual, 0));
    let set = move |event| {
        let text = elements::value_of(&event);
        let yuan = match text.trim() {
            "" => None,
            text => match number(setup, text) {
                Some(yuan) => Some(yuan),
                None => return elements::set_value(&event, ""),
            },
        };
        let change = KindsChange::Price(id.clone(), yuan);
        setup.apply(&Change::Kinds(change), Message::new("kinds-priced"));
    };
    view! {
        <span class="kindprice">
            <input class="field short" inputmode="decimal" autocomplete="off" aria-label=said prop:value=own
                placeholder=usual.to_string() on:change=set />
            <span class="small soft">{unit_said}" · "{usual_said}</span>
        </span>
    }
    .into_any()
}
