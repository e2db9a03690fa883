//! Tools: each a small state machine.

use std::sync::Arc;

use crate::catalogue::Kind;
use crate::design::Placement;

/// The tool in the hand, in its state.
#[derive(Clone, Debug, Default)]
pub(super) enum Tool {
    /// Nothing in the hand.
    #[default]
    Select,
}

impl Tool {
    pub fn path(&self) -> &'static str {
        "select.idle"
    }
    pub fn ghost(&self) -> Option<&Arc<Placement>> {
        None
    }
    pub fn kind(&self) -> Option<&Arc<Kind>> {
        None
    }
    pub fn is_drawing(&self) -> bool {
        false
    }
    pub fn has_drawn_corners(&self) -> bool {
        false
    }
    pub fn can_place_here(&self) -> bool {
        false
    }
    pub fn can_cancel(&self) -> bool {
        false
    }
}
