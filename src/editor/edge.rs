//! The plan moves by itself while something is held at its edge.

use crate::geometry::{ScreenPt, ScreenVec, View};

use super::tool::Input;
use super::{Editor, Pointer};

/// So near to the plan's edge, in pixels, the plan begins to move.
const NEAR_PX: f64 = 36.0;
/// How fast it moves at the edge and beyond, in pixels a second.
const FAST_PX: f64 = 640.0;
/// Frames farther apart than this, in milliseconds, move it no further: the page was asleep.
const LONGEST_MS: f64 = 50.0;

impl Editor {
    /// The pointer that holds something at the plan's edge.
    pub(super) fn pulled(&self) -> Option<Pointer> {
        let holds =
            self.tool.holds() && self.came_in && self.fingers.pan.is_none() && self.fingers.may_draw();
        self.moved
            .filter(|pointer| holds && self.is_the_hand(pointer.id) && is_near(&self.stage.view, pointer.at))
    }

    /// Remembers where a pointer is. What comes out of the palette crosses the plan's edge on its way
    /// in, and pulls at it only when it comes back.
    pub(super) fn has_moved(&mut self, pointer: Pointer) {
        self.moved = Some(pointer);
        self.came_in |= !self.tool.is_carrying() || !is_near(&self.stage.view, pointer.at);
    }

    /// Moves the plan under what is held at its edge.
    pub(super) fn tick(&mut self, ms: f64) {
        let Some(pointer) = self.pulled() else { return };
        if let Some(by) = pull(&self.stage.view, pointer.at, ms) {
            self.show(self.stage.view.panned(by));
            self.give(Input::Move(pointer, true));
        }
    }
}

/// How far a pointer asks the plan to move in a time, in pixels: the plan's content goes away from
/// the edge that the pointer is at, the faster the nearer. None in the plan's middle.
fn pull(view: &View, at: ScreenPt, ms: f64) -> Option<ScreenVec> {
    // A clock that jumped or gave no number moves nothing.
    let ms = if ms.is_nan() {
        0.0
    } else {
        ms.clamp(0.0, LONGEST_MS)
    };
    let step = FAST_PX * ms / 1000.0;
    let by = ScreenVec::new(along(at.x, view.size.x), along(at.y, view.size.y));
    let moves = by.x != 0.0 || by.y != 0.0;
    moves.then(|| ScreenVec::new(by.x * step, by.y * step))
}

/// Whether a pointer is so near to an edge that the plan moves.
fn is_near(view: &View, at: ScreenPt) -> bool {
    along(at.x, view.size.x) != 0.0 || along(at.y, view.size.y) != 0.0
}

/// From 1 at the low edge over 0 in the middle to -1 at the high one.
fn along(at: f64, size: f64) -> f64 {
    // On a plan that is hardly wider than its edges nothing would be the middle.
    let near = NEAR_PX.min(size / 6.0).max(1.0);
    let low = ((near - at) / near).clamp(0.0, 1.0);
    let high = ((at - (size - near)) / near).clamp(0.0, 1.0);
    low - high
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::WorldPt;

    fn at(x: f64, y: f64, ms: f64) -> Option<(f64, f64)> {
        let view = View::new(WorldPt::default(), 10.0, ScreenVec::new(800.0, 600.0));
        pull(&view, ScreenPt::new(x, y), ms).map(|by| (by.x, by.y))
    }

    #[test]
    fn it_moves_at_the_edges_alone_and_no_faster_beyond_them() {
        assert_eq!(at(400.0, 300.0, 16.0), None);
        assert_eq!(at(36.0, 300.0, 16.0), None);
        assert_eq!(at(0.0, 300.0, 25.0), Some((16.0, 0.0)));
        assert_eq!(at(-500.0, 300.0, 25.0), Some((16.0, 0.0)));
        assert_eq!(at(800.0, 600.0, 25.0), Some((-16.0, -16.0)));
        assert_eq!(at(18.0, 300.0, 25.0), Some((8.0, 0.0)));
        assert_eq!(at(0.0, 300.0, 9_000.0), at(0.0, 300.0, LONGEST_MS));
    }
}
