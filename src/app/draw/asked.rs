//! What a dialog or a layer asked about a design, and what it shows until the answer is there.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::inquiry::{Inquiry, Insight};
use crate::app::session::Session;
use crate::app::words::words;
use crate::design::Design;

/// How far an inquiry is.
#[derive(Clone, Debug)]
pub enum Asked<T> {
    /// It is being reckoned.
    Reckoning,
    /// It was given up.
    GaveUp,
    /// What came of it.
    Is(Arc<T>),
}

/// Asks anew whenever what is asked, or the design that it is about, changes; an earlier answer is dropped.
/// `take` takes what is wanted out of the answer.
pub fn ask<T: Send + Sync + 'static>(
    session: Session,
    what: impl Fn() -> (Inquiry, Arc<Design>) + 'static,
    take: fn(Insight) -> Option<T>,
) -> RwSignal<Asked<T>> {
    let asked = RwSignal::new(Asked::Reckoning);
    let last = StoredValue::new(0_u32);
    Effect::new(move |_| {
        let (inquiry, design) = what();
        let number = last.get_value().wrapping_add(1);
        last.set_value(number);
        asked.set(Asked::Reckoning);
        // What asked may be gone by now.
        let wanted = move || last.try_get_value() == Some(number);
        session.inquire(inquiry, design, wanted, move |insight| {
            let _ = asked.try_set(match insight.and_then(take) {
                Some(answer) => Asked::Is(Arc::new(answer)),
                None => Asked::GaveUp,
            });
        });
    });
    asked
}

/// What is said while there is no answer: that it is being reckoned, in the words of `key`, or that it was
/// given up.
pub fn waits<T>(asked: &Asked<T>, key: &'static str) -> AnyView {
    let words = words();
    let (id, key) = match asked {
        Asked::Reckoning => ("reckoning", key),
        Asked::GaveUp => ("gave-up", "reckon-gave-up"),
        Asked::Is(_) => return ().into_any(),
    };
    view! { <p role="status" data-testid=id>{move || words.key(key)}</p> }.into_any()
}
