//! The menu: files, how the page looks, help. Its commands are rows of the action table.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::ui::{Dialog, Ui};
use crate::app::browser::elements;
use crate::app::parts::Icon;
use crate::app::prefs::{Theme, prefs};
use crate::app::session::Session;
use crate::app::words::{t, words};
use crate::editor::Action;
use crate::text::Lang;

/// The menu, where it is open.
#[component]
pub fn Menu(
    /// The drawing.
    session: Session,
    /// The panels of the page.
    ui: Ui,
) -> impl IntoView {
    let close = move || {
        ui.menu.set(false);
        elements::focus_on("#menu-button");
    };
    let key = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.stop_propagation();
            close();
        }
    };
    view! {
        <Show when=move || ui.menu.get()>
            <div class="veil" on:pointerdown=move |_| ui.menu.set(false)></div>
            <section class="menu arrive" aria-label=t!("menu") on:keydown=key>
                <Entry session ui action=Action::Find />
                <Entry session ui action=Action::PlaceBeside />
                <Entry session ui action=Action::SaveFile />
                <Entry session ui action=Action::SaveAs />
                <Entry session ui action=Action::OpenFile />
                <Entry session ui action=Action::NewDesign />
                <button class="menu-entry" type="button" on:click=move |_| ui.open(Dialog::Receipt)>
                    <Icon name="search" /><span>{t!("menu-receipts")}</span>
                </button>
                <Entry session ui action=Action::ShowHistory />
                <Looks />
                <Entry session ui action=Action::Help />
                <button class="menu-entry" type="button" on:click=move |_| ui.open(Dialog::About)>
                    <Icon name="info" /><span>{t!("menu-about")}</span>
                </button>
            </section>
        </Show>
    }
}

#[component]
fn Entry(session: Session, ui: Ui, action: Action) -> impl IntoView {
    let words = words();
    let row = action.row();
    let press = move |_| {
        ui.menu.set(false);
        session.act(action);
    };
    view! {
        <button class="menu-entry" type="button" data-action=row.key on:click=press>
            <Icon name=row.icon /><span>{move || words.key(row.key)}</span>
        </button>
    }
}

/// Language, light or dark, large text.
#[component]
fn Looks() -> impl IntoView {
    let words = words();
    let prefs = prefs()?;
    let langs = Lang::ALL.map(|lang| {
        view! {
            <button class="button" type="button" lang=lang.tag()
                aria-pressed=move || if words.lang() == lang { "true" } else { "false" }
                on:click=move |_| prefs.choose_lang(words, lang)>
                {move || words.named(format!("lang-{}", lang.tag()), lang.tag())}
            </button>
        }
    });
    let themes = Theme::ALL.map(|theme| {
        view! {
            <button class="button" type="button"
                aria-pressed=move || if prefs.theme.get() == theme { "true" } else { "false" }
                on:click=move |_| prefs.choose_theme(theme)>
                {move || words.key(theme.key())}
            </button>
        }
    });
    Some(view! {
        <fieldset>
            <legend class="label">{t!("menu-language")}</legend>
            <div class="chips">{langs.collect_view()}</div>
        </fieldset>
        <fieldset>
            <legend class="label">{t!("menu-theme")}</legend>
            <div class="chips">{themes.collect_view()}</div>
        </fieldset>
        <fieldset>
            <legend class="label">{t!("menu-text")}</legend>
            <div class="chips">
                <button class="button" type="button" aria-pressed=move || if prefs.large.get() { "false" } else { "true" }
                    on:click=move |_| prefs.choose_large(false)>{t!("text-normal")}</button>
                <button class="button" type="button" aria-pressed=move || if prefs.large.get() { "true" } else { "false" }
                    on:click=move |_| prefs.choose_large(true)>{t!("text-large")}</button>
            </div>
        </fieldset>
    })
}
