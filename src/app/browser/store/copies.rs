//! A second copy of the drawing at hand, in `localStorage`: browsers that empty or shorten their
//! database without a word leave it alone. And which window drew last.

use gloo::storage::{LocalStorage, Storage as _};
use serde::{Deserialize, Serialize};

use super::Draft;
use crate::app::browser::page;

/// What of a drawing is copied at most, in bytes. A larger one has its copy from before.
const LARGEST: usize = 1024 * 1024;

#[derive(Serialize, Deserialize)]
struct Copy {
    turn: u64,
    saved: f64,
    design: String,
}

/// Keeps a copy of the drawing at hand in a project; its steps are not copied.
pub fn keep(project: &str, draft: &Draft) {
    if let (true, Ok(design)) = (draft.design.len() <= LARGEST, std::str::from_utf8(&draft.design)) {
        let copy = Copy {
            turn: draft.turn,
            saved: draft.saved,
            design: design.to_owned(),
        };
        // Where there is no room for it the database has the drawing as ever.
        let _ = LocalStorage::set(copy_name(project), copy);
    }
}

/// The copy, where there is one that can be read.
pub fn of(project: &str) -> Option<Draft> {
    let copy: Copy = LocalStorage::get(copy_name(project)).ok()?;
    Some(Draft {
        turn: copy.turn,
        saved: copy.saved,
        design: copy.design.into_bytes(),
        history: String::new(),
    })
}

/// Forgets the copy.
pub fn forget(project: &str) {
    page::forget(&copy_name(project));
}

/// Says that this window draws in a project from now on; whether another has since it last said so.
pub fn take_in_hand(project: &str, window: &str) -> bool {
    let name = format!("mulin.hand.{project}");
    let hand = page::kept(&name);
    if hand.as_deref() == Some(window) {
        return false;
    }
    page::keep(&name, window);
    hand.is_some()
}

fn copy_name(project: &str) -> String {
    format!("mulin.copy.{project}")
}
