//! One sync of a folder for all who gave it names before it began: who comes while one is under way waits for the next,
//! since that one may not have seen his name.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, PoisonError};

use super::calls::Calls;

/// Where the syncs of a folder stand. They are counted from 1.
#[derive(Debug, Default)]
struct Folder {
    begun: u64,
    /// The last that came back.
    ended: u64,
    under_way: bool,
    /// Those that failed, as long as somebody may ask.
    failed: Option<(u64, io::ErrorKind)>,
}

/// The syncs of all folders of a store.
#[derive(Debug, Default)]
pub struct SharedSync {
    folders: Mutex<HashMap<PathBuf, Folder>>,
    one_ended: Condvar,
}

impl SharedSync {
    /// Comes back when all names that are in a folder now are certain to survive. Blocks its thread.
    ///
    /// # Errors
    /// What the disk said of the sync that this one waited for.
    pub fn sync(&self, disk: &dyn Calls, folder: &Path) -> io::Result<()> {
        let mut folders = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        let mine = folders.entry(folder.to_owned()).or_default().begun + 1;
        loop {
            let at = folders.entry(folder.to_owned()).or_default();
            if at.ended >= mine {
                return match at.failed {
                    // A later one may have gone well: then this one's names are safe by that.
                    Some((failed, why)) if failed >= mine && failed == at.ended => Err(why.into()),
                    _ => Ok(()),
                };
            }
            if at.under_way {
                folders = self
                    .one_ended
                    .wait(folders)
                    .unwrap_or_else(PoisonError::into_inner);
                continue;
            }
            at.begun += 1;
            at.under_way = true;
            let turn = at.begun;
            drop(folders);
            let done = disk.sync_folder(folder);
            folders = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
            let at = folders.entry(folder.to_owned()).or_default();
            at.under_way = false;
            at.ended = turn;
            if let Err(why) = &done {
                at.failed = Some((turn, why.kind()));
            }
            self.one_ended.notify_all();
            // It began after this one came, so it is this one's own.
            return done;
        }
    }
}
