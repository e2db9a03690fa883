//! The head of a picture that is to lie underneath.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(head) = mulin::formats::project_picture::head(bytes) {
        let [across, down] = head.pixels.map(u64::from);
        assert!((1..=120_999_999).contains(&(across * down)));
    }
});
