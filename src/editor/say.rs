//! What the editor says of what was done.

use crate::design::CommandFault;

/// The key of the sentence that says why a change cannot be made.
pub(super) fn fault_key(fault: &CommandFault) -> &'static str {
    match fault {
        CommandFault::NoSuchPlacement(_) | CommandFault::NoSuchWish(_) => "why-gone",
        CommandFault::TooMany => "why-too-many",
    }
}
