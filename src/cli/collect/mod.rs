//! `mulin collect`: brings what several offices received into one archive.
//!
//! Every file is held against its name again, what cannot be used is put aside with the reason, and
//! older versions of a drawing are kept as such. The archive itself is one of the inputs, so a
//! collection that was cut off, or is run again, ends where it would have ended; nothing depends on
//! the order of the inputs.

mod archive;
mod gone;
mod report;
mod source;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args as ClapArgs;

use crate::design::stored::{self, DesignName, was_in};
use crate::tally::{Collection, Standing};
use crate::text::Message;

use super::documents::project_in;
use super::serve::folder_of;
use super::{Stop, tell};

pub use archive::forget_in;
pub use source::FORGOTTEN;

use archive::Archive;
use source::Incoming;

/// What `mulin collect` is told.
#[derive(Debug, ClapArgs)]
pub struct Args {
    /// Stores, or folders with designs as files, such as a USB stick
    #[arg(required = true)]
    from: Vec<String>,
    /// The archive: a folder that becomes a store, with quarantine/ and collected.json beside the designs
    #[arg(short)]
    output: PathBuf,
    /// Take the designs of this project only, and delete contact details after the day that it names
    #[arg(long)]
    project: Option<PathBuf>,
    /// Take this day for today: 2027-04-01
    #[arg(long)]
    today: Option<String>,
}

/// Collects, and says the sum.
pub fn run(args: &Args) -> Result<ExitCode, Stop> {
    let project = args.project.as_deref().map(project_in).transpose()?;
    let folders = args
        .from
        .iter()
        .map(|from| folder_of(from))
        .collect::<Result<Vec<_>, _>>()?;
    let until = project
        .as_ref()
        .and_then(|project| project.file.contacts_kept_until());
    let wish = Wish {
        project: project.as_ref().map(|project| project.file.id.as_str()),
        contacts: match (&until, &args.today) {
            (Some(until), Some(today)) if today > until => Contacts::Over,
            (Some(until), None) if gone::today().as_str() > until.as_str() => Contacts::Over,
            _ => Contacts::Kept,
        },
    };
    let collected = collect(&folders, &args.output, &wish)?;
    if collected.contacts > 0 {
        let key = match wish.contacts {
            Contacts::Over => "cli-contacts-deleted",
            Contacts::Kept => "cli-contacts-kept",
        };
        tell(
            &Message::new(key)
                .with("count", collected.contacts)
                .with("until", until.unwrap_or_else(|| "?".to_owned())),
        );
    }
    for row in &collected.quarantined {
        let message = Message::new("cli-quarantined").with("file", row.file.as_str());
        tell(&message.with("why", row.why.clone()));
    }
    let Standing {
        received,
        accepted,
        superseded,
        set_aside,
        withdrawn,
        doubles,
    } = collected.standing;
    if withdrawn + collected.deleted > 0 {
        tell(
            &Message::new("cli-withdrawn")
                .with("count", withdrawn)
                .with("designs", collected.deleted),
        );
    }
    let sum = Message::new("cli-collected")
        .with("received", received)
        .with("accepted", accepted)
        .with("superseded", superseded)
        .with("quarantined", set_aside);
    tell(
        &sum.with("copies", doubles)
            .with("unfinished", collected.unfinished)
            .with("path", args.output.display().to_string()),
    );
    Ok(ExitCode::SUCCESS)
}

/// What is collected.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wish<'a> {
    /// Designs of this project alone; none: of any.
    pub project: Option<&'a str>,
    /// What becomes of contact details.
    pub contacts: Contacts,
}

/// What becomes of contact details.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Contacts {
    /// They stay, sealed as they are.
    #[default]
    Kept,
    /// The last day on which they may be kept is over.
    Over,
}

/// What was collected.
#[derive(Debug)]
pub struct Collected {
    /// The sum: received = accepted + superseded + set aside + withdrawn.
    pub standing: Standing,
    /// Designs that came in, or were in the archive, and were withdrawn or deleted by the planner.
    pub deleted: usize,
    /// Designs with contact details, deleted where their day is over.
    pub contacts: usize,
    /// What was put aside, in the order of its names.
    pub quarantined: Vec<Quarantined>,
    /// Files that somebody was still writing, and that nobody was told of.
    pub unfinished: usize,
}

/// A file that was put aside.
#[derive(Clone, Debug)]
pub struct Quarantined {
    /// Its name where it came from.
    pub file: String,
    /// The hash of its bytes.
    pub hash: DesignName,
    /// Why.
    pub why: Message,
}

/// Brings the designs of folders into an archive.
///
/// # Errors
/// A sentence when a folder cannot be listed or the archive cannot be written; what was written of
/// it by then is sound, and the same call goes on from there.
pub fn collect(from: &[PathBuf], archive: &Path, wish: &Wish) -> Result<Collected, Stop> {
    let archive = Archive::open(archive)?;
    let mut unfinished = 0;
    let mut incoming = archive.incoming()?;
    let mut forgotten = archive.forgotten()?;
    for folder in from {
        let found = source::files_in(folder)?;
        unfinished += found.unfinished;
        incoming.extend(found.files);
        forgotten.extend(source::forgotten_in(folder)?);
    }
    let mut sorted = Sorted {
        collection: Collection::new(wish.project),
        contacts: wish.contacts,
        forgotten,
        ..Sorted::default()
    };
    for one in incoming {
        sorted.take(one);
    }
    sorted.delete_withdrawn();
    let Sorted {
        collection,
        forgotten,
        deleted,
        places,
        aside,
        removed,
        with_contact,
        ..
    } = sorted;
    // What was put aside first: it may lie where the sound design of its name belongs.
    let belong = archive.keep_aside(&aside, &collection)?;
    archive.keep_designs(&places)?;
    archive.keep_forgotten(&forgotten)?;
    // After what takes its place is safe.
    archive.remove_designs(&removed)?;
    archive.tidy(&belong)?;
    archive.keep_report(&report::report(&collection))?;
    Ok(Collected {
        standing: collection.standing(),
        deleted: deleted.len(),
        contacts: with_contact.len(),
        quarantined: collection
            .aside_by_hash()
            .map(|(hash, aside)| Quarantined {
                file: aside.file.clone(),
                hash: *hash,
                why: aside.reason.message(),
            })
            .collect(),
        unfinished,
    })
}

/// Where the bytes of a design come from.
#[derive(Debug)]
enum From {
    /// As they lie there.
    File(PathBuf),
    /// Those that lie there, without their contact details.
    WithoutContact(PathBuf),
}

/// What came in, as it belongs.
#[derive(Default)]
struct Sorted {
    collection: Collection,
    contacts: Contacts,
    forgotten: BTreeSet<DesignName>,
    deleted: BTreeSet<DesignName>,
    places: BTreeMap<DesignName, From>,
    aside: BTreeMap<(String, DesignName), PathBuf>,
    /// Designs that must not lie in the archive, or no more.
    removed: BTreeSet<DesignName>,
    with_contact: BTreeSet<DesignName>,
}

impl Sorted {
    fn take(&mut self, one: Incoming) {
        let bytes = match one.bytes() {
            Ok(source::Bytes::Whole(bytes)) => bytes,
            Ok(source::Bytes::TooMany { hash, count }) => {
                self.collection.add_too_large(&one.file, hash, count);
                self.aside.entry((one.file, hash)).or_insert(one.path);
                return;
            }
            // Nothing could be read, so there is nothing to keep but the word of it.
            Err(_) => return self.collection.add_withheld(&one.file),
        };
        let hash = DesignName::of(&bytes);
        let taken = match one.named_by_hand {
            true => self.collection.add_opened(&one.file, &bytes),
            false => self.collection.add_stored(&one.file, &bytes),
        };
        if self.is_forgotten(taken.unwrap_or(hash)) {
            self.collection.drop_aside(&one.file, &hash);
            return self.delete(hash);
        }
        let is_over = self.contacts == Contacts::Over;
        match (taken, gone::has_contact(&bytes)) {
            (None, true) if is_over => self.collection.drop_aside(&one.file, &hash),
            (None, _) => drop(self.aside.entry((one.file, hash)).or_insert(one.path)),
            (Some(name), false) => drop(self.places.entry(name).or_insert(From::File(one.path))),
            (Some(name), true) => {
                self.with_contact.insert(name);
                match stored::without_contact(&bytes).filter(|_| is_over) {
                    None => drop(self.places.entry(name).or_insert(From::File(one.path))),
                    Some(without) => {
                        self.collection.drop_design(&name);
                        self.removed.insert(name);
                        let name = DesignName::of(&without);
                        self.collection.add_stored(&format!("{name}.json"), &without);
                        self.places.entry(name).or_insert(From::WithoutContact(one.path));
                    }
                }
            }
        }
    }

    /// Whether the planner deleted a design, or the one that it was before its contact details were.
    fn is_forgotten(&self, name: DesignName) -> bool {
        let was = self.collection.get(&name).and_then(|one| was_in(&one.design));
        self.forgotten.contains(&name) || was.is_some_and(|was| self.forgotten.contains(&was))
    }

    fn delete(&mut self, name: DesignName) {
        self.places.remove(&name);
        self.collection.drop_design(&name);
        self.removed.insert(name);
        self.deleted.insert(name);
    }

    /// Takes out what its author withdrew, copies that were set aside too.
    fn delete_withdrawn(&mut self) {
        for name in self.collection.withdrawn() {
            self.delete(name);
        }
        let is_copy = |path: &Path| gone::is_withdrawn(&self.collection, path);
        let copies: Vec<_> = self
            .aside
            .iter()
            .filter(|(_, path)| is_copy(path))
            .map(|(key, _)| key.clone())
            .collect();
        for (file, hash) in copies {
            self.collection.drop_aside(&file, &hash);
            self.aside.remove(&(file, hash));
        }
    }
}
