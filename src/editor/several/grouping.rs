//! Groups: chosen and moved as one; two taps enter one, so that a single thing of it is chosen.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::design::{Command, GroupId, Placement, PlacementId};
use crate::text::Message;

use super::super::{say, stage::Stage};

/// A thing with all that is chosen with it: its group, unless that was entered.
pub fn whole_of(id: &PlacementId, stage: &Stage) -> Vec<PlacementId> {
    whole(vec![id.clone()], stage)
}

/// Things with all that is chosen with them, in the order of the first of each group.
pub fn whole(ids: Vec<PlacementId>, stage: &Stage) -> Vec<PlacementId> {
    let group_of = |id: &PlacementId| stage.board.thing(id).and_then(|thing| thing.group.clone());
    let shut = |group: &GroupId| stage.entered.as_ref() != Some(group);
    let groups: HashSet<GroupId> = ids.iter().filter_map(group_of).filter(shut).collect();
    if groups.is_empty() {
        return ids;
    }
    let mut members: HashMap<&GroupId, Vec<PlacementId>> = HashMap::new();
    for thing in stage.board.design().placements() {
        if let Some(group) = thing.group.as_ref().filter(|group| groups.contains(group)) {
            members.entry(group).or_default().push(thing.id.clone());
        }
    }
    let mut seen = HashSet::new();
    let mut all = Vec::with_capacity(ids.len());
    for id in ids {
        let group = group_of(&id);
        let mates = group.and_then(|group| members.remove(&group));
        let one = std::iter::once(id);
        all.extend(
            one.chain(mates.unwrap_or_default())
                .filter(|id| seen.insert(id.clone())),
        );
    }
    all
}

/// What is chosen and free, each group as one unit.
pub fn units(stage: &Stage) -> Vec<Vec<Arc<Placement>>> {
    let mut units: Vec<Vec<Arc<Placement>>> = Vec::new();
    let mut known: HashMap<GroupId, usize> = HashMap::new();
    for thing in stage.free_things() {
        let group = thing
            .group
            .clone()
            .filter(|group| stage.entered.as_ref() != Some(group));
        match group.as_ref().and_then(|group| known.get(group)) {
            Some(at) => units[*at].push(thing),
            None => {
                if let Some(group) = group {
                    known.insert(group, units.len());
                }
                units.push(vec![thing]);
            }
        }
    }
    units
}

/// Whether at least so many units are chosen and free. Asked after every step, of thousands of things: it
/// ends at the last unit that it needs.
pub fn are_units(stage: &Stage, wanted: usize) -> bool {
    let mut groups: HashSet<&GroupId> = HashSet::new();
    let free = stage.chosen().filter(|thing| !thing.locked);
    let firsts = free.filter(|thing| match thing.group.as_ref() {
        Some(group) if stage.entered.as_ref() != Some(group) => groups.insert(group),
        _ => true,
    });
    firsts.take(wanted).count() == wanted
}

/// Whether all of several things are one group already.
pub fn is_one_group(things: &[&Arc<Placement>]) -> bool {
    let group = things.first().and_then(|thing| thing.group.as_ref());
    group.is_some() && things.iter().all(|thing| thing.group.as_ref() == group)
}

/// Makes what is chosen one group; groups among it become part of it.
pub(super) fn group(stage: &mut Stage) {
    let things: Vec<_> = stage.selected_things().into_iter().cloned().collect();
    let fresh = stage.board.design().fresh_group_ids(1).pop();
    let ids = stage.selection.clone();
    stage.entered = None;
    if stage.commit(&Command::Group(ids, fresh), say::label("step-grouped", &things)) {
        stage.announce(Message::new("say-grouped").with("n", things.len()));
    }
}

/// Dissolves every group of which something is chosen.
pub(super) fn ungroup(stage: &mut Stage) {
    let groups: HashSet<GroupId> = stage
        .selected_things()
        .into_iter()
        .filter_map(|thing| thing.group.clone())
        .collect();
    let members = stage.board.design().placements().iter();
    let things: Vec<_> = members
        .filter(|thing| thing.group.as_ref().is_some_and(|group| groups.contains(group)))
        .cloned()
        .collect();
    let ids = things.iter().map(|thing| thing.id.clone()).collect();
    stage.entered = None;
    if stage.commit(&Command::Group(ids, None), say::label("step-ungrouped", &things)) {
        stage.announce(Message::new("say-ungrouped").with("n", things.len()));
    }
}

/// Enters the group that is chosen: its first thing alone is chosen.
pub(super) fn enter(stage: &mut Stage) {
    if let Some(id) = stage.selection.first().cloned() {
        enter_at(&id, stage);
    }
}

/// Enters the group of a thing, and chooses it alone; false for one in no group that is shut.
pub fn enter_at(id: &PlacementId, stage: &mut Stage) -> bool {
    let group = stage.board.thing(id).and_then(|thing| thing.group.clone());
    let Some(group) = group.filter(|group| stage.entered.as_ref() != Some(group)) else {
        return false;
    };
    stage.entered = Some(group);
    stage.select(vec![id.clone()]);
    stage.announce(say::selected(stage));
    true
}
