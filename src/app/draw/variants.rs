//! What may be chosen of a kind: options as chips, numbers as steppers.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::parts::Stepper;
use crate::app::session::Session;
use crate::app::words::words;
use crate::catalogue::{Kind, NumberParam};
use crate::design::{ParamValue, Placement};
use crate::editor::{Event, Property};
use crate::text::Measure;

/// Every param of the kind.
#[component]
pub fn Variants(
    /// The drawing.
    session: Session,
    /// The kind.
    kind: Arc<Kind>,
    /// The thing.
    thing: Memo<Arc<Placement>>,
) -> impl IntoView {
    let fields: Vec<_> = kind
        .params
        .iter()
        .map(|param| match &param.number {
            Some(number) => number_field(session, &kind, &param.id, number, thing).into_any(),
            None => options(session, &kind, &param.id, &param.options, thing).into_any(),
        })
        .collect();
    view! { <div class="stack">{fields}</div> }
}

fn options(
    session: Session,
    kind: &Arc<Kind>,
    param: &str,
    options: &[String],
    thing: Memo<Arc<Placement>>,
) -> impl IntoView + use<> {
    let words = words();
    let name = param_name(param);
    let chips = options.iter().map(|option| {
        let (kind, param) = (kind.clone(), param.to_owned());
        let (own, label, value) = (option.clone(), option.clone(), option.clone());
        let of = param.clone();
        let chosen = move || thing.with(|thing| thing.option(&kind, &of) == Some(own.as_str()));
        let choose = move |_| {
            let value = ParamValue::Text(value.clone());
            session.send(Event::Set(Property::Param(param.clone(), value)));
        };
        view! {
            <button class="button" type="button" data-option=option.clone()
                aria-pressed=move || if chosen() { "true" } else { "false" } on:click=choose>
                {move || words.named(format!("option-{label}"), &label)}
            </button>
        }
    });
    let chips: Vec<_> = chips.collect();
    view! {
        <fieldset>
            <legend class="label">{move || name.get()}</legend>
            <div class="chips">{chips}</div>
        </fieldset>
    }
}

fn number_field(
    session: Session,
    kind: &Arc<Kind>,
    param: &str,
    number: &NumberParam,
    thing: Memo<Arc<Placement>>,
) -> impl IntoView + use<> {
    let (kind, of, named) = (kind.clone(), param.to_owned(), param.to_owned());
    let default = number.default;
    let value = Signal::derive(move || thing.with(|thing| thing.number(&kind, &of).unwrap_or(default)));
    let set = Callback::new(move |number: f64| {
        session.send(Event::Set(Property::Param(
            named.clone(),
            ParamValue::Number(number),
        )));
    });
    let range = (number.range.min, number.range.max);
    view! { <Stepper name=param_name(param) unit=Signal::derive(String::new) value step=number.step measure=Measure::Count range set /> }
}

fn param_name(param: &str) -> Signal<String> {
    let words = words();
    let param = param.to_owned();
    Signal::derive(move || words.named(format!("param-{param}"), &param))
}
