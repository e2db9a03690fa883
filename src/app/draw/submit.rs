//! Submitting: what will be sent is shown, three things are asked and none is needed, and once
//! more it is confirmed.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::contact::{Contact, ContactForm};
use super::post::Post;
use super::ui::{Dialog, Ui};
use crate::app::session::Session;
use crate::app::words::{t, words};
use crate::design::{Author, Command};
use crate::estate::{BuildingUse, Class};
use crate::rules::rules_said;
use crate::submission::{Personal, personal_in};
use crate::text::Message;

/// The member of `by` that says that the name may be shown in public.
const NAMED: &str = "named";

/// The bands of age that are asked; the words are `age-…`.
const AGES: [(&str, &str); 5] = [
    ("0-17", "age-child"),
    ("18-39", "age-young"),
    ("40-59", "age-middle"),
    ("60-74", "age-older"),
    ("75+", "age-oldest"),
];

/// What the submit dialog shows.
#[component]
pub fn Submit(
    /// The drawing.
    session: Session,
    /// The panels of the page.
    ui: Ui,
    /// What is sent and received.
    post: Post,
) -> impl IntoView {
    let words = words();
    let author = session.design.with_untracked(|design| design.by.clone());
    let alias = RwSignal::new(author.alias.clone());
    let building = RwSignal::new(author.building.clone());
    let age = RwSignal::new(author.age.clone());
    let contact = Contact::new(session);
    let named = RwSignal::new(false);
    let open = session.project.with_value(|project| project.file.gallery_open);
    let busy = RwSignal::new(false);
    let empty = Memo::new(move |_| session.design.with(|design| design.is_empty()));
    let confirm = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let sealed = match contact.sealed(&session.design.with_untracked(|design| design.draft.clone())) {
            Ok(sealed) => sealed,
            Err(fault) => return session.teller.tell(fault.message()),
        };
        busy.set(true);
        let named = named.get_untracked();
        let before = session.design.with_untracked(|design| design.by.clone());
        let mut extra = before.extra;
        extra.remove(NAMED);
        if named {
            extra.insert(NAMED.to_owned(), true.into());
        }
        let by = Author {
            // Where anybody may read all designs, a name that may not be shown is not sent at all.
            alias: match open && !named {
                true => String::new(),
                false => alias.get_untracked().trim().to_owned(),
            },
            building: building.get_untracked(),
            age: age.get_untracked(),
            channel: "phone".to_owned(),
            extra,
        };
        if session.design.with_untracked(|design| design.by != by) {
            session.apply(Command::SetAuthor(by), "step-author");
        }
        spawn_local(async move {
            post.submit(sealed).await;
            ui.open(Dialog::Receipt);
        });
    };
    let houses = houses(session);
    view! {
        <Summary session />
        {move || empty.get().then(|| view! { <p role="alert">{t!("why-nothing-to-send")}</p> })}
        <form class="stack" on:submit=confirm>
            <p class="soft small">{t!("submit-optional")}</p>
            <label>
                <span class="label">{t!("submit-alias")}</span>
                <input class="field" type="text" maxlength="40" autocomplete="nickname" data-testid="submit-alias"
                    placeholder=t!("submit-alias-example") prop:value=move || alias.get()
                    on:input=move |event| alias.set(event_target_value(&event)) />
            </label>
            <Show when=move || !alias.read().trim().is_empty()>
                <label class="row">
                    <input type="checkbox" data-testid="submit-named" aria-describedby="submit-named-what"
                        prop:checked=move || named.get()
                        on:change=move |event| named.set(event_target_checked(&event)) />
                    <span>{t!("submit-named")}</span>
                </label>
                <p class="soft small" id="submit-named-what">
                    {move || words.key(if open { "submit-named-open" } else { "submit-named-closed" })}
                </p>
            </Show>
            <label>
                <span class="label">{t!("submit-building")}</span>
                <select class="field" data-testid="submit-building" prop:value=move || building.get()
                    on:change=move |event| building.set(event_target_value(&event))>
                    <option value="">{t!("submit-not-said")}</option>
                    {houses.into_iter().map(|house| {
                        let said = Message::new("building-number").with("number", house.as_str());
                        view! { <option value=house>{move || words.say(&said)}</option> }
                    }).collect_view()}
                </select>
            </label>
            <label>
                <span class="label">{t!("submit-age")}</span>
                <select class="field" data-testid="submit-age" prop:value=move || age.get()
                    on:change=move |event| age.set(event_target_value(&event))>
                    <option value="">{t!("submit-not-said")}</option>
                    {AGES.map(|(value, key)| view! { <option value=value>{move || words.key(key)}</option> }).collect_view()}
                </select>
            </label>
            <ContactForm contact age />
            <p class="soft small">{t!("submit-privacy")}</p>
            <div class="actions">
                <button class="button" type="button" on:click=move |_| ui.dialog.set(None)>{t!("submit-later")}</button>
                <button class="button main" type="submit" data-testid="submit-confirm"
                    disabled=move || empty.get() || busy.get()>
                    {move || words.key(if busy.get() { "submit-busy" } else { "submit-confirm" })}
                </button>
            </div>
        </form>
    }
}

/// What will be sent, in figures and words.
#[component]
fn Summary(session: Session) -> impl IntoView {
    let words = words();
    let count = move |key: &'static str, count: usize| {
        view! { <div><dt>{move || words.key(key)}</dt><dd>{count}</dd></div> }
    };
    let counts = move || {
        let (things, wishes) = session
            .design
            .with(|design| (design.placements().len(), design.wishes().len()));
        let found = session.facts.with(|facts| facts.findings.len());
        view! {
            {count("submit-things", things)}
            {count("submit-wishes", wishes)}
            {count("submit-findings", found)}
        }
    };
    let kinds = move || {
        let mut kinds: Vec<(crate::catalogue::KindId, usize)> = Vec::new();
        session.design.with(|design| {
            for thing in design.placements() {
                match kinds.iter_mut().find(|(kind, _)| *kind == thing.kind) {
                    Some((_, count)) => *count += 1,
                    None => kinds.push((thing.kind.clone(), 1)),
                }
            }
        });
        let said = kinds
            .into_iter()
            .map(|(kind, count)| format!("{} × {count}", words.kind(&kind)));
        said.collect::<Vec<_>>().join(" · ")
    };
    let wishes = move || session.design.with(|design| design.wishes().to_vec());
    let remark = move || {
        session
            .facts
            .with(|facts| !facts.findings.is_empty())
            .then(|| view! { <p class="soft">{t!("submit-with-findings")}</p> })
    };
    let personal = move || {
        let found = session.design.with(|design| {
            let wishes = design.wishes().iter().map(|wish| wish.text.as_str());
            let notes = design.placements().iter().map(|thing| thing.note.as_str());
            let answers = design.answers.values().filter_map(|answer| answer.as_str());
            let texts = wishes.chain(notes).chain(answers).chain([design.title.as_str()]);
            texts.filter_map(personal_in).min()
        });
        found.map(|found| {
            let key = match found {
                Personal::Number => "submit-personal-number",
                Personal::Health => "submit-personal-health",
            };
            view! { <p role="status" data-testid="submit-personal">{move || words.key(key)}</p> }
        })
    };
    let hidden = move || {
        let hidden = session.hidden.with(|hidden| hidden.len());
        let said = move || words.say(&Message::new("submit-hidden").with("n", hidden));
        (hidden > 0).then(|| view! { <p data-testid="submit-hidden">{said}</p> })
    };
    let rules = session
        .project
        .with_value(|project| rules_said(&project.file.rules));
    let rules = rules.into_iter().map(
        |said| view! { <p class="small soft" data-testid="rules-stated">{move || words.say(&said)}</p> },
    );
    view! {
        <dl class="counts">{counts}</dl>
        {rules.collect_view()}
        {hidden}
        {personal}
        <p>{kinds}</p>
        <ul class="stack">
            <For each=wishes key=|wish| wish.id.clone() children=|wish| view! { <li>{wish.text.clone()}</li> } />
        </ul>
        {remark}
    }
}

/// The numbers of the houses in which people live, in their own order.
fn houses(session: Session) -> Vec<String> {
    let mut houses: Vec<String> = session.project.with_value(|project| {
        let lived_in = project.estate.buildings().filter(|building| {
            matches!(
                building.class,
                Class::Building {
                    usage: BuildingUse::Dwelling,
                    ..
                }
            ) && !building.name.is_empty()
        });
        lived_in.map(|building| building.name.clone()).collect()
    });
    houses.sort_by_key(|name| {
        let digits: String = name.chars().filter(char::is_ascii_digit).collect();
        (digits.parse::<u32>().unwrap_or(u32::MAX), name.clone())
    });
    houses.dedup();
    houses
}
