//! The lanes of an estate and a drawing as [`crate::passage`] wants them.

use crate::catalogue::{Group, Layer};
use crate::design::PlacementId;
use crate::estate::{Class, Estate, Feature, GateUse, RoadUse, Shape};
use crate::geometry::{Outline, Region, WorldPt, WorldVec};
use crate::passage::{Block, LaneChange, Lanes, Mark, Surface};

use super::super::placed::{Placed, Site};
use super::Vehicles;
use super::vehicles::WAY;

/// How far beyond the estate's edge lanes are looked at, in metres: the street before a gate.
const BEYOND_M: f64 = 15.0;
/// The thinnest trunk reckoned with, and what a lamp and a hydrant take, in metres across.
const TRUNK_M: f64 = 0.3;
const LAMP_M: f64 = 0.3;
const HYDRANT_M: f64 = 0.6;
/// A bay of which this share is built over is no bay any more.
const BUILT_OVER: f64 = 0.3;
/// Further off a road than this, in metres, nothing bears on it.
const BESIDE_M: f64 = 0.5;
/// What stands as high as this in metres and closes off its ground stops a hose.
const STOPS_HOSE_M: f64 = 2.0;
/// Placed ground that carries wheels. Courts, playgrounds and beds do not.
const DRIVABLE: [&str; 2] = ["plaza", "fitness-path"];

/// The estate's part of the lanes, reckoned once.
#[derive(Clone, Debug, Default)]
pub struct Plot {
    lanes: Lanes,
    /// The existing bays, which cars stand on unless a drawing builds them over.
    bays: Vec<(Mark, Outline)>,
    /// The targets are bin stations of the drawing.
    to_bins: bool,
    /// The doors that are the targets, in their order, as numbers of features.
    pub doors: Vec<usize>,
}

/// What a mark of a narrow place means.
pub enum Owner<'a> {
    /// A thing that is there.
    Feature(&'a Feature),
    /// A thing placed.
    Thing(&'a PlacementId),
}

/// Who a mark is, among the estate's features and the things placed in the order of [`Site::all`].
pub fn owner<'a>(estate: &'a Estate, things: &[&'a Placed], mark: Mark) -> Option<Owner<'a>> {
    let features = estate.features();
    let at = mark as usize;
    match features.get(at) {
        Some(feature) => Some(Owner::Feature(feature)),
        None => things
            .get(at - features.len())
            .map(|placed| Owner::Thing(placed.id())),
    }
}

impl Plot {
    /// The roads, gates, obstacles and a vehicle's targets.
    pub fn of(site: &Site, vehicle: Vehicles) -> Self {
        let estate = &site.project.estate;
        let mut plot = Self::default();
        plot.lanes.boundary = estate.boundary().cloned();
        plot.lanes.bounds = estate.bounds().grown(BEYOND_M);
        for (number, feature) in estate.features().iter().enumerate() {
            plot.add(site, number, feature, vehicle.is_heavy());
        }
        if vehicle == Vehicles::BinLorry {
            plot.go_to_bins(site);
        }
        plot
    }

    fn add(&mut self, site: &Site, number: usize, feature: &Feature, heavy: bool) {
        let mark = number as Mark;
        let lanes = &mut self.lanes;
        if !feature.shape.bounds().meets(&lanes.bounds) {
            return;
        }
        let pieces = || site.terrain.ground(feature).into_iter().flat_map(Region::pieces);
        let spot = |across: f64| match &feature.shape {
            Shape::Point(at) => Some(Outline::rectangle(*at, WorldVec::new(across, across), 0.0)),
            shape => shape.outline().cloned(),
        };
        let middle = match &feature.shape {
            Shape::Point(at) => *at,
            shape => shape.bounds().centre(),
        };
        match &feature.class {
            Class::Road { .. } | Class::Paving if heavy && !carries(site, feature) => {}
            Class::Road { .. } | Class::Paving => {
                let surfaces = pieces().map(|(edge, holes)| Surface::new(&edge, &holes, mark));
                lanes.surfaces.extend(surfaces);
            }
            Class::Bay { .. } => {
                for (edge, holes) in pieces() {
                    lanes.surfaces.push(Surface::new(&edge, &holes, mark));
                    self.bays.push((mark, edge));
                }
            }
            Class::Building { remove: false, .. } | Class::Water | Class::Substation => {
                let outline = spot(2.0);
                lanes
                    .blocks
                    .extend(outline.map(|edge| Block::area(&edge, mark).stopping_hose()));
            }
            Class::Tree { trunk, .. } => {
                lanes
                    .blocks
                    .extend(spot(trunk.max(TRUNK_M)).map(|edge| Block::area(&edge, mark)));
            }
            Class::Lamp => lanes
                .blocks
                .extend(spot(LAMP_M).map(|edge| Block::area(&edge, mark))),
            Class::Hydrant => lanes
                .blocks
                .extend(spot(HYDRANT_M).map(|edge| Block::area(&edge, mark))),
            Class::Fence { .. } => {
                if let Shape::Line(line) = &feature.shape {
                    lanes
                        .blocks
                        .push(Block::line(line.points(), mark).stopping_hose());
                }
            }
            Class::Gate {
                usage: GateUse::Vehicle,
            } => lanes.gates.push(middle),
            Class::Door { .. } => {
                lanes.targets.push(middle);
                self.doors.push(number);
            }
            _ => {}
        }
    }

    /// Takes the bin stations of the drawing as targets, in place of the doors.
    fn go_to_bins(&mut self, site: &Site) {
        self.to_bins = true;
        self.doors.clear();
        self.lanes.targets.clear();
        let first = site.project.estate.features().len();
        for (number, placed) in site.all().into_iter().enumerate() {
            if placed.is_one_of(&["bin-station"]) {
                self.doors.push(first + number);
                self.lanes.targets.push(placed.thing.shape.centre());
            }
        }
    }

    /// The name of a target: a door's feature or a thing placed.
    pub fn target_id(&self, site: &Site, things: &[&Placed], target: usize) -> String {
        match owner(&site.project.estate, things, self.doors[target] as Mark) {
            Some(Owner::Feature(feature)) => feature.id.to_string(),
            Some(Owner::Thing(id)) => id.to_string(),
            None => String::new(),
        }
    }

    /// What a fire engine's rule cannot do without and the estate does not have.
    pub fn lacks(&self) -> Option<&'static str> {
        let lanes = &self.lanes;
        if lanes.gates.is_empty() {
            Some("fire-needs-gate")
        } else if lanes.targets.is_empty() {
            Some(if self.to_bins {
                "fire-needs-bins"
            } else {
                "fire-needs-doors"
            })
        } else if lanes.surfaces.is_empty() {
            Some("fire-needs-roads")
        } else {
            None
        }
    }

    /// The lanes with what is placed; with cars on the existing bays, or without.
    pub fn lanes(&self, site: &Site, things: &[&Placed], cars: bool) -> Lanes {
        let mut lanes = self.lanes.clone();
        if cars {
            let parked = self.bays.iter();
            lanes
                .blocks
                .extend(parked.map(|(mark, edge)| Block::area(edge, *mark)));
        }
        lanes.changed(&self.change(site, things, cars))
    }

    /// What is placed changes of the lanes without it.
    pub fn change(&self, site: &Site, things: &[&Placed], cars: bool) -> LaneChange {
        let mut change = LaneChange::default();
        if cars {
            let first = self.lanes.blocks.len();
            let bays = self.bays.iter().enumerate();
            let gone = bays.filter(|(_, (_, edge))| things.iter().any(|placed| builds_over(placed, edge)));
            change.without = gone.map(|(number, _)| first + number).collect();
        }
        let first = site.project.estate.features().len() as Mark;
        for (number, placed) in things.iter().enumerate() {
            put(&mut change, placed, first + number as Mark);
        }
        change
    }

    /// Where a door is.
    pub fn door_at(&self, door: usize) -> WorldPt {
        self.lanes.targets[door]
    }

    /// The features that are doors, by the order of the targets.
    pub fn door<'a>(&self, estate: &'a Estate, door: usize) -> &'a Feature {
        &estate.features()[self.doors[door]]
    }
}

/// Whether a way or paved ground is made for what is heavy. The map says what is a fire lane, a road or
/// a path, and how wide; what a path bears it does not say. Assumed: what people walk on is narrower
/// than the profile asks of a way for engines, and what is as wide bears an engine.
fn carries(site: &Site, feature: &Feature) -> bool {
    let width = match feature.class {
        Class::Road { fire: true, .. } => return true,
        Class::Road { usage, .. } if usage != RoadUse::Path => return true,
        Class::Road { width, .. } => width,
        _ => None,
    };
    let ground = || site.terrain.ground(feature);
    // An area is as wide as a strip of its area and edge is.
    let edge = || {
        site.terrain
            .edges(feature)
            .iter()
            .map(|side| side.length())
            .sum::<f64>()
    };
    let width = width.or_else(|| Some(2.0 * ground()?.area() / edge().max(1e-9)));
    let asked = site.provision(WAY).map_or(0.0, |asked| asked.value);
    width.is_none_or(|width| width >= asked)
}

/// Whether a thing can change where vehicles get or what they reach: it lies on or beside a road,
/// carries wheels, or stands in the way of a hose.
pub fn bears_on_lanes(site: &Site, placed: &Placed) -> bool {
    if placed.is_one_of(&DRIVABLE) || placed.is_one_of(&["car-park"]) || stops_hose(placed) {
        return true;
    }
    site.features_within(placed, BESIDE_M).into_iter().any(|feature| {
        let road = matches!(
            feature.class,
            Class::Road { .. } | Class::Paving | Class::Bay { .. }
        );
        let ground = || site.terrain.ground(feature);
        road && ground().is_some_and(|ground| ground.distance(placed.standing_ground()) <= BESIDE_M)
    })
}

fn stops_hose(placed: &Placed) -> bool {
    placed.layer() == Layer::Standing
        && placed.kind.as_ref().is_some_and(|kind| {
            kind.seals && !kind.shelters && kind.height >= STOPS_HOSE_M && kind.group != Group::Rest
        })
}

fn builds_over(placed: &Placed, bay: &Outline) -> bool {
    if !placed.bounds.meets(&bay.bounds()) {
        return false;
    }
    let shared = placed.standing_ground().shared(&Region::from(bay));
    shared.area() > BUILT_OVER * bay.area()
}

fn put(change: &mut LaneChange, placed: &Placed, mark: Mark) {
    if placed.is_one_of(&DRIVABLE) {
        let pieces = placed.ground.pieces();
        let surfaces = pieces.map(|(edge, holes)| Surface::new(&edge, &holes, mark));
        change.surfaces.extend(surfaces);
        return;
    }
    if let Some(park) = placed.park() {
        let bays = park.bays.iter().map(|bay| Block::area(&bay.outline, mark));
        change.blocks.extend(bays);
        let aisles = park.aisles.iter().map(|aisle| Surface::new(aisle, &[], mark));
        change.surfaces.extend(aisles);
        return;
    }
    let house = stops_hose(placed);
    for (edge, _) in placed.standing_ground().pieces() {
        let block = Block::area(&edge, mark);
        change
            .blocks
            .push(if house { block.stopping_hose() } else { block });
    }
}
