//! The table of actions, and the keyboard.

use std::collections::HashSet;

use mulin::editor::{ACTIONS, Action, ActionGroup, Effect, Event, Key, Mods};
use mulin::geometry::{ScreenPt, ScreenVec};
use mulin::text::{Lang, Message, keys, say};

use crate::plan::thing;
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
        .steps(3);
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
