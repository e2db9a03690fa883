//! The ground of the estate's features, reckoned once: grounds, edges, and walls with their doors.

use std::collections::HashMap;

use crate::estate::{Class, Estate, Feature, FeatureId, Shape};
use crate::geometry::{Bounds, Region, Segment, WorldPt, edges};
use crate::project::Project;

/// A door that lies this near to a building's edge, in metres, is one of its doors.
const DOOR_IN_WALL_M: f64 = 0.6;
/// A side no longer than this share of the building's longest is a gable.
const GABLE_SHARE: f64 = 0.6;

/// What a side of a building is to a road that passes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Face {
    /// A wall with a door in it.
    Door,
    /// A long wall with no door.
    Wall,
    /// The short end of a building.
    Gable,
}

/// One side of a building; the outside lies on its right.
#[derive(Clone, Debug)]
pub(super) struct Wall {
    pub side: Segment,
    pub face: Face,
}

/// The ground of the features that have one.
#[derive(Clone, Debug, Default)]
pub(super) struct Terrain {
    grounds: HashMap<FeatureId, Region>,
    edges: HashMap<FeatureId, Vec<Segment>>,
    walls: HashMap<FeatureId, Vec<Wall>>,
    /// The building in whose wall a door is.
    buildings: HashMap<FeatureId, FeatureId>,
}

impl Terrain {
    pub fn new(project: &Project) -> Self {
        let estate = &project.estate;
        let doors: Vec<(&Feature, WorldPt)> = estate.features().iter().filter_map(|f| door(f)).collect();
        let buildings = doors
            .iter()
            .filter_map(|(door, at)| Some((door.id.clone(), building_of(estate, door, *at)?)))
            .collect();
        let mut terrain = Self {
            buildings,
            ..Self::default()
        };
        for feature in estate.features() {
            let ground = region(feature);
            let edge = match (&ground, &feature.shape) {
                (Some(ground), _) => edges(ground),
                (None, Shape::Point(at)) => vec![Segment { from: *at, to: *at }],
                (None, Shape::Line(line)) => line.segments().collect(),
                (None, Shape::Area(outline, _)) => outline.sides().collect(),
            };
            let walls = terrain.walls_of(feature, &doors);
            if !walls.is_empty() {
                terrain.walls.insert(feature.id.clone(), walls);
            }
            terrain.edges.insert(feature.id.clone(), edge);
            terrain
                .grounds
                .extend(ground.map(|ground| (feature.id.clone(), ground)));
        }
        terrain
    }
    /// The ground of an area or of a road of a width; none for a place, a line and the boundary.
    pub fn ground(&self, feature: &Feature) -> Option<&Region> {
        self.grounds.get(&feature.id)
    }
    /// The edge of that ground, a line's pieces, or a place as a piece of no length.
    pub fn edges(&self, feature: &Feature) -> &[Segment] {
        self.edges.get(&feature.id).map_or(&[], Vec::as_slice)
    }
    /// The sides of a building.
    pub fn walls(&self, building: &Feature) -> &[Wall] {
        self.walls.get(&building.id).map_or(&[], Vec::as_slice)
    }
    /// The building in whose wall a door is.
    pub fn building_of(&self, door: &Feature) -> Option<&FeatureId> {
        self.buildings.get(&door.id)
    }

    fn walls_of(&self, feature: &Feature, doors: &[(&Feature, WorldPt)]) -> Vec<Wall> {
        let (Class::Building { .. }, Some(outline)) = (&feature.class, feature.shape.outline()) else {
            return Vec::new();
        };
        let own = doors
            .iter()
            .filter(|(door, _)| self.buildings.get(&door.id) == Some(&feature.id));
        let own: Vec<WorldPt> = own.map(|(_, at)| *at).collect();
        let longest = outline.sides().map(|side| side.length()).fold(0.0, f64::max);
        outline
            .sides()
            .map(|side| {
                let has_door = own
                    .iter()
                    .any(|at| side.nearest(*at).distance(*at) <= DOOR_IN_WALL_M);
                let face = match has_door {
                    true => Face::Door,
                    false if side.length() <= GABLE_SHARE * longest => Face::Gable,
                    false => Face::Wall,
                };
                Wall { side, face }
            })
            .collect()
    }
}

fn door(feature: &Feature) -> Option<(&Feature, WorldPt)> {
    match (&feature.class, &feature.shape) {
        (Class::Door { .. }, Shape::Point(at)) => Some((feature, *at)),
        _ => None,
    }
}

/// The building that a door names, else the one in whose wall it lies.
fn building_of(estate: &Estate, door: &Feature, at: WorldPt) -> Option<FeatureId> {
    if let Class::Door {
        building: Some(named),
        ..
    } = &door.class
    {
        return Some(named.clone());
    }
    let mut near: Vec<(f64, &FeatureId)> = estate
        .in_box(Bounds { min: at, max: at }.grown(DOOR_IN_WALL_M))
        .filter(|feature| matches!(feature.class, Class::Building { .. }))
        .filter_map(|feature| {
            Some((
                feature.shape.outline()?.nearest_on_edge(at).distance(at),
                &feature.id,
            ))
        })
        .filter(|(away, _)| *away <= DOOR_IN_WALL_M)
        .collect();
    near.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(b.1)));
    near.first().map(|(_, id)| (*id).clone())
}

fn region(feature: &Feature) -> Option<Region> {
    match (&feature.shape, &feature.class) {
        (_, Class::Boundary) | (Shape::Point(_), _) => None,
        (Shape::Area(edge, holes), _) => Some(holes.iter().fold(Region::from(edge), |whole, hole| {
            whole.without(&Region::from(hole))
        })),
        (Shape::Line(line), Class::Road { width, .. }) => Some(Region::strip(line, (*width)?)),
        (Shape::Line(_), _) => None,
    }
}
