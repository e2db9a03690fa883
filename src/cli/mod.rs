//! The native program `mulin`: one command a file.
//!
//! A command that cannot go on gives a [`Stop`]: one sentence on stderr and exit code 2.

mod check;
mod compress;
pub mod demo_designs;
pub mod demo_estate;
mod import;
pub mod serve;
mod stop;
mod verify;

use std::path::Path;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::formats::project_folder;
use crate::project::{Project, ProjectFile};
use crate::text::{Lang, Message, say};

pub use stop::Stop;

/// Draw your estate together.
#[derive(Debug, Parser)]
#[command(name = "mulin", version)]
struct Program {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the endpoint, the app and a project on this machine
    Serve(serve::Args),
    /// Invent designs for a project, to try wall and desk with
    Demo(demo_designs::Args),
    /// Draw the demo project Beimen again
    DemoEstate(demo_estate::Args),
    /// Say what the rules find in a design
    Check(check::Args),
    /// Make an estate of a map that others drew
    Import(import::Args),
    /// Write .br and .gz beside the files of a built app
    Compress(compress::Args),
    /// Hold every name in a store against its bytes
    Verify(verify::Args),
}

/// Runs the program on its command line.
pub fn run() -> ExitCode {
    let outcome = match Program::parse().command {
        Command::Serve(args) => serve::run(&args),
        Command::Demo(args) => demo_designs::run(&args),
        Command::DemoEstate(args) => demo_estate::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Import(args) => import::run(&args),
        Command::Compress(args) => compress::run(&args),
        Command::Verify(args) => verify::run(&args),
    };
    outcome.unwrap_or_else(|Stop(message)| {
        eprintln!("{}", said(&message));
        ExitCode::from(2)
    })
}

/// The project of a folder; what could not be taken of its estate was said when it was imported.
fn project_in(folder: &Path) -> Result<Project, Stop> {
    let read = |name: &str| {
        let file = folder.join(name);
        std::fs::read(&file).map_err(|why| Stop::at("cli-project-unreadable", &file, &why))
    };
    let file = ProjectFile::read(&read("project.json")?)
        .map_err(|why| Stop(project_folder::FolderFault::from(why).message()))?;
    let estate = read(&file.estate)?;
    let (project, _) = project_folder::with_estate(file, &estate).map_err(|fault| Stop(fault.message()))?;
    Ok(project)
}

/// The sentence in the language of the terminal.
fn said(message: &Message) -> String {
    say(terminal_lang(), message)
}

/// What the locale's variables ask for, in the order in which POSIX reads them; otherwise English,
/// since a terminal without a locale may not show Chinese at all.
fn terminal_lang() -> Lang {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty())
        .and_then(|value| Lang::from_tag(value.split('.').next()?))
        .unwrap_or(Lang::En)
}
