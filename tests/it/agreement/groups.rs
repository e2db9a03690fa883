//! Groups by likeness: what was planted is found again, the same for the same seed, whatever the order.

use std::sync::Arc;

use mulin::agreement::{Chance, GroupSearch, Grouping, hot_spots, traits_of};
use mulin::design::Design;
use mulin::geometry::Bounds;

use super::{about, columns, named, numbered, sheet, shuffle};
use crate::last_first::LastFirst;
use crate::plan;

/// Two groups that want other things at other places, one twice as large, each with things at random.
fn two(seed: u64, count: usize) -> Vec<(Design, bool)> {
    let mut chance = Chance::new(seed);
    (0..count)
        .map(|number| {
            let park = number % 3 != 0;
            let own: [(&str, (f64, f64)); 3] = match park {
                true => [
                    ("bench", (50.0, 50.0)),
                    ("lawn", (60.0, 60.0)),
                    ("tree", (45.0, 62.0)),
                ],
                false => [
                    ("car-park", (150.0, 140.0)),
                    ("bay", (140.0, 150.0)),
                    ("charging-shed", (160.0, 150.0)),
                ],
            };
            let mut things: Vec<_> = own
                .iter()
                .enumerate()
                .map(|(id, (kind, at))| about(id, kind, *at, 8.0, &mut chance))
                .collect();
            let anywhere = (chance.between(5.0, 195.0), chance.between(5.0, 195.0));
            things.push(about(9, "lamp", anywhere, 1.0, &mut chance));
            (numbered(number, things), park)
        })
        .collect()
}

/// The share of pairs of designs on which two groupings agree whether they are together (Rand 1971).
fn rand_index(one: &[u8], other: &[u8]) -> f64 {
    let pairs = || (0..one.len()).flat_map(|a| (0..a).map(move |b| (a, b)));
    let same = pairs()
        .filter(|(a, b)| (one[*a] == one[*b]) == (other[*a] == other[*b]))
        .count();
    same as f64 / pairs().count() as f64
}

#[test]
fn planted_groups_are_found_again_over_a_hundred_seeds() {
    let mut least: f64 = 1.0;
    for seed in 0..100 {
        let planted = two(seed, 90);
        let designs = named(planted.iter().map(|(design, _)| design.clone()).collect());
        let columns = columns(&designs);
        let found = Grouping::by_likeness(&columns, sheet(), seed);
        assert_eq!(found.count(), 2, "seed {seed}: sizes {:?}", found.sizes);
        let (mut own, mut truth) = (Vec::new(), Vec::new());
        for ((name, _), (_, park)) in designs.iter().zip(&planted) {
            own.push(found.of[columns.index_of(name).unwrap()].unwrap());
            truth.push(u8::from(*park));
        }
        least = least.min(rand_index(&own, &truth));
    }
    assert!(least > 0.98, "the worst agrees on {least} of the pairs");
}

#[test]
fn the_same_designs_and_seed_give_the_same_groups_in_any_order() {
    let mut designs = named(two(5, 60).into_iter().map(|(design, _)| design).collect());
    let groups = Grouping::by_likeness(&columns(&designs), sheet(), 11);
    for seed in 0..4 {
        shuffle(&mut designs, seed);
        assert_eq!(Grouping::by_likeness(&columns(&designs), sheet(), 11), groups);
    }
}

#[test]
fn groups_found_on_many_cores_or_step_by_step_are_those_found_on_one() {
    // More designs than are assigned in one part.
    let designs = named(two(8, 5_000).into_iter().map(|(design, _)| design).collect());
    let columns = columns(&designs);
    let one = Grouping::by_likeness(&columns, sheet(), 3);
    assert_eq!(Grouping::by_likeness_on(&LastFirst, &columns, sheet(), 3), one);
    let mut search = GroupSearch::new(Arc::new(columns), sheet(), 3);
    let by_steps = std::iter::repeat_with(|| search.step()).find_map(|found| found);
    assert_eq!(by_steps.as_ref(), Some(&one));
    assert_eq!(one.of.len(), 5_000);
    assert_eq!(one.count(), 2);
}

#[test]
fn what_makes_a_group_itself_is_what_was_planted() {
    let designs = named(two(2, 90).into_iter().map(|(design, _)| design).collect());
    let columns = columns(&designs);
    let groups = Grouping::by_likeness(&columns, sheet(), 1);
    let spots: Vec<_> = columns
        .kinds()
        .iter()
        .flat_map(|kind| hot_spots(&columns, kind, sheet(), 8.0))
        .collect();
    let own = traits_of(&columns, &groups, &spots, 0);
    let has: Vec<&str> = own
        .iter()
        .filter(|one| one.z > 0.0 && one.at.is_none())
        .map(|one| one.kind.as_str())
        .collect();
    for kind in ["bench", "lawn", "tree"] {
        assert!(has.contains(&kind), "the larger group wants {kind}: {has:?}");
    }
    assert!(
        own.iter()
            .all(|one| one.kind.as_str() != "lamp" || one.at.is_some()),
        "lamps part nobody"
    );
}

#[test]
fn where_nothing_parts_designs_they_are_one_group_and_outliers_are_none() {
    let same = |number| numbered(number, vec![plan::thing("p1", "bench", (50.0, 50.0))]);
    let all = named((0..50).map(same).collect());
    assert_eq!(Grouping::by_likeness(&columns(&all), sheet(), 1).sizes, [50]);
    let poison: Vec<_> = (0..2_000)
        .map(|at| plan::thing(&format!("p{at}"), "lamp", (150.0, 150.0)))
        .collect();
    let mut designs: Vec<Design> = (0..50).map(same).collect();
    designs.push(numbered(77, poison));
    designs.push(numbered(78, Vec::new()));
    let groups = Grouping::by_likeness(&columns(&named(designs)), sheet(), 1);
    assert_eq!(
        groups.sizes,
        [51],
        "one outlier is no group, and who drew nothing is in none"
    );
    assert_eq!(groups.of.iter().filter(|group| group.is_none()).count(), 1);
    assert_eq!(Grouping::by_likeness(&columns(&[]), sheet(), 1).count(), 0);
    let point = Bounds::default();
    assert_eq!(Grouping::by_likeness(&columns(&all), point, 1).sizes, [50]);
}
