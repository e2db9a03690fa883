//! F18: ten thousand hostile documents, each under its right name; and what the log says of a whole run (E57).

use serde_json::Value;

use super::chance::Chance;
use super::client::{TOKEN, as_planner, ask, design, get, listed, path_of, put};
use super::hosts::Bundled;
use super::night::count;

/// What JSON readers stumble over.
const PIECES: [&str; 26] = [
    "null",
    "true",
    "1e400",
    "-0",
    "1e-400",
    "123456789012345678901234567890",
    "1e308",
    "NaN",
    "[]",
    "{}",
    "[[[[",
    "\"\\ud800\"",
    "\"\\u0000\"",
    "\"\u{202e}\"",
    "\u{feff}",
    "{\"schema\":1}",
    ",",
    ":",
    "\"",
    "\\",
    "}",
    "]",
    "{\"schema\":\"mulin.design/1\"}",
    "\"mulin.design/99999999999999999999\"",
    "[1e308,-1e308]",
    "\"👩‍👩‍👧‍👦\"",
];

fn hostile(chance: &mut Chance, n: usize) -> Vec<u8> {
    let mut bytes = r#"{"schema":"mulin.design/1","project":"beimen","title":"树荫","sheets":{"estate":[
        {"id":"p1","kind":"plaza","at":[10.5,20],"size":[8,6],"turn":15,"params":{"surface":"nonslip"}},
        {"id":"p2","kind":"car-park","outline":[[0,0],[30,0],[30,16],[0,16]]}]},
        "wishes":[{"id":"w1","text":"长椅","at":[1,2]}],"answers":{"q1":"yes"},"by":{"alias":"a"},"draft":"00"}"#
        .as_bytes()
        .to_vec();
    match n % 5 {
        // Bytes changed, cut out, put in.
        0 | 1 => {
            for _ in 0..=chance.below(6) {
                let at = chance.below(bytes.len() as u64) as usize;
                match chance.below(3) {
                    0 => bytes[at] = chance.next() as u8,
                    1 => drop(bytes.remove(at)),
                    _ => bytes.insert(at, chance.next() as u8),
                }
            }
        }
        // A piece in place of a piece.
        2 | 3 => {
            let from = chance.below(bytes.len() as u64) as usize;
            let to = (from + chance.below(30) as usize).min(bytes.len());
            let piece = PIECES[chance.below(PIECES.len() as u64) as usize];
            bytes.splice(from..to, piece.bytes());
        }
        // Nested, doubled, long.
        _ => {
            let times = 1 + chance.below(40_000) as usize;
            let piece = PIECES[chance.below(PIECES.len() as u64) as usize];
            let text = match chance.below(4) {
                0 => "[".repeat(times) + piece + &"]".repeat(times),
                3 => format!(
                    r#"{{"schema":"mulin.design/{}","project":"a"}}"#,
                    chance.below(30)
                ),
                1 => format!(
                    r#"{{"schema":"mulin.design/1","project":"a","title":"{}"}}"#,
                    "永".repeat(times)
                ),
                _ => format!(r#"{{"schema":"mulin.design/1","project":{piece},"project":"b"}}"#),
            };
            bytes = text.into_bytes();
        }
    }
    if bytes.is_empty() {
        bytes.push(b' ');
    }
    bytes
}

#[test]
fn f18_ten_thousand_hostile_documents_each_refused_with_a_code_or_kept_byte_for_byte_and_no_fault_of_ours() {
    let root = tempfile::tempdir().unwrap();
    let log = root.path().join("log");
    let mut host = Bundled::on_disk(root.path());
    host.log = Some(log.clone());
    host.start();
    let mut chance = Chance::of("F18");
    let mut taken = std::collections::BTreeSet::new();
    let mut refused = std::collections::BTreeMap::new();
    let all = count(10_000, 200_000);
    for n in 0..all {
        let bytes = hostile(&mut chance, n);
        let answer = put(&host.address, &bytes).expect("no answer");
        match answer.status {
            201 | 412 => {
                assert_eq!(get(&host.address, &path_of(&bytes)).unwrap().body, bytes);
                taken.insert(super::client::file_of(&bytes));
            }
            400 | 413 | 422 => {
                let problem: Value = serde_json::from_slice(&answer.body).unwrap();
                let zh = problem["zh"].as_str().unwrap();
                assert!(!zh.is_empty() && zh.chars().count() <= 40, "{zh}");
                *refused.entry(answer.code()).or_insert(0) += 1;
            }
            other => panic!("{other} for {:?}", String::from_utf8_lossy(&bytes)),
        }
    }
    assert_eq!(listed(&host.address), taken.iter().cloned().collect::<Vec<_>>());
    println!("F18: {all} documents, {} kept, refused {refused:?}", taken.len());
    assert!(refused.values().sum::<usize>() > all / 3 && refused.len() >= 3 && !refused.contains_key(""));
    let said = std::fs::read_to_string(log).unwrap();
    assert!(
        !said.contains("panicked") && !said.contains("ERROR"),
        "{}",
        said.chars().take(2_000).collect::<String>()
    );
}

#[test]
fn e57_the_log_of_a_whole_run_has_no_body_no_token_no_name_that_opens_something_and_no_address() {
    let root = tempfile::tempdir().unwrap();
    let log = root.path().join("log");
    let mut host = Bundled::on_disk(root.path());
    host.log = Some(log.clone());
    host.start();
    let canary = "13812345678";
    let mut names = Vec::new();
    for n in 0..50 {
        let bytes = String::from_utf8(design(n, 300))
            .unwrap()
            .replace("方案", canary)
            .into_bytes();
        assert_eq!(put(&host.address, &bytes).unwrap().status, 201);
        put(&host.address, &bytes);
        get(&host.address, &path_of(&bytes));
        ask(
            &host.address,
            "PUT",
            &path_of(&design(n, 200)),
            super::client::JSON,
            &bytes,
        );
        ask(
            &host.address,
            "GET",
            &format!("/{canary}?q={canary}"),
            &format!("Cookie: a={canary}\r\nReferer: http://{canary}/\r\nUser-Agent: {canary}\r\n"),
            b"",
        );
        ask(
            &host.address,
            "GET",
            &format!("/a%0d%0aINFO%20forged%20{n}"),
            "",
            b"",
        );
        ask(
            &host.address,
            "GET",
            "/designs/",
            &format!("Authorization: Bearer {canary}-as-a-token\r\n"),
            b"",
        );
        names.push(path_of(&bytes));
    }
    let session = as_planner(&host.address, "POST", "/session", b"").unwrap();
    let cookie = session.header("set-cookie").split(';').next().unwrap().to_owned();
    assert_eq!(
        ask(
            &host.address,
            "GET",
            "/designs/",
            &format!("Cookie: {cookie}\r\n"),
            b""
        )
        .unwrap()
        .status,
        200
    );
    let reply = format!(
        "/replies/{}.json",
        mulin::design::stored::DesignName::of(b"1").receipt().compact()
    );
    as_planner(
        &host.address,
        "PUT",
        &reply,
        format!("{{\"schema\":\"mulin.reply/1\",\"x\":\"{canary}\"}}").as_bytes(),
    );
    let metrics = get(&host.address, "/metrics").unwrap();
    host.end();
    let log = std::fs::read_to_string(log).unwrap();
    assert!(log.lines().count() >= 350, "{}", log.lines().count());
    let told = [log.as_str(), &String::from_utf8(metrics.body).unwrap()].concat();
    for secret in [
        canary,
        TOKEN,
        "forged",
        cookie.split_once('=').unwrap().1,
        "127.0.0.1",
        &reply["/replies/".len()..],
    ] {
        assert!(!told.contains(secret), "'{secret}' is told");
    }
    assert!(
        names
            .iter()
            .all(|name| !told.contains(&name["/designs/".len()..][..16]))
    );
    assert!(
        log.lines()
            .all(|line| line.contains(" INFO ") || line.contains(" WARN ")),
        "a line was forged"
    );
}
