//! Hatches of a drawing: as many areas as they have outer edges, each with its own holes, whatever the edges are made of.

use std::f64::consts::PI;

use mulin::earth::Crs;
use mulin::estate::{Class, Shape};
use mulin::formats::survey_dxf::{LayerTable, Survey, Unit, Wish, read};
use mulin::geometry::Outline;

use crate::survey_maker::{Kind, Pair, written};

/// What is on a sheet in metres of its own.
pub fn sheet(entities: &[Pair]) -> Survey {
    sheet_by(entities, LayerTable::default())
}

/// The same, by a table of layers.
pub fn sheet_by(entities: &[Pair], table: LayerTable) -> Survey {
    let around = |before: &[(i32, &str)], after: &[(i32, &str)]| {
        let own = |pairs: &[(i32, &str)]| {
            pairs
                .iter()
                .map(|(code, word)| (*code, (*word).to_owned()))
                .collect()
        };
        let (before, after): (Vec<Pair>, Vec<Pair>) = (own(before), own(after));
        [before, entities.to_vec(), after].concat()
    };
    let pairs = around(&[(0, "SECTION"), (2, "ENTITIES")], &[(0, "ENDSEC"), (0, "EOF")]);
    let wish = Wish {
        unit: Unit::from_word("m"),
        crs: Crs::from_word("local"),
        table,
        ..Wish::default()
    };
    read(&written(&pairs, Kind::R2007), &wish).unwrap()
}

/// Pairs of a code and a number.
fn numbers(pairs: &[(i32, f64)]) -> Vec<Pair> {
    pairs
        .iter()
        .map(|(code, number)| (*code, number.to_string()))
        .collect()
}

/// A path of straight sides around a square.
fn square(flags: f64, [x, y]: [f64; 2], side: f64) -> Vec<Pair> {
    let corners = [[x, y], [x + side, y], [x + side, y + side], [x, y + side]];
    let head = [(92, flags), (72, 0.0), (73, 1.0), (93, 4.0)];
    let corners = corners.iter().flat_map(|[x, y]| [(10, *x), (20, *y)]);
    numbers(
        &head
            .into_iter()
            .chain(corners)
            .chain([(97, 0.0)])
            .collect::<Vec<_>>(),
    )
}

/// A path of edges.
fn edges(edges: &[&[(i32, f64)]]) -> Vec<Pair> {
    let head = numbers(&[(92, 1.0), (93, edges.len() as f64)]);
    [head, numbers(&edges.concat()), numbers(&[(97, 0.0)])].concat()
}

fn hatch(layer: &str, paths: &[Vec<Pair>], islands: f64) -> Vec<Pair> {
    let head = [(0, "HATCH"), (8, layer), (10, "0"), (20, "0"), (2, "GRASS")];
    let head = head.map(|(code, word)| (code, word.to_owned())).to_vec();
    let count = numbers(&[(91, paths.len() as f64)]);
    [
        head,
        count,
        paths.concat(),
        numbers(&[(75, islands), (76, 1.0), (98, 0.0)]),
    ]
    .concat()
}

/// The greens of a sheet, from west to east, as the areas of their edges and of their holes.
fn greens(survey: &Survey) -> Vec<(f64, Vec<f64>)> {
    let left_out = survey
        .problems
        .iter()
        .filter(|p| p.message.key.contains("left-out"));
    assert_eq!(left_out.count(), 0, "{:?}", survey.problems);
    let own = survey
        .estate
        .features()
        .iter()
        .filter(|f| f.class == Class::Green);
    let mut greens: Vec<(&Outline, &Vec<Outline>)> = own
        .map(|feature| match &feature.shape {
            Shape::Area(edge, holes) => (edge, holes),
            other => panic!("{other:?}"),
        })
        .collect();
    greens.sort_by(|a, b| a.0.bounds().min.x.total_cmp(&b.0.bounds().min.x));
    let sizes = |holes: &Vec<Outline>| holes.iter().map(|hole| hole.area().round()).collect();
    greens
        .iter()
        .map(|(edge, holes)| (edge.area().round(), sizes(holes)))
        .collect()
}

#[test]
fn two_outer_edges_of_one_hatch_are_two_greens_and_each_keeps_its_own_holes() {
    // Whatever the file flags as an outer edge: all, none, or those that are.
    for [outer, inner] in [[3.0, 18.0], [3.0, 3.0], [2.0, 2.0], [19.0, 2.0]] {
        let paths = [
            square(inner, [45.0, 5.0], 10.0),
            square(outer, [0.0, 0.0], 20.0),
            square(outer, [40.0, 0.0], 20.0),
            square(inner, [5.0, 5.0], 3.0),
            square(inner, [10.0, 10.0], 4.0),
        ];
        let survey = sheet(&hatch("绿地", &paths, 0.0));
        assert_eq!(
            greens(&survey),
            [(400.0, vec![9.0, 16.0]), (400.0, vec![100.0])],
            "{outer} {inner}"
        );
    }
}

#[test]
fn an_island_in_a_hole_is_a_green_where_the_hatch_says_so() {
    let paths = [
        square(3.0, [0.0, 0.0], 30.0),
        square(2.0, [5.0, 5.0], 20.0),
        square(2.0, [10.0, 10.0], 6.0),
    ];
    let of = |islands| greens(&sheet(&hatch("绿地", &paths, islands)));
    assert_eq!(of(0.0), [(900.0, vec![400.0]), (36.0, vec![])], "by turns");
    assert_eq!(of(1.0), [(900.0, vec![400.0])], "the outermost alone");
    assert_eq!(of(2.0), [(900.0, vec![])], "no holes at all");
}

#[test]
fn a_ring_that_is_drawn_twice_is_one_green_without_a_hole() {
    let paths = [square(3.0, [0.0, 0.0], 20.0), square(3.0, [0.0, 0.0], 20.0)];
    assert_eq!(greens(&sheet(&hatch("绿地", &paths, 0.0))), [(400.0, vec![])]);
}

#[test]
fn edges_of_lines_arcs_ellipses_and_splines_are_areas_with_their_holes() {
    let line = |[ax, ay]: [f64; 2], [bx, by]: [f64; 2]| [(72, 1.0), (10, ax), (20, ay), (11, bx), (21, by)];
    let arc = |[x, y]: [f64; 2], radius: f64, from: f64, to: f64, against: f64| {
        [
            (72, 2.0),
            (10, x),
            (20, y),
            (40, radius),
            (50, from),
            (51, to),
            (73, against),
        ]
    };
    // A lawn with a round end, drawn the other way round than its sides are.
    let lawn = edges(&[
        &line([0.0, 0.0], [20.0, 0.0]),
        &arc([20.0, 5.0], 5.0, 270.0, 90.0, 0.0),
        &line([20.0, 10.0], [0.0, 10.0]),
        &line([0.0, 10.0], [0.0, 0.0]),
    ]);
    let pond = edges(&[&arc([8.0, 5.0], 2.0, 0.0, 360.0, 1.0)]);
    let ellipse = [
        (72, 3.0),
        (10, 60.0),
        (20, 10.0),
        (11, 8.0),
        (21, 0.0),
        (40, 0.5),
        (50, 0.0),
        (51, 360.0),
        (73, 1.0),
    ];
    let bed = edges(&[&ellipse]);
    let knots = [0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0].map(|knot| (40, knot));
    let bow = [[80.0, 0.0], [80.0, 10.0], [100.0, 10.0], [100.0, 0.0]].map(|[x, y]| [(10, x), (20, y)]);
    let head = [(72, 4.0), (94, 3.0), (73, 0.0), (74, 0.0), (95, 8.0), (96, 4.0)];
    let hill = edges(&[
        &[&head[..], &knots, bow.as_flattened()].concat(),
        &line([100.0, 0.0], [80.0, 0.0]),
    ]);
    let found = greens(&sheet(&hatch("绿地", &[lawn, pond, bed, hill], 0.0)));
    let expected = [
        (200.0 + PI * 12.5, vec![PI * 4.0]),
        (PI * 32.0, vec![]),
        // The area under a curve of Bézier whose control points are these.
        (120.0, vec![]),
    ];
    assert_eq!(found.len(), expected.len(), "{found:?}");
    // Eight chords of a spline, as of every curve, lie a little within it.
    for ((edge, holes), (edge_there, holes_there)) in found.iter().zip(&expected) {
        assert!((edge - edge_there).abs() < 0.03 * edge_there, "{found:?}");
        assert_eq!(holes.len(), holes_there.len(), "{found:?}");
        assert!(
            holes
                .iter()
                .zip(holes_there)
                .all(|(a, b): (&f64, &f64)| (a - b).abs() < 1.0),
            "{found:?}"
        );
    }
}

#[test]
fn a_hatch_of_more_rings_than_any_estate_has_is_counted_as_not_read() {
    let paths: Vec<Vec<Pair>> = (0..2_001)
        .map(|at| square(3.0, [f64::from(at) * 2.0, 0.0], 1.0))
        .collect();
    let house = [(0, "LWPOLYLINE"), (8, "JMD"), (70, "1")].map(|(code, word)| (code, word.to_owned()));
    let corners = numbers(&[(10, 0.0), (20, 0.0), (10, 20.0), (20, 0.0), (10, 20.0), (20, 9.0)]);
    let survey = sheet(&[hatch("绿地", &paths, 0.0), house.to_vec(), corners].concat());
    assert!(survey.problems.iter().any(|p| p.message.key == "dxf-unread"));
    assert_eq!(survey.estate.buildings().count(), 1);
}
