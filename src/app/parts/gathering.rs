//! Designs as they come in from a host or from files, for wall and desk alike.

use std::cell::RefCell;
use std::collections::HashSet;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::gathered::{Gathered, Progress};
use crate::app::browser::design_cache::{DesignCache, Lot};
use crate::app::browser::gather::{GatherFault, Host, Slice, a_few_at_a_time};
use crate::app::browser::held::Held;
use crate::app::browser::opened::is_in_store;
use crate::design::stored::DesignName;
use crate::design::{Design, SharedNames};
use crate::formats::designs_zip::{Content, Designs, Entry};
use crate::tally::Collection;

/// Reads designs and keeps them. Copies share one.
#[derive(Clone, Copy)]
pub struct Gathering {
    /// How far reading has come.
    pub progress: RwSignal<Progress>,
    /// What there is so far.
    pub gathered: RwSignal<Arc<Gathered>>,
    inner: StoredValue<Rc<RefCell<Inner>>, LocalStorage>,
}

struct Inner {
    collection: Collection,
    names: SharedNames,
    cursor: Option<String>,
    host: Option<Host>,
    /// Counts what was begun, so that an older reading never writes over a newer one.
    turn: u32,
}

impl Gathering {
    /// An empty one for designs of the project of that id.
    pub fn new(project: &str) -> Self {
        let inner = Inner {
            collection: Collection::new(Some(project)),
            names: SharedNames::default(),
            cursor: None,
            host: None,
            turn: 0,
        };
        Self {
            progress: RwSignal::new(Progress::Nothing),
            gathered: RwSignal::default(),
            inner: StoredValue::new_local(Rc::new(RefCell::new(inner))),
        }
    }

    fn inner(self) -> Rc<RefCell<Inner>> {
        self.inner.get_value()
    }

    /// Begins to read everything that a host has, or what came since the last time.
    pub fn read(self, base: &str, token: Option<String>) {
        self.read_with(base, token, None);
    }

    /// The same, with what the device kept of that host; new designs are kept with it.
    pub fn read_with(self, base: &str, token: Option<String>, cache: Option<DesignCache>) {
        self.stop();
        let Some(host) = Host::new(base, token) else {
            self.progress.set(Progress::Failed(GatherFault::Unreachable));
            return;
        };
        let turn = self.begin(Some(host.clone()));
        self.progress.set(Progress::Reading { done: 0, of: 0 });
        spawn_local(async move {
            let outcome = self.read_all(&host, turn, cache).await;
            if self.is_current(turn) {
                self.publish();
                self.progress.set(match outcome {
                    Ok(()) => Progress::Done,
                    Err(fault) => Progress::Failed(fault),
                });
            }
        });
    }

    /// Begins to read designs by their addresses, such as a link names them.
    pub fn read_addresses(self, addresses: Vec<String>) {
        let Some(host) = Host::new("", None) else { return };
        let turn = self.begin(Some(host.clone()));
        let of = addresses.len();
        self.progress.set(Progress::Reading { done: 0, of });
        spawn_local(async move {
            let first_fault = Rc::new(RefCell::new(None));
            let fault = Rc::clone(&first_fault);
            a_few_at_a_time(addresses, move |address| {
                let (host, fault) = (host.clone(), Rc::clone(&fault));
                async move {
                    match host.address(&address).await {
                        Ok(bytes) => self.add(&address, &bytes, true),
                        Err(why) => drop(fault.borrow_mut().get_or_insert(why)),
                    }
                    self.one_more();
                }
            })
            .await;
            if self.is_current(turn) {
                self.publish();
                let fault = first_fault.borrow_mut().take();
                self.progress.set(fault.map_or(Progress::Done, Progress::Failed));
            }
        });
    }

    /// Takes files that a person opened by hand.
    pub fn take_files(self, files: Vec<(String, Held)>) {
        for (name, bytes) in files {
            self.add(&name, &bytes.to_vec(), true);
        }
        self.publish();
        self.progress.update(|progress| {
            if !matches!(progress, Progress::Reading { .. }) {
                *progress = Progress::Done;
            }
        });
    }

    /// Takes files that a person opened by hand, zips of designs among them, a slice at a time.
    pub fn take_opened(self, files: Vec<(String, Held)>) {
        spawn_local(async move {
            let mut slice = Slice::new();
            let mut fault = None;
            for (name, bytes) in files {
                if !name.to_ascii_lowercase().ends_with(".zip") {
                    let file = name.rsplit('/').next().unwrap_or_default();
                    self.add(file, &bytes.to_vec(), !is_in_store(&name));
                    slice.breathe().await;
                    continue;
                }
                let Ok(designs) = Designs::open(bytes) else {
                    fault = Some(GatherFault::NotAZip(name));
                    continue;
                };
                let of = designs.len();
                for (done, entry) in designs.enumerate() {
                    self.add_entry(entry);
                    self.progress.set(Progress::Reading { done: done + 1, of });
                    slice.breathe().await;
                }
            }
            self.publish();
            self.progress.set(fault.map_or(Progress::Done, Progress::Failed));
        });
    }

    fn add_entry(self, Entry { name, content }: Entry) {
        let inner = self.inner();
        let Inner {
            collection, names, ..
        } = &mut *inner.borrow_mut();
        let keep = |_: DesignName, design: Design| design.sharing(names);
        match content {
            Content::Stored(bytes) => drop(collection.add_stored_keeping(&name, &bytes, keep)),
            Content::Named(bytes) => drop(collection.add_opened_keeping(&name, &bytes, keep)),
            Content::TooLarge(hash, bytes) => collection.add_too_large(&name, hash, bytes),
            Content::Broken => collection.add_withheld(&name),
        }
    }

    /// Stops reading; what came is kept.
    pub fn stop(self) {
        let host = self.inner().borrow_mut().host.take();
        if let Some(host) = host {
            host.stop();
        }
    }

    fn begin(self, host: Option<Host>) -> u32 {
        let inner = self.inner();
        let mut inner = inner.borrow_mut();
        inner.host = host;
        inner.turn += 1;
        inner.turn
    }
    fn is_current(self, turn: u32) -> bool {
        self.inner().borrow().turn == turn
    }
    fn add(self, file: &str, bytes: &[u8], opened: bool) {
        let inner = self.inner();
        let Inner {
            collection, names, ..
        } = &mut *inner.borrow_mut();
        let keep = |_: DesignName, design: Design| design.sharing(names);
        let _: Option<DesignName> = if opened {
            collection.add_opened_keeping(file, bytes, keep)
        } else {
            collection.add_stored_keeping(file, bytes, keep)
        };
    }
    fn one_more(self) {
        self.progress.update(|progress| {
            if let Progress::Reading { done, .. } = progress {
                *done += 1;
            }
        });
    }
    fn publish(self) {
        let inner = self.inner();
        let collection = &inner.borrow().collection;
        self.gathered.set(Arc::new(Gathered {
            drawings: collection.drawings(),
            aside: collection.aside().cloned().collect(),
            standing: collection.standing(),
        }));
    }

    /// The list first, since it alone tells what there is; then all in one answer where the host
    /// can do that; then one by one what did not come that way.
    ///
    /// What the device kept of an earlier time is not asked for again: a design is what its name says for ever. Only
    /// what the host lists today is taken of it, so that what was deleted there is not shown here.
    async fn read_all(self, host: &Host, turn: u32, cache: Option<DesignCache>) -> Result<(), GatherFault> {
        let listed = host.listing().await?;
        let inner = self.inner();
        let mut missing: HashSet<String> = listed
            .into_iter()
            .filter(|file| !inner.borrow().collection.knows(file))
            .collect();
        let is_first = inner.borrow().cursor.is_none();
        if let Some(cache) = cache.as_ref().filter(|_| is_first) {
            let cursor = self.add_kept(cache, &mut missing, turn).await;
            inner.borrow_mut().cursor = cursor;
            self.publish();
        }
        if missing.is_empty() {
            return Ok(());
        }
        let of = missing.len();
        self.progress.set(Progress::Reading { done: 0, of });
        let cursor = inner.borrow().cursor.clone();
        let mut published = Pace::new();
        let mut fresh = Lot::default();
        let came = host
            .lines(cursor.as_deref(), |line| {
                // A line stands for a file only when its bytes are exactly that file's.
                let file = format!("{}.json", DesignName::of(line));
                if self.is_current(turn) && missing.remove(&file) {
                    self.add(&file, line, false);
                    if let Some(cache) = &cache {
                        cache.add(&mut fresh, line);
                    }
                    self.progress.set(Progress::Reading {
                        done: of - missing.len(),
                        of,
                    });
                    if published.is_due(of - missing.len()) {
                        self.publish();
                    }
                }
            })
            .await;
        match came {
            Ok(cursor) => {
                if let Some(cache) = &cache {
                    cache.keep(fresh).await;
                    if let Some(cursor) = &cursor {
                        cache.keep_cursor(cursor).await;
                    }
                }
                inner.borrow_mut().cursor = cursor;
            }
            Err(GatherFault::NotThere | GatherFault::NotUnderstood | GatherFault::Status(_)) => {}
            Err(fault) => return Err(fault),
        }
        self.read_files(host, missing.into_iter().collect(), cache).await
    }

    /// Takes what the device kept, as far as the host still lists it. Gives the cursor that was kept with it.
    async fn add_kept(self, cache: &DesignCache, missing: &mut HashSet<String>, turn: u32) -> Option<String> {
        let mut slice = Slice::new();
        let mut is_stale = false;
        let (keys, cursor) = cache.kept().await?;
        let of = missing.len();
        for key in keys {
            let lot = cache.lot(key).await.unwrap_or_default();
            for line in lot.designs() {
                // Its name is its hash, so that a record that was damaged is asked for again.
                let file = format!("{}.json", DesignName::of(line));
                match self.is_current(turn) && missing.remove(&file) {
                    true => self.add(&file, line, false),
                    false => is_stale = true,
                }
                slice.breathe().await;
            }
            self.progress.set(Progress::Reading {
                done: of - missing.len(),
                of,
            });
        }
        if is_stale && self.is_current(turn) {
            // Deleted at the host, it does not stay here: all is forgotten, and kept anew by and by.
            cache.forget().await;
            return None;
        }
        cursor
    }

    async fn read_files(
        self,
        host: &Host,
        mut files: Vec<String>,
        cache: Option<DesignCache>,
    ) -> Result<(), GatherFault> {
        files.sort_unstable();
        let fresh = Rc::new(RefCell::new(Lot::default()));
        let (keeping, lot) = (cache.clone(), Rc::clone(&fresh));
        let last_fault = Rc::new(RefCell::new(None));
        let fault = Rc::clone(&last_fault);
        let pace = Rc::new(RefCell::new((Pace::new(), 0)));
        a_few_at_a_time(files, move |file| {
            let (host, fault, pace) = (host.clone(), Rc::clone(&fault), Rc::clone(&pace));
            let (cache, lot) = (keeping.clone(), Rc::clone(&lot));
            async move {
                if fault.borrow().is_some() {
                    return;
                }
                match host.file(&file).await {
                    Ok(bytes) => {
                        self.add(&file, &bytes, false);
                        if let Some(cache) = &cache {
                            cache.add(&mut lot.borrow_mut(), &bytes);
                        }
                    }
                    Err(GatherFault::SetAside | GatherFault::Status(_)) => {
                        self.inner().borrow_mut().collection.add_withheld(&file)
                    }
                    // Taken out of the folder since it was listed.
                    Err(GatherFault::NotThere) => {}
                    Err(why) => *fault.borrow_mut() = Some(why),
                }
                self.one_more();
                let due = {
                    let (pace, count) = &mut *pace.borrow_mut();
                    *count += 1;
                    pace.is_due(*count)
                };
                if due {
                    self.publish();
                }
            }
        })
        .await;
        if let Some(cache) = cache {
            cache.keep(fresh.take()).await;
        }
        let fault = last_fault.borrow_mut().take();
        fault.map_or(Ok(()), Err)
    }
}

/// Shows the page what came at ever longer intervals, since showing costs as much as there is.
struct Pace(usize);

impl Pace {
    fn new() -> Self {
        Self(24)
    }
    fn is_due(&mut self, count: usize) -> bool {
        let due = count >= self.0;
        if due {
            self.0 = count * 2;
        }
        due
    }
}
