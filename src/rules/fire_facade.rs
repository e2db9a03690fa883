//! Nothing high stands between a fire lane and the façade that it serves, where ladders go up; and a
//! room that is drawn keeps off the lane's edge.

use std::collections::BTreeMap;

use crate::catalogue::Layer;
use crate::estate::{Class, Feature, FeatureId};
use crate::geometry::Region;
use crate::text::Message;

use super::classes::{is_closed, within_sentence};
use super::distance::{falls_short, farthest, to_feature};
use super::placed::{Placed, Site};
use super::short::short_by;
use super::{Finding, Rule};

const DISTANCE: &str = "fire-facade.distance";
const THING_HEIGHT: &str = "fire-facade.thing-height";
const SERVED: &str = "fire-facade.served";
/// What is no wider than this, in metres, is a post: ladders go up beside it.
const POST_M: f64 = 0.6;
/// Reaching into the strip by less than this, in square metres, is not worth a word.
const NOT_WORTH_A_WORD_M2: f64 = 0.1;

/// The rule. It looks at what is there only, so nothing that is drawn beside it changes its answer.
pub(super) static FIRE_FACADE: Rule =
    Rule::within("fire-facade", &[DISTANCE, THING_HEIGHT, SERVED], |_| 0.0, look).needing(needs);

fn needs(site: &Site) -> Option<Message> {
    let mut features = site.project.estate.features().iter();
    let none = !features.any(|feature| is_lane(feature));
    none.then(|| Message::new("near-needs-lanes"))
}

fn is_lane(feature: &Feature) -> bool {
    matches!(
        feature.class,
        Class::Road {
            fire: true,
            width: Some(_),
            ..
        }
    )
}

fn look(site: &Site, placed: &Placed) -> Vec<Finding> {
    let mut found = in_strips(site, placed);
    if is_closed(placed) {
        let reach = farthest(site.profile(), &[DISTANCE]);
        let lanes = site.features_within(placed, reach).into_iter();
        let lanes = lanes.filter(|feature| is_lane(feature));
        found.extend(lanes.filter_map(|lane| beside_lane(site, placed, lane)));
    }
    found
}

/// Whether a thing is high and wide enough to keep a ladder from a wall.
fn hinders(site: &Site, placed: &Placed) -> bool {
    let Some((kind, most)) = placed.kind.as_ref().zip(site.provision(THING_HEIGHT)) else {
        return false;
    };
    let wide = placed.bounds.width().max(placed.bounds.height()) > POST_M + 0.01;
    kind.layer == Layer::Standing && wide && falls_short(most.value, kind.height)
}

fn in_strips(site: &Site, placed: &Placed) -> Vec<Finding> {
    let strips = site.survey.facades.in_box(placed.bounds);
    if strips.is_empty() || !hinders(site, placed) {
        return Vec::new();
    }
    // A lane of several pieces passes a wall once: its strips are told together.
    let mut taken: BTreeMap<(&FeatureId, &FeatureId), Region> = BTreeMap::new();
    for strip in strips {
        if strip.ground.meets(&placed.ground) {
            let shared = strip.ground.shared(&placed.ground);
            let known = taken.entry((&strip.building, &strip.lane)).or_default();
            *known = known.with(&shared);
        }
    }
    let found = taken
        .into_iter()
        .filter(|(_, ground)| ground.area() > NOT_WORTH_A_WORD_M2);
    found
        .filter_map(|((building, lane), ground)| blocked(site, placed, (building, lane), ground))
        .collect()
}

/// How far, in metres, a thing that reaches into a strip can be moved at least and still does.
pub(super) fn depth_of(site: &Site, placed: &Placed) -> f64 {
    let strips = site.survey.facades.in_box(placed.bounds).into_iter();
    let deep = strips.map(|strip| super::deep::in_ground(placed, &strip.ground));
    deep.fold(0.0, f64::max)
}

fn blocked(
    site: &Site,
    placed: &Placed,
    (building, lane): (&FeatureId, &FeatureId),
    ground: Region,
) -> Option<Finding> {
    let number = site.provision(THING_HEIGHT)?;
    let height = placed.kind.as_ref()?.height;
    let house = site.project.estate.feature(building)?;
    let message = Message::new("fire-facade-thing")
        .with("thing", placed.name())
        .with("where", within_sentence(house))
        .number("metres", height, 1)
        .number("asked", number.value, 1);
    let found =
        Finding::missed(FIRE_FACADE.id, number, height, message).about(&[placed.id()], &[building, lane]);
    let at = ground.pieces().next().map(|(edge, _)| edge.label_point());
    Some(Finding {
        at: at.unwrap_or_else(|| placed.thing.shape.centre()),
        ground: Some(ground),
        ..found
    })
}

fn beside_lane(site: &Site, room: &Placed, lane: &Feature) -> Option<Finding> {
    let number = site.provision(DISTANCE)?;
    let piece = to_feature(site, room, lane)?;
    let away = piece.length();
    if !falls_short(away, number.value) {
        return None;
    }
    let message = Message::new("fire-facade-distance").with("thing", room.name());
    let message = short_by(message, away, number.value);
    let found = Finding::missed(FIRE_FACADE.id, number, away, message);
    Some(found.about(&[room.id()], &[&lane.id]).across(piece))
}
