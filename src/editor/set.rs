//! Properties that the inspector sets on what is selected: each one gesture, one step.

use crate::catalogue::Kind;
use crate::design::{Command, ParamValue, Placement, PlacementShape};
use crate::geometry::{Line, OutlineFault, Turn, snapped_to_mm};
use crate::text::Message;

use super::handles::direction_of;
use super::lengths::with_side;
use super::perform::scaled;
use super::reshape::{Frame, in_frame, resized_to};
use super::snap::Nearby;
use super::stage::Stage;
use super::{Property, StepLabel, say};

/// Sets a property of every selected thing that has it.
pub(super) fn set(property: &Property, stage: &mut Stage) {
    if let Property::Gap(metres) = property {
        return set_gap(*metres, stage);
    }
    let things = match property {
        // What is locked may still be written about.
        Property::Param(..) | Property::Note(_) => stage.selected_things(),
        _ => stage
            .selected_things()
            .into_iter()
            .filter(|thing| !thing.locked)
            .collect(),
    };
    if things.is_empty() && !stage.selection.is_empty() {
        return stage.tell(Message::new("why-locked"));
    }
    let next: Result<Vec<_>, _> = things
        .into_iter()
        .map(|thing| with(property, thing, stage.kind(thing).map(|kind| &**kind)))
        .collect();
    let next: Vec<Placement> = match next {
        Ok(next) => next,
        Err(fault) => return stage.tell(say::outline_fault(fault)),
    };
    let Some(first) = next.first().cloned() else {
        return stage.tell(Message::new("why-nothing-selected"));
    };
    let label = StepLabel::of(step_key(property), &next);
    let said = label.message();
    if stage.commit(&Command::Put(next), label) {
        let first = std::sync::Arc::new(first);
        match property {
            Property::At(_) | Property::Gap(_) => {
                stage.announce(say::moved(stage, std::slice::from_ref(&first)))
            }
            Property::Width(_) | Property::Depth(_) | Property::Slots(_) => {
                stage.announce(say::resized(&first))
            }
            Property::Side(..) => stage.announce(say::reshaped(&first)),
            Property::Turn(_) => stage.announce(say::turned(&first, direction_of(&first.shape))),
            Property::Param(..) | Property::Note(_) => stage.announce(said),
        }
    }
}

/// Moves the one thing selected straight to or from the nearest wall, so that so many metres are
/// free between them.
fn set_gap(metres: f64, stage: &mut Stage) {
    let Some(thing) = stage.only_selected().cloned() else {
        return stage.tell(Message::new("why-only-one"));
    };
    let mut nearby = Nearby::without(std::iter::once(thing.id.clone()).collect());
    let way = nearby.gap(stage, &thing.shape).map(|(gap, _)| gap);
    let Some((from, to)) = way.map(|gap| (gap.from, gap.to)) else {
        return stage.tell(Message::new("why-no-wall-near"));
    };
    if let (Some(away), true) = ((to - from).unit(), metres.is_finite()) {
        let by = away * (metres.clamp(0.0, 1_000.0) - from.distance(to));
        let at = thing.shape.centre() + by;
        set(&Property::At(at), stage);
    }
}

fn step_key(property: &Property) -> &'static str {
    match property {
        Property::At(_) | Property::Gap(_) => "step-moved",
        Property::Side(..) => "step-reshaped",
        Property::Width(_) | Property::Depth(_) | Property::Slots(_) => "step-resized",
        Property::Turn(_) => "step-turned",
        Property::Param(..) => "step-set",
        Property::Note(_) => "step-note",
    }
}

fn with(property: &Property, thing: &Placement, kind: Option<&Kind>) -> Result<Placement, OutlineFault> {
    let mut next = thing.clone();
    match property {
        Property::At(at) => next.shape = thing.shape.moved(*at - thing.shape.centre())?,
        Property::Width(width) => next.shape = sized(&thing.shape, Some(*width), None, kind)?,
        Property::Depth(depth) => next.shape = sized(&thing.shape, None, Some(*depth), kind)?,
        Property::Turn(degrees) => {
            let by = Turn::new(*degrees).degrees() - direction_of(&thing.shape);
            next.shape = thing.shape.turned(thing.shape.centre(), by)?;
            // The turn that was typed is kept exactly, not by way of a difference.
            if let PlacementShape::Rectangle { turn, .. } = &mut next.shape {
                *turn = Turn::new(*degrees);
            }
        }
        Property::Param(name, value) => set_param(&mut next, name, value, kind),
        Property::Side(side, metres) => {
            if !metres.is_finite() {
                return Err(OutlineFault::NotFinite);
            }
            next.shape = with_side(&thing.shape, *side, *metres)?;
        }
        // It needs to know what lies around, and is set elsewhere.
        Property::Gap(_) => {}
        Property::Note(note) => next.note = note.clone().into(),
        Property::Slots(slots) => {
            if let Some(width) = kind.and_then(|kind| super::slots::width_for(*slots, thing, kind)) {
                next.shape = sized(&thing.shape, Some(width), None, kind)?;
            }
        }
    }
    Ok(next)
}

/// A param that the kind has, within its options or range; of others nothing is set.
fn set_param(thing: &mut Placement, name: &str, value: &ParamValue, kind: Option<&Kind>) {
    let Some(param) = kind.and_then(|kind| kind.param(name)) else {
        return;
    };
    let value = match (value, &param.number) {
        (ParamValue::Text(text), None) if param.options.contains(text) => value.clone(),
        (ParamValue::Number(number), Some(known)) => ParamValue::Number(known.range.held(*number)),
        _ => return,
    };
    thing.params.insert(name.to_owned(), value);
}

/// The shape with another width or depth about its middle. A path's depth is its width, its
/// width its length.
fn sized(
    shape: &PlacementShape,
    width: Option<f64>,
    depth: Option<f64>,
    kind: Option<&Kind>,
) -> Result<PlacementShape, OutlineFault> {
    if [width, depth]
        .into_iter()
        .flatten()
        .any(|length| !length.is_finite())
    {
        return Err(OutlineFault::NotFinite);
    }
    if let Some(frame) = Frame::of(shape) {
        let (width, depth) = (width.unwrap_or(frame.size.x), depth.unwrap_or(frame.size.y));
        return Ok(in_frame(shape, &resized_to(&frame, width, depth, kind)));
    }
    let bounds = shape.bounds();
    match (shape, width, depth) {
        (PlacementShape::Path { line, .. }, _, Some(depth)) => Ok(PlacementShape::Path {
            line: line.clone(),
            width: snapped_to_mm(kind.map_or(depth.clamp(0.1, 50.0), |kind| kind.depth.held(depth))),
        }),
        (PlacementShape::Path { line, width: own }, Some(length), _) => {
            let centre = line.bounds().centre();
            let factor = length.clamp(0.5, 1_000.0) / line.length().max(0.001);
            let points = line
                .points()
                .iter()
                .map(|point| centre + (*point - centre) * factor);
            let line = Line::new(points).ok_or(OutlineFault::OutOfReach)?;
            Ok(PlacementShape::Path { line, width: *own })
        }
        (_, Some(width), _) if bounds.width() >= bounds.height() => scaled(shape, width - bounds.width()),
        (_, _, Some(depth)) if bounds.height() > bounds.width() => scaled(shape, depth - bounds.height()),
        (_, Some(width), _) => scaled(shape, bounds.height() * (width / bounds.width().max(0.1) - 1.0)),
        (_, _, Some(depth)) => scaled(shape, bounds.width() * (depth / bounds.height().max(0.1) - 1.0)),
        _ => Ok(shape.clone()),
    }
}
