//! Kernels that lay things out: bays and aisles in an outline, slots in a shed. Numbers in, plans
//! out; nothing here knows what a design or a catalogue is.
//!
//! What is drawn and what is counted come from the same plan, so they cannot differ.

mod bay_angle;
mod beside;
mod car_park;
mod car_park_rows;
mod grid;
mod shed;
mod strip;

pub use bay_angle::BayAngle;
pub use beside::{Heading, beside, facing};
pub use car_park::{Bay, BayUse, CarPark, accessible_bays_asked, car_park};
pub use grid::{BIKE_PITCH_M, FITNESS_MODULE_M, bike_places, fitness_items};
pub use shed::{ChargingShed, Slot, charging_shed, charging_shed_width};
