//! The fields of a kind's form: each shows and sets one member of the row that is typed in.

use leptos::prelude::*;
use serde_json::{Value, json};

use crate::app::browser::elements;
use crate::app::words::{t, words};
use crate::setup::set_member;
use crate::text::Message;

/// A row of `project.json` that is typed in.
pub type Row = RwSignal<Value>;

/// What a member holds as text, to be shown once; what is typed stays as it is typed.
fn shown(row: Row, at: &str) -> String {
    row.with_untracked(|row| match row.pointer(at) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string().trim_end_matches(".0").to_owned(),
        _ => String::new(),
    })
}

/// The number that a text says; a text that says none stays text, so that the form can tell.
pub fn number_or_text(text: &str) -> Option<Value> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let number = text
        .replace(['，', ','], ".")
        .parse::<f64>()
        .ok()
        .filter(|n| n.is_finite());
    Some(number.map_or_else(|| json!(text), |number| json!(number)))
}

/// A line of text.
pub fn text(
    row: Row,
    label: impl Fn() -> String + Send + 'static,
    at: String,
    lang: &'static str,
    most: u32,
) -> AnyView {
    let (now, place) = (shown(row, &at), at.clone());
    let set = move |event| {
        let text = elements::value_of(&event);
        row.update(|row| set_member(row, &place, (!text.trim().is_empty()).then(|| json!(text.trim()))));
    };
    view! {
        <label class="setting wide"><span>{label}</span>
            <input class="field" type="text" maxlength=most.to_string() autocomplete="off" lang=lang data-at=at
                prop:value=now on:input=set /></label>
    }
    .into_any()
}

/// A number; where `scale` is 100, of a share in percent.
pub fn number(row: Row, key: &'static str, at: impl Into<String>, scale: f64) -> AnyView {
    let at = at.into();
    let now = row.with_untracked(|row| row.pointer(&at).and_then(Value::as_f64));
    let now = now
        .map(|number| ((number * scale * 1e4).round() / 1e4).to_string())
        .unwrap_or_default();
    let place = at.clone();
    let set = move |event| {
        let value = number_or_text(&elements::value_of(&event));
        let value = value.map(|value| value.as_f64().map_or(value, |number| json!(number / scale)));
        row.update(|row| set_member(row, &place, value));
    };
    view! {
        <label class="setting wide"><span>{t!(key)}</span>
            <input class="field" inputmode="decimal" autocomplete="off" data-at=at prop:value=now on:input=set /></label>
    }
    .into_any()
}

/// One of some words; each said by the key `prefix-word`. What is not written is the first.
pub fn choice(
    row: Row,
    key: &'static str,
    at: impl Into<String>,
    prefix: &'static str,
    options: Vec<&'static str>,
) -> AnyView {
    let words = words();
    let at = at.into();
    let now = match shown(row, &at) {
        now if now.is_empty() => options.first().copied().unwrap_or_default().to_owned(),
        now => now,
    };
    let place = at.clone();
    let set = move |event| {
        let word = elements::value_of(&event);
        row.update(|row| set_member(row, &place, Some(json!(word))));
    };
    let options = options.into_iter().map(|word| {
        let said = Message {
            key: format!("{prefix}-{word}").into(),
            args: Vec::new(),
        };
        let is_now = word == now;
        view! { <option value=word selected=is_now>{move || words.say(&said)}</option> }
    });
    view! {
        <label class="setting wide"><span>{t!(key)}</span>
            <select class="field" data-at=at on:change=set>{options.collect_view()}</select></label>
    }
    .into_any()
}

/// Yes or no; `usual` is what holds where nothing is written.
pub fn flag(row: Row, key: &'static str, at: &'static str, usual: bool) -> AnyView {
    let now = row
        .with_untracked(|row| row.pointer(at).and_then(Value::as_bool))
        .unwrap_or(usual);
    let set = move |event| {
        let is_set = event_target_checked(&event);
        row.update(|row| set_member(row, at, Some(json!(is_set))));
    };
    view! {
        <label class="check"><input type="checkbox" data-at=at prop:checked=now on:change=set /><span>{t!(key)}</span></label>
    }
    .into_any()
}
