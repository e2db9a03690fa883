//! How far a thing can be moved, whatever the direction, and still shares ground with another: what lets
//! the search for a better place pass over all that is as wrong.

use crate::estate::{Class, Feature, Shape};
use crate::geometry::{Bounds, Region, Segment, WorldPt, depth};

use super::placed::{Placed, Site};

/// The width in metres of what is drawn as a line of no width.
const LINE_M: f64 = 0.02;

/// How far, in metres, at least until a thing shares nothing with a feature. What a rule lets pass as the
/// grain of a drawing is no place to put a thing.
pub(super) fn in_feature(site: &Site, placed: &Placed, feature: &Feature) -> f64 {
    let width = match feature.class {
        Class::Road { width, .. } => width,
        Class::Pipe { diameter, .. } => Some(diameter.unwrap_or_default().max(LINE_M)),
        _ => None,
    };
    let (Shape::Line(line), Some(width)) = (&feature.shape, width) else {
        let ground = site.terrain.ground(feature);
        return ground.map_or(0.0, |ground| in_ground(placed, ground));
    };
    let own = placed.foot.clone().or_else(|| placed.thing.shape.outline());
    let Some(own) = own.filter(|_| !placed.is_path()) else {
        return 0.0;
    };
    let bounds = placed.bounds.grown(width);
    let near = line.segments().filter(|piece| {
        let around = Bounds::of([piece.from, piece.to]);
        around.is_some_and(|around| around.meets(&bounds))
    });
    let deep = near.filter_map(|piece| depth(own.corners(), &strip(&piece, width)?));
    deep.fold(0.0, f64::max)
}

/// The same of any ground.
pub(super) fn in_ground(placed: &Placed, ground: &Region) -> f64 {
    placed.standing_ground().depth_in(ground)
}

fn strip(piece: &Segment, width: f64) -> Option<[WorldPt; 4]> {
    let aside = (piece.to - piece.from).unit()?.left() * (width / 2.0);
    Some([
        piece.from - aside,
        piece.to - aside,
        piece.to + aside,
        piece.from + aside,
    ])
}
