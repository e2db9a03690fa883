//! Reads the designs of folders, zips and buckets on all cores; several of them as one.

mod bucket;
mod kept;
mod zip;

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::cli::Stop;
use crate::cli::documents::files_in;
use crate::cli::serve::StorePlace;
use crate::design::stored::DesignName;
use crate::tally::Collection;

pub use kept::{Keeps, Kept, KindNames};

/// What takes designs as they come in.
pub trait Takes: Send + Sized {
    /// Takes a file of a store, whose name must be the hash of its bytes.
    fn stored(&mut self, file: &str, bytes: &[u8]);
    /// Takes a file that a person gave its name.
    fn opened(&mut self, file: &str, bytes: &[u8]);
    /// What else is noted of files.
    fn collection(&mut self) -> &mut Collection;
    /// Takes all that another core has.
    fn joined(self, other: Self) -> Self;
}

/// The designs of several stores as if they were one: of folders, zips, or parts of buckets, in whatever order. What
/// `empty` gives takes them: one a core, joined in the end.
pub fn gathered<T: Takes>(stores: &[String], empty: &(impl Fn() -> T + Sync)) -> Result<T, Stop> {
    let mut all = empty();
    for store in stores {
        let place = StorePlace::read(store)?;
        all = all.joined(match &place {
            StorePlace::Folder(file) if file.is_file() => zip::read(file, empty)?,
            StorePlace::Folder(folder) => of_folder(folder, empty)?,
            StorePlace::Bucket { .. } => bucket::read(&place, empty)?,
        });
    }
    Ok(all)
}

fn of_folder<T: Takes>(folder: &Path, empty: &(impl Fn() -> T + Sync)) -> Result<T, Stop> {
    let files = files_in(folder)?;
    let none_yet = || (empty(), Vec::new());
    let one = |(mut taken, mut bytes): (T, Vec<u8>), file: &PathBuf| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        match read_into(&mut bytes, file) {
            Ok(()) => taken.stored(&name, &bytes),
            Err(_) => taken.collection().add_withheld(&name),
        }
        (taken, bytes)
    };
    let taken = files.par_iter().fold(none_yet, one).map(|(taken, _)| taken);
    Ok(taken.reduce(empty, T::joined))
}

/// Reads a file into room that the one before had: how long it is need not be asked.
fn read_into(bytes: &mut Vec<u8>, file: &Path) -> std::io::Result<()> {
    bytes.clear();
    let mut file = File::open(file)?.take(u64::MAX);
    file.read_to_end(bytes).map(drop)
}

/// The documents of names that a folder holds, read anew in lots, so that never all are in memory. A file that is gone
/// or changed since is left out.
pub fn read_again<T: Send>(
    folder: &Path,
    names: &[DesignName],
    project: &str,
    each: impl Fn(&Collection) -> T + Sync,
) -> Vec<T> {
    const LOT: usize = 500;
    let lot = |names: &[DesignName]| {
        let mut collection = Collection::new(Some(project));
        for name in names {
            let file = format!("{name}.json");
            if let Ok(bytes) = std::fs::read(folder.join("designs").join(&file)) {
                collection.add_stored(&file, &bytes);
            }
        }
        each(&collection)
    };
    names.par_chunks(LOT).map(lot).collect()
}
