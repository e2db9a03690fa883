//! One drawing through its versions: folds the chains of `supersedes`.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use crate::design::stored::{DesignName, before_in};

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
    /// Whether it belongs together with another.
    fn knows(&self, name: &DesignName) -> bool {
        self.0.contains_key(name)
    }
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
/// of two sent at the same second the one whose name sorts last. Nothing is thrown away. A design whose contact details
/// were deleted belongs to the one that it was, and to the one before that.
pub(super) fn folded(received: &BTreeMap<DesignName, Arc<Received>>) -> Vec<Drawing> {
    let (mut groups, superseded) = linked(received);
    let mut versions: BTreeMap<DesignName, Vec<Arc<Received>>> = BTreeMap::new();
    let mut drawings: Vec<Drawing> = Vec::with_capacity(received.len());
    for one in received.values() {
        // Most designs have one version: they cost a look and no place among the groups.
        match groups.knows(&one.name) {
            true => versions
                .entry(groups.head(one.name))
                .or_default()
                .push(one.clone()),
            false => drawings.push(Drawing {
                latest: one.clone(),
                older: Vec::new(),
            }),
        }
    }
    drawings.extend(versions.into_values().filter_map(|mut versions| {
        versions.sort_by_key(|one| Reverse((!superseded.contains(&one.name), order(one))));
        let latest = versions.first()?.clone();
        let mut older = versions.split_off(1);
        older.sort_by_key(|one| Reverse(order(one)));
        Some(Drawing { latest, older })
    }));
    drawings.sort_by_key(|drawing| Reverse(order(&drawing.latest)));
    drawings
}

/// How many drawings there are: the same count as of [`folded`], and nothing is put in order.
pub(super) fn count_of(received: &BTreeMap<DesignName, Arc<Received>>) -> usize {
    let (mut groups, _) = linked(received);
    let (several, alone): (Vec<DesignName>, Vec<DesignName>) =
        received.keys().partition(|name| groups.knows(name));
    let heads: HashSet<DesignName> = several.into_iter().map(|name| groups.head(name)).collect();
    alone.len() + heads.len()
}

/// The versions that belong together, and those that another supersedes.
fn linked(received: &BTreeMap<DesignName, Arc<Received>>) -> (Groups, HashSet<DesignName>) {
    let mut groups = Groups::default();
    let mut superseded: HashSet<DesignName> = HashSet::new();
    for one in received.values() {
        let links = [one.design.supersedes.as_deref(), before_in(&one.design)];
        let before = links.into_iter().flatten().filter_map(|text| text.parse().ok());
        for before in before.filter(|before| *before != one.name) {
            superseded.insert(before);
            groups.join(one.name, before);
        }
    }
    (groups, superseded)
}

fn order(one: &Received) -> (Option<Moment>, DesignName) {
    (one.sent, one.name)
}
