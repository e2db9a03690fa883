//! Snapping: one kernel a file, each giving candidates; the chooser takes the nearest, and a
//! second one in another direction beside it.

mod align;
mod angle;
mod point;
mod targets;
mod wall;

pub(super) use align::{aligned, sides_of};
pub(super) use angle::snapped_turn;
pub(super) use point::snapped_point;
pub(super) use targets::{Nearby, Targets};
pub(super) use wall::backed;

use crate::geometry::{WorldPt, WorldVec};

use crate::scene::Measured;

/// How near on the screen something must be to be snapped to, in pixels.
pub(super) const TOLERANCE_PX: f64 = 8.0;
/// How far from what is moved things are looked at, in metres.
pub(super) const LOOK_M: f64 = 12.0;
/// The step of the grid, in metres.
pub(super) const GRID_M: f64 = 0.5;

/// What snapping would add to a move.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Snap {
    /// The step to add.
    pub by: WorldVec,
    /// The lines that it came to lie on, as they will be after the step.
    pub guides: Vec<Measured>,
}

/// A line that a side or middle could be brought onto.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    /// The unit step across the line.
    across: WorldVec,
    /// How far to go along `across`, in metres.
    by: f64,
    /// How much worse than its distance it is, in metres.
    penalty: f64,
    guide: Measured,
}

/// The chooser: the nearest line, then the nearest in a direction that differs by 30° or more.
fn chosen(mut candidates: Vec<Candidate>) -> Snap {
    candidates.sort_by(|a, b| (a.by.abs() + a.penalty).total_cmp(&(b.by.abs() + b.penalty)));
    let Some(first) = candidates.first().copied() else {
        return Snap::default();
    };
    let second = candidates
        .iter()
        .find(|other| first.across.cross(other.across).abs() > 0.5);
    let Some(second) = second else {
        return Snap {
            by: first.across * first.by,
            guides: vec![first.guide],
        };
    };
    // The step whose part along each direction is what each line asks.
    let det = first.across.cross(second.across);
    let by = WorldVec::new(
        (first.by * second.across.y - second.by * first.across.y) / det,
        (first.across.x * second.by - second.across.x * first.by) / det,
    );
    Snap {
        by,
        guides: vec![first.guide, second.guide],
    }
}

/// The step to the nearest point of the grid.
pub(super) fn onto_grid(point: WorldPt) -> WorldVec {
    let near = |v: f64| (v / GRID_M).round() * GRID_M;
    WorldPt::new(near(point.x), near(point.y)) - point
}
