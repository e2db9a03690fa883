//! Another kind in place of what is chosen.

use mulin::catalogue::KindId;
use mulin::design::PlacementId;
use mulin::editor::{Action, Event};

use crate::plan::{area, path, sized, thing, with};
use crate::test_editor::TestEditor;

fn replace(driver: TestEditor, kind: &str) -> TestEditor {
    driver.event(Event::Replace(KindId::new(kind)))
}

#[test]
fn all_that_is_chosen_becomes_another_kind_as_one_step() {
    let things = [
        with(sized("p1", "bench", (10.0, 10.0), (2.0, 0.5)), "style", "plain"),
        thing("p2", "lamp", (15.0, 10.0)),
    ];
    let driver = TestEditor::with(&things)
        .select(&["p1", "p2"])
        .act(Action::TurnLeft);
    let driver = replace(driver, "chess-table")
        .says("say-replaced-resized")
        .steps(2);
    // Both are brought to the smallest chess table; places and turns stay.
    let driver = driver
        .sized("p1", 2.0, 2.0)
        .sized("p2", 2.0, 2.0)
        .turned("p1", 15.0);
    let p1 = driver.editor.thing(&PlacementId::new("p1")).unwrap();
    assert_eq!(p1.kind.as_str(), "chess-table");
    assert!(p1.params.is_empty(), "a chess table has no style");
    driver.undo().sized("p1", 2.0, 0.5);
}

#[test]
fn what_fits_keeps_its_size_and_its_choices() {
    let bench = with(
        sized("p1", "pavilion", (10.0, 10.0), (5.0, 4.0)),
        "style",
        "modern",
    );
    let driver = replace(TestEditor::with(&[bench]).select(&["p1"]), "pergola").says("say-replaced");
    let driver = driver.sized("p1", 5.0, 4.0);
    assert!(
        driver
            .editor
            .thing(&PlacementId::new("p1"))
            .unwrap()
            .params
            .is_empty()
    );
}

#[test]
fn areas_become_areas_and_paths_paths() {
    let driver = TestEditor::with(&[area("p1", "lawn", (5.0, 5.0), (12.0, 12.0))]).select(&["p1"]);
    let kinds: Vec<_> = driver
        .editor
        .other_kinds()
        .iter()
        .map(|kind| kind.id.to_string())
        .collect();
    assert!(
        kinds.contains(&"plaza".to_owned())
            && !kinds.contains(&"lawn".to_owned())
            && !kinds.contains(&"lamp".to_owned()),
        "{kinds:?}"
    );
    replace(driver, "plaza")
        .says("say-replaced")
        .corners("p1", &[(5.0, 5.0), (12.0, 5.0), (12.0, 12.0), (5.0, 12.0)]);
}

#[test]
fn what_cannot_be_is_refused_with_a_sentence() {
    let things = [
        thing("p1", "lamp", (10.0, 10.0)),
        path("p2", "fitness-path", &[(3.0, 3.0), (9.0, 4.0)], 2.0),
    ];
    replace(TestEditor::with(&things).select(&["p1", "p2"]), "bench")
        .says("why-other-form")
        .steps(0);
    replace(TestEditor::with(&things).select(&["p1"]), "plaza")
        .says("why-other-form")
        .steps(0);
    replace(TestEditor::with(&things).select(&["p1"]), "no-such")
        .says("why-other-form")
        .steps(0);
    replace(TestEditor::with(&things), "bench")
        .says("why-nothing-selected")
        .steps(0);
    let driver = TestEditor::with(&things).select(&["p1"]).act(Action::Lock);
    replace(driver, "bench").says("why-nothing-selected").steps(1);
}
