//! What of a plan throws shadow.

use std::sync::Arc;

use crate::catalogue::{Group, Kind, LaysOut};
use crate::design::{Design, Placement};
use crate::estate::{Class, Feature, Shape};
use crate::geometry::{Outline, WorldPt, WorldVec};
use crate::sunlight::Solid;

use super::Survey;
use super::placed::{Placed, Site};

/// The eaves of a roof on posts are at least so high, in metres (domain.md A10, eaves 2.4-3.0).
const EAVES_M: f64 = 2.4;
/// A roof is at least so thick, in metres, however low its ridge; assumed.
const ROOF_M: f64 = 0.2;
/// What is narrower than this both ways, in metres, is a post and is not reckoned with: a lamp, a
/// bollard.
const POST_M: f64 = 1.0;
/// The crown of a street tree begins so high, in metres (GB 50763-2012 7.2.4 asks for 2.2 clear).
const CROWN_FROM_M: f64 = 2.2;
/// How high a tree is for each metre of its crown, and the least, in metres; assumed.
const TREE_A_CROWN: f64 = 1.3;
const LEAST_TREE_M: f64 = 4.0;
/// Sharing no more than this, in square metres, does not ask for a building to go.
const BESIDE_M2: f64 = 0.02;

impl Survey {
    /// Everything that throws shadow on a plan: the houses that stay, what is placed, and, in the
    /// seasons of leaves, the trees. What may be taken away and is built over is gone.
    pub fn solids(&self, design: &Design, leaves: bool) -> Vec<Solid> {
        let things = self.things(design);
        let site = self.site(&things, &[]);
        let houses = self.project.estate.buildings();
        let mut solids: Vec<Solid> = houses
            .filter(|house| !is_gone(&site, house))
            .filter_map(|house| of_building(house))
            .collect();
        for placed in things.all() {
            let kind = placed.kind.as_deref();
            let tree = kind.is_some_and(|kind| kind.foot.is_some());
            match kind {
                Some(kind) if tree && leaves => solids.extend(crown(
                    placed.thing.shape.centre(),
                    placed.bounds.width(),
                    Some(kind.height),
                )),
                Some(kind) if !tree => solids.extend(of_thing(kind, &placed.thing)),
                _ => {}
            }
        }
        if leaves {
            let trees = self.project.estate.features().iter();
            solids.extend(trees.filter_map(|tree| match (&tree.class, &tree.shape) {
                (Class::Tree { crown: across, .. }, Shape::Point(at)) => crown(*at, *across, None),
                _ => None,
            }));
        }
        solids
    }
}

/// What a building throws shadow with; none for one that is not an area.
pub(super) fn of_building(house: &Feature) -> Option<Solid> {
    let outline = house.shape.outline()?.clone();
    Solid::standing(outline, house.class.building_height()?)
}

/// What a thing throws shadow with. Trees and other green are exempt (GB 50180-2018 4.0.9-2, the
/// commentary), posts and the open frames of fitness kit throw too little, and a path lies flat. A
/// shed of open sides is taken as closed, since what stands in it is not seen through.
pub(super) fn of_thing(kind: &Kind, thing: &Placement) -> Option<Solid> {
    let exempt = kind.group == Group::Green || kind.lays_out == Some(LaysOut::FitnessStation);
    let outline = thing.shape.outline().filter(|_| !exempt)?;
    let bounds = outline.bounds();
    if bounds.width() < POST_M && bounds.height() < POST_M {
        return None;
    }
    let height = height(kind, thing);
    match kind.shelters {
        true => Solid::lifted(outline, EAVES_M.min(height - ROOF_M), height),
        false => Solid::standing(outline, height),
    }
}

/// The height of a thing in metres: a house of more storeys than its kind has is so much higher.
fn height(kind: &Kind, thing: &Placement) -> f64 {
    let usual = kind.param("storeys").and_then(|param| param.number.as_ref());
    match (usual, thing.number(kind, "storeys")) {
        (Some(usual), Some(storeys)) if usual.default > 0.0 => kind.height * storeys / usual.default,
        _ => kind.height,
    }
}

fn crown(at: WorldPt, across: f64, height: Option<f64>) -> Option<Solid> {
    let sound = across.is_finite() && across > 0.5;
    let radius = across.min(30.0) / 2.0;
    let corner = |eighth: u32| at + WorldVec::toward(f64::from(eighth) * 45.0 + 22.5) * radius;
    let outline = Outline::new((0..8).map(corner)).ok().filter(|_| sound)?;
    let height = height.unwrap_or((across * TREE_A_CROWN).max(LEAST_TREE_M));
    Solid::lifted(outline, CROWN_FROM_M.min(height / 2.0), height)
}

/// Whether a building that may be taken away has to go: something is placed on its ground.
pub(super) fn is_gone(site: &Site, house: &Arc<Feature>) -> bool {
    let may_go = matches!(house.class, Class::Building { remove: true, .. });
    let Some(ground) = site.terrain.ground(house).filter(|_| may_go) else {
        return false;
    };
    let bounds = house.shape.bounds();
    let takes = |placed: &Placed| {
        placed.bounds.meets(&bounds)
            && placed.ground.meets(ground)
            && placed.standing_ground().shared(ground).area() > BESIDE_M2
    };
    let is_newer = |other: &&Placed| site.instead.iter().any(|newer| newer.id() == other.id());
    let there = site.things.in_box(bounds);
    there.into_iter().filter(|other| !is_newer(other)).any(takes) || site.instead.iter().any(takes)
}
