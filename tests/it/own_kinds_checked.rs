//! Kinds of a project's own are counted and checked as the built-in kinds are.

use mulin::design::{Placement, PlacementShape};
use mulin::estate::Class;
use mulin::geometry::Turn;
use mulin::project::Project;
use mulin::rules::{Finding, Plan, Severity, totals};
use mulin::text::{Lang, say};
use serde_json::{Value, json};

use crate::own_kinds::{design, findings, kiosk, put, read, with_own};
use crate::plan;

#[test]
fn a_variant_that_lays_out_keeps_the_room_that_its_layout_needs() {
    let shed = |size: Value, width: Value| json!([{ "id": "small-shed", "like": "charging-shed", "names": { "en": "Small shed" }, "size": size, "width": width }]);
    let (_, said) = read(shed(json!([5.0, 1.0]), json!({ "min": 1.6, "max": 20.0 })));
    assert!(said[0].contains("depth"), "{said:?}");
    let project = with_own(
        plan::project(Vec::new()),
        shed(json!([5.0, 3.5]), json!({ "min": 4.0, "max": 20.0 })),
    );
    let usual = plan::sized("b", "charging-shed", (60.0, 60.0), (5.0, 3.5));
    let drawn = design(vec![put(&project, "a", "small-shed", (30.0, 30.0))]);
    let (own, built_in) = (
        totals(&Plan {
            project: &project,
            design: &drawn,
        }),
        totals(&Plan {
            project: &project,
            design: &design(vec![usual]),
        }),
    );
    assert!(own.slots > 0.0);
    assert_eq!((own.slots, own.cost), (built_in.slots, built_in.cost));
}

#[test]
fn its_price_seats_and_green_are_counted_as_of_any_kind() {
    let mut mat = kiosk();
    mat["id"] = json!("moss-mat");
    mat["form"] = json!("area");
    mat["layer"] = json!("ground");
    mat["gain"] = json!({ "green": 0.5, "activity": 0.25 });
    let lawn = plan::block("g", Class::Green, "", (100.0, 100.0), (140.0, 140.0));
    let project = with_own(plan::project(vec![lawn]), json!([kiosk(), mat]));
    let drawn = design(vec![
        put(&project, "a", "tea-kiosk", (120.0, 120.0)),
        put(&project, "b", "moss-mat", (40.0, 40.0)),
    ]);
    let sum = totals(&Plan {
        project: &project,
        design: &drawn,
    });
    let ground: f64 = 3.0 * 2.4;
    assert_eq!(sum.cost.round(), (2.0 * ground * 2_500.0).round());
    assert_eq!(
        sum.cost_by_works[2].round(),
        sum.cost.round(),
        "both are services"
    );
    assert_eq!(sum.seats, 6.0);
    assert!(
        (sum.green_won - ground * 0.5).abs() < 0.01 && (sum.green_lost - ground).abs() < 0.01,
        "{sum:?}"
    );
    assert!((sum.activity_won - ground * 0.25).abs() < 0.01);
}

#[test]
fn the_distances_that_the_project_asks_for_are_findings_of_good_practice_and_can_be_switched_off() {
    let tree = Class::Tree {
        crown: 6.0,
        trunk: 0.4,
        kept: false,
    };
    let mut project = with_own(
        plan::project(vec![
            plan::slab("h1", "7", (20.0, 40.0), (70.0, 52.0)),
            plan::spot("t1", tree, (120.0, 60.0)),
        ]),
        json!([kiosk()]),
    );
    let drawn = design(vec![
        put(&project, "a", "tea-kiosk", (40.0, 35.8)), // 3 m from the house
        put(&project, "b", "tea-kiosk", (120.0, 62.0)), // 0.8 m from the trunk
        put(&project, "c", "tea-kiosk", (120.0, 75.0)), // 10.6 m from b
        put(&project, "d", "tree", (122.5, 75.0)),     // its pit is 0.4 m from c
    ]);
    let clear = |project: &Project| -> Vec<Finding> {
        findings(project, &drawn)
            .into_iter()
            .filter(|found| found.rule == "clearance")
            .collect()
    };
    let mut found = clear(&project);
    found.sort_by(|a, b| a.id.cmp(&b.id));
    let ids: Vec<&str> = found.iter().map(|found| found.id.0.as_str()).collect();
    assert_eq!(
        ids,
        [
            "clearance:a:house",
            "clearance:b:c",
            "clearance:b:tree",
            "clearance:c:d"
        ]
    );
    assert!(
        found
            .iter()
            .all(|found| found.severity == Severity::Practice && found.unit == "m")
    );
    let house = &found[0];
    assert!((house.measured.unwrap() - 3.0).abs() < 0.01 && house.required == Some(5.0));
    assert!(
        say(Lang::En, &house.message).contains("the project asks for 5 m"),
        "{}",
        say(Lang::En, &house.message)
    );
    project.file.rules.off.push("clearance".to_owned());
    assert_eq!(clear(&project), []);
}

#[test]
fn a_variant_is_to_the_rules_what_it_is_a_variant_of() {
    let station = json!([{ "id": "bin-corner", "like": "bin-station", "names": { "en": "Bin corner" }, "size": [4.0, 2.0], "width": { "min": 4, "max": 6 }, "depth": { "min": 2, "max": 2 } },
        { "id": "dance-ground", "like": "plaza", "names": { "en": "Dance ground" }, "size": [20.0, 15.0] }]);
    let house = || vec![plan::slab("h1", "7", (20.0, 40.0), (70.0, 52.0))];
    let project = with_own(plan::project(house()), station);
    for (own, usual, rule) in [
        ("dance-ground", "plaza", "noise"),
        ("bin-corner", "bin-station", "overlap"),
    ] {
        let shape = put(&project, "p", own, (45.0, 41.0)).shape;
        let of = |kind: &str| {
            let thing = Placement {
                shape: shape.clone(),
                ..put(&project, "p", kind, (45.0, 41.0))
            };
            let found = findings(&project, &design(vec![thing]));
            let mut found: Vec<String> = found.into_iter().map(|found| found.id.0).collect();
            found.sort();
            found
        };
        assert!(of(usual).iter().any(|id| id.starts_with(rule)), "{:?}", of(usual));
        assert_eq!(of(own), of(usual));
    }
}

/// A booth of 3 by 2 m that asks for two metres of free ground in front of it.
fn booth() -> Value {
    json!({ "id": "booth", "names": { "en": "Booth" }, "size": [3.0, 2.0], "height": 2.5,
        "clearances": [{ "from": "front", "metres": 2.0 }] })
}

/// What is said of a booth at (100, 100), turned, with a bench of 1.8 by 0.45 m about a place.
fn before_booth(turn: f64, bench: (f64, f64)) -> Vec<Finding> {
    let project = with_own(plan::project(Vec::new()), json!([booth()]));
    let mut booth = put(&project, "a", "booth", (100.0, 100.0));
    if let PlacementShape::Rectangle { turn: own, .. } = &mut booth.shape {
        *own = Turn::new(turn);
    }
    let drawn = design(vec![booth, plan::sized("b", "bench", bench, (1.8, 0.45))]);
    let mut all = findings(&project, &drawn);
    all.retain(|finding| finding.rule == "clearance");
    all
}

#[test]
fn the_ground_in_front_of_a_kind_stays_free_where_the_project_asks_for_it() {
    // Before the front, which is below: from y = 99 to 97.
    let found = before_booth(0.0, (100.0, 97.725));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!((found[0].measured.unwrap() - 1.05).abs() < 0.002 && found[0].required == Some(2.0));
    let said = say(Lang::En, &found[0].message);
    assert!(
        said.contains("Booth has only 1.05 m free in front of it"),
        "{said}"
    );
    assert_eq!(found[0].severity, Severity::Practice);
    // Behind it, beside it, and beyond the two metres nothing is asked.
    for place in [(100.0, 101.6), (102.5, 98.0), (100.0, 96.7)] {
        assert!(before_booth(0.0, place).is_empty(), "{place:?}");
    }
    // Its front turns with it: a quarter to the left it looks east.
    assert_eq!(before_booth(90.0, (102.5, 100.0)).len(), 1);
    assert!(before_booth(90.0, (100.0, 97.7)).is_empty());
}

#[test]
fn walls_take_the_free_ground_in_front_and_what_one_walks_on_does_not() {
    let wall = plan::slab("h1", "7", (80.0, 80.0), (120.0, 98.0));
    let project = with_own(plan::project(vec![wall]), json!([booth()]));
    let of = |things: Vec<Placement>| {
        let mut all = findings(&project, &design(things));
        all.retain(|finding| finding.rule == "clearance");
        all
    };
    let found = of(vec![put(&project, "a", "booth", (100.0, 100.0))]);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!((found[0].measured.unwrap() - 1.0).abs() < 0.002);
    let plaza = plan::sized("p", "plaza", (100.0, 130.0), (12.0, 12.0));
    assert!(of(vec![put(&project, "a", "booth", (100.0, 133.0)), plaza]).is_empty());
    // What has no sides has no front.
    for (member, value) in [("form", json!("area")), ("round", json!(true))] {
        let mut shapeless = booth();
        shapeless[member] = value;
        let (_, said) = read(json!([shapeless]));
        assert!(said[0].contains("only a rectangle has a front"), "{said:?}");
    }
}
