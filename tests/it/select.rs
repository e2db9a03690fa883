//! Selecting and moving.

use mulin::design::Placement;
use mulin::editor::{Action, Button, Effect, Event, Key, Pointer};
use mulin::geometry::ScreenPt;

use crate::plan::{area, thing};
use crate::test_editor::TestEditor;

/// A pavilion of 3.6 × 3.6 m and a table-tennis table beside it.
fn two() -> Vec<Placement> {
    vec![
        thing("p1", "pavilion", (10.0, 10.0)),
        thing("p2", "pavilion", (20.0, 10.0)),
    ]
}

#[test]
fn dragging_moves_a_thing_and_one_undo_puts_it_back() {
    TestEditor::with(&two())
        .down(10.5, 10.0)
        .is_in("select.pointing")
        .to(15.0, 10.0)
        .to(30.5, 15.0)
        .is_in("select.dragging")
        .at("p1", 10.0, 10.0)
        .up()
        .is_in("select.idle")
        .says("say-moved")
        .at("p1", 30.0, 15.0)
        .selected(&["p1"])
        .steps(1)
        .undo()
        .at("p1", 10.0, 10.0)
        .redo()
        .at("p1", 30.0, 15.0);
}

#[test]
fn escape_and_a_lost_pointer_put_everything_back() {
    let driver = TestEditor::with(&two()).select(&["p2"]);
    let driver = driver.down(10.0, 10.0).to(14.0, 12.0).selected(&["p1"]);
    let driver = driver.key(Key::Escape).is_in("select.idle").selected(&["p2"]);
    let driver = driver.to(18.0, 18.0).up().at("p1", 10.0, 10.0).steps(0);
    driver
        .down(10.0, 10.0)
        .to(14.0, 12.0)
        .lost()
        .is_in("select.idle")
        .selected(&["p2"])
        .at("p1", 10.0, 10.0)
        .steps(0);
}

#[test]
fn a_trembling_hand_moves_nothing() {
    TestEditor::with(&two())
        .down(10.0, 10.0)
        .to(10.1, 10.1) // 2.8 pixels.
        .is_in("select.pointing")
        .up()
        .selected(&["p1"])
        .at("p1", 10.0, 10.0)
        .steps(0);
}

#[test]
fn a_move_paints_the_overlay_alone_once_the_thing_is_lifted() {
    let driver = TestEditor::with(&two())
        .down(10.0, 10.0)
        .to(12.0, 10.0)
        .asks(&Effect::PaintObjects);
    assert_eq!(driver.editor.resting().count(), 1);
    let driver = driver.to(13.0, 10.0);
    assert_eq!(driver.effects, [Effect::PaintOverlay]);
    let driver = driver
        .up()
        .asks(&Effect::PaintObjects)
        .asks(&Effect::DesignChanged);
    assert_eq!(driver.editor.resting().count(), 2);
}

#[test]
fn it_works_zoomed_and_far_from_the_middle() {
    TestEditor::with(&two())
        .view(60.0, 40.0, 3.0)
        .drag((10.0, 10.0), (70.0, 55.0))
        .at("p1", 70.0, 55.0);
    TestEditor::with(&two())
        .view(10.0, 10.0, 150.0)
        .drag((10.0, 10.0), (10.4, 9.3))
        .at("p1", 10.4, 9.3);
}

#[test]
fn shift_adds_and_takes_away_and_the_ground_lets_go() {
    let driver = TestEditor::with(&two())
        .tap(10.0, 10.0)
        .selected(&["p1"])
        .says("say-selected");
    let driver = driver
        .shift()
        .tap(20.0, 10.0)
        .selected(&["p1", "p2"])
        .says("say-selected-many");
    let driver = driver.tap(10.0, 10.0).selected(&["p2"]);
    driver
        .bare()
        .tap(2.0, 2.0)
        .selected(&[])
        .says("say-selected-none");
}

#[test]
fn several_move_together_as_one_step() {
    TestEditor::with(&two())
        .act(Action::SelectAll)
        .drag((20.0, 10.0), (20.0, 14.0))
        .at("p1", 10.0, 14.0)
        .at("p2", 20.0, 14.0)
        .selected(&["p1", "p2"])
        .steps(1)
        .undo()
        .at("p1", 10.0, 10.0)
        .at("p2", 20.0, 10.0);
}

#[test]
fn shift_and_drag_on_the_ground_selects_what_lies_in_the_box() {
    TestEditor::with(&two())
        .shift()
        .down(5.0, 5.0)
        .to(15.0, 15.0)
        .is_in("select.marquee")
        .up()
        .selected(&["p1"])
        .down(15.0, 5.0)
        .to(25.0, 15.0)
        .up()
        .selected(&["p1", "p2"]);
}

#[test]
fn dragging_the_ground_moves_the_view_and_escape_moves_it_back() {
    let driver = TestEditor::with(&two());
    let before = driver.editor.view();
    let driver = driver
        .down(2.0, 2.0)
        .to(4.0, 2.0)
        .is_in("select.panning")
        .asks(&Effect::PaintAll);
    assert_ne!(driver.editor.view(), before);
    let driver = driver.key(Key::Escape);
    assert_eq!(driver.editor.view(), before);
    driver.steps(0);
}

#[test]
fn the_middle_button_and_the_space_bar_move_the_view_over_things() {
    let driver = TestEditor::with(&two());
    let at = |x: f64| Pointer {
        button: Button::Middle,
        ..driver.pointer(1, ScreenPt::new(x, 200.0))
    };
    let (from, to) = (at(100.0), at(160.0));
    let before = driver.editor.view();
    let driver = driver
        .event(Event::Down(from))
        .event(Event::Move(to))
        .is_in("pan.panning");
    assert!((driver.editor.view().centre.x - (before.centre.x - 3.0)).abs() < 1e-9);
    let driver = driver.event(Event::Up(to)).is_in("select.idle");
    let driver = driver.key(Key::Space).down(10.0, 10.0).is_in("pan.panning").up();
    driver
        .event(Event::KeyUp(Key::Space))
        .down(10.0, 10.0)
        .is_in("select.pointing")
        .steps(0);
}

#[test]
fn what_stands_goes_before_ground_and_small_before_large() {
    let things = [
        area("p1", "plaza", (5.0, 5.0), (25.0, 20.0)),
        area("p2", "lawn", (8.0, 8.0), (14.0, 14.0)),
        thing("p3", "lamp", (10.0, 10.0)),
    ];
    TestEditor::with(&things)
        .tap(10.0, 10.0)
        .selected(&["p3"])
        .tap(12.0, 12.0)
        .selected(&["p2"])
        .tap(20.0, 18.0)
        .selected(&["p1"]);
}

#[test]
fn a_small_thing_is_met_by_a_near_tap() {
    let things = [thing("p1", "lamp", (10.0, 10.0))];
    TestEditor::with(&things)
        .view(50.0, 50.0, 4.0)
        .tap(10.7, 10.0)
        .selected(&["p1"]);
    TestEditor::with(&things)
        .view(50.0, 50.0, 4.0)
        .by_finger()
        .tap(13.0, 10.0)
        .selected(&["p1"]);
}

#[test]
fn deleting_is_a_step_and_undo_brings_back_the_order() {
    let driver = TestEditor::with(&two())
        .tap(10.0, 10.0)
        .key(Key::Delete)
        .things(1)
        .selected(&[])
        .says("say-deleted");
    let driver = driver.undo().things(2).says("say-undone");
    assert_eq!(driver.editor.design().placements()[0].id.as_str(), "p1");
}

#[test]
fn a_copy_stands_beside_and_is_selected() {
    TestEditor::with(&two())
        .tap(10.0, 10.0)
        .typed('d')
        .things(3)
        .selected(&["p3"])
        .at("p3", 14.1, 10.0)
        .undo()
        .things(2);
}
