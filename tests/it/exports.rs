//! Designs on their way to QGIS and to spreadsheets.

use std::collections::BTreeMap;
use std::sync::Arc;

use mulin::catalogue::{Catalogue, KindId};
use mulin::design::stored::{self, DesignName};
use mulin::estate::Estate;
use mulin::formats::{bill_csv, design_geojson, designs_csv, project_folder};
use mulin::project::Project;
use mulin::rules::{Plan, Totals, bill};
use mulin::text::{Lang, say};
use serde_json::{Value, json};

const BEIMEN: &str = include_str!("../../public/beimen/estate.geojson");

fn project() -> Project {
    let file = include_bytes!("../../public/beimen/project.json");
    project_folder::read(file, BEIMEN.as_bytes()).unwrap().0
}

fn drawn() -> (DesignName, Arc<mulin::design::Design>) {
    let document = json!({
        "schema": "mulin.design/1", "project": "beimen", "title": "=1+1",
        "sheets": { "estate": [
            { "id": "p1", "kind": "plaza", "at": [90.0, 80.0], "size": [20.0, 12.0], "turn": 15.0, "params": { "surface": "nonslip" } },
            { "id": "p2", "kind": "car-park", "outline": [[30, 29], [60, 29], [60, 45], [30, 45]] },
            { "id": "p3", "kind": "castle", "at": [20.0, 20.0], "size": [2.0, 2.0] } ] },
        "wishes": [ { "id": "w1", "text": "长椅", "topic": "seats", "at": [99.0, 80.0] }, { "id": "w2", "text": "灯", "topic": "light" } ],
        "draft": "0123456789abcdef0123456789abcdef"
    });
    let bytes = document.to_string().into_bytes();
    let (design, repairs) = stored::read(&bytes).unwrap();
    assert_eq!(repairs, []);
    (DesignName::of(&bytes), Arc::new(design))
}

#[test]
fn designs_go_to_qgis_as_areas_in_degrees_and_wishes_as_points() {
    let (name, design) = drawn();
    let mut project = project();
    let value: Value =
        serde_json::from_str(&design_geojson::write([(&name, design.as_ref())], &project)).unwrap();
    let features = value["features"].as_array().unwrap();
    assert_eq!(features.len(), 4);
    assert_eq!(features[0]["properties"]["kind_zh"], say_kind("plaza"));
    assert_eq!(features[0]["properties"]["param_surface"], "nonslip");
    assert!(features[0]["properties"]["cost_yuan"].as_f64().unwrap() > 0.0);
    assert!(features[1]["properties"]["bays"].as_u64().unwrap() > 5);
    let corner = &features[0]["geometry"]["coordinates"][0][0];
    assert!((corner[0].as_f64().unwrap() - 116.586).abs() < 0.001, "{corner}");
    assert_eq!(features[3]["geometry"]["type"], "Point");
    assert_eq!(features[3]["properties"]["receipt"], name.receipt().to_string());

    project = in_metres(project);
    let value: Value =
        serde_json::from_str(&design_geojson::write([(&name, design.as_ref())], &project)).unwrap();
    assert_eq!(value["mulin:crs"], "local");
    assert_eq!(
        value["features"][1]["geometry"]["coordinates"][0][0],
        json!([30, 29])
    );
}

/// The same project without a place on the earth.
pub fn in_metres(mut project: Project) -> Project {
    let features = project.estate.features().iter();
    project.estate = Arc::new(Estate::new(None, features.map(|f| f.as_ref().clone()).collect()));
    project
}

fn say_kind(kind: &str) -> String {
    let name = KindId::new(kind).name();
    say(
        Lang::ZhCn,
        &mulin::text::Message::new("csv-kind").with("kind", name),
    )
}

#[test]
fn designs_and_bills_go_to_a_spreadsheet_without_harm() {
    let (name, design) = drawn();
    let things = [(KindId::new("castle"), 1), (KindId::new("plaza"), 2)];
    let row = designs_csv::Row {
        name,
        title: design.title.clone(),
        alias: "@SUM(A1:A9)".to_owned(),
        building: "7".to_owned(),
        age: "60+".to_owned(),
        channel: "phone".to_owned(),
        sent: String::new(),
        older: 0,
        things: BTreeMap::from(things),
        wishes: 2,
        totals: Totals {
            cost: 1234.5,
            green_lost: 40.0,
            ..Totals::default()
        },
    };
    let text = designs_csv::write(&[row], Catalogue::built_in(), Lang::En);
    let lines: Vec<&str> = text.strip_prefix('\u{feff}').unwrap().split("\r\n").collect();
    assert_eq!(lines.len(), 3);
    assert!(
        lines[0].contains("Plaza,castle,"),
        "known kinds first: {}",
        lines[0]
    );
    assert!(lines[1].contains(",'=1+1,'@SUM(A1:A9),7,60+,"), "{}", lines[1]);
    assert!(
        lines[1].contains(",2,1,1234.5,") && lines[1].contains(",-40,"),
        "{}",
        lines[1]
    );
    assert_eq!(lines[0].split(',').count(), lines[1].split(',').count());

    let project = project();
    let lines = bill(&Plan {
        project: &project,
        design: &design,
    });
    let text = bill_csv::write(&lines, Lang::ZhCn);
    // A head, each line, the sum of each class and the sum of all.
    let classes: std::collections::BTreeSet<_> = lines.iter().map(|line| line.works).collect();
    assert_eq!(text.lines().count(), lines.len() + classes.len() + 2);
    assert!(text.contains("完善类小计,"), "{text}");
}
