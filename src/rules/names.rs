//! What things are called in sentences.

use crate::estate::{BuildingUse, Class, Estate, Feature, FeatureId};
use crate::text::Message;

/// What people call a feature: its name, a building with a bare number as a building of that
/// number, or the word for what it is.
pub fn feature_name(feature: &Feature) -> Message {
    let name = feature.name.trim();
    let building = matches!(feature.class, Class::Building { .. });
    if building && is_house_number(name) {
        return Message::new("building-number").with("number", name);
    }
    if !name.is_empty() {
        return Message::new("named").with("name", name);
    }
    Message::new(match &feature.class {
        Class::Boundary => "feature-boundary",
        Class::Building { usage, .. } => match usage {
            BuildingUse::Dwelling => "feature-dwelling",
            BuildingUse::DayCare => "feature-day-care",
            BuildingUse::Service => "feature-service",
            BuildingUse::Substation => "feature-substation",
            BuildingUse::Shed => "feature-shed",
            BuildingUse::Other => "feature-building",
        },
        Class::Door { .. } => "feature-door",
        Class::Road { .. } => "feature-road",
        Class::Gate { .. } => "feature-gate",
        Class::Bay { .. } => "feature-bay",
        Class::Green => "feature-green",
        Class::Paving => "feature-paving",
        Class::Activity => "feature-activity",
        Class::Water => "feature-water",
        Class::Tree { kept: true, .. } => "feature-kept-tree",
        Class::Tree { .. } => "feature-tree",
        Class::Pipe { .. } => "feature-pipe",
        Class::Manhole => "feature-manhole",
        Class::Hydrant => "feature-hydrant",
        Class::Lamp => "feature-lamp",
        Class::Substation => "feature-substation",
        Class::Septic => "feature-septic",
        Class::Fence { .. } => "feature-fence",
    })
}

/// A stair door: 'building 5, stair 2', or 'a stair door' where the map says no more.
pub fn door_name(estate: &Estate, door: &FeatureId) -> Message {
    let unknown = || Message::new("feature-door");
    let Some(feature) = estate.feature(door) else {
        return unknown();
    };
    let Class::Door { building, stair, .. } = &feature.class else {
        return feature_name(feature);
    };
    let house = building
        .as_ref()
        .and_then(|id| estate.feature(id))
        .map(|house| feature_name(house));
    let stair = stair.as_deref().map(str::trim).filter(|stair| !stair.is_empty());
    match (house, stair) {
        (Some(house), Some(stair)) => Message::new("door-of").with("house", house).with("stair", stair),
        (Some(house), None) => Message::new("door-of-house").with("house", house),
        (None, Some(stair)) => Message::new("door-stair").with("stair", stair),
        (None, None) => unknown(),
    }
}

/// Whether a feature's name begins with a figure, which Chinese sets off with a space.
pub(super) fn is_numbered(feature: &Feature) -> bool {
    matches!(feature.class, Class::Building { .. }) && is_house_number(feature.name.trim())
}

/// `7`, `12`, `12a`: a number that needs a word to be read as a building.
fn is_house_number(name: &str) -> bool {
    name.len() <= 5
        && name.starts_with(|c: char| c.is_ascii_digit())
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '/')
}
