//! How far the works are: told later, of what is adopted or partly adopted alone, without touching what was decided.

use leptos::prelude::*;

use super::answering::what_field;
use super::bulk::What;
use super::state::Desk;
use crate::app::words::{t, words};
use crate::submission::Works;
use crate::text::Message;

/// The form that says it of many at once.
pub fn works_form(desk: Desk) -> AnyView {
    let words = words();
    let what = RwSignal::new(What::default());
    let works = RwSignal::new(Some(Works::Building));
    let done = RwSignal::new(None::<(usize, usize)>);
    let apply = move |_| {
        let drawings = desk.shown.get_untracked();
        let (what, works) = (what.get_untracked(), works.get_untracked());
        done.set(Some(desk.answers.progress_all(drawings.iter(), &what, works)));
    };
    let said = move || {
        done.get().map(|(items, designs)| {
            words.say(
                &Message::new("works-said")
                    .with("n", items)
                    .with("designs", designs),
            )
        })
    };
    view! {
        <h2>{t!("works-many")}</h2>
        <p class="small soft">{t!("works-lead")}</p>
        <div class="choices">
            <label class="setting"><span>{t!("works-what")}</span>
                {what_field(desk, "works-what", Callback::new(move |one| what.set(one)))}</label>
            {works_field("works-stage", works.into(), Callback::new(move |stage| works.set(stage)))}
        </div>
        <p><button class="button" type="button" data-testid="works-all" on:click=apply>{t!("works-apply")}</button></p>
        <p class="small" role="status" data-testid="works-done">{said}</p>
    }
    .into_any()
}

/// Chooses how far the works are.
pub fn works_field(
    testid: &'static str,
    chosen: Signal<Option<Works>>,
    set: Callback<Option<Works>>,
) -> AnyView {
    let words = words();
    view! {
        <label class="setting"><span>{t!("answer-works")}</span>
            <select class="field" data-testid=testid on:change=move |event| set.run(Works::from_word(&event_target_value(&event)))>
                <option value="" selected=move || chosen.get().is_none()>{t!("answer-works-none")}</option>
                {Works::ALL.map(|one| view! {
                    <option value=one.word() selected=move || chosen.get() == Some(one)>{move || words.key(one.key())}</option>
                })}
            </select></label>
    }
    .into_any()
}
