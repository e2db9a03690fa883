//! What is promised of each tool that draws, measures, notes, places or chooses: it cancels, is one
//! step, snaps and can be told not to, works by finger, by keys, on a turned plan and at any scale.

use mulin::design::Placement;
use mulin::editor::{Action, Event, Key, SnapMode};
use mulin::geometry::WorldPt;

use crate::plan::{slab, thing};
use crate::test_editor::TestEditor;

/// What ends what is drawn after its last point.
#[derive(Clone, Copy, PartialEq)]
pub enum End {
    /// The last point itself.
    Itself,
    Done,
    Words,
}

/// A tool, and how it is used: each point by a tap.
#[derive(Clone, Copy)]
pub struct Tool {
    name: &'static str,
    pub takes: fn(TestEditor) -> TestEditor,
    pub points: &'static [(f64, f64)],
    end: End,
    /// It changes the drawing, as one step.
    draws: bool,
    /// It snaps where the mode says so; a note lies where it is put.
    snaps: bool,
}

const RING: &[(f64, f64)] = &[(17.0, 12.0), (23.0, 12.0), (22.0, 18.0)];
const WAY: &[(f64, f64)] = &[(17.0, 12.0), (22.0, 13.0), (21.0, 18.0)];
const TURNED: &[(f64, f64)] = &[(17.0, 12.0), (21.0, 15.0), (18.0, 18.0)];
const TWO: &[(f64, f64)] = &[(17.0, 12.0), (23.0, 17.0)];
const ONE: &[(f64, f64)] = &[(17.0, 12.0)];

pub const TOOLS: [Tool; 9] = [
    draws(
        "polygon",
        |driver| driver.act(Action::ToolOutline),
        RING,
        End::Done,
    ),
    draws(
        "rectangle",
        |driver| driver.act(Action::ToolRectangle),
        TWO,
        End::Itself,
    ),
    draws(
        "turned",
        |driver| driver.act(Action::ToolTurned),
        TURNED,
        End::Itself,
    ),
    draws("path", |driver| driver.act(Action::ToolPath), WAY, End::Done),
    measures(
        "distance",
        |driver| driver.act(Action::MeasureDistance),
        TWO,
        End::Itself,
    ),
    measures("way", |driver| driver.act(Action::MeasurePath), WAY, End::Done),
    measures("area", |driver| driver.act(Action::MeasureArea), RING, End::Done),
    Tool {
        snaps: false,
        ..draws("note", |driver| driver.act(Action::ToolNote), ONE, End::Words)
    },
    draws("place", |driver| driver.pick("pavilion"), ONE, End::Itself),
];

const fn draws(
    name: &'static str,
    takes: fn(TestEditor) -> TestEditor,
    points: &'static [(f64, f64)],
    end: End,
) -> Tool {
    Tool {
        name,
        takes,
        points,
        end,
        draws: true,
        snaps: true,
    }
}

const fn measures(
    name: &'static str,
    takes: fn(TestEditor) -> TestEditor,
    points: &'static [(f64, f64)],
    end: End,
) -> Tool {
    Tool {
        draws: false,
        ..draws(name, takes, points, end)
    }
}

pub fn bare() -> TestEditor {
    TestEditor::with(&[])
}

impl Tool {
    pub fn ended(&self, driver: TestEditor) -> TestEditor {
        match self.end {
            End::Itself => driver,
            End::Done => driver.act(Action::Done),
            End::Words => driver.event(Event::WriteNote("dark here".into())),
        }
    }
    fn tapped(&self, driver: TestEditor) -> TestEditor {
        let taken = (self.takes)(driver);
        let points = self.points.iter();
        self.ended(points.fold(taken, |driver, (x, y)| driver.tap(*x, *y)))
    }
}

/// The points of what was made or measured, in metres.
#[track_caller]
fn made(driver: &TestEditor) -> Vec<WorldPt> {
    use mulin::design::PlacementShape::{Area, Path, Rectangle};
    let design = driver.editor.design();
    if let Some(thing) = design.placements().last() {
        return match &thing.shape {
            Rectangle { at, .. } => vec![*at],
            Area(outline) => outline.corners().to_vec(),
            Path { line, .. } => line.points().to_vec(),
        };
    }
    if let Some(at) = design.wishes().last().and_then(|wish| wish.at) {
        return vec![at];
    }
    let measured = driver.editor.overlay().measure.filter(|mark| mark.done);
    measured.map(|mark| mark.points).unwrap_or_default()
}

/// Whether each point of one is among those of the other, to two millimetres.
fn same(one: &[WorldPt], other: &[WorldPt]) -> bool {
    let among = |at: &WorldPt| other.iter().any(|point| point.distance(*at) < 0.002);
    !one.is_empty() && one.len() == other.len() && one.iter().all(among)
}

fn has(made: &[WorldPt], (x, y): (f64, f64)) -> bool {
    made.iter()
        .any(|point| point.distance(WorldPt::new(x, y)) < 0.002)
}

#[test]
fn cancelled_at_any_point_nothing_is_left_and_no_step() {
    for tool in TOOLS {
        for set in 0..tool.points.len() {
            for pressed in [false, true] {
                let taken = (tool.takes)(bare());
                let points = tool.points[..set].iter();
                let mut driver = points.fold(taken, |driver, (x, y)| driver.tap(*x, *y));
                let (x, y) = tool.points[set];
                if pressed {
                    driver = driver.down(x, y).to(x + 1.0, y + 1.0).key(Key::Escape).up();
                }
                for _ in 0..3 {
                    if driver.editor.can(Action::Cancel).is_yes() {
                        driver = driver.key(Key::Escape);
                    }
                }
                let driver = driver.is_in("select.idle").steps(0).things(0);
                assert!(made(&driver).is_empty(), "{} {set} {pressed}", tool.name);
                let overlay = driver.editor.overlay();
                assert!(
                    overlay.sketch.is_none() && overlay.held.is_empty() && overlay.measure.is_none(),
                    "{} {set} {pressed}",
                    tool.name
                );
                assert!(driver.editor.unfinished().is_none(), "{}", tool.name);
            }
        }
    }
}

#[test]
fn what_is_drawn_is_one_step_that_undo_takes_back() {
    for tool in TOOLS {
        let before = bare();
        let empty = before.editor.design().clone();
        let driver = tool.tapped(before).steps(usize::from(tool.draws));
        let points = made(&driver);
        assert!(has(&points, tool.points[0]), "{}: {points:?}", tool.name);
        if tool.draws {
            let driver = driver.act(Action::ToolSelect).undo().steps(0);
            assert_eq!(driver.editor.design(), &empty, "{}", tool.name);
            let driver = driver.redo();
            assert_eq!(made(&driver), points, "{}", tool.name);
        } else {
            assert_eq!(driver.editor.design(), &empty, "{}", tool.name);
        }
    }
}

#[test]
fn with_a_wall_near_it_snaps_and_with_alt_or_the_mode_off_it_does_not() {
    // The corner of a house lies three pixels off the first point of each.
    let corner = || vec![slab("b1", "1", (5.0, 4.0), (17.1, 12.1))];
    // And a wall as near to the north side of the pavilion that is placed.
    let wall = || vec![slab("b1", "1", (12.0, 13.95), (22.0, 24.0))];
    for tool in TOOLS {
        let house = if tool.name == "place" { wall } else { corner };
        let snapped = made(&tool.tapped(TestEditor::beside(house(), &[]).snap(SnapMode::Alignment)));
        let alt = made(&tool.tapped(TestEditor::beside(house(), &[]).alt()));
        let off = made(&tool.tapped(TestEditor::beside(house(), &[]).snap(SnapMode::Off)));
        let free = made(&tool.tapped(bare()));
        assert!(same(&off, &free), "{}: {off:?}", tool.name);
        // With Alt a tap of the last point means the same place, whatever ends it.
        assert!(same(&alt, &free), "{}: {alt:?}", tool.name);
        assert_eq!(!same(&snapped, &free), tool.snaps, "{}: {snapped:?}", tool.name);
        if tool.snaps && tool.name != "place" {
            assert!(has(&snapped, (17.1, 12.1)), "{}: {snapped:?}", tool.name);
        }
    }
}

#[test]
fn a_finger_draws_the_same_as_the_mouse() {
    for tool in TOOLS {
        let (mouse, finger) = (made(&tool.tapped(bare())), made(&tool.tapped(bare().by_finger())));
        assert!(same(&mouse, &finger), "{}: {finger:?}", tool.name);
    }
}

#[test]
fn on_a_turned_plan_and_at_every_scale_the_same_metres_come_out() {
    for tool in TOOLS {
        let free = made(&tool.tapped(bare()));
        for scale in [8.0, 20.0, 60.0] {
            for turn in [0.0, 30.0] {
                let view = || bare().view(20.0, 15.0, scale).event(Event::TurnView(turn));
                for driver in [view(), view().by_finger()] {
                    let points = made(&tool.tapped(driver));
                    // A rectangle by two corners lies along the screen; those two are where they were set.
                    let upright = tool.name == "rectangle" && turn != 0.0;
                    let is = match upright {
                        true => points.len() == 4 && tool.points.iter().all(|at| has(&points, *at)),
                        false => same(&points, &free),
                    };
                    assert!(is, "{} at {scale} turned {turn}: {points:?}", tool.name);
                }
            }
        }
    }
}

#[test]
fn by_keys_alone_the_same_is_drawn() {
    for tool in TOOLS {
        let mut driver = (tool.takes)(bare());
        let mut at = (20.0, 15.0);
        // A ghost is seen from the start; of the others Enter first shows the cross.
        if tool.name != "place" {
            driver = driver.key(Key::Enter);
        }
        for point in tool.points {
            let steps = |from: f64, to: f64| ((to - from) / 0.5).round() as i32;
            for (by, more, less) in [
                (steps(at.0, point.0), Key::Right, Key::Left),
                (steps(at.1, point.1), Key::Up, Key::Down),
            ] {
                for _ in 0..by.abs() {
                    driver = driver.key(if by > 0 { more } else { less });
                }
            }
            at = *point;
            driver = driver.key(Key::Enter);
        }
        driver = match tool.end {
            // Enter once more on the last point ends it.
            End::Done => driver.key(Key::Enter),
            _ => tool.ended(driver),
        };
        let points = made(&driver);
        assert!(
            same(&points, &made(&tool.tapped(bare()))),
            "{}: {points:?}",
            tool.name
        );
    }
}

/// Two that are near each other, and one far from both.
pub fn three() -> Vec<Placement> {
    vec![
        thing("p1", "lamp", (19.0, 15.0)),
        thing("p2", "lamp", (21.0, 15.0)),
        thing("p3", "lamp", (50.0, 40.0)),
    ]
}

#[test]
fn choosing_by_a_box_is_no_step_and_works_on_every_view_by_mouse_and_finger() {
    for scale in [8.0, 20.0, 60.0] {
        for turn in [0.0, 30.0] {
            for finger in [false, true] {
                let driver = TestEditor::with(&three()).view(20.0, 15.0, scale);
                let driver = driver.event(Event::TurnView(turn)).act(Action::ChooseByBox);
                let driver = if finger { driver.by_finger() } else { driver };
                let driver = driver
                    .down(16.0, 12.0)
                    .to(20.0, 15.5)
                    .is_in("choose.marquee")
                    .to(24.0, 18.0);
                let driver = driver.up().act(Action::Done).is_in("select.idle").steps(0);
                driver.selected(&["p1", "p2"]);
            }
        }
    }
    // Escape gives back what was chosen before; and by keys one goes from thing to thing.
    let driver = TestEditor::with(&three())
        .select(&["p3"])
        .act(Action::ChooseByBox);
    let driver = driver.drag((16.0, 12.0), (24.0, 18.0)).key(Key::Escape);
    let driver = driver.selected(&["p3"]).key(Key::Escape).selected(&[]);
    let driver = driver.typed('n').selected(&["p3"]).typed('n').selected(&["p1"]);
    driver.steps(0);
}
