//! What a drawing changes for one household: its walks, sun, noise, bays and the fire engine, before
//! and after, as sentences for a card that can be sent.

mod noise;

use std::sync::Arc;

use crate::design::Design;
use crate::estate::{BayUse, Class, Feature, FeatureId};
use crate::geometry::WorldPt;
use crate::text::Message;

use super::Survey;
use super::fire::{Drives, Stop, StopBy};
use super::names::{door_name, feature_name};
use super::placed::{Placed, Site};
use super::walking::{Destination, Metres, Walks};

/// A house that is shown without storeys on the map has at least one.
const LEAST_FLOORS: u32 = 1;
/// A mapped car park of unknown bays has one for each so many square metres (GB/T 51149: 25-30 m²).
const LOT_M2_PER_BAY: f64 = 25.0;
/// A bay is no larger than this, in square metres; what is larger is a mapped car park.
const ONE_BAY_M2: f64 = 20.0;

/// A house whose people may look up their door.
#[derive(Clone, Debug, PartialEq)]
pub struct House {
    /// Its name on the map; none for doors that belong to no house.
    pub id: Option<FeatureId>,
    /// What people call it.
    pub name: Message,
    /// Its stair doors: their names on the map and what people call them.
    pub doors: Vec<(FeatureId, Message)>,
    /// How many floors it has.
    pub floors: u32,
}

/// Whether something becomes better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Becomes {
    /// It gets better.
    Better,
    /// It gets worse.
    Worse,
    /// It stays.
    Same,
}

impl Becomes {
    /// The word in the page and the end of a key: `better` ….
    pub fn word(self) -> &'static str {
        match self {
            Self::Better => "better",
            Self::Worse => "worse",
            Self::Same => "same",
        }
    }
    /// The key of its word.
    pub fn key(self) -> &'static str {
        match self {
            Self::Better => "door-better",
            Self::Worse => "door-worse",
            Self::Same => "door-same",
        }
    }
    /// Its sign, so that it is told by more than a colour.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Better => "▲",
            Self::Worse => "▼",
            Self::Same => "＝",
        }
    }
}

/// One line of the card.
#[derive(Clone, Debug, PartialEq)]
pub struct CardRow {
    /// What it is about, for tests and styles: `walk-plaza`, `sun`, `noise` ….
    pub about: &'static str,
    /// What it is about.
    pub label: Message,
    /// How it is.
    pub before: Message,
    /// How it would be.
    pub after: Message,
    /// Whether that is better.
    pub becomes: Becomes,
}

/// The card of one door.
#[derive(Clone, Debug, PartialEq)]
pub struct DoorCard {
    /// Whose it is: building, stair and floor.
    pub title: Message,
    /// Where the door is.
    pub at: WorldPt,
    /// What changes, then what stays.
    pub rows: Vec<CardRow>,
    /// What is estimated or assumed.
    pub notes: Vec<Message>,
}

/// The houses with stair doors, in the order of the map.
pub fn houses(survey: &Survey) -> Vec<House> {
    let estate = &survey.project.estate;
    let mut found: Vec<House> = Vec::new();
    for door in estate.features() {
        let Class::Door { building, stair, .. } = &door.class else {
            continue;
        };
        let house = building.as_ref().and_then(|id| estate.feature(id));
        let id = house.map(|house| house.id.clone());
        let stair = stair.as_deref().map(str::trim).filter(|stair| !stair.is_empty());
        let name = stair.map_or(Message::new("feature-door"), |stair| {
            Message::new("door-stair").with("stair", stair)
        });
        let door = (door.id.clone(), name);
        match found.iter_mut().find(|known| known.id == id) {
            Some(known) => known.doors.push(door),
            None => found.push(House {
                id,
                name: house.map_or(Message::new("door-no-house"), |house| feature_name(house)),
                doors: vec![door],
                floors: house.map_or(LEAST_FLOORS, floors),
            }),
        }
    }
    found
}

fn floors(house: &Arc<Feature>) -> u32 {
    match house.class {
        Class::Building {
            storeys: Some(storeys),
            ..
        } if storeys.is_finite() => (storeys.round().clamp(1.0, 99.0)) as u32,
        _ => LEAST_FLOORS,
    }
}

/// The card of a door on a floor counted from 1; none for a door that the map does not have.
/// `engine` is where the fire engine gets on the design, by [`super::drive`].
pub fn my_door(
    survey: &Survey,
    design: &Design,
    walks: &Walks,
    engine: &Drives,
    door: &FeatureId,
    floor: u32,
) -> Option<DoorCard> {
    let feature = survey.project.estate.feature(door)?;
    let Class::Door { building, .. } = &feature.class else {
        return None;
    };
    let at = feature.shape.bounds().centre();
    let things = survey.things(design);
    let site = survey.site(&things, &[]);
    let mut rows = walk_rows(walks, door);
    rows.extend(
        building
            .as_ref()
            .into_iter()
            .flat_map(|house| sun_rows(survey, design, house, at, floor)),
    );
    rows.extend(noise::row(&site, building.as_ref(), at, floor));
    rows.extend(bays_row(&site, at));
    rows.extend(fire_row(engine, door));
    // What changes is read first.
    rows.sort_by_key(|row| row.becomes == Becomes::Same);
    let title = Message::new("door-card-title")
        .with("door", door_name(&survey.project.estate, door))
        .number("floor", f64::from(floor), 0);
    let notes = vec![
        Message::new("door-note-speed").number("speed", walks.speed, 1),
        Message::new("door-note-steps"),
        Message::new("door-note-sun"),
        Message::new("door-note-noise"),
    ];
    Some(DoorCard {
        title,
        at,
        rows,
        notes,
    })
}

fn walk_rows(walks: &Walks, door: &FeatureId) -> Vec<CardRow> {
    let Some(own) = walks.of(door) else {
        return Vec::new();
    };
    let rows = Destination::ALL.into_iter().filter_map(|to| {
        let at = to.at();
        let (was_there, is_there) = (walks.exist.0[at], walks.exist.1[at]);
        // What neither was nor is there has no row.
        (was_there || is_there).then(|| CardRow {
            about: walk_about(to),
            label: Message::new("door-walk").with("to", Message::new(to.key())),
            before: walk_said(walks, own.before[at], was_there),
            after: walk_said(walks, own.after[at], is_there),
            becomes: shorter(own.before[at], own.after[at]),
        })
    });
    let steps = |ramp: bool| Message::new(if ramp { "door-steps-ramp" } else { "door-steps" });
    let steps = CardRow {
        about: "steps",
        label: Message::new("door-steps-label"),
        before: steps(false),
        after: steps(own.ramp),
        becomes: if own.ramp { Becomes::Better } else { Becomes::Same },
    };
    rows.chain([steps]).collect()
}

fn walk_about(to: Destination) -> &'static str {
    match to {
        Destination::Plaza => "walk-plaza",
        Destination::Shed => "walk-shed",
        Destination::Gate => "walk-gate",
        Destination::Bench => "walk-bench",
        Destination::DayCare => "walk-day-care",
        Destination::Bins => "walk-bins",
    }
}

/// '3 minutes (140 m)', or that there is no way, or nothing to walk to.
pub fn walk_said(walks: &Walks, metres: Metres, exists: bool) -> Message {
    match metres {
        Some(metres) => Message::new("walk-minutes")
            .number("minutes", tenths(walks.minutes(metres)), 1)
            .number("metres", metres.round(), 0),
        None if exists => Message::new("walk-none"),
        None => Message::new("walk-nothing"),
    }
}

fn tenths(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// Less than so many metres is no change.
fn shorter(before: Metres, after: Metres) -> Becomes {
    const SAME_M: f64 = 2.0;
    match (before, after) {
        (Some(before), Some(after)) => less(before, after, SAME_M),
        (None, Some(_)) => Becomes::Better,
        (Some(_), None) => Becomes::Worse,
        (None, None) => Becomes::Same,
    }
}

/// Whether less is there than was, by more than does not matter.
fn less(before: f64, after: f64, matters: f64) -> Becomes {
    if after < before - matters {
        Becomes::Better
    } else if after > before + matters {
        Becomes::Worse
    } else {
        Becomes::Same
    }
}

/// The sun at the window on the two days by which it is judged: 大寒日 and 冬至日.
fn sun_rows(survey: &Survey, design: &Design, house: &FeatureId, at: WorldPt, floor: u32) -> Vec<CardRow> {
    let Some(sun) = survey.window_sun(design, house, at, floor) else {
        return Vec::new();
    };
    let days = [
        ("sun-great-cold", "door-sun-great-cold"),
        ("sun-solstice", "door-sun-solstice"),
    ];
    let said = |minutes: u32| {
        Message::new("door-sun-minutes")
            .number("hours", f64::from(minutes / 60), 0)
            .number("minutes", f64::from(minutes % 60), 0)
    };
    let rows = days.into_iter().enumerate().map(|(day, (about, label))| CardRow {
        about,
        label: Message::new(label),
        before: said(sun.before[day]),
        after: said(sun.after[day]),
        becomes: less(-f64::from(sun.before[day]), -f64::from(sun.after[day]), 0.5),
    });
    rows.collect()
}

/// The bays within the radius of the profile, in a straight line.
fn bays_row(site: &Site, at: WorldPt) -> Option<CardRow> {
    let radius = site.provision("bay-size.radius")?.value;
    let things = site.all();
    let (mut before, mut after) = (0.0, 0.0);
    for feature in site.project.estate.features() {
        let is_bay = matches!(feature.class, Class::Bay { usage } if usage != BayUse::Bike);
        let near = feature.shape.bounds().centre().distance(at) <= radius;
        let Some(ground) = site.terrain.ground(feature).filter(|_| is_bay && near) else {
            continue;
        };
        let area = ground.area();
        let bays = |area: f64| {
            if area <= ONE_BAY_M2 {
                1.0
            } else {
                area / LOT_M2_PER_BAY
            }
        };
        before += bays(area);
        let over = things.iter().filter(|placed| placed.ground.meets(ground));
        let left = over.fold(ground.clone(), |left, placed| {
            left.without(placed.standing_ground())
        });
        let taken = area - left.area();
        after += match area <= ONE_BAY_M2 {
            true if taken > 0.3 => 0.0,
            true => 1.0,
            false => bays(left.area().max(0.0)),
        };
    }
    after += things
        .iter()
        .map(|placed| placed_bays(placed, at, radius))
        .sum::<f64>();
    let (before, after) = (before.round(), after.round());
    let said = |count: f64| Message::new("door-bays-count").number("count", count, 0);
    Some(CardRow {
        about: "bays",
        label: Message::new("door-bays").number("metres", radius, 0),
        before: said(before),
        after: said(after),
        becomes: less(-before, -after, 0.5),
    })
}

/// Whether the fire engine gets near enough for its hose.
fn fire_row(engine: &Drives, door: &FeatureId) -> Option<CardRow> {
    let own = engine.doors.iter().find(|own| own.id == door.as_str())?;
    let stop = own.stop.and_then(|at| engine.stops.get(at));
    let said = |reached: bool, stop: Option<&Stop>| match (reached, stop) {
        (true, _) => Message::new("door-fire-reached"),
        (false, Some(stop)) => match stop.by {
            StopBy::Gap { short_cm, .. } => {
                Message::new("door-fire-short").number("missing", short_cm.ceil(), 0)
            }
            StopBy::Bend { left, asked, .. } => Message::new("door-fire-bend")
                .number("left", left, 1)
                .number("asked", asked, 1),
        },
        (false, None) => Message::new("door-fire-none"),
    };
    let becomes = match (own.reached_today, own.reached) {
        (false, true) => Becomes::Better,
        (true, false) => Becomes::Worse,
        _ => Becomes::Same,
    };
    // What stops it on the drawing may not be what stops it today.
    let today = stop.filter(|stop| stop.placements.is_empty());
    Some(CardRow {
        about: "fire",
        label: Message::new("door-fire").number("metres", engine.reach, 0),
        before: said(own.reached_today, today),
        after: said(own.reached, stop),
        becomes,
    })
}

/// The bays of a placed thing whose middles lie within a radius.
fn placed_bays(placed: &Placed, at: WorldPt, radius: f64) -> f64 {
    match placed.park() {
        Some(park) => park
            .bays
            .iter()
            .filter(|bay| bay.at.distance(at) <= radius)
            .count() as f64,
        None if placed.thing.shape.centre().distance(at) <= radius => f64::from(placed.capacity.bays),
        None => 0.0,
    }
}
