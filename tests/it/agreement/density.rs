//! Density and hot spots: right by the formula, and what was planted is found again.

use mulin::agreement::{
    Chance, HotSpot, Vote, contours, contours_geojson, density, difference, hot_spots, levels, proposed_at,
};
use mulin::catalogue::KindId;
use mulin::design::{Command, Wish, WishId};
use mulin::geometry::WorldPt;

use super::{about, columns, drawings, named, numbered, sheet, shuffle};
use crate::plan;

fn bench() -> KindId {
    KindId::new("bench")
}

/// Benches of `count` designs planted about three places, `share` of them; the others lie anywhere.
fn planted(
    seed: u64,
    count: usize,
) -> Vec<(
    mulin::design::stored::DesignName,
    std::sync::Arc<mulin::design::Design>,
)> {
    let mut chance = Chance::new(seed);
    let design = |number: usize, chance: &mut Chance| {
        let at = PLANTED[number % 3];
        let anywhere = (chance.between(1.0, 199.0), chance.between(1.0, 199.0));
        let place = if chance.happens(0.8) { at } else { anywhere };
        numbered(number, vec![about(1, "bench", place, 3.0, chance)])
    };
    named((0..count).map(|number| design(number, &mut chance)).collect())
}

const PLANTED: [(f64, f64); 3] = [(50.0, 60.0), (140.0, 70.0), (90.0, 150.0)];

#[test]
fn the_density_is_what_the_formula_says_summed_point_by_point() {
    let designs = planted(1, 200);
    let columns = columns(&designs);
    let bandwidth = 8.0;
    let raster = density(&columns, &bench(), sheet(), bandwidth, Vote::Things, None);
    let rows = columns.of_kind(&bench());
    let exact = |at: WorldPt| -> f64 {
        let one = |row: usize| {
            let away = rows.at(row).distance(at) / bandwidth;
            (-0.5 * away * away).exp() / (std::f64::consts::TAU * bandwidth * bandwidth)
        };
        (0..rows.len()).map(one).sum()
    };
    let most = raster.most();
    for step in 0..400 {
        let at = WorldPt::new(f64::from(step % 20) * 10.0, f64::from(step / 20) * 10.0);
        let off = (raster.at(at).unwrap() - exact(at)).abs() / most;
        assert!(off < 0.01, "at {at:?} the density is off by {off} of the highest");
    }
    assert!(
        (raster.mass() - 200.0).abs() < 0.5,
        "all votes are on the grid: {}",
        raster.mass()
    );
}

#[test]
fn planted_hot_spots_are_found_within_two_metres_over_a_hundred_seeds() {
    let mut worst: f64 = 0.0;
    for seed in 0..100 {
        let columns = columns(&planted(seed, 300));
        let spots = hot_spots(&columns, &bench(), sheet(), 6.0);
        for (x, y) in PLANTED {
            let near = spots[..3].iter().map(|spot| spot.at.distance(WorldPt::new(x, y)));
            worst = worst.max(near.fold(f64::MAX, f64::min));
        }
        for spot in &spots[..3] {
            // 100 designs a place, 80 of them there, and few by chance.
            assert!(
                (60..=105).contains(&spot.designs.len()),
                "seed {seed}: {} designs",
                spot.designs.len()
            );
        }
    }
    assert!(worst < 2.0, "the farthest was {worst} m away");
}

#[test]
fn a_hot_spot_counts_designs_not_things_so_that_one_poison_design_moves_nothing() {
    let mut designs: Vec<_> = planted(7, 300);
    let before = hot_spots(&columns(&designs), &bench(), sheet(), 8.0);
    let many = (0..5_000)
        .map(|at| plan::thing(&format!("p{at}"), "bench", (180.0, 20.0)))
        .collect();
    designs.extend(named(vec![numbered(9_999, many)]));
    let after = hot_spots(&columns(&designs), &bench(), sheet(), 8.0);
    let places = |spots: &[HotSpot]| {
        spots[..3]
            .iter()
            .map(|s| (s.at, s.designs.len()))
            .collect::<Vec<_>>()
    };
    for ((before, own), (after, others)) in places(&before).iter().zip(places(&after)) {
        assert!(before.distance(after) < 0.2);
        assert_eq!(*own, others);
    }
    let poison = after
        .iter()
        .find(|spot| spot.at.distance(WorldPt::new(180.0, 20.0)) < 12.0)
        .unwrap();
    assert!(poison.designs.len() <= 5, "{} designs", poison.designs.len());
    assert!(poison.things.len() > 4_000);
}

#[test]
fn nothing_depends_on_the_order_of_designs_and_a_copy_changes_nothing() {
    let mut designs = planted(3, 120);
    let spots = hot_spots(&columns(&designs), &bench(), sheet(), 8.0);
    let raster = density(&columns(&designs), &bench(), sheet(), 8.0, Vote::Designs, None);
    for seed in 0..5 {
        shuffle(&mut designs, seed);
        let copy = designs[0].clone();
        designs.push(copy);
        assert_eq!(hot_spots(&columns(&designs), &bench(), sheet(), 8.0), spots);
        assert_eq!(
            density(&columns(&designs), &bench(), sheet(), 8.0, Vote::Designs, None),
            raster,
            "to the last bit"
        );
        designs.pop();
    }
}

#[test]
fn a_group_is_held_against_another_design_by_design() {
    let west = |number| numbered(number, vec![plan::thing("p1", "bench", (50.0, 100.0))]);
    let east = |number| numbered(number, vec![plan::thing("p1", "bench", (150.0, 100.0))]);
    let designs = named((0..10).map(west).chain((10..14).map(east)).collect());
    let columns = columns(&designs);
    let is_west = |name| {
        designs
            .iter()
            .find(|(own, _)| own == name)
            .unwrap()
            .1
            .placements()[0]
            .shape
            .centre()
            .x
            < 100.0
    };
    let first: Vec<bool> = columns.names().iter().map(is_west).collect();
    let second: Vec<bool> = first.iter().map(|own| !own).collect();
    let difference = difference(&columns, &bench(), sheet(), 8.0, &first, &second);
    let (own, other) = (
        difference.at(WorldPt::new(50.0, 100.0)).unwrap(),
        difference.at(WorldPt::new(150.0, 100.0)).unwrap(),
    );
    assert!(
        own > 0.0 && (own + other).abs() < own * 0.02,
        "each wants its place as much: {own} {other}"
    );
}

#[test]
fn contours_lie_where_the_density_has_their_level_and_leave_as_geojson() {
    let designs = named(
        (0..50)
            .map(|n| numbered(n, vec![plan::thing("p1", "bench", (100.0, 100.0))]))
            .collect(),
    );
    let raster = density(&columns(&designs), &bench(), sheet(), 8.0, Vote::Designs, None);
    let lines = contours(&raster, &levels(&raster, 5));
    assert_eq!(lines.len(), 5);
    for line in &lines {
        let ring = &line.areas[0][0];
        // Of a Gaussian the level set is a circle: r = h √(2 ln(most / level)).
        let radius = 8.0 * (2.0 * (raster.most() / line.level).ln()).sqrt();
        for point in ring {
            let away = point.distance(WorldPt::new(100.0, 100.0));
            assert!((away - radius).abs() < 0.25, "{away} m, not {radius} m");
        }
    }
    let json = contours_geojson(&[(bench(), lines)], None, 8.0, 50);
    assert_eq!(json["features"].as_array().unwrap().len(), 5);
    assert_eq!(json["mulin:crs"], "local");
    let ring = json["features"][0]["geometry"]["coordinates"][0][0]
        .as_array()
        .unwrap();
    assert_eq!(ring.first(), ring.last(), "rings are closed");
}

#[test]
fn bad_rounds_have_an_answer() {
    let nobody = columns(&[]);
    assert!(hot_spots(&nobody, &bench(), sheet(), 8.0).is_empty());
    assert_eq!(
        density(&nobody, &bench(), sheet(), 8.0, Vote::Designs, None).most(),
        0.0
    );
    assert!(levels(&density(&nobody, &bench(), sheet(), 8.0, Vote::Designs, None), 5).is_empty());
    let one_point = columns(&named(
        (0..40)
            .map(|n| numbered(n, vec![plan::thing("p1", "bench", (70.0, 70.0))]))
            .collect(),
    ));
    let spots = hot_spots(&one_point, &bench(), sheet(), 8.0);
    assert_eq!(spots.len(), 1);
    assert_eq!(spots[0].designs.len(), 40);
    assert!(spots[0].at.distance(WorldPt::new(70.0, 70.0)) < 0.1);
    assert!(
        hot_spots(&one_point, &KindId::new("lamp"), sheet(), 8.0).is_empty(),
        "none of a kind"
    );
    let point = mulin::geometry::Bounds {
        min: WorldPt::new(70.0, 70.0),
        max: WorldPt::new(70.0, 70.0),
    };
    for bandwidth in [f64::NAN, f64::INFINITY, 0.0, -3.0, 1e9] {
        let raster = density(&one_point, &bench(), point, bandwidth, Vote::Designs, None);
        assert!(raster.values.iter().all(|value| value.is_finite()) && raster.values.len() < 600 * 600);
    }
}

#[test]
fn a_clicked_place_says_which_designs_put_what_there_in_which_words() {
    let wish = Wish {
        id: WishId::new("w1"),
        text: "长椅要有靠背".into(),
        topic: String::new(),
        at: Some(WorldPt::new(52.0, 50.0)),
        extra: Default::default(),
    };
    let with_wish = numbered(1, vec![plan::thing("p1", "bench", (50.0, 50.0))])
        .apply(&Command::PutWish(wish))
        .unwrap();
    let far = numbered(2, vec![plan::thing("p1", "bench", (150.0, 50.0))]);
    let said = proposed_at(
        &drawings(&named(vec![with_wish, far])),
        WorldPt::new(50.0, 50.2),
        8.0,
    );
    assert_eq!(said.len(), 1);
    assert_eq!(said[0].things[0].1, 0.0, "it lies on the bench");
    assert_eq!(said[0].wishes[0].0.text, "长椅要有靠背");
}
