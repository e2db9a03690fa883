//! The vehicles that are driven, each with its measures from the profile.

use serde::{Deserialize, Serialize};

use crate::passage::Vehicle;

use super::super::classes;
use super::super::placed::Site;

/// Narrower paths and paved strips are for people on foot.
pub(super) const WAY: &str = "fire-lane.way";

/// What is driven.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Vehicles {
    /// An ordinary pumper, from a gate to within a hose's length of every stair door.
    #[default]
    FireEngine,
    /// A stretcher between two people, from a gate to every stair door.
    Stretcher,
    /// A wheelchair, from a gate to every stair door.
    Wheelchair,
    /// The lorry that empties the bins, from a gate to every bin station that is placed.
    BinLorry,
}

/// Length, width and wheelbase of a body, and the inner radius of its tightest turn, in metres.
/// Assumed: typical sizes, for showing it and for what it sweeps. What decides where it gets is
/// the clear width and the reach of the profile, and at bends that a drawing tightens the inner radius: of the engine
/// that of the profile.
struct Body(f64, f64, f64, f64);

impl Vehicles {
    /// Every one.
    pub const ALL: [Self; 4] = [
        Self::FireEngine,
        Self::Stretcher,
        Self::Wheelchair,
        Self::BinLorry,
    ];

    /// The key of its name: `vehicle-fire-engine` ….
    pub fn key(self) -> &'static str {
        match self {
            Self::FireEngine => "vehicle-fire-engine",
            Self::Stretcher => "vehicle-stretcher",
            Self::Wheelchair => "vehicle-wheelchair",
            Self::BinLorry => "vehicle-bin-lorry",
        }
    }
    /// Whether a footway does not bear it.
    pub(in crate::rules) fn is_heavy(self) -> bool {
        matches!(self, Self::FireEngine | Self::BinLorry)
    }
    fn body(self) -> Body {
        match self {
            Self::FireEngine => Body(8.0, 2.5, 4.5, 9.0),
            Self::Stretcher => Body(2.6, 0.7, 1.8, 0.5),
            Self::Wheelchair => Body(1.2, 0.7, 0.5, 0.5),
            Self::BinLorry => Body(6.0, 2.1, 3.4, 6.0),
        }
    }
    /// The vehicle as the profile measures it; none where the profile lacks a number.
    pub(in crate::rules) fn measures(self, site: &Site) -> Option<Vehicle> {
        let (width, reach) = match self {
            Self::FireEngine => ("fire-lane.width", "fire-lane.hose"),
            Self::Stretcher => ("drive-stretcher.width", "drive-stretcher.reach"),
            Self::Wheelchair => ("drive-wheelchair.width", "drive-wheelchair.reach"),
            Self::BinLorry => ("drive-bin-lorry.width", "drive-bin-lorry.reach"),
        };
        let number = |name: &str| site.provision(name).map(|provision| provision.value);
        let Body(length, body, wheelbase, usual) = self.body();
        let turning = match self {
            Self::FireEngine => number(turning_number(site)),
            _ => None,
        };
        if self.is_heavy() {
            number(WAY)?;
        }
        Some(Vehicle {
            width: number(width)?,
            reach: number(reach)?,
            length,
            body,
            wheelbase,
            inner_radius: turning.unwrap_or(usual),
        })
    }
}

/// The profile's name of the inner radius that lanes leave an engine: larger where a building is high.
pub(in crate::rules) fn turning_number(site: &Site) -> &'static str {
    if is_high(site) {
        "fire-turning.radius-high"
    } else {
        "fire-turning.radius"
    }
}

fn is_high(site: &Site) -> bool {
    let mut buildings = site.project.estate.buildings();
    buildings.any(|building| classes::is_high(&building.class))
}
