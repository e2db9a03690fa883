//! Breaks words into lines.

/// Words in lines of at most so wide, as a font says how wide words are; Chinese breaks anywhere, and so does
/// a word that is wider than a line.
pub fn wrapped(words: &str, widest: f64, width_of: impl Fn(&str) -> f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut wide = 0.0;
    for word in pieces(words) {
        let own = width_of(word.trim_end());
        if wide + own > widest && !line.is_empty() {
            lines.push(line.trim_end().to_owned());
            line = String::new();
            wide = 0.0;
        }
        if own <= widest {
            line.push_str(word);
            wide += width_of(word);
            continue;
        }
        for sign in word.chars() {
            let own = width_of(sign.encode_utf8(&mut [0; 4]));
            if wide + own > widest && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
                wide = 0.0;
            }
            line.push(sign);
            wide += own;
        }
    }
    if !line.trim().is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// The pieces between which a line may break: after a space, and after each Chinese sign that no
/// mark of punctuation follows.
fn pieces(words: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut from = 0;
    let mut signs = words.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        let next = signs.peek().map(|(_, next)| *next);
        let closes = next.is_some_and(|next| "，。；：、）？".contains(next));
        let breaks = sign == ' ' || (sign >= '\u{2e80}' && sign != '（' && !closes);
        if breaks {
            let end = at + sign.len_utf8();
            found.push(&words[from..end]);
            from = end;
        }
    }
    found.push(&words[from..]);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Label;

    #[test]
    fn lines_break_between_words_and_between_chinese_signs_but_not_before_a_comma() {
        assert_eq!(
            wrapped("a long line of words", 6.0, Label::width_in_ems),
            ["a long line", "of words"]
        );
        assert_eq!(
            wrapped("走到日间照料中心，不远", 8.0, Label::width_in_ems),
            ["走到日间照料中", "心，不远"]
        );
        assert!(wrapped("", 8.0, Label::width_in_ems).is_empty());
        assert_eq!(
            wrapped("abcdefgh", 2.0, |w| w.len() as f64),
            ["ab", "cd", "ef", "gh"]
        );
    }
}
