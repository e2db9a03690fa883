//! The rules: what passes, what fails at the threshold, what mends it.

use mulin::design::{Command, Design, Placement, PlacementId};
use mulin::estate::{Class, Feature, RoadUse};
use mulin::geometry::WorldPt;
use mulin::project::Project;
use mulin::rules::{Finding, Plan, Severity, check_all};
use mulin::text::{Lang, say};

use crate::plan::{area, block, building, design, path, project, sized, slab, spot, thing};

fn found(features: Vec<Feature>, things: Vec<Placement>) -> Vec<Finding> {
    let (project, design) = (project(features), design(things));
    let mut found = check_all(&Plan {
        project: &project,
        design: &design,
    });
    found.retain(of_ground);
    found
}

/// What this file is about: whose ground a thing takes. Other rules have plans as text.
fn of_ground(finding: &Finding) -> bool {
    ["boundary", "overlap"].contains(&finding.rule)
}

#[track_caller]
fn passes(features: Vec<Feature>, things: Vec<Placement>) {
    let found = found(features, things);
    assert!(
        found.is_empty(),
        "{:?}",
        found.iter().map(chinese).collect::<Vec<_>>()
    );
}

#[track_caller]
fn one(features: Vec<Feature>, things: Vec<Placement>) -> Finding {
    let mut found = found(features, things);
    assert_eq!(
        found.len(),
        1,
        "{:?}",
        found.iter().map(chinese).collect::<Vec<_>>()
    );
    found.remove(0)
}

/// What a finding says in Chinese.
pub fn chinese(finding: &Finding) -> String {
    say(Lang::ZhCn, &finding.message)
}

fn english(finding: &Finding) -> String {
    say(Lang::En, &finding.message)
}

/// The design with a finding's fix made.
pub fn mended(design: &Design, finding: &Finding) -> Design {
    let fix = finding.fix.clone().expect("a fix");
    let thing = design.placement(&fix.placement).expect("the thing");
    let thing = Placement {
        shape: fix.shape,
        ..(**thing).clone()
    };
    design.apply(&Command::Put(vec![thing])).expect("applies")
}

#[track_caller]
fn mends(features: Vec<Feature>, things: Vec<Placement>, at_most: f64) {
    let (project, design) = (project(features), design(things));
    let plan = Plan {
        project: &project,
        design: &design,
    };
    let mut found = check_all(&plan);
    found.retain(of_ground);
    let finding = found.remove(0);
    let after = mended(&design, &finding);
    let mut left = check_all(&Plan {
        project: &project,
        design: &after,
    });
    left.retain(of_ground);
    assert!(
        left.is_empty(),
        "{:?}",
        left.iter().map(chinese).collect::<Vec<_>>()
    );
    let moved = after
        .placements()
        .iter()
        .zip(design.placements())
        .map(|(a, b)| a.shape.centre().distance(b.shape.centre()))
        .fold(0.0, f64::max);
    assert!(moved <= at_most, "moved by {moved} m");
}

#[test]
fn a_thing_inside_the_estate_passes_and_so_does_one_on_its_edge() {
    passes(vec![], vec![thing("p1", "pavilion", (50.0, 50.0))]);
    passes(vec![], vec![thing("p1", "pavilion", (1.8, 50.0))]);
}

#[test]
fn a_thing_that_sticks_out_says_how_much_and_how_far() {
    let finding = one(vec![], vec![thing("p1", "pavilion", (1.0, 50.0))]);
    assert_eq!((finding.rule, finding.severity), ("boundary", Severity::Must));
    assert_eq!(finding.id.0, "boundary:p1");
    assert!((finding.measured.unwrap() - 0.8).abs() < 1e-6);
    assert_eq!(chinese(&finding), "亭子有 2.9 平方米在小区外面，最远出去 0.8 米");
    assert_eq!(
        english(&finding),
        "Pavilion: 2.9 m² lie outside the estate, up to 0.8 m out"
    );
}

#[test]
fn a_centimetre_outside_is_seen_and_the_grain_of_rounding_is_not() {
    passes(vec![], vec![thing("p1", "pavilion", (1.799, 50.0))]);
    one(vec![], vec![thing("p1", "pavilion", (1.79, 50.0))]);
}

#[test]
fn a_thing_wholly_outside_says_so_and_comes_back_in() {
    let finding = one(vec![], vec![thing("p1", "bench", (-5.0, 50.0))]);
    assert_eq!(chinese(&finding), "长椅整个都在小区外面，最远 5.9 米");
    mends(vec![], vec![thing("p1", "bench", (-5.0, 50.0))], 6.0);
}

#[test]
fn a_thing_outside_a_corner_of_the_estate_is_mended_by_the_nearest_way() {
    mends(vec![], vec![thing("p1", "pavilion", (1.0, 1.0))], 1.2);
}

#[test]
fn a_boundary_that_juts_into_a_thing_is_seen() {
    let notch = mulin::geometry::Outline::new(
        [
            (0.0, 0.0),
            (100.0, 0.0),
            (100.0, 100.0),
            (52.0, 100.0),
            (50.0, 50.0),
            (48.0, 100.0),
            (0.0, 100.0),
        ]
        .map(|(x, y)| WorldPt::new(x, y)),
    )
    .unwrap();
    let edge = Feature {
        shape: mulin::estate::Shape::Area(notch, vec![]),
        ..block("edge", Class::Boundary, "", (0.0, 0.0), (1.0, 1.0))
    };
    one(vec![edge], vec![area("p1", "plaza", (40.0, 40.0), (60.0, 60.0))]);
}

#[test]
fn an_estate_without_a_boundary_has_nothing_outside() {
    let estate = mulin::estate::Estate::new(None, vec![]);
    let project = Project {
        estate: estate.into(),
        ..project(vec![])
    };
    let design = design(vec![thing("p1", "bench", (4_000.0, 0.0))]);
    let plan = Plan {
        project: &project,
        design: &design,
    };
    assert!(check_all(&plan).is_empty());
}

#[test]
fn a_thing_in_a_building_names_the_building_and_the_square_metres() {
    let finding = one(
        vec![slab("b3", "3", (20.0, 40.0), (64.4, 51.0))],
        vec![sized("p1", "pergola", (30.0, 39.3), (6.0, 2.8))],
    );
    assert_eq!(chinese(&finding), "花架和 3 号楼重叠 4.2 平方米");
    assert_eq!(english(&finding), "Pergola and Building 3 overlap by 4.2 m²");
    assert_eq!(finding.features[0].as_str(), "b3");
    assert_eq!(finding.severity, Severity::Must);
}

#[test]
fn a_thing_against_a_wall_passes_and_one_that_may_be_taken_away_does_not_count() {
    let slab = slab("b3", "3", (20.0, 40.0), (64.4, 51.0));
    passes(vec![slab], vec![thing("p1", "pergola", (30.0, 38.5))]);
    let shed = block("s1", building(true), "", (20.0, 40.0), (64.4, 51.0));
    passes(vec![shed], vec![thing("p1", "pergola", (30.0, 45.0))]);
}

#[test]
fn a_thing_in_a_building_moves_out_by_the_nearest_way() {
    mends(
        vec![slab("b3", "3", (20.0, 40.0), (64.4, 51.0))],
        vec![sized("p1", "pergola", (30.0, 39.3), (6.0, 2.8))],
        0.75,
    );
}

#[test]
fn two_standing_things_may_touch_and_not_overlap() {
    let bays = |gap: f64| {
        vec![
            thing("p1", "bay", (50.0, 50.0)),
            thing("p2", "bay", (52.4 - gap, 50.0)),
        ]
    };
    passes(vec![], bays(0.0));
    passes(vec![], bays(0.003));
    let finding = one(vec![], bays(0.1));
    assert_eq!(finding.id.0, "overlap:p1:p2");
    assert_eq!(finding.placements.len(), 2);
    assert_eq!(chinese(&finding), "停车位和停车位重叠 0.5 平方米");
    mends(vec![], bays(0.1), 0.15);
}

#[test]
fn the_thing_placed_later_gives_way() {
    let found = found(
        vec![],
        vec![
            thing("p2", "bay", (50.0, 50.0)),
            thing("p10", "bay", (51.0, 50.0)),
        ],
    );
    assert_eq!(found[0].fix.as_ref().unwrap().placement, PlacementId::new("p10"));
}

#[test]
fn things_of_different_layers_share_ground() {
    passes(
        vec![],
        vec![
            thing("p1", "plaza", (50.0, 50.0)),
            thing("p2", "pavilion", (50.0, 50.0)),
            thing("p3", "tree", (55.0, 50.0)),
            thing("p4", "bench", (53.4, 50.0)),
        ],
    );
}

#[test]
fn a_chess_table_may_stand_in_a_pavilion_and_a_car_may_not() {
    let with = |kind| {
        vec![
            thing("p1", "pavilion", (50.0, 50.0)),
            thing("p2", kind, (50.0, 50.0)),
        ]
    };
    passes(vec![], with("chess-table"));
    passes(vec![], with("bench"));
    one(vec![], with("bay"));
    one(vec![], with("tree"));
}

#[test]
fn a_path_crosses_a_lawn_and_two_surfaces_in_one_place_are_asked_about() {
    let lawn = || area("p1", "lawn", (40.0, 40.0), (60.0, 60.0));
    passes(
        vec![],
        vec![
            lawn(),
            path("p2", "fitness-path", &[(30.0, 50.0), (70.0, 50.0)], 1.8),
        ],
    );
    let finding = one(
        vec![],
        vec![lawn(), area("p2", "plaza", (50.0, 40.0), (70.0, 60.0))],
    );
    assert_eq!(finding.severity, Severity::Should);
}

#[test]
fn a_tree_trunk_is_in_the_way_and_its_crown_is_not() {
    let tree = |kept| {
        let class = Class::Tree {
            crown: 6.0,
            trunk: 0.4,
            kept,
        };
        vec![spot("t1", class, (50.0, 50.0))]
    };
    passes(tree(true), vec![thing("p1", "pavilion", (52.01, 50.0))]);
    passes(tree(true), vec![thing("p1", "plaza", (50.0, 50.0))]);
    let kept = one(tree(true), vec![thing("p1", "pavilion", (51.0, 50.0))]);
    assert_eq!(kept.severity, Severity::Must);
    assert_eq!(
        chinese(&kept),
        "亭子压住了保护的大树（靠它西侧，小区西南侧），这棵树要保留"
    );
    let other = one(tree(false), vec![thing("p1", "pavilion", (51.0, 50.0))]);
    assert_eq!(other.severity, Severity::Should);
    mends(tree(true), vec![thing("p1", "pavilion", (51.0, 50.0))], 1.05);
}

#[test]
fn a_hydrant_a_lamp_a_substation_and_a_fence_are_in_the_way() {
    let pavilion = || vec![thing("p1", "pavilion", (50.0, 50.0))];
    for (class, severity) in [
        (Class::Hydrant, Severity::Must),
        (Class::Substation, Severity::Must),
        (Class::Lamp, Severity::Should),
    ] {
        let finding = one(vec![spot("x", class, (51.0, 51.0))], pavilion());
        assert_eq!(finding.severity, severity, "{}", chinese(&finding));
    }
    let fence = Feature {
        shape: mulin::estate::Shape::Line(
            mulin::geometry::Line::new([WorldPt::new(40.0, 51.0), WorldPt::new(60.0, 51.0)]).unwrap(),
        ),
        ..spot("f1", Class::Fence { height: 1.8 }, (0.0, 0.0))
    };
    assert_eq!(
        chinese(&one(vec![fence], pavilion())),
        "亭子压住了围栏（靠它北侧，小区西南侧）"
    );
}

#[test]
fn a_thing_on_a_road_says_how_much_of_it_and_a_bollard_may_stand_there() {
    let class = Class::Road {
        usage: RoadUse::Main,
        fire: true,
        width: Some(6.0),
    };
    let road = || vec![block("r1", class.clone(), "槐荫路", (0.0, 47.0), (200.0, 53.0))];
    let finding = one(road(), vec![thing("p1", "pavilion", (50.0, 54.0))]);
    assert_eq!(chinese(&finding), "亭子占了槐荫路 2.9 平方米");
    assert_eq!(finding.severity, Severity::Should);
    passes(road(), vec![thing("p1", "bollard", (50.0, 50.0))]);
    passes(road(), vec![thing("p1", "pavilion", (50.0, 54.7))]);
}

#[test]
fn findings_come_gravest_first_and_by_name() {
    let found = found(
        vec![],
        vec![
            area("p1", "lawn", (40.0, 40.0), (60.0, 60.0)),
            area("p2", "plaza", (50.0, 40.0), (70.0, 60.0)),
            thing("p3", "pavilion", (0.0, 50.0)),
            thing("p4", "pavilion", (0.0, 80.0)),
        ],
    );
    let ids: Vec<&str> = found.iter().map(|f| f.id.0.as_str()).collect();
    assert_eq!(ids, ["boundary:p3", "boundary:p4", "overlap:p1:p2"]);
}

#[test]
fn a_kind_that_this_catalogue_does_not_have_is_still_checked() {
    let mut strange = thing("p1", "pavilion", (0.0, 50.0));
    strange.kind = mulin::catalogue::KindId::new("swing");
    assert_eq!(
        chinese(&one(vec![], vec![strange])),
        "swing有 6.5 平方米在小区外面，最远出去 1.8 米"
    );
}
