//! Older versions of the drawing, to go back to.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::keeping::Keeper;
use super::ui::Ui;
use crate::app::browser::clock::day_and_time;
use crate::app::browser::store::Version;
use crate::app::parts::Icon;
use crate::app::session::Session;
use crate::app::words::{t, words};
use crate::design::stored;
use crate::text::Message;

/// The list of versions.
#[component]
pub fn Versions(
    /// The drawing.
    session: Session,
    /// The panels of the page.
    ui: Ui,
    /// Keeps it.
    keeper: Keeper,
) -> impl IntoView {
    let versions = RwSignal::new(None::<Vec<Version>>);
    spawn_local(async move {
        let found = keeper.versions().await;
        let _ = versions.try_set(Some(found));
    });
    let none = move || versions.with(|versions| versions.as_ref().is_some_and(Vec::is_empty));
    view! {
        <p class="soft">{t!("versions-when")}</p>
        <Show when=none><p class="empty">{t!("versions-none")}</p></Show>
        <ul class="stack">
            <For each=move || versions.get().unwrap_or_default() key=|version| version.saved.to_bits()
                children=move |version| view! { <Row session ui keeper version /> } />
        </ul>
    }
}

#[component]
fn Row(session: Session, ui: Ui, keeper: Keeper, version: Version) -> impl IntoView {
    let words = words();
    let read = stored::read(&version.design).ok();
    let count = read.as_ref().map_or(0, |(design, _)| design.placements().len());
    let title = read
        .as_ref()
        .map(|(design, _)| design.title.clone())
        .unwrap_or_default();
    let said = Message::new("versions-row").with("n", count);
    let back = move |_| {
        if let Some((design, _)) = &read {
            keeper.put(design.clone());
            ui.dialog.set(None);
            session.teller.tell(Message::new("versions-done"));
        }
    };
    view! {
        <li class="item">
            <Icon name="clock" />
            <span class="said">
                <strong>{day_and_time(version.saved)}</strong>
                <span class="place">{title} " " {move || words.say(&said)}</span>
            </span>
            <button class="button" type="button" on:click=back>{t!("versions-back")}</button>
        </li>
    }
}
