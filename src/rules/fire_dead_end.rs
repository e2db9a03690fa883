//! A lane that ends has a place for turning, where it is long (GB 50016 7.1.9).
//!
//! The lanes are those that an engine of the lane's width reaches with no car on the bays. A dead
//! end that the estate has today without a place for turning is not the drawing's fault.

use crate::design::{PlacementId, PlacementShape};
use crate::geometry::{Turn, WorldPt, WorldVec};
use crate::passage::DeadEnd;
use crate::text::Message;

use super::Finding;
use super::fire::{self, Seen};
use super::place;
use super::placed::{Placed, Site};
use super::rule::{Answer, Rule};

/// The rule.
pub(super) static FIRE_DEAD_END: Rule = Rule::far(
    "fire-dead-end",
    &[
        "fire-dead-end.length",
        "fire-dead-end.turning-place",
        "fire-lane.width",
        "fire-lane.hose",
        "fire-lane.way",
    ],
    look,
)
.needing(fire::needs);

/// Two ends nearer to each other than this, in metres, are one.
const ONE_END_M: f64 = 8.0;
/// A dead end longer by no more than this, in metres, is the old one: lengths are told to about it.
const LONGER_M: f64 = 3.0;
/// A thing further than this from an end, in metres, did not make it.
const MADE_BY_M: f64 = 25.0;

fn look(site: &Site) -> Answer {
    let number = |name: &str| site.provision(name);
    let (Some(length), Some(side), Some(vehicle)) = (
        number("fire-dead-end.length"),
        number("fire-dead-end.turning-place"),
        fire::Vehicles::FireEngine.measures(site),
    ) else {
        return Answer::default();
    };
    let things = site.all();
    if !things.iter().any(|placed| fire::bears_on_lanes(site, placed)) {
        return Answer::default();
    }
    let today = fire::today(site, vehicle);
    let after = match fire::drawn(site, today, &things, false) {
        Ok(after) => after,
        Err(why) => return fire::gave_up(why),
    };
    let ends = |drive: Seen| -> Vec<DeadEnd> {
        let ends = drive.ground.dead_ends(drive.driven, length.value, side.value);
        ends.into_iter()
            .filter(|end| end.turning_place.is_none())
            .collect()
    };
    let old = today.dead_ends(ends);
    let is_old = |end: &DeadEnd| {
        old.iter().any(|old| {
            old.tip.distance(end.tip) < ONE_END_M.max(end.length_m - old.length_m + ONE_END_M)
                && end.length_m <= old.length_m + LONGER_M
        })
    };
    let mut findings = Vec::new();
    for end in ends(after).into_iter().filter(|end| !is_old(end)) {
        let made_by = nearest(&things, end.tip);
        let message = Message::new("fire-dead-end")
            .with("place", place_of(site, end.tip))
            .with("thing", made_by.map_or_else(|| "".into(), |placed| placed.name()))
            .number("length", end.length_m, 0)
            .number("most", length.value, 0)
            .number("side", side.value, 0);
        let ids: Vec<&PlacementId> = made_by.into_iter().map(|placed| placed.id()).collect();
        findings.push(Finding {
            at: end.tip,
            gap: None,
            ..Finding::missed(FIRE_DEAD_END.id, length, end.length_m.round(), message).about(&ids, &[])
        });
    }
    // Two ends made by one thing are one finding, the longer.
    findings.dedup_by(|later, earlier| later.id == earlier.id);
    Answer {
        findings,
        ..Answer::default()
    }
}

fn place_of(site: &Site, at: WorldPt) -> Message {
    let shape = PlacementShape::Rectangle {
        at,
        size: WorldVec::new(0.1, 0.1),
        turn: Turn::default(),
    };
    place::place(site.project, &shape)
}

/// The thing placed nearest to a dead end's tip, where one is near.
fn nearest<'a>(things: &[&'a Placed], tip: WorldPt) -> Option<&'a Placed> {
    let away = |placed: &&Placed| placed.distance_to(tip);
    let near = things.iter().copied().filter(|placed| away(placed) < MADE_BY_M);
    near.min_by(|a, b| away(a).total_cmp(&away(b)))
}
