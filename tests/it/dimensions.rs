//! Lengths at the thing: where they stand, what they say, and what is typed into them.

use mulin::catalogue::Catalogue;
use mulin::design::{Placement, PlacementShape};
use mulin::editor::{Effect, Length, LengthOf, Property};
use mulin::estate::Feature;
use mulin::geometry::{ScreenVec, Turn, View, WorldPt, WorldVec};
use mulin::rules::Severity;
use mulin::scene::{FindingMark, Mark, Measured, Overlay, overlay};
use mulin::text::{Lang, Measure, Message, amount, say};
use proptest::prelude::*;

use crate::plan::{area, path, seeded, sized, slab, thing};
use crate::test_editor::TestEditor;

fn house() -> Vec<Feature> {
    vec![slab("b7", "7", (0.0, 20.0), (40.0, 32.0))]
}

/// 12 × 4 m; its length may change.
fn shed(at: (f64, f64)) -> Placement {
    sized("p1", "charging-shed", at, (12.0, 4.0))
}

fn length(driver: &TestEditor, of: LengthOf) -> Length {
    let all = driver.editor.lengths();
    let found = all.iter().find(|length| length.of == of).cloned();
    found.unwrap_or_else(|| panic!("no {of:?} among {all:?}"))
}

#[test]
fn width_depth_distance_and_angle_stand_at_the_one_thing_selected() {
    let driver = TestEditor::beside(house(), &[shed((20.0, 14.0))]).select(&["p1"]);
    assert_eq!(length(&driver, LengthOf::Width).value, 12.0);
    assert_eq!(length(&driver, LengthOf::Depth).value, 4.0);
    assert_eq!(length(&driver, LengthOf::Turn).value, 0.0);
    let gap = length(&driver, LengthOf::Gap);
    assert_eq!(gap.value, 4.0);
    assert_eq!(
        say(Lang::En, &gap.name),
        "Distance to the south wall of Building 7"
    );
    assert_eq!(say(Lang::ZhCn, &gap.name), "离7 号楼南墙");
}

#[test]
fn while_a_hand_is_at_work_the_lengths_are_drawn_and_none_can_be_typed() {
    let driver = TestEditor::beside(house(), &[shed((20.0, 14.0))]).select(&["p1"]);
    let driver = driver.down(20.0, 14.0).to(20.0, 12.4);
    assert!(driver.editor.lengths().is_empty());
    let gap = driver.editor.overlay().gap.and_then(|gap| gap.metres);
    assert!(gap.is_some_and(|gap| (gap - 5.6).abs() < 1e-6), "{gap:?}");
}

#[test]
fn a_thing_that_is_placed_shows_its_distance_as_it_goes() {
    let driver = TestEditor::beside(house(), &[]).pick("pavilion").to(20.0, 14.0);
    let gap = driver.editor.overlay().gap.and_then(|gap| gap.metres);
    assert!(gap.is_some_and(|gap| (gap - 4.2).abs() < 1e-6), "{gap:?}");
}

#[test]
fn a_typed_sum_is_one_step_and_the_distance_moves_it_straight() {
    let typed = |text: &str| amount(text, Measure::Length).expect("a number");
    TestEditor::beside(house(), &[shed((20.0, 14.0))])
        .select(&["p1"])
        .set(Property::Width(typed("12.5+3")))
        .sized("p1", 15.5, 4.0)
        .says("say-resized")
        .set(Property::Gap(typed("250cm")))
        .at("p1", 20.0, 15.5)
        .says("say-moved")
        .steps(2)
        .undo()
        .undo()
        .sized("p1", 12.0, 4.0)
        .at("p1", 20.0, 14.0);
}

#[test]
fn the_distance_is_typed_along_a_wall_at_any_angle() {
    let mut bench = shed((20.0, 13.0));
    bench.shape = PlacementShape::Rectangle {
        at: WorldPt::new(20.0, 13.0),
        size: WorldVec::new(12.0, 4.0),
        turn: Turn::new(30.0),
    };
    let driver = TestEditor::beside(house(), &[bench])
        .select(&["p1"])
        .set(Property::Gap(1.0));
    assert!((length(&driver, LengthOf::Gap).value - 1.0).abs() < 0.002);
    driver.turned("p1", 30.0).steps(1);
}

#[test]
fn sides_of_areas_and_paths_are_typed_one_by_one() {
    let mut plot = area("p1", "lawn", (10.0, 5.0), (30.0, 20.0));
    let bent = [(10., 5.), (30., 5.), (32., 20.), (10., 20.)].map(|(x, y)| WorldPt::new(x, y));
    plot.shape = PlacementShape::Area(mulin::geometry::Outline::new(bent).expect("an outline"));
    let driver = TestEditor::with(&[plot]).select(&["p1"]);
    assert_eq!(length(&driver, LengthOf::Side(0)).value, 20.0);
    driver
        .set(Property::Side(0, 18.0))
        .corners("p1", &[(10., 5.), (28., 5.), (32., 20.), (10., 20.)])
        .says("say-reshaped")
        .steps(1);
    let way = path(
        "p1",
        "fitness-path",
        &[(5.0, 5.0), (15.0, 5.0), (15.0, 15.0)],
        1.8,
    );
    TestEditor::with(&[way])
        .select(&["p1"])
        .set(Property::Side(0, 12.0))
        .corners("p1", &[(5., 5.), (17., 5.), (17., 15.)]);
}

#[test]
fn a_short_side_is_typed_beside_the_longer_ones() {
    // Ten pixels a metre: the corner that is cut off is 28 pixels long.
    let mut plot = area("p1", "lawn", (10.0, 5.0), (30.0, 20.0));
    let notched = [(10., 5.), (30., 5.), (30., 18.), (28., 20.), (10., 20.)].map(|(x, y)| WorldPt::new(x, y));
    plot.shape = PlacementShape::Area(mulin::geometry::Outline::new(notched).expect("an outline"));
    let driver = TestEditor::with(&[plot]).select(&["p1"]);
    assert!((length(&driver, LengthOf::Side(2)).value - 8f64.sqrt()).abs() < 0.001);
    let driver = driver.set(Property::Side(2, 1.414)).steps(1);
    let side = length(&driver, LengthOf::Side(2));
    assert!(
        (side.value - 1.414).abs() < 0.001,
        "at 14 pixels it can still be typed"
    );
    let apart = |a: &mulin::editor::Length, b: &mulin::editor::Length| {
        (a.at.x - b.at.x).abs() >= 60.0 || (a.at.y - b.at.y).abs() >= 44.0
    };
    let all = driver.editor.lengths();
    for (at, one) in all.iter().enumerate() {
        assert!(all[at + 1..].iter().all(|other| apart(one, other)), "{all:?}");
    }
}

#[test]
fn the_width_of_a_path_is_typed_at_its_end() {
    let way = path("p1", "fitness-path", &[(5.0, 5.0), (25.0, 5.0)], 1.8);
    let driver = TestEditor::with(&[way]).select(&["p1"]);
    let width = length(&driver, LengthOf::Depth);
    assert!((width.value - 1.8).abs() < 1e-9);
    assert_eq!(width.name, Message::new("length-width"));
    let line = width.line.expect("a line");
    assert!((line.from.x - 25.0).abs() < 1e-9 && (line.to.x - 25.0).abs() < 1e-9);
    let driver = driver.set(Property::Depth(2.0)).steps(1);
    assert!((length(&driver, LengthOf::Depth).value - 2.0).abs() < 1e-9);
}

#[test]
fn a_side_that_would_cross_another_is_refused_and_nothing_changes() {
    let mut plot = area("p1", "lawn", (10.0, 5.0), (30.0, 20.0));
    let arrow = [(10., 5.), (30., 5.), (20., 10.), (12., 25.)].map(|(x, y)| WorldPt::new(x, y));
    plot.shape = PlacementShape::Area(mulin::geometry::Outline::new(arrow).expect("an outline"));
    let driver = TestEditor::with(&[plot])
        .select(&["p1"])
        .set(Property::Side(1, 60.0));
    assert!(
        driver
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::Tell(_))),
        "{:?}",
        driver.effects
    );
    driver
        .steps(0)
        .set(Property::Side(0, f64::NAN))
        .steps(0)
        .set(Property::Side(99, 4.0))
        .steps(0);
}

#[test]
fn what_cannot_change_cannot_be_typed() {
    let of = |kind: &str| {
        let driver = TestEditor::with(&[thing("p1", kind, (20.0, 15.0))]).select(&["p1"]);
        driver
            .editor
            .lengths()
            .into_iter()
            .map(|length| length.of)
            .collect::<Vec<_>>()
    };
    assert_eq!(of("lamp"), []);
    assert!(of("tree").contains(&LengthOf::Width) && !of("tree").contains(&LengthOf::Depth));
    assert!(!of("bike-rack").contains(&LengthOf::Depth));
    let driver = TestEditor::with(&[shed((20.0, 15.0)), thing("p2", "bench", (5.0, 5.0))]);
    assert!(driver.select(&["p1", "p2"]).editor.lengths().is_empty());
}

#[test]
fn with_no_wall_near_a_distance_is_refused_with_a_sentence() {
    TestEditor::with(&[shed((100.0, 100.0))])
        .select(&["p1"])
        .set(Property::Gap(2.0))
        .says("why-no-wall-near")
        .steps(0);
}

/// Where on the screen the figure of the free distance is drawn, when the signs of findings stand there.
fn figure_beside(signs: &[WorldPt]) -> (f64, f64) {
    let view = View::new(WorldPt::new(10.0, 10.0), 10.0, ScreenVec::new(390.0, 600.0));
    let sign = |at: &WorldPt| FindingMark {
        severity: Severity::Must,
        at: *at,
        ground: None,
        gap: None,
        chosen: false,
    };
    let gap = Measured::between(WorldPt::new(10.0, 8.0), WorldPt::new(10.0, 12.0));
    let input = Overlay {
        gap: Some(gap),
        findings: signs.iter().map(sign).collect(),
        ..Overlay::default()
    };
    let drawn = overlay(&input, Catalogue::built_in(), &view);
    let mut figures = drawn.marks.iter().filter_map(|mark| match mark {
        Mark::Pinned { at, marks, .. } => marks.iter().find_map(|mark| match mark {
            Mark::Label(label) => Some((*at, label)),
            _ => None,
        }),
        _ => None,
    });
    let (at, label) = figures.next_back().expect("a figure");
    assert_eq!(label.text, "4 米");
    let pinned = view.screen_from_world(at);
    (pinned.x + label.at.x, pinned.y - label.at.y)
}

#[test]
fn the_figure_of_the_distance_steps_aside_from_the_sign_of_a_finding() {
    assert_eq!(figure_beside(&[]), (195.0, 300.0));
    let sign = WorldPt::new(10.4, 10.2);
    let aside = figure_beside(&[sign]);
    assert!((aside.0 - 199.0).hypot(aside.1 - 298.0) >= 36.0, "{aside:?}");
    // Where there is a sign on that side too, it goes to the other.
    let other = figure_beside(&[sign, WorldPt::new(10.0 + (aside.0 - 195.0) / 10.0, 10.0)]);
    assert!((other.0 - aside.0).abs() >= 60.0, "{other:?}");
}

proptest! {
    #![proptest_config(seeded(200))]

    /// At any zoom, turn and place: no two lengths under one finger, none over a handle, all on
    /// the plan.
    #[test]
    fn lengths_do_not_crowd(
        scale in 1.0..120.0_f64, turn in 0.0..360.0_f64, own in 0.0..360.0_f64,
        x in -8.0..48.0_f64, y in -6.0..36.0_f64, width in 1_600..40_000_u32,
    ) {
        let mut shed = shed((20.0, 14.0));
        shed.shape = PlacementShape::Rectangle {
            at: WorldPt::new(20.0, 14.0),
            size: WorldVec::new(f64::from(width) / 1_000.0, 4.0),
            turn: Turn::new(own),
        };
        let driver = TestEditor::beside(house(), &[shed]).select(&["p1"]).view(x, y, scale);
        let driver = driver.event(mulin::editor::Event::TurnView(turn));
        let (view, lengths) = (driver.editor.view(), driver.editor.lengths());
        for (at, one) in lengths.iter().enumerate() {
            prop_assert!((22.0..=view.size.x - 22.0).contains(&one.at.x), "{one:?}");
            prop_assert!((22.0..=view.size.y - 22.0).contains(&one.at.y), "{one:?}");
            for other in &lengths[at + 1..] {
                let apart = ((one.at.x - other.at.x).abs(), (one.at.y - other.at.y).abs());
                prop_assert!(apart.0 >= 60.0 || apart.1 >= 44.0, "{one:?} {other:?}");
            }
            for handle in driver.editor.overlay().handles {
                prop_assert!(view.screen_from_world(handle.at).distance(one.at) > 29.0, "{one:?} {handle:?}");
            }
        }
    }
}
