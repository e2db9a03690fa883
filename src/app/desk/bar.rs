//! The bar on top, and how far reading has come.

use leptos::html::Input;
use leptos::prelude::*;

use super::state::Desk;
use crate::app::browser::opened;
use crate::app::parts::gathered::Progress;
use crate::app::parts::{Icon, Looks};
use crate::app::words::{t, words};
use crate::project::in_language;
use crate::text::Message;

/// The bar: what this is, how many there are of each, and what can be done with the whole.
#[component]
pub fn Bar(
    /// The desk.
    desk: Desk,
    /// Reads what came since.
    again: Callback<()>,
    /// Forgets the token, where there is one.
    forget: Option<Callback<()>>,
) -> impl IntoView {
    let words = words();
    let project = move || {
        desk.project
            .with_value(|project| in_language(&project.file.title, words.lang()).to_owned())
    };
    let standing = move || words.say(&desk.gathering.gathered.read().standing.said());
    let (field, folder) = (NodeRef::<Input>::new(), NodeRef::<Input>::new());
    let take = move |from: NodeRef<Input>| {
        if let Some(field) = from.get_untracked() {
            opened::chosen(field, move |files| desk.gathering.take_opened(files));
        }
    };
    let (chosen, folder_chosen) = (move |_| take(field), move |_| take(folder));
    let reading = move || matches!(desk.gathering.progress.get(), Progress::Reading { .. });
    view! {
        <header class="topbar deskbar">
            <a class="skip button" href="#desk-list">{t!("desk-list")}</a>
            <img class="seal" src="./assets/icon.svg" alt="" width="36" height="36" />
            <div class="names">
                <h1>{t!("desk-title")}" · "{project}</h1>
                <p class="standing" data-testid="standing">{standing}</p>
            </div>
            <button class="button" type="button" data-testid="read-again" disabled=reading
                on:click=move |_| again.run(())>
                <Icon name="redo" />{t!("desk-read-again")}
            </button>
            <label class="button quiet filebutton">
                <input type="file" class="aloud" multiple accept=".json,.zip" data-testid="open-files" node_ref=field on:change=chosen />
                {t!("sources-files")}
            </label>
            <label class="button quiet filebutton">
                <input type="file" class="aloud" multiple data-testid="open-folder" prop:webkitdirectory=true node_ref=folder on:change=folder_chosen />
                {t!("sources-folder")}
            </label>
            <a class="button quiet" href="?view=desk&new=estate" data-testid="new-estate">{t!("setup-open-new")}</a>
            <Looks />
            {forget.map(|forget| view! {
                <button class="button quiet" type="button" on:click=move |_| forget.run(())>
                    {t!("desk-token-forget")}
                </button>
            })}
        </header>
    }
}

/// How far reading has come, with a button to stop it; why it ended where it did not end well.
#[component]
pub fn Reading(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let words = words();
    let line = move || match desk.gathering.progress.get() {
        Progress::Nothing | Progress::Done => ().into_any(),
        Progress::Reading { done, of } => {
            let said = if of == 0 {
                Message::new("desk-reading-list")
            } else {
                Message::new("desk-reading-done")
                    .with("done", done)
                    .with("of", of)
            };
            view! {
                <div class="reading" data-testid="reading">
                    <progress aria-label=t!("desk-reading") max=of.max(1) value=done></progress>
                    <span>{move || words.say(&said)}</span>
                    <button class="button" type="button" on:click=move |_| desk.gathering.stop()>
                        {t!("desk-stop")}
                    </button>
                </div>
            }
            .into_any()
        }
        Progress::Failed(fault) => view! {
            <p class="reading failed" role="alert" data-testid="reading-failed">
                {move || words.say(&fault.message())}
            </p>
        }
        .into_any(),
    };
    view! { {line} }
}
