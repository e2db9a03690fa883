//! How a file's coordinates are to be read: which number is the easting, and whether it begins with its zone.
//!
//! Surveyors write northing first, CAD easting first, some with the zone's number before the easting and some
//! without, and no file says which. Numbers of an estate say it by their size.

use super::{Crs, Zone};

/// A system and the order of its two numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The system, with or without the zone's number as the numbers have it.
    pub crs: Crs,
    /// Whether northing (or latitude) comes first.
    pub swapped: bool,
}

impl Reading {
    /// A point with its easting first.
    pub fn ordered(self, [x, y]: [f64; 2]) -> [f64; 2] {
        if self.swapped { [y, x] } else { [x, y] }
    }
    /// How numbers of a system that is named are to be read, by a point in the middle of them. Numbers that fit
    /// neither way are read as they stand.
    pub fn of(crs: Crs, [x, y]: [f64; 2]) -> Self {
        let plain = Self { crs, swapped: false };
        let swapped = Self { crs, swapped: true };
        match crs {
            // In China no latitude is over 54 and no longitude under 73.
            Crs::Wgs84 | Crs::Gcj02 | Crs::Bd09 if is_latitude(x) && is_longitude(y) => swapped,
            Crs::Utm { .. } if !is_easting(x) && is_easting(y) => swapped,
            Crs::Cgcs2000(zone) => {
                let as_written = |east: f64| with_prefix(zone, east);
                match (as_written(x), as_written(y)) {
                    (Some(crs), _) if is_northing(y) => Self { crs, swapped: false },
                    (_, Some(crs)) if is_northing(x) => Self { crs, swapped: true },
                    _ => plain,
                }
            }
            _ => plain,
        }
    }
}

/// What metres of a file that names no system seem to be; none where they say nothing of it. Of eastings without
/// a zone's number nothing can be known but that they are such: their strip is `None`.
pub fn guess([x, y]: [f64; 2]) -> Option<(Option<Crs>, bool)> {
    let one = |east: f64, north: f64, swapped: bool| {
        if !is_northing(north) {
            return None;
        }
        if let Some(zone) = zone_of(east) {
            return Some((Some(Crs::Cgcs2000(zone)), swapped));
        }
        is_easting(east).then_some((None, swapped))
    };
    one(x, y, false).or_else(|| one(y, x, true))
}

fn is_longitude(degrees: f64) -> bool {
    (73.0..=136.0).contains(&degrees)
}

fn is_latitude(degrees: f64) -> bool {
    (3.0..=54.0).contains(&degrees)
}

/// Northings of China reach from Hainan to the Amur.
fn is_northing(metres: f64) -> bool {
    (1_800_000.0..=6_000_000.0).contains(&metres)
}

/// An easting without its zone's number: at most three degrees to either side of the middle meridian.
fn is_easting(metres: f64) -> bool {
    (150_000.0..=850_000.0).contains(&metres)
}

/// The strip whose number an easting begins with.
fn zone_of(east: f64) -> Option<Zone> {
    let number = (east / 1_000_000.0).floor();
    if !(13.0..=45.0).contains(&number) || !is_easting(east - number * 1_000_000.0) {
        return None;
    }
    // In range of u8 by the bounds just asked for.
    let number = number as u8;
    Zone::of_three_degrees(number).or_else(|| Zone::of_six_degrees(number))
}

/// The same strip as an easting has it: with its number or without; none where it is no easting of the strip.
fn with_prefix(zone: Zone, east: f64) -> Option<Crs> {
    if is_easting(east) {
        return Some(Crs::Cgcs2000(Zone { prefix: None, ..zone }));
    }
    let written = zone_of(east)?;
    (written.meridian == zone.meridian).then_some(Crs::Cgcs2000(written))
}
