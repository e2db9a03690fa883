//! What is in the hand is what would be there if the hand let go: the numbers that move during a drag
//! are those that stand after it.

use std::sync::Arc;

use mulin::app::live::Live;
use mulin::design::{Command, Placement};
use mulin::editor::{Action, Key};
use mulin::rules::Checker;

use crate::plan::{design, project, slab, thing};
use crate::test_editor::TestEditor;

/// Lets go, and proves that what was told before is what is there after.
#[track_caller]
fn let_go_as_told(driver: TestEditor) -> TestEditor {
    let project = driver.editor.project().clone();
    let before = driver.editor.design().clone();
    let told = Checker::new(&project, &before).preview(&driver.editor.in_hand(9));
    let names: Vec<_> = driver.editor.in_hand(9).iter().map(|t| t.id.clone()).collect();
    assert!(!names.is_empty(), "nothing is in the hand");
    let driver = driver.up();
    let after = Checker::new(&project, driver.editor.design());
    let about = |finding: &&mulin::rules::Finding| finding.placements.iter().any(|id| names.contains(id));
    let found: Vec<_> = after.findings().into_iter().filter(about).cloned().collect();
    assert_eq!(told.findings, found);
    let (told, stands) = (told.totals, after.totals());
    for (a, b) in [
        (told.cost, stands.cost),
        (told.bays(), stands.bays()),
        (told.seats, stands.seats),
        (told.activity(), stands.activity()),
    ] {
        assert!((a - b).abs() < 1e-6, "{told:?} was told, {stands:?} stands");
    }
    assert!(driver.editor.in_hand(9).is_empty());
    driver
}

fn two() -> Vec<Placement> {
    vec![
        thing("p1", "pavilion", (10.0, 10.0)),
        thing("p2", "table-tennis", (20.0, 10.0)),
    ]
}

#[test]
fn moving_tells_what_will_stand() {
    let driver = TestEditor::with(&two())
        .down(20.0, 10.0)
        .to(15.0, 10.0)
        .to(11.0, 10.0);
    let project = driver.editor.project().clone();
    let checker = Checker::new(&project, driver.editor.design());
    assert!(checker.findings().is_empty());
    assert_eq!(
        checker.preview(&driver.editor.in_hand(9)).findings[0].rule,
        "overlap"
    );
    let_go_as_told(driver).at("p2", 11.0, 10.0);
}

#[test]
fn escape_leaves_nothing_in_the_hand() {
    let driver = TestEditor::with(&two())
        .down(20.0, 10.0)
        .to(11.0, 10.0)
        .key(Key::Escape);
    assert!(driver.editor.in_hand(9).is_empty());
    driver.at("p2", 20.0, 10.0);
}

#[test]
fn a_ghost_tells_what_it_would_be_once_it_is_led() {
    let driver = TestEditor::with(&two()).pick("pavilion");
    assert!(driver.editor.in_hand(9).is_empty(), "it waits to be led");
    let_go_as_told(
        TestEditor::with(&two())
            .carry("pavilion", -5.0, 15.0)
            .to(11.0, 10.0),
    )
    .things(3);
    let outside = TestEditor::with(&two())
        .carry("pavilion", 12.0, 8.0)
        .to(-30.0, 8.0);
    assert!(
        outside.editor.in_hand(9).is_empty(),
        "let go outside it is not placed"
    );
}

#[test]
fn an_outline_that_is_drawn_tells_what_it_would_be() {
    let driver = TestEditor::with(&two()).pick("car-park").act(Action::ToolOutline);
    let driver = let_go_as_told(driver.down(5.0, 15.0).to(20.0, 25.0).to(30.0, 28.0)).things(3);
    assert!(
        Checker::new(&driver.editor.project().clone(), driver.editor.design())
            .totals()
            .bays()
            > 0.0
    );
}

#[test]
fn a_preview_of_nothing_is_what_stands() {
    let project = project(vec![slab("b1", "1", (10.0, 10.0), (30.0, 20.0))]);
    let design = design(two())
        .apply(&Command::Put(vec![thing("p3", "bench", (20.0, 15.0))]))
        .unwrap();
    let checker = Checker::new(&project, &design);
    assert_eq!(checker.preview(&[]).totals, checker.totals());
    let same: Arc<Placement> = design.placements()[2].clone();
    assert_eq!(checker.preview(&[same]).findings.len(), 1);
}

#[test]
fn it_is_looked_at_at_once_then_seldom_and_at_last_where_the_hand_rests() {
    let mut driver = TestEditor::with(&two());
    let checker = Checker::new(&driver.editor.project().clone(), driver.editor.design());
    let mut live = Live::default();
    assert_eq!(live.wants(&driver.editor, 1_000.0), None, "the hand rests");
    driver = driver.down(20.0, 10.0).to(15.0, 10.0);
    assert_eq!(live.wants(&driver.editor, 1_000.0), Some(0));
    assert!(live.look(&driver.editor, &checker, || 1_000.0));
    driver = driver.to(11.0, 10.0);
    assert_eq!(live.wants(&driver.editor, 1_016.0), Some(124));
    assert_eq!(live.wants(&driver.editor, 1_032.0), None, "asked for once");
    assert!(live.look(&driver.editor, &checker, || 1_140.0));
    assert!(!live.look(&driver.editor, &checker, || 1_141.0), "nothing is new");
    driver = driver.up();
    assert!(!live.findings().is_empty());
    assert_eq!(live.wants(&driver.editor, 1_142.0), Some(0));
    assert!(live.look(&driver.editor, &checker, || 1_142.0));
    assert_eq!(live.preview(), None);
}
