//! What the editor asks of the shell. The shell alone touches the browser.

use crate::geometry::WorldPt;
use crate::text::Message;

/// Something that the shell must do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// What lies under the hand changed: paint the overlay again.
    PaintOverlay,
    /// The resting objects changed (one was lifted, dropped, added): paint them again.
    PaintObjects,
    /// The view changed: paint everything.
    PaintAll,
    /// The design changed: save it, check it, refresh list and totals.
    DesignChanged,
    /// What is selected changed.
    SelectionChanged,
    /// The tool, its hint or its cursor changed.
    ToolChanged,
    /// What the hand has snapped to changed; said while it moves, so nothing else follows from it.
    Snapped,
    /// Say this to a screen reader, politely.
    Announce(Message),
    /// A key or button moved the view: once it rests, say what is seen.
    Looked,
    /// Tell this to everyone; it could not be done as asked.
    Tell(Message),
    /// A place was pointed to for the wish that is being written on the page.
    Pointed(WorldPt),
    /// An action that is the shell's to do (submit, open a file …).
    Shell(super::Action),
}
