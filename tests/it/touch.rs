//! Fingers: two of them pan and zoom, one draws.

use mulin::editor::Action;
use mulin::geometry::ScreenPt;

use crate::plan::thing;
use crate::test_editor::TestEditor;

fn one() -> TestEditor {
    TestEditor::with(&[thing("p1", "pavilion", (20.0, 15.0))]).by_finger()
}

#[test]
fn what_lies_between_two_fingers_stays_between_them() {
    let driver = one();
    let held = driver
        .editor
        .view()
        .world_from_screen(ScreenPt::new(250.0, 200.0));
    let driver = driver
        .finger_down(1, 200.0, 200.0)
        .finger_down(2, 300.0, 200.0)
        .is_in("pan.pinching")
        .finger_to(1, 150.0, 260.0)
        .finger_to(2, 450.0, 260.0);
    let view = driver.editor.view();
    assert!(view.screen_from_world(held).distance(ScreenPt::new(300.0, 260.0)) < 1e-6);
    assert!((view.scale - 60.0).abs() < 1e-6);
    driver.finger_up(1).finger_up(2).is_in("select.idle").steps(0);
}

#[test]
fn a_second_finger_that_moves_puts_back_what_the_first_had_begun() {
    let driver = one().down(20.0, 15.0).to(24.0, 15.0).is_in("select.dragging");
    driver
        .finger_down(2, 100.0, 100.0)
        .is_in("select.dragging")
        .finger_to(2, 130.0, 100.0)
        .is_in("pan.pinching")
        .finger_to(1, 300.0, 300.0)
        .finger_up(2)
        .finger_to(1, 500.0, 300.0)
        .finger_up(1)
        .is_in("select.idle")
        .at("p1", 20.0, 15.0)
        .selected(&[])
        .steps(0);
}

#[test]
fn after_a_pinch_no_finger_draws_until_all_are_up() {
    let driver = one()
        .finger_down(2, 100.0, 100.0)
        .down(20.0, 15.0)
        .is_in("pan.pinching")
        .finger_up(2);
    driver
        .to(30.0, 20.0)
        .up()
        .at("p1", 20.0, 15.0)
        .down(20.0, 15.0)
        .is_in("select.pointing");
}

#[test]
fn one_finger_drags_a_thing_and_on_the_ground_the_view() {
    one()
        .drag((20.0, 15.0), (25.0, 15.0))
        .at("p1", 25.0, 15.0)
        .steps(1);
    let driver = one();
    let before = driver.editor.view();
    let driver = driver.down(5.0, 5.0).to(8.0, 5.0).is_in("select.panning").up();
    assert_ne!(driver.editor.view(), before);
    driver.steps(0);
}

#[test]
fn a_finger_trembles_more_than_a_mouse() {
    one()
        .down(20.0, 15.0)
        .to(20.35, 15.0)
        .is_in("select.pointing")
        .up()
        .at("p1", 20.0, 15.0);
}

#[test]
fn a_handle_is_met_within_twenty_two_pixels() {
    let driver = TestEditor::with(&[thing("p1", "plaza", (20.0, 15.0))])
        .by_finger()
        .select(&["p1"]);
    let driver = driver.view(20.0, 15.0, 15.0);
    // The plaza's corner, one metre (15 px) off.
    let bounds = driver.shape("p1").bounds();
    let at = (bounds.max.x + 1.0, bounds.max.y + 1.0);
    driver
        .down(at.0, at.1)
        .to(at.0 + 2.0, at.1 + 2.0)
        .is_in("select.reshaping")
        .up()
        .steps(1);
}

#[test]
fn the_hand_tool_moves_the_view_over_things() {
    one()
        .act(Action::ToolPan)
        .is_in("pan.idle")
        .down(20.0, 15.0)
        .to(25.0, 15.0)
        .is_in("pan.panning")
        .up()
        .at("p1", 20.0, 15.0)
        .act(Action::ToolSelect)
        .is_in("select.idle");
}
