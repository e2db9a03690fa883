//! V7, V8: what its author withdrew, what the planner deleted, contact details after their day.

use std::path::Path;

use mulin::cli::collect::{Contacts, Wish, collect};
use mulin::design::stored::{DesignName, Withdrawal, without_contact};
use serde_json::{Value, json};

use super::{BEIMEN, mulin, refuses, text};

const SECRET: [u8; 32] = [9; 32];
const CANARY: &str = "CANARY-SEALED";

fn design(n: usize, more: Value) -> Vec<u8> {
    let mut document = json!({
        "schema": "mulin.design/1", "project": "beimen", "title": format!("方案 {n}"), "draft": format!("{n:032x}"),
        "drawn": format!("2026-11-{:02}T09:00:00+08:00", n + 1),
    });
    for (key, value) in more.as_object().unwrap() {
        document[key] = value.clone();
    }
    document.to_string().into_bytes()
}

fn put(store: &Path, file: &str, bytes: &[u8]) {
    let folder = store.join("designs");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(file), bytes).unwrap();
}

fn put_named(store: &Path, bytes: &[u8]) -> DesignName {
    let name = DesignName::of(bytes);
    put(store, &format!("{name}.json"), bytes);
    name
}

/// Every file below a folder as one text.
fn all_text(folder: &Path) -> String {
    let mut said = String::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        said.push_str(&path.display().to_string());
        match path.is_dir() {
            true => said.push_str(&all_text(&path)),
            false => said.push_str(&String::from_utf8_lossy(&std::fs::read(&path).unwrap())),
        }
    }
    said
}

fn report(archive: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(archive.join("collected.json")).unwrap()).unwrap()
}

#[test]
fn v7_what_its_author_withdrew_is_in_no_archive_however_often_and_in_whatever_order_it_is_collected() {
    let root = tempfile::tempdir().unwrap();
    let [a, b] = ["a", "b"].map(|name| root.path().join(name));
    let own = json!({ "withdraw": Withdrawal::token_of(&SECRET), "contact": CANARY });
    let first = put_named(&a, &design(1, own.clone()));
    let mut next = own.clone();
    next["supersedes"] = json!(first.to_string());
    put_named(&b, &design(2, next));
    put(&b, "方案.json", &design(1, own));
    put_named(&a, &design(3, json!({})));
    let taken_back = Withdrawal::new("beimen", SECRET, &[first], "");
    put_named(&b, &taken_back.write());

    let mut reports = Vec::new();
    for (at, order) in [vec![a.clone(), b.clone()], vec![b.clone(), a.clone()]]
        .iter()
        .enumerate()
    {
        let archive = root.path().join(format!("archive-{at}"));
        let collected = collect(order, &archive, &Wish::default()).unwrap();
        let standing = collected.standing;
        assert_eq!(
            (standing.received, standing.accepted, standing.withdrawn),
            (2, 1, 1)
        );
        assert_eq!(collected.deleted, 2);
        reports.push(all_text(&archive).replace(&archive.display().to_string(), ""));
        // The archive alone gives the same; so does an archive that was there before the withdrawal.
        collect(&[], &archive, &Wish::default()).unwrap();
        reports.push(all_text(&archive).replace(&archive.display().to_string(), ""));
    }
    let late = root.path().join("archive-late");
    collect(std::slice::from_ref(&a), &late, &Wish::default()).unwrap();
    assert!(all_text(&late).contains(CANARY));
    collect(&[b], &late, &Wish::default()).unwrap();
    reports.push(all_text(&late).replace(&late.display().to_string(), ""));
    let sorted = |text: &String| {
        let mut bytes = text.clone().into_bytes();
        bytes.sort_unstable();
        bytes
    };
    assert!(reports.iter().all(|text| sorted(text) == sorted(&reports[0])));
    assert!(
        reports
            .iter()
            .all(|text| !text.contains(CANARY) && !text.contains("方案 1"))
    );
    assert_eq!(mulin(&["verify", late.to_str().unwrap()]).status.code(), Some(0));
}

#[test]
fn v7_the_planner_deletes_a_drawing_by_its_receipt_code_and_no_copy_brings_it_back() {
    let root = tempfile::tempdir().unwrap();
    let [store, office] = ["store", "office"].map(|name| root.path().join(name));
    let first = put_named(&store, &design(1, json!({ "contact": CANARY })));
    put_named(&store, &design(2, json!({ "supersedes": first.to_string() })));
    put_named(&store, &design(3, json!({})));
    put_named(&office, &design(1, json!({ "contact": CANARY })));
    let code = first.receipt().to_string();
    let at = store.to_str().unwrap();
    refuses(&["forget", "7K3MQ", "--store", at], &["no receipt code"]);
    let other = DesignName::of(b"other").receipt().to_string();
    refuses(&["forget", &code, &other, "--store", at], &[&other]);
    assert!(
        all_text(&store).contains(CANARY),
        "deleted although one code was unknown"
    );

    let done = mulin(&["forget", &code.to_lowercase(), "--store", at]);
    assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
    assert!(text(&done.stdout).contains("all their versions: 2"));
    assert!(!all_text(&store).contains(CANARY));
    let archive = root.path().join("archive");
    let collected = collect(&[office, store], &archive, &Wish::default()).unwrap();
    assert_eq!((collected.standing.received, collected.deleted), (1, 1));
    let before = all_text(&archive);
    assert!(!before.contains(CANARY));
    let again = root.path().join("another");
    put_named(&again, &design(1, json!({ "contact": CANARY })));
    collect(&[again], &archive, &Wish::default()).unwrap();
    assert_eq!(before, all_text(&archive), "a later copy brought it back");
}

#[test]
fn v8_after_their_day_contact_details_are_in_no_file_of_the_archive_and_versions_stay_together() {
    let root = tempfile::tempdir().unwrap();
    let store = root.path().join("store");
    let first = put_named(&store, &design(1, json!({ "contact": CANARY })));
    let second = put_named(
        &store,
        &design(2, json!({ "contact": CANARY, "supersedes": first.to_string() })),
    );
    put_named(&store, &design(3, json!({ "supersedes": second.to_string() })));
    put_named(
        &store,
        &design(5, json!({ "contact": CANARY, "later": { "kept": [1, 2] } })),
    );
    put(&store, "方案.json", &design(6, json!({ "contact": CANARY })));
    let archive = root.path().join("archive");
    let kept = collect(std::slice::from_ref(&store), &archive, &Wish::default()).unwrap();
    assert_eq!(
        (kept.contacts, kept.standing.accepted, kept.standing.superseded),
        (3, 2, 2)
    );
    assert!(all_text(&archive).contains(CANARY));

    let over = Wish {
        contacts: Contacts::Over,
        ..Wish::default()
    };
    let deleted = collect(std::slice::from_ref(&store), &archive, &over).unwrap();
    assert_eq!(deleted.contacts, 3);
    assert_eq!(deleted.standing.received, 4);
    assert_eq!((deleted.standing.accepted, deleted.standing.superseded), (2, 2));
    let said = all_text(&archive);
    assert!(!said.contains(CANARY));
    for kept in ["方案 1", "方案 2", "方案 3", "方案 5", "\"kept\":[1,2]"] {
        assert!(said.contains(kept), "{kept} is gone too");
    }
    assert_eq!(
        mulin(&["verify", archive.to_str().unwrap()]).status.code(),
        Some(0)
    );
    // Again, from the archive alone, and from an archive that never had them: the same.
    let before = report(&archive);
    collect(&[], &archive, &over).unwrap();
    assert_eq!(before, report(&archive));
    let fresh = root.path().join("fresh");
    collect(&[store], &fresh, &over).unwrap();
    assert_eq!(before, report(&fresh));
}

#[test]
fn v8_the_day_is_written_by_keys_and_gone_by_by_collect() {
    let root = tempfile::tempdir().unwrap();
    let project = root.path().join("project");
    std::fs::create_dir_all(&project).unwrap();
    let file = json!({ "schema": "mulin.project/1", "id": "beimen", "title": { "en": "Beimen" }, "contacts": { "note": 1 } });
    std::fs::write(project.join("project.json"), file.to_string()).unwrap();
    let map = r#"{"type":"FeatureCollection","mulin:crs":"local","features":[{"type":"Feature","properties":
        {"mulin:class":"boundary"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[90,0],[90,90],[0,90],[0,0]]]}}]}"#;
    std::fs::write(project.join("estate.geojson"), map).unwrap();
    let at = project.to_str().unwrap();
    for day in ["2027-3-31", "2027-13-01", "31.3.2027", "tomorrow"] {
        refuses(&["keys", "until", day, "--project", at], &[day, "2027-03-31"]);
    }
    let done = mulin(&["keys", "until", "2027-03-31", "--project", at]);
    assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
    let written: Value =
        serde_json::from_slice(&std::fs::read(project.join("project.json")).unwrap()).unwrap();
    assert_eq!(written["contacts"], json!({ "note": 1, "until": "2027-03-31" }));

    let store = root.path().join("store");
    put_named(&store, &design(1, json!({ "contact": CANARY })));
    for (today, deleted) in [("2027-03-31", false), ("2027-04-01", true)] {
        let archive = root.path().join(today);
        let args = [
            "collect",
            store.to_str().unwrap(),
            "-o",
            archive.to_str().unwrap(),
        ];
        let done = mulin(&[&args[..], &["--project", at, "--today", today]].concat());
        assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
        assert_eq!(!all_text(&archive).contains(CANARY), deleted, "{today}");
        assert_eq!(text(&done.stdout).contains("are deleted now, from 1"), deleted);
    }
}

#[test]
fn v7_what_its_author_withdrew_counts_in_no_tally_and_is_behind_no_plan() {
    let root = tempfile::tempdir().unwrap();
    let store = root.path().join("store");
    let bench = json!({ "estate": [{ "id": "p1", "kind": "bench", "at": [80, 60], "size": [1.8, 0.6] }] });
    let tree = json!({ "estate": [{ "id": "p1", "kind": "tree", "at": [90, 60], "size": [4, 4] }] });
    let own = json!({ "withdraw": Withdrawal::token_of(&SECRET), "sheets": bench });
    let withdrawn = put_named(&store, &design(1, own));
    let stays = put_named(&store, &design(2, json!({ "sheets": tree })));
    put_named(&store, &Withdrawal::new("beimen", SECRET, &[], "").write());
    let [tally, plan, report] = ["tally.json", "plan.json", "report.json"].map(|name| root.path().join(name));
    let run = |command: &str, more: &[&Path]| {
        let mut args = vec![command, store.to_str().unwrap(), "--project", BEIMEN, "-o"];
        args.extend(more.iter().map(|path| path.to_str().unwrap()));
        mulin(&args)
    };
    assert!(run("tally", &[&tally]).status.success());
    let told: Value = serde_json::from_slice(&std::fs::read(&tally).unwrap()).unwrap();
    assert_eq!([&told["received"], &told["accepted"]], [2, 1], "{told}");
    assert_eq!(told["designs"][0]["design"], stays.to_string());
    assert_eq!(told["kinds"].as_array().unwrap().len(), 1, "{}", told["kinds"]);
    // Whether the tree may stand there is another matter.
    let composed = run("compose", &[&plan, Path::new("--report"), &report]);
    assert!(
        composed.status.code().is_some_and(|code| code < 2),
        "{}",
        text(&composed.stderr)
    );
    let told: Value = serde_json::from_slice(&std::fs::read(&report).unwrap()).unwrap();
    assert_eq!(told["designs"], 1, "{told}");
    assert!(!told.to_string().contains(&withdrawn.to_string()), "{told}");
}

#[test]
fn v8_a_tally_keeps_the_versions_of_a_drawing_together_when_the_one_between_lost_its_contact_details() {
    let root = tempfile::tempdir().unwrap();
    let first = put_named(root.path(), &design(1, json!({})));
    let next = design(2, json!({ "contact": CANARY, "supersedes": first.to_string() }));
    put_named(root.path(), &without_contact(&next).unwrap());
    let run = mulin(&["tally", root.path().to_str().unwrap(), "--project", BEIMEN]);
    let told: Value = serde_json::from_slice(&run.stdout).unwrap();
    assert_eq!([&told["accepted"], &told["superseded"]], [1, 1], "{told}");
}
