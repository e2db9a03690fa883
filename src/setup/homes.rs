//! Homes by house: what the map says, and what can be reckoned where it says nothing.

use std::collections::HashMap;
use std::sync::Arc;

use crate::estate::{BuildingUse, Class, Estate, Feature, FeatureId};

/// Homes on a floor beside a stair, where nobody counted: two, as in most slabs built before 2000; assumed.
pub const HOMES_A_FLOOR_AND_STAIR: u32 = 2;

/// A dwelling house as the table of homes shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct House {
    /// The building.
    pub id: FeatureId,
    /// Its number or name; empty where it has none.
    pub name: String,
    /// Its storeys, where they are known.
    pub storeys: Option<f64>,
    /// Its stair doors.
    pub doors: usize,
    /// Its homes; 0 where nobody said.
    pub homes: u32,
}

impl House {
    /// Every dwelling house of an estate, in the order of the map.
    pub fn all(estate: &Estate) -> Vec<Self> {
        // Counted once for all: a large map has thousands of houses, and its things would be gone through for each.
        let mut doors: HashMap<&FeatureId, usize> = HashMap::new();
        let owners = estate.features().iter().filter_map(|thing| match &thing.class {
            Class::Door { building, .. } => building.as_ref(),
            _ => None,
        });
        owners.for_each(|building| *doors.entry(building).or_default() += 1);
        let doors_of = |id: &FeatureId| doors.get(id).copied().unwrap_or_default();
        let houses = estate.features().iter();
        houses
            .filter_map(|thing| Self::of(thing, doors_of(&thing.id)))
            .collect()
    }
    fn of(thing: &Arc<Feature>, doors: usize) -> Option<Self> {
        let Class::Building {
            usage: BuildingUse::Dwelling,
            storeys,
            households,
            ..
        } = thing.class
        else {
            return None;
        };
        Some(Self {
            id: thing.id.clone(),
            name: thing.name.clone(),
            storeys,
            doors,
            homes: households,
        })
    }
    /// Its homes by its doors and storeys; none where the storeys are not known. A house without a door
    /// on the map has one stair.
    pub fn reckoned(&self) -> Option<u32> {
        let storeys = self.storeys.filter(|n| *n >= 1.0)?;
        // Storeys are at most 200 and doors as many as the map has.
        let floors = storeys.round() as u32;
        let stairs = u32::try_from(self.doors.max(1)).ok()?;
        floors.checked_mul(stairs)?.checked_mul(HOMES_A_FLOOR_AND_STAIR)
    }
}

/// The stair doors that say they are a building's.
pub(super) fn doors_of(estate: &Estate, building: &FeatureId) -> usize {
    let is_its = |thing: &&Arc<Feature>| matches!(&thing.class, Class::Door { building: Some(id), .. } if id == building);
    estate.features().iter().filter(is_its).count()
}
