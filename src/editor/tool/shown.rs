//! What the select tool shows over the plan.

use std::sync::Arc;

use crate::design::Placement;
use crate::scene::{Held, Measured, Overlay};

use super::super::handles::{Handles, handles_of};
use super::super::several;
use super::super::stage::Stage;
use super::grip::Hold;
use super::select::{On, Select, handles};

impl Select {
    /// The things in the hand, as they would be if it let go now.
    pub fn in_hand(&self) -> &[Arc<Placement>] {
        match self {
            Self::Holding(grip) => &grip.now,
            Self::Together(held) => &held.now,
            _ => &[],
        }
    }

    pub fn overlay(&self, stage: &Stage) -> Overlay {
        let mut overlay = Overlay::default();
        match self {
            Self::Holding(grip) => {
                overlay.held = grip
                    .now
                    .iter()
                    .map(|thing| Held {
                        thing: thing.clone(),
                        ghost: false,
                        refused: false,
                    })
                    .collect();
                overlay.selected = grip.now.iter().map(|thing| thing.shape.clone()).collect();
                overlay.guides.clone_from(&grip.guides);
                overlay.gap = grip.gap;
                overlay.angle = grip.angle;
                overlay.carried = grip.carried();
                if let ([thing], false) = (grip.now.as_slice(), grip.hold == Hold::Move) {
                    overlay.dimensions = dimensions(&thing.shape);
                    let corner = if let Hold::Corner(at) = grip.hold {
                        Some(at)
                    } else {
                        None
                    };
                    show_handles(
                        &mut overlay,
                        handles_of(&thing.shape, stage.kind(thing).map(|k| &**k), &stage.view, corner),
                    );
                }
                return overlay;
            }
            Self::Together(held) => {
                let resting = |thing: &Arc<Placement>| Held {
                    thing: thing.clone(),
                    ghost: false,
                    refused: false,
                };
                overlay.held = held.now.iter().map(resting).collect();
                overlay.selected = held.now.iter().map(|thing| thing.shape.clone()).collect();
                overlay.angle = held.angle;
                overlay.dimensions = held.dimensions(stage);
                show_handles(
                    &mut overlay,
                    several::handles_of_common(&held.now, stage).unwrap_or_default(),
                );
                return overlay;
            }
            Self::Marquee(press, now) => overlay.marquee = stage.view.box_between(press.world, *now).to_vec(),
            Self::Lasso(_, ring) => overlay.marquee.clone_from(ring),
            Self::Idle(On::Thing(id)) if !stage.is_selected(id) => {
                overlay.hovered = stage.board.thing(id).map(|thing| thing.shape.clone());
            }
            _ => {}
        }
        overlay.selected = stage
            .selected_things()
            .iter()
            .map(|thing| thing.shape.clone())
            .collect();
        if let Some(thing) = stage.only_selected() {
            overlay.dimensions = dimensions(&thing.shape);
        }
        if !matches!(self, Self::Marquee(..) | Self::Lasso(..)) {
            show_handles(&mut overlay, handles(stage).unwrap_or_default());
        }
        overlay
    }
}

fn show_handles(overlay: &mut Overlay, handles: Handles) {
    overlay.stem = handles.stem;
    overlay.frame = handles.frame;
    overlay.handles = handles.all;
}

/// The lengths that are shown at a shape: width and depth of a rectangle, each side of another.
pub(super) fn dimensions(shape: &crate::design::PlacementShape) -> Vec<Measured> {
    let sides = super::super::lengths::measured_sides(shape);
    sides.into_iter().map(|(_, side)| side).collect()
}
