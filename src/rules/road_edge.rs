//! Walls keep off the edge of a road: those of a room that is drawn from the roads there, and those
//! of the houses there from the aisles of a car park that is drawn.

use crate::catalogue::LaysOut;
use crate::estate::{Class, Feature, RoadUse};
use crate::geometry::{Segment, WorldVec, gap};
use crate::text::Message;

use super::capacity::size_of;
use super::classes::{is_closed, is_for_people, is_refit, within_sentence};
use super::distance::{falls_short, farthest, to_feature};
use super::names::feature_name;
use super::placed::{Placed, Site};
use super::short::{short_by, touches};
use super::terrain::{Face, Wall};
use super::{Finding, Rule};
use crate::design::PlacementShape;

const DOOR: &str = "road-edge.door";
const WALL: &str = "road-edge.wall";
const GABLE: &str = "road-edge.gable";
const NUMBERS: &[&str] = &[DOOR, WALL, GABLE];
/// A wall faces an edge that lies before it within 45°, by the cosine.
const FACES: f64 = 0.7;

/// The rule. It looks at what is there only, so nothing that is drawn beside it changes its answer.
pub(super) static ROAD_EDGE: Rule = Rule::within("road-edge", NUMBERS, |_| 0.0, look).lacking(lacks_roads);

fn lacks_roads(site: &Site) -> Option<Message> {
    let mut features = site.project.estate.features().iter();
    let none = !features.any(|feature| is_road(feature));
    none.then(|| Message::new("near-needs-roads"))
}

/// A road of the estate whose width is known; the edges of city streets ask for other numbers.
fn is_road(feature: &Feature) -> bool {
    matches!(&feature.class, Class::Road { width: Some(_), usage, .. } if *usage != RoadUse::City)
}

fn look(site: &Site, placed: &Placed) -> Vec<Finding> {
    let reach = farthest(site.profile(), NUMBERS);
    if is_closed(placed) && !is_refit(site, placed) {
        let walls = walls(placed);
        let roads = site.features_within(placed, reach).into_iter();
        let roads = roads.filter(|feature| is_road(feature));
        return roads
            .filter_map(|road| beside_road(site, placed, &walls, road))
            .collect();
    }
    let lays_out = placed.kind.as_ref().and_then(|kind| kind.lays_out);
    if lays_out != Some(LaysOut::CarPark) {
        return Vec::new();
    }
    let houses = site.features_within(placed, reach).into_iter();
    let near = |house: &Feature| to_feature(site, placed, house).is_some_and(|gap| gap.length() < reach);
    let houses: Vec<&Feature> = houses
        .map(AsRef::as_ref)
        .filter(|house| is_for_people(&house.class) && near(house))
        .collect();
    if houses.is_empty() {
        return Vec::new();
    }
    // Laying it out is dear, so only beside a house.
    let park = placed.park();
    let edges: Vec<Segment> = park
        .iter()
        .flat_map(|park| &park.aisles)
        .flat_map(|aisle| aisle.sides().collect::<Vec<_>>())
        .collect();
    houses
        .into_iter()
        .filter_map(|house| beside_house(site, placed, &edges, house))
        .collect()
}

/// The walls of a room that is drawn: its front, where its door is, its back and its ends.
fn walls(placed: &Placed) -> Vec<Wall> {
    let PlacementShape::Rectangle { turn, .. } = &placed.thing.shape else {
        return Vec::new();
    };
    let size = size_of(&placed.thing.shape);
    let Some(outline) = placed.thing.shape.outline() else {
        return Vec::new();
    };
    let front = WorldVec::toward(turn.degrees() - 90.0);
    let face = |side: &Segment| {
        let looks = outward(side).dot(front);
        match looks {
            looks if looks > FACES => Face::Door,
            looks if looks < -FACES || size.y > size.x => Face::Wall,
            _ => Face::Gable,
        }
    };
    outline
        .sides()
        .map(|side| Wall {
            face: face(&side),
            side,
        })
        .collect()
}

/// The direction in which a side looks: corners run anticlockwise, so the outside lies on the right.
fn outward(side: &Segment) -> WorldVec {
    -(side.to - side.from).unit().unwrap_or_default().left()
}

fn number_of(face: Face) -> &'static str {
    match face {
        Face::Door => DOOR,
        Face::Wall => WALL,
        Face::Gable => GABLE,
    }
}

/// Of the walls that face an edge the one that misses most: its face, the piece and what is asked.
fn worst(site: &Site, walls: &[Wall], edge: &[Segment]) -> Option<(Face, Segment)> {
    let short = walls.iter().filter_map(|wall| {
        let piece = gap(&[wall.side], edge)?;
        let away = piece.length();
        let asked = site.provision(number_of(wall.face))?.value;
        let toward = (piece.to - piece.from).unit();
        let faces = toward.is_none_or(|toward| toward.dot(outward(&wall.side)) > FACES);
        (faces && falls_short(away, asked)).then_some((asked - away, wall.face, piece))
    });
    short
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, face, piece)| (face, piece))
}

fn beside_road(site: &Site, room: &Placed, walls: &[Wall], road: &Feature) -> Option<Finding> {
    let (face, piece) = worst(site, walls, site.terrain.edges(road))?;
    let number = site.provision(number_of(face))?;
    let key = match (!touches(piece.length()), face) {
        (false, _) => "road-edge-touches",
        (true, Face::Door) => "road-edge-door",
        (true, Face::Wall) => "road-edge-wall",
        (true, Face::Gable) => "road-edge-gable",
    };
    let message = Message::new(key)
        .with("thing", room.name())
        .with("where", feature_name(road));
    let message = short_by(message, piece.length(), number.value);
    let found = Finding::missed(ROAD_EDGE.id, number, piece.length(), message);
    Some(found.about(&[room.id()], &[&road.id]).across(piece))
}

fn beside_house(site: &Site, park: &Placed, aisles: &[Segment], house: &Feature) -> Option<Finding> {
    let (face, piece) = worst(site, site.terrain.walls(house), aisles)?;
    let number = site.provision(number_of(face))?;
    let key = match (!touches(piece.length()), face) {
        (false, _) => "road-edge-aisle-touches",
        (true, Face::Door) => "road-edge-aisle-door",
        (true, Face::Wall) => "road-edge-aisle-wall",
        (true, Face::Gable) => "road-edge-aisle-gable",
    };
    let message = Message::new(key)
        .with("thing", park.name())
        .with("where", within_sentence(house));
    let message = short_by(message, piece.length(), number.value);
    let found = Finding::missed(ROAD_EDGE.id, number, piece.length(), message);
    let from_aisle = Segment {
        from: piece.to,
        to: piece.from,
    };
    Some(found.about(&[park.id()], &[&house.id]).across(from_aisle))
}
