//! Every state that the tools are met in has the cursor that fits it, and a hint in both languages.

use std::collections::BTreeSet;

use mulin::editor::{Action, Cursor, Event};
use mulin::text::{Lang, say};

use crate::every_tool::{TOOLS, bare, three};
use crate::test_editor::TestEditor;

#[test]
fn every_state_that_is_met_has_its_cursor_and_its_hint_in_both_languages() {
    let mut met = BTreeSet::new();
    let mut look = |driver: TestEditor| {
        let path = driver.editor.tool_path();
        let cursor = driver.editor.cursor();
        let drawing = ["outline.", "measure.", "note.", "place.", "row.", "wish."];
        if drawing.iter().any(|tool| path.starts_with(tool)) {
            let expected = match path.as_str() {
                "place.pressing" | "place.carrying" => Cursor::Grabbing,
                "outline.polygon.corner" | "outline.path.corner" => Cursor::Corner,
                _ => Cursor::Cross,
            };
            assert_eq!(cursor, expected, "{path}");
            let hint = driver.editor.hint().unwrap_or_else(|| panic!("no hint: {path}"));
            for lang in Lang::ALL {
                let said = say(lang, &hint);
                assert!(said != hint.key && !said.contains('{'), "{path}: {said}");
            }
        }
        met.insert(path);
        driver
    };
    for tool in TOOLS {
        // By taps, and the first two points by a pull.
        let mut driver = look((tool.takes)(bare()));
        for (x, y) in tool.points {
            driver = look(driver.down(*x, *y));
            driver = look(driver.up());
            driver = look(driver.to(x + 1.0, y + 0.5));
        }
        look(tool.ended(driver));
        let driver = (tool.takes)(bare()).down(17.0, 12.0);
        look(driver.to(20.0, 15.0));
    }
    let polygon = bare().act(Action::ToolOutline).tap(10.0, 10.0).tap(18.0, 10.0);
    let driver = look(polygon.down(18.0, 10.0).to(20.0, 12.0));
    look(driver.up().tap(18.0, 18.0).tap(14.0, 4.0));
    let path = bare().act(Action::ToolPath).tap(10.0, 10.0).tap(18.0, 10.0);
    look(path.down(18.0, 10.0).to(20.0, 12.0));
    look(bare().carry("lamp", 10.0, 10.0));
    look(bare().event(Event::AimWish));
    let lamp = TestEditor::with(&three()).select(&["p1"]);
    look(lamp.event(Event::AimRow { count: 3, gap: 2.0 }));
    for action in [Action::ChooseByBox, Action::ChooseByRing] {
        let driver = look(TestEditor::with(&three()).act(action));
        let driver = look(driver.down(10.0, 10.0));
        look(driver.to(14.0, 14.0));
    }
    let expected = [
        "choose.idle",
        "choose.lasso",
        "choose.marquee",
        "choose.pointing",
        "measure.area.first",
        "measure.area.next",
        "measure.area.pulling",
        "measure.distance.first",
        "measure.distance.pulling",
        "measure.distance.second",
        "measure.path.first",
        "measure.path.next",
        "measure.path.pulling",
        "note.placing",
        "note.writing",
        "outline.path.corner",
        "outline.path.first",
        "outline.path.next",
        "outline.path.pulling",
        "outline.polygon.corner",
        "outline.polygon.crossed",
        "outline.polygon.first",
        "outline.polygon.next",
        "outline.polygon.pulling",
        "outline.rectangle.first",
        "outline.rectangle.pulling",
        "outline.rectangle.second",
        "outline.turned.first",
        "outline.turned.pulling",
        "outline.turned.second",
        "outline.turned.third",
        "place.carrying",
        "place.pressing",
        "place.waiting",
        "row.aiming",
        "select.idle",
        "wish.aiming",
    ];
    assert_eq!(met.iter().map(String::as_str).collect::<Vec<_>>(), expected);
}
