//! What must be seen until it is read: the device keeps nothing, so the drawing is at risk.

use leptos::prelude::*;

use super::keeping::Keeper;
use crate::app::browser::store::StoreFault;
use crate::app::parts::{ActionButton, Icon};
use crate::app::session::Session;
use crate::app::words::{t, words};
use crate::editor::Action;

/// The banner, where there is a fault that was not read yet.
#[component]
pub fn KeepingBanner(
    /// The drawing.
    session: Session,
    /// Keeps it.
    keeper: Keeper,
) -> impl IntoView {
    let words = words();
    let read = RwSignal::new(None::<StoreFault>);
    let shown = Memo::new(move |_| {
        keeper
            .fault
            .get()
            .filter(|fault| read.get().as_ref() != Some(fault))
    });
    view! {
        <Show when=move || shown.get().is_some()>
            <div class="banner grave" role="alert" data-testid="keeping-fault">
                <p>{move || shown.get().map(|fault| words.say(&fault.message()))}</p>
                <ActionButton session action=Action::SaveFile named=true />
                <button class="button icon-only quiet" type="button" aria-label=t!("toast-close")
                    on:click=move |_| read.set(keeper.fault.get_untracked())>
                    <Icon name="cancel" />
                </button>
            </div>
        </Show>
    }
}
