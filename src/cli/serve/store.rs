//! Where designs are kept: a folder on this machine's disk, or a bucket of an S3-compatible store.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use object_store::ObjectStore;

use crate::cli::Stop;
use crate::text::Message;

use super::bucket;
use super::disk::DiskStore;

/// What `--store` names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StorePlace {
    /// A folder: `file:///dir` or a path.
    Folder(PathBuf),
    /// Part of a bucket: `s3://bucket/prefix`.
    Bucket {
        /// The bucket's name.
        bucket: String,
        /// What all keys begin with; may be empty.
        prefix: String,
    },
}

impl StorePlace {
    /// Reads what `--store` says.
    pub fn read(store: &str) -> Result<Self, Stop> {
        match store.split_once("://") {
            None if !store.is_empty() => Ok(Self::Folder(PathBuf::from(store))),
            Some(("file", path)) if path.starts_with('/') => Ok(Self::Folder(PathBuf::from(decoded(path)))),
            Some(("s3", rest)) => {
                let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
                let sound = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
                if bucket.is_empty() || !bucket.chars().all(sound) {
                    return Err(Stop(Message::new("cli-store-unknown").with("store", store)));
                }
                Ok(Self::Bucket {
                    bucket: bucket.to_owned(),
                    prefix: prefix.trim_matches('/').to_owned(),
                })
            }
            _ => Err(Stop(Message::new("cli-store-unknown").with("store", store))),
        }
    }

    /// The store there, ready to be written.
    pub fn open(&self) -> Result<Arc<dyn ObjectStore>, Stop> {
        match self {
            Self::Folder(folder) => open_store(folder),
            Self::Bucket { bucket, prefix } => bucket::open(bucket, prefix),
        }
    }

    /// Where the planner's token is kept unless somebody says otherwise: never in a bucket.
    pub fn token_file(&self) -> PathBuf {
        match self {
            Self::Folder(folder) => folder.join("planner.token"),
            Self::Bucket { .. } => PathBuf::from("planner.token"),
        }
    }
}

impl std::fmt::Display for StorePlace {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Folder(folder) => write!(f, "{}", folder.display()),
            Self::Bucket { bucket, prefix } => write!(f, "s3://{bucket}/{prefix}"),
        }
    }
}

/// The folder that a store is, for commands that read files.
pub fn folder_of(store: &str) -> Result<PathBuf, Stop> {
    match StorePlace::read(store)? {
        StorePlace::Folder(folder) => Ok(folder),
        StorePlace::Bucket { .. } => Err(Stop(Message::new("cli-store-not-s3"))),
    }
}

fn decoded(path: &str) -> String {
    percent_encoding::percent_decode_str(path)
        .decode_utf8()
        .map_or_else(|_| path.to_owned(), |text| text.into_owned())
}

/// Opens the store in a folder, made when it is not there, and clears what a killed program left.
///
/// Every write reaches the disk before it is confirmed: the file and the folder that names it.
pub fn open_store(folder: &Path) -> Result<Arc<dyn ObjectStore>, Stop> {
    let unwritable = |why: &dyn std::error::Error| Stop::at("cli-store-unwritable", folder, &why.to_string());
    for part in ["designs", "replies"] {
        let part = folder.join(part);
        std::fs::create_dir_all(&part).map_err(|why| unwritable(&why))?;
        sweep(&part).map_err(|why| unwritable(&why))?;
    }
    sweep(folder).map_err(|why| unwritable(&why))?;
    let store = DiskStore::of(folder).map_err(|why| unwritable(&why))?;
    Ok(Arc::new(store))
}

/// Removes files that were being written when the program was killed (`name.json#1`), and what it
/// tried the storage with: nobody was told that they were stored. Gives how many there were.
pub fn sweep(folder: &Path) -> std::io::Result<usize> {
    let mut swept = 0;
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let left = name
            .to_str()
            .is_some_and(|name| is_unfinished(name) || name.starts_with(super::probe::PREFIX));
        if left && entry.file_type()?.is_file() {
            std::fs::remove_file(entry.path())?;
            swept += 1;
        }
    }
    Ok(swept)
}

/// Whether a name is that of a file that was still being written: `name.json#1`.
pub fn is_unfinished(name: &str) -> bool {
    name.rsplit_once('#')
        .is_some_and(|(_, number)| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
}
