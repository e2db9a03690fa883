//! The same again in a row: a row of lamps.

use mulin::editor::{Action, Cursor, Effect, Event, Key, SnapMode, Toward};
use mulin::geometry::WorldPt;

use crate::plan::{sized, thing};
use crate::test_editor::TestEditor;

fn row(driver: TestEditor, count: usize, gap: f64, toward: Toward) -> TestEditor {
    driver.event(Event::Row { count, gap, toward })
}

fn lamp() -> TestEditor {
    TestEditor::with(&[thing("p1", "lamp", (10.0, 10.0))]).select(&["p1"])
}

#[test]
fn a_row_of_lamps_has_its_count_and_its_gap_and_is_one_step() {
    let driver = row(lamp(), 4, 5.0, Toward::Width)
        .things(4)
        .steps(1)
        .says("say-row");
    let driver = driver
        .at("p2", 15.6, 10.0)
        .at("p3", 21.2, 10.0)
        .at("p4", 26.8, 10.0);
    driver
        .selected(&["p1", "p2", "p3", "p4"])
        .undo()
        .things(1)
        .redo()
        .things(4);
}

#[test]
fn it_goes_along_the_axis_of_the_thing_however_it_is_turned() {
    let bench = sized("p1", "bench", (10.0, 10.0), (2.0, 0.5));
    let driver = TestEditor::with(&[bench])
        .select(&["p1"])
        .set(mulin::editor::Property::Turn(90.0));
    let driver = row(driver, 2, 1.0, Toward::Width)
        .at("p2", 10.0, 13.0)
        .turned("p2", 90.0)
        .undo();
    row(driver.select(&["p1"]), 2, 1.0, Toward::Depth).at("p2", 11.5, 10.0);
}

#[test]
fn it_goes_toward_a_place() {
    row(lamp(), 2, 4.4, Toward::Place(WorldPt::new(13.0, 14.0))).at("p2", 13.0, 14.0);
    row(lamp(), 2, 4.4, Toward::Place(WorldPt::new(10.0, 10.0)))
        .says("why-row-no-direction")
        .things(1);
}

#[test]
fn several_go_on_as_one() {
    let things = [
        thing("p1", "lamp", (10.0, 10.0)),
        thing("p2", "lamp", (12.0, 10.0)),
    ];
    let driver = TestEditor::with(&things).select(&["p1", "p2"]);
    row(driver, 3, 1.4, Toward::Width)
        .things(6)
        .at("p3", 14.0, 10.0)
        .at("p4", 16.0, 10.0)
        .at("p6", 20.0, 10.0);
}

#[test]
fn what_cannot_be_a_row_is_refused_with_a_sentence() {
    row(lamp(), 1, 1.0, Toward::Width).says("why-row-count").things(1);
    row(lamp(), 100_000, 1.0, Toward::Width)
        .says("why-row-count")
        .things(1);
    row(lamp(), 3, -1.0, Toward::Width).says("why-row-gap").things(1);
    row(lamp(), 3, f64::NAN, Toward::Width)
        .says("why-row-gap")
        .things(1);
    row(lamp(), 200, 100.0, Toward::Width)
        .says("why-out-of-reach")
        .things(1);
    row(lamp(), 3, 1.0, Toward::Place(WorldPt::new(f64::NAN, 0.0)))
        .says("why-row-no-direction")
        .things(1);
    row(lamp().act(Action::SelectNone), 3, 1.0, Toward::Width)
        .says("why-nothing-selected")
        .things(1);
}

fn aiming(driver: TestEditor) -> TestEditor {
    let driver = driver.event(Event::AimRow { count: 3, gap: 4.4 });
    driver.is_in("row.aiming").says("hint-row-aiming").steps(0)
}

#[test]
fn a_tap_gives_the_way_of_a_row_which_is_seen_before_it_is_made() {
    let driver = aiming(lamp());
    assert_eq!(driver.editor.cursor(), Cursor::Cross);
    let driver = driver.to(13.0, 14.0).things(1);
    let seen: Vec<WorldPt> = driver
        .editor
        .overlay()
        .held
        .iter()
        .map(|held| held.thing.shape.centre())
        .collect();
    assert_eq!(seen.len(), 2);
    assert!(seen[0].distance(WorldPt::new(13.0, 14.0)) < 0.002, "{seen:?}");
    assert_eq!(
        driver.editor.in_hand(10).len(),
        2,
        "what it would break can be said"
    );
    let driver = driver
        .tap(13.0, 14.0)
        .is_in("select.idle")
        .says("say-row")
        .steps(1);
    driver.at("p2", 13.0, 14.0).at("p3", 16.0, 18.0).undo().things(1);
    // A press that is pulled gives the place where it is let go, and a finger does the same.
    let pulled = aiming(lamp().by_finger()).drag((5.0, 5.0), (13.0, 14.0));
    pulled.is_in("select.idle").at("p2", 13.0, 14.0).steps(1);
}

#[test]
fn keys_alone_give_the_way_of_a_row() {
    // The cross begins at what the row begins with: six steps of half a metre to the right, eight up.
    let mut driver = aiming(lamp())
        .key(Key::Enter)
        .says("say-cross-from")
        .is_in("row.aiming");
    for _ in 0..6 {
        driver = driver.key(Key::Right);
    }
    for _ in 0..8 {
        driver = driver.key(Key::Up);
    }
    assert!(driver.editor.has_cross() && driver.editor.can(Action::PlaceHere).is_yes());
    driver = driver.at("p1", 10.0, 10.0).key(Key::Enter).is_in("select.idle");
    driver.things(3).at("p2", 13.0, 14.0).steps(1);
}

#[test]
fn escape_puts_the_row_away_and_what_was_chosen_stays_so() {
    let driver = aiming(lamp());
    assert!(driver.editor.can(Action::Cancel).is_yes());
    let driver = driver.key(Key::Escape).is_in("select.idle").selected(&["p1"]);
    driver.tap(13.0, 14.0).things(1).steps(0);
    // Of a press it takes back the press first; letting go then makes nothing.
    let driver = aiming(lamp()).down(5.0, 5.0).to(9.0, 9.0).key(Key::Escape).up();
    let driver = driver.is_in("row.aiming").things(1).key(Key::Escape);
    driver.is_in("select.idle").steps(0);
}

#[test]
fn the_first_finger_of_a_pinch_makes_no_row() {
    let driver = aiming(lamp().by_finger()).finger_down(1, 300.0, 300.0);
    let driver = driver.finger_down(2, 400.0, 300.0).finger_to(2, 500.0, 300.0);
    let driver = driver
        .finger_up(1)
        .finger_up(2)
        .things(1)
        .steps(0)
        .is_in("row.aiming");
    assert!(driver.editor.view().scale > 20.0, "it zoomed");
    driver.tap(13.0, 14.0).things(3).steps(1);
}

#[test]
fn a_lost_pointer_makes_no_row_and_the_next_tap_does() {
    let driver = aiming(lamp())
        .down(13.0, 14.0)
        .lost()
        .things(1)
        .is_in("row.aiming");
    let driver = driver.down(13.0, 14.0).event(Event::Interrupted).things(1);
    driver.is_in("row.aiming").tap(13.0, 14.0).things(3).steps(1);
}

#[test]
fn the_way_of_a_row_snaps_square_to_what_it_begins_with_and_can_be_told_not_to() {
    let snaps = aiming(lamp().snap(SnapMode::RightAngles)).tap(18.0, 10.15);
    snaps.at("p2", 15.0, 10.0);
    let free = aiming(lamp().snap(SnapMode::RightAngles)).alt().tap(18.0, 10.15);
    assert!(free.shape("p2").centre().y > 10.05);
}

#[test]
fn a_row_that_cannot_be_is_refused_before_and_after_it_is_aimed() {
    let refused = |driver: TestEditor, count, gap| driver.event(Event::AimRow { count, gap });
    refused(lamp(), 1, 1.0).says("why-row-count").is_in("select.idle");
    refused(lamp(), 3, f64::NAN)
        .says("why-row-gap")
        .is_in("select.idle");
    refused(TestEditor::with(&[]), 3, 1.0).says("why-nothing-selected");
    // Where it began there is no way to go; another place may be given.
    let driver = aiming(lamp()).tap(10.0, 10.0).says("why-row-no-direction");
    driver.is_in("row.aiming").tap(13.0, 14.0).things(3);
}

#[test]
fn a_place_for_a_wish_is_handed_out_once() {
    let place = Effect::Pointed(WorldPt::new(13.0, 14.0));
    let driver = TestEditor::with(&[]).event(Event::AimWish).is_in("wish.aiming");
    let driver = driver.tap(13.0, 14.0).asks(&place).is_in("select.idle").steps(0);
    let driver = driver.tap(15.0, 15.0);
    assert!(
        !driver
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::Pointed(_)))
    );
    let driver = driver.event(Event::AimWish).key(Key::Escape).is_in("select.idle");
    assert!(
        !driver
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::Pointed(_)))
    );
    // By keys: the cross begins in the middle of what is seen.
    let driver = driver
        .event(Event::AimWish)
        .key(Key::Enter)
        .key(Key::Right)
        .key(Key::Enter);
    driver
        .asks(&Effect::Pointed(WorldPt::new(20.5, 15.0)))
        .is_in("select.idle");
}
