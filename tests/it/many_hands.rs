//! Ten thousand strings of two hundred events each, whatever hands, keys and panels can do, with the
//! invariants looked at after every event. The seed of a string that breaks one is said.
//!
//! `HANDS_SEED=<seed>` plays one string again; `HANDS=<n>` plays another number of them.

use std::collections::HashSet;
use std::sync::Arc;

use mulin::catalogue::{Group, KindId};
use mulin::cli::chance::Chance as Numbers;
use mulin::design::{Command, Design, PlacementId, stored};
use mulin::editor::{
    ACTIONS, Action, Button, Editor, Event, Key, Mods, Pointer, PointerKind, Property, SnapMode,
};
use mulin::geometry::{ScreenPt, ScreenVec, WorldPt};
use mulin::project::Project;

use crate::plan::{self, area, path, slab, thing};
use crate::test_editor::passes_the_gate;

const STRINGS: u64 = 10_000;
const EVENTS: usize = 200;
/// The strings are shared out among tests, so that all cores play.
const SHARES: u64 = 4;
/// A string in which copies of copies pile up clears the plan here, else it would test only patience.
const CROWD: usize = 60;

/// What hands do by chance.
struct Chance(Numbers);

impl Chance {
    fn below(&mut self, n: usize) -> usize {
        self.0.below(n)
    }
    fn of<T: Copy>(&mut self, these: &[T]) -> T {
        these[self.below(these.len())]
    }
    fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }
    fn between(&mut self, low: f64, high: f64) -> f64 {
        self.0.between(low, high)
    }
    /// A number as hands and broken programs send it: mostly sound, now and then anything.
    fn number(&mut self) -> f64 {
        match self.below(40) {
            0 => self.of(&[
                f64::NAN,
                f64::INFINITY,
                f64::NEG_INFINITY,
                0.0,
                -0.0,
                1e300,
                -1e300,
                f64::MIN_POSITIVE,
            ]),
            1 => self.between(-1e6, 1e6),
            _ => self.between(-50.0, 400.0),
        }
    }
    fn place(&mut self) -> ScreenPt {
        if self.one_in(60) {
            return ScreenPt::new(self.number(), self.number());
        }
        ScreenPt::new(self.between(-60.0, 860.0), self.between(-60.0, 660.0))
    }
    fn mods(&mut self) -> Mods {
        Mods {
            shift: self.one_in(4),
            command: self.one_in(6),
            alt: self.one_in(6),
        }
    }
    fn pointer(&mut self) -> Pointer {
        let id = 1 + self.below(2) as i32;
        Pointer {
            id,
            kind: self.of(&[
                PointerKind::Mouse,
                PointerKind::Mouse,
                PointerKind::Touch,
                PointerKind::Pen,
            ]),
            at: self.place(),
            button: self.of(&[
                Button::Primary,
                Button::Primary,
                Button::Primary,
                Button::Primary,
                Button::Middle,
                Button::Secondary,
            ]),
            mods: self.mods(),
        }
    }
    fn kind(&mut self) -> KindId {
        KindId::new(self.of(&[
            "car-park",
            "charging-shed",
            "tree",
            "fitness-path",
            "bench",
            "pavilion",
            "no-such-kind",
        ]))
    }
    fn key(&mut self) -> Key {
        self.of(&[
            Key::Enter,
            Key::Escape,
            Key::Delete,
            Key::Backspace,
            Key::Insert,
            Key::Left,
            Key::Right,
            Key::Up,
            Key::Down,
            Key::Space,
            Key::Menu,
            Key::Digit(1),
            Key::Char('a'),
            Key::Char('c'),
            Key::Char('d'),
            Key::Char('g'),
            Key::Char('r'),
            Key::Char('v'),
            Key::Char('z'),
            Key::Char('['),
        ])
    }
    fn names(&mut self, design: &Design) -> Vec<PlacementId> {
        let things = design.placements();
        (0..self.below(4))
            .map(|_| match (things.is_empty(), self.one_in(10)) {
                (false, false) => things[self.below(things.len())].id.clone(),
                _ => PlacementId::new("p999"),
            })
            .collect()
    }
    fn property(&mut self) -> Property {
        let value = self.number();
        match self.below(6) {
            0 => Property::Width(value),
            1 => Property::Depth(value),
            2 => Property::Turn(value),
            3 => Property::At(WorldPt::new(value, self.number())),
            4 => Property::Slots(self.below(80) as u32),
            _ => Property::Note(format!("{value}")),
        }
    }
    /// An event; every row of the table of actions is among them, so that new tools are tried too.
    fn event(&mut self, editor: &Editor) -> Event {
        match self.below(36) {
            0..=4 => Event::Down(self.pointer()),
            5..=11 => Event::Move(self.pointer()),
            12..=15 => Event::Up(self.pointer()),
            16 => Event::Double(self.pointer()),
            17 => Event::PointerLost(1 + self.below(2) as i32),
            18..=23 => Event::Act(ACTIONS[self.below(ACTIONS.len())].action),
            24..=25 => Event::Key(self.key(), self.mods()),
            26 => Event::KeyUp(Key::Space),
            27 => Event::Pick(self.kind()),
            28 => Event::DragFromPalette(self.kind(), self.pointer()),
            29 => Event::Select {
                ids: self.names(editor.design()),
                reveal: self.one_in(2),
            },
            30..=31 => Event::Set(self.property()),
            32 => Event::Wheel {
                at: self.place(),
                by: ScreenVec::new(self.number(), self.number()),
                zoom: self.one_in(2),
            },
            33 => self.view_event(),
            34 => self.panel_event(editor),
            _ => Event::Menu(self.pointer()),
        }
    }
    fn view_event(&mut self) -> Event {
        match self.below(6) {
            0 => Event::Resized(ScreenVec::new(
                self.between(200.0, 1400.0),
                self.between(200.0, 900.0),
            )),
            1 => Event::Look(WorldPt::new(self.number(), self.number()), Some(self.number())),
            2 => Event::TurnView(self.number()),
            3 => Event::HideGroups(match self.below(3) {
                0 => vec![Group::ALL[self.below(Group::ALL.len())]],
                _ => Vec::new(),
            }),
            4 => Event::Interrupted,
            _ => Event::Look(WorldPt::new(20.0, 15.0), Some(20.0)),
        }
    }
    fn panel_event(&mut self, editor: &Editor) -> Event {
        match self.below(7) {
            0 => Event::Apply(Command::SetTitle("Garden".to_owned()), "step-title"),
            1 => Event::Apply(Command::Remove(self.names(editor.design())), "step-deleted"),
            2 => Event::GoTo(self.below(30)),
            3 => Event::Draw(self.kind()),
            4 => Event::Snap(self.of(&[
                SnapMode::Grid,
                SnapMode::Edges,
                SnapMode::Alignment,
                SnapMode::RightAngles,
                SnapMode::Off,
            ])),
            5 => Event::Paste(
                self.of(&[
                    "",
                    "a sentence",
                    "{\"schema\":\"mulin.design/1\"}",
                    "[[[[[[",
                    "{\"type\":\"FeatureCollection\"}",
                ])
                .to_owned(),
            ),
            _ => Event::Replace(self.kind()),
        }
    }
}

fn start(project: &Arc<Project>) -> Editor {
    let things = [
        thing("p1", "pavilion", (10.0, 10.0)),
        thing("p2", "charging-shed", (20.0, 5.0)),
        area("p3", "car-park", (12.0, 12.0), (34.0, 21.0)),
        path("p4", "fitness-path", &[(3.0, 3.0), (9.0, 4.0), (9.0, 18.0)], 2.0),
        thing("p5", "tree", (30.0, 8.0)),
    ];
    let design = Design::new("small", "0123456789abcdef0123456789abcdef");
    let design = design.apply(&Command::Put(things.to_vec())).expect("a design");
    let mut editor = Editor::new(project.clone(), design, ScreenVec::new(800.0, 600.0));
    editor.handle(Event::Look(WorldPt::new(20.0, 15.0), Some(20.0)));
    editor
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
    let before = editor.design().clone();
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
        editor.handle(event);
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
