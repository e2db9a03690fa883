//! Drawing areas and paths by their corners.

use mulin::design::PlacementShape;
use mulin::editor::{Action, Key};
use mulin::geometry::WorldPt;

use crate::test_editor::TestEditor;

pub fn drawing(kind: &str) -> TestEditor {
    TestEditor::with(&[]).pick(kind).act(Action::ToolOutline)
}

pub const L: [(f64, f64); 6] = [
    (10., 5.),
    (30., 5.),
    (30., 12.),
    (18., 12.),
    (18., 20.),
    (10., 20.),
];

pub fn tapped(mut driver: TestEditor, corners: &[(f64, f64)]) -> TestEditor {
    for (x, y) in corners {
        driver = driver.tap(*x, *y);
    }
    driver
}

#[test]
fn tap_by_tap_and_on_the_first_corner_it_closes() {
    tapped(drawing("car-park"), &L)
        .is_in("outline.polygon.next")
        .things(0)
        .tap(10.1, 5.1)
        .is_in("select.idle")
        .corners("p1", &L)
        .selected(&["p1"])
        .steps(1)
        .says("say-placed")
        .undo()
        .things(0);
}

#[test]
fn enter_a_button_and_two_taps_close_it_too() {
    tapped(drawing("lawn"), &L).key(Key::Enter).corners("p1", &L);
    tapped(drawing("lawn"), &L).act(Action::Done).corners("p1", &L);
    tapped(drawing("lawn"), &L).tap(10.0, 20.0).corners("p1", &L);
}

#[test]
fn pressed_pulled_and_let_go_it_is_a_rectangle() {
    drawing("plaza")
        .down(10.0, 5.0)
        .to(14.0, 9.0)
        .is_in("outline.polygon.pulling")
        .to(24.0, 17.0)
        .up()
        .corners("p1", &[(10., 5.), (24., 5.), (24., 17.), (10., 17.)])
        .steps(1);
}

#[test]
fn the_last_corner_can_be_taken_back_and_escape_draws_nothing() {
    let driver = tapped(drawing("lawn"), &L[..4]).key(Key::Backspace).undo();
    let sketch = driver.editor.overlay().sketch.expect("a sketch");
    assert_eq!(sketch.corners.len(), 2);
    driver.key(Key::Escape).is_in("select.idle").things(0).steps(0);
}

#[test]
fn an_outline_that_crosses_itself_is_kept_and_shown_and_cannot_be_finished_until_it_is_mended() {
    let driver = tapped(drawing("lawn"), &[(10., 5.), (30., 5.), (30., 20.)])
        .tap(20.0, 1.0)
        .says("why-crossed-draft")
        .is_in("outline.polygon.crossed");
    let shown = driver.editor.overlay();
    assert_eq!(shown.crossings.len(), 1);
    assert!(
        shown.crossings[0].distance(WorldPt::new(22.105, 5.0)) < 0.01,
        "{shown:?}"
    );
    assert_eq!(
        driver.editor.can(Action::Done).reason(),
        Some("why-crossed-draft")
    );
    // Neither Done, nor Enter, nor a tap on the first corner ends it, and all of it stays.
    let driver = driver
        .act(Action::Done)
        .says("why-crossed-draft")
        .key(Key::Enter)
        .says("why-crossed-draft");
    let driver = driver
        .tap(10.0, 5.0)
        .says("why-crossed-draft")
        .is_in("outline.polygon.crossed");
    assert_eq!(driver.editor.points_set(), 4);
    // A corner is dragged to where the sides no longer cross.
    driver
        .down(20.0, 1.0)
        .to(12.0, 15.0)
        .is_in("outline.polygon.corner")
        .to(10.0, 20.0)
        .up()
        .is_in("outline.polygon.next")
        .act(Action::Done)
        .corners("p1", &[(10., 5.), (30., 5.), (30., 20.), (10., 20.)])
        .steps(1);
}

#[test]
fn a_crossing_is_also_mended_by_taking_the_point_back() {
    tapped(drawing("lawn"), &[(10., 5.), (30., 5.), (30., 20.), (20., 1.)])
        .is_in("outline.polygon.crossed")
        .act(Action::PointBack)
        .is_in("outline.polygon.next")
        .tap(10.0, 20.0)
        .key(Key::Enter)
        .corners("p1", &[(10., 5.), (30., 5.), (30., 20.), (10., 20.)]);
}

#[test]
fn a_side_that_would_cross_on_the_way_back_to_the_first_corner_says_so() {
    let driver = tapped(drawing("lawn"), &[(10., 5.), (30., 5.), (20., 10.), (24., 2.)]);
    assert_eq!(
        driver.editor.can(Action::Done).reason(),
        Some("why-crossed-draft")
    );
    assert!(!driver.editor.overlay().crossings.is_empty());
}

#[test]
fn escape_puts_a_dragged_corner_back_and_then_the_drawing() {
    let driver = tapped(drawing("lawn"), &L[..4])
        .down(30.0, 12.0)
        .to(25.0, 16.0)
        .key(Key::Escape);
    let driver = driver.is_in("outline.polygon.next").up();
    assert_eq!(
        driver.editor.overlay().sketch.map(|sketch| sketch.corners[2]),
        Some(WorldPt::new(30.0, 12.0))
    );
    driver.key(Key::Escape).is_in("select.idle").things(0).steps(0);
}

#[test]
fn an_outline_that_cannot_be_closed_says_why_and_stays() {
    tapped(drawing("lawn"), &L[..2])
        .key(Key::Enter)
        .says("why-too-few-corners")
        .is_in("outline.polygon.next")
        .things(0);
}

#[test]
fn a_path_ends_where_it_is_tapped_twice() {
    let driver = tapped(
        drawing("fitness-path"),
        &[(5., 5.), (20., 5.), (25., 15.), (25., 15.)],
    );
    let driver = driver.corners("p1", &[(5., 5.), (20., 5.), (25., 15.)]);
    assert!(matches!(driver.shape("p1"), PlacementShape::Path { .. }));
}

#[test]
fn a_path_in_one_pull_is_a_straight_piece() {
    drawing("fitness-path")
        .drag((5., 5.), (20., 9.))
        .corners("p1", &[(5., 5.), (20., 9.)]);
}

#[test]
fn by_keys_alone_an_area_is_drawn() {
    let mut driver = drawing("lawn").key(Key::Right).key(Key::Enter);
    driver = driver.shift().key(Key::Right).bare().key(Key::Enter);
    driver = driver.shift().key(Key::Up).bare().key(Key::Enter);
    driver = driver.act(Action::Done);
    driver
        .corners("p1", &[(20.5, 15.), (25.5, 15.), (25.5, 20.)])
        .says("say-placed");
}

#[test]
fn a_second_finger_and_a_lost_pointer_keep_the_corners_drawn_so_far() {
    let driver = tapped(drawing("lawn"), &L[..3]).by_finger();
    let driver = driver
        .down(12.0, 20.0)
        .finger_down(2, 500.0, 300.0)
        .finger_up(1)
        .finger_up(2);
    assert_eq!(driver.editor.overlay().sketch.map(|s| s.corners.len()), Some(3));
    let driver = driver.down(12.0, 20.0).lost();
    assert_eq!(driver.editor.overlay().sketch.map(|s| s.corners.len()), Some(3));
}

#[test]
fn a_kind_without_corners_cannot_be_drawn_and_says_why() {
    TestEditor::with(&[])
        .pick("bench")
        .act(Action::ToolOutline)
        .says("why-no-corners")
        .is_in("place.waiting");
}
