//! Tools: each a small state machine that takes an input and gives its next state. Path, cursor,
//! hint and overlay follow from the state alone.

mod grip;
mod outline;
mod place;
mod press;
mod select;
mod tap;

use std::sync::Arc;

use crate::catalogue::{Form, Kind};
use crate::design::Placement;

use super::stage::Stage;
use super::{Action, Cursor, Mods, Pointer};
use crate::scene::Overlay;

pub(super) use outline::Drawing;
pub(super) use place::Place;
pub(super) use press::tolerance_px;
pub(super) use select::Select;

/// What reaches a tool.
#[derive(Clone, Copy, Debug)]
pub(super) enum Input {
    Down(Pointer),
    /// A move, and whether the pointer is pressed.
    Move(Pointer, bool),
    Up(Pointer),
    /// The second of two quick taps was let go.
    Double(Pointer),
    /// The gesture was taken away: put everything back.
    PutBack,
    /// An action that the tool said it takes.
    Act(Action, Mods),
}

/// The tool in the hand, in its state.
#[derive(Clone, Debug)]
pub(super) enum Tool {
    Select(Select),
    Place(Place),
    Outline(Drawing),
    Pan,
}

impl Default for Tool {
    fn default() -> Self {
        Self::Select(Select::default())
    }
}

impl Tool {
    #[must_use]
    pub fn on(self, input: Input, stage: &mut Stage) -> Self {
        match self {
            Self::Select(state) => Self::Select(state.on(input, stage)),
            Self::Place(state) => state.on(input, stage),
            Self::Outline(state) => state.on(input, stage),
            Self::Pan => self.put_down(input),
        }
    }
    fn put_down(self, input: Input) -> Self {
        match input {
            Input::Act(Action::Cancel, _) => Self::default(),
            _ => self,
        }
    }
    /// The tool and state in words.
    pub fn path(&self) -> &'static str {
        match self {
            Self::Select(state) => state.path(),
            Self::Place(state) => state.path(),
            Self::Outline(state) => state.path(),
            Self::Pan => "pan.idle",
        }
    }
    pub fn cursor(&self, stage: &Stage) -> Cursor {
        match self {
            Self::Select(state) => state.cursor(stage),
            Self::Place(state) => state.cursor(),
            Self::Outline(_) => Cursor::Cross,
            Self::Pan => Cursor::Grab,
        }
    }
    /// The key of the sentence that says what the hand can do now.
    pub fn hint(&self, stage: &Stage) -> Option<&'static str> {
        match self {
            Self::Select(state) => state.hint(stage),
            Self::Place(state) => Some(state.hint()),
            Self::Outline(state) => Some(state.hint()),
            Self::Pan => Some("hint-pan"),
        }
    }
    pub fn overlay(&self, stage: &Stage) -> Overlay {
        match self {
            Self::Select(state) => state.overlay(stage),
            Self::Place(state) => state.overlay(),
            Self::Outline(state) => state.overlay(),
            Self::Pan => Select::default().overlay(stage),
        }
    }
    /// What would be put into the design if the hand let go now.
    pub fn in_hand(&self, stage: &Stage) -> Vec<Arc<Placement>> {
        match self {
            Self::Select(state) => state.in_hand().to_vec(),
            Self::Place(state) => state.in_hand(stage).into_iter().collect(),
            Self::Outline(state) => state.in_hand(stage).into_iter().collect(),
            Self::Pan => Vec::new(),
        }
    }
    /// Whether the tool does an action itself in its present state.
    pub fn takes(&self, action: Action) -> bool {
        match self {
            Self::Select(state) => action == Action::Cancel && state.is_gesture(),
            Self::Place(_) => Place::takes(action),
            Self::Outline(state) => state.takes(action),
            Self::Pan => action == Action::Cancel,
        }
    }
    /// The thing that is about to be placed.
    pub fn ghost(&self) -> Option<&Arc<Placement>> {
        match self {
            Self::Place(state) => Some(state.ghost()),
            _ => None,
        }
    }
    /// The kind that is about to be placed or drawn.
    pub fn kind(&self) -> Option<&Arc<Kind>> {
        match self {
            Self::Place(state) => Some(state.kind()),
            Self::Outline(state) => Some(state.kind()),
            Self::Select(_) | Self::Pan => None,
        }
    }
    /// Whether the keys that move, move what is being placed or drawn.
    pub fn is_drawing(&self) -> bool {
        matches!(self, Self::Place(_) | Self::Outline(_))
    }
    pub fn has_drawn_corners(&self) -> bool {
        matches!(self, Self::Outline(state) if state.has_corners())
    }
    pub fn can_place_here(&self) -> bool {
        match self {
            Self::Place(_) => true,
            Self::Outline(state) => state.has_cross(),
            Self::Select(_) | Self::Pan => false,
        }
    }
    pub fn can_cancel(&self) -> bool {
        match self {
            Self::Select(state) => state.is_gesture(),
            _ => true,
        }
    }
    /// Whether a press is under way that would have to be put back.
    pub fn is_gesture(&self) -> bool {
        match self {
            Self::Select(state) => state.is_gesture(),
            Self::Place(state) => state.is_pressed(),
            Self::Outline(state) => state.is_pressed(),
            Self::Pan => false,
        }
    }
    /// Whether something is being dragged out of the palette.
    pub fn is_carrying(&self) -> bool {
        matches!(self, Self::Place(state) if state.is_carried())
    }
    /// The tool that draws a kind by its corners; none for a kind that has none.
    pub fn drawing(kind: Arc<Kind>) -> Option<Self> {
        (kind.form != Form::Rectangle).then(|| Self::Outline(Drawing::new(kind)))
    }
}

/// The step on the plan that a nudging action asks for, in metres: by `near`, with Shift by `far`.
pub(super) fn nudge(action: Action, mods: Mods, near: f64, far: f64) -> Option<crate::geometry::WorldVec> {
    let (x, y) = match action {
        Action::NudgeLeft => (-1.0, 0.0),
        Action::NudgeRight => (1.0, 0.0),
        Action::NudgeUp => (0.0, 1.0),
        Action::NudgeDown => (0.0, -1.0),
        _ => return None,
    };
    let metres = if mods.shift { far } else { near };
    Some(crate::geometry::WorldVec::new(x * metres, y * metres))
}

/// The degrees that a turning action asks for.
pub(super) fn turning(action: Action) -> Option<f64> {
    match action {
        Action::TurnLeft => Some(15.0),
        Action::TurnRight => Some(-15.0),
        Action::TurnLeftABit => Some(1.0),
        Action::TurnRightABit => Some(-1.0),
        _ => None,
    }
}
