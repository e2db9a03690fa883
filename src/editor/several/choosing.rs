//! Choosing all, all of a kind, one after the other; deleting and duplicating what is chosen.

use std::collections::HashSet;
use std::sync::Arc;

use crate::design::{Command, Placement, PlacementId};
use crate::text::Message;

use super::super::action::Action;
use super::super::perform::common_bounds;
use super::super::{say, stage::Stage};
use super::{axes, copies, reach_of, tell_locked};

/// Metres between a thing and its duplicate.
const BESIDE_M: f64 = 0.5;

/// Chooses all that is wanted, but what is hidden or locked: what comes next would not spare it.
fn select_where(stage: &mut Stage, wanted: impl Fn(&Placement) -> bool) {
    let all = stage.board.design().placements().iter();
    let free = all.filter(|thing| wanted(thing) && !thing.locked && !stage.hides(thing));
    let ids: Vec<PlacementId> = free.map(|thing| thing.id.clone()).collect();
    stage.select(ids);
    stage.announce(say::selected(stage));
}

pub(super) fn select_all(stage: &mut Stage) {
    select_where(stage, |_| true);
}

/// Chooses everything of the kinds that are chosen.
pub(super) fn select_kind(stage: &mut Stage) {
    let kinds: HashSet<_> = stage
        .selected_things()
        .into_iter()
        .map(|thing| thing.kind.clone())
        .collect();
    select_where(stage, |thing| kinds.contains(&thing.kind));
}

/// What a drag draws round the things that are chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Round {
    /// A line by hand.
    #[default]
    Ring,
    /// A box upright on the screen.
    Box,
}

impl Round {
    /// The action that asks for it.
    pub fn action(self) -> Action {
        match self {
            Self::Ring => Action::ChooseByRing,
            Self::Box => Action::ChooseByBox,
        }
    }
}

/// Begins to choose several by taps and by what is drawn round them, or ends it.
pub(super) fn choose_several(stage: &mut Stage) {
    if stage.choosing.is_some() {
        return done_choosing(stage);
    }
    begin(stage);
}

/// Draws a ring or a box round what is chosen from now on; begins to choose where that has not begun.
pub(super) fn choose_by(round: Round, stage: &mut Stage) {
    stage.round = round;
    begin(stage);
}

fn begin(stage: &mut Stage) {
    stage.asked.overlay = true;
    if stage.choosing.is_none() {
        stage.choosing = Some(stage.selection.clone());
    }
    stage.announce(Message::new(match stage.round {
        Round::Ring => "say-choosing",
        Round::Box => "say-choosing-by-box",
    }));
}

/// Ends choosing several; what was chosen stays so.
pub fn done_choosing(stage: &mut Stage) {
    stage.asked.overlay = true;
    if stage.choosing.take().is_some() {
        stage.announce(say::selected(stage));
    }
}

/// Ends choosing several; what was selected before is selected again.
pub fn put_back_choosing(stage: &mut Stage) {
    stage.asked.overlay = true;
    if let Some(before) = stage.choosing.take() {
        let there = before
            .into_iter()
            .filter(|id| stage.board.thing(id).is_some())
            .collect();
        stage.select(there);
        stage.announce(say::selected(stage));
    }
}

pub(super) fn delete(stage: &mut Stage) {
    let things = stage.free_things();
    let ids = things.iter().map(|thing| thing.id.clone()).collect();
    tell_locked(stage);
    if stage.commit(&Command::Remove(ids), say::label("step-deleted", &things)) {
        stage.announce(say::deleted(&things));
    }
}

/// Copies beside the originals, to the right by their common width.
pub(super) fn duplicate(stage: &mut Stage) {
    let things: Vec<Arc<Placement>> = stage.selected_things().into_iter().cloned().collect();
    if common_bounds(&things).is_none() {
        return;
    }
    let (right, _) = axes(&stage.view);
    let (from, to) = reach_of(&things, right, stage);
    let by = right * (to - from + BESIDE_M);
    // At the sheet's edge the copies go to the other side.
    let design = stage.board.design();
    let made = copies(&things, &[by], design).or_else(|_| copies(&things, &[-by], design));
    match made {
        Err(fault) => stage.tell(say::outline_fault(fault)),
        Ok(made) => {
            let ids = made.iter().map(|thing| thing.id.clone()).collect();
            if stage.commit(&Command::Put(made), say::label("step-duplicated", &things)) {
                stage.select(ids);
                stage.announce(say::duplicated(&things));
            }
        }
    }
}
