//! Sun and shadow: where the sun stands, what throws shadow where, and how many minutes a window
//! keeps. Numbers in, numbers out; knows points and outlines and nothing of estates.
//!
//! The reckoning follows GB/T 50947-2014 as far as its figures are known (`docs/sources.md`): true
//! solar time, steps of a minute, stretches under five minutes not counted, a window lit only where
//! both ends of its sill are. The ground is taken as level. Angles are reckoned with `libm`, so
//! that the browser and the native program give the same minutes.

mod day;
mod facade;
mod ground;
mod minutes;
mod position;
mod shadow;
mod solid;
mod track;
mod windows;

pub use day::Day;
pub use facade::{Stretch, stretches};
pub use ground::LitGround;
pub use minutes::Minutes;
pub use position::{Sun, beijing_minutes, sun_at};
pub use shadow::{shadow, shadow_length};
pub use solid::Solid;
pub use track::Track;
pub use windows::{Kept, Shade, Window, Windows};
