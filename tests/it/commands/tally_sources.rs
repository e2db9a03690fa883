//! `mulin tally` on folders, zips and several of them, and its report.

use std::path::{Path, PathBuf};

use mulin::formats::project_zip;

use super::{BEIMEN, mulin, program, refuses, store, text};

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

/// The stores of one round in several forms: a folder, a zip of it, and two halves in either order.
fn forms(folder: &Path, designs: usize) -> Vec<Vec<PathBuf>> {
    let store = store(folder, designs);
    let files = self::designs(&store);
    let at = |name: &str| folder.join(name);
    zip(&files, &at("whole.zip"));
    let (front, back) = files.split_at(files.len() / 2);
    zip(front, &at("front.zip"));
    zip(back, &at("back.zip"));
    vec![
        vec![store],
        vec![at("whole.zip")],
        vec![at("front.zip"), at("back.zip")],
        vec![at("back.zip"), at("front.zip"), at("whole.zip")],
    ]
}

/// The bytes of all that a command writes on so many cores.
fn written(
    folder: &Path,
    command: &[&str],
    stores: &[PathBuf],
    cores: usize,
    files: &[(&str, &str)],
) -> Vec<Vec<u8>> {
    let mut run = program();
    run.args(command).args(stores).args(["--project", BEIMEN]);
    let out = folder.join("out");
    std::fs::create_dir_all(&out).unwrap();
    for (option, name) in files {
        run.arg(option).arg(out.join(name));
    }
    let done = run.env("RAYON_NUM_THREADS", cores.to_string()).output().unwrap();
    assert!(done.status.success(), "{}", text(&done.stderr));
    let bytes = files
        .iter()
        .map(|(_, name)| std::fs::read(out.join(name)).unwrap())
        .collect();
    std::fs::remove_dir_all(&out).unwrap();
    bytes
}

#[test]
fn a_tally_is_the_same_bytes_on_however_many_cores_and_in_whatever_order() {
    let folder = tempfile::tempdir().unwrap();
    let files = [
        ("-o", "tally.json"),
        ("--csv", "things.csv"),
        ("--geoparquet", "things.parquet"),
    ];
    let forms = forms(folder.path(), 60);
    let first = written(folder.path(), &["tally"], &forms[0], 1, &files);
    for (form, cores) in forms.iter().zip([2, 7, 1, 3]) {
        let again = written(folder.path(), &["tally"], form, cores, &files);
        // That a design came twice is told.
        let told = |bytes: &[u8]| {
            let lines = text(bytes);
            let lines = lines.lines().filter(|line| !line.contains("\"doubles\""));
            lines.collect::<Vec<_>>().join("\n")
        };
        assert_eq!(told(&again[0]), told(&first[0]), "{form:?} on {cores}");
        assert!(again[1..] == first[1..], "{form:?} on {cores}");
    }
}

#[test]
fn plans_are_the_same_bytes_on_however_many_cores_and_in_whatever_order() {
    let folder = tempfile::tempdir().unwrap();
    let files = [("-o", "PLAN.json"), ("--report", "report.json")];
    let forms = forms(folder.path(), 40);
    let command = ["compose", "--proposals", "2"];
    let first = written(folder.path(), &command, &forms[0], 1, &files);
    for (form, cores) in forms.iter().zip([2, 7, 1, 3]) {
        let again = written(folder.path(), &command, form, cores, &files);
        assert!(again == first, "{form:?} on {cores}");
    }
}
