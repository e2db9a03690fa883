//! The designs that were received.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;

use crate::design::Design;
use crate::design::stored::{self, DesignName, ReadFault, Repair};

use super::drawing::folded;
use super::{Aside, AsideReason, Day, Drawing, Moment};

/// One design that was received, checked and read.
#[derive(Clone, Debug, PartialEq)]
pub struct Received {
    /// The hash of its bytes.
    pub name: DesignName,
    /// What it says.
    pub design: Arc<Design>,
    /// What could not be taken as it stands.
    pub repairs: Vec<Repair>,
    /// When it was sent, as its author's clock said; none where that is no date.
    pub sent: Option<Moment>,
    /// The day of that.
    pub day: Option<Day>,
}

/// The designs of one project as they come in, in any order.
#[derive(Clone, Debug, Default)]
pub struct Collection {
    project: Option<String>,
    received: BTreeMap<DesignName, Arc<Received>>,
    aside: BTreeMap<(String, DesignName), Arc<Aside>>,
    doubles: usize,
}

/// How many there are of each; `received = accepted + superseded + set_aside`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Different files that came in.
    pub received: usize,
    /// Designs that stand: the latest version of each drawing.
    pub accepted: usize,
    /// Older versions, kept.
    pub superseded: usize,
    /// Files that cannot be used, kept with the reason.
    pub set_aside: usize,
    /// Copies of files that were there already; they count nowhere else.
    pub doubles: usize,
}

impl Collection {
    /// An empty collection for the project of that id; without one, designs of any project.
    pub fn new(project: Option<&str>) -> Self {
        Self {
            project: project.map(str::to_owned),
            ..Self::default()
        }
    }

    /// Takes a file of a store, whose name must be the hash of its bytes. Gives the design's name
    /// when it can be used; otherwise the file is set aside.
    pub fn add_stored(&mut self, file: &str, bytes: &[u8]) -> Option<DesignName> {
        let actual = DesignName::of(bytes);
        match hash_in(file) {
            None => self.set_aside(file, actual, bytes.len(), AsideReason::NotNamedByHash),
            Some(said) if said != actual => {
                self.set_aside(file, actual, bytes.len(), AsideReason::NameDisagrees { actual })
            }
            Some(_) => self.read(file, actual, bytes),
        }
    }

    /// Takes a file that a person opened by hand. People give files names of their own; one that is
    /// named by a hash must still agree with it.
    pub fn add_opened(&mut self, file: &str, bytes: &[u8]) -> Option<DesignName> {
        match hash_in(file) {
            Some(_) => self.add_stored(file, bytes),
            None => self.read(file, DesignName::of(bytes), bytes),
        }
    }

    /// Notes a file that is listed and that its host does not give out.
    pub fn add_withheld(&mut self, file: &str) {
        // Without bytes there is no hash; it counts once a name.
        let _: Option<()> = self.set_aside(file, DesignName::of(&[]), 0, AsideReason::Withheld);
    }

    /// Notes a file with more bytes than any design, which nobody reads.
    pub fn add_too_large(&mut self, file: &str, hash: DesignName, bytes: usize) {
        let fault = ReadFault::TooLarge {
            bytes,
            most: stored::MAX_BYTES,
        };
        let _: Option<()> = self.set_aside(file, hash, bytes, AsideReason::Unreadable(fault));
    }

    /// Whether a file of that name was received, used or set aside.
    pub fn knows(&self, file: &str) -> bool {
        hash_in(file).is_some_and(|name| self.received.contains_key(&name))
            || self.aside.keys().any(|(known, _)| known == file)
    }

    fn read(&mut self, file: &str, name: DesignName, bytes: &[u8]) -> Option<DesignName> {
        if self.received.contains_key(&name) {
            self.doubles += 1;
            return Some(name);
        }
        let (design, repairs) = match stored::read(bytes) {
            Ok(read) => read,
            Err(fault) => return self.set_aside(file, name, bytes.len(), AsideReason::Unreadable(fault)),
        };
        if self
            .project
            .as_ref()
            .is_some_and(|project| *project != design.project)
        {
            return self.set_aside(file, name, bytes.len(), AsideReason::OtherProject(design.project));
        }
        let received = Received {
            name,
            sent: design.drawn.parse().ok(),
            day: Day::at_start_of(&design.drawn),
            design: Arc::new(design),
            repairs,
        };
        self.received.insert(name, Arc::new(received));
        Some(name)
    }

    fn set_aside<T>(&mut self, file: &str, name: DesignName, bytes: usize, reason: AsideReason) -> Option<T> {
        let aside = Aside {
            file: file.to_owned(),
            bytes,
            reason,
        };
        match self.aside.entry((file.to_owned(), name)) {
            Entry::Vacant(place) => drop(place.insert(Arc::new(aside))),
            Entry::Occupied(mut place) => {
                self.doubles += 1;
                // Of two reasons the one whose word sorts first, so that the order of files changes nothing.
                if aside.reason.word() < place.get().reason.word() {
                    place.insert(Arc::new(aside));
                }
            }
        }
        None
    }

    /// Each drawing with its versions, the one sent last first.
    pub fn drawings(&self) -> Vec<Drawing> {
        folded(&self.received)
    }
    /// The design of that name, whether it stands or was superseded.
    pub fn get(&self, name: &DesignName) -> Option<&Arc<Received>> {
        self.received.get(name)
    }
    /// What was set aside, by file name.
    pub fn aside(&self) -> impl Iterator<Item = &Arc<Aside>> {
        self.aside.values()
    }
    /// What was set aside, by file name, with the hash of its bytes; of what nobody could read, that
    /// of no bytes.
    pub fn aside_by_hash(&self) -> impl Iterator<Item = (&DesignName, &Arc<Aside>)> {
        self.aside.iter().map(|((_, hash), aside)| (hash, aside))
    }
    /// How many there are of each.
    pub fn standing(&self) -> Standing {
        let accepted = self.drawings().len();
        Standing {
            received: self.received.len() + self.aside.len(),
            accepted,
            superseded: self.received.len() - accepted,
            set_aside: self.aside.len(),
            doubles: self.doubles,
        }
    }
    /// Whether nothing was received.
    pub fn is_empty(&self) -> bool {
        self.received.is_empty() && self.aside.is_empty()
    }
}

/// The hash that a file is named by: `designs/<hash>.json`, with or without folders and ending.
fn hash_in(file: &str) -> Option<DesignName> {
    let last = file.rsplit(['/', '\\']).next().unwrap_or(file);
    last.strip_suffix(".json").unwrap_or(last).parse().ok()
}
