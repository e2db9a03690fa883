//! What lies over the resting plan while a hand is at work, as plain data for the scene.

use std::sync::Arc;

use crate::design::{Placement, PlacementShape};
use crate::geometry::{Bounds, WorldPt};

/// A thing that is not at rest.
#[derive(Clone, Debug, PartialEq)]
pub struct Lifted {
    /// The thing as it would be if the hand let go now.
    pub thing: Arc<Placement>,
    /// Not placed yet: shown lighter than what is there.
    pub ghost: bool,
    /// Let go here it would not be placed (outside the plan).
    pub refused: bool,
}

/// What a handle does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandleKind {
    /// Changes the size; the corner or side as signs along the thing's own axes: `(1, 0)` is the
    /// middle of its right side.
    Size(i8, i8),
    /// Turns it.
    Turn,
    /// Moves a corner.
    Corner(usize),
    /// Pulls a new corner out of the side that starts at a corner.
    Insert(usize),
}

/// A handle as it is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Handle {
    /// What it does.
    pub kind: HandleKind,
    /// Where it is.
    pub at: WorldPt,
    /// It is the chosen corner, or the one held now.
    pub active: bool,
}

/// A line to which something snapped.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Guide {
    /// One end.
    pub from: WorldPt,
    /// The other end.
    pub to: WorldPt,
    /// The free distance in metres between the two things, where the guide bridges one.
    pub metres: Option<f64>,
}

/// A length shown along a side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dimension {
    /// One end.
    pub from: WorldPt,
    /// The other end.
    pub to: WorldPt,
    /// The length in metres.
    pub metres: f64,
}

/// An angle shown while something is turned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AngleMark {
    /// The middle about which it is turned.
    pub at: WorldPt,
    /// Degrees anticlockwise from east.
    pub degrees: f64,
    /// It snapped to a round angle or to a wall.
    pub snapped: bool,
}

/// The corners of an outline or path that is being drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Sketch {
    /// The corners set so far.
    pub corners: Vec<WorldPt>,
    /// Where the next would be.
    pub next: Option<WorldPt>,
    /// It is an area and will be closed; else a path.
    pub area: bool,
    /// Its width in metres, of a path.
    pub width: f64,
    /// Set now, the next corner would close the outline.
    pub closes: bool,
    /// Set now, the next corner would make it cross itself.
    pub crosses: bool,
}

/// Everything over the resting plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EditorOverlay {
    /// Things in the hand.
    pub lifted: Vec<Lifted>,
    /// The outlines of what is selected, as it would be if the hand let go now.
    pub selected: Vec<PlacementShape>,
    /// The thing under the mouse.
    pub hovered: Option<PlacementShape>,
    /// The handles of the one thing selected.
    pub handles: Vec<Handle>,
    /// The stem of the turning handle: from the thing's edge to the handle.
    pub stem: Option<(WorldPt, WorldPt)>,
    /// What was snapped to.
    pub guides: Vec<Guide>,
    /// Lengths of what is changing.
    pub dimensions: Vec<Dimension>,
    /// The angle of what is being turned.
    pub angle: Option<AngleMark>,
    /// The box that is being pulled open to select.
    pub marquee: Option<Bounds>,
    /// The outline or path that is being drawn.
    pub sketch: Option<Sketch>,
    /// The cross that the keys move.
    pub cross: Option<WorldPt>,
}
