//! The checker: change by change as the whole, live while dragging, mends that mend, the report.

use std::sync::Arc;

use mulin::design::{Command, Placement};
use mulin::estate::{Class, Feature, FeatureId, RoadUse, Shape};
use mulin::geometry::{Line, WorldPt, WorldVec};
use mulin::rules::{Checker, Plan, Severity, Survey, bill, check_all, report, totals};
use proptest::prelude::*;

use crate::plan::{block, design, project, seeded, sized, slab, spot, thing};
use crate::rules::{chinese, mended};

/// Things of several kinds about a small estate with a building, so that they meet often.
fn scattered() -> impl Strategy<Value = Vec<Placement>> {
    let kinds = prop::sample::select(vec![
        "pavilion",
        "bay",
        "tree",
        "lawn",
        "plaza",
        "bench",
        "charging-shed",
        "playground",
        "parlour",
        "bin-station",
        "car-park",
        "fitness-station",
        "bike-rack",
    ]);
    prop::collection::vec((0..12_u32, kinds, 0.0..60.0_f64, 0.0..60.0_f64), 1..14).prop_map(|list| {
        list.into_iter()
            .map(|(id, kind, x, y)| thing(&format!("p{id}"), kind, (x, y)))
            .collect()
    })
}

/// A small estate with something of all that near rules look at.
fn estate() -> Vec<Feature> {
    let road = |id: &str, usage, fire, width, from: (f64, f64), to: (f64, f64)| Feature {
        id: FeatureId::new(id),
        class: Class::Road {
            usage,
            fire,
            width: Some(width),
        },
        name: String::new(),
        shape: Shape::Line(Line::new([WorldPt::new(from.0, from.1), WorldPt::new(to.0, to.1)]).unwrap()),
    };
    let door = Class::Door {
        building: Some(FeatureId::new("b1")),
        stair: None,
        households: 12,
    };
    vec![
        slab("b1", "1", (10.0, 10.0), (30.0, 20.0)),
        spot("d1", door, (20.0, 20.0)),
        road("r1", RoadUse::Main, true, 5.0, (0.0, 27.0), (60.0, 27.0)),
        road("r2", RoadUse::Path, false, 3.0, (45.0, 0.0), (45.0, 60.0)),
        block("g1", Class::Green, "", (0.0, 30.0), (60.0, 60.0)),
        block("a1", Class::Activity, "", (30.0, 0.0), (60.0, 30.0)),
        crate::plan::bay("y1", (20.0, 30.0)),
        spot("t1", Class::Septic, (8.0, 24.0)),
        spot("h1", Class::Hydrant, (50.0, 50.0)),
        spot("m1", Class::Manhole, (52.0, 10.0)),
        block("s1", Class::Substation, "", (55.0, 40.0), (58.0, 42.4)),
    ]
}

proptest! {
    #![proptest_config(seeded(24))]

    #[test]
    fn checking_change_by_change_is_checking_the_whole(steps in prop::collection::vec(scattered(), 1..4)) {
        let project = project(estate());
        let mut design = design(vec![]);
        let mut checker = Checker::new(&project, &design);
        for (n, things) in steps.into_iter().enumerate() {
            let mut next = design.apply(&Command::Put(things)).unwrap();
            if n % 2 == 1 {
                let first = next.placements()[0].id.clone();
                next = next.apply(&Command::Remove(vec![first])).unwrap();
            }
            checker.recheck(&design, &next);
            design = next;
            let whole = Checker::new(&project, &design);
            prop_assert_eq!(checker.findings(), whole.findings());
            let (a, b) = (checker.totals(), whole.totals());
            prop_assert!((a.cost - b.cost).abs() < 1e-3 && (a.green() - b.green()).abs() < 1e-3);
            prop_assert!((a.activity() - b.activity()).abs() < 1e-3 && a.bays() == b.bays());
        }
    }

    #[test]
    fn a_preview_says_what_the_check_will_say(things in scattered(), x in 0.0..60.0_f64, y in 0.0..60.0_f64) {
        let project = project(estate());
        let before = design(things);
        let mut checker = Checker::new(&project, &before);
        let first = &before.placements()[0];
        let moved = Placement {
            shape: first.shape.moved(WorldPt::new(x, y) - first.shape.centre()).unwrap(),
            ..(**first).clone()
        };
        let preview = checker.preview(&[Arc::new(moved.clone())]);
        let after = before.apply(&Command::Put(vec![moved.clone()])).unwrap();
        checker.recheck(&before, &after);
        prop_assert_eq!(preview.findings, checker.findings_of(&moved.id));
        prop_assert!((preview.totals.green() - checker.totals().green()).abs() < 1e-3);
        prop_assert!((preview.totals.activity() - checker.totals().activity()).abs() < 1e-3);
    }
}

#[test]
fn a_move_among_many_looks_at_few() {
    // Not timed: the things far away keep the very findings that they had.
    let things: Vec<Placement> = (0..900)
        .map(|i| {
            thing(
                &format!("p{i}"),
                "bench",
                (5.0 + f64::from(i % 30) * 6.0, 5.0 + f64::from(i / 30) * 6.0),
            )
        })
        .collect();
    let project = project(vec![]);
    let before = design(things);
    let mut checker = Checker::new(&project, &before);
    assert!(checker.findings().is_empty());
    let first = before.placements()[0].clone();
    let moved = Placement {
        shape: first.shape.moved(WorldVec::new(6.0, 0.0)).unwrap(),
        ..(*first).clone()
    };
    let after = before.apply(&Command::Put(vec![moved])).unwrap();
    checker.recheck(&before, &after);
    let ids: Vec<&str> = checker.findings().iter().map(|f| f.id.0.as_str()).collect();
    assert_eq!(ids, ["overlap:p0:p1"]);
}

#[test]
fn the_report_is_the_document_of_the_contract() {
    let project = project(vec![slab("b3", "3", (20.0, 40.0), (64.4, 51.0))]);
    let design = design(vec![
        sized("p1", "pergola", (30.0, 39.3), (6.0, 2.8)),
        thing("p2", "charging-shed", (100.0, 100.0)),
    ]);
    let survey = Survey::new(&project);
    let mut checker = Checker::on(survey.clone(), &design);
    checker.ask_far();
    let document = report(&checker, &checker.findings_with_fixes(), "ab12");
    assert_eq!(document["design"], "ab12");
    let totals = &document["totals"];
    assert_eq!(
        (totals["slots"].as_f64(), totals["seats"].as_f64()),
        (Some(25.0), Some(9.0))
    );
    for net in ["cost", "bays", "green", "activity"] {
        assert!(totals[net].is_number(), "{net}");
    }
    let findings = document["findings"].as_array().unwrap();
    let finding = findings.iter().find(|f| f["id"] == "overlap:p1:b3").unwrap();
    assert_eq!(
        (finding["rule"].as_str(), finding["severity"].as_str()),
        (Some("overlap"), Some("must"))
    );
    assert_eq!(
        (finding["measured"].as_f64(), finding["unit"].as_str()),
        (Some(4.2), Some("m2"))
    );
    assert_eq!(finding["features"][0], "b3");
    assert_eq!(
        finding["message"]["en"],
        "Pergola and Building 3 overlap by 4.2 m²"
    );
    assert_eq!(finding["fix"]["placement"], "p1");
    assert!(finding["fix"]["at"][1].as_f64().unwrap() < 38.61);
    let unchecked = document["not_checked"].as_array().unwrap();
    let (parts, rules): (Vec<_>, Vec<_>) = unchecked.iter().partition(|row| row["part"].is_string());
    assert_eq!(rules.len(), survey.not_checked().len());
    assert_eq!(parts.len(), survey.parts_not_checked().len());
    assert!(unchecked.iter().all(|rule| rule["why"]["zh-CN"].is_string()));
}

#[test]
fn things_dragged_together_do_not_run_into_where_they_were() {
    let project = project(vec![]);
    let before = design(vec![
        thing("p1", "bay", (50.0, 50.0)),
        thing("p2", "bay", (52.4, 50.0)),
    ]);
    let checker = Checker::new(&project, &before);
    let moved: Vec<Arc<Placement>> = before
        .placements()
        .iter()
        .map(|p| {
            Arc::new(Placement {
                shape: p.shape.moved(WorldVec::new(1.2, 0.0)).unwrap(),
                ..(**p).clone()
            })
        })
        .collect();
    assert!(checker.preview(&moved).findings.is_empty());
    assert_eq!(checker.preview(&moved[..1]).findings.len(), 1);
}

proptest! {
    #![proptest_config(seeded(24))]

    #[test]
    fn a_mend_breaks_no_must_rule(things in scattered()) {
        let project = project(vec![slab("b1", "1", (10.0, 10.0), (30.0, 20.0))]);
        let design = design(things);
        let plan = Plan { project: &project, design: &design };
        for finding in check_all(&plan).iter().take(3) {
            if let Some(fix) = &finding.fix {
                let after = mended(&design, finding);
                let mut left = Checker::new(&project, &after).findings_of(&fix.placement);
                left.retain(|finding| finding.severity == Severity::Must);
                prop_assert!(left.is_empty(), "{:?}", left.iter().map(chinese).collect::<Vec<_>>());
            }
        }
    }
}

#[test]
fn a_name_put_twice_at_once_is_one_thing() {
    let design = design(vec![
        thing("p1", "bay", (50.0, 50.0)),
        thing("p1", "bench", (60.0, 50.0)),
    ]);
    assert_eq!(design.placements().len(), 1);
    assert_eq!(design.placements()[0].kind.as_str(), "bench");
}

#[test]
fn one_survey_serves_many_designs() {
    let project = project(vec![block("g1", Class::Green, "", (0.0, 0.0), (60.0, 60.0))]);
    let survey = Survey::new(&project);
    for x in [20.0, 40.0, 58.0] {
        let design = design(vec![
            thing("p1", "pavilion", (x, 30.0)),
            thing("p2", "bench", (x, 40.0)),
        ]);
        let plan = Plan {
            project: &project,
            design: &design,
        };
        assert_eq!(survey.totals(&design), totals(&plan));
        assert_eq!(survey.bill(&design), bill(&plan));
        assert_eq!(Checker::on(survey.clone(), &design).totals(), totals(&plan));
    }
}
