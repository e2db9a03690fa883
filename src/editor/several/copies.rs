//! Copies of things: new names, unlocked, and what was a group is a new group.

use std::collections::HashMap;
use std::sync::Arc;

use crate::design::{Design, GroupId, Placement};
use crate::geometry::{OutlineFault, WorldVec};

/// One copy of all the things for each step, moved by it. The names are new in the design.
pub fn copies(
    things: &[Arc<Placement>],
    steps: &[WorldVec],
    design: &Design,
) -> Result<Vec<Placement>, OutlineFault> {
    let groups: Vec<&GroupId> = {
        let mut known: Vec<_> = things.iter().filter_map(|thing| thing.group.as_ref()).collect();
        known.sort();
        known.dedup();
        known
    };
    let mut fresh = design.fresh_group_ids(groups.len() * steps.len()).into_iter();
    let ids = design.fresh_placement_ids(things.len() * steps.len());
    let mut ids = ids.into_iter();
    let mut made = Vec::with_capacity(things.len() * steps.len());
    for by in steps {
        let renamed: HashMap<&GroupId, GroupId> = groups.iter().copied().zip(fresh.by_ref()).collect();
        for (thing, id) in things.iter().zip(ids.by_ref()) {
            made.push(Placement {
                id,
                shape: thing.shape.moved(*by)?,
                group: thing.group.as_ref().and_then(|group| renamed.get(group).cloned()),
                locked: false,
                ..(**thing).clone()
            });
        }
    }
    Ok(made)
}
