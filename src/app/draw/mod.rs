//! The draw page.

use leptos::prelude::*;

use crate::app::words::t;

/// The whole page.
#[component]
pub fn Page() -> impl IntoView {
    crate::app::browser::page::mark_ready();
    view! { <main><h1>{t!("product-name")}</h1></main> }
}
