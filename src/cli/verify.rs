//! `mulin verify`: every name in a store against its bytes.

use std::path::Path;
use std::process::ExitCode;

use clap::Args as ClapArgs;

use crate::design::stored::{self, DesignName, Withdrawal};
use crate::text::Message;

use super::documents::files_in;
use super::serve::folder_of;
use super::{Stop, tell};

/// What `mulin verify` is told.
#[derive(Debug, ClapArgs)]
pub struct Args {
    /// The store: file:///dir or a folder
    store: String,
}

/// Reads every file of the store's designs. Exit 0 when each is sound, 1 when one is not.
pub fn run(args: &Args) -> Result<ExitCode, Stop> {
    let files = files_in(&folder_of(&args.store)?)?;
    let mut unsound = 0;
    for file in &files {
        if let Some(fault) = fault_of(file).map_err(|why| Stop::at("cli-store-unreadable", file, &why))? {
            unsound += 1;
            tell(&Message::new(fault).with("path", file.display().to_string()));
        }
    }
    let count = Message::new("cli-verified").with("count", files.len());
    tell(&count.with("unsound", unsound));
    Ok(ExitCode::from(u8::from(unsound > 0)))
}

/// What is wrong with a file of the store, as the key of a sentence.
fn fault_of(file: &Path) -> std::io::Result<Option<&'static str>> {
    let name = file
        .file_name()
        .and_then(|name| name.to_str()?.strip_suffix(".json")?.parse::<DesignName>().ok());
    let Some(name) = name else {
        return Ok(Some("cli-verify-no-name"));
    };
    let bytes = std::fs::read(file)?;
    if DesignName::of(&bytes) != name {
        return Ok(Some("cli-verify-other-bytes"));
    }
    let is_sound = stored::read(&bytes).is_ok() || matches!(Withdrawal::read(&bytes), Some(Ok(_)));
    Ok((!is_sound).then_some("cli-verify-no-design"))
}
