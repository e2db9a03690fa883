//! Of a slow rule's finding, the nearest place that ends it is found a slice at a time; where there is none,
//! the two rules that contradict each other are named.

use std::path::{Path, PathBuf};

use mulin::design::{Command, Placement};
use mulin::rules::{Checker, FindingId, Mended, Mending, Severity, Survey, is_far, report, report_line};
use serde_json::Value;

use crate::last_first::LastFirst;
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
fn what_is_saved_has_the_mend_of_a_slow_finding_that_the_page_offers_on_however_many_cores() {
    let mut mended = 0;
    for file in [
        "rules/sun.txt",
        "rules/step-free.txt",
        "rules/fire_lane.txt",
        "contradiction.txt",
    ] {
        for plan in TextPlan::read_all(&fixtures().join(file)).expect(file) {
            let survey = Survey::new(&plan.project);
            let mut checker = Checker::on(survey.clone(), &plan.design);
            checker.ask_far_on(&LastFirst);
            let saved = checker.findings_with_fixes_on(&LastFirst);
            let document = report(&checker, &saved, "ab12");
            let line: Value =
                serde_json::from_str(&report_line(&survey, &plan.design, "ab12")).expect("a document");
            assert_eq!(line, document, "{}", plan.title);
            for found in saved.iter().filter(|found| is_far(found.rule)) {
                let offered = Mending::new(&survey, &plan.design, &found.id).map(looked_for);
                let (fix, against) = match offered {
                    Some(Mended::At(fix)) => (Some(fix), None),
                    Some(Mended::Against(rule)) => (None, Some(rule)),
                    Some(Mended::Nowhere) | None => (None, None),
                };
                assert_eq!((&found.fix, found.against), (&fix, against), "{}", plan.title);
                assert_ne!(found.against, Some(found.rule), "{}", plan.title);
                mended += usize::from(found.rule == "fire-lane" && fix.is_some());
            }
        }
    }
    assert!(
        mended >= 1,
        "the contract's own example is a fire lane with its mend"
    );
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

#[test]
fn a_mend_of_what_lies_near_bars_no_fire_lane() {
    // The nearest place off the house lies on the lane before it, which would then be barred.
    let text = "
== a bollard in a wall, a lane of 4.2 m right before it
boundary 0,0 150,0 150,50 0,50
set fire-lane.hose 12
road r1 main fire line 0,20.4 150,20.4 width 4.2
gate g1 vehicle at 0,20.4
building b1 dwelling at 75,28 size 140x11 storeys 6 households 36 name 5
door d1 at 130,22.5 of b1
place p1 bollard at 60,22.6
";
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("plan.txt");
    std::fs::write(&file, text).expect("a file");
    let plans = TextPlan::read_all(&file).expect("a plan");
    let plan = &plans[0];
    let survey = Survey::new(&plan.project);
    let mut checker = Checker::on(survey.clone(), &plan.design);
    let overlap = |checker: &Checker| {
        let found = checker.findings();
        found.into_iter().find(|found| found.rule == "overlap").cloned()
    };
    let finding = overlap(&checker).expect("it stands in the house");
    let quick = checker.fix(&finding).expect("a place near");
    checker.ask_far();
    let before = musts(&checker);
    let put = |fix: &mulin::rules::Fix| {
        let thing = plan.design.placement(&fix.placement).expect("the thing");
        let next = plan
            .design
            .apply(&Command::Put(vec![fix.of(thing)]))
            .expect("a change");
        let mut after = Checker::on(survey.clone(), &next);
        after.ask_far();
        musts(&after)
    };
    let newly = |left: Vec<FindingId>| left.into_iter().filter(|id| !before.contains(id)).count();
    assert!(
        newly(put(&quick)) > 0,
        "what lies near alone would bar the lane: else nothing is shown here"
    );
    let fixes = checker.findings_with_fixes();
    let kept = fixes
        .iter()
        .find(|found| found.id == finding.id)
        .expect("the finding");
    if let Some(fix) = &kept.fix {
        assert_eq!(newly(put(fix)), 0, "{fix:?}");
    }
    match looked_for(Mending::new(&survey, &plan.design, &finding.id).expect("a search")) {
        Mended::At(fix) => assert_eq!(Some(&fix), kept.fix.as_ref()),
        // A barred lane is cut off and a dead end: either is said.
        Mended::Against(rule) => assert!(rule.starts_with("fire-") && kept.fix.is_none(), "{rule}"),
        Mended::Nowhere => panic!("it is not said what is against it"),
    }
}

#[test]
fn where_no_place_is_right_by_what_lies_near_the_two_rules_are_named() {
    // A court between two houses, closed by a boundary: 5.0 m off one house is too near to the other.
    let text = "
== a fitness item that keeps its distance from neither house
boundary 0,0 30,0 30,40 0,40
building b1 dwelling at 15,7.5 size 30x15 storeys 6 households 24 name 1
building b2 dwelling at 15,32.5 size 30x15 storeys 6 households 24 name 2
place p1 fitness-station at 15,20 size 8x8
";
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("plan.txt");
    std::fs::write(&file, text).expect("a file");
    let plan = &TextPlan::read_all(&file).expect("a plan")[0];
    let survey = Survey::new(&plan.project);
    let mut checker = Checker::on(survey.clone(), &plan.design);
    checker.ask_far();
    let found = checker.findings();
    let near = found
        .iter()
        .find(|found| found.rule == "fitness-distance")
        .expect("too near");
    assert_eq!(checker.fix(near), None);
    let mending = Mending::new(&survey, &plan.design, &near.id).expect("something can be moved");
    assert_eq!(looked_for(mending), Mended::Against("boundary"));

    // What is saved says it, too, in both languages and never beside a mend.
    let saved: Value = serde_json::from_str(&report_line(&survey, &plan.design, "ab12")).expect("a document");
    let findings = saved["findings"].as_array().expect("findings");
    let told = findings.iter().find(|told| told["id"] == near.id.0.as_str());
    let against = &told.expect("the finding")["against"];
    assert_eq!(against["rule"], "boundary");
    let sentence =
        "No place near was found that keeps both “Distances of fitness items” and “The estate's edge”";
    assert_eq!(against["message"]["en"], sentence);
    assert!(against["message"]["zh-CN"].is_string());
    let both = |told: &&Value| !told["fix"].is_null() && !told["against"].is_null();
    assert_eq!(findings.iter().find(both), None);
}
