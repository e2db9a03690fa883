//! The menu of what is chosen, or of the ground: the actions that fit, from the table.

use super::stage::Stage;
use super::tool::tolerance_px;
use super::{Action, ActionRow, Availability, Editor, Effect, Pointer, hit};

/// What is offered for chosen things, the most usual first.
const ON_THINGS: &[Action] = &[
    Action::Delete,
    Action::Duplicate,
    Action::TurnLeft,
    Action::TurnRight,
    Action::Grow,
    Action::Shrink,
    Action::AddCorner,
    Action::RemoveCorner,
    Action::PlaceBeside,
    Action::Undo,
];

/// What is offered on the ground.
const ON_GROUND: &[Action] = &[
    Action::ShowPalette,
    Action::PlaceBeside,
    Action::AddWish,
    Action::SelectAll,
    Action::Find,
    Action::Undo,
    Action::Redo,
    Action::ShowHistory,
    Action::Fit,
];

/// What is offered while something is being placed or drawn.
const IN_HAND: &[Action] = &[
    Action::PlaceHere,
    Action::Done,
    Action::TurnLeft,
    Action::TurnRight,
    Action::RemoveCorner,
    Action::Cancel,
];

impl Editor {
    /// The actions of the menu now, each with whether it can be done and why not.
    pub fn menu(&self) -> Vec<(&'static ActionRow, Availability)> {
        let actions = match (self.tool().is_drawing(), self.selection().is_empty()) {
            (true, _) => IN_HAND,
            (false, false) => ON_THINGS,
            (false, true) => ON_GROUND,
        };
        let row = |action: &Action| (action.row(), self.can(*action));
        actions.iter().map(row).collect()
    }
}

/// A menu is asked for at a place: what lies there is chosen, unless it is among what is chosen.
pub(super) fn asked(pointer: &Pointer, selects: bool, stage: &mut Stage) {
    if selects {
        let reach = stage.view.metres_from_pixels(tolerance_px(pointer.kind));
        let under = hit::thing_at(stage, stage.world(pointer.at), reach).map(|thing| thing.id.clone());
        match under {
            Some(id) if !stage.is_selected(&id) => stage.select(vec![id]),
            Some(_) => {}
            None => stage.select(Vec::new()),
        }
    }
    stage.asked.said.push(Effect::Shell(Action::ShowMenu));
}
