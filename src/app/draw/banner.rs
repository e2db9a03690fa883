//! What must be seen until it is read: the device keeps nothing, or lost something.
//! What it lost comes second: who draws on must first know whether that is kept.

use leptos::prelude::*;

use super::keeping::Keeper;
use super::post::Post;
use crate::app::browser::store::StoreFault;
use crate::app::parts::{ActionButton, Icon};
use crate::app::session::Session;
use crate::app::words::{t, words};
use crate::editor::Action;
use crate::text::Message;

/// The banner, where there is a fault that was not read yet.
#[component]
pub fn KeepingBanner(
    /// The drawing.
    session: Session,
    /// Keeps it.
    keeper: Keeper,
    /// What is sent and received.
    post: Post,
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
        <Show when=move || shown.get().is_none()><Lost post /></Show>
    }
}

/// Designs that the browser lost before they were sent, and those that came back from their copies.
#[component]
fn Lost(post: Post) -> impl IntoView {
    let words = words();
    let counts = Memo::new(move |_| {
        let sender = post.sender.get();
        sender.map_or((0, 0), |sender| {
            sender.view.with(|view| (view.lost.len(), view.found))
        })
    });
    let read = move |_| {
        if let Some(sender) = post.sender.get_untracked() {
            sender.write_off();
        }
    };
    let look = move || {
        if counts.get().0 > 0 {
            "banner grave"
        } else {
            "banner"
        }
    };
    let said = move |key: &'static str, n: usize| {
        (n > 0).then(|| view! { <p data-testid=key>{words.say(&Message::new(key).with("n", n))}</p> })
    };
    view! {
        <Show when=move || counts.get() != (0, 0)>
            <div class=look role="alert">
                <div>
                    {move || said("ledger-lost", counts.get().0)}
                    {move || said("ledger-found", counts.get().1)}
                </div>
                <button class="button" type="button" on:click=read>{t!("toast-close")}</button>
            </div>
        </Show>
    }
}
