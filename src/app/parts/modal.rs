//! A dialog over the page: the browser's own, which keeps the focus in it and gives it back.

use leptos::html::Dialog;
use leptos::prelude::*;

use super::Icon;
use crate::app::browser::elements;
use crate::app::words::{t, words};

/// A dialog that is open while it is in the page.
#[component]
pub fn Modal(
    /// The key of its heading.
    #[prop(into)]
    title: Signal<&'static str>,
    /// Called when it is to be closed: by its button or by Escape.
    #[prop(into)]
    close: Callback<()>,
    /// A wider one.
    #[prop(optional)]
    wide: bool,
    /// What it shows.
    children: Children,
) -> impl IntoView {
    let words = words();
    let dialog = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get() {
            elements::open_dialog(&dialog);
        }
    });
    view! {
        <dialog class="dialog" class:wide=wide node_ref=dialog aria-labelledby="dialog-title"
            on:close=move |_| close.run(())>
            <div class="in">
                <div class="heading">
                    <h2 id="dialog-title">{move || words.key(title.get())}</h2>
                    <button class="button icon-only quiet" type="button" data-testid="dialog-close"
                        aria-label=t!("dialog-close") on:click=move |_| close.run(())>
                        <Icon name="cancel" />
                    </button>
                </div>
                {children()}
            </div>
        </dialog>
    }
}
