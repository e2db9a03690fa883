//! Cuts the built drawing program into the part that the first minute needs and the part that comes after.
//!
//! `split WHOLE DIST` reads the folder that Trunk built and writes the folder that is served.
//! `split --watch WHOLE DIST` writes one instead whose program notes which of its functions ran, for
//! `make profile`. Why and how: src/ARCHITECTURE.md, "The second part".

mod cut;
mod folder;
mod glue;
mod names;

use std::path::Path;
use std::process::ExitCode;

/// What went wrong, as a sentence.
type Fault = Box<dyn std::error::Error + Send + Sync>;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--watch", whole, dist] => folder::watched(Path::new(whole), Path::new(dist)),
        [whole, dist] => folder::split(Path::new(whole), Path::new(dist)),
        _ => Err("split takes two folders, the built and the served: split [--watch] WHOLE DIST".into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("split: {fault}");
            ExitCode::from(2)
        }
    }
}
