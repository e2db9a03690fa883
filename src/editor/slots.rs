//! How long a shed or rack must be for so many slots.

use crate::catalogue::{Kind, LaysOut};
use crate::design::{Placement, PlacementShape};
use crate::geometry::WorldVec;
use crate::layout;

/// The width in metres at which a thing holds so many slots, keeping its depth; none for a kind
/// that lays out none. Found by laying out, so that it agrees with what is drawn and counted.
pub(super) fn width_for(slots: u32, thing: &Placement, kind: &Kind) -> Option<f64> {
    let PlacementShape::Rectangle { size, .. } = &thing.shape else {
        return None;
    };
    let held = |width: f64| -> u32 {
        let size = WorldVec::new(width, size.y);
        match kind.lays_out {
            Some(LaysOut::ChargingShed) => layout::charging_shed(size).slots.len() as u32,
            Some(LaysOut::BikeRack) => layout::bike_places(size),
            Some(LaysOut::FitnessStation | LaysOut::CarPark) | None => 0,
        }
    };
    let range = kind.width;
    if held(range.max) == 0 {
        return None;
    }
    // A tenth of a metre is finer than any slot; the widest holds what can be held.
    let tenths = (range.min * 10.0).ceil() as u32..=(range.max * 10.0).floor() as u32;
    let width = tenths
        .map(|tenth| f64::from(tenth) / 10.0)
        .find(|width| held(*width) >= slots);
    Some(width.unwrap_or(range.max))
}
