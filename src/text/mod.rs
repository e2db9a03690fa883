//! What people read: every sentence lives in the language files beside this one, never in code.
//!
//! Code names a sentence by its key and gives arguments ([`Message`]); [`say`] turns it into text.
//! The files are Fluent (`.ftl`), one set a language, read by the crate `fluent-bundle`, which
//! knows each language's plurals. Files are cut by area so that a reader finds the sentence.

mod amount;
mod lang;
mod letter;
mod message;
mod rest;
mod say;

pub use amount::{Measure, amount};
pub use lang::{ByLanguage, Lang, in_language};
pub use letter::small;
pub use message::{Arg, Message};
pub use say::{give, keys, say};
