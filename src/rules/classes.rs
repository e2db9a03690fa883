//! What a placed kind counts as for the rules of distance.

use crate::catalogue::LaysOut;
use crate::estate::{BuildingUse, Class, Feature};
use crate::text::Message;

use super::names::{feature_name, is_numbered};
use super::placed::{Placed, Site};

/// A roof with charging slots.
pub(super) fn is_shed(placed: &Placed) -> bool {
    placed
        .kind
        .as_ref()
        .is_some_and(|kind| kind.lays_out == Some(LaysOut::ChargingShed))
}

/// Rooms where people stay.
pub(super) fn is_house(placed: &Placed) -> bool {
    placed.is_one_of(&["day-care-centre", "parlour"])
}

/// Closed rooms: those where people stay, and a bin room.
pub(super) fn is_closed(placed: &Placed) -> bool {
    let chosen = |param| {
        placed
            .kind
            .as_ref()
            .and_then(|kind| placed.thing.option(kind, param))
    };
    is_house(placed) || placed.is_one_of(&["bin-station"]) && chosen("style") == Some("room")
}

/// A roof on posts: by GB 50016 no building, so that its distance is reasoned and not read.
pub(super) fn is_open_roof(placed: &Placed) -> bool {
    placed.is_one_of(&["pavilion", "pavilion-corridor", "pergola"])
}

/// Whether a room is fitted out in a house that is there, and so is no new building.
pub(super) fn is_refit(site: &Site, placed: &Placed) -> bool {
    let chosen = placed
        .kind
        .as_ref()
        .and_then(|kind| placed.thing.option(kind, "works"));
    let within = |feature: &Feature| {
        matches!(feature.class, Class::Building { .. })
            && site
                .terrain
                .ground(feature)
                .is_some_and(|ground| ground.shared(&placed.ground).area() > placed.ground.area() / 2.0)
    };
    chosen == Some("refit") && site.features(placed).into_iter().any(|feature| within(feature))
}

/// A building higher than this, in metres, is a high one: an aerial engine serves it.
const HIGH_M: f64 = 27.0;
/// The height of a storey where only storeys are known, in metres.
const STOREY_M: f64 = 2.9;

/// Whether a building is a high one, as far as the map says.
pub(super) fn is_high(class: &Class) -> bool {
    match class {
        Class::Building { storeys, height, .. } => {
            let height = height.or(storeys.map(|storeys| storeys * STOREY_M));
            height.is_some_and(|height| height > HIGH_M)
        }
        _ => false,
    }
}

/// A building that stays and in which people are; sheds and rooms of transformers are none.
pub(super) fn is_for_people(class: &Class) -> bool {
    use BuildingUse::{DayCare, Dwelling, Other, Service};
    matches!(
        class,
        Class::Building {
            remove: false,
            usage: Dwelling | DayCare | Service | Other,
            ..
        }
    )
}

/// A building's name as it stands within a sentence: Chinese sets a number off with a space.
pub(super) fn within_sentence(feature: &Feature) -> Message {
    let name = feature_name(feature);
    match is_numbered(feature) {
        true => Message::new("near-numbered").with("name", name),
        false => name,
    }
}

/// What a rule would need where the estate shows no building.
pub(super) fn lacks_buildings(site: &Site) -> Option<Message> {
    let any = site
        .project
        .estate
        .features()
        .iter()
        .any(|f| is_for_people(&f.class));
    (!any).then(|| Message::new("near-needs-buildings"))
}
