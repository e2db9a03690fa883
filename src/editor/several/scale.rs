//! Several things scaled about their common middle: each stays a sound thing of its kind.

use std::sync::Arc;

use crate::catalogue::Kind;
use crate::design::{Placement, PlacementShape};
use crate::geometry::{Line, Outline, OutlineFault, WorldPt, WorldVec};
use crate::text::Message;

use super::super::perform::reshape_in_run;
use super::super::reshape::{Frame, in_frame, resized_to};
use super::super::stage::Stage;
use super::{axes, reach_of};

/// The box around several things along the axes of the screen; none around nothing.
pub fn common_frame(things: &[Arc<Placement>], stage: &Stage) -> Option<Frame> {
    let (right, up) = axes(&stage.view);
    let (across, along) = (reach_of(things, right, stage), reach_of(things, up, stage));
    (!things.is_empty()).then(|| Frame {
        at: WorldPt::default() + right * ((across.0 + across.1) / 2.0) + up * ((along.0 + along.1) / 2.0),
        size: WorldVec::new(across.1 - across.0, along.1 - along.0),
        turn: right.degrees(),
    })
}

/// A shape of a kind, its middle and its size scaled about a point. What its kind cannot be, it
/// does not become: a size stays within its ranges, and what has one size only moves.
pub fn scaled_about(
    shape: &PlacementShape,
    about: WorldPt,
    factor: f64,
    kind: Option<&Kind>,
) -> Result<PlacementShape, OutlineFault> {
    let centre = shape.centre();
    let moved = shape.moved((centre - about) * (factor - 1.0))?;
    if kind.is_some_and(|kind| !kind.is_resizable()) {
        return Ok(moved);
    }
    if let Some(frame) = Frame::of(&moved) {
        let (width, depth) = (frame.size.x * factor, frame.size.y * factor);
        return Ok(in_frame(&moved, &resized_to(&frame, width, depth, kind)));
    }
    let centre = moved.centre();
    let apart = |point: &WorldPt| centre + (*point - centre) * factor;
    match &moved {
        PlacementShape::Area(outline) => {
            Outline::new(outline.corners().iter().map(apart)).map(PlacementShape::Area)
        }
        PlacementShape::Path { line, width } => Line::new(line.points().iter().map(apart))
            .map(|line| PlacementShape::Path { line, width: *width })
            .ok_or(OutlineFault::OutOfReach),
        PlacementShape::Rectangle { .. } => Ok(moved),
    }
}

/// Scales several things about their common middle, so that the longer side of the box around them is so many metres
/// longer.
pub fn grow_together(by: f64, stage: &mut Stage) {
    let things = stage.free_things();
    let Some(frame) = common_frame(&things, stage) else {
        return;
    };
    let longer = frame.size.x.max(frame.size.y).max(0.1);
    let factor = ((longer + by) / longer).max(0.1);
    let scaled = reshape_in_run("step-resized", stage, |stage, thing| {
        let kind = stage.kind(thing).map(|kind| &**kind);
        scaled_about(&thing.shape, frame.at, factor, kind)
    });
    if scaled {
        let said = Message::new("say-scaled").with("n", things.len());
        stage.announce(said.number("percent", factor * 100.0, 0));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{Catalogue, KindId};
    use crate::design::PlacementId;
    use crate::geometry::Turn;
    use proptest::prelude::*;

    const KINDS: [&str; 6] = ["pavilion", "bench", "tree", "lamp", "charging-shed", "car-park"];

    proptest! {
        /// The middle goes where scaling takes it, and the size stays within the kind's ranges.
        #[test]
        fn each_stays_a_sound_thing(kind in 0_usize..6, x in -80.0..80.0, y in -80.0..80.0, turn in 0.0..360.0, factor in 0.05..20.0) {
            let kind = Catalogue::built_in().kind(&KindId::new(KINDS[kind])).expect("a kind");
            let thing = Placement::new(PlacementId::new("p1"), kind, WorldPt::new(x, y), Turn::new(turn));
            let about = WorldPt::new(3.0, -2.0);
            let after = scaled_about(&thing.shape, about, factor, Some(kind)).expect("a shape");
            let wanted = about + (thing.shape.centre() - about) * factor;
            prop_assert!(after.centre().distance(wanted) < 0.01);
            if let PlacementShape::Rectangle { size, .. } = after {
                prop_assert!((kind.width.min - 0.001..=kind.width.max + 0.001).contains(&size.x));
                prop_assert!((kind.depth.min - 0.001..=kind.depth.max + 0.001).contains(&size.y));
            }
        }
    }
}
