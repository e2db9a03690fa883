//! Something held at the plan's edge moves the plan; the core is told the time that went by.

use mulin::editor::{Effect, Event, Key};

use crate::plan::thing;
use crate::test_editor::TestEditor;

fn one() -> TestEditor {
    // 800 × 600 px, 20 px a metre, (20, 15) in the middle: the right edge is at x = 40.
    TestEditor::with(&[thing("p1", "bench", (20.0, 15.0))])
}

#[test]
fn a_thing_held_at_the_edge_goes_on_with_the_plan() {
    let driver = one().down(20.0, 15.0).to(39.9, 15.0);
    assert!(driver.editor.wants_ticks());
    let before = driver.editor.view().centre;
    let mut driver = driver.event(Event::Tick(40.0)).asks(&Effect::PaintAll);
    for _ in 0..9 {
        driver = driver.event(Event::Tick(40.0));
    }
    let moved = driver.editor.view().centre.x - before.x;
    assert!(moved > 8.0, "{moved} m in 0.4 s");
    let driver = driver.up();
    assert!(!driver.editor.wants_ticks());
    driver.steps(1).at("p1", 39.9 + moved, 15.0);
}

#[test]
fn escape_puts_the_thing_back_and_the_plan_stays() {
    let driver = one()
        .down(20.0, 15.0)
        .to(39.9, 15.0)
        .event(Event::Tick(50.0))
        .key(Key::Escape);
    assert!(!driver.editor.wants_ticks());
    driver.at("p1", 20.0, 15.0).steps(0);
}

#[test]
fn nothing_moves_without_a_hold_or_in_the_middle_or_by_a_time_that_never_ends() {
    assert!(
        !one().to(39.9, 15.0).editor.wants_ticks(),
        "a mouse that passes by"
    );
    assert!(!one().down(20.0, 15.0).to(30.0, 15.0).editor.wants_ticks());
    assert!(
        !one().down(5.0, 5.0).to(0.1, 5.0).editor.wants_ticks(),
        "the plan itself is moved"
    );
    let outside = one().carry("bench", -1.0, 15.0);
    assert!(
        !outside.editor.wants_ticks(),
        "what comes out of the palette is not there yet"
    );
    let driver = one().down(20.0, 15.0).to(39.9, 15.0);
    let before = driver.editor.view();
    for ms in [f64::NAN, -5.0, 0.0] {
        let same = driver.editor.clone();
        let mut same = same;
        same.handle(Event::Tick(ms));
        assert!((same.view().centre.x - before.centre.x).abs() < 1e-9, "{ms}");
    }
}

#[test]
fn what_comes_out_of_the_palette_crosses_the_edge_without_pulling_at_it() {
    let driver = one().carry("bench", -2.0, 15.0).to(0.5, 15.0);
    assert!(!driver.editor.wants_ticks(), "on its way in");
    let driver = driver.to(20.0, 15.0).to(0.5, 15.0);
    assert!(driver.editor.wants_ticks(), "come back to the edge");
}
