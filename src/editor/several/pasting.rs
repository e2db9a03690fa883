//! The clipboard: what is chosen as text, and a text as things.

use std::sync::Arc;

use crate::design::stored::clip::{self as stored, Crossed};
use crate::design::{Command, Placement};
use crate::geometry::{Bounds, ScreenPt, WorldPt, WorldVec};
use crate::text::Message;

use super::super::{say, stage::Stage};
use super::copies;

/// The text of what is chosen; none while nothing is.
pub fn clip(stage: &Stage) -> Option<String> {
    let things: Vec<Arc<Placement>> = stage.selected_things().into_iter().cloned().collect();
    (!things.is_empty()).then(|| stored::write(&things))
}

/// Puts the things of a text on the plan as one step: their middle where the mouse is, else in
/// the middle of what is seen, as far from each other as they were. Of outlines that cross
/// themselves it gives the first, moved with them, for the hand to mend; it says how many more there
/// are, which are left out as only one can be in the hand.
pub fn paste(text: &str, stage: &mut Stage) -> Option<Crossed> {
    let clip = match stored::read(text) {
        Ok(clip) => clip,
        Err(fault) => {
            stage.tell(Message::new(fault.key()).with("n", stored::MOST));
            return None;
        }
    };
    let crossed = clip.crossed.first();
    let outline = crossed.and_then(|crossed| Bounds::of(crossed.corners.iter().copied()));
    let things = super::super::perform::common_bounds(&clip.things);
    let bounds = things.into_iter().chain(outline).reduce(Bounds::joined)?;
    let by = place(stage) - bounds.centre();
    if !clip.things.is_empty() && !put(&clip.things, by, stage) {
        return None;
    }
    if clip.left_out > 0 {
        stage.tell(Message::new("say-pasted-some").with("n", clip.left_out));
    }
    if clip.crossed.len() > 1 {
        let told = Message::new("say-pasted-crossed").with("n", clip.crossed.len());
        stage.tell(told.with("left", clip.crossed.len() - 1));
    }
    crossed.map(|crossed| Crossed {
        kind: crossed.kind.clone(),
        corners: crossed.corners.iter().map(|corner| *corner + by).collect(),
    })
}

/// Puts copies of things on the plan, moved, and selects them; true when they stand there.
fn put(things: &[Arc<Placement>], by: WorldVec, stage: &mut Stage) -> bool {
    let made = match copies(things, &[by], stage.board.design()) {
        Ok(made) => made,
        Err(fault) => {
            stage.tell(say::outline_fault(fault));
            return false;
        }
    };
    let ids = made.iter().map(|thing| thing.id.clone()).collect();
    let pasted = stage.commit(&Command::Put(made), say::label("step-pasted", things));
    if pasted {
        stage.select(ids);
        stage.announce(say::about("say-pasted", things));
    }
    pasted
}

fn place(stage: &Stage) -> WorldPt {
    let size = stage.view.size;
    let seen = |at: &ScreenPt| (0.0..=size.x).contains(&at.x) && (0.0..=size.y).contains(&at.y);
    let middle = ScreenPt::new(size.x / 2.0, size.y / 2.0);
    stage
        .world(stage.pointed.filter(seen).unwrap_or(middle))
        .snapped()
}
