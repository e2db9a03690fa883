//! A planner's reply.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(reply) = mulin::submission::Reply::read(bytes) {
        assert!(mulin::submission::Reply::read(&reply.write()).is_ok());
    }
});
