//! The sentences that a first visit does not need: what is said of several things at once, of sending
//! and of files, the wall, the desk and the command line. In the drawing program they come with the second part.
//!
//! What cuts the program in two (src/bin/split) finds these texts between the two marks and this module's
//! functions by its path. So no code but theirs may hold an address within [`TEXTS`].

use std::sync::OnceLock;

use super::Lang;
use super::say::{Bundle, bundle};

/// All files of a language as one. Each mark is a comment to Fluent.
macro_rules! rest {
    ($($file:literal),*) => {
        concat!("## the second part begins\n", $(include_str!($file), "\n"),*, "## the second part ends\n")
    };
}

/// The files of each language.
pub(super) const TEXTS: [&str; 2] = [
    rest!(
        "zh-CN/rules-land.ftl",
        "zh-CN/several.ftl",
        "zh-CN/sun.ftl",
        "zh-CN/send.ftl",
        "zh-CN/rules-near.ftl",
        "zh-CN/would.ftl",
        "zh-CN/vehicles.ftl",
        "zh-CN/walking.ftl",
        "zh-CN/wall.ftl",
        "zh-CN/desk.ftl",
        "zh-CN/formats.ftl",
        "zh-CN/cli.ftl"
    ),
    rest!(
        "en/rules-land.ftl",
        "en/several.ftl",
        "en/sun.ftl",
        "en/send.ftl",
        "en/rules-near.ftl",
        "en/would.ftl",
        "en/vehicles.ftl",
        "en/walking.ftl",
        "en/wall.ftl",
        "en/desk.ftl",
        "en/formats.ftl",
        "en/cli.ftl"
    ),
];

/// The sentences of a language that [`super::say`] does not have itself.
#[inline(never)]
pub(super) fn bundle_of(lang: Lang) -> &'static Bundle {
    static BUNDLES: [OnceLock<Bundle>; 2] = [OnceLock::new(), OnceLock::new()];
    BUNDLES[lang as usize].get_or_init(|| match lang {
        Lang::ZhCn => bundle(lang, &[TEXTS[0]]),
        Lang::En => bundle(lang, &[TEXTS[1]]),
    })
}
