//! What a person can ask for, and whether it can be done now.

use super::table::ACTIONS;
use super::{Editor, Key, Mods, Shortcut};

/// Something that a person can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Action {
    Undo,
    Redo,
    Delete,
    Duplicate,
    TurnLeft,
    TurnRight,
    TurnLeftABit,
    TurnRightABit,
    Grow,
    Shrink,
    Wider,
    Narrower,
    Deeper,
    Shallower,
    AddCorner,
    RemoveCorner,
    NextCorner,
    PreviousCorner,
    NudgeLeft,
    NudgeRight,
    NudgeUp,
    NudgeDown,
    SelectNext,
    SelectPrevious,
    SelectAll,
    SelectKind,
    SelectNone,
    ChooseSeveral,
    ChooseByRing,
    ChooseByBox,
    Group,
    Ungroup,
    EnterGroup,
    Lock,
    Unlock,
    Hide,
    ShowAll,
    AlignLeft,
    AlignCentre,
    AlignRight,
    AlignTop,
    AlignMiddle,
    AlignBottom,
    DistributeAcross,
    DistributeAlong,
    Copy,
    Cut,
    Paste,
    MakeRow,
    ReplaceKind,
    PlaceHere,
    PlaceAgain,
    PlaceBeside,
    PointBack,
    ClearMeasure,
    Done,
    Cancel,
    ToolSelect,
    ToolPan,
    ToolOutline,
    ToolRectangle,
    ToolTurned,
    ToolPath,
    MeasureDistance,
    MeasurePath,
    MeasureArea,
    ToolNote,
    NextSnap,
    ZoomIn,
    ZoomOut,
    Fit,
    FitSelection,
    TurnViewLeft,
    TurnViewRight,
    NorthUp,
    LevelSelected,
    ChooseScale,
    ShowLayers,
    TogglePipes,
    ToggleBefore,
    ToggleSplit,
    ToggleMap,
    PanLeft,
    PanRight,
    PanUp,
    PanDown,
    Find,
    ShowMenu,
    ShowPalette,
    ShowList,
    ShowFindings,
    ShowWalking,
    ShowVehicles,
    ShowMyDoor,
    ShowShadows,
    ShowHistory,
    NameVersion,
    AddWish,
    Submit,
    SaveFile,
    SaveAs,
    OpenFile,
    NewDesign,
    Help,
    ToggleTheme,
    ToggleLanguage,
    ToggleLargeText,
}

/// Whether an action can be done now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Availability {
    /// It can.
    Yes,
    /// It cannot, and this is the key of the reason: `why-nothing-selected`.
    No(&'static str),
}

impl Availability {
    /// Both must hold; the first reason counts.
    pub fn and(self, other: Self) -> Self {
        if self.is_yes() { other } else { self }
    }
    /// Whether it can be done.
    pub fn is_yes(self) -> bool {
        self == Self::Yes
    }
    /// The key of the reason why not.
    pub fn reason(self) -> Option<&'static str> {
        match self {
            Self::Yes => None,
            Self::No(reason) => Some(reason),
        }
    }
}

/// The heading under which help lists an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ActionGroup {
    /// Undo and redo, choosing.
    Edit,
    /// What is done to the chosen things.
    Thing,
    /// Tools and placing.
    Draw,
    /// Moving about the plan.
    View,
    /// What the drawing would do: fire engine, sun, walking, one's own door.
    Would,
    /// Files, sending and the page.
    Page,
}

impl ActionGroup {
    /// Every heading in order.
    pub const ALL: [Self; 6] = [
        Self::Edit,
        Self::Thing,
        Self::Draw,
        Self::View,
        Self::Would,
        Self::Page,
    ];

    /// The key of its text.
    pub fn key(self) -> &'static str {
        match self {
            Self::Edit => "action-group-edit",
            Self::Thing => "action-group-thing",
            Self::Draw => "action-group-draw",
            Self::View => "action-group-view",
            Self::Would => "action-group-would",
            Self::Page => "action-group-page",
        }
    }
}

/// One row of the table.
pub struct ActionRow {
    /// The action.
    pub action: Action,
    /// Its heading in help.
    pub group: ActionGroup,
    /// The key of its name: `action-undo`.
    pub key: &'static str,
    /// The name of its icon.
    pub icon: &'static str,
    /// Its keys; two rows may share one, the first that can be done then is.
    pub keys: &'static [Shortcut],
    /// Whether it is done by the shell, not by the editor.
    pub shell: bool,
    /// Whether it can be done now.
    pub available: fn(&Editor) -> Availability,
}

impl ActionRow {
    /// Whether a press of a key with others held is one of its shortcuts.
    pub fn has_key(&self, key: Key, mods: Mods) -> bool {
        self.keys.iter().any(|shortcut| shortcut.matches(key, mods))
    }
    /// Its keys as they are written on the keyboards of a device; those that a Mac's browser has for itself are none.
    pub fn labels(&self, mac: bool) -> impl Iterator<Item = String> {
        let free = self.keys.iter().filter(move |key| !(mac && key.is_the_macs()));
        free.map(move |key| key.label(mac))
    }
}

impl Action {
    /// Its row of the table.
    pub fn row(self) -> &'static ActionRow {
        // Every action has a row, which a test holds; the first stands in for none.
        ACTIONS
            .iter()
            .find(|row| row.action == self)
            .unwrap_or(&ACTIONS[0])
    }
}
