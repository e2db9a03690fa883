//! An answer of Overpass (JSON), by the end of its name as a person brings it.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = mulin::exchange::read("answer.json", bytes, &Default::default());
});
