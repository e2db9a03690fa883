//! The table of actions, and the keyboard.

use std::collections::HashSet;

use mulin::design::{Command, PlacementShape};
use mulin::editor::{ACTIONS, Action, ActionGroup, Effect, Event, Key, Mods};
use mulin::geometry::{ScreenPt, ScreenVec, WorldPt};
use mulin::text::{Lang, Message, keys, say};

use crate::plan::{area, thing};
use crate::test_editor::TestEditor;

fn two() -> TestEditor {
    TestEditor::with(&[
        thing("p1", "pavilion", (10.0, 10.0)),
        thing("p2", "bench", (20.0, 10.0)),
    ])
}

#[test]
fn every_action_has_one_row_with_text_and_an_icon() {
    let mut seen = HashSet::new();
    for row in ACTIONS {
        assert!(seen.insert(row.action), "{:?} has two rows", row.action);
        assert_eq!(row.action.row().key, row.key);
        assert!(!row.icon.is_empty());
        for lang in Lang::ALL {
            assert_ne!(say(lang, &Message::new(row.key)), row.key);
        }
    }
    // The last of the enum: when one is added it must come into the table too.
    assert_eq!(seen.len(), Action::ToggleLargeText as usize + 1);
    for group in ActionGroup::ALL {
        assert_ne!(say(Lang::En, &Message::new(group.key())), group.key());
    }
}

#[test]
fn every_reason_and_step_has_text() {
    let known: HashSet<String> = keys(Lang::En).into_iter().collect();
    for row in ACTIONS {
        for driver in [
            two(),
            two().pick("lamp"),
            two().select(&["p2"]),
            TestEditor::with(&[]),
        ] {
            if let Some(reason) = driver.editor.can(row.action).reason() {
                assert!(known.contains(reason), "{reason}");
            }
        }
    }
    for key in mulin::editor::StepLabel::KEYS {
        assert!(known.contains(key), "{key}");
    }
}

#[test]
fn keys_that_browsers_keep_are_left_alone() {
    let command = Mods {
        command: true,
        ..Mods::default()
    };
    let driver = two().select(&["p1"]);
    for letter in [
        't', 'n', 'w', 'r', 'l', 'f', 'p', 'd', 'h', 'j', '+', '-', '0', '1',
    ] {
        assert_eq!(
            driver.editor.action_of(Key::Char(letter), command),
            None,
            "{letter}"
        );
    }
    let alt = Mods {
        alt: true,
        ..Mods::default()
    };
    assert_eq!(driver.editor.action_of(Key::Left, alt), None);
    assert_eq!(Key::named("Tab"), None);
    assert_eq!(Key::named("F5"), None);
}

#[test]
fn arrows_move_what_is_selected_and_else_the_view() {
    let driver = two()
        .select(&["p1"])
        .key(Key::Right)
        .at("p1", 10.1, 10.0)
        .says("say-moved");
    let driver = driver.shift().key(Key::Up).bare().at("p1", 10.1, 11.0).steps(1);
    let before = driver.editor.view();
    let driver = driver.key(Key::Escape).selected(&[]).key(Key::Left);
    assert!(driver.editor.view().centre.x < before.centre.x);
    driver.at("p1", 10.1, 11.0);
}

#[test]
fn things_are_gone_through_and_brought_into_view() {
    let driver = two()
        .view(150.0, 150.0, 20.0)
        .typed('n')
        .selected(&["p1"])
        .says("say-selected");
    assert!(
        driver
            .editor
            .view()
            .bounds()
            .contains(driver.shape("p1").centre())
    );
    let driver = driver.typed('n').selected(&["p2"]).typed('n').selected(&["p1"]);
    driver.shift().typed('n').selected(&["p2"]);
}

#[test]
fn an_action_that_cannot_be_done_says_why() {
    two().act(Action::Delete).says("why-nothing-selected").things(2);
    two().undo().says("why-nothing-to-undo");
}

#[test]
fn shell_actions_are_handed_out() {
    two().act(Action::Submit).asks(&Effect::Shell(Action::Submit));
    two().typed('?').asks(&Effect::Shell(Action::Help));
}

#[test]
fn the_wheel_zooms_at_the_pointer_and_keys_at_the_middle() {
    let driver = two();
    let at = ScreenPt::new(100.0, 500.0);
    let held = driver.editor.view().world_from_screen(at);
    let driver = driver.event(Event::Wheel {
        at,
        by: ScreenVec::new(0.0, -240.0),
        zoom: true,
    });
    let view = driver.editor.view();
    assert!(view.scale > 20.0 && view.screen_from_world(held).distance(at) < 1e-6);
    let centre = view.centre;
    let driver = driver.typed('+');
    assert!((driver.editor.view().scale / view.scale - 1.25).abs() < 1e-9);
    assert!(driver.editor.view().centre.distance(centre) < 1e-9);
    let driver = driver.typed('0');
    assert!(
        driver
            .editor
            .view()
            .bounds()
            .contains(mulin::geometry::WorldPt::new(199.0, 199.0))
    );
}

#[test]
fn growing_and_shrinking_keep_the_range() {
    let driver = TestEditor::with(&[thing("p1", "charging-shed", (20.0, 15.0))]).select(&["p1"]);
    driver
        .act(Action::Grow)
        .sized("p1", 20.5, 4.0)
        .act(Action::Shrink)
        .act(Action::Shrink)
        .sized("p1", 19.5, 3.5)
        .steps(1);
}

#[test]
fn what_the_keys_make_of_the_view_can_be_said() {
    let driver = TestEditor::with(&[]);
    let before = driver.editor.seen();
    for (action, differs) in [
        (Action::ZoomIn, true),
        (Action::PanLeft, false),
        (Action::Fit, true),
    ] {
        let driver = TestEditor::with(&[]).act(action).asks(&Effect::Looked);
        assert!(!differs || driver.editor.seen() != before, "{action:?}");
    }
    assert_eq!(
        say(Lang::En, &before),
        "The plan shows 40 by 30 metres, centred in the south-west of the estate"
    );
}

#[test]
fn corners_are_chosen_moved_and_taken_out_by_keys() {
    let lawn = area("p1", "lawn", (10.0, 10.0), (20.0, 16.0));
    let driver = TestEditor::with(&[lawn]).select(&["p1"]);
    let driver = driver.typed('j').says("say-corner-of");
    let PlacementShape::Area(before) = driver.shape("p1") else {
        panic!("no area")
    };
    let first = before.corners()[0];
    let driver = driver
        .shift()
        .key(Key::Left)
        .bare()
        .says("say-corner-of")
        .steps(1);
    let PlacementShape::Area(after) = driver.shape("p1") else {
        panic!("no area")
    };
    let moved = WorldPt::new(first.x - 1.0, first.y);
    assert!(after.corners().contains(&moved), "{:?}", after.corners());
    assert_eq!(
        after
            .corners()
            .iter()
            .filter(|corner| before.corners().contains(corner))
            .count(),
        3,
        "the others stay"
    );
    // Undone, and on to the next: with no corner chosen the whole thing is meant again.
    let driver = driver
        .undo()
        .typed('j')
        .typed('j')
        .key(Key::Delete)
        .says("say-reshaped");
    let PlacementShape::Area(fewer) = driver.shape("p1") else {
        panic!("no area")
    };
    assert_eq!(fewer.corners().len(), 3);
    let driver = driver.undo().shift().typed('j').bare().says("say-corner-of");
    let driver = driver
        .typed('j')
        .says("say-selected")
        .shift()
        .key(Key::Right)
        .bare();
    let PlacementShape::Area(whole) = driver.shape("p1") else {
        panic!("no area")
    };
    assert!((whole.centroid().x - before.centroid().x - 1.0).abs() < 1e-9);
}

#[test]
fn what_has_no_corners_says_so() {
    let driver = TestEditor::with(&[thing("p1", "bench", (10.0, 10.0))]).select(&["p1"]);
    assert_eq!(
        driver.editor.can(Action::NextCorner).reason(),
        Some("why-no-corners")
    );
}

#[test]
fn taking_up_and_leaving_a_tool_by_its_key_is_said() {
    let start = || TestEditor::with(&[thing("p1", "pavilion", (10.0, 10.0))]);
    for key in ['h', 'p', 'u', 'm', 't'] {
        let driver = start().typed(key).says("say-tool-taken");
        let driver = driver.key(Key::Escape);
        assert_eq!(driver.said(), ["action-tool-select"], "left after {key}");
    }
    // Another way of the same tool, and what speaks for itself.
    start().typed('m').shift().typed('m').says("say-tool-taken");
    assert_eq!(start().typed('q').said(), ["say-choosing"]);
    assert_eq!(start().pick("bench").said(), ["say-picked"]);
}

#[test]
fn a_letter_that_cannot_be_done_now_says_why_and_changes_nothing() {
    let start = || TestEditor::with(&[thing("p1", "pavilion", (10.0, 10.0))]);
    assert_eq!(start().typed('k').said(), ["why-nothing-selected"]);
    let driver = start().select(&["p1"]).typed('j').says("why-no-corners").steps(0);
    driver.key(Key::Delete).things(0);
    // What means nothing, and what is the browser's, stays silent.
    assert!(start().typed('z').said().is_empty());
    assert!(start().key(Key::Escape).said().is_empty());
}

#[test]
fn what_a_panel_changes_is_said_once() {
    let title = Event::Apply(Command::SetTitle("我们的院子".to_owned()), "step-title");
    let driver = TestEditor::with(&[]).event(title.clone());
    assert_eq!(driver.said(), ["step-title"]);
    assert!(driver.event(title).said().is_empty(), "nothing changed");
}
