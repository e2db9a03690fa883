//! How a person likes the page: language, light or dark, text size. Kept on the device.

use leptos::prelude::*;

use super::address::Address;
use super::browser::page;
use super::words::Words;
use crate::text::Lang;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device has it.
    #[default]
    Auto,
    /// Paper.
    Light,
    /// Night.
    Dark,
}

impl Theme {
    /// Every theme in the order of the menu.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The word in the page and in what is kept.
    pub fn word(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
    /// The key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Auto => "theme-auto",
            Self::Light => "theme-light",
            Self::Dark => "theme-dark",
        }
    }
}

/// How a person likes the page, shared by every component.
#[derive(Clone, Copy, Debug)]
pub struct Prefs {
    /// Light or dark, as chosen.
    pub theme: RwSignal<Theme>,
    /// Large text.
    pub large: RwSignal<bool>,
    /// Whether the page is dark now, by choice or by the device.
    pub dark: Memo<bool>,
}

const LANG: &str = "mulin.lang";
const THEME: &str = "mulin.theme";
const TEXT: &str = "mulin.text";

/// The language to begin with: the address, then what was chosen before, then the browser's.
pub fn first_lang(address: &Address) -> Lang {
    address
        .lang
        .or_else(|| Lang::from_tag(&page::kept(LANG)?))
        .or_else(|| page::languages().iter().find_map(|tag| Lang::from_tag(tag)))
        .unwrap_or(Lang::En)
}

impl Prefs {
    /// Begins with what the address asks or the device kept, and from then on dresses the page by
    /// its signals and keeps each change.
    pub fn begin(address: &Address, words: Words) -> Self {
        let kept = page::kept(THEME);
        let theme = Theme::ALL
            .into_iter()
            .find(|theme| Some(theme.word()) == kept.as_deref())
            .unwrap_or_default();
        let theme = RwSignal::new(theme);
        let large = RwSignal::new(address.large_text || page::kept(TEXT).as_deref() == Some("large"));
        let device_is_dark = RwSignal::new(page::media("(prefers-color-scheme: dark)"));
        page::on_media("(prefers-color-scheme: dark)", move |dark| {
            device_is_dark.set(dark)
        });
        let dark = Memo::new(move |_| match theme.get() {
            Theme::Auto => device_is_dark.get(),
            chosen => chosen == Theme::Dark,
        });
        Effect::new(move |_| page::set_root("lang", words.lang().tag()));
        Effect::new(move |_| page::set_root("data-theme", if dark.get() { "dark" } else { "light" }));
        Effect::new(move |_| page::set_root("data-text", if large.get() { "large" } else { "normal" }));
        Self { theme, large, dark }
    }
    /// Chooses a theme and keeps the choice.
    pub fn choose_theme(self, theme: Theme) {
        self.theme.set(theme);
        page::keep(THEME, theme.word());
    }
    /// Chooses the size of text and keeps the choice.
    pub fn choose_large(self, large: bool) {
        self.large.set(large);
        page::keep(TEXT, if large { "large" } else { "normal" });
    }
    /// Chooses a language and keeps the choice.
    pub fn choose_lang(self, words: Words, lang: Lang) {
        words.set(lang);
        page::keep(LANG, lang.tag());
    }
}

/// How the person likes the page, from inside a component.
pub fn prefs() -> Option<Prefs> {
    use_context()
}
