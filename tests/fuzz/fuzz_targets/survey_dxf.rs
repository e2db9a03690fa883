//! A surveyor's drawing.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(survey) = mulin::formats::survey_dxf::read(bytes, &Default::default()) {
        let _ = mulin::formats::estate_geojson::write(&survey.estate);
    }
});
