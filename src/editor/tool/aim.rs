//! Where a hand sets points: a pointer that taps or pulls, or a cross that keys move.

use crate::editor::{Action, Mods, Pointer};
use crate::geometry::{Bounds, WorldPt, WorldVec};
use crate::scene::Measured;
use crate::text::Message;

use super::super::handles::reach_px;
use super::super::snap;
use super::super::{say, stage::Stage};
use super::press::Press;
use super::{Input, nudge};

/// How far the cross goes by a key, and with Shift, in metres.
const STEP_M: (f64, f64) = (0.5, 5.0);
/// How near to a point a point set by the keys means it, in metres.
const KEY_REACH_M: f64 = 0.3;

/// A neighbouring point with a direction to which square is meant.
pub(super) type Beside = (WorldPt, WorldVec);

/// What a hand did.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Aimed {
    /// Nothing that sets a point.
    Waits,
    /// Let go where it was pressed.
    Set(WorldPt),
    /// Pressed at the first, let go at the second.
    Pulled(WorldPt, WorldPt),
}

/// Where the next point would be set.
#[derive(Clone, Debug)]
pub(super) struct Aim {
    /// Where the next point would be.
    pub next: Option<WorldPt>,
    /// The press became a pull.
    pub pulled: bool,
    /// The cross that the keys move.
    pub cross: Option<WorldPt>,
    /// What was snapped to.
    pub guides: Vec<Measured>,
    /// The same, in words.
    pub said: Option<Message>,
    /// It snaps to nothing: a note lies where it is put.
    free: bool,
    /// How near to a point a point means it, in metres.
    pub reach: f64,
    /// A pointer is down; with it the place where it began, snapped.
    press: Option<(Press, WorldPt)>,
    nearby: snap::Nearby,
}

impl Default for Aim {
    fn default() -> Self {
        Self {
            next: None,
            pulled: false,
            cross: None,
            guides: Vec::new(),
            said: None,
            free: false,
            reach: KEY_REACH_M,
            press: None,
            nearby: snap::Nearby::default(),
        }
    }
}

impl Aim {
    /// An aim that snaps to nothing.
    pub fn free() -> Self {
        Self {
            free: true,
            ..Self::default()
        }
    }
    /// Takes what a pointer did; `beside` are the points to which square is meant.
    pub fn point(&mut self, input: Input, beside: &[Beside], stage: &Stage) -> Aimed {
        match input {
            Input::Down(pointer) => {
                let place = self.follow(pointer, beside, stage);
                self.press = Some((Press::of(pointer, stage), place));
                self.cross = None;
                Aimed::Waits
            }
            Input::Move(pointer, _) => {
                self.follow(pointer, beside, stage);
                self.pulled |= self.press.is_some_and(|(press, _)| press.is_drag(pointer.at));
                Aimed::Waits
            }
            Input::Up(pointer) => {
                let Some((_, from)) = self.press.take() else {
                    return Aimed::Waits;
                };
                let to = self.follow(pointer, beside, stage);
                if std::mem::take(&mut self.pulled) {
                    Aimed::Pulled(from, to)
                } else {
                    Aimed::Set(to)
                }
            }
            _ => Aimed::Waits,
        }
    }

    /// Moves the cross by a key, from where it is, else from the last point, else from the middle
    /// of the view; says where it came to.
    pub fn nudged(&mut self, action: Action, mods: Mods, last: Option<WorldPt>, stage: &mut Stage) -> bool {
        let Some(by) = nudge(action, mods, STEP_M.0, STEP_M.1) else {
            return false;
        };
        let from = self.cross.or(last).unwrap_or(stage.view.centre);
        self.cross_at((from + stage.view.upright(by)).snapped(), last, stage);
        true
    }
    /// The first Enter shows the cross, from where the keys then move it; true where it was there
    /// already, and so sets a point.
    pub fn enter(&mut self, last: Option<WorldPt>, stage: &mut Stage) -> Option<WorldPt> {
        self.reach = KEY_REACH_M;
        if self.cross.is_none() {
            let at = last.unwrap_or(stage.view.centre).snapped();
            self.cross_at(at, last, stage);
            return None;
        }
        self.cross
    }
    fn cross_at(&mut self, at: WorldPt, last: Option<WorldPt>, stage: &mut Stage) {
        self.cross = Some(at);
        self.next = Some(at);
        self.guides.clear();
        self.said = None;
        stage.reveal(Bounds { min: at, max: at });
        let place = say::place_of(stage, at);
        stage.announce(match last {
            Some(last) => Message::new("say-cross-from")
                .number("m", last.distance(at), 2)
                .with("place", place),
            None => Message::new("say-cross").with("place", place),
        });
    }

    /// Puts a press back.
    pub fn put_back(&mut self) {
        self.press = None;
        self.pulled = false;
        self.next = self.cross;
        self.guides.clear();
        self.said = None;
    }
    /// What was snapped to is no longer shown and said: the point is set.
    pub fn settle(&mut self) {
        self.guides.clear();
        self.said = None;
    }
    pub fn is_pressed(&self) -> bool {
        self.press.is_some()
    }
    /// Where the press began, snapped.
    pub fn began(&self) -> Option<WorldPt> {
        self.press.map(|(_, from)| from)
    }

    fn follow(&mut self, pointer: Pointer, beside: &[Beside], stage: &Stage) -> WorldPt {
        self.reach = stage.view.metres_from_pixels(reach_px(pointer.kind));
        let at = self.snapped(stage.world(pointer.at), pointer.mods, beside, stage);
        self.next = Some(at);
        at
    }
    fn snapped(&mut self, at: WorldPt, mods: Mods, beside: &[Beside], stage: &Stage) -> WorldPt {
        self.guides.clear();
        self.said = None;
        if self.free || !stage.snaps(mods) {
            return at.snapped();
        }
        let snap = self.nearby.corner(stage, at, beside);
        self.guides = snap.guides;
        self.said = snap.said;
        (at + snap.by).snapped()
    }
}

/// To which neighbours the next of a row of points is square; of a ring also to the first.
pub(super) fn beside(points: &[WorldPt], ring: bool) -> Vec<Beside> {
    let east = WorldVec::new(1.0, 0.0);
    let mut beside = Vec::new();
    match points {
        [] => {}
        [only] => beside.push((*only, east)),
        [.., before, last] => beside.push((*last, *before - *last)),
    }
    if let ([first, second, _, ..], true) = (points, ring) {
        beside.push((*first, *second - *first));
    }
    beside
}
