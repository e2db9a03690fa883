//! Fingers on the plan: which are down, and what two of them do to the view.

use crate::geometry::{ScreenPt, View};

use super::PointerKind;

/// A press that moves the view: the hand tool, the middle button, the held space bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pan {
    /// The pointer.
    pub id: i32,
    from: ScreenPt,
    view: View,
}

impl Pan {
    pub fn start(id: i32, from: ScreenPt, view: View) -> Self {
        Self { id, from, view }
    }
    /// The view with the pointer at a place, computed from where the press began.
    pub fn view_at(&self, now: &View, at: ScreenPt) -> View {
        let panned = self.view.panned(at - self.from);
        View {
            size: now.size,
            ..panned
        }
    }
    /// The view as it was when the press began.
    pub fn undone(&self, now: &View) -> View {
        View {
            size: now.size,
            ..self.view
        }
    }
}

/// Two fingers that pan and zoom, computed from where they began.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pinch {
    ids: [i32; 2],
    from: [ScreenPt; 2],
    view: View,
}

impl Pinch {
    /// The view in which what lay between the fingers still lies between them; where they may turn
    /// it, turned by what they turned beyond the first [`Pinch::MEANT`] degrees.
    pub fn view_at(&self, now: &View, [a, b]: [ScreenPt; 2], turns: bool) -> View {
        let start = View {
            size: now.size,
            ..self.view
        };
        let held = start.world_from_screen(self.from[0].middle(self.from[1]));
        // Fingers that began nearly in one place would make any move a wild zoom.
        let apart = self.from[0].distance(self.from[1]).max(16.0);
        let zoomed = start.scaled_to(start.scale * a.distance(b).max(1.0) / apart);
        let twist = if turns { self.twist(a, b) } else { 0.0 };
        zoomed.turned_to(start.turn + twist).holding(held, a.middle(b))
    }
    /// The view as it was when the second finger came down.
    pub fn undone(&self, now: &View) -> View {
        View {
            size: now.size,
            ..self.view
        }
    }
}

impl Pinch {
    /// Fingers that turn less than this do not mean to turn the plan, in degrees: two fingers that
    /// zoom never keep quite the same direction.
    const MEANT: f64 = 20.0;

    /// How far the fingers mean to turn, in degrees anticlockwise.
    fn twist(&self, a: ScreenPt, b: ScreenPt) -> f64 {
        let direction = |from: ScreenPt, to: ScreenPt| (from.y - to.y).atan2(to.x - from.x).to_degrees();
        let turned = direction(a, b) - direction(self.from[0], self.from[1]);
        let turned = 180.0 - (180.0 - turned).rem_euclid(360.0);
        turned.signum() * (turned.abs() - Self::MEANT).max(0.0)
    }
}

/// Every pointer that is pressed on the plan.
#[derive(Clone, Debug, Default)]
pub(super) struct Fingers {
    down: Vec<(i32, ScreenPt)>,
    /// The pen that is down.
    pen: Option<i32>,
    pub pinch: Option<Pinch>,
    pub pan: Option<Pan>,
    /// After a pinch no finger draws until all are up.
    spent: bool,
    /// Two fingers may turn the view; off until someone asks for it, as a plan that turns by
    /// chance is a plan in which one is lost.
    pub turns: bool,
    /// The space bar is held: a drag moves the view.
    pub space: bool,
    /// What pressed last.
    pub last_kind: Option<PointerKind>,
    /// A second finger that rests beside a drag, and where it came down.
    resting: Option<(i32, ScreenPt)>,
    /// Where the one that has been down longest came down, and whether it has left that place.
    began: (ScreenPt, bool),
}

impl Fingers {
    /// A second finger that moves farther than this, in pixels, pans and zooms.
    const RESTS_PX: f64 = 16.0;
    /// A first finger that moved no farther than this, in pixels, carries nothing yet.
    const CARRIES_PX: f64 = 8.0;

    /// A second finger came down beside a drag: as long as it rests, nothing snaps. False where it
    /// is no second finger.
    pub fn rest(&mut self, id: i32, at: ScreenPt) -> bool {
        if self.down.len() != 1 || self.spent {
            return false;
        }
        self.down.push((id, at));
        self.resting = Some((id, at));
        true
    }
    /// Whether a second finger rests beside a drag.
    pub fn rests(&self) -> bool {
        self.resting.is_some()
    }
    /// The resting finger moved on: from here on two fingers pan and zoom. True when they do.
    pub fn stirs(&mut self, id: i32, at: ScreenPt, view: View) -> bool {
        let moved = |(known, from): (i32, ScreenPt)| known == id && from.distance(at) > Self::RESTS_PX;
        if !self.resting.is_some_and(moved) {
            return false;
        }
        self.resting = None;
        self.spent = true;
        self.begin_pinch(view);
        true
    }
    /// A pointer went down; true when it is the second of two, which pan and zoom from here on.
    pub fn press(&mut self, id: i32, at: ScreenPt, touch: bool, view: View) -> bool {
        self.down.retain(|(known, _)| *known != id);
        if self.down.is_empty() {
            self.began = (at, false);
        }
        self.down.push((id, at));
        if !touch || self.down.len() < 2 {
            return false;
        }
        self.spent = true;
        self.pan = None;
        self.begin_pinch(view);
        true
    }
    /// A pen is down.
    pub fn has_pen(&self) -> bool {
        self.pen.is_some()
    }
    /// Takes note of a pen that is about to press.
    pub fn is_pen(&mut self, id: i32) {
        self.pen = Some(id);
    }
    /// What is down draws no more until all are up.
    pub fn spend(&mut self) {
        self.spent = !self.down.is_empty();
        self.resting = None;
        self.pan = None;
        self.pinch = None;
    }
    /// The view as it was before what is down moved it; none where nothing moves it.
    pub fn undone(&self, now: &View) -> Option<View> {
        let pinched = self.pinch.map(|pinch| pinch.undone(now));
        pinched.or_else(|| self.pan.map(|pan| pan.undone(now)))
    }
    /// Nothing is down any more.
    pub fn let_go(&mut self) {
        *self = Self {
            last_kind: self.last_kind,
            ..Self::default()
        };
    }
    /// A pointer moved; true when it is pressed.
    pub fn shift(&mut self, id: i32, at: ScreenPt) -> bool {
        if self.first() == Some(id) {
            self.began.1 |= self.began.0.distance(at) > Self::CARRIES_PX;
        }
        let known = self.down.iter_mut().find(|(known, _)| *known == id);
        known.map(|(_, place)| *place = at).is_some()
    }
    /// A pointer went up or was lost; true when it was pressed.
    pub fn lift(&mut self, id: i32, view: View) -> bool {
        let before = self.down.len();
        self.resting = self
            .resting
            .filter(|(known, _)| *known != id && self.down.len() > 1);
        self.down.retain(|(known, _)| *known != id);
        self.pen = self.pen.filter(|pen| *pen != id);
        if self.pan.is_some_and(|pan| pan.id == id) {
            self.pan = None;
        }
        if self.pinch.is_some_and(|pinch| pinch.ids.contains(&id)) {
            self.pinch = None;
            self.begin_pinch(view);
        }
        if self.down.is_empty() {
            self.spent = false;
        }
        self.down.len() < before
    }
    pub fn is_down(&self, id: i32) -> bool {
        self.down.iter().any(|(known, _)| *known == id)
    }
    /// The pointer that has been down longest.
    pub fn first(&self) -> Option<i32> {
        self.down.first().map(|(id, _)| *id)
    }
    /// Whether what the first finger pressed has been moved: before that, a second finger beside it
    /// means the view.
    pub fn carries(&self) -> bool {
        self.began.1
    }
    /// Whether a finger may draw: it may not during a pinch and until all are up after one.
    pub fn may_draw(&self) -> bool {
        !self.spent
    }
    /// The view that two fingers ask for now.
    pub fn pinched(&self, view: &View) -> Option<View> {
        let pinch = self.pinch?;
        let place = |id: i32| {
            self.down
                .iter()
                .find(|(known, _)| *known == id)
                .map(|(_, at)| *at)
        };
        Some(pinch.view_at(view, [place(pinch.ids[0])?, place(pinch.ids[1])?], self.turns))
    }

    fn begin_pinch(&mut self, view: View) {
        if let (None, [(a, from_a), (b, from_b), ..]) = (self.pinch, self.down.as_slice()) {
            self.pinch = Some(Pinch {
                ids: [*a, *b],
                from: [*from_a, *from_b],
                view,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::{ScreenVec, WorldPt};

    #[test]
    fn what_lies_between_two_fingers_stays_between_them() {
        let view = View::new(WorldPt::new(10., 20.), 5.0, ScreenVec::new(390., 844.));
        let mut fingers = Fingers::default();
        assert!(!fingers.press(1, ScreenPt::new(100., 300.), true, view));
        assert!(fingers.press(2, ScreenPt::new(200., 380.), true, view));
        let held = view.world_from_screen(ScreenPt::new(150., 340.));
        fingers.shift(1, ScreenPt::new(60., 200.));
        fingers.shift(2, ScreenPt::new(300., 420.));
        let after = fingers.pinched(&view).unwrap();
        let seen = after.screen_from_world(held);
        assert!(seen.distance(ScreenPt::new(180., 310.)) < 1e-6, "{seen:?}");
        assert!(after.scale > view.scale);
    }
}
