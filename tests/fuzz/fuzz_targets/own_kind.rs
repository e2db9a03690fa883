//! A kind of a project's own: taken or refused, and what is taken can be drawn.
#![no_main]

use libfuzzer_sys::fuzz_target;

use mulin::catalogue::{Catalogue, CatalogueChoice};
use mulin::scene::{Theme, kind_icon_svg};

fuzz_target!(|bytes: &[u8]| {
    let Ok(row) = serde_json::from_slice::<serde_json::Value>(bytes) else {
        return;
    };
    let members = serde_json::json!({ "catalogue": { "own": [row] } });
    let Some(members) = members.as_object() else { return };
    let (choice, _) = CatalogueChoice::read(members, Catalogue::built_in());
    for kind in &choice.kinds {
        let _ = kind_icon_svg(kind, &Default::default(), 64.0, Theme::LIGHT);
    }
});
