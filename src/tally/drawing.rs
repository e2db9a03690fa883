//! One drawing through its versions: folds the chains of `supersedes`.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use crate::design::stored::DesignName;

use super::{Moment, Received};

/// A drawing: the version that stands, and the ones before it.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// The version that stands.
    pub latest: Arc<Received>,
    /// The versions that it replaces, the one sent last first.
    pub older: Vec<Arc<Received>>,
}

/// Groups of names that belong together (union-find with halved paths).
#[derive(Default)]
struct Groups(HashMap<DesignName, DesignName>);

impl Groups {
    fn head(&mut self, name: DesignName) -> DesignName {
        let mut at = name;
        loop {
            let up = *self.0.entry(at).or_insert(at);
            if up == at {
                return at;
            }
            let above = self.0.get(&up).copied().unwrap_or(up);
            self.0.insert(at, above);
            at = above;
        }
    }
    fn join(&mut self, one: DesignName, other: DesignName) {
        let (one, other) = (self.head(one), self.head(other));
        self.0.insert(one.max(other), one.min(other));
    }
}

/// The drawings, the one sent last first.
///
/// Versions belong together when one supersedes the other, or both the same one, even when that
/// one never arrived. The versions that nobody supersedes compete; the one sent last stands, and
/// of two sent at the same second the one whose name sorts last. Nothing is thrown away.
pub(super) fn folded(received: &BTreeMap<DesignName, Arc<Received>>) -> Vec<Drawing> {
    let mut groups = Groups::default();
    let mut superseded: HashSet<DesignName> = HashSet::new();
    for one in received.values() {
        let before = one
            .design
            .supersedes
            .as_deref()
            .and_then(|text| text.parse().ok());
        if let Some(before) = before.filter(|before| *before != one.name) {
            superseded.insert(before);
            groups.join(one.name, before);
        }
    }
    let mut versions: BTreeMap<DesignName, Vec<Arc<Received>>> = BTreeMap::new();
    for one in received.values() {
        versions
            .entry(groups.head(one.name))
            .or_default()
            .push(one.clone());
    }
    let mut drawings: Vec<Drawing> = versions
        .into_values()
        .filter_map(|mut versions| {
            versions.sort_by_key(|one| Reverse((!superseded.contains(&one.name), order(one))));
            let latest = versions.first()?.clone();
            let mut older = versions.split_off(1);
            older.sort_by_key(|one| Reverse(order(one)));
            Some(Drawing { latest, older })
        })
        .collect();
    drawings.sort_by_key(|drawing| Reverse(order(&drawing.latest)));
    drawings
}

fn order(one: &Received) -> (Option<Moment>, DesignName) {
    (one.sent, one.name)
}
