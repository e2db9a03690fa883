//! Maps that others drew go all the way by the commands alone: in, drawn on, checked, out as CAD, GIS and paper.

use std::path::Path;
use std::process::{Command, Output};

use mulin::exchange::{ReadWish, read};
use mulin::formats::project_folder;
use serde_json::{Value, json};

fn mulin(arguments: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_mulin");
    Command::new(program)
        .args(arguments)
        .env("LC_ALL", "C.UTF-8")
        .output()
        .unwrap()
}

/// A project of a map, a bench and a plaza drawn in its middle, and what comes out of it.
fn all_the_way(fixture: &str, buildings: usize) {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let map = format!("{}/tests/fixtures/{fixture}", env!("CARGO_MANIFEST_DIR"));
    let project = path("project/");
    let output = mulin(&["import", &map, "-o", &project]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0), "{said}");
    let file = |name: &str| std::fs::read(Path::new(&project).join(name)).unwrap();
    let (opened, problems) = project_folder::read(&file("project.json"), &file("estate.geojson")).unwrap();
    assert_eq!(problems, []);
    assert_eq!(opened.estate.buildings().count(), buildings);
    let middle = opened.estate.bounds().centre();
    let design = json!({
        "schema": "mulin.design/1", "project": opened.file.id, "draft": "0123456789abcdef0123456789abcdef",
        "sheets": { "estate": [
            { "id": "p1", "kind": "bench", "at": [middle.x, middle.y], "size": [1.8, 0.45] },
            { "id": "p2", "kind": "tree", "at": [middle.x + 3.0, middle.y], "size": [4.0, 4.0] } ] } });
    std::fs::write(path("design.json"), design.to_string()).unwrap();
    let output = mulin(&["check", &path("design.json"), "--project", &project, "--json"]);
    assert!(
        matches!(output.status.code(), Some(0 | 1)),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(found["totals"]["cost"].as_f64().unwrap() > 0.0);
    for (to, begins) in [("dxf", ""), ("pdf", "%PDF-"), ("geojson", "{")] {
        let out = path(&format!("out.{to}"));
        let output = mulin(&[
            "export",
            &path("design.json"),
            "--project",
            &project,
            "--to",
            to,
            "-o",
            &out,
        ]);
        assert_eq!(
            output.status.code(),
            Some(0),
            "{to}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        let bytes = std::fs::read(&out).unwrap();
        assert!(bytes.starts_with(begins.as_bytes()) && bytes.len() > 500, "{to}");
    }
    assert!(
        String::from_utf8(std::fs::read(path("out.dxf")).unwrap())
            .unwrap()
            .contains("LWPOLYLINE")
    );
    // What went to CAD is a drawing that goes in again.
    let drawing = std::fs::read(path("out.dxf")).unwrap();
    let again = read("out.dxf", &drawing, &ReadWish::default()).unwrap();
    assert!(
        again.estate.buildings().count() >= buildings,
        "{}",
        again.estate.buildings().count()
    );
}

#[test]
fn kirchberg_goes_all_the_way() {
    all_the_way("kirchberg.osm", 32);
}

#[test]
fn a_floor_plan_in_inches_goes_all_the_way() {
    all_the_way("floorplan.dxf", 4);
}
