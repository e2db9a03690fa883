//! The demo estate, as facts/domain.md E1–E3 have it.

use std::sync::OnceLock;

use mulin::cli::demo_estate;
use mulin::estate::{Class, Estate, Feature, GateUse, PipeUse, RoadUse, Shape};
use mulin::formats::{estate_geojson, project_folder};
use mulin::geometry::{Outline, Region, WorldPt};

const PROJECT: &[u8] = include_bytes!("../../public/beimen/project.json");
const ESTATE: &[u8] = include_bytes!("../../public/beimen/estate.geojson");

fn beimen() -> &'static Estate {
    static ESTATE_READ: OnceLock<Estate> = OnceLock::new();
    ESTATE_READ.get_or_init(|| {
        let (estate, problems) = estate_geojson::read(ESTATE).unwrap();
        assert_eq!(problems, []);
        estate
    })
}

fn slabs() -> Vec<&'static Feature> {
    let is_slab = |f: &&Feature| matches!(f.class, Class::Building { households: 1.., .. });
    beimen().buildings().map(AsRef::as_ref).filter(is_slab).collect()
}

fn outlines(of: impl Fn(&Class) -> bool) -> Vec<(&'static Feature, &'static Outline)> {
    let features = beimen().features().iter().filter(|f| of(&f.class));
    features
        .filter_map(|f| Some((f.as_ref(), f.shape.outline()?)))
        .collect()
}

fn points(of: impl Fn(&Class) -> bool) -> Vec<WorldPt> {
    let features = beimen().features().iter().filter(|f| of(&f.class));
    let point = |f: &std::sync::Arc<Feature>| {
        if let Shape::Point(p) = f.shape {
            Some(p)
        } else {
            None
        }
    };
    features.filter_map(point).collect()
}

/// The strips of the roads that pass a filter, with their widths.
fn roads(of: impl Fn(&RoadUse, bool) -> bool) -> Vec<(Region, f64)> {
    let strip = |f: &std::sync::Arc<Feature>| match (&f.class, &f.shape) {
        (
            Class::Road {
                usage,
                fire,
                width: Some(width),
            },
            Shape::Line(line),
        ) if of(usage, *fire) => Some((Region::strip(line, *width), *width)),
        _ => None,
    };
    beimen().features().iter().filter_map(strip).collect()
}

fn doors() -> Vec<(&'static Feature, WorldPt)> {
    let features = beimen().features().iter();
    features
        .filter_map(|f| match (&f.class, &f.shape) {
            (Class::Door { .. }, Shape::Point(at)) => Some((f.as_ref(), *at)),
            _ => None,
        })
        .collect()
}

#[test]
fn the_files_of_the_demo_project_are_what_the_generator_makes() {
    let files = demo_estate::files();
    let hint = "run `mulin demo-estate` and commit public/beimen";
    assert!(PROJECT == files.project.as_bytes(), "{hint}");
    assert!(ESTATE == files.estate.as_bytes(), "{hint}");
}

#[test]
fn what_is_read_is_what_was_drawn_to_the_millimetre() {
    let drawn = demo_estate::estate();
    assert_eq!(drawn.features().len(), beimen().features().len());
    for (drawn, read) in drawn.features().iter().zip(beimen().features()) {
        assert_eq!(drawn, read);
    }
}

#[test]
fn the_project_says_that_its_shapes_are_invented() {
    let (project, problems) = project_folder::read(PROJECT, ESTATE).unwrap();
    assert_eq!(problems, []);
    assert_eq!(project.file.id, "beimen");
    assert!(project.file.about["en"].contains("invented"));
    assert!(project.file.about["zh-CN"].contains("不是测绘"));
    assert!(!project.file.gallery_open);
    assert_eq!(project.file.budget, Some(3_000_000.0));
}

#[test]
fn there_are_20_slabs_of_six_storeys_67_doors_and_804_households() {
    let slabs = slabs();
    assert_eq!(slabs.len(), 20);
    let of = |n: u32| {
        slabs
            .iter()
            .filter(move |f| matches!(f.class, Class::Building { households, .. } if households == n))
    };
    assert_eq!((of(36).count(), of(48).count()), (13, 7));
    assert!(slabs.iter().all(|f| matches!(
        f.class,
        Class::Building {
            storeys: Some(6.0),
            ..
        }
    )));
    assert_eq!(beimen().households(), 804);
    assert_eq!(doors().len(), 67);
    let names: Vec<&str> = slabs.iter().map(|f| f.name.as_str()).collect();
    let numbers: Vec<String> = (1..=20).map(|n| n.to_string()).collect();
    assert_eq!(names, numbers);
}

#[test]
fn every_stair_door_lies_on_the_north_side_of_its_building_and_opens_on_a_path() {
    let ways = roads(|usage, _| *usage != RoadUse::City);
    for (door, at) in doors() {
        let Class::Door {
            building: Some(building),
            households,
            ..
        } = &door.class
        else {
            panic!("{} has no building", door.id)
        };
        assert_eq!(*households, 12);
        let house = beimen().feature(building).unwrap().shape.outline().unwrap();
        assert!(house.nearest_on_edge(at).distance(at) < 1e-6, "{}", door.id);
        assert!(
            (house.bounds().max.y - at.y).abs() < 1e-6,
            "{} is not on the north side",
            door.id
        );
        let stoop = Region::from(&Outline::rectangle(
            at,
            mulin::geometry::WorldVec::new(1.2, 0.1),
            0.0,
        ));
        let nearest = ways
            .iter()
            .map(|(way, _)| way.distance(&stoop))
            .fold(f64::MAX, f64::min);
        assert!(
            (2.0..7.0).contains(&nearest),
            "{}: the path is {nearest} m off",
            door.id
        );
    }
}

#[test]
fn buildings_overlap_neither_each_other_nor_roads_nor_bays() {
    let buildings = outlines(|class| matches!(class, Class::Building { .. }));
    for (at, (one, outline)) in buildings.iter().enumerate() {
        for (other, second) in &buildings[at + 1..] {
            assert!(!outline.meets(second), "{} meets {}", one.id, other.id);
        }
        for (road, _) in roads(|_, _| true) {
            assert!(!road.meets(&Region::from(*outline)), "{} meets a road", one.id);
        }
    }
    for (bay, place) in outlines(|class| matches!(class, Class::Bay { .. })) {
        for (house, outline) in &buildings {
            assert!(!outline.meets(place), "{} stands in {}", bay.id, house.id);
        }
    }
}

#[test]
fn gables_stand_six_to_eight_metres_apart() {
    let slabs = slabs();
    let outline = |f: &Feature| f.shape.outline().unwrap().clone();
    for (at, one) in slabs.iter().enumerate() {
        for other in &slabs[at + 1..] {
            let distance = outline(one).distance(&outline(other));
            assert!(distance > 5.99, "{} and {}: {distance}", one.id, other.id);
        }
    }
}

#[test]
fn some_230_bays_are_there_and_half_of_them_stand_on_fire_lanes() {
    let bays = outlines(|class| matches!(class, Class::Bay { .. }));
    assert!((220..=240).contains(&bays.len()), "{}", bays.len());
    let lanes = roads(|_, fire| fire);
    let on_lanes = bays
        .iter()
        .filter(|(_, bay)| lanes.iter().any(|(lane, _)| lane.contains(bay.centroid())));
    let share = on_lanes.count() as f64 / bays.len() as f64;
    assert!((0.45..0.55).contains(&share), "{share}");
    for (at, (one, place)) in bays.iter().enumerate() {
        for (other, second) in &bays[at + 1..] {
            let shared = Region::from(*place).shared(&Region::from(*second)).area();
            assert!(shared < 1e-3, "{} and {} share {shared} m²", one.id, other.id);
        }
    }
}

#[test]
fn ways_are_as_wide_as_the_facts_say() {
    let widths = |of: RoadUse| -> Vec<f64> {
        roads(|usage, _| *usage == of)
            .into_iter()
            .map(|(_, width)| width)
            .collect()
    };
    assert!(widths(RoadUse::Main).iter().all(|w| *w == 6.0));
    assert!(widths(RoadUse::Ring).iter().all(|w| *w == 5.0));
    let block = widths(RoadUse::Path).into_iter().filter(|w| *w > 2.0);
    assert!(block.clone().count() >= 6 && block.clone().all(|w| (3.0..=3.5).contains(&w)));
    let vehicle = |class: &Class| {
        matches!(
            class,
            Class::Gate {
                usage: GateUse::Vehicle
            }
        )
    };
    assert_eq!(points(vehicle).len(), 2);
}

#[test]
fn density_floor_area_and_green_are_near_the_facts() {
    let site = beimen().boundary().unwrap().area();
    assert!((site - 205.0 * 210.0).abs() < 1.0);
    let footprint: f64 = slabs().iter().map(|f| f.shape.outline().unwrap().area()).sum();
    assert!((footprint - 10_908.0).abs() < 2.0, "{footprint}");
    let floor_area_ratio = footprint * 6.0 / site;
    assert!((1.50..1.54).contains(&floor_area_ratio), "{floor_area_ratio}");
    let greens = beimen().features().iter().filter(|f| f.class == Class::Green);
    let green: f64 = greens
        .filter_map(|f| match &f.shape {
            Shape::Area(edge, holes) => Some(edge.area() - holes.iter().map(Outline::area).sum::<f64>()),
            _ => None,
        })
        .sum();
    assert!((0.24..0.27).contains(&(green / site)), "{}", green / site);
}

#[test]
fn greens_overlap_neither_each_other_nor_bays_nor_ways() {
    let greens: Vec<(&Feature, Region)> = outlines(|class| *class == Class::Green)
        .into_iter()
        .map(|(feature, _)| (feature, ground(feature)))
        .collect();
    let ways = roads(|_, _| true);
    let bays = outlines(|class| matches!(class, Class::Bay { .. }));
    for (at, (one, place)) in greens.iter().enumerate() {
        for (other, second) in &greens[at + 1..] {
            let shared = place.shared(second).area();
            assert!(shared < 0.05, "{} and {} share {shared} m²", one.id, other.id);
        }
        for (bay, outline) in &bays {
            assert!(
                !place.meets(&Region::from(*outline)),
                "{} meets {}",
                one.id,
                bay.id
            );
        }
        for (way, _) in &ways {
            assert!(!place.meets(way), "{} meets a way", one.id);
        }
    }
}

/// The ground of an area, without its holes.
fn ground(feature: &Feature) -> Region {
    match &feature.shape {
        Shape::Area(edge, holes) => Region::from(edge).without(&Region::union_of(holes)),
        _ => Region::default(),
    }
}

#[test]
fn hydrants_stand_at_most_120_m_apart_and_clear_of_walls() {
    let hydrants = points(|class| *class == Class::Hydrant);
    assert!((4..=6).contains(&hydrants.len()));
    for hydrant in &hydrants {
        let others = hydrants.iter().filter(|other| *other != hydrant);
        let next = others
            .map(|other| other.distance(*hydrant))
            .fold(f64::MAX, f64::min);
        assert!(next <= 120.0, "{next}");
        let wall = slabs()
            .iter()
            .map(|f| f.shape.distance_to(*hydrant))
            .fold(f64::MAX, f64::min);
        assert!(wall >= 5.0, "{hydrant:?}: {wall}");
    }
    for (_, at) in doors() {
        let nearest = hydrants.iter().map(|h| h.distance(at)).fold(f64::MAX, f64::min);
        assert!(nearest <= 150.0, "{nearest}");
    }
}

#[test]
fn pipes_of_all_seven_uses_lie_there_with_manholes_and_tanks() {
    for usage in PipeUse::ALL {
        let found = beimen()
            .features()
            .iter()
            .any(|f| matches!(f.class, Class::Pipe { usage: u, .. } if u == *usage));
        assert!(found, "{usage:?}");
    }
    let count = |of: &Class| beimen().features().iter().filter(|f| f.class == *of).count();
    assert!(count(&Class::Manhole) > 60);
    assert!(count(&Class::Septic) >= 15, "{}", count(&Class::Septic));
    assert!(count(&Class::Lamp) > 50);
    assert_eq!(count(&Class::Substation), 2);
}

#[test]
fn trees_stand_off_windows_and_ways_and_some_are_kept() {
    let trees = points(|class| matches!(class, Class::Tree { .. }));
    assert!((180..400).contains(&trees.len()), "{}", trees.len());
    let kept = points(|class| matches!(class, Class::Tree { kept: true, .. }));
    assert!(kept.len() > 20 && kept.len() < trees.len() / 2, "{}", kept.len());
    for tree in trees {
        let wall = slabs()
            .iter()
            .map(|f| f.shape.distance_to(tree))
            .fold(f64::MAX, f64::min);
        assert!(wall >= 2.9, "{tree:?}: {wall}");
        for (road, _) in roads(|_, _| true) {
            assert!(!road.contains(tree), "{tree:?} stands on a road");
        }
    }
    for feature in beimen().features() {
        if let Class::Tree { crown, .. } = feature.class {
            assert!((3.0..=7.0).contains(&crown));
        }
    }
}
