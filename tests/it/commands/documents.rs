//! check, export, tally, verify.

use serde_json::Value;

use super::{BEIMEN, design_file, mulin, refuses, store, text};

const BENCH: &str = r#"{"schema":"mulin.design/1","project":"beimen","title":"长椅","draft":"00",
    "sheets":{"estate":[{"id":"p1","kind":"bench","at":[0,0],"size":[1.5,0.6]}]}}"#;
/// Five kilometres away: outside of every boundary.
const FAR: &str = r#"{"schema":"mulin.design/1","project":"beimen","draft":"00",
    "sheets":{"estate":[{"id":"p1","kind":"bench","at":[4000,4000],"size":[1.5,0.6]}]}}"#;

#[test]
fn a_design_is_checked_in_sentences_and_as_the_contracts_document() {
    let folder = tempfile::tempdir().unwrap();
    let file = design_file(folder.path(), FAR);
    let file = file.to_str().unwrap();
    let plain = mulin(&["check", file, "--project", BEIMEN]);
    assert_eq!(plain.status.code(), Some(1), "{}", text(&plain.stderr));
    assert!(text(&plain.stdout).contains("(p1): "), "{}", text(&plain.stdout));

    let json = mulin(&["check", file, "--project", BEIMEN, "--json"]);
    assert_eq!(json.status.code(), Some(1));
    let document: Value = serde_json::from_slice(&json.stdout).unwrap();
    let hash = mulin::design::stored::DesignName::of(FAR.as_bytes()).to_string();
    assert_eq!(document["design"], hash);
    for total in ["cost", "bays", "slots", "green", "activity", "seats"] {
        assert!(document["totals"][total].is_number(), "{total}");
    }
    let finding = &document["findings"][0];
    assert_eq!(
        (&finding["rule"], &finding["severity"]),
        (&"boundary".into(), &"must".into())
    );
    assert!(finding["message"]["zh-CN"].is_string() && finding["message"]["en"].is_string());
    let not_checked = document["not_checked"].as_array().expect("a list");
    assert!(
        not_checked.iter().all(|row| row["part"].is_string()),
        "the demo lacks nothing that a whole rule needs: {not_checked:?}"
    );
    assert!(
        !not_checked.is_empty(),
        "no map says how high a fire lane is free"
    );
}

#[test]
fn a_design_of_another_project_is_checked_and_it_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let file = design_file(folder.path(), &BENCH.replace("\"beimen\"", "\"nanmen\""));
    let output = mulin(&["check", file.to_str().unwrap(), "--project", BEIMEN]);
    assert!(
        text(&output.stderr).contains("“nanmen”"),
        "{}",
        text(&output.stderr)
    );
}

#[test]
fn what_cannot_be_used_is_said_in_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let sound = design_file(folder.path(), BENCH);
    let (sound, here) = (sound.to_str().unwrap(), folder.path().to_str().unwrap());
    refuses(
        &["check", "/nowhere.json", "--project", BEIMEN],
        &["/nowhere.json"],
    );
    refuses(&["check", sound, "--project", here], &["project.json"]);
    refuses(&["verify", "/nowhere"], &["/nowhere/designs"]);
    refuses(&["tally", "/nowhere", "--project", BEIMEN], &["/nowhere/designs"]);
    refuses(&["verify", "s3://bucket"], &["folder"]);
    for (option, value, words) in [
        ("--paper", "A9", &["A9", "A3"][..]),
        ("--scale", "3", &["1:3", "--scale"]),
    ] {
        let out = folder.path().join("out.pdf");
        let to = [
            "export",
            sound,
            "--project",
            BEIMEN,
            "--to",
            "pdf",
            "-o",
            out.to_str().unwrap(),
        ];
        refuses(&[&to[..], &[option, value]].concat(), words);
        assert!(!out.exists());
    }
    refuses(
        &[
            "export",
            sound,
            "--project",
            BEIMEN,
            "--to",
            "svg",
            "-o",
            "/nowhere/a.svg",
        ],
        &["/nowhere/a.svg"],
    );
}

#[test]
fn a_design_is_exported_for_qgis_a_spreadsheet_and_as_a_picture() {
    let folder = tempfile::tempdir().unwrap();
    let file = design_file(folder.path(), BENCH);
    let export = |format: &str| {
        let out = folder.path().join(format!("out.{format}"));
        let (file, out_text) = (file.to_str().unwrap(), out.to_str().unwrap());
        let done = mulin(&[
            "export",
            file,
            "--project",
            BEIMEN,
            "--to",
            format,
            "-o",
            out_text,
        ]);
        assert!(done.status.success(), "{}", text(&done.stderr));
        std::fs::read_to_string(out).unwrap()
    };
    let collection: Value = serde_json::from_str(&export("geojson")).unwrap();
    assert_eq!(collection["features"].as_array().map(Vec::len), Some(1));
    assert!(export("csv").contains("Bench"));
    let picture = export("svg");
    assert!(picture.starts_with("<svg") && picture.trim_end().ends_with("</svg>"));
}

#[test]
fn a_store_is_counted_alike_each_time() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(folder.path(), 12);
    let tally = || mulin(&["tally", store.to_str().unwrap(), "--project", BEIMEN]);
    let first = tally();
    let summary: Value = serde_json::from_slice(&first.stdout).unwrap();
    assert_eq!(
        (&summary["schema"], &summary["received"]),
        (&"mulin.tally/1".into(), &12.into())
    );
    assert_eq!(tally().stdout, first.stdout);
}

#[test]
fn a_store_is_verified_file_by_file() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(folder.path(), 3);
    let verify = || mulin(&["verify", &format!("file://{}", store.display())]);
    assert_eq!(verify().status.code(), Some(0));
    let mut files: Vec<_> = std::fs::read_dir(store.join("designs")).unwrap().collect();
    let changed = files.remove(0).unwrap().path();
    std::fs::write(&changed, "{}").unwrap();
    std::fs::write(store.join("designs/notes.txt"), "x").unwrap();
    let output = verify();
    assert_eq!(output.status.code(), Some(1));
    let said = text(&output.stdout);
    assert!(
        said.contains("notes.txt: the name is not that of a design"),
        "{said}"
    );
    assert!(
        said.contains(&format!("{}: the bytes are not those", changed.display())),
        "{said}"
    );
    assert!(said.contains("Looked at 4 files; 2 unsound."), "{said}");
}
