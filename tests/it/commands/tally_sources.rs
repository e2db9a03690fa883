//! `mulin tally` on folders, zips and several of them, and its report.

use std::path::Path;

use mulin::formats::project_zip;

use super::{BEIMEN, mulin, refuses, store, text};

/// The files of a store's designs with their bytes.
fn designs(store: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = std::fs::read_dir(store.join("designs")).unwrap();
    let mut files: Vec<_> = entries
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            (
                path.file_name().unwrap().to_string_lossy().into_owned(),
                std::fs::read(&path).unwrap(),
            )
        })
        .collect();
    files.sort();
    files
}

fn zip(files: &[(String, Vec<u8>)], path: &Path) {
    let named: Vec<_> = files
        .iter()
        .map(|(name, bytes)| (format!("round/designs/{name}"), bytes.clone()))
        .collect();
    std::fs::write(path, project_zip::write(&named).unwrap()).unwrap();
}

/// What is printed for some stores, and the rows of the table.
fn tallied(folder: &Path, stores: &[&Path]) -> (String, String) {
    let csv = folder.join("things.csv");
    let mut args = vec!["tally"];
    args.extend(stores.iter().map(|store| store.to_str().unwrap()));
    args.extend(["--project", BEIMEN, "--csv", csv.to_str().unwrap()]);
    let run = mulin(&args);
    assert!(run.status.success(), "{}", text(&run.stderr));
    (text(&run.stdout), std::fs::read_to_string(csv).unwrap())
}

#[test]
fn a_folder_its_zip_and_its_parts_in_any_order_give_the_same_numbers() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(folder.path(), 30);
    // A file that is damaged counts as set aside whichever way it comes.
    std::fs::write(
        store.join("designs").join(format!("{}.json", "0".repeat(64))),
        b"{}",
    )
    .unwrap();
    let files = designs(&store);
    let at = |name: &str| folder.path().join(name);
    zip(&files, &at("whole.zip"));
    let (front, back) = files.split_at(files.len() / 2);
    zip(front, &at("front.zip"));
    let half = at("half");
    std::fs::create_dir_all(half.join("designs")).unwrap();
    for (name, bytes) in back {
        std::fs::write(half.join("designs").join(name), bytes).unwrap();
    }
    let whole = tallied(folder.path(), &[&store]);
    assert!(whole.0.contains("\"set_aside\": 1"));
    assert_eq!(tallied(folder.path(), &[&at("whole.zip")]), whole);
    assert_eq!(tallied(folder.path(), &[&at("front.zip"), &half]), whole);
    assert_eq!(tallied(folder.path(), &[&half, &at("front.zip")]), whole);
}

#[test]
fn a_zip_that_is_cut_off_is_told_in_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let broken = folder.path().join("broken.zip");
    std::fs::write(&broken, b"PK\x03\x04 and no more").unwrap();
    refuses(
        &["tally", broken.to_str().unwrap(), "--project", BEIMEN],
        &["broken.zip"],
    );
}

#[test]
fn the_report_has_its_maps_and_the_answers_that_lie_beside_the_designs() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(folder.path(), 40);
    let report = folder.path().join("report.html");
    let args = [
        "tally",
        store.to_str().unwrap(),
        "--project",
        BEIMEN,
        "--report",
        report.to_str().unwrap(),
    ];
    let run = mulin(&args);
    assert!(run.status.success(), "{}", text(&run.stderr));
    let html = std::fs::read_to_string(&report).unwrap();
    assert!(html.contains("<svg") && html.contains("id=\"answers\"") && html.contains("<td"));
    assert!(html.len() < 12_000_000, "{} bytes", html.len());
}
