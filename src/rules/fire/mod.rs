//! The fire engine, driven over what a drawing leaves free: shared by the rules of its lane, its
//! dead ends and its turns, and by the page that shows it drive.

mod cause;
mod drives;
mod ground;
mod turns;
mod vehicles;

use std::sync::{Arc, OnceLock};

use crate::passage::{
    Bend, DeadEnd, Driven, GaveUp, KeptDrive, KnownTurns, LaneGround, Lanes, TurnsToday, Vehicle,
};
use crate::text::Message;

use super::names::door_name;
use super::placed::{Placed, Site};
use super::rule::Answer;

pub use drives::{DoorDrive, DrivenRoute, Drives, Stop, StopBy, drive};
pub use vehicles::Vehicles;
pub(super) use vehicles::turning_number;

pub(super) use cause::{Cause, causes};
pub(super) use ground::{Owner, Plot, bears_on_lanes, owner};
pub(super) use turns::{Tightened, Turning};

/// One drive: the ground and where the engine got.
#[derive(Clone, Debug)]
pub(super) struct Drive {
    ground: LaneGround,
    driven: Driven,
}

/// A drive as it is looked at.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen<'a> {
    pub ground: &'a LaneGround,
    pub driven: &'a Driven,
}

impl Drive {
    fn over(lanes: &Lanes, vehicle: Vehicle) -> Result<Self, GaveUp> {
        let ground = LaneGround::new(lanes, vehicle)?;
        let driven = ground.drive();
        Ok(Self { ground, driven })
    }
    fn seen(&self) -> Seen<'_> {
        Seen {
            ground: &self.ground,
            driven: &self.driven,
        }
    }
}

/// An estate before anything is drawn: with cars on the bays that there are, and with none.
#[derive(Debug)]
pub(super) struct Today {
    pub plot: Plot,
    kept: [Result<KeptDrive, GaveUp>; 2],
    bends: OnceLock<Vec<Bend>>,
    dead_ends: OnceLock<Vec<DeadEnd>>,
    turns: KnownTurns,
}

impl Today {
    fn kept(&self, cars: bool) -> Result<&KeptDrive, GaveUp> {
        self.kept[usize::from(cars)].as_ref().map_err(|why| *why)
    }

    /// Where the engine gets today, with cars on the bays or with none.
    pub fn drive(&self, cars: bool) -> Result<Seen<'_>, GaveUp> {
        self.kept(cars).map(|kept| Seen {
            ground: kept.ground(),
            driven: kept.driven(),
        })
    }

    /// The bends of the ways to all doors, with no car on the bays.
    pub fn bends(&self) -> &[Bend] {
        self.bends.get_or_init(|| {
            let drive = self.drive(false);
            drive.map_or_else(|_| Vec::new(), |drive| drive.driven.bends(drive.ground))
        })
    }

    /// What is known of the turns on that ground.
    pub fn turns(&self) -> Option<TurnsToday<'_>> {
        let ground = self.drive(false).ok()?.ground;
        let known = &self.turns;
        Some(TurnsToday { ground, known })
    }

    /// The dead ends of today without a place for turning, with no car on the bays; asked by one rule
    /// with one pair of numbers.
    pub fn dead_ends(&self, reckon: impl FnOnce(Seen) -> Vec<DeadEnd>) -> &[DeadEnd] {
        self.dead_ends
            .get_or_init(|| self.drive(false).map_or_else(|_| Vec::new(), reckon))
    }
}

/// What is kept with the things of a drawing.
pub(super) type Drawn = OnceLock<Result<Arc<Drive>, GaveUp>>;

/// What a survey keeps of it.
pub(super) type Kept = OnceLock<Arc<Today>>;

/// The estate without the drawing, driven once for a survey.
pub(super) fn today<'a>(site: &Site<'a>, vehicle: Vehicle) -> &'a Arc<Today> {
    site.survey.fire.get_or_init(|| {
        let plot = Plot::of(site, Vehicles::FireEngine);
        let drive = |cars| KeptDrive::new(plot.lanes(site, &[], cars), vehicle);
        Arc::new(Today {
            kept: [false, true].map(drive),
            bends: OnceLock::new(),
            dead_ends: OnceLock::new(),
            turns: KnownTurns::default(),
            plot,
        })
    })
}

/// The estate with the drawing, driven once for the rules that ask.
pub(super) fn drawn<'a>(
    site: &Site<'a>,
    today: &Today,
    things: &[&Placed],
    cars: bool,
) -> Result<Seen<'a>, GaveUp> {
    let kept = &site.things.driven[usize::from(cars)];
    let drive = || {
        let change = today.plot.change(site, things, cars);
        let like = site.things.driven_before[usize::from(cars)].as_deref();
        let like = like.map(|drive| (&drive.ground, &drive.driven));
        let (ground, driven) = today.kept(cars)?.with_like(&change, like)?;
        Ok(Arc::new(Drive { ground, driven }))
    };
    let drive = kept.get_or_init(drive).as_deref().map_err(|why| *why);
    drive.map(Drive::seen)
}

/// What an engine's rule would need and the estate does not have.
pub(super) fn needs(site: &Site) -> Option<Message> {
    Plot::of(site, Vehicles::FireEngine).lacks().map(Message::new)
}

/// The answer of a rule whose drive was not reckoned to its end.
pub(super) fn gave_up(why: GaveUp) -> Answer {
    Answer {
        gave_up: Some(Message::new(key_of(why))),
        ..Answer::default()
    }
}

fn key_of(why: GaveUp) -> &'static str {
    match why {
        GaveUp::TooLarge => "fire-too-large",
        GaveUp::TooManyEdges => "fire-too-many-edges",
        GaveUp::NoVehicle => "fire-no-vehicle",
    }
}

/// What people call some doors: the first of them, and how many there are.
pub(super) fn doors_named(site: &Site, today: &Today, doors: &[usize]) -> Message {
    let estate = &site.project.estate;
    let first = doors.first().map_or_else(
        || Message::new("feature-door"),
        |door| door_name(estate, &today.plot.door(estate, *door).id),
    );
    Message::new("fire-doors")
        .with("door", first)
        .with("doors", doors.len())
}
