//! F24: fifty designs a second, for five seconds or eight hours; then collected.

use std::time::{Duration, Instant};

use super::client::{design, put};
use super::hosts::{Bundled, program, resident};
use super::night::count;

const A_SECOND: u64 = 50;

#[test]
fn f24_fifty_designs_a_second_are_taken_quickly_the_memory_stays_flat_and_all_are_collected() {
    let seconds = count(5, 28_800) as u64;
    let root = tempfile::tempdir().unwrap();
    let mut host = Bundled::on_disk(root.path());
    host.start();
    let began = Instant::now();
    let (mut waits, mut memory) = (Vec::new(), Vec::new());
    for n in 0..seconds * A_SECOND {
        let due = Duration::from_millis(n * 1_000 / A_SECOND);
        std::thread::sleep(due.saturating_sub(began.elapsed()));
        let sent = Instant::now();
        assert_eq!(
            put(&host.address, &design(n as usize, 4_000)).unwrap().status,
            201
        );
        waits.push(sent.elapsed());
        if n % A_SECOND == 0 {
            memory.push(resident(host.id()));
        }
    }
    waits.sort_unstable();
    let p99 = waits[waits.len() * 99 / 100];
    let fifth = memory.len() / 5;
    let mean = |part: &[u64]| part.iter().sum::<u64>() as f64 / part.len() as f64;
    let (early, late) = (
        mean(&memory[fifth..=2 * fifth]),
        mean(&memory[memory.len() - fifth.max(1)..]),
    );
    println!(
        "F24: {} designs in {seconds} s, p99 {p99:?}, memory {early:.0} KiB then {late:.0} KiB",
        waits.len()
    );
    // The goal of 100 ms is printed and held against by eye: a machine of the tests may be busy.
    assert!(p99 <= Duration::from_millis(500), "{p99:?}");
    // In a night it may grow by the names of 1,440,000 designs only when they are listed; they are not.
    // In five seconds it is the warming up that is seen.
    assert!(
        seconds < 60 || late <= early * 1.05 + 512.0,
        "{early} KiB became {late} KiB"
    );
    let archive = root.path().join("archive");
    let done = program()
        .args(["collect", &host.store, "-o"])
        .arg(&archive)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    let sum = format!(
        "Received {0} = accepted {0} + superseded 0 + quarantined 0.",
        waits.len()
    );
    let plain = said.replace(',', "");
    assert!(plain.contains(&sum), "{said}");
}
