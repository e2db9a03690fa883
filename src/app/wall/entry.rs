//! How designs come to the wall: files, the planner's token, a link. Seen first when there is
//! nothing yet, and later as a sheet over the wall.

use leptos::html::Input;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::state::Wall;
use crate::app::browser::gather::GatherFault;
use crate::app::browser::{opened, planner};
use crate::app::parts::gathered::Progress;
use crate::app::parts::token::TokenSheet;
use crate::app::parts::{Icon, Looks};
use crate::app::words::{t, words};
use crate::project::in_language;
use crate::text::Message;

/// The sheet.
#[component]
pub fn Entry(
    /// The wall.
    wall: Wall,
    /// The endpoint's base address.
    base: StoredValue<String>,
    /// Whether this is all that the page shows.
    first: bool,
) -> impl IntoView {
    let words = words();
    let over = RwSignal::new(false);
    let field = NodeRef::<Input>::new();
    let take = move |files| {
        wall.gathering.take_files(files);
        wall.adding.set(false);
    };
    let chosen = move |_| {
        if let Some(field) = field.get_untracked() {
            opened::chosen(field, take);
        }
    };
    let drop_here = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        over.set(false);
        opened::dropped(&event, take);
    };
    let told = RwSignal::new(None::<GatherFault>);
    let enter = Callback::new(move |text: String| {
        spawn_local(async move {
            match planner::enter(&base.get_value(), &text).await {
                Ok(pass) => {
                    told.set(None);
                    wall.gathering.read(&base.get_value(), pass.token());
                    wall.adding.set(false);
                }
                Err(fault) => told.set(Some(fault)),
            }
        });
    });
    let fault = move || match wall.gathering.progress.get() {
        Progress::Failed(fault) => Some(fault),
        _ => None,
    };
    let refused = Signal::derive(move || {
        let read = fault().filter(|fault| *fault == GatherFault::Refused);
        told.get().or(read).map(|fault| fault.message())
    });
    Effect::new(move |_| {
        if fault() == Some(GatherFault::Refused) {
            planner::forget();
        }
    });
    let reading = move || matches!(wall.gathering.progress.get(), Progress::Reading { .. });
    let nothing = move || wall.gathering.progress.get() == Progress::Done && first;
    let project = move || {
        wall.project
            .with_value(|project| in_language(&project.file.title, words.lang()).to_owned())
    };
    view! {
        <section class="wallentry" class:sheet=!first class:over=move || over.get()
            aria-label=t!("wall-empty-title")
            on:dragover=move |event| { event.prevent_default(); over.set(true) }
            on:dragleave=move |_| over.set(false)
            on:drop=drop_here>
            <div class="in">
                <header>
                    <img src="./assets/icon.svg" alt="" width="64" height="64" />
                    <div>
                        <h2>{t!("wall-empty-title")}</h2>
                        <p class="soft">{project}" · "{t!("wall-empty-lead")}</p>
                    </div>
                    <Looks lang_only=true />
                    {(!first).then(|| view! {
                        <button class="button icon-only quiet" type="button" aria-label=t!("wall-close")
                            on:click=move |_| wall.adding.set(false)><Icon name="cancel" /></button>
                    })}
                </header>
                <div class="ways">
                    <div class="way">
                        <h3>{t!("wall-from-files")}</h3>
                        <label class="button main filebutton">
                            <Icon name="open" />{t!("wall-choose-files")}
                            <input class="aloud" type="file" multiple accept=".json,application/json"
                                data-testid="wall-files" node_ref=field on:change=chosen />
                        </label>
                        <p class="soft">{t!("wall-from-files-hint")}</p>
                    </div>
                    <div class="way">
                        <h3>{t!("wall-from-planner")}</h3>
                        <TokenSheet enter refused />
                        <p class="soft">{t!("wall-from-planner-hint")}</p>
                    </div>
                </div>
                <p class="soft small">{t!("wall-from-link-hint")}</p>
                <div role="status" data-testid="wall-status">
                    {move || reading().then(|| view! {
                        <p><progress aria-label=t!("wall-reading")></progress>" "{t!("wall-reading")}</p>
                    })}
                    {move || nothing().then(|| {
                        let aside = wall.gathering.gathered.read().standing.set_aside;
                        let message = if aside > 0 {
                            Message::new("wall-set-aside").with("n", aside)
                        } else {
                            Message::new("wall-nothing-received")
                        };
                        view! {
                            <p>{words.say(&message)}</p>
                            {planner::pass().map(|pass| view! {
                                <button class="button" type="button"
                                    on:click=move |_| wall.gathering.read(&base.get_value(), pass.clone().token())>
                                    {t!("wall-read-again")}
                                </button>
                            })}
                        }
                    })}
                    {move || fault().filter(|fault| *fault != GatherFault::Refused).map(|fault| view! {
                        <p class="failed" role="alert">{words.say(&fault.message())}</p>
                    })}
                </div>
                {move || over.get().then(|| view! { <p class="drophint">{t!("wall-drop")}</p> })}
            </div>
        </section>
    }
}
