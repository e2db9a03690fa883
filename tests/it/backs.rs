//! A thing put down by a wall, kerb or fence turns its back to it; a bay lines up with the row or
//! the road.

use mulin::editor::SnapMode;
use mulin::estate::{Class, Feature, FeatureId, RoadUse, Shape};
use mulin::geometry::{Line, WorldPt};
use mulin::text::{Lang, say};

use crate::plan::{slab, thing};
use crate::test_editor::TestEditor;

/// A house of 40 × 12 m, its south wall at y = 20.
fn house() -> Vec<Feature> {
    vec![slab("b1", "1", (0.0, 20.0), (40.0, 32.0))]
}

fn line(id: &str, class: Class, y: f64) -> Feature {
    Feature {
        id: FeatureId::new(id),
        class,
        name: String::new(),
        shape: Shape::Line(Line::new([WorldPt::new(0.0, y), WorldPt::new(40.0, y)]).expect("a line")),
    }
}

/// A road of 6 m whose kerbs lie at y = 7 and y = 13.
fn road() -> Vec<Feature> {
    let class = Class::Road {
        usage: RoadUse::Ring,
        fire: false,
        width: Some(6.0),
    };
    vec![line("r1", class, 10.0)]
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
    let driver = TestEditor::beside(road(), &[]).pick("bench").tap(20.0, 14.0);
    let depth = driver.shape("p1").bounds().height();
    driver.turned("p1", 180.0).at("p1", 20.0, 13.0 + depth / 2.0);
    let driver = TestEditor::beside(road(), &[]).pick("bench").tap(20.0, 6.0);
    driver.turned("p1", 0.0).at("p1", 20.0, 7.0 - depth / 2.0);
    TestEditor::beside(road(), &[])
        .pick("bench")
        .tap(20.0, 11.5)
        .turned("p1", 0.0);
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
fn by_a_fence_the_back_turns_to_it_from_either_side() {
    let fence = || vec![line("f1", Class::Fence { height: 1.8 }, 10.0)];
    TestEditor::beside(fence(), &[])
        .pick("parcel-cabinet")
        .tap(20.0, 10.8)
        .turned("p1", 180.0)
        .at("p1", 20.0, 10.25);
    TestEditor::beside(fence(), &[])
        .pick("parcel-cabinet")
        .tap(20.0, 9.2)
        .turned("p1", 0.0)
        .at("p1", 20.0, 9.75);
}

#[test]
fn a_thing_that_is_moved_to_a_wall_turns_too_and_away_from_it_turns_back() {
    let driver = TestEditor::beside(house(), &[thing("p1", "bench", (20.0, 10.0))]).view(42.0, 18.0, 20.0);
    let driver = driver.down(20.0, 10.0).to(41.0, 26.0);
    let said = driver.editor.snapped().map(|message| say(Lang::En, message));
    assert_eq!(
        said.as_deref(),
        Some("with its back to the east wall of Building 1")
    );
    driver
        .to(50.0, 12.0)
        .to(41.0, 26.0)
        .up()
        .turned("p1", 90.0)
        .at("p1", 40.225, 26.0)
        .steps(1)
        .undo()
        .turned("p1", 0.0)
        .at("p1", 20.0, 10.0);
}

#[test]
fn a_kind_that_stands_freely_keeps_its_turn() {
    TestEditor::beside(house(), &[])
        .view(42.0, 25.0, 20.0)
        .pick("pavilion")
        .tap(43.0, 26.5)
        .turned("p1", 0.0);
}

#[test]
fn a_bay_opens_on_the_road_from_either_side() {
    let driver = TestEditor::beside(road(), &[]).pick("bay").tap(20.0, 16.5);
    driver.turned("p1", 0.0).at("p1", 20.0, 13.0 + 2.65);
    let driver = TestEditor::beside(road(), &[]).pick("ev-bay").tap(20.0, 4.0);
    driver.turned("p1", 180.0).at("p1", 20.0, 7.0 - 2.65);
}

#[test]
fn a_bay_beside_a_bay_goes_on_the_row() {
    let driver = TestEditor::beside(Vec::new(), &[thing("p1", "bay", (10.0, 10.0))])
        .pick("accessible-bay")
        .to(13.4, 10.6);
    let said = driver.editor.snapped().map(|message| say(Lang::En, message));
    assert_eq!(said.as_deref(), Some("in the row of Parking bay"));
    driver.tap(13.4, 10.6).at("p2", 13.0, 10.0).turned("p2", 0.0);
}

#[test]
fn held_back_switched_off_or_on_the_grid_nothing_turns() {
    let off = |mode: SnapMode| TestEditor::beside(house(), &[]).snap(mode).pick("bench");
    off(SnapMode::Off).tap(20.13, 19.27).at("p1", 20.13, 19.27);
    off(SnapMode::Grid)
        .tap(20.13, 19.27)
        .at("p1", 20.0, 19.5)
        .turned("p1", 0.0);
    off(SnapMode::Alignment)
        .alt()
        .tap(20.13, 19.27)
        .at("p1", 20.13, 19.27);
}
