//! What is there: the estate as its map shows it.
//!
//! Read once from a project's `estate.geojson` (by `formats`), checked at that border, then
//! never changed. Knows geometry and nothing of designs.

mod feature;
mod frame;
mod what;
mod whole;
mod words;

pub use feature::{BayUse, BuildingUse, Class, Feature, FeatureId, GateUse, PipeUse, RoadUse, Shape};
pub use frame::Frame;
pub use what::What;
pub use whole::Estate;
