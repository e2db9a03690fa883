//! Snapping: to walls, kerbs and other things; seen, and told not to.

use mulin::editor::{Action, Effect};
use mulin::estate::{Class, Feature, FeatureId, RoadUse, Shape};
use mulin::geometry::{Line, WorldPt};

use crate::plan::{slab, thing};
use crate::test_editor::TestEditor;

/// A house of 40 × 12 m, its south wall at y = 20.
fn house() -> Vec<Feature> {
    vec![slab("b1", "1", (0.0, 20.0), (40.0, 32.0))]
}

#[test]
fn a_thing_put_down_by_a_wall_turns_its_back_to_it() {
    // A bench is 1.8 m wide; its back is its own +y.
    let driver = TestEditor::beside(house(), &[]).pick("bench").tap(20.0, 19.0);
    let depth = driver.shape("p1").bounds().height();
    driver.turned("p1", 0.0).at("p1", 20.0, 20.0 - depth / 2.0);
    let driver = TestEditor::beside(house(), &[])
        .view(42.0, 25.0, 20.0)
        .pick("bench")
        .tap(41.0, 26.5);
    driver.turned("p1", 90.0);
}

#[test]
fn a_thing_put_down_by_a_kerb_turns_its_back_to_it_on_either_side_and_not_on_the_road() {
    let road = || Feature {
        id: FeatureId::new("r1"),
        class: Class::Road {
            usage: RoadUse::Ring,
            fire: false,
            width: Some(6.0),
        },
        name: String::new(),
        shape: Shape::Line(Line::new([WorldPt::new(0.0, 10.0), WorldPt::new(40.0, 10.0)]).expect("a line")),
    };
    let driver = TestEditor::beside(vec![road()], &[])
        .pick("bench")
        .tap(20.0, 14.0);
    let depth = driver.shape("p1").bounds().height();
    driver.turned("p1", 180.0).at("p1", 20.0, 13.0 + depth / 2.0);
    let driver = TestEditor::beside(vec![road()], &[]).pick("bench").tap(20.0, 6.0);
    driver.turned("p1", 0.0).at("p1", 20.0, 7.0 - depth / 2.0);
    TestEditor::beside(vec![road()], &[])
        .pick("bench")
        .tap(20.0, 11.5)
        .turned("p1", 0.0);
}

#[test]
fn the_switch_is_part_of_what_the_page_shows() {
    TestEditor::with(&[])
        .act(Action::ToggleSnap)
        .asks(&Effect::ToolChanged);
}

#[test]
fn turned_by_hand_it_keeps_its_turn() {
    TestEditor::beside(house(), &[])
        .pick("bench")
        .typed('r')
        .tap(20.0, 19.0)
        .turned("p1", 345.0);
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
        .act(Action::ToggleSnap)
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
        .act(Action::ToggleGrid)
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
        .corners("p1", &[(10., 20.), (10., 12.), (22., 12.), (22.1, 20.)]);
}
