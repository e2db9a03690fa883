//! Shapes that cannot be, in a document: each left out or mended with a sentence, the rest is read.

use mulin::design::stored::{self, Repair};
use mulin::geometry::OutlineFault;
use mulin::text::{Lang, say};
use serde_json::{Value, json};

/// Reads a document with a sound bench and one row more; gives how many things stand in it and
/// what was repaired.
#[track_caller]
fn read(row: Value) -> (usize, Vec<Repair>) {
    let bench = json!({ "id": "p1", "kind": "bench", "at": [1, 1], "size": [1.8, 0.6] });
    let document =
        json!({ "schema": "mulin.design/1", "project": "small", "sheets": { "estate": [bench, row] } });
    let bytes = serde_json::to_vec(&document).expect("JSON");
    let (design, repairs) = stored::read(&bytes).expect("the rest is read");
    for repair in &repairs {
        for lang in Lang::ALL {
            let said = say(lang, &repair.message());
            assert!(
                said.len() > 20 && !said.contains('{') && !said.contains("outline-"),
                "{said}"
            );
        }
    }
    (design.placements().len(), repairs)
}

#[track_caller]
fn left_out(row: Value, expected: OutlineFault) {
    match read(row) {
        (1, repairs) => match repairs.as_slice() {
            [Repair::ShapeLeftOut { fault, .. }] => assert_eq!(*fault, expected),
            other => panic!("{other:?}"),
        },
        (count, _) => panic!("{count} things"),
    }
}

/// A saw of so many teeth that crosses nothing.
fn saw(corners: usize) -> Vec<[f64; 2]> {
    (0..corners)
        .map(|at| [(at / 2) as f64 / 100.0, (at % 2) as f64])
        .collect()
}

#[test]
fn an_outline_of_very_many_corners_is_left_out_at_once() {
    left_out(
        json!({ "id": "p2", "kind": "lawn", "outline": saw(100_000) }),
        OutlineFault::TooManyCorners,
    );
    left_out(
        json!({ "id": "p2", "kind": "fitness-path", "path": saw(100_000) }),
        OutlineFault::TooManyCorners,
    );
}

#[test]
fn a_document_of_a_million_points_is_refused_before_it_is_taken_apart() {
    let outline = "[1.25,2.5],".repeat(1_000_000);
    let text =
        format!(r#"{{"schema":"mulin.design/1","sheets":{{"estate":[{{"outline":[{outline}[0,0]]}}]}}}}"#);
    let fault = stored::read(text.as_bytes()).expect_err("too large");
    for lang in Lang::ALL {
        let said = say(lang, &fault.message());
        assert!(said.len() > 20 && !said.contains('{'), "{said}");
    }
}

#[test]
fn sizes_of_zero_negative_or_huge_are_left_out() {
    let sized = |size: Value| json!({ "id": "p2", "kind": "bench", "at": [5, 5], "size": size });
    left_out(sized(json!([0, 1])), OutlineFault::NoArea);
    left_out(sized(json!([1.8, -0.6])), OutlineFault::NoArea);
    left_out(sized(json!([1e9, 1])), OutlineFault::OutOfReach);
}

#[test]
fn an_outline_that_crosses_itself_keeps_its_corners_for_the_hand() {
    let (_, repairs) =
        read(json!({ "id": "p2", "kind": "lawn", "outline": [[0, 0], [10, 10], [10, 0], [0, 10]] }));
    let [
        Repair::ShapeLeftOut {
            kind, corners, fault, ..
        },
    ] = repairs.as_slice()
    else {
        panic!("{repairs:?}")
    };
    assert_eq!(
        (kind.as_str(), corners.len(), *fault),
        ("lawn", 4, OutlineFault::CrossesItself)
    );
}
