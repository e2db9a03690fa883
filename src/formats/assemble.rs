//! Makes an estate of features whose class is known and whose coordinates are still raw.
//!
//! Every reader of estates ends here, so that the gate, names, frame and boundary are dealt with
//! in one place.

use std::collections::HashSet;

use serde_json::Value;

use crate::estate::{Class, Estate, Feature, FeatureId, Frame, Shape};
use crate::geometry::{Bounds, Line, Outline, REACH_M, WorldPt, WorldVec};
use crate::text::Message;

use super::{MAX_PARTS, Place, Problem, ReadFault, mend};

/// A pair of raw coordinates: longitude and latitude, or metres east and north.
pub(super) type Raw = [f64; 2];

/// A shape with raw coordinates.
pub(super) enum RawShape {
    Point(Raw),
    Line(Vec<Raw>),
    /// The edge, then the edges of holes.
    Area(Vec<Vec<Raw>>),
}

/// A feature whose class was read and whose shape was not yet let through the gate.
pub(super) struct RawFeature {
    pub place: Place,
    /// Its name in the file; empty when it has none.
    pub id: String,
    pub class: Class,
    pub name: String,
    pub shape: RawShape,
}

/// What turns a file's coordinates into WGS-84 degrees. The program for files knows many systems; the drawing page,
/// which reads its own projects alone, none.
pub trait ToDegrees {
    /// Looks at a point in the middle of the file before the first is turned, and says what it takes for granted.
    fn look(&mut self, middle: [f64; 2]) -> Vec<Message>;
    /// The longitude and latitude of a point; none where it has none.
    fn degrees(&self, point: [f64; 2]) -> Option<[f64; 2]>;
    /// The grid as the estate keeps it; none where the coordinates are of no grid.
    fn kept(&self) -> Option<Value>;
}

/// What raw coordinates mean.
pub(super) enum Ground<'a> {
    /// Coordinates of a system that is known, of the sheet or of the earth.
    Grid(&'a mut dyn ToDegrees),
    /// WGS-84 degrees, reckoned from an origin where the file names one.
    Degrees(Option<Frame>),
    /// Metres of the sheet, which lies on the earth where a frame says.
    Local(Option<Frame>),
}

/// How far the boundary that is made for a file without one stands off what there is, in metres.
const MADE_BOUNDARY_MARGIN_M: f64 = 12.0;

/// The estate of raw features; what cannot be taken is added to the problems.
pub(super) fn assemble(
    mut raw: Vec<RawFeature>,
    ground: Ground<'_>,
    problems: &mut Vec<Problem>,
) -> Result<Estate, ReadFault> {
    if raw.is_empty() {
        return Err(ReadFault::NothingKnown);
    }
    let mut kept = None;
    let (frame, projection) = match ground {
        Ground::Local(frame) => (frame, None),
        Ground::Grid(grid) => {
            problems.extend(grid.look(median_of(&raw)).into_iter().map(Problem::of_file));
            for item in &mut raw {
                // What has no place on the earth is no number, and the gate says so.
                let to = |point: &mut Raw| *point = grid.degrees(*point).unwrap_or([f64::NAN; 2]);
                item.shape.points_mut().for_each(to);
            }
            kept = grid.kept();
            let frame = middle_of(&raw);
            (Some(frame), Some(frame))
        }
        Ground::Degrees(origin) => {
            let frame = origin.unwrap_or_else(|| middle_of(&raw));
            (Some(frame), Some(frame))
        }
    };
    let world = |[x, y]: Raw| match projection {
        Some(frame) => frame.world_from_degrees(x, y),
        None => WorldPt::new(x, y),
    };
    // Millimetres, or metres of a grid that nobody named.
    let is_far = raw.iter().all(|item| {
        let far = |point: Raw| !world(point).is_within_reach();
        item.shape.points().any(far)
    });
    let mut names = Names::default();
    let mut features: Vec<Feature> = Vec::with_capacity(raw.len());
    for item in raw {
        match shape(&item.class, &item.shape, &world, &item.place, problems) {
            Ok(shape) => features.push(Feature {
                id: names.fresh(&item, problems),
                class: item.class,
                name: item.name,
                shape,
            }),
            Err(why) => problems.push(Problem {
                place: item.place,
                message: Message::new("problem-left-out").with("why", why),
            }),
        }
    }
    if features.is_empty() {
        return Err(match is_far {
            true => ReadFault::OutOfReach,
            false => ReadFault::NothingKnown,
        });
    }
    add_boundary(&mut features, &mut names, problems);
    let mut estate = Estate::new(frame, features);
    estate.grid = kept;
    Ok(estate)
}

/// Names given so far, so that every feature's is its own.
#[derive(Default)]
struct Names {
    taken: HashSet<String>,
}

impl Names {
    fn fresh(&mut self, item: &RawFeature, problems: &mut Vec<Problem>) -> FeatureId {
        if !item.id.is_empty() && self.taken.insert(item.id.clone()) {
            return FeatureId::new(&item.id);
        }
        let stem = if item.id.is_empty() {
            item.class.word()
        } else {
            &item.id
        };
        let id = self.numbered(stem);
        if !item.id.is_empty() {
            problems.push(Problem {
                place: item.place.clone(),
                message: Message::new("problem-renamed").with("to", id.as_str()),
            });
        }
        FeatureId::new(&id)
    }
    fn numbered(&mut self, stem: &str) -> String {
        // Starts near the count, so that a file of one name does not cost the square of its length.
        let mut number = if self.taken.contains(&format!("{stem}-1")) {
            self.taken.len()
        } else {
            1
        };
        loop {
            let id = format!("{stem}-{number}");
            if self.taken.insert(id.clone()) {
                return id;
            }
            number += 1;
        }
    }
}

/// The place on the earth in the middle of most of the points. Medians, so that one stray
/// feature a thousand kilometres off does not drag the sheet away from the estate.
fn middle_of(raw: &[RawFeature]) -> Frame {
    let mut points: Vec<Raw> = Vec::new();
    raw.iter().for_each(|item| points.extend(item.shape.points()));
    let near = |axis: usize| {
        let mut values: Vec<f64> = points.iter().map(|p| p[axis]).filter(|v| v.is_finite()).collect();
        let middle = values.len() / 2;
        if values.is_empty() {
            return 0.0;
        }
        let median = *values.select_nth_unstable_by(middle, f64::total_cmp).1;
        // About 0.05° reaches as far as a sheet does.
        let within = values.into_iter().filter(|v| (v - median).abs() < 0.05);
        let (least, most) = within.fold((median, median), |(least, most), v| (v.min(least), v.max(most)));
        (least + most) / 2.0
    };
    let rounded = |degrees: f64| (degrees * 1e6).round() / 1e6;
    Frame {
        longitude: rounded(near(0)),
        latitude: rounded(near(1)),
    }
}

/// The median of the points, axis by axis.
pub(super) fn median_of(raw: &[RawFeature]) -> Raw {
    [0, 1].map(|axis| {
        let points = raw.iter().flat_map(|item| item.shape.points());
        let mut values: Vec<f64> = points.map(|p| p[axis]).filter(|v| v.is_finite()).collect();
        let middle = values.len() / 2;
        if values.is_empty() {
            return 0.0;
        }
        *values.select_nth_unstable_by(middle, f64::total_cmp).1
    })
}

impl RawShape {
    pub(super) fn points_mut(&mut self) -> Box<dyn Iterator<Item = &mut Raw> + '_> {
        match self {
            Self::Point(p) => Box::new(std::iter::once(p)),
            Self::Line(points) => Box::new(points.iter_mut()),
            Self::Area(rings) => Box::new(rings.iter_mut().flatten()),
        }
    }
    fn points(&self) -> Box<dyn Iterator<Item = Raw> + '_> {
        match self {
            Self::Point(p) => Box::new(std::iter::once(*p)),
            Self::Line(points) => Box::new(points.iter().copied()),
            Self::Area(rings) => Box::new(rings.iter().flatten().copied()),
        }
    }
}

/// The shape that a class asks for, made of the shape that the file has.
fn shape(
    class: &Class,
    raw: &RawShape,
    world: &impl Fn(Raw) -> WorldPt,
    place: &Place,
    problems: &mut Vec<Problem>,
) -> Result<Shape, Message> {
    let line = |points: &[Raw]| {
        Line::new(points.iter().map(|p| world(*p)))
            .map(Shape::Line)
            .ok_or_else(|| Message::new("why-not-a-line").number("reach", REACH_M, 0))
    };
    match (class.wants(), raw) {
        (Wants::Point | Wants::PointOrArea, RawShape::Point(p)) => {
            let point = world(*p);
            if point.is_within_reach() {
                Ok(Shape::Point(point.snapped()))
            } else {
                Err(Message::new("outline-out-of-reach"))
            }
        }
        (Wants::Point, RawShape::Area(rings)) => {
            area(rings, world, place, problems).map(|(edge, _)| Shape::Point(edge.label_point().snapped()))
        }
        (Wants::Line | Wants::LineOrArea, RawShape::Line(points)) => line(points),
        (Wants::Line, RawShape::Area(rings)) => rings
            .first()
            .map_or_else(|| Err(Message::new("outline-too-few-corners")), |ring| line(ring)),
        (Wants::Area | Wants::PointOrArea, RawShape::Line(points)) if points.first() == points.last() => {
            area(std::slice::from_ref(points), world, place, problems)
                .map(|(edge, holes)| Shape::Area(edge, holes))
        }
        (Wants::Area | Wants::LineOrArea | Wants::PointOrArea, RawShape::Area(rings)) => {
            area(rings, world, place, problems).map(|(edge, holes)| Shape::Area(edge, holes))
        }
        _ => Err(Message::new("why-wrong-geometry").with("class", class.word())),
    }
}

fn area(
    rings: &[Vec<Raw>],
    world: &impl Fn(Raw) -> WorldPt,
    place: &Place,
    problems: &mut Vec<Problem>,
) -> Result<(Outline, Vec<Outline>), Message> {
    let outline = |ring: &Vec<Raw>| {
        let points: Vec<WorldPt> = ring.iter().map(|p| world(*p)).collect();
        mend::outline(&points).map_err(|fault| Message::new(fault.key()))
    };
    let Some((first, rest)) = rings.split_first() else {
        return Err(Message::new("outline-too-few-corners"));
    };
    if rest.len() > MAX_PARTS {
        return Err(Message::new("why-too-many-parts").with("most", MAX_PARTS));
    }
    let (edge, mended) = outline(first)?;
    if mended {
        problems.push(Problem {
            place: place.clone(),
            message: Message::new("problem-mended"),
        });
    }
    let mut holes: Vec<Outline> = Vec::new();
    for ring in rest {
        let hole = outline(ring).and_then(|(hole, _)| {
            let inside = edge.contains_outline(&hole) && holes.iter().all(|known| !known.meets(&hole));
            if inside {
                Ok(hole)
            } else {
                Err(Message::new("why-hole-outside"))
            }
        });
        match hole {
            Ok(hole) => holes.push(hole),
            Err(why) => problems.push(Problem {
                place: place.clone(),
                message: Message::new("problem-hole-left-out").with("why", why),
            }),
        }
    }
    Ok((edge, holes))
}

fn add_boundary(features: &mut Vec<Feature>, names: &mut Names, problems: &mut Vec<Problem>) {
    if features.iter().any(|feature| feature.class == Class::Boundary) {
        return;
    }
    // Roads and woods of an extract run far out; where there are buildings they say what the estate is.
    let around = |buildings_only: bool| {
        features
            .iter()
            .filter(|feature| !buildings_only || matches!(feature.class, Class::Building { .. }))
            .map(|feature| feature.shape.bounds())
            .reduce(Bounds::joined)
    };
    let Some(bounds) = around(true).or_else(|| around(false)) else {
        return;
    };
    let bounds = bounds.grown(MADE_BOUNDARY_MARGIN_M);
    let size = WorldVec::new(bounds.width(), bounds.height());
    // A rectangle of at most a kilometre is what Outline::rectangle makes; wider ones by corners.
    let corners = [(0.0, 0.0), (size.x, 0.0), (size.x, size.y), (0.0, size.y)]
        .map(|(x, y)| bounds.min + WorldVec::new(x, y))
        .map(|p| WorldPt::new(p.x.clamp(-REACH_M, REACH_M), p.y.clamp(-REACH_M, REACH_M)));
    if let Ok(edge) = Outline::new(corners) {
        features.push(Feature {
            id: FeatureId::new(&names.numbered("boundary")),
            class: Class::Boundary,
            name: String::new(),
            shape: Shape::Area(edge, Vec::new()),
        });
        problems.push(Problem::of_file(Message::new("problem-boundary-made").number(
            "margin",
            MADE_BOUNDARY_MARGIN_M,
            0,
        )));
    }
}

/// The geometry that a class has in the contract.
enum Wants {
    Point,
    Line,
    Area,
    PointOrArea,
    LineOrArea,
}

impl Class {
    fn wants(&self) -> Wants {
        match self {
            Self::Boundary | Self::Building { .. } | Self::Bay { .. } => Wants::Area,
            Self::Green | Self::Paving | Self::Activity | Self::Water => Wants::Area,
            Self::Door { .. } | Self::Gate { .. } | Self::Tree { .. } => Wants::Point,
            Self::Manhole | Self::Hydrant | Self::Lamp | Self::Substation | Self::Septic => {
                Wants::PointOrArea
            }
            Self::Road { .. } => Wants::LineOrArea,
            Self::Pipe { .. } | Self::Fence { .. } => Wants::Line,
        }
    }
}

/// Whether a point lies inside a ring, by the even-odd rule; before the gate. The first corner is repeated.
pub(super) fn is_inside([x, y]: Raw, ring: &[Raw]) -> bool {
    let crossings = ring.windows(2).filter(|pair| {
        let ([ax, ay], [bx, by]) = (pair[0], pair[1]);
        (ay > y) != (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax
    });
    crossings.count() % 2 == 1
}
