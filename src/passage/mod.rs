//! What gets through: the ground that is left free, and who gets where on it. Knows geometry alone.

mod obstacle;
mod raster;
mod walk;
mod walk_ground;

#[cfg(test)]
mod walk_tests;

pub use obstacle::{Goal, Obstacle};
pub use raster::Grid;
pub use walk::{Field, Islands, Narrow};
pub use walk_ground::{Gap, ObstacleNo, WalkGround};
