//! E52: more connections than the system has descriptors for.

use std::io::Write;
use std::net::TcpStream;

use super::client::{design, get, listed, path_of, put};
use super::hosts::Bundled;

/// The endpoint with a soft and a hard limit of descriptors.
fn limited(root: &std::path::Path, soft: usize, hard: usize) -> Bundled {
    let mut host = Bundled::on_disk(root);
    host.log = Some(root.join("log"));
    let limits = format!("ulimit -Sn {soft} && ulimit -Hn {hard} && exec \"$@\"");
    host.under = ["sh", "-c", &limits, "sh"].map(str::to_owned).to_vec();
    host.start();
    host
}

/// Clients that begin a request and say no more.
fn crowd(address: &str, count: usize) -> Vec<TcpStream> {
    (0..count)
        .map(|_| {
            let mut socket = TcpStream::connect(address).unwrap();
            socket.write_all(b"GET / HT").unwrap();
            socket
        })
        .collect()
}

#[test]
fn e52_a_low_soft_limit_is_raised_and_a_crowd_beyond_it_keeps_nobody_waiting() {
    let root = tempfile::tempdir().unwrap();
    let host = limited(root.path(), 100, 1_000);
    let crowd = crowd(&host.address, 300);
    for n in 0..20 {
        assert_eq!(put(&host.address, &design(n, 3_000)).unwrap().status, 201);
    }
    drop(crowd);
    let said = std::fs::read_to_string(root.path().join("log")).unwrap();
    assert!(
        said.contains("1,000 open files") && said.contains("624 connections"),
        "{said}"
    );
    assert!(
        !said.contains("ERROR") && !said.contains("could not be taken"),
        "{said}"
    );
}

#[test]
fn e52_where_the_limit_cannot_be_raised_connections_wait_and_every_design_is_stored_whole() {
    let root = tempfile::tempdir().unwrap();
    let host = limited(root.path(), 100, 100);
    // 24 are served at a time; the others wait until these are let go for their silence.
    let crowd = crowd(&host.address, 40);
    let address = host.address.clone();
    let statuses: Vec<u16> = std::thread::scope(|threads| {
        let senders: Vec<_> = (0..24)
            .map(|n| {
                let address = &address;
                threads.spawn(move || {
                    loop {
                        // Who waited longer than a client waits comes again, as the outbox does.
                        if let Some(answer) = put(address, &design(n, 3_000)) {
                            return answer.status;
                        }
                    }
                })
            })
            .collect();
        senders.into_iter().map(|sender| sender.join().unwrap()).collect()
    });
    assert!(
        statuses.iter().all(|status| [201, 412].contains(status)),
        "{statuses:?}"
    );
    drop(crowd);
    assert_eq!(listed(&host.address).len(), 24);
    for n in 0..24 {
        let bytes = design(n, 3_000);
        assert_eq!(get(&host.address, &path_of(&bytes)).unwrap().body, bytes);
    }
    let said = std::fs::read_to_string(root.path().join("log")).unwrap();
    assert!(
        said.contains("24 connections") && !said.contains("ERROR"),
        "{said}"
    );
}
