//! Composing: a planted plan is found again, rules and budget hold, and bad rounds have an answer that is said.

use std::sync::Arc;

use mulin::agreement::{
    Chance, Composition, Grouping, Limits, NothingWhy, Verdict, Why, compose, compose_on, composition_json,
    proposed_answers,
};
use mulin::design::{Design, Placement};
use mulin::geometry::WorldPt;
use mulin::project::Project;
use mulin::rules::{Checker, Severity, Survey};

use super::{about, columns, named, numbered, sheet, shuffle, sketches};
use crate::last_first::LastFirst;
use crate::plan;

pub fn grouped(designs: &[(mulin::design::stored::DesignName, Arc<Design>)]) -> Grouping {
    Grouping::by_likeness(&columns(designs), sheet(), 1)
}

fn composed(project: &Project, designs: Vec<Design>) -> Composition {
    let designs = named(designs);
    let grouping = grouped(&designs);
    compose(
        project,
        Survey::new(project),
        sketches(&designs),
        grouping,
        Limits::default(),
    )
}

const PLAN: [(&str, (f64, f64)); 6] = [
    ("pavilion", (60.0, 60.0)),
    ("bench", (75.0, 60.0)),
    ("chess-table", (60.0, 80.0)),
    ("tree", (40.0, 90.0)),
    ("lamp", (90.0, 90.0)),
    ("table-tennis", (120.0, 120.0)),
];

/// What people drew who have a plan in mind: most of it, some metres off, and something of their own.
pub fn round(seed: u64, count: usize) -> Vec<Design> {
    let mut chance = Chance::new(seed);
    (0..count)
        .map(|number| {
            let mut things: Vec<Placement> = Vec::new();
            for (id, (kind, at)) in PLAN.iter().enumerate() {
                if chance.happens(0.75) {
                    things.push(about(id, kind, *at, 3.0, &mut chance));
                }
            }
            let anywhere = (chance.between(10.0, 190.0), chance.between(10.0, 190.0));
            things.push(about(10, "flower-bed", anywhere, 1.0, &mut chance));
            numbered(number, things)
        })
        .collect()
}

fn places(design: &Design) -> Vec<(String, WorldPt)> {
    design
        .placements()
        .iter()
        .map(|thing| (thing.kind.to_string(), thing.shape.centre()))
        .collect()
}

#[test]
fn a_planted_plan_is_composed_again_and_beats_every_single_design() {
    let project = plan::project(Vec::new());
    for seed in 0..10 {
        let found = composed(&project, round(seed, 60));
        let first = &found.proposals[0];
        let things = places(&first.design);
        for (kind, (x, y)) in PLAN {
            let near = things
                .iter()
                .filter(|(own, _)| own == kind)
                .map(|(_, at)| at.distance(WorldPt::new(x, y)));
            let near = near.fold(f64::MAX, f64::min);
            assert!(
                near < 2.5,
                "seed {seed}: the {kind} is {near} m from where it was planted"
            );
        }
        assert_eq!(things.len(), PLAN.len(), "seed {seed}: {things:?}");
        assert!(first.beats_singles);
        assert_eq!(found.singles, 60);
    }
}

#[test]
fn every_thing_names_the_designs_behind_it_and_how_each_group_stands() {
    let project = plan::project(Vec::new());
    let designs = named(round(3, 60));
    let grouping = grouped(&designs);
    let found = compose(
        &project,
        Survey::new(&project),
        sketches(&designs),
        grouping,
        Limits::default(),
    );
    let first = &found.proposals[0];
    for (thing, backing) in first.design.placements().iter().zip(&first.backing) {
        assert_eq!(thing.id, backing.thing);
        let own = |name| designs.iter().find(|(own, _)| own == name).unwrap().1.clone();
        for name in &backing.designs {
            let near = own(name)
                .placements()
                .iter()
                .filter(|other| other.kind == thing.kind)
                .map(|other| other.shape.centre().distance(thing.shape.centre()))
                .fold(f64::MAX, f64::min);
            assert!(near < 9.5, "{near} m");
        }
        assert_eq!(
            backing.groups.iter().map(|(own, _)| own).sum::<usize>(),
            backing.designs.len()
        );
        assert!(backing.designs.len() >= 30);
    }
    let json = composition_json(&found);
    assert_eq!(
        json["proposals"][0]["things"].as_array().unwrap().len(),
        first.design.placements().len()
    );
}

#[test]
fn no_must_rule_is_broken_and_the_budget_holds() {
    // A house stands where the pavilion and the bench were wanted.
    let mut project = plan::project(vec![plan::slab("h1", "7", (50.0, 52.0), (85.0, 70.0))]);
    project.file.budget = Some(60_000.0);
    let found = composed(&project, round(4, 60));
    assert!(!found.proposals.is_empty());
    for proposal in &found.proposals {
        let mut checker = Checker::new(&project, &proposal.design);
        checker.ask_far();
        let musts: Vec<_> = checker
            .findings()
            .into_iter()
            .filter(|finding| finding.severity == Severity::Must)
            .collect();
        assert!(musts.is_empty(), "{musts:?}");
        assert!(checker.totals().cost <= 60_000.0, "{}", checker.totals().cost);
        assert!((checker.totals().cost - proposal.totals.cost).abs() < 1.0);
    }
    let left: Vec<_> = found.proposals[0]
        .left_out
        .iter()
        .map(|left| (left.kind.as_str(), left.why))
        .collect();
    assert!(
        left.iter()
            .any(|(kind, why)| *kind == "pavilion" && matches!(why, Why::Rule(_) | Why::Budget)),
        "{left:?}"
    );
}

#[test]
fn a_group_that_would_be_hurt_sinks_a_plan() {
    // Forty want a car park and a shed, twenty a lawn with trees: a plan of the forty alone loses to one of both.
    let mut chance = Chance::new(8);
    let many = |number: usize, chance: &mut Chance| {
        numbered(
            number,
            vec![
                about(1, "bike-rack", (40.0, 40.0), 2.0, chance),
                about(2, "parcel-cabinet", (60.0, 40.0), 2.0, chance),
                about(3, "lamp", (50.0, 60.0), 2.0, chance),
            ],
        )
    };
    let few = |number: usize, chance: &mut Chance| {
        numbered(
            number,
            vec![
                about(1, "tree", (150.0, 150.0), 2.0, chance),
                about(2, "bench", (140.0, 150.0), 2.0, chance),
                about(3, "flower-bed", (150.0, 135.0), 2.0, chance),
            ],
        )
    };
    let mut designs: Vec<Design> = (0..40).map(|number| many(number, &mut chance)).collect();
    designs.extend((40..60).map(|number| few(number, &mut chance)));
    let found = composed(&plan::project(Vec::new()), designs);
    assert_eq!(found.groups, [40, 20]);
    let first = &found.proposals[0];
    assert!(
        first.support.groups.iter().all(|group| group.agreement > 0.4),
        "{:?}",
        first.support
    );
    let (_, best) = found.best_single.unwrap();
    assert!(
        first.support.product > 3.0 * best.product,
        "a single design pleases one group only"
    );
}

#[test]
fn the_same_round_composes_the_same_whatever_the_order_and_copies_count_once() {
    let project = plan::project(Vec::new());
    let mut designs = named(round(5, 40));
    let first = compose(
        &project,
        Survey::new(&project),
        sketches(&designs),
        grouped(&designs),
        Limits::default(),
    );
    for seed in 0..3 {
        shuffle(&mut designs, seed);
        let mut doubled = designs.clone();
        doubled.extend(designs[..5].to_vec());
        let again = compose(
            &project,
            Survey::new(&project),
            sketches(&doubled),
            grouped(&designs),
            Limits::default(),
        );
        assert_eq!(again, first);
    }
}

#[test]
fn the_same_is_composed_on_however_many_cores_and_whichever_is_first() {
    let mut project = plan::project(Vec::new());
    let mut proposals = 0;
    for (seed, budget) in [(5, None), (6, Some(60_000.0)), (7, Some(20_000.0))] {
        project.file.budget = budget;
        let designs = named(round(seed, 80));
        let parts = || (Survey::new(&project), sketches(&designs), grouped(&designs));
        let (survey, all, groups) = parts();
        let one = compose(&project, survey, all, groups, Limits::default());
        let (survey, all, groups) = parts();
        let many = compose_on(LastFirst, &project, survey, all, groups, Limits::default());
        assert_eq!(many, one, "seed {seed}");
        proposals += one.proposals.len();
    }
    assert!(proposals >= 3, "only {proposals} plans: the test says little");
}

#[test]
fn proposals_differ_by_half_at_least_and_each_is_measured() {
    let found = composed(&plan::project(Vec::new()), round(6, 80));
    let first = places(&found.proposals[0].design);
    for other in &found.proposals[1..] {
        let own = places(&other.design);
        let shared = own.iter().filter(|thing| first.contains(thing)).count();
        assert!(shared <= first.len() / 2, "{shared} of {}", first.len());
        let (_, best) = found.best_single.as_ref().unwrap();
        assert_eq!(other.beats_singles, other.support.product > best.product);
    }
}

#[test]
fn bad_rounds_have_an_answer_that_is_said() {
    let project = plan::project(Vec::new());
    let nothing = |project: &Project, designs| composed(project, designs).nothing;
    assert_eq!(nothing(&project, Vec::new()), Some(NothingWhy::NoDesigns));
    assert_eq!(
        nothing(&project, vec![numbered(1, Vec::new())]),
        Some(NothingWhy::NothingDrawn)
    );
    let mut poor = project.clone();
    poor.file.budget = Some(0.0);
    assert_eq!(nothing(&poor, round(1, 20)), Some(NothingWhy::Budget));
    let everywhere = plan::project(vec![plan::slab("h1", "7", (0.5, 0.5), (199.5, 199.5))]);
    assert_eq!(nothing(&everywhere, round(1, 20)), Some(NothingWhy::Rules));

    let same = |number| {
        numbered(
            number,
            PLAN.iter()
                .enumerate()
                .map(|(id, (kind, at))| plan::thing(&format!("p{id}"), kind, *at))
                .collect(),
        )
    };
    let all_same = composed(&project, (0..30).map(same).collect());
    assert_eq!(places(&all_same.proposals[0].design).len(), PLAN.len());
    assert_eq!(all_same.proposals.len(), 1, "no other plan differs in anything");
    assert!(
        !all_same.proposals[0].beats_singles,
        "it is no better than what everyone drew, and says so"
    );

    let one_point = |number| {
        numbered(
            number,
            PLAN.iter()
                .enumerate()
                .map(|(id, (kind, _))| plan::thing(&format!("p{id}"), kind, (100.0, 100.0)))
                .collect(),
        )
    };
    assert!(
        !composed(&project, (0..30).map(one_point).collect())
            .proposals
            .is_empty()
    );
}

#[test]
fn a_poison_design_of_very_many_things_changes_nothing_that_is_composed() {
    let project = plan::project(Vec::new());
    let before = composed(&project, round(2, 60));
    let mut designs = round(2, 60);
    let many: Vec<Placement> = (0..20_000)
        .map(|at| {
            plan::thing(
                &format!("p{at}"),
                "lamp",
                (f64::from(at % 180) + 10.0, f64::from(at / 180) + 10.0),
            )
        })
        .collect();
    designs.push(numbered(7_777, many));
    let after = composed(&project, designs);
    assert_eq!(
        places(&before.proposals[0].design).len(),
        places(&after.proposals[0].design).len()
    );
    for ((kind, before), (other, after)) in places(&before.proposals[0].design)
        .iter()
        .zip(places(&after.proposals[0].design))
    {
        assert!(*kind == other && before.distance(after) < 1.0);
    }
}

#[test]
fn an_adopted_plan_answers_each_thing_first() {
    let plan_of = numbered(
        1,
        vec![
            plan::thing("p1", "bench", (50.0, 50.0)),
            plan::thing("p2", "tree", (100.0, 100.0)),
        ],
    );
    let design = numbered(
        2,
        vec![
            plan::thing("a", "bench", (53.0, 50.0)),
            plan::thing("b", "bench", (51.0, 50.0)),
            plan::thing("c", "tree", (20.0, 20.0)),
            plan::thing("d", "lamp", (50.0, 50.0)),
        ],
    );
    let answers: Vec<_> = proposed_answers(&plan_of, &design)
        .into_iter()
        .map(|(id, verdict)| (id.to_string(), verdict))
        .collect();
    let expected = [
        ("a", Verdict::Partly),
        ("b", Verdict::Adopted),
        ("c", Verdict::Partly),
        ("d", Verdict::Declined),
    ];
    assert_eq!(answers, expected.map(|(id, verdict)| (id.to_owned(), verdict)));
}
