//! What the drawing would be while something is in the hand: looked at as the hand moves, seldom
//! enough that the hand does not feel it.

use std::sync::Arc;

use crate::design::Placement;
use crate::editor::Editor;
use crate::rules::{Checker, Finding, Preview};

/// A look follows the last after this long at the earliest, in milliseconds: what it says has the page
/// laid out anew, and nobody reads faster.
const PAUSE_MS: f64 = 140.0;
/// A dear look waits so many times as long as the last one took: of a hundred moves no more than four
/// come while the machine looks.
const SHARE: f64 = 25.0;

/// More things than this in the hand are looked at once they are set down.
const MANY: usize = 40;

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
    /// After how many milliseconds to look ([`Live::look`]); none when nothing is new, or a look is to come
    /// already.
    pub fn wants(&mut self, editor: &Editor, now: f64) -> Option<u64> {
        let held = editor.in_hand(MANY);
        if held == self.held {
            return None;
        }
        if held.is_empty() {
            return Some(0);
        }
        if std::mem::replace(&mut self.due, true) {
            return None;
        }
        if self.held.is_empty() {
            return Some(0);
        }
        let left = PAUSE_MS.max(self.cost_ms * SHARE) - (now - self.looked_at);
        Some(left.max(0.0).ceil() as u64)
    }
    /// Looks at what is in the hand; true if that is another than at the last look.
    pub fn look(&mut self, editor: &Editor, checker: &Checker, now: impl Fn() -> f64) -> bool {
        self.due = false;
        let held = editor.in_hand(MANY);
        if held == self.held {
            return false;
        }
        if held.is_empty() {
            *self = Self::default();
            return true;
        }
        let began = now();
        self.preview = Some(checker.preview(&held));
        self.held = held;
        self.looked_at = now();
        self.cost_ms = self.looked_at - began;
        true
    }
}
