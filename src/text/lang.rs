//! The languages that Mulin speaks, and texts that people wrote in several of them.

use std::collections::BTreeMap;

/// Text in several languages by tag; plain text, written by the facilitator.
pub type ByLanguage = BTreeMap<String, String>;

/// A language of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Simplified Chinese.
    #[default]
    ZhCn,
    /// English.
    En,
}

impl Lang {
    /// Every language, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::ZhCn, Self::En];

    /// The BCP 47 tag: `zh-CN` or `en`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::ZhCn => "zh-CN",
            Self::En => "en",
        }
    }
    /// The language that a tag such as `zh`, `zh-Hans-CN` or `en-GB` asks for, if Mulin speaks it.
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.split(['-', '_']).next()?.to_ascii_lowercase().as_str() {
            "zh" => Some(Self::ZhCn),
            "en" => Some(Self::En),
            _ => None,
        }
    }
}

/// The text in a language, or in any when it is not there in that one.
pub fn in_language(texts: &ByLanguage, lang: Lang) -> &str {
    texts
        .get(lang.tag())
        .or_else(|| texts.values().next())
        .map_or("", String::as_str)
}
