//! Where the handles of a shape are, and which of them is under a point.
//!
//! A finger needs 44 pixels for a handle and as much for the thing itself. Of a thing that is
//! smaller than that on the screen the handles move outward, so that its middle stays free to be
//! dragged, and a middle handle stands only where it leaves the corners theirs.

use crate::catalogue::Kind;
use crate::design::PlacementShape;
use crate::geometry::{Segment, View, WorldPt, WorldVec};

use super::PointerKind;
use super::reshape::{Frame, corners};
use crate::scene::{Handle, HandleKind};

/// How far above a thing its turning handle stands, in pixels.
const STEM_PX: f64 = 46.0;
/// A rectangle's side shorter than this on the screen has no handle in its middle, in pixels.
const SIDE_PX: f64 = 64.0;
/// A side shorter than this on the screen gives no new corner, in pixels: those beside it do not
/// move apart.
const INSERT_PX: f64 = 88.0;
/// A thing smaller than this on the screen has none but the turning handle, in pixels.
const THING_PX: f64 = 12.0;
/// How far from the middle of a thing its handles stand at least, along its axes, in pixels.
const FREE_PX: f64 = 46.0;

/// The handles of a shape as a view shows them, and the stem of the turning handle.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Handles {
    pub all: Vec<Handle>,
    /// The corners of the box at which they stand; none of one thing.
    pub frame: Vec<WorldPt>,
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
                    at: moved_out(*point, shape.centre(), view),
                    active: corner == Some(at),
                }));
        }
        (None, None) => {}
    }
    if !kind.is_some_and(|kind| kind.round) {
        let above = handles
            .all
            .iter()
            .any(|handle| handle.kind == HandleKind::Size(0, 1));
        let (foot, top) = stem(shape, frame, above, view);
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
    let round = kind.is_some_and(|kind| kind.round);
    let mut signs: Vec<(i8, i8)> = Vec::new();
    if wide && deep && !round {
        signs.extend([(1, 1), (-1, 1), (-1, -1), (1, -1)]);
    }
    // A side whose length may not change is pulled by its middle however short it is, and a round
    // thing by its radius.
    if wide && (depth >= SIDE_PX || !deep || round) {
        signs.extend([(1, 0), (-1, 0)]);
    }
    if deep && (width >= SIDE_PX || !wide || round) {
        signs.extend([(0, 1), (0, -1)]);
    }
    signs
        .into_iter()
        .map(|(x, y)| handle(HandleKind::Size(x, y), free_place(frame, (x, y), view)))
        .collect()
}

/// The place of a size handle: at the frame's edge, or farther out where the frame is small.
fn free_place(frame: &Frame, (x, y): (i8, i8), view: &View) -> WorldPt {
    let least = view.metres_from_pixels(FREE_PX);
    let own = WorldVec::new(
        f64::from(x) * (frame.size.x / 2.0).max(least),
        f64::from(y) * (frame.size.y / 2.0).max(least),
    );
    frame.at + own.turned(frame.turn)
}

/// A corner's handle, farther from the middle where the corner is near to it on the screen.
fn moved_out(corner: WorldPt, middle: WorldPt, view: &View) -> WorldPt {
    let out = corner - middle;
    let short = view.metres_from_pixels(FREE_PX) - out.length();
    match out.unit() {
        Some(along) if short > 0.0 => corner + along * short,
        _ => corner,
    }
}

fn insert_handles(points: &[WorldPt], closed: bool, view: &View) -> Vec<Handle> {
    let count = points.len();
    let sides = if closed { count } else { count.saturating_sub(1) };
    (0..sides)
        .map(|at| (at, points[at], points[(at + 1) % count]))
        .filter(|(_, from, to)| from.distance(*to) * view.scale >= INSERT_PX)
        .map(|(at, from, to)| handle(HandleKind::Insert(at), from.middle(to)))
        .collect()
}

/// From the middle of the back to the turning handle, above the size handle that may stand there;
/// where there is no back, from the top.
fn stem(shape: &PlacementShape, frame: Option<Frame>, above: bool, view: &View) -> (WorldPt, WorldPt) {
    let length = view.metres_from_pixels(STEM_PX);
    if let Some(frame) = frame {
        let foot = frame.place((0, 1));
        let from = if above {
            free_place(&frame, (0, 1), view)
        } else {
            foot
        };
        return (foot, from + WorldVec::toward(frame.turn + 90.0) * length);
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
