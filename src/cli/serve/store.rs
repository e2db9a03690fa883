//! Where designs are kept: a folder on this machine's disk.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use object_store::local::LocalFileSystem;
use object_store::path::Path as Key;
use object_store::{ObjectStore, ObjectStoreExt, PutMode};

use crate::cli::Stop;
use crate::text::Message;

/// The folder that `--store` names: `file:///dir` or a path.
pub fn folder_of(store: &str) -> Result<PathBuf, Stop> {
    match store.split_once("://") {
        None if !store.is_empty() => Ok(PathBuf::from(store)),
        Some(("file", path)) if path.starts_with('/') => Ok(PathBuf::from(decoded(path))),
        Some(("s3", _)) => Err(Stop(Message::new("cli-store-not-s3"))),
        _ => Err(Stop(Message::new("cli-store-unknown").with("store", store))),
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
    let store = LocalFileSystem::new_with_prefix(folder).map_err(|why| unwritable(&why))?;
    Ok(Arc::new(store.with_fsync(true)))
}

/// Removes files that were being written when the program was killed (`name.json#1`): nobody was
/// told that they were stored. Gives how many there were.
pub fn sweep(folder: &Path) -> std::io::Result<usize> {
    let mut swept = 0;
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let staged = name
            .to_str()
            .and_then(|name| name.rsplit_once('#'))
            .is_some_and(|(_, number)| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()));
        if staged && entry.file_type()?.is_file() {
            std::fs::remove_file(entry.path())?;
            swept += 1;
        }
    }
    Ok(swept)
}

/// Writes and removes a small object, and makes sure that a second writer of one name is refused:
/// the promise to keep a design rests on both.
pub async fn probe(store: &dyn ObjectStore) -> Result<(), object_store::Error> {
    let key = Key::from("probe");
    let clear = async || match store.delete(&key).await {
        Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
        Err(why) => Err(why),
    };
    clear().await?;
    store.put_opts(&key, "1".into(), PutMode::Create.into()).await?;
    let second = store.put_opts(&key, "2".into(), PutMode::Create.into()).await;
    clear().await?;
    match second {
        Err(object_store::Error::AlreadyExists { .. } | object_store::Error::Precondition { .. }) => Ok(()),
        Err(why) => Err(why),
        Ok(_) => Err(object_store::Error::NotSupported {
            source: "a second writer of one name was not refused".into(),
        }),
    }
}
