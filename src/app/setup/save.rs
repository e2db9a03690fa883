//! The end: what is still missing, and the folder as one file.

use leptos::prelude::*;

use super::state::Setup;
use crate::app::browser::files::download;
use crate::app::parts::Icon;
use crate::app::words::{t, words};
use crate::formats::project_zip;
use crate::setup::{Missing, files};
use crate::text::Message;

/// The panel.
#[component]
pub fn Save(
    /// The set-up.
    setup: Setup,
) -> impl IntoView {
    let missing = use_context::<Memo<Vec<Missing>>>();
    let stops = move |stops: bool| {
        let all = missing.map(|missing| missing.get()).unwrap_or_default();
        all.into_iter()
            .filter(|one| one.stops == stops)
            .collect::<Vec<_>>()
    };
    let save = move |_| {
        let draft = setup.history.with_untracked(|history| history.now().clone());
        let name = format!("{}.zip", draft.file.id);
        let saved =
            project_zip::write(&files(&draft)).is_ok_and(|zip| download(&name, "application/zip", &zip));
        let key = if saved { "setup-saved" } else { "setup-save-failed" };
        setup.teller.tell(Message::new(key));
    };
    view! {
        <p class="soft">{t!("setup-save-lead")}</p>
        {move || group(setup, "setup-save-stops", stops(true))}
        {move || group(setup, "setup-save-less", stops(false))}
        {move || stops(true).is_empty().then(|| view! { <p data-testid="setup-ready">{t!("setup-save-ready")}</p> })}
        {unchecked(setup)}
        <button class="button main" type="button" data-testid="setup-save" disabled=move || !stops(true).is_empty()
            on:click=save><Icon name="save" />{t!("setup-save-do")}</button>
    }
}

/// What is missing, each with the way to where it is done.
fn group(setup: Setup, key: &'static str, missing: Vec<Missing>) -> Option<AnyView> {
    let words = words();
    if missing.is_empty() {
        return None;
    }
    let rows = missing.into_iter().map(|one| {
        let said = one.what.clone();
        view! {
            <li><button class="button quiet name" type="button" on:click=move |_| setup.go(one.step)>
                {move || words.say(&said)}</button></li>
        }
    });
    Some(
        view! {
            <p class="label">{t!(key)}</p>
            <ul class="missing">{rows.collect_view()}</ul>
        }
        .into_any(),
    )
}

/// The rules that cannot be checked on this map, and what each would need.
fn unchecked(setup: Setup) -> AnyView {
    let words = words();
    let rules = setup.history.with_untracked(|history| history.now().unchecked());
    if rules.is_empty() {
        return ().into_any();
    }
    let rows = rules.into_iter().map(|(rule, why)| {
        let said = move || {
            let name = words.named(format!("rule-{rule}"), rule);
            words.say(
                &Message::new("setup-save-unchecked-rule")
                    .with("rule", name)
                    .with("why", why.clone()),
            )
        };
        view! { <li class="small">{said}</li> }
    });
    view! {
        <details>
            <summary>{t!("setup-save-unchecked")}</summary>
            <ul>{rows.collect_view()}</ul>
        </details>
    }
    .into_any()
}
