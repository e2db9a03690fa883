//! What becomes of one thing or wish of a design: said, and changed in place.

use leptos::prelude::*;

use super::answering::{decision_field, reason_fields};
use super::state::Desk;
use super::works::works_field;
use crate::app::words::{Words, t, words};
use crate::design::stored::DesignName;
use crate::submission::{Decision, ItemAnswer, Subject};

/// The answer with its fields, folded until it is wanted.
#[component]
pub fn AnswerOf(
    /// The desk.
    desk: Desk,
    /// The design.
    design: DesignName,
    /// The thing or wish.
    subject: Subject,
) -> impl IntoView {
    let words = words();
    let subject = StoredValue::new(subject);
    let answer = Memo::new(move |_| {
        let reply = desk.answers.whole(&design);
        let found = subject.with_value(|subject| reply.answer(subject).cloned());
        found.unwrap_or_default()
    });
    let set = move |answer: ItemAnswer| {
        subject.with_value(|subject| desk.answers.set(design, subject, answer));
    };
    let decide = Callback::new(move |decision: Decision| set(answer.get_untracked().decided(decision)));
    let progress = Callback::new(move |works| {
        if let Some(answer) = answer.get_untracked().with_works(works) {
            set(answer);
        }
    });
    let explain = Callback::new(move |reason| {
        set(ItemAnswer {
            reason,
            ..answer.get_untracked()
        })
    });
    // Only another decision puts the field away or back, so that it keeps the focus while it is used.
    let is_built = Memo::new(move |_| answer.read().answer.is_built());
    let works = Signal::derive(move || answer.read().works);
    let said = move || answer_said(words, &answer.read());
    if desk.reads_only.get_untracked() {
        let word = move || answer.read().answer.word();
        return view! { <p class="answerof small" data-testid="answer-of" data-answer=word>{said}</p> }
            .into_any();
    }
    view! {
        <details class="answerof" data-testid="answer-of" data-answer=move || answer.read().answer.word()>
            <summary>{said}<span class="aloud">" "{t!("answer-change")}</span></summary>
            {decision_field(Signal::derive(move || answer.read().answer), decide)}
            {move || is_built.get().then(|| works_field("answer-works", works, progress))}
            {reason_fields(Signal::derive(move || answer.read().reason.clone()), explain)}
        </details>
    }
    .into_any()
}

/// An answer in a line: its sign, the decision, how far the works are, the reason.
pub fn answer_said(words: Words, answer: &ItemAnswer) -> String {
    let reason = answer.reason_in(words.lang().tag());
    let colon = if reason.is_empty() { "" } else { ": " };
    let works = answer.works.map(|works| format!(" · {}", words.key(works.key())));
    format!(
        "{} {}{}{colon}{reason}",
        answer.answer.sign(),
        words.key(answer.answer.key()),
        works.unwrap_or_default()
    )
}
