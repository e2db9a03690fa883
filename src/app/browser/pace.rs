//! Small work that need not be done at once: as much of it a frame as leaves the frame time to be painted.

use std::cell::RefCell;
use std::collections::VecDeque;

use super::frames::{Frames, now_ms};

/// So long of a frame, in milliseconds, is given to such work; what was begun is done.
const SHARE_MS: f64 = 5.0;

type Work = Box<dyn FnOnce()>;

thread_local! {
    static WAITING: RefCell<VecDeque<Work>> = RefCell::default();
    static TURN: Frames = Frames::new(turn);
}

/// Does something within the next frames, after what was asked for before it.
pub fn soon(work: impl FnOnce() + 'static) {
    WAITING.with_borrow_mut(|waiting| waiting.push_back(Box::new(work)));
    TURN.with(Frames::ask);
}

fn turn() {
    let began = now_ms();
    while let Some(work) = WAITING.with_borrow_mut(VecDeque::pop_front) {
        work();
        if now_ms() - began > SHARE_MS {
            break;
        }
    }
    if WAITING.with_borrow(|waiting| !waiting.is_empty()) {
        TURN.with(Frames::ask);
    }
}
