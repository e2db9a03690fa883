//! An SVG that becomes a part of an own kind's drawing.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok((part, aspect, _)) = mulin::formats::kind_svg::read(bytes) {
        assert!(aspect.is_finite() && aspect > 0.0 && part.is_object());
    }
});
