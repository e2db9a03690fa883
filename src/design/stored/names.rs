//! The names in a document that is read: of things, of which no two may be the same, and of kinds, which many share.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::catalogue::KindId;
use crate::design::PlacementId;

/// So many names are sooner compared than looked up.
const FEW: usize = 32;

/// The names that things have already.
pub(super) struct Taken {
    /// The first few with a sum of each, which most others do not have: that is sooner compared than the letters.
    sums: Vec<u32>,
    few: Vec<PlacementId>,
    many: HashSet<PlacementId>,
}

/// A sum of the letters of a name (FNV-1a).
fn sum_of(name: &str) -> u32 {
    name.bytes().fold(0x811c_9dc5, |sum, byte| {
        (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

impl Default for Taken {
    fn default() -> Self {
        Self {
            sums: Vec::with_capacity(FEW),
            few: Vec::with_capacity(FEW),
            many: HashSet::new(),
        }
    }
}

impl Taken {
    fn has(&self, name: &str) -> bool {
        let sum = sum_of(name);
        let known = self.sums.contains(&sum) && self.few.iter().any(|known| known.as_str() == name);
        known || !self.many.is_empty() && self.many.contains(&PlacementId::new(name))
    }
    pub fn add(&mut self, name: &PlacementId) {
        if self.few.len() < FEW {
            self.sums.push(sum_of(name.as_str()));
            self.few.push(name.clone());
        } else {
            self.many.insert(name.clone());
        }
    }
    /// The name that was wanted, or the first after it that is free.
    pub fn free<'a>(&self, wanted: &'a str) -> Cow<'a, str> {
        if !wanted.is_empty() && !self.has(wanted) {
            return Cow::Borrowed(wanted);
        }
        let free = (2_u32..)
            .map(|n| format!("{wanted}-{n}"))
            .find(|name| !self.has(name));
        Cow::Owned(free.unwrap_or_default())
    }
}

/// The kinds that were named so far: most things of a design are of a few, and share their names.
#[derive(Default)]
pub(super) struct Kinds(Vec<KindId>);

impl Kinds {
    pub fn named(&mut self, id: &str) -> KindId {
        if let Some(known) = self.0.iter().find(|known| known.as_str() == id) {
            return known.clone();
        }
        let new = KindId::new(id);
        if self.0.len() < FEW {
            self.0.push(new.clone());
        }
        new
    }
}
