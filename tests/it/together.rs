//! Several scaled and turned together, by the handles of their common box.

use std::sync::Arc;

use mulin::catalogue::{Catalogue, KindId};
use mulin::design::{Placement, PlacementShape};
use mulin::editor::{Action, Event, Key};
use mulin::estate::{Feature, Shape};
use mulin::geometry::{Outline, WorldPt};
use mulin::scene::HandleKind;
use proptest::prelude::*;

use crate::plan::{area, path, seeded, slab, thing};
use crate::test_editor::TestEditor;

fn two() -> Vec<Placement> {
    vec![
        thing("p1", "pavilion", (10.0, 12.0)),
        thing("p2", "lamp", (20.0, 12.0)),
    ]
}

fn handle(driver: &TestEditor, kind: HandleKind) -> (f64, f64) {
    let overlay = driver.editor.overlay();
    let found = overlay
        .handles
        .iter()
        .find(|handle| handle.kind == kind)
        .expect("a handle");
    (found.at.x, found.at.y)
}

/// The middle of the boxes of what is selected.
fn middle(driver: &TestEditor) -> WorldPt {
    let things = driver
        .editor
        .selection()
        .iter()
        .filter_map(|id| driver.editor.thing(id));
    things
        .map(|thing| thing.shape.bounds())
        .reduce(|a, b| a.joined(b))
        .unwrap()
        .centre()
}

#[test]
fn the_common_box_has_a_frame_on_which_its_handles_stand() {
    let driver = TestEditor::with(&two()).select(&["p1"]);
    assert!(
        driver.editor.overlay().frame.is_empty(),
        "one thing has its own edge"
    );
    let driver = driver.select(&["p1", "p2"]);
    let overlay = driver.editor.overlay();
    let corners = overlay
        .handles
        .iter()
        .filter(|handle| handle.kind != HandleKind::Turn);
    assert_eq!(overlay.frame, corners.map(|handle| handle.at).collect::<Vec<_>>());
    let from = handle(&driver, HandleKind::Size(1, 1));
    let driver = driver.down(from.0, from.1).to(from.0 + 2.0, from.1 + 2.0);
    assert_ne!(driver.editor.overlay().frame, overlay.frame, "it goes along");
}

#[test]
fn a_corner_of_the_common_box_scales_about_the_middle_as_one_step() {
    let driver = TestEditor::with(&two()).select(&["p1", "p2"]);
    let centre = middle(&driver);
    let from = handle(&driver, HandleKind::Size(1, 1));
    let to = (
        centre.x + (from.0 - centre.x) * 1.2,
        centre.y + (from.1 - centre.y) * 1.2,
    );
    let driver = driver
        .down(from.0, from.1)
        .to(to.0, to.1)
        .is_in("select.resizing")
        .up();
    let driver = driver.says("say-scaled").steps(1).selected(&["p1", "p2"]);
    // The pavilion grew, the lamp has one size and only moved; both moved away from the middle.
    let x = |off: f64| centre.x + (off - centre.x) * 1.2;
    let y = centre.y + (12.0 - centre.y) * 1.2;
    let driver = driver
        .sized("p1", 4.32, 4.32)
        .sized("p2", 0.6, 0.6)
        .at("p1", x(10.0), y)
        .at("p2", x(20.0), y);
    driver
        .undo()
        .at("p1", 10.0, 12.0)
        .sized("p1", 3.6, 3.6)
        .at("p2", 20.0, 12.0);
}

#[test]
fn keys_scale_several_about_their_common_middle_as_one_step() {
    let things = [
        area("p1", "lawn", (5.0, 5.0), (11.0, 9.0)),
        thing("p2", "lamp", (20.0, 12.0)),
    ];
    let before = TestEditor::with(&things).select(&["p1", "p2"]);
    let centre = middle(&before);
    let driver = before.typed('.').says("say-scaled").steps(1);
    // The longer side of the box around them, 15.3 m from the lawn's west to the lamp's east, grows by half a metre.
    let factor = (15.3 + 0.5) / 15.3;
    // Each stands where scaling about the middle puts it: the lamp, which has one size, moved alone.
    let apart = |from: f64, middle: f64| middle + (from - middle) * factor;
    let driver = driver
        .corners(
            "p1",
            &[
                (apart(5.0, centre.x), apart(5.0, centre.y)),
                (apart(11.0, centre.x), apart(5.0, centre.y)),
                (apart(11.0, centre.x), apart(9.0, centre.y)),
                (apart(5.0, centre.x), apart(9.0, centre.y)),
            ],
        )
        .at("p2", apart(20.0, centre.x), apart(12.0, centre.y))
        .sized("p2", 0.6, 0.6);
    // And the other key brings them back to a millimetre's part, so that nobody fears it; both
    // presses are one run, and so one step.
    let driver = driver.typed(',').at("p2", 20.0, 12.0).steps(1).undo();
    driver
        .corners("p1", &[(5.0, 5.0), (11.0, 5.0), (11.0, 9.0), (5.0, 9.0)])
        .at("p2", 20.0, 12.0);
}

#[test]
fn each_stays_within_the_ranges_of_its_kind() {
    let driver = TestEditor::with(&two()).select(&["p1", "p2"]);
    let centre = middle(&driver);
    let from = handle(&driver, HandleKind::Size(1, 1));
    let to = (
        centre.x + (from.0 - centre.x) * 3.0,
        centre.y + (from.1 - centre.y) * 3.0,
    );
    driver.drag(from, to).sized("p1", 5.0, 5.0);
}

#[test]
fn the_handle_above_the_common_box_turns_them_about_the_middle() {
    let driver = TestEditor::with(&two()).select(&["p1", "p2"]);
    let centre = middle(&driver);
    let from = handle(&driver, HandleKind::Turn);
    let driver = driver
        .shift()
        .down(from.0, from.1)
        .to(centre.x - 5.0, centre.y)
        .is_in("select.rotating");
    let driver = driver
        .up()
        .bare()
        .says("say-turned-many")
        .turned("p1", 90.0)
        .steps(1);
    let p1 = WorldPt::new(10.0, 12.0).turned_about(centre, 90.0);
    driver
        .at("p1", p1.x, p1.y)
        .undo()
        .turned("p1", 0.0)
        .at("p1", 10.0, 12.0);
}

#[test]
fn turned_together_they_click_to_the_direction_of_the_nearest_wall() {
    // A house whose walls lie at 22 degrees, which is no round angle.
    let corners = [(8.0, 18.0), (34.0, 18.0), (34.0, 30.0), (8.0, 30.0)];
    let about = WorldPt::new(8.0, 18.0);
    let corners = corners.map(|(x, y)| WorldPt::new(x, y).turned_about(about, 22.0));
    let house = Feature {
        shape: Shape::Area(Outline::new(corners).expect("an outline"), Vec::new()),
        ..slab("b1", "1", (8.0, 18.0), (34.0, 30.0))
    };
    let turned = |alt: bool, degrees: f64| {
        let driver = TestEditor::beside(vec![house.clone()], &two()).select(&["p1", "p2"]);
        let centre = middle(&driver);
        let from = handle(&driver, HandleKind::Turn);
        let to = WorldPt::new(from.0, from.1).turned_about(centre, degrees);
        let driver = if alt { driver.alt() } else { driver };
        driver.down(from.0, from.1).to(to.x, to.y)
    };
    let driver = turned(false, 20.0);
    assert!(driver.editor.snapped().is_some(), "the wall is named");
    assert!(driver.editor.overlay().angle.is_some_and(|angle| angle.snapped));
    driver.up().turned("p1", 22.0).steps(1);
    // Across the wall is as good; elsewhere the swept angle is a round one; with Alt it is free.
    turned(false, 110.5).up().turned("p1", 112.0);
    turned(false, 46.0).up().turned("p1", 45.0);
    let driver = turned(true, 20.0);
    assert!(driver.editor.snapped().is_none());
    driver.up().turned("p1", 20.0);
}

#[test]
fn escape_and_a_lost_pointer_put_all_of_them_back() {
    for kind in [HandleKind::Turn, HandleKind::Size(-1, 1)] {
        let driver = TestEditor::with(&two()).select(&["p1", "p2"]);
        let from = handle(&driver, kind);
        let driver = driver
            .down(from.0, from.1)
            .to(from.0 + 3.0, from.1 + 4.0)
            .key(Key::Escape);
        let driver = driver.is_in("select.idle").up().at("p1", 10.0, 12.0).steps(0);
        let driver = driver.down(from.0, from.1).to(from.0 + 3.0, from.1 + 4.0).lost();
        driver
            .at("p1", 10.0, 12.0)
            .at("p2", 20.0, 12.0)
            .steps(0)
            .selected(&["p1", "p2"]);
    }
}

#[test]
fn fingers_find_the_common_handles_and_a_turned_plan_has_them_too() {
    for turns in [0, 2, 5] {
        let driver = (0..turns).fold(TestEditor::with(&two()), |driver, _| {
            driver.act(Action::TurnViewLeft)
        });
        let driver = driver.by_finger().select(&["p1", "p2"]);
        let from = handle(&driver, HandleKind::Size(1, -1));
        let driver = driver.down(from.0 + 0.7, from.1).to(from.0 + 3.0, from.1 - 2.0);
        driver.is_in("select.resizing").up().steps(1);
    }
}

#[test]
fn what_is_locked_stays_and_the_rest_turns() {
    let driver = TestEditor::with(&two())
        .select(&["p1"])
        .act(Action::Lock)
        .select(&["p1", "p2"]);
    let driver = driver.act(Action::TurnLeft).says("say-locked-stayed");
    driver.at("p1", 10.0, 12.0).turned("p1", 0.0);
}

fn mixed() -> Vec<Placement> {
    vec![
        thing("p1", "pavilion", (10.0, 12.0)),
        thing("p2", "lamp", (20.0, 9.0)),
        area("p3", "lawn", (24.0, 8.0), (30.0, 15.0)),
        path(
            "p4",
            "fitness-path",
            &[(8.0, 18.0), (20.0, 22.0), (28.0, 19.0)],
            2.0,
        ),
        thing("p5", "tree", (15.0, 16.0)),
    ]
}

proptest! {
    #![proptest_config(seeded(64))]

    /// However they are scaled or turned together, each is a sound thing of its kind, the middle
    /// of the things that only move goes where scaling takes it, and undo restores them all.
    #[test]
    fn whatever_the_hand_does_undo_restores_and_ranges_hold(
        corner in 0_usize..5, dx in -30.0..30.0_f64, dy in -30.0..30.0_f64, turns in 0_usize..24,
    ) {
        let kinds = [
            HandleKind::Size(1, 1), HandleKind::Size(-1, 1), HandleKind::Size(-1, -1), HandleKind::Size(1, -1),
            HandleKind::Turn,
        ];
        let driver = (0..turns).fold(TestEditor::with(&mixed()), |driver, _| driver.act(Action::TurnViewRight));
        let driver = driver.act(Action::SelectAll);
        let before = Arc::clone(driver.editor.design());
        let from = handle(&driver, kinds[corner]);
        let driver = driver.down(from.0, from.1).to(from.0 + dx, from.1 + dy).up();
        for thing in driver.editor.design().placements() {
            let kind = Catalogue::built_in().kind(&KindId::new(thing.kind.as_str())).unwrap();
            if let PlacementShape::Rectangle { size, .. } = &thing.shape {
                prop_assert!(size.x >= kind.width.min - 0.002 && size.x <= kind.width.max + 0.002, "{size:?}");
                prop_assert!(size.y >= kind.depth.min - 0.002 && size.y <= kind.depth.max + 0.002, "{size:?}");
            }
        }
        let steps = driver.editor.history().position();
        prop_assert!(steps <= 1);
        let driver = (0..steps).fold(driver, |driver, _| driver.undo());
        prop_assert_eq!(driver.editor.design(), &before);
    }

    /// Turned together the common middle stays, and turned back all stand where they stood.
    #[test]
    fn turned_together_the_middle_stays(degrees in -170.0..170.0_f64) {
        let things = [thing("p1", "tree", (10.0, 12.0)), thing("p2", "tree", (20.0, 12.0)), thing("p3", "tree", (15.0, 18.0))];
        let driver = TestEditor::with(&things).select(&["p1", "p2"]);
        let centre = middle(&driver);
        let from = handle(&driver, HandleKind::Turn);
        let to = WorldPt::new(from.0, from.1).turned_about(centre, degrees);
        let driver = driver.down(from.0, from.1).to(to.x, to.y).up();
        prop_assert!(middle(&driver).distance(centre) < 0.002);
        let apart = driver.shape("p1").centre().distance(driver.shape("p2").centre());
        prop_assert!((apart - 10.0).abs() < 0.003);
        driver.at("p3", 15.0, 18.0);
    }
}

#[test]
fn sizes_that_are_no_numbers_or_beyond_reach_are_refused() {
    let driver = TestEditor::with(&two()).select(&["p1", "p2"]);
    let from = handle(&driver, HandleKind::Size(1, 1));
    let driver = driver.down(from.0, from.1);
    let mut far = driver.pointer(1, mulin::geometry::ScreenPt::new(1e12, -1e12));
    let driver = driver.event(Event::Move(far));
    far.at = mulin::geometry::ScreenPt::new(f64::NAN, 0.0);
    let driver = driver.event(Event::Move(far)).key(Key::Escape);
    driver.at("p1", 10.0, 12.0).steps(0);
}
