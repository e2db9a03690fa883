//! Snapping: one kernel a file, each giving candidates; the chooser takes the nearest, and a
//! second one in another direction beside it.
//!
//! One switch, [`SnapMode`], says what is snapped to:
//!
//! | mode | a thing that is moved or pulled | a corner that is set or moved | a turn |
//! |---|---|---|---|
//! | grid | its middle onto the grid, its size to whole spaces | onto the grid | round angles, walls |
//! | edges | its sides onto sides that they touch, then its ends and middles onto theirs | corners, middles of sides, sides | the same |
//! | alignment | edges, and the lines of sides beyond their ends, middle lines, equal gaps | edges, extension lines, square to what is drawn | the same |
//! | right angles | straight from where it was, along the nearest wall or across it | square to what is drawn and to the nearest wall | the same |
//! | off | – | – | – |
//!
//! The tolerance is in pixels, so that it does not depend on the zoom, and no snap moves anything
//! farther. Only the index is asked, near the hand, and only anew when the hand has moved on.
//! Alt, Control or a second finger that rests on the plan suspends it all. A thing with a back
//! turns it to a wall or kerb, and a bay lines up, in every mode but grid and off.

mod align;
pub(super) mod angle;
mod clear;
mod gap;
mod mode;
mod nearby;
mod point;
mod said;
mod stand;
mod targets;

pub(super) use align::sides_of;
pub use mode::SnapMode;
pub(super) use nearby::Nearby;
pub(super) use stand::Stood;

use crate::geometry::{WorldPt, WorldVec};
use crate::scene::Measured;
use crate::text::Message;

use said::Said;
use targets::Targets;

/// How near on the screen something must be to be snapped to, in pixels.
pub(super) const TOLERANCE_PX: f64 = 8.0;
/// How far from what is moved things are looked at, in metres.
const LOOK_M: f64 = 12.0;

/// What snapping would add to a move.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Snap {
    /// The step to add.
    pub by: WorldVec,
    /// The lines and marks that it came to lie on, as they will be after the step.
    pub guides: Vec<Measured>,
    /// What it snapped to, in words.
    pub said: Option<Message>,
}

/// A line that a side, a corner or a middle could be brought onto.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    /// The unit step across the line.
    across: WorldVec,
    /// How far to go along `across`, in metres.
    by: f64,
    /// How much worse than its distance it is, in metres.
    penalty: f64,
    guide: Measured,
    /// The other of two equal gaps.
    also: Option<Measured>,
    said: Said,
}

impl Candidate {
    fn step(&self) -> WorldVec {
        self.across * self.by
    }
    fn cost(&self) -> f64 {
        self.by.abs() + self.penalty
    }
}

/// What the chooser chose: one line, or two at once, and the step onto them.
#[derive(Clone, Debug, Default)]
struct Chosen {
    by: WorldVec,
    lines: Vec<Candidate>,
}

impl Chosen {
    fn into_snap(self, targets: &Targets) -> Snap {
        let said: Vec<Said> = self.lines.iter().map(|line| line.said).collect();
        Snap {
            by: self.by,
            guides: self
                .lines
                .iter()
                .flat_map(|line| [Some(line.guide), line.also])
                .flatten()
                .collect(),
            said: said::message(&said, targets),
        }
    }
}

/// The chooser: the nearest line, then the nearest in a direction that differs by 30° or more,
/// where both can be met without going farther than the tolerance.
fn chosen(candidates: &[Candidate], tolerance: f64) -> Chosen {
    // Candidates are large and many: their places are sorted, of equals the first found first.
    let mut order: Vec<(f64, usize)> = candidates.iter().map(Candidate::cost).zip(0..).collect();
    order.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let mut nearest = order.iter().filter_map(|(_, at)| candidates.get(*at)).copied();
    let Some(first) = nearest.next() else {
        return Chosen::default();
    };
    let both = nearest.find_map(|other| {
        let det = first.across.cross(other.across);
        if det.abs() <= 0.5 {
            return None;
        }
        // The step whose part along each direction is what each line asks.
        let by = WorldVec::new(
            (first.by * other.across.y - other.by * first.across.y) / det,
            (first.across.x * other.by - other.across.x * first.by) / det,
        );
        (by.length() <= tolerance).then_some((by, other))
    });
    match both {
        Some((by, second)) => Chosen {
            by,
            lines: vec![first, second],
        },
        None => Chosen {
            by: first.step(),
            lines: vec![first],
        },
    }
}

/// The step to the nearest point of a grid of a spacing in metres.
fn onto_grid(point: WorldPt, spacing: f64) -> WorldVec {
    let near = |v: f64| (v / spacing).round() * spacing;
    WorldPt::new(near(point.x), near(point.y)) - point
}

/// A mark at a place: a guide of no length.
fn mark(at: WorldPt) -> Measured {
    Measured {
        from: at,
        to: at,
        metres: None,
    }
}
