//! Text made alike before it is compared.

use crate::text::small;

/// Small letters, half-width signs, single spaces.
pub(super) fn folded(text: &str) -> String {
    let narrow = |letter: char| match letter {
        '\u{3000}' => ' ',
        // Full-width letters, figures and signs lie at one distance from the ASCII ones.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        _ => letter,
    };
    let low: String = text.chars().map(narrow).map(small).collect();
    low.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a character is one of the Chinese ones, which stand without spaces.
pub(super) fn is_han(letter: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&letter)
}
