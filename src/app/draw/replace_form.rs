//! The kinds that what is chosen may become, as pictures to press.

use leptos::prelude::*;

use super::picture::KindPicture;
use super::ui::Ui;
use crate::app::session::Session;
use crate::app::words::{t, words};
use crate::editor::Event;

/// The choice.
#[component]
pub fn ReplaceForm(
    /// The drawing.
    session: Session,
    /// The panels of the page.
    ui: Ui,
) -> impl IntoView {
    let words = words();
    let kinds = session.ask(|editor| editor.other_kinds()).unwrap_or_default();
    let buttons = kinds.into_iter().map(|kind| {
        let id = kind.id.clone();
        let named = id.clone();
        let press = move |_| {
            ui.dialog.set(None);
            session.send(Event::Replace(id.clone()));
        };
        view! {
            <li>
                <button class="item" type="button" data-kind=kind.id.as_str().to_owned() on:click=press>
                    <KindPicture kind=kind.id.clone() />
                    <span class="said"><span class="name">{move || words.kind(&named)}</span></span>
                </button>
            </li>
        }
    });
    view! {
        <p class="soft">{t!("replace-what")}</p>
        <ul class="things" data-testid="replace-form">{buttons.collect_view()}</ul>
    }
}
