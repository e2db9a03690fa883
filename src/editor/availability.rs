//! What can be done now, and when not, the key of the reason. The action table's last column.

use crate::catalogue::Form;
use crate::geometry::View;

use super::{Availability, Editor};
use Availability::{No, Yes};

fn when(holds: bool, reason: &'static str) -> Availability {
    if holds { Yes } else { No(reason) }
}

pub(super) fn always(_: &Editor) -> Availability {
    Yes
}

/// Where the estate lies on the earth is known, and so where the sun stands.
pub(super) fn located(editor: &Editor) -> Availability {
    when(editor.project().estate.frame.is_some(), "why-no-latitude")
}

/// While an outline is drawn, undo takes its last corner back.
pub(super) fn undo(editor: &Editor) -> Availability {
    when(
        editor.tool().points() > 0 || editor.history().can_undo(),
        "why-nothing-to-undo",
    )
}

pub(super) fn redo(editor: &Editor) -> Availability {
    when(editor.history().can_redo(), "why-nothing-to-redo")
}

pub(super) fn selected(editor: &Editor) -> Availability {
    when(!editor.selection().is_empty(), "why-nothing-selected")
}

pub(super) fn some_thing(editor: &Editor) -> Availability {
    when(!editor.design().placements().is_empty(), "why-nothing-placed")
}

/// Turning: what is selected, or what is about to be placed.
pub(super) fn turned(editor: &Editor) -> Availability {
    match editor.tool().ghost() {
        Some(_) => Yes,
        None => super::several::can::free(editor),
    }
}

/// The keys that move: what is selected, the ghost, or the outline tool's cross.
pub(super) fn nudged(editor: &Editor) -> Availability {
    match editor.tool().is_drawing() {
        true => Yes,
        false => super::several::can::free(editor),
    }
}

pub(super) fn resized(editor: &Editor) -> Availability {
    let catalogue = &editor.project().catalogue;
    let mut free = editor.stage().chosen().filter(|thing| !thing.locked);
    let resizable = free.any(|thing| catalogue.kind(&thing.kind).is_none_or(|kind| kind.is_resizable()));
    super::several::can::free(editor).and(when(resizable, "why-size-is-fixed"))
}

/// One side longer or shorter: things with a width and a depth of their own.
pub(super) fn framed(editor: &Editor) -> Availability {
    let can = resized(editor);
    let things = editor.stage().selected_things();
    let framed = things
        .iter()
        .any(|thing| super::reshape::Frame::of(&thing.shape).is_some());
    match can {
        Yes => when(framed, "why-no-width"),
        no => no,
    }
}

/// Keeping the drawing as it is: there must be something in it.
pub(super) fn kept(editor: &Editor) -> Availability {
    when(!editor.design().is_empty(), "why-nothing-to-keep")
}

pub(super) fn add_corner(editor: &Editor) -> Availability {
    let things = editor.stage().selected_things();
    match things.as_slice() {
        [] => No("why-nothing-selected"),
        [thing] if thing.locked => No("why-locked"),
        [thing] => when(super::reshape::corners(&thing.shape).is_some(), "why-no-corners"),
        _ => No("why-only-one"),
    }
}

/// Corners can be chosen also of what is locked: to look is no change.
pub(super) fn corners(editor: &Editor) -> Availability {
    match editor.stage().selected_things().as_slice() {
        [] => No("why-nothing-selected"),
        [thing] => when(super::reshape::corners(&thing.shape).is_some(), "why-no-corners"),
        _ => No("why-only-one"),
    }
}

pub(super) fn remove_corner(editor: &Editor) -> Availability {
    let things = editor.stage().selected_things();
    match things.as_slice() {
        [] => No("why-nothing-selected"),
        [thing] if thing.locked => No("why-locked"),
        [thing] => match (editor.stage().corner, super::reshape::spare_corners(&thing.shape)) {
            (_, None) => No("why-no-corners"),
            (None, _) => No("why-no-corner-chosen"),
            (Some(_), Some(spare)) => when(spare > 0, "why-too-few-corners"),
        },
        _ => No("why-only-one"),
    }
}

pub(super) fn place_here(editor: &Editor) -> Availability {
    when(editor.tool().can_place_here(), "why-nothing-picked")
}

/// Placing the same again and again: a kind is in the hand.
pub(super) fn place_again(editor: &Editor) -> Availability {
    when(editor.tool().ghost().is_some(), "why-nothing-picked")
}

/// While points are drawn, Backspace takes the last of them back.
pub(super) fn point_back(editor: &Editor) -> Availability {
    when(editor.tool().points() > 0, "why-nothing-drawn-yet")
}

pub(super) fn done(editor: &Editor) -> Availability {
    match editor.is_choosing() {
        true => Yes,
        false => editor.tool().can_finish().map_or_else(No, |()| Yes),
    }
}

pub(super) fn clear_measure(editor: &Editor) -> Availability {
    when(editor.stage().measured.is_some(), "why-nothing-measured")
}

pub(super) fn cancel(editor: &Editor) -> Availability {
    when(
        editor.tool().can_cancel() || editor.is_choosing() || editor.is_moving_view(),
        "why-nothing-to-cancel",
    )
}

/// Drawing by corners: of the kind that is picked, where it has corners, else of the last drawn.
pub(super) fn outline(editor: &Editor) -> Availability {
    match editor.picked_kind() {
        Some(kind) => when(kind.form != Form::Rectangle, "why-no-corners"),
        None => rectangle(editor),
    }
}

pub(super) fn rectangle(editor: &Editor) -> Availability {
    when(
        editor.stage().kind_to_draw(Form::Area).is_some(),
        "why-no-such-kind",
    )
}

pub(super) fn path(editor: &Editor) -> Availability {
    when(
        editor.stage().kind_to_draw(Form::Path).is_some(),
        "why-no-such-kind",
    )
}

pub(super) fn zoom_in(editor: &Editor) -> Availability {
    when(editor.view().scale < View::SCALES.1, "why-largest")
}

pub(super) fn zoom_out(editor: &Editor) -> Availability {
    when(editor.view().scale > View::SCALES.0, "why-smallest")
}

pub(super) fn north_up(editor: &Editor) -> Availability {
    when(editor.view().turn != 0.0, "why-north-is-up")
}

/// The view can be turned along one thing; many have no one direction.
pub(super) fn level_selected(editor: &Editor) -> Availability {
    match editor.selection() {
        [] => No("why-nothing-selected"),
        [_] => Yes,
        _ => No("why-only-one"),
    }
}

pub(super) fn submit(editor: &Editor) -> Availability {
    when(!editor.design().is_empty(), "why-nothing-to-send")
}
