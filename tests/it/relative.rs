//! Placing beside another thing through the form: '6 m south of house 3'.

use mulin::catalogue::KindId;
use mulin::design::PlacementId;
use mulin::editor::{Beside, Effect, Event, Spot};
use mulin::estate::{Class, FeatureId, GateUse};
use mulin::geometry::Region;
use mulin::layout::Heading;
use mulin::text::{Lang, say};

use crate::plan::{slab, spot, thing};
use crate::test_editor::TestEditor;

fn estate() -> TestEditor {
    let gate = spot("gate", Class::Gate { usage: GateUse::Foot }, (150.0, 0.0));
    TestEditor::beside(
        vec![slab("b3", "3", (40., 80.), (80., 92.)), gate],
        &[
            thing("p1", "bench", (20.0, 15.0)),
            thing("p2", "pavilion", (120.0, 30.0)),
        ],
    )
}

fn house() -> Spot {
    Spot::Feature(FeatureId::new("b3"))
}

fn asked(kind: Option<&str>, spot: Spot, heading: Heading, gap: f64) -> Event {
    Event::Beside(Beside {
        kind: kind.map(KindId::new),
        spot,
        heading,
        gap,
    })
}

fn gap(driver: &TestEditor, id: &str) -> f64 {
    let slab = slab("b3", "3", (40., 80.), (80., 92.));
    let edge = Region::from(slab.shape.outline().expect("an area"));
    driver.shape(id).region().distance(&edge)
}

#[test]
fn six_metres_south_of_house_three_is_measured_from_the_facade() {
    let driver = estate().event(asked(Some("pavilion"), house(), Heading::South, 6.0));
    assert!((gap(&driver, "p3") - 6.0).abs() < 0.002);
    let driver = driver
        .at("p3", 60.0, 80.0 - 6.0 - 1.8)
        .selected(&["p3"])
        .things(3)
        .steps(1)
        .says("say-beside");
    let said = driver.effects.iter().find_map(|effect| match effect {
        Effect::Announce(message) if message.key == "say-beside" => Some(say(Lang::ZhCn, message)),
        _ => None,
    });
    assert_eq!(said.as_deref(), Some("亭子放在了3 号楼南侧，相隔 6 米"));
    driver.undo().things(2);
}

#[test]
fn every_direction_keeps_the_gap() {
    for heading in Heading::ALL {
        let driver = estate().event(asked(Some("bench"), house(), heading, 2.5));
        assert!((gap(&driver, "p3") - 2.5).abs() < 0.002, "{heading:?}");
    }
}

#[test]
fn what_is_chosen_is_moved_and_keeps_its_turn() {
    let driver = estate()
        .select(&["p1"])
        .event(asked(None, house(), Heading::East, 3.0))
        .says("say-beside")
        .turned("p1", 0.0)
        .steps(1);
    assert!((gap(&driver, "p1") - 3.0).abs() < 0.002);
    driver.undo().at("p1", 20.0, 15.0);
}

#[test]
fn a_new_thing_turns_its_back_to_the_facade() {
    estate()
        .event(asked(Some("bench"), house(), Heading::South, 1.0))
        .turned("p3", 0.0);
    estate()
        .event(asked(Some("bench"), house(), Heading::North, 1.0))
        .turned("p3", 180.0);
    estate()
        .event(asked(Some("bench"), house(), Heading::West, 1.0))
        .turned("p3", 270.0);
}

#[test]
fn a_placed_thing_and_a_gate_serve_as_well() {
    let pavilion = Spot::Thing(PlacementId::new("p2"));
    let driver = estate().event(asked(Some("lamp"), pavilion, Heading::West, 4.0));
    let away = driver.shape("p3").region().distance(&driver.shape("p2").region());
    assert!((away - 4.0).abs() < 0.01, "{away}");
    let gate = Spot::Feature(FeatureId::new("gate"));
    estate()
        .event(asked(Some("lamp"), gate, Heading::North, 5.0))
        .things(3);
}

#[test]
fn what_cannot_be_says_why_and_changes_nothing() {
    for gap in [-1.0, f64::NAN, 501.0, f64::INFINITY] {
        estate()
            .event(asked(Some("bench"), house(), Heading::South, gap))
            .says("why-gap")
            .things(2);
    }
    estate()
        .event(asked(None, house(), Heading::South, 1.0))
        .says("why-nothing-selected");
    let itself = Spot::Thing(PlacementId::new("p1"));
    estate()
        .select(&["p1"])
        .event(asked(None, itself, Heading::South, 1.0))
        .says("why-beside-itself")
        .steps(0);
    let nowhere = Spot::Feature(FeatureId::new("nowhere"));
    estate()
        .event(asked(Some("bench"), nowhere, Heading::South, 1.0))
        .says("why-gone");
    estate()
        .event(asked(Some("no-such"), house(), Heading::South, 1.0))
        .says("why-no-such-kind");
}
