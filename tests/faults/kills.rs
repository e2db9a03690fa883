//! F1 and F2: the endpoint is killed over and over while many send. Nothing that was confirmed is
//! lost, nothing is there twice, nothing is torn.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use mulin::design::stored::DesignName;

use super::chance::Chance;
use super::client::{design, file_of, get, listed, path_of, put};
use super::hosts::Bundled;
use super::nginx::Nginx;
use super::night::count;

const IN_FLIGHT: usize = 16;

/// What the senders did: the history against which the store is held.
#[derive(Default)]
struct History {
    confirmed: AtomicUsize,
    replays: AtomicUsize,
    duplicates: AtomicUsize,
    created: Mutex<BTreeSet<String>>,
    created_twice: AtomicUsize,
}

impl History {
    /// Sends one design until it is proven to be stored.
    fn send(&self, address: &str, bytes: &[u8], proves: bool) {
        let proof = format!("\"{}\"", DesignName::of(bytes));
        let mut tries = 0;
        loop {
            tries += 1;
            let proven = match put(address, bytes) {
                Some(answer) => {
                    assert!([200, 201, 204, 412].contains(&answer.status), "{}", answer.head);
                    if answer.status == 201 && !self.created.lock().unwrap().insert(file_of(bytes)) {
                        self.created_twice.fetch_add(1, Ordering::Relaxed);
                    }
                    if proves {
                        answer.header("etag") == proof
                    } else {
                        get(address, &path_of(bytes)).is_some_and(|there| there.body == bytes)
                    }
                }
                None => false,
            };
            if proven {
                self.confirmed.fetch_add(1, Ordering::Relaxed);
                return;
            }
            self.replays.fetch_add(1, Ordering::Relaxed);
            assert!(tries < 10_000, "{} is not taken", file_of(bytes));
            std::thread::sleep(Duration::from_millis(2));
        }
    }
}

fn size_of(n: usize) -> usize {
    [300, 900, 4_000, 20_000][n % 4]
}

/// Sends `all` designs, 16 at a time, while `kill` kills and starts again `kills` times.
fn drive(
    address: &str,
    all: usize,
    kills: usize,
    proves: bool,
    seed: &str,
    mut kill: impl FnMut(usize, &mut Chance),
) -> History {
    let mut chance = Chance::of(seed);
    let history = History::default();
    let (next, killed) = (AtomicUsize::new(0), AtomicUsize::new(0));
    // So many are let through before each kill that kills fall all along the way.
    let share = all / kills + 1;
    std::thread::scope(|threads| {
        let senders: Vec<_> = (0..IN_FLIGHT)
            .map(|sender| {
                let (history, next, killed) = (&history, &next, &killed);
                threads.spawn(move || {
                    let mut chance = Chance::from(sender as u64 + 1);
                    loop {
                        let n = next.fetch_add(1, Ordering::Relaxed);
                        if n >= all {
                            return;
                        }
                        while n > (killed.load(Ordering::Relaxed) + 1) * share {
                            std::thread::sleep(Duration::from_millis(1));
                        }
                        let bytes = design(n, size_of(n));
                        history.send(address, &bytes, proves);
                        if chance.percent(3) {
                            history.duplicates.fetch_add(1, Ordering::Relaxed);
                            history.send(address, &bytes, proves);
                        }
                    }
                })
            })
            .collect();
        for n in 0..kills {
            std::thread::sleep(Duration::from_millis(4 + chance.below(19)));
            kill(n, &mut chance);
            killed.fetch_add(1, Ordering::Relaxed);
        }
        for sender in senders {
            sender.join().unwrap();
        }
    });
    history
}

/// Holds the folder against what was sent: lost, doubled, torn.
fn judge(folder: &Path, all: usize, listed: &[String]) {
    let sent: BTreeSet<String> = (0..all).map(|n| file_of(&design(n, size_of(n)))).collect();
    let listed: BTreeSet<String> = listed.iter().cloned().collect();
    assert_eq!(sent.len(), all);
    assert_eq!(sent.difference(&listed).count(), 0, "lost");
    assert_eq!(listed.difference(&sent).count(), 0, "doubled or invented");
    let mut whole = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let torn = format!("{}.json", DesignName::of(&std::fs::read(&path).unwrap())) != name;
        assert!(!torn, "{name} is torn");
        whole += 1;
    }
    assert_eq!(whole, all);
}

#[test]
fn f1_ten_thousand_designs_through_two_hundred_kills_none_lost_none_doubled_none_torn() {
    let (all, kills) = (count(10_000, 200_000), count(200, 5_000));
    let root = tempfile::tempdir().unwrap();
    let mut host = Bundled::on_disk(root.path());
    host.start();
    let address = host.address.clone();
    let began = Instant::now();
    let history = drive(&address, all, kills, true, "F1", |_, _| {
        host.kill();
        host.start();
    });
    let took = began.elapsed();
    host.kill();
    host.start();
    judge(&host.folder().join("designs"), all, &listed(&host.address));
    println!(
        "F1: {all} designs, {kills} kills, {} replays, {} further duplicates, {:.1} s",
        history.replays.load(Ordering::Relaxed),
        history.duplicates.load(Ordering::Relaxed),
        took.as_secs_f64()
    );
    assert_eq!(
        history.created_twice.load(Ordering::Relaxed),
        0,
        "201 twice for one name"
    );
    assert!(
        history.replays.load(Ordering::Relaxed) > kills / 2,
        "the kills hit nothing"
    );
    assert!(took < Duration::from_secs(60 * all as u64 / 10_000), "{took:?}");
}

#[test]
fn f2_two_thousand_designs_through_forty_kills_of_nginx_none_lost_none_torn() {
    let (all, kills) = (count(2_000, 20_000), count(40, 400));
    let root = tempfile::tempdir().unwrap();
    let mut host = Nginx::in_folder(root.path(), false);
    host.start();
    let address = host.address.clone();
    let history = drive(&address, all, kills, false, "F2", |n, _| {
        if n.is_multiple_of(2) {
            host.kill_worker();
        } else {
            host.kill();
            host.start();
        }
    });
    judge(&root.path().join("store/designs"), all, &listed(&address));
    assert!(
        history.replays.load(Ordering::Relaxed) > kills / 2,
        "the kills hit nothing"
    );
    println!(
        "F2: {all} designs, {kills} kills, {} replays, {} further duplicates",
        history.replays.load(Ordering::Relaxed),
        history.duplicates.load(Ordering::Relaxed)
    );
}
