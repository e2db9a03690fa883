//! F18: all of JSONTestSuite and of the naughty strings at the real endpoint. What it takes is what the page and the
//! collector take, since all read by the same code: the answers are compared document by document.

use std::collections::BTreeMap;

use mulin::design::stored;
use serde_json::{Value, json};

use super::client::{Reply, file_of, get, path_of, put};
use super::corpus::{naughty, suite};
use super::hosts::{Bundled, program};

/// Whether it was taken; if not, that it was refused with a code and a sentence short enough.
#[track_caller]
fn taken(name: &str, answer: &Reply) -> bool {
    match answer.status {
        201 | 412 => true,
        400 | 413 | 415 | 422 => {
            let problem: Value = serde_json::from_slice(&answer.body).unwrap();
            let zh = problem["zh"].as_str().unwrap();
            assert!(
                !answer.code().is_empty() && (1..=40).contains(&zh.chars().count()),
                "{name}: {zh}"
            );
            false
        }
        other => panic!("{name}: {other} {}", answer.head),
    }
}

#[test]
fn f18_every_document_of_the_suite_is_taken_or_refused_alike_by_endpoint_page_and_collector() {
    let root = tempfile::tempdir().unwrap();
    let mut host = Bundled::on_disk(root.path());
    let log = root.path().join("log");
    host.log = Some(log.clone());
    host.start();
    // What a host that reads nothing keeps: all of it.
    let plain = root.path().join("plain");
    std::fs::create_dir_all(plain.join("designs")).unwrap();
    let mut open = BTreeMap::new();
    let mut kept = 0;
    let documents = suite();
    assert_eq!(documents.len(), 318);
    for (name, document) in &documents {
        let head = format!(r#"{{"schema":"mulin.design/1","project":"beimen","title":"{name}","later":"#);
        let within = [head.as_bytes(), document, b"}"].concat();
        for (bytes, is_design) in [(&within, true), (document, false)] {
            let answer = put(&host.address, bytes).expect("no answer");
            let ok = taken(name, &answer);
            assert_eq!(
                ok,
                stored::read(bytes).is_ok(),
                "the page reads {name} in another way"
            );
            match (&name[..2], is_design) {
                ("y_", true) => assert!(ok, "{name} is refused: {}", answer.code()),
                ("i_", true) => drop(open.insert(name.clone(), ok)),
                _ => assert!(!ok, "{name} is taken"),
            }
            if ok {
                assert_eq!(
                    get(&host.address, &path_of(bytes)).unwrap().body,
                    *bytes,
                    "{name}"
                );
                kept += 1;
            }
            std::fs::write(plain.join("designs").join(file_of(bytes)), bytes).unwrap();
        }
    }
    // Those that may be either way: pinned, so that no reader changes without being seen.
    let accepted: Vec<&str> = open
        .iter()
        .filter(|(_, ok)| **ok)
        .map(|(name, _)| name.as_str())
        .collect();
    println!(
        "F18: {} of {} open cases are taken: {accepted:?}",
        accepted.len(),
        open.len()
    );
    assert_eq!((open.len(), accepted.len()), (35, OPEN_TAKEN));

    let archive = root.path().join("archive");
    let done = program()
        .arg("collect")
        .arg(&plain)
        .arg("-o")
        .arg(&archive)
        .output()
        .unwrap();
    assert_eq!(
        done.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
    let report: Value =
        serde_json::from_slice(&std::fs::read(archive.join("collected.json")).unwrap()).unwrap();
    assert_eq!(
        report["accepted"], kept,
        "the collector takes others than the endpoint"
    );
    let said = std::fs::read_to_string(log).unwrap();
    assert!(!said.contains("panicked") && !said.contains("ERROR"), "{said}");
}

/// As serde_json reads them: numbers that need no infinity (`1e-400` becomes 0, thirty digits a float).
const OPEN_TAKEN: usize = 5;

#[test]
fn f18_every_naughty_string_comes_back_to_the_byte_in_every_text_of_a_design() {
    let root = tempfile::tempdir().unwrap();
    let mut host = Bundled::on_disk(root.path());
    let log = root.path().join("log");
    host.log = Some(log.clone());
    host.start();
    let strings = naughty();
    assert_eq!(strings.len(), 515);
    for (n, string) in strings.iter().enumerate() {
        let bytes = json!({
            "schema": "mulin.design/1", "project": "beimen", "title": string, "draft": format!("{n:032x}"),
            "sheets": { "estate": [{ "id": "p1", "kind": "plaza", "at": [10.0, 20.0], "size": [8.0, 6.0], "note": string }] },
            "wishes": [{ "id": "w1", "text": string, "topic": string }], "answers": { "q1": string },
            "by": { "alias": string, "building": string }, (string.as_str()): 1,
        });
        let bytes = bytes.to_string().into_bytes();
        let answer = put(&host.address, &bytes).unwrap();
        // One of the strings may be the name of a member that a design must have.
        if !taken(string, &answer) {
            assert!(stored::read(&bytes).is_err(), "{string:?}");
            continue;
        }
        let there = get(&host.address, &path_of(&bytes)).unwrap().body;
        assert_eq!(there, bytes);
        let (design, _) = stored::read(&there).unwrap();
        let wish = &design.wishes()[0];
        assert_eq!(
            (&design.title, &design.by.alias, &wish.text),
            (string, string, string)
        );
        assert_eq!(stored::read(&stored::write(&design)).unwrap().0, design);
    }
    // As an address, as a name, as a header: refused, and nothing else.
    for string in &strings {
        let path: String = string.bytes().map(|byte| format!("%{byte:02x}")).collect();
        let answer = get(&host.address, &format!("/designs/{path}")).unwrap();
        assert!(
            [400, 404, 405, 401, 414].contains(&answer.status),
            "{string:?}: {}",
            answer.head
        );
    }
    let said = std::fs::read_to_string(log).unwrap();
    assert!(!said.contains("panicked") && !said.contains("ERROR"), "{said}");
}
