//! The ground-floor windows of a project with the sun that they have, reckoned once.

use std::sync::Arc;

use crate::estate::{BuildingUse, Class, Feature};
use crate::project::Project;
use crate::sunlight::{Shade, Solid, Window, Windows, stretches};

use super::placed::{Placed, Site};
use super::profile::Profile;
use super::shade;

/// North of this, and south of the other, the reckoning with walls that look south is not meant.
const NORTHERNMOST: f64 = 60.0;
const SOUTHERNMOST: f64 = 3.0;
/// Where a stretch of windows is on a house.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// The house.
    pub house: Arc<Feature>,
    /// The way that it looks, of eight: `south` ….
    pub side: &'static str,
    /// Its number on that side, from 1.
    pub number: usize,
    /// The day that counts for it, among [`Windows::DAYS`]: 大寒 for dwellings, 冬至 for the old.
    pub day: usize,
}

/// The windows of a project.
#[derive(Clone, Debug)]
pub(super) struct Sunlit {
    pub windows: Windows,
    /// Where each window is, in the order of the windows.
    pub places: Vec<Place>,
    /// The buildings that may go.
    may_go: Vec<Arc<Feature>>,
}

/// The latitude of a project in degrees north; none for a drawing without a place on the earth, or
/// with one where the sun does not stand in the south in winter.
pub(super) fn latitude(project: &Project) -> Option<f64> {
    let latitude = project.estate.frame.map(|frame| frame.latitude)?;
    (SOUTHERNMOST..=NORTHERNMOST)
        .contains(&latitude)
        .then_some(latitude)
}

/// The houses whose windows are looked after, with the day that counts for each.
pub(super) fn houses(project: &Project) -> impl Iterator<Item = (&Arc<Feature>, usize)> {
    project.estate.buildings().filter_map(|house| match house.class {
        Class::Building { remove: true, .. } => None,
        Class::Building {
            usage: BuildingUse::Dwelling,
            ..
        } => Some((house, 0)),
        Class::Building {
            usage: BuildingUse::DayCare,
            ..
        } => Some((house, 1)),
        _ => None,
    })
}

impl Sunlit {
    /// The windows of a project's dwellings and day-care; none without a latitude.
    pub fn new(project: &Project, profile: &Profile) -> Option<Self> {
        let latitude = latitude(project)?;
        let number = |name: &str| profile.provision(name).map(|provision| provision.value);
        let (sill, segment) = (number("sun.sill")?, number("sun.segment")?);
        let mut places = Vec::new();
        let mut windows = Vec::new();
        for (house, day) in houses(project) {
            for stretch in house.shape.outline().map(stretches).unwrap_or_default() {
                places.push(Place {
                    house: house.clone(),
                    side: stretch.side,
                    number: stretch.number,
                    day,
                });
                windows.push(Window {
                    ends: stretch.ends,
                    sill,
                });
            }
        }
        let (goes, stays): (Vec<_>, Vec<_>) = project
            .estate
            .buildings()
            .filter_map(|house| Some((house.clone(), shade::of_building(house)?)))
            .partition(|(house, _)| matches!(house.class, Class::Building { remove: true, .. }));
        let solids = |of: &[(Arc<Feature>, Solid)]| -> Vec<Solid> {
            of.iter().map(|(_, solid)| solid.clone()).collect()
        };
        let (stay, go) = (solids(&stays), solids(&goes));
        Some(Self {
            windows: Windows::new(latitude, windows, &stay, &go, segment.round() as u32),
            places,
            may_go: goes.into_iter().map(|(house, _)| house).collect(),
        })
    }

    /// The shade that a thing throws on windows; none for a thing that throws none.
    pub fn shade(&self, placed: &Placed) -> Option<Arc<Shade>> {
        let reckon = || {
            let solid = shade::of_thing(placed.kind.as_deref()?, &placed.thing)?;
            let shade = self.windows.shade(&solid);
            (!shade.is_empty()).then(|| Arc::new(shade))
        };
        placed.shade.get_or_init(reckon).clone()
    }

    /// Which of the buildings that may go are built over.
    pub fn gone(&self, site: &Site) -> Vec<bool> {
        self.may_go
            .iter()
            .map(|house| shade::is_gone(site, house))
            .collect()
    }
}
