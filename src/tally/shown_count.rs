//! A count as it may leave the desk: small ones could point at somebody.

use serde::{Serialize, Serializer};

use crate::text::{Arg, Message};

/// A count from one up to below this is shown as '<5'.
pub const LEAST_SHOWN: usize = 5;

/// A count as it may leave the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShownCount {
    /// The number itself.
    Number(usize),
    /// From one to four: '<5'.
    BelowFive,
    /// Not said, since it would tell another one: 'hidden', '不显示'. It is seldom below five, and never said to be.
    KeptBack,
}

/// A count by itself as it may leave the desk: `0`, `<5`, `12`. Counts that have a sum are shown together
/// (`agreement::shown_list`).
pub fn shown_count(count: usize) -> ShownCount {
    if (1..LEAST_SHOWN).contains(&count) {
        ShownCount::BelowFive
    } else {
        ShownCount::Number(count)
    }
}

impl ShownCount {
    /// The word in files for a count that is kept back.
    pub const KEPT_BACK: &str = "hidden";

    /// The number, where it is shown.
    pub fn number(self) -> Option<usize> {
        match self {
            Self::Number(count) => Some(count),
            Self::BelowFive | Self::KeptBack => None,
        }
    }
    /// Whether the number is shown.
    pub fn is_number(self) -> bool {
        self.number().is_some()
    }
}

/// As files have it: `12`, `<5`, `hidden`.
impl std::fmt::Display for ShownCount {
    fn fmt(&self, to: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            Self::Number(count) => count.fmt(to),
            Self::BelowFive => write!(to, "<{LEAST_SHOWN}"),
            Self::KeptBack => Self::KEPT_BACK.fmt(to),
        }
    }
}

/// In JSON a number, `"<5"` or `"hidden"`.
impl Serialize for ShownCount {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(count) => count.serialize(to),
            Self::BelowFive | Self::KeptBack => to.collect_str(self),
        }
    }
}

/// In a sentence for people.
impl From<ShownCount> for Arg {
    fn from(count: ShownCount) -> Self {
        match count {
            ShownCount::KeptBack => Message::new("shown-kept-back").into(),
            count => count.to_string().into(),
        }
    }
}
