//! Where the handles of a shape are, and which of them is under a point.

use crate::catalogue::Kind;
use crate::design::PlacementShape;
use crate::geometry::{Segment, View, WorldPt, WorldVec};

use super::PointerKind;
use super::reshape::{Frame, corners};
use crate::scene::{Handle, HandleKind};

/// How far above a thing its turning handle stands, in pixels.
const STEM_PX: f64 = 34.0;
/// A side shorter than this on the screen has no handle in its middle, in pixels.
const SIDE_PX: f64 = 56.0;
/// A thing smaller than this on the screen has none but the turning handle, in pixels.
const THING_PX: f64 = 26.0;

/// The handles of a shape as a view shows them, and the stem of the turning handle.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Handles {
    pub all: Vec<Handle>,
    pub stem: Option<(WorldPt, WorldPt)>,
}

/// The handles of a shape of a kind; a kind that no catalogue has is treated as free.
pub(super) fn handles_of(
    shape: &PlacementShape,
    kind: Option<&Kind>,
    view: &View,
    corner: Option<usize>,
) -> Handles {
    let mut handles = Handles::default();
    let frame = Frame::of(shape);
    match (frame, corners(shape)) {
        (Some(frame), None) => handles.all.extend(size_handles(&frame, kind, view)),
        (frame, Some(points)) => {
            let area = matches!(shape, PlacementShape::Area(_));
            if let Some(frame) = frame {
                let middles = size_handles(&frame, kind, view);
                handles.all.extend(middles.into_iter().filter(is_middle));
            } else {
                handles.all.extend(insert_handles(points, area, view));
            }
            handles
                .all
                .extend(points.iter().enumerate().map(|(at, point)| Handle {
                    kind: HandleKind::Corner(at),
                    at: *point,
                    active: corner == Some(at),
                }));
        }
        (None, None) => {}
    }
    if !kind.is_some_and(|kind| kind.round) {
        let (foot, top) = stem(shape, frame, view);
        handles.stem = Some((foot, top));
        handles.all.push(handle(HandleKind::Turn, top));
    }
    handles
}

fn handle(kind: HandleKind, at: WorldPt) -> Handle {
    Handle {
        kind,
        at,
        active: false,
    }
}

fn is_middle(handle: &Handle) -> bool {
    matches!(handle.kind, HandleKind::Size(x, y) if x == 0 || y == 0)
}

/// Corner handles where both sides may change, and middle handles of the sides that may.
fn size_handles(frame: &Frame, kind: Option<&Kind>, view: &View) -> Vec<Handle> {
    let (wide, deep) = kind.map_or((true, true), |kind| {
        (kind.width.min < kind.width.max, kind.depth.min < kind.depth.max)
    });
    let (width, depth) = (frame.size.x * view.scale, frame.size.y * view.scale);
    if width.max(depth) < THING_PX {
        return Vec::new();
    }
    let mut signs: Vec<(i8, i8)> = Vec::new();
    if wide && deep {
        signs.extend([(1, 1), (-1, 1), (-1, -1), (1, -1)]);
    }
    // A side whose length may not change is pulled by its middle however short it is.
    if wide && (depth >= SIDE_PX || !deep) {
        signs.extend([(1, 0), (-1, 0)]);
    }
    if deep && (width >= SIDE_PX || !wide) {
        signs.extend([(0, 1), (0, -1)]);
    }
    signs
        .into_iter()
        .map(|(x, y)| handle(HandleKind::Size(x, y), frame.place((x, y))))
        .collect()
}

fn insert_handles(points: &[WorldPt], closed: bool, view: &View) -> Vec<Handle> {
    let count = points.len();
    let sides = if closed { count } else { count.saturating_sub(1) };
    (0..sides)
        .map(|at| (at, points[at], points[(at + 1) % count]))
        .filter(|(_, from, to)| from.distance(*to) * view.scale >= SIDE_PX)
        .map(|(at, from, to)| handle(HandleKind::Insert(at), from.middle(to)))
        .collect()
}

/// From the middle of the back to the turning handle; where there is no back, from the top.
fn stem(shape: &PlacementShape, frame: Option<Frame>, view: &View) -> (WorldPt, WorldPt) {
    let length = view.metres_from_pixels(STEM_PX);
    if let Some(frame) = frame {
        let foot = frame.place((0, 1));
        return (foot, foot + WorldVec::toward(frame.turn + 90.0) * length);
    }
    let bounds = shape.bounds();
    let foot = WorldPt::new(bounds.centre().x, bounds.max.y);
    (foot, foot + WorldVec::new(0.0, length))
}

/// How near to a handle a press must be, in pixels: 44 px across for a finger.
pub(super) fn reach_px(kind: PointerKind) -> f64 {
    match kind {
        PointerKind::Mouse => 11.0,
        PointerKind::Pen => 15.0,
        PointerKind::Touch => 22.0,
    }
}

/// The handle under a point: the nearest within reach, corners before the middles of sides. A
/// press well inside a small thing means the thing and no handle.
pub(super) fn handle_at(
    handles: &Handles,
    shape: &PlacementShape,
    view: &View,
    point: WorldPt,
    pointer: PointerKind,
) -> Option<HandleKind> {
    let reach = view.metres_from_pixels(reach_px(pointer));
    let inner = match Frame::of(shape) {
        Some(frame) => frame.size.x.min(frame.size.y) / 4.0,
        None => reach,
    };
    let reach = if shape.contains(point) {
        reach.min(inner)
    } else {
        reach
    };
    handles
        .all
        .iter()
        .map(|handle| (handle.at.distance(point), handle.kind))
        .filter(|(off, _)| *off <= reach)
        .min_by(|a, b| {
            let last = |kind: &HandleKind| matches!(kind, HandleKind::Insert(_));
            last(&a.1).cmp(&last(&b.1)).then(a.0.total_cmp(&b.0))
        })
        .map(|(_, kind)| kind)
}

/// The direction of a shape, for turning: its frame's, or its longest side's.
pub(super) fn direction_of(shape: &PlacementShape) -> f64 {
    if let Some(frame) = Frame::of(shape) {
        return frame.turn;
    }
    let sides = super::snap::sides_of(shape);
    let longest = sides
        .iter()
        .max_by(|a: &&Segment, b: &&Segment| a.length().total_cmp(&b.length()));
    longest.map_or(0.0, |side| (side.to - side.from).degrees())
}
