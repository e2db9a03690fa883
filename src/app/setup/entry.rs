//! The beginning: a map is picked or dropped, or the one of last time is gone on with.

use std::sync::Arc;

use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::reading::{Read, Said};
use super::reading_bar::ReadingBar;
use super::resuming::Kept;
use super::{reading, reading_picture, resuming};
use crate::app::browser::exchanger::Course;
use crate::app::browser::files;
use crate::app::words::{t, words};
use crate::project::in_language;
use crate::text::Message;

/// How reading stands.
#[derive(Clone, Debug, PartialEq)]
enum Reading {
    Nothing,
    Busy(String),
    Stopped(String),
    Failed(Message),
}

/// The entry.
#[component]
pub fn Entry(
    /// Begins with what was read.
    begin: Callback<Read>,
) -> impl IntoView {
    let words = words();
    let reading = RwSignal::new(Reading::Nothing);
    let field = NodeRef::<Input>::new();
    let course = Course::unbegun();
    let read = async move |picked: files::Picked| {
        let (name, bytes) = match picked {
            Ok(picked) => picked,
            Err(why) => return reading.set(Reading::Failed(why)),
        };
        // Another file in the middle of one is the one that is wanted.
        course.stop();
        reading.set(Reading::Busy(name.clone()));
        let lang = words.lang_untracked();
        let read = match reading_picture::is_picture(&name) {
            true => reading_picture::begun_from_picture(&name, &bytes, lang, course).await,
            false => reading::read(&name, Arc::new(bytes), &Said::default(), lang, course).await,
        };
        match read {
            Ok(Some(read)) => begin.run(read),
            // Whoever ended it has said so.
            Ok(None) => {}
            Err(why) => {
                let said = Message::new("setup-read-failed").with("name", name);
                reading.set(Reading::Failed(said.with("why", why)));
            }
        }
    };
    let chosen = files::when_chosen(field, move |picked| async move { read(picked).await });
    let dropped = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        spawn_local(async move {
            if let Some(picked) = files::dropped(event).await {
                read(picked).await;
            }
        });
    };
    let stop = Callback::new(move |()| {
        if let Reading::Busy(name) = reading.get_untracked() {
            reading.set(Reading::Stopped(name));
            course.stop();
        }
        // The button goes; the next thing to do is to pick a file.
        if let Some(field) = field.get_untracked() {
            let _ = field.focus();
        }
    });
    let kept = resuming::kept();
    view! {
        <main class="entry setupentry" on:dragover=|event| event.prevent_default() on:drop=dropped>
            <img src="./assets/icon.svg" alt="" width="72" height="72" />
            <h1>{t!("setup-title")}</h1>
            <p class="soft">{t!("setup-lead")}</p>
            <label class="button main pickfile">
                {t!("setup-pick")}
                <input class="aloud" type="file" accept=reading::ACCEPTED data-testid="setup-file" node_ref=field
                    on:change=chosen aria-describedby="setup-hint" />
            </label>
            <p class="small soft" id="setup-hint">{t!("setup-drop")}" · "{t!("setup-pick-hint")}</p>
            <p role="alert" class="refused" data-testid="setup-fault">
                {move || match reading.get() {
                    Reading::Nothing => String::new(),
                    Reading::Busy(name) => words.say(&Message::new("setup-reading").with("name", name)),
                    Reading::Stopped(name) => words.say(&Message::new("setup-reading-stopped").with("name", name)),
                    Reading::Failed(why) => words.say(&why),
                }}
            </p>
            {move || match reading.get() {
                Reading::Busy(name) => Some(view! { <ReadingBar name course stop /> }),
                _ => None,
            }}
            {kept.map(|kept| match kept {
                Ok(kept) => {
                    let titles = kept.title().clone();
                    let said = move || {
                        let title = in_language(&titles, words.lang()).to_owned();
                        words.say(&Message::new("setup-resume").with("title", title))
                    };
                    view! {
                        <button class="button" type="button" data-testid="setup-resume"
                            on:click=move |_| spawn_local(resume(kept.clone(), begin, reading))>{said}</button>
                    }.into_any()
                }
                Err(why) => {
                    resuming::forget();
                    let said = Message::new("setup-resume-lost").with("why", why);
                    view! { <p class="small soft">{move || words.say(&said)}</p> }.into_any()
                }
            })}
            <p class="small soft">{t!("setup-where-from")}</p>
            <a class="small" href="?view=desk">{t!("setup-back")}</a>
        </main>
    }
}

/// Goes on with what was kept, or says why that cannot be.
async fn resume(kept: Kept, begin: Callback<Read>, reading: RwSignal<Reading>) {
    match resuming::resumed(kept).await {
        Ok(read) => begin.run(read),
        Err(why) => {
            resuming::forget();
            reading.set(Reading::Failed(
                Message::new("setup-resume-lost").with("why", why),
            ));
        }
    }
}
