//! `mulin tally` and `mulin compose` as people call them.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{BEIMEN, mulin, refuses, store, text};

fn json(path: &std::path::Path) -> Value {
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

#[test]
fn tally_says_where_designs_agree_and_writes_lines_and_rows_for_other_programs() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(folder.path(), 40);
    let at = |name: &str| folder.path().join(name);
    let paths = ["tally.json", "lines.geojson", "things.csv", "things.parquet"].map(at);
    let [summary, lines, csv, parquet] = paths.each_ref().map(|path| path.to_str().unwrap());
    let run = mulin(&[
        "tally",
        store.to_str().unwrap(),
        "--project",
        BEIMEN,
        "-o",
        summary,
        "--contours",
        lines,
        "--csv",
        csv,
        "--geoparquet",
        parquet,
    ]);
    assert!(run.status.success(), "{}", text(&run.stderr));
    let summary = json(&paths[0]);
    let agreement = &summary["agreement"];
    assert_eq!(agreement["bandwidth_m"], 8.0);
    assert!(!agreement["hot_spots"].as_array().unwrap().is_empty());
    assert!(agreement["coverage"]["households"].as_u64().unwrap() > 500);
    let lines = json(&paths[1]);
    for feature in lines["features"].as_array().unwrap() {
        let place = &feature["geometry"]["coordinates"][0][0][0];
        assert!(
            (place[0].as_f64().unwrap() - 116.58).abs() < 0.05
                && (place[1].as_f64().unwrap() - 35.41).abs() < 0.05
        );
    }
    let things: u64 = summary["kinds"]
        .as_array()
        .unwrap()
        .iter()
        .map(|kind| kind["things"].as_u64().unwrap())
        .sum();
    let csv = std::fs::read_to_string(&paths[2]).unwrap();
    assert_eq!(csv.trim_end().lines().count() as u64, things + 1);
    let parquet = std::fs::read(&paths[3]).unwrap();
    assert!(parquet.starts_with(b"PAR1") && parquet.ends_with(b"PAR1"));
    assert!(
        text(
            &parquet[parquet.len() - 6_000.min(parquet.len())..]
                .iter()
                .filter(|b| b.is_ascii())
                .copied()
                .collect::<Vec<_>>()
        )
        .contains("primary_column")
    );
}

#[test]
fn a_public_tally_names_no_design_and_hides_small_counts() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(folder.path(), 12);
    let run = mulin(&["tally", store.to_str().unwrap(), "--project", BEIMEN, "--public"]);
    let said = text(&run.stdout);
    for file in std::fs::read_dir(store.join("designs")).unwrap() {
        let name = file.unwrap().file_name().to_string_lossy().replace(".json", "");
        assert!(!said.contains(&name));
    }
    assert!(said.contains("\"<5\"") && !said.contains("\"wishes\""));
    let summary: Value = serde_json::from_str(&said).unwrap();
    let agreement = &summary["agreement"];
    assert!(agreement["hot_spots_left_out"].as_u64().unwrap() > 0);
    for spot in agreement["hot_spots"].as_array().unwrap() {
        assert!(spot["designs"].as_u64().unwrap() >= 5, "{spot}");
    }
}

#[test]
fn public_lines_leave_out_what_few_designs_have() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(folder.path(), 12);
    let lines = |public: &[&str]| {
        let (summary, lines) = (
            folder.path().join("tally.json"),
            folder.path().join("lines.geojson"),
        );
        let call = [
            "tally",
            store.to_str().unwrap(),
            "--project",
            BEIMEN,
            "-o",
            summary.to_str().unwrap(),
            "--contours",
            lines.to_str().unwrap(),
        ];
        let run = mulin(&[&call, public].concat());
        assert!(run.status.success(), "{}", text(&run.stderr));
        let features = json(&lines)["features"].as_array().unwrap().clone();
        let kinds: BTreeSet<String> = features
            .iter()
            .map(|feature| feature["properties"]["kind"].as_str().unwrap().to_owned())
            .collect();
        (json(&summary), kinds)
    };
    let (summary, own) = lines(&[]);
    let (_, public) = lines(&["--public"]);
    let of_five: BTreeSet<String> = summary["kinds"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|kind| kind["designs"].as_u64().unwrap() >= 5)
        .map(|kind| kind["kind"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(public, of_five);
    assert!(public.len() < own.len());
}

#[test]
fn rows_with_house_and_age_are_refused_in_public() {
    for rows in ["--csv", "--geoparquet"] {
        let call = [
            "tally",
            "/nowhere",
            "--project",
            BEIMEN,
            "--public",
            rows,
            "/nowhere/x",
        ];
        refuses(&call, &["--csv", "--geoparquet", "leave out --public"]);
    }
}

#[test]
fn compose_writes_plans_that_check_finds_sound_and_says_how_they_measure() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(folder.path(), 20);
    let (plan, report) = (folder.path().join("PLAN.json"), folder.path().join("report.json"));
    let call = [
        "compose",
        store.to_str().unwrap(),
        "--project",
        BEIMEN,
        "-o",
        plan.to_str().unwrap(),
        "--report",
        report.to_str().unwrap(),
    ];
    let run = mulin(&call);
    assert!(run.status.success(), "{}", text(&run.stderr));
    let report = json(&report);
    let proposals = report["proposals"].as_array().unwrap();
    // The sum of what was read, and a sentence a plan.
    assert!(
        text(&run.stdout).starts_with("20 received"),
        "{}",
        text(&run.stdout)
    );
    assert_eq!(text(&run.stdout).lines().count(), 1 + proposals.len());
    for (at, proposal) in proposals.iter().enumerate() {
        let file = if at == 0 {
            plan.clone()
        } else {
            folder.path().join(format!("PLAN-{}.json", at + 1))
        };
        let check = mulin(&["check", file.to_str().unwrap(), "--project", BEIMEN, "--no-fixes"]);
        assert_eq!(check.status.code(), Some(0), "{}", text(&check.stdout));
        let best = report["best_single_design"]["support"]["product"]
            .as_f64()
            .unwrap();
        let better = proposal["support"]["product"].as_f64().unwrap() > best;
        assert_eq!(proposal["better_than_any_single_design"], better);
    }
    let first = std::fs::read(&plan).unwrap();
    assert!(mulin(&call).status.success());
    assert_eq!(
        std::fs::read(&plan).unwrap(),
        first,
        "the same store gives the same bytes"
    );
}

#[test]
fn a_budget_of_nothing_composes_nothing_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(folder.path(), 10);
    let plan = folder.path().join("PLAN.json");
    let run = mulin(&[
        "compose",
        store.to_str().unwrap(),
        "--project",
        BEIMEN,
        "-o",
        plan.to_str().unwrap(),
        "--budget",
        "0",
    ]);
    assert_eq!(run.status.code(), Some(1));
    assert!(
        text(&run.stderr).contains("budget of 0 yuan"),
        "{}",
        text(&run.stderr)
    );
    assert!(!plan.exists());
}

#[test]
fn a_bandwidth_that_is_none_and_a_store_that_is_not_there_are_told_in_a_sentence() {
    refuses(
        &["tally", "/nowhere", "--project", BEIMEN, "--bandwidth", "0"],
        &["bandwidth", "0.5"],
    );
    refuses(&["tally", "/nowhere", "--project", BEIMEN], &["/nowhere"]);
    refuses(
        &[
            "compose",
            "/nowhere",
            "--project",
            BEIMEN,
            "-o",
            "/nowhere/x",
            "--bandwidth",
            "NaN",
        ],
        &["bandwidth"],
    );
}
