//! The list of steps: in words, with the present among them, and gone to by a press.

use mulin::editor::{Action, Event, Key};
use mulin::text::{Lang, say};

use crate::plan::thing;
use crate::test_editor::TestEditor;

fn worked() -> TestEditor {
    TestEditor::with(&[
        thing("p1", "bench", (10.0, 10.0)),
        thing("p2", "bench", (20.0, 10.0)),
        thing("p3", "lamp", (30.0, 10.0)),
    ])
    .select(&["p1", "p2"])
    .drag((10.0, 10.0), (10.0, 14.0))
    .select(&["p1", "p3"])
    .act(Action::Duplicate)
    .select(&["p3"])
    .key(Key::Delete)
}

fn steps(driver: &TestEditor, lang: Lang) -> Vec<String> {
    let labels = driver.editor.history().labels();
    labels.map(|label| say(lang, &label.message())).collect()
}

#[test]
fn steps_say_how_many_of_what() {
    let driver = worked();
    assert_eq!(
        steps(&driver, Lang::ZhCn),
        ["挪了2 张长椅", "复制了2 样东西", "删了路灯"]
    );
    assert_eq!(
        steps(&driver, Lang::En),
        ["Moved 2 benches", "Duplicated 2 things", "Deleted Street lamp"]
    );
}

#[test]
fn any_step_is_gone_to_back_and_forward_and_nothing_is_forgotten() {
    let driver = worked()
        .steps(3)
        .event(Event::GoTo(0))
        .steps(0)
        .says("say-gone-to-start");
    let driver = driver.at("p1", 10.0, 10.0).things(3);
    assert_eq!(
        steps(&driver, Lang::En).len(),
        3,
        "the steps ahead are still listed"
    );
    let driver = driver
        .event(Event::GoTo(2))
        .steps(2)
        .says("say-gone-to")
        .things(5)
        .at("p1", 10.0, 14.0);
    let driver = driver.event(Event::GoTo(3)).steps(3).things(4);
    driver
        .event(Event::GoTo(3))
        .event(Event::GoTo(99))
        .steps(3)
        .things(4);
}

#[test]
fn going_to_a_step_in_the_middle_of_a_drag_puts_the_drag_back() {
    worked()
        .down(20.0, 14.0)
        .to(25.0, 20.0)
        .event(Event::GoTo(1))
        .is_in("select.idle")
        .steps(1)
        .at("p2", 20.0, 14.0);
}

#[test]
fn what_is_gone_is_no_longer_chosen() {
    worked().select(&["p4"]).event(Event::GoTo(0)).selected(&[]);
}

#[test]
fn one_gesture_is_one_step() {
    let start = || {
        TestEditor::with(&[
            thing("p1", "plaza", (20.0, 15.0)),
            thing("p2", "bench", (5.0, 5.0)),
        ])
    };
    let one = |driver: TestEditor| driver.steps(1).undo().steps(0);
    one(start().drag((20.0, 15.0), (25.0, 18.0)));
    one(start().select(&["p1"]).act(Action::TurnLeft));
    one(start().select(&["p1", "p2"]).act(Action::TurnLeft));
    one(start().select(&["p1"]).act(Action::Wider));
    one(start().pick("lamp").tap(30.0, 20.0));
    one(start().select(&["p1", "p2"]).key(Key::Delete));
}
