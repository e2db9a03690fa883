//! Buildings, ages and ways in words, as far as they are known words.

use crate::app::words::Words;
use crate::design::AGE_BANDS;
use crate::text::Message;

/// A building as people say it: `7` is building 7; a name stays as it was written.
pub fn building(words: Words, value: &str) -> String {
    if !value.is_empty() && value.len() <= 4 && value.bytes().all(|b| b.is_ascii_digit()) {
        words.say(&Message::new("desk-building").with("n", value))
    } else {
        said(words, value)
    }
}

/// An age band in words; one that Mulin does not know stays as it was written.
pub fn age(words: Words, value: &str) -> String {
    match AGE_BANDS.iter().find(|(known, _)| *known == value) {
        Some((_, key)) => words.key(key),
        None => said(words, value),
    }
}

/// How a design came; a word that Mulin does not know stays as it was written.
pub fn channel(words: Words, value: &str) -> String {
    if value.is_empty() {
        said(words, value)
    } else {
        words.named(format!("desk-channel-{value}"), value)
    }
}

fn said(words: Words, value: &str) -> String {
    if value.is_empty() {
        words.key("desk-filter-unsaid")
    } else {
        value.to_owned()
    }
}
