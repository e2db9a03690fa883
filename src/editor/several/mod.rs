//! What is done to several things at once: chosen by a ring, aligned, distributed, grouped, locked,
//! hidden, copied, laid in a row, made another kind. Each is one step.

mod align;
pub(super) mod can;
mod choosing;
mod copies;
mod grouping;
mod hiding;
mod pasting;
mod replace;
mod ring;
mod row;
mod scale;
mod together;

use std::sync::Arc;

use crate::catalogue::Catalogue;
use crate::design::{Command, Placement, PlacementShape};
use crate::geometry::{ScreenPt, View, WorldPt, WorldVec};
use crate::text::Message;

use super::stage::Stage;
use super::{Action, Event, say};

pub(super) use align::Edge;
pub(super) use choosing::{Round, done_choosing, put_back_choosing};
pub(super) use copies::copies;
pub(super) use grouping::{enter_at, whole_of};
pub(super) use pasting::{clip, paste};
pub(super) use replace::others;
pub(super) use ring::{Reach, choose_in};
pub use row::Toward;
pub(super) use row::{row, row_can_be, row_made};
pub(super) use scale::grow_together;
pub(super) use together::{By, Together, handle_at_common, handles_of_common};

/// Does an action on several things; false for one that is not of these.
pub(super) fn perform(action: Action, stage: &mut Stage) -> bool {
    match action {
        Action::Delete => choosing::delete(stage),
        Action::Duplicate => choosing::duplicate(stage),
        Action::SelectAll => choosing::select_all(stage),
        Action::SelectKind => choosing::select_kind(stage),
        Action::ChooseSeveral => choosing::choose_several(stage),
        Action::ChooseByRing => choosing::choose_by(Round::Ring, stage),
        Action::ChooseByBox => choosing::choose_by(Round::Box, stage),
        Action::AlignLeft => align::align(Edge::Left, stage),
        Action::AlignCentre => align::align(Edge::Centre, stage),
        Action::AlignRight => align::align(Edge::Right, stage),
        Action::AlignTop => align::align(Edge::Top, stage),
        Action::AlignMiddle => align::align(Edge::Middle, stage),
        Action::AlignBottom => align::align(Edge::Bottom, stage),
        Action::DistributeAcross => align::distribute(false, stage),
        Action::DistributeAlong => align::distribute(true, stage),
        Action::Group => grouping::group(stage),
        Action::Ungroup => grouping::ungroup(stage),
        Action::EnterGroup => grouping::enter(stage),
        Action::Lock => lock(true, stage),
        Action::Unlock => lock(false, stage),
        Action::Hide => hiding::hide(stage),
        Action::ShowAll => hiding::show_all(stage),
        _ => return false,
    }
    true
}

/// What a panel asks to be done with several things.
pub(super) fn take(event: &Event, stage: &mut Stage) {
    match event {
        Event::Row { count, gap, toward } => {
            row(*count, *gap, *toward, stage);
        }
        Event::Replace(kind) => replace::replace(kind, stage),
        _ => {}
    }
}

/// The axes of the screen on the sheet: to the right and up, each one metre long.
fn axes(view: &View) -> (WorldVec, WorldVec) {
    let at = |x: f64, y: f64| view.world_from_screen(ScreenPt::new(x, y));
    let right = (at(1.0, 0.0) - at(0.0, 0.0)).unit();
    let up = (at(0.0, 0.0) - at(0.0, 1.0)).unit();
    (
        right.unwrap_or(WorldVec::new(1.0, 0.0)),
        up.unwrap_or(WorldVec::new(0.0, 1.0)),
    )
}

/// From where to where a thing reaches along a direction, in metres from the sheet's origin.
fn reach(thing: &Placement, along: WorldVec, catalogue: &Catalogue) -> (f64, f64) {
    let origin = WorldPt::default();
    let over = |points: &[WorldPt], more: f64| {
        let places = points.iter().map(|point| (*point - origin).dot(along));
        places.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), at| {
            (low.min(at - more), high.max(at + more))
        })
    };
    let round = catalogue.kind(&thing.kind).is_some_and(|kind| kind.round);
    match &thing.shape {
        PlacementShape::Rectangle { at, size, .. } if round => {
            let middle = (*at - origin).dot(along);
            (middle - size.x / 2.0, middle + size.x / 2.0)
        }
        PlacementShape::Rectangle { at, size, turn } => {
            let own = along.turned(-turn.degrees());
            let half = (own.x.abs() * size.x + own.y.abs() * size.y) / 2.0;
            let middle = (*at - origin).dot(along);
            (middle - half, middle + half)
        }
        PlacementShape::Area(outline) => over(outline.corners(), 0.0),
        PlacementShape::Path { line, width } => over(line.points(), width / 2.0),
    }
}

/// From where to where several shapes reach together.
fn reach_of(things: &[Arc<Placement>], along: WorldVec, stage: &Stage) -> (f64, f64) {
    let all = things
        .iter()
        .map(|thing| reach(thing, along, &stage.project.catalogue));
    all.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), (from, to)| {
        (low.min(from), high.max(to))
    })
}

/// Holds what is chosen where it is, or lets it go.
fn lock(locked: bool, stage: &mut Stage) {
    let things: Vec<_> = stage
        .selected_things()
        .into_iter()
        .filter(|thing| thing.locked != locked)
        .cloned()
        .collect();
    let ids = things.iter().map(|thing| thing.id.clone()).collect();
    let key = if locked { "step-locked" } else { "step-unlocked" };
    if stage.commit(&Command::Lock(ids, locked), say::label(key, &things)) {
        stage.announce(say::about(
            if locked { "say-locked" } else { "say-unlocked" },
            &things,
        ));
    }
}

/// Says how many of what is chosen stay where they are because they are locked.
pub(super) fn tell_locked(stage: &mut Stage) {
    let locked = stage
        .selected_things()
        .iter()
        .filter(|thing| thing.locked)
        .count();
    if locked > 0 {
        stage.tell(Message::new("say-locked-stayed").with("n", locked));
    }
}
