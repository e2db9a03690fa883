//! Places on the earth: the systems in which surveyors, map services and receivers write coordinates, turned into
//! WGS-84 degrees.
//!
//! Kernels: numbers in, numbers out. A [`Crs`] is what people name; a [`Converter`] is what does it; a [`Fit`] lays
//! a local grid onto known points.

mod converter;
mod crs;
mod fit;
mod reading;

pub use converter::Converter;
pub use crs::{Crs, Zone};
pub use fit::{Fit, FitFault, Pair};
pub use reading::{Reading, guess};
