//! A fire engine still gets round the bends of its way as well as it did (GB 50016 7.1.8: the turn
//! suits the engine; inside 9 m for an ordinary one, 12 m where a dwelling is higher than 27 m: by
//! practice, to be confirmed).
//!
//! Old estates have sharp corners: what a drawing tightens is said, not what was tight. What a
//! radius is and how it follows from a corner is told in `passage/turn.rs`. Cars on the bays are
//! left out: they can be moved. A bend that no engine comes to any more is told of by `fire-lane`.

use crate::design::PlacementId;
use crate::passage::Bend;
use crate::text::Message;

use super::Finding;
use super::fire::{self, Seen, Today};
use super::placed::{Placed, Site};
use super::profile::Provision;
use super::rule::{Answer, Rule};

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

/// A thing further than this from a bend, in metres, does not tighten it.
const NEAR_M: f64 = 20.0;
/// A radius smaller by less than this, in metres, is the same.
const TIGHTER_M: f64 = 0.3;

/// What one look at the plan works with.
struct Look<'a> {
    site: &'a Site<'a>,
    things: &'a [&'a Placed],
    today: &'a Today,
    before: Seen<'a>,
    after: Seen<'a>,
    asked: &'a Provision,
}

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
    let look = Look {
        site,
        things: &things,
        today,
        before,
        after,
        asked,
    };
    let bends = today.bends();
    let mut findings: Vec<Finding> = bends.iter().filter_map(|bend| look.tightened(bend)).collect();
    // Two bends that one thing tightens are one finding, the tighter.
    findings.sort_by(|a, b| {
        (&a.id, a.measured)
            .partial_cmp(&(&b.id, b.measured))
            .unwrap_or(std::cmp::Ordering::Equal)
    });
    findings.dedup_by(|later, earlier| later.id == earlier.id);
    Answer {
        findings,
        ..Answer::default()
    }
}

impl Look<'_> {
    fn tightened(&self, bend: &Bend) -> Option<Finding> {
        let away = |number: usize| self.things[number].distance_to(bend.at);
        let near = |number: &usize| self.things[*number].bounds.grown(NEAR_M).contains(bend.at);
        let mut near: Vec<usize> = (0..self.things.len()).filter(near).collect();
        near.retain(|number| away(*number) < NEAR_M && fire::bears_on_lanes(self.site, self.things[*number]));
        if near.is_empty() || !self.after.driven.comes_to(self.after.ground, bend.at) {
            return None;
        }
        let asked = self.asked.value;
        let first = self.site.project.estate.features().len();
        let drawn = |mark: u32| mark as usize >= first;
        if !self.after.ground.bears_on_bend(bend, asked, drawn) {
            return None;
        }
        let left = self
            .after
            .ground
            .turning_radius(bend, asked, self.today.turns(), |_| true)
            .unwrap_or(0.0);
        if left >= asked {
            return None;
        }
        let was = self
            .before
            .ground
            .turning_radius(bend, asked, self.today.turns(), |_| true)?;
        if left > was - TIGHTER_M {
            return None;
        }
        // Never more than there is: a swath may touch what it is measured by, which adds some centimetres.
        let tenths = |metres: f64| (metres * 10.0).floor() / 10.0;
        let made_by = self.made_by(bend, near, left);
        let thing = made_by.first().map(|placed| placed.name());
        let message = Message::new("fire-turning")
            .with("thing", thing.unwrap_or_else(|| "".into()))
            .number("left", tenths(left), 1)
            .number("was", tenths(was), 1)
            .number("asked", asked, 1);
        let ids: Vec<&PlacementId> = made_by.into_iter().map(Placed::id).collect();
        Some(Finding {
            at: bend.at,
            ..Finding::missed(FIRE_TURNING.id, self.asked, tenths(left), message).about(&ids, &[])
        })
    }

    /// The thing that alone leaves no more than is left; where only several do, all that are near.
    fn made_by(&self, bend: &Bend, near: Vec<usize>, left: f64) -> Vec<&Placed> {
        let first = self.site.project.estate.features().len();
        let alone = |number: usize| {
            let counts = |mark: u32| (mark as usize) < first || mark as usize == first + number;
            let ground = &self.after.ground;
            ground
                .turning_radius(bend, self.asked.value, self.today.turns(), counts)
                .unwrap_or(0.0)
        };
        let least = near.iter().map(|number| (alone(*number), *number));
        let least = least.reduce(|least, next| if next.0 < least.0 { next } else { least });
        let made_by = match least {
            Some((radius, number)) if radius < left + TIGHTER_M => vec![number],
            _ => near,
        };
        made_by.into_iter().map(|number| self.things[number]).collect()
    }
}
