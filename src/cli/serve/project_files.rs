//! The project's folder: `project.json` and the files that it names, and nothing else in it.

use std::collections::HashMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use serde_json::Value;

use crate::cli::Stop;
use crate::design::stored::DesignName;
use crate::project::ProjectFile;

use super::{Refusal, answer};

/// Kinds of files that a project may name, by how the name ends, and whether they are worth
/// compressing.
const KINDS: [(&str, &str, bool); 8] = [
    ("json", "application/json", true),
    ("geojson", "application/geo+json", true),
    ("osm", "application/xml", true),
    ("svg", "image/svg+xml", true),
    ("png", "image/png", false),
    ("jpg", "image/jpeg", false),
    ("jpeg", "image/jpeg", false),
    ("webp", "image/webp", false),
];
/// Below this many bytes an answer fits one packet anyway.
const WORTH_COMPRESSING: usize = 1_400;

/// A project's folder on the disk.
pub struct ProjectFolder {
    root: PathBuf,
    /// Compressed bytes by the name of the plain ones: each file is compressed once.
    compressed: Arc<Packed>,
}

/// Compressed bytes by the name of the plain ones.
type Packed = Mutex<HashMap<DesignName, Bytes>>;

impl ProjectFolder {
    /// A folder whose `project.json` can be read.
    pub fn open(folder: &Path) -> Result<Self, Stop> {
        let file = folder.join("project.json");
        let bytes = std::fs::read(&file).map_err(|why| Stop::at("cli-project-unreadable", &file, &why))?;
        ProjectFile::read(&bytes).map_err(|why| Stop::at("cli-project-unreadable", &file, &why))?;
        let root = folder
            .canonicalize()
            .map_err(|why| Stop::at("cli-project-unreadable", folder, &why))?;
        let compressed = Arc::<Packed>::default();
        let (folder, packed) = (root.clone(), compressed.clone());
        std::thread::spawn(move || pack_well(&folder, &packed));
        Ok(Self { root, compressed })
    }

    /// Whether everybody may list and read the designs, as `project.json` says at this moment.
    pub async fn gallery_open(&self) -> bool {
        let bytes = tokio::fs::read(self.root.join("project.json")).await;
        bytes.is_ok_and(|bytes| ProjectFile::read(&bytes).is_ok_and(|file| file.gallery_open))
    }

    /// The answer to a path; none when it is not one of the project's.
    pub async fn answer(&self, asked: &HeaderMap, path: &str) -> Option<Result<Response, Refusal>> {
        let path = path.strip_prefix('/')?;
        let path = percent_encoding::percent_decode_str(path).decode_utf8().ok()?;
        let (kind, compressible) = kind_of(&path)?;
        let own = tokio::fs::read(self.root.join("project.json")).await.ok()?;
        let plain = if path == "project.json" {
            own
        } else {
            let named = serde_json::from_slice::<Value>(&own).is_ok_and(|own| names(&own, &path));
            if !named && path != ESTATE_FILE {
                return None;
            }
            self.inside(&path).await?
        };
        Some(self.packed(asked, Bytes::from(plain), kind, compressible).await)
    }

    /// The bytes of a file in the folder; none when it is not there or a link leads out of it.
    async fn inside(&self, path: &str) -> Option<Vec<u8>> {
        let file = tokio::fs::canonicalize(self.root.join(path)).await.ok()?;
        if !file.starts_with(&self.root) {
            return None;
        }
        tokio::fs::read(file).await.ok()
    }

    async fn packed(
        &self,
        asked: &HeaderMap,
        plain: Bytes,
        kind: &'static str,
        compressible: bool,
    ) -> Result<Response, Refusal> {
        let name = DesignName::of(&plain);
        let pack = compressible && plain.len() > WORTH_COMPRESSING && answer::takes(asked, "br");
        let (bytes, etag) = if pack {
            (self.compressed(name, plain).await?, format!("{name}-br"))
        } else {
            (plain, name.to_string())
        };
        let mut answer = answer::bytes(asked, bytes, kind, &etag, answer::ASK_FIRST);
        let headers = answer.headers_mut();
        if pack {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
        }
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        Ok(answer)
    }

    async fn compressed(&self, name: DesignName, plain: Bytes) -> Result<Bytes, Refusal> {
        let kept = self
            .compressed
            .lock()
            .map_err(|_| Refusal::OwnFault)?
            .get(&name)
            .cloned();
        if let Some(kept) = kept {
            return Ok(kept);
        }
        let packed = tokio::task::spawn_blocking(move || brotli(&plain, AT_ONCE))
            .await
            .map_err(|_| Refusal::OwnFault)?;
        let mut kept = self.compressed.lock().map_err(|_| Refusal::OwnFault)?;
        // A folder that is edited while it is served would else fill the memory with old versions.
        if kept.len() > 64 {
            kept.clear();
        }
        kept.insert(name, packed.clone());
        Ok(packed)
    }
}

/// What an estate is called where `project.json` does not say.
const ESTATE_FILE: &str = "estate.geojson";

/// How well is compressed what somebody waits for: a tenth of the time for a quarter more bytes.
const AT_ONCE: u32 = 9;
/// How well is compressed what every visitor loads.
const WELL: u32 = 11;
/// A file larger than this is not compressed well: that takes some seconds a megabyte.
const MOST_WELL: usize = 1 << 20;

fn brotli(plain: &[u8], quality: u32) -> Bytes {
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 1 << 16, quality, 22);
    // A vector takes every byte.
    let _ = writer.write_all(plain);
    drop(writer);
    Bytes::from(packed)
}

/// Compresses what every visitor loads as small as it gets, beside everything else. Who asks sooner gets
/// it compressed at once.
fn pack_well(root: &Path, packed: &Packed) {
    let Ok(own) = std::fs::read(root.join("project.json")) else {
        return;
    };
    let estate = ProjectFile::read(&own).ok().and_then(|file| {
        let file = root.join(file.estate).canonicalize().ok()?;
        file.starts_with(root).then(|| std::fs::read(file).ok())?
    });
    for plain in [Some(own), estate].into_iter().flatten() {
        if (WORTH_COMPRESSING..MOST_WELL).contains(&plain.len()) {
            let small = brotli(&plain, WELL);
            if let Ok(mut packed) = packed.lock() {
                packed.insert(DesignName::of(&plain), small);
            }
        }
    }
}

/// The media type of a file that a project may name; none for names that lead anywhere else.
fn kind_of(path: &str) -> Option<(&'static str, bool)> {
    let sound =
        |part: &str| !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', '#', '\0', ':']);
    if !path.split('/').all(sound) {
        return None;
    }
    let (_, ending) = path.rsplit_once('.')?;
    let ending = ending.to_ascii_lowercase();
    KINDS
        .iter()
        .find(|(known, _, _)| *known == ending)
        .map(|(_, kind, compressible)| (*kind, *compressible))
}

/// Whether any text in a project is this file's name.
fn names(value: &Value, file: &str) -> bool {
    match value {
        Value::String(text) => text.strip_prefix("./").unwrap_or(text) == file,
        Value::Array(rows) => rows.iter().any(|row| names(row, file)),
        Value::Object(members) => members.values().any(|member| names(member, file)),
        _ => false,
    }
}
