//! A design saved for other programs and for paper (`save_choice` has what can be chosen). The worker for files writes
//! it, so that the page stays alive.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::json;

use super::Icon;
use super::qr::drawing_page;
use super::save_choice::{Choice, Form, choices};
use crate::app::browser::exchanger::{self, BothSaid};
use crate::app::browser::{fetch, files, page};
use crate::app::load::Sources;
use crate::app::words::{t, words};
use crate::design::stored::DesignName;
use crate::project::{ProjectFile, Underlay};
use crate::text::{Lang, Message};

/// What is saved.
#[derive(Clone, Debug, PartialEq)]
pub struct Saved {
    /// The design's document.
    pub design: Vec<u8>,
    /// Its name, where it was sent.
    pub name: Option<DesignName>,
    /// The name of the file without its ending.
    pub stem: String,
}

/// How saving stands.
#[derive(Clone, Debug, PartialEq)]
enum Standing {
    Nothing,
    Busy,
    Done(Vec<BothSaid>),
    Failed(exchanger::Fault),
    Refused(Message),
}

/// The choices and the button.
#[component]
pub fn SaveAs(
    /// What is saved, asked for when the button is pressed.
    what: Callback<(), Saved>,
) -> impl IntoView {
    let words = words();
    let choice = Choice::new();
    let standing = RwSignal::new(Standing::Nothing);
    let sources = use_context::<Arc<Sources>>();
    let has_picture = sources
        .as_ref()
        .is_some_and(|sources| picture_at(sources).is_some());
    let asks_for_picture = move || has_picture && choice.form.get().shows_picture();
    let save = move |_| {
        let Some(sources) = sources.clone() else {
            return standing.set(Standing::Refused(Message::new("exchange-no-job")));
        };
        let (what, lang) = (what.run(()), words.lang_untracked());
        standing.set(Standing::Busy);
        spawn_local(async move {
            let after = write(&sources, &what, choice, lang).await;
            // Whoever closed the dialog meanwhile has the file all the same.
            let _ = standing.try_set(after);
        });
    };
    let said = move || match standing.get() {
        Standing::Nothing => Vec::new(),
        Standing::Busy => vec![words.key("save-as-busy")],
        Standing::Done(problems) => [words.key("save-as-done")]
            .into_iter()
            .chain(problems.iter().map(|problem| problem.say(words.lang())))
            .collect(),
        Standing::Failed(fault) => vec![words.say(&fault.message(words.lang()))],
        Standing::Refused(message) => vec![words.say(&message)],
    };
    view! {
        <div class="stack saveas" data-testid="save-as">
            {choices(choice)}
            {move || asks_for_picture().then(|| view! {
                <label class="row">
                    <input type="checkbox" data-testid="save-as-picture" prop:checked=move || choice.with_picture.get()
                        on:change=move |event| choice.with_picture.set(event_target_checked(&event)) />
                    <span>{t!("save-as-picture")}</span>
                </label>
                <p class="small soft">{t!("save-as-picture-note")}</p>
            })}
            <button class="button main" type="button" data-testid="save-as-do"
                disabled=move || standing.get() == Standing::Busy on:click=save>
                <Icon name="save" />{t!("save-as-do")}</button>
            <div role="status" data-testid="save-as-said">
                {move || said().into_iter().map(|line| view! { <p class="small">{line}</p> }).collect_view()}
            </div>
        </div>
    }
}

/// Where the picture underneath is; none where the project has none.
fn picture_at(sources: &Sources) -> Option<String> {
    let underlay = Underlay::of(&ProjectFile::read(&sources.file).ok()?.extra)?.ok()?;
    page::resolved_in(&underlay.file, &sources.folder)
}

/// Has the worker write the file, and offers it.
async fn write(sources: &Sources, what: &Saved, choice: Choice, lang: Lang) -> Standing {
    // The hand may choose again while this is fetched and written.
    let form = choice.form.get_untracked();
    let with_picture = choice.with_picture.get_untracked() && form.shows_picture();
    let mut job = json!({ "do": "write", "lang": lang.tag() });
    choice.write(&mut job);
    let font = match (form.to().has_paper(), page::resolved(fetch::FONT)) {
        (true, Some(url)) => match fetch::bytes(&url).await {
            Ok(bytes) => bytes,
            Err(why) => return Standing::Refused(why.message(&url)),
        },
        _ => Vec::new(),
    };
    if let Some(name) = what.name {
        job["name"] = json!(name.to_string());
    }
    let mut file_name = format!("{}.{}", what.stem, form.to().word());
    if form == Form::CutOut {
        job["cutOut"] = json!(drawing_page());
        file_name = format!(
            "{}.pdf",
            crate::text::say(lang, &Message::new("save-as-cut-out-file"))
        );
    }
    let mut files: Vec<&[u8]> = vec![&sources.file, &sources.estate, &what.design, &font];
    let picture = match picture_at(sources).filter(|_| with_picture) {
        // A picture that cannot be had is not seen on the plan either.
        Some(url) => fetch::bytes(&url).await.ok(),
        None => None,
    };
    files.extend(picture.as_deref());
    match exchanger::ask(&job, &files).await {
        Ok(file) if files::download(&file_name, form.to().media_type(), &file.bytes) => {
            Standing::Done(file.problems)
        }
        Ok(_) => Standing::Refused(Message::new("setup-save-failed")),
        Err(fault) => Standing::Failed(fault),
    }
}
