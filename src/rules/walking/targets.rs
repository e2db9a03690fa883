//! What there is to walk to, on the estate and in the drawing.

use crate::catalogue::LaysOut;
use crate::design::PlacementId;
use crate::estate::{BayUse, BuildingUse, Class, Feature, Shape};
use crate::geometry::Region;
use crate::passage::Goal;

use super::super::placed::{Placed, Site};
use super::Destination;

/// Paving without a name, or smaller than this in square metres, is no plaza.
const PLAZA_M2: f64 = 100.0;

/// Somewhere to walk to.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) struct Target {
    /// Where it is.
    pub place: Goal,
    /// The thing of the drawing that it is; none for what was there.
    pub thing: Option<PlacementId>,
}

/// What was there to walk to, without what things of the drawing cover.
pub(super) fn existing(site: &Site, things: &[&Placed]) -> [Vec<Target>; 6] {
    let mut targets: [Vec<Target>; 6] = Default::default();
    for feature in site.project.estate.features() {
        let Some(to) = destination_of(site, feature) else {
            continue;
        };
        if is_covered(site, feature, things) {
            continue;
        }
        for place in places_of(site, feature) {
            targets[to.at()].push(Target { place, thing: None });
        }
    }
    targets
}

fn destination_of(site: &Site, feature: &Feature) -> Option<Destination> {
    match &feature.class {
        Class::Activity => Some(Destination::Plaza),
        Class::Paving if !feature.name.trim().is_empty() => {
            let area = site.terrain.ground(feature).map_or(0.0, Region::area);
            (area >= PLAZA_M2).then_some(Destination::Plaza)
        }
        Class::Bay { usage: BayUse::Bike } => Some(Destination::Shed),
        Class::Gate { .. } => Some(Destination::Gate),
        Class::Building {
            usage: BuildingUse::DayCare,
            ..
        } => Some(Destination::DayCare),
        _ => None,
    }
}

/// Whether things of the drawing cover half of it or more.
fn is_covered(site: &Site, feature: &Feature, things: &[&Placed]) -> bool {
    let Some(ground) = site.terrain.ground(feature) else {
        return false;
    };
    let over = things
        .iter()
        .filter(|placed| placed.takes_activity() || placed.green() > 0.0)
        .filter(|placed| placed.bounds.meets(&feature.shape.bounds()) && placed.ground.meets(ground));
    let left = over.fold(ground.clone(), |left, placed| left.without(&placed.ground));
    left.area() < ground.area() / 2.0
}

/// Where one goes to reach a feature: the doors of a house, else its edge.
fn places_of(site: &Site, feature: &Feature) -> Vec<Goal> {
    let features = site.project.estate.features().iter();
    let doors = features.filter(
        |other| matches!(&other.class, Class::Door { building: Some(house), .. } if *house == feature.id),
    );
    let doors: Vec<Goal> = doors
        .map(|door| Goal::Point(door.shape.bounds().centre()))
        .collect();
    match &feature.shape {
        _ if !doors.is_empty() => doors,
        Shape::Area(edge, _) => vec![Goal::Area(edge.clone())],
        other => vec![Goal::Point(other.bounds().centre())],
    }
}

/// Whether a thing of the drawing is one to walk to.
fn leads_to(placed: &Placed, to: Destination) -> bool {
    let Some(kind) = &placed.kind else { return false };
    match to {
        Destination::Plaza => kind.acts_as().as_str() == "plaza",
        Destination::Shed => matches!(kind.lays_out, Some(LaysOut::ChargingShed | LaysOut::BikeRack)),
        Destination::Gate => false,
        Destination::Bench => placed.capacity.seats > 0,
        Destination::DayCare => kind.acts_as().as_str() == "day-care-centre",
        Destination::Bins => kind.acts_as().as_str() == "bin-station",
    }
}

/// Adds the things of the drawing that people walk to.
pub(super) fn add_placed(targets: &mut [Vec<Target>; 6], things: &[&Placed]) {
    for placed in things {
        for to in Destination::ALL.into_iter().filter(|to| leads_to(placed, *to)) {
            let outline = placed.thing.shape.outline();
            let place = outline.map_or(Goal::Point(placed.thing.shape.centre()), Goal::Area);
            let thing = Some(placed.id().clone());
            targets[to.at()].push(Target { place, thing });
        }
    }
}
