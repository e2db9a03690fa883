//! An extract of OpenStreetMap, as XML or as JSON.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = mulin::formats::osm::read(bytes);
});
