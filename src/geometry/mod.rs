//! Points, outlines, views and the spatial index, in metres.
//!
//! Knows `geo` and `rstar` and nothing of estates; the crates end at this border. Every outline
//! that reaches `geo` has passed [`Outline::new`], the gate: finite, within bounds, snapped to
//! 1 mm, at least three distinct points, no crossing of itself.

mod angle;
mod clip;
mod crossing;
mod depth;
mod gap;
mod grid;
mod index;
mod inset;
mod line;
mod outline;
mod region;
mod space;

pub use angle::{Turn, compass};
pub use crossing::{crossings, crossings_of_next};
pub use depth::depth;
pub use gap::{edges, gap, sides};
pub use grid::grid_metres;
pub use index::{Bounds, Index};
pub use inset::inset;
pub use line::{Line, Segment};
pub use outline::{Outline, OutlineFault};
pub use region::Region;
pub use space::{REACH_M, ScreenPt, ScreenVec, View, WorldPt, WorldVec, snapped_to_mm};
