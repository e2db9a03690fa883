//! Language, light or dark, and large text: the same small buttons on wall and desk.

use leptos::prelude::*;

use super::Icon;
use crate::app::prefs::{Theme, prefs};
use crate::app::words::words;
use crate::text::{Lang, Message};

/// Buttons for how the page looks and which language it speaks.
#[component]
pub fn Looks(
    /// Without light or dark, where the page has that of its own.
    #[prop(optional)]
    lang_only: bool,
) -> impl IntoView {
    let words = words();
    let other = move || {
        if words.lang() == Lang::ZhCn {
            Lang::En
        } else {
            Lang::ZhCn
        }
    };
    // The name of a language is written in that language.
    let name = move || crate::text::say(other(), &Message::new(lang_key(other())));
    prefs().map(|prefs| {
        let next = move || {
            if prefs.dark.get() {
                Theme::Light
            } else {
                Theme::Dark
            }
        };
        view! {
            <button class="button quiet" type="button" data-testid="lang"
                lang=move || other().tag() on:click=move |_| prefs.choose_lang(words, other())>
                <Icon name="language" />{name}
            </button>
            {(!lang_only).then(|| view! {
            <button class="button quiet icon-only" type="button" data-testid="theme"
                aria-label=move || words.key(next().key()) title=move || words.key(next().key())
                on:click=move |_| prefs.choose_theme(next())>
                <Icon name="theme" />
            </button>
            })}
        }
    })
}

fn lang_key(lang: Lang) -> &'static str {
    match lang {
        Lang::ZhCn => "lang-zh-CN",
        Lang::En => "lang-en",
    }
}
