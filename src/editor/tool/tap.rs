//! What a tap and two taps do to what is selected.

use std::collections::HashSet;

use crate::design::{Command, PlacementId};
use crate::editor::{Pointer, StepLabel};
use crate::geometry::WorldPt;
use crate::scene::HandleKind;
use crate::text::Message;

use super::super::handles::reach_px;
use super::super::stage::Stage;
use super::super::{corners, hit, reshape, say, several, snap};
use super::press::{Press, tolerance_px};
use super::select::On;

/// A press that was let go where it began.
pub(super) fn tap(press: Press, target: &On, stage: &mut Stage) {
    let takes = press.mods.alt;
    let adds = press.mods.shift || press.mods.command || stage.choosing.is_some();
    match target {
        On::Ground if adds || takes => {}
        On::Ground => {
            if !stage.selection.is_empty() {
                stage.select(Vec::new());
                stage.announce(say::selected(stage));
            }
        }
        On::Thing(id) => {
            let own = several::whole_of(id, stage);
            if adds || takes {
                return add_or_take(&own, takes, stage);
            }
            stage.choose_corner(None);
            if stage.selection != own {
                stage.select(own);
                stage.announce(say::selected(stage));
            }
        }
        On::Handle(HandleKind::Corner(at)) => {
            stage.choose_corner(Some(*at).filter(|at| stage.corner != Some(*at)))
        }
        On::Handle(_) => {}
    }
}

/// Adds things to what is selected; those that are all selected already, or are to be, are taken
/// away.
fn add_or_take(own: &[PlacementId], takes: bool, stage: &mut Stage) {
    let known: HashSet<&PlacementId> = stage.selection.iter().collect();
    let all_there = own.iter().all(|id| known.contains(id));
    let chosen = if takes || all_there {
        let left = stage.selection.iter().filter(|id| !own.contains(id));
        left.cloned().collect()
    } else {
        let new = own.iter().filter(|id| !known.contains(id));
        stage.selection.iter().chain(new).cloned().collect()
    };
    stage.select(chosen);
    stage.announce(say::selected(stage));
}

/// Two quick taps: on a group enter it, on a corner take it out, on a side put one in.
pub(super) fn double(pointer: Pointer, stage: &mut Stage) {
    if stage.choosing.is_some() {
        return;
    }
    let tolerance = stage.view.metres_from_pixels(tolerance_px(pointer.kind));
    let under = hit::thing_at(stage, stage.world(pointer.at), tolerance).map(|thing| thing.id.clone());
    if under.is_some_and(|id| stage.is_selected(&id) && several::enter_at(&id, stage)) {
        return;
    }
    let Some(thing) = stage.only_selected().cloned() else {
        return;
    };
    if thing.locked {
        return stage.tell(Message::new("why-locked"));
    }
    let Some(points) = reshape::corners(&thing.shape) else {
        return;
    };
    let world = stage.world(pointer.at);
    let reach = stage.view.metres_from_pixels(reach_px(pointer.kind));
    let near = |point: &WorldPt| point.distance(world);
    let corner = (0..points.len()).min_by(|a, b| near(&points[*a]).total_cmp(&near(&points[*b])));
    if let Some(corner) = corner.filter(|at| near(&points[*at]) <= reach) {
        stage.choose_corner(Some(corner));
        corners::remove(stage);
        return;
    }
    let sides = snap::sides_of(&thing.shape);
    let feet = sides.iter().map(|side| side.nearest(world)).enumerate();
    let nearest = feet.min_by(|a, b| near(&a.1).total_cmp(&near(&b.1)));
    let Some((side, foot)) = nearest.filter(|(_, foot)| near(foot) <= reach) else {
        return;
    };
    if let Ok(shape) = reshape::inserted(&thing.shape, side, foot) {
        let mut next = (*thing).clone();
        next.shape = shape;
        if stage.commit(
            &Command::Put(vec![next]),
            StepLabel::new("step-reshaped", 1, Some(&thing.kind)),
        ) {
            stage.choose_corner(Some(side + 1));
        }
    }
}
