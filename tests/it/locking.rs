//! Locked things stay where they are; hidden things are out of sight and still in the design.

use mulin::design::{Command, Placement};
use mulin::editor::{Action, Event, Key, Property};
use mulin::geometry::WorldPt;

use crate::plan::{area, thing};
use crate::test_editor::TestEditor;

fn locked() -> TestEditor {
    let things = [
        thing("p1", "pavilion", (10.0, 10.0)),
        thing("p2", "pavilion", (20.0, 10.0)),
        area("p3", "lawn", (5.0, 15.0), (15.0, 20.0)),
    ];
    TestEditor::with(&things)
        .select(&["p1", "p3"])
        .act(Action::Lock)
        .says("say-locked")
        .steps(1)
}

#[test]
fn no_hand_moves_reshapes_or_deletes_what_is_locked_and_it_is_said_why() {
    let before = |driver: &TestEditor| driver.shape("p1");
    let driver = locked();
    let was = before(&driver);
    let driver = driver.select(&["p1"]);
    for action in [
        Action::Delete,
        Action::TurnLeft,
        Action::Grow,
        Action::NudgeLeft,
        Action::Wider,
    ] {
        let driver = locked().select(&["p1"]).act(action).says("why-locked").steps(1);
        assert_eq!(before(&driver), was);
    }
    for property in [
        Property::At(WorldPt::new(1.0, 1.0)),
        Property::Width(4.0),
        Property::Turn(45.0),
    ] {
        let driver = locked().select(&["p1"]).set(property).says("why-locked").steps(1);
        assert_eq!(before(&driver), was);
    }
    assert!(driver.editor.overlay().handles.is_empty(), "it has no handles");
    let moved = Placement {
        shape: was.moved(mulin::geometry::WorldVec::new(1.0, 0.0)).unwrap(),
        ..thing("p1", "pavilion", (10.0, 10.0))
    };
    driver
        .event(Event::Apply(Command::Put(vec![moved]), "step-fixed"))
        .says("why-locked")
        .at("p1", 10.0, 10.0)
        .steps(1);
}

#[test]
fn keys_on_it_say_so_and_mean_nothing_else() {
    let driver = locked().select(&["p1"]);
    let before = driver.editor.view();
    let driver = driver
        .key(Key::Left)
        .says("why-locked")
        .key(Key::Delete)
        .says("why-locked")
        .things(3);
    assert_eq!(driver.editor.view(), before);
}

#[test]
fn a_drag_on_it_moves_the_view_and_says_so() {
    let driver = locked()
        .select(&[])
        .down(10.0, 10.0)
        .to(12.0, 10.0)
        .is_in("select.panning");
    driver.says("why-locked").up().at("p1", 10.0, 10.0).steps(1);
}

#[test]
fn among_several_it_stays_and_the_others_move() {
    let driver = locked()
        .select(&["p1", "p2"])
        .drag((20.0, 10.0), (20.0, 12.0))
        .at("p2", 20.0, 12.0)
        .at("p1", 10.0, 10.0);
    let driver = driver
        .act(Action::NudgeUp)
        .says("say-locked-stayed")
        .at("p1", 10.0, 10.0);
    driver
        .act(Action::Delete)
        .says("say-locked-stayed")
        .things(2)
        .undo()
        .things(3);
}

#[test]
fn it_can_be_tapped_noted_copied_and_unlocked() {
    let driver = locked().tap(2.0, 2.0).tap(10.0, 10.0).selected(&["p1"]);
    let driver = driver.set(Property::Note("这里不动".to_owned())).steps(2);
    let driver = driver
        .act(Action::Duplicate)
        .things(4)
        .select(&["p4"])
        .act(Action::NudgeUp)
        .says("say-moved");
    let driver = driver
        .select(&["p1", "p3"])
        .act(Action::Unlock)
        .says("say-unlocked");
    driver.select(&["p1"]).act(Action::Delete).things(3);
}

#[test]
fn a_lock_is_undone_like_any_step() {
    locked()
        .undo()
        .select(&["p1"])
        .act(Action::NudgeUp)
        .at("p1", 10.0, 10.1);
}

#[test]
fn a_ring_leaves_what_is_locked() {
    locked()
        .select(&[])
        .shift()
        .down(3.0, 3.0)
        .to(25.0, 22.0)
        .up()
        .selected(&["p2"]);
}

#[test]
fn hidden_things_are_not_painted_not_met_and_still_there() {
    let driver = locked()
        .select(&["p2"])
        .act(Action::Hide)
        .says("say-hidden")
        .selected(&[])
        .things(3)
        .steps(1);
    assert_eq!(driver.editor.resting().count(), 2);
    assert_eq!(driver.editor.hidden().len(), 1);
    let driver = driver
        .tap(20.0, 10.0)
        .selected(&[])
        .act(Action::SelectAll)
        .selected(&[]);
    let driver = driver.typed('n').typed('n').typed('n');
    assert!(driver.editor.selection().iter().all(|id| id.as_str() != "p2"));
    // The list may still choose it; undo and redo leave what is seen alone.
    let driver = driver.select(&["p2"]).act(Action::ShowAll).says("say-shown");
    assert_eq!(driver.editor.resting().count(), 3);
    driver.act(Action::ShowAll).says("why-nothing-hidden");
}

#[test]
fn what_is_deleted_is_hidden_no_more() {
    let driver = locked()
        .select(&["p2"])
        .act(Action::Hide)
        .select(&["p2"])
        .act(Action::Delete);
    assert!(driver.editor.hidden().is_empty());
    let driver = driver.undo();
    assert_eq!(driver.editor.resting().count(), 3);
}
