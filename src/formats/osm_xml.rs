//! The elements of an OpenStreetMap XML file, before they mean anything.

use std::collections::HashMap;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use crate::text::Message;

use super::assemble::Raw;
use super::osm_tags::Tags;
use super::{MAX_FEATURES, MAX_POINTS, Problem, ReadFault};

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
}

/// The element whose children are being read.
enum Open {
    Node(i64, Tags),
    Way(Way),
    Relation(Relation),
}

/// Reads a file. Where it breaks off or is damaged, what came before is kept and said.
pub(super) fn read(text: &str, problems: &mut Vec<Problem>) -> Result<Elements, ReadFault> {
    let mut reader = Reader::from_str(text);
    let mut elements = Elements::default();
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

/// An attribute's value; none where it is not there or not sound.
fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    let attribute = tag.try_get_attribute(name).ok()??;
    Some(
        attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .ok()?
            .into_owned(),
    )
}

fn number<T: std::str::FromStr>(tag: &BytesStart, name: &str) -> Option<T> {
    attribute(tag, name)?.parse().ok()
}

impl Elements {
    fn begin(&mut self, tag: &BytesStart, open: &mut Option<Open>) {
        match tag.name().as_ref() {
            "node" => {
                let place = (
                    number(tag, "id"),
                    number::<f64>(tag, "lon"),
                    number::<f64>(tag, "lat"),
                );
                *open = None;
                if let (Some(id), Some(lon), Some(lat)) = place {
                    self.places.insert(id, [lon, lat]);
                    *open = Some(Open::Node(id, Tags::default()));
                }
            }
            "way" => {
                *open = number(tag, "id").map(|id| {
                    Open::Way(Way {
                        id,
                        nodes: Vec::new(),
                        tags: Tags::default(),
                    })
                });
            }
            "relation" => {
                *open = number(tag, "id").map(|id| {
                    Open::Relation(Relation {
                        id,
                        ways: Vec::new(),
                        tags: Tags::default(),
                    })
                });
            }
            child => Self::child(child, tag, open),
        }
    }

    fn child(name: &str, tag: &BytesStart, open: &mut Option<Open>) {
        match (name, open) {
            ("nd", Some(Open::Way(way))) => way.nodes.extend(number::<i64>(tag, "ref")),
            ("member", Some(Open::Relation(relation)))
                if attribute(tag, "type").as_deref() == Some("way") =>
            {
                let inner = attribute(tag, "role").as_deref() == Some("inner");
                let way = number::<i64>(tag, "ref");
                relation.ways.extend(way.map(|id| (id, inner)));
            }
            (
                "tag",
                Some(
                    Open::Node(_, tags) | Open::Way(Way { tags, .. }) | Open::Relation(Relation { tags, .. }),
                ),
            ) => {
                if let (Some(key), Some(value)) = (attribute(tag, "k"), attribute(tag, "v")) {
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
