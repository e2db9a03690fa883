//! A table of layers.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(table) = mulin::formats::survey_dxf::LayerTable::read(bytes) {
        assert!(mulin::formats::survey_dxf::LayerTable::read(table.write().as_bytes()).is_ok());
    }
});
