//! The elements of an answer of Overpass (JSON), before they mean anything: `out body`, `out geom`, with or without
//! `>` for the nodes.

use std::collections::HashMap;

use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::text::Message;

use super::assemble::Raw;
use super::osm_tags::Tags;
use super::osm_xml::{Elements, Relation, Way};
use super::{MAX_FEATURES, MAX_POINTS, Meter, Problem, ReadFault};

/// Whether a file is such an answer, by its beginning.
pub(super) fn is_overpass(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(4_096)).unwrap_or_default()).into_owned();
    head.contains("\"elements\"") && !head.contains("\"features\"")
}

#[derive(Deserialize)]
struct Answer<'a> {
    /// As they are written: each is read by itself, so that one which makes no sense costs no other, and a large
    /// answer no tree of all of it.
    #[serde(borrow)]
    elements: Vec<&'a RawValue>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Element {
    #[serde(rename = "type")]
    kind: String,
    id: i64,
    lat: Option<f64>,
    lon: Option<f64>,
    nodes: Vec<i64>,
    geometry: Vec<Option<At>>,
    members: Vec<Member>,
    tags: serde_json::Map<String, Value>,
}

#[derive(Clone, Copy, Deserialize)]
struct At {
    lat: f64,
    lon: f64,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Member {
    #[serde(rename = "type")]
    kind: String,
    #[serde(rename = "ref")]
    of: i64,
    role: String,
    geometry: Vec<Option<At>>,
}

/// Reads an answer. Elements that make no sense are counted and said.
pub(super) fn read(
    bytes: &[u8],
    problems: &mut Vec<Problem>,
    meter: &mut Meter,
) -> Result<Elements, ReadFault> {
    let answer: Answer = serde_json::from_slice(bytes).map_err(|why| ReadFault::NotInFormat {
        format: "Overpass JSON",
        why: why.to_string(),
    })?;
    if answer.elements.len() > MAX_POINTS {
        return Err(ReadFault::TooMany { most: MAX_POINTS });
    }
    let mut reading = Reading::default();
    let (mut senseless, mut passed) = (0, 0);
    for element in answer.elements {
        passed += element.get().len();
        meter.at(passed, bytes.len());
        match serde_json::from_str(element.get()) {
            Ok(element) => reading.element(element),
            Err(_) => senseless += 1,
        }
        if reading.elements.places.len() > MAX_POINTS || reading.elements.ways.len() > MAX_FEATURES {
            return Err(ReadFault::TooMany { most: MAX_POINTS });
        }
    }
    reading.members_of_their_own();
    if senseless > 0 {
        problems.push(Problem::of_file(
            Message::new("problem-elements-senseless").with("count", senseless),
        ));
    }
    Ok(reading.elements)
}

#[derive(Default)]
struct Reading {
    elements: Elements,
    /// Nodes that are only known by where they are.
    unnamed: HashMap<[u64; 2], i64>,
    /// Ways that relations bring with them.
    brought: HashMap<i64, Vec<At>>,
}

impl Reading {
    fn element(&mut self, element: Element) {
        let mut tags = Tags::default();
        for (key, value) in &element.tags {
            match value {
                Value::String(text) => tags.put(key, text),
                Value::Number(number) => tags.put(key, &number.to_string()),
                _ => {}
            }
        }
        match element.kind.as_str() {
            "node" => {
                if let (Some(lat), Some(lon)) = (element.lat, element.lon) {
                    self.elements.places.insert(element.id, [lon, lat]);
                    if !tags.is_empty() {
                        self.elements.nodes.push((element.id, tags));
                    }
                }
            }
            "way" => {
                let nodes = self.nodes(element.nodes, &element.geometry);
                self.elements.ways.push(Way {
                    id: element.id,
                    nodes,
                    tags,
                });
            }
            "relation" => {
                let ways = element.members.into_iter().filter(|member| member.kind == "way");
                let ways = ways.map(|member| {
                    let places: Option<Vec<At>> = member.geometry.into_iter().collect();
                    if let Some(places) = places.filter(|places| places.len() > 1) {
                        self.brought.insert(member.of, places);
                    }
                    (member.of, member.role == "inner")
                });
                let relation = Relation {
                    id: element.id,
                    ways: ways.collect(),
                    tags,
                };
                self.elements.relations.push(relation);
            }
            _ => {}
        }
    }

    /// The nodes of a way; where only their places are given, nodes are made of them.
    fn nodes(&mut self, nodes: Vec<i64>, geometry: &[Option<At>]) -> Vec<i64> {
        if nodes.len() == geometry.len() {
            for (node, at) in nodes.iter().zip(geometry) {
                if let Some(at) = at {
                    self.elements.places.insert(*node, [at.lon, at.lat]);
                }
            }
        }
        if !nodes.is_empty() || geometry.is_empty() {
            return nodes;
        }
        geometry
            .iter()
            .flatten()
            .map(|at| self.node_at([at.lon, at.lat]))
            .collect()
    }

    /// A node by where it is: the same for the same place, so that ways join there. Its number is below all of
    /// OpenStreetMap's.
    fn node_at(&mut self, place: Raw) -> i64 {
        let next = i64::MIN + self.unnamed.len() as i64;
        let node = *self.unnamed.entry(place.map(f64::to_bits)).or_insert(next);
        self.elements.places.insert(node, place);
        node
    }

    /// Ways that came with a relation only are ways as well.
    fn members_of_their_own(&mut self) {
        let known: std::collections::HashSet<i64> = self.elements.ways.iter().map(|way| way.id).collect();
        let mut brought: Vec<_> = std::mem::take(&mut self.brought).into_iter().collect();
        brought.retain(|(id, _)| !known.contains(id));
        brought.sort_by_key(|(id, _)| *id);
        for (id, places) in brought {
            let nodes = places.iter().map(|at| self.node_at([at.lon, at.lat])).collect();
            self.elements.ways.push(Way {
                id,
                nodes,
                tags: Tags::default(),
            });
        }
    }
}
