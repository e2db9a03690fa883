//! History: bounded, named, kept across a reload, and never at the cost of the design.

use mulin::design::{Command, Design};
use mulin::editor::{Action, Event, History, Key, Property};

use crate::plan::{area, thing};
use crate::test_editor::TestEditor;

fn drawn() -> TestEditor {
    TestEditor::with(&[
        thing("p1", "pavilion", (10.0, 10.0)),
        thing("p2", "bench", (20.0, 10.0)),
        area("p3", "lawn", (25.0, 12.0), (35.0, 22.0)),
    ])
    .drag((10.0, 10.0), (14.0, 10.0))
    .tap(20.0, 10.0)
    .act(Action::TurnLeft)
    .event(Event::Apply(Command::SetTitle("树荫下".to_owned()), "step-title"))
    .key(Key::Delete)
    .pick("tree")
    .tap(5.0, 20.0)
    .set(Property::Note("留给孩子".to_owned()))
}

#[test]
fn steps_have_names_and_a_place() {
    let driver = drawn().undo();
    let labels: Vec<_> = driver.editor.history().labels().map(|label| label.key).collect();
    assert_eq!(
        labels,
        [
            "step-moved",
            "step-turned",
            "step-title",
            "step-deleted",
            "step-placed",
            "step-note"
        ]
    );
    driver.steps(5);
}

#[test]
fn a_new_step_after_an_undo_ends_what_was_taken_back() {
    let driver = drawn().undo().undo().drag((14.0, 10.0), (16.0, 10.0));
    assert!(!driver.editor.history().can_redo());
    driver.steps(5);
}

#[test]
fn at_least_two_hundred_steps_are_kept_and_not_without_end() {
    let mut driver = TestEditor::with(&[thing("p1", "pavilion", (10.0, 10.0))]).select(&["p1"]);
    for _ in 0..History::MOST / 2 + 10 {
        driver = driver.key(Key::Right).act(Action::TurnLeft);
    }
    const { assert!(History::MOST >= 200) };
    driver.steps(History::MOST);
}

#[test]
fn the_history_survives_a_reload() {
    let driver = drawn().undo().undo();
    let now: Design = (**driver.editor.design()).clone();
    let text = driver.editor.history().to_json(&now);
    let history = History::from_json(&text, &now);
    assert_eq!(&history, driver.editor.history());

    let reloaded = TestEditor::with(&[]).event(Event::Load(Box::new(now), Box::new(history)));
    let (mut before, mut after) = (driver, reloaded);
    for _ in 0..4 {
        (before, after) = (before.undo(), after.undo());
        assert_eq!(before.editor.design(), after.editor.design());
    }
    for _ in 0..6 {
        (before, after) = (before.redo(), after.redo());
        assert_eq!(before.editor.design(), after.editor.design());
    }
    assert_eq!(after.editor.design().title, "树荫下");
}

#[test]
fn a_broken_history_or_one_of_another_design_is_a_fresh_one() {
    let driver = drawn();
    let now: Design = (**driver.editor.design()).clone();
    let text = driver.editor.history().to_json(&now);
    let fresh = History::default();
    for broken in ["", "null", "{}", "[1]", &text[..text.len() / 2]] {
        assert_eq!(History::from_json(broken, &now), fresh);
    }
    let newer = text.replace("mulin.history/1", "mulin.history/2");
    assert_eq!(History::from_json(&newer, &now), fresh);
    let other = now
        .apply(&Command::SetTitle("another".to_owned()))
        .expect("a title");
    assert_eq!(History::from_json(&text, &other), fresh);
    let lost = text.replace("\"take\":1", "\"take\":99");
    assert_eq!(History::from_json(&lost, &now), fresh);
}

#[test]
fn undo_in_the_middle_of_a_drag_puts_the_drag_back_first() {
    TestEditor::with(&[thing("p1", "pavilion", (10.0, 10.0))])
        .drag((10.0, 10.0), (14.0, 10.0))
        .down(14.0, 10.0)
        .to(18.0, 10.0)
        .undo()
        .is_in("select.idle")
        .at("p1", 10.0, 10.0)
        .up()
        .redo()
        .at("p1", 14.0, 10.0);
}

#[test]
fn a_change_that_changes_nothing_is_no_step() {
    TestEditor::with(&[thing("p1", "pavilion", (10.0, 10.0))])
        .down(10.0, 10.0)
        .to(14.0, 10.0)
        .to(10.0, 10.0)
        .up()
        .select(&["p1"])
        .set(Property::Turn(0.0))
        .steps(0);
}
