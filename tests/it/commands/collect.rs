//! `mulin collect`: offices, USB sticks, poison and cuts.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use mulin::cli::collect::{Wish, collect};
use mulin::design::stored::{DesignName, MAX_BYTES};
use serde_json::{Value, json};

use super::{mulin, program, text};

fn design(n: usize, supersedes: Option<&DesignName>) -> Vec<u8> {
    let mut document = json!({
        "schema": "mulin.design/1", "project": "beimen", "title": format!("方案 {n}"), "draft": format!("{n:032x}"),
    });
    if let Some(name) = supersedes {
        document["supersedes"] = name.to_string().into();
    }
    document.to_string().into_bytes()
}

/// A folder in memory where there is one: what waits for a disk here is not what these tests are about.
fn scratch() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm")
        .or_else(|_| tempfile::tempdir())
        .unwrap()
}

fn put(store: &Path, name: &str, bytes: &[u8]) {
    let folder = store.join("designs");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(name), bytes).unwrap();
}

fn put_named(store: &Path, bytes: &[u8]) -> DesignName {
    let name = DesignName::of(bytes);
    put(store, &format!("{name}.json"), bytes);
    name
}

/// Every file of a folder with its bytes.
fn everything(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut left = vec![folder.to_owned()];
    while let Some(at) = left.pop() {
        for entry in std::fs::read_dir(at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                left.push(path);
            } else {
                let inside = path.strip_prefix(folder).unwrap().to_owned();
                found.insert(inside, std::fs::read(&path).unwrap());
            }
        }
    }
    found
}

/// Three offices and a stick: shared designs, versions apart from each other, and seven kinds of bad files.
fn offices(root: &Path) -> Vec<PathBuf> {
    let [a, b, c, stick] = ["a", "b", "c", "stick"].map(|name| root.join(name));
    let mut last = None;
    for (n, office) in [&a, &b, &c, &a].into_iter().enumerate() {
        last = Some(put_named(office, &design(1000 + n, last.as_ref())));
    }
    for n in 0..9 {
        put_named(&a, &design(n, None));
        put_named(&b, &design(n + 5, None));
    }
    let good = design(3, None);
    put(&c, &format!("{}.json", DesignName::of(&good)), &good[..30]); // cut off
    put(&c, &format!("{}.json", DesignName::of(b"")), b""); // nginx takes empty bodies
    put(&c, "notes.html", b"<script>alert(1)</script>");
    put(&c, "方案.json", &good); // a hand gave it another name
    put_named(&c, b"\x1f\x8b\x08\x00 compressed"); // Content-Encoding
    put_named(&c, br#"{"schema":"mulin.design/9","project":"beimen"}"#);
    put_named(&c, &vec![b' '; MAX_BYTES + 1]);
    put(&c, &format!("{}.json#1", DesignName::of(&good)), &good[..30]);
    std::fs::create_dir_all(&stick).unwrap();
    std::fs::write(stick.join("王阿姨的方案.json"), design(77, None)).unwrap();
    std::fs::write(stick.join("notes.html"), "nothing of ours").unwrap();
    std::fs::write(stick.join("broken.json"), "{").unwrap();
    vec![a, b, c, stick]
}

#[test]
fn p31_received_is_accepted_and_superseded_and_quarantined_and_each_reason_is_kept() {
    let root = scratch();
    let from = offices(root.path());
    let archive = root.path().join("archive");
    let mut args = vec!["collect"];
    args.extend(from.iter().map(|folder| folder.to_str().unwrap()));
    args.extend(["-o", archive.to_str().unwrap()]);
    let done = mulin(&args);
    assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
    let said = text(&done.stdout);
    // 14 drawings of a and b, one of four versions, one from the stick; seven bad files and one more from the stick.
    let sum = "Received 27 = accepted 16 + superseded 3 + quarantined 8.";
    assert!(said.contains(sum), "{said}");
    assert!(said.contains("still being written, left out: 1"), "{said}");
    assert_eq!(said.lines().count(), 9, "{said}");

    let report: Value =
        serde_json::from_slice(&std::fs::read(archive.join("collected.json")).unwrap()).unwrap();
    assert_eq!(report["received"], 27);
    let mut reasons: Vec<&str> = report["quarantine"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["reason"].as_str().unwrap())
        .collect();
    reasons.sort_unstable();
    let mut expected = vec!["name-disagrees", "not-named-by-hash", "not-named-by-hash"];
    expected.extend(["unreadable"; 5]);
    assert_eq!(reasons, expected);
    for row in report["quarantine"].as_array().unwrap() {
        let hash = row["sha256"].as_str().unwrap();
        let kept = everything(&archive.join("quarantine"));
        let (file, bytes) = kept
            .iter()
            .find(|(file, _)| {
                file.to_str().unwrap().starts_with(hash) && file.extension().unwrap() == "aside"
            })
            .unwrap();
        assert_eq!(DesignName::of(bytes).to_string(), hash);
        let note: Value = serde_json::from_slice(&kept[&file.with_extension("json")]).unwrap();
        assert_eq!((&note["file"], &note["reason"]), (&row["file"], &row["reason"]));
        assert!(note["say"]["zh-CN"].is_string() && note["say"]["en"].is_string());
    }
    // The archive is a store like any other, and sound.
    let verified = mulin(&["verify", archive.to_str().unwrap()]);
    assert_eq!(verified.status.code(), Some(0), "{}", text(&verified.stdout));
    assert_eq!(everything(&archive.join("designs")).len(), 19);
}

#[test]
fn p31_one_poisoned_file_among_ten_thousand_stops_nothing() {
    let root = scratch();
    let store = root.path().join("store");
    for n in 0..9_999 {
        put_named(&store, &design(n, None));
    }
    put_named(&store, "[".repeat(100_000).as_bytes());
    let collected = collect(&[store], &root.path().join("archive"), &Wish::default()).unwrap();
    let standing = collected.standing;
    assert_eq!((standing.received, standing.accepted), (10_000, 9_999));
    assert_eq!((standing.superseded, standing.set_aside), (0, 1));
    assert_eq!(collected.quarantined.len(), 1);
}

#[test]
fn p38_a_hundred_orders_of_the_same_inputs_give_the_same_archive_byte_for_byte() {
    let root = scratch();
    let mut from = offices(root.path());
    let mut first = None;
    let mut seed = 20_261_129_u64;
    println!("seed {seed}");
    for round in 0..100 {
        for at in (1..from.len()).rev() {
            seed = seed
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            from.swap(at, (seed >> 33) as usize % (at + 1));
        }
        let archive = root.path().join(format!("archive-{round}"));
        // Half of the rounds in two sittings, the second with the archive of the first.
        if round % 2 == 1 {
            collect(&from[..2], &archive, &Wish::default()).unwrap();
            collect(&from[2..], &archive, &Wish::default()).unwrap();
        } else {
            collect(&from, &archive, &Wish::default()).unwrap();
        }
        let all = everything(&archive);
        std::fs::remove_dir_all(&archive).unwrap();
        assert_eq!(*first.get_or_insert_with(|| all.clone()), all, "round {round}");
    }
}

#[test]
fn p30_a_collection_killed_anywhere_and_run_again_ends_as_if_nothing_had_been() {
    let root = scratch();
    let mut from = offices(root.path());
    let many = root.path().join("many");
    for n in 0..600 {
        put_named(&many, &design(10_000 + n, None));
    }
    from.push(many);
    let whole = root.path().join("whole");
    collect(&from, &whole, &Wish::default()).unwrap();
    let whole = everything(&whole);
    let cut = root.path().join("cut");
    let mut killed = 0;
    for round in 0..12_u64 {
        std::fs::create_dir_all(&cut).unwrap();
        let mut child = program()
            .arg("collect")
            .args(&from)
            .arg("-o")
            .arg(&cut)
            .stdout(std::process::Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(std::time::Duration::from_millis(5 + round * 9));
        killed += u32::from(child.try_wait().unwrap().is_none());
        let _ = child.kill();
        child.wait().unwrap();
        for (file, bytes) in everything(&cut) {
            let torn = file.starts_with("designs")
                && file.extension().is_some_and(|e| e == "json")
                && file.file_stem().unwrap().to_str().unwrap() != DesignName::of(&bytes).to_string();
            assert!(!torn, "{} is torn", file.display());
        }
        if round % 4 == 3 {
            let _ = std::fs::remove_dir_all(&cut);
        }
    }
    assert!(killed > 0, "none was killed in the middle");
    collect(&from, &cut, &Wish::default()).unwrap();
    assert_eq!(everything(&cut), whole);
}

#[test]
fn a_damaged_design_of_the_archive_is_put_aside_and_replaced_by_the_sound_one() {
    let root = scratch();
    let [office, archive] = ["office", "archive"].map(|name| root.path().join(name));
    let name = put_named(&office, &design(1, None));
    put(&archive, &format!("{name}.json"), b"damaged");
    let collected = collect(std::slice::from_ref(&office), &archive, &Wish::default()).unwrap();
    assert_eq!(
        (collected.standing.received, collected.standing.set_aside),
        (2, 1)
    );
    let there = std::fs::read(archive.join(format!("designs/{name}.json"))).unwrap();
    assert_eq!(there, design(1, None));
    let again = collect(&[office], &archive, &Wish::default()).unwrap();
    assert_eq!((again.standing.received, again.standing.set_aside), (2, 1));
}

#[cfg(unix)]
#[test]
fn e60_links_in_a_store_lead_nowhere() {
    let root = scratch();
    let secret = root.path().join("secret.json");
    std::fs::write(&secret, design(1, None)).unwrap();
    let store = root.path().join("store");
    put_named(&store, &design(2, None));
    let name = DesignName::of(&design(1, None));
    std::os::unix::fs::symlink(&secret, store.join(format!("designs/{name}.json"))).unwrap();
    let collected = collect(&[store], &root.path().join("archive"), &Wish::default()).unwrap();
    assert_eq!(collected.standing.received, 1);
}

#[test]
fn designs_of_another_project_are_put_aside_when_one_is_asked_for() {
    let root = scratch();
    let store = root.path().join("store");
    put_named(&store, &design(1, None));
    put_named(
        &store,
        br#"{"schema":"mulin.design/1","project":"elsewhere","draft":"00"}"#,
    );
    let beimen = Wish {
        project: Some("beimen"),
        ..Wish::default()
    };
    let collected = collect(&[store], &root.path().join("archive"), &beimen).unwrap();
    assert_eq!(
        (collected.standing.accepted, collected.standing.set_aside),
        (1, 1)
    );
}
