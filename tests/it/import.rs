//! `mulin import` as people run it.

use std::path::Path;
use std::process::{Command, Output};

use mulin::formats::{estate_geojson, project_folder};

use crate::survey_maker::{Kind, beimen, file};

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
    let dwg = path(folder.path(), "plan.dwg");
    std::fs::write(&dwg, b"AC1032\0\0\0\0").unwrap();
    let survey = path(folder.path(), "survey.dxf");
    std::fs::write(&survey, file(Kind::R2000)).unwrap();
    for arguments in [
        vec!["/nowhere/at-all.osm", "-o", &out],
        vec![&broken, "-o", &out],
        vec![&dwg, "-o", &out],
        vec![&fixture(), "-o", &out, "--crs", "EPSG:4548"],
        vec![&fixture(), "-o", &out, "--unit", "mm"],
        vec![&survey, "-o", &out, "--crs", "EPSG:9999"],
        vec![&survey, "-o", &out, "--axes", "up"],
        vec![&survey, "-o", &out, "--unit", "furlong"],
        vec![&survey, "-o", &out, "--point", "1,2=3"],
        vec![&survey, "-o", &out, "--point", "1,2=116.5,35.4"],
        vec![&survey, "-o", &out, "--layers", &broken],
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

#[test]
fn a_survey_goes_all_the_way_and_its_table_of_layers_serves_the_next_one() {
    let folder = tempfile::tempdir().unwrap();
    let survey = path(folder.path(), "survey.dxf");
    std::fs::write(&survey, file(Kind::R2000)).unwrap();
    let table = path(folder.path(), "layers.json");
    let estate = path(folder.path(), "estate.geojson");
    let output = import(&[
        &survey,
        "-o",
        &estate,
        "--crs",
        "EPSG:4548",
        "--write-layers",
        &table,
    ]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(text(&output.stdout).contains("29 buildings"));
    let written = std::fs::read_to_string(&table).unwrap();
    assert!(
        written.contains("\"图层1\": \"\"") && written.contains("EPSG:4548"),
        "{written}"
    );
    std::fs::write(&table, written.replace("\"图层1\": \"\"", "\"图层1\": \"skip\"")).unwrap();
    // The table says the grid too, so that nothing else has to be said.
    let again = path(folder.path(), "again.geojson");
    let output = import(&[&survey, "-o", &again, "--layers", &table]);
    assert!(
        !text(&output.stderr).contains("图层1"),
        "{}",
        text(&output.stderr)
    );
    assert!(std::fs::read(&estate).unwrap() == std::fs::read(&again).unwrap());
}

#[test]
fn a_map_in_metres_or_shifted_degrees_comes_to_lie_where_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let drawn = beimen();
    let there = estate_geojson::write(&drawn);
    for (crs, swapped) in [
        ("EPSG:4548", false),
        ("EPSG:4527", true),
        ("gcj02", false),
        ("bd09", true),
        ("EPSG:32650", false),
    ] {
        let to = mulin::earth::Converter::new(mulin::earth::Crs::from_word(crs).unwrap()).unwrap();
        let mut document: serde_json::Value = serde_json::from_str(&there).unwrap();
        document.as_object_mut().unwrap().remove("mulin:origin");
        each_point(&mut document["features"], &|point| {
            let [x, y] = to.from_degrees(point).unwrap();
            if swapped { [y, x] } else { [x, y] }
        });
        let (map, out) = (
            path(folder.path(), "map.geojson"),
            path(folder.path(), "out.geojson"),
        );
        std::fs::write(&map, document.to_string()).unwrap();
        let output = import(&[&map, "-o", &out, "--crs", crs]);
        assert_eq!(output.status.code(), Some(0), "{crs}: {}", text(&output.stderr));
        assert_eq!(text(&output.stderr).contains("comes first"), swapped, "{crs}");
        let (found, _) = estate_geojson::read(&std::fs::read(&out).unwrap()).unwrap();
        let place = |estate: &mulin::estate::Estate| {
            let at = estate
                .buildings()
                .next()
                .unwrap()
                .shape
                .outline()
                .unwrap()
                .centroid();
            estate.frame.unwrap().degrees_from_world(at)
        };
        let (a, b) = (place(&found), place(&drawn));
        // 1e-8 of a degree is a millimetre.
        assert!(
            (a.0 - b.0).abs() < 2e-8 && (a.1 - b.1).abs() < 2e-8,
            "{crs}: {a:?} {b:?}"
        );
    }
}

/// Does something to each pair of numbers within a list.
fn each_point(value: &mut serde_json::Value, to: &impl Fn([f64; 2]) -> [f64; 2]) {
    let pair = value
        .as_array()
        .and_then(|list| Some([list.first()?.as_f64()?, list.get(1)?.as_f64()?]));
    match (pair, value) {
        (Some(pair), value) => *value = serde_json::json!(to(pair)),
        (None, serde_json::Value::Array(list)) => list.iter_mut().for_each(|one| each_point(one, to)),
        (None, serde_json::Value::Object(object)) => object.values_mut().for_each(|one| each_point(one, to)),
        _ => {}
    }
}
