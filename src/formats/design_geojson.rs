//! Designs as GeoJSON for QGIS: one feature a thing, one point a wish that has a place.
//!
//! In WGS-84 where the estate's place on the earth is known. Otherwise in metres, which the file
//! says by `"mulin:crs": "local"` and in a `note`.

mod read;

pub use read::{Returned, read};

use serde_json::{Map, Value, json};

use crate::design::stored::DesignName;
use crate::design::{Design, ParamValue, Placement, PlacementShape, Wish};
use crate::estate::Frame;
use crate::geometry::Region;
use crate::project::Project;
use crate::rules::{capacity, price, quantity, size_of};
use crate::text::{Lang, Message, say};

use super::attributes::number;
use super::carried;
use super::geojson_out::{coordinates, polygon};

/// What a file carries for Mulin beside what others read, so that it can come back: members of the document and of
/// its features that RFC 7946 calls foreign.
const DESIGNS: &str = "mulin:designs";
const THING: &str = "mulin:thing";

/// The designs as one collection, each with its name. Sealed contact details stay behind.
pub fn write<'a>(
    designs: impl IntoIterator<Item = (&'a DesignName, &'a Design)>,
    project: &Project,
) -> String {
    let frame = project.estate.frame;
    let mut lines: Vec<String> = Vec::new();
    let mut heads = Map::new();
    for (name, design) in designs {
        let mut parts = carried::parts(design);
        // A wish without a place is no feature, so all of them go along in the head.
        parts.head.insert("wishes".to_owned(), json!(parts.wishes));
        heads.insert(name.to_string(), Value::Object(parts.head));
        for (thing, row) in design.placements().iter().zip(parts.things) {
            if let Some(mut feature) = thing_json(name, design, thing, project) {
                feature[THING] = Value::Object(row);
                lines.push(feature.to_string());
            }
        }
        let wishes = design.wishes().iter();
        lines.extend(wishes.filter_map(|wish| Some(wish_json(name, design, wish, frame)?.to_string())));
    }
    let mut head = Map::new();
    head.insert("type".to_owned(), json!("FeatureCollection"));
    head.insert("name".to_owned(), json!(project.file.id));
    if frame.is_none() {
        head.insert("mulin:crs".to_owned(), json!("local"));
        let note = Lang::ALL.map(|lang| say(lang, &Message::new("geojson-local-note")));
        head.insert("note".to_owned(), json!(note.join(" ")));
    }
    head.insert(DESIGNS.to_owned(), Value::Object(heads));
    let head = Value::Object(head).to_string();
    let open = head.strip_suffix('}').unwrap_or(&head);
    format!("{open},\"features\":[\n{}\n]}}\n", lines.join(",\n"))
}

/// What every feature of a design carries.
fn of_design(name: &DesignName, design: &Design) -> Map<String, Value> {
    let mut out = Map::new();
    out.insert("design".to_owned(), json!(name.to_string()));
    out.insert("receipt".to_owned(), json!(name.receipt().to_string()));
    out.insert("title".to_owned(), json!(design.title));
    out.insert("alias".to_owned(), json!(design.by.alias));
    out.insert("building".to_owned(), json!(design.by.building));
    out.insert("age".to_owned(), json!(design.by.age));
    out.insert("sent".to_owned(), json!(design.drawn));
    out
}

fn thing_json(name: &DesignName, design: &Design, thing: &Placement, project: &Project) -> Option<Value> {
    let geometry = area_json(&thing.shape, project.estate.frame)?;
    let mut properties = of_design(name, design);
    let mut put = |key: &str, value: Value| {
        properties.insert(key.to_owned(), value);
    };
    put("object", json!(thing.id.as_str()));
    put("kind", json!(thing.kind.as_str()));
    let called = Message::new("csv-kind").with("kind", project.catalogue.name_of(&thing.kind));
    put("kind_zh", json!(say(Lang::ZhCn, &called)));
    put("kind_en", json!(say(Lang::En, &called)));
    let size = size_of(&thing.shape);
    put("width_m", rounded(size.x));
    put("depth_m", rounded(size.y));
    put("area_m2", rounded(thing.shape.area()));
    if let PlacementShape::Rectangle { turn, .. } = &thing.shape {
        put("turn_deg", number(turn.degrees()));
    }
    if let Some(kind) = project.catalogue.kind(&thing.kind) {
        let held = capacity(kind, thing);
        put(
            "cost_yuan",
            rounded(price(kind, thing).yuan * quantity(kind, thing, &held)),
        );
        put("bays", json!(held.bays));
        put("slots", json!(held.slots));
        put("seats", json!(held.seats));
    }
    for (param, value) in thing.params.iter() {
        let value = match value {
            ParamValue::Number(set) => number(*set),
            ParamValue::Text(set) => json!(set),
            ParamValue::Other(set) => json!(set.to_string()),
        };
        put(&format!("param_{param}"), value);
    }
    put("note", json!(*thing.note));
    Some(feature(
        &format!("{}/{}", name.receipt(), thing.id),
        properties,
        geometry,
    ))
}

fn wish_json(name: &DesignName, design: &Design, wish: &Wish, frame: Option<Frame>) -> Option<Value> {
    let geometry = json!({ "type": "Point", "coordinates": coordinates(wish.at?, frame) });
    let mut properties = of_design(name, design);
    properties.insert("object".to_owned(), json!(wish.id.as_str()));
    properties.insert("kind".to_owned(), json!("wish"));
    properties.insert("topic".to_owned(), json!(wish.topic));
    properties.insert("note".to_owned(), json!(wish.text));
    Some(feature(
        &format!("{}/{}", name.receipt(), wish.id.as_str()),
        properties,
        geometry,
    ))
}

fn feature(id: &str, properties: Map<String, Value>, geometry: Value) -> Value {
    json!({ "type": "Feature", "id": id, "properties": properties, "geometry": geometry })
}

fn rounded(value: f64) -> Value {
    number((value * 100.0).round() / 100.0)
}

/// The ground that a thing covers, a path as its strip; none where nothing of it is left.
fn area_json(shape: &PlacementShape, frame: Option<Frame>) -> Option<Value> {
    let region = match shape.outline() {
        Some(outline) => Region::from(&outline),
        None => shape.region(),
    };
    let mut pieces: Vec<Value> = region
        .pieces()
        .map(|(edge, holes)| polygon(&edge, &holes, frame))
        .collect();
    match pieces.len() {
        0 => None,
        1 => Some(json!({ "type": "Polygon", "coordinates": pieces.pop()? })),
        _ => Some(json!({ "type": "MultiPolygon", "coordinates": pieces })),
    }
}
