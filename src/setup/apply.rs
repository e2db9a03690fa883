//! What a step makes of a draft.

use std::collections::HashSet;
use std::sync::Arc;

use crate::estate::{Class, Feature, FeatureId, Shape};
use crate::geometry::{Line, Outline, Region, WorldPt};

use super::homes::{House, doors_of};
use super::{Change, Draft, Refusal, What};

/// A door is put into a wall at most this far from where it was shown, in metres.
const REACH_OF_A_WALL_M: f64 = 8.0;
/// A line is this wide where its distance is asked.
const THIN_M: f64 = 0.1;
/// Storeys, homes and widths (in metres) that make sense; as `formats` takes them.
const STOREYS: (f64, f64) = (1.0, 200.0);
const HOMES: (f64, f64) = (0.0, 100_000.0);
const WIDTH_M: (f64, f64) = (0.3, 100.0);

impl Draft {
    /// The draft after a step; a refusal changes nothing.
    pub fn apply(&self, change: &Change) -> Result<Self, Refusal> {
        match change {
            Change::Call(things, what) => self.call(things, *what),
            Change::Name(thing, name) => self.altered(std::slice::from_ref(thing), |thing| {
                thing.name = name.trim().chars().take(60).collect();
                true
            }),
            Change::Storeys(things, count) => self.storeys(things, *count),
            Change::Homes(thing, count) => self.homes(thing, *count),
            Change::ReckonHomes => self.reckon_homes(),
            Change::Width(thing, metres) => self.width(thing, *metres),
            Change::FireLane(things, is_lane) => self.altered(things, |thing| match &mut thing.class {
                Class::Road { fire, .. } => {
                    *fire = *is_lane;
                    true
                }
                _ => false,
            }),
            Change::Remove(things) => self.without(things),
            Change::Edge(corners) => Ok(self.edged(Outline::new(corners.iter().copied())?)),
            Change::EdgeAround(things, metres) => self.edged_around(things, *metres),
            Change::Cut(beyond) => self.cut(*beyond),
            Change::Door(at) => self.with_door(*at),
            Change::Kinds(change) => self.with_kinds(change),
            Change::Gate(at, usage) => {
                Ok(self.with_thing("gate", Class::Gate { usage: *usage }, Shape::Point(at.snapped())))
            }
            Change::Trace(what, points) => self.traced(*what, points),
            Change::Picture(change) => self.with_picture_changed(change),
        }
    }

    /// Alters chosen things; refused when none of them can be altered so.
    fn altered(&self, chosen: &[FeatureId], alter: impl Fn(&mut Feature) -> bool) -> Result<Self, Refusal> {
        let chosen: HashSet<&FeatureId> = chosen.iter().collect();
        let mut any = false;
        let things = self.estate.features().iter().map(|thing| {
            if !chosen.contains(&thing.id) {
                return thing.clone();
            }
            let mut altered = (**thing).clone();
            if !alter(&mut altered) {
                return thing.clone();
            }
            any = true;
            Arc::new(altered)
        });
        let things = things.collect();
        if any {
            Ok(self.with_things(things))
        } else {
            Err(Refusal::Nothing)
        }
    }

    fn call(&self, things: &[FeatureId], what: What) -> Result<Self, Refusal> {
        if what == What::Boundary {
            return self.call_the_edge(things);
        }
        let called = self.altered(things, |thing| {
            let fits = what.takes(&thing.shape);
            if fits {
                thing.class = what.class(Some(&thing.class));
            }
            fits
        });
        match called {
            Err(Refusal::Nothing) if things.iter().any(|id| self.thing(id).is_some()) => {
                Err(Refusal::Shape(what))
            }
            other => other,
        }
    }

    /// There is one edge: what was the edge before goes.
    fn call_the_edge(&self, things: &[FeatureId]) -> Result<Self, Refusal> {
        let [one] = things else {
            return Err(Refusal::Nothing);
        };
        let thing = self.thing(one).ok_or(Refusal::Nothing)?;
        match &thing.shape {
            Shape::Area(edge, _) => Ok(self.without(things)?.edged(edge.clone())),
            _ => Err(Refusal::Shape(What::Boundary)),
        }
    }

    fn storeys(&self, things: &[FeatureId], count: Option<f64>) -> Result<Self, Refusal> {
        let count = count.map(|n| within(n, STOREYS)).transpose()?;
        self.altered(things, |thing| match &mut thing.class {
            Class::Building { storeys, height, .. } => {
                *storeys = count;
                // A height that stood beside other storeys would be the truth's rival.
                *height = None;
                true
            }
            _ => false,
        })
    }

    fn homes(&self, thing: &FeatureId, count: u32) -> Result<Self, Refusal> {
        within(f64::from(count), HOMES)?;
        self.altered(std::slice::from_ref(thing), |thing| set_homes(thing, count))
    }

    fn reckon_homes(&self) -> Result<Self, Refusal> {
        let unsaid = House::all(&self.estate)
            .into_iter()
            .filter(|house| house.homes == 0);
        let reckoned: Vec<(FeatureId, u32)> = unsaid
            .filter_map(|house| Some((house.id.clone(), house.reckoned()?)))
            .collect();
        let ids: Vec<FeatureId> = reckoned.iter().map(|(id, _)| id.clone()).collect();
        let set = |thing: &mut Feature| {
            let count = reckoned
                .iter()
                .find(|(id, _)| *id == thing.id)
                .map(|(_, count)| *count);
            count.is_some_and(|count| set_homes(thing, count))
        };
        self.altered(&ids, set).map_err(|_| Refusal::NothingToReckon)
    }

    fn width(&self, thing: &FeatureId, metres: Option<f64>) -> Result<Self, Refusal> {
        let metres = metres.map(|m| within(m, WIDTH_M)).transpose()?;
        self.altered(std::slice::from_ref(thing), |thing| match &mut thing.class {
            Class::Road { width, .. } => {
                *width = metres;
                true
            }
            _ => false,
        })
    }

    fn without(&self, chosen: &[FeatureId]) -> Result<Self, Refusal> {
        let chosen: HashSet<&FeatureId> = chosen.iter().collect();
        let before = self.estate.features();
        let stay: Vec<Arc<Feature>> = before
            .iter()
            .filter(|thing| !chosen.contains(&thing.id))
            .cloned()
            .collect();
        if stay.len() == before.len() {
            return Err(Refusal::Nothing);
        }
        Ok(self.with_things(stay))
    }

    fn edged(&self, edge: Outline) -> Self {
        let others = self
            .estate
            .features()
            .iter()
            .filter(|thing| thing.class != Class::Boundary);
        let mut things: Vec<Arc<Feature>> = others.cloned().collect();
        things.push(Arc::new(Feature {
            id: self.free_name("boundary"),
            class: Class::Boundary,
            name: String::new(),
            shape: Shape::Area(edge, Vec::new()),
        }));
        self.with_things(things)
    }

    fn edged_around(&self, chosen: &[FeatureId], metres: f64) -> Result<Self, Refusal> {
        let metres = within(metres, (0.0, 200.0))?;
        let things = chosen.iter().filter_map(|id| self.thing(id));
        let corners: Vec<WorldPt> = things.flat_map(|thing| corners_of(&thing.shape)).collect();
        if corners.is_empty() {
            return Err(Refusal::Nothing);
        }
        Ok(self.edged(Outline::around(corners, metres)?))
    }

    /// A road is traced as its middle line: its width is said beside it.
    fn traced(&self, what: What, points: &[WorldPt]) -> Result<Self, Refusal> {
        let line = || {
            Line::new(points.iter().copied())
                .map(Shape::Line)
                .ok_or(Refusal::Line)
        };
        let shape = match (what, points) {
            (What::Boundary, _) => return self.apply(&Change::Edge(points.to_vec())),
            (What::Door, [at]) => return self.apply(&Change::Door(*at)),
            (_, [at]) => Shape::Point(at.snapped()),
            (What::Road(_) | What::Pipe(_) | What::Fence, _) => line()?,
            _ => Shape::Area(Outline::new(points.iter().copied())?, Vec::new()),
        };
        if !what.takes(&shape) {
            return Err(Refusal::Shape(what));
        }
        Ok(self.with_thing(what.class(None).word(), what.class(None), shape))
    }

    fn cut(&self, beyond: f64) -> Result<Self, Refusal> {
        let beyond = within(beyond, (0.0, 1_000.0))?;
        let edge = self.estate.boundary().ok_or(Refusal::NoEdge)?;
        let ground = Region::union_of([edge]);
        let is_near = |thing: &Feature| match &thing.shape {
            Shape::Point(at) => edge.distance_to(*at) <= beyond,
            Shape::Area(outline, _) => edge.distance(outline) <= beyond,
            Shape::Line(line) => ground.distance(&Region::strip(line, THIN_M)) <= beyond,
        };
        let far: Vec<FeatureId> = self
            .estate
            .features()
            .iter()
            .filter(|thing| !is_near(thing))
            .map(|thing| thing.id.clone())
            .collect();
        self.without(&far)
    }

    fn with_door(&self, at: WorldPt) -> Result<Self, Refusal> {
        let walls = self.estate.buildings().filter_map(|building| {
            let wall = building.shape.outline()?.nearest_on_edge(at);
            Some((wall.distance(at), wall, &building.id))
        });
        let nearest = walls.min_by(|a, b| a.0.total_cmp(&b.0));
        let (_, wall, building) = nearest
            .filter(|(metres, ..)| *metres <= REACH_OF_A_WALL_M)
            .ok_or(Refusal::NoWall(REACH_OF_A_WALL_M))?;
        let class = Class::Door {
            building: Some(building.clone()),
            stair: Some((doors_of(&self.estate, building) + 1).to_string()),
            households: 0,
        };
        Ok(self.with_thing("door", class, Shape::Point(wall.snapped())))
    }

    fn with_thing(&self, stem: &str, class: Class, shape: Shape) -> Self {
        let mut things = self.estate.features().to_vec();
        things.push(Arc::new(Feature {
            id: self.free_name(stem),
            class,
            name: String::new(),
            shape,
        }));
        self.with_things(things)
    }

    /// A name that nothing has yet: `door-12`.
    fn free_name(&self, stem: &str) -> FeatureId {
        let taken: HashSet<&str> = self
            .estate
            .features()
            .iter()
            .map(|thing| thing.id.as_str())
            .collect();
        let mut number = 1_usize;
        loop {
            let name = format!("{stem}-{number}");
            if !taken.contains(name.as_str()) {
                return FeatureId::new(&name);
            }
            number += 1;
        }
    }
}

fn set_homes(thing: &mut Feature, count: u32) -> bool {
    let Class::Building { households, .. } = &mut thing.class else {
        return false;
    };
    *households = count;
    true
}

fn corners_of(shape: &Shape) -> Vec<WorldPt> {
    match shape {
        Shape::Point(at) => vec![*at],
        Shape::Line(line) => line.points().to_vec(),
        Shape::Area(edge, _) => edge.corners().to_vec(),
    }
}

fn within(value: f64, (least, most): (f64, f64)) -> Result<f64, Refusal> {
    if value.is_finite() && (least..=most).contains(&value) {
        Ok(value)
    } else {
        Err(Refusal::Number { value, least, most })
    }
}
