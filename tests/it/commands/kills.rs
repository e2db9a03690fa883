//! Killing the endpoint in the middle of work: what it confirmed is there, and nothing is torn.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use mulin::design::stored::DesignName;
use serde_json::json;

use super::mulin;
use super::serve::Server;

const ROUNDS: usize = 8;
const WRITERS: usize = 4;
/// Confirmations in a round before the kill.
const ENOUGH: usize = 40;

fn design(n: usize) -> Vec<u8> {
    let title = "方案".repeat(n % 700);
    json!({ "schema": "mulin.design/1", "project": "beimen", "title": title, "draft": format!("{n:032x}") })
        .to_string()
        .into_bytes()
}

#[test]
fn what_was_confirmed_survives_a_kill_whole_and_once() {
    let folder = tempfile::tempdir().unwrap();
    let next = AtomicUsize::new(0);
    let confirmed = Mutex::new(Vec::new());
    for round in 0..ROUNDS {
        let mut server = Server::start(folder.path(), &[]);
        let (address, child) = (server.address.clone(), Mutex::new(&mut server.child));
        let acknowledged = AtomicUsize::new(0);
        std::thread::scope(|threads| {
            for _ in 0..WRITERS {
                threads.spawn(|| {
                    loop {
                        let bytes = design(next.fetch_add(1, Ordering::Relaxed));
                        let head = format!(
                            "PUT /designs/{}.json HTTP/1.1\r\nContent-Type: application/json",
                            DesignName::of(&bytes)
                        );
                        match Server::ask(&address, &head, &bytes) {
                            Some((201, _)) => confirmed.lock().unwrap().push(bytes),
                            Some((status, body)) => panic!("{status}: {}", String::from_utf8_lossy(&body)),
                            // Killed: whether this one is stored nobody knows, and it may be either.
                            None => break,
                        }
                        // The kill falls while the other writers are in the middle of theirs.
                        if acknowledged.fetch_add(1, Ordering::Relaxed) == ENOUGH + round {
                            child.lock().unwrap().kill().unwrap();
                        }
                    }
                });
            }
        });
    }
    let server = Server::start(folder.path(), &[]);
    let confirmed = confirmed.into_inner().unwrap();
    assert!(confirmed.len() >= ROUNDS * ENOUGH);
    for bytes in &confirmed {
        let path = format!("/designs/{}.json", DesignName::of(bytes));
        let (status, there) = Server::ask(&server.address, &format!("GET {path} HTTP/1.1"), b"").unwrap();
        assert_eq!((status, &there), (200, bytes), "{path}");
    }
    let verified = mulin(&["verify", folder.path().to_str().unwrap()]);
    assert_eq!(
        verified.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&verified.stdout)
    );
}
