//! F23: a copy that is made while the program writes holds everything that was confirmed before it began.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use super::client::{design, file_of, get, listed, path_of, put};
use super::hosts::{Bundled, program};

#[test]
fn f23_a_copy_made_while_designs_come_in_is_sound_and_has_all_that_was_confirmed_before() {
    let root = tempfile::tempdir().unwrap();
    let mut host = Bundled::on_disk(root.path());
    host.start();
    let (next, over) = (AtomicUsize::new(0), AtomicBool::new(false));
    let confirmed = Mutex::new(Vec::new());
    let mut before = Vec::new();
    std::thread::scope(|threads| {
        for _ in 0..8 {
            threads.spawn(|| {
                while !over.load(Ordering::Relaxed) {
                    let bytes = design(next.fetch_add(1, Ordering::Relaxed), 2_000);
                    assert_eq!(put(&host.address, &bytes).unwrap().status, 201);
                    confirmed.lock().unwrap().push(bytes);
                }
            });
        }
        while confirmed.lock().unwrap().len() < 500 {
            std::thread::yield_now();
        }
        before = confirmed.lock().unwrap().clone();
        // What docs/endpoint.md says: copy the folder; a file that goes away under the copy was being written.
        let copied = std::process::Command::new("cp")
            .args([
                "-r",
                host.folder().to_str().unwrap(),
                root.path().join("copy").to_str().unwrap(),
            ])
            .stderr(std::process::Stdio::null())
            .status();
        assert!(copied.is_ok());
        over.store(true, Ordering::Relaxed);
    });
    let count = confirmed.lock().unwrap().len();
    assert!(count > before.len(), "nothing came in during the copy");
    host.kill();
    let mut restored = Bundled::over(
        &format!("file://{}", root.path().join("copy").display()),
        root.path(),
    );
    restored.start();
    let there = listed(&restored.address);
    for bytes in &before {
        assert!(there.contains(&file_of(bytes)));
        assert_eq!(&get(&restored.address, &path_of(bytes)).unwrap().body, bytes);
    }
    let verified = program().args(["verify", &restored.store]).output().unwrap();
    assert_eq!(
        verified.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&verified.stdout)
    );
    println!(
        "F23: {} confirmed before the copy, {count} in the end, {} in the copy",
        before.len(),
        there.len()
    );
}
