//! How a length that falls short is told: with as few figures as tell it.

use crate::text::Message;

/// Nearer than this, in metres, people say that two things touch.
const TOUCHES_M: f64 = 0.05;

/// Whether a distance in metres is none worth naming.
pub(super) fn touches(metres: f64) -> bool {
    metres < TOUCHES_M
}

/// The sentence with what was measured (`metres`), what is asked (`asked`) and how much is missing
/// (`short`), with so many figures that the three agree: 5.96 of 6 is not told as 6.0.
pub(super) fn short_by(message: Message, measured: f64, asked: f64) -> Message {
    let decimals = (1..=3_u8).find(|figures| {
        let scale = [1.0, 10.0, 100.0, 1_000.0][usize::from(*figures)];
        (measured * scale).round() < asked * scale - 0.5
    });
    let decimals = decimals.unwrap_or(3);
    let scale = [1.0, 10.0, 100.0, 1_000.0][usize::from(decimals)];
    let rounded = (measured * scale).round() / scale;
    message
        .number("metres", rounded, decimals)
        .number("asked", asked, 3)
        .number("short", asked - rounded, decimals)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Lang, say};

    #[test]
    fn what_is_told_adds_up() {
        for (measured, words) in [
            (4.2, ("4.2", "1.8")),
            (5.96, ("5.96", "0.04")),
            (5.997, ("5.997", "0.003")),
            (0.0, ("0", "6")),
        ] {
            let said = say(Lang::En, &short_by(Message::new("short-by"), measured, 6.0));
            assert_eq!(said, format!("{} m of 6 m, {} m short", words.0, words.1));
        }
    }
}
