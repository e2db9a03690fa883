//! How many files and sockets this program may have open at a time, on systems that set a limit.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// More than this program ever uses.
const WISHED: u64 = 16_384;

/// Raises the limit as far as it may be; how many there are then.
pub fn raised() -> usize {
    let now = getrlimit(Resource::Nofile);
    let wished = now.maximum.unwrap_or(WISHED).min(WISHED);
    if now.current.is_some_and(|current| current < wished) {
        // Where even that is forbidden there are fewer connections, and the start says so.
        let _ = setrlimit(
            Resource::Nofile,
            Rlimit {
                current: Some(wished),
                maximum: now.maximum,
            },
        );
    }
    let there = getrlimit(Resource::Nofile).current.unwrap_or(WISHED);
    usize::try_from(there).unwrap_or(usize::MAX)
}
