//! Notes on the plan: a wish with a place. A tap gives the place, the page takes the words; a pin
//! that is there is opened by a tap and moved by a pull.

use std::sync::Arc;

use crate::design::{Command, Wish, WishId};
use crate::editor::{Action, Cursor, Mods, Pointer, StepLabel};
use crate::geometry::{Bounds, ScreenVec, WorldPt};
use crate::scene::Overlay;
use crate::text::Message;

use super::super::handles::reach_px;
use super::super::{say, stage::Stage};
use super::aim::{Aim, Aimed};
use super::press::Press;
use super::{Input, Tool, nudge};

/// How far above its place the middle of a pin's head is seen, in pixels.
const HEAD_PX: f64 = 18.0;
/// The most letters of a note.
pub(in crate::editor) const MOST_LETTERS: usize = 500;

/// A note that is being written.
#[derive(Clone, Debug, PartialEq)]
pub struct Writing {
    /// The wish that is written anew; none of a new one.
    pub wish: Option<WishId>,
    /// Its place; none of a wish without one.
    pub at: Option<WorldPt>,
}

#[derive(Clone, Debug)]
enum State {
    /// A tap on the plan, or Enter at the cross, begins a note.
    Placing,
    /// A pin is pressed, or pulled once it has another place.
    Holding(Press, Arc<Wish>, Option<WorldPt>),
    Writing(Writing),
}

/// The note tool in its state.
#[derive(Clone, Debug)]
pub(in crate::editor) struct Note {
    state: State,
    aim: Aim,
    /// It was taken up for one pin only, and is put down after it.
    passing: bool,
}

impl Default for Note {
    fn default() -> Self {
        Self {
            state: State::Placing,
            aim: Aim::free(),
            passing: false,
        }
    }
}

impl Note {
    /// Taken up in passing, for the pin that a pointer is on.
    pub fn passing() -> Self {
        Self {
            passing: true,
            ..Self::default()
        }
    }
    /// Opens a wish to write it anew.
    pub fn opened(wish: &Wish, passing: bool) -> Self {
        Self {
            state: State::Writing(Writing {
                wish: Some(wish.id.clone()),
                at: wish.at,
            }),
            aim: Aim::free(),
            passing,
        }
    }
    pub fn takes(&self, action: Action) -> bool {
        let moves = nudge(action, Mods::default(), 1.0, 1.0).is_some();
        moves || matches!(action, Action::PlaceHere | Action::Cancel)
    }
    #[must_use]
    pub fn on(mut self, input: Input, stage: &mut Stage) -> Tool {
        stage.asked.overlay = true;
        match (self.state, input) {
            (_, Input::Act(Action::Cancel, _)) if self.passing => Tool::default(),
            (State::Placing, Input::Act(Action::Cancel, _)) if !self.aim.is_pressed() => Tool::default(),
            (State::Placing, Input::PutBack | Input::Act(Action::Cancel, _)) => {
                self.aim.put_back();
                Self {
                    state: State::Placing,
                    ..self
                }
                .stays()
            }
            (State::Holding(..) | State::Writing(_), Input::Act(Action::Cancel, _))
            | (State::Holding(..), Input::PutBack) => Self {
                state: State::Placing,
                aim: Aim::free(),
                ..self
            }
            .stays(),
            (State::Holding(press, wish, to), input) => Self {
                state: State::Placing,
                ..self
            }
            .hold(press, wish, to, input, stage),
            (State::Writing(writing), Input::Act(action, mods)) => {
                let state = State::Writing(nudged(writing, action, mods, stage));
                Tool::Note(Self { state, ..self })
            }
            (State::Placing, Input::Act(action, mods)) => Self {
                state: State::Placing,
                ..self
            }
            .act(action, mods, stage),
            (state, input) => Self { state, ..self }.point(input, stage),
        }
    }

    fn stays(self) -> Tool {
        if self.passing {
            Tool::default()
        } else {
            Tool::Note(self)
        }
    }

    /// A pointer over the plan: on a pin it takes hold of it, elsewhere it gives a new place.
    fn point(mut self, input: Input, stage: &mut Stage) -> Tool {
        if let Input::Down(pointer) = input {
            let press = Press::of(pointer, stage);
            if let Some(wish) = pin_at(stage, pointer).cloned() {
                let state = State::Holding(press, wish, None);
                return Tool::Note(Self { state, ..self });
            }
        }
        let aimed = self.aim.point(input, &[], stage);
        if let Aimed::Set(at) | Aimed::Pulled(_, at) = aimed {
            self = self.placed(at, stage);
        }
        Tool::Note(self)
    }

    /// A place for the note: of a new one, or another for the one that is being written.
    fn placed(self, at: WorldPt, stage: &mut Stage) -> Self {
        let wish = match self.state {
            State::Writing(writing) => writing.wish,
            _ => None,
        };
        let place = say::place_of(stage, at);
        stage.announce(Message::new("say-note-place").with("place", place));
        let state = State::Writing(Writing { wish, at: Some(at) });
        Self { state, ..self }
    }

    fn hold(
        self,
        press: Press,
        wish: Arc<Wish>,
        to: Option<WorldPt>,
        input: Input,
        stage: &mut Stage,
    ) -> Tool {
        let moved = |at: crate::geometry::ScreenPt| {
            let from = wish.at.unwrap_or(press.world);
            (from + (stage.world(at) - press.world)).snapped()
        };
        match input {
            Input::Move(pointer, _) if to.is_some() || press.is_drag(pointer.at) => {
                let to = Some(moved(pointer.at));
                Tool::Note(Self {
                    state: State::Holding(press, wish, to),
                    ..self
                })
            }
            Input::Up(_) => match to {
                None => Tool::Note(Self::opened(&wish, self.passing)),
                Some(at) => {
                    let next = Wish {
                        at: Some(at),
                        ..(*wish).clone()
                    };
                    if stage.commit(
                        &Command::PutWish(next),
                        StepLabel::new("step-wish-moved", 1, None),
                    ) {
                        let place = say::place_of(stage, at);
                        stage.announce(Message::new("say-note-moved").with("place", place));
                    }
                    self.stays()
                }
            },
            _ => Tool::Note(Self {
                state: State::Holding(press, wish, to),
                ..self
            }),
        }
    }

    fn act(mut self, action: Action, mods: Mods, stage: &mut Stage) -> Tool {
        if self.aim.nudged(action, mods, None, stage) {
            return Tool::Note(self);
        }
        if action == Action::PlaceHere
            && let Some(at) = self.aim.enter(None, stage)
        {
            self = self.placed(at, stage);
        }
        Tool::Note(self)
    }

    /// Takes the words; with none, what is there stays as it was.
    #[must_use]
    pub fn written(self, text: &str, stage: &mut Stage) -> Tool {
        let State::Writing(writing) = &self.state else {
            return Tool::Note(self);
        };
        let text: String = text.trim().chars().take(MOST_LETTERS).collect();
        if text.is_empty() {
            stage.tell(Message::new("wish-empty"));
            return Tool::Note(self);
        }
        let known = writing.wish.as_ref().and_then(|id| wish_of(stage, id)).cloned();
        let (step, wish) = match known {
            Some(wish) => (
                "step-wish-changed",
                Wish {
                    text,
                    at: writing.at,
                    ..(*wish).clone()
                },
            ),
            None => (
                "step-wish",
                Wish {
                    id: stage.board.design().fresh_wish_id(),
                    text,
                    topic: String::new(),
                    at: writing.at,
                    extra: Default::default(),
                },
            ),
        };
        if stage.commit(&Command::PutWish(wish), StepLabel::new(step, 1, None)) {
            stage.announce(Message::new("say-note-written"));
        }
        stage.asked.overlay = true;
        self.rests()
    }
    /// With nothing in the hand: the next tap sets a note.
    fn rests(self) -> Tool {
        Self {
            state: State::Placing,
            aim: Aim::free(),
            ..self
        }
        .stays()
    }
    /// Takes the note that is being written off the plan.
    #[must_use]
    pub fn removed(self, stage: &mut Stage) -> Tool {
        let State::Writing(writing) = &self.state else {
            return Tool::Note(self);
        };
        if let Some(id) = writing.wish.clone()
            && stage.commit(
                &Command::RemoveWish(id),
                StepLabel::new("step-wish-deleted", 1, None),
            )
        {
            stage.announce(Message::new("say-note-deleted"));
        }
        stage.asked.overlay = true;
        self.rests()
    }

    /// What is being written now.
    pub fn writing(&self) -> Option<&Writing> {
        match &self.state {
            State::Writing(writing) => Some(writing),
            _ => None,
        }
    }
    /// The wish whose pin is in the hand, so that it is not seen at its old place.
    pub fn lifted(&self) -> Option<&WishId> {
        match &self.state {
            State::Placing => None,
            State::Holding(_, wish, _) => Some(&wish.id),
            State::Writing(writing) => writing.wish.as_ref(),
        }
    }
    pub fn path(&self) -> &'static str {
        match self.state {
            State::Placing => "note.placing",
            State::Holding(_, _, None) => "note.pointing",
            State::Holding(_, _, Some(_)) => "note.moving",
            State::Writing(_) => "note.writing",
        }
    }
    pub fn hint(&self) -> &'static str {
        match self.state {
            State::Placing => "hint-note",
            State::Holding(..) => "hint-note-moving",
            State::Writing(_) => "hint-note-writing",
        }
    }
    pub fn cursor(&self) -> Cursor {
        match self.state {
            State::Holding(_, _, Some(_)) => Cursor::Grabbing,
            State::Holding(..) => Cursor::Pointer,
            _ => Cursor::Cross,
        }
    }
    pub fn overlay(&self) -> Overlay {
        let pin = match &self.state {
            State::Placing => None,
            State::Holding(_, wish, to) => to.or(wish.at),
            State::Writing(writing) => writing.at,
        };
        Overlay {
            wishes: pin.map(|at| (at, true)).into_iter().collect(),
            guides: self.aim.guides.clone(),
            cross: self.aim.cross.filter(|_| pin.is_none()),
            ..Overlay::default()
        }
    }
    /// Whether Enter gives the note a place.
    pub fn waits(&self) -> bool {
        matches!(self.state, State::Placing)
    }
    pub fn has_cross(&self) -> bool {
        self.aim.cross.is_some() && self.waits()
    }
    pub fn is_pressed(&self) -> bool {
        self.aim.is_pressed() || matches!(self.state, State::Holding(..))
    }
}

/// The note moved by a key while it is written.
fn nudged(writing: Writing, action: Action, mods: Mods, stage: &mut Stage) -> Writing {
    let by = nudge(action, mods, 0.5, 5.0).map(|by| stage.view.upright(by));
    let (Some(by), Some(at)) = (by, writing.at) else {
        return writing;
    };
    let at = (at + by).snapped();
    stage.reveal(Bounds { min: at, max: at });
    let place = say::place_of(stage, at);
    stage.announce(Message::new("say-note-place").with("place", place));
    Writing {
        at: Some(at),
        ..writing
    }
}

pub(in crate::editor) fn wish_of<'a>(stage: &'a Stage, id: &WishId) -> Option<&'a Arc<Wish>> {
    stage.board.design().wishes().iter().find(|wish| &wish.id == id)
}

/// The pin under a pointer: its head or its point; of several the one written last, which lies on
/// top.
pub(in crate::editor) fn pin_at(stage: &Stage, pointer: Pointer) -> Option<&Arc<Wish>> {
    let reach = reach_px(pointer.kind).max(15.0);
    stage.board.design().wishes().iter().rev().find(|wish| {
        wish.at.is_some_and(|at| {
            let head = stage.view.screen_from_world(at) + ScreenVec::new(0.0, -HEAD_PX);
            head.distance(pointer.at) <= reach
        })
    })
}
