//! Keys: no two actions on one key at one time, none of the browser's, other keyboards, Macs.

use std::collections::HashMap;

use mulin::editor::{ACTIONS, Action, Key, Mods, Shortcut};

use crate::plan::{area, thing};
use crate::test_editor::TestEditor;

/// Where two actions share a key on purpose, the first goes before the second while it can be done.
const YIELDS: &[(Action, Action)] = &[
    (Action::RemoveCorner, Action::Delete),
    (Action::PlaceHere, Action::Done),
    (Action::Cancel, Action::SelectNone),
    (Action::NudgeLeft, Action::PanLeft),
    (Action::NudgeRight, Action::PanRight),
    (Action::NudgeUp, Action::PanUp),
    (Action::NudgeDown, Action::PanDown),
    (Action::Lock, Action::Unlock),
    // Several are aligned by the keys that size one.
    (Action::AlignLeft, Action::Narrower),
    (Action::AlignRight, Action::Wider),
    (Action::AlignTop, Action::Deeper),
    (Action::AlignBottom, Action::Shallower),
    (Action::Done, Action::EnterGroup),
];

/// What the browser does at its own keys, so that it asks no one for leave.
const CLIPBOARD: [Action; 3] = [Action::Copy, Action::Cut, Action::Paste];

/// What browsers keep for themselves, on Windows, Linux and Macs: a page that takes one of these
/// takes something from its reader. The second is whether Shift is held.
const BROWSERS: &[(char, bool)] = &[
    ('t', false),
    ('n', false),
    ('w', false),
    ('r', false),
    ('l', false),
    ('f', false),
    ('p', false),
    ('g', false),
    ('h', false),
    ('j', false),
    ('k', false),
    ('u', false),
    ('q', false),
    ('m', false),
    ('+', false),
    ('-', false),
    ('0', false),
    ('1', false),
    ('9', false),
    ('t', true),
    ('n', true),
    ('w', true),
    ('r', true),
    ('g', true),
    ('i', true),
    ('j', true),
    ('c', true),
    ('p', true),
    ('q', true),
    ('b', true),
    ('o', true),
];

fn states() -> Vec<TestEditor> {
    let start = || {
        TestEditor::with(&[
            thing("p1", "bench", (10.0, 10.0)),
            area("p2", "lawn", (15.0, 10.0), (25.0, 20.0)),
        ])
    };
    vec![
        start(),
        start().select(&["p1"]),
        start().select(&["p2"]),
        start().select(&["p2"]).tap(25.0, 20.0),
        start().select(&["p1", "p2"]),
        start().pick("lamp"),
        start().pick("lawn").act(Action::ToolOutline),
        start()
            .pick("lawn")
            .act(Action::ToolOutline)
            .tap(30.0, 5.0)
            .tap(32.0, 5.0),
        start().select(&["p1"]).act(Action::TurnLeft).undo(),
        start().select(&["p1", "p2"]).act(Action::Group),
        start().select(&["p1"]).act(Action::Lock).select(&["p1", "p2"]),
        start().act(Action::ChooseSeveral).tap(10.0, 10.0),
        TestEditor::with(&[]),
    ]
}

fn mods(shortcut: &Shortcut) -> Mods {
    Mods {
        shift: shortcut.shift,
        command: shortcut.command,
        alt: false,
    }
}

#[test]
fn no_two_actions_share_a_key_where_both_can_be_done() {
    for driver in states() {
        let mut taken: HashMap<String, Action> = HashMap::new();
        for row in ACTIONS {
            if !driver.editor.can(row.action).is_yes() {
                continue;
            }
            for shortcut in row.keys {
                // Signs are typed with Shift on some keyboards and without on others.
                let name = shortcut.label(false);
                let Some(first) = taken.insert(name.clone(), row.action) else {
                    continue;
                };
                assert!(
                    YIELDS.contains(&(first, row.action)),
                    "{first:?} and {:?} share {name} in {}",
                    row.action,
                    driver.editor.tool_path()
                );
                taken.insert(name, first);
            }
        }
        for row in ACTIONS {
            for shortcut in row.keys {
                if CLIPBOARD.contains(&row.action) {
                    assert_eq!(driver.editor.action_of(shortcut.key, mods(shortcut)), None);
                    continue;
                }
                let done = driver.editor.action_of(shortcut.key, mods(shortcut));
                let first = ACTIONS
                    .iter()
                    .find(|other| other.keys.contains(shortcut) && driver.editor.can(other.action).is_yes());
                assert!(
                    done == first.map(|row| row.action)
                        || matches!(done, Some(Action::RemoveCorner | Action::Done)),
                    "{shortcut:?} does {done:?} in {}",
                    driver.editor.tool_path()
                );
            }
        }
    }
}

#[test]
fn no_key_of_a_browser_is_taken() {
    for driver in states() {
        for (letter, shift) in BROWSERS {
            let held = Mods {
                command: true,
                shift: *shift,
                alt: false,
            };
            let done = driver.editor.action_of(Key::Char(*letter), held);
            assert_eq!(done, None, "Ctrl+{letter} (Shift: {shift})");
        }
        for key in [Key::Left, Key::Right, Key::Up, Key::Down, Key::Char('d')] {
            let alt = Mods {
                alt: true,
                ..Mods::default()
            };
            assert_eq!(driver.editor.action_of(key, alt), None, "Alt+{key:?}");
        }
    }
    for name in [
        "Tab",
        "F1",
        "F3",
        "F5",
        "F6",
        "F7",
        "F11",
        "F12",
        "PageUp",
        "Home",
        "Process",
        "Dead",
        "Unidentified",
    ] {
        assert_eq!(Key::named(name), None, "{name}");
    }
}

#[test]
fn keyboards_without_latin_letters_are_read_by_place_and_others_by_what_they_type() {
    let typed = [
        ("z", "KeyZ", Key::Char('z')),
        ("я", "KeyZ", Key::Char('z')),
        ("ж", "Semicolon", Key::Char('ж')),
        ("Ω", "KeyV", Key::Char('v')),
        ("，", "Comma", Key::Char(',')),
        ("。", "Period", Key::Char('.')),
        ("【", "BracketLeft", Key::Char('[')),
        // AZERTY and Dvorak: the letter that is written on the key counts.
        ("a", "KeyQ", Key::Char('a')),
        (";", "KeyZ", Key::Char(';')),
        ("?", "Slash", Key::Char('?')),
        ("ArrowLeft", "ArrowLeft", Key::Left),
        ("Enter", "NumpadEnter", Key::Enter),
        ("ContextMenu", "ContextMenu", Key::Menu),
    ];
    for (name, code, key) in typed {
        assert_eq!(Key::pressed(name, code), Some(key), "{name} at {code}");
    }
    assert_eq!(
        Key::pressed("Process", "KeyZ"),
        None,
        "swallowed by an input method"
    );
}

#[test]
fn macs_write_their_own_signs() {
    assert_eq!(Action::SaveFile.row().keys[0].label(true), "⌘S");
    assert_eq!(Action::SaveFile.row().keys[0].label(false), "Ctrl+S");
    assert_eq!(Action::Redo.row().keys[0].label(true), "⇧⌘Z");
    assert_eq!(Action::ShowMenu.row().keys[0].label(false), "Shift+F10");
    // Command with an arrow goes back and forward there, and Command with Y shows what was visited.
    let labels = |action: Action, mac| action.row().labels(mac).collect::<Vec<_>>();
    assert_eq!(labels(Action::NudgeLeft, true), ["←", "⇧←"]);
    assert_eq!(labels(Action::NudgeLeft, false), ["←", "Shift+←", "Ctrl+←"]);
    assert_eq!(labels(Action::Redo, true), ["⇧⌘Z"]);
}

#[test]
fn an_arrow_moves_ten_centimetres_with_shift_a_metre_and_with_control_a_centimetre() {
    let fine = Mods {
        command: true,
        ..Mods::default()
    };
    states()
        .remove(1)
        .key(Key::Right)
        .at("p1", 10.1, 10.0)
        .shift()
        .key(Key::Up)
        .at("p1", 10.1, 11.0)
        .holding(fine)
        .key(Key::Left)
        .at("p1", 10.09, 11.0);
}

#[test]
fn width_and_depth_change_alone_by_key() {
    let both = Mods {
        command: true,
        shift: true,
        alt: false,
    };
    let driver = TestEditor::with(&[thing("p1", "plaza", (20.0, 15.0))]);
    let driver = driver.select(&["p1"]);
    let before = driver.shape("p1").bounds();
    let driver = driver
        .holding(both)
        .key(Key::Right)
        .key(Key::Right)
        .key(Key::Up)
        .says("say-resized");
    let after = driver.shape("p1").bounds();
    assert!((after.width() - before.width() - 0.2).abs() < 0.002, "{after:?}");
    assert!(
        (after.height() - before.height() - 0.1).abs() < 0.002,
        "{after:?}"
    );
}

#[test]
fn things_are_walked_row_by_row_from_the_north_west() {
    let mut driver = TestEditor::with(&[
        thing("p1", "bench", (30.0, 10.0)),
        thing("p2", "bench", (10.0, 12.0)),
        thing("p3", "bench", (20.0, 60.0)),
        thing("p4", "bench", (5.0, 55.0)),
    ]);
    for id in ["p4", "p3", "p2", "p1", "p4"] {
        driver = driver.typed('n').selected(&[id]);
    }
    driver.shift().typed('n').selected(&["p1"]);
}
