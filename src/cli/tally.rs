//! `mulin tally`: many designs, counted.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args as ClapArgs;

use crate::rules::Survey;
use crate::tally::{Collection, summary_json};
use crate::text::Message;

use super::documents::{files_in, project_in};
use super::serve::folder_of;
use super::{Stop, put, tell};

/// What `mulin tally` is told.
#[derive(Debug, ClapArgs)]
pub struct Args {
    /// The store: file:///dir or a folder
    store: String,
    /// The project's folder, with project.json
    #[arg(long)]
    project: PathBuf,
    /// The file to write; otherwise it is printed
    #[arg(short)]
    output: Option<PathBuf>,
}

/// Counts the designs of a store. What cannot be used is set aside, and the summary says so.
pub fn run(args: &Args) -> Result<ExitCode, Stop> {
    let project = project_in(&args.project)?;
    let mut collection = Collection::new(Some(&project.file.id));
    for file in files_in(&folder_of(&args.store)?)? {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        match std::fs::read(&file) {
            Ok(bytes) => drop(collection.add_stored(&name, &bytes)),
            Err(_) => collection.add_withheld(&name),
        }
    }
    let summary = format!("{:#}\n", summary_json(&collection, &Survey::new(&project)));
    let Some(output) = &args.output else {
        put(&summary);
        return Ok(ExitCode::SUCCESS);
    };
    std::fs::write(output, summary).map_err(|why| Stop::at("cli-unwritable", output, &why))?;
    let standing = collection.standing();
    let done = Message::new("cli-tallied")
        .with("received", standing.received)
        .with("aside", standing.set_aside)
        .with("path", output.display().to_string());
    tell(&done);
    Ok(ExitCode::SUCCESS)
}
