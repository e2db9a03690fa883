//! The same again in a row: a row of lamps.

use mulin::editor::{Action, Event, Toward};
use mulin::geometry::WorldPt;

use crate::plan::{sized, thing};
use crate::test_editor::TestEditor;

fn row(driver: TestEditor, count: usize, gap: f64, toward: Toward) -> TestEditor {
    driver.event(Event::Row { count, gap, toward })
}

fn lamp() -> TestEditor {
    TestEditor::with(&[thing("p1", "lamp", (10.0, 10.0))]).select(&["p1"])
}

#[test]
fn a_row_of_lamps_has_its_count_and_its_gap_and_is_one_step() {
    let driver = row(lamp(), 4, 5.0, Toward::Width)
        .things(4)
        .steps(1)
        .says("say-row");
    let driver = driver
        .at("p2", 15.6, 10.0)
        .at("p3", 21.2, 10.0)
        .at("p4", 26.8, 10.0);
    driver
        .selected(&["p1", "p2", "p3", "p4"])
        .undo()
        .things(1)
        .redo()
        .things(4);
}

#[test]
fn it_goes_along_the_axis_of_the_thing_however_it_is_turned() {
    let bench = sized("p1", "bench", (10.0, 10.0), (2.0, 0.5));
    let driver = TestEditor::with(&[bench])
        .select(&["p1"])
        .set(mulin::editor::Property::Turn(90.0));
    let driver = row(driver, 2, 1.0, Toward::Width)
        .at("p2", 10.0, 13.0)
        .turned("p2", 90.0)
        .undo();
    row(driver.select(&["p1"]), 2, 1.0, Toward::Depth).at("p2", 11.5, 10.0);
}

#[test]
fn it_goes_toward_a_place() {
    row(lamp(), 2, 4.4, Toward::Place(WorldPt::new(13.0, 14.0))).at("p2", 13.0, 14.0);
    row(lamp(), 2, 4.4, Toward::Place(WorldPt::new(10.0, 10.0)))
        .says("why-row-no-direction")
        .things(1);
}

#[test]
fn several_go_on_as_one() {
    let things = [
        thing("p1", "lamp", (10.0, 10.0)),
        thing("p2", "lamp", (12.0, 10.0)),
    ];
    let driver = TestEditor::with(&things).select(&["p1", "p2"]);
    row(driver, 3, 1.4, Toward::Width)
        .things(6)
        .at("p3", 14.0, 10.0)
        .at("p4", 16.0, 10.0)
        .at("p6", 20.0, 10.0);
}

#[test]
fn what_cannot_be_a_row_is_refused_with_a_sentence() {
    row(lamp(), 1, 1.0, Toward::Width).says("why-row-count").things(1);
    row(lamp(), 100_000, 1.0, Toward::Width)
        .says("why-row-count")
        .things(1);
    row(lamp(), 3, -1.0, Toward::Width).says("why-row-gap").things(1);
    row(lamp(), 3, f64::NAN, Toward::Width)
        .says("why-row-gap")
        .things(1);
    row(lamp(), 200, 100.0, Toward::Width)
        .says("why-out-of-reach")
        .things(1);
    row(lamp(), 3, 1.0, Toward::Place(WorldPt::new(f64::NAN, 0.0)))
        .says("why-row-no-direction")
        .things(1);
    row(lamp().act(Action::SelectNone), 3, 1.0, Toward::Width)
        .says("why-nothing-selected")
        .things(1);
}
