//! What a design wins and loses reckoned without an index, as a tally does: against areas drawn by hand, and the checker.

use mulin::agreement::Chance;
use mulin::design::{Placement, PlacementShape};
use mulin::estate::{Class, Feature};
use mulin::geometry::{Region, Turn};
use mulin::rules::{Checker, Survey, Totals};

use crate::plan::{bay, block, building, design, project, sized, thing};

/// Lawns side by side, two that overlap, a house that stays, ground for activity and a row of bays.
fn ground() -> Vec<Feature> {
    let green = |id, from, to| block(id, Class::Green, "", from, to);
    let mut features = vec![
        green("g1", (10.0, 10.0), (60.0, 60.0)),
        green("g2", (60.0, 10.0), (90.0, 60.0)),
        green("g3", (10.0, 100.0), (60.0, 150.0)),
        green("g4", (40.0, 120.0), (95.0, 170.0)),
        block("h1", building(false), "1", (120.0, 20.0), (180.0, 35.0)),
        block("a1", Class::Activity, "", (110.0, 60.0), (160.0, 100.0)),
    ];
    features.extend((0..12).map(|n| bay(&format!("y{n}"), (110.0 + 2.4 * f64::from(n), 120.0))));
    features
}

fn scattered(seed: u64, count: usize) -> Vec<Placement> {
    const KINDS: [&str; 6] = ["pavilion", "table-tennis", "lawn", "plaza", "tree", "bike-rack"];
    let mut chance = Chance::new(seed);
    let one = |id: usize| {
        let at = (chance.between(0.0, 200.0), chance.between(0.0, 200.0));
        let mut thing = thing(&format!("p{id}"), KINDS[chance.below(KINDS.len())], at);
        if let PlacementShape::Rectangle { turn, .. } = &mut thing.shape {
            *turn = Turn::new(chance.between(0.0, 180.0));
        }
        thing
    };
    (0..count).map(one).collect()
}

/// What differs between two totals, in the unit of each.
fn apart(one: Totals, other: Totals) -> f64 {
    let mut left = one;
    left -= other;
    let fields = [
        left.cost,
        left.bays_won,
        left.bays_lost,
        left.green_won,
        left.green_lost,
        left.activity_won,
        left.activity_lost,
        left.seats,
        left.bikes,
    ];
    fields.into_iter().map(f64::abs).fold(0.0, f64::max)
}

#[test]
fn a_design_is_worth_alone_what_the_checker_says_whatever_its_size() {
    let survey = Survey::new(&project(ground()));
    let mut all = Totals::default();
    // On both sides of the number from which things are put into an index.
    for (seed, count) in (0..30)
        .map(|seed| (seed, 20))
        .chain([(91, 99), (92, 100), (93, 101), (94, 160)])
    {
        let design = design(scattered(seed, count));
        let (alone, checked) = (
            survey.totals(&design),
            Checker::on(survey.clone(), &design).totals(),
        );
        assert!(
            apart(alone, checked) < 1e-6,
            "{count} things, seed {seed}: {alone:?} and {checked:?}"
        );
        all += alone;
    }
    // That there was something to compare.
    for won_or_lost in [
        all.green_won,
        all.green_lost,
        all.activity_won,
        all.activity_lost,
        all.bays_lost,
    ] {
        assert!(won_or_lost > 0.0, "{all:?}");
    }
}

#[test]
fn green_that_is_lost_is_the_green_under_what_seals_it_each_place_once() {
    let features = ground();
    let green = features.iter().filter(|feature| feature.class == Class::Green);
    let green = Region::union_of(green.filter_map(|feature| feature.shape.outline()));
    let survey = Survey::new(&project(ground()));
    for seed in 0..40 {
        let mut things = scattered(seed, 40);
        things.retain(|thing| ["pavilion", "table-tennis", "bike-rack"].contains(&thing.kind.as_str()));
        let over = Region::union_of_all(
            &things
                .iter()
                .map(|thing| thing.shape.region())
                .collect::<Vec<_>>(),
        );
        let lost = survey.totals(&design(things)).green_lost;
        let drawn = over.shared(&green).area();
        assert!((lost - drawn).abs() < 1e-3, "seed {seed}: {lost} and {drawn}");
    }
}

#[test]
fn a_bay_that_is_touched_by_exactly_the_least_is_not_lost_whatever_the_last_digit() {
    // A tenth of a metre into a bay along three metres is 0.3 m²; sums of such numbers miss it by a hair, up or down.
    for step in 0..200 {
        let (x, y) = (
            50.0 + 0.001 * f64::from(step * 37 % 1_000),
            50.0 + 0.001 * f64::from(step * 91 % 1_000),
        );
        let survey = Survey::new(&project(vec![bay("y1", (x, y))]));
        let lost = |into: f64| {
            let middle = (x - 1.5 + into, y + 2.0);
            survey
                .totals(&design(vec![sized("p1", "pavilion", middle, (3.0, 3.0))]))
                .bays_lost
        };
        assert_eq!((lost(0.1), lost(0.101)), (0.0, 1.0), "a bay at {x}, {y}");
    }
}
