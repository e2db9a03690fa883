//! A press: where and with what a gesture began.

use crate::editor::{Mods, Pointer, PointerKind};
use crate::geometry::{ScreenPt, WorldPt};

use super::super::stage::Stage;

/// Where and with what a gesture began.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::editor) struct Press {
    pub id: i32,
    pub kind: PointerKind,
    pub at: ScreenPt,
    /// The place on the plan that was pressed.
    pub world: WorldPt,
    pub mods: Mods,
}

impl Press {
    pub fn of(pointer: Pointer, stage: &Stage) -> Self {
        Self {
            id: pointer.id,
            kind: pointer.kind,
            at: pointer.at,
            world: stage.world(pointer.at),
            mods: pointer.mods,
        }
    }
    /// Whether a pointer has moved enough for the press to be a drag: hands tremble.
    pub fn is_drag(&self, at: ScreenPt) -> bool {
        let slop = match self.kind {
            PointerKind::Mouse => 3.0,
            PointerKind::Pen => 5.0,
            PointerKind::Touch => 8.0,
        };
        self.at.distance(at) > slop
    }
}

/// How near to a thing a press must be to mean it, in pixels.
pub(in crate::editor) fn tolerance_px(kind: PointerKind) -> f64 {
    match kind {
        PointerKind::Mouse => 4.0,
        PointerKind::Pen => 8.0,
        PointerKind::Touch => 16.0,
    }
}
