//! One suite for every host: what the contract asks (docs/endpoint.md), asked over sockets.

use std::path::Path;

use mulin::design::stored::{DesignName, MAX_BYTES};

use super::client::{JSON, Reply, as_planner, ask, design, file_of, get, listed, path_of, put};
use super::hosts::{BUNDLED, Bundled, NGINX, Promises};
use super::nginx::Nginx;
use super::s3::S3;

/// All that the contract asks of a host.
pub fn keeps_the_contract(address: &str, promises: Promises) {
    stores_once_and_gives_back_every_byte(address, promises);
    lists_to_the_planner_alone(address);
    takes_allowed_names_and_methods_alone(address);
    refuses_what_is_no_design_and_keeps_nothing_of_it(address, promises);
    keeps_replies_that_the_planner_writes(address);
    guards_every_answer(address);
}

#[track_caller]
fn refused(reply: Option<Reply>, statuses: &[u16]) {
    let reply = reply.expect("no answer");
    assert!(
        statuses.contains(&reply.status),
        "{}\n{}",
        reply.head,
        String::from_utf8_lossy(&reply.body)
    );
    assert!(!reply.code().is_empty(), "no problem with a code: {}", reply.head);
}

fn stores_once_and_gives_back_every_byte(address: &str, promises: Promises) {
    for (n, bytes) in [(1, 200), (2, 5_000), (3, 300_000), (4, MAX_BYTES - 100)] {
        let bytes = design(n, bytes);
        let first = put(address, &bytes).unwrap();
        assert_eq!(first.status, 201, "{}", first.head);
        let again = put(address, &bytes).unwrap();
        assert_eq!(again.status, 412);
        let there = get(address, &path_of(&bytes)).unwrap();
        assert_eq!((there.status, &there.body), (200, &bytes));
        assert!(
            there.header("content-type").starts_with("application/json"),
            "{}",
            there.head
        );
        let proof = format!("\"{}\"", DesignName::of(&bytes));
        for answer in [first, again].iter().filter(|_| promises.proves) {
            assert_eq!(answer.header("etag"), proof);
        }
    }
    refused(get(address, &path_of(&design(99, 200))), &[404]);
}

fn lists_to_the_planner_alone(address: &str) {
    refused(get(address, "/designs/"), &[401]);
    let wrong = "Authorization: Bearer guessed-and-wrong\r\n";
    refused(ask(address, "GET", "/designs/", wrong, b""), &[401]);
    let mut expected: Vec<String> = [(1, 200), (2, 5_000), (3, 300_000), (4, MAX_BYTES - 100)]
        .map(|(n, bytes)| file_of(&design(n, bytes)))
        .to_vec();
    expected.sort_unstable();
    assert_eq!(listed(address), expected);
    let list = as_planner(address, "GET", "/designs/", b"").unwrap();
    let rows: Vec<serde_json::Value> = serde_json::from_slice(&list.body).unwrap();
    for row in rows {
        assert_eq!(row["type"], "file");
        assert!(
            httpdate::parse_http_date(row["mtime"].as_str().unwrap()).is_ok(),
            "{row}"
        );
        assert!(row["size"].as_u64().is_some_and(|size| size > 0));
    }
}

/// E42, E43.
fn takes_allowed_names_and_methods_alone(address: &str) {
    let body = design(1, 200);
    let name = DesignName::of(&body).to_string();
    let before = listed(address);
    for file in [
        "x.json".to_owned(),
        name.clone(),
        format!("{name}.html"),
        format!("{name}.json%231"),
        format!("{}.json", name.to_uppercase()),
        format!(".{name}.json"),
        format!("a/{name}.json"),
        "%2e%2e%2fplanner.token".to_owned(),
        "..%5cplanner.token".to_owned(),
        "CON".to_owned(),
        ".htaccess".to_owned(),
        "a".repeat(300),
    ] {
        let path = format!("/designs/{file}");
        refused(ask(address, "PUT", &path, JSON, &body), &[400, 404, 405]);
        refused(get(address, &path), &[400, 404]);
    }
    for method in [
        "DELETE", "MKCOL", "COPY", "MOVE", "PROPFIND", "PATCH", "POST", "OPTIONS",
    ] {
        for (path, allowed) in [
            (path_of(&body), "GET,HEAD,PUT"),
            ("/designs/".to_owned(), "GET,HEAD"),
            ("/".to_owned(), "GET,HEAD"),
        ] {
            let answer = ask(address, method, &path, "Destination: /designs/x\r\n", b"");
            assert_eq!(
                answer.as_ref().map_or("", |answer| answer.header("allow")),
                allowed,
                "{method} {path}"
            );
            refused(answer, &[405]);
        }
    }
    assert_eq!(listed(address), before);
    assert_eq!(
        get(address, &path_of(&body)).unwrap().body,
        body,
        "and nothing was removed"
    );
}

/// E44 to E48; what a host does not read is left to readers to set aside.
fn refuses_what_is_no_design_and_keeps_nothing_of_it(address: &str, promises: Promises) {
    let before = listed(address);
    let body = design(50, 300);
    let path = path_of(&body);
    let gzip = format!("{JSON}Content-Encoding: gzip\r\n");
    refused(ask(address, "PUT", &path, &gzip, &body), &[415]);
    refused(
        ask(address, "PUT", &path, "Content-Type: text/html\r\n", &body),
        &[415],
    );
    refused(ask(address, "PUT", &path, "", &body), &[415]);
    refused(ask(address, "PUT", &path, JSON, b""), &[400, 411]);
    refused(
        ask(address, "PUT", &path, JSON, &vec![b' '; MAX_BYTES + 1]),
        &[413],
    );
    if promises.reads {
        refused(ask(address, "PUT", &path, JSON, &design(51, 300)), &[422]);
        refused(put(address, b"{\"schema\":\"mulin.design/1\""), &[400]);
        refused(put(address, b"{\"schema\":\"mulin.reply/1\"}"), &[422]);
    }
    // Announced and never sent whole.
    let head = format!("PUT {path} HTTP/1.1\r\nHost: x\r\n{JSON}Content-Length: 5000\r\n\r\n{{");
    cut_off(address, head.as_bytes());
    assert_eq!(get(address, &path).unwrap().status, 404);
    assert_eq!(listed(address), before);
}

fn cut_off(address: &str, bytes: &[u8]) {
    use std::io::{Read as _, Write as _};
    let mut socket = std::net::TcpStream::connect(address).unwrap();
    socket.write_all(bytes).unwrap();
    socket.shutdown(std::net::Shutdown::Write).unwrap();
    let _ = socket.read_to_end(&mut Vec::new());
}

fn keeps_replies_that_the_planner_writes(address: &str) {
    let path = format!("/replies/{}.json", DesignName::of(b"1").receipt().compact());
    let (one, two) = (
        &br#"{"schema":"mulin.reply/1","n":1}"#[..],
        &br#"{"schema":"mulin.reply/1","n":2}"#[..],
    );
    refused(get(address, &path), &[404]);
    refused(
        ask(address, "PUT", &path, "Content-Type: application/json\r\n", one),
        &[401],
    );
    assert_eq!(as_planner(address, "PUT", &path, one).unwrap().status, 201);
    assert_eq!(get(address, &path).unwrap().body, one);
    assert_eq!(as_planner(address, "PUT", &path, two).unwrap().status, 204);
    assert_eq!(get(address, &path).unwrap().body, two);
    refused(as_planner(address, "DELETE", &path, b""), &[405]);
}

/// E55, E56.
fn guards_every_answer(address: &str) {
    let there = path_of(&design(1, 200));
    for (method, path) in [
        ("GET", "/"),
        ("GET", &*there),
        ("PUT", &*there),
        ("GET", "/designs/"),
        ("GET", "/nothing"),
        ("DELETE", "/"),
        ("GET", "/replies/x"),
    ] {
        let answer = ask(
            address,
            method,
            path,
            "Origin: https://elsewhere.example\r\nContent-Type: application/json\r\n",
            b"{}",
        )
        .unwrap();
        let policy = answer.header("content-security-policy");
        for part in [
            "default-src 'none'",
            "script-src 'self' 'wasm-unsafe-eval'",
            "frame-ancestors 'none'",
        ] {
            assert!(policy.contains(part), "{method} {path}: {}", answer.head);
        }
        assert!(!policy.contains("unsafe-inline"));
        assert_eq!(
            answer.header("x-content-type-options"),
            "nosniff",
            "{method} {path}"
        );
        assert_eq!(answer.header("referrer-policy"), "no-referrer");
        assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin");
        assert_eq!(answer.header("access-control-allow-origin"), "");
    }
}

#[test]
fn the_contract_is_kept_by_the_bundled_endpoint_on_disk() {
    let root = tempfile::tempdir().unwrap();
    let mut host = Bundled::on_disk(root.path());
    host.start();
    keeps_the_contract(&host.address, BUNDLED);
    assert_eq!(host.end(), Some(0));
}

fn s3(root: &Path) -> (S3, Bundled) {
    let s3 = S3::start(&root.join("s3"));
    let host = s3.endpoint(root);
    (s3, host)
}

#[test]
fn the_contract_is_kept_by_the_bundled_endpoint_on_an_s3_store() {
    let root = tempfile::tempdir().unwrap();
    let (_s3, mut host) = s3(root.path());
    host.start();
    keeps_the_contract(&host.address, BUNDLED);
    assert_eq!(host.end(), Some(0));
}

#[test]
fn the_contract_is_kept_on_an_s3_store_that_overwrites_in_silence() {
    let root = tempfile::tempdir().unwrap();
    let (s3, mut host) = s3(root.path());
    s3.temper
        .overwrites
        .store(true, std::sync::atomic::Ordering::Relaxed);
    let log = root.path().join("log");
    host.log = Some(log.clone());
    host.start();
    let said = std::fs::read_to_string(&log).unwrap();
    assert!(
        said.contains("overwrites in silence"),
        "E59: the start does not say it: {said}"
    );
    keeps_the_contract(&host.address, BUNDLED);
}

#[test]
fn the_contract_is_kept_by_plain_nginx() {
    let root = tempfile::tempdir().unwrap();
    let mut host = Nginx::in_folder(root.path(), true);
    host.start();
    keeps_the_contract(&host.address, NGINX);
}

#[test]
fn e58_a_store_that_is_too_busy_or_loses_its_answer_keeps_one_object_and_the_sender_hears_success() {
    let root = tempfile::tempdir().unwrap();
    let (s3, mut host) = s3(root.path());
    let log = root.path().join("log");
    host.log = Some(log.clone());
    host.start();
    s3.temper
        .slow_down_every
        .store(3, std::sync::atomic::Ordering::Relaxed);
    s3.temper
        .lose_answer_every
        .store(4, std::sync::atomic::Ordering::Relaxed);
    let mut names = Vec::new();
    for n in 0..40 {
        let bytes = design(n, 400);
        let answer = put(&host.address, &bytes).unwrap();
        assert!([201, 412].contains(&answer.status), "{n}: {}", answer.head);
        assert_eq!(answer.header("etag"), format!("\"{}\"", DesignName::of(&bytes)));
        names.push(file_of(&bytes));
    }
    names.sort_unstable();
    assert_eq!(listed(&host.address), names);
    // E57: what the store's client says of its tries names whole addresses, and so is not in the log.
    drop(s3);
    let lost = design(1_000, 400);
    assert_eq!(put(&host.address, &lost).unwrap().code(), "storage_unavailable");
    let log = std::fs::read_to_string(log).unwrap();
    assert!(log.contains("storage: "), "{log}");
    for file in names.iter().chain([&file_of(&lost)]) {
        assert!(!log.contains(&file[..16]), "{log}");
    }
}

#[test]
fn a_bucket_that_cannot_be_used_is_said_in_one_sentence() {
    let root = tempfile::tempdir().unwrap();
    let s3 = S3::start(&root.path().join("s3"));
    let host = s3.endpoint(root.path());
    let tried = |name: &str, value: &str| {
        let mut command = super::hosts::program();
        command.args([
            "serve",
            "--listen",
            "127.0.0.1:0",
            "--store",
            "s3://bucket/x",
            "--token-file",
        ]);
        command
            .arg(&host.token_file)
            .envs(host.variables.iter().cloned())
            .env(name, value);
        let done = command.output().unwrap();
        let said = String::from_utf8(done.stderr).unwrap();
        assert_eq!(done.status.code(), Some(2), "{said}");
        assert_eq!(said.trim_end().lines().count(), 1, "{said}");
        assert!(
            !said.contains("panicked") && said.contains("s3://bucket/x"),
            "{said}"
        );
        said
    };
    assert!(!tried("AWS_SECRET_ACCESS_KEY", "another-secret").contains("another-secret"));
    // Nothing listens there.
    tried(
        "AWS_ENDPOINT",
        &format!("http://127.0.0.1:{}", super::hosts::free_port()),
    );
}
