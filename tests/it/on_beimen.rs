//! What the rules say of single things on the demo estate: an old estate is not judged, and what a drawing
//! makes worse is told of the thing that does it.

use std::path::Path;
use std::sync::Arc;

use mulin::design::{Command, Design, Placement};
use mulin::estate::Class;
use mulin::rules::{
    Checker, Finding, Mended, Mending, Severity, Standing, Survey, Vehicles, drive, remedy, told,
};
use mulin::scene::Pointed;
use mulin::text::{Lang, say};

use crate::mending::looked_for;
use crate::plan::{design, thing};
use crate::rule_plan::TextPlan;

fn beimen() -> Arc<Survey> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/beimen");
    let read = |name: &str| std::fs::read(folder.join(name)).expect("the demo project is there");
    let folder = mulin::formats::project_folder::read(&read("project.json"), &read("estate.geojson"));
    Survey::new(&folder.expect("the demo project reads").0)
}

fn checked(survey: &Arc<Survey>, design: &Design) -> Checker {
    let mut checker = Checker::on(survey.clone(), design);
    checker.ask_far();
    checker
}

fn of_rule(checker: &Checker, rule: &str) -> Vec<Finding> {
    let found = checker.findings().into_iter();
    found.filter(|found| found.rule == rule).cloned().collect()
}

fn said(finding: &Finding) -> String {
    say(Lang::En, &finding.message)
}

#[test]
fn what_takes_sunny_green_on_the_old_square_is_named_and_a_better_place_ends_it() {
    let survey = beimen();
    for kind in ["fitness-station", "plaza"] {
        let design = design(vec![thing("p1", kind, (93.0, 84.0))]);
        for finding in of_rule(&checked(&survey, &design), "concentrated-green") {
            assert_ne!(finding.severity, Severity::Must, "{}", said(&finding));
            assert_eq!(finding.placements.len(), 1, "{}", said(&finding));
            assert_eq!(finding.at, design.placements()[0].shape.centre());
            let mending = Mending::new(&survey, &design, &finding.id).expect("it can be moved");
            let mended = looked_for(mending);
            assert!(matches!(mended, Mended::At(_)), "{mended:?}");
        }
    }
}

#[test]
fn the_first_waste_station_is_a_gain_and_makes_nothing_worse() {
    let survey = beimen();
    let design = design(vec![thing("p1", "bin-station", (93.0, 84.0))]);
    let nothing = checked(&survey, &Design::new("t", ""));
    let checker = checked(&survey, &design);
    for finding in of_rule(&checker, "waste-radius") {
        assert_eq!(finding.severity, Severity::Info, "{}", said(&finding));
        assert!(remedy(&finding).is_some());
    }
    let parts = told(&Standing::of(&nothing), &Standing::of(&checker));
    let all: Vec<String> = parts.iter().map(|part| say(Lang::En, &part.message)).collect();
    assert!(all[0].starts_with("The waste stations drawn reach"), "{all:?}");
    let taken = mulin::rules::assumed(&survey);
    assert!(taken.iter().any(|(rule, _)| *rule == "waste-radius"));
}

#[test]
fn a_wheelchair_is_told_to_get_into_no_door_but_one_with_a_ramp() {
    let survey = beimen();
    let estate = &survey.project().estate;
    let door = estate
        .features()
        .iter()
        .find(|feature| matches!(feature.class, Class::Door { .. }));
    let at = door.expect("a door").shape.bounds().centre();
    let ramps = |design: &Design| {
        let drives = drive(&survey, design, Vehicles::Wheelchair);
        drives.doors.iter().filter(|door| door.ramp).count()
    };
    assert_eq!(ramps(&Design::new("t", "")), 0);
    assert_eq!(ramps(&design(vec![thing("p1", "ramp", (at.x, at.y + 1.0))])), 1);
}

#[test]
fn a_number_that_nobody_read_is_never_told_as_if_it_were_sure() {
    let survey = beimen();
    let design = design(vec![
        thing("p1", "charging-shed", (93.0, 96.0)),
        thing("p2", "plaza", (60.0, 60.0)),
    ]);
    let checker = checked(&survey, &design);
    let mut open = 0;
    for finding in checker
        .findings()
        .into_iter()
        .filter(|found| !found.verified && found.required.is_some())
    {
        open += 1;
        for lang in Lang::ALL {
            let word = if lang == Lang::En {
                "confirmed"
            } else {
                "待核实"
            };
            let ground = finding.ground_said().expect("a word on the number");
            let ground = say(lang, &ground).replace("not verified yet", "to be confirmed");
            assert!(ground.contains(word), "{ground}");
            assert!(say(lang, &finding.told()).contains(word), "{}", said(finding));
        }
    }
    assert!(open > 0, "else nothing is shown here");
    let mut standing = Standing::of(&checker);
    standing
        .findings
        .retain(|found| !found.verified && found.required.is_some());
    standing.tidings.clear();
    let before = Standing {
        totals: standing.totals,
        ..Standing::default()
    };
    let told = told(&before, &standing);
    assert!(!told.is_empty());
    assert!(
        told.iter()
            .all(|part| say(Lang::ZhCn, &part.message).contains("待核实"))
    );
}

#[test]
fn a_fire_lane_that_is_cut_shows_the_doors_with_their_distance_and_what_cuts_it() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/rules/fire_lane.txt");
    let plans = TextPlan::read_all(&file).expect("the fixture");
    let plan = plans
        .iter()
        .find(|plan| plan.title == "a shed across the road bars it");
    let plan = plan.expect("the plan");
    let survey = Survey::new(&plan.project);
    let (estate, design) = (&survey.project().estate, &plan.design);
    let finding = of_rule(&checked(&survey, design), "fire-lane").remove(0);
    assert_eq!(finding.away.len(), finding.features.len());
    let shown = Pointed::of(&finding, estate, design);
    assert_eq!(
        (shown.doors.len(), shown.things.len()),
        (finding.features.len(), 1)
    );
    assert!(
        shown
            .doors
            .iter()
            .all(|(_, away)| away.is_some_and(|away| away > 0.0))
    );
    let bounds = shown.bounds().expect("a box");
    assert!(shown.doors.iter().all(|(at, _)| bounds.contains(*at)) && bounds.contains(finding.at));
}

#[test]
fn a_mend_says_beforehand_what_it_changes() {
    let survey = beimen();
    let estate = &survey.project().estate;
    let house = estate.buildings().next().expect("a house").shape.bounds();
    let bench = thing("p1", "bench", (house.centre().x, house.min.y));
    let design = design(vec![bench]);
    let mut checker = checked(&survey, &design);
    let finding = of_rule(&checker, "overlap").remove(0);
    let fix = checker.fix(&finding).expect("a place near");
    let would = checker.fix_told(&finding, &fix).expect("something changes");
    let standing = Standing::of(&checker);
    let placed: &Placement = &design.placements()[0];
    let next = design.apply(&Command::Put(vec![fix.of(placed)])).expect("a move");
    checker.recheck(&design, &next);
    checker.ask_far();
    let then = told(&standing, &Standing::of(&checker));
    let then = mulin::rules::sentence(&then).expect("something changed");
    assert_eq!(say(Lang::En, &would), say(Lang::En, &then));
}
