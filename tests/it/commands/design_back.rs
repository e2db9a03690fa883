//! `mulin import --design`: a design that was exported, changed in CAD or GIS, and comes back.

use std::path::Path;

use mulin::design::Design;
use mulin::design::stored;

use super::{BEIMEN, design_file, mulin, refuses, text};

const BENCH: &str = r#"{"schema":"mulin.design/1","project":"beimen","title":"长椅","by":{"building":"7"},"draft":"00",
    "sheets":{"estate":[{"id":"p1","kind":"bench","at":[90,80],"size":[1.5,0.6],"note":"要靠背"}]},
    "wishes":[{"id":"w1","text":"路灯","at":[99,80]}]}"#;

/// The bench's design as a file for another program.
fn exported(folder: &Path, to: &str) -> String {
    let design = design_file(folder, BENCH);
    let file = folder.join(format!("plan.{to}")).display().to_string();
    let made = mulin(&[
        "export",
        design.to_str().unwrap(),
        "--project",
        BEIMEN,
        "--to",
        to,
        "-o",
        &file,
    ]);
    assert!(made.status.success(), "{}", text(&made.stderr));
    file
}

/// Takes the design of a file back, into a file or a folder.
fn take_back(file: &str, output: &str) {
    let made = mulin(&["import", file, "--design", "--project", BEIMEN, "-o", output]);
    assert!(made.status.success(), "{}", text(&made.stderr));
    assert_eq!(text(&made.stderr), "");
}

fn brought_back(file: &str, output: &Path) -> Design {
    take_back(file, output.to_str().unwrap());
    let (design, repairs) = stored::read(&std::fs::read(output).unwrap()).unwrap();
    assert_eq!(repairs, []);
    design
}

#[test]
fn what_was_exported_comes_back_as_it_went() {
    let folder = tempfile::tempdir().unwrap();
    let (went, _) = stored::read(BENCH.as_bytes()).unwrap();
    for to in ["dxf", "geojson"] {
        let file = exported(folder.path(), to);
        assert_eq!(
            brought_back(&file, &folder.path().join("back.json")),
            went,
            "{to}"
        );
    }
}

#[test]
fn what_cad_moved_is_where_cad_moved_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = exported(folder.path(), "dxf");
    let drawing = std::fs::read_to_string(&file).unwrap();
    // A step of three metres along an axis of the file's grid.
    let name = "\nMULIN_bench_1500x600_1\n10\n";
    let insert = drawing.find(name).unwrap();
    let was = drawing[insert + name.len()..].lines().next().unwrap();
    let east: f64 = was.parse().unwrap();
    let moved = drawing[..insert].to_owned()
        + &drawing[insert..].replacen(&format!("\n10\n{was}\n"), &format!("\n10\n{}\n", east + 3.0), 1);
    std::fs::write(&file, moved).unwrap();
    let back = brought_back(&file, &folder.path().join("back.json"));
    let (went, _) = stored::read(BENCH.as_bytes()).unwrap();
    let step = back.placements()[0].shape.centre() - went.placements()[0].shape.centre();
    assert!((step.length() - 3.0).abs() < 0.01, "{}", step.length());
    assert_eq!(back.placements()[0].note, went.placements()[0].note);
    assert_eq!(back.wishes(), went.wishes());
}

#[test]
fn into_a_folder_each_design_goes_under_the_hash_of_its_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let file = exported(folder.path(), "geojson");
    let output = folder.path().join("designs/");
    take_back(&file, &format!("{}/", output.display()));
    let files: Vec<_> = std::fs::read_dir(&output)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    let [only] = files.as_slice() else {
        panic!("{files:?}")
    };
    let hash = stored::DesignName::of(&std::fs::read(only).unwrap());
    assert_eq!(only.file_stem().unwrap().to_str().unwrap(), hash.to_string());
}

#[test]
fn a_file_without_a_design_is_refused_in_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &str| {
        let file = folder.path().join(name);
        std::fs::write(&file, bytes).unwrap();
        file.display().to_string()
    };
    let estate = format!("{BEIMEN}/estate.geojson");
    for (file, words) in [
        (estate, "No drawing of Mulin"),
        (
            write("survey.dxf", "0\nSECTION\n2\nENTITIES\n0\nENDSEC\n0\nEOF\n"),
            "No drawing of Mulin",
        ),
        (write("broken.dxf", "no drawing"), "DXF"),
        (write("broken.geojson", "{"), "GeoJSON"),
        (write("plan.osm", "<osm/>"), "“osm”"),
    ] {
        let output = folder.path().join("never.json").display().to_string();
        refuses(
            &["import", &file, "--design", "--project", BEIMEN, "-o", &output],
            &[words],
        );
        assert!(!Path::new(&output).exists());
    }
}

#[test]
fn of_several_designs_none_is_chosen_for_their_owner() {
    let folder = tempfile::tempdir().unwrap();
    let file = exported(folder.path(), "geojson");
    let mut map: serde_json::Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    let heads = map["mulin:designs"].as_object_mut().unwrap();
    let head = heads.values().next().unwrap().clone();
    heads.insert("another".to_owned(), head);
    std::fs::write(&file, map.to_string()).unwrap();
    let output = folder.path().join("never.json").display().to_string();
    refuses(
        &["import", &file, "--design", "--project", BEIMEN, "-o", &output],
        &["2 designs", "folder"],
    );
}
