//! Resizing, turning and reshaping by handles.

use mulin::design::{Placement, PlacementShape};
use mulin::editor::{Action, Effect, Event, Key, Property};
use mulin::geometry::{Turn, WorldPt, WorldVec};
use mulin::scene::HandleKind;

use crate::plan::{area, thing};
use crate::test_editor::TestEditor;

/// A corridor of 18 × 3.6 m: its length may change.
fn corridor(turn: f64) -> Placement {
    let mut corridor = thing("p1", "charging-shed", (20.0, 15.0));
    corridor.shape = PlacementShape::Rectangle {
        at: WorldPt::new(20.0, 15.0),
        size: WorldVec::new(12.0, 4.0),
        turn: Turn::new(turn),
    };
    corridor
}

fn handle(driver: &TestEditor, kind: HandleKind) -> (f64, f64) {
    let handles = driver.editor.overlay().handles;
    let found = handles.iter().find(|handle| handle.kind == kind);
    let at = found
        .unwrap_or_else(|| panic!("no {kind:?} among {handles:?}"))
        .at;
    (at.x, at.y)
}

/// Drags a handle by a step.
fn pull(driver: TestEditor, kind: HandleKind, by: (f64, f64)) -> TestEditor {
    let (x, y) = handle(&driver, kind);
    driver.drag((x, y), (x + by.0, y + by.1))
}

#[test]
fn a_side_is_pulled_and_the_opposite_side_stays() {
    let driver = TestEditor::with(&[corridor(0.0)]).tap(20.0, 15.0);
    pull(driver, HandleKind::Size(1, 0), (3.0, 1.0))
        .says("say-resized")
        .sized("p1", 15.0, 4.0)
        .at("p1", 21.5, 15.0)
        .steps(1)
        .undo()
        .sized("p1", 12.0, 4.0)
        .at("p1", 20.0, 15.0);
}

#[test]
fn a_turned_rectangle_stays_a_rectangle_and_keeps_its_turn() {
    let driver = TestEditor::with(&[corridor(30.0)]).tap(20.0, 15.0);
    let along = WorldVec::new(3.0, 1.0).turned(30.0);
    let driver = pull(driver, HandleKind::Size(1, 1), (along.x, along.y));
    let shift = WorldVec::new(1.5, 0.5).turned(30.0);
    driver
        .sized("p1", 15.0, 5.0)
        .turned("p1", 30.0)
        .at("p1", 20.0 + shift.x, 15.0 + shift.y);
}

#[test]
fn with_alt_both_sides_move_about_the_centre() {
    let driver = TestEditor::with(&[corridor(0.0)]).tap(20.0, 15.0).alt();
    pull(driver, HandleKind::Size(1, 0), (1.0, 0.0))
        .sized("p1", 14.0, 4.0)
        .at("p1", 20.0, 15.0);
}

#[test]
fn a_size_is_held_to_the_range_of_its_kind() {
    let driver = TestEditor::with(&[corridor(0.0)]).tap(20.0, 15.0);
    let driver = pull(driver, HandleKind::Size(0, 1), (0.0, 9.0)).sized("p1", 12.0, 6.6);
    let driver = pull(driver, HandleKind::Size(0, 1), (0.0, -9.0)).sized("p1", 12.0, 3.5);
    pull(driver, HandleKind::Size(-1, 0), (30.0, 0.0))
        .sized("p1", 1.6, 3.5)
        .at("p1", 25.2, 14.75);
}

#[test]
fn escape_in_a_resize_puts_the_size_back() {
    let driver = TestEditor::with(&[corridor(0.0)]).tap(20.0, 15.0);
    let (x, y) = handle(&driver, HandleKind::Size(1, 0));
    driver
        .down(x, y)
        .to(x + 4.0, y)
        .is_in("select.resizing")
        .key(Key::Escape)
        .is_in("select.idle")
        .up()
        .sized("p1", 12.0, 4.0)
        .steps(0);
}

#[test]
fn the_turning_handle_turns_about_the_centre() {
    let driver = TestEditor::with(&[corridor(0.0)]).tap(20.0, 15.0);
    let (x, y) = handle(&driver, HandleKind::Turn);
    driver
        .down(x, y)
        .to(15.0, 20.0)
        .is_in("select.rotating")
        .to(10.0, 15.0)
        .up()
        .says("say-turned")
        .turned("p1", 90.0)
        .at("p1", 20.0, 15.0)
        .undo()
        .turned("p1", 0.0);
}

#[test]
fn with_snapping_a_turn_falls_on_round_angles() {
    let driver = TestEditor::beside(Vec::new(), &[corridor(0.0)]).tap(20.0, 15.0);
    let (x, y) = handle(&driver, HandleKind::Turn);
    let driver = driver.down(x, y).to(15.5, 19.3).up();
    driver.turned("p1", 45.0);
}

#[test]
fn buttons_turn_by_fifteen_degrees() {
    TestEditor::with(&[corridor(0.0)])
        .tap(20.0, 15.0)
        .act(Action::TurnLeft)
        .turned("p1", 15.0)
        .act(Action::TurnRight)
        .act(Action::TurnRight)
        .turned("p1", 345.0)
        .steps(1)
        .undo()
        .turned("p1", 0.0);
}

#[test]
fn an_area_that_is_a_rectangle_stays_one_by_its_sides() {
    let plot = area("p1", "car-park", (10.0, 5.0), (30.0, 20.0));
    let driver = TestEditor::with(&[plot]).tap(20.0, 12.0);
    pull(driver, HandleKind::Size(1, 0), (4.0, 2.0))
        .corners("p1", &[(10., 5.), (34., 5.), (34., 20.), (10., 20.)])
        .steps(1);
}

#[test]
fn an_area_that_is_a_rectangle_stays_one_when_a_corner_is_pulled() {
    for (corner, by, corners) in [
        (2, (3.0, 4.0), [(10., 5.), (33., 5.), (33., 24.), (10., 24.)]),
        (0, (-2.0, 1.0), [(8., 6.), (30., 6.), (30., 20.), (8., 20.)]),
        (1, (1.0, -1.0), [(10., 4.), (31., 4.), (31., 20.), (10., 20.)]),
        (3, (1.0, -1.0), [(11., 5.), (30., 5.), (30., 19.), (11., 19.)]),
    ] {
        let plot = area("p1", "car-park", (10.0, 5.0), (30.0, 20.0));
        let driver = TestEditor::with(&[plot]).tap(20.0, 12.0);
        pull(driver, HandleKind::Corner(corner), by)
            .says("say-resized")
            .corners("p1", &corners)
            .undo()
            .corners("p1", &[(10., 5.), (30., 5.), (30., 20.), (10., 20.)]);
    }
}

#[test]
fn with_control_a_corner_of_a_rectangle_goes_its_own_way() {
    let plot = area("p1", "car-park", (10.0, 5.0), (30.0, 20.0));
    let driver = TestEditor::with(&[plot]).tap(20.0, 12.0);
    pull(driver.command(), HandleKind::Corner(2), (3.0, 4.0))
        .says("say-reshaped")
        .corners("p1", &[(10., 5.), (30., 5.), (33., 24.), (10., 20.)])
        .undo()
        .corners("p1", &[(10., 5.), (30., 5.), (30., 20.), (10., 20.)]);
}

#[test]
fn an_outline_that_would_cross_itself_keeps_its_last_sound_shape_and_says_so_once() {
    let plot = area("p1", "car-park", (10.0, 5.0), (30.0, 20.0));
    let driver = TestEditor::with(&[plot])
        .tap(20.0, 12.0)
        .command()
        .down(30.0, 20.0)
        .to(25.0, 18.0);
    let driver = driver.to(5.0, 10.0).says("why-crosses-itself").to(5.0, 11.0);
    assert!(driver.said().is_empty());
    driver
        .up()
        .corners("p1", &[(10., 5.), (30., 5.), (25., 18.), (10., 20.)]);
}

#[test]
fn the_middle_of_a_side_gives_a_new_corner_and_delete_takes_it_out() {
    let mut plot = area("p1", "lawn", (10.0, 5.0), (30.0, 20.0));
    let bent = [(10., 5.), (30., 5.), (32., 20.), (10., 20.)].map(|(x, y)| WorldPt::new(x, y));
    plot.shape = PlacementShape::Area(mulin::geometry::Outline::new(bent).unwrap());
    let driver = TestEditor::with(&[plot]).tap(20.0, 12.0);
    let driver = pull(driver, HandleKind::Insert(0), (0.0, -3.0))
        .corners("p1", &[(10., 5.), (20., 2.), (30., 5.), (32., 20.), (10., 20.)]);
    assert_eq!(driver.editor.selected_corner(), Some(1));
    driver
        .key(Key::Delete)
        .things(1)
        .corners("p1", &[(10., 5.), (30., 5.), (32., 20.), (10., 20.)])
        .steps(2);
}

#[test]
fn delete_with_a_chosen_corner_never_deletes_the_thing() {
    let mut plot = area("p1", "lawn", (10.0, 5.0), (30.0, 20.0));
    let three = [(10., 5.), (30., 5.), (20., 20.)].map(|(x, y)| WorldPt::new(x, y));
    plot.shape = PlacementShape::Area(mulin::geometry::Outline::new(three).unwrap());
    TestEditor::with(&[plot])
        .tap(20.0, 10.0)
        .tap(30.0, 5.0)
        .key(Key::Delete)
        .says("why-too-few-corners")
        .things(1);
}

#[test]
fn two_taps_on_a_side_put_a_corner_in_and_on_a_corner_take_it_out() {
    let plot = area("p1", "lawn", (10.0, 5.0), (30.0, 20.0));
    TestEditor::with(&[plot])
        .tap(20.0, 12.0)
        .double(14.0, 5.0)
        .corners("p1", &[(10., 5.), (14., 5.), (30., 5.), (30., 20.), (10., 20.)])
        .double(14.0, 5.0)
        .corners("p1", &[(10., 5.), (30., 5.), (30., 20.), (10., 20.)]);
}

#[test]
fn an_area_is_moved_whole() {
    TestEditor::with(&[area("p1", "plaza", (10.0, 5.0), (20.0, 12.0))])
        .drag((12.0, 7.0), (15.0, 9.0))
        .corners("p1", &[(13., 7.), (23., 7.), (23., 14.), (13., 14.)])
        .says("say-moved");
}

#[test]
fn a_small_thing_is_moved_by_its_middle_and_not_resized() {
    TestEditor::with(&[thing("p1", "bench", (20.0, 15.0))])
        .tap(20.0, 15.0)
        .drag((20.0, 15.0), (22.0, 15.0))
        .at("p1", 22.0, 15.0);
}

#[test]
fn a_thing_of_fixed_size_has_no_handles_to_resize_and_says_why() {
    let driver = TestEditor::with(&[thing("p1", "lamp", (20.0, 15.0))]).select(&["p1"]);
    let sizes = driver.editor.overlay().handles;
    assert!(
        !sizes.iter().any(|h| matches!(h.kind, HandleKind::Size(..))),
        "{sizes:?}"
    );
    driver.act(Action::Grow).says("why-size-is-fixed").steps(0);
}

#[test]
fn what_has_its_back_to_a_wall_grows_away_from_it() {
    let driver = TestEditor::with(&[corridor(30.0), thing("p2", "plaza", (50.0, 15.0))]);
    let back = |driver: &TestEditor, id: &str| match driver.shape(id) {
        PlacementShape::Rectangle { at, size, turn } => {
            at + WorldVec::toward(turn.degrees() + 90.0) * (size.y / 2.0)
        }
        other => panic!("{other:?} has no back"),
    };
    let before = back(&driver, "p1");
    let driver = driver.select(&["p1"]).set(Property::Depth(6.0));
    let driver = driver.sized("p1", 12.0, 6.0);
    assert!(back(&driver, "p1").distance(before) < 0.002);
    let driver = driver.act(Action::Shallower);
    assert!(back(&driver, "p1").distance(before) < 0.003, "and by keys");
    // A width has no side that is nearer to anything: it grows about the middle, as all of a plaza.
    let middle = driver.shape("p1").centre();
    let driver = driver.set(Property::Width(15.0)).at("p1", middle.x, middle.y);
    driver
        .select(&["p2"])
        .set(Property::Depth(20.0))
        .at("p2", 50.0, 15.0);
}

#[test]
fn the_inspector_sets_exact_values_each_as_one_step() {
    TestEditor::with(&[corridor(30.0)])
        .select(&["p1"])
        .set(Property::Width(13.25))
        .sized("p1", 13.25, 4.0)
        .set(Property::Turn(90.0))
        .turned("p1", 90.0)
        .set(Property::At(WorldPt::new(25.0, 11.0)))
        .at("p1", 25.0, 11.0)
        .set(Property::Depth(100.0))
        .sized("p1", 13.25, 6.6)
        .steps(4)
        .asks(&Effect::DesignChanged)
        .set(Property::Width(f64::NAN))
        .steps(4);
}

#[test]
fn slots_give_the_length_that_holds_them() {
    TestEditor::with(&[thing("p1", "charging-shed", (20.0, 15.0))])
        .select(&["p1"])
        .set(Property::Slots(25))
        .sized("p1", 20.0, 3.5)
        .set(Property::Slots(26))
        .sized("p1", 22.8, 3.5)
        .set(Property::Slots(10))
        .sized("p1", 8.0, 3.5);
}

#[test]
fn of_a_small_thing_the_handles_leave_its_middle_free_for_the_finger() {
    for scale in [2.0, 5.0, 12.0, 40.0] {
        let driver = TestEditor::with(&[corridor(30.0)])
            .by_finger()
            .select(&["p1"])
            .view(20.0, 15.0, scale);
        let view = driver.editor.view();
        let middle = view.screen_from_world(WorldPt::new(20.0, 15.0));
        let handles = driver.editor.overlay().handles;
        assert!(handles.len() > 4, "{scale}: {handles:?}");
        for (at, handle) in handles.iter().enumerate() {
            let seen = view.screen_from_world(handle.at);
            assert!(seen.distance(middle) >= 44.0, "{scale}: {handle:?}");
            // No two under one finger.
            for other in &handles[at + 1..] {
                let apart = view.screen_from_world(other.at).distance(seen);
                assert!(apart >= 40.0, "{scale}: {handle:?} {other:?} {apart}");
            }
        }
        driver
            .drag((20.0, 15.0), (20.0 + 40.0 / scale, 15.0))
            .says("say-moved");
    }
}

#[test]
fn a_handle_that_stands_off_pulls_as_far_as_the_finger_goes() {
    let driver = TestEditor::with(&[corridor(0.0)])
        .by_finger()
        .select(&["p1"])
        .view(20.0, 15.0, 5.0);
    pull(driver, HandleKind::Size(1, 1), (4.0, 0.0))
        .sized("p1", 16.0, 4.0)
        .at("p1", 22.0, 15.0);
}

#[test]
fn a_round_thing_is_pulled_by_its_radius_about_its_middle() {
    let driver = TestEditor::with(&[thing("p1", "tree", (20.0, 15.0))])
        .by_finger()
        .select(&["p1"]);
    pull(driver, HandleKind::Size(0, -1), (0.0, -1.0))
        .sized("p1", 6.0, 6.0)
        .at("p1", 20.0, 15.0)
        .steps(1);
}

#[test]
fn handles_pull_the_same_on_a_turned_plan() {
    let pulled = |kind: HandleKind, turn: f64, by: (f64, f64)| {
        let driver = TestEditor::with(&[corridor(0.0)]).event(Event::TurnView(turn));
        let driver = pull(driver.select(&["p1"]), kind, by).steps(1);
        let PlacementShape::Rectangle { at, size, .. } = driver.shape("p1") else {
            panic!("no rectangle")
        };
        (at, size)
    };
    for (kind, by) in [
        (HandleKind::Size(1, 0), (2.0, 0.5)),
        (HandleKind::Size(-1, 0), (-1.5, 0.0)),
        (HandleKind::Size(1, 1), (1.0, 0.5)),
    ] {
        let (at, size) = pulled(kind, 0.0, by);
        assert!(size.x > 12.5, "{kind:?}: {size:?}");
        for turn in [30.0, 90.0, 200.0] {
            let (there, as_large) = pulled(kind, turn, by);
            let off = (there - at, as_large - size);
            assert!(
                off.0.dot(off.0) < 1e-5 && off.1.dot(off.1) < 1e-5,
                "{kind:?} turned {turn}: {off:?}"
            );
        }
    }
}
