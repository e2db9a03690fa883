//! Every stair door that a fire engine came near enough to, it still comes near enough to.
//!
//! An engine of the clear width of GB 50016 7.1.8 (duty: GB 55037 3.4.5) is driven from every
//! gate through what the drawing leaves free. Doors that it does not reach today either are not
//! the drawing's fault; what narrows their way further is. It is driven twice, with cars on the
//! existing bays and with none, since cars can be moved and what is built cannot.

use std::collections::BTreeSet;

use crate::design::PlacementId;
use crate::estate::FeatureId;
use crate::text::Message;

use super::fire::{self, Cause, Seen, Today};
use super::placed::{Placed, Site};
use super::rule::{Answer, Rule, Tiding};
use super::{Finding, Severity};

/// The rule.
pub(super) static FIRE_LANE: Rule = Rule::far(
    "fire-lane",
    &["fire-lane.width", "fire-lane.hose", "fire-lane.way"],
    look,
)
.needing(fire::needs);

/// How much a door matters that is cut off, and one that is won.
const LIVES: f64 = 1.0;

/// What one look at the plan works with.
struct Look<'a> {
    site: &'a Site<'a>,
    today: &'a Today,
    things: &'a [&'a Placed],
}

fn look(site: &Site) -> Answer {
    let things = site.all();
    let Some(vehicle) = fire::Vehicles::FireEngine.measures(site) else {
        return Answer::default();
    };
    if !things.iter().any(|placed| fire::bears_on_lanes(site, placed)) {
        return Answer::default();
    }
    let today = fire::today(site, vehicle);
    let look = Look {
        site,
        today,
        things: &things,
    };
    let mut told = Told::default();
    for cars in [false, true] {
        let after = fire::drawn(site, today, &things, cars);
        match (today.drive(cars), after) {
            (Ok(before), Ok(after)) => look.compare(before, after, cars, &mut told),
            (Err(why), _) | (_, Err(why)) => return fire::gave_up(why),
        }
    }
    look.answer(told)
}

/// What was found while driving with cars and without.
#[derive(Default)]
struct Told {
    findings: Vec<Finding>,
    /// What was already told of, by the things that do it.
    causes: BTreeSet<Vec<usize>>,
    lost: BTreeSet<usize>,
    won: BTreeSet<usize>,
}

impl Look<'_> {
    fn compare(&self, before: Seen, after: Seen, cars: bool, told: &mut Told) {
        let asked = before.ground.asked();
        let full = |drive: Seen, door: usize| drive.driven.targets[door].width_mm >= Some(asked);
        let opened =
            (0..before.driven.targets.len()).filter(|door| !full(before, *door) && full(after, *door));
        told.won.extend(opened);
        for cause in fire::causes(self.site, self.today, self.things, before, after) {
            if told.causes.insert(cause.things.clone()) {
                if cause.was_mm >= asked {
                    told.lost.extend(&cause.doors);
                }
                told.findings.push(self.finding(&cause, asked, cars, after));
            }
        }
    }

    fn finding(&self, cause: &Cause, asked: u16, cars: bool, after: Seen) -> Finding {
        let metres = |mm: u16| f64::from(mm) / 1_000.0;
        let cut = cause.was_mm >= asked;
        let key = match (cause, cut, cars) {
            (Cause { hose_m: Some(_), .. }, ..) => "fire-lane-hose",
            (Cause { left_mm: 0, .. }, ..) => "fire-lane-barred",
            (_, true, false) => "fire-lane-cut",
            (_, true, true) => "fire-lane-cut-cars",
            (_, false, false) => "fire-lane-narrower",
            (_, false, true) => "fire-lane-narrower-cars",
        };
        let thing = cause.things.first().map(|at| self.things[*at]);
        let short = f64::from(asked.saturating_sub(cause.left_mm)) / 10.0;
        let message = Message::new(key)
            .with("who", fire::doors_named(self.site, self.today, &cause.doors))
            .with("thing", thing.map_or_else(|| "".into(), |placed| placed.name()))
            .number("left", metres(cause.left_mm), 2)
            .number("was", metres(cause.was_mm), 2)
            .number("short", short, 1)
            .number("asked", metres(asked), 2)
            .number("hose", cause.hose_m.unwrap_or_default(), 0)
            .number(
                "reach",
                self.site.provision("fire-lane.hose").map_or(0.0, |p| p.value),
                0,
            );
        let name = if cause.hose_m.is_some() {
            "fire-lane.hose"
        } else {
            "fire-lane.width"
        };
        let measured = cause.hose_m.unwrap_or(metres(cause.left_mm));
        let Some(provision) = self.site.provision(name) else {
            return Finding::plain(FIRE_LANE.id, Severity::Must, message);
        };
        let ids: Vec<&PlacementId> = cause.things.iter().map(|at| self.things[*at].id()).collect();
        let estate = &self.site.project.estate;
        let doors = cause
            .doors
            .iter()
            .map(|door| &self.today.plot.door(estate, *door).id);
        let doors: Vec<FeatureId> = doors.cloned().collect();
        // To where an engine of full width still gets.
        let away = cause
            .doors
            .iter()
            .map(|door| after.driven.away_m(after.ground, *door));
        let away: Option<Vec<f64>> = away.collect();
        // The name is that of what does it, so that it stays while doors come and go; without
        // any, that of the first door.
        let named: Vec<&FeatureId> = doors.iter().take(usize::from(ids.is_empty())).collect();
        Finding {
            features: doors.clone(),
            away: away.unwrap_or_default(),
            severity: if cut { Severity::Must } else { Severity::Should },
            at: cause.at,
            gap: cause.across.map(|across| (across.from, across.to)),
            ..Finding::missed(FIRE_LANE.id, provision, measured, message).about(&ids, &named)
        }
    }

    fn answer(&self, told: Told) -> Answer {
        let mut tidings = Vec::new();
        // What is lost with cars or without is not won.
        let won = told.won.difference(&told.lost).count();
        if won > 0 {
            tidings.push(Tiding {
                good: true,
                weight: LIVES,
                message: Message::new("tiding-fire-opened").with("doors", won),
            });
        }
        if !told.lost.is_empty() {
            let lost: Vec<usize> = told.lost.iter().copied().collect();
            let who = fire::doors_named(self.site, self.today, &lost);
            let message = Message::new("tiding-fire-cut").with("who", who);
            tidings.push(Tiding {
                good: false,
                weight: LIVES,
                message,
            });
        }
        Answer {
            findings: told.findings,
            tidings,
            gave_up: None,
        }
    }
}
