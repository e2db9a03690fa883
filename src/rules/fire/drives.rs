//! Where a vehicle gets on a plan, ready to be drawn and to cross from a worker to the page.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::design::Design;
use crate::passage::{Bottleneck, Goal, Vehicle};

use super::super::placed::{Placed, Site};
use super::super::survey::Survey;
use super::super::walking::has_ramp;
use super::{Drive, Owner, Plot, Tightened, Turning, Vehicles, owner};

/// A point in metres east and north, as it is written.
pub type Point = [f64; 2];

/// Where a vehicle gets.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Drives {
    /// Which vehicle.
    pub vehicle: Vehicles,
    /// The clear width that it asks for, in metres.
    pub width: f64,
    /// How far from where it stands it serves, in metres.
    pub reach: f64,
    /// Narrower paths carry none of it, in metres; 0 for what walks or is carried.
    pub way: f64,
    /// Length and width of its body, in metres.
    pub body: (f64, f64),
    /// Every target.
    pub doors: Vec<DoorDrive>,
    /// What stops it, nearest to a gate first.
    pub stops: Vec<Stop>,
    /// The ways to where it stands.
    pub routes: Vec<DrivenRoute>,
    /// The key of the sentence that says what is missing or why it was given up; none where the
    /// vehicle was driven.
    pub why_not: Option<String>,
}

/// How one target is served.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DoorDrive {
    /// The door's feature, or the thing placed.
    pub id: String,
    /// Where it is.
    pub at: Point,
    /// Whether the vehicle serves it on the drawing.
    pub reached: bool,
    /// Whether it does on the estate as it is today.
    pub reached_today: bool,
    /// Whether a ramp of the drawing takes away the steps at the door.
    pub ramp: bool,
    /// How far the target is from the nearest place that the vehicle gets to, in metres along the
    /// ground.
    pub away: Option<f64>,
    /// Its way, as a number of [`Drives::routes`]: of what is not reached, to where it would stand.
    pub route: Option<usize>,
    /// What stops the vehicle, as a number of [`Drives::stops`].
    pub stop: Option<usize>,
}

/// A place that stops a vehicle.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Stop {
    /// What stops it there.
    pub by: StopBy,
    /// What bounds the place: features and things placed.
    pub features: Vec<String>,
    /// The things placed among them; none where the estate is as narrow today.
    pub placements: Vec<String>,
    /// How many targets it keeps from being reached.
    pub doors: usize,
}

/// What stops a vehicle.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum StopBy {
    /// A gap that is narrower than the clear width.
    Gap {
        /// One edge.
        from: Point,
        /// The other.
        to: Point,
        /// What is left, in metres.
        left: f64,
        /// What is missing, in centimetres.
        short_cm: f64,
    },
    /// A bend that is tighter than the vehicle turns, and was not.
    Bend {
        /// Where its lanes cross.
        at: Point,
        /// The inner radius that is left, in metres.
        left: f64,
        /// The one that is asked.
        asked: f64,
    },
}

impl Default for StopBy {
    fn default() -> Self {
        Self::Bend {
            at: [0.0; 2],
            left: 0.0,
            asked: 0.0,
        }
    }
}

/// A way that is driven.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DrivenRoute {
    /// The line of the front axle.
    pub line: Vec<Point>,
    /// The body half a metre apart: its middle, and the step of length one in which it heads.
    pub poses: Vec<(Point, Point)>,
}

/// Drives a vehicle over a design, cars on the existing bays that it leaves.
pub fn drive(survey: &Survey, design: &Design, vehicle: Vehicles) -> Drives {
    let things = survey.things(design);
    let site = survey.site(&things, &[]);
    let nothing = |key: &str| Drives {
        vehicle,
        why_not: Some(key.to_owned()),
        ..Drives::default()
    };
    let plot = Plot::of(&site, vehicle);
    let Some(measures) = vehicle.measures(&site) else {
        return nothing("fire-no-vehicle");
    };
    if let Some(key) = plot.lacks() {
        return nothing(key);
    }
    let placed = site.all();
    let today = Drive::over(&plot.lanes(&site, &[], true), measures);
    let drawn = Drive::over(&plot.lanes(&site, &placed, true), measures);
    match (today, drawn) {
        (Ok(today), Ok(drawn)) => told(&site, &plot, &placed, vehicle, measures, &today, &drawn),
        (Err(why), _) | (_, Err(why)) => nothing(super::key_of(why)),
    }
}

fn told(
    site: &Site,
    plot: &Plot,
    placed: &[&Placed],
    vehicle: Vehicles,
    measures: Vehicle,
    today: &Drive,
    drawn: &Drive,
) -> Drives {
    let mut drives = Drives {
        vehicle,
        width: measures.width,
        reach: measures.reach,
        way: site
            .provision(super::vehicles::WAY)
            .filter(|_| vehicle.is_heavy())
            .map_or(0.0, |way| way.value),
        body: (measures.length, measures.body),
        ..Drives::default()
    };
    let asked = drawn.ground.asked();
    let mut routes: BTreeMap<[u64; 2], usize> = BTreeMap::new();
    for (target, served) in drawn.driven.targets.iter().enumerate() {
        let at = plot.door_at(target);
        let mut door = DoorDrive {
            id: plot.target_id(site, placed, target),
            at: [at.x, at.y],
            reached: served.width_mm >= Some(asked),
            reached_today: today
                .driven
                .targets
                .get(target)
                .is_some_and(|served| served.width_mm >= Some(asked)),
            ramp: has_ramp(site, &Goal::Point(at)),
            away: drawn.driven.away_m(&drawn.ground, target),
            ..DoorDrive::default()
        };
        if let Some(stop) = drawn.driven.bottleneck(&drawn.ground, target) {
            let number = number_of(&mut drives.stops, stop_of(site, placed, &stop, asked));
            drives.stops[number].doors += 1;
            door.stop = Some(number);
        }
        if let Some(stand) = drawn.driven.stands_at(&drawn.ground, target) {
            let key = [stand.x, stand.y].map(f64::to_bits);
            let number = *routes.entry(key).or_insert_with(|| {
                drives.routes.push(route_of(drawn, target));
                drives.routes.len() - 1
            });
            door.route = Some(number);
        }
        drives.doors.push(door);
    }
    for (bend, by) in tight_bends(site, placed, vehicle, measures, today, drawn) {
        close_bend(&mut drives, placed, measures, &bend, &by);
    }
    drives
}

/// The bends that the drawing makes too tight for a vehicle that needs lanes, each with the things that do it.
fn tight_bends(
    site: &Site,
    placed: &[&Placed],
    vehicle: Vehicles,
    measures: Vehicle,
    today: &Drive,
    drawn: &Drive,
) -> Vec<(Tightened, Vec<usize>)> {
    let found = |turning: Turning| {
        let tightened = turning.tightened().into_iter().filter(|one| !one.lost.is_empty());
        let with_things = tightened.map(|one| {
            let by = turning.made_by(&one);
            (one, by)
        });
        with_things.collect()
    };
    let turning = |before, after, bends, known| Turning {
        site,
        things: placed,
        before,
        after,
        bends,
        known,
        asked: measures.inner_radius,
    };
    match vehicle {
        // As its rule does: cars on the bays can be moved.
        Vehicles::FireEngine => {
            let kept = super::today(site, measures);
            match (kept.drive(false), super::drawn(site, kept, placed, false)) {
                (Ok(before), Ok(after)) => found(turning(before, after, kept.bends(), kept.turns())),
                _ => Vec::new(),
            }
        }
        Vehicles::BinLorry => {
            let bends = today.driven.bends(&today.ground);
            found(turning(today.seen(), drawn.seen(), &bends, None))
        }
        Vehicles::Stretcher | Vehicles::Wheelchair => Vec::new(),
    }
}

/// Says of the doors to which no other way leads that a bend stops the vehicle.
fn close_bend(drives: &mut Drives, placed: &[&Placed], measures: Vehicle, bend: &Tightened, by: &[usize]) {
    let at = bend.bend.at;
    let doors: Vec<(usize, Option<f64>)> = bend.lost.clone();
    let stop = Stop {
        by: StopBy::Bend {
            at: [at.x, at.y],
            left: (bend.left * 10.0).floor() / 10.0,
            asked: measures.inner_radius,
        },
        features: Vec::new(),
        placements: by.iter().map(|number| placed[*number].id().to_string()).collect(),
        doors: doors.len(),
    };
    let number = drives.stops.len();
    let mut stops = false;
    for (target, away) in doors {
        let Some(door) = drives.doors.get_mut(target).filter(|door| door.reached) else {
            continue;
        };
        (door.reached, door.away, door.stop) = (false, away, Some(number));
        stops = true;
    }
    if stops {
        drives.stops.push(stop);
    }
}

impl StopBy {
    fn left(self) -> f64 {
        match self {
            Self::Gap { left, .. } | Self::Bend { left, .. } => left,
        }
    }
}

/// Stops nearer to each other than this, in metres, are one.
const ONE_STOP_M: f64 = 8.0;

/// The number of a stop among those that there are; of two in one place the narrower is told.
fn number_of(stops: &mut Vec<Stop>, stop: Stop) -> usize {
    let near = |other: &Stop| match (other.by, stop.by) {
        (StopBy::Gap { from, .. }, StopBy::Gap { from: own, .. })
        | (StopBy::Bend { at: from, .. }, StopBy::Bend { at: own, .. }) => {
            let (dx, dy) = (from[0] - own[0], from[1] - own[1]);
            dx * dx + dy * dy < ONE_STOP_M * ONE_STOP_M
        }
        _ => false,
    };
    let Some(number) = stops.iter().position(near) else {
        stops.push(stop);
        return stops.len() - 1;
    };
    if stop.by.left() < stops[number].by.left() {
        let doors = stops[number].doors;
        stops[number] = Stop { doors, ..stop };
    }
    number
}

fn route_of(drive: &Drive, target: usize) -> DrivenRoute {
    let route = drive.driven.drives(&drive.ground, target).unwrap_or_default();
    DrivenRoute {
        line: route.line.iter().map(|p| [p.x, p.y]).collect(),
        poses: route
            .poses
            .iter()
            .map(|pose| ([pose.at.x, pose.at.y], [pose.heading.x, pose.heading.y]))
            .collect(),
    }
}

fn stop_of(site: &Site, placed: &[&Placed], stop: &Bottleneck, asked: u16) -> Stop {
    let mut told = Stop {
        by: StopBy::Gap {
            from: [stop.across.from.x, stop.across.from.y],
            to: [stop.across.to.x, stop.across.to.y],
            left: f64::from(stop.width_mm) / 1_000.0,
            short_cm: f64::from(asked.saturating_sub(stop.width_mm)) / 10.0,
        },
        ..Stop::default()
    };
    for mark in [stop.between.0, stop.between.1] {
        match owner(&site.project.estate, placed, mark) {
            Some(Owner::Feature(feature)) => told.features.push(feature.id.to_string()),
            Some(Owner::Thing(id)) => told.placements.push(id.to_string()),
            None => {}
        }
    }
    told.features.dedup();
    told.placements.dedup();
    told
}
