//! Hands on a plan that is only looked at: one finger moves it, two fingers move and scale it, a
//! touch that does not move is a tap. Pure, so that it is tested without a browser.

use crate::geometry::{ScreenPt, View};

/// A finger that moves less than this, in pixels, taps.
const TAP_PX: f64 = 8.0;

/// The fingers that are on a plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hands {
    fingers: Vec<Finger>,
    /// The view in which the fingers that are down now began.
    began: Option<View>,
    /// Whether this was more than a tap.
    moved: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Finger {
    id: i32,
    from: ScreenPt,
    now: ScreenPt,
}

impl Hands {
    /// A finger or the mouse's button goes down.
    pub fn down(&mut self, id: i32, at: ScreenPt, view: View) {
        self.fingers.retain(|finger| finger.id != id);
        if self.fingers.is_empty() {
            self.moved = false;
        }
        self.fingers.push(Finger {
            id,
            from: at,
            now: at,
        });
        self.fingers.truncate(2);
        self.begin(view);
    }
    /// It moves; gives the view that follows, reckoned from where the fingers began.
    pub fn moved(&mut self, id: i32, at: ScreenPt) -> Option<View> {
        let finger = self.fingers.iter_mut().find(|finger| finger.id == id)?;
        finger.now = at;
        if finger.from.distance(at) > TAP_PX {
            self.moved = true;
        }
        self.moved.then(|| self.view()).flatten()
    }
    /// It goes up; gives the place of a tap.
    pub fn up(&mut self, id: i32, view: View) -> Option<ScreenPt> {
        let at = self.fingers.iter().position(|finger| finger.id == id)?;
        let finger = self.fingers.remove(at);
        if !self.fingers.is_empty() {
            // The finger that stays goes on from here.
            self.moved = true;
            self.begin(view);
            return None;
        }
        (!self.moved).then_some(finger.now)
    }
    /// Whether a finger is on the plan.
    pub fn is_down(&self) -> bool {
        !self.fingers.is_empty()
    }
    /// Whether the plan is being moved.
    pub fn is_moving(&self) -> bool {
        self.is_down() && self.moved
    }

    fn begin(&mut self, view: View) {
        self.began = Some(view);
        for finger in &mut self.fingers {
            finger.from = finger.now;
        }
    }
    fn view(&self) -> Option<View> {
        let began = self.began?;
        match self.fingers.as_slice() {
            [one] => Some(began.panned(one.now - one.from)),
            [one, other] => {
                let (from, now) = (one.from.middle(other.from), one.now.middle(other.now));
                let apart = one.from.distance(other.from).max(1.0);
                let factor = one.now.distance(other.now) / apart;
                Some(began.zoomed_at(from, factor).panned(now - from))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::{ScreenVec, WorldPt};

    fn view() -> View {
        View::new(WorldPt::new(100.0, 50.0), 4.0, ScreenVec::new(800.0, 600.0))
    }
    fn at(x: f64, y: f64) -> ScreenPt {
        ScreenPt::new(x, y)
    }

    #[test]
    fn one_finger_drags_the_ground_under_it() {
        let mut hands = Hands::default();
        hands.down(1, at(400.0, 300.0), view());
        assert_eq!(hands.moved(1, at(403.0, 300.0)), None, "not yet more than a tap");
        let after = hands.moved(1, at(440.0, 260.0)).unwrap_or(view());
        assert_eq!(
            after.world_from_screen(at(440.0, 260.0)),
            view().world_from_screen(at(400.0, 300.0))
        );
        assert_eq!(hands.up(1, after), None, "a drag is no tap");
    }

    #[test]
    fn two_fingers_hold_the_points_under_them() {
        let mut hands = Hands::default();
        hands.down(1, at(300.0, 300.0), view());
        hands.down(2, at(500.0, 300.0), view());
        hands.moved(1, at(200.0, 320.0));
        let after = hands.moved(2, at(600.0, 320.0)).unwrap_or(view());
        assert_eq!(after.scale, 8.0);
        for (from, now) in [
            (at(300.0, 300.0), at(200.0, 320.0)),
            (at(500.0, 300.0), at(600.0, 320.0)),
        ] {
            assert!(
                after
                    .world_from_screen(now)
                    .distance(view().world_from_screen(from))
                    < 1e-9
            );
        }
        assert_eq!(hands.up(1, after), None);
        let on = hands.moved(2, at(610.0, 320.0)).unwrap_or(after);
        assert!(
            (on.centre.x - (after.centre.x - 10.0 / 8.0)).abs() < 1e-9,
            "the other finger goes on"
        );
    }

    #[test]
    fn a_touch_that_stays_is_a_tap() {
        let mut hands = Hands::default();
        hands.down(1, at(10.0, 10.0), view());
        assert_eq!(hands.up(1, view()), Some(at(10.0, 10.0)));
        assert_eq!(hands.up(1, view()), None);
        assert_eq!(hands.moved(1, at(90.0, 90.0)), None);
    }
}
