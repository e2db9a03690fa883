//! Where pixels meet metres, at any scale and however the sheet lies turned.

use mulin::design::{Placement, PlacementShape};
use mulin::editor::{Action, Event, Key, Mods};
use mulin::geometry::{Bounds, ScreenPt, ScreenVec, Turn, View, WorldPt};
use proptest::prelude::*;

use crate::plan;
use crate::test_editor::TestEditor;

fn any_view() -> impl Strategy<Value = View> {
    let size = (100.0..2_000.0, 100.0..2_000.0);
    (-500.0..500.0, -500.0..500.0, -1.6..5.3, -720.0..720.0, size).prop_map(|(x, y, log, turn, (w, h))| {
        let scale: f64 = f64::exp(log);
        View::new(WorldPt::new(x, y), scale.clamp(0.2, 200.0), ScreenVec::new(w, h)).turned_to(turn)
    })
}

fn bench(degrees: f64, at: (f64, f64)) -> Placement {
    let mut thing = plan::thing("p1", "bench", at);
    if let PlacementShape::Rectangle { turn, .. } = &mut thing.shape {
        *turn = Turn::new(degrees);
    }
    thing
}

fn on_screen() -> impl Strategy<Value = ScreenPt> {
    (-200.0..2_200.0, -200.0..2_200.0).prop_map(|(x, y)| ScreenPt::new(x, y))
}

proptest! {
    #![proptest_config(plan::seeded(128))]
    #[test]
    fn what_is_seen_under_a_point_is_seen_there(view in any_view(), at in on_screen()) {
        let back = view.screen_from_world(view.world_from_screen(at));
        prop_assert!(back.distance(at) < 1e-6, "{back:?}");
    }

    #[test]
    fn zooming_keeps_what_is_under_the_point(view in any_view(), at in on_screen(), factor in 0.01..100.0) {
        let held = view.world_from_screen(at);
        let after = view.zoomed_at(at, factor);
        prop_assert!(after.screen_from_world(held).distance(at) < 1e-6);
        prop_assert!((View::SCALES.0..=View::SCALES.1).contains(&after.scale));
        prop_assert_eq!(after.turn, view.turn);
    }

    #[test]
    fn panning_moves_what_is_seen_by_the_step_of_the_hand(view in any_view(), at in on_screen(), x in -300.0..300.0, y in -300.0..300.0) {
        let held = view.world_from_screen(at);
        let seen = view.panned(ScreenVec::new(x, y)).screen_from_world(held);
        prop_assert!(seen.distance(ScreenPt::new(at.x + x, at.y + y)) < 1e-6);
    }

    #[test]
    fn a_fitted_view_contains_the_whole_box(view in any_view(), x in -400.0..400.0, y in -400.0..400.0, w in 2.0..900.0, h in 2.0..900.0) {
        let bounds = Bounds { min: WorldPt::new(x, y), max: WorldPt::new(x + w, y + h) };
        let fitted = view.fitted(bounds, 20.0);
        for corner in [(x, y), (x + w, y), (x, y + h), (x + w, y + h)] {
            let seen = fitted.screen_from_world(WorldPt::new(corner.0, corner.1));
            prop_assert!(seen.x >= 20.0 - 1e-6 && seen.x <= view.size.x - 20.0 + 1e-6, "{seen:?}");
            prop_assert!(seen.y >= 20.0 - 1e-6 && seen.y <= view.size.y - 20.0 + 1e-6, "{seen:?}");
        }
        prop_assert_eq!(fitted.turn, view.turn);
    }

    #[test]
    fn what_is_seen_lies_in_the_bounds_of_the_view(view in any_view(), x in 0.0..1.0, y in 0.0..1.0) {
        let at = ScreenPt::new(x * view.size.x, y * view.size.y);
        prop_assert!(view.bounds().grown(1e-6).contains(view.world_from_screen(at)));
    }

    #[test]
    fn a_box_between_two_corners_is_upright_on_the_screen(view in any_view(), a in on_screen(), b in on_screen()) {
        let corners = view.box_between(view.world_from_screen(a), view.world_from_screen(b));
        let seen = corners.map(|corner| view.screen_from_world(corner));
        for (one, next) in [(0, 1), (1, 2), (2, 3), (3, 0)] {
            let (dx, dy) = ((seen[one].x - seen[next].x).abs(), (seen[one].y - seen[next].y).abs());
            prop_assert!(dx.min(dy) < 1e-5, "{seen:?}");
        }
        let turning: f64 = (0..4).map(|i| { let (p, q) = (seen[i], seen[(i + 1) % 4]); p.x * q.y - q.x * p.y }).sum();
        prop_assert!(turning <= 1e-3, "anticlockwise as a hand sees it: {turning}");
    }

    #[test]
    fn a_turn_is_said_in_one_way(degrees in -2_000.0..2_000.0) {
        let view = View::new(WorldPt::default(), 1.0, ScreenVec::new(100.0, 100.0));
        let turn = view.turned_to(degrees).turn;
        prop_assert!(turn > -180.0 && turn <= 180.0);
        prop_assert!(((turn - degrees).rem_euclid(360.0) + 0.001) % 360.0 < 0.002);
    }
}

#[test]
fn at_a_quarter_turn_to_the_left_east_is_up() {
    let view = View::new(WorldPt::default(), 10.0, ScreenVec::new(200.0, 200.0)).turned_to(90.0);
    let east = view.screen_from_world(WorldPt::new(5.0, 0.0));
    assert!(east.distance(ScreenPt::new(100.0, 50.0)) < 1e-9, "{east:?}");
}

#[test]
fn keys_turn_the_view_by_steps_and_put_north_up_again() {
    let key = |letter| Event::Key(Key::Char(letter), Mods::default());
    let driver = TestEditor::with(&[]);
    assert_eq!(driver.editor.view().turn, 0.0);
    let driver = driver.event(key('4')).event(key('4')).event(key('4'));
    assert_eq!(driver.editor.view().turn, 45.0);
    let driver = driver.event(key('6'));
    assert_eq!(driver.editor.view().turn, 30.0);
    let middle = driver.editor.view().centre;
    let driver = driver.event(key('5'));
    assert_eq!(driver.editor.view().turn, 0.0);
    assert_eq!(driver.editor.view().centre, middle);
    assert_eq!(
        driver.editor.can(Action::NorthUp).reason(),
        Some("why-north-is-up")
    );
}

#[test]
fn a_step_from_a_crooked_angle_goes_to_the_next_even_one() {
    let driver = TestEditor::with(&[]).event(Event::TurnView(22.0));
    let left = driver.event(Event::Act(Action::TurnViewLeft));
    assert_eq!(left.editor.view().turn, 30.0);
    let right = left
        .event(Event::TurnView(22.0))
        .event(Event::Act(Action::TurnViewRight));
    assert_eq!(right.editor.view().turn, 15.0);
}

#[test]
fn what_is_selected_is_fitted_and_laid_level() {
    let driver = TestEditor::with(&[bench(37.0, (12.0, 15.0))]).tap(12.0, 15.0);
    let driver = driver.event(Event::Key(
        Key::Digit(2),
        Mods {
            shift: true,
            ..Mods::default()
        },
    ));
    let view = driver.editor.view();
    assert!(view.centre.distance(WorldPt::new(12.0, 15.0)) < 0.01);
    assert!(view.scale > 20.0);
    let driver = driver.event(Event::Act(Action::LevelSelected));
    assert!((driver.editor.view().turn + 37.0).abs() < 1e-6);
}

#[test]
fn in_a_turned_view_things_are_taken_moved_and_nudged_as_they_are_seen() {
    let turned = |degrees| TestEditor::with(&[bench(0.0, (20.0, 15.0))]).event(Event::TurnView(degrees));
    for degrees in [90.0, -45.0, 137.0] {
        let driver = turned(degrees).drag((20.0, 15.0), (24.0, 17.0));
        let at = driver.editor.design().placements()[0].shape.centre();
        assert!(at.distance(WorldPt::new(24.0, 17.0)) < 0.01, "{degrees}: {at:?}");
    }
    // At a quarter turn east is up, so the key that points up goes east.
    let driver = turned(90.0).tap(20.0, 15.0).event(Event::Key(
        Key::Up,
        Mods {
            shift: true,
            ..Mods::default()
        },
    ));
    let at = driver.editor.design().placements()[0].shape.centre();
    assert!(at.distance(WorldPt::new(21.0, 15.0)) < 1e-6, "{at:?}");
}

#[test]
fn two_fingers_turn_the_view_where_it_is_wanted_and_meant() {
    let apart = |to: [(f64, f64); 2]| {
        let driver = TestEditor::with(&[]).by_finger().event(Event::PinchTurns(true));
        let driver = driver.finger_down(1, 300.0, 300.0).finger_down(2, 500.0, 300.0);
        let [(ax, ay), (bx, by)] = to;
        driver.finger_to(1, ax, ay).finger_to(2, bx, by)
    };
    let little = apart([(302.0, 320.0), (498.0, 280.0)]);
    assert_eq!(little.editor.view().turn, 0.0);
    // A quarter turn to the left, of which the first 20 degrees are not meant.
    let much = apart([(400.0, 400.0), (400.0, 200.0)]);
    assert!(
        (much.editor.view().turn - 70.0).abs() < 0.01,
        "{}",
        much.editor.view().turn
    );
}

#[test]
fn two_fingers_do_not_turn_the_view() {
    let driver = TestEditor::with(&[]).by_finger();
    let driver = driver.finger_down(1, 300.0, 300.0).finger_down(2, 500.0, 300.0);
    let driver = driver.finger_to(1, 400.0, 200.0).finger_to(2, 400.0, 400.0);
    assert_eq!(driver.editor.view().turn, 0.0);
}
