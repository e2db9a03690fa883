//! What reaches the editor: everything a hand, a key or a panel can say.

use crate::catalogue::{Group, KindId};
use crate::design::{Command, Design, ParamValue, PlacementId, WishId};
use crate::geometry::{ScreenPt, ScreenVec, WorldPt};

use super::{Action, Beside, History, Key, Marks, SnapMode, Spot, Toward, Unfinished};

/// Held keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mods {
    /// Shift.
    pub shift: bool,
    /// Control, or Command on a Mac.
    pub command: bool,
    /// Alt or Option.
    pub alt: bool,
}

/// What points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum PointerKind {
    Mouse,
    Touch,
    Pen,
}

/// Which button went down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Button {
    Primary,
    Middle,
    Secondary,
}

/// One pointer's step. Several fingers have several ids; two fingers pan and zoom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pointer {
    /// The browser's name for the finger or mouse.
    pub id: i32,
    /// What points.
    pub kind: PointerKind,
    /// Where, in the plan's pixels; may lie outside it.
    pub at: ScreenPt,
    /// Which button.
    pub button: Button,
    /// Held keys.
    pub mods: Mods,
}

/// A property of what is selected, as the inspector sets it.
#[derive(Clone, Debug, PartialEq)]
pub enum Property {
    /// The centre, in metres.
    At(WorldPt),
    /// Width along its own x axis, in metres.
    Width(f64),
    /// Depth along its own y axis, or a path's width, in metres.
    Depth(f64),
    /// Degrees anticlockwise from east.
    Turn(f64),
    /// The length in metres of the side that starts at a corner.
    Side(usize, f64),
    /// The free distance in metres to the nearest wall, kerb, fence or boundary.
    Gap(f64),
    /// A param by name.
    Param(String, ParamValue),
    /// What its author wrote at it.
    Note(String),
    /// How many slots a shed or rack has; its width follows.
    Slots(u32),
}

/// What reaches the editor.
#[derive(Clone, Debug)]
pub enum Event {
    /// The plan on the screen has this size now, in CSS pixels.
    Resized(ScreenVec),
    /// A pointer went down on the plan.
    Down(Pointer),
    /// A pointer moved, pressed or not.
    Move(Pointer),
    /// A pointer went up.
    Up(Pointer),
    /// The second of two quick taps was let go (the browser's `dblclick`, after its `Up`). What
    /// pointed is known from the taps.
    Double(Pointer),
    /// The browser took a pointer away: put back what was.
    PointerLost(i32),
    /// The wheel turned at a place; `zoom` where it means zoom.
    Wheel {
        /// Where, in the plan's pixels.
        at: ScreenPt,
        /// How far, in pixels.
        by: ScreenVec,
        /// Zoom rather than pan.
        zoom: bool,
    },
    /// A key went down while the plan had the focus. Never sent while an input method composes.
    Key(Key, Mods),
    /// A key was let go (the space bar, which holds the hand tool).
    KeyUp(Key),
    /// A button, menu or key asked for an action.
    Act(Action),
    /// A kind was picked in the palette: the next tap on the plan, or Enter, places it.
    Pick(KindId),
    /// A kind is being dragged out of the palette; the pointer's `Move` and `Up` follow, also from
    /// outside the plan. Let go outside the plan, nothing is placed.
    DragFromPalette(KindId, Pointer),
    /// The list or a finding chose these; `reveal` brings them into view.
    Select {
        /// What to select.
        ids: Vec<PlacementId>,
        /// Bring them into view.
        reveal: bool,
    },
    /// The inspector set a property of what is selected. One gesture, one step.
    Set(Property),
    /// A change from a panel (wish, title, author, fix), with the key of its name in the history.
    Apply(Command, &'static str),
    /// Go to a thing or a house: bring it into view, choose it or point it out, and say so.
    Visit(Spot),
    /// Point this out on the plan, in place of what was pointed out before.
    Mark(Box<Marks>),
    /// Place or move something beside another thing, as the form says.
    Beside(Beside),
    /// The hand asks for the menu at a place: a second button, a long press.
    Menu(Pointer),
    /// Go back or forward to a place among the steps, as [`History::position`] counts them.
    GoTo(usize),
    /// The window lost the hand (another window, another tab, a turned screen): what is in it goes
    /// back, and no finger is down any more.
    Interrupted,
    /// What the outline tool draws from here on.
    Draw(KindId),
    /// An outline that cannot stand, of a kind, comes into the hand as a draft to be mended.
    Mend(KindId, Vec<WorldPt>),
    /// An outline that was not done when the page was left comes into the hand again.
    Resume(Unfinished),
    /// Open a wish to write it anew.
    OpenNote(WishId),
    /// The words of the note that is being written.
    WriteNote(String),
    /// Take the note that is being written off the plan.
    RemoveNote,
    /// Snap to this from now on.
    Snap(SnapMode),
    /// A text from the clipboard: its things are put on the plan.
    Paste(String),
    /// Copies of what is selected in a row: so many with it, with a gap in metres.
    Row {
        /// How many stand in the row, what is selected among them.
        count: usize,
        /// Metres free between one and the next.
        gap: f64,
        /// Where it goes.
        toward: Toward,
    },
    /// The next place on the plan, by a tap or by keys, is the way that such a row goes.
    AimRow {
        /// How many stand in the row, what is selected among them.
        count: usize,
        /// Metres free between one and the next.
        gap: f64,
    },
    /// The next place on the plan is handed out, for the wish that is being written on the page.
    AimWish,
    /// What is selected becomes things of another kind.
    Replace(KindId),
    /// Show this place at this scale (pixels a metre), or as it is.
    Look(WorldPt, Option<f64>),
    /// Hide the things of these groups of the catalogue, and show all others.
    HideGroups(Vec<Group>),
    /// Whether two fingers may turn the view from here on.
    PinchTurns(bool),
    /// Show the sheet turned so many degrees anticlockwise on the screen; 0 has north up.
    TurnView(f64),
    /// So many milliseconds went by since the last frame, while [`Editor::wants_ticks`](super::Editor::wants_ticks).
    Tick(f64),
    /// Another design takes the place of this one, with its history.
    Load(Box<Design>, Box<History>),
}

impl Event {
    /// Whether it only looks about: it changes neither the design nor what is selected or held, and
    /// a run of nudges goes on after it. A pressed pointer's move comes after its `Down`, which does
    /// end a run.
    pub(super) fn only_looks(&self) -> bool {
        matches!(
            self,
            Self::Resized(_)
                | Self::Move(_)
                | Self::Wheel { .. }
                | Self::KeyUp(_)
                | Self::Look(..)
                | Self::TurnView(_)
                | Self::Tick(_)
        )
    }
}
