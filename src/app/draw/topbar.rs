//! The bar on top: the drawing's title, undo and redo, what became of it, and the menu.

use leptos::prelude::*;

use super::keeping::Keeper;
use super::post::Post;
use super::state::StateChip;
use super::ui::{Dialog, Ui};
use crate::app::parts::{ActionButton, Icon};
use crate::app::session::Session;
use crate::app::words::{t, words};
use crate::design::Command;
use crate::editor::Action;
use crate::project::in_language;

/// The bar.
#[component]
pub fn TopBar(
    /// The drawing.
    session: Session,
    /// The panels of the page.
    ui: Ui,
    /// Keeps the drawing.
    keeper: Keeper,
    /// What is sent and received.
    post: Post,
) -> impl IntoView {
    let words = words();
    let project = move || {
        session
            .project
            .with_value(|project| in_language(&project.file.title, words.lang()).to_owned())
    };
    let title = Memo::new(move |_| session.design.with(|design| design.title.clone()));
    let retitle = move |event| {
        let typed: String = event_target_value(&event).chars().take(80).collect();
        if typed.trim() != title.get_untracked() {
            session.apply(Command::SetTitle(typed.trim().to_owned()), "step-title");
        }
    };
    let submit = move || {
        ui.wide.get().then(|| view! {
            <button class="button main" type="button" data-testid="submit" on:click=move |_| ui.open(Dialog::Submit)>
                {t!("submit")}
            </button>
        })
    };
    view! {
        <header class="topbar">
            <img class="seal" src="./assets/icon.svg" alt="" width="36" height="36" />
            <div class="names">
                <h1>{project}</h1>
                <input class="title" type="text" maxlength="80" autocomplete="off"
                    aria-label=t!("title-label") placeholder=t!("title-untitled")
                    prop:value=move || title.get() on:change=retitle />
            </div>
            <StateChip ui keeper post />
            <ActionButton session action=Action::Undo class="quiet" />
            <ActionButton session action=Action::Redo class="quiet" />
            {submit}
            <button class="button icon-only quiet" type="button" data-testid="menu" id="menu-button"
                aria-label=t!("menu") aria-haspopup="true"
                aria-expanded=move || if ui.menu.get() { "true" } else { "false" }
                on:click=move |_| ui.menu.update(|open| *open = !*open)>
                <Icon name="menu" />
            </button>
        </header>
    }
}
