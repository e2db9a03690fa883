//! E50: eight writers of each of 300 names at one moment, on every host.

use std::path::Path;
use std::sync::Barrier;
use std::sync::atomic::Ordering;

use super::client::{design, get, listed, path_of, put};
use super::hosts::{BUNDLED, Bundled, NGINX, Promises};
use super::nginx::Nginx;
use super::s3::S3;

const NAMES: usize = 300;
const WRITERS: usize = 8;

fn race(address: &str, promises: Promises) {
    let mut doubles = 0;
    for n in 0..NAMES {
        let bytes = design(n, 500);
        let together = Barrier::new(WRITERS);
        let statuses: Vec<u16> = std::thread::scope(|threads| {
            let writers: Vec<_> = (0..WRITERS)
                .map(|_| {
                    threads.spawn(|| {
                        together.wait();
                        put(address, &bytes).expect("no answer").status
                    })
                })
                .collect();
            writers.into_iter().map(|writer| writer.join().unwrap()).collect()
        });
        let created = statuses.iter().filter(|status| **status == 201).count();
        let known = statuses
            .iter()
            .all(|status| [201, 204, 412, 409].contains(status));
        assert!(known && created >= 1, "name {n}: {statuses:?}");
        let over = statuses
            .iter()
            .filter(|status| [201, 204].contains(status))
            .count()
            - 1;
        assert!(over == 0 || !promises.one_winner, "name {n}: {statuses:?}");
        doubles += usize::from(over > 0);
        assert_eq!(get(address, &path_of(&bytes)).unwrap().body, bytes, "name {n}");
    }
    assert_eq!(listed(address).len(), NAMES);
    println!("E50: {doubles} of {NAMES} names were written by more than one");
    // What plain nginx's guard lets through is measured and told (docs/hosting.md); the bytes are right all the same.
    assert!(doubles * 20 <= NAMES, "{doubles} of {NAMES}");
}

fn s3(root: &Path, overwrites: bool) {
    let s3 = S3::start(&root.join("s3"));
    s3.temper.overwrites.store(overwrites, Ordering::Relaxed);
    let mut host = s3.endpoint(root);
    host.start();
    race(&host.address, BUNDLED);
}

#[test]
fn e50_on_disk_one_of_eight_writers_creates_each_of_300_names() {
    let root = tempfile::tempdir().unwrap();
    let mut host = Bundled::on_disk(root.path());
    host.start();
    race(&host.address, BUNDLED);
}

#[test]
fn e50_on_an_s3_store_that_overwrites_one_of_eight_writers_creates_each_of_300_names() {
    s3(tempfile::tempdir().unwrap().path(), true);
}

#[test]
fn e50_on_plain_nginx_the_bytes_of_each_of_300_names_are_right_and_few_are_written_twice() {
    let root = tempfile::tempdir().unwrap();
    let mut host = Nginx::in_folder(root.path(), false);
    host.start();
    race(&host.address, NGINX);
}
