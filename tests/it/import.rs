//! `mulin import` as people run it.

use std::path::Path;
use std::process::{Command, Output};

use mulin::formats::project_folder;

fn import(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_mulin"))
        .arg("import")
        .args(arguments)
        .env("LC_ALL", "C.UTF-8")
        .output()
        .unwrap()
}

fn fixture() -> String {
    format!("{}/tests/fixtures/kirchberg.osm", env!("CARGO_MANIFEST_DIR"))
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn path(folder: &Path, name: &str) -> String {
    folder.join(name).display().to_string()
}

#[test]
fn an_extract_becomes_an_estate_with_its_problems_one_a_line() {
    let folder = tempfile::tempdir().unwrap();
    let file = path(folder.path(), "estate.geojson");
    let output = import(&[&fixture(), "-o", &file]);
    assert_eq!(output.status.code(), Some(0));
    let problems = text(&output.stderr);
    assert!(problems.lines().count() > 8, "{problems}");
    assert!(
        problems.lines().any(|line| line.starts_with("way 275490779:")),
        "{problems}"
    );
    assert!(text(&output.stdout).contains("32 buildings"));
    let again = import(&[&file, "-o", &path(folder.path(), "again.geojson")]);
    assert_eq!(text(&again.stderr), "", "what was written has no problems");
    let bytes = |name: &str| std::fs::read(folder.path().join(name)).unwrap();
    assert!(bytes("estate.geojson") == bytes("again.geojson"));
}

#[test]
fn a_folder_becomes_a_whole_project() {
    let folder = tempfile::tempdir().unwrap();
    let project = path(folder.path(), "kirchberg/");
    assert_eq!(import(&[&fixture(), "-o", &project]).status.code(), Some(0));
    let read = |name: &str| std::fs::read(Path::new(&project).join(name)).unwrap();
    let (opened, problems) = project_folder::read(&read("project.json"), &read("estate.geojson")).unwrap();
    assert_eq!(problems, []);
    assert_eq!(opened.file.id, "kirchberg");
    assert!(opened.file.about["en"].contains("OpenStreetMap"));
    assert!(opened.file.about["zh-CN"].contains("导入"));
}

#[test]
fn what_cannot_be_imported_is_one_sentence_and_exit_2() {
    let folder = tempfile::tempdir().unwrap();
    let out = path(folder.path(), "out.geojson");
    let broken = path(folder.path(), "broken.osm");
    std::fs::write(&broken, "<html><body>not found</body></html>").unwrap();
    for arguments in [
        vec!["/nowhere/at-all.osm", "-o", &out],
        vec![&broken, "-o", &out],
        vec!["plan.dwg", "-o", &out],
        vec![&fixture(), "-o", &out, "--crs", "EPSG:4548"],
        vec![&fixture(), "-o", &out, "--crs", "local"],
        vec![&fixture(), &fixture(), "-o", &out],
        vec![&fixture(), "-o", "/nowhere/at/all.geojson"],
    ] {
        let output = import(&arguments);
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(said.trim_end().ends_with('.'), "{arguments:?}: {said}");
        assert!(
            !said.contains("cli-") && !said.contains("file-") && !said.contains("panicked"),
            "{said}"
        );
    }
    assert!(!Path::new(&out).exists());
}
