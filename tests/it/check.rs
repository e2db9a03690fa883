//! `mulin check`, run as people run it.

use std::path::Path;
use std::process::{Command, Output};

use mulin::design::Placement;
use mulin::design::stored::{self, DesignName};
use serde_json::Value;

use crate::plan::{design, thing};

const BEIMEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/public/beimen");

fn check(folder: &Path, bytes: &[u8], more: &[&str]) -> Output {
    let file = folder.join("design.json");
    std::fs::write(&file, bytes).expect("the folder takes a file");
    Command::new(env!("CARGO_BIN_EXE_mulin"))
        .arg("check")
        .arg(&file)
        .args(["--project", BEIMEN])
        .args(more)
        .env("LC_ALL", "en_GB.UTF-8")
        .output()
        .expect("the program runs")
}

fn bytes_of(things: Vec<Placement>) -> Vec<u8> {
    stored::write(&design(things))
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn a_design_without_a_must_finding_ends_with_0() {
    let folder = tempfile::tempdir().unwrap();
    let output = check(folder.path(), &bytes_of(vec![]), &[]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let said = text(&output.stdout);
    assert!(said.starts_with("0 findings. "), "{said}");
}

#[test]
fn a_design_with_one_ends_with_1_and_says_it() {
    let folder = tempfile::tempdir().unwrap();
    let output = check(
        folder.path(),
        &bytes_of(vec![thing("p1", "bench", (-20.0, 50.0))]),
        &[],
    );
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    let said = text(&output.stdout);
    assert!(
        said.contains("Must be mended (p1): Bench: all of it lies outside"),
        "{said}"
    );
}

#[test]
fn as_json_it_is_the_document_of_the_contract() {
    let folder = tempfile::tempdir().unwrap();
    let bytes = bytes_of(vec![thing("p1", "bench", (-2.0, 50.0))]);
    let output = check(folder.path(), &bytes, &["--json"]);
    let document: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(document["design"], DesignName::of(&bytes).to_string());
    assert_eq!(document["findings"][0]["rule"], "boundary");
    assert_eq!(document["findings"][0]["fix"]["placement"], "p1");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn what_cannot_be_read_ends_with_2_and_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    for bytes in [&b"not json"[..], b"{}", br#"{"schema":"mulin.design/9"}"#] {
        let output = check(folder.path(), bytes, &[]);
        assert_eq!(output.status.code(), Some(2));
        let said = text(&output.stderr);
        assert_eq!(said.lines().count(), 1, "{said}");
        assert!(!said.contains("design-"), "a key instead of a sentence: {said}");
    }
}

#[test]
fn a_folder_gives_one_document_a_line_and_what_cannot_be_read_does_not_stop_it() {
    let folder = tempfile::tempdir().unwrap();
    let designs: Vec<Vec<u8>> = (0..3)
        .map(|i| bytes_of(vec![thing("p1", "bench", (-2.0 + f64::from(i), 50.0))]))
        .collect();
    for (i, bytes) in designs.iter().enumerate() {
        std::fs::write(folder.path().join(format!("{i}.json")), bytes).unwrap();
    }
    std::fs::write(folder.path().join("read me.txt"), "no design").unwrap();
    let check = || {
        Command::new(env!("CARGO_BIN_EXE_mulin"))
            .arg("check")
            .arg(folder.path())
            .args(["--project", BEIMEN, "--json"])
            .env("LC_ALL", "en_GB.UTF-8")
            .output()
            .expect("the program runs")
    };
    let output = check();
    let documents: Vec<Value> = text(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    let names: Vec<String> = designs
        .iter()
        .map(|bytes| DesignName::of(bytes).to_string())
        .collect();
    let said: Vec<&str> = documents
        .iter()
        .filter_map(|document| document["design"].as_str())
        .collect();
    assert_eq!(said, names);
    assert_eq!(output.status.code(), Some(1));

    std::fs::write(folder.path().join("1.json"), "not json").unwrap();
    let output = check();
    assert_eq!(text(&output.stdout).lines().count(), 2);
    assert_eq!(
        text(&output.stderr).matches("cannot be used").count(),
        1,
        "{}",
        text(&output.stderr)
    );
    assert_eq!(output.status.code(), Some(2));
}
