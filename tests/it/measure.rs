//! Measuring: a distance, along a way, an area; kept on the plan until Escape or the next.

use mulin::editor::{Action, Effect, Event, Key};
use mulin::geometry::WorldPt;
use mulin::text::{Lang, say};

use crate::plan::{slab, thing};
use crate::test_editor::TestEditor;

fn measuring(action: Action) -> TestEditor {
    TestEditor::with(&[]).act(action)
}

fn tapped(mut driver: TestEditor, points: &[(f64, f64)]) -> TestEditor {
    for (x, y) in points {
        driver = driver.tap(*x, *y);
    }
    driver
}

/// What was announced last, in English.
fn heard(driver: &TestEditor) -> String {
    let said = driver.effects.iter().rev().find_map(|effect| match effect {
        Effect::Announce(message) => Some(say(Lang::En, message)),
        _ => None,
    });
    said.unwrap_or_default()
}

const AREA: [(f64, f64); 4] = [(10., 5.), (20., 5.), (20., 13.), (10., 13.)];

#[test]
fn a_distance_is_two_taps_or_one_pull_and_changes_nothing() {
    let driver = measuring(Action::MeasureDistance).is_in("measure.distance.first");
    let driver = driver
        .tap(10.0, 5.0)
        .is_in("measure.distance.second")
        .tap(13.0, 9.0);
    assert_eq!(heard(&driver), "5 m");
    let mark = driver.editor.overlay().measure.expect("it stays on the plan");
    assert_eq!(mark.points, [WorldPt::new(10.0, 5.0), WorldPt::new(13.0, 9.0)]);
    assert!(mark.done);
    driver.is_in("measure.distance.first").things(0).steps(0);

    let driver = measuring(Action::MeasureDistance).down(10.0, 5.0).to(12.0, 5.0);
    let driver = driver.is_in("measure.distance.pulling").to(13.0, 9.0).up();
    assert_eq!(heard(&driver), "5 m");
}

#[test]
fn what_was_measured_stays_with_other_tools_until_escape_or_the_next_measure() {
    let things = [thing("p1", "pavilion", (30.0, 10.0))];
    let driver = TestEditor::with(&things)
        .act(Action::MeasureDistance)
        .drag((10., 5.), (13., 9.));
    let driver = driver.act(Action::ToolSelect).tap(30.0, 10.0).selected(&["p1"]);
    assert!(driver.editor.overlay().measure.is_some());
    // Escape clears the measure first, and only then what is selected.
    let driver = driver.key(Key::Escape).selected(&["p1"]);
    assert_eq!(driver.editor.overlay().measure, None);
    let driver = driver.key(Key::Escape).selected(&[]);

    let driver = driver
        .act(Action::MeasureDistance)
        .drag((10., 5.), (13., 9.))
        .tap(0.0, 0.0);
    let mark = driver.editor.overlay().measure.expect("the next measure");
    assert!(!mark.done && mark.points == [WorldPt::new(0.0, 0.0)]);
}

#[test]
fn escape_takes_back_the_press_the_points_the_measure_and_then_the_tool() {
    let driver = measuring(Action::MeasurePath)
        .drag((1., 1.), (5., 1.))
        .tap(10.0, 5.0)
        .tap(20.0, 5.0);
    let driver = driver
        .down(20.0, 9.0)
        .to(24.0, 9.0)
        .key(Key::Escape)
        .up()
        .is_in("measure.path.next");
    assert_eq!(driver.editor.points_set(), 2);
    let driver = driver.key(Key::Escape).is_in("measure.path.first");
    let driver = driver.drag((1., 1.), (5., 1.));
    assert!(driver.editor.overlay().measure.is_some());
    let driver = driver.key(Key::Escape).is_in("measure.path.first");
    assert_eq!(driver.editor.overlay().measure, None);
    driver.key(Key::Escape).is_in("select.idle");
}

#[test]
fn a_way_ends_by_done_or_by_tapping_its_end_twice() {
    let way = [(10., 5.), (20., 5.), (20., 13.)];
    let driver = tapped(measuring(Action::MeasurePath), &way)
        .is_in("measure.path.next")
        .act(Action::Done);
    assert_eq!(heard(&driver), "2 pieces, 18 m");
    let driver = tapped(measuring(Action::MeasurePath), &way).tap(20.0, 13.0);
    assert_eq!(heard(&driver), "2 pieces, 18 m");
    let driver = tapped(measuring(Action::MeasurePath), &way)
        .act(Action::PointBack)
        .act(Action::Done);
    assert_eq!(heard(&driver), "1 piece, 10 m");
}

#[test]
fn an_area_closes_on_its_first_point_or_is_pulled_as_a_rectangle() {
    let driver = tapped(measuring(Action::MeasureArea), &AREA)
        .is_in("measure.area.next")
        .tap(10.0, 5.0);
    assert_eq!(heard(&driver), "80 m², 36 m around");
    assert_eq!(
        driver
            .editor
            .overlay()
            .measure
            .and_then(|mark| mark.square_metres),
        Some(80.0)
    );
    let driver = measuring(Action::MeasureArea).drag((10., 5.), (20., 13.));
    assert_eq!(heard(&driver), "80 m², 36 m around");
}

#[test]
fn an_area_that_crosses_itself_is_shown_where_and_is_not_measured() {
    let driver = tapped(
        measuring(Action::MeasureArea),
        &[(10., 5.), (20., 13.), (20., 5.), (10., 13.)],
    );
    assert_eq!(driver.editor.overlay().crossings, [WorldPt::new(15.0, 9.0)]);
    let driver = driver
        .act(Action::Done)
        .says("why-crossed-draft")
        .is_in("measure.area.next");
    driver.key(Key::Backspace).key(Key::Enter).says("measured-area");
}

#[test]
fn too_few_points_say_what_is_missing() {
    measuring(Action::MeasurePath)
        .tap(10.0, 5.0)
        .key(Key::Enter)
        .says("why-measure-second");
    tapped(measuring(Action::MeasureArea), &AREA[..2])
        .act(Action::Done)
        .says("why-too-few-corners");
}

#[test]
fn by_keys_alone_a_distance_is_measured() {
    let driver = TestEditor::with(&[])
        .typed('m')
        .key(Key::Enter)
        .says("say-cross")
        .key(Key::Enter);
    let driver = driver
        .is_in("measure.distance.second")
        .shift()
        .key(Key::Right)
        .says("say-cross-from")
        .bare();
    assert_eq!(heard(&driver.key(Key::Enter)), "5 m");
}

#[test]
fn it_measures_the_same_by_a_finger_zoomed_and_turned() {
    for (scale, turn) in [(2.0, 0.0), (80.0, 0.0), (20.0, 40.0), (20.0, 180.0)] {
        let driver = TestEditor::with(&[])
            .view(16.0, 9.0, scale)
            .event(Event::TurnView(turn))
            .by_finger();
        let driver = driver.act(Action::MeasureDistance).tap(15.0, 9.0).tap(18.0, 13.0);
        assert_eq!(heard(&driver), "5 m", "at {scale} turned {turn}");
    }
}

#[test]
fn the_second_finger_puts_the_press_back_and_keeps_the_points() {
    let driver = measuring(Action::MeasurePath)
        .by_finger()
        .tap(10.0, 5.0)
        .down(20.0, 5.0);
    let driver = driver.finger_down(2, 500.0, 300.0).finger_up(1).finger_up(2);
    assert_eq!(driver.is_in("measure.path.next").editor.points_set(), 1);
}

#[test]
fn it_snaps_to_a_wall_and_is_told_not_to() {
    let house = || vec![slab("b1", "1", (0.0, 22.0), (40.0, 32.0))];
    let snapped = TestEditor::beside(house(), &[])
        .act(Action::MeasureDistance)
        .tap(10.0, 12.0)
        .tap(10.0, 21.8);
    assert_eq!(heard(&snapped), "10 m");
    let free = TestEditor::beside(house(), &[])
        .act(Action::MeasureDistance)
        .alt()
        .tap(10.0, 12.0)
        .tap(10.0, 21.8);
    assert_eq!(heard(&free), "9.8 m");
}
