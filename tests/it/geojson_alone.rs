//! GeoJSON that is no collection: a single feature and a bare shape, which RFC 7946 has as well.

use mulin::estate::{Class, Estate, Shape};
use mulin::exchange;
use mulin::formats::{Problem, ReadFault};
use mulin::text::{Lang, say};
use serde_json::{Value, json};

use crate::formats::read;

fn square() -> Value {
    let ring = json!([
        [116.585, 35.41],
        [116.586, 35.41],
        [116.586, 35.411],
        [116.585, 35.411],
        [116.585, 35.41]
    ]);
    json!({ "type": "Polygon", "coordinates": [ring] })
}

fn has(problems: &[Problem], key: &str) -> bool {
    problems.iter().any(|problem| problem.message.key == key)
}

fn words(estate: &Estate) -> Vec<&str> {
    estate
        .features()
        .iter()
        .map(|feature| feature.class.word())
        .collect()
}

#[test]
fn a_file_of_one_feature_is_that_feature() {
    let house = json!({ "type": "Feature", "id": "h7", "properties": { "building": "apartments", "ref": "7" }, "geometry": square() });
    let (estate, problems) = read(&house).unwrap();
    let houses: Vec<_> = estate.buildings().collect();
    assert_eq!(
        (houses.len(), &*houses[0].name, houses[0].id.as_str()),
        (1, "7", "h7")
    );
    assert!(has(&problems, "problem-boundary-made") && !has(&problems, "problem-alone-boundary"));
    assert!(estate.frame.is_some());

    // What such a file says of all of it counts as in a collection.
    let mut tree = json!({ "type": "Feature", "mulin:crs": "local", "attribution": "someone", "properties": {},
        "geometry": { "type": "Point", "coordinates": [3, 4] } });
    tree["properties"]["mulin:class"] = json!("tree");
    let (estate, _) = read(&tree).unwrap();
    assert!((estate.frame.is_none(), &*estate.attribution) == (true, "someone"));
    assert!(words(&estate).contains(&"tree"));
}

#[test]
fn an_area_that_says_nothing_of_itself_is_the_boundary_and_this_is_said() {
    let multi = json!({ "type": "MultiPolygon", "coordinates": [square()["coordinates"]] });
    let silent = json!({ "type": "Feature", "properties": null, "geometry": square() });
    for file in [square(), multi, silent] {
        let (estate, problems) = read(&file).unwrap();
        assert_eq!(words(&estate), ["boundary"], "{file}");
        let Shape::Area(edge, _) = &estate.features()[0].shape else {
            panic!("{file}")
        };
        assert!((edge.area() - 10_080.0).abs() < 100.0, "{}", edge.area());
        let said = problems
            .iter()
            .find(|one| one.message.key == "problem-alone-boundary")
            .unwrap();
        assert!(say(Lang::En, &said.sentence()).contains("boundary"));
        assert!(say(Lang::ZhCn, &said.sentence()).chars().count() <= 40);
    }
    assert!(matches!(
        read(&square()).unwrap().0.features()[0].class,
        Class::Boundary
    ));
}

#[test]
fn both_go_in_by_the_door_of_files_whatever_their_name_ends_in() {
    for name in ["site.geojson", "site.json"] {
        let map = exchange::read(
            name,
            square().to_string().as_bytes(),
            &exchange::ReadWish::default(),
        )
        .unwrap();
        assert_eq!(words(&map.estate), ["boundary"]);
    }
}

#[test]
fn what_is_broken_or_unknown_alone_is_a_sentence() {
    let refused = [
        json!({ "type": "Feature" }),
        json!({ "type": "Feature", "properties": { "building": "yes" }, "geometry": null }),
        json!({ "type": "Feature", "properties": 5, "geometry": { "type": "Polygon", "coordinates": "all" } }),
        json!({ "type": "Polygon" }),
        json!({ "type": "Polygon", "coordinates": [[[1e308, 1], [2, 1e308], [0, 0]]] }),
        json!({ "type": "Point", "coordinates": [116.585, 35.41] }),
        json!({ "type": "GeometryCollection", "geometries": [square()] }),
        json!({ "type": "Topology", "objects": {} }),
        json!({ "type": 5 }),
        json!({}),
    ];
    for file in refused {
        let fault = read(&file).unwrap_err();
        for lang in Lang::ALL {
            assert!(!say(lang, &fault.message()).contains("file-"), "{file}");
        }
    }
    let cut = square().to_string();
    for end in 0..cut.len() {
        let map = mulin::formats::estate_geojson::read(&cut.as_bytes()[..end]);
        assert!(matches!(map, Err(ReadFault::NotInFormat { .. })), "{end}");
    }
}
