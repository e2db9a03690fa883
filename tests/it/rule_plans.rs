//! The fixtures of the rules: small plans as text that a planner can read and correct.
//!
//! `tests/fixtures/rules/<rule>.txt` holds plans one after the other, each under a `==` line that
//! says in words what is shown. Lengths are metres, x east and y north. A line is one of
//!
//! ```text
//! profile fuzhou                                   the rule profile (else the built-in choice)
//! set shed-distance.wall 9                         a number of the project's own
//! budget 100000
//! latitude 35.41                                   a place on the earth
//! building b1 dwelling at 30,40 size 44x11 storeys 6 households 36 name 3
//! building b2 shed at 5,5 size 6x3 height 2.5 remove
//! door d1 at 30,45.5 of b1
//! road r1 main fire line 0,20 100,20 width 6
//! gate g1 vehicle at 0,20
//! bay y1 car at 10,22 size 2.4x5.3
//! green|paving|activity|water a1 at 10,10 size 20x20
//! tree t1 at 4,4 crown 5 [kept]
//! pipe w1 gas line 0,5 50,5 diameter 0.2
//! manhole|hydrant|lamp|septic|substation m1 at 3,3 [size 2x3]
//! fence f1 line 0,0 50,0 height 2
//! own {"id":"stall","like":"bench","names":{"en":"Stall"}}   a kind of the project's own, as project.json has it
//! boundary 0,0 100,0 100,100 0,100                 else 200 × 200 m from 0,0
//! place p1 pavilion at 30,20 [size 4x4] [turn 15] [param surface=nonslip …]
//! place p2 car-park area 0,0 30,0 30,16 0,16 [param …]
//! place p3 fitness-path path 0,0 30,0 width 2
//! finds shed-distance local p1 b1 measured 5.90 required 6    what this rule finds, and nothing else
//! passes shed-distance                             this rule looks and finds nothing
//! cannot underground                               this rule is not checked, and says why
//! helps budget                                     no change ends it, and it is said what helps
//! mends shed-distance                              the offered change ends it and breaks no must-rule
//! ```
//!
//! Each rule file has a plan that passes at its threshold and one that fails just beyond it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use mulin::design::Command;
use mulin::rules::{ALL, Finding, Fix, Mended, Mending, Severity, Survey, check_on, is_far, remedy};

use crate::mending::looked_for;
use crate::rule_plan::{Expected, TextPlan};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/rules")
}

fn plans() -> Vec<TextPlan> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder())
        .expect("the folder of fixtures")
        .map(|entry| entry.expect("a file").path())
        .collect();
    files.sort();
    files
        .into_iter()
        .flat_map(|file| TextPlan::read_all(&file).unwrap_or_else(|why| panic!("{}: {why}", file.display())))
        .collect()
}

fn line_of(finding: &Finding) -> String {
    let number = |label: &str, value: Option<f64>| value.map(|v| format!("{label} {v:.2}"));
    let mut words = vec![finding.rule.to_owned(), finding.severity.word().to_owned()];
    words.extend(finding.placements.iter().map(|id| id.as_str().to_owned()));
    words.extend(finding.features.iter().map(|id| id.as_str().to_owned()));
    words.extend(number("measured", finding.measured));
    words.extend(number("required", finding.required));
    words.join(" ")
}

#[test]
fn every_fixture_finds_what_its_planner_says_it_finds() {
    let mut wrong = Vec::new();
    for plan in plans() {
        let survey = Survey::new(&plan.project);
        let found = check_on(&survey, &plan.design);
        for expected in &plan.expected {
            if let Err(why) = holds(expected, &plan, &survey, &found) {
                wrong.push(format!("{}: {why}", plan.title));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn holds(
    expected: &Expected,
    plan: &TextPlan,
    survey: &std::sync::Arc<Survey>,
    found: &[Finding],
) -> Result<(), String> {
    let lines = |rule: &str| -> Vec<String> {
        found
            .iter()
            .filter(|finding| finding.rule == rule)
            .map(line_of)
            .collect()
    };
    let unchecked = |rule: &str| survey.not_checked().iter().any(|other| other.rule == rule);
    match expected {
        Expected::Finds(rule, wanted) => {
            let lines: BTreeSet<String> = lines(rule).into_iter().collect();
            (lines == *wanted)
                .then_some(())
                .ok_or_else(|| format!("{rule} finds {lines:?}, not {wanted:?}"))
        }
        Expected::Passes(rule) if unchecked(rule) => Err(format!("{rule} is not checked at all")),
        Expected::Passes(rule) => {
            let lines = lines(rule);
            lines
                .is_empty()
                .then_some(())
                .ok_or_else(|| format!("{rule} finds {lines:?}"))
        }
        Expected::Cannot(rule) => unchecked(rule)
            .then_some(())
            .ok_or_else(|| format!("{rule} is checked, with {:?}", lines(rule))),
        Expected::Mends(rule) => mends(rule, plan, survey, found),
        Expected::Helps(rule) => helps(rule, plan, survey, found),
    }
}

/// The mend of a slow rule's finding: it is looked for a slice at a time.
fn sought(plan: &TextPlan, survey: &std::sync::Arc<Survey>, finding: &Finding) -> Option<Fix> {
    match looked_for(Mending::new(survey, &plan.design, &finding.id)?) {
        Mended::At(fix) => Some(fix),
        Mended::Against(_) | Mended::Nowhere => None,
    }
}

/// No finding of the rule has a change that ends it, and each says what helps instead.
fn helps(
    rule: &str,
    plan: &TextPlan,
    survey: &std::sync::Arc<Survey>,
    found: &[Finding],
) -> Result<(), String> {
    let of_rule = found.iter().filter(|finding| finding.rule == rule);
    let mut none = true;
    for finding in of_rule {
        none = false;
        if finding.fix.is_some() || sought(plan, survey, finding).is_some() {
            return Err(format!("{} has a mend", finding.id.0));
        }
        if remedy(finding).is_none() {
            return Err(format!("{} does not say what helps", finding.id.0));
        }
    }
    (!none).then_some(()).ok_or_else(|| "nothing is found".to_owned())
}

/// The first finding of the rule has a change that ends it and breaks no must-rule.
fn mends(
    rule: &str,
    plan: &TextPlan,
    survey: &std::sync::Arc<Survey>,
    found: &[Finding],
) -> Result<(), String> {
    let finding = found
        .iter()
        .find(|finding| finding.rule == rule)
        .ok_or("nothing is found")?;
    let fix = match finding.fix.clone() {
        None if is_far(rule) => sought(plan, survey, finding),
        fix => fix,
    };
    let fix = fix.ok_or_else(|| format!("{} has no mend", finding.id.0))?;
    let things = plan.design.placements().iter();
    let thing = things
        .map(|thing| (**thing).clone())
        .find(|thing| thing.id == fix.placement)
        .ok_or("the mend is of a thing that is not there")?;
    let thing = fix.of(&thing);
    let mended = plan
        .design
        .apply(&Command::Put(vec![thing]))
        .map_err(|why| format!("{why:?}"))?;
    let after = check_on(survey, &mended);
    let still = after.iter().find(|other| other.id == finding.id);
    let must = |list: &[Finding]| list.iter().filter(|f| f.severity == Severity::Must).count();
    match still {
        Some(still) => Err(format!("after the mend there is still {}", line_of(still))),
        None if must(&after) > must(found) => Err("the mend breaks a must-rule".to_owned()),
        None => Ok(()),
    }
}

#[test]
fn every_rule_has_a_plan_that_passes_one_that_fails_and_a_mend_or_a_word_on_what_helps() {
    let plans = plans();
    let missing: Vec<String> = ALL
        .iter()
        .filter(|rule| !["boundary", "overlap"].contains(&rule.id))
        .filter(|rule| {
            let any =
                |test: &dyn Fn(&Expected) -> bool| plans.iter().any(|plan| plan.expected.iter().any(test));
            let passes = any(&|e| matches!(e, Expected::Passes(id) if id == rule.id));
            let fails = any(&|e| matches!(e, Expected::Finds(id, _) if id == rule.id));
            let mends = any(&|e| matches!(e, Expected::Mends(id) | Expected::Helps(id) if id == rule.id));
            !(passes && fails && mends)
        })
        .map(|rule| rule.id.to_owned())
        .collect();
    assert!(
        missing.is_empty(),
        "without a passing plan, a failing plan and a mend or a word on what helps: {missing:?}"
    );
}
