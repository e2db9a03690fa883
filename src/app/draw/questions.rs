//! The questions that the project asks beside the plan.

use leptos::prelude::*;
use serde_json::Value;

use crate::app::session::Session;
use crate::app::words::{t, words};
use crate::design::Command;
use crate::project::{Question, in_language};

/// Every question, answered by chips or in words.
#[component]
pub fn Questions(
    /// The drawing.
    session: Session,
) -> impl IntoView {
    let asked = session
        .project
        .with_value(|project| project.file.questions.clone());
    (!asked.is_empty()).then(|| {
        view! {
            <section class="section stack">
                <h2>{t!("questions-name")}</h2>
                {asked.into_iter().map(|question| one(session, question)).collect_view()}
            </section>
        }
    })
}

fn one(session: Session, question: Question) -> AnyView {
    let words = words();
    let id = StoredValue::new(question.id.clone());
    let answer = Memo::new(move |_| {
        session.design.with(|design| {
            let answer = design.answers.get(&id.get_value());
            answer.and_then(|answer| answer.as_str().map(str::to_owned))
        })
    });
    let set = move |answer: Option<String>| {
        session.apply(
            Command::SetAnswer(id.get_value(), answer.map(Value::String)),
            "step-answer",
        );
    };
    let text = question.text.clone();
    let asked = move || in_language(&text, words.lang()).to_owned();
    if question.options.is_empty() {
        let written = move |event| {
            let text: String = event_target_value(&event).chars().take(500).collect();
            set((!text.trim().is_empty()).then(|| text.trim().to_owned()));
        };
        return view! {
            <label>
                <span class="label">{asked}</span>
                <textarea class="field" maxlength="500" prop:value=move || answer.get().unwrap_or_default()
                    on:change=written></textarea>
            </label>
        }
        .into_any();
    }
    let chips: Vec<_> = question
        .options
        .into_iter()
        .map(|option| {
            let value = StoredValue::new(option.value);
            let chosen = move || answer.get().as_deref() == Some(value.get_value().as_str());
            let choose = move |_| set((!chosen()).then(|| value.get_value()));
            view! {
                <button class="button" type="button" aria-pressed=move || if chosen() { "true" } else { "false" }
                    on:click=choose>
                    {move || in_language(&option.text, words.lang()).to_owned()}
                </button>
            }
        })
        .collect();
    view! {
        <fieldset>
            <legend class="label">{asked}</legend>
            <div class="chips">{chips}</div>
        </fieldset>
    }
    .into_any()
}
