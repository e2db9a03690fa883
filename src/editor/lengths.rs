//! The lengths at a thing that can be typed: where each stands on the screen, and what it is of.

use crate::catalogue::Kind;
use crate::design::PlacementShape;
use crate::geometry::{ScreenPt, Segment, View, WorldPt, WorldVec};
use crate::scene::{DIMENSION_PX, Handle, HandleKind, Measured};
use crate::text::Message;

use super::handles::{direction_of, handles_of};
use super::reshape::Frame;
use super::snap::{Nearby, sides_of};
use super::stage::Stage;

/// Half the width and height that a finger needs on a length, in pixels.
const HALF_PX: (f64, f64) = (30.0, 22.0);
/// How far a handle's middle stays from a length at least, in pixels.
const HANDLE_PX: f64 = 8.0;
/// A side shorter than this on the screen has no length to type: which side is meant could not be seen.
const SIDE_PX: f64 = 12.0;
/// How far beyond the end of a short side its length may stand, in pixels.
const BEYOND_PX: f64 = 40.0;
/// More lengths of sides than this at one thing crowd it.
const MOST_SIDES: usize = 6;

/// What a length is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LengthOf {
    /// Along its own x axis; of a round thing across it.
    Width,
    /// Along its own y axis.
    Depth,
    /// The side that starts at a corner.
    Side(usize),
    /// The free distance to the nearest wall, kerb, fence or boundary.
    Gap,
    /// Its turn, in degrees.
    Turn,
}

/// A length at its place on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Length {
    /// What it is of.
    pub of: LengthOf,
    /// In metres, or degrees for a turn.
    pub value: f64,
    /// Its middle, in CSS pixels of the plan.
    pub at: ScreenPt,
    /// The line that is drawn for it.
    pub line: Option<Measured>,
    /// Its name: 'width', 'distance to the south wall of building 7'.
    pub name: Message,
}

/// The sides of a shape whose lengths are shown: width and depth of a rectangle, each side of
/// another, and across a path, at its end.
pub(super) fn measured_sides(shape: &PlacementShape) -> Vec<(LengthOf, Measured)> {
    let Some(frame) = Frame::of(shape) else {
        let sides = sides_of(shape).into_iter().enumerate();
        let sides = sides.map(|(at, side)| (LengthOf::Side(at), Measured::between(side.from, side.to)));
        return sides
            .chain(across(shape).map(|line| (LengthOf::Depth, line)))
            .collect();
    };
    let side = |from, to| Measured::between(frame.place(from), frame.place(to));
    vec![
        (LengthOf::Width, side((-1, -1), (1, -1))),
        (LengthOf::Depth, side((1, -1), (1, 1))),
    ]
}

/// The line across a path at its end, whose outside lies where the path leads.
fn across(shape: &PlacementShape) -> Option<Measured> {
    let PlacementShape::Path { line, width } = shape else {
        return None;
    };
    let [.., before, end] = line.points() else {
        return None;
    };
    let aside = (*end - *before).unit()?.left() * (width / 2.0);
    Some(Measured::between(*end - aside, *end + aside))
}

/// The lengths of the one thing selected that can be typed now, none covering another, a handle or
/// the edge of the plan.
pub(super) fn lengths(stage: &Stage) -> Vec<Length> {
    let Some(thing) = stage.only_selected().filter(|thing| !thing.locked) else {
        return Vec::new();
    };
    let kind = stage.kind(thing).map(|kind| &**kind);
    let handles = handles_of(&thing.shape, kind, &stage.view, stage.corner);
    let mut placed = Placed {
        view: stage.view,
        handles: handles.all,
        done: Vec::new(),
    };
    for (of, side) in typed_sides(&thing.shape, kind, &stage.view) {
        let name = match of {
            LengthOf::Width if kind.is_some_and(|kind| kind.round) => Message::new("length-across"),
            LengthOf::Width => Message::new("length-width"),
            // How deep a path is, is what everybody calls its width.
            LengthOf::Depth if matches!(thing.shape, PlacementShape::Path { .. }) => {
                Message::new("length-width")
            }
            LengthOf::Depth => Message::new("length-depth"),
            LengthOf::Side(at) => Message::new("length-side").with("n", at + 1),
            LengthOf::Gap | LengthOf::Turn => continue,
        };
        let places = beside(&side, &stage.view);
        let value = side.metres.unwrap_or_default();
        placed.put(of, value, &places, Some(side), name);
    }
    let mut nearby = Nearby::without(std::iter::once(thing.id.clone()).collect());
    if let Some((gap, whose)) = nearby.gap(stage, &thing.shape) {
        let middle = gap.from.middle(gap.to);
        let places = [
            middle,
            outward(&gap, DIMENSION_PX, &stage.view),
            outward(&gap, -DIMENSION_PX, &stage.view),
        ];
        let name = Message::new("length-gap").with("where", whose);
        placed.put(
            LengthOf::Gap,
            gap.metres.unwrap_or_default(),
            &places,
            Some(gap),
            name,
        );
    }
    if let Some(places) = turn_places(&placed.handles, handles.stem, &stage.view) {
        let degrees = direction_of(&thing.shape).rem_euclid(360.0);
        placed.put(
            LengthOf::Turn,
            degrees,
            &places,
            None,
            Message::new("length-turn"),
        );
    }
    placed.done
}

/// The sides whose lengths may change and are long enough on the screen to be typed at.
fn typed_sides(shape: &PlacementShape, kind: Option<&Kind>, view: &View) -> Vec<(LengthOf, Measured)> {
    let (wide, deep, round) = kind.map_or((true, true, false), |kind| {
        (
            kind.width.min < kind.width.max,
            kind.depth.min < kind.depth.max,
            kind.round,
        )
    });
    let may = |(of, side): &(LengthOf, Measured)| match of {
        LengthOf::Width => wide,
        LengthOf::Depth => deep && !round,
        _ => side.from.distance(side.to) >= view.metres_from_pixels(SIDE_PX),
    };
    let mut sides: Vec<_> = measured_sides(shape).into_iter().filter(may).collect();
    if sides.len() > MOST_SIDES {
        // The width of a path is said before any side.
        let rank = |(of, side): &(LengthOf, Measured)| match of {
            LengthOf::Side(_) => side.metres.unwrap_or_default(),
            _ => f64::MAX,
        };
        sides.sort_by(|a, b| rank(b).total_cmp(&rank(a)));
        sides.truncate(MOST_SIDES);
    }
    sides
}

/// Where the length of a side may stand, the best first: outside its middle, farther out where a handle or
/// another length stands in the way, and beyond its ends, as draughtsmen write it at a short side.
fn beside(side: &Measured, view: &View) -> [WorldPt; 4] {
    let along = (side.to - side.from).unit().unwrap_or_default();
    let beyond = along * (side.from.distance(side.to) / 2.0 + view.metres_from_pixels(BEYOND_PX));
    let near = outward(side, DIMENSION_PX, view);
    [
        near,
        outward(side, 2.0 * DIMENSION_PX, view),
        near + beyond,
        near - beyond,
    ]
}

/// The place beside the middle of a piece, outside of it by so many pixels.
fn outward(side: &Measured, pixels: f64, view: &View) -> WorldPt {
    let out = (side.to - side.from)
        .unit()
        .map_or(WorldVec::default(), |along| -along.left());
    side.from.middle(side.to) + out * view.metres_from_pixels(pixels)
}

/// To either side of the turning handle, or beyond it.
fn turn_places(handles: &[Handle], stem: Option<(WorldPt, WorldPt)>, view: &View) -> Option<[WorldPt; 3]> {
    handles.iter().find(|handle| handle.kind == HandleKind::Turn)?;
    let (foot, top) = stem?;
    let up = (top - foot).unit()?;
    let beside = up.left() * view.metres_from_pixels(DIMENSION_PX + 10.0);
    Some([
        top - beside,
        top + beside,
        top + up * view.metres_from_pixels(DIMENSION_PX),
    ])
}

struct Placed {
    view: View,
    handles: Vec<Handle>,
    done: Vec<Length>,
}

impl Placed {
    /// Puts a length at the first of its places that is free; none that is not seen there.
    fn put(&mut self, of: LengthOf, value: f64, places: &[WorldPt], line: Option<Measured>, name: Message) {
        let free = places
            .iter()
            .filter_map(|at| self.brought_in(self.view.screen_from_world(*at)))
            .find(|at| self.is_free(*at));
        if let Some(at) = free {
            self.done.push(Length {
                of,
                value,
                at,
                line,
                name,
            });
        }
    }
    /// The place moved into the plan, where it is no farther off than a finger is wide.
    fn brought_in(&self, at: ScreenPt) -> Option<ScreenPt> {
        let (size, (x, y)) = (self.view.size, HALF_PX);
        let held = ScreenPt::new(
            at.x.clamp(x, (size.x - x).max(x)),
            at.y.clamp(y, (size.y - y).max(y)),
        );
        (held.distance(at) <= 44.0).then_some(held)
    }
    fn is_free(&self, at: ScreenPt) -> bool {
        let apart =
            |other: ScreenPt, x: f64, y: f64| (other.x - at.x).abs() >= x || (other.y - at.y).abs() >= y;
        let of_lengths = |length: &Length| apart(length.at, 2.0 * HALF_PX.0, 2.0 * HALF_PX.1);
        let of_handles = |handle: &Handle| {
            let handle = self.view.screen_from_world(handle.at);
            let (x, y) = (
                (handle.x - at.x).abs() - HALF_PX.0,
                (handle.y - at.y).abs() - HALF_PX.1,
            );
            x.max(0.0).hypot(y.max(0.0)) >= HANDLE_PX
        };
        self.done.iter().all(of_lengths) && self.handles.iter().all(of_handles)
    }
}

/// The shape with the side that starts at a corner of a length in metres: its further end moves,
/// and of a path all that follows.
pub(super) fn with_side(
    shape: &PlacementShape,
    side: usize,
    metres: f64,
) -> Result<PlacementShape, crate::geometry::OutlineFault> {
    use crate::geometry::{Line, Outline, OutlineFault};
    let held = metres.clamp(0.1, 1_000.0);
    let Some(old) = sides_of(shape).get(side).copied() else {
        return Ok(shape.clone());
    };
    let step = step_to(&old, held);
    match shape {
        PlacementShape::Rectangle { .. } => Ok(shape.clone()),
        PlacementShape::Area(outline) => {
            let mut points = outline.corners().to_vec();
            let end = (side + 1) % points.len();
            points[end] = points[end] + step;
            Outline::new(points).map(PlacementShape::Area)
        }
        PlacementShape::Path { line, width } => {
            let points = line.points().iter().enumerate();
            let moved = points.map(|(at, point)| if at > side { *point + step } else { *point });
            let line = Line::new(moved).ok_or(OutlineFault::OutOfReach)?;
            Ok(PlacementShape::Path { line, width: *width })
        }
    }
}

fn step_to(side: &Segment, metres: f64) -> WorldVec {
    let along = (side.to - side.from).unit().unwrap_or_default();
    along * (metres - side.length())
}
