//! Numbers as people type them: `12.5+3`, `3m`, `250cm`, `1,5`, `１２.５`, `2m5`, `30°`.
//!
//! A small grammar, read in one pass: sums of products of numbers, each with its unit or none.
//! What is no such thing is refused with a sentence that says which part was not understood.

use super::{Lang, Message, say};

/// More characters than this are no number that a person means.
const MOST_CHARS: usize = 60;
/// A result beyond this is refused: nothing on a plan is a thousand kilometres long.
const LARGEST: f64 = 1e6;

/// What the number is of, and so which units it may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Metres; never below zero.
    Length,
    /// Degrees.
    Angle,
    /// A bare number, never below zero.
    Count,
}

/// The units, by the key under which each language file lists their names, and how much of a metre
/// or a degree each is.
const LENGTHS: [(&str, f64); 5] = [
    ("typed-millimetre", 0.001),
    ("typed-centimetre", 0.01),
    ("typed-decimetre", 0.1),
    ("typed-metre", 1.0),
    ("typed-kilometre", 1_000.0),
];
const ANGLES: [(&str, f64); 1] = [("typed-degree", 1.0)];

impl Measure {
    fn units(self) -> &'static [(&'static str, f64)] {
        match self {
            Self::Length => &LENGTHS,
            Self::Angle => &ANGLES,
            Self::Count => &[],
        }
    }
    /// Every name of every unit, in every language: who reads Chinese may type `m`.
    fn names(self) -> Vec<(String, f64)> {
        let units = self.units().iter();
        units
            .flat_map(|(key, factor)| {
                let lists = Lang::ALL.map(|lang| say(lang, &Message::new(key)));
                let names: Vec<String> = lists
                    .iter()
                    .flat_map(|list| list.split(' ').map(str::to_owned))
                    .collect();
                names.into_iter().map(|name| (name, *factor))
            })
            .collect()
    }
}

/// The number that a text means, in metres or degrees; else a sentence that says why there is none.
pub fn amount(text: &str, measure: Measure) -> Result<f64, Message> {
    let chars: Vec<char> = text.chars().map(plain).collect();
    if chars.iter().all(|c| *c == ' ') {
        return Err(Message::new("why-amount-empty"));
    }
    if chars.len() > MOST_CHARS {
        return Err(Message::new("why-amount-too-long"));
    }
    let mut reader = Reader {
        chars,
        at: 0,
        units: measure.names(),
    };
    let value = reader.sum()?.0;
    if reader.peek().is_some() {
        return Err(reader.not_understood());
    }
    if !value.is_finite() || value.abs() > LARGEST {
        return Err(Message::new("why-amount-too-large"));
    }
    if value < 0.0 && measure != Measure::Angle {
        return Err(Message::new("why-amount-negative"));
    }
    Ok(value)
}

/// One character as the grammar knows it: full-width ones as their plain sisters.
fn plain(c: char) -> char {
    match c {
        // The full-width forms stand in the order of ASCII, 0xFEE0 above it.
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).map_or(c, |c| c.to_ascii_lowercase()),
        '。' => '.',
        '、' => ',',
        '−' | '–' | '—' => '-',
        '×' | '·' => '*',
        '÷' => '/',
        c if c.is_whitespace() => ' ',
        c => c.to_ascii_lowercase(),
    }
}

/// A value, and whether it carried a unit.
type Value = (f64, bool);

struct Reader {
    chars: Vec<char>,
    at: usize,
    /// Names of units, and how much of the base unit each is.
    units: Vec<(String, f64)>,
}

impl Reader {
    /// The next character that is no space.
    fn peek(&mut self) -> Option<char> {
        while self.chars.get(self.at) == Some(&' ') {
            self.at += 1;
        }
        self.chars.get(self.at).copied()
    }
    fn takes(&mut self, wanted: [char; 2]) -> Option<char> {
        let next = self.peek().filter(|c| wanted.contains(c))?;
        self.at += 1;
        Some(next)
    }
    fn not_understood(&mut self) -> Message {
        match self.peek() {
            None => Message::new("why-amount-unfinished"),
            Some(_) => {
                let rest: String = self.chars.iter().skip(self.at).take(12).collect();
                Message::new("why-amount-words").with("text", rest.trim_end())
            }
        }
    }

    fn sum(&mut self) -> Result<Value, Message> {
        let mut value = self.product()?;
        while let Some(sign) = self.takes(['+', '-']) {
            let next = self.product()?;
            value = (
                if sign == '+' {
                    value.0 + next.0
                } else {
                    value.0 - next.0
                },
                value.1 || next.1,
            );
        }
        Ok(value)
    }
    fn product(&mut self) -> Result<Value, Message> {
        let mut value = self.factor()?;
        while let Some(sign) = self.takes(['*', '/']) {
            let next = self.factor()?;
            // Metres times metres are no metres, and metres a metre are a bare number.
            if next.1 && (value.1 || sign == '/') {
                return Err(Message::new("why-amount-units"));
            }
            if sign == '/' && next.0 == 0.0 {
                return Err(Message::new("why-amount-by-zero"));
            }
            value = (
                if sign == '*' {
                    value.0 * next.0
                } else {
                    value.0 / next.0
                },
                value.1 || next.1,
            );
        }
        Ok(value)
    }
    /// A number with its unit, a sum in brackets, or either with a sign.
    fn factor(&mut self) -> Result<Value, Message> {
        if let Some(sign) = self.takes(['+', '-']) {
            let (value, unit) = self.factor()?;
            return Ok((if sign == '-' { -value } else { value }, unit));
        }
        if self.takes(['(', '(']).is_some() {
            let value = self.sum()?;
            return match self.takes([')', ')']) {
                Some(_) => Ok(value),
                None => Err(self.not_understood()),
            };
        }
        let start = self.at;
        let Some(number) = self.number()? else {
            self.at = start;
            return Err(self.not_understood());
        };
        Ok(self.with_unit(number))
    }

    /// Digits with at most one point or comma among them.
    fn number(&mut self) -> Result<Option<f64>, Message> {
        self.peek();
        let run: String = self.chars[self.at..]
            .iter()
            .take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
            .collect();
        if !run.contains(|c: char| c.is_ascii_digit()) {
            return Ok(None);
        }
        self.at += run.len();
        let points = run.chars().filter(|c| matches!(c, '.' | ',')).count();
        // '1,500' is fifteen hundred to some and one and a half to others.
        let by_comma = run
            .split_once(',')
            .filter(|(whole, part)| part.len() == 3 && !whole.is_empty() && !whole.chars().all(|c| c == '0'));
        if points > 1 || by_comma.is_some() {
            return Err(Message::new("why-amount-comma").with("text", run));
        }
        Ok(run.replace(',', ".").parse().ok())
    }
    fn with_unit(&mut self, number: f64) -> Value {
        let start = self.at;
        self.peek();
        let rest: String = self.chars[self.at..].iter().collect();
        // The longest that fits: 'mm' is no 'm' with an 'm' behind it.
        let fits = self
            .units
            .iter()
            .filter(|(name, _)| rest.starts_with(name.as_str()));
        let Some((name, factor)) = fits.max_by_key(|(name, _)| name.len()).cloned() else {
            self.at = start;
            return (number, false);
        };
        self.at += name.chars().count();
        // 'Two metres five' is two and a half: the digits behind the unit are its decimals.
        let digits: String = self.chars[self.at..]
            .iter()
            .take_while(|c| c.is_ascii_digit())
            .collect();
        let spoken = factor == 1.0 && number.fract() == 0.0 && (1..=3).contains(&digits.len());
        let part: f64 = match spoken {
            true => format!("0.{digits}").parse().unwrap_or(0.0),
            false => 0.0,
        };
        if spoken {
            self.at += digits.len();
        }
        (number * factor + part, true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Lang, say};
    use proptest::prelude::*;

    #[track_caller]
    fn metres(text: &str, expected: f64) {
        let read = amount(text, Measure::Length);
        assert!(
            read.as_ref().is_ok_and(|read| (read - expected).abs() < 1e-9),
            "{text}: {read:?}"
        );
    }
    #[track_caller]
    fn refused(text: &str, key: &str) {
        assert_eq!(amount(text, Measure::Length).unwrap_err().key, key, "{text}");
    }

    #[test]
    fn numbers_are_read_as_people_type_them() {
        metres("12.5", 12.5);
        metres(" 7 ", 7.0);
        metres(".5", 0.5);
        metres("3.", 3.0);
        metres("1,5", 1.5);
        metres("0,125", 0.125);
        metres("１２.５", 12.5);
        metres("１２．５", 12.5);
        metres("12。5", 12.5);
    }

    #[test]
    fn units_are_metres_unless_said() {
        metres("3m", 3.0);
        metres("3 M", 3.0);
        metres("250cm", 2.5);
        metres("250 厘米", 2.5);
        metres("80公分", 0.8);
        metres("1200mm", 1.2);
        metres("3米", 3.0);
        metres("2米5", 2.5);
        metres("2米05", 2.05);
        metres("２５０ｃｍ", 2.5);
        assert_eq!(amount("30°", Measure::Angle), Ok(30.0));
        assert_eq!(amount("-12.5度", Measure::Angle), Ok(-12.5));
        assert_eq!(amount("2*12", Measure::Count), Ok(24.0));
    }

    #[test]
    fn simple_sums_are_reckoned() {
        metres("12.5+3", 15.5);
        metres("12.5 + 300cm", 15.5);
        metres("10-2.4-2.4", 5.2);
        metres("3*2.4", 7.2);
        metres("2.4×3", 7.2);
        metres("10/4", 2.5);
        metres("10÷4+1", 3.5);
        metres("2*(3+0.5)", 7.0);
        metres("２×（３＋０.５）", 7.0);
    }

    #[test]
    fn what_is_no_number_is_refused_with_its_reason() {
        refused("", "why-amount-empty");
        refused("  ", "why-amount-empty");
        refused("wide", "why-amount-words");
        refused("十二米", "why-amount-words");
        refused("3 4", "why-amount-words");
        refused("3m2x", "why-amount-words");
        refused("12.5+", "why-amount-unfinished");
        refused("(3", "why-amount-unfinished");
        refused("3m*2m", "why-amount-units");
        refused("6/2m", "why-amount-units");
        refused("3/0", "why-amount-by-zero");
        refused("1,500", "why-amount-comma");
        refused("1.2.3", "why-amount-comma");
        refused("2-3", "why-amount-negative");
        refused("9999999999", "why-amount-too-large");
        refused("30°", "why-amount-words");
        refused(&"1+".repeat(40), "why-amount-too-long");
    }

    #[test]
    fn a_refusal_says_what_was_not_understood() {
        let why = amount("12 feet", Measure::Length).unwrap_err();
        assert!(say(Lang::En, &why).contains("feet"), "{why:?}");
    }

    proptest! {
        /// Whatever is typed, the answer is a sound number or a sentence that can be said.
        #[test]
        fn nothing_that_is_typed_breaks_it(text in "[-0-9.,+*/()mc米厘度°a-c ０-９（）×÷]{0,70}|\\PC{0,70}") {
            for measure in [Measure::Length, Measure::Angle, Measure::Count] {
                match amount(&text, measure) {
                    Ok(value) => prop_assert!(value.is_finite() && value.abs() <= LARGEST),
                    Err(why) => prop_assert!(!say(Lang::ZhCn, &why).is_empty()),
                }
            }
        }

        /// A number that was written is read back, in metres and in centimetres, alone and in a sum.
        #[test]
        fn what_was_written_is_read(mm in 0_u32..500_000, more in 0_u32..500_000) {
            let (a, b) = (f64::from(mm) / 1_000.0, f64::from(more) / 1_000.0);
            let read = |text: String| amount(&text, Measure::Length).unwrap();
            let (metres, centimetres) = (format!("{a}m"), format!("{}cm", a * 100.0));
            let (sum, turned) = (format!("{a} + {b}"), format!("{b}+{a}"));
            prop_assert!((read(metres) - a).abs() < 1e-9);
            prop_assert!((read(centimetres) - a).abs() < 1e-6);
            prop_assert!((read(sum.clone()) - a - b).abs() < 1e-9);
            prop_assert_eq!(read(sum), read(turned));
        }
    }
}
