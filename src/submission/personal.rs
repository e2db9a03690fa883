//! What people write in free text that is nobody's business: telephone and identity numbers, illness. It is never
//! refused, only pointed out before it is sent.

/// What kind of thing it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Personal {
    /// A number that belongs to somebody: seven digits and more.
    Number,
    /// Somebody's health or disability.
    Health,
}

/// The shortest number that may be a telephone's.
const DIGITS: usize = 7;

/// Words that people use for their own or a relative's health, one a line. What an estate needs for everybody (a ramp,
/// wheelchairs, the elderly) is not among them.
const HEALTH: &str = include_str!("personal/health.txt");
/// Words that have one of those in them and say nothing of anybody.
const HARMLESS: &str = include_str!("personal/harmless.txt");

/// What of it is in a text.
pub fn personal_in(text: &str) -> Option<Personal> {
    if has_long_number(text) {
        return Some(Personal::Number);
    }
    let lower = HARMLESS
        .lines()
        .fold(text.to_lowercase(), |text, harmless| text.replace(harmless, " "));
    HEALTH
        .lines()
        .any(|word| lower.contains(word))
        .then_some(Personal::Health)
}

/// A run goes on over the separators that people put into telephone numbers.
fn has_long_number(text: &str) -> bool {
    let mut run = 0;
    text.chars().any(|c| {
        match c {
            c if c.is_numeric() => run += 1,
            ' ' | '-' | '–' | '.' | '·' if run > 0 => {}
            _ => run = 0,
        }
        run >= DIGITS
    })
}

#[cfg(test)]
mod tests {
    use super::{Personal, personal_in};

    #[test]
    fn v6_numbers_and_illness_are_pointed_out_and_what_an_estate_needs_is_not() {
        let cases = [
            ("我电话 138 0013-8000", Some(Personal::Number)),
            ("找我１３８００１３８０００", Some(Personal::Number)),
            ("身份证37080219580101", Some(Personal::Number)),
            ("我老伴得了病, 走不远", Some(Personal::Health)),
            ("父亲中风后坐轮椅", Some(Personal::Health)),
            ("My mother has Dementia", Some(Personal::Health)),
            ("长椅要有靠背", None),
            ("坡道要能过轮椅", None),
            ("老人多, 要扶手", None),
            ("树有病虫害", None),
            ("2026 年 3 号楼 120 户", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(personal_in(text), expected, "{text}");
        }
    }
}
