//! How much memory this process may have: on this system nothing sets a limit, and time is the bound that is left.

/// Sets no limit.
pub fn memory(_most: u64) {}
