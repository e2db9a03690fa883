//! Fingers: two of them pan and zoom, one draws.

use mulin::editor::{Action, Effect, Event, Key, Pointer, PointerKind};
use mulin::geometry::{ScreenPt, ScreenVec, WorldPt};
use mulin::scene::HandleKind;
use mulin::text::{Lang, say};

use crate::plan::thing;
use crate::test_editor::TestEditor;

fn one() -> TestEditor {
    TestEditor::with(&[thing("p1", "pavilion", (20.0, 15.0))]).by_finger()
}

#[test]
fn a_hint_speaks_of_a_key_to_the_mouse_and_of_none_to_a_finger() {
    let shed = || TestEditor::with(&[thing("p1", "pavilion", (10.0, 10.0))]);
    let hint = |driver: TestEditor| {
        let driver = driver.down(10.0, 10.0).to(14.0, 10.0).is_in("select.dragging");
        let hint = driver.editor.hint().expect("a hint");
        Lang::ALL.map(|lang| say(lang, &hint))
    };
    assert!(hint(shed()).iter().all(|said| said.contains("Esc")));
    assert!(
        hint(shed().by_finger())
            .iter()
            .all(|said| !said.contains("Esc") && !said.is_empty())
    );
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
        .is_in("select.resizing")
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

fn pen(id: i32, driver: &TestEditor, x: f64, y: f64) -> Pointer {
    Pointer {
        kind: PointerKind::Pen,
        ..driver.pointer(id, driver.editor.view().screen_from_world(WorldPt::new(x, y)))
    }
}

#[test]
fn a_lost_finger_a_lost_window_and_a_turned_screen_put_a_drag_back() {
    let turned = || Event::Resized(ScreenVec::new(600.0, 800.0));
    for cut in [Event::PointerLost(1), Event::Interrupted, turned()] {
        let driver = one().down(20.0, 15.0).to(24.0, 15.0).is_in("select.dragging");
        let said = format!("{cut:?}");
        let driver = driver
            .event(cut)
            .is_in("select.idle")
            .at("p1", 20.0, 15.0)
            .steps(0);
        // What the finger does after that means nothing until it presses again.
        let driver = driver.to(30.0, 20.0).up().at("p1", 20.0, 15.0);
        assert!(driver.editor.overlay().held.is_empty(), "{said}");
        driver
            .drag((20.0, 15.0), (22.0, 15.0))
            .at("p1", 22.0, 15.0)
            .steps(1);
    }
}

#[test]
fn every_gesture_is_put_back_when_the_window_goes() {
    let corner = |driver: &TestEditor| {
        let bounds = driver.shape("p1").bounds();
        (bounds.max.x, bounds.max.y)
    };
    let plaza = || TestEditor::with(&[thing("p1", "plaza", (20.0, 15.0))]).view(20.0, 15.0, 15.0);
    let resizing = plaza().select(&["p1"]);
    let at = corner(&resizing);
    let before = resizing.shape("p1");
    let resizing = resizing
        .down(at.0, at.1)
        .to(at.0 + 3.0, at.1 + 3.0)
        .event(Event::Interrupted);
    assert_eq!(resizing.is_in("select.idle").shape("p1"), before);
    let boxed = plaza()
        .shift()
        .down(1.0, 1.0)
        .to(9.0, 9.0)
        .is_in("select.marquee");
    boxed.event(Event::Interrupted).is_in("select.idle").selected(&[]);
    let panned = one().down(5.0, 5.0).to(8.0, 5.0).is_in("select.panning");
    panned.event(Event::Interrupted).is_in("select.idle").steps(0);
    let pinched = one().finger_down(1, 200.0, 200.0).finger_down(2, 300.0, 200.0);
    let pinched = pinched.event(Event::Interrupted).is_in("select.idle");
    pinched.drag((20.0, 15.0), (22.0, 15.0)).steps(1);
}

#[test]
fn corners_already_set_stay_when_the_window_goes() {
    let driver = one()
        .pick("lawn")
        .act(Action::ToolOutline)
        .tap(5.0, 5.0)
        .tap(12.0, 5.0);
    let driver = driver.down(12.0, 9.0).event(Event::Interrupted);
    assert_eq!(driver.editor.overlay().sketch.expect("a sketch").corners.len(), 2);
}

#[test]
fn what_is_carried_out_of_the_palette_stays_in_the_hand_when_the_plan_changes_its_size() {
    one()
        .carry("bench", 10.0, 10.0)
        .event(Event::Resized(ScreenVec::new(800.0, 500.0)))
        .is_in("place.carrying")
        .to(12.0, 12.0)
        .up()
        .things(2);
}

#[test]
fn a_third_finger_changes_nothing() {
    let two = || one().finger_down(1, 200.0, 200.0).finger_down(2, 300.0, 200.0);
    let plain = two()
        .finger_to(1, 180.0, 200.0)
        .finger_to(2, 340.0, 220.0)
        .editor
        .view();
    let third = two()
        .finger_down(3, 700.0, 500.0)
        .finger_to(3, 100.0, 50.0)
        .finger_to(1, 180.0, 200.0)
        .finger_to(3, 500.0, 50.0)
        .finger_to(2, 340.0, 220.0);
    assert_eq!(third.editor.view(), plain);
    let after = third.finger_up(1);
    assert_eq!(after.editor.view(), plain, "a finger that goes moves nothing");
    after.finger_up(2).finger_up(3).is_in("select.idle").steps(0);
}

#[test]
fn a_palm_beside_a_pen_is_not_felt() {
    let driver = one();
    let from = pen(7, &driver, 20.0, 15.0);
    let driver = driver.event(Event::Down(from));
    let to = pen(7, &driver, 24.0, 15.0);
    let driver = driver.event(Event::Move(to)).is_in("select.dragging");
    // The hand that holds the pen rests on the glass and shifts.
    let driver = driver.finger_down(2, 600.0, 500.0).is_in("select.dragging");
    let driver = driver
        .finger_to(2, 640.0, 520.0)
        .finger_up(2)
        .is_in("select.dragging");
    driver.event(Event::Up(to)).at("p1", 24.0, 15.0).steps(1);
}

#[test]
fn a_long_press_chooses_what_lies_there_and_the_finger_draws_no_more() {
    let driver = one();
    let at = driver.pointer(
        1,
        driver.editor.view().screen_from_world(WorldPt::new(20.0, 15.0)),
    );
    let driver = driver
        .down(20.0, 15.0)
        .event(Event::Menu(at))
        .asks(&Effect::Shell(Action::ShowMenu))
        .selected(&["p1"]);
    let menu: Vec<Action> = driver.editor.menu().iter().map(|(row, _)| row.action).collect();
    assert!(menu.contains(&Action::Delete) && menu.contains(&Action::Duplicate));
    let driver = driver.to(30.0, 20.0).up().at("p1", 20.0, 15.0).steps(0);
    // On the ground nothing stays chosen, and the menu is another.
    let ground = driver.pointer(1, ScreenPt::new(5.0, 5.0));
    let driver = driver.event(Event::Menu(ground)).selected(&[]);
    let menu: Vec<Action> = driver.editor.menu().iter().map(|(row, _)| row.action).collect();
    assert!(menu.contains(&Action::AddWish) && !menu.contains(&Action::Delete));
}

#[test]
fn the_menu_of_several_keeps_them_chosen() {
    let driver = TestEditor::with(&[
        thing("p1", "pavilion", (10.0, 10.0)),
        thing("p2", "bench", (20.0, 10.0)),
    ]);
    let driver = driver.select(&["p1", "p2"]);
    let at = driver.pointer(
        1,
        driver.editor.view().screen_from_world(WorldPt::new(20.0, 10.0)),
    );
    let driver = driver.event(Event::Menu(at)).selected(&["p1", "p2"]);
    for (row, can) in driver.editor.menu() {
        assert_eq!(can, driver.editor.can(row.action));
    }
}

#[test]
fn escape_puts_a_view_back_that_a_hand_or_two_fingers_are_moving() {
    let driver = one().select(&["p1"]).act(Action::ToolPan);
    let before = driver.editor.view();
    let driver = driver.down(10.0, 10.0).is_in("pan.panning").to(14.0, 12.0);
    assert_ne!(driver.editor.view(), before);
    let driver = driver.key(Key::Escape).to(30.0, 30.0).up().is_in("pan.idle");
    assert_eq!(
        driver.editor.view(),
        before,
        "the tool stays, and so does what it began with"
    );
    let driver = driver.down(10.0, 10.0).to(14.0, 12.0).up();
    assert_ne!(driver.editor.view(), before, "the next press moves it again");

    let driver = one().select(&["p1"]);
    let before = driver.editor.view();
    let driver = driver
        .finger_down(1, 200.0, 200.0)
        .finger_down(2, 300.0, 200.0)
        .finger_to(2, 450.0, 260.0)
        .key(Key::Escape);
    assert_eq!(driver.editor.view(), before);
    driver
        .finger_to(1, 100.0, 100.0)
        .finger_up(1)
        .finger_up(2)
        .selected(&["p1"])
        .steps(0);
}

#[test]
fn escape_with_the_space_bar_held_puts_the_view_back_and_keeps_what_is_selected() {
    let driver = TestEditor::with(&[thing("p1", "pavilion", (20.0, 15.0))]).select(&["p1"]);
    let before = driver.editor.view();
    let driver = driver
        .key(Key::Space)
        .down(5.0, 5.0)
        .is_in("pan.panning")
        .to(9.0, 9.0);
    let driver = driver.key(Key::Escape).up().selected(&["p1"]);
    assert_eq!(driver.editor.view(), before);
}

#[test]
fn the_turning_handle_by_a_finger() {
    let driver = TestEditor::with(&[thing("p1", "pavilion", (20.0, 15.0))]).by_finger();
    let driver = driver.tap(20.0, 15.0).selected(&["p1"]);
    let handles = driver.editor.overlay().handles;
    let turning = handles.iter().find(|handle| handle.kind == HandleKind::Turn);
    let from = turning.expect("the turning handle").at;
    let to = from.turned_about(WorldPt::new(20.0, 15.0), 90.0);
    // A finger that comes down beside the middle of the handle has it, too.
    let driver = driver
        .down(from.x + 0.4, from.y)
        .to((from.x + to.x) / 2.0, to.y + 2.0);
    let driver = driver.is_in("select.rotating");
    let turned = driver.to(to.x, to.y + 0.4).up().steps(1).turned("p1", 90.0);
    turned.at("p1", 20.0, 15.0).undo().turned("p1", 0.0);
}
