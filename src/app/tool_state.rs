//! The tool in the hand, as panels show it.

use crate::catalogue::KindId;
use crate::editor::{Action, Cursor, Editor, SnapMode, Writing};
use crate::text::Message;

/// The tool in the hand, as panels show it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ToolState {
    /// Its name and state, for tests: `select.dragging`.
    pub path: String,
    /// What the hand can do now.
    pub hint: Option<Message>,
    /// How the mouse looks.
    pub cursor: Cursor,
    /// The kind about to be placed.
    pub picked: Option<KindId>,
    /// Whether the kind placed stays in the hand.
    pub again: bool,
    /// What things snap to.
    pub snap: SnapMode,
    /// The action that chose the way in which the tool draws or measures.
    pub mode: Option<Action>,
    /// How many points of what is drawn or measured are set.
    pub points: usize,
    /// Whether the keys moved a cross to where the next point would be.
    pub cross: bool,
    /// Whether something that was measured is shown.
    pub measured: bool,
    /// The note that is being written.
    pub note: Option<Writing>,
}

impl ToolState {
    /// The tool in the hand of an editor.
    pub fn of(editor: &Editor) -> Self {
        Self {
            path: editor.tool_path(),
            hint: editor.hint(),
            cursor: editor.cursor(),
            picked: editor.picked_kind().map(|kind| kind.id.clone()),
            again: editor.places_again(),
            snap: editor.snap_mode(),
            mode: editor.mode(),
            points: editor.points_set(),
            cross: editor.has_cross(),
            measured: editor.can(Action::ClearMeasure).is_yes(),
            note: editor.note().cloned(),
        }
    }
}
