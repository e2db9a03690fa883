//! What a dialog or a layer asks of a design beside the findings. Pure, so that the worker and, without
//! one, the page reckon alike.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::design::stored::DesignName;
use crate::design::{Design, stored};
use crate::rules::{
    Destination, Drives, NoWalks, Survey, Vehicles, WalkMap, Walks, drive, report_line, walk_map, walks,
};

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Inquiry {
    /// Where a vehicle gets.
    Drive(Vehicles),
    /// How far it is on foot from every door.
    Walks,
    /// The ground by the minutes that it is away from something; with the drawing, or as it is.
    WalkMap(Destination, bool),
    /// What the card of a door needs: the walks and where the fire engine gets.
    Doors,
    /// All that the rules say, as `mulin check --json` writes it.
    Report,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Insight {
    /// Of [`Inquiry::Drive`].
    Drive(Drives),
    /// Of [`Inquiry::Walks`].
    Walks(Result<Walks, NoWalks>),
    /// Of [`Inquiry::WalkMap`].
    WalkMap(Result<WalkMap, NoWalks>),
    /// Of [`Inquiry::Doors`].
    Doors(Result<Walks, NoWalks>, Drives),
    /// Of [`Inquiry::Report`]: the line with its end.
    Report(String),
}

impl Inquiry {
    /// Reckons it; a slow step.
    pub fn reckon(self, survey: &Arc<Survey>, design: &Design) -> Insight {
        match self {
            Self::Drive(vehicle) => Insight::Drive(drive(survey, design, vehicle)),
            Self::Walks => Insight::Walks(walks(survey, design)),
            Self::WalkMap(to, after) => Insight::WalkMap(walk_map(survey, design, to, after)),
            Self::Doors => Insight::Doors(walks(survey, design), drive(survey, design, Vehicles::FireEngine)),
            Self::Report => {
                let name = DesignName::of(&stored::write(design));
                Insight::Report(report_line(survey, design, &name.to_string()))
            }
        }
    }
}

impl Insight {
    /// As text, as it crosses to the page.
    pub fn write(&self) -> String {
        // Text, numbers and lists cannot fail to be written.
        serde_json::to_string(self).unwrap_or_default()
    }
    /// What a text says; none where it is no such text.
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
    /// Where a vehicle gets, if that was asked.
    pub fn drives(self) -> Option<Drives> {
        match self {
            Self::Drive(drives) => Some(drives),
            _ => None,
        }
    }
    /// What the rules say, if that was asked.
    pub fn report(self) -> Option<String> {
        match self {
            Self::Report(line) => Some(line),
            _ => None,
        }
    }
    /// The map, if that was asked and there is one.
    pub fn map(self) -> Option<WalkMap> {
        match self {
            Self::WalkMap(map) => map.ok(),
            _ => None,
        }
    }
    /// The walks, if they were asked, and where the fire engine gets, where that was asked too.
    pub fn walks(self) -> Option<(Result<Walks, NoWalks>, Drives)> {
        match self {
            Self::Walks(walks) => Some((walks, Drives::default())),
            Self::Doors(walks, engine) => Some((walks, engine)),
            _ => None,
        }
    }
}
