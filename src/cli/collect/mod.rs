//! `mulin collect`: brings what several offices received into one archive.
//!
//! Every file is held against its name again, what cannot be used is put aside with the reason, and
//! older versions of a drawing are kept as such. The archive itself is one of the inputs, so a
//! collection that was cut off, or is run again, ends where it would have ended; nothing depends on
//! the order of the inputs.

mod archive;
mod report;
mod source;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args as ClapArgs;

use crate::design::stored::DesignName;
use crate::tally::{Collection, Standing};
use crate::text::Message;

use super::documents::project_in;
use super::serve::folder_of;
use super::{Stop, tell};

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
    /// Take the designs of this project only
    #[arg(long)]
    project: Option<PathBuf>,
}

/// Collects, and says the sum.
pub fn run(args: &Args) -> Result<ExitCode, Stop> {
    let project = args.project.as_deref().map(project_in).transpose()?;
    let folders = args
        .from
        .iter()
        .map(|from| folder_of(from))
        .collect::<Result<Vec<_>, _>>()?;
    let collected = collect(
        &folders,
        &args.output,
        project.as_ref().map(|project| project.file.id.as_str()),
    )?;
    for row in &collected.quarantined {
        let message = Message::new("cli-quarantined").with("file", row.file.as_str());
        tell(&message.with("why", row.why.clone()));
    }
    let Standing {
        received,
        accepted,
        superseded,
        set_aside,
        doubles,
    } = collected.standing;
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

/// What was collected.
#[derive(Debug)]
pub struct Collected {
    /// The sum: received = accepted + superseded + set aside.
    pub standing: Standing,
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
pub fn collect(from: &[PathBuf], archive: &Path, project: Option<&str>) -> Result<Collected, Stop> {
    let archive = Archive::open(archive)?;
    let mut unfinished = 0;
    let mut incoming = archive.incoming()?;
    for folder in from {
        let found = source::files_in(folder)?;
        unfinished += found.unfinished;
        incoming.extend(found.files);
    }
    let mut collection = Collection::new(project);
    let mut places: BTreeMap<DesignName, PathBuf> = BTreeMap::new();
    let mut aside: BTreeMap<(String, DesignName), PathBuf> = BTreeMap::new();
    for one in incoming {
        let (hash, taken) = add(&mut collection, &one);
        match (taken, hash) {
            (Some(name), _) => drop(places.entry(name).or_insert(one.path)),
            (None, Some(hash)) => drop(aside.entry((one.file, hash)).or_insert(one.path)),
            // Nothing could be read, so there is nothing to keep but the word of it.
            (None, None) => {}
        }
    }
    // What was put aside first: it may lie where the sound design of its name belongs.
    let belong = archive.keep_aside(&aside, &collection)?;
    archive.keep_designs(&places)?;
    archive.tidy(&belong)?;
    archive.keep_report(&report::report(&collection))?;
    Ok(Collected {
        standing: collection.standing(),
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

/// Adds a file. Gives the hash of its bytes, none when they could not be read, and the design's name when it can
/// be used.
fn add(collection: &mut Collection, one: &Incoming) -> (Option<DesignName>, Option<DesignName>) {
    match one.bytes() {
        Ok(source::Bytes::Whole(bytes)) => {
            let taken = if one.named_by_hand {
                collection.add_opened(&one.file, &bytes)
            } else {
                collection.add_stored(&one.file, &bytes)
            };
            (Some(DesignName::of(&bytes)), taken)
        }
        Ok(source::Bytes::TooMany { hash, count }) => {
            collection.add_too_large(&one.file, hash, count);
            (Some(hash), None)
        }
        Err(_) => {
            collection.add_withheld(&one.file);
            (None, None)
        }
    }
}
