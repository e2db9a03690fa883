//! What stands written in and at houses, and which house a door belongs to.

use crate::estate::{Class, FeatureId, What};
use crate::geometry::{Bounds, Index, WorldPt};
use crate::text::Message;

use super::super::Problem;
use super::super::assemble::{Raw, RawFeature, RawShape, is_inside};
use super::labels::{Label, label};
use super::rings::between;
use super::things::{Listed, Things, area};

/// A door is put into a wall that is no farther than that, in metres.
const DOOR_TO_WALL_M: f64 = 3.0;
/// A label such as `2单元` may stand that far outside of its house, in metres.
const LABEL_TO_WALL_M: f64 = 4.0;

/// Gives houses their storeys and names, and doors their houses.
pub(super) fn furnish(things: &mut Things) {
    let houses = Houses::of(&mut things.features);
    let texts = std::mem::take(&mut things.texts);
    let (mut storeys, mut names, mut made) = (0, 0, 0);
    let mut words = Vec::new();
    for (at, text) in texts {
        match label(&text) {
            Some(Label::Storeys(count)) => {
                if let Some(house) = houses.around(at)
                    && let Class::Building { storeys: own, .. } = &mut things.features[house].class
                {
                    storeys += usize::from(own.is_none());
                    *own = Some(own.unwrap_or(count));
                }
            }
            Some(Label::Name(name)) => {
                if let Some(house) = houses.around(at) {
                    let own = &mut things.features[house].name;
                    if own.is_empty() {
                        *own = name;
                        names += 1;
                    }
                }
            }
            Some(Label::Words(said)) => words.push((at, said)),
            Some(Label::Stair(stair)) => {
                let reach = if houses.around(at).is_some() {
                    f64::INFINITY
                } else {
                    LABEL_TO_WALL_M
                };
                let wall = houses.wall(at, reach);
                if let Some((house, wall)) = wall {
                    made += 1;
                    let mut door = RawFeature {
                        place: things.features[house].place.clone(),
                        id: String::new(),
                        class: What::Door.class(None),
                        name: String::new(),
                        shape: RawShape::Point(wall),
                    };
                    belong(&mut door.class, &things.features[house].id, Some(stair));
                    things.features.push(door);
                }
            }
            None => {}
        }
    }
    // A number is a better name than words.
    for (at, said) in words {
        if let Some(house) = houses.around(at) {
            let own = &mut things.features[house].name;
            names += usize::from(own.is_empty());
            if own.is_empty() {
                *own = said;
            }
        }
    }
    doors(&houses, things);
    for (key, count) in [
        ("dxf-storeys", storeys),
        ("dxf-names", names),
        ("dxf-doors-of-labels", made),
    ] {
        if count > 0 {
            things
                .problems
                .push(Problem::of_file(Message::new(key).with("count", count)));
        }
    }
    let silent = |feature: &&RawFeature| matches!(feature.class, Class::Building { storeys: None, .. });
    let silent = things.features.iter().filter(silent).count();
    if silent > 0 {
        things.problems.push(Problem::of_file(
            Message::new("dxf-no-storeys").with("count", silent),
        ));
    }
}

/// Puts doors that are drawn into the walls of their houses.
fn doors(houses: &Houses, things: &mut Things) {
    let mut listed = Listed::default();
    for at in 0..things.features.len() {
        let door = &things.features[at];
        let (Class::Door { building: None, .. }, RawShape::Point(place)) = (&door.class, &door.shape) else {
            continue;
        };
        let Some((house, wall)) = houses.wall(*place, DOOR_TO_WALL_M) else {
            let said = Message::new("dxf-door-no-wall").number("metres", DOOR_TO_WALL_M, 0);
            listed.put(door.place.clone(), said);
            continue;
        };
        let id = things.features[house].id.clone();
        let door = &mut things.features[at];
        door.shape = RawShape::Point(wall);
        belong(&mut door.class, &id, None);
    }
    things.problems.extend(listed.all("dxf-doors-more"));
}

fn belong(door: &mut Class, house: &str, said: Option<String>) {
    if let Class::Door { building, stair, .. } = door {
        *building = Some(FeatureId::new(house));
        *stair = said.or(stair.take());
    }
}

/// The houses by where they are.
struct Houses {
    /// Each house's place in the list and its edge, the first corner repeated.
    edges: Vec<(usize, Vec<Raw>)>,
    index: Index<usize>,
}

impl Houses {
    /// The houses of a list; each is given its name in the file.
    fn of(features: &mut [RawFeature]) -> Self {
        let mut edges = Vec::new();
        for (at, feature) in features.iter_mut().enumerate() {
            let (Class::Building { .. }, RawShape::Area(rings)) = (&feature.class, &feature.shape) else {
                continue;
            };
            let Some(edge) = rings.first().filter(|edge| edge.len() > 3) else {
                continue;
            };
            edges.push((at, edge.clone()));
            feature.id = format!("building-{}", edges.len());
        }
        let boxes = edges.iter().map(|(_, edge)| box_of(edge));
        let index = Index::bulk(boxes.enumerate());
        Self { edges, index }
    }
    fn near(&self, at: Raw, reach: f64) -> impl Iterator<Item = &(usize, Vec<Raw>)> {
        let here = WorldPt::new(at[0], at[1]);
        let around = Bounds { min: here, max: here }.grown(reach);
        self.index.in_box(around).map(|house| &self.edges[*house])
    }
    /// The smallest house around a place.
    fn around(&self, at: Raw) -> Option<usize> {
        let around = self.near(at, 0.0).filter(|(_, edge)| is_inside(at, edge));
        let smallest = around.min_by(|a, b| area(&a.1).total_cmp(&area(&b.1)));
        smallest.map(|(house, _)| *house)
    }
    /// The house whose wall is nearest to a place, and the place in the wall; of the house around it, if there is one.
    fn wall(&self, at: Raw, reach: f64) -> Option<(usize, Raw)> {
        let own = self.around(at);
        let reach_of_boxes = if reach.is_finite() { reach } else { 0.0 };
        let houses = self.near(at, reach_of_boxes);
        let walls = houses.filter(|(house, _)| own.is_none_or(|own| own == *house));
        let nearest =
            walls.flat_map(|(house, edge)| edge.windows(2).map(move |side| (*house, nearest(at, side))));
        let nearest = nearest.min_by(|a, b| between(at, a.1).total_cmp(&between(at, b.1)));
        nearest.filter(|(_, wall)| between(at, *wall) <= reach)
    }
}

fn box_of(edge: &[Raw]) -> Bounds {
    let points = edge.iter().map(|p| WorldPt::new(p[0], p[1]));
    let nowhere = WorldPt::new(0.0, 0.0);
    Bounds::of(points).unwrap_or(Bounds {
        min: nowhere,
        max: nowhere,
    })
}

/// The nearest place of a side to a place.
fn nearest(at: Raw, side: &[Raw]) -> Raw {
    let way = [side[1][0] - side[0][0], side[1][1] - side[0][1]];
    let off = [at[0] - side[0][0], at[1] - side[0][1]];
    let square = way[0] * way[0] + way[1] * way[1];
    let share = if square > 0.0 {
        ((way[0] * off[0] + way[1] * off[1]) / square).clamp(0.0, 1.0)
    } else {
        0.0
    };
    [side[0][0] + way[0] * share, side[0][1] + way[1] * share]
}
