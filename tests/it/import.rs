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

#[test]
fn a_photo_of_a_plan_is_what_a_project_begins_with_or_lies_under_a_map() {
    let folder = tempfile::tempdir().unwrap();
    // A photo of 40 by 20 points, held upright; two places of it are known, 10 m apart to the east.
    let photo = format!("{}/tests/fixtures/red.jpg", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(&photo).unwrap();
    let [width, height] = mulin::formats::project_picture::head(&bytes).unwrap().pixels;
    let right = format!("{width},{height}=40,5");
    let project = path(folder.path(), "traced/");
    let places = ["--picture-point", "0,0=10,20", "--picture-point", &right];
    let output = import(&[&["--picture", &photo][..], &places, &["-o", &project]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let file = |name: &str| std::fs::read(Path::new(&project).join(name)).unwrap();
    let (opened, problems) = project_folder::read(&file("project.json"), &file("estate.geojson")).unwrap();
    assert_eq!(problems, []);
    let underlay = opened.underlay().unwrap();
    assert_eq!(file(&underlay.file), bytes);
    let off = |across: u32, down: u32, x: f64, y: f64| {
        let at = underlay.place_of(f64::from(across), f64::from(down));
        (at.x - x).hypot(at.y - y)
    };
    assert!(off(0, 0, 10.0, 20.0) < 1e-6 && off(width, height, 40.0, 5.0) < 1e-6);
    // Under a map it lies over all of it until somebody says better.
    let under = path(folder.path(), "under/");
    let output = import(&[&fixture(), "--picture", &photo, "-o", &under]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let written = std::fs::read_to_string(Path::new(&under).join("project.json")).unwrap();
    assert!(written.contains("metresPerPixel"), "{written}");
}

#[test]
fn a_picture_that_cannot_lie_underneath_is_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let photo = format!("{}/tests/fixtures/red.jpg", env!("CARGO_MANIFEST_DIR"));
    let project = path(folder.path(), "p/");
    let point = |at: &'static str| ["--picture-point", at];
    let cases: [(Vec<&str>, &str); 7] = [
        (vec!["--picture", &photo, "-o", "estate.geojson"], "whole project"),
        (
            [&["--picture", &photo, "-o", &project][..], &point("0,0=1,1")].concat(),
            "1 were given",
        ),
        (
            [
                &["--picture", &photo, "-o", &project][..],
                &point("0=1,1"),
                &point("1,1=2,2"),
            ]
            .concat(),
            "known point",
        ),
        (
            [
                &["--picture", &photo, "-o", &project][..],
                &point("0,0=1,1"),
                &point("0,0=9,9"),
            ]
            .concat(),
            "one, so",
        ),
        (
            [
                &["--picture", &photo, "-o", &project][..],
                &point("0,0=1,1"),
                &point("5,5=1e300,NaN"),
            ]
            .concat(),
            "not lie",
        ),
        (vec!["--picture", file!(), "-o", &project], "cannot be read"),
        (
            [&[fixture().leak() as &str, "-o", &project][..], &point("0,0=1,1")].concat(),
            "--picture",
        ),
    ];
    for (arguments, sentence) in cases {
        let output = import(&arguments);
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(
            said.contains(sentence) && said.trim().lines().count() == 1,
            "{arguments:?}: {said}"
        );
    }
    assert!(!Path::new(&project).exists());
}
