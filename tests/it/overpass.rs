//! What Overpass answers is read as the same map is as XML.

use mulin::exchange::{ReadWish, read};
use mulin::formats::osm;
use plain_xml::{Element, elements};
use serde_json::{Value, json};

use crate::formats::KIRCHBERG;

/// The elements of Kirchberg's XML, read by its plain form alone: one tag a line.
mod plain_xml {
    pub struct Element {
        pub kind: String,
        pub attributes: Vec<(String, String)>,
        pub children: Vec<(String, Vec<(String, String)>)>,
    }

    fn attributes(line: &str) -> Vec<(String, String)> {
        let mut parts = line.split('"');
        let mut list = Vec::new();
        while let (Some(name), Some(value)) = (parts.next(), parts.next()) {
            let name = name
                .trim()
                .trim_end_matches('=')
                .rsplit(' ')
                .next()
                .unwrap_or_default();
            list.push((
                name.to_owned(),
                value.replace("&amp;", "&").replace("&quot;", "\""),
            ));
        }
        list
    }

    pub fn elements(xml: &str) -> Vec<Element> {
        let mut list: Vec<Element> = Vec::new();
        for line in xml.lines().map(str::trim) {
            let kind = line
                .trim_start_matches('<')
                .split([' ', '>', '/'])
                .next()
                .unwrap_or_default();
            match kind {
                "node" | "way" | "relation" => list.push(Element {
                    kind: kind.to_owned(),
                    attributes: attributes(line),
                    children: Vec::new(),
                }),
                "nd" | "tag" | "member" => {
                    let child = (kind.to_owned(), attributes(line));
                    list.last_mut().unwrap().children.push(child);
                }
                _ => {}
            }
        }
        list
    }
}

fn of<'a>(list: &'a [(String, String)], name: &str) -> &'a str {
    list.iter()
        .find(|(own, _)| own == name)
        .map_or("", |(_, value)| value)
}

fn answer(with_geometry: bool) -> Value {
    let all = elements(std::str::from_utf8(KIRCHBERG).unwrap());
    let number = |text: &str| text.parse::<i64>().unwrap();
    let place = |id: &str| {
        let node = all
            .iter()
            .find(|e| e.kind == "node" && of(&e.attributes, "id") == id)?;
        let degrees = |name| of(&node.attributes, name).parse::<f64>().unwrap();
        Some(json!({ "lat": degrees("lat"), "lon": degrees("lon") }))
    };
    let nodes_of = |way: &Element| -> Vec<String> {
        let own = way.children.iter().filter(|(kind, _)| kind == "nd");
        own.map(|(_, list)| of(list, "ref").to_owned()).collect()
    };
    let one = |element: &Element| {
        let tags: serde_json::Map<String, Value> = element
            .children
            .iter()
            .filter(|(kind, _)| kind == "tag")
            .map(|(_, list)| (of(list, "k").to_owned(), json!(of(list, "v"))))
            .collect();
        let mut json =
            json!({ "type": element.kind, "id": number(of(&element.attributes, "id")), "tags": tags });
        match element.kind.as_str() {
            "node" => {
                let at = place(of(&element.attributes, "id")).unwrap();
                json["lat"] = at["lat"].clone();
                json["lon"] = at["lon"].clone();
            }
            "way" if with_geometry => {
                let geometry: Vec<Value> = nodes_of(element).iter().filter_map(|id| place(id)).collect();
                json["geometry"] = json!(geometry);
            }
            "way" => {
                let nodes: Vec<i64> = nodes_of(element).iter().map(|id| number(id)).collect();
                json["nodes"] = json!(nodes);
            }
            _ => {
                let members = element.children.iter().filter(|(kind, _)| kind == "member");
                let members = members.map(|(_, list)| {
                    json!({ "type": of(list, "type"), "ref": number(of(list, "ref")), "role": of(list, "role") })
                });
                json["members"] = members.collect();
            }
        }
        json
    };
    let wanted = all
        .iter()
        .filter(|e| !with_geometry || e.kind != "node" || !e.children.is_empty());
    let list: Vec<Value> = wanted.map(one).collect();
    json!({ "version": 0.6, "generator": "Overpass API", "elements": list })
}

#[test]
fn the_answer_of_overpass_is_the_same_estate_as_the_extract() {
    let (estate, problems) = osm::read(KIRCHBERG).unwrap();
    let map = read(
        "answer.json",
        answer(false).to_string().as_bytes(),
        &ReadWish::default(),
    )
    .unwrap();
    assert_eq!(map.estate.features(), estate.features());
    assert_eq!(map.estate.attribution, osm::ATTRIBUTION);
    assert_eq!(map.problems, problems);
    // With the places written into the ways instead of nodes, the houses are where they were.
    let map = read(
        "answer.json",
        answer(true).to_string().as_bytes(),
        &ReadWish::default(),
    )
    .unwrap();
    let areas = |estate: &mulin::estate::Estate| {
        let mut areas: Vec<i64> = estate
            .buildings()
            .map(|b| (b.shape.outline().unwrap().area() * 10.0).round() as i64)
            .collect();
        areas.sort_unstable();
        areas
    };
    assert_eq!(map.estate.buildings().count(), 32);
    let (a, b) = (areas(&map.estate), areas(&estate));
    assert!(a.iter().zip(&b).all(|(a, b)| (a - b).abs() <= 1), "{a:?} {b:?}");
}

#[test]
fn a_multipolygon_that_brings_its_ways_has_its_courtyard() {
    let ring = |points: &[(f64, f64)]| -> Vec<Value> {
        points
            .iter()
            .map(|(x, y)| json!({ "lon": 116.585 + x * 1e-5, "lat": 35.41 + y * 1e-5 }))
            .collect()
    };
    // The outer edge comes as two ways that meet at both ends.
    let answer = json!({ "elements": [
        { "type": "relation", "id": 7, "tags": { "type": "multipolygon", "building": "apartments" }, "members": [
            { "type": "way", "ref": 1, "role": "outer", "geometry": ring(&[(0.0, 0.0), (60.0, 0.0), (60.0, 50.0)]) },
            { "type": "way", "ref": 2, "role": "outer", "geometry": ring(&[(60.0, 50.0), (0.0, 50.0), (0.0, 0.0)]) },
            { "type": "way", "ref": 3, "role": "inner",
              "geometry": ring(&[(20.0, 20.0), (40.0, 20.0), (40.0, 30.0), (20.0, 30.0), (20.0, 20.0)]) }
        ] },
        { "type": "way", "id": "seven" }, 12, null ] });
    let map = read("a.json", answer.to_string().as_bytes(), &ReadWish::default()).unwrap();
    let house = map.estate.buildings().next().unwrap();
    let mulin::estate::Shape::Area(edge, holes) = &house.shape else {
        panic!()
    };
    assert_eq!((edge.corners().len(), holes.len()), (4, 1));
    assert!(
        map.problems
            .iter()
            .any(|problem| problem.message.key == "problem-elements-senseless")
    );
}

#[test]
fn geojson_with_members_of_other_programs_is_read() {
    let square = json!([[
        [116.585, 35.41],
        [116.5853, 35.41],
        [116.5853, 35.4103],
        [116.585, 35.4103],
        [116.585, 35.41]
    ]]);
    let file = json!({
        "type": "FeatureCollection", "name": "layer", "xy_coordinate_resolution": 1e-9, "bbox": [116, 35, 117, 36],
        "crs": { "type": "name", "properties": { "name": "urn:ogc:def:crs:OGC:1.3:CRS84" } },
        "timestamp": "2026-01-01", "features": [{
            "type": "Feature", "bbox": [116, 35, 117, 36], "foreign": [1, { "a": null }],
            "properties": { "building": "apartments", "building:levels": "6", "other": { "deep": [] } },
            "geometry": { "type": "Polygon", "coordinates": square, "meta": "x" } }]
    });
    let map = read("a.geojson", file.to_string().as_bytes(), &ReadWish::default()).unwrap();
    assert_eq!(map.estate.buildings().count(), 1);
    // The same in the metres that the file itself names.
    let square = json!([[
        [462305.24, 3920159.18],
        [462330.0, 3920159.18],
        [462330.0, 3920190.0],
        [462305.24, 3920159.18]
    ]]);
    let mut metric = file;
    metric["crs"]["properties"]["name"] = json!("urn:ogc:def:crs:EPSG::4548");
    metric["features"][0]["geometry"]["coordinates"] = square;
    let map = read("a.geojson", metric.to_string().as_bytes(), &ReadWish::default()).unwrap();
    let frame = map.estate.frame.unwrap();
    assert!((frame.longitude - 116.585).abs() < 0.001 && (frame.latitude - 35.41).abs() < 0.001);
}
