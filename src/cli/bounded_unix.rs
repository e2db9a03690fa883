//! How much memory and time this process may have, on systems that set a limit.

use rustix::process::{Resource, Rlimit, setrlimit};

/// Lets this process have so many bytes of its own and no more: what asks for more ends it.
pub fn memory(most: u64) {
    // Where that is forbidden, the time that it may take is the bound that is left.
    at_most(Resource::Data, most);
}

/// Lets this process work for so many seconds and no longer, even when nobody is left who waits for it.
pub fn time(seconds: u64) {
    // Where that is forbidden, whoever started it ends it.
    at_most(Resource::Cpu, seconds);
}

fn at_most(what: Resource, most: u64) {
    let limit = Rlimit {
        current: Some(most),
        maximum: Some(most),
    };
    let _ = setrlimit(what, limit);
}
