//! Does what the action table offers, where no tool does it itself.

use std::sync::Arc;

use crate::design::{Command, Placement, PlacementShape};
use crate::geometry::{Bounds, Outline, OutlineFault, ScreenPt, ScreenVec, WorldPt, WorldVec};
use crate::text::Message;

use super::reshape::{Frame, in_frame, resized_to};
use super::say::label;
use super::stage::Stage;
use super::tool::{nudge, turning};
use super::{Action, Editor, Mods, corners, say, several, walk};

/// How far an arrow key moves what is selected, and with Shift, in metres.
const NUDGE_M: (f64, f64) = (0.1, 1.0);
/// How far it moves with Control or Command, in metres.
const NUDGE_FINE_M: f64 = 0.01;
/// What one press of wider, narrower, deeper or shallower adds or takes, in metres.
const SIDE_M: f64 = 0.1;
/// What one press of grow or shrink adds to or takes from width and depth, in metres.
const GROW_M: f64 = 0.5;
/// How far an arrow key moves the view, in pixels.
const PAN_PX: f64 = 80.0;
/// What one press of zoom does to the scale.
const ZOOM: f64 = 1.25;
/// How far one press turns the view, in degrees.
const TURN_VIEW: f64 = 15.0;
/// Pixels left free around what is selected when it is fitted.
const SELECTION_MARGIN: f64 = 64.0;

/// Does an action on the stage. The tools, and what is the shell's, are not done here.
pub(super) fn perform(action: Action, mods: Mods, stage: &mut Stage) {
    let near = if mods.command { NUDGE_FINE_M } else { NUDGE_M.0 };
    if let Some(by) = nudge(action, mods, near, NUDGE_M.1) {
        return shift(stage.view.upright(by), stage);
    }
    if let Some(degrees) = turning(action) {
        return turn(degrees, stage);
    }
    if several::perform(action, stage) {
        return;
    }
    match action {
        Action::Undo => undo(stage),
        Action::Redo => redo(stage),
        Action::Grow => grow((GROW_M, GROW_M), stage),
        Action::Shrink => grow((-GROW_M, -GROW_M), stage),
        Action::Wider => grow((SIDE_M, 0.0), stage),
        Action::Narrower => grow((-SIDE_M, 0.0), stage),
        Action::Deeper => grow((0.0, SIDE_M), stage),
        Action::Shallower => grow((0.0, -SIDE_M), stage),
        Action::AddCorner => corners::add(stage),
        Action::RemoveCorner => corners::remove(stage),
        Action::NextCorner => corners::step(true, stage),
        Action::PreviousCorner => corners::step(false, stage),
        Action::SelectNext => walk::step(1, stage),
        Action::SelectPrevious => walk::step(-1, stage),
        Action::ClearMeasure => {
            stage.measured = None;
            stage.asked.overlay = true;
        }
        Action::SelectNone => {
            stage.select(Vec::new());
            stage.announce(say::selected(stage));
        }
        Action::NextSnap => stage.snap_to(stage.snap.next()),
        _ => look(action, stage),
    }
}

fn look(action: Action, stage: &mut Stage) {
    let view = stage.view;
    let middle = ScreenPt::new(view.size.x / 2.0, view.size.y / 2.0);
    let next = match action {
        Action::ZoomIn => view.zoomed_at(middle, ZOOM),
        Action::ZoomOut => view.zoomed_at(middle, 1.0 / ZOOM),
        Action::PanLeft => view.panned(ScreenVec::new(PAN_PX, 0.0)),
        Action::PanRight => view.panned(ScreenVec::new(-PAN_PX, 0.0)),
        Action::PanUp => view.panned(ScreenVec::new(0.0, PAN_PX)),
        Action::PanDown => view.panned(ScreenVec::new(0.0, -PAN_PX)),
        Action::Fit => view.fitted(stage.project.estate.bounds(), Editor::MARGIN),
        Action::FitSelection => match common_bounds(&selected(stage)) {
            Some(bounds) => view.fitted(bounds, SELECTION_MARGIN),
            None => view,
        },
        Action::TurnViewLeft => view.turned_to(next_turn(view.turn, 1.0)),
        Action::TurnViewRight => view.turned_to(next_turn(view.turn, -1.0)),
        Action::NorthUp => view.turned_to(0.0),
        Action::LevelSelected => match stage.only_selected() {
            Some(thing) => view.turned_to(-super::handles::direction_of(&thing.shape)),
            None => view,
        },
        _ => view,
    };
    stage.look(next);
    if next.turn != view.turn {
        stage.announce(say::view_turned(next.turn));
    } else {
        stage.asked.said.push(super::Effect::Looked);
    }
}

/// The next multiple of [`TURN_VIEW`] to the left (1) or to the right (-1).
fn next_turn(turn: f64, way: f64) -> f64 {
    // A thousandth less than a whole step, so that a multiple goes on to the next one.
    way * ((way * turn / TURN_VIEW + 1e-3).floor() + 1.0) * TURN_VIEW
}

fn undo(stage: &mut Stage) {
    if let Some(label) = stage.board.undo() {
        stage.corner = None;
        stage.design_changed();
        stage.announce(say::undone(&label));
    }
}

fn redo(stage: &mut Stage) {
    if let Some(label) = stage.board.redo() {
        stage.corner = None;
        stage.design_changed();
        stage.announce(say::redone(&label));
    }
}

fn selected(stage: &Stage) -> Vec<Arc<Placement>> {
    stage.selected_things().into_iter().cloned().collect()
}

pub(super) fn common_bounds(things: &[Arc<Placement>]) -> Option<Bounds> {
    things
        .iter()
        .map(|thing| thing.shape.bounds())
        .reduce(Bounds::joined)
}

/// Gives every selected thing the shape that a function makes of it, as one step; true when it
/// was made. Where one cannot be, none is, and it is told why.
pub(super) fn reshape(
    key: &'static str,
    stage: &mut Stage,
    shape: impl Fn(&Stage, &Placement) -> Result<PlacementShape, OutlineFault>,
) -> bool {
    let label = label(key, &stage.free_things());
    reshaped(stage, shape).is_some_and(|command| stage.commit(&command, label))
}

/// The same for a key that may be held: pressed again on the same things, it goes into the same step.
pub(super) fn reshape_in_run(
    key: &'static str,
    stage: &mut Stage,
    shape: impl Fn(&Stage, &Placement) -> Result<PlacementShape, OutlineFault>,
) -> bool {
    let label = label(key, &stage.free_things());
    reshaped(stage, shape).is_some_and(|command| stage.commit_in_run(&command, label))
}

/// The change that gives every selected thing that is not locked the shape that a function makes of
/// it; where one cannot be, it is told why and there is none.
fn reshaped(
    stage: &mut Stage,
    shape: impl Fn(&Stage, &Placement) -> Result<PlacementShape, OutlineFault>,
) -> Option<Command> {
    let things = stage.free_things();
    if things.is_empty() && !stage.selection.is_empty() {
        stage.tell(Message::new("why-locked"));
        return None;
    }
    let next = things.iter().map(|thing| {
        Ok::<_, OutlineFault>(Placement {
            shape: shape(stage, thing)?,
            ..(**thing).clone()
        })
    });
    match next.collect::<Result<Vec<_>, _>>() {
        Ok(next) => {
            several::tell_locked(stage);
            Some(Command::Put(next))
        }
        Err(fault) => {
            stage.tell(say::outline_fault(fault));
            None
        }
    }
}

fn shift(by: WorldVec, stage: &mut Stage) {
    if corners::shift(by, stage) {
        return;
    }
    if reshape_in_run("step-moved", stage, |_, thing| thing.shape.moved(by)) {
        let things = selected(stage);
        if let Some(bounds) = common_bounds(&things) {
            stage.reveal(bounds);
        }
        stage.announce(say::moved(stage, &things));
    }
}

/// Turns one thing about its middle, several about the middle of them all.
fn turn(degrees: f64, stage: &mut Stage) {
    let things = stage.free_things();
    let centre = match things.as_slice() {
        [thing] => thing.shape.centre(),
        _ => common_bounds(&things).unwrap_or_default().centre(),
    };
    let turned = reshape_in_run("step-turned", stage, |_, thing| {
        thing.shape.turned(centre, degrees)
    });
    match (turned, stage.free_things().as_slice()) {
        (true, [thing]) => stage.announce(say::turned(thing, super::handles::direction_of(&thing.shape))),
        (true, things) => stage.announce(say::turned_many(things.len(), degrees)),
        (false, _) => {}
    }
}

/// So many metres of width and depth more; an area or path without a frame grows as a whole, and several about the
/// middle of them all.
fn grow(by: (f64, f64), stage: &mut Stage) {
    if by.0 == by.1 && stage.free_things().len() > 1 {
        return several::grow_together(by.0, stage);
    }
    let grown = reshape_in_run("step-resized", stage, |stage, thing| {
        let kind = stage.kind(thing).map(|kind| &**kind);
        if kind.is_some_and(|kind| !kind.is_resizable()) {
            return Ok(thing.shape.clone());
        }
        match Frame::of(&thing.shape) {
            Some(frame) => {
                let frame = resized_to(&frame, frame.size.x + by.0, frame.size.y + by.1, kind);
                Ok(in_frame(&thing.shape, &frame))
            }
            None if by.0 != by.1 => Ok(thing.shape.clone()),
            None => scaled(&thing.shape, by.0),
        }
    });
    if let (true, Some(thing)) = (grown, selected(stage).first()) {
        stage.announce(say::resized(thing));
    }
}

/// An area or path with its longer side so many metres longer, the same form about its middle.
pub(super) fn scaled(shape: &PlacementShape, by: f64) -> Result<PlacementShape, OutlineFault> {
    let bounds = shape.bounds();
    let longer = bounds.width().max(bounds.height()).max(0.1);
    let factor = ((longer + by) / longer).max(0.1);
    let centre = shape.centre();
    let apart = |point: &WorldPt| centre + (*point - centre) * factor;
    match shape {
        PlacementShape::Rectangle { .. } => Ok(shape.clone()),
        PlacementShape::Area(outline) => {
            Outline::new(outline.corners().iter().map(apart)).map(PlacementShape::Area)
        }
        PlacementShape::Path { line, width } => crate::geometry::Line::new(line.points().iter().map(apart))
            .map(|line| PlacementShape::Path { line, width: *width })
            .ok_or(OutlineFault::OutOfReach),
    }
}
