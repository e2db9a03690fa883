//! What becomes of one thing or wish of a design: said, and changed in place.

use leptos::prelude::*;

use super::answering::{decision_field, reason_fields};
use super::state::Desk;
use crate::app::words::{t, words};
use crate::design::stored::DesignName;
use crate::submission::{Decision, ItemAnswer};

/// The answer with its fields, folded until it is wanted.
#[component]
pub fn AnswerOf(
    /// The desk.
    desk: Desk,
    /// The design.
    design: DesignName,
    /// Whether it is a wish.
    is_wish: bool,
    /// Its name in the design.
    id: String,
) -> impl IntoView {
    let words = words();
    let id = StoredValue::new(id);
    let answer = Memo::new(move |_| {
        let reply = desk.answers.whole(&design);
        let list = if is_wish { reply.wishes } else { reply.placements };
        id.with_value(|id| list.get(id).cloned()).unwrap_or_default()
    });
    let set = move |answer: ItemAnswer| id.with_value(|id| desk.answers.set(design, is_wish, id, answer));
    let decide = Callback::new(move |decision: Decision| {
        set(ItemAnswer {
            answer: decision,
            ..answer.get_untracked()
        })
    });
    let explain = Callback::new(move |reason| {
        set(ItemAnswer {
            reason,
            ..answer.get_untracked()
        })
    });
    let said = move || {
        let answer = answer.read();
        let reason = answer.reason_in(words.lang().tag());
        let colon = if reason.is_empty() { "" } else { ": " };
        format!(
            "{} {}{colon}{reason}",
            answer.answer.sign(),
            words.key(answer.answer.key())
        )
    };
    if desk.reads_only.get_untracked() {
        let word = move || answer.read().answer.word();
        return view! { <p class="answerof small" data-testid="answer-of" data-answer=word>{said}</p> }
            .into_any();
    }
    view! {
        <details class="answerof" data-testid="answer-of" data-answer=move || answer.read().answer.word()>
            <summary>{said}<span class="aloud">" "{t!("answer-change")}</span></summary>
            {decision_field(Signal::derive(move || answer.read().answer), decide)}
            {reason_fields(Signal::derive(move || answer.read().reason.clone()), explain)}
        </details>
    }
    .into_any()
}
