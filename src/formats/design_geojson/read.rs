//! Reads designs back from a GeoJSON file that Mulin wrote and QGIS may have changed: what was moved is where it
//! was moved to, and all else is as it was.

use serde_json::{Map, Value, json};

use crate::design::Design;
use crate::estate::Frame;
use crate::geometry::{Line, Outline, Region, WorldPt, WorldVec, snapped_to_mm};

use super::super::carried::{self, Parts};
use super::super::{MAX_BYTES, MAX_FEATURES, Problem, ReadFault};
use super::{DESIGNS, THING};

/// What lies nearer to where it was is where it was: the file's degrees are as fine as a tenth of that.
const SAME_M: f64 = 0.001;

/// A design as it came back.
#[derive(Clone, Debug, PartialEq)]
pub struct Returned {
    /// The name that it had when it went.
    pub name: String,
    /// The design.
    pub design: Design,
    /// What had to be mended in it.
    pub problems: Vec<Problem>,
}

/// The designs of a file; `frame` is where their estate lies on the earth.
pub fn read(bytes: &[u8], frame: Option<Frame>) -> Result<Vec<Returned>, ReadFault> {
    if bytes.len() > MAX_BYTES {
        return Err(ReadFault::TooLarge {
            bytes: bytes.len(),
            most: MAX_BYTES,
        });
    }
    let not_json = |why: String| ReadFault::NotInFormat {
        format: "GeoJSON",
        why,
    };
    let document: Value = serde_json::from_slice(bytes).map_err(|why| not_json(why.to_string()))?;
    let none = Vec::new();
    let features = document["features"].as_array().unwrap_or(&none);
    if features.len() > MAX_FEATURES {
        return Err(ReadFault::TooMany { most: MAX_FEATURES });
    }
    let Some(heads) = document[DESIGNS].as_object() else {
        return Err(ReadFault::NothingKnown);
    };
    let frame = frame.filter(|_| document["mulin:crs"] != "local");
    let mut returned = Vec::new();
    for (name, head) in heads {
        let mut head = head.as_object().cloned().unwrap_or_default();
        let own = features
            .iter()
            .filter(|feature| feature["properties"]["design"] == name.as_str());
        let mut wishes: Vec<Value> = match head.remove("wishes") {
            Some(Value::Array(wishes)) => wishes,
            _ => Vec::new(),
        };
        let mut things = Vec::new();
        for feature in own {
            let geometry = &feature["geometry"];
            if let Some(thing) = feature[THING].as_object() {
                things.push(placed(thing.clone(), geometry, frame));
                continue;
            }
            let object = &feature["properties"]["object"];
            let wish = wishes.iter_mut().find(|wish| wish["id"] == *object);
            if let Some(wish) = wish.and_then(Value::as_object_mut) {
                *wish = placed(std::mem::take(wish), geometry, frame);
            }
        }
        let wishes = wishes.into_iter().filter_map(|wish| wish.as_object().cloned());
        let parts = Parts {
            head,
            things,
            wishes: wishes.collect(),
        };
        let (design, repairs) = carried::together(parts).map_err(|fault| not_json(fault.to_string()))?;
        let problems = repairs.iter().map(|repair| Problem::of_file(repair.message()));
        returned.push(Returned {
            name: name.clone(),
            design,
            problems: problems.collect(),
        });
    }
    Ok(returned)
}

/// The points of a geometry's first ring, or of a point; empty for what cannot be read.
fn points(geometry: &Value, frame: Option<Frame>) -> Vec<WorldPt> {
    let coordinates = &geometry["coordinates"];
    let pairs: &[Value] = match geometry["type"].as_str() {
        Some("Point") => std::slice::from_ref(coordinates),
        Some("Polygon") => coordinates[0].as_array().map_or(&[], Vec::as_slice),
        Some("MultiPolygon") => coordinates[0][0].as_array().map_or(&[], Vec::as_slice),
        _ => &[],
    };
    let point = |pair: &Value| {
        let (x, y) = (pair[0].as_f64()?, pair[1].as_f64()?);
        Some(frame.map_or(WorldPt::new(x, y), |frame| frame.world_from_degrees(x, y)))
    };
    let mut points: Vec<WorldPt> = pairs.iter().filter_map(point).collect();
    // A ring ends where it begins.
    if points.len() > 1 && points.first() == points.last() {
        points.pop();
    }
    points
}

fn pair(value: &Value) -> Option<WorldPt> {
    Some(WorldPt::new(value[0].as_f64()?, value[1].as_f64()?))
}

fn millimetres(p: WorldPt) -> Value {
    json!([snapped_to_mm(p.x), snapped_to_mm(p.y)])
}

/// A stored thing or wish, its place as the geometry has it where that is another.
fn placed(mut row: Map<String, Value>, geometry: &Value, frame: Option<Frame>) -> Map<String, Value> {
    let now = points(geometry, frame);
    if now.is_empty() {
        return row;
    }
    let middle = |points: &[WorldPt]| {
        let sum = points
            .iter()
            .fold(WorldVec::new(0.0, 0.0), |sum, p| sum + (*p - WorldPt::default()));
        WorldPt::default() + sum / points.len() as f64
    };
    if let Some(at) = row.get("at").and_then(pair) {
        let new = middle(&now);
        if new.distance(at) > SAME_M {
            row.insert("at".to_owned(), millimetres(new));
        }
        turned(&mut row, at, &now);
    } else if let Some(outline) = corners(&row, "outline") {
        let same = outline.len() == now.len()
            && Outline::new(outline.iter().copied()).is_ok_and(|known| {
                now.iter()
                    .all(|p| known.corners().iter().any(|q| q.distance(*p) <= SAME_M))
            });
        if !same {
            let new: Vec<Value> = now.iter().copied().map(millimetres).collect();
            row.insert("outline".to_owned(), Value::Array(new));
        }
    } else if let Some(path) = corners(&row, "path") {
        // Its ground is what the file shows; a path is moved as its ground was.
        let width = row.get("width").and_then(Value::as_f64).unwrap_or_default();
        let strip = Line::new(path.iter().copied())
            .map(|line| Region::strip(&line, width))
            .and_then(|region| region.rings().into_iter().next());
        let Some(strip) = strip else { return row };
        let lowest = |points: &[WorldPt]| {
            let least = |of: fn(&WorldPt) -> f64| points.iter().map(of).fold(f64::INFINITY, f64::min);
            WorldPt::new(least(|p| p.x), least(|p| p.y))
        };
        let step = lowest(&now) - lowest(&strip);
        if step.length() > SAME_M {
            let new: Vec<Value> = path.iter().map(|p| millimetres(*p + step)).collect();
            row.insert("path".to_owned(), Value::Array(new));
        }
    }
    row
}

fn corners(row: &Map<String, Value>, name: &str) -> Option<Vec<WorldPt>> {
    row.get(name)?.as_array()?.iter().map(pair).collect()
}

/// Sets size and turn of a rectangle whose corners are no longer where they were.
fn turned(row: &mut Map<String, Value>, at: WorldPt, now: &[WorldPt]) {
    let [a, b, c, _] = now else { return };
    let Some(size) = row.get("size").and_then(pair) else {
        return;
    };
    let turn = row.get("turn").and_then(Value::as_f64).unwrap_or_default();
    let known = Outline::rectangle(at, WorldVec::new(size.x, size.y), turn);
    let first = |points: &[WorldPt]| (points[1] - points[0], points[2] - points[1]);
    let (along, up) = (*b - *a, *c - *b);
    let was = first(known.corners());
    if (along - was.0).length() > 2.0 * SAME_M || (up - was.1).length() > 2.0 * SAME_M {
        row.insert(
            "size".to_owned(),
            json!([snapped_to_mm(along.length()), snapped_to_mm(up.length())]),
        );
        row.insert("turn".to_owned(), json!(along.degrees()));
    }
}
