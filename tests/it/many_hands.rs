//! Ten thousand strings of two hundred events each, whatever hands, keys and panels can do, with the
//! invariants looked at after every event. The seed of a string that breaks one is said.
//!
//! `HANDS_SEED=<seed>` plays one string again; `HANDS=<n>` plays another number of them.

use std::collections::HashSet;
use std::sync::Arc;

use mulin::cli::chance::Chance as Numbers;
use mulin::design::{Command, Design, Placement, stored};
use mulin::editor::{Action, Editor, Event};
use mulin::geometry::{ScreenVec, WorldPt};
use mulin::project::Project;

use crate::chance_hands::{Chance, start_design};
use crate::plan::{self, slab};
use crate::test_editor::passes_the_gate;

const STRINGS: u64 = 10_000;
const EVENTS: usize = 200;
/// The strings are shared out among tests, so that all cores play.
const SHARES: u64 = 4;
/// A string in which copies of copies pile up clears the plan here, else it would test only patience.
const CROWD: usize = 60;

fn start(project: &Arc<Project>) -> Editor {
    let design = start_design();
    let mut editor = Editor::new(project.clone(), design, ScreenVec::new(800.0, 600.0));
    editor.handle(Event::Look(WorldPt::new(20.0, 15.0), Some(20.0)));
    editor
}

/// Whether what one event brought into the design is read back from its document as it is. Only
/// what is new is written: of the rest it was seen before, and all is written at the end.
fn stored_otherwise(before: &Design, after: &Design) -> Option<String> {
    let known: HashSet<_> = before.placements().iter().map(Arc::as_ptr).collect();
    let things = after.placements().iter();
    let new = things.filter(|thing| !known.contains(&Arc::as_ptr(thing)));
    let new: Vec<Placement> = new.map(|thing| (**thing).clone()).collect();
    let known: HashSet<_> = before.wishes().iter().map(Arc::as_ptr).collect();
    let wishes = after.wishes().iter();
    let wishes: Vec<_> = wishes
        .filter(|wish| !known.contains(&Arc::as_ptr(wish)))
        .collect();
    if new.is_empty() && wishes.is_empty() {
        return None;
    }
    let mut part = Design::new("small", "0123456789abcdef0123456789abcdef");
    part = part.apply(&Command::Put(new)).expect("a part of a design");
    for wish in wishes {
        part = part
            .apply(&Command::PutWish((**wish).clone()))
            .expect("a part of a design");
    }
    match stored::read(&stored::write(&part)) {
        Ok((read, repairs)) if read == part && repairs.is_empty() => None,
        other => Some(format!("{part:?} is read back as {other:?}")),
    }
}

/// What must hold after every event.
fn broken(editor: &Editor, steps_before: usize) -> Option<String> {
    let design = editor.design();
    if !editor.is_sound() {
        return Some("the index and the design part".to_owned());
    }
    let names: HashSet<_> = design.placements().iter().map(|thing| &thing.id).collect();
    if names.len() != design.placements().len() {
        return Some("a name stands twice".to_owned());
    }
    if let Some(thing) = design
        .placements()
        .iter()
        .find(|thing| !passes_the_gate(&thing.shape))
    {
        return Some(format!("{thing:?} is no shape"));
    }
    let chosen: HashSet<_> = editor.selection().iter().collect();
    if chosen.len() != editor.selection().len() {
        return Some("something is selected twice".to_owned());
    }
    let view = editor.view();
    let numbers = [view.centre.x, view.centre.y, view.scale, view.turn];
    if !numbers.iter().all(|number| number.is_finite()) || view.scale <= 0.0 {
        return Some(format!("{view:?} is no view"));
    }
    if editor.history().position() > steps_before + 1 {
        return Some("one event made more than one step".to_owned());
    }
    let lifted = editor.lifted();
    let twice = editor.resting().find(|thing| lifted.contains(&thing.id));
    twice.map(|thing| format!("{} rests and is in the hand", thing.id))
}

/// Plays one string; says at which event it broke what.
fn play(project: &Arc<Project>, seed: u64) -> Result<(), String> {
    let mut chance = Chance(Numbers::new(seed));
    let mut editor = start(project);
    let mut before = editor.design().clone();
    for n in 0..EVENTS {
        let steps = editor.history().position();
        let event = if editor.design().placements().len() > CROWD {
            let all = editor.design().placements().iter().map(|thing| thing.id.clone());
            Event::Apply(Command::Remove(all.skip(5).collect()), "step-deleted")
        } else {
            chance.event(&editor)
        };
        let said = format!("{event:?}");
        // Going to a place among the steps is the one event that may pass many of them.
        let jumps = matches!(event, Event::GoTo(_));
        let loads = matches!(event, Event::Load(..));
        let was = editor.design().clone();
        editor.handle(event);
        if loads {
            // Another design came with a history of its own.
            before = editor.design().clone();
        }
        if !Arc::ptr_eq(&was, editor.design())
            && let Some(what) = stored_otherwise(&was, editor.design())
        {
            return Err(format!("event {n}, {said}: {what}"));
        }
        // What lies over the plan can be asked for in every state.
        let _ = editor.overlay();
        let steps = if jumps { usize::MAX - 1 } else { steps };
        if let Some(what) = broken(&editor, steps) {
            return Err(format!("event {n}, {said}: {what}"));
        }
    }
    for id in [1, 2] {
        editor.handle(Event::PointerLost(id));
    }
    editor.handle(Event::Act(Action::ToolSelect));
    let after = editor.design().clone();
    let (read, repairs) = stored::read(&stored::write(&after)).map_err(|fault| format!("{fault:?}"))?;
    if read != *after || !repairs.is_empty() {
        let pairs = read.placements().iter().zip(after.placements());
        let other = pairs.into_iter().find(|(one, other)| one != other);
        return Err(format!(
            "at the end it is read back as another: {repairs:?}, {other:?}"
        ));
    }
    let steps = editor.history().position();
    for _ in 0..steps {
        editor.handle(Event::Act(Action::Undo));
    }
    if **editor.design() != *before {
        return Err("taking every step back does not lead to the start".to_owned());
    }
    for _ in 0..steps {
        editor.handle(Event::Act(Action::Redo));
    }
    if **editor.design() != *after {
        return Err("taking every step again does not lead to the end".to_owned());
    }
    Ok(())
}

fn number_of(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

/// Plays every string of a share.
fn play_share(share: u64) {
    let features = vec![slab("b1", "1", (0.0, 22.0), (40.0, 32.0))];
    let project = Arc::new(plan::project(features));
    let one = number_of("HANDS_SEED");
    let strings = number_of("HANDS").unwrap_or(STRINGS);
    let seeds = one.map_or(0..strings, |seed| seed..seed + 1);
    for seed in seeds.filter(|seed| seed % SHARES == share) {
        if let Err(what) = play(&project, seed) {
            panic!("HANDS_SEED={seed}: {what}");
        }
    }
}

#[test]
fn ten_thousand_strings_of_hands_break_nothing_first_share() {
    play_share(0);
}

#[test]
fn ten_thousand_strings_of_hands_break_nothing_second_share() {
    play_share(1);
}

#[test]
fn ten_thousand_strings_of_hands_break_nothing_third_share() {
    play_share(2);
}

#[test]
fn ten_thousand_strings_of_hands_break_nothing_fourth_share() {
    play_share(3);
}
