//! A bend that a drawing tightens decides where the fire engine gets: the doors to which no other way leads turn red with
//! their distance, and what stops it is shown and said.

use mulin::rules::{Checker, DoorDrive, Drives, StopBy, Survey, Vehicles, drive};
use mulin::text::{Lang, say};

use crate::rule_plan::TextPlan;

/// The plan of a title among the fixtures of the rule.
fn plan(title: &str) -> TextPlan {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/rules/fire-turning.txt");
    let plans = TextPlan::read_all(&file).expect("the fixture");
    let plan = plans.into_iter().find(|plan| plan.title == title);
    plan.expect("a plan of this title")
}

fn driven(plan: &TextPlan) -> Drives {
    drive(&Survey::new(&plan.project), &plan.design, Vehicles::FireEngine)
}

fn door<'a>(drives: &'a Drives, id: &str) -> &'a DoorDrive {
    let mut doors = drives.doors.iter();
    doors.find(|door| door.id == id).expect("the door")
}

#[test]
fn a_door_behind_a_bend_that_is_too_tight_now_is_red_with_its_distance_and_the_bend_is_named() {
    let drives = driven(&plan(
        "Who goes straight on at the junction is not held up by its bend",
    ));
    let behind = door(&drives, "d1");
    assert!(behind.reached_today && !behind.reached);
    let away = behind.away.expect("ground leads there");
    assert!(away > drives.reach, "{away}");
    let stop = &drives.stops[behind.stop.expect("what stops it")];
    let StopBy::Bend { left, asked, .. } = stop.by else {
        panic!("{stop:?}");
    };
    assert_eq!((left, asked, stop.doors), (6.8, 9.0, 1));
    assert_eq!(stop.placements, ["p1"]);
    let straight_on = door(&drives, "d2");
    assert!(straight_on.reached && straight_on.stop.is_none());
}

#[test]
fn a_door_to_which_another_way_leads_stays_reached() {
    for title in [
        "Another way whose bends are wide still leads to the door",
        "Who goes straight on can turn round on a square there and come back into the bend",
        "A corner that is sharp today is not the drawing's fault",
    ] {
        let drives = driven(&plan(title));
        assert!(door(&drives, "d1").reached, "{title}");
        assert!(drives.stops.is_empty(), "{title}: {:?}", drives.stops);
    }
}

#[test]
fn the_sentence_after_the_drop_and_the_finding_say_which_door_and_by_how_much() {
    let plan = plan("The other way has a bend that is too tight as well");
    let mut checker = Checker::on(Survey::new(&plan.project), &plan.design);
    checker.ask_far();
    let tidings: Vec<String> = checker
        .tidings()
        .map(|tiding| say(Lang::En, &tiding.message))
        .collect();
    assert!(
        tidings
            .iter()
            .any(|said| said.contains("cannot turn any more to reach")),
        "{tidings:?}"
    );
    let found = checker.findings();
    let turning = found
        .iter()
        .find(|found| found.rule == "fire-turning")
        .expect("a finding");
    assert!(
        turning.away.iter().all(|away| *away > 20.0) && turning.away.len() == 1,
        "{turning:?}"
    );
    for (lang, wanted) in [(Lang::En, "6.8 m"), (Lang::ZhCn, "6.8 米")] {
        let said = say(lang, &turning.message);
        assert!(said.contains(wanted), "{said}");
    }
}
