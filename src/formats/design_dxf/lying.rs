//! Where a drawing lies: in the metres of the sheet, or in those of a surveyor's grid. What is drawn is laid into the
//! grid at the end, thing by thing; what the file carries says which grid it was, so that it comes back.

use dxf::entities::Entity;
use serde_json::Map;

use crate::estate::Frame;
use crate::geometry::{Bounds, WorldPt};
use crate::text::{Lang, Message, say as said};

use super::super::placed_grid::PlacedGrid;
use super::file::{Drawing, Form, Thing};
use super::layers::{NOTES, layer};
use super::{LETTERS_M, carried_text};

/// The sentence that says in which coordinates a drawing is.
pub(crate) fn coordinates(grid: Option<&PlacedGrid>) -> Message {
    match grid {
        Some(grid) => Message::new("dxf-coordinates-grid").with("grid", grid.called()),
        None => Message::new("dxf-coordinates-sheet"),
    }
}

/// Says in the drawing in which coordinates it is, at its head and below the plan.
pub(super) fn say(
    drawing: &mut Drawing,
    frame: Option<Frame>,
    grid: Option<&PlacedGrid>,
    bounds: Bounds,
    lang: Lang,
) {
    let text = said(lang, &coordinates(grid));
    drawing.comment = format!("Mulin. {text}");
    let carried = grid.map(|grid| {
        let kept = grid.written();
        let kept: Map<_, _> = kept.as_object().cloned().unwrap_or_default();
        carried_text("grid", kept)
    });
    // Without a place on the earth there is no other grid that the reader could take it for.
    if frame.is_some() || grid.is_some() {
        drawing.things.push(Thing {
            layer: layer(NOTES),
            form: Form::Text {
                text,
                at: [bounds.centre().x, bounds.min.y - 11.0],
                height: 2.0 * LETTERS_M,
            },
            carried,
        });
    }
}

/// Lays what is drawn into a grid.
pub(super) fn lay(drawing: &mut Drawing, grid: &PlacedGrid) {
    // A grid is only taken when it reaches all of the plan.
    let lies = |[x, y]: [f64; 2]| grid.grid_of(WorldPt::new(x, y)).unwrap_or([x, y]);
    let turn_and_scale = |[x, y]: [f64; 2]| grid.turn_and_scale(WorldPt::new(x, y)).unwrap_or((0.0, 1.0));
    for thing in &mut drawing.things {
        match &mut thing.form {
            Form::Lines { points, width, .. } => {
                if let Some(first) = points.first() {
                    *width *= turn_and_scale(*first).1;
                }
                points.iter_mut().for_each(|point| *point = lies(*point));
            }
            Form::Block { at, turn, grown, .. } => {
                let (more, scale) = turn_and_scale(*at);
                *turn += more;
                *grown *= scale;
                *at = lies(*at);
            }
            Form::Text { at, .. } | Form::Circle { at, .. } => *at = lies(*at),
        }
    }
    let [[left, low], [right, high]] = drawing.bounds;
    let corners = [[left, low], [right, low], [right, high], [left, high]].map(lies);
    let ends = |axis: usize| {
        let along = corners.map(|corner| corner[axis]);
        let least = along.into_iter().fold(f64::INFINITY, f64::min);
        (least, along.into_iter().fold(f64::NEG_INFINITY, f64::max))
    };
    let ((left, right), (low, high)) = (ends(0), ends(1));
    drawing.bounds = [[left, low], [right, high]];
}

/// The grid that an entity carries.
pub(super) fn of(entity: &Entity) -> Option<PlacedGrid> {
    let carried = super::read::carried_by(entity)?;
    PlacedGrid::read(carried.get("grid")?, None)
}
