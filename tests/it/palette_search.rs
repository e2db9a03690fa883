//! Finding: actions, houses by number, roads, things by kind and note, in both languages.

use mulin::design::PlacementId;
use mulin::editor::{Action, Entry, Event, Spot};
use mulin::estate::{BuildingUse, Class, Feature, FeatureId, RoadUse, Shape};
use mulin::geometry::{Line, WorldPt};
use mulin::search::{Query, no_initial};

use crate::plan::{slab, thing};
use crate::test_editor::TestEditor;

fn road(id: &str, name: &str) -> Feature {
    let line = [WorldPt::new(0., 60.), WorldPt::new(120., 60.)];
    Feature {
        id: FeatureId::new(id),
        class: Class::Road {
            usage: RoadUse::Main,
            fire: false,
            width: Some(6.0),
        },
        name: name.to_owned(),
        shape: Shape::Line(Line::new(line).expect("a line")),
    }
}

fn estate() -> TestEditor {
    let mut hall = slab("hall", "居委会", (150., 20.), (170., 40.));
    hall.class = Class::Building {
        usage: BuildingUse::Service,
        storeys: None,
        height: None,
        households: 0,
        remove: false,
    };
    let houses = vec![
        slab("b7", "7", (0., 0.), (40., 12.)),
        slab("b17", "17", (60., 0.), (100., 12.)),
        slab("b7a", "7a", (0., 30.), (40., 42.)),
        hall,
        road("r1", "中心路"),
    ];
    let mut bench = thing("p2", "bench", (110.0, 80.0));
    bench.note = "给下棋的老人坐".to_owned().into();
    TestEditor::beside(houses, &[thing("p1", "pavilion", (110.0, 90.0)), bench])
}

/// What is listed for a text, in words.
fn listed(driver: &TestEditor, text: &str) -> Vec<String> {
    let initial = |c: char| match c {
        '中' => Some('z'),
        '心' => Some('x'),
        '路' => Some('l'),
        '撤' => Some('c'),
        '销' => Some('x'),
        '长' => Some('c'),
        '椅' => Some('y'),
        _ => None,
    };
    let said = |entry: Entry| match entry {
        Entry::Act(row, _) => row.key.to_owned(),
        Entry::Go(Spot::Feature(id)) => id.to_string(),
        Entry::Go(Spot::Thing(id)) => id.to_string(),
        Entry::Pick(kind) => kind.to_string(),
    };
    driver.editor.find(text, initial).into_iter().map(said).collect()
}

#[test]
fn a_house_is_found_by_its_number_however_it_is_written() {
    let driver = estate();
    for text in [
        "7",
        "7号楼",
        "7 号楼",
        "７号楼",
        "7号",
        "七号楼",
        "7栋",
        "house 7",
        "Building 7",
        "No. 7",
    ] {
        let found = listed(&driver, text);
        assert_eq!(found.first().map(String::as_str), Some("b7"), "{text}: {found:?}");
    }
    assert_eq!(listed(&driver, "17号楼")[0], "b17");
    assert_eq!(listed(&driver, "十七号楼")[0], "b17");
    assert_eq!(listed(&driver, "7a")[0], "b7a");
    assert!(!listed(&driver, "7号楼").contains(&"hall".to_owned()));
}

#[test]
fn roads_and_named_buildings_are_found_by_name_and_by_initials() {
    let driver = estate();
    assert_eq!(listed(&driver, "中心")[0], "r1");
    assert_eq!(listed(&driver, "居委会"), ["hall"]);
    assert_eq!(listed(&driver, "zxl"), ["r1"]);
}

#[test]
fn things_are_found_by_kind_and_note_in_both_languages() {
    let driver = estate();
    assert_eq!(listed(&driver, "长椅")[..2], ["p2", "bench"]);
    assert_eq!(listed(&driver, "bench")[..2], ["p2", "bench"]);
    assert_eq!(listed(&driver, "下棋")[0], "p2");
    assert!(listed(&driver, "cy").contains(&"p2".to_owned()));
}

#[test]
fn every_action_is_listed_and_found_in_both_languages() {
    let driver = estate();
    assert_eq!(listed(&driver, "").len(), mulin::editor::ACTIONS.len());
    assert!(listed(&driver, "撤销").contains(&"action-undo".to_owned()));
    assert!(listed(&driver, "UNDO").contains(&"action-undo".to_owned()));
    assert_eq!(listed(&driver, "turn left")[0], "action-turn-left");
    assert!(listed(&driver, "no such thing").is_empty());
    let why = driver
        .editor
        .find("delete", no_initial)
        .into_iter()
        .find_map(|entry| match entry {
            Entry::Act(row, can) if row.action == Action::Delete => can.reason(),
            _ => None,
        });
    assert_eq!(why, Some("why-nothing-selected"));
}

#[test]
fn going_to_a_thing_chooses_it_and_to_a_house_marks_it() {
    let driver = estate().event(Event::Visit(Spot::Thing(PlacementId::new("p2"))));
    let seen = |driver: &TestEditor, x, y| driver.editor.view().bounds().contains(WorldPt::new(x, y));
    assert!(seen(&driver, 110.0, 80.0));
    let driver = driver.selected(&["p2"]).says("say-selected");
    let driver = driver
        .event(Event::Visit(Spot::Feature(FeatureId::new("b7"))))
        .says("say-here");
    assert!(seen(&driver, 20.0, 6.0));
    assert_eq!(driver.editor.overlay().found.len(), 1);
    let gone = driver.down(100.0, 70.0).up();
    assert!(
        gone.editor.overlay().found.is_empty(),
        "the next press takes the mark away"
    );
    gone.event(Event::Visit(Spot::Feature(FeatureId::new("nowhere"))))
        .says("why-gone");
}

#[test]
fn an_empty_text_asks_for_nothing() {
    assert!(Query::new(" \u{3000} ").is_empty());
    assert_eq!(Query::new("ＡＢ").score("abc", no_initial), Some(1));
    assert_eq!(Query::new("b").score("a b", no_initial), Some(2));
    assert_eq!(Query::new("b").score("ab", no_initial), Some(4));
    assert_eq!(Query::new("b x").score("ab", no_initial), None);
}
