//! Files that a person opens by hand or drops on the page.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

use crate::design::stored::MAX_BYTES;

/// More files than this are not opened at once.
const MOST_FILES: u32 = 2_000;

/// Reads the files that a field holds, and empties it so that the same can be chosen again.
pub fn chosen(field: web_sys::HtmlInputElement, done: impl FnOnce(Vec<(String, Vec<u8>)>) + 'static) {
    let files = listed(field.files());
    spawn_local(async move {
        done(read(files).await);
        field.set_value("");
    });
}

/// Reads the files that were dropped.
pub fn dropped(event: &web_sys::DragEvent, done: impl FnOnce(Vec<(String, Vec<u8>)>) + 'static) {
    let files = listed(event.data_transfer().and_then(|data| data.files()));
    if !files.is_empty() {
        spawn_local(async move { done(read(files).await) });
    }
}

fn listed(files: Option<web_sys::FileList>) -> Vec<web_sys::File> {
    let Some(files) = files else { return Vec::new() };
    (0..files.length().min(MOST_FILES))
        .filter_map(|at| files.get(at))
        .collect()
}

/// Files that cannot be read, or are larger than any design, come as empty bytes, so that they are
/// set aside by name and not silently lost.
async fn read(files: Vec<web_sys::File>) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::with_capacity(files.len());
    for file in files {
        let name = file.name();
        let is_small = file.size() <= MAX_BYTES as f64;
        let blob: &web_sys::Blob = file.unchecked_ref();
        let bytes = if is_small {
            gloo::file::futures::read_as_bytes(&gloo::file::Blob::from(blob.clone()))
                .await
                .ok()
        } else {
            None
        };
        found.push((name, bytes.unwrap_or_default()));
    }
    found
}
