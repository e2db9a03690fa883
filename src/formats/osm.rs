//! An OpenStreetMap extract (XML, or JSON as Overpass gives it) as an estate: buildings, roads as lines of a width, trees,
//! greens, entrances; multipolygon relations with their rings joined.

use std::collections::{HashMap, HashSet};

use crate::estate::{Class, Estate, FeatureId};
use crate::text::Message;

use super::assemble::{Ground, Raw, RawFeature, RawShape, assemble, is_inside};
use super::osm_json;
use super::osm_tags::{Known, Tags, Tally};
use super::osm_xml::{self, Elements, Relation, Way};
use super::{MAX_BYTES, MAX_PARTS, Meter, Place, Problem, ReadFault};

/// What the licence of OpenStreetMap asks to be shown with its data.
pub const ATTRIBUTION: &str = "© OpenStreetMap contributors, ODbL 1.0";

/// How far reading the elements goes, and making things of them, in percent of the time; the rest is its caller's.
const READ: u8 = 70;
const PLACED: u8 = 92;

/// Reads an extract. What could not be taken, and what was assumed, is in the list of problems.
pub fn read(bytes: &[u8]) -> Result<(Estate, Vec<Problem>), ReadFault> {
    read_telling(bytes, &mut Meter::deaf())
}

/// Reads an extract, and tells how far it is.
pub fn read_telling(bytes: &[u8], meter: &mut Meter) -> Result<(Estate, Vec<Problem>), ReadFault> {
    if bytes.len() > MAX_BYTES {
        return Err(ReadFault::TooLarge {
            bytes: bytes.len(),
            most: MAX_BYTES,
        });
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut problems = Vec::new();
    meter.part(READ);
    let mut elements = match bytes.first() {
        Some(b'{') => osm_json::read(bytes, &mut problems, meter)?,
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => osm_xml::read(text, &mut problems, meter)?,
            Err(_) => osm_xml::read(&String::from_utf8_lossy(bytes), &mut problems, meter)?,
        },
    };
    meter.part(PLACED);
    on_earth(&mut elements, &mut problems);
    let mut import = Import {
        elements: &elements,
        ways: elements.ways.iter().map(|way| (way.id, way)).collect(),
        raw: Vec::new(),
        problems: Vec::new(),
        tally: Tally::default(),
    };
    let used: HashSet<i64> = elements
        .relations
        .iter()
        .flat_map(|relation| import.relation(relation))
        .collect();
    for way in elements.ways.iter().filter(|way| !used.contains(&way.id)) {
        import.way(way);
    }
    import.nodes();
    problems.extend(import.problems);
    problems.extend(import.tally.problems());
    let mut estate = assemble(import.raw, Ground::Degrees(None), &mut problems)?;
    ATTRIBUTION.clone_into(&mut estate.attribution);
    Ok((estate, problems))
}

/// Degrees that most nodes have the wrong way round are turned round; nodes that lie nowhere are taken out, and it is
/// said how many.
fn on_earth(elements: &mut Elements, problems: &mut Vec<Problem>) {
    // No estate stands at a pole, where degrees of longitude are no lengths.
    let is_place = |[x, y]: Raw| x.abs() <= 180.0 && y.abs() < 89.0;
    let places = &mut elements.places;
    let sound = places.values().filter(|place| is_place(**place)).count();
    let turned = places.values().filter(|[x, y]| is_place([*y, *x])).count();
    if sound * 2 < places.len() && turned * 2 > places.len() {
        places.values_mut().for_each(|place| place.reverse());
        problems.push(Problem::of_file(Message::new("problem-osm-turned")));
    }
    let before = places.len();
    places.retain(|_, place| is_place(*place));
    if places.len() < before {
        let count = before - places.len();
        problems.push(Problem::of_file(
            Message::new("problem-osm-nowhere").with("count", count),
        ));
    }
}

/// Whether a JSON file is an answer of Overpass and no GeoJSON.
pub fn is_overpass(bytes: &[u8]) -> bool {
    osm_json::is_overpass(bytes)
}

struct Import<'a> {
    elements: &'a Elements,
    ways: HashMap<i64, &'a Way>,
    raw: Vec<RawFeature>,
    problems: Vec<Problem>,
    tally: Tally,
}

impl Import<'_> {
    fn left_out(&mut self, place: &Place, why: Message) {
        self.problems.push(Problem {
            place: place.clone(),
            message: Message::new("problem-left-out").with("why", why),
        });
    }

    fn places(&self, nodes: &[i64]) -> Vec<Raw> {
        nodes
            .iter()
            .filter_map(|node| self.elements.places.get(node).copied())
            .collect()
    }

    fn way(&mut self, way: &Way) {
        let is_line = is_line(&way.tags);
        let Some(known) = self.tally.known(&way.tags, is_line) else {
            return;
        };
        let place = Place::Osm("way", way.id);
        let points = self.places(&way.nodes);
        if points.len() < 2 {
            return self.left_out(&place, Message::new("why-cut-off"));
        }
        let is_closed = way.nodes.first() == way.nodes.last() && points.len() == way.nodes.len();
        if points.len() < way.nodes.len() {
            self.problems.push(Problem {
                place: place.clone(),
                message: Message::new("problem-points-missing").with("count", way.nodes.len() - points.len()),
            });
        }
        let shape = if is_closed && !is_line {
            RawShape::Area(vec![points])
        } else {
            RawShape::Line(points)
        };
        self.push(place, format!("way/{}", way.id), known, shape);
    }

    fn push(&mut self, place: Place, id: String, known: Known, shape: RawShape) {
        self.raw.push(RawFeature {
            place,
            id,
            class: known.class,
            name: known.name,
            shape,
        });
    }

    /// Takes a multipolygon, and gives the ways that it has used up.
    fn relation(&mut self, relation: &Relation) -> Vec<i64> {
        if relation.tags.get("type") != "multipolygon" {
            return Vec::new();
        }
        let outer_way = relation
            .ways
            .iter()
            .find_map(|(id, inner)| self.ways.get(id).filter(|_| !inner).copied());
        // Before 2014 the tags of an area stood on its outer way.
        let on_relation = self.tally.known(&relation.tags, false);
        let (known, used) = match (on_relation, outer_way) {
            (Some(known), _) => (known, Vec::new()),
            (None, Some(way)) => match self.tally.known(&way.tags, false) {
                Some(known) => (known, vec![way.id]),
                None => return Vec::new(),
            },
            (None, None) => return Vec::new(),
        };
        let place = Place::Osm("relation", relation.id);
        if relation.ways.len() > MAX_PARTS {
            let why = Message::new("why-too-many-parts").with("most", MAX_PARTS);
            self.left_out(&place, why);
            return used;
        }
        let (outers, outers_sound) = self.rings(relation, false);
        let (inners, inners_sound) = self.rings(relation, true);
        if outers.is_empty() || !outers_sound || !inners_sound {
            self.left_out(&place, Message::new("why-cut-off"));
        }
        let many = outers.len() > 1;
        let mut areas: Vec<Vec<Vec<Raw>>> = outers.into_iter().map(|ring| vec![ring]).collect();
        for inner in inners {
            let home = areas
                .iter_mut()
                .find(|area| inner.first().is_some_and(|point| is_inside(*point, &area[0])));
            if let Some(area) = home {
                area.push(inner);
            }
        }
        for (at, rings) in areas.into_iter().enumerate() {
            let mut known = known.clone();
            if let (1.., Class::Building { households, .. }) = (at, &mut known.class) {
                *households = 0;
            }
            let id = match many {
                true => format!("relation/{}-{}", relation.id, at + 1),
                false => format!("relation/{}", relation.id),
            };
            self.push(place.clone(), id, known, RawShape::Area(rings));
        }
        used
    }

    /// The closed rings of a relation's outer or inner ways, and whether all of them closed.
    fn rings(&self, relation: &Relation, inner: bool) -> (Vec<Vec<Raw>>, bool) {
        let mut sound = true;
        let mut pieces: Vec<&[i64]> = Vec::new();
        for (id, _) in relation.ways.iter().filter(|(_, is_inner)| *is_inner == inner) {
            match self.ways.get(id) {
                Some(way) if way.nodes.len() > 1 => pieces.push(&way.nodes),
                _ => sound = false,
            }
        }
        let mut rings = Vec::new();
        for ring in joined(pieces) {
            let points = self.places(&ring);
            if ring.first() == ring.last() && points.len() == ring.len() {
                rings.push(points);
            } else {
                sound = false;
            }
        }
        (rings, sound)
    }

    fn nodes(&mut self) {
        // Which house stands on a node is asked of nodes with tags alone: most of a large extract's have none.
        let tagged: HashSet<i64> = self.elements.nodes.iter().map(|(id, _)| *id).collect();
        let mut houses: HashMap<i64, i64> = HashMap::new();
        for way in &self.elements.ways {
            if !tagged.is_empty() && !way.tags.get("building").is_empty() {
                let nodes = way.nodes.iter().filter(|node| tagged.contains(node));
                houses.extend(nodes.map(|node| (*node, way.id)));
            }
        }
        for (id, tags) in &self.elements.nodes {
            let Some(mut known) = self.tally.known(tags, false) else {
                continue;
            };
            if let Class::Door { building, .. } = &mut known.class {
                *building = houses
                    .get(id)
                    .map(|house| FeatureId::new(&format!("way/{house}")));
            }
            if let Some(point) = self.elements.places.get(id) {
                self.push(
                    Place::Osm("node", *id),
                    format!("node/{id}"),
                    known,
                    RawShape::Point(*point),
                );
            }
        }
    }
}

/// Whether a closed way of these tags is a line all the same: a loop of road, a wall around.
fn is_line(tags: &Tags) -> bool {
    let line = !tags.get("highway").is_empty() || !tags.get("barrier").is_empty();
    line && tags.get("area") != "yes" && tags.get("building").is_empty()
}

/// Joins pieces end to end, turning them where needed, until no more fit.
fn joined(mut pieces: Vec<&[i64]>) -> Vec<Vec<i64>> {
    let mut rings = Vec::new();
    while let Some(first) = pieces.pop() {
        let mut ring = first.to_vec();
        while ring.first() != ring.last() {
            let end = ring.last().copied();
            let Some(at) = pieces
                .iter()
                .position(|piece| piece.first().copied() == end || piece.last().copied() == end)
            else {
                break;
            };
            let piece = pieces.swap_remove(at);
            if piece.first().copied() == end {
                ring.extend(&piece[1..]);
            } else {
                ring.extend(piece.iter().rev().skip(1));
            }
        }
        rings.push(ring);
    }
    rings
}
