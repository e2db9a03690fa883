//! Buildings stand apart: closed rooms from houses, substations and septic tanks; open roofs should.

use crate::estate::{BuildingUse, Class, Feature};
use crate::text::{Arg, Message};

use super::classes::{is_closed, is_house, is_open_roof, is_refit, lacks_buildings, within_sentence};
use super::distance::{falls_short, farthest, to_feature, to_thing};
use super::placed::{Placed, Site};
use super::profile::Profile;
use super::short::{short_by, touches};
use super::{Finding, Rule};
use crate::geometry::Segment;

const BUILDING: &str = "building-spacing.building";
const OPEN_ROOF: &str = "building-spacing.open-roof";
const SUBSTATION: &str = "building-spacing.substation";
const SEPTIC: &str = "building-spacing.septic";

/// The rule.
pub(super) static BUILDING_SPACING: Rule = Rule::within(
    "building-spacing",
    &[BUILDING, OPEN_ROOF, SUBSTATION, SEPTIC],
    reach,
    look,
)
.lacking(lacks_buildings);

fn reach(profile: &Profile) -> f64 {
    farthest(profile, &[BUILDING, OPEN_ROOF, SUBSTATION, SEPTIC])
}

fn look(site: &Site, placed: &Placed) -> Vec<Finding> {
    if !is_closed(placed) && !is_open_roof(placed) || is_refit(site, placed) {
        return Vec::new();
    }
    let reach = reach(site.profile());
    let features = site.features_within(placed, reach).into_iter();
    let mut found: Vec<Finding> = features
        .filter_map(|feature| with_feature(site, placed, feature))
        .collect();
    let others = site.neighbours_within(placed, reach).into_iter();
    found.extend(others.filter_map(|other| with_thing(site, placed, other)));
    found
}

/// Which number asks for a distance between a thing and a feature.
fn number_of(placed: &Placed, feature: &Feature) -> Option<&'static str> {
    match &feature.class {
        Class::Building { remove: true, .. } => None,
        Class::Building { usage, .. } if *usage != BuildingUse::Shed => match is_closed(placed) {
            true => Some(BUILDING),
            false => Some(OPEN_ROOF),
        },
        Class::Substation if is_closed(placed) => Some(SUBSTATION),
        Class::Septic if is_house(placed) => Some(SEPTIC),
        _ => None,
    }
}

fn with_feature(site: &Site, placed: &Placed, feature: &Feature) -> Option<Finding> {
    let name = number_of(placed, feature)?;
    let piece = to_feature(site, placed, feature)?;
    let found = missed(site, placed, name, piece, within_sentence(feature))?;
    Some(found.about(&[placed.id()], &[&feature.id]).across(piece))
}

fn with_thing(site: &Site, placed: &Placed, other: &Placed) -> Option<Finding> {
    // The sentence and the name are the same from whichever of the two one looks.
    let (first, second) = match placed.id() < other.id() {
        true => (placed, other),
        false => (other, placed),
    };
    let name = match (is_closed(first), is_closed(second)) {
        (true, true) => BUILDING,
        (true, false) if is_open_roof(second) => OPEN_ROOF,
        (false, true) if is_open_roof(first) => OPEN_ROOF,
        _ => return None,
    };
    if is_refit(site, other) {
        return None;
    }
    let piece = to_thing(first, second)?;
    let other_name = Message::new("near-thing").with("name", second.name());
    let found = missed(site, first, name, piece, other_name)?;
    Some(found.about(&[first.id(), second.id()], &[]).across(piece))
}

fn missed(
    site: &Site,
    placed: &Placed,
    name: &str,
    piece: Segment,
    other: impl Into<Arg>,
) -> Option<Finding> {
    let number = site.provision(name)?;
    let away = piece.length();
    if !falls_short(away, number.value) {
        return None;
    }
    let key = match (name == OPEN_ROOF, !touches(away)) {
        (true, true) => "building-spacing-should",
        (false, true) if name == SEPTIC => "building-spacing-septic",
        (false, true) => "building-spacing-must",
        (true, false) => "building-spacing-touches-should",
        (false, false) => "building-spacing-touches-must",
    };
    let message = Message::new(key)
        .with("thing", placed.name())
        .with("where", other);
    let message = short_by(message, away, number.value);
    Some(Finding::missed(BUILDING_SPACING.id, number, away, message))
}
