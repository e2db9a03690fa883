//! What a page of a project begins with: the project, or why there is none.

use leptos::prelude::*;

use super::FaultPage;
use crate::app::load::{self, Loaded};
use crate::app::shell::asked;

/// Fetches the project that the address asks for and shows a page of it, or says why it cannot.
#[component]
pub fn OpenProject(
    /// The page of a project.
    page: fn(Loaded) -> AnyView,
) -> impl IntoView {
    let address = asked().address;
    let loaded = LocalResource::new(move || {
        let address = address.clone();
        async move { load::project(&address).await }
    });
    view! {
        {move || loaded.get().map(|loaded| match loaded {
            Ok(loaded) => {
                // What saves a design for other programs reads the project anew from these.
                provide_context(loaded.sources.clone());
                page(loaded)
            }
            Err(why) => view! { <FaultPage why /> }.into_any(),
        })}
    }
}
