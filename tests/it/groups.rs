//! Groups: chosen and moved as one, entered by two taps, kept in the document.

use mulin::design::{Design, Placement, stored};
use mulin::editor::{Action, Key};

use crate::plan::thing;
use crate::test_editor::TestEditor;

fn three() -> Vec<Placement> {
    vec![
        thing("p1", "pavilion", (10.0, 10.0)),
        thing("p2", "pavilion", (20.0, 10.0)),
        thing("p3", "lamp", (15.0, 18.0)),
    ]
}

fn grouped() -> TestEditor {
    TestEditor::with(&three())
        .select(&["p1", "p2"])
        .act(Action::Group)
        .select(&[])
}

#[test]
fn a_group_is_chosen_and_moved_as_one() {
    let driver = grouped().steps(1);
    let driver = driver
        .tap(20.0, 10.0)
        .selected(&["p2", "p1"])
        .drag((20.0, 10.0), (20.0, 14.0));
    let driver = driver
        .at("p1", 10.0, 14.0)
        .at("p2", 20.0, 14.0)
        .at("p3", 15.0, 18.0)
        .steps(2);
    driver
        .undo()
        .undo()
        .tap(2.0, 2.0)
        .tap(20.0, 10.0)
        .selected(&["p2"]);
}

#[test]
fn a_drag_that_begins_on_one_takes_the_whole_group() {
    grouped()
        .drag((10.0, 10.0), (12.0, 10.0))
        .at("p1", 12.0, 10.0)
        .at("p2", 22.0, 10.0)
        .steps(2);
}

#[test]
fn shift_adds_and_takes_away_the_whole_group() {
    let driver = grouped()
        .tap(15.0, 18.0)
        .shift()
        .tap(10.0, 10.0)
        .selected(&["p3", "p1", "p2"]);
    driver.tap(20.0, 10.0).selected(&["p3"]);
}

#[test]
fn a_box_round_one_of_a_group_chooses_all_of_it() {
    grouped()
        .shift()
        .down(7.0, 7.0)
        .to(13.0, 13.0)
        .up()
        .selected(&["p1", "p2"]);
}

#[test]
fn two_taps_enter_a_group_and_a_tap_outside_leaves_it() {
    let driver = grouped()
        .double(10.0, 10.0)
        .selected(&["p1"])
        .says("say-selected");
    let driver = driver
        .drag((10.0, 10.0), (10.0, 13.0))
        .at("p1", 10.0, 13.0)
        .at("p2", 20.0, 10.0);
    let driver = driver.tap(20.0, 10.0).selected(&["p2"]);
    driver
        .tap(15.0, 18.0)
        .selected(&["p3"])
        .tap(20.0, 10.0)
        .selected(&["p2", "p1"]);
}

#[test]
fn by_keys_a_group_is_made_entered_left_and_dissolved() {
    let driver = TestEditor::with(&three()).select(&["p1", "p3"]).typed('g');
    let driver = driver.says("say-grouped").key(Key::Enter).selected(&["p1"]);
    let driver = driver.key(Key::Escape).selected(&[]);
    // A group is one step on the way through the things.
    let driver = driver
        .typed('n')
        .selected(&["p1", "p3"])
        .typed('n')
        .selected(&["p2"])
        .typed('n');
    let driver = driver.selected(&["p1", "p3"]);
    let driver = driver.shift().typed('g').bare().says("say-ungrouped").steps(2);
    driver.tap(2.0, 2.0).tap(10.0, 10.0).selected(&["p1"]);
}

#[test]
fn grouping_takes_what_was_a_group_into_the_new_one() {
    let driver = grouped().act(Action::SelectAll).act(Action::Group);
    let driver = driver.tap(2.0, 2.0).tap(15.0, 18.0).selected(&["p3", "p1", "p2"]);
    let driver = driver.act(Action::Group).says("why-one-group-already").steps(2);
    driver
        .act(Action::Ungroup)
        .steps(3)
        .act(Action::Ungroup)
        .says("why-no-group");
}

#[test]
fn a_copy_of_a_group_is_a_group_of_its_own() {
    let driver = grouped()
        .tap(10.0, 10.0)
        .act(Action::Duplicate)
        .things(5)
        .selected(&["p4", "p5"]);
    let group = |id: &str| {
        let id = mulin::design::PlacementId::new(id);
        driver.editor.thing(&id).unwrap().group.clone()
    };
    assert!(group("p4").is_some() && group("p4") == group("p5") && group("p4") != group("p1"));
}

#[test]
fn the_document_keeps_groups_and_locks_and_what_other_programs_meant_by_them() {
    let design = grouped()
        .select(&["p3"])
        .act(Action::Lock)
        .editor
        .design()
        .clone();
    let text = String::from_utf8(stored::write(&design)).unwrap();
    assert!(
        text.contains(r#""group":"g1""#) && text.contains(r#""locked":true"#),
        "{text}"
    );
    let (read, repairs) = stored::read(text.as_bytes()).unwrap();
    assert!(repairs.is_empty());
    assert_eq!(read, *design);
    let other = text
        .replace(r#""group":"g1""#, r#""group":[1,2]"#)
        .replace(r#""locked":true"#, r#""locked":"maybe""#);
    let (read, _): (Design, _) = stored::read(other.as_bytes()).unwrap();
    assert!(
        read.placements()
            .iter()
            .all(|thing| thing.group.is_none() && !thing.locked)
    );
    let again = String::from_utf8(stored::write(&read)).unwrap();
    assert!(
        again.contains(r#""group":[1,2]"#) && again.contains(r#""locked":"maybe""#),
        "{again}"
    );
}
