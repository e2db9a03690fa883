//! Layers: what is there by kind, what is new by group; hidden from the eye is hidden from the hand.

use std::collections::HashSet;

use mulin::app::address::Place;
use mulin::app::kept_view::KeptView;
use mulin::catalogue::Group;
use mulin::editor::Event;
use mulin::estate::{Class, Feature, PipeUse, Shape};
use mulin::geometry::{Line, ScreenVec, View, WorldPt};
use mulin::scene::{Detail, EstatePlan, Ink, Layers, Mark, Paint, Part, Scene, Shown, footprints, grid};

use crate::plan;
use crate::test_editor::TestEditor;

fn inks(marks: &[Mark]) -> HashSet<Ink> {
    let mut all = HashSet::new();
    for mark in marks {
        match mark {
            Mark::Shape { style, .. } => {
                all.extend(style.line.map(|stroke| stroke.wash.ink));
                all.extend(style.fill.map(|paint| match paint {
                    Paint::Flat(wash) | Paint::Tiled { wash, .. } => wash.ink,
                }));
            }
            Mark::Label(label) => {
                all.insert(label.wash.ink);
            }
            Mark::Stamp { symbol, .. } => all.extend(inks(&symbol.marks)),
            Mark::Pinned { marks, .. } | Mark::Faded { marks, .. } => all.extend(inks(marks)),
        }
    }
    all
}

fn pipe(id: &str, usage: PipeUse) -> Feature {
    let ends = [WorldPt::new(10.0, 10.0), WorldPt::new(90.0, 10.0)];
    Feature {
        shape: Shape::Line(Line::new(ends).expect("a line")),
        ..plan::spot(
            id,
            Class::Pipe {
                usage,
                diameter: None,
            },
            (0.0, 0.0),
        )
    }
}

fn drawn(shown: Shown) -> Scene {
    let tree = Class::Tree {
        crown: 6.0,
        trunk: 0.4,
        kept: false,
    };
    let project = plan::project(vec![
        plan::slab("h1", "7号楼", (20.0, 40.0), (70.0, 52.0)),
        plan::block("g1", Class::Green, "", (20.0, 60.0), (70.0, 80.0)),
        plan::block("p1", Class::Paving, "", (80.0, 60.0), (95.0, 80.0)),
        plan::bay("b1", (100.0, 60.0)),
        plan::spot("t1", tree, (30.0, 70.0)),
        plan::spot("y1", Class::Hydrant, (75.0, 55.0)),
        pipe("w1", PipeUse::Water),
        pipe("e1", PipeUse::Gas),
    ]);
    EstatePlan::new(project.estate).scene(Detail::of(8.0), shown, 0.0)
}

#[test]
fn each_layer_of_what_is_there_can_be_hidden_alone() {
    let whole = inks(&drawn(Shown::default().with_pipes(true)).marks);
    for (part, own) in [
        (Part::Buildings, vec![Ink::Building, Ink::BuildingSouth]),
        (Part::Roads, vec![Ink::Paving, Ink::OldBay]),
        (Part::Green, vec![Ink::Crown]),
        (Part::Hydrants, vec![Ink::Hydrant]),
        (Part::Names, vec![Ink::BuildingText]),
        (Part::Pipe(PipeUse::Water), vec![Ink::PipeWater]),
        (Part::Pipe(PipeUse::Gas), vec![Ink::PipeGas]),
    ] {
        let without = inks(&drawn(Shown::default().with_pipes(true).with(part, false)).marks);
        for ink in own {
            assert!(whole.contains(&ink), "{part:?}: {ink:?} is drawn");
            assert!(!without.contains(&ink), "{part:?}: {ink:?} is hidden");
        }
    }
}

#[test]
fn pipes_are_hidden_until_they_are_asked_for_and_shown_by_kind() {
    let first = inks(&drawn(Shown::default()).marks);
    assert!(!first.contains(&Ink::PipeWater) && !first.contains(&Ink::PipeGas));
    let water = inks(&drawn(Shown::default().with(Part::Pipe(PipeUse::Water), true)).marks);
    assert!(water.contains(&Ink::PipeWater) && !water.contains(&Ink::PipeGas));
}

#[test]
fn a_hidden_house_has_no_number_in_the_air() {
    let hidden = inks(&drawn(Shown::default().with(Part::Buildings, false)).marks);
    assert!(!hidden.contains(&Ink::BuildingText));
}

#[test]
fn every_class_but_the_boundary_is_on_a_layer_and_each_layer_has_its_own_bit() {
    for part in Part::ALL {
        let only = Shown::default().with_pipes(true).with(part, false);
        for other in Part::ALL {
            assert_eq!(only.has(other), other != part, "{part:?} {other:?}");
        }
    }
    assert_eq!(Part::of(&Class::Boundary), None);
    assert_eq!(Part::of(&Class::Septic), Some(Part::Hydrants));
}

#[test]
fn what_is_there_never_fades_to_nothing() {
    let mut layers = Layers::default();
    layers.set_strength(0.0);
    assert_eq!(layers.strength, Layers::FAINTEST);
    layers.set_strength(f64::NAN);
    assert_eq!(layers.strength, Layers::FAINTEST);
    layers.set_strength(7.0);
    assert_eq!(layers.strength, 1.0);
}

#[test]
fn a_new_thing_that_is_hidden_is_not_taken_by_a_tap_and_not_selected_any_more() {
    let bench = plan::thing("p1", "bench", (20.0, 15.0));
    let driver = TestEditor::with(&[bench]).tap(20.0, 15.0);
    assert_eq!(driver.editor.selection().len(), 1);
    let driver = driver.event(Event::HideGroups(vec![Group::Rest]));
    assert!(driver.editor.selection().is_empty());
    let driver = driver.tap(20.0, 15.0);
    assert!(driver.editor.selection().is_empty());
    let driver = driver
        .event(Event::HideGroups(vec![Group::Green]))
        .tap(20.0, 15.0);
    assert_eq!(driver.editor.selection().len(), 1);
    assert_eq!(
        driver.editor.design().placements().len(),
        1,
        "hiding deletes nothing"
    );
}

#[test]
fn groups_are_hidden_each_for_itself() {
    let mut layers = Layers::default();
    layers.show(Group::Green, false);
    layers.show(Group::Parking, false);
    assert_eq!(layers.hidden(), [Group::Parking, Group::Green]);
    layers.show(Group::Green, true);
    assert_eq!(layers.hidden(), [Group::Parking]);
    assert!(layers.shows(Group::Green) && !layers.shows(Group::Parking));
}

#[test]
fn the_grid_covers_what_is_seen_at_any_zoom_and_is_never_dense() {
    for scale in [0.2, 1.0, 10.0, 200.0] {
        for turn in [0.0, 33.0] {
            let size = ScreenVec::new(1280.0, 800.0);
            let view = View::new(WorldPt::new(50.0, 50.0), scale, size).turned_to(turn);
            let lines: usize = grid(&view)
                .marks
                .iter()
                .map(|mark| match mark {
                    Mark::Shape { path, .. } => path.pieces.len() / 2,
                    _ => 0,
                })
                .sum();
            assert!((8..500).contains(&lines), "{scale}: {lines}");
        }
    }
}

#[test]
fn what_a_device_keeps_of_a_view_comes_back_as_it_was() {
    assert_eq!(KeptView::default().write(), "", "only what differs is kept");
    let mut kept = KeptView {
        place: Some(Place {
            centre: WorldPt::new(12.5, -3.0),
            scale: 7.5,
            turn: 30.0,
        }),
        pinch_turns: true,
        map: Some(false),
        ..KeptView::default()
    };
    kept.layers.shown = Shown::default()
        .with(Part::Pipe(PipeUse::Gas), true)
        .with(Part::Names, false);
    kept.layers.show(Group::Green, false);
    kept.layers.set_strength(0.4);
    kept.layers.notes = false;
    kept.layers.grid = true;
    assert_eq!(KeptView::read(&kept.write()), kept);
}

#[test]
fn words_of_another_program_are_passed_over() {
    let kept =
        KeptView::read("turned=tunnels&hidden=group-boats&strength=strong&at=here&map=&x=%FF&turned=names");
    assert!(!kept.layers.shown.has(Part::Names));
    assert_eq!(kept.place, None);
    assert_eq!(kept.layers.strength, 1.0);
    assert!(kept.layers.hidden().is_empty());
}

#[test]
fn before_shows_what_is_there_whole_and_where_each_new_thing_will_stand() {
    let design = plan::design(vec![
        plan::thing("p1", "pavilion", (30.0, 70.0)),
        plan::area("p2", "plaza", (80.0, 60.0), (95.0, 80.0)),
    ]);
    let marks = footprints(&design).marks;
    assert_eq!(marks.len(), 4, "a light line and a dashed one for each");
    let dashed = |mark: &Mark| matches!(mark, Mark::Shape { style, .. } if style.fill.is_none() && style.line.is_some_and(|line| line.dash.is_some()));
    assert_eq!(
        marks.iter().filter(|mark| dashed(mark)).count(),
        2,
        "nothing is covered"
    );
    // The tree under the pavilion and the paving under the plaza are drawn as if nothing were new.
    let there = inks(&drawn(Shown::default()).marks);
    assert!(there.contains(&Ink::Crown) && there.contains(&Ink::Paving));
}
