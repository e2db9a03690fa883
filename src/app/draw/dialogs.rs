//! The dialogs of the page: whichever is open.

use leptos::prelude::*;

use super::answered::Answered;
use super::figures::Figures;
use super::files::saved;
use super::find::Find;
use super::help::Help;
use super::keeping::Keeper;
use super::my_door::my_door;
use super::new::BeginAnew;
use super::post::Post;
use super::receipts::Receipts;
use super::relative::PlaceBeside;
use super::replace_form::ReplaceForm;
use super::row_form::RowForm;
use super::submit::Submit;
use super::ui::{Dialog, Ui};
use super::vehicles::vehicles;
use super::walking::walking;
use crate::app::parts::Modal;
use crate::app::parts::save_as::SaveAs;
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
    /// Keeps the drawing.
    keeper: Keeper,
    /// What is sent and received.
    post: Post,
) -> impl IntoView {
    let words = words();
    let close = Callback::new(move |()| ui.dialog.set(None));
    move || {
        ui.dialog.get().map(|dialog| match dialog {
            Dialog::Help => view! { <Modal title="help-title" close wide=true><Help /></Modal> }.into_any(),
            Dialog::Figures => {
                view! { <Modal title="figures-title" close wide=true><Figures session /></Modal> }.into_any()
            }
            Dialog::About => view! { <Modal title="about-title" close><About session /></Modal> }.into_any(),
            Dialog::Submit => view! {
                <Modal title="submit-title" close><Submit session ui post /></Modal>
            }
            .into_any(),
            Dialog::Receipt => view! {
                <Modal title="receipt-title" close><Receipts session ui keeper post /></Modal>
            }
            .into_any(),
            Dialog::Answered(name) => view! {
                <Modal title="answered-title" close wide=true><Answered session post name /></Modal>
            }
            .into_any(),
            Dialog::New => {
                view! { <Modal title="new-title" close><BeginAnew session ui keeper post /></Modal> }.into_any()
            }
            Dialog::Find => view! { <Modal title="find-title" close><Find session ui /></Modal> }.into_any(),
            Dialog::Row => view! { <Modal title="row-title" close><RowForm session ui /></Modal> }.into_any(),
            Dialog::Replace => {
                view! { <Modal title="replace-title" close><ReplaceForm session ui /></Modal> }.into_any()
            }
            Dialog::SaveAs => view! {
                <Modal title="save-as-title" close><SaveAs what=saved(session, &words.key("file-name")) /></Modal>
            }
            .into_any(),
            Dialog::Walking => {
                view! { <Modal title="walking-title" close wide=true>{walking(session)}</Modal> }.into_any()
            }
            Dialog::Vehicles => {
                view! { <Modal title="vehicles-title" close wide=true>{vehicles(session)}</Modal> }.into_any()
            }
            Dialog::MyDoor => {
                view! { <Modal title="my-door-title" close wide=true>{my_door(session)}</Modal> }.into_any()
            }
            Dialog::Beside => {
                view! { <Modal title="beside-title" close><PlaceBeside session ui /></Modal> }.into_any()
            }
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
