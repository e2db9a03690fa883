//! Maps that break off, or whose numbers are not what they should be: what can be had is taken, the rest is said.

use mulin::exchange::ReadMap;
use mulin::exchange::{ReadWish, read};
use mulin::text::{Lang, say};
use serde_json::{Value, json};

use crate::broken_files::answer;
use crate::formats::KIRCHBERG;

fn keys(map: &ReadMap) -> Vec<&str> {
    map.problems.iter().map(|problem| &*problem.message.key).collect()
}

/// Reads the file cut at every hundredth byte; gives the whole file's count of things and the most that a cut one had.
#[track_caller]
fn cut(name: &str, file: &[u8]) -> (usize, usize) {
    let whole = answer(name, file).expect("the whole file is read");
    let whole = whole.estate.features().len();
    let mut most = 0;
    for end in (100..file.len()).step_by(100) {
        if let Some(map) = answer(name, &file[..end]) {
            let there = map.estate.features().len();
            assert!(there <= whole + 1, "a boundary may be made: {there} of {whole}");
            most = most.max(there);
        }
    }
    (whole, most)
}

#[test]
fn an_extract_cut_at_every_hundredth_byte_gives_what_stands_before_the_cut() {
    let (whole, most) = cut("k.osm", KIRCHBERG);
    assert!(most + 2 >= whole, "{most} of {whole}");
    let half = answer("k.osm", &KIRCHBERG[..KIRCHBERG.len() * 9 / 10]).unwrap();
    assert!(
        keys(&half).contains(&"problem-file-breaks-off"),
        "{:?}",
        keys(&half)
    );
}

#[test]
fn geojson_cut_at_every_hundredth_byte_gives_what_stands_before_the_cut() {
    let estate = answer("k.osm", KIRCHBERG).unwrap().estate;
    let file = mulin::formats::estate_geojson::write(&estate).into_bytes();
    let (whole, most) = cut("k.geojson", &file);
    assert!(most + 2 >= whole, "{most} of {whole}");
    let half = answer("k.geojson", &file[..file.len() / 2]).unwrap();
    assert!(half.estate.features().len() > whole / 3);
    let first = say(Lang::En, &half.problems[0].sentence());
    assert!(first.starts_with("The file breaks off"), "{first}");
}

#[test]
fn an_answer_of_overpass_cut_at_every_hundredth_byte_gives_what_stands_before_the_cut() {
    let node = |id: usize, lon: f64, lat: f64| json!({ "type": "node", "id": id, "lat": lat, "lon": lon, "tags": { "natural": "tree" } });
    let elements: Vec<Value> = (1..60).map(|n| node(n, 10.1 + n as f64 / 1e5, 48.1)).collect();
    let file = json!({ "version": 0.6, "elements": elements })
        .to_string()
        .into_bytes();
    let (whole, most) = cut("o.json", &file);
    assert!(most + 2 >= whole, "{most} of {whole}");
}

/// Four trees and a house at places of a kind, as GeoJSON and as an extract of OpenStreetMap.
fn both(place: impl Fn(f64, f64) -> [f64; 2]) -> [(&'static str, Vec<u8>); 3] {
    let corners = [
        (0.0, 0.0),
        (0.000_3, 0.0),
        (0.000_3, 0.000_2),
        (0.0, 0.000_2),
        (0.0, 0.0),
    ]
    .map(|(x, y)| place(116.585 + x, 35.41 + y));
    let house = json!({ "type": "Feature", "properties": { "building": "yes" }, "geometry": { "type": "Polygon", "coordinates": [corners] } });
    let geojson = json!({ "type": "FeatureCollection", "features": [house] }).to_string();
    let number = |value: f64| {
        if value.is_finite() {
            format!("{value:?}")
        } else {
            "NaN".to_owned()
        }
    };
    let mut xml = "<osm>".to_owned();
    for (at, [x, y]) in corners.iter().take(4).enumerate() {
        xml += &format!(
            "<node id=\"{}\" lon=\"{}\" lat=\"{}\"/>",
            at + 1,
            number(*x),
            number(*y)
        );
    }
    xml += "<way id=\"9\"><nd ref=\"1\"/><nd ref=\"2\"/><nd ref=\"3\"/><nd ref=\"4\"/><nd ref=\"1\"/><tag k=\"building\" v=\"yes\"/></way></osm>";
    let nodes = corners.iter().take(4).enumerate();
    let mut elements: Vec<Value> = nodes
        .map(|(at, [x, y])| json!({ "type": "node", "id": at + 1, "lon": x, "lat": y }))
        .collect();
    elements.push(json!({ "type": "way", "id": 9, "nodes": [1, 2, 3, 4, 1], "tags": { "building": "yes" } }));
    let overpass = json!({ "elements": elements }).to_string();
    [
        ("m.geojson", geojson.into_bytes()),
        ("m.osm", xml.into_bytes()),
        ("m.json", overpass.into_bytes()),
    ]
}

#[test]
fn degrees_with_the_latitude_first_are_turned_round_and_it_is_said() {
    let right = both(|x, y| [x, y]);
    let swapped = both(|x, y| [y, x]);
    for ((name, file), (_, turned)) in right.iter().zip(&swapped) {
        let (map, other) = (answer(name, file).unwrap(), answer(name, turned).unwrap());
        assert_eq!(map.estate.features(), other.estate.features(), "{name}");
        assert_eq!(map.estate.frame, other.estate.frame);
        let said = keys(&other);
        assert!(
            said.contains(&"crs-northing-first") || said.contains(&"problem-osm-turned"),
            "{name}: {said:?}"
        );
    }
}

#[test]
fn numbers_that_are_no_degrees_are_refused_in_a_sentence_or_left_out() {
    for place in [
        |x: f64, y: f64| [x * 111_000_000.0, y * 111_000_000.0],
        |_, _| [1e308, -1e308],
        |_, _| [f64::NAN, f64::NAN],
        |x: f64, _| [x, 1e308],
        |_, _| [0.0, 90.0],
    ] {
        for (name, file) in both(place) {
            assert!(
                answer(name, &file).is_none(),
                "{name} {}",
                String::from_utf8_lossy(&file)
            );
        }
    }
    // One stray node costs itself alone.
    let file = String::from_utf8(both(|x, y| [x, y])[1].1.clone()).unwrap();
    let stray = "<node id=\"7\" lon=\"1e308\" lat=\"NaN\"><tag k=\"natural\" v=\"tree\"/></node></osm>";
    let map = answer("m.osm", file.replace("</osm>", stray).as_bytes()).unwrap();
    assert_eq!(map.estate.buildings().count(), 1);
    assert!(keys(&map).contains(&"problem-osm-nowhere"));
}

#[test]
fn metres_that_are_millimetres_or_of_a_surveyors_grid_are_said_to_be_far() {
    let local = |factor: f64, by: f64| {
        let at = |x: f64, y: f64| [x * factor + by, y * factor + by];
        let ring = [
            at(0.0, 0.0),
            at(40.0, 0.0),
            at(40.0, 12.0),
            at(0.0, 12.0),
            at(0.0, 0.0),
        ];
        let house = json!({ "type": "Feature", "properties": { "mulin:class": "building" }, "geometry": { "type": "Polygon", "coordinates": [ring] } });
        json!({ "type": "FeatureCollection", "mulin:crs": "local", "features": [house] }).to_string()
    };
    assert!(answer("a.geojson", local(1.0, 0.0).as_bytes()).is_some());
    for file in [
        local(1_000.0, 6_000_000.0),
        local(1.0, 460_000.0),
        local(1e300, 0.0),
    ] {
        let why = read("a.geojson", file.as_bytes(), &ReadWish::default()).unwrap_err();
        assert!(
            ["file-out-of-reach", "file-not-in-format"].contains(&&*why.key),
            "{}",
            why.key
        );
    }
}
