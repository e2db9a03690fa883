//! What a tap, two taps and a box do to what is selected.

use std::collections::HashSet;

use crate::design::{Command, Placement, PlacementId};
use crate::editor::{Pointer, StepLabel};
use crate::geometry::{Bounds, WorldPt};
use crate::scene::HandleKind;

use super::super::handles::reach_px;
use super::super::stage::Stage;
use super::super::{perform, reshape, say, snap};
use super::press::Press;
use super::select::On;

/// A press that was let go where it began.
pub(super) fn tap(press: Press, target: &On, stage: &mut Stage) {
    let adds = press.mods.shift || press.mods.command;
    match target {
        On::Ground if adds => {}
        On::Ground => {
            if !stage.selection.is_empty() {
                stage.select(Vec::new());
                stage.announce(say::selected(stage));
            }
        }
        On::Thing(id) if adds => {
            let mut chosen = stage.selection.clone();
            match chosen.iter().position(|known| known == id) {
                Some(at) => {
                    chosen.remove(at);
                }
                None => chosen.push(id.clone()),
            }
            stage.select(chosen);
            stage.announce(say::selected(stage));
        }
        On::Thing(id) => {
            stage.choose_corner(None);
            if stage.selection != [id.clone()] {
                stage.select(vec![id.clone()]);
                stage.announce(say::selected(stage));
            }
        }
        On::Handle(HandleKind::Corner(at)) => {
            stage.choose_corner(Some(*at).filter(|at| stage.corner != Some(*at)))
        }
        On::Handle(_) => {}
    }
}

/// Two quick taps: on a corner take it out, on a side put one in.
pub(super) fn double(pointer: Pointer, stage: &mut Stage) {
    let Some(thing) = stage.only_selected().cloned() else {
        return;
    };
    let Some(points) = reshape::corners(&thing.shape) else {
        return;
    };
    let world = stage.world(pointer.at);
    let reach = stage.view.metres_from_pixels(reach_px(pointer.kind));
    let near = |point: &WorldPt| point.distance(world);
    let corner = (0..points.len()).min_by(|a, b| near(&points[*a]).total_cmp(&near(&points[*b])));
    if let Some(corner) = corner.filter(|at| near(&points[*at]) <= reach) {
        stage.choose_corner(Some(corner));
        perform::remove_corner(stage);
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

/// Selects what lies wholly in a box that is upright on the screen, beside what was selected.
pub(super) fn enclose(from: WorldPt, to: WorldPt, stage: &mut Stage) {
    stage.asked.overlay = true;
    let (view, zero) = (stage.view, WorldPt::default());
    // The box is level once the sheet is turned as it is seen.
    let level = Bounds::of([from, to].map(|point| point.turned_about(zero, view.turn)));
    let (Some(bounds), Some(level)) = (Bounds::of(view.box_between(from, to)), level) else {
        return;
    };
    let known: HashSet<&PlacementId> = stage.selection.iter().collect();
    let inside = |thing: &Placement| {
        if stage.hides(thing) {
            return false;
        }
        let seen = thing.shape.turned(zero, view.turn).map(|shape| shape.bounds());
        seen.is_ok_and(|own| level.contains(own.min) && level.contains(own.max))
    };
    let found = stage.board.in_box(bounds).filter(|(thing, _)| inside(thing));
    let mut found: Vec<PlacementId> = found
        .map(|(thing, _)| thing.id.clone())
        .filter(|id| !known.contains(id))
        .collect();
    found.sort_by(|a, b| (a.as_str().len(), a).cmp(&(b.as_str().len(), b)));
    let mut chosen = stage.selection.clone();
    chosen.extend(found);
    stage.select(chosen);
    stage.announce(say::selected(stage));
}
