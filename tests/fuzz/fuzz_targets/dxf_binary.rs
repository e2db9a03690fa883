//! A surveyor's drawing in binary DXF: the sentinel is there already, so that the fuzzer works on what follows.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let file = [b"AutoCAD Binary DXF\r\n\x1a\0", bytes].concat();
    if let Ok(survey) = mulin::formats::survey_dxf::read(&file, &Default::default()) {
        let _ = mulin::formats::estate_geojson::write(&survey.estate);
    }
});
