//! Ground for sitting, sport and play does not cross with vehicles, nor begin at the kerb
//! (JGJ 450-2018 4.3.1). Slopes are not in the estate, so that the number for them is not asked for.

use crate::catalogue::Form;
use crate::estate::{Class, Feature, RoadUse};
use crate::text::Message;

use super::distance::{falls_short, farthest, to_feature};
use super::names::feature_name;
use super::placed::{Placed, Site};
use super::{Finding, Rule};

const CROSSING: &str = "activity-traffic.crossing";
const PATH: &str = "activity-traffic.path";
const EDGE: &str = "activity-traffic.edge";
const NUMBERS: [&str; 3] = [CROSSING, PATH, EDGE];

/// The rule.
pub(super) static ACTIVITY_TRAFFIC: Rule = Rule::within("activity-traffic", &NUMBERS, |_| 0.0, look);

/// Whether vehicles drive there; a footpath between houses is none, unless fire engines take it.
fn is_carriageway(class: &Class) -> bool {
    matches!(
        class,
        Class::Road {
            usage: RoadUse::Main | RoadUse::Ring | RoadUse::City,
            ..
        } | Class::Road { fire: true, .. }
    )
}

fn look(site: &Site, placed: &Placed) -> Vec<Finding> {
    if placed.activity() == 0.0 {
        return Vec::new();
    }
    let reach = farthest(site.profile(), &[EDGE]);
    let roads = site.features_within(placed, reach);
    roads
        .into_iter()
        .filter(|feature| is_carriageway(&feature.class))
        .filter_map(|road| across(site, placed, road).or_else(|| beside(site, placed, road)))
        .collect()
}

fn across(site: &Site, placed: &Placed, road: &Feature) -> Option<Finding> {
    let is_path = placed.kind.as_ref().is_some_and(|kind| kind.form == Form::Path);
    let provision = site.provision(if is_path { PATH } else { CROSSING })?;
    let ground = site.terrain.ground(road)?;
    if !placed.ground.meets(ground) {
        return None;
    }
    let both = placed.ground.shared(ground);
    let area = both.area();
    // The grain of corners rounded to a millimetre along a side of 20 m.
    if area <= provision.value + 0.02 {
        return None;
    }
    let message = Message::new(if is_path {
        "activity-traffic-path"
    } else {
        "activity-traffic-across"
    })
    .with("thing", placed.name())
    .with("other", feature_name(road))
    .number("area", area, 1);
    let at = both
        .bounds()
        .map_or(placed.thing.shape.centre(), |bounds| bounds.centre());
    let finding = Finding::missed(ACTIVITY_TRAFFIC.id, provision, area, message);
    Some(Finding {
        at,
        ground: Some(both),
        ..finding.about(&[placed.id()], &[&road.id])
    })
}

fn beside(site: &Site, placed: &Placed, road: &Feature) -> Option<Finding> {
    if placed.kind.as_ref().is_some_and(|kind| kind.form == Form::Path) {
        return None;
    }
    let provision = site.provision(EDGE)?;
    let piece = to_feature(site, placed, road)?;
    let metres = piece.length();
    if !falls_short(metres, provision.value) {
        return None;
    }
    let message = Message::new("activity-traffic-edge")
        .with("thing", placed.name())
        .with("other", feature_name(road))
        .number("metres", metres, 2)
        .number("asked", provision.value, 2);
    let finding = Finding::missed(ACTIVITY_TRAFFIC.id, provision, metres, message);
    Some(finding.about(&[placed.id()], &[&road.id]).across(piece))
}
