//! The clipboard: what is chosen as text, and a text as things.

use std::sync::Arc;

use crate::design::stored::clip as stored;
use crate::design::{Command, Placement};
use crate::geometry::{ScreenPt, WorldPt};
use crate::text::Message;

use super::super::{say, stage::Stage};
use super::copies;

/// The text of what is chosen; none while nothing is.
pub fn clip(stage: &Stage) -> Option<String> {
    let things: Vec<Arc<Placement>> = stage.selected_things().into_iter().cloned().collect();
    (!things.is_empty()).then(|| stored::write(&things))
}

/// Puts the things of a text on the plan as one step: their middle where the mouse is, else in
/// the middle of what is seen, as far from each other as they were.
pub fn paste(text: &str, stage: &mut Stage) {
    let clip = match stored::read(text) {
        Ok(clip) => clip,
        Err(fault) => return stage.tell(Message::new(fault.key()).with("n", stored::MOST)),
    };
    let Some(bounds) = super::super::perform::common_bounds(&clip.things) else {
        return;
    };
    let by = place(stage) - bounds.centre();
    let made = match copies(&clip.things, &[by], stage.board.design()) {
        Ok(made) => made,
        Err(fault) => return stage.tell(say::outline_fault(fault)),
    };
    let ids = made.iter().map(|thing| thing.id.clone()).collect();
    if stage.commit(&Command::Put(made), say::label("step-pasted", &clip.things)) {
        stage.select(ids);
        stage.announce(say::about("say-pasted", &clip.things));
        if clip.left_out > 0 {
            stage.tell(Message::new("say-pasted-some").with("n", clip.left_out));
        }
    }
}

fn place(stage: &Stage) -> WorldPt {
    let size = stage.view.size;
    let seen = |at: &ScreenPt| (0.0..=size.x).contains(&at.x) && (0.0..=size.y).contains(&at.y);
    let middle = ScreenPt::new(size.x / 2.0, size.y / 2.0);
    stage
        .world(stage.pointed.filter(seen).unwrap_or(middle))
        .snapped()
}
