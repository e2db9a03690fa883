//! The shadows of a plan at any hour of a few days.

use crate::design::Design;
use crate::geometry::{Outline, Region};
use crate::sunlight::{Day, Solid, Sun, beijing_minutes, shadow, shadow_length, sun_at};

use super::{Survey, sunlit};

/// What throws shadow on a plan, ready for every hour.
#[derive(Clone, Debug)]
pub struct Shadows {
    latitude: f64,
    longitude: f64,
    /// Without the leaves of trees, and with them.
    bare: Vec<Solid>,
    leafy: Vec<Solid>,
    /// What stands on the ground: its own roof lies in the sun.
    roofs: Region,
}

impl Survey {
    /// What throws shadow on a plan; none where the project has no latitude.
    pub fn shadows(&self, design: &Design) -> Option<Shadows> {
        let bare = self.solids(design, false);
        let roofs: Vec<Outline> = bare.iter().map(|solid| solid.outline.clone()).collect();
        Some(Shadows {
            latitude: sunlit::latitude(&self.project)?,
            longitude: self.project.estate.frame?.longitude,
            leafy: self.solids(design, true),
            roofs: Region::union_of(&roofs),
            bare,
        })
    }
}

impl Shadows {
    /// Whether the trees bear leaves on a day: their shadow is left out in winter.
    pub fn has_leaves(day: Day) -> bool {
        matches!(day, Day::SpringEquinox | Day::SummerSolstice)
    }
    /// Where the sun stands at an hour of true solar time.
    pub fn sun(&self, day: Day, hour: f64) -> Sun {
        sun_at(self.latitude, day.declination(), hour)
    }
    /// What a clock shows then, in minutes after midnight.
    pub fn clock(&self, day: Day, hour: f64) -> f64 {
        beijing_minutes(day, self.longitude, hour)
    }
    /// The ground in shadow at an hour of true solar time; none while the sun is down or so low that
    /// shadows have no end.
    pub fn at(&self, day: Day, hour: f64) -> Option<Region> {
        let length = shadow_length(self.sun(day, hour))?;
        let solids = if Self::has_leaves(day) {
            &self.leafy
        } else {
            &self.bare
        };
        Some(shadow(solids, length).without(&self.roofs))
    }
}
