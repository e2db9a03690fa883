//! Fitness kit keeps away from dwellings, from buried pipes and from other kit (GB 19272).
//!
//! It is measured from the edge of the kit's ground, which has the safety zone about each item:
//! that is on the safe side. Overhead lines are not in the estate, so that the number for them
//! is not asked for.

use crate::catalogue::LaysOut;
use crate::estate::Class;
use crate::text::{Arg, Message};

use super::distance::{falls_short, farthest, is_dwelling, pipe_key, to_feature, to_outer_side, to_thing};
use super::names::feature_name;
use super::placed::{Placed, Site};
use super::{Finding, Rule};

const DWELLING: &str = "fitness-distance.dwelling";
const PIPE: &str = "fitness-distance.pipe";
const ENVELOPE: &str = "fitness-distance.envelope";
const NUMBERS: [&str; 3] = [DWELLING, PIPE, ENVELOPE];

/// The rule.
pub(super) static FITNESS_DISTANCE: Rule = Rule::within(
    "fitness-distance",
    &NUMBERS,
    |profile| farthest(profile, &[ENVELOPE]),
    look,
);

fn is_kit(placed: &Placed) -> bool {
    let kind = placed.kind.as_ref();
    kind.is_some_and(|kind| kind.lays_out == Some(LaysOut::FitnessStation))
}

fn look(site: &Site, placed: &Placed) -> Vec<Finding> {
    if !is_kit(placed) {
        return Vec::new();
    }
    let reach = farthest(site.profile(), &NUMBERS);
    let from_features = site
        .features_within(placed, reach)
        .into_iter()
        .filter_map(|feature| {
            let piece = to_feature(site, placed, feature);
            match feature.class {
                Class::Pipe { usage, diameter } => {
                    let piece = to_outer_side(piece?, diameter);
                    let name = Message::new(pipe_key(usage));
                    Some(
                        missed(site, PIPE, placed, name.into(), piece)?.about(&[placed.id()], &[&feature.id]),
                    )
                }
                ref class if is_dwelling(class) => {
                    let name = feature_name(feature).into();
                    Some(missed(site, DWELLING, placed, name, piece?)?.about(&[placed.id()], &[&feature.id]))
                }
                _ => None,
            }
        });
    let mut found: Vec<Finding> = from_features.collect();
    for other in site
        .neighbours_within(placed, reach)
        .into_iter()
        .filter(|other| is_kit(other))
    {
        // The same from whichever of the two one looks.
        let (first, second) = if placed.id() < other.id() {
            (placed, other)
        } else {
            (other, placed)
        };
        let name = second.name();
        let finding = to_thing(first, second).and_then(|piece| missed(site, ENVELOPE, first, name, piece));
        found.extend(finding.map(|finding| finding.about(&[first.id(), second.id()], &[])));
    }
    found
}

fn missed(
    site: &Site,
    number: &str,
    placed: &Placed,
    other: Arg,
    piece: crate::geometry::Segment,
) -> Option<Finding> {
    let provision = site.provision(number)?;
    let metres = piece.length();
    if !falls_short(metres, provision.value) {
        return None;
    }
    let key = match number {
        PIPE => "fitness-distance-pipe",
        ENVELOPE => "fitness-distance-envelope",
        _ => "fitness-distance-dwelling",
    };
    let message = Message::new(key)
        .with("thing", placed.name())
        .with("other", other)
        .number("metres", metres, 2)
        .number("asked", provision.value, 2);
    Some(Finding::missed(FITNESS_DISTANCE.id, provision, metres, message).across(piece))
}
