//! Versions of the drawing: those that its author gave a name, and those that were kept by
//! themselves before something took the drawing's place.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::compare::Comparison;
use super::keeping::Keeper;
use super::ui::Ui;
use crate::app::browser::clock::day_and_time;
use crate::app::browser::store::Version;
use crate::app::parts::Icon;
use crate::app::session::Session;
use crate::app::words::{t, words};
use crate::design::{Design, stored};
use crate::text::Message;

/// A version that could be read.
#[derive(Clone, PartialEq)]
pub struct Known {
    /// When it was kept, which is also what it is known by.
    pub saved: f64,
    /// The name that was given to it; empty for one kept by itself.
    pub name: String,
    /// What it holds.
    pub design: Arc<Design>,
}

impl Known {
    fn read(version: Version) -> Option<Self> {
        let (design, _) = stored::read(&version.design).ok()?;
        Some(Self {
            saved: version.saved,
            name: version.name,
            design: Arc::new(design),
        })
    }
    /// What it is called in lists.
    pub fn title(&self) -> String {
        match self.name.is_empty() {
            true => day_and_time(self.saved),
            false => self.name.clone(),
        }
    }
}

/// The list of versions, and the comparison of two.
#[component]
pub fn Versions(
    /// The drawing.
    session: Session,
    /// The panels of the page.
    ui: Ui,
    /// Keeps it.
    keeper: Keeper,
) -> impl IntoView {
    let versions = RwSignal::new(None::<Vec<Known>>);
    let load = move || {
        spawn_local(async move {
            let found = keeper.versions().await;
            let mut known: Vec<Known> = found.into_iter().filter_map(Known::read).collect();
            // Named ones first; each part the newest first, as the store gives them.
            known.sort_by_key(|version| version.name.is_empty());
            let _ = versions.try_set(Some(known));
        });
    };
    Effect::new(move |_| {
        keeper.versions_changed.track();
        load();
    });
    let compared = RwSignal::new(None::<f64>);
    let deleted = RwSignal::new(None::<Known>);
    let none = move || versions.with(|versions| versions.as_ref().is_some_and(Vec::is_empty));
    let bring_back = move |_| {
        if let Some(version) = deleted.get_untracked() {
            keeper.keep_again(version.saved, &version.name, &version.design);
            deleted.set(None);
        }
    };
    view! {
        <NameForm session keeper />
        <p class="soft small">{t!("versions-when")}</p>
        <div role="status" aria-live="polite">
            {move || deleted.get().map(|version| view! {
                <p class="row"><span>{t!("versions-deleted", name = version.title())}</span>
                    <button class="button" type="button" data-testid="version-undelete" on:click=bring_back>{t!("action-undo")}</button></p>
            })}
        </div>
        {move || compared.get().map(|saved| view! { <Comparison session ui saved versions close=Callback::new(move |()| compared.set(None)) /> })}
        <Show when=none><p class="empty">{t!("versions-none")}</p></Show>
        <ul class="stack" aria-label=t!("versions-title")>
            <For each=move || versions.get().unwrap_or_default() key=|version| version.saved.to_bits()
                children=move |version| view! { <Row session keeper version compared deleted /> } />
        </ul>
    }
}

/// Gives the drawing as it is a name under which it is kept.
#[component]
fn NameForm(session: Session, keeper: Keeper) -> impl IntoView {
    let name = RwSignal::new(String::new());
    let keep = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = name.get_untracked().trim().chars().take(60).collect::<String>();
        if session.design.with_untracked(|design| design.is_empty()) {
            return session.teller.tell(Message::new("why-nothing-to-keep"));
        }
        if typed.is_empty() {
            return session.teller.tell(Message::new("versions-no-name"));
        }
        keeper.keep_named(&typed);
        session
            .teller
            .tell(Message::new("versions-named").with("name", typed.as_str()));
        name.set(String::new());
    };
    view! {
        <form class="row naming" on:submit=keep>
            <input class="field" type="text" maxlength="60" autocomplete="off" data-testid="version-name"
                aria-label=t!("versions-name") placeholder=t!("versions-name")
                prop:value=move || name.get() on:input=move |event| name.set(event_target_value(&event)) />
            <button class="button" type="submit" data-testid="version-keep"><Icon name="flag" />{t!("versions-keep")}</button>
        </form>
    }
}

#[component]
fn Row(
    session: Session,
    keeper: Keeper,
    version: Known,
    compared: RwSignal<Option<f64>>,
    deleted: RwSignal<Option<Known>>,
) -> impl IntoView {
    let words = words();
    let count = version.design.placements().len();
    let said = Message::new("versions-row").with("n", count);
    let (saved, title) = (version.saved, version.title());
    let when = (!version.name.is_empty()).then(|| day_and_time(saved));
    let own_title = version.design.title.clone();
    let (to_restore, to_delete) = (version.design.clone(), version.clone());
    let back = move |_| {
        let now = session.design.get_untracked();
        session.apply(now.toward(&to_restore), "step-restored");
        session.teller.tell(Message::new("versions-done"));
    };
    let delete = move |_| {
        keeper.drop_version(saved);
        deleted.set(Some(to_delete.clone()));
    };
    let compare = move |_| compared.update(|now| *now = (*now != Some(saved)).then_some(saved));
    let described = title.clone();
    view! {
        <li class="version" data-testid="version" data-name=version.name.clone()>
            <div class="row">
                <Icon name=if version.name.is_empty() { "clock" } else { "flag" } />
                <span class="said">
                    <strong>{title}</strong>
                    <span class="place">{when} " " {own_title} " " {move || words.say(&said)}</span>
                </span>
            </div>
            <div class="row" role="group" aria-label=described>
                <button class="button" type="button" data-testid="version-back" on:click=back>{t!("versions-back")}</button>
                <button class="button" type="button" data-testid="version-compare"
                    aria-pressed=move || if compared.get() == Some(saved) { "true" } else { "false" }
                    on:click=compare>{t!("versions-compare")}</button>
                <button class="button icon-only quiet" type="button" data-testid="version-delete"
                    aria-label=t!("versions-delete") title=t!("versions-delete") on:click=delete><Icon name="delete" /></button>
            </div>
        </li>
    }
}
