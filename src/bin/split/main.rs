//! Cuts the built drawing program into the part that the first minute needs and the part that comes after.
//!
//! `split WHOLE DIST LIST LINKED` reads the folder that Trunk built and writes the folder that is served; the list
//! has the functions of the second part, and the last file is the program as the linker wrote it.
//! `split --watch WHOLE DIST` writes one instead whose program notes which of its functions ran, for
//! `make profile`. Why and how: src/ARCHITECTURE.md, "The second part".

mod cut;
mod data;
mod folder;
mod glue;
mod linked;
mod names;
mod texts;

use std::path::Path;
use std::process::ExitCode;

/// What went wrong, as a sentence.
type Fault = Box<dyn std::error::Error + Send + Sync>;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--watch", whole, dist] => folder::watched(Path::new(whole), Path::new(dist)),
        [whole, dist, list, linked] => folder::split(
            Path::new(whole),
            Path::new(dist),
            Path::new(list),
            Path::new(linked),
        ),
        _ => Err("usage: split WHOLE DIST LIST LINKED, or split --watch WHOLE DIST".into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("split: {fault}");
            ExitCode::from(2)
        }
    }
}
