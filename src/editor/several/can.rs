//! What can be done with several things now, and when not, the key of the reason.

use super::super::Availability::{No, Yes};
use super::super::{Availability, Editor};
use super::grouping;

fn when(holds: bool, reason: &'static str) -> Availability {
    if holds { Yes } else { No(reason) }
}

/// Something is chosen that is not locked.
pub fn free(editor: &Editor) -> Availability {
    let stage = editor.stage();
    match stage.chosen().any(|thing| !thing.locked) {
        true => Yes,
        false => when(!stage.selection.is_empty(), "why-nothing-selected").and(No("why-locked")),
    }
}

/// At least two things or groups, of which one is free to move.
pub fn align(editor: &Editor) -> Availability {
    let stage = editor.stage();
    if grouping::are_units(stage, 2) {
        return Yes;
    }
    let held = stage.chosen().any(|thing| thing.locked);
    match (grouping::are_units(stage, 1), held) {
        (false, true) => No("why-locked"),
        (one, held) => when(one && held, "why-at-least-two"),
    }
}

/// At least three things or groups.
pub fn distribute(editor: &Editor) -> Availability {
    when(grouping::are_units(editor.stage(), 3), "why-at-least-three")
}

pub fn group(editor: &Editor) -> Availability {
    let things = editor.stage().selected_things();
    when(things.len() >= 2, "why-at-least-two")
        .and(when(!grouping::is_one_group(&things), "why-one-group-already"))
}

pub fn ungroup(editor: &Editor) -> Availability {
    let things = editor.stage().selected_things();
    when(things.iter().any(|thing| thing.group.is_some()), "why-no-group")
}

/// Entering a group: one is chosen, and nothing else.
pub fn enter_group(editor: &Editor) -> Availability {
    let (stage, things) = (editor.stage(), editor.stage().selected_things());
    let entered = things.first().is_some_and(|thing| thing.group == stage.entered);
    when(grouping::is_one_group(&things) && !entered, "why-no-group")
}

pub fn lock(editor: &Editor) -> Availability {
    let things = editor.stage().selected_things();
    when(!things.is_empty(), "why-nothing-selected").and(when(
        things.iter().any(|thing| !thing.locked),
        "why-locked-already",
    ))
}

pub fn unlock(editor: &Editor) -> Availability {
    let things = editor.stage().selected_things();
    when(things.iter().any(|thing| thing.locked), "why-not-locked")
}

pub fn show_all(editor: &Editor) -> Availability {
    when(!editor.stage().hidden.is_empty(), "why-nothing-hidden")
}

/// Another kind: all that is chosen has one form.
pub fn replace(editor: &Editor) -> Availability {
    free(editor).and(when(!super::others(editor.stage()).is_empty(), "why-other-form"))
}
