//! Tools: each a small state machine that takes an input and gives its next state. Path, cursor,
//! hint and overlay follow from the state alone.

mod aim;
mod aiming;
mod grip;
mod measure;
mod note;
mod outline;
mod place;
mod press;
mod select;
mod shown;
mod tap;

use std::sync::Arc;

use crate::catalogue::Kind;
use crate::design::Placement;
use crate::text::Message;

use super::stage::Stage;
use super::{Action, Cursor, Mods, Pointer};
use crate::scene::Overlay;

pub(super) use aiming::Aiming;
pub(super) use measure::{Measure, Measuring, Of};
pub use note::Writing;
pub(super) use note::{Note, pin_at, wish_of};
pub(super) use outline::{Drawing, Mode};
pub(super) use place::Place;
pub(super) use press::{Press, tolerance_px};
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
    Measure(Measuring),
    Note(Note),
    Aiming(Aiming),
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
            Self::Measure(state) => state.on(input, stage),
            Self::Note(state) => state.on(input, stage),
            Self::Aiming(state) => state.on(input, stage),
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
            Self::Measure(state) => state.path(),
            Self::Note(state) => state.path(),
            Self::Aiming(state) => state.path(),
            Self::Pan => "pan.idle",
        }
    }
    pub fn cursor(&self, stage: &Stage) -> Cursor {
        match self {
            Self::Select(state) => state.cursor(stage),
            Self::Place(state) => state.cursor(),
            Self::Outline(state) => state.cursor(),
            Self::Measure(state) => state.cursor(),
            Self::Note(state) => state.cursor(),
            Self::Aiming(state) => state.cursor(),
            Self::Pan => Cursor::Grab,
        }
    }
    /// The sentence that says what the hand can do now.
    pub fn hint(&self, stage: &Stage) -> Option<Message> {
        match self {
            Self::Select(state) => {
                let measured = || stage.measured.as_ref().map(Measure::said);
                state.hint(stage).map(Message::new).or_else(measured)
            }
            Self::Place(state) => Some(Message::new(state.hint())),
            Self::Outline(state) => Some(Message::new(state.hint())),
            Self::Measure(state) => Some(state.hint(stage)),
            Self::Note(state) => Some(Message::new(state.hint())),
            Self::Aiming(state) => Some(Message::new(state.hint())),
            Self::Pan => Some(Message::new("hint-pan")),
        }
    }
    /// What the thing or corner in the hand has snapped to.
    pub fn snapped(&self) -> Option<&Message> {
        match self {
            Self::Select(state) => state.snapped(),
            Self::Place(state) => state.snapped_to(),
            Self::Outline(state) => state.snapped_to(),
            Self::Measure(state) => state.snapped_to(),
            Self::Aiming(state) => state.snapped_to(),
            _ => None,
        }
    }
    pub fn overlay(&self, stage: &Stage) -> Overlay {
        let mut overlay = match self {
            Self::Select(state) => state.overlay(stage),
            Self::Place(state) => state.overlay(),
            Self::Outline(state) => state.overlay(stage),
            Self::Measure(state) => state.overlay(stage),
            Self::Note(state) => state.overlay(),
            Self::Aiming(state) => state.overlay(stage),
            Self::Pan => Select::default().overlay(stage),
        };
        // An outline that is laid down unfinished stays seen.
        if let (None, Some(draft)) = (&overlay.sketch, &stage.draft) {
            let (sketch, crossings) = draft.laid();
            overlay.sketch = Some(sketch);
            overlay.crossings = crossings;
        }
        // What was measured stays seen whatever tool is in the hand.
        if overlay.measure.is_none() {
            overlay.measure = stage.measured.as_ref().map(Measure::mark);
        }
        overlay
    }
    /// What would be put into the design if the hand let go now.
    pub fn in_hand(&self, stage: &Stage, most: usize) -> Vec<Arc<Placement>> {
        match self {
            Self::Select(state) if state.in_hand().len() > most => Vec::new(),
            Self::Select(state) => state.in_hand().to_vec(),
            Self::Aiming(state) if state.in_hand().len() > most => Vec::new(),
            Self::Aiming(state) => state.in_hand().to_vec(),
            Self::Place(state) => state.in_hand(stage).into_iter().collect(),
            Self::Outline(state) => state.in_hand(stage).into_iter().collect(),
            Self::Measure(_) | Self::Note(_) | Self::Pan => Vec::new(),
        }
    }
    /// Whether the tool does an action itself in its present state.
    pub fn takes(&self, action: Action) -> bool {
        match self {
            Self::Select(state) => action == Action::Cancel && state.is_gesture(),
            Self::Place(_) => Place::takes(action),
            Self::Outline(state) => state.takes(action),
            Self::Measure(state) => state.takes(action),
            Self::Note(state) => state.takes(action),
            Self::Aiming(_) => Aiming::takes(action),
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
            _ => None,
        }
    }
    /// Whether the keys that move, move what is being placed, drawn, measured or noted.
    pub fn is_drawing(&self) -> bool {
        !matches!(self, Self::Select(_) | Self::Pan)
    }
    /// How many points are set; Backspace takes the last of them back.
    pub fn points(&self) -> usize {
        match self {
            Self::Outline(state) => state.corners(),
            Self::Measure(state) => state.points(),
            _ => 0,
        }
    }
    /// Whether Done would end what is drawn, and if not, why.
    pub fn can_finish(&self) -> Result<(), &'static str> {
        match self {
            Self::Outline(state) => state.can_finish(),
            Self::Measure(state) => state.can_finish(),
            _ => Err("why-nothing-drawn-yet"),
        }
    }
    /// The action that chose the way in which it draws or measures.
    pub fn mode_action(&self) -> Option<Action> {
        match self {
            Self::Outline(state) => Some(state.mode().action()),
            Self::Measure(state) => Some(state.of().action()),
            _ => None,
        }
    }
    pub fn note(&self) -> Option<&Note> {
        match self {
            Self::Note(state) => Some(state),
            _ => None,
        }
    }
    pub fn can_place_here(&self) -> bool {
        match self {
            Self::Place(_) => true,
            Self::Outline(state) => state.has_cross() || !state.has_corners(),
            Self::Measure(state) => state.has_cross() || !state.has_points(),
            Self::Note(state) => state.waits(),
            Self::Aiming(_) => true,
            Self::Select(_) | Self::Pan => false,
        }
    }
    pub fn can_cancel(&self) -> bool {
        match self {
            Self::Select(state) => state.is_gesture(),
            _ => true,
        }
    }
    /// Whether something is being dragged, so that a second finger may rest beside it: a thing, a
    /// handle, or what a press places, sets or pulls, once the finger has `moved`.
    pub fn is_dragging(&self, moved: bool) -> bool {
        match self {
            Self::Select(state) => matches!(state, Select::Holding(_) | Select::Together(_)),
            Self::Place(state) => state.is_carried() || moved && state.is_pressed(),
            Self::Outline(state) => moved && state.is_pressed(),
            Self::Measure(state) => moved && state.is_pressed(),
            Self::Aiming(state) => moved && state.is_pressed(),
            Self::Note(_) | Self::Pan => false,
        }
    }
    /// Whether it holds something that goes on when the plan moves under it: a thing, a handle, a
    /// ghost, a corner, a box.
    pub fn holds(&self) -> bool {
        match self {
            Self::Select(state) => state.holds(),
            Self::Place(state) => state.is_pressed() && !state.is_outside(),
            Self::Outline(state) => state.is_pressed(),
            Self::Measure(_) | Self::Note(_) | Self::Aiming(_) | Self::Pan => false,
        }
    }
    /// Whether a press is under way that would have to be put back.
    pub fn is_gesture(&self) -> bool {
        match self {
            Self::Select(state) => state.is_gesture(),
            Self::Place(state) => state.is_pressed(),
            Self::Outline(state) => state.is_pressed(),
            Self::Measure(state) => state.is_pressed(),
            Self::Note(state) => state.is_pressed(),
            Self::Aiming(state) => state.is_pressed(),
            Self::Pan => false,
        }
    }
    /// Whether something is being dragged out of the palette.
    pub fn is_carrying(&self) -> bool {
        matches!(self, Self::Place(state) if state.is_carried())
    }
    /// Whether the keys moved a cross to where the next point would be.
    pub fn has_cross(&self) -> bool {
        match self {
            Self::Outline(state) => state.has_cross(),
            Self::Measure(state) => state.has_cross(),
            Self::Note(state) => state.has_cross(),
            Self::Aiming(state) => state.has_cross(),
            _ => false,
        }
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
