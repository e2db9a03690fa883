//! A design as it comes back from GIS and CAD.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = mulin::formats::design_geojson::read(bytes, None);
    let _ = mulin::formats::design_dxf::read(bytes);
});
