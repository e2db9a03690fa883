//! Designs on their way to CAD in the coordinates in which the survey came: the surveyor's own drawing and the design lie
//! on each other, and the design comes back as it went.

use std::sync::Arc;

use mulin::design::stored::{self, DesignName};
use mulin::design::{Design, PlacementShape};
use mulin::earth::{Converter, Crs};
use mulin::exchange::{ReadMap, ReadWish, SheetWish, To, Written, read, write};
use mulin::formats::{design_dxf, estate_geojson, project_folder};
use mulin::geometry::WorldPt;
use mulin::project::Project;
use mulin::text::{Lang, say};
use serde_json::json;

use crate::survey_maker::{Kind, Maker, beimen, written};

fn project(estate: mulin::estate::Estate) -> Project {
    let file = br#"{"schema":"mulin.project/1","id":"beimen","title":{"en":"Beimen"}}"#;
    // By way of the files, as people have it.
    project_folder::read(file, estate_geojson::write(&estate).as_bytes())
        .unwrap()
        .0
}

fn design() -> Design {
    let document = json!({ "schema": "mulin.design/1", "project": "beimen", "title": "楼前", "draft": "00",
        "sheets": { "estate": [
            { "id": "p1", "kind": "bench", "at": [90.123, 80.456], "size": [1.5, 0.6], "turn": 33.33 },
            { "id": "p2", "kind": "car-park", "outline": [[30.001, 29], [60, 29.5], [60, 45], [30, 45]] },
            { "id": "p3", "kind": "fitness-path", "path": [[100, 100], [120, 105.5], [140, 100]], "width": 1.8 },
            { "id": "p4", "kind": "plaza", "at": [-80, 60], "size": [24, 18], "turn": 359.9 } ] },
        "wishes": [{ "id": "w1", "text": "灯", "at": [99, 80] }] });
    stored::read(document.to_string().as_bytes()).unwrap().0
}

fn cad(project: &Project, grid: Option<&str>) -> Result<Written, String> {
    let wish = SheetWish {
        grid: grid.map(str::to_owned),
        ..SheetWish::default()
    };
    let name = DesignName::of(b"design");
    write(To::Dxf, project, &name, &design(), Lang::En, &wish, &[]).map_err(|why| say(Lang::En, &why))
}

/// Reads the design of a drawing; its places and sizes are what they were within a millimetre.
#[track_caller]
fn comes_back(bytes: &[u8]) {
    let (back, problems) = design_dxf::read(bytes).unwrap();
    assert_eq!(problems, []);
    let drawn = design();
    assert_eq!(back.placements().len(), drawn.placements().len());
    let close = |one: WorldPt, other: WorldPt| assert!(one.distance(other) <= 0.001_01, "{one:?} {other:?}");
    for (now, was) in back.placements().iter().zip(drawn.placements()) {
        assert_eq!((&now.id, &now.kind), (&was.id, &was.kind));
        match (&now.shape, &was.shape) {
            (
                PlacementShape::Rectangle { at, size, turn },
                PlacementShape::Rectangle {
                    at: a,
                    size: s,
                    turn: t,
                },
            ) => {
                close(*at, *a);
                assert!(
                    (size.x - s.x).abs() <= 0.001_01 && (size.y - s.y).abs() <= 0.001_01,
                    "{size:?} {s:?}"
                );
                let apart = (turn.degrees() - t.degrees()).rem_euclid(360.0);
                assert!(apart.min(360.0 - apart) < 1e-4, "{apart}");
            }
            (PlacementShape::Area(one), PlacementShape::Area(other)) => {
                let corners = one.corners().iter().zip(other.corners());
                corners.for_each(|(one, other)| close(*one, *other));
            }
            (PlacementShape::Path { line, width }, PlacementShape::Path { line: l, width: w }) => {
                line.points()
                    .iter()
                    .zip(l.points())
                    .for_each(|(one, other)| close(*one, *other));
                assert!((width - w).abs() <= 0.001_01);
            }
            _ => panic!("another form"),
        }
    }
    assert_eq!(back.wishes(), drawn.wishes());
}

/// Where the bench's block is put, by the file's own numbers.
fn bench_in(bytes: &[u8]) -> [f64; 2] {
    let text = std::str::from_utf8(bytes).unwrap();
    let (_, after) = text
        .split_once("\nINSERT\n")
        .map(|_| text.rsplit_once("\n2\nMULIN_bench_1500x600_1\n10\n").unwrap())
        .unwrap();
    let mut lines = after.lines();
    let x = lines.next().unwrap().parse().unwrap();
    [x, lines.nth(1).unwrap().parse().unwrap()]
}

fn survey(word: &str) -> ReadMap {
    let crs = Crs::from_word(word).unwrap();
    let file = written(
        &Maker::new(crs, false).few(4).survey("AC1015", "ANSI_936"),
        Kind::R2000,
    );
    let wish = ReadWish {
        crs: Some(word.to_owned()),
        ..ReadWish::default()
    };
    read("s.dxf", &file, &wish).unwrap()
}

#[test]
fn a_design_lies_in_the_coordinates_in_which_the_survey_came() {
    for word in ["EPSG:4548", "EPSG:4527", "EPSG:32650"] {
        let map = survey(word);
        let project = project(map.estate);
        let frame = project.estate.frame.unwrap();
        let out = cad(&project, None).unwrap();
        let grid = Converter::new(Crs::from_word(word).unwrap()).unwrap();
        let (longitude, latitude) = frame.degrees_from_world(WorldPt::new(90.123, 80.456));
        let there = grid.from_degrees([longitude, latitude]).unwrap();
        let bench = bench_in(&out.bytes);
        assert!(
            libm_hypot(bench[0] - there[0], bench[1] - there[1]) < 0.001,
            "{bench:?} {there:?}"
        );
        comes_back(&out.bytes);
        // It is said in the file, in the drawing and to who asked for it.
        let text = String::from_utf8(out.bytes).unwrap();
        assert!(
            text.starts_with("999\nMulin. Coordinates: ") && text.matches(word).count() >= 3,
            "{word}"
        );
        assert!(text.contains("$INSUNITS\n70\n6\n"));
        let said = say(Lang::ZhCn, &out.problems[0].sentence());
        assert!(said.contains(word) && said.contains("东坐标"), "{said}");
    }
}

fn libm_hypot(x: f64, y: f64) -> f64 {
    (x * x + y * y).sqrt()
}

#[test]
fn the_surveyors_corners_and_the_exported_ones_are_the_same_numbers() {
    let map = survey("EPSG:4548");
    let house = map.estate.buildings().next().unwrap().clone();
    let corner = house.shape.outline().unwrap().corners()[0];
    let project = project(map.estate);
    let text = String::from_utf8(cad(&project, None).unwrap().bytes).unwrap();
    // Where the survey has it: Beimen's own frame and grid, to the 4 digits of the survey.
    let maker = Maker::new(Crs::from_word("EPSG:4548").unwrap(), false);
    let frame = project.estate.frame.unwrap();
    let (longitude, latitude) = frame.degrees_from_world(corner);
    let there = maker.at(beimen().frame.unwrap().world_from_degrees(longitude, latitude));
    let numbers: Vec<f64> = text.lines().filter_map(|line| line.parse().ok()).collect();
    assert!(numbers.iter().any(|n| (n - there[0]).abs() < 0.001));
    assert!(numbers.iter().any(|n| (n - there[1]).abs() < 0.001));
}

#[test]
fn a_grid_that_nobody_placed_and_one_laid_onto_points_come_back_too() {
    // Large numbers of no known grid are moved to the middle of a sheet, and moved back.
    let house = |x: f64, y: f64| {
        let mut file = "0\nSECTION\n2\nENTITIES\n".to_owned();
        for (dx, dy) in [(0.0, 0.0), (300.0, 200.0)] {
            file += "0\nLWPOLYLINE\n8\nJMD\n70\n1\n";
            for (a, b) in [(0.0, 0.0), (40.0, 0.0), (40.0, 12.0), (0.0, 12.0)] {
                file += &format!("10\n{}\n20\n{}\n", x + dx + a, y + dy + b);
            }
        }
        file + "0\nENDSEC\n0\nEOF\n"
    };
    let map = read(
        "h.dxf",
        house(51_234.0, 72_001.0).as_bytes(),
        &ReadWish::default(),
    )
    .unwrap();
    let project = project(map.estate);
    let out = cad(&project, None).unwrap();
    let [x, y] = bench_in(&out.bytes);
    assert!(
        (x - 51_234.0).abs() < 600.0 && (y - 72_001.0).abs() < 600.0,
        "{x} {y}"
    );
    comes_back(&out.bytes);
    let points = [
        "1000,2000=462305.24,3920159.18",
        "1400,2000=462700.24,3920221.18",
        "1000,2300=462258.74,3920455.43",
    ];
    let wish = ReadWish {
        crs: Some("EPSG:4548".to_owned()),
        points: points.map(str::to_owned).to_vec(),
        ..ReadWish::default()
    };
    let map = read("h.dxf", house(1_000.0, 2_000.0).as_bytes(), &wish).unwrap();
    let project = self::project(map.estate);
    let out = cad(&project, Some("project")).unwrap();
    let [x, y] = bench_in(&out.bytes);
    assert!(
        (900.0..1_700.0).contains(&x) && (1_900.0..2_700.0).contains(&y),
        "{x} {y}"
    );
    comes_back(&out.bytes);
    let onto = cad(&project, Some("EPSG:4548")).unwrap();
    assert!((bench_in(&onto.bytes)[0] - 462_500.0).abs() < 600.0);
    comes_back(&onto.bytes);
}

#[test]
fn without_a_grid_of_its_own_a_project_goes_out_in_metres_of_the_plan_and_others_can_be_asked_for() {
    let project = project(beimen());
    let out = cad(&project, None).unwrap();
    assert_eq!(bench_in(&out.bytes), [90.123, 80.456]);
    assert!(say(Lang::En, &out.problems[0].sentence()).contains("metres of the plan"));
    for grid in ["cgcs2000", "utm", "EPSG:4548", "EPSG:4527", "sheet"] {
        comes_back(&cad(&project, Some(grid)).unwrap().bytes);
    }
    let east = bench_in(&cad(&project, Some("EPSG:4527")).unwrap().bytes)[0];
    assert!((39_000_000.0..40_000_000.0).contains(&east), "{east}");
    for (grid, said) in [
        ("project", "knows no grid of its own"),
        ("EPSG:4534", "does not reach"),
        ("EPSG:32601", "does not reach"),
        ("wgs84", "no grid in metres"),
        ("'; DROP", "no grid in metres"),
    ] {
        let why = cad(&project, Some(grid)).unwrap_err();
        assert!(why.contains(said), "{grid}: {why}");
    }
    let mut nowhere = project.clone();
    let things = beimen().features().to_vec();
    let mut estate = mulin::estate::Estate::new(None, Vec::new()).with_features(things);
    // What stands there is anybody's, so it may be anything.
    for grid in [
        json!(1),
        json!({ "crs": "EPSG:4548" }),
        json!({ "crs": "local", "origin": [1e300, 0] }),
        json!({ "crs": "local" }),
    ] {
        estate.grid = Some(grid);
        nowhere.estate = Arc::new(estate.clone());
        assert_eq!(bench_in(&cad(&nowhere, None).unwrap().bytes), [90.123, 80.456]);
    }
    assert!(
        cad(&nowhere, Some("utm"))
            .unwrap_err()
            .contains("nowhere on the earth")
    );
}
