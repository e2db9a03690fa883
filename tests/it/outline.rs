//! Drawing areas and paths by their corners.

use mulin::catalogue::KindId;
use mulin::design::PlacementShape;
use mulin::editor::{Action, Event, Key};
use mulin::geometry::{Outline, WorldPt};

use crate::plan::slab;
use crate::test_editor::TestEditor;

fn drawing(kind: &str) -> TestEditor {
    TestEditor::with(&[]).pick(kind).act(Action::ToolOutline)
}

const L: [(f64, f64); 6] = [
    (10., 5.),
    (30., 5.),
    (30., 12.),
    (18., 12.),
    (18., 20.),
    (10., 20.),
];

fn tapped(mut driver: TestEditor, corners: &[(f64, f64)]) -> TestEditor {
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

#[test]
fn with_nothing_picked_a_plaza_is_drawn_and_then_what_was_drawn_last() {
    let driver = TestEditor::with(&[])
        .act(Action::ToolOutline)
        .is_in("outline.polygon.first");
    assert_eq!(
        driver
            .editor
            .picked_kind()
            .map(|kind| kind.id.as_str().to_owned()),
        Some("plaza".into())
    );
    let driver = driver
        .event(Event::Draw(KindId::new("lawn")))
        .drag((10., 5.), (20., 12.));
    assert_eq!(driver.editor.design().placements()[0].kind.as_str(), "lawn");
    let driver = driver.act(Action::ToolRectangle);
    assert_eq!(
        driver
            .editor
            .picked_kind()
            .map(|kind| kind.id.as_str().to_owned()),
        Some("lawn".into())
    );
    driver
        .event(Event::Draw(KindId::new("bench")))
        .says("why-no-corners")
        .event(Event::Draw(KindId::new("nothing")))
        .says("why-no-such-kind")
        .act(Action::ToolPath)
        .is_in("outline.path.first");
}

#[test]
fn a_rectangle_is_two_taps_or_one_pull() {
    let rectangle = [(10., 5.), (24., 5.), (24., 17.), (10., 17.)];
    let driver = TestEditor::with(&[])
        .act(Action::ToolRectangle)
        .is_in("outline.rectangle.first");
    let driver = driver
        .tap(10.0, 5.0)
        .is_in("outline.rectangle.second")
        .to(24.0, 17.0);
    assert_eq!(
        driver.editor.overlay().dimensions.len(),
        2,
        "its sides are said while it grows"
    );
    driver
        .tap(24.0, 17.0)
        .is_in("select.idle")
        .corners("p1", &rectangle)
        .steps(1)
        .undo()
        .things(0);
    let driver = TestEditor::with(&[])
        .act(Action::ToolRectangle)
        .down(10.0, 5.0)
        .to(20.0, 9.0);
    driver
        .is_in("outline.rectangle.pulling")
        .to(24.0, 17.0)
        .up()
        .corners("p1", &rectangle)
        .steps(1);
}

#[test]
fn a_rectangle_of_no_size_says_so_and_the_first_corner_stays() {
    TestEditor::with(&[])
        .act(Action::ToolRectangle)
        .tap(10.0, 5.0)
        .tap(18.0, 5.0)
        .says("why-no-area")
        .is_in("outline.rectangle.second")
        .act(Action::Done)
        .says("why-rectangle-second")
        .key(Key::Backspace)
        .is_in("outline.rectangle.first")
        .things(0);
}

#[test]
fn three_points_make_a_rectangle_at_any_angle() {
    // A side of 10 m along 3-4-5, and 5 m to its left.
    let corners = [(10., 5.), (18., 11.), (15., 15.), (7., 9.)];
    let driver = TestEditor::with(&[])
        .act(Action::ToolTurned)
        .is_in("outline.turned.first");
    let driver = driver
        .tap(10.0, 5.0)
        .is_in("outline.turned.second")
        .tap(18.0, 11.0);
    driver
        .is_in("outline.turned.third")
        .tap(11.0, 12.0)
        .corners("p1", &corners)
        .steps(1)
        .undo()
        .things(0);
    // The first side by a pull, the depth by a tap.
    let driver = TestEditor::with(&[])
        .act(Action::ToolTurned)
        .down(10.0, 5.0)
        .to(14.0, 8.0);
    let driver = driver
        .is_in("outline.turned.pulling")
        .to(18.0, 11.0)
        .up()
        .is_in("outline.turned.third");
    driver.tap(11.0, 12.0).corners("p1", &corners);
}

#[test]
fn by_keys_alone_a_rectangle_is_drawn_from_the_middle_of_the_view() {
    let driver = TestEditor::with(&[]).typed('u').is_in("outline.rectangle.first");
    let driver = driver
        .key(Key::Enter)
        .says("say-cross")
        .key(Key::Enter)
        .is_in("outline.rectangle.second");
    let driver = driver
        .shift()
        .key(Key::Right)
        .says("say-cross-from")
        .key(Key::Up)
        .bare();
    driver
        .key(Key::Enter)
        .corners("p1", &[(20., 15.), (25., 15.), (25., 20.), (20., 20.)])
        .says("say-placed");
}

#[test]
fn changing_the_mode_keeps_what_the_new_one_can_use() {
    let driver = tapped(drawing("lawn"), &L[..4])
        .act(Action::ToolTurned)
        .is_in("outline.turned.third");
    let driver = driver
        .act(Action::ToolRectangle)
        .is_in("outline.rectangle.second");
    let driver = driver.act(Action::ToolOutline).is_in("outline.polygon.next");
    assert_eq!(driver.editor.points_set(), 1);
}

/// Every way to draw, by a finger, near and far and on a turned plan: the same corners.
#[test]
fn every_mode_draws_the_same_zoomed_and_turned_and_by_a_finger() {
    for (scale, turn) in [(8.0, 0.0), (60.0, 0.0), (20.0, 30.0), (20.0, -135.0)] {
        let start = |action| {
            let driver = TestEditor::with(&[])
                .view(20.0, 15.0, scale)
                .event(Event::TurnView(turn));
            driver.by_finger().act(action)
        };
        let turned = [(18., 11.), (22., 14.), (19., 18.), (15., 15.)];
        start(Action::ToolTurned)
            .tap(18., 11.)
            .tap(22., 14.)
            .tap(19., 18.)
            .corners("p1", &turned);
        let l = [
            (16., 10.),
            (26., 10.),
            (26., 13.),
            (20., 13.),
            (20., 20.),
            (16., 20.),
        ];
        tapped(start(Action::ToolOutline), &l)
            .act(Action::Done)
            .corners("p1", &l);
        tapped(start(Action::ToolPath), &l[..3])
            .act(Action::Done)
            .corners("p1", &l[..3]);
        // Upright is upright on the screen.
        let driver = start(Action::ToolRectangle).tap(18., 12.).tap(22., 17.);
        let PlacementShape::Area(outline) = driver.shape("p1") else {
            panic!("an area")
        };
        let view = driver.editor.view();
        for side in outline.sides() {
            let (a, b) = (view.screen_from_world(side.from), view.screen_from_world(side.to));
            assert!((a.x - b.x).abs() < 0.2 || (a.y - b.y).abs() < 0.2, "{a:?} {b:?}");
        }
    }
}

#[test]
fn corners_snap_to_a_wall_and_are_told_not_to_by_alt_or_the_switch() {
    let house = || vec![slab("b1", "1", (0.0, 22.0), (40.0, 32.0))];
    let start = || TestEditor::beside(house(), &[]).act(Action::ToolRectangle);
    let drawn = start().tap(10.0, 12.0).tap(20.0, 21.8);
    drawn.corners("p1", &[(10., 12.), (20., 12.), (20., 22.), (10., 22.)]);
    let free = [(10., 12.), (20., 12.), (20., 21.8), (10., 21.8)];
    start().alt().tap(10.0, 12.0).tap(20.0, 21.8).corners("p1", &free);
    let off = TestEditor::unsnapped(house()).act(Action::ToolRectangle);
    off.tap(10.0, 12.0).tap(20.0, 21.8).corners("p1", &free);
}

#[test]
fn more_corners_than_a_document_holds_are_refused_with_a_sentence() {
    let mut driver = TestEditor::with(&[]).act(Action::ToolPath);
    for at in 0..Outline::MAX_CORNERS {
        let (row, column) = (at / 60, at % 60);
        driver = driver.tap(5.0 + column as f64 * 0.5, 3.0 + row as f64 * 0.5);
    }
    driver
        .tap(39.0, 28.0)
        .says("why-too-many-corners")
        .act(Action::Done)
        .things(1);
}
