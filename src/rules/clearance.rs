//! A kind of the project's own keeps the distances that the project asks for. They are the facilitator's word and no
//! clause, so they are good practice and never more.

use crate::catalogue::{Catalogue, Clearance, Group, Near};
use crate::estate::{Class, Feature};
use crate::geometry::Segment;
use crate::text::{Arg, Message};

use super::clearance_front::{Front, is_taken_by, is_taken_by_class};
use super::distance::{falls_short, has_windows, to_feature, to_thing};
use super::names::feature_name;
use super::placed::{Placed, Site};
use super::{Finding, FindingId, Rule, Severity};

/// The rule. How far it looks depends on the catalogue ([`reach`]).
pub(super) static CLEARANCE: Rule = Rule::near("clearance", look);

/// How far in metres a project's own kinds look around.
pub(super) fn reach(catalogue: &Catalogue) -> f64 {
    let all = catalogue.kinds().iter().flat_map(|kind| kind.clearances());
    all.map(|clearance| clearance.metres).fold(0.0, f64::max)
}

fn look(site: &Site, placed: &Placed) -> Vec<Finding> {
    let reach = reach(&site.project.catalogue);
    if reach == 0.0 {
        return Vec::new();
    }
    let mut found = from_features(site, placed);
    for other in site.neighbours_within(placed, reach) {
        // The same from whichever of the two one looks: one asks for the distance, the other is what it keeps from.
        found.extend(between(placed, other));
        if !is_same(placed, other) {
            found.extend(between(other, placed));
        }
        found.extend(before(placed, other));
        found.extend(before(other, placed));
    }
    found
}

fn clearances(placed: &Placed) -> &[Clearance] {
    placed.kind.as_ref().map_or(&[], |kind| kind.clearances())
}

fn is_same(one: &Placed, other: &Placed) -> bool {
    one.thing.kind == other.thing.kind
}

fn is_tree(placed: &Placed) -> bool {
    let kind = placed.kind.as_ref();
    kind.is_some_and(|kind| kind.group == Group::Green && kind.foot.is_some())
}

/// The free ground in front of a thing that another stands on.
fn before(asking: &Placed, other: &Placed) -> Option<Finding> {
    let clearance = in_front(asking)?;
    let piece = is_taken_by(other).then(|| Front::of(asking)?.nearest(&other.edges))??;
    let finding = missed(clearance, asking, other.name(), piece)?;
    Some(
        finding
            .about(&[asking.id(), other.id()], &[])
            .further(Near::Front.word()),
    )
}

fn in_front(asking: &Placed) -> Option<&Clearance> {
    let mut all = clearances(asking).iter();
    all.find(|clearance| clearance.from == Near::Front)
}

/// One word for each distance, about what is nearest.
fn from_features(site: &Site, placed: &Placed) -> Vec<Finding> {
    let about = |clearance: &Clearance| {
        let features = site.features_within(placed, clearance.metres);
        let meant = features
            .into_iter()
            .filter(|feature| is_meant(clearance.from, feature));
        let front = (clearance.from == Near::Front)
            .then(|| Front::of(placed))
            .flatten();
        let away = meant.filter_map(|feature| {
            let piece = match &front {
                Some(front) => front.nearest(site.terrain.edges(feature)),
                None => to_feature(site, placed, feature),
            };
            Some((feature, piece?))
        });
        let (feature, piece) = away.min_by(|(_, a), (_, b)| a.length().total_cmp(&b.length()))?;
        let mut finding = missed(clearance, placed, feature_name(feature).into(), piece)?
            .about(&[placed.id()], &[&feature.id]);
        // It keeps its name while another becomes the nearest.
        finding.id = FindingId(format!("clearance:{}:{}", placed.id(), clearance.from.word()));
        Some(finding)
    };
    clearances(placed).iter().filter_map(about).collect()
}

fn is_meant(near: Near, feature: &Feature) -> bool {
    match near {
        Near::House => has_windows(&feature.class),
        Near::Door => matches!(feature.class, Class::Door { .. }),
        Near::Road => matches!(feature.class, Class::Road { .. }),
        Near::Tree => matches!(feature.class, Class::Tree { .. }),
        Near::Hydrant => matches!(feature.class, Class::Hydrant),
        Near::Front => is_taken_by_class(&feature.class),
        Near::Same => false,
    }
}

/// What a thing asks of another.
fn between(asking: &Placed, other: &Placed) -> Option<Finding> {
    let is_meant = |near: Near| match near {
        Near::Same => is_same(asking, other),
        Near::Tree => is_tree(other),
        Near::House => super::classes::is_house(other),
        Near::Door | Near::Road | Near::Hydrant | Near::Front => false,
    };
    let clearance = clearances(asking)
        .iter()
        .find(|clearance| is_meant(clearance.from))?;
    // Of two alike either asks: the one whose name comes first stands for both.
    let (first, second) = match is_same(asking, other) && other.id() < asking.id() {
        true => (other, asking),
        false => (asking, other),
    };
    let piece = to_thing(first, second)?;
    let finding = missed(clearance, first, second.name(), piece)?;
    Some(finding.about(&[first.id(), second.id()], &[]))
}

fn missed(clearance: &Clearance, placed: &Placed, other: Arg, piece: Segment) -> Option<Finding> {
    let (metres, asked) = (piece.length(), clearance.metres);
    if !falls_short(metres, asked) {
        return None;
    }
    let key = match clearance.from {
        Near::Front => "clearance-front",
        _ => "clearance-missed",
    };
    let message = Message::new(key)
        .with("thing", placed.name())
        .with("other", other)
        .number("metres", metres, 2)
        .number("asked", asked, 2);
    let plain = Finding::plain(CLEARANCE.id, Severity::Practice, message);
    let finding = Finding {
        measured: Some(metres),
        required: Some(asked),
        unit: "m".to_owned(),
        ..plain
    };
    Some(finding.across(piece))
}
