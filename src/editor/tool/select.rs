//! Selecting, moving, resizing, turning, reshaping: the tool that is in the hand at rest.

use crate::design::PlacementId;
use crate::editor::{Action, Cursor, Pointer, PointerKind};
use crate::geometry::WorldPt;
use crate::scene::HandleKind;
use crate::text::Message;

use super::super::fingers::Pan;
use super::super::handles::{Handles, handle_at, handles_of};
use super::super::hit;
use super::super::reshape::Frame;
use super::super::several::{self, By, Reach, Round, Together};
use super::super::stage::Stage;
use super::Input;
use super::grip::{Grip, Hold};
use super::press::{Press, tolerance_px};
use super::tap::{double, tap};

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
    /// A box is pulled open: with Shift it adds, with Alt it takes away.
    Marquee(Press, WorldPt),
    /// A ring is drawn round things by hand.
    Lasso(Press, Vec<WorldPt>),
    /// Several are in the hand by a handle of their common box.
    Together(Box<Together>),
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
                let ring = stage.view.box_between(press.world, stage.world(pointer.at));
                several::choose_in(&ring, Reach::of(press.mods), stage);
                Self::default()
            }
            (Self::Lasso(press, mut ring), Input::Move(pointer, _)) => {
                lengthen(&mut ring, stage.world(pointer.at), stage);
                Self::Lasso(press, ring)
            }
            (Self::Lasso(press, mut ring), Input::Up(pointer)) => {
                lengthen(&mut ring, stage.world(pointer.at), stage);
                several::choose_in(&ring, Reach::of(press.mods), stage);
                Self::default()
            }
            (Self::Together(mut held), Input::Move(pointer, _)) => {
                held.to(pointer, stage);
                Self::Together(held)
            }
            (Self::Together(mut held), Input::Up(pointer)) => {
                held.to(pointer, stage);
                held.put_down(stage);
                Self::default()
            }
            (Self::Together(held), Input::PutBack | Input::Act(Action::Cancel, _)) => {
                held.put_back(stage);
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
    /// Whether it holds something that goes on when the plan moves under it.
    pub fn holds(&self) -> bool {
        matches!(
            self,
            Self::Marquee(..) | Self::Lasso(..) | Self::Together(_) | Self::Holding(_)
        )
    }
    pub fn path(&self) -> &'static str {
        match self {
            Self::Idle(_) => "select.idle",
            Self::Pointing(..) => "select.pointing",
            Self::Panning(_) => "select.panning",
            Self::Marquee(..) => "select.marquee",
            Self::Lasso(..) => "select.lasso",
            Self::Together(held) => match held.hold {
                By::Scale => "select.resizing",
                By::Turn => "select.rotating",
            },
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
            Self::Together(held) => held.said.as_ref(),
            _ => None,
        }
    }
    /// The same while several are being chosen.
    pub fn path_choosing(&self) -> &'static str {
        match self {
            Self::Idle(_) => "choose.idle",
            Self::Pointing(..) => "choose.pointing",
            Self::Lasso(..) => "choose.lasso",
            Self::Marquee(..) => "choose.marquee",
            _ => self.path(),
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
            Self::Together(held) => Some(match held.hold {
                By::Scale => "hint-resizing",
                By::Turn => "hint-rotating",
            }),
            Self::Marquee(press, _) | Self::Lasso(press, _) if press.mods.alt => Some("hint-marquee-takes"),
            Self::Marquee(..) => Some("hint-marquee"),
            Self::Lasso(..) => Some("hint-lasso"),
            _ if stage.choosing.is_some() => Some(match stage.round {
                Round::Ring => "hint-choosing",
                Round::Box => "hint-choosing-by-box",
            }),
            _ if stage.board.design().placements().is_empty() => Some("hint-empty"),
            _ => match stage.selection.len() {
                0 => None,
                1 if stage.only_selected().is_some_and(|thing| thing.locked) => Some("why-locked"),
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
            Self::Marquee(..) | Self::Lasso(..) => Cursor::Cross,
            Self::Together(held) => match held.hold {
                By::Scale => Cursor::NorthEastSouthWest,
                By::Turn => Cursor::Turn,
            },
            Self::Holding(grip) => match grip.hold {
                Hold::Move => Cursor::Move,
                Hold::Size(x, y) => handle_cursor(HandleKind::Size(x, y), stage),
                Hold::Turn => Cursor::Turn,
                Hold::Corner(_) => Cursor::Corner,
            },
        }
    }
}

/// The handles of the one thing selected, or of the common box of several; what is locked has none.
pub(super) fn handles(stage: &Stage) -> Option<Handles> {
    // While several are chosen a tap means the thing, also at its corner.
    if stage.choosing.is_some() {
        return None;
    }
    let Some(thing) = stage.only_selected() else {
        let free = stage.free_things();
        return several::handles_of_common(&free, stage).filter(|_| !free.is_empty());
    };
    if thing.locked {
        return None;
    }
    let kind = stage.kind(thing).map(|kind| &**kind);
    Some(handles_of(&thing.shape, kind, &stage.view, stage.corner))
}

/// What a pointer is on: a handle of what is selected, a thing, or the ground.
fn on(stage: &Stage, pointer: Pointer) -> On {
    let world = stage.world(pointer.at);
    let handle = handles(stage).and_then(|handles| match stage.only_selected() {
        Some(thing) => handle_at(&handles, &thing.shape, &stage.view, world, pointer.kind),
        None => several::handle_at_common(&handles, &stage.view, world, pointer.kind),
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
        On::Ground | On::Thing(_) if stage.choosing.is_some() && !is_chosen(&target, stage) => {
            stage.asked.overlay = true;
            let now = stage.world(pointer.at);
            return match stage.round {
                Round::Ring => Select::Lasso(press, vec![press.world, now]),
                Round::Box => Select::Marquee(press, now),
            };
        }
        On::Ground if (press.mods.shift || press.mods.alt) && press.kind != PointerKind::Touch => {
            stage.asked.overlay = true;
            return Select::Marquee(press, stage.world(pointer.at));
        }
        On::Thing(id) if stage.board.thing(id).is_some_and(|thing| thing.locked) => {
            stage.tell(Message::new("why-locked"));
            return pan(press, pointer, stage);
        }
        On::Ground => return pan(press, pointer, stage),
        On::Thing(id) => {
            if !stage.is_selected(id) {
                let mut chosen = if press.mods.shift {
                    stage.selection.clone()
                } else {
                    Vec::new()
                };
                let more = several::whole_of(id, stage);
                // Of a group whose one thing is chosen by itself, the others come to it.
                chosen.retain(|one| !more.contains(one));
                chosen.extend(more);
                stage.select(chosen);
            }
            Grip::take(stage, press, id, None, before)
        }
        On::Handle(handle) if stage.selection.len() > 1 => {
            let held = Together::take(stage, press, *handle);
            return held.map_or_else(Select::default, |mut held| {
                held.to(pointer, stage);
                Select::Together(Box::new(held))
            });
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

/// The ground is dragged: the view goes with it.
fn pan(press: Press, pointer: Pointer, stage: &mut Stage) -> Select {
    let pan = Pan::start(press.id, press.at, stage.view);
    stage.look(pan.view_at(&stage.view, pointer.at));
    Select::Panning(pan)
}

/// Whether a press is on something that is chosen, so that a drag means to move it.
fn is_chosen(target: &On, stage: &Stage) -> bool {
    matches!(target, On::Thing(id) if stage.is_selected(id))
}

/// Draws a ring on, a few pixels at a time; a ring of very many corners grows no longer.
fn lengthen(ring: &mut Vec<WorldPt>, to: WorldPt, stage: &mut Stage) {
    const STEP_PX: f64 = 3.0;
    const MOST: usize = 4_000;
    let far = |last: &WorldPt| last.distance(to) >= stage.view.metres_from_pixels(STEP_PX);
    if ring.len() < MOST && ring.last().is_none_or(far) {
        ring.push(to);
        stage.asked.overlay = true;
    }
}

fn handle_cursor(handle: HandleKind, stage: &Stage) -> Cursor {
    let frame = stage.only_selected().and_then(|thing| Frame::of(&thing.shape));
    match (handle, frame) {
        (HandleKind::Size(x, y), Some(frame)) => Cursor::resizing(frame.direction((x, y)) + stage.view.turn),
        // A corner of the common box of several, upright on the screen.
        (HandleKind::Size(x, y), None) if x == y => Cursor::NorthEastSouthWest,
        (HandleKind::Size(..), None) => Cursor::NorthWestSouthEast,
        (HandleKind::Turn, _) => Cursor::Turn,
        (HandleKind::Corner(_) | HandleKind::Insert(_), _) => Cursor::Corner,
    }
}
