//! `mulin token`: leaves only the hash of the planner's token on the disk.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args as ClapArgs;

use crate::text::Message;

use super::serve::PlannerToken;
use super::{Stop, tell};

/// What `mulin token` is told.
#[derive(Debug, ClapArgs)]
pub struct Args {
    /// The file in which the token is kept; made there when there is none
    file: PathBuf,
}

/// Prints the token a last time and keeps its hash in the file: who reads the disk then learns nothing.
pub fn run(args: &Args) -> Result<ExitCode, Stop> {
    let path = args.file.display().to_string();
    tell(&match PlannerToken::forget_at(&args.file)? {
        Some(token) => Message::new("cli-token-forgotten")
            .with("token", token)
            .with("path", path),
        None => Message::new("cli-token-forgotten-before").with("path", path),
    });
    Ok(ExitCode::SUCCESS)
}
