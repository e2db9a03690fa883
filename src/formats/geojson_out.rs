//! The estate written as GeoJSON, whole or a part at a time.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use crate::estate::{Estate, Feature, Frame, Shape};
use crate::geometry::{Outline, WorldPt};

use super::attributes;

/// Writes an estate, one feature a line: in WGS-84 where its place is known, else in metres.
/// What [`read`] gives for the text is the same estate, to the millimetre.
pub fn write(estate: &Estate) -> String {
    let mut text = head(estate);
    for (at, feature) in estate.features().iter().enumerate() {
        line(&mut text, at, feature, estate.frame);
    }
    text + FOOT
}

/// An estate being written so many things at a time: a page that writes a large one lives on between them.
pub struct Writer {
    estate: Arc<Estate>,
    next: usize,
    text: String,
}

impl Writer {
    /// Of an estate of which nothing is written yet.
    pub fn new(estate: Arc<Estate>) -> Self {
        Self {
            text: head(&estate),
            next: 0,
            estate,
        }
    }
    /// Writes the next things, at most so many; whether all of them are written now.
    pub fn step(&mut self, most: usize) -> bool {
        let left = self.estate.features().get(self.next..).unwrap_or_default();
        for feature in left.iter().take(most) {
            line(&mut self.text, self.next, feature, self.estate.frame);
            self.next += 1;
        }
        self.next >= self.estate.features().len()
    }
    /// The text, with whatever was not written yet: what [`write`] gives.
    pub fn finish(mut self) -> String {
        self.step(usize::MAX);
        self.text + FOOT
    }
}

/// What stands after the last feature.
const FOOT: &str = "\n]}\n";

/// Everything before the first feature.
fn head(estate: &Estate) -> String {
    let mut head = Map::new();
    head.insert("type".to_owned(), json!("FeatureCollection"));
    match estate.frame {
        Some(frame) => {
            head.insert(
                "mulin:origin".to_owned(),
                json!([frame.longitude, frame.latitude]),
            );
        }
        None => {
            head.insert("mulin:crs".to_owned(), json!("local"));
        }
    }
    if let Some(grid) = &estate.grid {
        head.insert("mulin:grid".to_owned(), grid.clone());
    }
    if !estate.attribution.is_empty() {
        head.insert("attribution".to_owned(), json!(estate.attribution));
    }
    let head = Value::Object(head).to_string();
    // The head is an object with members; the list is set in before its closing brace.
    format!("{},\"features\":[\n", head.strip_suffix('}').unwrap_or(&head))
}

fn line(text: &mut String, at: usize, feature: &Feature, frame: Option<Frame>) {
    if at > 0 {
        text.push_str(",\n");
    }
    text.push_str(&feature_json(feature, frame).to_string());
}

fn feature_json(feature: &Feature, frame: Option<Frame>) -> Value {
    json!({
        "type": "Feature",
        "id": feature.id.as_str(),
        "properties": attributes::properties(feature),
        "geometry": geometry_json(&feature.shape, frame),
    })
}

fn geometry_json(shape: &Shape, frame: Option<Frame>) -> Value {
    match shape {
        Shape::Point(p) => json!({ "type": "Point", "coordinates": coordinates(*p, frame) }),
        Shape::Line(line) => {
            let points: Vec<Value> = line.points().iter().map(|p| coordinates(*p, frame)).collect();
            json!({ "type": "LineString", "coordinates": points })
        }
        Shape::Area(edge, holes) => {
            json!({ "type": "Polygon", "coordinates": polygon(edge, holes, frame) })
        }
    }
}

/// The rings of ground with holes, each closed.
pub(super) fn polygon(edge: &Outline, holes: &[Outline], frame: Option<Frame>) -> Value {
    let ring = |outline: &Outline, is_hole: bool| {
        let mut corners = outline.corners().to_vec();
        if is_hole {
            // RFC 7946 asks that holes run clockwise.
            corners.reverse();
        }
        corners.extend(corners.first().copied());
        Value::Array(corners.iter().map(|p| coordinates(*p, frame)).collect())
    };
    let holes = holes.iter().map(|hole| ring(hole, true));
    std::iter::once(ring(edge, false)).chain(holes).collect()
}

/// A point as it is written: degrees to 1e-9, a tenth of a millimetre, or metres to the millimetre.
pub(super) fn coordinates(point: WorldPt, frame: Option<Frame>) -> Value {
    match frame {
        Some(frame) => {
            let (longitude, latitude) = frame.degrees_from_world(point);
            let rounded = |degrees: f64| attributes::number((degrees * 1e9).round() / 1e9);
            json!([rounded(longitude), rounded(latitude)])
        }
        None => json!([attributes::number(point.x), attributes::number(point.y)]),
    }
}
