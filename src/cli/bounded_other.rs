//! How much memory and time this process may have: on this system nothing sets a limit, and whoever started it ends it.

/// Sets no limit.
pub fn memory(_most: u64) {}

/// Sets no limit.
pub fn time(_seconds: u64) {}
