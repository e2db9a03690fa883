//! What falls short of a number: measured to the millimetre, told in as few figures as tell it.

use crate::geometry::{Region, Segment, edges};
use crate::text::Message;

use super::placed::Placed;

/// What is short by no more than this, in metres, is not short: corners are kept to the millimetre.
const GRAIN_M: f64 = 0.001 + 1e-9;

/// Whether a length in metres is less than what is asked.
pub(super) fn is_short(measured: f64, asked: f64) -> bool {
    measured + GRAIN_M < asked
}

/// The shortest piece from the ground that a thing stands on to other ground, of length 0 where
/// they share any; none where one of them is empty.
pub(super) fn apart(placed: &Placed, ground: Option<&Region>, edge: &[Segment]) -> Option<Segment> {
    let own = placed.standing_ground();
    let piece = crate::geometry::gap(&edges(&own), edge)?;
    // Where one lies wholly within the other their edges are apart and they are not.
    let within = piece.length() > 0.0
        && ground.is_some_and(|ground| ground.contains(piece.from) || own.contains(piece.to));
    let from = piece.from;
    Some(if within { Segment { from, to: from } } else { piece })
}

/// The shortest piece between the grounds that two things stand on.
pub(super) fn between(one: &Placed, other: &Placed) -> Option<Segment> {
    let ground = other.standing_ground();
    apart(one, Some(&ground), &edges(&ground))
}

/// The sentence with what was measured (`metres`), what is asked (`asked`) and how much is missing
/// (`short`), with so many figures that the three agree: 5.96 of 6 is not told as 6.0.
pub(super) fn told(message: Message, measured: f64, asked: f64) -> Message {
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
    fn a_millimetre_is_forgiven_and_no_more() {
        assert!(!is_short(6.0, 6.0) && !is_short(5.999, 6.0));
        assert!(is_short(5.998, 6.0) && is_short(0.0, 0.5));
    }

    #[test]
    fn what_is_told_adds_up() {
        for (measured, words) in [
            (4.2, ("4.2", "1.8")),
            (5.96, ("5.96", "0.04")),
            (5.997, ("5.997", "0.003")),
            (0.0, ("0", "6")),
        ] {
            let said = say(Lang::En, &told(Message::new("short-by"), measured, 6.0));
            assert_eq!(said, format!("{} m of 6 m, {} m short", words.0, words.1));
        }
    }
}
