//! The wall page.

use leptos::prelude::*;

use crate::app::words::t;

/// The whole page.
#[component]
pub fn Page() -> impl IntoView {
    view! { <main><h1>{t!("product-name")}</h1></main> }
}
