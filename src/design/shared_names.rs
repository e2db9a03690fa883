//! Names that many designs have in common, held once.

use std::collections::HashSet;
use std::hash::Hash;
use std::sync::Arc;

use crate::catalogue::KindId;

use super::{Design, PlacementId};

/// More names of a sort than this are not held: what is so various is shared by nobody.
const MOST: usize = 4_096;

/// The names of kinds and things that came before.
#[derive(Clone, Debug, Default)]
pub struct SharedNames {
    kinds: HashSet<KindId>,
    things: HashSet<PlacementId>,
}

impl Design {
    /// The same, with names that came before held with those: of a hundred thousand designs a third of the memory is names.
    #[must_use]
    pub fn sharing(mut self, names: &mut SharedNames) -> Self {
        self.placements.shrink_to_fit();
        // A design that was just read shares its things with nobody.
        for thing in self.placements.iter_mut().filter_map(Arc::get_mut) {
            share(&mut names.kinds, &mut thing.kind);
            share(&mut names.things, &mut thing.id);
        }
        self
    }
}

fn share<T: Clone + Eq + Hash>(known: &mut HashSet<T>, name: &mut T) {
    match known.get(name) {
        Some(known) => *name = known.clone(),
        None if known.len() < MOST => drop(known.insert(name.clone())),
        None => {}
    }
}
