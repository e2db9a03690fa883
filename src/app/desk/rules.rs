//! Which rules the project's designs are checked by: the facilitator chooses a profile, switches rules off,
//! and takes `project.json` along to put it into the project's folder.

use leptos::prelude::*;

use super::state::Desk;
use crate::app::browser::files::download;
use crate::app::parts::{Icon, Teller, Toasts};
use crate::app::words::{t, words};
use crate::project::{ProjectFile, RuleChoice, in_language};
use crate::rules::{DEFAULT_PROFILE, Profile, RULE_IDS, Survey, fault_message};
use crate::text::Message;

/// The choice, every rule, and the button that takes the project along.
#[component]
pub fn RuleTable(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let teller = Teller::new();
    let project = desk.project.get_value();
    let choice = RwSignal::new(project.file.rules.clone());
    let save = move |_| {
        let file = ProjectFile {
            rules: choice.get_untracked(),
            ..desk.project.with_value(|project| project.file.clone())
        };
        // Text, numbers and lists cannot fail to be written.
        let text = serde_json::to_string_pretty(&file).unwrap_or_default() + "\n";
        if !download("project.json", "application/json", text.as_bytes()) {
            teller.tell(Message::new("desk-download-failed"));
        }
    };
    view! {
        <section class="rules" data-testid="desk-rules">
            <p class="soft">{t!("desk-rules-lead")}</p>
            {profiles(choice)}
            {faults(desk)}
            {each_rule(desk, choice)}
            <p class="small soft">{t!("desk-rules-save")}</p>
            <button class="button main" type="button" data-testid="download-project" on:click=save>
                <Icon name="save" />{t!("desk-rules-download")}
            </button>
            <Toasts teller top=false />
        </section>
    }
}

fn profiles(choice: RwSignal<RuleChoice>) -> AnyView {
    let words = words();
    let chosen = move || {
        choice.with(|choice| {
            choice
                .profile
                .clone()
                .unwrap_or_else(|| DEFAULT_PROFILE.to_owned())
        })
    };
    let options = Profile::all()
        .map(|(id, title)| view! { <option value=id>{move || in_language(title, words.lang()).to_owned()}</option> })
        .collect_view();
    view! {
        <label class="setting">
            <span>{t!("desk-rules-profile")}</span>
            <select class="field" data-testid="profile" prop:value=chosen
                on:change=move |event| choice.update(|choice| choice.profile = Some(event_target_value(&event)))>
                {options}
            </select>
        </label>
    }
    .into_any()
}

/// What of the project's file as it is cannot be used.
fn faults(desk: Desk) -> AnyView {
    let words = words();
    let faults = desk
        .project
        .with_value(|project| Profile::of(project).faults().to_vec());
    faults
        .into_iter()
        .map(|fault| {
            let said = fault_message(&fault);
            view! { <p class="small" data-testid="rules-fault">{move || words.say(&said)}</p> }
        })
        .collect_view()
        .into_any()
}

/// Every rule: checked or not, and why one cannot be checked here.
fn each_rule(desk: Desk, choice: RwSignal<RuleChoice>) -> AnyView {
    let words = words();
    let unable = desk.project.with_value(|project| {
        let mut all = (**project).clone();
        all.file.rules.off.clear();
        Survey::new(&all).not_checked().to_vec()
    });
    let rows = RULE_IDS.map(|rule| {
        let on = move || choice.with(|choice| choice.off.iter().all(|off| off != rule));
        let set = move |event| {
            choice.update(|choice| {
                choice.off.retain(|off| off != rule);
                if !event_target_checked(&event) {
                    choice.off.push(rule.to_owned());
                }
            });
        };
        let why = unable.iter().find(|unable| unable.rule == rule).map(|unable| {
            let why = unable.why.clone();
            view! { <span class="small soft">{move || words.say(&why)}</span> }
        });
        view! {
            <li>
                <label>
                    <input type="checkbox" data-rule=rule prop:checked=on on:change=set />
                    <span>{move || words.named(format!("rule-{rule}"), rule)}</span>
                </label>
                {why}
            </li>
        }
    });
    view! { <ul class="rulelist">{rows.collect_view()}</ul> }.into_any()
}
