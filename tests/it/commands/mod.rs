//! The native program as people call it: what it prints, and its exit codes.

mod canaries;
mod collect;
mod deleted;
mod design_back;
mod documents;
mod keys;
mod kills;
mod serve;
mod tally;
mod tally_sources;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const BEIMEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/public/beimen");

fn mulin(args: &[&str]) -> Output {
    program().args(args).output().unwrap()
}

/// The program in English, whatever the machine speaks.
fn program() -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_mulin"));
    program.env("LC_ALL", "en_GB.UTF-8").env("RUST_BACKTRACE", "1");
    program
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// That a call ends with exit code 2 and one sentence that has these words.
#[track_caller]
fn refuses(args: &[&str], words: &[&str]) {
    let output = mulin(args);
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{args:?}: {said}");
    assert_eq!(said.trim_end().lines().count(), 1, "{args:?}: {said}");
    assert!(!said.contains("panicked") && !said.contains("cli-"), "{said}");
    for word in words {
        assert!(said.contains(word), "{args:?} does not say '{word}': {said}");
    }
}

/// A design in a file of its own.
fn design_file(folder: &Path, text: &str) -> PathBuf {
    let file = folder.join("design.json");
    std::fs::write(&file, text).unwrap();
    file
}

/// A store of invented designs.
fn store(folder: &Path, designs: usize) -> PathBuf {
    let store = folder.join("store");
    let count = designs.to_string();
    let made = mulin(&[
        "demo",
        "--project",
        BEIMEN,
        "--designs",
        &count,
        "-o",
        store.to_str().unwrap(),
    ]);
    assert!(made.status.success(), "{}", text(&made.stderr));
    store
}
