//! The corpora of hostile text and JSON, for every test that lets them in somewhere.

use std::io::Read as _;

/// The naughty strings, each as one text.
pub fn naughty() -> Vec<String> {
    serde_json::from_str(include_str!("../fixtures/naughty-strings.json")).unwrap()
}

/// The documents of JSONTestSuite, each by its name.
pub fn suite() -> Vec<(String, Vec<u8>)> {
    let packed: &[u8] = include_bytes!("../fixtures/json-test-suite.zip");
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(packed)).unwrap();
    (0..zip.len())
        .map(|at| {
            let mut file = zip.by_index(at).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().to_owned(), bytes)
        })
        .collect()
}
