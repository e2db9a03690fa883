//! The shell that the three pages share: language, looks, and which page the address asks for.

use leptos::prelude::*;

use super::address::{Address, Page};
use super::browser::page;
use super::prefs::{Prefs, first_lang};
use super::words::Words;
use super::{desk, draw, wall};
use crate::text::Message;

/// What the address asked for, and what of it could not be understood.
#[derive(Clone, Debug)]
pub struct Asked {
    /// What it asked for.
    pub address: Address,
    /// Sentences on what could not be understood.
    pub notices: Vec<Message>,
}

/// Starts the program in the page.
pub fn start() {
    console_error_panic_hook::set_once();
    mount_to_body(App);
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
    Address::read(&page::query()).0.project
}

#[component]
fn App() -> impl IntoView {
    let (address, notices) = Address::read(&page::query());
    let words = Words::new(first_lang(&address));
    provide_context(words);
    provide_context(Prefs::begin(&address, words));
    let shown = address.page;
    provide_context(Asked { address, notices });
    Effect::new(move |_| page::set_title(&words.key("product-name")));
    match shown {
        Page::Draw => view! { <draw::Page /> }.into_any(),
        Page::Wall => view! { <wall::page::Page /> }.into_any(),
        Page::Desk => view! { <desk::Page /> }.into_any(),
    }
}
