//! Selecting, moving, resizing, turning, reshaping: the tool that is in the hand at rest.

use std::sync::Arc;

use crate::design::{Placement, PlacementId};
use crate::editor::{Action, Cursor, Pointer, PointerKind};
use crate::geometry::WorldPt;
use crate::scene::{HandleKind, Held, Measured, Overlay};
use crate::text::Message;

use super::super::fingers::Pan;
use super::super::handles::{Handles, handle_at, handles_of};
use super::super::hit;
use super::super::reshape::Frame;
use super::super::stage::Stage;
use super::Input;
use super::grip::{Grip, Hold};
use super::press::{Press, tolerance_px};
use super::tap::{double, enclose, tap};

/// What a pointer is on.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::editor) enum On {
    #[default]
    Ground,
    Thing(PlacementId),
    Handle(HandleKind),
}

/// The select tool in its state.
#[derive(Clone, Debug)]
pub(in crate::editor) enum Select {
    /// Nothing is pressed; what the mouse is over.
    Idle(On),
    /// Pressed, and not moved far enough to be a drag.
    Pointing(Press, On),
    /// The ground is dragged: the view moves.
    Panning(Pan),
    /// A box is pulled open with Shift.
    Marquee(Press, WorldPt),
    /// Things are in the hand.
    Holding(Box<Grip>),
}

impl Default for Select {
    fn default() -> Self {
        Self::Idle(On::Ground)
    }
}

impl Select {
    #[must_use]
    pub fn on(self, input: Input, stage: &mut Stage) -> Self {
        match (self, input) {
            (Self::Idle(_), Input::Down(pointer)) => {
                Self::Pointing(Press::of(pointer, stage), on(stage, pointer))
            }
            (Self::Idle(over), Input::Move(pointer, pressed)) => hover(over, pointer, pressed, stage),
            (Self::Idle(over), Input::Double(pointer)) => {
                double(pointer, stage);
                Self::Idle(over)
            }
            (Self::Pointing(press, target), Input::Move(pointer, _)) => drag(press, target, pointer, stage),
            (Self::Pointing(press, target), Input::Up(_)) => {
                tap(press, &target, stage);
                Self::Idle(target)
            }
            (Self::Panning(pan), Input::Move(pointer, _)) => {
                stage.look(pan.view_at(&stage.view, pointer.at));
                Self::Panning(pan)
            }
            (Self::Panning(pan), Input::PutBack | Input::Act(Action::Cancel, _)) => {
                stage.look(pan.undone(&stage.view));
                Self::default()
            }
            (Self::Marquee(press, _), Input::Move(pointer, _)) => {
                stage.asked.overlay = true;
                Self::Marquee(press, stage.world(pointer.at))
            }
            (Self::Marquee(press, _), Input::Up(pointer)) => {
                enclose(press.world, stage.world(pointer.at), stage);
                Self::default()
            }
            (Self::Holding(mut grip), Input::Move(pointer, _)) => {
                grip.to(pointer, stage);
                Self::Holding(grip)
            }
            (Self::Holding(mut grip), Input::Up(pointer)) => {
                grip.to(pointer, stage);
                grip.put_down(stage);
                Self::default()
            }
            (Self::Holding(grip), Input::PutBack | Input::Act(Action::Cancel, _)) => {
                grip.put_back(stage);
                Self::default()
            }
            (_, Input::PutBack | Input::Up(_) | Input::Act(Action::Cancel, _)) => {
                stage.asked.overlay = true;
                Self::default()
            }
            (state, _) => state,
        }
    }

    pub fn is_gesture(&self) -> bool {
        !matches!(self, Self::Idle(_))
    }
    pub fn path(&self) -> &'static str {
        match self {
            Self::Idle(_) => "select.idle",
            Self::Pointing(..) => "select.pointing",
            Self::Panning(_) => "select.panning",
            Self::Marquee(..) => "select.marquee",
            Self::Holding(grip) => match grip.hold {
                Hold::Move => "select.dragging",
                Hold::Size(..) => "select.resizing",
                Hold::Turn => "select.rotating",
                Hold::Corner(_) => "select.reshaping",
            },
        }
    }
    /// What the thing in the hand has snapped to.
    pub fn snapped(&self) -> Option<&Message> {
        match self {
            Self::Holding(grip) => grip.said.as_ref(),
            _ => None,
        }
    }
    pub fn hint(&self, stage: &Stage) -> Option<&'static str> {
        match self {
            Self::Holding(grip) => Some(match grip.hold {
                Hold::Move => "hint-dragging",
                Hold::Size(..) => "hint-resizing",
                Hold::Turn => "hint-rotating",
                Hold::Corner(_) => "hint-reshaping",
            }),
            Self::Marquee(..) => Some("hint-marquee"),
            _ if stage.board.design().placements().is_empty() => Some("hint-empty"),
            _ => match stage.selection.len() {
                0 => None,
                1 if stage.corner.is_some() => Some("hint-corner"),
                1 => Some("hint-selected"),
                _ => Some("hint-selected-many"),
            },
        }
    }
    pub fn cursor(&self, stage: &Stage) -> Cursor {
        match self {
            Self::Idle(On::Ground) | Self::Pointing(_, On::Ground) => Cursor::Arrow,
            Self::Idle(On::Thing(id)) | Self::Pointing(_, On::Thing(id)) if stage.is_selected(id) => {
                Cursor::Move
            }
            Self::Idle(On::Thing(_)) | Self::Pointing(_, On::Thing(_)) => Cursor::Pointer,
            Self::Idle(On::Handle(handle)) | Self::Pointing(_, On::Handle(handle)) => {
                handle_cursor(*handle, stage)
            }
            Self::Panning(_) => Cursor::Grabbing,
            Self::Marquee(..) => Cursor::Cross,
            Self::Holding(grip) => match grip.hold {
                Hold::Move => Cursor::Move,
                Hold::Size(x, y) => handle_cursor(HandleKind::Size(x, y), stage),
                Hold::Turn => Cursor::Turn,
                Hold::Corner(_) => Cursor::Corner,
            },
        }
    }

    pub fn in_hand(&self) -> &[Arc<Placement>] {
        match self {
            Self::Holding(grip) => &grip.now,
            _ => &[],
        }
    }
    pub fn overlay(&self, stage: &Stage) -> Overlay {
        let mut overlay = Overlay::default();
        match self {
            Self::Holding(grip) => {
                overlay.held = grip
                    .now
                    .iter()
                    .map(|thing| Held {
                        thing: thing.clone(),
                        ghost: false,
                        refused: false,
                    })
                    .collect();
                overlay.selected = grip.now.iter().map(|thing| thing.shape.clone()).collect();
                overlay.guides.clone_from(&grip.guides);
                overlay.angle = grip.angle;
                overlay.carried = grip.carried();
                if let ([thing], false) = (grip.now.as_slice(), grip.hold == Hold::Move) {
                    overlay.dimensions = dimensions(&thing.shape);
                    let corner = if let Hold::Corner(at) = grip.hold {
                        Some(at)
                    } else {
                        None
                    };
                    show_handles(
                        &mut overlay,
                        handles_of(&thing.shape, stage.kind(thing).map(|k| &**k), &stage.view, corner),
                    );
                }
                return overlay;
            }
            Self::Marquee(press, now) => overlay.marquee = Some(stage.view.box_between(press.world, *now)),
            Self::Idle(On::Thing(id)) if !stage.is_selected(id) => {
                overlay.hovered = stage.board.thing(id).map(|thing| thing.shape.clone());
            }
            _ => {}
        }
        overlay.selected = stage
            .selected_things()
            .iter()
            .map(|thing| thing.shape.clone())
            .collect();
        if let Some(thing) = stage.only_selected() {
            overlay.dimensions = dimensions(&thing.shape);
            show_handles(&mut overlay, handles(stage).unwrap_or_default());
        }
        overlay
    }
}

fn show_handles(overlay: &mut Overlay, handles: Handles) {
    overlay.stem = handles.stem;
    overlay.handles = handles.all;
}

/// The handles of the one thing selected.
fn handles(stage: &Stage) -> Option<Handles> {
    let thing = stage.only_selected()?;
    let kind = stage.kind(thing).map(|kind| &**kind);
    Some(handles_of(&thing.shape, kind, &stage.view, stage.corner))
}

/// What a pointer is on: a handle of what is selected, a thing, or the ground.
fn on(stage: &Stage, pointer: Pointer) -> On {
    let world = stage.world(pointer.at);
    let handle = stage.only_selected().and_then(|thing| {
        let handles = handles(stage)?;
        handle_at(&handles, &thing.shape, &stage.view, world, pointer.kind)
    });
    if let Some(handle) = handle {
        return On::Handle(handle);
    }
    let tolerance = stage.view.metres_from_pixels(tolerance_px(pointer.kind));
    hit::thing_at(stage, world, tolerance).map_or(On::Ground, |thing| On::Thing(thing.id.clone()))
}

fn hover(over: On, pointer: Pointer, pressed: bool, stage: &mut Stage) -> Select {
    // A finger does not hover; a press that was cancelled waits to be let go.
    if pressed || pointer.kind == PointerKind::Touch {
        return Select::Idle(over);
    }
    let now = on(stage, pointer);
    stage.asked.overlay |= now != over;
    Select::Idle(now)
}

/// A press that may have become a drag.
fn drag(press: Press, target: On, pointer: Pointer, stage: &mut Stage) -> Select {
    if !press.is_drag(pointer.at) {
        return Select::Pointing(press, target);
    }
    let before = (stage.selection.clone(), stage.corner);
    let grip = match &target {
        On::Ground if press.mods.shift && press.kind != PointerKind::Touch => {
            stage.asked.overlay = true;
            return Select::Marquee(press, stage.world(pointer.at));
        }
        On::Ground => {
            let pan = Pan::start(press.id, press.at, stage.view);
            stage.look(pan.view_at(&stage.view, pointer.at));
            return Select::Panning(pan);
        }
        On::Thing(id) => {
            if !stage.is_selected(id) {
                let mut chosen = if press.mods.shift {
                    stage.selection.clone()
                } else {
                    Vec::new()
                };
                chosen.push(id.clone());
                stage.select(chosen);
            }
            Grip::take(stage, press, id, None, before)
        }
        On::Handle(handle) => {
            let held = stage.only_selected().map(|thing| thing.id.clone());
            held.and_then(|id| Grip::take(stage, press, &id, Some(*handle), before))
        }
    };
    match grip {
        None => Select::default(),
        Some(mut grip) => {
            grip.to(pointer, stage);
            Select::Holding(Box::new(grip))
        }
    }
}

fn handle_cursor(handle: HandleKind, stage: &Stage) -> Cursor {
    let frame = stage.only_selected().and_then(|thing| Frame::of(&thing.shape));
    match (handle, frame) {
        (HandleKind::Size(x, y), Some(frame)) => Cursor::resizing(frame.direction((x, y)) + stage.view.turn),
        (HandleKind::Size(..), None) => Cursor::Arrow,
        (HandleKind::Turn, _) => Cursor::Turn,
        (HandleKind::Corner(_) | HandleKind::Insert(_), _) => Cursor::Corner,
    }
}

/// The lengths that are shown at a shape: width and depth of a rectangle, each side of another.
pub(super) fn dimensions(shape: &crate::design::PlacementShape) -> Vec<Measured> {
    if let Some(frame) = Frame::of(shape) {
        return vec![
            Measured::between(frame.place((-1, -1)), frame.place((1, -1))),
            Measured::between(frame.place((1, -1)), frame.place((1, 1))),
        ];
    }
    let sides = super::super::snap::sides_of(shape);
    sides
        .iter()
        .map(|side| Measured::between(side.from, side.to))
        .collect()
}
