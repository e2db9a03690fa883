//! A button with a panel below it.

use leptos::html::Div;
use leptos::prelude::*;

use crate::app::browser::within;
use crate::app::parts::Icon;

/// A button with a panel below it; Escape, another press and leaving it close it.
#[component]
pub fn Popover(
    /// What stands on the button.
    #[prop(into)]
    label: Signal<String>,
    /// Whether anything is chosen in it.
    #[prop(into)]
    on: Signal<bool>,
    /// Its word in the page.
    word: &'static str,
    /// What the panel shows while it is open.
    children: ChildrenFn,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let id = format!("filter-{word}");
    let panel = id.clone();
    let keys = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            event.stop_propagation();
            open.set(false);
        }
    };
    let children = StoredValue::new(children);
    let chip = NodeRef::<Div>::new();
    let outside = window_event_listener(leptos::ev::pointerdown, move |event| {
        let inside = chip
            .get_untracked()
            .is_some_and(|chip| within::is_in(&chip, &event));
        if !inside && open.get_untracked() {
            open.set(false);
        }
    });
    on_cleanup(move || outside.remove());
    view! {
        <div class="chip" node_ref=chip on:keydown=keys
            on:focusout=move |event| if !within::stays_within(&event) { open.set(false) }>
            <button class="button" type="button" data-filter=word aria-controls=id
                aria-pressed=move || if on.get() { "true" } else { "false" }
                aria-expanded=move || if open.get() { "true" } else { "false" }
                on:click=move |_| open.update(|open| *open = !*open)>
                {move || label.get()}<Icon name="down" />
            </button>
            <div class="panel" id=panel role="group" tabindex="-1" aria-label=move || label.get() hidden=move || !open.get()>
                {move || open.get().then(|| children.with_value(|children| children()))}
            </div>
        </div>
    }
}
