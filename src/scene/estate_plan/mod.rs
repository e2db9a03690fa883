//! The estate as an architect would show it: soft, so that what is placed speaks.
//!
//! One file a group of classes. [`EstatePlan::new`] does once what costs (unions of roads,
//! shadows, which wall a door is in); [`EstatePlan::scene`] is asked at every change of detail.

mod buildings;
mod ground;
mod labels;
mod roads;
mod services;

use std::sync::Arc;

use crate::estate::{Estate, Feature};
use crate::geometry::Bounds;

use super::{Detail, Part, Scene, Shown};
use labels::Sight;

/// An estate prepared for drawing.
pub struct EstatePlan {
    estate: Arc<Estate>,
    roads: roads::Roads,
    buildings: buildings::Buildings,
    over_picture: bool,
}

impl EstatePlan {
    /// Prepares an estate.
    pub fn new(estate: Arc<Estate>) -> Self {
        Self {
            roads: roads::Roads::new(&estate),
            buildings: buildings::Buildings::new(&estate),
            estate,
            over_picture: false,
        }
    }
    /// Prepares an estate; where a picture lies under it, what is beyond the edge does not cover the picture.
    pub fn over(estate: Arc<Estate>, picture: bool) -> Self {
        Self {
            over_picture: picture,
            ..Self::new(estate)
        }
    }
    /// The box that a first view shows.
    pub fn bounds(&self) -> Bounds {
        self.estate.bounds()
    }
    /// The estate at a detail, for a view in which the sheet lies turned so many degrees
    /// anticlockwise: labels give way to each other as they stand on the screen.
    pub fn scene(&self, detail: Detail, shown: Shown, turn: f64) -> Scene {
        let has = |part| shown.has(part);
        let mut scene = Scene::default();
        if !self.over_picture || !has(Part::Picture) {
            ground::draw_beyond(&mut scene, &self.estate);
        }
        if has(Part::Roads) {
            ground::draw_paving(&mut scene, &self.estate, detail);
        }
        if has(Part::Green) {
            ground::draw_green(&mut scene, &self.estate, detail);
        }
        if has(Part::Roads) {
            self.roads.draw(&mut scene, &self.estate, detail);
            ground::draw_bays(&mut scene, &self.estate, detail);
        }
        if has(Part::Fences) {
            ground::draw_fences(&mut scene, &self.estate, detail);
        }
        ground::draw_boundary(&mut scene, &self.estate, detail);
        if has(Part::Buildings) {
            self.buildings.draw(&mut scene, detail);
        }
        if has(Part::Green) {
            ground::draw_trees(&mut scene, &self.estate, detail);
        }
        services::draw(&mut scene, &self.estate, detail, shown);
        if has(Part::Names) {
            let sight = Sight { detail, turn };
            labels::draw(&mut scene, &self.estate, &self.buildings, shown, sight);
        }
        scene
    }
}

/// The features of the classes that a test keeps.
fn of_class<'a>(
    estate: &'a Estate,
    keep: impl Fn(&Feature) -> bool + 'a,
) -> impl Iterator<Item = &'a Arc<Feature>> {
    estate.features().iter().filter(move |feature| keep(feature))
}
