//! The project's folder: what `mulin serve --project` takes.

use crate::formats::estate_geojson;

use super::Draft;

/// The files of the folder, each with its name.
pub fn files(draft: &Draft) -> Vec<(String, Vec<u8>)> {
    let mut files = vec![
        ("project.json".to_owned(), project_json(draft).into_bytes()),
        (
            draft.file.estate.clone(),
            estate_geojson::write(&draft.estate).into_bytes(),
        ),
    ];
    if let Some(picture) = &draft.picture {
        files.push((picture.underlay.file.clone(), picture.bytes.to_vec()));
    }
    files
}

/// The text of `project.json`.
pub fn project_json(draft: &Draft) -> String {
    // Text, numbers and lists cannot fail to be written.
    serde_json::to_string_pretty(&draft.written()).unwrap_or_default() + "\n"
}
