//! A sentence before it is said in a language: a key and its arguments.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::ByLanguage;

/// A sentence named by its key in the language files, with its arguments. Keys and names stand in
/// the code; those of a sentence that a worker sends are read from its message.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Message {
    /// The key in the language files.
    pub key: Cow<'static, str>,
    /// Arguments by the names that the sentence uses.
    pub args: Vec<(Cow<'static, str>, Arg)>,
}

/// An argument of a sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Arg {
    /// Text that is not translated: a name, a number that people typed.
    Text(String),
    /// A number with the most decimals that it is shown with; selects plurals; grouped by thousands.
    Number(f64, u8),
    /// Another sentence, said in the same language.
    Message(Box<Message>),
    /// A key built at run time, such as `kind-plaza`; a key that no file has is shown as `else`.
    Key {
        /// The key in the language files.
        key: String,
        /// What is shown when no file has the key, such as the name in a project's own catalogue.
        or: String,
    },
    /// What a project calls something of its own, by the tag of the language.
    Own(ByLanguage),
    /// So many of something, by a key built at run time that takes the number as `n`, such as
    /// `some-bench`; where no file has the key, the number before the name.
    Some {
        /// The key in the language files.
        key: String,
        /// What they are called, where no file has the key.
        or: Box<Arg>,
        /// How many.
        n: usize,
    },
}

impl Message {
    /// A sentence without arguments.
    pub fn new(key: &'static str) -> Self {
        Self {
            key: Cow::Borrowed(key),
            args: Vec::new(),
        }
    }
    /// The sentence with one argument more.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Self {
        self.args.push((Cow::Borrowed(name), arg.into()));
        self
    }
    /// The sentence with the keys that have a name of somebody's own said by that name.
    #[must_use]
    pub fn naming(&self, name: &dyn Fn(&str) -> Option<Arg>) -> Self {
        let args = self.args.iter();
        Self {
            key: self.key.clone(),
            args: args.map(|(of, arg)| (of.clone(), arg.naming(name))).collect(),
        }
    }
    /// The sentence with a number more, shown with at most so many decimals.
    #[must_use]
    pub fn number(self, name: &'static str, value: f64, decimals: u8) -> Self {
        self.with(name, Arg::Number(value, decimals))
    }
}

impl Arg {
    fn naming(&self, name: &dyn Fn(&str) -> Option<Self>) -> Self {
        match self {
            Self::Message(message) => Self::Message(Box::new(message.naming(name))),
            Self::Key { key, .. } => name(key).unwrap_or_else(|| self.clone()),
            Self::Some { key, or, n } => Self::Some {
                key: key.clone(),
                or: Box::new(or.naming(name)),
                n: *n,
            },
            other => other.clone(),
        }
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Number(count as f64, 0)
    }
}
impl From<Message> for Arg {
    fn from(message: Message) -> Self {
        Self::Message(Box::new(message))
    }
}
