//! The resize kernel: a rectangle stays a rectangle at any turn.

use crate::catalogue::{Kind, Stands};
use crate::design::PlacementShape;
use crate::geometry::{Outline, Turn, WorldPt, WorldVec, snapped_to_mm};

/// A rectangle on its own axes: a placed rectangle, or an area that still is one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Its centre.
    pub at: WorldPt,
    /// Width and depth in metres.
    pub size: WorldVec,
    /// Degrees anticlockwise from east.
    pub turn: f64,
}

impl Frame {
    /// The rectangle of a shape, or of an area with four square corners; else none.
    pub fn of(shape: &PlacementShape) -> Option<Self> {
        match shape {
            PlacementShape::Rectangle { at, size, turn } => Some(Self {
                at: *at,
                size: *size,
                turn: turn.degrees(),
            }),
            PlacementShape::Area(outline) => Self::of_outline(outline),
            PlacementShape::Path { .. } => None,
        }
    }

    /// The rectangle of an outline with four square corners; else none.
    pub fn of_outline(outline: &Outline) -> Option<Self> {
        let [a, b, c, d] = outline.corners() else {
            return None;
        };
        let (width, depth) = (*b - *a, *d - *a);
        // Corners lie on the millimetre grid, so a square corner is square to within two of them.
        let slack = 0.002 * (width.length() + depth.length());
        let square = width.dot(depth).abs() <= slack && (*c - *b - depth).length() <= 0.004;
        // The longer side says the direction more exactly.
        let turn = if width.length() >= depth.length() {
            width.degrees()
        } else {
            depth.degrees() - 90.0
        };
        square.then(|| Self {
            at: a.middle(*c),
            size: WorldVec::new(width.length(), depth.length()),
            turn,
        })
    }

    /// The place of a sign pair on its edge: `(1, 0)` the middle of the right side.
    pub fn place(&self, (x, y): (i8, i8)) -> WorldPt {
        let own = WorldVec::new(f64::from(x) * self.size.x / 2.0, f64::from(y) * self.size.y / 2.0);
        self.at + own.turned(self.turn)
    }
    /// The outward direction of a sign pair, degrees anticlockwise from east.
    pub fn direction(&self, (x, y): (i8, i8)) -> f64 {
        WorldVec::new(f64::from(x), f64::from(y))
            .turned(self.turn)
            .degrees()
    }
    /// Whether a point lies in it, its edge moved inward by a margin in metres.
    pub fn contains(&self, point: WorldPt, margin: f64) -> bool {
        let own = (point - self.at).turned(-self.turn);
        own.x.abs() <= self.size.x / 2.0 - margin && own.y.abs() <= self.size.y / 2.0 - margin
    }
}

/// The shape with another frame: of a rectangle its place and size, of a rectangular area a new
/// outline with the corners in the same order.
pub fn in_frame(shape: &PlacementShape, frame: &Frame) -> PlacementShape {
    match shape {
        // At the sheet's very edge a side cannot be pulled further out.
        PlacementShape::Rectangle { .. } if !frame.at.is_within_reach() => shape.clone(),
        PlacementShape::Rectangle { turn, .. } => PlacementShape::Rectangle {
            at: frame.at.snapped(),
            size: frame.size,
            turn: *turn,
        },
        PlacementShape::Area(_) => PlacementShape::Area(Outline::rectangle(frame.at, frame.size, frame.turn)),
        PlacementShape::Path { .. } => shape.clone(),
    }
}

/// How a handle pulls.
#[derive(Clone, Copy, Debug)]
pub struct Pull {
    /// Which corner or side, as signs along the frame's axes.
    pub handle: (i8, i8),
    /// Both sides move, the centre stays; else the opposite side or corner stays.
    pub about_centre: bool,
    /// Sizes are rounded to this, in metres.
    pub grain: f64,
}

/// The frame with a handle pulled to a point, its size held to the ranges of its kind.
pub fn resized(frame: &Frame, pull: Pull, to: WorldPt, kind: Option<&Kind>) -> Frame {
    let own = (to - frame.at).turned(-frame.turn);
    let (x, y) = pull.handle;
    let wanted = |sign: i8, size: f64, own: f64| {
        let reached = own * f64::from(sign);
        match (sign, pull.about_centre) {
            (0, _) => size,
            (_, true) => 2.0 * reached,
            (_, false) => size / 2.0 + reached,
        }
    };
    let width = rounded(wanted(x, frame.size.x, own.x), pull.grain);
    let depth = rounded(wanted(y, frame.size.y, own.y), pull.grain);
    // An axis that is not pulled keeps its size to the millimetre.
    let width = if x == 0 { frame.size.x } else { width };
    let depth = if y == 0 { frame.size.y } else { depth };
    let size = held(kind, (x, y), width, depth);
    let grown = size - frame.size;
    let shift = if pull.about_centre {
        WorldVec::default()
    } else {
        WorldVec::new(grown.x * f64::from(x), grown.y * f64::from(y)) / 2.0
    };
    Frame {
        at: frame.at + shift.turned(frame.turn),
        size,
        turn: frame.turn,
    }
}

/// The frame with a width and depth about its centre, held to the ranges of its kind. What has its
/// back to a wall and becomes deeper or shallower keeps the back where it is: about its centre it
/// would grow into the wall.
pub fn resized_to(frame: &Frame, width: f64, depth: f64, kind: Option<&Kind>) -> Frame {
    let handle = (i8::from(width != frame.size.x), i8::from(depth != frame.size.y));
    let size = held(kind, handle, width, depth);
    let stands_back = kind.is_some_and(|kind| kind.stands == Stands::BackToWall);
    let at = if stands_back && handle == (0, 1) {
        let forward = WorldVec::toward(frame.turn - 90.0);
        (frame.at + forward * ((size.y - frame.size.y) / 2.0)).snapped()
    } else {
        frame.at
    };
    Frame { at, size, ..*frame }
}

fn rounded(length: f64, grain: f64) -> f64 {
    snapped_to_mm((length / grain).round() * grain)
}

/// A size within the ranges of the kind; of a round thing the side that is pulled leads.
fn held(kind: Option<&Kind>, (x, _): (i8, i8), width: f64, depth: f64) -> WorldVec {
    let sound = |length: f64| {
        if length.is_finite() {
            length.clamp(0.1, 500.0)
        } else {
            1.0
        }
    };
    let (width, depth) = match kind {
        None => (width, depth),
        Some(kind) if kind.round && x == 0 => kind.held_size(depth, depth),
        Some(kind) => kind.held_size(width, depth),
    };
    WorldVec::new(snapped_to_mm(sound(width)), snapped_to_mm(sound(depth)))
}

/// The turn of a frame as a placed rectangle keeps it.
impl From<&Frame> for Turn {
    fn from(frame: &Frame) -> Self {
        Self::new(frame.turn)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SIDES: [(i8, i8); 8] = [
        (1, 0),
        (1, 1),
        (0, 1),
        (-1, 1),
        (-1, 0),
        (-1, -1),
        (0, -1),
        (1, -1),
    ];

    fn pull(handle: (i8, i8), about_centre: bool) -> Pull {
        Pull {
            handle,
            about_centre,
            grain: 0.01,
        }
    }

    proptest! {
        /// Whatever the turn and wherever it is pulled, the opposite corner or side stays.
        #[test]
        fn the_opposite_side_stays(turn in 0.0..360.0, side in 0_usize..8, x in -60.0..60.0, y in -60.0..60.0) {
            let frame = Frame { at: WorldPt::new(3.0, -7.0), size: WorldVec::new(8.0, 5.0), turn };
            let handle = SIDES[side];
            let opposite = (-handle.0, -handle.1);
            let after = resized(&frame, pull(handle, false), WorldPt::new(x, y), None);
            prop_assert!(after.place(opposite).distance(frame.place(opposite)) < 1e-6);
            prop_assert!(after.size.x >= 0.1 && after.size.y >= 0.1);
        }

        /// About the centre, the centre stays.
        #[test]
        fn the_centre_stays(turn in 0.0..360.0, side in 0_usize..8, x in -60.0..60.0, y in -60.0..60.0) {
            let frame = Frame { at: WorldPt::new(3.0, -7.0), size: WorldVec::new(8.0, 5.0), turn };
            let after = resized(&frame, pull(SIDES[side], true), WorldPt::new(x, y), None);
            prop_assert!(after.at.distance(frame.at) < 1e-9);
        }

        /// A turned rectangular area is seen as a rectangle, and stays one when it is resized.
        #[test]
        fn a_rectangular_area_stays_one(turn in 0.0..360.0, x in 2.0..60.0, y in 2.0..60.0) {
            let outline = Outline::rectangle(WorldPt::new(20.0, 30.0), WorldVec::new(24.0, 16.1), turn);
            let shape = PlacementShape::Area(outline);
            let frame = Frame::of(&shape).expect("a rectangle");
            let to = frame.at + WorldVec::new(x, y).turned(turn);
            let after = in_frame(&shape, &resized(&frame, pull((1, 1), false), to, None));
            prop_assert!(Frame::of(&after).is_some());
        }
    }

    #[test]
    fn an_area_with_a_corner_pulled_out_is_no_rectangle() {
        let corners = [(0., 0.), (10., 0.), (11., 10.), (0., 10.)].map(|(x, y)| WorldPt::new(x, y));
        assert!(Frame::of(&PlacementShape::Area(Outline::new(corners).unwrap())).is_none());
    }
}
