//! Asks for the planner's token. It goes into a header and into this window's memory, never into
//! an address.

use leptos::html::Input;
use leptos::prelude::*;

use crate::app::words::{t, words};
use crate::text::Message;

/// A small form for the token.
#[component]
pub fn TokenSheet(
    /// What is done with it.
    enter: Callback<String>,
    /// Why the one before was not taken.
    #[prop(into)]
    refused: Signal<Option<Message>>,
    /// Whether it is the one thing to do, and so has the focus.
    #[prop(optional)]
    focus: bool,
) -> impl IntoView {
    let words = words();
    let field = NodeRef::<Input>::new();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let text = field
            .get_untracked()
            .map(|field| field.value())
            .unwrap_or_default();
        let text = text.trim().to_owned();
        if !text.is_empty() {
            enter.run(text);
        }
    };
    Effect::new(move |_| {
        if let (Some(field), true) = (field.get(), focus) {
            let _ = field.focus();
        }
    });
    view! {
        <form class="tokensheet" on:submit=submit>
            <label class="label" for="token">{t!("desk-token-label")}</label>
            <input class="field" id="token" data-testid="token" type="password" autocomplete="off"
                spellcheck="false" required node_ref=field
                aria-describedby="token-kept token-refused"
                aria-invalid=move || if refused.get().is_some() { "true" } else { "false" } />
            <p class="refused" id="token-refused" role="alert" data-testid="token-refused">
                {move || refused.get().map(|message| words.say(&message))}
            </p>
            <button class="button main" type="submit" data-testid="token-enter">{t!("desk-token-enter")}</button>
            <p class="small soft" id="token-kept">{t!("desk-token-kept")}</p>
        </form>
    }
}
