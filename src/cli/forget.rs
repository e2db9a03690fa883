//! `mulin forget`: deletes drawings by their receipt codes, for residents who cannot withdraw them themselves.

use std::collections::BTreeSet;
use std::process::ExitCode;

use clap::Args as ClapArgs;

use crate::design::stored::{DesignName, Receipt, was_in};
use crate::tally::{Collection, Drawing, Received};
use crate::text::Message;

use super::collect::{FORGOTTEN, forget_in};
use super::documents::files_in;
use super::serve::folder_of;
use super::{Stop, tell};

/// What `mulin forget` is told.
#[derive(Debug, ClapArgs)]
pub struct Args {
    /// Receipt codes: 7K3MQ-9XB2R-4T
    #[arg(required = true)]
    codes: Vec<String>,
    /// The store, or an archive: file:///dir or a folder
    #[arg(long)]
    store: String,
}

/// Deletes every version of the drawings that the codes belong to, and notes their names, so that
/// `mulin collect` lets no copy of another office bring them back. All codes are read before anything is deleted.
pub fn run(args: &Args) -> Result<ExitCode, Stop> {
    let folder = folder_of(&args.store)?;
    let drawings = collected(&folder)?.drawings();
    let mut names = BTreeSet::new();
    for code in &args.codes {
        let unknown = |key: &'static str| Stop(Message::new(key).with("code", code.as_str()));
        let receipt: Receipt = code.parse().map_err(|_| unknown("forget-not-a-code"))?;
        let of_code = drawings
            .iter()
            .filter(|drawing| versions(drawing).any(|one| names_of(one).any(|name| receipt.is_of(&name))));
        let before = names.len();
        for drawing in of_code {
            names.extend(versions(drawing).flat_map(names_of));
        }
        if names.len() == before {
            return Err(unknown("forget-not-here"));
        }
    }
    forget_in(&folder.join(FORGOTTEN), &names)?;
    for name in &names {
        let file = folder.join("designs").join(format!("{name}.json"));
        match std::fs::remove_file(&file) {
            Err(why) if why.kind() != std::io::ErrorKind::NotFound => {
                return Err(Stop::at("cli-unwritable", &file, &why));
            }
            _ => {}
        }
    }
    tell(&Message::new("forget-done").with("count", names.len()));
    Ok(ExitCode::SUCCESS)
}

fn collected(folder: &std::path::Path) -> Result<Collection, Stop> {
    let mut collection = Collection::new(None);
    for file in files_in(folder)? {
        let bytes = std::fs::read(&file).map_err(|why| Stop::at("cli-store-unreadable", &file, &why))?;
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        collection.add_stored(&name, &bytes);
    }
    Ok(collection)
}

fn versions(drawing: &Drawing) -> impl Iterator<Item = &std::sync::Arc<Received>> {
    std::iter::once(&drawing.latest).chain(&drawing.older)
}

/// The name of a design, and the one that it had before its contact details were deleted.
fn names_of(one: &std::sync::Arc<Received>) -> impl Iterator<Item = DesignName> + use<> {
    [Some(one.name), was_in(&one.design)].into_iter().flatten()
}
