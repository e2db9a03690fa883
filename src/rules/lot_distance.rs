//! Parked cars keep their distance from buildings and, in groups, from each other.

use crate::catalogue::LaysOut;
use crate::estate::Feature;
use crate::geometry::Segment;
use crate::text::Message;

use super::classes::{is_for_people, is_house, lacks_buildings, within_sentence};
use super::distance::{falls_short, farthest, to_feature, to_thing};
use super::placed::{Placed, Site};
use super::profile::Profile;
use super::short::{short_by, touches};
use super::{Finding, Rule};

const BUILDING: &str = "lot-distance.building";
const LOT: &str = "lot-distance.lot";
const GROUP: &str = "lot-distance.group";
const GROUP_GAP: &str = "lot-distance.group-gap";

/// The rule.
pub(super) static LOT_DISTANCE: Rule =
    Rule::within("lot-distance", &[BUILDING, LOT, GROUP, GROUP_GAP], reach, look).lacking(lacks_buildings);

fn reach(profile: &Profile) -> f64 {
    farthest(profile, &[BUILDING, GROUP_GAP])
}

/// Whether cars park on it: a single bay or a car park that holds one.
fn parks(placed: &Placed) -> bool {
    placed.capacity.bays > 0
}

fn is_park(placed: &Placed) -> bool {
    let laid_out = |kind: &crate::catalogue::Kind| kind.lays_out == Some(LaysOut::CarPark);
    parks(placed) && placed.kind.as_ref().is_some_and(|kind| laid_out(kind))
}

fn look(site: &Site, placed: &Placed) -> Vec<Finding> {
    if !parks(placed) && !is_house(placed) {
        return Vec::new();
    }
    let reach = reach(site.profile());
    let mut found: Vec<Finding> = Vec::new();
    for other in site.neighbours_within(placed, reach) {
        found.extend(match (parks(placed), parks(other)) {
            (true, true) => two_groups(site, placed, other),
            (true, false) if is_house(other) => with_house(site, placed, other),
            (false, true) => with_house(site, other, placed),
            _ => None,
        });
    }
    if parks(placed) {
        let features = site.features_within(placed, reach);
        found.extend(
            features
                .into_iter()
                .filter_map(|feature| with_building(site, placed, feature)),
        );
        found.extend(too_many(site, placed));
    }
    found
}

fn with_building(site: &Site, lot: &Placed, building: &Feature) -> Option<Finding> {
    if !is_for_people(&building.class) {
        return None;
    }
    let piece = to_feature(site, lot, building)?;
    let found = missed(site, lot, piece, within_sentence(building))?;
    Some(found.about(&[lot.id()], &[&building.id]).across(piece))
}

fn with_house(site: &Site, lot: &Placed, house: &Placed) -> Option<Finding> {
    let piece = to_thing(lot, house)?;
    let name = Message::new("near-thing").with("name", house.name());
    let found = missed(site, lot, piece, name)?;
    Some(found.about(&[lot.id(), house.id()], &[]).across(piece))
}

/// A few bays should keep the distance; what counts as a car park must.
fn missed(site: &Site, lot: &Placed, piece: Segment, name: Message) -> Option<Finding> {
    let (number, from) = (site.provision(BUILDING)?, site.provision(LOT)?);
    let away = piece.length();
    if !falls_short(away, number.value) {
        return None;
    }
    let bays = f64::from(lot.capacity.bays);
    let is_lot = bays >= from.value;
    let key = match (!touches(away), is_lot) {
        (false, _) => "lot-distance-touches",
        (true, true) => "lot-distance-lot",
        (true, false) => "lot-distance-building",
    };
    let message = Message::new(key)
        .with("thing", lot.name())
        .with("where", name)
        .number("count", bays, 0);
    let found = Finding::missed(
        LOT_DISTANCE.id,
        number,
        away,
        short_by(message, away, number.value),
    );
    Some(match is_lot {
        // From how many bays it is one is not read in the clause, so neither is this severity.
        true => Finding {
            severity: from.severity,
            verified: number.verified && from.verified,
            ..found
        },
        false => found,
    })
}

fn too_many(site: &Site, lot: &Placed) -> Option<Finding> {
    let most = site.provision(GROUP)?;
    let bays = f64::from(lot.capacity.bays);
    if bays <= most.value {
        return None;
    }
    let message = Message::new("lot-distance-group")
        .with("thing", lot.name())
        .number("count", bays, 0)
        .number("asked", most.value, 0);
    let found = Finding::missed(LOT_DISTANCE.id, most, bays, message)
        .about(&[lot.id()], &[])
        .further("group");
    let at = lot.thing.shape.centre();
    Some(Finding { at, ..found })
}

/// Two car parks that are too many for one group keep apart. What one street of single bays adds up
/// to is not looked at: it has no edge that a drawing would show.
fn two_groups(site: &Site, one: &Placed, other: &Placed) -> Option<Finding> {
    let (first, second) = if one.id() < other.id() {
        (one, other)
    } else {
        (other, one)
    };
    let (most, number) = (site.provision(GROUP)?, site.provision(GROUP_GAP)?);
    let together = f64::from(one.capacity.bays + other.capacity.bays);
    if !is_park(one) || !is_park(other) || together <= most.value {
        return None;
    }
    let piece = to_thing(first, second)?;
    let away = piece.length();
    if !falls_short(away, number.value) {
        return None;
    }
    let message = Message::new("lot-distance-gap").number("count", together, 0);
    let found = Finding::missed(
        LOT_DISTANCE.id,
        number,
        away,
        short_by(message, away, number.value),
    );
    Some(found.about(&[first.id(), second.id()], &[]).across(piece))
}
