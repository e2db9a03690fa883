//! `project.json` with all that stands in it: prices, own kinds, numbers of the rules, dates, the picture underneath.
#![no_main]

use libfuzzer_sys::fuzz_target;

const ESTATE: &[u8] = br#"{"type":"FeatureCollection","mulin:crs":"local","features":[{"type":"Feature","properties":{"mulin:class":"tree"},"geometry":{"type":"Point","coordinates":[1,2]}}]}"#;

fuzz_target!(|bytes: &[u8]| {
    if let Ok((project, _)) = mulin::formats::project_folder::read(bytes, ESTATE) {
        let _ = mulin::rules::Profile::of(&project);
        let _ = mulin::setup::Phase::of(&project.file);
        let _ = project.underlay();
        let _ = serde_json::to_vec(&project.file);
    }
});
