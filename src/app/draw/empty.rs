//! What an empty panel says: the first step as a picture and a button.

use leptos::prelude::*;

use super::picture::KindPicture;
use super::ui::Ui;
use crate::app::words::{t, words};
use crate::catalogue::KindId;

/// A picture, a sentence and a button that opens the palette.
#[component]
pub fn Empty(
    /// The panels of the page.
    ui: Ui,
    /// The key of the sentence.
    said: &'static str,
) -> impl IntoView {
    let words = words();
    view! {
        <div class="empty">
            <KindPicture kind=KindId::new("pavilion") />
            <p>{move || words.key(said)}</p>
            <button class="button" type="button" on:click=move |_| ui.show_palette()>{t!("empty-begin")}</button>
        </div>
    }
}
