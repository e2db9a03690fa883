//! A fire engine still gets round the bends of its way as well as it did (GB 50016 7.1.8: the turn
//! suits the engine; inside 9 m for an ordinary one, 12 m where a dwelling is higher than 27 m: by
//! practice, to be confirmed).
//!
//! Old estates have sharp corners: what a drawing tightens is said, not what was tight. What a
//! radius is and how it follows from a corner is told in `passage/turn.rs`. Where a bend that was wide enough is not any
//! more, the engine is driven without it (`passage/turned.rs`): the doors to which no other way leads are said. Cars on
//! the bays are left out: they can be moved. A bend that no engine comes to any more is told of by `fire-lane`.

use std::collections::BTreeSet;

use crate::design::PlacementId;
use crate::text::Message;

use super::Finding;
use super::fire::{self, Tightened, Today, Turning};
use super::placed::{Placed, Site};
use super::profile::Provision;
use super::rule::{Answer, Rule, Tiding};

/// How much a door matters that is cut off.
const LIVES: f64 = 1.0;

/// The rule.
pub(super) static FIRE_TURNING: Rule = Rule::far(
    "fire-turning",
    &[
        "fire-turning.radius",
        "fire-turning.radius-high",
        "fire-lane.width",
        "fire-lane.hose",
        "fire-lane.way",
    ],
    look,
)
.needing(fire::needs);

fn look(site: &Site) -> Answer {
    let things = site.all();
    let asked = site.provision(fire::turning_number(site));
    let (Some(vehicle), Some(asked)) = (fire::Vehicles::FireEngine.measures(site), asked) else {
        return Answer::default();
    };
    if !things.iter().any(|placed| fire::bears_on_lanes(site, placed)) {
        return Answer::default();
    }
    let today = fire::today(site, vehicle);
    let (before, after) = match (today.drive(false), fire::drawn(site, today, &things, false)) {
        (Ok(before), Ok(after)) => (before, after),
        (Err(why), _) | (_, Err(why)) => return fire::gave_up(why),
    };
    let turning = Turning {
        site,
        things: &things,
        before,
        after,
        bends: today.bends(),
        known: today.turns(),
        asked: asked.value,
    };
    let tightened = turning.tightened();
    let found = tightened.iter().map(|one| finding(&turning, today, asked, one));
    let mut findings: Vec<Finding> = found.collect();
    // Two bends that one thing tightens are one finding, the one that cuts doors off, else the tighter.
    findings.sort_by(|a, b| {
        let key = |finding: &Finding| (finding.id.clone(), finding.features.is_empty(), finding.measured);
        key(a).partial_cmp(&key(b)).unwrap_or(std::cmp::Ordering::Equal)
    });
    findings.dedup_by(|later, earlier| later.id == earlier.id);
    Answer {
        findings,
        tidings: tidings(site, today, &tightened),
        gave_up: None,
    }
}

fn finding(turning: &Turning, today: &Today, asked: &Provision, one: &Tightened) -> Finding {
    // Never more than there is: a swath may touch what it is measured by, which adds some centimetres.
    let tenths = |metres: f64| (metres * 10.0).floor() / 10.0;
    let made_by = turning.made_by(one).into_iter();
    let made_by: Vec<&Placed> = made_by.map(|number| turning.things[number]).collect();
    let thing = made_by.first().map(|placed| placed.name());
    let lost: Vec<usize> = one.lost.iter().map(|(door, _)| *door).collect();
    let key = if lost.is_empty() {
        "fire-turning"
    } else {
        "fire-turning-cut"
    };
    let message = Message::new(key)
        .with("thing", thing.unwrap_or_else(|| "".into()))
        .with("who", fire::doors_named(turning.site, today, &lost))
        .number("left", tenths(one.left), 1)
        .number("was", tenths(one.was), 1)
        .number("asked", asked.value, 1);
    let estate = &turning.site.project.estate;
    let doors = lost.iter().map(|door| today.plot.door(estate, *door).id.clone());
    let away: Option<Vec<f64>> = one.lost.iter().map(|(_, away)| *away).collect();
    let ids: Vec<&PlacementId> = made_by.into_iter().map(Placed::id).collect();
    Finding {
        at: one.bend.at,
        features: doors.collect(),
        away: away.unwrap_or_default(),
        ..Finding::missed(FIRE_TURNING.id, asked, tenths(one.left), message).about(&ids, &[])
    }
}

/// The doors that are lost, once each.
fn tidings(site: &Site, today: &Today, tightened: &[Tightened]) -> Vec<Tiding> {
    let lost = tightened.iter().flat_map(|one| &one.lost).map(|(door, _)| *door);
    let lost: BTreeSet<usize> = lost.collect();
    if lost.is_empty() {
        return Vec::new();
    }
    let who = fire::doors_named(site, today, &lost.into_iter().collect::<Vec<_>>());
    vec![Tiding {
        good: false,
        weight: LIVES,
        message: Message::new("tiding-fire-turn").with("who", who),
    }]
}
