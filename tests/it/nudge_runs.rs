//! A run of keys that nudge, turn, size or move a corner is one step of the history, until something
//! else happens.

use mulin::design::PlacementId;
use mulin::editor::{Action, Event, Key, Property};
use mulin::geometry::WorldPt;

use crate::plan::{area, thing};
use crate::test_editor::TestEditor;

fn two() -> TestEditor {
    TestEditor::with(&[
        thing("p1", "pavilion", (10.0, 10.0)),
        thing("p2", "bench", (20.0, 10.0)),
    ])
    .select(&["p1"])
}

#[test]
fn nudges_of_the_same_thing_are_one_step() {
    two()
        .key(Key::Right)
        .event(Event::KeyUp(Key::Right))
        .key(Key::Right)
        .shift()
        .key(Key::Up)
        .bare()
        .act(Action::NudgeRight)
        .at("p1", 10.3, 11.0)
        .steps(1)
        .undo()
        .at("p1", 10.0, 10.0)
        .redo()
        .at("p1", 10.3, 11.0);
}

#[test]
fn looking_about_does_not_end_a_run() {
    two()
        .key(Key::Right)
        .to(30.0, 20.0)
        .event(Event::Look(WorldPt::new(12.0, 10.0), None))
        .key(Key::Right)
        .steps(1);
}

#[test]
fn whatever_else_happens_ends_a_run() {
    let between: [fn(TestEditor) -> TestEditor; 6] = [
        |driver| driver.tap(10.0, 10.0),
        |driver| driver.select(&["p2"]).select(&["p1"]),
        |driver| driver.act(Action::SelectAll).select(&["p1"]),
        |driver| driver.key(Key::Escape).select(&["p1"]),
        |driver| driver.set(Property::Note("a".to_owned())),
        |driver| driver.act(Action::TurnLeft),
    ];
    for happens in between {
        let driver = happens(two().key(Key::Right));
        let steps = driver.editor.history().position();
        driver.key(Key::Right).key(Key::Right).steps(steps + 1);
    }
    let driver = two().key(Key::Right).undo().redo().key(Key::Right).steps(2);
    driver.undo().at("p1", 10.1, 10.0);
}

#[test]
fn another_selection_begins_another_run() {
    let both = vec![PlacementId::new("p1"), PlacementId::new("p2")];
    two()
        .key(Key::Right)
        .event(Event::Select {
            ids: both,
            reveal: false,
        })
        .key(Key::Right)
        .key(Key::Right)
        .steps(2);
}

#[test]
fn a_run_that_comes_back_is_no_step_and_takes_no_other_with_it() {
    two()
        .drag((20.0, 10.0), (22.0, 10.0))
        .select(&["p1"])
        .key(Key::Right)
        .key(Key::Left)
        .steps(1)
        .key(Key::Right)
        .steps(2)
        .undo()
        .at("p2", 22.0, 10.0);
}

fn lawn() -> TestEditor {
    let lawn = area("p1", "lawn", (10.0, 10.0), (20.0, 16.0));
    TestEditor::with(&[lawn]).select(&["p1"])
}

#[test]
fn a_corner_moved_by_a_held_key_is_one_step() {
    let driver = lawn().typed('j');
    let before = driver.shape("p1");
    let pushed = |driver: TestEditor| driver.shift().key(Key::Left).key(Key::Left).key(Key::Left).bare();
    let driver = pushed(driver).key(Key::Down).key(Key::Down).steps(1);
    let after = driver.shape("p1");
    assert_ne!(after, before);
    let driver = driver.undo().redo();
    assert_eq!(driver.shape("p1"), after);
    let driver = driver.undo();
    assert_eq!(driver.shape("p1"), before);
    // Another corner, and then the whole thing, are other runs.
    let driver = pushed(driver.typed('j')).steps(1).typed('j');
    let driver = pushed(driver).steps(2).act(Action::SelectNone).select(&["p1"]);
    pushed(driver).steps(3);
}

#[test]
fn a_held_key_that_sizes_is_one_step() {
    let driver = two()
        .act(Action::Grow)
        .act(Action::Grow)
        .act(Action::Grow)
        .steps(1)
        .undo()
        .steps(0);
    let driver = driver
        .act(Action::Wider)
        .act(Action::Wider)
        .act(Action::Deeper)
        .steps(1);
    // What comes back to where it began is no step.
    driver
        .act(Action::Shallower)
        .act(Action::Narrower)
        .act(Action::Narrower)
        .steps(0);
    // An area, and several as one.
    lawn()
        .act(Action::Grow)
        .act(Action::Shrink)
        .act(Action::Grow)
        .act(Action::Grow)
        .steps(1);
    let several = two().act(Action::SelectAll).act(Action::Grow).act(Action::Grow);
    several.steps(1).undo().at("p1", 10.0, 10.0);
}

#[test]
fn a_held_key_that_turns_is_one_step() {
    let driver = two()
        .act(Action::TurnLeft)
        .act(Action::TurnLeft)
        .act(Action::TurnRightABit);
    let driver = driver.steps(1).turned("p1", 29.0).undo().turned("p1", 0.0);
    let both = driver
        .act(Action::SelectAll)
        .act(Action::TurnLeft)
        .act(Action::TurnLeft);
    both.steps(1).undo().turned("p1", 0.0).turned("p2", 0.0);
}

#[test]
fn another_kind_of_act_ends_a_run() {
    let held: [fn(TestEditor) -> TestEditor; 3] = [
        |driver| driver.key(Key::Right).key(Key::Right),
        |driver| driver.act(Action::Grow).act(Action::Grow),
        |driver| driver.act(Action::TurnLeft).act(Action::TurnLeft),
    ];
    for (a, first) in held.iter().enumerate() {
        for (b, second) in held.iter().enumerate() {
            let steps = if a == b { 1 } else { 3 };
            first(second(first(two()))).steps(steps);
        }
    }
    // A corner put in or taken out is a step of its own each time.
    let more = lawn().act(Action::AddCorner).act(Action::AddCorner).steps(2);
    more.act(Action::RemoveCorner).steps(3);
}
