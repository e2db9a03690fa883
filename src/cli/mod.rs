//! The native program `mulin`: one command a file.
//!
//! A command that cannot go on gives a [`Stop`]: one sentence on stderr and exit code 2.

mod all_cores;
#[cfg(not(unix))]
#[path = "bounded_other.rs"]
mod bounded;
#[cfg(unix)]
#[path = "bounded_unix.rs"]
mod bounded;
pub mod chance;
mod check;
pub mod collect;
mod compose;
mod compress;
pub mod demo_designs;
pub mod demo_estate;
mod design_back;
mod documents;
mod export;
mod forget;
mod gather;
mod import;
mod keys;
mod pdf_page;
mod place;
mod round;
pub mod rules;
pub mod serve;
mod shrunk;
mod small_picture;
mod stop;
pub mod tally;
mod token;
mod verify;

use std::io::Write as _;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

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
    /// Say what the rules find in a design, or in each design of a folder
    Check(check::Args),
    /// Make an estate of a map that others drew, or take a design back from CAD or GIS
    Import(import::Args),
    /// Write a design for other programs
    Export(export::Args),
    /// Count the designs of a store
    Tally(tally::Args),
    /// Compose plans from the designs of a store, by what people across groups agree on
    Compose(compose::Args),
    /// Write .br and .gz beside the files of a built app
    Compress(compress::Args),
    /// Print the table of the rules and their numbers, as docs/rules.md has it
    #[command(hide = true)]
    Rules,
    /// Draw the first page of a PDF (stdin) as a PNG (stdout), within the memory and time that a page may have
    #[command(hide = true)]
    PdfPage(pdf_page::Args),
    /// Make and use planners' keys for contact details
    Keys(keys::Args),
    /// Print the planner's token a last time and leave only its hash in the file
    Token(token::Args),
    /// Bring what several offices received into one archive
    Collect(collect::Args),
    /// Delete drawings by their receipt codes
    Forget(forget::Args),
    /// Hold every name in a store against its bytes
    Verify(verify::Args),
}

/// Runs the program on its command line.
pub fn run() -> ExitCode {
    let outcome = match Program::parse().command {
        Command::Serve(args) => serve::run(&args),
        Command::Demo(args) => demo_designs::run(&args),
        Command::DemoEstate(args) => demo_estate::run(&args),
        Command::Import(args) => import::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Export(args) => export::run(&args),
        Command::Tally(args) => tally::run(&args),
        Command::Compose(args) => compose::run(&args),
        Command::Compress(args) => compress::run(&args),
        Command::Rules => rules::run(),
        Command::PdfPage(args) => pdf_page::run(&args),
        Command::Keys(args) => keys::run(&args),
        Command::Token(args) => token::run(&args),
        Command::Collect(args) => collect::run(&args),
        Command::Forget(args) => forget::run(&args),
        Command::Verify(args) => verify::run(&args),
    };
    outcome.unwrap_or_else(|Stop(message)| {
        warn(&message);
        ExitCode::from(2)
    })
}

/// Says a sentence on stdout, in the language of the terminal.
fn tell(message: &Message) {
    put(&format!("{}\n", say(terminal_lang(), message)));
}

/// Says a sentence on stderr, in the language of the terminal.
fn warn(message: &Message) {
    let _ = writeln!(std::io::stderr(), "{}", say(terminal_lang(), message));
}

/// Writes to stdout. That its reader has gone, as in `mulin tally … | head`, is no fault.
fn put(text: &str) {
    let mut out = std::io::stdout();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
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
