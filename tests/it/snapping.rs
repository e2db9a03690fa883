//! Snapping: to walls, corners, kerbs and other things; seen, said, and told not to.

use mulin::editor::{Action, Effect, SnapMode};
use mulin::estate::Feature;
use mulin::geometry::ScreenPt;
use mulin::text::{Lang, say};

use crate::plan::{slab, thing};
use crate::test_editor::TestEditor;

/// A house of 40 × 12 m, its south wall at y = 20.
fn house() -> Vec<Feature> {
    vec![slab("b1", "1", (0.0, 20.0), (40.0, 32.0))]
}

#[test]
fn the_switch_is_part_of_what_the_page_shows() {
    TestEditor::with(&[])
        .act(Action::NextSnap)
        .asks(&Effect::ToolChanged);
}

#[test]
fn a_side_dragged_near_a_wall_comes_to_lie_on_it_with_a_guide() {
    // 3.6 m deep: its north side is 0.2 m (4 px) off the wall.
    let driver = TestEditor::beside(house(), &[thing("p1", "pavilion", (20.0, 10.0))]);
    let driver = driver.down(20.0, 10.0).to(27.0, 18.0);
    assert!(!driver.editor.overlay().guides.is_empty());
    driver.up().at("p1", 27.0, 18.2);
}

#[test]
fn with_alt_or_switched_off_nothing_snaps() {
    let things = [thing("p1", "pavilion", (20.0, 10.0))];
    let driver = TestEditor::beside(house(), &things).alt();
    driver.drag((20.0, 10.0), (27.0, 18.0)).at("p1", 27.0, 18.0);
    let driver = TestEditor::beside(house(), &things)
        .snap(SnapMode::Off)
        .says("say-snap-off");
    driver.drag((20.0, 10.0), (27.0, 18.0)).at("p1", 27.0, 18.0);
}

#[test]
fn things_come_in_line_with_each_other() {
    let things = [
        thing("p1", "pavilion", (10.0, 10.0)),
        thing("p2", "pavilion", (18.0, 5.0)),
    ];
    let driver = TestEditor::beside(Vec::new(), &things)
        .down(18.0, 5.0)
        .to(19.3, 10.2);
    let guides = driver.editor.overlay().guides;
    assert!(guides.iter().any(|guide| guide.metres.is_some()), "{guides:?}");
    driver.up().at("p2", 19.3, 10.0);
}

#[test]
fn the_tolerance_is_on_the_screen_and_not_on_the_ground() {
    let things = [thing("p1", "pavilion", (20.0, 10.0))];
    // At 100 px a metre, 0.2 m are 20 px: too far.
    TestEditor::beside(house(), &things)
        .view(20.0, 15.0, 50.0)
        .drag((20.0, 10.0), (24.0, 17.7))
        .at("p1", 24.0, 17.7);
}

#[test]
fn the_grid_takes_what_nothing_else_does() {
    TestEditor::beside(Vec::new(), &[thing("p1", "pavilion", (20.0, 10.0))])
        .snap(SnapMode::Grid)
        .drag((20.0, 10.0), (24.13, 17.71))
        .at("p1", 24.0, 17.5);
}

#[test]
fn a_drawn_corner_falls_on_the_wall_and_square_to_its_neighbour() {
    let driver = TestEditor::beside(house(), &[])
        .pick("lawn")
        .act(Action::ToolOutline);
    driver
        .tap(10.0, 19.8)
        .tap(10.1, 12.0)
        .tap(22.0, 12.2)
        .tap(22.1, 19.9)
        .tap(10.1, 19.9)
        .corners("p1", &[(10., 20.), (10., 12.), (22., 12.), (22., 20.)]);
}

/// What the hand snapped to, as it is said in English.
fn said(driver: &TestEditor) -> String {
    driver
        .editor
        .snapped()
        .map_or_else(String::new, |message| say(Lang::En, message))
}

#[test]
fn what_was_snapped_to_is_said_while_it_moves_and_when_it_is_let_go() {
    let driver = TestEditor::beside(house(), &[thing("p1", "pavilion", (20.0, 10.0))]);
    let driver = driver.down(20.0, 10.0).to(27.0, 18.0).asks(&Effect::Snapped);
    assert_eq!(said(&driver), "in line with the south wall of Building 1");
    let zh = driver.editor.snapped().map(|message| say(Lang::ZhCn, message));
    assert_eq!(zh.as_deref(), Some("对齐 1 号楼南墙"));
    let driver = driver.up().says("say-snapped");
    assert_eq!(said(&driver), "");
}

#[test]
fn one_key_goes_through_five_modes_and_says_each() {
    let driver = TestEditor::with(&[]).snap(SnapMode::Grid);
    let driver = driver
        .typed('s')
        .says("say-snap-edges")
        .typed('s')
        .says("say-snap-alignment");
    let driver = driver
        .typed('s')
        .says("say-snap-right-angles")
        .typed('s')
        .says("say-snap-off");
    assert_eq!(
        driver.typed('s').says("say-snap-grid").editor.snap_mode(),
        SnapMode::Grid
    );
}

#[test]
fn a_corner_of_a_thing_meets_the_corner_of_a_wall() {
    let driver = TestEditor::beside(house(), &[thing("p1", "pavilion", (20.0, 10.0))]).snap(SnapMode::Edges);
    // 3.6 × 3.6 m; its north-east corner comes to 39.8, 19.8.
    let driver = driver.down(20.0, 10.0).to(38.0, 18.0);
    assert_eq!(
        said(&driver),
        "in line with the south wall of Building 1; in line with the corner of Building 1"
    );
    driver.up().at("p1", 38.2, 18.2);
}

#[test]
fn edges_alone_know_no_lines_beyond_their_ends() {
    let things = [
        thing("p1", "pavilion", (10.0, 10.0)),
        thing("p2", "pavilion", (18.0, 5.0)),
    ];
    let row = |mode: SnapMode| TestEditor::beside(Vec::new(), &things).snap(mode);
    row(SnapMode::Edges)
        .drag((18.0, 5.0), (19.3, 10.2))
        .at("p2", 19.3, 10.2);
    row(SnapMode::Alignment)
        .drag((18.0, 5.0), (19.3, 10.2))
        .at("p2", 19.3, 10.0);
}

#[test]
fn between_three_in_a_row_the_gaps_become_equal_and_both_are_shown() {
    let things = [
        thing("p1", "pavilion", (5.0, 10.0)),
        thing("p2", "pavilion", (20.0, 11.0)),
        thing("p3", "pavilion", (14.0, 3.0)),
    ];
    let driver = TestEditor::beside(Vec::new(), &things)
        .down(14.0, 3.0)
        .to(12.7, 10.6);
    assert_eq!(said(&driver), "equal gaps of 3.9 m");
    let shown: Vec<_> = driver
        .editor
        .overlay()
        .guides
        .iter()
        .filter_map(|guide| guide.metres)
        .collect();
    assert!(
        shown.len() == 2 && shown.iter().all(|gap| (gap - 3.9).abs() < 1e-6),
        "{shown:?}"
    );
    driver.up().at("p3", 12.5, 10.6);
}

#[test]
fn right_angles_keep_a_move_straight_and_know_no_walls_beside_it() {
    let things = [thing("p1", "pavilion", (20.0, 10.0))];
    let driver = TestEditor::beside(house(), &things).snap(SnapMode::RightAngles);
    let driver = driver.down(20.0, 10.0).to(27.0, 10.3);
    assert!(
        said(&driver).starts_with("parallel to Building 1"),
        "{}",
        said(&driver)
    );
    driver
        .up()
        .at("p1", 27.0, 10.0)
        .drag((27.0, 10.0), (31.0, 18.0))
        .at("p1", 31.0, 18.0);
}

#[test]
fn the_grid_suits_the_zoom() {
    let things = [thing("p1", "pavilion", (20.0, 10.0))];
    TestEditor::beside(Vec::new(), &things)
        .snap(SnapMode::Grid)
        .view(20.0, 15.0, 4.0)
        .drag((20.0, 10.0), (33.1, 17.71))
        .at("p1", 35.0, 20.0);
}

#[test]
fn control_and_a_resting_second_finger_suspend_it() {
    let things = [thing("p1", "pavilion", (20.0, 10.0))];
    let control = mulin::editor::Mods {
        command: true,
        ..Default::default()
    };
    let driver = TestEditor::beside(house(), &things)
        .down(20.0, 10.0)
        .holding(control)
        .to(27.0, 18.0);
    driver.up().at("p1", 27.0, 18.0);
    let driver = TestEditor::beside(house(), &things)
        .by_finger()
        .down(20.0, 10.0)
        .to(27.0, 18.0);
    assert!(!said(&driver).is_empty());
    let driver = driver.finger_down(2, 60.0, 500.0).to(27.0, 18.05);
    assert_eq!(said(&driver), "");
    driver.is_in("select.dragging").up().at("p1", 27.0, 18.05);
}

#[test]
fn the_second_finger_lifted_it_snaps_again_and_moved_it_zooms() {
    let things = [thing("p1", "pavilion", (20.0, 10.0))];
    let held = || {
        let driver = TestEditor::beside(house(), &things).by_finger();
        driver.down(20.0, 10.0).to(27.0, 18.0).finger_down(2, 60.0, 500.0)
    };
    held().finger_up(2).to(27.0, 18.0).up().at("p1", 27.0, 18.2);
    held()
        .finger_to(2, 100.0, 500.0)
        .is_in("pan.pinching")
        .finger_up(2)
        .up()
        .at("p1", 20.0, 10.0)
        .steps(0);
}

#[test]
fn a_second_finger_beside_what_is_pulled_into_place_suspends_it_too() {
    let pulled = || {
        let driver = TestEditor::beside(house(), &[]).by_finger().pick("pavilion");
        driver.down(20.0, 10.0).to(27.0, 18.0)
    };
    assert!(!said(&pulled()).is_empty());
    let beside = pulled().finger_down(2, 60.0, 500.0).to(27.0, 18.05);
    assert_eq!(said(&beside), "");
    beside.is_in("place.pressing").up().at("p1", 27.0, 18.05).steps(1);
    // Moved on it zooms, and the thing is in the hand again.
    let zoomed = pulled().finger_down(2, 60.0, 500.0).finger_to(2, 100.0, 500.0);
    zoomed
        .is_in("pan.pinching")
        .finger_up(2)
        .up()
        .is_in("place.waiting")
        .things(0);
    // Two fingers that come down together mean the view from the first: nothing is carried yet.
    let driver = TestEditor::beside(house(), &[]).by_finger().pick("pavilion");
    let driver = driver.down(20.0, 10.0).finger_down(2, 60.0, 500.0);
    driver.is_in("pan.pinching");
}

#[test]
fn a_second_finger_beside_a_corner_that_is_pulled_suspends_it() {
    let driver = TestEditor::beside(house(), &[]).by_finger();
    let driver = driver
        .act(Action::MeasureDistance)
        .down(20.0, 10.0)
        .to(27.0, 19.9);
    let snapped = said(&driver);
    assert!(!snapped.is_empty(), "a corner of the house is near");
    let driver = driver.finger_down(2, 60.0, 500.0).to(27.0, 19.95);
    assert_eq!(said(&driver), "");
}

#[test]
fn it_snaps_the_same_at_any_zoom_and_with_the_view_turned() {
    let things = [thing("p1", "pavilion", (20.0, 10.0))];
    for (scale, turn) in [(5.0, 0.0), (20.0, 30.0), (80.0, 145.0), (200.0, 270.0)] {
        let driver = TestEditor::beside(house(), &things).view(24.0, 14.0, scale);
        let driver = driver.event(mulin::editor::Event::TurnView(turn));
        // Six pixels off the wall, whatever a metre is.
        let off = 6.0 / scale;
        let driver = driver.drag((20.0, 10.0), (27.0, 18.2 - off)).says("say-snapped");
        driver.at("p1", 27.0, 18.2);
    }
    let far = TestEditor::beside(house(), &things).view(24.0, 14.0, 40.0);
    far.drag((20.0, 10.0), (27.0, 18.2 - 0.25))
        .at("p1", 27.0, 18.2 - 0.25);
}

#[test]
fn a_turn_clicks_to_the_nearest_wall_and_says_whose() {
    let mut house = house();
    let turned = mulin::geometry::Outline::rectangle(
        mulin::geometry::WorldPt::new(20.0, 26.0),
        mulin::geometry::WorldVec::new(40.0, 12.0),
        10.0,
    );
    house[0].shape = mulin::estate::Shape::Area(turned, Vec::new());
    let driver = TestEditor::beside(house, &[thing("p1", "pavilion", (20.0, 12.0))]).select(&["p1"]);
    let at = driver.editor.overlay().handles;
    let turn = at
        .iter()
        .find(|handle| handle.kind == mulin::scene::HandleKind::Turn)
        .expect("a handle")
        .at;
    let to = turn.turned_about(mulin::geometry::WorldPt::new(20.0, 12.0), 12.0);
    let driver = driver.down(turn.x, turn.y).to(to.x, to.y);
    assert_eq!(said(&driver), "parallel to Building 1");
    driver.up().turned("p1", 10.0);
}

#[test]
fn among_ten_thousand_things_a_move_asks_no_more_than_among_few() {
    // What is counted is what is looked at: the same neighbours, whatever else there is.
    let near = |extra: usize| {
        let mut things = vec![
            thing("p1", "pavilion", (20.0, 10.0)),
            thing("p2", "pavilion", (28.0, 10.2)),
        ];
        things.extend((0..extra).map(|at| {
            let (x, y) = (60.0 + 5.0 * (at % 25) as f64, 5.0 + 5.0 * (at / 25 % 38) as f64);
            thing(&format!("q{at}"), "pavilion", (x, y))
        }));
        let driver = TestEditor::beside(Vec::new(), &things)
            .down(20.0, 10.0)
            .to(22.0, 10.05);
        (driver.editor.overlay().guides, said(&driver))
    };
    assert_eq!(near(0), near(900));
}

#[test]
fn a_pointer_off_the_plan_snaps_to_nothing_that_is_not_there() {
    let driver = TestEditor::beside(house(), &[thing("p1", "pavilion", (20.0, 10.0))]).down(20.0, 10.0);
    let pointer = driver.pointer(1, ScreenPt::new(-4_000.0, 9_000.0));
    driver
        .event(mulin::editor::Event::Move(pointer))
        .is_in("select.dragging")
        .up();
}
