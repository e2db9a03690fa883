//! A run of nudges is one step of the history, until something else happens.

use mulin::design::PlacementId;
use mulin::editor::{Action, Event, Key, Property};
use mulin::geometry::WorldPt;

use crate::plan::thing;
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
