//! Files in and out: what is read is what was written, and no file stops the program.

use std::sync::Arc;

use mulin::estate::{BuildingUse, Class, Estate, Frame, RoadUse, Shape};
use mulin::formats::{
    FORMATS, MAX_BYTES, MAX_POINTS, Problem, ReadFault, estate_geojson, osm, project_folder,
};
use mulin::text::{Lang, say};
use serde_json::{Value, json};

pub const KIRCHBERG: &[u8] = include_bytes!("../fixtures/kirchberg.osm");
pub const BEIMEN: &str = include_str!("../../public/beimen/estate.geojson");

pub fn read(value: &Value) -> Result<(Estate, Vec<Problem>), ReadFault> {
    estate_geojson::read(value.to_string().as_bytes())
}

pub fn local(features: Value) -> Value {
    json!({ "type": "FeatureCollection", "mulin:crs": "local", "features": features })
}

pub fn feature(class: &str, geometry: Value) -> Value {
    json!({ "type": "Feature", "properties": { "mulin:class": class }, "geometry": geometry })
}

fn square(x: f64, y: f64, side: f64) -> Value {
    let ring = json!([[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]);
    json!({ "type": "Polygon", "coordinates": [ring] })
}

fn keys(problems: &[Problem]) -> Vec<&str> {
    problems.iter().map(|problem| &*problem.message.key).collect()
}

#[test]
fn every_format_is_listed_and_no_other_is() {
    let folder = format!("{}/src/formats", env!("CARGO_MANIFEST_DIR"));
    let listed = std::fs::read_to_string(format!("{folder}/mod.rs")).unwrap();
    let public: Vec<&str> = listed
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .filter(|module| !module.starts_with("project_"))
        .collect();
    let modules: Vec<&str> = FORMATS.iter().map(|format| format.module).collect();
    assert_eq!(public, modules);
}

#[test]
fn an_estate_that_is_written_is_read_the_same() {
    let (estate, _) = estate_geojson::read(BEIMEN.as_bytes()).unwrap();
    for (written, line) in estate_geojson::write(&estate).lines().zip(BEIMEN.lines()) {
        assert_eq!(written, line);
    }
    let mut without_place = Estate::new(
        None,
        estate.features().iter().map(|f| f.as_ref().clone()).collect(),
    );
    without_place.attribution = "someone's, under } a licence".to_owned();
    let (again, problems) = estate_geojson::read(estate_geojson::write(&without_place).as_bytes()).unwrap();
    assert_eq!(problems, []);
    assert_eq!(again.features(), without_place.features());
    assert_eq!(
        (again.frame, &again.attribution),
        (None, &without_place.attribution)
    );
}

#[test]
fn an_estate_written_a_part_at_a_time_is_the_same_text() {
    let (estate, _) = estate_geojson::read(BEIMEN.as_bytes()).unwrap();
    for most in [1, 7, usize::MAX] {
        let mut writer = estate_geojson::Writer::new(Arc::new(estate.clone()));
        let steps = (1..).find(|_| writer.step(most)).unwrap();
        assert_eq!(steps, estate.features().len().div_ceil(most));
        assert_eq!(writer.finish(), estate_geojson::write(&estate));
    }
    // Whoever is in a hurry gets the rest at once; and nothing is a whole file too.
    let unwritten = estate_geojson::Writer::new(Arc::new(estate.clone()));
    assert_eq!(unwritten.finish(), estate_geojson::write(&estate));
    let nothing = Estate::new(None, Vec::new());
    let text = estate_geojson::Writer::new(Arc::new(nothing)).finish();
    assert!(serde_json::from_str::<Value>(&text).is_ok(), "{text}");
}

#[test]
fn local_metres_may_say_where_their_origin_lies() {
    let mut file = local(json!([feature("building", square(0.0, 0.0, 10.0))]));
    file["mulin:origin"] = json!([116.585, 35.41]);
    let (estate, _) = read(&file).unwrap();
    assert_eq!(
        estate.frame,
        Some(Frame {
            longitude: 116.585,
            latitude: 35.41
        })
    );
    assert_eq!(
        estate.buildings().next().unwrap().shape.outline().unwrap().area(),
        100.0
    );
}

#[test]
fn kirchberg_gives_its_32_buildings_and_says_what_is_not_whole() {
    let (estate, problems) = osm::read(KIRCHBERG).unwrap();
    assert_eq!(estate.buildings().count(), 32);
    let frame = estate.frame.unwrap();
    assert!((frame.latitude - 48.136).abs() < 0.002 && (frame.longitude - 10.07).abs() < 0.002);
    assert_eq!(estate.attribution, osm::ATTRIBUTION);
    let numbered = estate.buildings().filter(|b| b.name == "13").count();
    assert_eq!(numbered, 1);
    let two_storeys = |class: &Class| matches!(class, Class::Building { storeys: Some(2.0), height: Some(h), .. } if *h == 5.6);
    assert!(estate.buildings().filter(|b| two_storeys(&b.class)).count() >= 8);
    let haydn = estate
        .features()
        .iter()
        .find(|f| f.name == "Haydnstraße")
        .unwrap();
    assert!(matches!(
        haydn.class,
        Class::Road {
            usage: RoadUse::City,
            width: Some(6.0),
            ..
        }
    ));
    assert!(
        estate
            .boundary()
            .unwrap()
            .contains_outline(estate.buildings().next().unwrap().shape.outline().unwrap())
    );
    let said: Vec<String> = problems.iter().map(|p| say(Lang::En, &p.sentence())).collect();
    let has = |part: &str| said.iter().any(|sentence| sentence.contains(part));
    assert!(
        has("relation 318560"),
        "the museum in Berlin is not in the file: {said:#?}"
    );
    assert!(
        has("way 275490781") && has("roads have no width") && has("no boundary"),
        "{said:#?}"
    );
}

#[test]
fn an_import_is_a_project_that_opens_again() {
    let (estate, _) = osm::read(KIRCHBERG).unwrap();
    let project = json!({ "schema": "mulin.project/1", "id": "kirchberg", "title": { "en": "Kirchberg" } });
    let written = estate_geojson::write(&estate);
    let (opened, problems) =
        project_folder::read(project.to_string().as_bytes(), written.as_bytes()).unwrap();
    assert_eq!(problems, []);
    assert_eq!(opened.estate.features(), estate.features());
    assert_eq!(opened.estate.attribution, osm::ATTRIBUTION);
}

#[test]
fn a_museum_with_a_courtyard_has_its_hole() {
    let node = |id: i32, lon: f64, lat: f64| format!("<node id='{id}' lon='{lon}' lat='{lat}'/>");
    let ring = |first: i32, x: f64, size: f64| {
        [(0.0, 0.0), (size, 0.0), (size, size), (0.0, size)]
            .iter()
            .enumerate()
            .map(|(at, (dx, dy))| node(first + at as i32, 10.0 + x + dx, 48.0 + x + dy))
            .collect::<String>()
    };
    let way = |id: i32, nodes: &[i32]| {
        let refs: String = nodes.iter().map(|n| format!("<nd ref='{n}'/>")).collect();
        format!("<way id='{id}'>{refs}</way>")
    };
    let xml = format!(
        "<osm>{}{}{}{}{}<relation id='9'><member type='way' ref='1' role='outer'/><member type='way' ref='2' role='outer'/>\
         <member type='way' ref='3' role='inner'/><tag k='type' v='multipolygon'/><tag k='building' v='public'/></relation></osm>",
        ring(10, 0.0, 0.001),
        ring(20, 0.0003, 0.0004),
        way(1, &[10, 11, 12]),
        way(2, &[10, 13, 12]),
        way(3, &[20, 21, 22, 23, 20]),
    );
    let (estate, problems) = osm::read(xml.as_bytes()).unwrap();
    assert_eq!(keys(&problems), ["problem-boundary-made"]);
    let museum = estate.buildings().next().unwrap();
    assert!(matches!(
        museum.class,
        Class::Building {
            usage: BuildingUse::Service,
            ..
        }
    ));
    assert!(matches!(&museum.shape, Shape::Area(_, holes) if holes.len() == 1));
}

#[test]
fn a_file_without_classes_is_read_by_its_tags() {
    let tagged =
        |tags: Value, geometry: Value| json!({ "type": "Feature", "properties": tags, "geometry": geometry });
    let (estate, problems) = read(&local(json!([
        tagged(
            json!({ "building": "apartments", "addr:housenumber": "3" }),
            square(0.0, 0.0, 12.0)
        ),
        tagged(
            json!({ "highway": "service", "width": "3.5 m" }),
            json!({ "type": "LineString", "coordinates": [[0, -5], [40, -5]] })
        ),
        tagged(
            json!({ "natural": "tree" }),
            json!({ "type": "Point", "coordinates": [20, 5] })
        ),
        tagged(
            json!({ "shop": "kiosk" }),
            json!({ "type": "Point", "coordinates": [21, 5] })
        ),
    ])))
    .unwrap();
    assert_eq!(estate.buildings().next().unwrap().name, "3");
    assert!(
        estate
            .features()
            .iter()
            .any(|f| matches!(f.class, Class::Road { width: Some(3.5), .. }))
    );
    assert_eq!(
        keys(&problems),
        ["problem-crowns-assumed", "problem-boundary-made"]
    );
}

#[test]
fn broken_features_are_named_and_the_rest_is_read() {
    let bow_tie =
        json!({ "type": "Polygon", "coordinates": [[[0, 20], [10, 30], [10, 20], [0, 26], [0, 20]]] });
    let multi = json!({ "type": "MultiPolygon", "coordinates": [square(50.0, 0.0, 5.0)["coordinates"], square(60.0, 0.0, 5.0)["coordinates"]] });
    let mut two = feature("building", multi);
    two["id"] = json!("b9");
    two["properties"]["households"] = json!(12);
    let mut wrong = feature("tree", json!({ "type": "Point", "coordinates": [30, 30] }));
    wrong["properties"]["crown"] = json!(-4);
    let (estate, problems) = read(&local(json!([
        feature("boundary", square(-100.0, -100.0, 300.0)),
        feature("building", square(0.0, 0.0, 10.0)),
        feature("building", bow_tie),
        two,
        wrong,
        feature("castle", square(0.0, 40.0, 5.0)),
        feature("door", square(0.0, 50.0, 5.0)),
        feature("building", json!({ "type": "Point", "coordinates": [1, 1] })),
        feature(
            "building",
            json!({ "type": "Polygon", "coordinates": [[[0, 0], [1, 0]]] })
        ),
        feature("building", json!(null)),
        feature("building", square(90_000.0, 0.0, 5.0)),
        json!(17),
    ])))
    .unwrap();
    assert_eq!(
        keys(&problems),
        [
            "problem-bad-number",
            "problem-unknown-class",
            "problem-left-out",
            "problem-mended",
            "problem-left-out",
            "problem-left-out",
            "problem-left-out",
        ]
    );
    let said: Vec<String> = problems.iter().map(|p| say(Lang::En, &p.sentence())).collect();
    assert!(
        said.iter()
            .all(|s| !s.contains("problem-") && !s.contains("why-") && !s.contains("outline-")),
        "{said:#?}"
    );
    assert_eq!(estate.households(), 12, "counted once for both parts");
    assert_eq!(estate.buildings().count(), 4);
}

#[test]
fn names_are_made_unique() {
    let mut one = feature("lamp", json!({ "type": "Point", "coordinates": [1, 1] }));
    one["id"] = json!("lamp");
    let (estate, problems) = read(&local(json!([one, one, one]))).unwrap();
    let mut ids: Vec<&str> = estate.features().iter().map(|f| f.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), estate.features().len());
    assert_eq!(keys(&problems)[..2], ["problem-renamed", "problem-renamed"]);
}

#[test]
fn a_file_that_gives_nothing_says_why() {
    let fault = |bytes: &[u8]| estate_geojson::read(bytes).unwrap_err();
    assert!(matches!(fault(b"<html>"), ReadFault::NotInFormat { .. }));
    assert!(matches!(fault(b"{}"), ReadFault::NotInFormat { .. }));
    assert!(matches!(
        fault(&vec![b' '; MAX_BYTES + 1]),
        ReadFault::TooLarge { .. }
    ));
    assert_eq!(read(&local(json!([]))).unwrap_err(), ReadFault::NothingKnown);
    let points: Vec<[usize; 2]> = (0..=MAX_POINTS).map(|n| [n % 977, n / 977]).collect();
    let long = feature("fence", json!({ "type": "LineString", "coordinates": points }));
    assert!(matches!(
        read(&local(json!([long]))),
        Err(ReadFault::TooMany { .. })
    ));
    let mut metres = local(json!([feature(
        "building",
        square(39_500_000.0, 3_900_000.0, 10.0)
    )]));
    metres.as_object_mut().unwrap().remove("mulin:crs");
    assert_eq!(read(&metres).unwrap_err(), ReadFault::NotDegrees);
    metres["crs"] = json!({ "type": "name", "properties": { "name": "urn:ogc:def:crs:EPSG::4548" } });
    assert!(matches!(read(&metres), Err(ReadFault::UnknownCrs(_))));
    assert!(matches!(
        osm::read(b"<html></html>"),
        Err(ReadFault::NotInFormat { .. })
    ));
    assert!(matches!(osm::read(b""), Err(ReadFault::NotInFormat { .. })));
    for lang in Lang::ALL {
        let sentence = say(lang, &fault(b"[]").message());
        assert!(sentence.len() > 20 && !sentence.contains("file-"), "{sentence}");
    }
}

#[test]
fn an_extract_that_breaks_off_gives_what_came_before() {
    let half = &KIRCHBERG[..KIRCHBERG.len() * 3 / 4];
    let (estate, problems) = osm::read(half).unwrap();
    assert!(estate.buildings().count() > 5);
    assert!(
        keys(&problems).contains(&"problem-file-breaks-off"),
        "{problems:?}"
    );
}

/// A house of four corners, its nodes and the way with further attributes.
fn house(first: i64, node: &str, way: &str) -> String {
    let corners = [(0.0, 0.0), (0.0, 2e-4), (1e-4, 2e-4), (1e-4, 0.0)];
    let east = first as f64 * 1e-4;
    let nodes = (first..).zip(corners).map(|(id, (lat, lon))| {
        let (lat, lon) = (35.4 + lat, 116.5 + east + lon);
        format!("<node id=\"{id}\" {node} lat=\"{lat}\" lon=\"{lon}\"/>")
    });
    let refs = [0, 1, 2, 3, 0]
        .map(|n| format!("<nd ref=\"{}\"/>", first + n))
        .concat();
    let tag = "<tag k=\"building\" v=\"yes\"/>";
    format!(
        "{}<way id=\"{first}\" {way}>{refs}{tag}</way>",
        nodes.collect::<String>()
    )
}

#[test]
fn what_was_deleted_in_an_editor_does_not_come_back() {
    let gone = "action='delete' visible='true'";
    let hidden = "visible=\"false\"";
    let changed = "action='modify' visible='true'";
    let houses = [
        house(10, "", ""),
        house(20, gone, gone),
        house(30, hidden, hidden),
        house(40, changed, changed),
    ];
    let xml = format!("<osm version='0.6' generator='JOSM'>{}</osm>", houses.concat());
    let (estate, problems) = osm::read(xml.as_bytes()).unwrap();
    let ids: Vec<&str> = estate.buildings().map(|feature| feature.id.as_str()).collect();
    assert_eq!(ids, ["way/10", "way/40"], "{problems:?}");
}

#[test]
fn ways_that_bring_their_nodes_places_are_whole() {
    let refs = [(0.0, 0.0), (0.0, 2e-4), (1e-4, 2e-4), (1e-4, 0.0), (0.0, 0.0)];
    let refs = (1..).zip(refs).map(|(id, (lat, lon))| {
        let id = if id == 5 { 1 } else { id };
        format!(
            "<nd ref=\"{id}\" lat=\"{}\" lon=\"{}\"/>",
            35.4 + lat,
            116.5 + lon
        )
    });
    let bounds = "<bounds minlat='35.4' minlon='116.5' maxlat='35.5' maxlon='116.6'/>";
    let refs: String = refs.collect();
    let xml = format!(
        "<osm version='0.6' generator='Overpass API'><note>x</note><way id='7'>{bounds}{refs}<tag k='building' v='yes'/></way></osm>"
    );
    let (estate, problems) = osm::read(xml.as_bytes()).unwrap();
    assert_eq!(estate.buildings().count(), 1, "{problems:?}");
}
