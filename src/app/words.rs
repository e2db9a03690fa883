//! The language of the page, and sentences that follow it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::catalogue::Catalogue;
use crate::text::{Lang, Message, say};

/// The language of the page, shared by every component.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    lang: RwSignal<Lang>,
    /// The catalogue of a project that calls kinds of its own by names of its own.
    own: RwSignal<Option<Arc<Catalogue>>>,
}

impl Words {
    /// Begins with a language; [`provide_context`] shares it.
    pub fn new(lang: Lang) -> Self {
        Self {
            lang: RwSignal::new(lang),
            own: RwSignal::new(None),
        }
    }
    /// Says the kinds of a project's own by their names from now on; of a project without any, nothing changes.
    pub fn of_project(self, catalogue: &Arc<Catalogue>) {
        let own = catalogue.has_own().then(|| catalogue.clone());
        if own.is_some() || self.own.with_untracked(Option::is_some) {
            self.own.set(own);
        }
    }
    /// The language now; what reads it is run again when it changes.
    pub fn lang(self) -> Lang {
        self.lang.get()
    }
    /// The language now; what reads it is not run again when it changes.
    pub fn lang_untracked(self) -> Lang {
        self.lang.get_untracked()
    }
    /// Changes the language of the whole page.
    pub fn set(self, lang: Lang) {
        self.lang.set(lang);
    }
    /// The sentence in the language of the page.
    pub fn say(self, message: &Message) -> String {
        let lang = self.lang.get();
        self.own.with(|own| match own {
            Some(catalogue) => say(lang, &catalogue.naming(message)),
            None => say(lang, message),
        })
    }
    /// The sentence of a key without arguments.
    pub fn key(self, key: &'static str) -> String {
        self.say(&Message::new(key))
    }
    /// The sentence of a key built at run time, or `or` where no file has it.
    pub fn named(self, key: String, or: &str) -> String {
        let or = or.to_owned();
        self.say(&Message::new("words-as-is").with("text", crate::text::Arg::Key { key, or }))
    }
    /// The name of a kind: `kind-plaza`.
    pub fn kind(self, kind: &crate::catalogue::KindId) -> String {
        self.named(format!("kind-{kind}"), kind.as_str())
    }
}

/// The words of the page, from inside a component.
pub fn words() -> Words {
    use_context().unwrap_or_else(|| Words::new(Lang::default()))
}

/// A closure that says a sentence in the language of the page: `t!("undo")` or, with arguments,
/// `t!("photos", count = 3_usize)`. For use inside a component, where the words are at hand.
macro_rules! t {
    ($key:expr $(, $name:ident = $arg:expr)* $(,)?) => {{
        let words = $crate::app::words::words();
        move || words.say(&$crate::text::Message::new($key)$(.with(stringify!($name), $arg.clone()))*)
    }};
}
pub(crate) use t;
