//! Things that stand in rows: bicycles and fitness items.

use crate::geometry::WorldVec;

/// Metres along a rack for one bicycle (JGJ 100 as domain.md A5 has it [M 85%]).
pub const BIKE_PITCH_M: f64 = 0.6;

/// Side in metres of the square that a fitness item takes with its safety zone (domain.md A10 [M 75%]).
pub const FITNESS_MODULE_M: f64 = 4.0;

/// How many of a length fit along another; a millimetre short still counts.
pub(super) fn fits(length: f64, each: f64) -> u32 {
    if length.is_finite() && length > 0.0 {
        ((length + 0.001) / each).floor() as u32
    } else {
        0
    }
}

/// How many bicycles a rack of a size holds, along its width.
pub fn bike_places(size: WorldVec) -> u32 {
    fits(size.x, BIKE_PITCH_M)
}

/// How many columns and rows of fitness items a ground of a size holds.
pub fn fitness_items(size: WorldVec) -> (u32, u32) {
    (fits(size.x, FITNESS_MODULE_M), fits(size.y, FITNESS_MODULE_M))
}
