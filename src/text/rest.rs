//! The sentences of the language files. Those that a first visit needs are [`FIRST`], and `make build` lays
//! them beside the program, a file a language, so that nobody loads two. All others are [`TEXTS`]: what is
//! said of several things at once, of sending and of files, the wall, the desk and the command line. In the
//! drawing program they come with the second part, and so does [`FIRST`] for who changes the language.
//!
//! What cuts the program in two (src/bin/split) finds these texts between the marks and this module's
//! functions by its path. So no code but theirs may hold an address within a text.

use std::sync::OnceLock;

use super::Lang;
use super::say::{Bundle, bundle};

/// All files of a language as one. Each mark is a comment to Fluent.
macro_rules! rest {
    ($($file:literal),*) => {
        concat!("## the other texts begin\n", $(include_str!($file), "\n"),*, "## the texts end\n")
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
        "zh-CN/agreement.ftl",
        "zh-CN/study.ftl",
        "zh-CN/setup.ftl",
        "zh-CN/own.ftl",
        "zh-CN/formats.ftl",
        "zh-CN/survey.ftl",
        "zh-CN/sheet.ftl",
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
        "en/agreement.ftl",
        "en/study.ftl",
        "en/setup.ftl",
        "en/own.ftl",
        "en/formats.ftl",
        "en/survey.ftl",
        "en/sheet.ftl",
        "en/cli.ftl"
    ),
];

/// The files that a first visit needs; each language has the same files with the same keys.
macro_rules! first {
    ($begin:literal: $($file:literal),*) => {
        concat!($begin, $(include_str!($file), "\n"),*, "## the texts end\n")
    };
}

/// The files that a first visit needs, of each language.
pub(super) const FIRST: [&str; 2] = [
    first!(
        "## the first texts begin: zh\n":
        "zh-CN/common.ftl",
        "zh-CN/catalogue.ftl",
        "zh-CN/rules.ftl",
        "zh-CN/draw.ftl",
        "zh-CN/find.ftl",
        "zh-CN/hand.ftl",
        "zh-CN/tools.ftl",
        "zh-CN/page.ftl"
    ),
    first!(
        "## the first texts begin: en\n":
        "en/common.ftl",
        "en/catalogue.ftl",
        "en/rules.ftl",
        "en/draw.ftl",
        "en/find.ftl",
        "en/hand.ftl",
        "en/tools.ftl",
        "en/page.ftl"
    ),
];

/// What a first visit needs of a language, where it was not given.
#[inline(never)]
pub(super) fn first_of(lang: Lang) -> &'static str {
    match lang {
        Lang::ZhCn => FIRST[0],
        Lang::En => FIRST[1],
    }
}

/// The sentences of a language that [`super::say`] does not have itself.
#[inline(never)]
pub(super) fn bundle_of(lang: Lang) -> &'static Bundle {
    static BUNDLES: [OnceLock<Bundle>; 2] = [OnceLock::new(), OnceLock::new()];
    BUNDLES[lang as usize].get_or_init(|| match lang {
        Lang::ZhCn => bundle(lang, TEXTS[0]),
        Lang::En => bundle(lang, TEXTS[1]),
    })
}
