//! What gets through: the ground that is left free, and who gets where on it. Knows geometry alone.

mod drive;
mod edges;
mod lane;
mod lattice;
mod obstacle;
mod raster;
mod walk;
mod walk_ground;

#[cfg(test)]
mod drive_tests;
#[cfg(test)]
mod walk_tests;

pub use drive::{Bottleneck, Driven, Served};
pub use lane::{Block, GaveUp, LaneGround, Lanes, Mark, Surface, Vehicle};
pub use obstacle::{Goal, Obstacle};
pub use raster::Grid;
pub use walk::{Field, Islands, Narrow};
pub use walk_ground::{Gap, ObstacleNo, WalkGround};
