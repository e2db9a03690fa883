//! Small letters, without the tables of all writing systems.

/// The small letter of a capital one, where it is Latin, Greek or Cyrillic. The standard library knows every
/// script on earth, by tables that weigh more on the wire than a language file of ours.
pub fn small(letter: char) -> char {
    match letter {
        '×' => letter,
        'À'..='Þ' | 'Α'..='Ω' | 'А'..='Я' => char::from_u32(u32::from(letter) + 32).unwrap_or(letter),
        _ => letter.to_ascii_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::small;

    #[test]
    fn it_agrees_with_the_standard_library_where_it_speaks() {
        for letter in ('A'..='Z')
            .chain('À'..='Þ')
            .chain('А'..='Я')
            .chain(['中', '1', 'é', 'Σ'])
        {
            assert_eq!(Some(small(letter)), letter.to_lowercase().next(), "{letter}");
        }
    }
}
