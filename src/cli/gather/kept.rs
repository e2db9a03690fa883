//! Designs as they come in, of which a command keeps what it asks for and no document.

use std::collections::HashSet;

use rayon::prelude::*;

use crate::catalogue::KindId;
use crate::design::Design;
use crate::design::stored::DesignName;
use crate::tally::{Collection, Drawing};

use super::Takes;

/// What a command keeps of designs.
pub trait Keeps: Sync {
    /// What is kept of each beside its head.
    type Part: Send + Sync;
    /// That of one design.
    fn part(&self, design: &Design, kinds: &mut KindNames) -> Self::Part;
    /// The head that stays in the collection: at least which drawing it belongs to and what withdraws it.
    fn head(&self, design: Design) -> Design;
}

/// The names of kinds that one core has met. Each is held once, however many things have it.
#[derive(Debug, Default)]
pub struct KindNames(HashSet<KindId>);

impl KindNames {
    /// The name that all share.
    pub fn shared(&mut self, kind: &KindId) -> KindId {
        if let Some(known) = self.0.get(kind) {
            return known.clone();
        }
        self.0.insert(kind.clone());
        kind.clone()
    }
}

/// What keeps the part of a new design and gives back its head.
type Keeping<'a> = &'a mut dyn FnMut(DesignName, Design) -> Design;

/// Designs of which parts are kept. Each core fills one of its own; joined they are the same in whatever order.
pub struct Kept<'a, K: Keeps> {
    by: &'a K,
    /// The heads.
    pub collection: Collection,
    /// The parts, in the order in which they came; by name once all is here.
    parts: Vec<(DesignName, K::Part)>,
    kinds: KindNames,
}

impl<'a, K: Keeps> Kept<'a, K> {
    /// None yet, of a project.
    pub fn new(project: &str, by: &'a K) -> Self {
        Self {
            by,
            collection: Collection::new(Some(project)),
            parts: Vec::new(),
            kinds: KindNames::default(),
        }
    }
    /// The same, once everything is here: what is kept of a design is then found by its name.
    #[must_use]
    pub fn whole(mut self) -> Self {
        self.parts.par_sort_unstable_by_key(|(name, _)| *name);
        // A design that came by two ways was read twice.
        self.parts.dedup_by_key(|(name, _)| *name);
        self
    }
    /// What is kept of a design.
    pub fn get(&self, name: &DesignName) -> Option<&K::Part> {
        let at = self.parts.binary_search_by_key(name, |(name, _)| *name).ok()?;
        self.parts.get(at).map(|(_, part)| part)
    }
    /// What is kept of the designs that stand, by name, each with the place of its drawing.
    pub fn of(&self, drawings: &[Drawing]) -> Vec<(DesignName, usize, &K::Part)> {
        let names = drawings.iter().map(|drawing| drawing.latest.name);
        let mut standing: Vec<(DesignName, usize)> = names.zip(0..).collect();
        standing.par_sort_unstable();
        // Both lie by name, and are walked beside each other: to look each up takes longer.
        let mut parts = self.parts.iter().peekable();
        let part = |(name, drawing): (DesignName, usize)| {
            while parts.next_if(|(own, _)| *own < name).is_some() {}
            let (_, part) = parts.next_if(|(own, _)| *own == name)?;
            Some((name, drawing, part))
        };
        standing.into_iter().filter_map(part).collect()
    }
    /// All parts, to be made smaller.
    pub fn parts_mut(&mut self) -> impl Iterator<Item = &mut K::Part> {
        self.parts.iter_mut().map(|(_, part)| part)
    }
    /// What is kept of the designs that stand, and nothing else, by name.
    pub fn into_standing(mut self) -> Vec<(DesignName, K::Part)> {
        let drawings = self.collection.drawings();
        let standing: HashSet<DesignName> = drawings.iter().map(|drawing| drawing.latest.name).collect();
        self.parts.retain(|(name, _)| standing.contains(name));
        self.parts
    }

    /// Adds a file to the collection in one of its ways, and keeps the part of a design that is new.
    fn taking(&mut self, add: impl FnOnce(&mut Collection, Keeping) -> Option<DesignName>) {
        let (by, parts, kinds) = (self.by, &mut self.parts, &mut self.kinds);
        // Where it cannot be used, the collection itself notes why.
        let _: Option<DesignName> = add(&mut self.collection, &mut |name, design| {
            parts.push((name, by.part(&design, kinds)));
            by.head(design)
        });
    }
}

impl<K: Keeps> Takes for Kept<'_, K> {
    fn stored(&mut self, file: &str, bytes: &[u8]) {
        self.taking(|collection, keep| collection.add_stored_keeping(file, bytes, keep));
    }
    fn opened(&mut self, file: &str, bytes: &[u8]) {
        self.taking(|collection, keep| collection.add_opened_keeping(file, bytes, keep));
    }
    fn collection(&mut self) -> &mut Collection {
        &mut self.collection
    }
    fn joined(mut self, other: Self) -> Self {
        self.collection.join(other.collection);
        self.parts.extend(other.parts);
        self
    }
}
