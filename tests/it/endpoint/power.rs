//! F3: power is lost after each single call to the disk. The disk is a model that keeps no more than it promised: the
//! bytes of a file once it was synced, and a name once a sync of its folder that began afterwards came back.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use mulin::cli::chance::Chance;
use mulin::cli::serve::{Calls, Creator};

/// What happened, in the order in which it did.
#[derive(Debug)]
enum Event {
    /// Names that were in the folder when a sync began survive from now on.
    Synced(HashMap<PathBuf, Vec<u8>>),
    /// A sender was told that this is stored.
    Confirmed(PathBuf),
}

#[derive(Debug, Default)]
struct State {
    names: HashMap<PathBuf, Vec<u8>>,
    events: Vec<Event>,
    syncs: usize,
    calls: usize,
}

/// A disk in memory. Some of its syncs fail, as those of a dying disk do.
#[derive(Clone, Debug)]
struct Disk {
    state: Arc<Mutex<State>>,
    seed: u64,
    drawn: Arc<AtomicU64>,
}

impl Disk {
    fn of(seed: u64) -> Self {
        Self {
            state: Arc::default(),
            seed,
            drawn: Arc::default(),
        }
    }
    fn below(&self, end: u64) -> u64 {
        let drawn = self.drawn.fetch_add(1, Ordering::Relaxed);
        Chance::new(self.seed ^ (drawn << 32)).bits() % end
    }
    /// Lets other threads come in between.
    fn dawdle(&self) {
        (0..self.below(4)).for_each(|_| std::thread::yield_now());
    }
    fn with<T>(&self, call: impl FnOnce(&mut State) -> T) -> T {
        self.dawdle();
        let mut state = self.state.lock().unwrap();
        state.calls += 1;
        call(&mut state)
    }
}

impl Calls for Disk {
    fn write_new(&self, file: &Path, parts: &[&[u8]]) -> io::Result<()> {
        self.with(|state| match state.names.contains_key(file) {
            true => Err(io::ErrorKind::AlreadyExists.into()),
            false => {
                state.names.insert(file.to_owned(), parts.concat());
                Ok(())
            }
        })
    }
    fn link(&self, file: &Path, name: &Path) -> io::Result<()> {
        self.with(|state| match state.names.contains_key(name) {
            true => Err(io::ErrorKind::AlreadyExists.into()),
            false => {
                let bytes = state.names[file].clone();
                state.names.insert(name.to_owned(), bytes);
                Ok(())
            }
        })
    }
    fn remove(&self, name: &Path) -> io::Result<()> {
        self.with(|state| {
            state
                .names
                .remove(name)
                .map(drop)
                .ok_or(io::ErrorKind::NotFound.into())
        })
    }
    fn sync_folder(&self, _: &Path) -> io::Result<()> {
        let seen = self.with(|state| {
            state.syncs += 1;
            state.names.clone()
        });
        self.dawdle();
        if self.below(10) == 0 {
            return Err(io::ErrorKind::Other.into());
        }
        self.with(|state| state.events.push(Event::Synced(seen)));
        Ok(())
    }
}

#[test]
fn f3_whenever_power_is_lost_all_that_was_confirmed_is_there_and_whole() {
    const NAMES: usize = 120;
    for seed in 20_261_129..20_261_141 {
        let disk = Disk::of(seed);
        let creator = Creator::on(disk.clone());
        let bytes = |n: usize| vec![n as u8; 1 + n % 7];
        let path = |n: usize| PathBuf::from(format!("/store/designs/{n}.json"));
        std::thread::scope(|threads| {
            // Each name is sent by two, and again by who was told that it failed.
            for sender in 0..8_usize {
                let (creator, disk) = (&creator, &disk);
                threads.spawn(move || {
                    for n in (0..NAMES).filter(|n| n % 4 == sender % 4) {
                        let stored = |why: &io::Error| why.kind() == io::ErrorKind::AlreadyExists;
                        while creator
                            .create(&path(n), &[&bytes(n)])
                            .is_err_and(|why| !stored(&why))
                        {}
                        disk.with(|state| state.events.push(Event::Confirmed(path(n))));
                    }
                });
            }
        });
        let state = disk.state.lock().unwrap();
        let mut survives: HashMap<&PathBuf, &Vec<u8>> = HashMap::new();
        let mut confirmed = 0;
        for event in &state.events {
            match event {
                Event::Synced(names) => survives.extend(names),
                Event::Confirmed(name) => {
                    confirmed += 1;
                    let n: usize = name.file_stem().unwrap().to_str().unwrap().parse().unwrap();
                    assert_eq!(
                        survives.get(name).map(|there| there.as_slice()),
                        Some(bytes(n).as_slice()),
                        "{name:?} was confirmed and would be gone, seed {seed}"
                    );
                }
            }
        }
        assert_eq!(confirmed, NAMES * 2, "seed {seed}");
        assert_eq!(
            state.names.len(),
            NAMES,
            "what was being written was left, seed {seed}"
        );
        println!(
            "F3: seed {seed}: {} calls, power lost after each; {confirmed} confirmed with {} syncs of the folder",
            state.calls, state.syncs
        );
    }
}
