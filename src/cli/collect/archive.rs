//! The archive: a store with what was put aside and a report beside it. Every file appears whole or
//! not at all, so that a collection may be cut off at any moment.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::thread;

use serde_json::{Value, json};

use crate::cli::Stop;
use crate::design::stored::{self, DesignName};
use crate::tally::Collection;
use crate::text::{Lang, say};

use super::From;
use super::source::{self, Incoming};

/// What the names of files begin with that are being written.
const UNFINISHED: &str = ".unfinished-";
/// Files written at a time: most of the time goes into waiting for the disk.
const AT_ONCE: usize = 16;

/// A folder that is becoming the archive.
pub struct Archive {
    folder: PathBuf,
}

impl Archive {
    /// Opens it, made when it is not there, and clears what a collection left that was cut off.
    pub fn open(folder: &Path) -> Result<Self, Stop> {
        let archive = Self {
            folder: folder.to_owned(),
        };
        for part in [archive.designs(), archive.quarantine(), archive.folder.clone()] {
            fs::create_dir_all(&part)
                .and_then(|()| sweep(&part))
                .map_err(|why| Stop::at("cli-unwritable", &part, &why))?;
        }
        Ok(archive)
    }

    fn designs(&self) -> PathBuf {
        self.folder.join("designs")
    }
    fn quarantine(&self) -> PathBuf {
        self.folder.join("quarantine")
    }

    /// What was collected before.
    pub fn incoming(&self) -> Result<Vec<Incoming>, Stop> {
        let mut files = source::files_in(&self.folder)?.files;
        let folder = self.quarantine();
        let unreadable = |why: io::Error| Stop::at("cli-store-unreadable", &folder, &why);
        for entry in fs::read_dir(&folder).map_err(unreadable)? {
            let path = entry.map_err(unreadable)?.path();
            if path.extension().is_some_and(|ending| ending == "aside") {
                let note = fs::read(path.with_extension("json")).unwrap_or_default();
                let note: Value = serde_json::from_slice(&note).unwrap_or_default();
                let own = path
                    .file_name()
                    .unwrap_or_default()
                    .to_string_lossy()
                    .into_owned();
                files.push(Incoming {
                    file: note["file"].as_str().unwrap_or(&own).to_owned(),
                    named_by_hand: note["named_by_hand"] == true,
                    path,
                });
            }
        }
        Ok(files)
    }

    fn forgotten_folder(&self) -> PathBuf {
        self.folder.join(source::FORGOTTEN)
    }

    /// Copies the designs that are not there yet.
    pub fn keep_designs(&self, places: &BTreeMap<DesignName, From>) -> Result<(), Stop> {
        let folder = self.designs();
        let mut rows = Vec::new();
        for (name, from) in places {
            let to = folder.join(format!("{name}.json"));
            match from {
                From::File(from) if *from != to => rows.push((from.as_path(), to)),
                From::File(_) => {}
                From::WithoutContact(from) => {
                    let bytes = fs::read(from)
                        .map(|bytes| stored::without_contact(&bytes).unwrap_or_default())
                        .map_err(|why| Stop::at("cli-store-unreadable", from, &why))?;
                    written(&to, &mut bytes.as_slice())
                        .map_err(|why| Stop::at("cli-unwritable", &to, &why))?;
                }
            }
        }
        copy_all(&rows)?;
        synced(&folder)
    }

    /// Deletes designs that must not lie here, or no more.
    pub fn remove_designs(&self, names: &BTreeSet<DesignName>) -> Result<(), Stop> {
        let folder = self.designs();
        for name in names {
            let file = folder.join(format!("{name}.json"));
            match fs::remove_file(&file) {
                Err(why) if why.kind() != io::ErrorKind::NotFound => {
                    return Err(Stop::at("cli-unwritable", &file, &why));
                }
                _ => {}
            }
        }
        synced(&folder)
    }

    /// The names that a planner deleted in an earlier collection.
    pub fn forgotten(&self) -> Result<BTreeSet<DesignName>, Stop> {
        source::forgotten_in(&self.folder)
    }

    /// Keeps the names that a planner deleted, so that no copy brings them back.
    pub fn keep_forgotten(&self, names: &BTreeSet<DesignName>) -> Result<(), Stop> {
        forget_in(&self.forgotten_folder(), names)
    }

    /// Copies what was put aside, with a note of why, and takes it away from among the designs. Gives what belongs
    /// into quarantine now.
    pub fn keep_aside(
        &self,
        aside: &BTreeMap<(String, DesignName), PathBuf>,
        collection: &Collection,
    ) -> Result<BTreeSet<PathBuf>, Stop> {
        let folder = self.quarantine();
        let reasons: BTreeMap<_, _> = collection
            .aside_by_hash()
            .map(|(hash, aside)| ((aside.file.as_str(), *hash), aside))
            .collect();
        let mut belong = BTreeSet::new();
        let mut rows = Vec::new();
        for ((file, hash), from) in aside {
            let Some(why) = reasons.get(&(file.as_str(), *hash)) else {
                continue;
            };
            let stem = format!("{hash}-{}", &DesignName::of(file.as_bytes()).to_string()[..16]);
            let to = folder.join(format!("{stem}.aside"));
            let note = folder.join(format!("{stem}.json"));
            let by_hand = file
                .strip_suffix(".json")
                .unwrap_or(file)
                .parse::<DesignName>()
                .is_err()
                && why.reason.word() != "not-named-by-hash";
            let message = why.reason.message();
            let text = json!({
                "file": file, "sha256": hash.to_string(), "bytes": why.bytes, "reason": why.reason.word(),
                "named_by_hand": by_hand,
                "say": { "zh-CN": say(Lang::ZhCn, &message), "en": say(Lang::En, &message) },
            });
            let text = format!("{text:#}\n");
            written(&note, &mut text.as_bytes()).map_err(|why| Stop::at("cli-unwritable", &note, &why))?;
            belong.extend([to.clone(), note]);
            if *from != to {
                rows.push((from.as_path(), to));
            }
        }
        copy_all(&rows)?;
        synced(&folder)?;
        let designs = self.designs();
        for (from, _) in rows.iter().filter(|(from, _)| from.parent() == Some(&designs)) {
            fs::remove_file(from).map_err(|why| Stop::at("cli-unwritable", from, &why))?;
        }
        Ok(belong)
    }

    /// Removes from quarantine what does not belong there any more: a newer program may be able to read it.
    pub fn tidy(&self, belong: &BTreeSet<PathBuf>) -> Result<(), Stop> {
        remove_all_but(&self.quarantine(), belong)
    }

    /// Writes the report, last of all: where it stands everything else does.
    pub fn keep_report(&self, report: &Value) -> Result<(), Stop> {
        let file = self.folder.join("collected.json");
        written(&file, &mut format!("{report:#}\n").as_bytes())
            .map_err(|why| Stop::at("cli-unwritable", &file, &why))?;
        synced(&self.folder)
    }
}

/// Notes names as deleted: each an empty file, so that two folders become one by copying.
pub fn forget_in(folder: &Path, names: &BTreeSet<DesignName>) -> Result<(), Stop> {
    if names.is_empty() {
        return Ok(());
    }
    fs::create_dir_all(folder).map_err(|why| Stop::at("cli-unwritable", folder, &why))?;
    for name in names {
        let file = folder.join(name.to_string());
        File::create(&file)
            .and_then(|file| file.sync_all())
            .map_err(|why| Stop::at("cli-unwritable", &file, &why))?;
    }
    synced(folder)
}

fn copy_all(rows: &[(&Path, PathBuf)]) -> Result<(), Stop> {
    let size = rows.len().div_ceil(AT_ONCE).max(1);
    let copy = |(from, to): &(&Path, PathBuf)| {
        File::open(from)
            .and_then(|mut from| written(to, &mut from))
            .map_err(|why| Stop::at("cli-unwritable", to, &why))
    };
    thread::scope(|scope| {
        let workers: Vec<_> = rows
            .chunks(size)
            .map(|rows| scope.spawn(move || rows.iter().try_for_each(copy)))
            .collect();
        workers.into_iter().try_for_each(|worker| {
            worker
                .join()
                .unwrap_or_else(|fault| std::panic::resume_unwind(fault))
        })
    })
}

/// Writes a file whole or not at all.
fn written(file: &Path, bytes: &mut dyn io::Read) -> io::Result<()> {
    let folder = file.parent().unwrap_or(Path::new("."));
    let mut new = tempfile::Builder::new().prefix(UNFINISHED).tempfile_in(folder)?;
    io::copy(bytes, &mut new)?;
    new.flush()?;
    new.as_file().sync_all()?;
    new.persist(file)?;
    Ok(())
}

/// Makes the names in a folder durable.
pub(super) fn synced(folder: &Path) -> Result<(), Stop> {
    File::open(folder)
        .and_then(|folder| folder.sync_all())
        .map_err(|why| Stop::at("cli-unwritable", folder, &why))
}

fn sweep(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(UNFINISHED) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

fn remove_all_but(folder: &Path, belong: &BTreeSet<PathBuf>) -> Result<(), Stop> {
    let unwritable = |why: io::Error| Stop::at("cli-unwritable", folder, &why);
    for entry in fs::read_dir(folder).map_err(unwritable)? {
        let path = entry.map_err(unwritable)?.path();
        let own = path
            .extension()
            .is_some_and(|ending| ending == "aside" || ending == "json");
        if own && !belong.contains(&path) {
            fs::remove_file(&path).map_err(unwritable)?;
        }
    }
    Ok(())
}
