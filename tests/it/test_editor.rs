//! Drives the editor as a hand would, in metres on a fixed view, and sweeps its invariants after
//! every event, so that a break fails at the event that made it.

use std::collections::HashSet;
use std::sync::Arc;

use mulin::catalogue::KindId;
use mulin::design::{Command, Design, Placement, PlacementId, PlacementShape, stored};
use mulin::editor::{
    Action, Button, Editor, Effect, Event, Key, Mods, Pointer, PointerKind, Property, SnapMode,
};
use mulin::estate::Feature;
use mulin::geometry::{Line, Outline, ScreenPt, ScreenVec, WorldPt};
use mulin::project::Project;
use mulin::text::{Lang, say};

use crate::plan;

/// An editor in the hand of a test.
pub struct TestEditor {
    pub editor: Editor,
    /// What the last event asked for.
    pub effects: Vec<Effect>,
    kind: PointerKind,
    mods: Mods,
    last: ScreenPt,
}

impl TestEditor {
    /// Things on empty ground, 20 px a metre, the point (20, 15) in the middle of 800 × 600 px.
    /// Nothing snaps unless the test asks.
    pub fn with(things: &[Placement]) -> Self {
        Self::on(plan::project(Vec::new()), things)
    }
    /// Things beside features, with snapping.
    pub fn beside(features: Vec<Feature>, things: &[Placement]) -> Self {
        Self::on(plan::project(features), things).snap(SnapMode::Alignment)
    }
    /// Beside features, with snapping off.
    pub fn unsnapped(features: Vec<Feature>) -> Self {
        Self::on(plan::project(features), &[])
    }
    fn on(project: Project, things: &[Placement]) -> Self {
        let design = Design::new("small", "0123456789abcdef0123456789abcdef");
        let design = design.apply(&Command::Put(things.to_vec())).expect("a design");
        let editor = Editor::new(Arc::new(project), design, ScreenVec::new(800.0, 600.0));
        let driver = Self {
            editor,
            effects: Vec::new(),
            kind: PointerKind::Mouse,
            mods: Mods::default(),
            last: ScreenPt::default(),
        };
        driver.view(20.0, 15.0, 20.0).snap(SnapMode::Off)
    }

    pub fn view(self, x: f64, y: f64, scale: f64) -> Self {
        self.event(Event::Look(WorldPt::new(x, y), Some(scale)))
    }
    /// What things snap to from here on.
    #[track_caller]
    pub fn snap(self, mode: SnapMode) -> Self {
        self.event(Event::Snap(mode))
    }
    pub fn by_finger(mut self) -> Self {
        self.kind = PointerKind::Touch;
        self
    }
    pub fn holding(mut self, mods: Mods) -> Self {
        self.mods = mods;
        self
    }
    pub fn shift(self) -> Self {
        self.holding(Mods {
            shift: true,
            ..Mods::default()
        })
    }
    pub fn alt(self) -> Self {
        self.holding(Mods {
            alt: true,
            ..Mods::default()
        })
    }
    pub fn command(self) -> Self {
        self.holding(Mods {
            command: true,
            ..Mods::default()
        })
    }
    pub fn bare(self) -> Self {
        self.holding(Mods::default())
    }

    #[track_caller]
    pub fn event(mut self, event: Event) -> Self {
        let said = format!("{event:?}");
        self.effects = self.editor.handle(event);
        self.sweep(&said);
        self
    }
    pub fn pointer(&self, id: i32, at: ScreenPt) -> Pointer {
        Pointer {
            id,
            kind: self.kind,
            at,
            button: Button::Primary,
            mods: self.mods,
        }
    }
    fn screen(&self, x: f64, y: f64) -> ScreenPt {
        self.editor.view().screen_from_world(WorldPt::new(x, y))
    }
    #[track_caller]
    pub fn down(mut self, x: f64, y: f64) -> Self {
        self.last = self.screen(x, y);
        let pointer = self.pointer(1, self.last);
        self.event(Event::Down(pointer))
    }
    #[track_caller]
    pub fn to(mut self, x: f64, y: f64) -> Self {
        self.last = self.screen(x, y);
        let pointer = self.pointer(1, self.last);
        self.event(Event::Move(pointer))
    }
    #[track_caller]
    pub fn up(self) -> Self {
        let pointer = self.pointer(1, self.last);
        self.event(Event::Up(pointer))
    }
    #[track_caller]
    pub fn lost(self) -> Self {
        self.event(Event::PointerLost(1))
    }
    /// Another finger, in pixels.
    #[track_caller]
    pub fn finger_down(self, id: i32, x: f64, y: f64) -> Self {
        let pointer = self.pointer(id, ScreenPt::new(x, y));
        self.event(Event::Down(pointer))
    }
    #[track_caller]
    pub fn finger_to(self, id: i32, x: f64, y: f64) -> Self {
        let pointer = self.pointer(id, ScreenPt::new(x, y));
        self.event(Event::Move(pointer))
    }
    #[track_caller]
    pub fn finger_up(self, id: i32) -> Self {
        let pointer = self.pointer(id, ScreenPt::new(0.0, 0.0));
        self.event(Event::Up(pointer))
    }
    #[track_caller]
    pub fn tap(self, x: f64, y: f64) -> Self {
        self.down(x, y).up()
    }
    #[track_caller]
    pub fn double(self, x: f64, y: f64) -> Self {
        let driver = self.tap(x, y).tap(x, y);
        let pointer = driver.pointer(1, driver.last);
        driver.event(Event::Double(pointer))
    }
    #[track_caller]
    pub fn drag(self, from: (f64, f64), to: (f64, f64)) -> Self {
        let halfway = ((from.0 + to.0) / 2.0, (from.1 + to.1) / 2.0);
        self.down(from.0, from.1)
            .to(halfway.0, halfway.1)
            .to(to.0, to.1)
            .up()
    }
    #[track_caller]
    pub fn key(self, key: Key) -> Self {
        let mods = self.mods;
        self.event(Event::Key(key, mods))
    }
    #[track_caller]
    pub fn typed(self, letter: char) -> Self {
        self.key(Key::Char(letter))
    }
    #[track_caller]
    pub fn act(self, action: Action) -> Self {
        self.event(Event::Act(action))
    }
    #[track_caller]
    pub fn undo(self) -> Self {
        self.act(Action::Undo)
    }
    #[track_caller]
    pub fn redo(self) -> Self {
        self.act(Action::Redo)
    }
    #[track_caller]
    pub fn pick(self, kind: &str) -> Self {
        self.event(Event::Pick(KindId::new(kind)))
    }
    #[track_caller]
    pub fn carry(self, kind: &str, x: f64, y: f64) -> Self {
        let pointer = self.pointer(1, self.screen(x, y));
        self.event(Event::DragFromPalette(KindId::new(kind), pointer))
    }
    #[track_caller]
    pub fn set(self, property: Property) -> Self {
        self.event(Event::Set(property))
    }
    #[track_caller]
    pub fn select(self, ids: &[&str]) -> Self {
        let ids = ids.iter().map(|id| PlacementId::new(id)).collect();
        self.event(Event::Select { ids, reveal: false })
    }

    #[track_caller]
    #[allow(clippy::wrong_self_convention)] // It reads as the state that the hand is in.
    pub fn is_in(self, path: &str) -> Self {
        assert_eq!(self.editor.tool_path(), path);
        self
    }
    #[track_caller]
    pub fn shape(&self, id: &str) -> PlacementShape {
        let thing = self.editor.thing(&PlacementId::new(id));
        thing
            .unwrap_or_else(|| panic!("there is no '{id}'"))
            .shape
            .clone()
    }
    #[track_caller]
    pub fn at(self, id: &str, x: f64, y: f64) -> Self {
        let centre = self.shape(id).centre();
        let off = centre.distance(WorldPt::new(x, y));
        assert!(off < 0.002, "'{id}' is at {centre:?}, not at {x}, {y}");
        self
    }
    #[track_caller]
    pub fn sized(self, id: &str, width: f64, depth: f64) -> Self {
        let PlacementShape::Rectangle { size, .. } = self.shape(id) else {
            panic!("'{id}' is no rectangle")
        };
        assert!(
            (size.x - width).abs() < 0.002 && (size.y - depth).abs() < 0.002,
            "'{id}' is {size:?}"
        );
        self
    }
    #[track_caller]
    pub fn turned(self, id: &str, degrees: f64) -> Self {
        let PlacementShape::Rectangle { turn, .. } = self.shape(id) else {
            panic!("'{id}' is no rectangle")
        };
        assert!(
            (turn.degrees() - degrees).abs() < 0.011,
            "'{id}' is turned {turn:?}"
        );
        self
    }
    #[track_caller]
    pub fn corners(self, id: &str, expected: &[(f64, f64)]) -> Self {
        let shape = self.shape(id);
        let points = match &shape {
            PlacementShape::Area(outline) => outline.corners(),
            PlacementShape::Path { line, .. } => line.points(),
            PlacementShape::Rectangle { .. } => panic!("'{id}' has no corners"),
        };
        let found: Vec<_> = points.iter().map(|p| (p.x, p.y)).collect();
        let near =
            |(a, b): (&(f64, f64), &(f64, f64))| (a.0 - b.0).abs() < 0.002 && (a.1 - b.1).abs() < 0.002;
        assert!(
            found.len() == expected.len() && found.iter().zip(expected).all(near),
            "{found:?}"
        );
        self
    }
    #[track_caller]
    pub fn things(self, count: usize) -> Self {
        assert_eq!(self.editor.design().placements().len(), count);
        self
    }
    #[track_caller]
    pub fn selected(self, ids: &[&str]) -> Self {
        let chosen: Vec<_> = self.editor.selection().iter().map(PlacementId::as_str).collect();
        assert_eq!(chosen, ids);
        self
    }
    #[track_caller]
    pub fn steps(self, count: usize) -> Self {
        assert_eq!(self.editor.history().position(), count);
        self
    }
    #[track_caller]
    pub fn says(self, key: &str) -> Self {
        let keys = self.said();
        assert!(keys.contains(&key), "said {keys:?}");
        self
    }
    pub fn said(&self) -> Vec<&str> {
        let effects = self.effects.iter();
        let keys = effects.filter_map(|effect| match effect {
            Effect::Announce(message) | Effect::Tell(message) => Some(&*message.key),
            _ => None,
        });
        keys.collect()
    }
    #[track_caller]
    pub fn asks(self, effect: &Effect) -> Self {
        assert!(self.effects.contains(effect), "{:?}", self.effects);
        self
    }
    /// What must hold after every event.
    #[track_caller]
    fn sweep(&self, event: &str) {
        let design = self.editor.design();
        assert!(self.editor.is_sound(), "index and design part after {event}");
        let ids: HashSet<_> = design.placements().iter().map(|thing| &thing.id).collect();
        assert_eq!(ids.len(), design.placements().len(), "a name twice after {event}");
        for thing in design.placements() {
            assert!(passes_the_gate(&thing.shape), "{thing:?} after {event}");
        }
        let chosen: HashSet<_> = self.editor.selection().iter().collect();
        assert_eq!(
            chosen.len(),
            self.editor.selection().len(),
            "selected twice after {event}"
        );
        for id in chosen {
            assert!(ids.contains(id), "{id} is selected and not there after {event}");
        }
        let (read, repairs) = stored::read(&stored::write(design)).expect("it reads");
        assert!(
            repairs.is_empty() && read == **design,
            "stored round trip after {event}"
        );
        for effect in &self.effects {
            if let Effect::Announce(message) | Effect::Tell(message) = effect {
                for lang in Lang::ALL {
                    let text = say(lang, message);
                    assert!(text != message.key && !text.contains('{'), "{text} after {event}");
                }
            }
        }
        // The overlay can be asked for in every state.
        let overlay = self.editor.overlay();
        assert!(
            overlay
                .held
                .iter()
                .all(|lifted| passes_the_gate(&lifted.thing.shape)),
            "{event}"
        );
    }
}

/// Whether a shape would be read back as it is.
pub fn passes_the_gate(shape: &PlacementShape) -> bool {
    match shape {
        PlacementShape::Rectangle { at, size, .. } => {
            at.is_within_reach() && size.x >= 0.01 && size.y >= 0.01
        }
        PlacementShape::Area(outline) => {
            Outline::new(outline.corners().iter().copied()).is_ok_and(|o| o == *outline)
        }
        PlacementShape::Path { line, width } => {
            *width > 0.0 && Line::new(line.points().iter().copied()).is_some()
        }
    }
}

#[test]
fn the_driver_starts_at_rest() {
    TestEditor::with(&[plan::thing("p1", "pavilion", (10.0, 10.0))])
        .is_in("select.idle")
        .things(1)
        .steps(0)
        .selected(&[]);
}
