//! One kind of thing that may be placed.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// The name of a kind: `plaza`, `car-park` ….
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct KindId(Arc<str>);

impl KindId {
    /// A kind's name from text.
    pub fn new(id: &str) -> Self {
        Self(Arc::from(id))
    }
    /// Whether both are one name in memory: a quick look, by which equal names may be missed.
    pub fn is_shared_with(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for KindId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The shelf of the palette on which a kind is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// Cars, bicycles and charging.
    Parking,
    /// Sitting, sport and play.
    Rest,
    /// Trees, lawns, flower beds.
    Green,
    /// Rooms for people: day-care, parlour.
    Service,
    /// Lamps, bins, ramps, racks.
    Facility,
}

impl Group {
    /// Every shelf in the palette's order.
    pub const ALL: [Self; 5] = [
        Self::Parking,
        Self::Rest,
        Self::Green,
        Self::Service,
        Self::Facility,
    ];

    /// The key of its name: `group-parking` ….
    pub fn key(self) -> &'static str {
        match self {
            Self::Parking => "group-parking",
            Self::Rest => "group-rest",
            Self::Green => "group-green",
            Self::Service => "group-service",
            Self::Facility => "group-facility",
        }
    }
}

/// How a kind is outlined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// A rectangle (or a round thing) of a size, about a centre, turned.
    Rectangle,
    /// Any outline of corners; dropped as a rectangle of the default size.
    Area,
    /// A line of a width; dropped as a straight piece of the default size.
    Path,
}

/// What a kind may lie on or under without overlapping it. Things of different layers may share
/// ground: a bench on a plaza, a tree's crown over a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Layer {
    /// Surfaces that carry others: a plaza, a lawn, a court, a path.
    Ground,
    /// Things that stand: a pavilion, a bench, parked cars.
    Standing,
}

/// A range of lengths or numbers, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub struct Range {
    /// Smallest.
    pub min: f64,
    /// Largest.
    pub max: f64,
}

impl Range {
    /// The value brought within the range.
    pub fn held(self, value: f64) -> f64 {
        if value.is_finite() {
            value.clamp(self.min, self.max)
        } else {
            self.min
        }
    }
}

/// The classes of renewal works of 国办发〔2020〕23号.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Works {
    /// 基础类: safety and basic life.
    Basic,
    /// 完善类: convenience.
    Better,
    /// 提升类: services.
    Service,
}

impl Works {
    /// Every class, in the order of the document.
    pub const ALL: [Self; 3] = [Self::Basic, Self::Better, Self::Service];

    /// The key of its name: `works-basic` ….
    pub fn key(self) -> &'static str {
        match self {
            Self::Basic => "works-basic",
            Self::Better => "works-better",
            Self::Service => "works-service",
        }
    }
}

/// What a price is paid for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PriceUnit {
    /// One thing.
    Each,
    /// A square metre of its outline.
    SquareMetre,
    /// A metre of its length.
    Metre,
    /// A parking bay that it lays out.
    Bay,
    /// A charging slot that it lays out.
    Slot,
    /// A place for a bicycle that it lays out.
    Bike,
    /// A fitness item that it lays out.
    Item,
    /// A square metre of floor: its outline times its storeys.
    Floor,
}

impl PriceUnit {
    /// The key of its name: `unit-each` ….
    pub fn key(self) -> &'static str {
        match self {
            Self::Each => "unit-each",
            Self::SquareMetre => "unit-square-metre",
            Self::Metre => "unit-metre",
            Self::Bay => "unit-bay",
            Self::Slot => "unit-slot",
            Self::Bike => "unit-bike",
            Self::Item => "unit-item",
            Self::Floor => "unit-floor",
        }
    }
}

/// What a kind lays out in its ground, counted and drawn by one kernel of `layout`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LaysOut {
    /// Parking bays with aisles, at the angle of the param `angle`.
    CarPark,
    /// Charging slots in groups.
    ChargingShed,
    /// Places for bicycles.
    BikeRack,
    /// Fitness items, each with its safety zone.
    FitnessStation,
}

/// A price in yuan, with the range it was found in and where.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Price {
    /// What is paid for.
    pub unit: PriceUnit,
    /// The price reckoned with, in yuan a unit.
    pub yuan: f64,
    /// The lowest price found.
    pub low: f64,
    /// The highest price found.
    pub high: f64,
    /// Where the range comes from, with its trust tag.
    pub source: String,
}

/// What a kind gives, beside what the layout kernels count (bays, slots).
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct Gain {
    /// Seats of one thing.
    pub seats: f64,
    /// Seats a metre of its longer side.
    pub seats_per_metre: f64,
    /// Parking bays of one thing.
    pub bays: f64,
    /// How many of those are accessible.
    pub accessible: f64,
    /// Charging slots of one thing that lays out none itself.
    pub slots: f64,
    /// Share of its area that is green, 0 to 1.
    pub green: f64,
    /// Share of its area that is ground for activity, 0 to 1.
    pub activity: f64,
}

/// A number that a resident may set, such as the count of fitness items.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct NumberParam {
    /// Smallest and largest.
    pub range: Range,
    /// What one press of a stepper adds.
    pub step: f64,
    /// What a new thing has.
    pub default: f64,
}

/// Something of a kind that a resident may choose. Its name is `param-<id>`, an option's name
/// `option-<option>`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Param {
    /// Its name in a design's `params`.
    pub id: String,
    /// The options of a choice, first the default; empty for a number.
    #[serde(default)]
    pub options: Vec<String>,
    /// The number, where it is one.
    #[serde(default)]
    pub number: Option<NumberParam>,
}

/// How a thing stands by a wall or a road when it is put down there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stands {
    /// As the hand puts it.
    #[default]
    Freely,
    /// It turns its back, its own +y, to a wall, kerb or fence.
    BackToWall,
    /// It goes on a row of bays, or opens on a road.
    InRow,
}

/// One kind of thing that may be placed.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Kind {
    /// Its name.
    pub id: KindId,
    /// Its shelf in the palette.
    pub group: Group,
    /// How it is outlined.
    pub form: Form,
    /// What it may share ground with.
    pub layer: Layer,
    /// Default width (along its own x axis) and depth in metres. For a path: length and width.
    pub size: (f64, f64),
    /// Range of the width in metres; equal ends mean that it cannot be changed.
    pub width: Range,
    /// Range of the depth in metres.
    pub depth: Range,
    /// Height in metres at its highest, for shadow and sun; 0 lies flat.
    #[serde(default)]
    pub height: f64,
    /// Whether it is round: width and depth change together.
    #[serde(default)]
    pub round: bool,
    /// Diameter in metres of the ground that it stands on, where that is less than its outline: a
    /// tree is outlined by its crown and stands on its pit.
    #[serde(default)]
    pub foot: Option<f64>,
    /// Whether it may stand on a road: a bollard, a path that crosses.
    #[serde(default)]
    pub on_roads: bool,
    /// Whether low things may stand under its roof: a chess table in a pavilion.
    #[serde(default)]
    pub shelters: bool,
    /// Whether the ground under it is used up: green under it is lost. A bench, a lamp or a tree
    /// leaves the lawn a lawn.
    #[serde(default = "yes")]
    pub seals: bool,
    /// How it stands by a wall or a road.
    #[serde(default)]
    pub stands: Stands,
    /// What it lays out in its ground.
    #[serde(default)]
    pub lays_out: Option<LaysOut>,
    /// What a resident may choose or set.
    #[serde(default)]
    pub params: Vec<Param>,
    /// What it costs, where no chosen option says otherwise.
    pub price: Price,
    /// What it costs with an option, by the option's name.
    #[serde(default)]
    pub option_prices: BTreeMap<String, Price>,
    /// What it gives.
    #[serde(default)]
    pub gain: Gain,
    /// The class of works it belongs to.
    pub works: Works,
    /// Where its size comes from, with its trust tag.
    pub source: String,
    /// What only a kind of a project's own has.
    #[serde(skip)]
    pub own: Option<Arc<super::Own>>,
}

fn yes() -> bool {
    true
}

impl Kind {
    /// The key of its name in the language files.
    pub fn name_key(&self) -> String {
        format!("kind-{}", self.id)
    }
    /// The key of the sentence that says its size and what it holds.
    pub fn hint_key(&self) -> String {
        format!("kind-{}-hint", self.id)
    }
    /// Whether its size can be changed at all.
    pub fn is_resizable(&self) -> bool {
        self.width.min < self.width.max || self.depth.min < self.depth.max
    }
    /// A size brought within the ranges of the kind; a round thing stays round.
    pub fn held_size(&self, width: f64, depth: f64) -> (f64, f64) {
        let width = self.width.held(width);
        (width, if self.round { width } else { self.depth.held(depth) })
    }
    /// The param of that name.
    pub fn param(&self, id: &str) -> Option<&Param> {
        self.params.iter().find(|param| param.id == id)
    }
}
