//! What was typed, and how well a name fits it.

use super::fold::{folded, is_han};
use crate::text::{Lang, Message, say};

/// Gives the first letter of a Chinese character's sound, where it is known.
pub type Initial = fn(char) -> Option<char>;

/// No initials are known.
pub fn no_initial(_: char) -> Option<char> {
    None
}

/// What was typed, made ready to be compared with many names.
#[derive(Clone, Debug, PartialEq)]
pub struct Query {
    words: Vec<String>,
    house: Option<String>,
}

impl Query {
    /// The query of a text.
    pub fn new(text: &str) -> Self {
        let text = folded(text);
        Self {
            house: house_number(&text),
            words: text
                .split(' ')
                .filter(|w| !w.is_empty())
                .map(str::to_owned)
                .collect(),
        }
    }
    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
    /// The house number that it names, in any of the ways people write one.
    pub fn house(&self) -> Option<&str> {
        self.house.as_deref()
    }
    /// How well a name fits, 0 best; none where a word of the query is not in it.
    pub fn score(&self, name: &str, initial: Initial) -> Option<u32> {
        let name = folded(name);
        let mut initials = None;
        let mut sum = 0;
        for word in &self.words {
            sum += match fit(word, &name) {
                Some(score) => score,
                None => {
                    let initials = initials.get_or_insert_with(|| initials_of(&name, initial));
                    fit_of_initials(word, initials)?
                }
            };
        }
        Some(sum)
    }
    /// The best score among several names of one thing.
    pub fn best<'a>(&self, names: impl IntoIterator<Item = &'a str>, initial: Initial) -> Option<u32> {
        names
            .into_iter()
            .filter_map(|name| self.score(name, initial))
            .min()
    }
}

/// How well one word fits: the whole name, its beginning, the beginning of a word in it, anywhere.
fn fit(word: &str, name: &str) -> Option<u32> {
    let at = name.find(word)?;
    if name.len() == word.len() {
        return Some(0);
    }
    if at == 0 {
        return Some(1);
    }
    let starts_word = name[..at]
        .chars()
        .next_back()
        .is_some_and(|before| !before.is_alphanumeric());
    Some(if starts_word { 2 } else { 4 })
}

/// The initials of a Chinese name, with its other letters as they are; empty for a name that has
/// none.
fn initials_of(name: &str, initial: Initial) -> String {
    if !name.chars().any(is_han) {
        return String::new();
    }
    let letter = |c: char| if is_han(c) { initial(c) } else { Some(c) };
    name.chars()
        .filter_map(letter)
        .filter(|c| c.is_alphanumeric())
        .collect()
}

fn fit_of_initials(word: &str, initials: &str) -> Option<u32> {
    match initials.find(word)? {
        _ if !word.chars().all(|c| c.is_ascii_alphanumeric()) => None,
        0 => Some(3),
        _ => Some(6),
    }
}

/// The bare number of a house from `7`, `7号楼`, `house 7`, `No. 12a` and their like.
fn house_number(text: &str) -> Option<String> {
    let mut rest = text.to_owned();
    for lang in Lang::ALL {
        // The words are longest first, so that the longer goes before a part of it.
        for word in say(lang, &Message::new("search-house-words")).split(' ') {
            rest = rest.replace(word, " ");
        }
    }
    let rest = rest.trim().trim_matches(['.', '#']).trim().to_owned();
    let number = from_numerals(&rest).unwrap_or(rest);
    let is_number = number.len() <= 5
        && number.starts_with(|c: char| c.is_ascii_digit())
        && number.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    is_number.then_some(number)
}

/// A number up to 99 written in Chinese numerals, in figures.
fn from_numerals(text: &str) -> Option<String> {
    let numerals = say(Lang::ZhCn, &Message::new("search-numerals"));
    let value = |letter: char| numerals.chars().position(|known| known == letter);
    let places: Option<Vec<usize>> = text.chars().map(value).collect();
    let number = match places?.as_slice() {
        [one] => *one,
        [10, ones @ 1..=9] => 10 + ones,
        [tens @ 1..=9, 10] => tens * 10,
        [tens @ 1..=9, 10, ones @ 1..=9] => tens * 10 + ones,
        _ => return None,
    };
    Some(number.to_string())
}
