//! Aligning, and equal gaps.

use mulin::design::Placement;
use mulin::editor::{Action, Key, Mods};

use crate::plan::{sized, thing};
use crate::test_editor::TestEditor;

/// A bench of 2 × 0.5 m, a lamp of 0.6 m and a pavilion of 3 × 3 m.
fn three() -> Vec<Placement> {
    vec![
        sized("p1", "bench", (10.0, 10.0), (2.0, 0.5)),
        thing("p2", "lamp", (14.0, 12.0)),
        sized("p3", "pavilion", (22.0, 17.0), (3.0, 3.0)),
    ]
}

fn all() -> TestEditor {
    TestEditor::with(&three()).select(&["p1", "p2", "p3"])
}

#[test]
fn things_come_to_one_line_as_one_step() {
    all()
        .act(Action::AlignLeft)
        .says("say-aligned")
        .at("p1", 10.0, 10.0)
        .at("p2", 9.3, 12.0)
        .at("p3", 10.5, 17.0)
        .steps(1);
    all()
        .act(Action::AlignRight)
        .at("p1", 22.5, 10.0)
        .at("p2", 23.2, 12.0)
        .at("p3", 22.0, 17.0);
    all()
        .act(Action::AlignTop)
        .at("p1", 10.0, 18.25)
        .at("p2", 14.0, 18.2)
        .at("p3", 22.0, 17.0);
    all()
        .act(Action::AlignBottom)
        .at("p1", 10.0, 10.0)
        .at("p2", 14.0, 10.05)
        .at("p3", 22.0, 11.25);
    all()
        .act(Action::AlignCentre)
        .at("p1", 16.25, 10.0)
        .at("p2", 16.25, 12.0)
        .at("p3", 16.25, 17.0);
    let driver = all()
        .act(Action::AlignMiddle)
        .at("p1", 10.0, 14.125)
        .at("p3", 22.0, 14.125);
    driver
        .undo()
        .at("p1", 10.0, 10.0)
        .at("p2", 14.0, 12.0)
        .at("p3", 22.0, 17.0);
}

#[test]
fn gaps_become_equal_and_the_ends_stay() {
    // From 9 to 23.5 m stand 2, 0.6 and 3 m: two gaps of 4.45 m.
    let driver = all()
        .act(Action::DistributeAcross)
        .says("say-distributed")
        .steps(1);
    driver
        .at("p1", 10.0, 10.0)
        .at("p2", 15.75, 12.0)
        .at("p3", 22.0, 17.0)
        .undo()
        .at("p2", 14.0, 12.0);
    // From 9.75 to 18.5 m: two gaps of 2.325 m.
    all()
        .act(Action::DistributeAlong)
        .at("p2", 14.0, 12.875)
        .at("p1", 10.0, 10.0);
}

#[test]
fn what_is_in_line_already_is_no_step() {
    all()
        .act(Action::AlignLeft)
        .act(Action::AlignLeft)
        .says("say-already-so")
        .steps(1);
}

#[test]
fn by_keys_of_drawing_programs() {
    let command_shift = Mods {
        shift: true,
        command: true,
        alt: false,
    };
    all()
        .holding(command_shift)
        .key(Key::Left)
        .at("p3", 10.5, 17.0)
        .says("say-aligned");
    all().holding(command_shift).key(Key::Up).at("p1", 10.0, 18.25);
    all().shift().typed('c').at("p2", 16.25, 12.0);
    all().shift().typed('x').at("p2", 15.75, 12.0);
}

#[test]
fn too_few_are_told_why() {
    TestEditor::with(&three())
        .act(Action::AlignLeft)
        .says("why-at-least-two")
        .steps(0);
    TestEditor::with(&three())
        .select(&["p1", "p2"])
        .act(Action::DistributeAcross)
        .says("why-at-least-three");
}

#[test]
fn others_come_to_what_is_locked() {
    let driver = TestEditor::with(&three()).select(&["p2"]).act(Action::Lock);
    let driver = driver.select(&["p1", "p2", "p3"]).act(Action::AlignCentre);
    driver
        .at("p1", 14.0, 10.0)
        .at("p2", 14.0, 12.0)
        .at("p3", 14.0, 17.0);
}

#[test]
fn a_group_is_aligned_as_one() {
    let driver = TestEditor::with(&three())
        .select(&["p1", "p2"])
        .act(Action::Group);
    let driver = driver.select(&["p1", "p2", "p3"]).act(Action::AlignRight);
    // The group reaches from 9 to 14.3 m and moves by 9.2 m.
    driver
        .at("p1", 19.2, 10.0)
        .at("p2", 23.2, 12.0)
        .at("p3", 22.0, 17.0);
}

#[test]
fn on_a_turned_plan_left_is_left_on_the_screen() {
    let driver = (0..6).fold(all(), |driver, _| driver.act(Action::TurnViewLeft));
    // The plan lies a quarter to the left, so north is to the left.
    driver
        .act(Action::AlignLeft)
        .at("p1", 10.0, 18.25)
        .at("p3", 22.0, 17.0);
}
