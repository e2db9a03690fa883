//! A project folder as one file.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = mulin::formats::project_zip::read(bytes);
});
