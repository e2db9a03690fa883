//! Another kind in place of what is chosen: where it stands and turned as it is, its size brought
//! within what the new kind may have.

use std::sync::Arc;

use crate::catalogue::{Form, Kind, KindId};
use crate::design::{Command, ParamValue, Placement, PlacementShape};
use crate::text::Message;

use super::super::reshape::{Frame, in_frame, resized_to};
use super::super::{say, stage::Stage};

fn form_of(shape: &PlacementShape) -> Form {
    match shape {
        PlacementShape::Rectangle { .. } => Form::Rectangle,
        PlacementShape::Area(_) => Form::Area,
        PlacementShape::Path { .. } => Form::Path,
    }
}

/// The kinds that all that is chosen may become: of their form, and not the one they all are.
pub fn others(stage: &Stage) -> Vec<Arc<Kind>> {
    let things = stage.free_things();
    let Some(first) = things.first() else {
        return Vec::new();
    };
    let form = form_of(&first.shape);
    if things.iter().any(|thing| form_of(&thing.shape) != form) {
        return Vec::new();
    }
    let all_are = |kind: &Kind| things.iter().all(|thing| thing.kind == kind.id);
    let kinds = stage.project.catalogue.offered();
    kinds
        .filter(|kind| kind.form == form && !all_are(kind))
        .cloned()
        .collect()
}

/// Makes all that is chosen things of a kind, as one step.
pub fn replace(kind: &KindId, stage: &mut Stage) {
    let things = stage.free_things();
    let Some(kind) = others(stage).into_iter().find(|other| &other.id == kind) else {
        let why = if things.is_empty() {
            "why-nothing-selected"
        } else {
            "why-other-form"
        };
        return stage.tell(Message::new(why));
    };
    let next: Vec<Placement> = things.iter().map(|thing| as_kind(thing, &kind)).collect();
    let resized = things
        .iter()
        .zip(&next)
        .filter(|(was, is)| was.shape != is.shape)
        .count();
    if stage.commit(&Command::Put(next), say::label("step-replaced", &things)) {
        let said = Message::new(if resized > 0 {
            "say-replaced-resized"
        } else {
            "say-replaced"
        });
        let said = said.with("n", things.len()).with("resized", resized);
        stage.announce(said.with("what", say::named(&kind.id)));
        // The card shows what the new kind has.
        stage.asked.selection = true;
    }
}

fn as_kind(thing: &Placement, kind: &Kind) -> Placement {
    let mut next = Placement {
        kind: kind.id.clone(),
        shape: held(&thing.shape, kind),
        ..thing.clone()
    };
    next.params.retain(|name, value| match (kind.param(name), value) {
        (None, _) => false,
        (Some(param), ParamValue::Text(chosen)) => param.options.contains(chosen),
        (Some(param), ParamValue::Number(set)) => param
            .number
            .as_ref()
            .is_some_and(|number| number.range.held(*set) == *set),
        (Some(_), ParamValue::Other(_)) => false,
    });
    next
}

/// The shape within the ranges of a kind.
fn held(shape: &PlacementShape, kind: &Kind) -> PlacementShape {
    match (shape, Frame::of(shape)) {
        (PlacementShape::Path { line, width }, _) => PlacementShape::Path {
            line: line.clone(),
            width: kind.depth.held(*width),
        },
        // An outline that is no rectangle has no width and depth to hold.
        (_, None) => shape.clone(),
        (_, Some(frame)) => {
            let within = resized_to(&frame, frame.size.x, frame.size.y, Some(kind));
            if (within.size - frame.size).length() < 0.002 {
                return shape.clone();
            }
            in_frame(shape, &within)
        }
    }
}
