//! Blocks of a surveyor's drawing: placed, stretched, mirrored, turned, in rows and columns, and within each other, what
//! they hold is where CAD shows it.

use mulin::earth::Crs;
use mulin::estate::{Feature, Shape};
use mulin::formats::survey_dxf::{Survey, Unit, Wish, read};

use crate::survey_maker::{Kind, Pair, written};

/// An L with its base point at its inner corner's far end, so that a mirror and a turn are seen: from the base point
/// 10 m along, 6 m up, and 4 m wide above 3 m.
const BLOCK: &str = "0 BLOCK 2 楼 10 1 20 1 \
    0 LWPOLYLINE 8 JMD 90 6 70 1 10 1 20 1 10 11 20 1 10 11 20 4 10 5 20 4 10 5 20 7 10 1 20 7 \
    0 ENDBLK";

/// A file whose pairs are written as words: codes and values in turn.
fn drawn(blocks: &str, entities: &str) -> Survey {
    let text = format!("0 SECTION 2 BLOCKS {blocks} 0 ENDSEC 0 SECTION 2 ENTITIES {entities} 0 ENDSEC 0 EOF");
    let words: Vec<&str> = text.split_whitespace().collect();
    let pairs: Vec<Pair> = words
        .chunks(2)
        .map(|pair| (pair[0].parse().unwrap(), pair[1].to_owned()))
        .collect();
    let wish = Wish {
        unit: Unit::from_word("m"),
        crs: Crs::from_word("local"),
        ..Wish::default()
    };
    read(&written(&pairs, Kind::R2007), &wish).unwrap()
}

/// The corners of each house in millimetres, from the south-western end of all of them, in an order of their own.
fn houses(survey: &Survey) -> Vec<Vec<[i64; 2]>> {
    let corners = |house: &Feature| match &house.shape {
        Shape::Area(edge, _) => edge.corners().to_vec(),
        other => panic!("{other:?}"),
    };
    let all: Vec<_> = survey.estate.buildings().map(|house| corners(house)).collect();
    let least =
        |of: fn(&mulin::geometry::WorldPt) -> f64| all.iter().flatten().map(of).fold(f64::INFINITY, f64::min);
    let (west, south) = (least(|p| p.x), least(|p| p.y));
    let mut all: Vec<Vec<[i64; 2]>> = all
        .iter()
        .map(|house| {
            let mm = |metres: f64| (metres * 1_000.0).round() as i64;
            let mut corners: Vec<_> = house.iter().map(|p| [mm(p.x - west), mm(p.y - south)]).collect();
            corners.sort_unstable();
            corners
        })
        .collect();
    all.sort();
    all
}

fn metres(corners: &[[i64; 2]]) -> Vec<[i64; 2]> {
    let mut corners: Vec<_> = corners.iter().map(|[x, y]| [x * 1_000, y * 1_000]).collect();
    corners.sort_unstable();
    corners
}

#[test]
fn a_block_is_stretched_mirrored_and_turned_about_its_base_point() {
    let survey = drawn(BLOCK, "0 INSERT 8 JMD 2 楼 10 100 20 50 41 2 42 -1 50 90");
    // (x, y) from the base becomes (2x, -y), and a quarter turn makes it (y, 2x).
    let shown = metres(&[[0, 0], [0, 20], [3, 20], [3, 8], [6, 8], [6, 0]]);
    assert_eq!(houses(&survey), [shown]);
}

#[test]
fn what_lies_on_the_back_of_the_sheet_is_seen_from_the_front() {
    let survey = drawn(BLOCK, "0 INSERT 8 JMD 2 楼 10 0 20 0 210 0 220 0 230 -1");
    let shown = metres(&[[10, 0], [0, 0], [0, 3], [6, 3], [6, 6], [10, 6]]);
    assert_eq!(houses(&survey), [shown]);
}

#[test]
fn rows_and_columns_stand_apart_along_the_turned_block() {
    let survey = drawn(BLOCK, "0 INSERT 8 JMD 2 楼 10 0 20 0 50 90 70 3 71 2 44 20 45 30");
    // A column is 20 m further along the turned block, which is north; a row 30 m further, which is west.
    let one = [[6, 0], [6, 10], [3, 10], [3, 4], [0, 4], [0, 0]];
    let mut shown: Vec<_> = (0..6)
        .map(|n| metres(&one.map(|[x, y]| [x + 30 * (n / 3), y + 20 * (n % 3)])))
        .collect();
    shown.sort();
    assert_eq!(houses(&survey), shown);
}

#[test]
fn a_block_within_a_block_goes_through_both() {
    let outer = format!("{BLOCK} 0 BLOCK 2 院 10 0 20 0 0 INSERT 8 0 2 楼 10 10 20 0 50 90 0 ENDBLK");
    let survey = drawn(&outer, "0 INSERT 8 JMD 2 院 10 500 20 500 41 2 42 2 50 180");
    // Twice as large, three quarters of a turn: (x, y) from the base becomes (2y, -2x).
    let shown = metres(&[[0, 20], [0, 0], [6, 0], [6, 12], [12, 12], [12, 20]]);
    assert_eq!(houses(&survey), [shown]);
}

#[test]
fn a_circle_of_a_block_stretched_unevenly_is_an_ellipse() {
    let block = "0 BLOCK 2 亭 10 0 20 0 0 CIRCLE 8 JMD 10 0 20 0 40 5 0 ENDBLK";
    let survey = drawn(block, "0 INSERT 8 JMD 2 亭 10 50 20 50 41 2 42 1");
    let house = survey.estate.buildings().next().unwrap();
    let (Shape::Area(edge, _), bounds) = (&house.shape, house.shape.bounds()) else {
        panic!("{:?}", house.shape)
    };
    let (wide, high) = (bounds.max.x - bounds.min.x, bounds.max.y - bounds.min.y);
    assert!(
        (wide - 20.0).abs() < 0.02 && (high - 10.0).abs() < 0.02,
        "{wide} × {high}"
    );
    // π · 10 · 5 m², but for what the corners of its outline cut off.
    assert!((edge.area() - 157.08).abs() < 1.0, "{}", edge.area());
}
