//! Placing: a ghost at true size follows the pointer or the keys until it is let go.

use std::sync::Arc;

use crate::catalogue::Kind;
use crate::design::{Command, Placement, PlacementId, PlacementShape};
use crate::editor::{Action, Cursor, Mods, Pointer, StepLabel};
use crate::geometry::{ScreenPt, Turn, WorldPt, WorldVec};
use crate::scene::{Held, Measured, Overlay};
use crate::text::Message;

use super::super::snap;
use super::super::{say, stage::Stage};
use super::{Input, Tool, nudge, turning};

/// How far the ghost goes by a key, and with Shift, in metres.
const STEP_M: (f64, f64) = (0.5, 5.0);

#[derive(Clone, Copy, Debug, PartialEq)]
enum State {
    /// Picked; the ghost waits for a tap, a pointer or keys.
    Waiting,
    /// A pointer is down on the plan.
    Pressing,
    /// It is dragged out of the palette.
    Carrying,
}

/// The place tool in its state.
#[derive(Clone, Debug)]
pub(in crate::editor) struct Place {
    state: State,
    kind: Arc<Kind>,
    /// Where it would stand if nothing snapped.
    at: WorldPt,
    turn: Turn,
    /// Turned by the hand: it does not turn its back to walls by itself.
    by_hand: bool,
    ghost: Arc<Placement>,
    guides: Vec<Measured>,
    /// What it snapped to, in words.
    said: Option<Message>,
    /// The free way to the nearest wall.
    gap: Option<Measured>,
    nearby: snap::Nearby,
    /// The pointer is outside the plan: let go there, nothing is placed.
    outside: bool,
    /// A pointer or keys chose where it is; before, it only waits to be seen.
    led: bool,
    /// The kind stays in the hand after each placing, until it is put away.
    again: bool,
}

impl Place {
    /// Picked in the palette: the ghost waits in the middle of the view.
    pub fn picked(kind: Arc<Kind>, stage: &mut Stage) -> Self {
        let at = stage.view.centre;
        Self::new(State::Waiting, kind, at, stage)
    }
    /// Dragged out of the palette.
    pub fn carried(kind: Arc<Kind>, pointer: Pointer, stage: &mut Stage) -> Self {
        let at = stage.world(pointer.at);
        let mut tool = Self::new(State::Carrying, kind, at, stage);
        tool.outside = is_outside(pointer.at, stage);
        tool
    }
    fn new(state: State, kind: Arc<Kind>, at: WorldPt, stage: &mut Stage) -> Self {
        let ghost = Arc::new(Placement::new(ghost_id(), &kind, at, Turn::default()));
        let tool = Self {
            state,
            kind,
            at,
            turn: Turn::default(),
            by_hand: false,
            ghost,
            guides: Vec::new(),
            said: None,
            gap: None,
            nearby: snap::Nearby::default(),
            outside: false,
            led: state != State::Waiting,
            again: false,
        };
        stage.asked.overlay = true;
        tool.at(at, !stage.snaps(Mods::default()), stage)
    }

    pub fn takes(action: Action) -> bool {
        let moves = nudge(action, Mods::default(), 1.0, 1.0).is_some() || turning(action).is_some();
        moves || matches!(action, Action::PlaceHere | Action::PlaceAgain | Action::Cancel)
    }
    #[must_use]
    pub fn on(self, input: Input, stage: &mut Stage) -> Tool {
        stage.asked.overlay = true;
        match (self.state, input) {
            (State::Waiting, Input::Down(pointer)) => Tool::Place(
                Self {
                    state: State::Pressing,
                    ..self
                }
                .follow(pointer, stage),
            ),
            (_, Input::Move(pointer, _)) => Tool::Place(self.follow(pointer, stage)),
            (State::Pressing | State::Carrying, Input::Up(pointer)) => {
                let tool = self.follow(pointer, stage);
                if !tool.outside {
                    return tool.put_down(pointer.mods.shift, stage);
                }
                tool.put_back()
            }
            (_, Input::PutBack) => self.put_back(),
            (_, Input::Act(action, mods)) => self.act(action, mods, stage),
            _ => Tool::Place(self),
        }
    }

    fn act(self, action: Action, mods: Mods, stage: &mut Stage) -> Tool {
        if let Some(by) = nudge(action, mods, STEP_M.0, STEP_M.1) {
            // Keys go on from where the ghost is seen, and do not fight with what it snapped to.
            let at = self.ghost.shape.centre() + stage.view.upright(by);
            let tool = Self { led: true, ..self }.at(at, true, stage);
            stage.reveal(tool.ghost.shape.bounds());
            stage.announce(say::ghost_at(stage, &tool.ghost));
            return Tool::Place(tool);
        }
        if let Some(degrees) = turning(action) {
            let turn = super::super::handles::direction_of(&self.ghost.shape);
            let tool = Self {
                turn: Turn::new(turn).by(degrees),
                by_hand: true,
                ..self
            };
            let at = tool.at;
            let tool = tool.at(at, !stage.snaps(Mods::default()), stage);
            let degrees = super::super::handles::direction_of(&tool.ghost.shape);
            let said = say::turned(&tool.ghost, degrees);
            stage.announce(say::with_snap(said, tool.said.clone()));
            return Tool::Place(tool);
        }
        match action {
            Action::PlaceHere => self.put_down(false, stage),
            Action::PlaceAgain => {
                let again = !self.again;
                let said = if again { "say-again-on" } else { "say-again-off" };
                stage.announce(Message::new(said).with("what", self.kind.id.name()));
                Tool::Place(Self { again, ..self })
            }
            Action::Cancel => Tool::default(),
            _ => Tool::Place(self),
        }
    }

    /// Back to waiting; what was dragged out of the palette goes back into it.
    fn put_back(self) -> Tool {
        match self.state {
            State::Carrying => Tool::default(),
            State::Waiting | State::Pressing => Tool::Place(Self {
                state: State::Waiting,
                ..self
            }),
        }
    }

    fn follow(mut self, pointer: Pointer, stage: &Stage) -> Self {
        self.outside = is_outside(pointer.at, stage);
        self.led = true;
        self.at(stage.world(pointer.at), !stage.snaps(pointer.mods), stage)
    }

    /// The ghost at a place: with its back to a wall nearby, else brought onto lines, else free.
    fn at(mut self, at: WorldPt, free: bool, stage: &Stage) -> Self {
        self.at = at;
        self.guides.clear();
        self.said = None;
        let mut place = (at, self.turn);
        if !free {
            place = self.snapped(at, stage);
        }
        let ghost = Placement::new(ghost_id(), &self.kind, place.0, place.1);
        self.gap = self.nearby.gap(stage, &ghost.shape).map(|(gap, _)| gap);
        self.ghost = Arc::new(ghost);
        self
    }

    fn snapped(&mut self, at: WorldPt, stage: &Stage) -> (WorldPt, Turn) {
        let (width, depth) = self.kind.size;
        let stood = match self.by_hand {
            true => None,
            false => self
                .nearby
                .stood(stage, &self.kind, at, WorldVec::new(width, depth)),
        };
        let (at, turn) = stood.map_or((at, self.turn), |stood| (stood.at, stood.turn));
        let ghost = Placement::new(ghost_id(), &self.kind, at, turn);
        let snap = self.nearby.body(stage, &ghost.shape, self.kind.round, None);
        self.guides = snap.guides;
        self.said = stood.map_or(snap.said, |stood| self.nearby.stood_said(&stood));
        (at + snap.by, turn)
    }

    fn put_down(self, again: bool, stage: &mut Stage) -> Tool {
        let Some(id) = stage.board.design().fresh_placement_ids(1).pop() else {
            return Tool::default();
        };
        let thing = Placement {
            id: id.clone(),
            ..(*self.ghost).clone()
        };
        let label = StepLabel::new("step-placed", 1, Some(&self.kind.id));
        if stage.commit(&Command::Put(vec![thing.clone()]), label) {
            stage.select(vec![id]);
            let said = say::placed(stage, &thing);
            stage.announce(say::with_snap(said, self.said.clone()));
        }
        if again || self.again {
            return Tool::Place(Self {
                state: State::Waiting,
                nearby: snap::Nearby::default(),
                led: false,
                ..self
            });
        }
        Tool::default()
    }

    pub fn path(&self) -> &'static str {
        match self.state {
            State::Waiting => "place.waiting",
            State::Pressing => "place.pressing",
            State::Carrying => "place.carrying",
        }
    }
    pub fn hint(&self) -> &'static str {
        match self.state {
            State::Waiting if self.again => "hint-place-again",
            State::Waiting => "hint-place",
            State::Pressing | State::Carrying => "hint-let-go",
        }
    }
    pub fn cursor(&self) -> Cursor {
        match (self.state, self.outside) {
            (State::Carrying, true) => Cursor::Refused,
            (State::Carrying | State::Pressing, _) => Cursor::Grabbing,
            (State::Waiting, _) => Cursor::Cross,
        }
    }
    pub fn overlay(&self) -> Overlay {
        let refused = self.outside && self.state != State::Waiting;
        Overlay {
            held: vec![Held {
                thing: self.ghost.clone(),
                ghost: true,
                refused,
            }],
            guides: if refused { Vec::new() } else { self.guides.clone() },
            gap: self.gap.filter(|_| !refused),
            dimensions: match &self.ghost.shape {
                PlacementShape::Path { .. } => Vec::new(),
                shape => super::shown::dimensions(shape),
            },
            ..Overlay::default()
        }
    }
    /// The ghost under the name that it would get; none where it would not be placed.
    pub fn in_hand(&self, stage: &Stage) -> Option<Arc<Placement>> {
        let goes = self.led && !self.outside;
        goes.then(|| {
            Arc::new(Placement {
                id: stage.board.fresh_id().clone(),
                ..(*self.ghost).clone()
            })
        })
    }
    pub fn ghost(&self) -> &Arc<Placement> {
        &self.ghost
    }
    pub fn snapped_to(&self) -> Option<&Message> {
        self.said.as_ref()
    }
    pub fn kind(&self) -> &Arc<Kind> {
        &self.kind
    }
    /// Whether the kind stays in the hand after each placing.
    pub fn goes_again(&self) -> bool {
        self.again
    }
    pub fn is_carried(&self) -> bool {
        self.state == State::Carrying
    }
    pub fn is_outside(&self) -> bool {
        self.outside
    }
    pub fn is_pressed(&self) -> bool {
        self.state != State::Waiting
    }
}

/// The ghost's name: no placement's, for those have a letter and a number.
fn ghost_id() -> PlacementId {
    PlacementId::new("ghost")
}

fn is_outside(at: ScreenPt, stage: &Stage) -> bool {
    let size = stage.view.size;
    !(0.0..=size.x).contains(&at.x) || !(0.0..=size.y).contains(&at.y)
}
