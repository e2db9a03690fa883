//! The dialogs of the page: whichever is open.

use leptos::prelude::*;

use super::figures::Figures;
use super::help::Help;
use super::ui::{Dialog, Ui};
use crate::app::parts::Modal;
use crate::app::session::Session;
use crate::app::words::{t, words};
use crate::project::in_language;

/// The dialog that is open, if one is.
#[component]
pub fn Dialogs(
    /// The drawing.
    session: Session,
    /// The panels of the page.
    ui: Ui,
) -> impl IntoView {
    let close = Callback::new(move |()| ui.dialog.set(None));
    move || {
        ui.dialog.get().map(|dialog| match dialog {
            Dialog::Help => view! { <Modal title="help-title" close wide=true><Help /></Modal> }.into_any(),
            Dialog::Figures => {
                view! { <Modal title="figures-title" close wide=true><Figures session /></Modal> }.into_any()
            }
            Dialog::About => view! { <Modal title="about-title" close><About session /></Modal> }.into_any(),
            _ => ().into_any(),
        })
    }
}

/// Of the map: whose it is, and that nobody should build from it.
#[component]
fn About(session: Session) -> impl IntoView {
    let words = words();
    let about = move || {
        session
            .project
            .with_value(|project| in_language(&project.file.about, words.lang()).to_owned())
    };
    view! {
        <p>{about}</p>
        <p>{t!("about-estimates")}</p>
        <p class="soft">{t!("about-device")}</p>
    }
}
