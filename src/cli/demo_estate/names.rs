//! The names on the demo estate's map. All of them are invented.

use std::collections::HashMap;
use std::sync::OnceLock;

/// The name of a thing by its id; empty where it has none.
pub fn name(id: &str) -> &'static str {
    static NAMES: OnceLock<HashMap<String, String>> = OnceLock::new();
    // The file is part of the program; a fault in it would be seen as names that are missing.
    NAMES
        .get_or_init(|| serde_json::from_str(include_str!("names.json")).unwrap_or_default())
        .get(id)
        .map_or("", String::as_str)
}
