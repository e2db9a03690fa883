//! The drawing page: a resident's plan, palette, balance and panels.

mod answered;
mod asked;
mod banner;
mod before;
mod clipboard;
mod coach;
mod coming_back;
mod compare;
mod contact;
mod context;
mod copying;
mod dialogs;
mod draw_bar;
mod edges;
mod empty;
mod figures;
mod files;
mod find;
mod finding;
mod findings;
mod help;
mod history;
mod keeping;
mod keys;
mod layers;
mod lengths;
mod list;
mod menu;
mod minimap;
mod my_door;
mod new;
mod note_card;
mod opening;
mod palette;
mod palette_card;
mod picture;
mod plan;
mod post;
mod questions;
mod receipts;
mod relative;
mod replace_form;
mod row_form;
mod saved_report;
mod sent;
mod several;
mod sheet;
mod side;
mod snap_chip;
mod state;
mod strip;
mod submit;
mod sun_bar;
mod sun_picture;
mod thing;
mod told;
mod tool_bar;
mod topbar;
mod ui;
mod variants;
mod vehicles;
mod versions;
mod walking;
mod whole;
mod wishes;
mod would;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::browser::page;
use crate::app::load::{self, Loaded};
use crate::app::parts::FaultPage;
use crate::app::shell::asked;
use crate::text::Message;

/// The whole page: nothing while the project comes, then the drawing, or why there is none.
#[component]
pub fn Page() -> impl IntoView {
    let loaded: RwSignal<Option<Result<Loaded, Message>>> = RwSignal::new(None);
    let address = asked().address;
    spawn_local(async move {
        let result = load::project(&address).await;
        if result.is_err() {
            page::mark_failed();
        }
        loaded.set(Some(result));
    });
    move || match loaded.get() {
        None => ().into_any(),
        Some(Ok(loaded)) => view! { <whole::Whole loaded /> }.into_any(),
        Some(Err(why)) => view! { <FaultPage why /> }.into_any(),
    }
}
