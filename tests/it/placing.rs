//! Placing out of the palette.

use mulin::design::PlacementShape;
use mulin::editor::{Action, Effect, Event, Key};
use mulin::geometry::ScreenPt;

use crate::test_editor::TestEditor;

#[test]
fn dragged_out_of_the_palette_a_thing_is_placed_where_it_is_let_go() {
    let driver = TestEditor::with(&[])
        .carry("pavilion", -5.0, 15.0)
        .is_in("place.carrying")
        .to(12.0, 8.0);
    let overlay = driver.editor.overlay();
    assert!(overlay.held[0].ghost && !overlay.held[0].refused);
    driver
        .up()
        .is_in("select.idle")
        .things(1)
        .at("p1", 12.0, 8.0)
        .selected(&["p1"])
        .says("say-placed")
        .asks(&Effect::DesignChanged)
        .steps(1)
        .undo()
        .things(0);
}

#[test]
fn let_go_outside_the_plan_nothing_is_placed() {
    let driver = TestEditor::with(&[]).carry("pavilion", 12.0, 8.0).to(-30.0, 8.0);
    assert!(driver.editor.overlay().held[0].refused);
    driver.up().is_in("select.idle").things(0).steps(0);
}

#[test]
fn picked_then_tapped_a_thing_is_placed() {
    let driver = TestEditor::with(&[])
        .pick("bench")
        .is_in("place.waiting")
        .says("say-picked");
    assert_eq!(
        driver.editor.picked_kind().map(|kind| kind.id.as_str()),
        Some("bench")
    );
    driver
        .to(5.0, 5.0)
        .tap(6.0, 7.0)
        .things(1)
        .at("p1", 6.0, 7.0)
        .is_in("select.idle");
}

#[test]
fn again_keeps_the_kind_in_the_hand_without_a_key() {
    let driver = TestEditor::with(&[]).by_finger().pick("tree");
    assert!(!driver.editor.places_again());
    let driver = driver
        .act(Action::PlaceAgain)
        .says("say-again-on")
        .is_in("place.waiting");
    assert!(driver.editor.places_again());
    let driver = driver
        .tap(6.0, 7.0)
        .is_in("place.waiting")
        .tap(9.0, 7.0)
        .tap(12.0, 7.0);
    // By keys as well.
    let driver = driver.key(Key::Right).key(Key::Enter).is_in("place.waiting");
    let driver = driver
        .at("p1", 6.0, 7.0)
        .at("p3", 12.0, 7.0)
        .at("p4", 12.5, 7.0)
        .steps(4);
    // Pressed once more, the next is the last.
    let driver = driver
        .act(Action::PlaceAgain)
        .says("say-again-off")
        .tap(20.0, 7.0);
    let driver = driver.is_in("select.idle").things(5).steps(5).undo().things(4);
    // It holds for what is in the hand, and Escape puts that away.
    let driver = driver
        .pick("lamp")
        .act(Action::PlaceAgain)
        .key(Key::Escape)
        .is_in("select.idle");
    let driver = driver.act(Action::PlaceAgain).says("why-nothing-picked");
    assert!(!driver.pick("lamp").editor.places_again());
}

#[test]
fn with_shift_the_kind_stays_in_the_hand() {
    TestEditor::with(&[])
        .pick("tree")
        .shift()
        .tap(6.0, 7.0)
        .tap(16.0, 7.0)
        .is_in("place.waiting")
        .bare()
        .key(Key::Escape)
        .is_in("select.idle")
        .things(2)
        .steps(2);
}

#[test]
fn escape_a_lost_pointer_and_a_second_finger_place_nothing() {
    TestEditor::with(&[])
        .carry("bench", 6.0, 7.0)
        .to(8.0, 8.0)
        .key(Key::Escape)
        .is_in("select.idle")
        .up()
        .things(0);
    TestEditor::with(&[])
        .carry("bench", 6.0, 7.0)
        .to(8.0, 8.0)
        .lost()
        .is_in("select.idle")
        .things(0);
    TestEditor::with(&[])
        .by_finger()
        .pick("bench")
        .down(6.0, 7.0)
        .is_in("place.pressing")
        .finger_down(2, 300.0, 300.0)
        .finger_up(1)
        .finger_up(2)
        .is_in("place.waiting")
        .things(0);
}

#[test]
fn by_keys_alone_a_thing_is_placed_turned_and_seen() {
    let driver = TestEditor::with(&[]).pick("bench");
    driver
        .key(Key::Right)
        .says("say-ghost-at")
        .key(Key::Right)
        .key(Key::Up)
        .typed('r')
        .says("say-turned")
        .key(Key::Enter)
        .things(1)
        .at("p1", 21.0, 15.5)
        .turned("p1", 345.0)
        .says("say-placed");
}

#[test]
fn a_button_places_in_the_middle_of_the_view() {
    TestEditor::with(&[])
        .pick("pavilion")
        .act(Action::PlaceHere)
        .things(1)
        .at("p1", 20.0, 15.0);
}

#[test]
fn a_car_park_is_dropped_as_an_area_of_its_default_size() {
    let driver = TestEditor::with(&[]).pick("car-park").tap(20.0, 15.0);
    let PlacementShape::Area(outline) = driver.shape("p1") else {
        panic!("an area");
    };
    assert_eq!(outline.bounds().width(), 24.0);
}

#[test]
fn a_kind_that_no_catalogue_has_is_told() {
    TestEditor::with(&[])
        .pick("swing")
        .says("why-no-such-kind")
        .is_in("select.idle");
}

#[test]
fn it_works_zoomed() {
    let driver = TestEditor::with(&[]).view(100.0, 100.0, 2.0);
    let at = ScreenPt::new(500.0, 200.0);
    let (pointer, expected) = (driver.pointer(1, at), driver.editor.view().world_from_screen(at));
    driver
        .pick("plaza")
        .event(Event::Down(pointer))
        .event(Event::Up(pointer))
        .at("p1", expected.x, expected.y);
}
