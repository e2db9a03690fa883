//! The project's folder: what `mulin serve --project` takes.

use crate::formats::estate_geojson;

use super::Draft;

/// The files of the folder, each with its name.
pub fn files(draft: &Draft) -> Vec<(String, Vec<u8>)> {
    let file = draft.written();
    // Text, numbers and lists cannot fail to be written.
    let file = serde_json::to_string_pretty(&file).unwrap_or_default() + "\n";
    let mut files = vec![
        ("project.json".to_owned(), file.into_bytes()),
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
