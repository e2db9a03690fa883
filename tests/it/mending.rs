//! Of a slow rule's finding, the nearest place that ends it is found a slice at a time; where there is none,
//! the two rules that contradict each other are named.

use std::path::{Path, PathBuf};

use mulin::design::{Command, Placement};
use mulin::rules::{Checker, FindingId, Mended, Mending, Severity, Survey, is_far};

use crate::rule_plan::TextPlan;

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

/// Looks until it is known.
pub fn looked_for(mut mending: Mending) -> Mended {
    for _ in 0..1_000 {
        if let Some(done) = mending.step() {
            return done;
        }
    }
    panic!("the search has no end");
}

/// What must be mended of a design, slow rules among it.
fn musts(checker: &Checker) -> Vec<FindingId> {
    let found = checker.findings().into_iter();
    let must = found.filter(|found| found.severity == Severity::Must);
    must.map(|found| found.id.clone()).collect()
}

#[test]
fn a_slow_finding_has_its_nearest_mend_and_no_other_rule_is_broken_by_it() {
    let mut mended = 0;
    for file in ["rules/sun.txt", "rules/step-free.txt", "rules/fire_lane.txt"] {
        for plan in TextPlan::read_all(&fixtures().join(file)).expect(file) {
            let survey = Survey::new(&plan.project);
            let mut checker = Checker::on(survey.clone(), &plan.design);
            checker.ask_far();
            let before = musts(&checker);
            let slow: Vec<FindingId> = checker
                .findings()
                .into_iter()
                .filter(|found| is_far(found.rule) && !found.placements.is_empty())
                .map(|found| found.id.clone())
                .collect();
            for id in slow {
                let Some(mending) = Mending::new(&survey, &plan.design, &id) else {
                    continue;
                };
                let Mended::At(fix) = looked_for(mending) else {
                    continue;
                };
                let thing = plan
                    .design
                    .placement(&fix.placement)
                    .expect("the thing of the fix");
                let there = Placement {
                    shape: fix.shape,
                    ..(**thing).clone()
                };
                let next = plan.design.apply(&Command::Put(vec![there])).expect("a move");
                let mut after = Checker::on(survey.clone(), &next);
                after.ask_far();
                let left = musts(&after);
                assert!(!left.contains(&id), "{}: {id:?} is still there", plan.title);
                assert!(
                    left.iter().all(|id| before.contains(id)),
                    "{}: {left:?}",
                    plan.title
                );
                mended += 1;
            }
        }
    }
    assert!(mended >= 3, "{mended}");
}

#[test]
fn where_no_place_is_right_the_two_rules_are_named() {
    let plans = TextPlan::read_all(&fixtures().join("contradiction.txt")).expect("the fixture");
    for plan in plans {
        let survey = Survey::new(&plan.project);
        let mut checker = Checker::on(survey.clone(), &plan.design);
        checker.ask_far();
        let found = checker.findings();
        let sun = found.iter().find(|found| found.rule == "sun").expect("less sun");
        let mending = Mending::new(&survey, &plan.design, &sun.id).expect("something can be moved");
        assert_eq!(looked_for(mending), Mended::Against("boundary"), "{}", plan.title);
    }
}
