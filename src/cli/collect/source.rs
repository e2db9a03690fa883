//! Files that come in: a store's designs, or whatever JSON lies in a folder.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::cli::Stop;
use crate::cli::serve::is_unfinished;
use crate::design::stored::{DesignName, MAX_BYTES};

/// The folder of names that a planner deleted.
pub const FORGOTTEN: &str = "forgotten";

/// A file that came in.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// Its name, without folders.
    pub file: String,
    /// Where it lies.
    pub path: PathBuf,
    /// Whether a person gave it its name, which then need not be the hash of its bytes.
    pub named_by_hand: bool,
}

/// What is in a folder.
#[derive(Debug, Default)]
pub struct Found {
    /// The files that count as received.
    pub files: Vec<Incoming>,
    /// Those that were still being written.
    pub unfinished: usize,
}

/// What a file holds.
pub enum Bytes {
    /// All of it.
    Whole(Vec<u8>),
    /// More than a design may have: only its hash was taken, so that no file costs more memory.
    TooMany {
        /// The hash.
        hash: DesignName,
        /// How many bytes there are.
        count: usize,
    },
}

impl Incoming {
    /// What the file holds.
    pub fn bytes(&self) -> io::Result<Bytes> {
        let mut file = File::open(&self.path)?;
        let mut bytes = Vec::new();
        file.by_ref().take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
        if bytes.len() <= MAX_BYTES {
            return Ok(Bytes::Whole(bytes));
        }
        let mut hash = Sha256::new_with_prefix(&bytes);
        let mut count = bytes.len();
        loop {
            let read = file.read(&mut bytes)?;
            if read == 0 {
                let hash = DesignName::from_digest(hash.finalize().into());
                return Ok(Bytes::TooMany { hash, count });
            }
            hash.update(&bytes[..read]);
            count += read;
        }
    }
}

/// The designs of a store, with everything else that lies among them; or the JSON files of a folder
/// that is no store. Links are not followed, so that nothing from elsewhere comes in.
pub fn files_in(folder: &Path) -> Result<Found, Stop> {
    let designs = folder.join("designs");
    let is_store = designs.is_dir();
    let place = if is_store { designs.as_path() } else { folder };
    let unreadable = |why: io::Error| Stop::at("cli-store-unreadable", place, &why);
    let mut found = Found::default();
    for entry in std::fs::read_dir(place).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let file = entry.file_name().to_string_lossy().into_owned();
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        let wanted = is_store || file.to_ascii_lowercase().ends_with(".json");
        if is_unfinished(&file) {
            found.unfinished += 1;
        } else if is_file && wanted {
            found.files.push(Incoming {
                file,
                path: entry.path(),
                named_by_hand: !is_store,
            });
        }
    }
    Ok(found)
}

/// The names that a planner deleted from a store; none where there are none.
pub fn forgotten_in(store: &Path) -> Result<BTreeSet<DesignName>, Stop> {
    let folder = store.join(FORGOTTEN);
    let unreadable = |why: io::Error| Stop::at("cli-store-unreadable", &folder, &why);
    let entries = match std::fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(why) if why.kind() == io::ErrorKind::NotFound => return Ok(BTreeSet::new()),
        Err(why) => return Err(unreadable(why)),
    };
    let mut names = BTreeSet::new();
    for entry in entries {
        let name = entry.map_err(unreadable)?.file_name();
        names.extend(name.to_str().and_then(|name| name.parse::<DesignName>().ok()));
    }
    Ok(names)
}
