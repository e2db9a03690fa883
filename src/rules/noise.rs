//! Loud and lively things keep away from the windows of dwellings. How loud it would be there is an
//! estimate for an open field, L = L1 - 20 lg(r / r1) (domain.md A9): walls that throw sound back
//! make it louder, so the sentence says what it is.

use crate::geometry::Segment;
use crate::text::Message;

use super::distance::{falls_short, is_dwelling, to_feature};
use super::names::feature_name;
use super::placed::{Placed, Site};
use super::{Finding, FindingId, Rule};

/// What the windows may hear by day, in dB.
const DAY: &str = "noise.day";
const DISTANCES: [&str; 4] = ["noise.plaza", "noise.court", "noise.play", "noise.quiet"];
const NUMBERS: [&str; 9] = [
    DAY,
    DISTANCES[0],
    DISTANCES[1],
    DISTANCES[2],
    DISTANCES[3],
    "noise.dance",
    "noise.court-level",
    "noise.play-level",
    "noise.chess",
];

/// The rule.
pub(super) static NOISE: Rule = Rule::within("noise", &NUMBERS, |_| 0.0, look);

/// What makes a sound: how far it should be, how loud it is, and where that is measured, in metres
/// from its middle.
struct Source {
    distance: &'static str,
    level: &'static str,
    measured_at: f64,
    key: &'static str,
}

fn source(placed: &Placed) -> Option<Source> {
    let (distance, level, measured_at, key) = match placed.acts_as().as_str() {
        "plaza" => (DISTANCES[0], "noise.dance", 5.0, "noise-dance"),
        "badminton-court" => (DISTANCES[1], "noise.court-level", 5.0, "noise-court"),
        "playground" => (DISTANCES[2], "noise.play-level", 5.0, "noise-play"),
        "chess-table" => (DISTANCES[3], "noise.chess", 1.0, "noise-chess"),
        _ => return None,
    };
    Some(Source {
        distance,
        level,
        measured_at,
        key,
    })
}

fn look(site: &Site, placed: &Placed) -> Vec<Finding> {
    source(placed)
        .and_then(|source| nearest(site, placed, &source))
        .into_iter()
        .collect()
}

/// One word for a thing, about the house that is nearest to it.
fn nearest(site: &Site, placed: &Placed, source: &Source) -> Option<Finding> {
    let (provision, level) = (site.provision(source.distance)?, site.provision(source.level)?);
    let limit = site.provision(DAY)?;
    let near: Vec<_> = site
        .features_within(placed, provision.value)
        .into_iter()
        .filter(|feature| is_dwelling(&feature.class))
        .filter_map(|feature| Some((feature, to_feature(site, placed, feature)?)))
        .filter(|(_, piece)| falls_short(piece.length(), provision.value))
        .collect();
    let (feature, piece) = near
        .iter()
        .min_by(|(_, a), (_, b)| a.length().total_cmp(&b.length()))?;
    let metres = piece.length();
    let message = Message::new(source.key)
        .with("thing", placed.name())
        .with("other", feature_name(feature))
        .with("houses", near.len())
        .number("metres", metres, 1)
        .number("asked", provision.value, 0)
        .number("level", level_at(level.value, source.measured_at, piece), 0)
        .number("limit", limit.value, 0);
    let finding = Finding::missed(NOISE.id, provision, metres, message).about(&[placed.id()], &[&feature.id]);
    Some(Finding {
        // The word stays the same when another house becomes the nearest.
        id: FindingId(format!("{}:{}", NOISE.id, placed.id())),
        ..finding.across(*piece)
    })
}

/// The level in dB at the end of a piece in an open field, of a sound that was measured at a
/// distance in metres.
fn level_at(level: f64, measured_at: f64, piece: &Segment) -> f64 {
    let away = piece.length().max(measured_at);
    level - 20.0 * libm::log10(away / measured_at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::WorldPt;

    fn at(metres: f64) -> Segment {
        Segment {
            from: WorldPt::default(),
            to: WorldPt::new(metres, 0.0),
        }
    }

    #[test]
    fn dancing_of_80_db_at_5_m_is_55_db_at_about_90_m() {
        // domain.md A9, plaza estimate.
        assert!((level_at(80.0, 5.0, &at(89.0)) - 55.0).abs() < 0.1);
        assert!((level_at(65.0, 1.0, &at(3.2)) - 55.0).abs() < 0.2);
    }

    #[test]
    fn nearer_than_it_was_measured_it_is_as_loud_as_it_was_measured() {
        assert_eq!(level_at(80.0, 5.0, &at(0.0)), 80.0);
    }
}
