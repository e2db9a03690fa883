//! The menu of what is chosen, or of the ground: the actions that fit, from the table.

use super::several::whole_of;
use super::stage::Stage;
use super::tool::tolerance_px;
use super::{Action, ActionRow, Availability, Editor, Effect, Pointer, hit};

/// What is offered for one chosen thing, the most usual first.
const ON_THING: &[Action] = &[
    Action::Delete,
    Action::Duplicate,
    Action::Copy,
    Action::TurnLeft,
    Action::TurnRight,
    Action::MakeRow,
    Action::ReplaceKind,
    Action::SelectKind,
    Action::PlaceBeside,
    Action::AddCorner,
    Action::RemoveCorner,
    Action::Lock,
    Action::Unlock,
    Action::Ungroup,
    Action::Hide,
];

/// What is offered for several chosen things.
const ON_THINGS: &[Action] = &[
    Action::Delete,
    Action::Duplicate,
    Action::Copy,
    Action::Group,
    Action::Ungroup,
    Action::AlignLeft,
    Action::AlignMiddle,
    Action::DistributeAcross,
    Action::TurnLeft,
    Action::TurnRight,
    Action::ReplaceKind,
    Action::PlaceBeside,
    Action::Lock,
    Action::Unlock,
    Action::Hide,
];

/// Of these only those are offered that can be done: their opposite, or nothing, is offered else.
const IF_IT_CAN: &[Action] = &[
    Action::RemoveCorner,
    Action::Unlock,
    Action::Ungroup,
    Action::ShowAll,
    Action::Done,
    Action::PointBack,
];

/// What is offered on the ground.
const ON_GROUND: &[Action] = &[
    Action::ShowPalette,
    Action::PlaceBeside,
    Action::AddWish,
    Action::Paste,
    Action::SelectAll,
    Action::ShowAll,
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
    Action::PointBack,
    Action::Cancel,
];

impl Editor {
    /// The actions of the menu now, each with whether it can be done and why not.
    pub fn menu(&self) -> Vec<(&'static ActionRow, Availability)> {
        let actions = match (self.tool().is_drawing(), self.selection().len()) {
            (true, _) => IN_HAND,
            (false, 0) => ON_GROUND,
            (false, 1) => ON_THING,
            (false, _) => ON_THINGS,
        };
        let row = |action: &Action| (action.row(), self.can(*action));
        let rows = actions.iter().map(row);
        rows.filter(|(row, can)| can.is_yes() || !IF_IT_CAN.contains(&row.action))
            .collect()
    }
}

/// A menu is asked for at a place: what lies there is chosen, unless it is among what is chosen.
pub(super) fn asked(pointer: &Pointer, selects: bool, stage: &mut Stage) {
    if selects {
        let reach = stage.view.metres_from_pixels(tolerance_px(pointer.kind));
        let under = hit::thing_at(stage, stage.world(pointer.at), reach).map(|thing| thing.id.clone());
        match under {
            Some(id) if !stage.is_selected(&id) => stage.select(whole_of(&id, stage)),
            Some(_) => {}
            None => stage.select(Vec::new()),
        }
    }
    stage.asked.said.push(Effect::Shell(Action::ShowMenu));
}
