//! What gets through: the ground that is left free, and who gets where on it. Knows geometry alone.

mod bins;
mod cells;
mod covers;
mod dead_end;
mod drawn;
mod drive;
mod edges;
mod former;
mod gaps;
mod hoses;
mod islands;
mod junction;

mod kept;
mod kerbs;
mod known_turns;
mod laid;
mod lane;
mod lattice;
mod narrow;
mod obstacle;
mod raster;
mod redriven;
mod round;
mod route;
mod served;
mod squares;
mod states;
mod tiles;
mod turn;
mod turned;
mod walk;
mod walk_ground;
mod ways;
mod wheel;
mod without;

#[cfg(test)]
mod dead_end_tests;
#[cfg(test)]
mod drive_tests;
#[cfg(test)]
mod kept_tests;
#[cfg(test)]
mod turn_tests;
#[cfg(test)]
mod walk_tests;

pub use covers::LaneChange;
pub use dead_end::DeadEnd;
pub use drive::{Bottleneck, Driven};
pub use former::Along;
pub use gaps::Gap;
pub use islands::Islands;
pub use kept::KeptDrive;
pub use known_turns::{KnownTurns, TurnsToday};
pub use lane::{Block, GaveUp, LaneGround, Lanes, Mark, Surface, Vehicle};
pub use narrow::{Narrow, NarrowWays};
pub use obstacle::{Goal, Obstacle};
pub use raster::Grid;
pub use route::{Pose, Route};
pub use served::Served;
pub use squares::Squares;
pub use turn::Bend;
pub use turned::Turned;
pub use walk::Field;
pub use walk_ground::{ObstacleNo, WalkGround};
pub use without::Without;
