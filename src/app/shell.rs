//! The shell that the three pages share: language, looks, and which page the address asks for.

use leptos::prelude::*;

use super::address::{Address, Page};
use super::browser;
use super::prefs::{Prefs, first_lang};
use super::words::Words;
use crate::text::{self, Lang, Message};

/// What the address asked for, and what of it could not be understood.
#[derive(Clone, Debug)]
pub struct Asked {
    /// What it asked for.
    pub address: Address,
    /// Sentences on what could not be understood.
    pub notices: Vec<Message>,
}

/// Starts a program in the page: the shell, and inside it the page that the program is for. Each
/// program carries its own pages only, so that a resident's phone does not load the planner's desk.
pub fn start(page: fn(Page) -> AnyView) {
    console_error_panic_hook::set_once();
    if let Some((tag, text)) = browser::page::given_texts()
        && let Some(lang) = Lang::from_tag(&tag)
    {
        text::give(lang, text);
    }
    mount_to_body(move || view! { <Shell page /> });
}

/// What the address asked for, from inside a component.
pub fn asked() -> Asked {
    use_context().unwrap_or_else(|| {
        let (address, notices) = Address::read("");
        Asked { address, notices }
    })
}

/// The project folder that the address asked for.
pub fn asked_project() -> Option<String> {
    Address::read(&browser::page::query()).0.project
}

#[component]
fn Shell(page: fn(Page) -> AnyView) -> impl IntoView {
    let (address, notices) = Address::read(&browser::page::query());
    let words = Words::new(first_lang(&address));
    provide_context(words);
    provide_context(Prefs::begin(&address, words));
    provide_context(browser::later::Whole::listen());
    browser::kept_focus::keep_focus();
    let shown = address.page;
    provide_context(Asked { address, notices });
    Effect::new(move |_| browser::page::set_title(&words.key("product-name")));
    page(shown)
}
