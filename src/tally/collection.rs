//! The designs that were received.

use std::borrow::Cow;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::design::Design;
use crate::design::stored::{self, DesignName, ReadFault, Repair, Withdrawal};
use crate::text::Message;

use super::drawing::{count_of, folded};
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
    withdrawals: BTreeMap<DesignName, Withdrawal>,
    doubles: usize,
}

/// How many there are of each; `received = accepted + superseded + set_aside + withdrawn`.
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
    /// Drawings that their authors withdrew. The designs themselves count nowhere, whether they are still there or not.
    pub withdrawn: usize,
    /// Copies of files that were there already; they count nowhere else.
    pub doubles: usize,
}

impl Standing {
    /// The sum in a sentence: what was received is what stands, what is older, what was set aside, what was withdrawn.
    pub fn said(&self) -> Message {
        let key = match self.withdrawn {
            0 => "desk-standing",
            _ => "desk-standing-withdrawn",
        };
        Message::new(key)
            .with("received", self.received)
            .with("accepted", self.accepted)
            .with("superseded", self.superseded)
            .with("aside", self.set_aside)
            .with("withdrawn", self.withdrawn)
    }
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
        self.add_stored_keeping(file, bytes, |_, design| design)
    }

    /// The same, and keeps of a new design what `keep` gives: less of it, where many are only counted.
    pub fn add_stored_keeping(
        &mut self,
        file: &str,
        bytes: &[u8],
        keep: impl FnOnce(DesignName, Design) -> Design,
    ) -> Option<DesignName> {
        let actual = DesignName::of(bytes);
        match hash_in(file) {
            None => self.set_aside(file, actual, bytes.len(), AsideReason::NotNamedByHash),
            Some(said) if said != actual => {
                self.set_aside(file, actual, bytes.len(), AsideReason::NameDisagrees { actual })
            }
            Some(_) => self.read(file, actual, bytes, keep),
        }
    }

    /// Takes a file that a person opened by hand. People give files names of their own; one that is
    /// named by a hash must still agree with it.
    pub fn add_opened(&mut self, file: &str, bytes: &[u8]) -> Option<DesignName> {
        self.add_opened_keeping(file, bytes, |_, design| design)
    }

    /// The same, and keeps of a new design what `keep` gives.
    pub fn add_opened_keeping(
        &mut self,
        file: &str,
        bytes: &[u8],
        keep: impl FnOnce(DesignName, Design) -> Design,
    ) -> Option<DesignName> {
        match hash_in(file) {
            Some(_) => self.add_stored_keeping(file, bytes, keep),
            None => self.read(file, DesignName::of(bytes), bytes, keep),
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

    /// Takes everything that another collection of the same project has: collections that were read apart, each on
    /// a core of its own, become one that is the same as if one had read all.
    pub fn join(&mut self, other: Self) {
        self.doubles += other.doubles;
        for (name, one) in other.received {
            match self.received.entry(name) {
                Entry::Vacant(place) => drop(place.insert(one)),
                Entry::Occupied(_) => self.doubles += 1,
            }
        }
        for (name, one) in other.withdrawals {
            match self.withdrawals.entry(name) {
                Entry::Vacant(place) => drop(place.insert(one)),
                Entry::Occupied(_) => self.doubles += 1,
            }
        }
        for ((file, name), aside) in other.aside {
            let _: Option<()> = self.set_aside(&file, name, aside.bytes, aside.reason.clone());
        }
    }

    /// Whether a file of that name was received, used or set aside.
    pub fn knows(&self, file: &str) -> bool {
        let used =
            |name: DesignName| self.received.contains_key(&name) || self.withdrawals.contains_key(&name);
        hash_in(file).is_some_and(used) || self.aside.keys().any(|(known, _)| known == file)
    }

    fn read(
        &mut self,
        file: &str,
        name: DesignName,
        bytes: &[u8],
        keep: impl FnOnce(DesignName, Design) -> Design,
    ) -> Option<DesignName> {
        if self.received.contains_key(&name) || self.withdrawals.contains_key(&name) {
            self.doubles += 1;
            return Some(name);
        }
        let (design, repairs) = match stored::read(bytes) {
            Ok(read) => read,
            Err(fault) => {
                return match Withdrawal::read(bytes) {
                    Some(Ok(one)) => self.take_withdrawal(file, name, bytes.len(), one),
                    _ => self.set_aside(file, name, bytes.len(), AsideReason::Unreadable(fault)),
                };
            }
        };
        if self.is_of_another(&design.project) {
            return self.set_aside(file, name, bytes.len(), AsideReason::OtherProject(design.project));
        }
        let received = Received {
            name,
            sent: design.drawn.parse().ok(),
            day: Day::at_start_of(&design.drawn),
            design: Arc::new(keep(name, design)),
            repairs,
        };
        self.received.insert(name, Arc::new(received));
        Some(name)
    }

    fn is_of_another(&self, project: &str) -> bool {
        self.project.as_ref().is_some_and(|own| own != project)
    }

    fn take_withdrawal(
        &mut self,
        file: &str,
        name: DesignName,
        bytes: usize,
        one: Withdrawal,
    ) -> Option<DesignName> {
        if self.is_of_another(&one.project) {
            return self.set_aside(file, name, bytes, AsideReason::OtherProject(one.project));
        }
        self.withdrawals.insert(name, one);
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
        folded(&self.standing_designs())
    }
    /// The design of that name, whether it stands or was superseded; none when it was withdrawn.
    pub fn get(&self, name: &DesignName) -> Option<&Arc<Received>> {
        let found = self.received.get(name)?;
        (!self.is_withdrawn(&found.design)).then_some(found)
    }
    /// Whether a design was withdrawn by its author.
    pub fn is_withdrawn(&self, design: &Design) -> bool {
        self.withdrawals.values().any(|one| one.withdraws(design))
    }
    /// The names of the designs that are here and were withdrawn.
    pub fn withdrawn(&self) -> BTreeSet<DesignName> {
        let tokens: BTreeSet<String> = self.withdrawals.values().map(Withdrawal::token).collect();
        let is_withdrawn = |one: &&Arc<Received>| {
            Withdrawal::token_in(&one.design).is_some_and(|token| tokens.contains(token))
        };
        let all = self.received.values();
        match tokens.is_empty() {
            true => BTreeSet::new(),
            false => all.filter(is_withdrawn).map(|one| one.name).collect(),
        }
    }
    /// Forgets a file that was set aside, such as a copy of what was withdrawn: it counts no more.
    pub fn drop_aside(&mut self, file: &str, hash: &DesignName) {
        self.aside.remove(&(file.to_owned(), *hash));
    }
    /// Forgets a design: it counts no more.
    pub fn drop_design(&mut self, name: &DesignName) {
        self.received.remove(name);
    }
    fn standing_designs(&self) -> Cow<'_, BTreeMap<DesignName, Arc<Received>>> {
        let withdrawn = self.withdrawn();
        if withdrawn.is_empty() {
            return Cow::Borrowed(&self.received);
        }
        let mut left = self.received.clone();
        left.retain(|name, _| !withdrawn.contains(name));
        Cow::Owned(left)
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
        let designs = self.standing_designs();
        let accepted = count_of(&designs);
        // One who withdraws twice, from two windows, withdraws one drawing.
        let tokens: BTreeSet<String> = self.withdrawals.values().map(Withdrawal::token).collect();
        Standing {
            received: designs.len() + self.aside.len() + tokens.len(),
            accepted,
            superseded: designs.len() - accepted,
            set_aside: self.aside.len(),
            withdrawn: tokens.len(),
            doubles: self.doubles,
        }
    }
    /// Whether nothing was received.
    pub fn is_empty(&self) -> bool {
        self.received.is_empty() && self.aside.is_empty() && self.withdrawals.is_empty()
    }
}

/// The hash that a file is named by: `designs/<hash>.json`, with or without folders and ending.
fn hash_in(file: &str) -> Option<DesignName> {
    let last = file.rsplit(['/', '\\']).next().unwrap_or(file);
    last.strip_suffix(".json").unwrap_or(last).parse().ok()
}
