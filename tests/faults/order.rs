//! F3: before a design is confirmed its bytes are on the disk, then its name, then the folder that
//! names it. A kill does not show this, since the system keeps what was written; the order of calls does.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};

use mulin::design::stored::DesignName;

use super::client::{design, put};
use super::hosts::{Bundled, need};

const DESIGNS: usize = 1_000;

/// What was seen of one design, as the numbers of lines: a call that was shown in two begins with one and ends
/// with the other.
#[derive(Debug, Default)]
struct Seen {
    file_synced: Option<usize>,
    published: Option<(usize, usize)>,
    confirmed: Option<usize>,
}

#[test]
fn f3_a_thousand_designs_are_synced_then_published_then_the_folder_synced_then_confirmed() {
    let root = tempfile::tempdir().unwrap();
    let trace = root.path().join("trace");
    let mut host = Bundled::on_disk(root.path());
    let calls = "trace=fsync,fdatasync,link,linkat,rename,renameat,renameat2,write,writev,sendto,sendmsg";
    host.under = [
        &need("strace", "strace"),
        "-f",
        "-y",
        "-s",
        "600",
        "-e",
        calls,
        "-o",
        trace.to_str().unwrap(),
    ]
    .map(str::to_owned)
    .to_vec();
    host.start();
    // Half one by one, half sixteen at a time, where one sync of the folder may stand for many.
    for n in 0..DESIGNS / 2 {
        assert_eq!(put(&host.address, &design(n, 400)).unwrap().status, 201);
    }
    let next = AtomicUsize::new(DESIGNS / 2);
    std::thread::scope(|threads| {
        for _ in 0..16 {
            threads.spawn(|| {
                loop {
                    let n = next.fetch_add(1, Ordering::Relaxed);
                    if n >= DESIGNS {
                        return;
                    }
                    assert_eq!(put(&host.address, &design(n, 400)).unwrap().status, 201);
                }
            });
        }
    });
    // strace passes the signal on to nobody: its child is asked.
    let children = format!("/proc/{0}/task/{0}/children", host.id());
    let child = std::fs::read_to_string(children).unwrap();
    std::process::Command::new("kill")
        .arg(child.trim())
        .status()
        .unwrap();
    host.kill_after_end();

    let text = std::fs::read_to_string(&trace).unwrap();
    let names: HashMap<String, usize> = (0..DESIGNS)
        .map(|n| (DesignName::of(&design(n, 400)).to_string(), n))
        .collect();
    let mut seen: HashMap<usize, Seen> = HashMap::new();
    let mut folders_synced = Vec::new();
    // A call during which another thread is shown is told in two lines of the same thread.
    let mut begun: HashMap<&str, (usize, String)> = HashMap::new();
    for (at, line) in text.lines().enumerate() {
        let (thread, told) = line.split_once(' ').unwrap_or_default();
        let (from, line) = if let Some(first) = told.strip_suffix("<unfinished ...>") {
            begun.insert(thread, (at, first.to_owned()));
            // What is sent may be there before the call is over; what is synced is not.
            if first.contains("HTTP/1.1 201") {
                (at, first.to_owned())
            } else {
                continue;
            }
        } else if let Some((_, rest)) = told.split_once("resumed>") {
            let (from, first) = begun.remove(thread).unwrap_or_default();
            (from, first + rest)
        } else {
            (at, told.to_owned())
        };
        let done = line.contains("= 0");
        let designs = names_in(&line)
            .filter_map(|name| names.get(name).copied())
            .collect::<Vec<_>>();
        if done && (line.contains("fsync(") || line.contains("fdatasync(")) {
            if let Some(n) = designs.first() {
                seen.entry(*n).or_default().file_synced.get_or_insert(at);
            } else if line.contains("/store/designs>") {
                folders_synced.push((from, at));
            }
        } else if (line.contains("link") || line.contains("rename")) && done && !line.contains("unlink") {
            for n in designs {
                seen.entry(n).or_default().published.get_or_insert((from, at));
            }
        } else if line.contains("HTTP/1.1 201") {
            for n in designs {
                seen.entry(n).or_default().confirmed.get_or_insert(at);
            }
        }
    }
    let mut violations = Vec::new();
    for n in 0..DESIGNS {
        let found = seen.remove(&n).unwrap_or_default();
        let Seen {
            file_synced: Some(file),
            published: Some((publishing, published)),
            confirmed: Some(confirmed),
        } = found
        else {
            violations.push(format!("{n}: {found:?}"));
            continue;
        };
        // One that was under way when the name came may not have seen it.
        let folder = folders_synced
            .iter()
            .any(|(from, to)| published < *from && *to < confirmed);
        if !(file < publishing && published < confirmed && folder) {
            violations.push(format!(
                "{n}: synced {file}, published {published}, confirmed {confirmed}, folder {folder}"
            ));
        }
    }
    println!(
        "F3: {DESIGNS} designs, {} syncs of the folder, {} lines traced, {} violations",
        folders_synced.len(),
        text.lines().count(),
        violations.len()
    );
    assert!(
        violations.is_empty(),
        "{} violations: {:?}",
        violations.len(),
        &violations[..violations.len().min(5)]
    );
}

/// The 64 hex digits that a line has, wherever they stand.
fn names_in(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c: char| !c.is_ascii_hexdigit())
        .filter(|part| part.len() == 64)
}
