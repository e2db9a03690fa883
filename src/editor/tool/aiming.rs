//! Pointing to a place for something that a form has the rest of: the way a row goes, where a wish
//! belongs. One place, by a tap, a pull or the keys' cross, and the tool is put down.

use std::sync::Arc;

use crate::design::Placement;
use crate::editor::{Action, Cursor, Effect, Mods};
use crate::geometry::{WorldPt, WorldVec};
use crate::scene::{Held, Overlay};
use crate::text::Message;

use super::super::handles::direction_of;
use super::super::perform::common_bounds;
use super::super::several::{self, Toward};
use super::super::{say, stage::Stage};
use super::aim::{Aim, Aimed, Beside};
use super::{Input, Tool, nudge};

/// Of more things than this a row is not shown before it is made.
const MOST_SHOWN: usize = 400;

/// What the place is for.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Of {
    /// So many of what is chosen, with a gap in metres, toward the place.
    Row { count: usize, gap: f64 },
    /// The wish that is being written on the page.
    Wish,
}

/// The aiming tool in its state.
#[derive(Clone, Debug)]
pub(in crate::editor) struct Aiming {
    of: Of,
    aim: Aim,
    /// The row as it would be made now, without what it begins with.
    shown: Vec<Arc<Placement>>,
}

impl Aiming {
    /// For a row of what is chosen; refused with a sentence where it could go nowhere.
    pub fn row(count: usize, gap: f64, stage: &Stage) -> Result<Self, Message> {
        several::row_can_be(count, gap, stage)?;
        Ok(Self {
            of: Of::Row { count, gap },
            aim: Aim::default(),
            shown: Vec::new(),
        })
    }
    /// For a wish, which lies where it is put and snaps to nothing.
    pub fn wish() -> Self {
        Self {
            of: Of::Wish,
            aim: Aim::free(),
            shown: Vec::new(),
        }
    }
    pub fn takes(action: Action) -> bool {
        let moves = nudge(action, Mods::default(), 1.0, 1.0).is_some();
        moves || matches!(action, Action::PlaceHere | Action::Cancel)
    }
    #[must_use]
    pub fn on(mut self, input: Input, stage: &mut Stage) -> Tool {
        stage.asked.overlay = true;
        let beside = self.beside(stage);
        let from = beside.map(|(from, _)| from);
        match input {
            // Escape takes back one thing at a time: the press, then the tool.
            Input::Act(Action::Cancel, _) if !self.aim.is_pressed() => return Tool::default(),
            Input::Act(Action::Cancel, _) | Input::PutBack => self.aim.put_back(),
            Input::Act(Action::PlaceHere, _) => {
                if let Some(at) = self.aim.enter(from, stage) {
                    return self.given(at, stage);
                }
            }
            Input::Act(action, mods) => {
                self.aim.nudged(action, mods, from, stage);
            }
            input => match self.aim.point(input, beside.as_slice(), stage) {
                Aimed::Set(at) | Aimed::Pulled(_, at) => return self.given(at, stage),
                Aimed::Waits => {}
            },
        }
        self.show(stage);
        Tool::Aiming(self)
    }

    /// The place is given. A row that cannot be made is told why, and another place may be given.
    fn given(mut self, at: WorldPt, stage: &mut Stage) -> Tool {
        match self.of {
            Of::Row { count, gap } => {
                if several::row(count, gap, Toward::Place(at), stage) {
                    return Tool::default();
                }
                self.aim.put_back();
                self.show(stage);
                Tool::Aiming(self)
            }
            Of::Wish => {
                let place = say::place_of(stage, at);
                stage.announce(Message::new("say-note-place").with("place", place));
                stage.asked.said.push(Effect::Pointed(at));
                Tool::default()
            }
        }
    }

    /// The middle of what a row begins with, and the direction to which it snaps square.
    fn beside(&self, stage: &Stage) -> Option<Beside> {
        if self.of == Of::Wish {
            return None;
        }
        let things: Vec<Arc<Placement>> = stage.chosen().cloned().collect();
        let turn = match things.as_slice() {
            [thing] => direction_of(&thing.shape),
            _ => 0.0,
        };
        Some((common_bounds(&things)?.centre(), WorldVec::toward(turn)))
    }

    fn show(&mut self, stage: &Stage) {
        self.shown.clear();
        if let (Of::Row { count, gap }, Some(next)) = (self.of, self.aim.next)
            && count.saturating_mul(stage.selection.len()) <= MOST_SHOWN
        {
            let made = several::row_made(count, gap, Toward::Place(next), stage);
            self.shown = made.unwrap_or_default().into_iter().map(Arc::new).collect();
        }
    }

    pub fn path(&self) -> &'static str {
        match self.of {
            Of::Row { .. } => "row.aiming",
            Of::Wish => "wish.aiming",
        }
    }
    pub fn hint(&self) -> &'static str {
        match self.of {
            Of::Row { .. } => "hint-row-aiming",
            Of::Wish => "hint-wish-aiming",
        }
    }
    pub fn cursor(&self) -> Cursor {
        Cursor::Cross
    }
    pub fn snapped_to(&self) -> Option<&Message> {
        self.aim.said.as_ref()
    }
    pub fn overlay(&self, stage: &Stage) -> Overlay {
        let ghost = |thing: &Arc<Placement>| Held {
            thing: thing.clone(),
            ghost: true,
            refused: false,
        };
        let row = self.of != Of::Wish;
        Overlay {
            held: self.shown.iter().map(ghost).collect(),
            selected: stage
                .chosen()
                .filter(|_| row)
                .map(|thing| thing.shape.clone())
                .collect(),
            wishes: self
                .aim
                .next
                .filter(|_| !row)
                .map(|at| (at, true))
                .into_iter()
                .collect(),
            guides: self.aim.guides.clone(),
            cross: self.aim.cross,
            ..Overlay::default()
        }
    }
    /// The row as it would be made now.
    pub fn in_hand(&self) -> &[Arc<Placement>] {
        &self.shown
    }
    pub fn has_cross(&self) -> bool {
        self.aim.cross.is_some()
    }
    pub fn is_pressed(&self) -> bool {
        self.aim.is_pressed()
    }
}

impl super::super::Editor {
    /// The next place on the plan is the way that a row of what is chosen goes.
    pub(in crate::editor) fn aim_row(&mut self, count: usize, gap: f64) {
        self.lay_down();
        match Aiming::row(count, gap, &self.stage) {
            Ok(aiming) => self.aim_with(aiming),
            Err(why) => self.stage.tell(why),
        }
    }
    /// The next place on the plan is where the wish belongs that is being written on the page.
    pub(in crate::editor) fn aim_wish(&mut self) {
        self.aim_with(Aiming::wish());
    }
    fn aim_with(&mut self, aiming: Aiming) {
        let hint = aiming.hint();
        self.change_tool(Tool::Aiming(aiming));
        self.stage.announce(Message::new(hint));
    }
}
