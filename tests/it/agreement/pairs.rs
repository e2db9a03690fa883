//! Which things several designs have in common, by place or, in versions of one drawing, by name.

use mulin::agreement::{held_by, same_things};
use mulin::design::{Command, Design, Placement, PlacementShape, how_changed};
use mulin::geometry::Turn;
use mulin::text::{Lang, say};
use proptest::prelude::*;

use super::numbered;
use crate::plan;

fn bench(id: &str, at: (f64, f64)) -> Placement {
    plan::thing(id, "bench", at)
}

/// A later version: the same drawing with other things.
fn version(of: &Design, things: Vec<Placement>) -> Design {
    let gone = of.placements().iter().map(|thing| thing.id.clone()).collect();
    let both = Command::All(vec![Command::Remove(gone), Command::Put(things)]);
    of.apply(&both).unwrap()
}

#[test]
fn in_two_versions_a_thing_is_the_same_wherever_it_was_moved() {
    let first = numbered(1, vec![bench("p1", (20.0, 20.0)), bench("p2", (60.0, 60.0))]);
    let second = version(
        &first,
        vec![bench("p2", (60.0, 61.0)), bench("p1", (150.0, 20.0))],
    );
    let mut pairs = same_things(&first, &second);
    pairs.sort_unstable();
    assert_eq!(pairs, [(0, 1), (1, 0)]);
    let said = how_changed(&first.placements()[0], &second.placements()[1]).map(|how| say(Lang::En, &how));
    assert!(
        said.as_deref().is_some_and(|said| said.contains("130")),
        "{said:?}"
    );
}

#[test]
fn a_name_that_was_given_to_another_kind_is_another_thing() {
    let first = numbered(1, vec![bench("p1", (20.0, 20.0))]);
    let second = version(&first, vec![plan::thing("p1", "lamp", (20.0, 20.0))]);
    assert_eq!(same_things(&first, &second), []);
}

#[test]
fn in_different_drawings_the_same_kind_within_nine_metres_is_the_same_and_names_say_nothing() {
    let one = numbered(1, vec![bench("p1", (20.0, 20.0)), bench("p2", (100.0, 100.0))]);
    let other = numbered(2, vec![bench("p1", (108.0, 100.0)), bench("p9", (40.0, 20.0))]);
    assert_eq!(same_things(&one, &other), [(1, 0)]);
}

#[test]
fn of_three_designs_each_thing_says_who_has_it() {
    let one = numbered(1, vec![bench("p1", (20.0, 20.0)), bench("p2", (100.0, 100.0))]);
    let two = numbered(
        2,
        vec![bench("p1", (21.0, 20.0)), plan::thing("p2", "lamp", (50.0, 50.0))],
    );
    let three = numbered(
        3,
        vec![bench("p1", (22.0, 20.0)), plan::thing("p5", "lamp", (51.0, 50.0))],
    );
    assert_eq!(
        held_by(&[&one, &two, &three]),
        [[0b111, 0b001], [0b111, 0b110], [0b111, 0b110]]
    );
}

#[test]
fn what_is_turned_in_place_is_the_same_thing_and_has_changed() {
    let bench = bench("p1", (20.0, 20.0));
    let mut turned = bench.clone();
    if let PlacementShape::Rectangle { turn, .. } = &mut turned.shape {
        *turn = Turn::new(45.0);
    }
    assert_eq!(how_changed(&bench, &bench), None);
    assert!(how_changed(&bench, &turned).is_some());
}

proptest! {
    #[test]
    fn who_has_what_is_the_same_from_either_side(
        one in prop::collection::vec((0.0..60.0, 0.0..60.0), 0..12),
        other in prop::collection::vec((0.0..60.0, 0.0..60.0), 0..12),
    ) {
        let design = |number: usize, places: &[(f64, f64)]| {
            numbered(number, places.iter().enumerate().map(|(id, at)| bench(&format!("p{id}"), *at)).collect())
        };
        let (one, other) = (design(1, &one), design(2, &other));
        let mut there = same_things(&one, &other);
        let mut back: Vec<_> = same_things(&other, &one).into_iter().map(|(at, to)| (to, at)).collect();
        there.sort_unstable();
        back.sort_unstable();
        prop_assert_eq!(there, back);
    }
}
