//! Choosing several: by a box, by a ring drawn by hand, by taps, by kind.

use mulin::design::Placement;
use mulin::editor::{Action, Effect, Event, Key};

use crate::plan::{area, path, thing};
use crate::test_editor::TestEditor;

/// Four pavilions of 3.6 m in a square and a lamp in its middle.
fn square() -> Vec<Placement> {
    vec![
        thing("p1", "pavilion", (10.0, 10.0)),
        thing("p2", "pavilion", (20.0, 10.0)),
        thing("p3", "pavilion", (10.0, 18.0)),
        thing("p4", "pavilion", (20.0, 18.0)),
        thing("p5", "lamp", (15.0, 14.0)),
    ]
}

/// Draws a ring through points.
#[track_caller]
fn ring(driver: TestEditor, points: &[(f64, f64)]) -> TestEditor {
    let (first, rest) = points.split_first().unwrap();
    let driver = driver.down(first.0, first.1);
    let driver = rest.iter().fold(driver, |driver, (x, y)| driver.to(*x, *y));
    driver.is_in("choose.lasso").up()
}

#[test]
fn a_ring_by_finger_chooses_what_lies_wholly_in_it() {
    let driver = TestEditor::with(&square()).by_finger().act(Action::ChooseSeveral);
    let driver = driver.is_in("choose.idle").says("say-choosing");
    // Round the left two and through the right ones.
    let driver = ring(driver, &[(7.0, 7.0), (20.0, 7.0), (20.0, 21.0), (7.0, 21.0)]);
    driver
        .selected(&["p1", "p3", "p5"])
        .says("say-selected-many")
        .steps(0);
}

#[test]
fn a_box_by_finger_chooses_what_lies_wholly_in_it_and_once_more_takes_it_away() {
    let driver = TestEditor::with(&square()).by_finger().act(Action::ChooseByBox);
    let driver = driver.is_in("choose.idle").says("say-choosing-by-box");
    let driver = driver.down(7.0, 7.0).to(13.0, 21.0).is_in("choose.marquee").up();
    let driver = driver.is_in("choose.idle").selected(&["p1", "p3"]).steps(0);
    let driver = driver.down(7.0, 15.0).to(13.0, 21.0).up().selected(&["p1"]);
    // The ring is one tap away, and what is chosen stays so.
    let driver = driver.act(Action::ChooseByRing).selected(&["p1"]);
    let driver = ring(driver, &[(17.0, 7.0), (23.0, 7.0), (23.0, 13.0), (17.0, 13.0)]);
    driver
        .selected(&["p1", "p2"])
        .key(Key::Escape)
        .is_in("select.idle")
        .selected(&[]);
}

#[test]
fn the_way_to_choose_is_kept_for_the_next_time_and_a_lost_box_chooses_nothing() {
    let driver = TestEditor::with(&square())
        .act(Action::ChooseByBox)
        .key(Key::Enter);
    let driver = driver.is_in("select.idle").typed('q').is_in("choose.idle");
    let driver = driver
        .down(7.0, 7.0)
        .to(13.0, 21.0)
        .is_in("choose.marquee")
        .lost();
    driver.is_in("choose.idle").selected(&[]).steps(0);
}

#[test]
fn in_choosing_taps_add_and_take_away_and_a_ring_round_what_is_chosen_takes_it_away() {
    let driver = TestEditor::with(&square()).by_finger().act(Action::ChooseSeveral);
    let driver = driver.tap(10.0, 10.0).tap(20.0, 18.0).selected(&["p1", "p4"]);
    let driver = driver.tap(10.0, 10.0).selected(&["p4"]);
    let driver = driver.tap(2.0, 2.0).selected(&["p4"]);
    let driver = ring(driver, &[(17.0, 15.0), (23.0, 15.0), (23.0, 21.0), (17.0, 21.0)]);
    driver.selected(&[]);
}

#[test]
fn a_drag_on_what_is_chosen_moves_it_also_while_choosing() {
    TestEditor::with(&square())
        .by_finger()
        .act(Action::ChooseSeveral)
        .tap(10.0, 10.0)
        .tap(20.0, 10.0)
        .drag((10.0, 10.0), (10.0, 12.0))
        .at("p1", 10.0, 12.0)
        .at("p2", 20.0, 12.0)
        .steps(1);
}

#[test]
fn enter_ends_choosing_and_escape_puts_back_what_was_selected() {
    let driver = TestEditor::with(&square())
        .select(&["p5"])
        .typed('q')
        .is_in("choose.idle");
    let driver = driver.tap(10.0, 10.0).selected(&["p5", "p1"]);
    driver
        .key(Key::Enter)
        .is_in("select.idle")
        .selected(&["p5", "p1"])
        .typed('q')
        .tap(20.0, 10.0)
        .key(Key::Escape)
        .is_in("select.idle")
        .selected(&["p5", "p1"]);
}

#[test]
fn a_ring_that_is_lost_or_cancelled_chooses_nothing() {
    for lost in [true, false] {
        let driver = TestEditor::with(&square())
            .typed('q')
            .down(7.0, 7.0)
            .to(22.0, 7.0)
            .to(22.0, 22.0);
        let driver = if lost {
            driver.lost()
        } else {
            driver.key(Key::Escape)
        };
        driver.is_in("choose.idle").selected(&[]).steps(0);
    }
}

#[test]
fn a_second_finger_gives_up_the_ring_and_pans() {
    TestEditor::with(&square())
        .by_finger()
        .act(Action::ChooseSeveral)
        .down(7.0, 7.0)
        .to(22.0, 7.0)
        .finger_down(2, 500.0, 300.0)
        .is_in("pan.pinching")
        .selected(&[]);
}

#[test]
fn a_box_with_alt_takes_away_and_so_does_a_tap() {
    let driver = TestEditor::with(&square()).act(Action::SelectAll).alt();
    let driver = driver.down(7.0, 7.0).to(13.0, 21.0).is_in("select.marquee").up();
    let driver = driver.selected(&["p2", "p4", "p5"]);
    driver
        .tap(15.0, 14.0)
        .selected(&["p2", "p4"])
        .tap(2.0, 2.0)
        .selected(&["p2", "p4"]);
}

#[test]
fn a_box_on_a_turned_plan_is_upright_on_the_screen() {
    let driver = TestEditor::with(&square());
    let driver = (0..3).fold(driver, |driver, _| driver.act(Action::TurnViewLeft));
    // The plan lies turned by 45°, so a box upright on the screen meets one corner of the square.
    let driver = driver.shift().down(10.0, 4.0).to(10.0, 16.0).up();
    driver.selected(&["p1"]);
}

#[test]
fn all_of_a_kind_are_chosen_but_what_is_locked_or_hidden() {
    let driver = TestEditor::with(&square()).select(&["p4"]).act(Action::Lock);
    let driver = driver.select(&["p3"]).act(Action::Hide).select(&["p1"]);
    driver
        .typed('k')
        .selected(&["p1", "p2"])
        .act(Action::SelectAll)
        .selected(&["p1", "p2", "p5"]);
}

#[test]
fn areas_and_paths_are_chosen_by_their_corners() {
    let things = [
        area("p1", "lawn", (5.0, 5.0), (12.0, 12.0)),
        path("p2", "fitness-path", &[(14.0, 5.0), (22.0, 12.0)], 2.0),
    ];
    let driver = TestEditor::with(&things).typed('q');
    ring(driver, &[(3.0, 3.0), (23.5, 3.0), (23.5, 14.0), (3.0, 14.0)]).selected(&["p1", "p2"]);
}

#[test]
fn a_ring_of_a_hundred_thousand_points_is_held() {
    let mut driver = TestEditor::with(&square()).typed('q').down(7.0, 7.0);
    for at in 0..100_000 {
        let angle = f64::from(at) / 400.0;
        let pointer = driver.pointer(
            1,
            mulin::geometry::ScreenPt::new(400.0 + 250.0 * angle.cos(), 300.0 + 250.0 * angle.sin()),
        );
        driver.effects = driver.editor.handle(Event::Move(pointer));
    }
    assert!(driver.editor.overlay().marquee.len() <= 4_000);
    assert!(!driver.effects.contains(&Effect::DesignChanged));
    driver.up().is_in("choose.idle");
}
