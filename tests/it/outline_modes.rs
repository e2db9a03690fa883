//! The ways in which corners make a shape: rectangles, rectangles at an angle, paths; what is drawn.

use mulin::catalogue::KindId;
use mulin::design::PlacementShape;
use mulin::editor::{Action, Event, Key, Unfinished};
use mulin::geometry::{Outline, WorldPt};

use crate::outline::{L, drawing, tapped};
use crate::plan::slab;
use crate::test_editor::TestEditor;

#[test]
fn with_nothing_picked_a_plaza_is_drawn_and_then_what_was_drawn_last() {
    let driver = TestEditor::with(&[])
        .act(Action::ToolOutline)
        .is_in("outline.polygon.first");
    assert_eq!(
        driver
            .editor
            .picked_kind()
            .map(|kind| kind.id.as_str().to_owned()),
        Some("plaza".into())
    );
    let driver = driver
        .event(Event::Draw(KindId::new("lawn")))
        .drag((10., 5.), (20., 12.));
    assert_eq!(driver.editor.design().placements()[0].kind.as_str(), "lawn");
    let driver = driver.act(Action::ToolRectangle);
    assert_eq!(
        driver
            .editor
            .picked_kind()
            .map(|kind| kind.id.as_str().to_owned()),
        Some("lawn".into())
    );
    driver
        .event(Event::Draw(KindId::new("bench")))
        .says("why-no-corners")
        .event(Event::Draw(KindId::new("nothing")))
        .says("why-no-such-kind")
        .act(Action::ToolPath)
        .is_in("outline.path.first");
}

#[test]
fn a_rectangle_is_two_taps_or_one_pull() {
    let rectangle = [(10., 5.), (24., 5.), (24., 17.), (10., 17.)];
    let driver = TestEditor::with(&[])
        .act(Action::ToolRectangle)
        .is_in("outline.rectangle.first");
    let driver = driver
        .tap(10.0, 5.0)
        .is_in("outline.rectangle.second")
        .to(24.0, 17.0);
    assert_eq!(
        driver.editor.overlay().dimensions.len(),
        2,
        "its sides are said while it grows"
    );
    driver
        .tap(24.0, 17.0)
        .is_in("select.idle")
        .corners("p1", &rectangle)
        .steps(1)
        .undo()
        .things(0);
    let driver = TestEditor::with(&[])
        .act(Action::ToolRectangle)
        .down(10.0, 5.0)
        .to(20.0, 9.0);
    driver
        .is_in("outline.rectangle.pulling")
        .to(24.0, 17.0)
        .up()
        .corners("p1", &rectangle)
        .steps(1);
}

#[test]
fn a_rectangle_of_no_size_says_so_and_the_first_corner_stays() {
    TestEditor::with(&[])
        .act(Action::ToolRectangle)
        .tap(10.0, 5.0)
        .tap(18.0, 5.0)
        .says("why-no-area")
        .is_in("outline.rectangle.second")
        .act(Action::Done)
        .says("why-rectangle-second")
        .key(Key::Backspace)
        .is_in("outline.rectangle.first")
        .things(0);
}

#[test]
fn three_points_make_a_rectangle_at_any_angle() {
    // A side of 10 m along 3-4-5, and 5 m to its left.
    let corners = [(10., 5.), (18., 11.), (15., 15.), (7., 9.)];
    let driver = TestEditor::with(&[])
        .act(Action::ToolTurned)
        .is_in("outline.turned.first");
    let driver = driver
        .tap(10.0, 5.0)
        .is_in("outline.turned.second")
        .tap(18.0, 11.0);
    driver
        .is_in("outline.turned.third")
        .tap(11.0, 12.0)
        .corners("p1", &corners)
        .steps(1)
        .undo()
        .things(0);
    // The first side by a pull, the depth by a tap.
    let driver = TestEditor::with(&[])
        .act(Action::ToolTurned)
        .down(10.0, 5.0)
        .to(14.0, 8.0);
    let driver = driver
        .is_in("outline.turned.pulling")
        .to(18.0, 11.0)
        .up()
        .is_in("outline.turned.third");
    driver.tap(11.0, 12.0).corners("p1", &corners);
}

#[test]
fn by_keys_alone_a_rectangle_is_drawn_from_the_middle_of_the_view() {
    let driver = TestEditor::with(&[]).typed('u').is_in("outline.rectangle.first");
    let driver = driver
        .key(Key::Enter)
        .says("say-cross")
        .key(Key::Enter)
        .is_in("outline.rectangle.second");
    let driver = driver
        .shift()
        .key(Key::Right)
        .says("say-cross-from")
        .key(Key::Up)
        .bare();
    driver
        .key(Key::Enter)
        .corners("p1", &[(20., 15.), (25., 15.), (25., 20.), (20., 20.)])
        .says("say-placed");
}

#[test]
fn changing_the_mode_keeps_what_the_new_one_can_use() {
    let driver = tapped(drawing("lawn"), &L[..4])
        .act(Action::ToolTurned)
        .is_in("outline.turned.third");
    let driver = driver
        .act(Action::ToolRectangle)
        .is_in("outline.rectangle.second");
    let driver = driver.act(Action::ToolOutline).is_in("outline.polygon.next");
    assert_eq!(driver.editor.points_set(), 1);
}

/// Every way to draw, by a finger, near and far and on a turned plan: the same corners.
#[test]
fn every_mode_draws_the_same_zoomed_and_turned_and_by_a_finger() {
    for (scale, turn) in [(8.0, 0.0), (60.0, 0.0), (20.0, 30.0), (20.0, -135.0)] {
        let start = |action| {
            let driver = TestEditor::with(&[])
                .view(20.0, 15.0, scale)
                .event(Event::TurnView(turn));
            driver.by_finger().act(action)
        };
        let turned = [(18., 11.), (22., 14.), (19., 18.), (15., 15.)];
        start(Action::ToolTurned)
            .tap(18., 11.)
            .tap(22., 14.)
            .tap(19., 18.)
            .corners("p1", &turned);
        let l = [
            (16., 10.),
            (26., 10.),
            (26., 13.),
            (20., 13.),
            (20., 20.),
            (16., 20.),
        ];
        tapped(start(Action::ToolOutline), &l)
            .act(Action::Done)
            .corners("p1", &l);
        tapped(start(Action::ToolPath), &l[..3])
            .act(Action::Done)
            .corners("p1", &l[..3]);
        // Upright is upright on the screen.
        let driver = start(Action::ToolRectangle).tap(18., 12.).tap(22., 17.);
        let PlacementShape::Area(outline) = driver.shape("p1") else {
            panic!("an area")
        };
        let view = driver.editor.view();
        for side in outline.sides() {
            let (a, b) = (view.screen_from_world(side.from), view.screen_from_world(side.to));
            assert!((a.x - b.x).abs() < 0.2 || (a.y - b.y).abs() < 0.2, "{a:?} {b:?}");
        }
    }
}

#[test]
fn corners_snap_to_a_wall_and_are_told_not_to_by_alt_or_the_switch() {
    let house = || vec![slab("b1", "1", (0.0, 22.0), (40.0, 32.0))];
    let start = || TestEditor::beside(house(), &[]).act(Action::ToolRectangle);
    let drawn = start().tap(10.0, 12.0).tap(20.0, 21.8);
    drawn.corners("p1", &[(10., 12.), (20., 12.), (20., 22.), (10., 22.)]);
    let free = [(10., 12.), (20., 12.), (20., 21.8), (10., 21.8)];
    start().alt().tap(10.0, 12.0).tap(20.0, 21.8).corners("p1", &free);
    let off = TestEditor::unsnapped(house()).act(Action::ToolRectangle);
    off.tap(10.0, 12.0).tap(20.0, 21.8).corners("p1", &free);
}

#[test]
fn more_corners_than_a_document_holds_are_refused_with_a_sentence() {
    let mut driver = TestEditor::with(&[]).act(Action::ToolPath);
    for at in 0..Outline::MAX_CORNERS {
        let (row, column) = (at / 60, at % 60);
        driver = driver.tap(5.0 + column as f64 * 0.5, 3.0 + row as f64 * 0.5);
    }
    driver
        .tap(39.0, 28.0)
        .says("why-too-many-corners")
        .act(Action::Done)
        .things(1);
}

#[test]
fn an_outline_laid_down_unfinished_is_kept_as_a_draft_and_taken_up_again() {
    let bow = [(10., 5.), (30., 5.), (30., 20.), (20., 1.)];
    for away in ["select", "pick", "measure"] {
        let driver = tapped(drawing("lawn"), &bow).is_in("outline.polygon.crossed");
        let driver = match away {
            "select" => driver.act(Action::ToolSelect),
            "pick" => driver.pick("bench"),
            _ => driver.act(Action::MeasureDistance),
        };
        let seen = driver.editor.overlay();
        assert_eq!(seen.sketch.map(|sketch| sketch.corners.len()), Some(4), "{away}");
        assert_eq!(seen.crossings.len(), 1, "it is shown where it crosses");
        let driver = driver.act(Action::ToolSelect).act(Action::ToolOutline);
        let driver = driver.is_in("outline.polygon.crossed").says("say-draft-again");
        let driver = driver.act(Action::PointBack).tap(10.0, 20.0).act(Action::Done);
        assert_eq!(driver.editor.design().placements()[0].kind.as_str(), "lawn");
    }
    // Escape is the way to throw it away.
    let driver = tapped(drawing("lawn"), &bow)
        .key(Key::Escape)
        .act(Action::ToolOutline);
    driver.is_in("outline.polygon.first");
}

#[test]
fn an_outline_of_a_file_that_crosses_itself_comes_into_the_hand_to_be_mended() {
    let corners = [(10., 5.), (30., 5.), (10., 20.), (30., 20.)].map(|(x, y)| WorldPt::new(x, y));
    let driver = TestEditor::with(&[]).event(Event::Mend(KindId::new("lawn"), corners.to_vec()));
    let driver = driver.is_in("outline.polygon.crossed").says("why-crossed-draft");
    let driver = driver
        .drag((10., 20.), (32., 22.))
        .drag((30., 20.), (10., 20.))
        .act(Action::Done);
    driver
        .corners("p1", &[(10., 5.), (30., 5.), (32., 22.), (10., 20.)])
        .steps(1);
    // What cannot even be shown is refused in a sentence.
    let far = vec![
        WorldPt::new(1e9, 0.0),
        WorldPt::new(0.0, 5.0),
        WorldPt::new(5.0, 5.0),
    ];
    let driver = TestEditor::with(&[])
        .event(Event::Mend(KindId::new("lawn"), far))
        .says("why-out-of-reach");
    let crowd = (0..1_000_000).map(|at| WorldPt::new(f64::from(at) / 1_000.0, f64::from(at % 7)));
    let driver = driver
        .event(Event::Mend(KindId::new("lawn"), crowd.collect()))
        .says("why-too-many-corners");
    driver.is_in("select.idle").things(0);
}

#[test]
fn an_outline_that_is_not_done_comes_back_after_a_reload() {
    let bow = [(10., 5.), (30., 5.), (10., 20.), (30., 20.)];
    let left = tapped(drawing("lawn"), &bow);
    let kept = left.editor.unfinished().expect("an outline").to_json();
    // Laid down for another tool it is kept as well; thrown away it is not.
    let laid = left.act(Action::ToolSelect);
    assert_eq!(laid.editor.unfinished().expect("an outline").to_json(), kept);
    let thrown = laid.act(Action::ToolOutline).key(Key::Escape);
    assert_eq!(thrown.editor.unfinished(), None);
    let kept = Unfinished::from_json(&kept).expect("an outline");
    let driver = TestEditor::with(&[]).event(Event::Resume(kept.clone()));
    let driver = driver.is_in("outline.polygon.crossed").says("why-crossed-draft");
    assert_eq!(driver.editor.overlay().crossings.len(), 1);
    let driver = driver.act(Action::PointBack).tap(10.0, 20.0).act(Action::Done);
    assert_eq!(driver.editor.design().placements()[0].kind.as_str(), "lawn");
    assert_eq!(driver.editor.unfinished(), None, "done, it is part of the design");
    // Another design has nothing to do with it.
    let design = driver.editor.design().as_ref().clone();
    let driver = TestEditor::with(&[]).event(Event::Resume(kept));
    let driver = driver.event(Event::Load(Box::new(design), Box::default()));
    assert_eq!(driver.editor.unfinished(), None);
}
