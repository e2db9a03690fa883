//! The sun's rule on whole plans: what it says, of what, and that it says the same however it got there.

use std::sync::Arc;

use mulin::cli::demo_estate;
use mulin::design::{Command, Design};
use mulin::estate::{FeatureId, Frame};
use mulin::geometry::WorldPt;
use mulin::project::Project;
use mulin::rules::{Checker, Finding, Severity, Survey, check_on};
use mulin::scene;
use mulin::sunlight::Day;
use mulin::text::{Lang, say};
use proptest::prelude::*;

use crate::plan::{design, project, seeded, sized, slab, thing};

/// A slab, 18 m high, whose south side is at y 100.
fn house() -> Project {
    let mut project = project(vec![slab("b5", "5", (78.0, 100.0), (122.0, 111.0))]);
    let mut estate = (*project.estate).clone();
    estate.frame = Some(Frame {
        longitude: 116.585,
        latitude: 35.41,
    });
    project.estate = Arc::new(estate);
    project
}

fn of_sun(survey: &Arc<Survey>, design: &Design) -> Vec<Finding> {
    let found = check_on(survey, design);
    found
        .into_iter()
        .filter(|finding| finding.rule == "sun")
        .collect()
}

#[test]
fn the_sentence_names_the_house_the_side_the_day_and_the_minutes() {
    let survey = Survey::new(&house());
    let found = of_sun(&survey, &design(vec![thing("p1", "pavilion", (100.0, 91.0))]));
    let [finding] = &found[..] else {
        panic!("one side of one house: {found:?}")
    };
    assert_eq!((finding.severity, finding.verified), (Severity::Must, true));
    assert_eq!(finding.clause, "GB 50180-2018 4.0.9-2");
    assert_eq!(finding.id.0, "sun:p1:b5:south");
    assert_eq!(
        say(Lang::ZhCn, &finding.message),
        "5 号楼南侧一层的窗，大寒日少 12 分钟太阳（原来 480 分钟），共 4 处窗变少。放在这里的东西不高过 3.8 米就不挡"
    );
    assert!(say(Lang::En, &finding.message).contains("12 minutes less sun on Great Cold"));
    assert!(finding.ground.is_some() && (finding.at.y - 100.0).abs() < 0.1);
}

#[test]
fn the_mend_is_the_nearest_place_where_nothing_is_lost() {
    let survey = Survey::new(&house());
    let found = of_sun(&survey, &design(vec![thing("p1", "pavilion", (100.0, 93.0))]));
    let fix = found[0].fix.clone().expect("a place a few metres off");
    let moved = fix.shape.centre().distance(WorldPt::new(100.0, 93.0));
    assert!(moved > 1.0 && moved < 4.0, "{moved}");
}

#[test]
fn a_house_that_goes_gives_its_minutes_back_as_a_good_tiding() {
    let project = Project {
        estate: Arc::new(demo_estate::estate()),
        ..house()
    };
    let survey = Survey::new(&project);
    let coal = project
        .estate
        .feature(&FeatureId::new("coal-1"))
        .expect("the coal shed");
    let middle = coal.shape.bounds().centre();
    let mut checker = Checker::on(
        survey,
        &design(vec![sized("p1", "lawn", (middle.x, middle.y), (4.0, 2.0))]),
    );
    checker.ask_far();
    let good: Vec<_> = checker.tidings().filter(|tiding| tiding.good).collect();
    let bad = checker
        .findings()
        .iter()
        .filter(|finding| finding.rule == "sun")
        .count();
    assert_eq!(bad, 0);
    for tiding in good {
        assert!(say(Lang::ZhCn, &tiding.message).contains("分钟太阳"));
    }
}

#[test]
fn a_window_higher_up_has_more_sun() {
    let survey = Survey::new(&house());
    let drawn = design(vec![thing("p1", "day-care-centre", (100.0, 88.0))]);
    let at = |floor| {
        let door = WorldPt::new(100.0, 111.0);
        survey
            .window_sun(&drawn, &FeatureId::new("b5"), door, floor)
            .expect("a sunny side")
    };
    assert!(at(1).after[0] < at(2).after[0] && at(2).after[0] < at(6).after[0]);
    assert_eq!((at(1).before, at(6).after), ([480, 360], [480, 360]));
}

#[test]
fn shadows_are_drawn_at_every_hour_and_lie_beside_the_houses() {
    let project = Project {
        estate: Arc::new(demo_estate::estate()),
        ..house()
    };
    let survey = Survey::new(&project);
    let shadows = survey
        .shadows(&design(vec![thing("p1", "pavilion", (88.0, 78.0))]))
        .expect("a latitude");
    for day in Day::ALL {
        let mut areas = Vec::new();
        for step in 0..=16 {
            let hour = 8.0 + f64::from(step) / 2.0;
            let cast = shadows.at(day, hour).expect("the sun is up");
            let drawn = scene::shadows(&cast, false).bounds().expect("something is drawn");
            let whole = cast.bounds().expect("some ground");
            assert!((drawn.width() - whole.width()).abs() < 0.01, "{day:?} {hour}");
            // Edges count what is dark and holes take the roofs off again.
            let turned: f64 = cast.rings().iter().map(|ring| signed_area(ring)).sum();
            assert!((turned - cast.area()).abs() < 1.0, "{day:?} {hour}");
            areas.push(cast.area());
        }
        let noon = areas[8];
        assert!(areas.iter().all(|area| *area >= noon - 1.0), "{day:?}: {areas:?}");
    }
    assert!(shadows.at(Day::GreatCold, 3.0).is_none());
    let low = shadows.at(Day::SummerSolstice, 12.0).expect("noon");
    let house = project.estate.feature(&FeatureId::new("b5")).expect("a house");
    assert!(!low.contains(house.shape.bounds().centre()));
    let nowhere = Survey::new(&project_without_a_place());
    assert!(nowhere.shadows(&design(Vec::new())).is_none());
}

/// Positive for a ring that runs anticlockwise, in square metres.
fn signed_area(ring: &[WorldPt]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    ring.iter()
        .zip(next)
        .map(|(a, b)| (a.x * b.y - b.x * a.y) / 2.0)
        .sum()
}

fn project_without_a_place() -> Project {
    project(vec![slab("b5", "5", (78.0, 100.0), (122.0, 111.0))])
}

proptest! {
    #![proptest_config(seeded(24))]

    /// Moving a thing about and asking again gives what asking from nothing gives.
    #[test]
    fn asked_step_by_step_it_says_what_it_says_from_nothing(
        places in proptest::collection::vec((70.0..130.0_f64, 80.0..99.0_f64), 2..6),
    ) {
        let survey = Survey::new(&house());
        let mut now = design(vec![thing("p1", "parlour", (100.0, 60.0)), thing("p2", "pavilion", (90.0, 90.0))]);
        let mut checker = Checker::on(survey.clone(), &now);
        for place in places {
            let next = now.apply(&Command::Put(vec![thing("p1", "parlour", place)])).expect("a place");
            checker.recheck(&now, &next);
            checker.take_far(survey.ask_far(&next));
            let mut fresh = Checker::on(survey.clone(), &next);
            fresh.ask_far();
            prop_assert_eq!(checker.findings(), fresh.findings());
            now = next;
        }
    }
}
