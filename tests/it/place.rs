//! The sentence of place.

use mulin::design::Placement;
use mulin::estate::{Class, Estate, Feature, GateUse, RoadUse};
use mulin::project::Project;
use mulin::rules::{place, said, size};
use mulin::text::{Lang, say};

use crate::plan::{area, block, path, project, sized, slab, spot, thing};

#[track_caller]
fn check(features: Vec<Feature>, thing: &Placement, chinese: &str, english: &str) {
    let project = project(features);
    let message = place(&project, &thing.shape);
    assert_eq!(say(Lang::ZhCn, &message), chinese);
    assert_eq!(say(Lang::En, &message), english);
}

fn three() -> Feature {
    slab("b3", "3", (80.0, 100.0), (124.4, 111.0))
}

#[test]
fn a_thing_lies_on_the_side_of_the_nearest_building_that_it_faces() {
    for (at, chinese, english) in [
        ((90.0, 92.2), "3 号楼南侧 6 米", "6 m south of Building 3"),
        ((122.0, 92.2), "3 号楼南侧 6 米", "6 m south of Building 3"),
        ((100.0, 115.8), "3 号楼北侧 3 米", "3 m north of Building 3"),
        ((128.2, 105.0), "3 号楼东侧 2 米", "2 m east of Building 3"),
        ((70.0, 105.0), "3 号楼西侧 8 米", "8 m west of Building 3"),
        ((73.2, 93.2), "3 号楼西南侧 7 米", "7 m south-west of Building 3"),
    ] {
        check(vec![three()], &thing("p1", "pavilion", at), chinese, english);
    }
}

#[test]
fn a_thing_against_a_wall_has_no_metres_and_one_on_a_building_says_so() {
    check(
        vec![three()],
        &thing("p1", "pavilion", (90.0, 98.2)),
        "紧靠 3 号楼南侧",
        "right south of Building 3",
    );
    check(
        vec![three()],
        &thing("p1", "pavilion", (90.0, 105.0)),
        "3 号楼的位置上",
        "where Building 3 stands",
    );
}

#[test]
fn a_building_with_a_name_of_its_own_keeps_it() {
    let service = slab("s", "社区服务中心", (80.0, 100.0), (100.0, 115.0));
    check(
        vec![service],
        &thing("p1", "pavilion", (90.0, 92.2)),
        "社区服务中心南侧 6 米",
        "6 m south of 社区服务中心",
    );
}

#[test]
fn in_a_named_plot_the_plot_is_the_place() {
    let square = block("a1", Class::Activity, "小广场", (85.0, 85.0), (98.0, 98.0));
    check(
        vec![three(), square],
        &thing("p1", "pavilion", (90.0, 92.2)),
        "小广场里",
        "in 小广场",
    );
}

#[test]
fn far_from_named_buildings_a_road_a_gate_or_the_part_of_the_estate_is_the_place() {
    let class = Class::Road {
        usage: RoadUse::Main,
        fire: false,
        width: Some(6.0),
    };
    let road = || block("r1", class.clone(), "槐荫路", (0.0, 20.0), (200.0, 26.0));
    check(
        vec![road()],
        &thing("p1", "pavilion", (50.0, 31.8)),
        "槐荫路旁 4 米",
        "4 m from 槐荫路",
    );
    check(
        vec![road()],
        &thing("p1", "pavilion", (50.0, 24.0)),
        "槐荫路上",
        "on 槐荫路",
    );
    let gate = spot(
        "x",
        Class::Gate {
            usage: GateUse::Vehicle,
        },
        (50.0, 0.0),
    );
    check(
        vec![gate],
        &thing("p1", "pavilion", (50.0, 11.8)),
        "离大门 10 米",
        "10 m from the gate",
    );
    for (at, chinese, english) in [
        ((100.0, 100.0), "小区中间", "in the middle of the estate"),
        ((100.0, 180.0), "小区北侧", "in the north of the estate"),
        ((180.0, 20.0), "小区东南侧", "in the south-east of the estate"),
        ((230.0, 100.0), "小区外东侧", "outside the estate, east of it"),
    ] {
        check(vec![], &thing("p1", "pavilion", at), chinese, english);
    }
}

#[test]
fn a_shed_tells_nobody_where_a_thing_is_when_a_block_of_flats_is_near() {
    let class = Class::Building {
        usage: mulin::estate::BuildingUse::Shed,
        storeys: Some(1.0),
        height: None,
        households: 0,
        remove: true,
    };
    let shed = block("s1", class, "煤棚", (80.0, 84.0), (100.0, 87.0));
    check(
        vec![three(), shed],
        &thing("p1", "pavilion", (90.0, 92.2)),
        "3 号楼南侧 6 米",
        "6 m south of Building 3",
    );
}

#[test]
fn a_building_without_a_name_tells_nobody_where_a_thing_is() {
    let nameless = slab("b", "", (80.0, 100.0), (124.4, 111.0));
    check(
        vec![nameless],
        &thing("p1", "pavilion", (90.0, 92.2)),
        "小区中间",
        "in the middle of the estate",
    );
}

#[test]
fn the_whole_sentence_says_what_a_thing_gives() {
    let project: Project = project(vec![three()]);
    for (thing, chinese, english) in [
        (
            area("p1", "car-park", (85.0, 73.9), (110.2, 90.0)),
            "3 号楼南侧 10 米，能停 20 辆",
            "10 m south of Building 3, room for 20 cars",
        ),
        (
            thing("p1", "charging-shed", (95.0, 92.25)),
            "3 号楼南侧 6 米，能充 25 辆电动车",
            "6 m south of Building 3, charges 25 e-bikes",
        ),
        (
            area("p1", "car-park", (90.0, 90.0), (94.0, 94.0)),
            "3 号楼南侧 6 米，地方太小，一排车位加通道要 10.8 米深",
            "6 m south of Building 3, too small: a row of bays and its aisle take 10.8 m",
        ),
        (
            area("p1", "lawn", (85.0, 84.0), (95.0, 94.0)),
            "3 号楼南侧 6 米，100 平方米",
            "6 m south of Building 3, 100 m²",
        ),
        (
            thing("p1", "lamp", (90.0, 93.7)),
            "3 号楼南侧 6 米",
            "6 m south of Building 3",
        ),
        (
            thing("p1", "bay", (90.0, 91.35)),
            "3 号楼南侧 6 米，能停 1 辆",
            "6 m south of Building 3, room for 1 car",
        ),
    ] {
        let message = said(&project, &thing);
        assert_eq!(say(Lang::ZhCn, &message), chinese);
        assert_eq!(say(Lang::En, &message), english);
    }
}

#[test]
fn the_size_is_said_as_the_shape_is() {
    for (thing, chinese) in [
        (sized("p1", "bench", (0.0, 0.0), (1.8, 0.45)), "1.8 × 0.5 米"),
        (area("p1", "plaza", (0.0, 0.0), (24.0, 18.0)), "24 × 18 米"),
        (
            path(
                "p1",
                "fitness-path",
                &[(0.0, 0.0), (30.0, 0.0), (30.0, 10.0)],
                1.8,
            ),
            "长 40 米，宽 1.8 米",
        ),
    ] {
        assert_eq!(say(Lang::ZhCn, &size(&thing.shape)), chinese);
    }
}

#[test]
fn an_empty_estate_still_has_places() {
    let empty = Project {
        estate: Estate::new(None, vec![]).into(),
        ..project(vec![])
    };
    let message = place(&empty, &thing("p1", "bench", (0.0, 0.0)).shape);
    assert_eq!(say(Lang::ZhCn, &message), "小区中间");
}

fn beimen() -> Project {
    let read = |name: &str| {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/public/beimen");
        std::fs::read(format!("{folder}/{name}")).expect("the demo project is there")
    };
    let folder = mulin::formats::project_folder::read(&read("project.json"), &read("estate.geojson"));
    folder.expect("the demo project reads").0
}

#[test]
fn south_of_every_numbered_slab_of_the_demo_estate_is_said_so() {
    let beimen = beimen();
    let numbered = |f: &&std::sync::Arc<Feature>| f.name.parse::<u32>().is_ok();
    let slabs: Vec<_> = beimen.estate.buildings().filter(numbered).collect();
    assert_eq!(slabs.len(), 20);
    for slab in slabs {
        let bounds = slab.shape.bounds();
        let at = (bounds.centre().x, bounds.min.y - 2.0 - 0.225);
        let message = place(&beimen, &thing("p1", "bench", at).shape);
        assert_eq!(
            say(Lang::ZhCn, &message),
            format!("{} 号楼南侧 2 米", slab.name),
            "at {at:?}"
        );
    }
}

#[test]
fn on_the_old_square_of_the_demo_estate_the_square_is_the_place() {
    let beimen = beimen();
    let square = beimen
        .estate
        .features()
        .iter()
        .find(|f| f.name == "旧站前空地")
        .expect("the old square");
    let at = square.shape.bounds().centre();
    let message = place(&beimen, &thing("p1", "pavilion", (at.x, at.y)).shape);
    assert_eq!(say(Lang::ZhCn, &message), "旧站前空地里");
}
