//! The ways in which corners make a shape.

use crate::editor::Action;
use crate::geometry::Outline;

/// How corners make a shape.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::editor) enum Mode {
    #[default]
    Polygon,
    /// Upright on the screen, by two opposite corners.
    Rectangle,
    /// By one side and a point of the side opposite.
    Turned,
    Path,
}

impl Mode {
    /// The mode that an action chooses.
    pub fn chosen_by(action: Action) -> Option<Self> {
        match action {
            Action::ToolOutline => Some(Self::Polygon),
            Action::ToolRectangle => Some(Self::Rectangle),
            Action::ToolTurned => Some(Self::Turned),
            Action::ToolPath => Some(Self::Path),
            _ => None,
        }
    }
    /// The action that chooses it.
    pub fn action(self) -> Action {
        match self {
            Self::Polygon => Action::ToolOutline,
            Self::Rectangle => Action::ToolRectangle,
            Self::Turned => Action::ToolTurned,
            Self::Path => Action::ToolPath,
        }
    }
    /// How many corners may be set before the last.
    pub fn most(self) -> usize {
        match self {
            Self::Polygon | Self::Path => Outline::MAX_CORNERS,
            Self::Rectangle => 1,
            Self::Turned => 2,
        }
    }
}
