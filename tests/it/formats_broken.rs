//! No file stops the program: what is nearly an estate is read or refused in a sentence.

use mulin::formats::{Problem, estate_geojson, osm};
use mulin::text::{Lang, say};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::formats::{BEIMEN, KIRCHBERG, feature, local, read};

/// JSON that is nearly an estate: a piece of it is replaced by something else.
fn nearly() -> impl Strategy<Value = Value> {
    let odd = prop_oneof![
        Just(json!(null)),
        Just(json!(1e308)),
        Just(json!(-0.0)),
        Just(json!("12")),
        Just(json!([])),
        Just(json!({})),
        Just(json!([[]])),
        (-1e4..1e4).prop_map(|n| json!(n)),
        "\\PC{0,12}".prop_map(|s| json!(s)),
    ];
    let class = prop::sample::select(vec![
        "building", "road", "tree", "door", "fence", "boundary", "green", "hydrant",
    ]);
    let at = (-60.0..60.0, -60.0..60.0).prop_map(|(x, y): (f64, f64)| [x.round(), y.round()]);
    let kind = prop::sample::select(vec![
        "Point",
        "LineString",
        "Polygon",
        "MultiPolygon",
        "GeometryCollection",
    ]);
    let one = (class, kind, prop::collection::vec(at, 0..9), odd, 0..6_u8).prop_map(
        |(class, kind, points, odd, spoilt)| {
            let coordinates = match kind {
                "Point" => json!(points.first()),
                "LineString" => json!(points),
                "Polygon" => json!([points]),
                _ => json!([[points]]),
            };
            let mut feature = feature(class, json!({ "type": kind, "coordinates": coordinates }));
            match spoilt {
                0 => feature["geometry"]["coordinates"] = odd,
                1 => feature["properties"]["households"] = odd,
                2 => feature["properties"]["width"] = odd,
                3 => feature["id"] = odd,
                4 => feature["geometry"] = odd,
                _ => {}
            }
            feature
        },
    );
    (prop::collection::vec(one, 0..12), any::<bool>()).prop_map(|(features, metres)| {
        let mut file = local(json!(features));
        if !metres {
            file.as_object_mut().unwrap().remove("mulin:crs");
        }
        file
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn whatever_is_read_is_sound_and_is_read_the_same_again(file in nearly()) {
        if let Ok((estate, problems)) = read(&file) {
            for problem in &problems {
                prop_assert!(!say(Lang::En, &problem.sentence()).is_empty());
            }
            let (again, _) = estate_geojson::read(estate_geojson::write(&estate).as_bytes()).unwrap();
            prop_assert_eq!(again.features(), estate.features());
        }
    }

}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn a_damaged_file_stops_nothing(at in 0..KIRCHBERG.len(), byte: u8, cut: bool) {
        let mut bytes = KIRCHBERG.to_vec();
        bytes[at] = byte;
        if cut { bytes.truncate(at); }
        let _ = osm::read(&bytes);
        let beimen = BEIMEN.as_bytes();
        let start = at % (beimen.len() - 4_000);
        let _ = estate_geojson::read(&beimen[..start]);
    }
}

#[test]
fn a_feature_that_makes_no_sense_costs_no_other() {
    let tree = r#"{"type":"Feature","properties":{"mulin:class":"tree"},"geometry":{"type":"Point","coordinates":[1,2]}}"#;
    let deep = format!("{}1{}", "[".repeat(200), "]".repeat(200));
    for odd in [r#""\ud800""#, "1e999", &deep] {
        let file = format!(
            r#"{{"type":"FeatureCollection","mulin:crs":"local","features":[{tree},{{"type":"Feature","id":{odd}}},{tree}]}}"#
        );
        let (estate, problems) = estate_geojson::read(file.as_bytes()).unwrap();
        let trees = estate.features().iter().filter(|one| one.class.word() == "tree");
        assert_eq!(trees.count(), 2, "{odd}");
        let left_out: Vec<&Problem> = problems
            .iter()
            .filter(|one| one.message.key == "problem-left-out")
            .collect();
        assert_eq!(left_out.len(), 1, "{odd}");
        let said = say(Lang::En, &left_out[0].sentence());
        assert!(said.contains("2") && said.contains("makes no sense"), "{said}");
    }
    for odd in ["5", "null", "{}", r#"[],"features":[]"#] {
        let file = format!(r#"{{"type":"FeatureCollection","features":{odd}}}"#);
        assert!(estate_geojson::read(file.as_bytes()).is_err(), "{odd}");
    }
}
