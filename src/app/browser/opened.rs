//! Files that a person opens by hand or drops on the page.

use js_sys::Uint8Array;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::held::Held;
use crate::design::stored::MAX_BYTES;

/// More files than this are not opened at once; a zip has as many as it likes.
const MOST_FILES: usize = 20_000;
/// A zip of designs is at most so large: a page has no memory for more.
const MOST_ZIP: f64 = 512.0 * 1024.0 * 1024.0;

/// Reads the files that a field holds, and empties it so that the same can be chosen again.
pub fn chosen(field: web_sys::HtmlInputElement, done: impl FnOnce(Vec<(String, Held)>) + 'static) {
    let files = listed(field.files());
    spawn_local(async move {
        done(read(files).await);
        field.set_value("");
    });
}

/// Reads the files that were dropped.
pub fn dropped(event: &web_sys::DragEvent, done: impl FnOnce(Vec<(String, Held)>) + 'static) {
    let files = listed(event.data_transfer().and_then(|data| data.files()));
    if !files.is_empty() {
        spawn_local(async move { done(read(files).await) });
    }
}

fn listed(files: Option<web_sys::FileList>) -> Vec<web_sys::File> {
    let Some(files) = files else { return Vec::new() };
    let all = (0..files.length()).filter_map(|at| files.get(at));
    let all: Vec<web_sys::File> = all.take(MOST_FILES).collect();
    // Of a store's folder its designs alone, not the replies beside them.
    match all.iter().any(|file| is_in_store(&path_of(file))) {
        true => all
            .into_iter()
            .filter(|file| is_in_store(&path_of(file)))
            .collect(),
        false => all,
    }
}

/// The path of a file within the folder that was opened; of one that was opened by itself its name.
fn path_of(file: &web_sys::File) -> String {
    let path = js_sys::Reflect::get(file, &"webkitRelativePath".into()).ok();
    let path = path
        .and_then(|path| path.as_string())
        .filter(|path| !path.is_empty());
    path.unwrap_or_else(|| file.name())
}

/// Whether a path leads to a file of a store's designs: `…/designs/name`.
pub fn is_in_store(path: &str) -> bool {
    path.rsplit('/').nth(1) == Some("designs")
}

/// Files that cannot be read, or are larger than any design, come as empty bytes, so that they are
/// set aside by name and not silently lost.
async fn read(files: Vec<web_sys::File>) -> Vec<(String, Held)> {
    let mut found = Vec::with_capacity(files.len());
    for file in files {
        let name = path_of(&file);
        let is_zip = name.to_ascii_lowercase().ends_with(".zip");
        let is_small = file.size() <= if is_zip { MOST_ZIP } else { MAX_BYTES as f64 };
        let bytes = match is_small {
            true => JsFuture::from(file.array_buffer()).await.ok(),
            false => None,
        };
        let bytes = bytes.map_or_else(|| Uint8Array::new_with_length(0), |bytes| Uint8Array::new(&bytes));
        found.push((name, Held::new(bytes)));
    }
    found
}
