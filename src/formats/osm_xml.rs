//! The elements of an OpenStreetMap XML file, before they mean anything.

use std::borrow::Cow;
use std::collections::HashMap;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use crate::text::Message;

use super::assemble::Raw;
use super::osm_tags::Tags;
use super::{MAX_FEATURES, MAX_POINTS, Meter, Problem, ReadFault};

/// A way: its nodes in order.
pub(super) struct Way {
    pub id: i64,
    pub nodes: Vec<i64>,
    pub tags: Tags,
}

/// A relation: its member ways, each with whether its role is `inner`.
pub(super) struct Relation {
    pub id: i64,
    pub ways: Vec<(i64, bool)>,
    pub tags: Tags,
}

/// What an OpenStreetMap file holds.
#[derive(Default)]
pub(super) struct Elements {
    /// Places of nodes, longitude and latitude.
    pub places: HashMap<i64, Raw>,
    /// Nodes with tags.
    pub nodes: Vec<(i64, Tags)>,
    pub ways: Vec<Way>,
    pub relations: Vec<Relation>,
    /// Whether the file has things that were deleted: most have none, and nothing is asked of each.
    marks_deleted: bool,
}

/// The element whose children are being read.
enum Open {
    Node(i64, Tags),
    Way(Way),
    Relation(Relation),
}

/// Reads a file. Where it breaks off or is damaged, what came before is kept and said.
pub(super) fn read(
    text: &str,
    problems: &mut Vec<Problem>,
    meter: &mut Meter,
) -> Result<Elements, ReadFault> {
    let mut reader = Reader::from_str(text);
    let mut elements = Elements {
        marks_deleted: text.contains("action=") || text.contains("visible="),
        ..Elements::default()
    };
    let mut open = None;
    let mut is_osm = false;
    let not_osm = |why: String| ReadFault::NotInFormat {
        format: "OpenStreetMap XML",
        why,
    };
    loop {
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(why) if elements.places.is_empty() => return Err(not_osm(why.to_string())),
            Err(why) => {
                problems.push(Problem::of_file(
                    Message::new("problem-file-breaks-off").with("why", why.to_string()),
                ));
                break;
            }
        };
        match event {
            Event::Start(tag) if !is_osm => is_osm = opens_osm(&tag, &not_osm)?,
            Event::Empty(tag) if !is_osm => is_osm = opens_osm(&tag, &not_osm)?,
            Event::Start(tag) => elements.begin(&tag, &mut open),
            Event::Empty(tag) => {
                elements.begin(&tag, &mut open);
                elements.end(tag.name().as_ref(), &mut open);
            }
            Event::End(tag) => elements.end(tag.name().as_ref(), &mut open),
            Event::Eof if !is_osm => return Err(not_osm("<osm> …".to_owned())),
            Event::Eof => break,
            _ => {}
        }
        meter.at(reader.buffer_position() as usize, text.len());
        if elements.places.len() > MAX_POINTS || elements.ways.len() > MAX_FEATURES {
            return Err(ReadFault::TooMany { most: MAX_POINTS });
        }
    }
    Ok(elements)
}

fn opens_osm(tag: &BytesStart, not_osm: &impl Fn(String) -> ReadFault) -> Result<bool, ReadFault> {
    if tag.name().as_ref() == "osm" {
        Ok(true)
    } else {
        let name: String = tag.name().as_ref().chars().take(30).collect();
        Err(not_osm(format!("<{name}>")))
    }
}

/// The values of attributes, each none where it is not there or not sound. They are looked for in one pass: most of a
/// large extract is nodes, and each has eight of them.
fn attributes<'a, const N: usize>(tag: &'a BytesStart, names: [&str; N]) -> [Option<Cow<'a, str>>; N] {
    let mut values = [const { None }; N];
    let mut left = N;
    for attribute in tag.attributes().with_checks(false).map_while(Result::ok) {
        let place = names.iter().position(|name| *name == attribute.key.as_ref());
        let Some(value) = place
            .and_then(|place| values.get_mut(place))
            .filter(|value| value.is_none())
        else {
            continue;
        };
        *value = attribute.normalized_value(XmlVersion::Implicit1_0).ok();
        left -= 1;
        if left == 0 {
            break;
        }
    }
    values
}

fn number<T: std::str::FromStr>(value: Option<Cow<str>>) -> Option<T> {
    value?.parse().ok()
}

/// Whether a thing was deleted: the editor JOSM keeps it in its file until that is sent, and histories keep it for ever.
fn is_deleted(tag: &BytesStart) -> bool {
    let [action, visible] = attributes(tag, ["action", "visible"]);
    action.as_deref() == Some("delete") || visible.as_deref() == Some("false")
}

fn id(tag: &BytesStart) -> Option<i64> {
    let [id] = attributes(tag, ["id"]);
    number(id)
}

impl Elements {
    fn begin(&mut self, tag: &BytesStart, open: &mut Option<Open>) {
        let name = tag.name();
        let is_thing = matches!(name.as_ref(), "node" | "way" | "relation");
        if is_thing && self.marks_deleted && is_deleted(tag) {
            *open = None;
            return;
        }
        match name.as_ref() {
            "node" => {
                let [id, lon, lat] = attributes(tag, ["id", "lon", "lat"]);
                *open = None;
                if let (Some(id), Some(lon), Some(lat)) = (number(id), number(lon), number(lat)) {
                    self.places.insert(id, [lon, lat]);
                    *open = Some(Open::Node(id, Tags::default()));
                }
            }
            "way" => {
                *open = id(tag).map(|id| {
                    Open::Way(Way {
                        id,
                        nodes: Vec::new(),
                        tags: Tags::default(),
                    })
                });
            }
            "relation" => {
                *open = id(tag).map(|id| {
                    Open::Relation(Relation {
                        id,
                        ways: Vec::new(),
                        tags: Tags::default(),
                    })
                });
            }
            child => self.child(child, tag, open),
        }
    }

    fn child(&mut self, name: &str, tag: &BytesStart, open: &mut Option<Open>) {
        match (name, open) {
            ("nd", Some(Open::Way(way))) => {
                let [node, lon, lat] = attributes(tag, ["ref", "lon", "lat"]);
                let node = number::<i64>(node);
                way.nodes.extend(node);
                // Overpass can say where the nodes are within the way (`out geom`), and then nowhere else.
                if let (Some(node), Some(lon), Some(lat)) = (node, number(lon), number(lat)) {
                    self.places.insert(node, [lon, lat]);
                }
            }
            ("member", Some(Open::Relation(relation))) => {
                let [kind, role, way] = attributes(tag, ["type", "role", "ref"]);
                if kind.as_deref() == Some("way") {
                    let inner = role.as_deref() == Some("inner");
                    relation.ways.extend(number(way).map(|id| (id, inner)));
                }
            }
            (
                "tag",
                Some(
                    Open::Node(_, tags) | Open::Way(Way { tags, .. }) | Open::Relation(Relation { tags, .. }),
                ),
            ) => {
                if let [Some(key), Some(value)] = attributes(tag, ["k", "v"]) {
                    tags.put(&key, &value);
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str, open: &mut Option<Open>) {
        if !matches!(name, "node" | "way" | "relation") {
            return;
        }
        match open.take() {
            Some(Open::Node(id, tags)) if !tags.is_empty() => self.nodes.push((id, tags)),
            Some(Open::Way(way)) => self.ways.push(way),
            Some(Open::Relation(relation)) => self.relations.push(relation),
            Some(Open::Node(..)) | None => {}
        }
    }
}
