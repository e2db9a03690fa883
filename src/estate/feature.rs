//! One thing of the estate: its class, shape and what is known of it.

use std::fmt;
use std::sync::Arc;

use crate::geometry::{Bounds, Line, Outline, WorldPt};

/// The name of a feature, the `id` of its GeoJSON feature: `door-12`, `b7` ….
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FeatureId(Arc<str>);

impl FeatureId {
    /// A feature's name from text.
    pub fn new(id: &str) -> Self {
        Self(Arc::from(id))
    }
    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for FeatureId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Where a feature is, in the sheet's metres.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A place.
    Point(WorldPt),
    /// A line: a pipe, a fence, a road's middle.
    Line(Line),
    /// An area, with the edges of its holes.
    Area(Outline, Vec<Outline>),
}

impl Shape {
    /// The box around it.
    pub fn bounds(&self) -> Bounds {
        match self {
            Self::Point(p) => Bounds { min: *p, max: *p },
            Self::Line(line) => line.bounds(),
            Self::Area(edge, _) => edge.bounds(),
        }
    }
    /// The edge of an area.
    pub fn outline(&self) -> Option<&Outline> {
        if let Self::Area(edge, _) = self {
            Some(edge)
        } else {
            None
        }
    }
    /// Distance in metres from a point, 0 inside an area.
    pub fn distance_to(&self, point: WorldPt) -> f64 {
        match self {
            Self::Point(p) => p.distance(point),
            Self::Line(line) => line.nearest(point).distance(point),
            Self::Area(edge, _) => edge.distance_to(point),
        }
    }
}

/// What a building is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum BuildingUse {
    Dwelling,
    DayCare,
    Service,
    Substation,
    Shed,
    Other,
}

/// What a road is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum RoadUse {
    Main,
    Ring,
    Path,
    City,
}

/// Who a gate is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum GateUse {
    Vehicle,
    Foot,
}

/// What an existing bay is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum BayUse {
    Car,
    Accessible,
    Ev,
    Bike,
}

/// What a pipe carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum PipeUse {
    Water,
    Storm,
    Sewer,
    Gas,
    Heat,
    Power,
    Telecom,
}

/// The class of a feature, with what is known of one of its class. Lengths in metres; a tree's
/// `crown` and `trunk` and a pipe's `diameter` are diameters.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Class {
    Boundary,
    Building {
        usage: BuildingUse,
        storeys: Option<f64>,
        height: Option<f64>,
        households: u32,
        remove: bool,
    },
    Door {
        building: Option<FeatureId>,
        stair: Option<String>,
        households: u32,
    },
    Road {
        usage: RoadUse,
        fire: bool,
        width: Option<f64>,
    },
    Gate {
        usage: GateUse,
    },
    Bay {
        usage: BayUse,
    },
    Green,
    Paving,
    Activity,
    Water,
    Tree {
        crown: f64,
        trunk: f64,
        kept: bool,
    },
    Pipe {
        usage: PipeUse,
        diameter: Option<f64>,
    },
    Manhole,
    Hydrant,
    Lamp,
    Substation,
    Septic,
    Fence {
        height: f64,
    },
}

/// One thing of the estate.
#[derive(Clone, Debug, PartialEq)]
pub struct Feature {
    /// Its name, unique in the estate.
    pub id: FeatureId,
    /// What it is.
    pub class: Class,
    /// What people call it: a house number, a road's name; empty where it has none.
    pub name: String,
    /// Where it is.
    pub shape: Shape,
}

impl Class {
    /// How high a building is in metres: as it says, by its storeys of 3.0 m, or, where it says
    /// neither, as a low shed or a house of two storeys; assumed. None for what is no building.
    pub fn building_height(&self) -> Option<f64> {
        const STOREY_M: f64 = 3.0;
        let Self::Building {
            usage,
            storeys,
            height,
            ..
        } = self
        else {
            return None;
        };
        let low = matches!(usage, BuildingUse::Shed | BuildingUse::Substation);
        let unsaid = if low { 2.8 } else { 2.0 * STOREY_M };
        Some(height.or(storeys.map(|n| n * STOREY_M)).unwrap_or(unsaid))
    }
    /// The word for the class in files: `building`, `road` ….
    pub fn word(&self) -> &'static str {
        match self {
            Self::Boundary => "boundary",
            Self::Building { .. } => "building",
            Self::Door { .. } => "door",
            Self::Road { .. } => "road",
            Self::Gate { .. } => "gate",
            Self::Bay { .. } => "bay",
            Self::Green => "green",
            Self::Paving => "paving",
            Self::Activity => "activity",
            Self::Water => "water",
            Self::Tree { .. } => "tree",
            Self::Pipe { .. } => "pipe",
            Self::Manhole => "manhole",
            Self::Hydrant => "hydrant",
            Self::Lamp => "lamp",
            Self::Substation => "substation",
            Self::Septic => "septic",
            Self::Fence { .. } => "fence",
        }
    }
}

impl Feature {
    /// The box around the ground that it takes: that of a road or pipe drawn as its middle line
    /// has room for its width.
    pub fn bounds(&self) -> Bounds {
        let across = match (&self.shape, &self.class) {
            (Shape::Line(_), Class::Road { width, .. }) => width.unwrap_or_default(),
            (Shape::Line(_), Class::Pipe { diameter, .. }) => diameter.unwrap_or_default(),
            _ => 0.0,
        };
        self.shape.bounds().grown(across.max(0.0) / 2.0)
    }
}
