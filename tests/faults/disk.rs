//! F5: a full disk.

use std::path::{Path, PathBuf};
use std::process::Command;

use mulin::design::stored::DesignName;

use super::chance::Chance;
use super::client::{design, file_of, get, listed, path_of, put};
use super::hosts::Bundled;
use super::night::is_soak;

/// Where disks get full in the night.
const POINTS: usize = 50;

/// A file system of a size of its own, gone with the value.
struct SmallDisk(PathBuf);

impl SmallDisk {
    fn of(kib: usize, at: &Path) -> Self {
        std::fs::create_dir_all(at).unwrap();
        let options = format!("size={kib}k");
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &options, "tmpfs"])
            .arg(at)
            .status();
        assert!(
            mounted.is_ok_and(|status| status.success()),
            "a small file system could not be mounted: run this test as root, with mount (Debian: apt-get install mount)"
        );
        Self(at.to_owned())
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

#[test]
fn f5_a_full_disk_is_said_keeps_what_is_there_leaves_nothing_half_and_takes_again_without_a_restart() {
    for kib in [300, 1_000] {
        survives(kib, |n| 4_000 + n * 700);
    }
    if !is_soak() {
        return;
    }
    let mut chance = Chance::of("F5");
    for _ in 0..POINTS {
        // Of one design in ten or so the name alone finds no room, of others the last byte does not.
        let sizes: Vec<usize> = (0..97).map(|_| 300 + chance.below(40_000) as usize).collect();
        survives(250 + chance.below(1_500) as usize, |n| sizes[n % sizes.len()]);
    }
}

/// Fills a disk with designs of sizes by their number until some are refused, and sees what is left of it.
fn survives(kib: usize, size: impl Fn(usize) -> usize) {
    let root = tempfile::tempdir().unwrap();
    let disk = SmallDisk::of(kib, &root.path().join("disk"));
    let mut host = Bundled::over(&format!("file://{}/store", disk.0.display()), root.path());
    host.start();
    let (mut stored, mut refused) = (Vec::new(), 0);
    for n in 0.. {
        if n >= 60 && refused > 8 {
            break;
        }
        let bytes = design(n, size(n));
        let answer = put(&host.address, &bytes).expect("no answer");
        match answer.status {
            201 => stored.push(bytes),
            507 => {
                assert_eq!(
                    (answer.code().as_str(), answer.header("retry-after")),
                    ("storage_full", "60")
                );
                refused += 1;
            }
            other => panic!("{other}: {}", answer.head),
        }
    }
    assert!(
        stored.len() > 3 && refused > 3,
        "{} stored, {refused} refused",
        stored.len()
    );
    let whole = |stored: &[Vec<u8>]| {
        let mut names: Vec<String> = stored.iter().map(|bytes| file_of(bytes)).collect();
        names.sort_unstable();
        assert_eq!(listed(&host.address), names);
        let mut on_disk: Vec<String> = Vec::new();
        for entry in std::fs::read_dir(disk.0.join("store/designs")).unwrap() {
            let path = entry.unwrap().path();
            on_disk.push(format!("{}.json", DesignName::of(&std::fs::read(&path).unwrap())));
            assert!(
                path.ends_with(on_disk.last().unwrap()),
                "{} is half",
                path.display()
            );
        }
        on_disk.sort_unstable();
        assert_eq!(on_disk, names);
        for bytes in stored {
            assert_eq!(&get(&host.address, &path_of(bytes)).unwrap().body, bytes);
        }
    };
    whole(&stored);
    let gone = stored.split_off(stored.len() / 2);
    for bytes in &gone {
        std::fs::remove_file(disk.0.join(format!("store{}", path_of(bytes)))).unwrap();
    }
    let late = design(1_000_000, 3_000);
    assert_eq!(
        put(&host.address, &late).unwrap().status,
        201,
        "no recovery after there was room again"
    );
    stored.push(late);
    whole(&stored);
    println!(
        "F5: {kib} KiB: {} stored, {refused} refused with 507, 0 partial",
        stored.len() + gone.len() - 1
    );
    assert_eq!(host.end(), Some(0));
}
