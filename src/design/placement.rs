//! One thing placed.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::catalogue::{Form, Kind, KindId};
use crate::geometry::{Bounds, Line, Outline, OutlineFault, Region, Turn, WorldPt, WorldVec};

use super::{Members, Rare};

/// The name of a placement, unique in its design: `p1` ….
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PlacementId(Arc<str>);

impl PlacementId {
    /// A placement's name from text.
    pub fn new(id: &str) -> Self {
        Self(Arc::from(id))
    }
    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PlacementId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The name of a group of placements that are chosen and moved as one: `g1` ….
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct GroupId(Arc<str>);

impl GroupId {
    /// A group's name from text; none for an empty text or one longer than any name.
    pub fn new(id: &str) -> Option<Self> {
        (1..=64).contains(&id.len()).then(|| Self(Arc::from(id)))
    }
    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a resident chose: an option's name or a number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum ParamValue {
    /// A number.
    Number(f64),
    /// An option's name.
    Text(String),
    /// Anything else that a document carried; kept and not read.
    Other(Value),
}

/// The params of a placement by name.
pub type Params = BTreeMap<String, ParamValue>;

/// Where a placed thing is and how it is outlined.
#[derive(Clone, Debug, PartialEq)]
pub enum PlacementShape {
    /// A rectangle (or round thing) about a centre.
    Rectangle {
        /// Its centre.
        at: WorldPt,
        /// Width and depth in metres, along its own axes.
        size: WorldVec,
        /// How far it is turned.
        turn: Turn,
    },
    /// An area of corners.
    Area(Outline),
    /// A line of a width in metres.
    Path {
        /// Its middle line.
        line: Line,
        /// Its width in metres.
        width: f64,
    },
}

/// One thing placed.
#[derive(Clone, Debug, PartialEq)]
pub struct Placement {
    /// Its name.
    pub id: PlacementId,
    /// What it is.
    pub kind: KindId,
    /// Where it is.
    pub shape: PlacementShape,
    /// What was chosen of its kind's params.
    pub params: Rare<Params>,
    /// What its author wrote at it; plain text.
    pub note: Rare<String>,
    /// The group that it belongs to; a thing is in one group at most.
    pub group: Option<GroupId>,
    /// Held where it is: hands neither move nor delete it until it is unlocked.
    pub locked: bool,
    /// Members of the document that this version does not know; kept and written again.
    pub extra: Members,
}

impl PlacementShape {
    /// Whether all of its points are numbers within [`crate::geometry::REACH_M`]. An outline came
    /// through the gate, which saw to that.
    pub fn is_within_reach(&self) -> bool {
        match self {
            Self::Rectangle { at, size, .. } => {
                at.is_within_reach() && size.x.is_finite() && size.y.is_finite()
            }
            Self::Area(_) => true,
            Self::Path { line, .. } => line.points().iter().all(|point| point.is_within_reach()),
        }
    }
    /// Its middle: of a rectangle the centre, of an area the centre of gravity, of a path the
    /// middle of its box.
    pub fn centre(&self) -> WorldPt {
        match self {
            Self::Rectangle { at, .. } => *at,
            Self::Area(outline) => outline.centroid(),
            Self::Path { line, .. } => line.bounds().centre(),
        }
    }
    /// The ground it covers, as one outline for a rectangle or area; none for a path.
    pub fn outline(&self) -> Option<Outline> {
        match self {
            Self::Rectangle { at, size, turn } => Some(Outline::rectangle(*at, *size, turn.degrees())),
            Self::Area(outline) => Some(outline.clone()),
            Self::Path { .. } => None,
        }
    }
    /// The ground it covers.
    pub fn region(&self) -> Region {
        match self {
            Self::Path { line, width } => Region::strip(line, *width),
            _ => self.outline().map(Region::from).unwrap_or_default(),
        }
    }
    /// The ground that it covers in square metres.
    pub fn area(&self) -> f64 {
        match self {
            Self::Rectangle { size, .. } => size.x * size.y,
            Self::Area(outline) => outline.area(),
            Self::Path { .. } => self.region().area(),
        }
    }
    /// The box around it.
    pub fn bounds(&self) -> Bounds {
        match self {
            Self::Path { line, width } => line.bounds().grown(width / 2.0),
            Self::Rectangle { at, size, turn } => {
                let corners = Outline::rectangle_corners(*at, *size, turn.degrees());
                Bounds::of(corners).unwrap_or_default()
            }
            Self::Area(outline) => outline.bounds(),
        }
    }
    /// Whether a point lies on it.
    pub fn contains(&self, point: WorldPt) -> bool {
        match self {
            Self::Path { line, width } => line.nearest(point).distance(point) <= width / 2.0,
            Self::Rectangle { at, size, turn } => {
                let own = (point - *at).turned(-turn.degrees());
                own.x.abs() <= size.x / 2.0 && own.y.abs() <= size.y / 2.0
            }
            Self::Area(outline) => outline.contains(point),
        }
    }
    /// The shape moved by a step; the fault when it would leave the sheet.
    pub fn moved(&self, by: WorldVec) -> Result<Self, OutlineFault> {
        match self {
            Self::Rectangle { at, size, turn } => {
                let at = (*at + by).snapped();
                if !at.is_within_reach() {
                    return Err(OutlineFault::OutOfReach);
                }
                Ok(Self::Rectangle {
                    at,
                    size: *size,
                    turn: *turn,
                })
            }
            Self::Area(outline) => outline.moved(by).map(Self::Area),
            Self::Path { line, width } => Line::new(line.points().iter().map(|p| *p + by))
                .map(|line| Self::Path { line, width: *width })
                .ok_or(OutlineFault::OutOfReach),
        }
    }
    /// The shape turned about a point, anticlockwise in degrees.
    pub fn turned(&self, about: WorldPt, degrees: f64) -> Result<Self, OutlineFault> {
        match self {
            Self::Rectangle { at, size, turn } => {
                let at = at.turned_about(about, degrees).snapped();
                if !at.is_within_reach() {
                    return Err(OutlineFault::OutOfReach);
                }
                Ok(Self::Rectangle {
                    at,
                    size: *size,
                    turn: turn.by(degrees),
                })
            }
            Self::Area(outline) => outline.turned(about, degrees).map(Self::Area),
            Self::Path { line, width } => {
                Line::new(line.points().iter().map(|p| p.turned_about(about, degrees)))
                    .map(|line| Self::Path { line, width: *width })
                    .ok_or(OutlineFault::OutOfReach)
            }
        }
    }
}

impl Placement {
    /// A new thing of a kind at a place, with its default size and params.
    pub fn new(id: PlacementId, kind: &Kind, at: WorldPt, turn: Turn) -> Self {
        let at = at.snapped();
        let (width, depth) = kind.size;
        let size = WorldVec::new(width, depth);
        let shape = match kind.form {
            Form::Rectangle => PlacementShape::Rectangle { at, size, turn },
            Form::Area => PlacementShape::Area(Outline::rectangle(at, size, turn.degrees())),
            Form::Path => {
                let half = WorldVec::toward(turn.degrees()) * (width / 2.0);
                Line::new([at - half, at + half]).map_or(
                    PlacementShape::Area(Outline::rectangle(at, size, turn.degrees())),
                    |line| PlacementShape::Path { line, width: depth },
                )
            }
        };
        Self {
            id,
            kind: kind.id.clone(),
            shape,
            params: Rare::default(),
            note: Rare::default(),
            group: None,
            locked: false,
            extra: Members::default(),
        }
    }
    /// The option chosen of a param, or the kind's default.
    pub fn option<'a>(&'a self, kind: &'a Kind, param: &str) -> Option<&'a str> {
        match self.params.get(param) {
            Some(ParamValue::Text(chosen)) => Some(chosen),
            Some(ParamValue::Number(_) | ParamValue::Other(_)) | None => {
                kind.param(param)?.options.first().map(String::as_str)
            }
        }
    }
    /// The number set of a param, held to its range, or the kind's default.
    pub fn number(&self, kind: &Kind, param: &str) -> Option<f64> {
        let number = kind.param(param)?.number.as_ref()?;
        match self.params.get(param) {
            Some(ParamValue::Number(set)) => Some(number.range.held(*set)),
            _ => Some(number.default),
        }
    }
}
