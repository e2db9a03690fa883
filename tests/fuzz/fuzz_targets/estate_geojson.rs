//! A map as GeoJSON: what was written of it is read the same.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok((estate, _)) = mulin::formats::estate_geojson::read(bytes) {
        let written = mulin::formats::estate_geojson::write(&estate);
        assert!(mulin::formats::estate_geojson::read(written.as_bytes()).is_ok());
    }
});
