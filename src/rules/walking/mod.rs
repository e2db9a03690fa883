//! How far it is on foot without steps: from every stair door to what people walk to, before and
//! after a drawing.

mod bands;
mod blame;
mod ground;
mod rest;
mod stands;
mod targets;

use serde::{Deserialize, Serialize};

use crate::design::Design;
use crate::estate::{Class, FeatureId};
use crate::passage::Goal;

use super::Survey;
use super::placed::Site;

pub use bands::{Band, WalkMap, walk_map};
pub(super) use blame::{Blame, CutOff};
pub(super) use ground::{Base, State, has_ramp};
pub(super) use targets::Target;

/// What people walk to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Destination {
    /// A plaza or ground for activity.
    Plaza,
    /// Where e-bikes and bicycles stand.
    Shed,
    /// A gate of the estate.
    Gate,
    /// Somewhere to sit.
    Bench,
    /// Care for the old by day.
    DayCare,
    /// Where waste is brought.
    Bins,
}

impl Destination {
    /// Every one, in the order of columns.
    pub const ALL: [Self; 6] = [
        Self::Plaza,
        Self::Shed,
        Self::Gate,
        Self::Bench,
        Self::DayCare,
        Self::Bins,
    ];

    /// The word in the page and the key's end: `plaza` ….
    pub fn word(self) -> &'static str {
        match self {
            Self::Plaza => "plaza",
            Self::Shed => "shed",
            Self::Gate => "gate",
            Self::Bench => "bench",
            Self::DayCare => "day-care",
            Self::Bins => "bins",
        }
    }
    /// The key of its name: `walk-to-plaza` ….
    pub fn key(self) -> &'static str {
        match self {
            Self::Plaza => "walk-to-plaza",
            Self::Shed => "walk-to-shed",
            Self::Gate => "walk-to-gate",
            Self::Bench => "walk-to-bench",
            Self::DayCare => "walk-to-day-care",
            Self::Bins => "walk-to-bins",
        }
    }
    /// The destination of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|to| to.word() == word)
    }
    pub(super) fn at(self) -> usize {
        self as usize
    }
}

/// How far a walk is, in metres; none where there is no way without steps, or nothing to walk to.
pub type Metres = Option<f64>;

/// The walks from one stair door.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DoorWalks {
    /// The door's name in the estate.
    pub door: String,
    /// Metres to the nearest of each destination as it is, in the order of [`Destination::ALL`].
    pub before: [Metres; 6],
    /// The same with the drawing.
    pub after: [Metres; 6],
    /// Whether a ramp of the drawing takes away the steps at the door.
    pub ramp: bool,
    /// The longest stretch without somewhere to sit on the way to the plaza (or the day-care
    /// centre, or the gate), in metres, with the drawing; none without such a way.
    pub longest_unrested: Metres,
}

/// Why walks cannot be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoWalks {
    /// The estate's map shows no stair doors.
    NoDoors,
    /// The estate is too large to be reckoned.
    TooLarge,
}

impl NoWalks {
    /// The key of the sentence that says what would be needed.
    pub fn key(self) -> &'static str {
        match self {
            Self::NoDoors => "walk-needs-doors",
            Self::TooLarge => "walk-too-large",
        }
    }
}

/// The walks of a whole design.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Walks {
    /// Metres a second, an assumption for people who walk slowly.
    pub speed: f64,
    /// The distance in metres within which there should be somewhere to sit.
    pub bench_every: f64,
    /// From each stair door, in the order of the estate's map.
    pub doors: Vec<DoorWalks>,
    /// The destinations that exist before, and those that exist after.
    pub exist: ([bool; 6], [bool; 6]),
}

impl Walks {
    /// Minutes for a walk of so many metres.
    pub fn minutes(&self, metres: f64) -> f64 {
        metres / self.speed / 60.0
    }
    /// The walks of one door.
    pub fn of(&self, door: &FeatureId) -> Option<&DoorWalks> {
        self.doors.iter().find(|walks| walks.door == door.as_str())
    }
}

/// The walks from every stair door, before and with a design.
pub fn walks(survey: &Survey, design: &Design) -> Result<Walks, NoWalks> {
    let things = survey.things(design);
    let site = survey.site(&things, &[]);
    let base = base(&site)?;
    let after = base.after(&site);
    let metres_after = after.metres(&base.doors);
    let rest = rest::longest_unrested(&base.doors, &after);
    let doors = base.doors.iter().enumerate().map(|(at, (id, place))| DoorWalks {
        door: id.as_str().to_owned(),
        before: base.metres()[at],
        after: metres_after[at],
        ramp: has_ramp(&site, place),
        longest_unrested: rest[at],
    });
    Ok(Walks {
        speed: speed(&site),
        bench_every: number(&site, "step-free.bench", 50.0),
        doors: doors.collect(),
        exist: (base.state.exist(), after.exist()),
    })
}

/// The ground of the estate without the drawing, reckoned once for a survey.
pub(super) fn base<'a>(site: &Site<'a>) -> Result<&'a Base, NoWalks> {
    if !has_doors(site) {
        return Err(NoWalks::NoDoors);
    }
    let walking = &site.survey.walking;
    walking
        .get_or_init(|| Base::new(site))
        .as_ref()
        .ok_or(NoWalks::TooLarge)
}

/// What there is to walk to without the drawing, in the order of [`Destination::ALL`].
pub(super) fn targets_before(site: &Site) -> [Vec<Target>; 6] {
    targets::existing(site, &[])
}

/// What there is to walk to with the drawing.
pub(super) fn targets_after(site: &Site) -> [Vec<Target>; 6] {
    let things = site.all();
    let mut targets = targets::existing(site, &things);
    targets::add_placed(&mut targets, &things);
    targets
}

pub(super) fn has_doors(site: &Site) -> bool {
    let mut features = site.project.estate.features().iter();
    features.any(|feature| matches!(feature.class, Class::Door { .. }))
}

/// The stair doors, in the order of the map.
fn doors(site: &Site) -> Vec<(FeatureId, Goal)> {
    let features = site.project.estate.features().iter();
    let doors = features.filter(|feature| matches!(feature.class, Class::Door { .. }));
    doors
        .map(|door| (door.id.clone(), Goal::Point(door.shape.bounds().centre())))
        .collect()
}

fn speed(site: &Site) -> f64 {
    number(site, "step-free.speed", 0.8)
}

/// A number of the profile, or what stands for it where the project's is no use.
fn number(site: &Site, name: &str, otherwise: f64) -> f64 {
    site.provision(name)
        .map_or(otherwise, |provision| provision.value)
}
