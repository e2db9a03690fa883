//! What differs between two designs: what to repaint, recheck, index again and keep as history.

use std::collections::HashMap;
use std::sync::Arc;

use super::{Design, Placement, PlacementId};

/// What became of one thing between two designs.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// It was put in.
    Added(Arc<Placement>),
    /// It was taken out.
    Removed(Arc<Placement>),
    /// It is another than before: first the old, then the new.
    Altered(Arc<Placement>, Arc<Placement>),
}

impl Change {
    /// The thing that it is about.
    pub fn id(&self) -> &PlacementId {
        match self {
            Self::Added(thing) | Self::Removed(thing) | Self::Altered(_, thing) => &thing.id,
        }
    }
}

/// The things that differ, in the order of the newer design, the removed ones last. Things that
/// the two designs share are told apart by address, so the cost is a walk over the lists; only
/// what lies between the shared beginning and the shared end is looked up by name.
pub fn changes(before: &Design, after: &Design) -> Vec<Change> {
    let (before, after) = without_shared_ends(before.placements(), after.placements());
    let mut old: HashMap<&PlacementId, &Arc<Placement>> =
        before.iter().map(|thing| (&thing.id, thing)).collect();
    let mut found = Vec::new();
    for thing in after {
        match old.remove(&thing.id) {
            None => found.push(Change::Added(thing.clone())),
            Some(was) if Arc::ptr_eq(was, thing) || was == thing => {}
            Some(was) => found.push(Change::Altered(was.clone(), thing.clone())),
        }
    }
    let gone = before.iter().filter(|thing| old.contains_key(&thing.id));
    found.extend(gone.map(|thing| Change::Removed(thing.clone())));
    found
}

type Things = [Arc<Placement>];

fn without_shared_ends<'a>(before: &'a Things, after: &'a Things) -> (&'a Things, &'a Things) {
    let same = |(a, b): &(&Arc<Placement>, &Arc<Placement>)| Arc::ptr_eq(a, b);
    let head = before.iter().zip(after).take_while(same).count();
    let (before, after) = (&before[head..], &after[head..]);
    let tail = before
        .iter()
        .rev()
        .zip(after.iter().rev())
        .take_while(same)
        .count();
    (&before[..before.len() - tail], &after[..after.len() - tail])
}
