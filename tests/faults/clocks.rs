//! F16: the endpoint's clock is decades off, jumps, and goes back. Nothing is lost by it, and whoever reads on with
//! a cursor gets each design.

use std::collections::BTreeSet;

use super::client::{as_planner, design, file_of, listed, put};
use super::hosts::{Bundled, need};

/// What clocks do: before any certificate, ten years ahead, the hours that summer time takes and gives, backwards.
const CLOCKS: [&str; 6] = [
    "@1970-01-02 00:00:00",
    "@2036-11-29 08:00:00",
    "@2026-03-29 01:59:58",
    "@2026-10-25 02:59:58",
    "@2020-02-29 23:59:58",
    "@2036-11-28 08:00:00",
];

#[test]
fn f16_whatever_the_endpoints_clock_says_each_design_is_kept_once_and_read_by_whoever_reads_on() {
    let faketime = need("faketime", "faketime");
    let root = tempfile::tempdir().unwrap();
    let mut host = Bundled::on_disk(root.path());
    host.log = Some(root.path().join("log"));
    // Time-outs go by the clock that only counts, which systems do not turn.
    host.variables = [("TZ", "Europe/Berlin"), ("FAKETIME_DONT_FAKE_MONOTONIC", "1")]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .to_vec();
    let (mut sent, mut read) = (BTreeSet::new(), BTreeSet::new());
    let mut cursor = String::new();
    for (turn, clock) in CLOCKS.iter().enumerate() {
        host.under = [&faketime, "-f", clock].map(str::to_owned).to_vec();
        host.start();
        for n in 0..30 {
            let bytes = design(turn * 100 + n, 400);
            assert_eq!(put(&host.address, &bytes).unwrap().status, 201, "{clock}");
            assert_eq!(put(&host.address, &bytes).unwrap().status, 412, "{clock}");
            sent.insert(file_of(&bytes));
        }
        let path = format!("/designs.ndjson?since={cursor}");
        let lines = as_planner(&host.address, "GET", &path, b"").unwrap();
        assert_eq!(lines.status, 200);
        cursor = lines.header("mulin-cursor").to_owned();
        let body = lines.body.strip_suffix(b"\n").unwrap();
        read.extend(body.split(|byte| *byte == b'\n').map(file_of));
        assert_eq!(read, sent, "{clock}");
        assert_eq!(listed(&host.address).len(), sent.len());
        // faketime is the parent of the program: it is asked itself.
        let children = format!("/proc/{0}/task/{0}/children", host.id());
        let child = std::fs::read_to_string(children).unwrap_or_default();
        if child.trim().is_empty() {
            assert_eq!(host.end(), Some(0));
        } else {
            assert!(
                std::process::Command::new("kill")
                    .arg(child.trim())
                    .status()
                    .unwrap()
                    .success()
            );
            host.kill_after_end();
        }
    }
    let said = std::fs::read_to_string(root.path().join("log")).unwrap();
    assert!(!said.contains("panicked") && !said.contains("ERROR"), "{said}");
    println!("F16: {} designs under {} clocks", sent.len(), CLOCKS.len());
}
