//! Estates and numbers that nobody hopes for: the rules answer, or say in a sentence why not; nothing panics
//! and nothing hangs.

use std::collections::BTreeMap;

use mulin::design::{Design, Placement};
use mulin::estate::{Class, Feature, FeatureId, GateUse, RoadUse, Shape};
use mulin::geometry::{Line, WorldPt};
use mulin::project::Project;
use mulin::rules::{Checker, Profile, RULE_IDS, Survey, check_on, is_far, report};
use mulin::text::{Lang, Message, say};

use crate::plan::{area, block, design, project, slab, spot, thing};

/// One thing of each kind that some rule looks at.
fn some_of_all() -> Vec<Placement> {
    let kinds = [
        "pavilion",
        "bay",
        "accessible-bay",
        "tree",
        "bench",
        "charging-shed",
        "playground",
        "parlour",
        "bin-station",
        "fitness-station",
        "day-care-centre",
    ];
    let row = kinds.into_iter().enumerate();
    let mut things: Vec<Placement> = row
        .map(|(n, kind)| thing(&format!("p{n}"), kind, (15.0 + 15.0 * n as f64, 40.0)))
        .collect();
    things.push(area("p90", "plaza", (20.0, 60.0), (50.0, 80.0)));
    things.push(area("p91", "car-park", (60.0, 60.0), (90.0, 80.0)));
    things
}

/// Rows of houses with doors on roads, so many metres square, with a gate.
fn rows(side: f64) -> Project {
    let mut features = vec![block("edge", Class::Boundary, "", (0.0, 0.0), (side, side))];
    let road = |id: String, from: (f64, f64), to: (f64, f64)| Feature {
        id: FeatureId::new(&id),
        class: Class::Road {
            usage: RoadUse::Main,
            fire: true,
            width: Some(5.0),
        },
        name: String::new(),
        shape: Shape::Line(Line::new([WorldPt::new(from.0, from.1), WorldPt::new(to.0, to.1)]).unwrap()),
    };
    features.push(road("spine".to_owned(), (5.0, 0.0), (5.0, side)));
    features.push(spot(
        "gate",
        Class::Gate {
            usage: GateUse::Vehicle,
        },
        (5.0, 0.0),
    ));
    let mut south = 12.0;
    while south + 30.0 < side {
        let row = south as u32;
        features.push(road(format!("r{row}"), (5.0, south), (side - 5.0, south)));
        let mut west = 12.0;
        while west + 45.0 < side {
            let house = format!("b{row}-{}", west as u32);
            features.push(slab(&house, "", (west, south + 6.0), (west + 44.0, south + 17.0)));
            let door = Class::Door {
                building: Some(FeatureId::new(&house)),
                stair: None,
                households: 12,
            };
            features.push(spot(&format!("d{house}"), door, (west + 22.0, south + 6.0)));
            west += 55.0;
        }
        south += 40.0;
    }
    project(features)
}

/// All that is said of a design: sentences of findings and of rules that gave up or did not look.
fn said(survey: &std::sync::Arc<Survey>, design: &Design) -> (Vec<String>, BTreeMap<String, String>) {
    let mut checker = Checker::on(survey.clone(), design);
    checker.ask_far();
    let findings = checker.findings();
    let document = report(&checker, &[], "00");
    let text = |value: &serde_json::Value| value["zh-CN"].as_str().unwrap_or_default().to_owned();
    let not_checked = document["not_checked"].as_array().expect("a list").iter();
    (
        findings
            .iter()
            .map(|found| say(Lang::En, &found.message))
            .collect(),
        not_checked
            .filter(|row| row["part"].is_null())
            .map(|row| {
                (
                    row["rule"].as_str().unwrap_or_default().to_owned(),
                    text(&row["why"]),
                )
            })
            .collect(),
    )
}

#[test]
fn an_estate_ten_times_as_large_is_answered_and_a_hundred_times_is_given_up_with_a_sentence() {
    // Beimen is 4.3 hectares.
    let bars = [thing("p1", "bike-rack", (100.0, 12.0))];
    let ten = Survey::new(&rows(660.0));
    let (_, not_checked) = said(&ten, &design(bars.to_vec()));
    for rule in ["fire-lane", "fire-dead-end", "fire-turning", "step-free"] {
        assert!(!not_checked.contains_key(rule), "{rule}: {not_checked:?}");
    }
    let huge = project(vec![
        block("edge", Class::Boundary, "", (0.0, 0.0), (6_600.0, 6_600.0)),
        spot(
            "gate",
            Class::Gate {
                usage: GateUse::Vehicle,
            },
            (5.0, 0.0),
        ),
        block("r", Class::Paving, "", (0.0, 0.0), (6_600.0, 8.0)),
        slab("b1", "1", (100.0, 20.0), (144.0, 31.0)),
        spot(
            "d1",
            Class::Door {
                building: Some(FeatureId::new("b1")),
                stair: None,
                households: 12,
            },
            (122.0, 20.0),
        ),
    ]);
    let huge = Survey::new(&huge);
    let (_, not_checked) = said(&huge, &design(vec![thing("p1", "bike-rack", (60.0, 4.0))]));
    for rule in ["fire-lane", "fire-dead-end", "fire-turning", "step-free"] {
        let why = not_checked
            .get(rule)
            .unwrap_or_else(|| panic!("{rule} is not said: {not_checked:?}"));
        assert!(why.chars().count() > 6, "{rule}: {why}");
    }
}

#[test]
fn a_project_without_gate_doors_roads_and_pipes_says_of_each_rule_what_it_would_need() {
    let survey = Survey::new(&project(vec![]));
    let (_, not_checked) = said(&survey, &design(some_of_all()));
    for rule in [
        "fire-lane",
        "fire-dead-end",
        "fire-turning",
        "fire-facade",
        "step-free",
        "sun",
        "underground",
        "concentrated-green",
        "waste-radius",
        "road-edge",
        "lot-distance",
        "shed-distance",
    ] {
        let why = not_checked
            .get(rule)
            .unwrap_or_else(|| panic!("{rule} counts as passed: {not_checked:?}"));
        assert!(why.chars().count() > 6 && !why.contains('{'), "{rule}: {why}");
    }
    assert!(
        check_on(&survey, &design(some_of_all()))
            .iter()
            .all(|found| RULE_IDS.contains(&found.rule))
    );
}

#[test]
fn a_number_at_the_ends_of_its_range_is_worked_with_and_one_beyond_is_said() {
    let estate = || {
        let mut plan = rows(100.0);
        plan.file.budget = Some(100_000.0);
        plan
    };
    let names: Vec<(String, (f64, f64))> = Profile::of(&estate())
        .provisions()
        .map(|(name, provision)| (name.to_owned(), provision.range))
        .collect();
    let things = design(some_of_all());
    for end in [0, 1] {
        // All at the same end at once: numbers that contradict each other are no reason to stop.
        let mut plan = estate();
        for (name, range) in &names {
            plan.file
                .rules
                .numbers
                .insert(name.clone(), [range.0, range.1][end]);
        }
        let (findings, _) = said(&Survey::new(&plan), &things);
        assert!(
            findings
                .iter()
                .all(|sentence| !sentence.contains("NaN") && !sentence.contains("inf "))
        );
    }
    for absurd in [f64::NAN, f64::INFINITY, -1e300, 1e300] {
        let mut plan = estate();
        for (name, _) in &names {
            plan.file.rules.numbers.insert(name.clone(), absurd);
        }
        let survey = Survey::new(&plan);
        assert_eq!(survey.profile().faults().len(), names.len(), "{absurd}");
        let (_, not_checked) = said(&survey, &things);
        // What asks for no number is checked all the same.
        assert!(!not_checked.contains_key("overlap") && not_checked.contains_key("fire-lane"));
    }
}

#[test]
fn what_the_worker_gave_up_is_said_and_counts_neither_as_passed_nor_as_found() {
    let survey = Survey::new(&rows(100.0));
    let barred = design(vec![thing("p1", "bike-rack", (60.0, 12.0))]);
    let mut checker = Checker::on(survey.clone(), &barred);
    checker.ask_far();
    assert!(checker.findings().iter().any(|found| is_far(found.rule)));
    checker.give_up_far(&Message::new("slow-gave-up"));
    assert!(!checker.findings().iter().any(|found| is_far(found.rule)));
    let document = report(&checker, &[], "00");
    let rules: Vec<&str> = document["not_checked"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|row| row["rule"].as_str())
        .collect();
    for rule in ["fire-lane", "fire-dead-end", "fire-turning", "step-free"] {
        assert!(rules.contains(&rule), "{rule} counts as passed: {rules:?}");
    }
}
