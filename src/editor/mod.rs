//! The machine a hand drives, with no browser: [`Editor::handle`] takes an [`Event`] and gives the
//! [`Effect`]s that the shell must perform.
//!
//! Knows everything below it and no pixel of any canvas: what is in the hand comes out as plain
//! data, the scene's [`Overlay`].

mod action;
mod availability;
mod beside;
mod board;
mod context;
mod corners;
mod cursor;
mod door;
mod edge;
mod effect;
mod event;
mod find;
mod fingers;
mod handles;
mod heard;
mod history;
mod hit;
mod key;
mod lengths;
mod looking;
mod marks;
mod perform;
mod reshape;
mod say;
mod set;
mod several;
mod slots;
mod snap;
mod stage;
mod stored_history;
mod table;
mod take_up;
mod tool;
mod unfinished;
mod walk;

pub use action::{Action, ActionGroup, ActionRow, Availability};
pub use beside::Beside;
pub use cursor::Cursor;
pub use effect::Effect;
pub use event::{Button, Event, Mods, Pointer, PointerKind, Property};
pub use find::Entry;
pub use history::{History, StepLabel};
pub use key::{Key, Shortcut};
pub use lengths::{Length, LengthOf};
pub use marks::{Marks, Spot};
pub use reshape::{Rectangle, rectangle_of};
pub use several::Toward;
pub use snap::SnapMode;
pub use table::ACTIONS;
pub use tool::Writing;
pub use unfinished::Unfinished;

use std::collections::HashSet;
use std::sync::Arc;

use crate::catalogue::{Group, Kind};
use crate::design::{Design, Placement, PlacementId, Wish};
use crate::geometry::{Bounds, ScreenVec, View, WorldPt};
use crate::project::Project;
use crate::scene::Overlay;
use crate::text::Message;

use board::Board;
use fingers::Fingers;
use several::Round;
use stage::{Asked, Stage};
use tool::Tool;

/// The editor: a design on its estate, and the hand at work on it.
#[derive(Clone, Debug)]
pub struct Editor {
    stage: Stage,
    tool: Tool,
    fingers: Fingers,
    /// The pointer that was last moved, for the time in which it rests at the plan's edge.
    moved: Option<Pointer>,
    /// What is carried has been away from the plan's edge.
    came_in: bool,
    /// The view is still the first one, so that a plan that gets its size late is fitted to it.
    fitted: bool,
}

impl Editor {
    /// Pixels left free around what a first view shows.
    const MARGIN: f64 = 24.0;

    /// An editor of a design, on a plan of a size in CSS pixels, showing the whole estate.
    pub fn new(project: Arc<Project>, design: Design, size: ScreenVec) -> Self {
        let view = View::new(WorldPt::default(), 1.0, size).fitted(project.estate.bounds(), Self::MARGIN);
        Self {
            stage: Stage {
                project,
                board: Board::new(design, History::default()),
                view,
                selection: Vec::new(),
                corner: None,
                lifted: std::collections::HashSet::new(),
                marks: Marks::default(),
                hidden_groups: Vec::new(),
                measured: None,
                draft: None,
                drawn: Vec::new(),
                snap: SnapMode::default(),
                suspended: false,
                entered: None,
                choosing: None,
                round: Round::default(),
                hidden: Arc::default(),
                pointed: None,
                run: None,
                run_before: None,
                asked: Asked::default(),
            },
            tool: Tool::default(),
            fingers: Fingers::default(),
            moved: None,
            came_in: true,
            fitted: true,
        }
    }

    /// The one door: takes what a hand, a key or a panel said, and gives what the shell must do.
    pub fn handle(&mut self, event: Event) -> Vec<Effect> {
        let before = self.tool_face();
        let snapped = self.snapped().cloned();
        let only_looks = event.only_looks();
        let by_name = matches!(event, Event::Key(..) | Event::Act(_));
        let tool = self.tool_now();
        self.stage.run_before = self.stage.run.take();
        self.take(event);
        if only_looks {
            self.stage.run = self.stage.run_before.take();
        }
        self.stage.asked.snapped = snapped.as_ref() != self.snapped();
        // Several are chosen by the select tool; another tool in the hand ends it.
        if !matches!(self.tool, Tool::Select(_)) {
            self.stage.choosing = None;
        }
        if by_name && tool != self.tool_now() {
            self.say_tool_taken();
        }
        let changed = before != self.tool_face();
        self.stage.asked.overlay |= changed;
        std::mem::take(&mut self.stage.asked).into_effects(changed)
    }

    /// Which tool is in the hand, and in which way it draws or measures.
    fn tool_now(&self) -> (std::mem::Discriminant<Tool>, Option<Action>) {
        (std::mem::discriminant(&self.tool), self.mode())
    }
    /// The estate, catalogue and budget.
    pub fn project(&self) -> &Arc<Project> {
        &self.stage.project
    }
    /// The design as it is; what is in the hand is not in it yet.
    pub fn design(&self) -> &Arc<Design> {
        self.stage.board.design()
    }
    /// The things to paint at rest: all but those in the hand and those hidden, first placed first.
    pub fn resting(&self) -> impl Iterator<Item = &Arc<Placement>> {
        let stage = &self.stage;
        let things = self.design().placements().iter();
        things.filter(|thing| !stage.lifted.contains(&thing.id) && !stage.hides(thing))
    }
    /// What this hand does not want to see now; it is in the design like the rest.
    pub fn hidden(&self) -> &Arc<std::collections::HashSet<PlacementId>> {
        &self.stage.hidden
    }
    /// Whether several things are being chosen by taps and by what is drawn round them.
    pub fn is_choosing(&self) -> bool {
        self.stage.choosing.is_some()
    }
    /// What is selected as text for the clipboard; none while nothing is.
    pub fn clip(&self) -> Option<String> {
        several::clip(&self.stage)
    }
    /// The kinds that all that is selected may become.
    pub fn other_kinds(&self) -> Vec<Arc<Kind>> {
        several::others(&self.stage)
    }
    /// Whether a thing is hidden from sight and hand.
    pub fn hides(&self, thing: &Placement) -> bool {
        self.stage.hides(thing)
    }
    /// The groups of the catalogue whose things are hidden.
    pub fn hidden_groups(&self) -> &[Group] {
        &self.stage.hidden_groups
    }
    /// The names of the things that are in the hand, and so not at rest.
    pub fn lifted(&self) -> &HashSet<PlacementId> {
        &self.stage.lifted
    }
    /// The things whose boxes meet a box, found by the index, in no particular order.
    pub fn things_in(&self, bounds: Bounds) -> impl Iterator<Item = &Arc<Placement>> {
        self.stage.board.in_box(bounds).map(|(thing, _)| thing)
    }
    /// The thing of that name, found without walking over the design.
    pub fn thing(&self, id: &PlacementId) -> Option<&Arc<Placement>> {
        self.stage.board.thing(id)
    }
    /// What is selected, in the order in which it was chosen.
    pub fn selection(&self) -> &[PlacementId] {
        &self.stage.selection
    }
    /// The chosen corner of the one thing selected.
    pub fn selected_corner(&self) -> Option<usize> {
        self.stage.corner
    }
    /// What part of the plan is seen.
    pub fn view(&self) -> View {
        self.stage.view
    }
    /// What part of the plan is seen, in a sentence.
    pub fn seen(&self) -> Message {
        say::seen(&self.stage)
    }
    /// What things snap to.
    pub fn snap_mode(&self) -> SnapMode {
        self.stage.snap
    }
    /// The lengths of the one thing selected that can be typed at it; none while a hand is at work.
    pub fn lengths(&self) -> Vec<Length> {
        if self.path_now() != "select.idle" {
            return Vec::new();
        }
        lengths::lengths(&self.stage)
    }
    /// What the thing or corner in the hand has snapped to, in words.
    pub fn snapped(&self) -> Option<&Message> {
        self.tool.snapped()
    }
    /// The tool and its state in words for tests and for the page: `select.dragging`.
    pub fn tool_path(&self) -> String {
        self.path_now().to_owned()
    }
    /// The kind that is about to be placed or drawn.
    pub fn picked_kind(&self) -> Option<&Arc<Kind>> {
        self.tool.kind()
    }
    /// Whether the kind that is placed stays in the hand after each placing.
    pub fn places_again(&self) -> bool {
        matches!(&self.tool, Tool::Place(place) if place.goes_again())
    }
    /// How the mouse should look.
    pub fn cursor(&self) -> Cursor {
        self.cursor_now()
    }
    /// What the hand can do now, in a sentence; none while nothing needs saying.
    pub fn hint(&self) -> Option<Message> {
        // Who draws with a finger has no Escape key under the hand.
        let by = match self.fingers.last_kind {
            Some(PointerKind::Touch) => "finger",
            _ => "other",
        };
        self.tool.hint(&self.stage).map(|hint| hint.with("by", by))
    }
    /// What lies over the resting plan; what the checks and the wishes add is left empty.
    pub fn overlay(&self) -> Overlay {
        let Marks {
            found,
            added,
            removed,
            ..
        } = self.stage.marks.clone();
        Overlay {
            found,
            added,
            removed,
            ..self.tool.overlay(&self.stage)
        }
    }
    /// What the hand would put into the design if it let go now, each in place of the thing of its
    /// name; empty while the hand rests, and when it holds more than so many things.
    pub fn in_hand(&self, most: usize) -> Vec<Arc<Placement>> {
        self.tool.in_hand(&self.stage, most)
    }
    /// How many points of an outline, a path or a measure are set.
    pub fn points_set(&self) -> usize {
        self.tool.points()
    }
    /// Whether the keys have moved a cross to where the next point would be.
    pub fn has_cross(&self) -> bool {
        self.tool.has_cross()
    }
    /// The action that chose the way in which the tool draws or measures.
    pub fn mode(&self) -> Option<Action> {
        match (&self.tool, self.is_choosing()) {
            (Tool::Select(_), true) => Some(self.stage.round.action()),
            (tool, _) => tool.mode_action(),
        }
    }
    /// The note that is being written.
    pub fn note(&self) -> Option<&Writing> {
        self.tool.note().and_then(|note| note.writing())
    }
    /// The places of the wishes whose pins are at rest.
    pub fn resting_pins(&self) -> impl Iterator<Item = WorldPt> {
        let lifted = self.tool.note().and_then(|note| note.lifted());
        let resting = move |wish: &&Arc<Wish>| Some(&wish.id) != lifted;
        let wishes = self.design().wishes().iter().filter(resting);
        wishes.filter_map(|wish| wish.at)
    }
    /// Undo and redo: the names of the steps and where the present is among them.
    pub fn history(&self) -> &History {
        self.stage.board.history()
    }
    /// Whether an action can be done now, and if not, why.
    pub fn can(&self, action: Action) -> Availability {
        (action.row().available)(self)
    }
    /// The action that a key press would do now; none leaves the key to the browser.
    pub fn action_of(&self, key: Key, mods: Mods) -> Option<Action> {
        // With a corner chosen, Delete means the corner, and never the whole thing instead.
        // What is locked says so, and the key does not mean something else instead. And while
        // something is drawn, Enter that cannot end it yet says why.
        let stays = |action: Action| match action {
            Action::RemoveCorner if self.stage.corner.is_some() => true,
            Action::Done if self.tool.points() > 0 => true,
            _ => self.can(action).reason() == Some("why-locked"),
        };
        ACTIONS
            .iter()
            .filter(|row| row.has_key(key, mods))
            .map(|row| row.action)
            .filter(|action| !table::is_of_clipboard(*action))
            .find(|action| stays(*action) || self.can(*action).is_yes())
    }
    /// Whether a finger is on the plan, so that another beside it is the second of two wherever it
    /// comes down.
    pub fn is_touched(&self) -> bool {
        self.fingers.last_kind == Some(PointerKind::Touch) && self.fingers.first().is_some()
    }
    /// Whether what is down moves the view: the hand tool, the middle button, two fingers.
    pub fn is_moving_view(&self) -> bool {
        self.fingers.undone(&self.stage.view).is_some()
    }
    /// Whether something is held at the plan's edge: then the shell sends an [`Event::Tick`] in each
    /// frame, and the plan moves.
    pub fn wants_ticks(&self) -> bool {
        self.pulled().is_some()
    }
    /// Whether a pressed hand holds something that goes with it.
    pub fn holds(&self) -> bool {
        self.tool.holds()
    }
    /// Whether a key press means something here, so that the browser should leave it.
    pub fn takes_key(&self, key: Key, mods: Mods) -> bool {
        key == Key::Space || self.action_of(key, mods).is_some()
    }
    /// Whether the index agrees with the design; tests ask after every event.
    pub fn is_sound(&self) -> bool {
        self.stage.board.is_sound() && self.selection().iter().all(|id| self.thing(id).is_some())
    }

    fn tool(&self) -> &Tool {
        &self.tool
    }
    fn stage(&self) -> &Stage {
        &self.stage
    }
}
