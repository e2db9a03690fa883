//! Setting up a new estate: from a map that others drew to a folder that residents can draw on.

use mulin::catalogue::{Catalogue, CatalogueChoice, KindId};
use mulin::estate::{BuildingUse, Class, FeatureId, GateUse, Shape};
use mulin::formats::{estate_geojson, osm, project_folder};
use mulin::geometry::WorldPt;
use mulin::setup::{Change, Draft, History, House, Phase, Refusal, Step, What, files};
use mulin::text::{Lang, say};
use serde_json::json;

use crate::formats::{KIRCHBERG, feature, local, read};

fn kirchberg() -> History {
    let (estate, _) = osm::read(KIRCHBERG).unwrap();
    History::new(Draft::of_map("kirchberg", estate))
}

fn square(x: f64, y: f64, side: f64) -> serde_json::Value {
    let ring = json!([[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]);
    json!({ "type": "Polygon", "coordinates": [ring] })
}

/// A house of 20 m, a line and a point.
fn small() -> History {
    let line = json!({ "type": "LineString", "coordinates": [[-30.0, -10.0], [60.0, -10.0]] });
    let point = json!({ "type": "Point", "coordinates": [40.0, 5.0] });
    let map = local(json!([
        feature("building", square(0.0, 0.0, 20.0)),
        feature("road", line),
        feature("tree", point)
    ]));
    History::new(Draft::of_map("small", read(&map).unwrap().0))
}

fn id(history: &History, word: &str) -> FeatureId {
    let things = history.now().estate.features();
    things
        .iter()
        .find(|thing| thing.class.word() == word)
        .unwrap()
        .id
        .clone()
}

fn stops(draft: &Draft) -> Vec<String> {
    let missing = draft.missing();
    missing
        .iter()
        .filter(|one| one.stops)
        .map(|one| one.what.key.to_string())
        .collect()
}

#[test]
fn every_word_for_what_a_thing_is_stands_for_it_and_has_a_name() {
    for what in What::all() {
        assert_eq!(What::from_word(&what.word()), Some(what));
        for lang in Lang::ALL {
            assert_ne!(
                say(lang, &what.name()),
                format!("what-{}", what.word()),
                "{lang:?}"
            );
        }
    }
}

#[test]
fn a_map_of_openstreetmap_becomes_a_folder_that_opens() {
    let mut setup = kirchberg();
    let houses: Vec<FeatureId> = setup
        .now()
        .estate
        .buildings()
        .take(5)
        .map(|house| house.id.clone())
        .collect();
    setup
        .apply(&Change::Call(
            houses.clone(),
            What::Building(BuildingUse::Dwelling),
        ))
        .unwrap();
    setup.apply(&Change::EdgeAround(houses.clone(), 15.0)).unwrap();
    setup.apply(&Change::Cut(30.0)).unwrap();
    setup.apply(&Change::Storeys(houses.clone(), Some(6.0))).unwrap();
    let wall = setup
        .now()
        .thing(&houses[0])
        .unwrap()
        .shape
        .outline()
        .unwrap()
        .corners()[0];
    setup.apply(&Change::Door(wall)).unwrap();
    setup.apply(&Change::Gate(wall, GateUse::Vehicle)).unwrap();
    setup.apply(&Change::ReckonHomes).unwrap();
    assert_eq!(stops(setup.now()), Vec::<String>::new());

    let written = files(setup.now());
    let names: Vec<&str> = written.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["project.json", "estate.geojson"]);
    let (project, problems) = project_folder::read(&written[0].1, &written[1].1).unwrap();
    assert_eq!(problems, []);
    assert_eq!(project.file, setup.now().file);
    assert_eq!(
        project.estate.features().len(),
        setup.now().estate.features().len()
    );
    assert_eq!(project.estate.households(), setup.now().estate.households());
    assert!(
        project.estate.attribution.contains("OpenStreetMap"),
        "whose map it is, is still said"
    );
}

#[test]
fn a_thing_keeps_what_is_known_of_it_when_its_use_changes() {
    let mut setup = small();
    let house = id(&setup, "building");
    setup
        .apply(&Change::Storeys(vec![house.clone()], Some(3.0)))
        .unwrap();
    setup.apply(&Change::Name(house.clone(), " 7 ".into())).unwrap();
    setup
        .apply(&Change::Call(
            vec![house.clone()],
            What::Building(BuildingUse::DayCare),
        ))
        .unwrap();
    let thing = setup.now().thing(&house).unwrap();
    assert_eq!(thing.name, "7");
    assert!(matches!(
        thing.class,
        Class::Building {
            usage: BuildingUse::DayCare,
            storeys: Some(3.0),
            ..
        }
    ));
}

#[test]
fn what_cannot_be_of_its_shape_is_refused_and_the_rest_is_called() {
    let mut setup = small();
    let (house, road, tree) = (id(&setup, "building"), id(&setup, "road"), id(&setup, "tree"));
    let refused = setup
        .apply(&Change::Call(vec![tree.clone()], What::Green))
        .unwrap_err();
    assert_eq!(refused, Refusal::Shape(What::Green));
    assert!(!say(Lang::En, &refused.message()).is_empty());
    let all = vec![house.clone(), road.clone(), tree.clone()];
    setup.apply(&Change::Call(all, What::Green)).unwrap();
    let word = |id: &FeatureId| setup.now().thing(id).unwrap().class.word();
    assert_eq!(
        [word(&house), word(&road), word(&tree)],
        ["green", "road", "tree"]
    );
}

#[test]
fn a_door_stands_in_the_nearest_wall_and_knows_its_house() {
    let mut setup = small();
    setup.apply(&Change::Door(WorldPt::new(6.0, 22.5))).unwrap();
    setup.apply(&Change::Door(WorldPt::new(14.0, 21.0))).unwrap();
    let house = id(&setup, "building");
    let doors: Vec<_> = setup
        .now()
        .estate
        .features()
        .iter()
        .filter(|f| f.class.word() == "door")
        .collect();
    assert_eq!(doors[0].shape, Shape::Point(WorldPt::new(6.0, 20.0)));
    for (door, number) in doors.iter().zip(["1", "2"]) {
        let Class::Door { building, stair, .. } = &door.class else {
            panic!("not a door")
        };
        assert_eq!(
            (building.as_ref(), stair.as_deref()),
            (Some(&house), Some(number))
        );
    }
    let refused = setup
        .apply(&Change::Door(WorldPt::new(200.0, 200.0)))
        .unwrap_err();
    assert!(matches!(refused, Refusal::NoWall(_)));
}

#[test]
fn homes_are_reckoned_where_nobody_said_and_nowhere_else() {
    let mut setup = small();
    let house = id(&setup, "building");
    assert_eq!(
        setup.apply(&Change::ReckonHomes).unwrap_err(),
        Refusal::NothingToReckon,
        "no storeys yet"
    );
    setup
        .apply(&Change::Storeys(vec![house.clone()], Some(6.0)))
        .unwrap();
    setup.apply(&Change::Door(WorldPt::new(5.0, 20.0))).unwrap();
    setup.apply(&Change::Door(WorldPt::new(15.0, 20.0))).unwrap();
    setup.apply(&Change::ReckonHomes).unwrap();
    assert_eq!(
        House::all(&setup.now().estate)[0].homes,
        24,
        "2 stairs, 6 floors, 2 homes each"
    );
    setup.apply(&Change::Homes(house.clone(), 20)).unwrap();
    assert_eq!(
        setup.apply(&Change::ReckonHomes).unwrap_err(),
        Refusal::NothingToReckon
    );
    assert_eq!(setup.now().estate.households(), 20);
}

#[test]
fn the_edge_is_one_and_what_lies_outside_of_it_can_go() {
    let mut setup = small();
    let corner = |x: f64, y: f64| WorldPt::new(x, y);
    let corners = vec![
        corner(-5.0, -5.0),
        corner(25.0, -5.0),
        corner(25.0, 25.0),
        corner(-5.0, 25.0),
    ];
    setup.apply(&Change::Edge(corners)).unwrap();
    let edges = setup
        .now()
        .estate
        .features()
        .iter()
        .filter(|thing| thing.class == Class::Boundary)
        .count();
    assert_eq!(edges, 1, "the one that reading made is gone");
    assert_eq!(setup.now().estate.boundary().unwrap().area(), 900.0);
    setup.apply(&Change::Cut(6.0)).unwrap();
    let words: Vec<&str> = setup
        .now()
        .estate
        .features()
        .iter()
        .map(|thing| thing.class.word())
        .collect();
    assert_eq!(
        words,
        ["building", "road", "boundary"],
        "the tree is 15 m outside, the road passes 5 m off"
    );
    let bow = vec![
        corner(0.0, 0.0),
        corner(10.0, 10.0),
        corner(10.0, 0.0),
        corner(0.0, 10.0),
    ];
    assert!(matches!(
        setup.apply(&Change::Edge(bow)).unwrap_err(),
        Refusal::Outline(_)
    ));
}

#[test]
fn every_step_can_be_taken_back_and_done_again() {
    let mut setup = kirchberg();
    let begin = setup.now().estate.features().to_vec();
    let houses: Vec<FeatureId> = setup
        .now()
        .estate
        .buildings()
        .map(|house| house.id.clone())
        .collect();
    setup.apply(&Change::Remove(houses[..3].to_vec())).unwrap();
    setup
        .apply(&Change::Storeys(houses[3..].to_vec(), Some(6.0)))
        .unwrap();
    setup.write(|file| file.budget = Some(5_000.0));
    let end = setup.now().estate.features().to_vec();
    assert!(setup.undo() && setup.undo() && !setup.undo());
    assert_eq!(setup.now().estate.features(), begin);
    assert_eq!(setup.now().file.budget, Some(5_000.0), "what is typed is no step");
    assert!(setup.redo() && setup.redo() && !setup.redo());
    assert_eq!(setup.now().estate.features(), end);
}

#[test]
fn what_is_missing_is_said_where_it_is_done() {
    let setup = small();
    let missing = setup.now().missing();
    let keys: Vec<&str> = missing.iter().map(|one| &*one.what.key).collect();
    assert_eq!(
        keys,
        [
            "setup-missing-gate",
            "setup-missing-doors",
            "setup-missing-storeys",
            "setup-missing-homes",
            "setup-missing-names"
        ]
    );
    assert_eq!(missing[0].step, Step::Doors);
    assert!(
        !setup.now().unchecked().is_empty(),
        "a map without a gate leaves rules unchecked"
    );
}

#[test]
fn an_opening_that_ends_before_it_begins_stops_the_set_up() {
    let mut setup = small();
    let phase = Phase {
        from: "2026-12-10".into(),
        to: "2026-12-01".into(),
    };
    setup.write(|file| phase.write(file));
    assert_eq!(stops(setup.now()), ["setup-missing-dates"]);
    assert_eq!(Phase::of(&setup.now().file), phase);
    setup.write(|file| Phase::default().write(file));
    assert!(!setup.now().file.extra.contains_key("phases"));
}

#[test]
fn numbers_that_make_no_sense_are_refused() {
    let mut setup = small();
    let house = id(&setup, "building");
    for storeys in [0.0, -3.0, 1e308, f64::NAN, f64::INFINITY] {
        let refused = setup
            .apply(&Change::Storeys(vec![house.clone()], Some(storeys)))
            .unwrap_err();
        assert!(matches!(refused, Refusal::Number { .. }));
    }
    let road = id(&setup, "road");
    assert!(setup.apply(&Change::Width(road, Some(0.0))).is_err());
    assert!(setup.apply(&Change::EdgeAround(vec![house], f64::NAN)).is_err());
    assert!(setup.apply(&Change::Homes(FeatureId::new("no such"), 3)).is_err());
    let (again, _) = estate_geojson::read(estate_geojson::write(&setup.now().estate).as_bytes()).unwrap();
    assert_eq!(again.features().len(), setup.now().estate.features().len());
}

#[test]
fn a_project_offers_what_it_chose_at_its_own_prices_and_says_what_it_cannot_use() {
    let mut setup = small();
    let (bench, plaza) = (KindId::new("bench"), KindId::new("plaza"));
    let mut choice = CatalogueChoice::default();
    choice.left_out.insert(plaza.clone());
    choice.prices.insert(bench.clone(), 2_000.0);
    setup.write(|file| choice.write(&mut file.extra));
    let written = files(setup.now());
    let (project, problems) = project_folder::read(&written[0].1, &written[1].1).unwrap();
    assert_eq!(problems, []);
    assert_eq!(project.catalogue.kind(&bench).unwrap().price.yuan, 2_000.0);
    assert!(project.catalogue.offered().all(|kind| kind.id != plaza));
    assert!(
        project.catalogue.kind(&plaza).is_some(),
        "what was drawn before stays known"
    );

    let broken = json!({ "leftOut": ["swing", 3], "prices": { "bench": -1, "tower": 5, "plaza": "much" } });
    setup.write(|file| {
        file.extra.insert("catalogue".into(), broken);
    });
    let written = files(setup.now());
    let (project, problems) = project_folder::read(&written[0].1, &written[1].1).unwrap();
    assert_eq!(problems.len(), 5, "{problems:?}");
    assert_eq!(project.catalogue.as_ref(), Catalogue::built_in());
    assert!(
        problems
            .iter()
            .all(|problem| say(Lang::En, &problem.sentence()).contains("project.json"))
    );
}
