//! What the drawing would be while something is in the hand: looked at as the hand moves, seldom
//! enough that the hand does not feel it.

use std::sync::Arc;

use crate::design::Placement;
use crate::editor::Editor;
use crate::rules::{Checker, Finding, Preview};

/// A look follows the last after this long at the earliest, in milliseconds: what it says has the page
/// laid out anew, and nobody reads faster.
const PAUSE_MS: f64 = 140.0;
/// A dear look waits so many times as long as the last one took.
const SHARE: f64 = 8.0;

/// More things than this in the hand are looked at once they are set down.
const MANY: usize = 40;

/// What came of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looked {
    /// Nothing is new.
    Same,
    /// What the hand would make is another now.
    New,
    /// It is too soon after the last look: look again after so many milliseconds.
    Later(u64),
}

/// What was in the hand when it was last looked at, and what it would make.
#[derive(Default)]
pub struct Live {
    held: Vec<Arc<Placement>>,
    preview: Option<Preview>,
    looked_at: f64,
    cost_ms: f64,
    /// A later look is asked for already.
    due: bool,
}

impl Live {
    /// What the design would be if the hand let go now; none while it rests.
    pub fn preview(&self) -> Option<&Preview> {
        self.preview.as_ref()
    }
    /// What the rules would say of what is in the hand.
    pub fn findings(&self) -> &[Finding] {
        self.preview.as_ref().map_or(&[], |preview| &preview.findings)
    }
    /// The later look has come.
    pub fn is_due(&mut self) {
        self.due = false;
    }
    /// Looks, if what is in the hand is another than at the last look and that was long enough ago.
    pub fn look(&mut self, editor: &Editor, checker: &Checker, now: impl Fn() -> f64) -> Looked {
        let held = editor.in_hand(MANY);
        if held == self.held {
            return Looked::Same;
        }
        if held.is_empty() {
            *self = Self {
                due: self.due,
                ..Self::default()
            };
            return Looked::New;
        }
        let began = now();
        let left = PAUSE_MS.max(self.cost_ms * SHARE) - (began - self.looked_at);
        if left > 0.0 && !self.held.is_empty() {
            if std::mem::replace(&mut self.due, true) {
                return Looked::Same;
            }
            return Looked::Later(left.ceil() as u64);
        }
        self.preview = Some(checker.preview(&held));
        self.held = held;
        self.looked_at = now();
        self.cost_ms = self.looked_at - began;
        Looked::New
    }
}
