//! How much memory this process may have, on systems that set a limit.

use rustix::process::{Resource, Rlimit, setrlimit};

/// Lets this process have so many bytes of its own and no more: what asks for more ends it.
pub fn memory(most: u64) {
    let limit = Rlimit {
        current: Some(most),
        maximum: Some(most),
    };
    // Where that is forbidden, the time that it may take is the bound that is left.
    let _ = setrlimit(Resource::Data, limit);
}
