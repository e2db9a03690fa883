//! Hiding: a matter of what this hand sees, not of the design. What is hidden is sent like the rest.

use std::sync::Arc;

use crate::text::Message;

use super::super::{say, stage::Stage};

/// Takes what is chosen out of sight.
pub(super) fn hide(stage: &mut Stage) {
    let things: Vec<_> = stage.selected_things().into_iter().cloned().collect();
    Arc::make_mut(&mut stage.hidden).extend(things.iter().map(|thing| thing.id.clone()));
    stage.select(Vec::new());
    changed(stage);
    stage.announce(say::about("say-hidden", &things));
}

/// Shows everything again.
pub(super) fn show_all(stage: &mut Stage) {
    let count = stage.hidden.len();
    stage.hidden = Arc::default();
    changed(stage);
    stage.announce(Message::new("say-shown").with("n", count));
}

fn changed(stage: &mut Stage) {
    stage.asked.objects = true;
    stage.asked.overlay = true;
    // The list says what is hidden.
    stage.asked.selection = true;
}
