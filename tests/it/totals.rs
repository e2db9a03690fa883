//! What a design wins, loses and costs.

use mulin::catalogue::{PriceUnit, Works};
use mulin::design::{ParamValue, Placement};
use mulin::estate::{BayUse, Class, Feature};
use mulin::rules::{BillLine, Plan, Totals, bill, totals};

use crate::plan::{area, bay, block, design, path, project, sized, thing, with};

fn of(features: Vec<Feature>, things: Vec<Placement>) -> Totals {
    let (project, design) = (project(features), design(things));
    totals(&Plan {
        project: &project,
        design: &design,
    })
}

fn bill_of(things: Vec<Placement>) -> Vec<BillLine> {
    let (project, design) = (project(vec![]), design(things));
    bill(&Plan {
        project: &project,
        design: &design,
    })
}

#[track_caller]
fn near(found: f64, asked: f64) {
    assert!((found - asked).abs() < 0.01, "{found}, not {asked}");
}

#[test]
fn an_empty_design_wins_and_costs_nothing() {
    assert_eq!(of(vec![], vec![]), Totals::default());
}

#[test]
fn each_thing_costs_by_its_unit_and_chosen_option() {
    near(
        of(vec![], vec![thing("p1", "pavilion", (50.0, 50.0))]).cost,
        45_000.0,
    );
    let plaza = || area("p1", "plaza", (40.0, 40.0), (50.0, 50.0));
    near(of(vec![], vec![plaza()]).cost, 30_000.0);
    near(
        of(vec![], vec![with(plaza(), "surface", "permeable")]).cost,
        20_000.0,
    );
    near(
        of(vec![], vec![thing("p1", "charging-shed", (50.0, 50.0))]).cost,
        25.0 * 1_400.0,
    );
    near(
        of(vec![], vec![thing("p1", "bike-rack", (50.0, 50.0))]).cost,
        10.0 * 300.0,
    );
    near(
        of(vec![], vec![thing("p1", "fitness-station", (50.0, 50.0))]).cost,
        6.0 * 6_600.0,
    );
    let walk = path("p1", "fitness-path", &[(40.0, 40.0), (80.0, 40.0)], 1.8);
    near(of(vec![], vec![walk]).cost, 40.0 * 1.8 * 250.0);
}

#[test]
fn a_building_costs_by_its_floors() {
    let mut centre = thing("p1", "day-care-centre", (50.0, 50.0));
    near(of(vec![], vec![centre.clone()]).cost, 600.0 * 3_200.0);
    centre.params.insert("storeys".into(), ParamValue::Number(1.0));
    near(of(vec![], vec![centre.clone()]).cost, 300.0 * 3_200.0);
    near(
        of(vec![], vec![with(centre, "works", "refit")]).cost,
        300.0 * 1_400.0,
    );
}

#[test]
fn the_cost_is_a_range_and_falls_apart_by_class_of_works() {
    let totals = of(
        vec![],
        vec![
            thing("p1", "bin-station", (20.0, 20.0)),
            thing("p2", "bench", (40.0, 40.0)),
            thing("p3", "parlour", (60.0, 60.0)),
        ],
    );
    near(totals.cost_of(Works::Basic), 40_000.0);
    near(totals.cost_of(Works::Better), 1_600.0);
    near(totals.cost_of(Works::Service), 70.0 * 3_200.0);
    near(totals.cost, totals.cost_by_works.iter().sum());
    assert!(totals.cost_low < totals.cost && totals.cost < totals.cost_high);
}

#[test]
fn seats_bays_and_slots_are_counted_from_the_size() {
    let totals = of(
        vec![],
        vec![
            thing("p1", "bench", (20.0, 20.0)),
            thing("p2", "pavilion", (40.0, 40.0)),
            thing("p3", "pavilion-corridor", (60.0, 60.0)),
            sized("p4", "charging-shed", (100.0, 100.0), (8.0, 3.5)),
            thing("p5", "ev-bay", (120.0, 40.0)),
            thing("p6", "accessible-bay", (130.0, 40.0)),
        ],
    );
    near(totals.seats, 3.0 + 10.0 + 36.0);
    near(totals.slots, 10.0);
    near(totals.bays(), 2.0);
    near(totals.accessible, 1.0);
}

#[test]
fn a_car_park_counts_the_bays_that_it_draws() {
    let park = area("p1", "car-park", (40.0, 40.0), (64.0, 56.1));
    let totals = of(vec![], vec![park]);
    near(totals.bays_won, 19.0);
    near(totals.accessible, 1.0);
    near(totals.cost, 19.0 * 3_500.0);
}

#[test]
fn an_existing_bay_built_over_is_lost_once() {
    let bays = || {
        vec![
            bay("y1", (50.0, 50.0)),
            bay("y2", (52.4, 50.0)),
            bay("y3", (54.8, 50.0)),
        ]
    };
    let pavilion = |id, x| thing(id, "pavilion", (x, 52.0));
    near(of(bays(), vec![pavilion("p1", 51.2)]).bays(), -2.0);
    near(
        of(bays(), vec![pavilion("p1", 51.2), pavilion("p2", 51.4)]).bays(),
        -2.0,
    );
    near(of(bays(), vec![thing("p1", "bay", (51.2, 52.65))]).bays(), 0.0);
    near(
        of(bays(), vec![thing("p1", "pavilion", (51.2, 57.2))]).bays(),
        0.0,
    );
}

#[test]
fn a_mapped_lot_loses_a_bay_for_each_25_square_metres_and_bicycles_are_no_cars() {
    let lot = |usage| vec![block("y1", Class::Bay { usage }, "", (0.0, 0.0), (50.0, 20.0))];
    let plaza = || vec![area("p1", "plaza", (0.0, 0.0), (10.0, 10.0))];
    near(of(lot(BayUse::Car), plaza()).bays(), -4.0);
    near(of(lot(BayUse::Bike), plaza()).bays(), 0.0);
}

#[test]
fn green_is_won_where_there_was_none_and_never_twice() {
    let green = || vec![block("g1", Class::Green, "", (40.0, 40.0), (60.0, 60.0))];
    let lawn = |id: &str, from, to| area(id, "lawn", from, to);
    near(
        of(vec![], vec![lawn("p1", (40.0, 40.0), (50.0, 50.0))]).green(),
        100.0,
    );
    near(
        of(green(), vec![lawn("p1", (40.0, 40.0), (50.0, 50.0))]).green(),
        0.0,
    );
    near(
        of(green(), vec![lawn("p1", (30.0, 40.0), (50.0, 50.0))]).green(),
        100.0,
    );
    let twice = vec![
        lawn("p1", (0.0, 0.0), (10.0, 10.0)),
        lawn("p2", (5.0, 0.0), (15.0, 10.0)),
    ];
    near(of(vec![], twice).green(), 150.0);
}

#[test]
fn green_built_over_is_lost_once_and_a_bench_or_tree_takes_none() {
    let green = || vec![block("g1", Class::Green, "", (40.0, 40.0), (60.0, 60.0))];
    let plaza = |id: &str, from, to| area(id, "plaza", from, to);
    let totals = of(green(), vec![plaza("p1", (50.0, 50.0), (70.0, 60.0))]);
    near(totals.green_lost, 100.0);
    near(totals.activity_won, 200.0);
    let twice = vec![
        plaza("p1", (50.0, 50.0), (70.0, 60.0)),
        plaza("p2", (50.0, 50.0), (60.0, 60.0)),
        thing("p3", "pavilion", (55.0, 55.0)),
    ];
    near(of(green(), twice).green(), -100.0);
    let light = vec![
        thing("p1", "bench", (50.0, 50.0)),
        thing("p2", "tree", (55.0, 55.0)),
        thing("p3", "lamp", (45.0, 45.0)),
    ];
    near(of(green(), light).green(), 0.0);
}

#[test]
fn nothing_is_won_under_a_building_that_stays_or_outside_the_estate() {
    let lawn = || vec![area("p1", "lawn", (40.0, 40.0), (50.0, 50.0))];
    let slab = |remove| {
        vec![block(
            "b1",
            crate::plan::building(remove),
            "1",
            (45.0, 40.0),
            (65.0, 50.0),
        )]
    };
    near(of(slab(false), lawn()).green(), 50.0);
    near(of(slab(true), lawn()).green(), 100.0);
    near(
        of(vec![], vec![area("p1", "plaza", (-5.0, 40.0), (5.0, 50.0))]).activity(),
        50.0,
    );
}

#[test]
fn a_pavilion_on_a_new_lawn_takes_its_ground_from_the_lawn() {
    let totals = of(
        vec![],
        vec![
            area("p1", "lawn", (40.0, 40.0), (50.0, 50.0)),
            thing("p2", "pavilion", (45.0, 45.0)),
        ],
    );
    near(totals.green(), 100.0 - 3.6 * 3.6);
}

#[test]
fn ground_for_activity_is_kept_by_a_pavilion_and_lost_to_cars() {
    let square = || vec![block("a1", Class::Activity, "", (40.0, 40.0), (60.0, 60.0))];
    near(
        of(square(), vec![thing("p1", "pavilion", (50.0, 50.0))]).activity(),
        0.0,
    );
    near(
        of(square(), vec![thing("p1", "bay", (50.0, 50.0))]).activity(),
        -2.4 * 5.3,
    );
    near(
        of(square(), vec![area("p1", "plaza", (40.0, 40.0), (60.0, 60.0))]).activity(),
        0.0,
    );
    near(
        of(square(), vec![area("p1", "plaza", (40.0, 40.0), (60.0, 70.0))]).activity(),
        200.0,
    );
}

#[test]
fn the_bill_has_a_line_for_each_kind_and_price() {
    let lines = bill_of(vec![
        thing("p1", "bench", (20.0, 20.0)),
        thing("p2", "bench", (40.0, 20.0)),
        with(thing("p3", "bench", (60.0, 20.0)), "style", "plain"),
        area("p4", "lawn", (40.0, 40.0), (50.0, 50.0)),
    ]);
    assert_eq!(lines.len(), 3);
    let benches = &lines[0];
    assert_eq!(
        (benches.kind.as_str(), benches.count, benches.option.as_deref()),
        ("bench", 2, None)
    );
    near(benches.total, 3_200.0);
    near(benches.low, 1_800.0);
    let plain = &lines[1];
    assert_eq!(plain.option.as_deref(), Some("plain"));
    near(plain.total, 650.0);
    assert_eq!(
        (lines[2].unit, lines[2].quantity),
        (PriceUnit::SquareMetre, 100.0)
    );
}

#[test]
fn a_kind_that_this_catalogue_does_not_have_costs_nothing() {
    let mut strange = thing("p1", "pavilion", (50.0, 50.0));
    strange.kind = mulin::catalogue::KindId::new("swing");
    assert_eq!(of(vec![], vec![strange]), Totals::default());
}
