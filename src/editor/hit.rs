//! What lies under a point: standing things before ground, small before large.

use std::sync::Arc;

use crate::catalogue::Layer;
use crate::design::{Placement, PlacementShape};
use crate::geometry::{Bounds, WorldPt};

use super::stage::Stage;

/// The thing under a point, with a tolerance in metres for small things and for near misses.
pub(super) fn thing_at(stage: &Stage, point: WorldPt, tolerance: f64) -> Option<&Arc<Placement>> {
    let around = Bounds {
        min: point,
        max: point,
    }
    .grown(tolerance);
    let best = stage
        .board
        .in_box(around)
        .filter(|(thing, _)| !stage.hides(thing))
        .filter_map(|(thing, bounds)| Some((rank(stage, thing, bounds, point, tolerance)?, thing)));
    best.min_by(|(a, one), (b, other)| {
        // Of equals the one placed last lies on top.
        let by_rank = a.0.cmp(&b.0).then(a.1.total_cmp(&b.1));
        by_rank.then_with(|| (other.id.as_str().len(), &other.id).cmp(&(one.id.as_str().len(), &one.id)))
    })
    .map(|(_, thing)| thing)
}

/// Lower is nearer to the hand: missed or not and standing or ground, then ground covered.
fn rank(
    stage: &Stage,
    thing: &Placement,
    bounds: Bounds,
    point: WorldPt,
    tolerance: f64,
) -> Option<(u8, f64)> {
    let off = distance(&thing.shape, point);
    let small = bounds.width().max(bounds.height()) <= 2.0 * tolerance;
    let hit = off <= 0.0 || (small && off <= tolerance);
    if !hit && off > tolerance {
        return None;
    }
    let ground = stage.kind(thing).is_some_and(|kind| kind.layer == Layer::Ground);
    match hit {
        true => Some((u8::from(ground), covered(&thing.shape))),
        false => Some((2, off)),
    }
}

/// Distance in metres from a shape, 0 on it.
fn distance(shape: &PlacementShape, point: WorldPt) -> f64 {
    match shape {
        PlacementShape::Rectangle { at, size, turn } => {
            let own = (point - *at).turned(-turn.degrees());
            let (x, y) = (own.x.abs() - size.x / 2.0, own.y.abs() - size.y / 2.0);
            x.max(0.0).hypot(y.max(0.0))
        }
        PlacementShape::Area(outline) => outline.distance_to(point),
        PlacementShape::Path { line, width } => (line.nearest(point).distance(point) - width / 2.0).max(0.0),
    }
}

/// Ground covered in square metres, cheaply: a path's bends are counted twice.
fn covered(shape: &PlacementShape) -> f64 {
    match shape {
        PlacementShape::Path { line, width } => line.length() * width,
        _ => shape.area(),
    }
}
