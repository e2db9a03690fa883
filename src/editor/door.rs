//! What each event does: sorted here to the fingers, the tool, the stage.

use std::sync::Arc;

use crate::catalogue::KindId;
use crate::design::{Design, PlacementId, WishId};
use crate::geometry::Bounds;
use crate::text::Message;

use super::board::Board;
use super::fingers::Pan;
use super::perform::perform;
use super::tool::{Input, Note, Place, Tool, Writing};
use super::{
    Action, Button, Cursor, Editor, Effect, Event, History, Key, Mods, Pointer, PointerKind, SnapMode,
    StepLabel, say, set, several,
};

/// What of the tool the page shows.
#[derive(PartialEq)]
pub(super) struct Face {
    path: &'static str,
    cursor: Cursor,
    hint: Option<Message>,
    picked: Option<KindId>,
    snaps: SnapMode,
    can: (bool, bool, bool),
    points: (usize, bool, bool),
    note: Option<Writing>,
}

impl Editor {
    pub(super) fn take(&mut self, event: Event) {
        let pin = self.lifted_pin();
        self.take_now(event);
        // A pin in the hand is not seen where it rested.
        self.stage.asked.objects |= pin != self.lifted_pin();
    }
    fn lifted_pin(&self) -> Option<WishId> {
        self.tool.note().and_then(|note| note.lifted()).cloned()
    }
    fn take_now(&mut self, event: Event) {
        match event {
            // A place that is no number is nowhere: the hand that says so is lost.
            Event::Down(Pointer { id, at, .. })
            | Event::Move(Pointer { id, at, .. })
            | Event::Up(Pointer { id, at, .. })
            | Event::DragFromPalette(_, Pointer { id, at, .. })
                if !at.is_finite() =>
            {
                self.lose(id);
            }
            Event::Double(Pointer { at, .. }) | Event::Menu(Pointer { at, .. }) if !at.is_finite() => {}
            Event::Resized(size) => self.resize(size),
            Event::Down(pointer) => self.down(pointer),
            Event::Move(pointer) => self.shift(pointer),
            Event::Up(pointer) => self.up(pointer),
            Event::Double(pointer) => {
                if self.fingers.may_draw() && pointer.button == Button::Primary {
                    let kind = self.fingers.last_kind.unwrap_or(pointer.kind);
                    self.give(Input::Double(Pointer { kind, ..pointer }));
                }
            }
            Event::PointerLost(id) => self.lose(id),
            Event::Wheel { at, by, zoom } => self.wheel(at, by, zoom),
            Event::Key(key, mods) => self.press(key, mods),
            Event::KeyUp(Key::Space) => self.fingers.space = false,
            Event::KeyUp(_) => {}
            Event::Act(action) => self.act(action, Mods::default()),
            Event::Pick(kind) => self.pick(&kind, None),
            Event::DragFromPalette(kind, pointer) => self.pick(&kind, Some(pointer)),
            Event::Select { ids, reveal } => self.choose(ids, reveal),
            Event::Set(property) => {
                self.put_back();
                set::set(&property, &mut self.stage);
            }
            Event::Apply(command, key) => {
                self.put_back();
                let label = StepLabel::new(key, 1, None);
                let said = label.message();
                if self.stage.commit(&command, label) {
                    self.stage.announce(said);
                }
            }
            Event::Visit(spot) => {
                self.lay_down();
                self.fitted = false;
                super::marks::visit(&spot, &mut self.stage);
            }
            Event::Mark(marks) => {
                let bounds = marks.bounds();
                self.stage.mark(*marks);
                if let Some(bounds) = bounds {
                    self.fitted = false;
                    self.stage.reveal(bounds);
                }
            }
            Event::Beside(asked) => {
                self.put_back();
                super::beside::place(&asked, &mut self.stage);
            }
            Event::GoTo(place) => {
                self.put_back();
                super::walk::go_to(place, &mut self.stage);
            }
            Event::Menu(pointer) => {
                self.put_back();
                self.fingers.spend();
                self.suspend();
                super::context::asked(&pointer, matches!(self.tool, Tool::Select(_)), &mut self.stage);
            }
            Event::Interrupted => self.interrupt(),
            Event::Draw(kind) => self.draw_kind(&kind),
            Event::Mend(kind, corners) => self.mend(&kind, corners),
            Event::Resume(from_before) => self.resume(from_before),
            Event::OpenNote(id) => self.open_note(&id),
            Event::WriteNote(text) => self.with_note(|note, stage| note.written(&text, stage)),
            Event::RemoveNote => self.with_note(Note::removed),
            Event::Snap(mode) => self.stage.snap_to(mode),
            Event::Paste(text) => {
                self.lay_down();
                if let Some(crossed) = several::paste(&text, &mut self.stage) {
                    self.mend(&crossed.kind, crossed.corners);
                }
            }
            Event::Row { .. } | Event::Replace(_) => {
                self.lay_down();
                several::take(&event, &mut self.stage);
            }
            Event::AimRow { count, gap } => self.aim_row(count, gap),
            Event::AimWish => self.aim_wish(),
            Event::Look(at, scale) => self.look(at, scale),
            Event::Tick(ms) => self.tick(ms),
            Event::HideGroups(groups) => {
                self.put_back();
                self.stage.hide_groups(groups);
            }
            Event::PinchTurns(turns) => self.fingers.turns = turns,
            Event::TurnView(degrees) => self.show(self.stage.view.turned_to(degrees)),
            Event::Load(design, history) => self.load(*design, *history),
        }
    }

    /// What of the tool the page shows; when it differs after an event, the page is told.
    pub(super) fn tool_face(&self) -> Face {
        Face {
            path: self.path_now(),
            cursor: self.cursor_now(),
            hint: self.tool.hint(&self.stage),
            note: self.tool.note().and_then(|note| note.writing()).cloned(),
            points: (
                self.tool.points(),
                self.tool.has_cross(),
                self.stage.measured.is_some(),
            ),
            picked: self.tool.kind().map(|kind| kind.id.clone()),
            snaps: self.stage.snap,
            can: (
                self.tool.can_cancel(),
                self.tool.can_place_here(),
                self.tool.can_finish().is_ok(),
            ),
        }
    }
    pub(super) fn path_now(&self) -> &'static str {
        match (self.fingers.pinch, self.fingers.pan, &self.tool) {
            (Some(_), ..) => "pan.pinching",
            (None, Some(_), _) => "pan.panning",
            (None, None, Tool::Select(state)) if self.stage.choosing.is_some() => state.path_choosing(),
            (None, None, tool) => tool.path(),
        }
    }
    pub(super) fn cursor_now(&self) -> Cursor {
        match (self.fingers.pan, self.fingers.space) {
            (Some(_), _) => Cursor::Grabbing,
            (None, true) => Cursor::Grab,
            (None, false) => self.tool.cursor(&self.stage),
        }
    }

    pub(super) fn give(&mut self, input: Input) {
        self.tool = std::mem::take(&mut self.tool).on(input, &mut self.stage);
    }

    /// Puts back what is in the hand, before something else happens.
    pub(super) fn put_back(&mut self) {
        if self.tool.is_gesture() {
            self.give(Input::PutBack);
        }
    }

    /// What is in the hand goes back, a view that was being moved stays where it is, and no finger
    /// is down: their ways up may never be told.
    pub(super) fn interrupt(&mut self) {
        self.put_back();
        self.fingers.let_go();
        self.suspend();
        self.stage.asked.overlay = true;
    }

    fn down(&mut self, pointer: Pointer) {
        // A pointer that goes down twice lost its way up.
        if self.fingers.is_down(pointer.id) {
            self.lose(pointer.id);
        }
        // While a pen writes, the hand that holds it rests on the glass.
        if pointer.kind == PointerKind::Touch && self.fingers.has_pen() {
            return;
        }
        if !self.stage.marks.stay {
            self.stage.mark(super::Marks::default());
        }
        if pointer.kind == PointerKind::Pen {
            self.fingers.is_pen(pointer.id);
        }
        let touch = pointer.kind == PointerKind::Touch;
        self.fingers.last_kind = Some(pointer.kind);
        let drags = self.tool.is_dragging(self.fingers.carries());
        if touch && drags && self.fingers.rest(pointer.id, pointer.at) {
            return self.suspend();
        }
        if self.fingers.press(pointer.id, pointer.at, touch, self.stage.view) {
            self.put_back();
            return;
        }
        if !self.fingers.may_draw() || self.tool.is_gesture() || self.fingers.pan.is_some() {
            return;
        }
        let hand = matches!(self.tool, Tool::Pan) || self.fingers.space;
        match pointer.button {
            Button::Secondary => {}
            Button::Primary if !hand => {
                self.take_pin_in_passing(pointer);
                self.give(Input::Down(pointer));
            }
            Button::Primary | Button::Middle => {
                self.fingers.pan = Some(Pan::start(pointer.id, pointer.at, self.stage.view));
            }
        }
    }

    fn shift(&mut self, pointer: Pointer) {
        let pressed = self.fingers.shift(pointer.id, pointer.at);
        if self.fingers.stirs(pointer.id, pointer.at, self.stage.view) {
            self.put_back();
            return self.suspend();
        }
        self.stage.pointed = (pointer.kind == PointerKind::Mouse).then_some(pointer.at);
        self.has_moved(pointer);
        if let Some(view) = self.fingers.pinched(&self.stage.view) {
            return self.show(view);
        }
        match self.fingers.pan {
            Some(pan) if pan.id == pointer.id => self.show(pan.view_at(&self.stage.view, pointer.at)),
            Some(_) => {}
            None if self.fingers.may_draw() && self.is_the_hand(pointer.id) => {
                self.give(Input::Move(pointer, pressed))
            }
            None => {}
        }
    }

    fn up(&mut self, pointer: Pointer) {
        let draws = self.fingers.may_draw() && self.fingers.pan.is_none() && self.is_the_hand(pointer.id);
        let pressed = self.fingers.lift(pointer.id, self.stage.view);
        self.suspend();
        if pressed && draws {
            self.give(Input::Up(pointer));
        }
    }

    /// Nothing snaps while a second finger rests on the plan.
    fn suspend(&mut self) {
        self.stage.suspended = self.fingers.rests();
    }

    fn lose(&mut self, id: i32) {
        let mine = self.is_the_hand(id);
        if let Some(pan) = self.fingers.pan.filter(|pan| pan.id == id) {
            self.show(pan.undone(&self.stage.view));
        }
        if self.fingers.lift(id, self.stage.view) && mine {
            self.put_back();
        }
        self.suspend();
    }

    /// Whether a pointer is the one that drives the tool: during a gesture only the one that
    /// began it.
    pub(super) fn is_the_hand(&self, id: i32) -> bool {
        !self.tool.is_gesture() || self.fingers.first() == Some(id)
    }

    fn press(&mut self, key: Key, mods: Mods) {
        if key == Key::Space {
            self.fingers.space = true;
            return;
        }
        match self.action_of(key, mods) {
            Some(action) => self.act(action, mods),
            None => self.say_why_not(key, mods),
        }
    }

    fn act(&mut self, action: Action, mods: Mods) {
        if action.row().shell {
            self.put_back();
            return self.stage.asked.said.push(Effect::Shell(action));
        }
        if action == Action::Cancel
            && let Some(before) = self.fingers.undone(&self.stage.view)
        {
            // What is down moves the view no more, and the tool stays as it is.
            self.fingers.spend();
            return self.show(before);
        }
        if self.tool.takes(action) {
            return self.give(Input::Act(action, mods));
        }
        if let Some(reason) = self.can(action).reason() {
            return self.stage.tell(Message::new(reason));
        }
        let looks = super::table::is_of_view(action);
        if !looks {
            self.put_back();
        }
        match action {
            Action::Done => several::done_choosing(&mut self.stage),
            Action::Cancel => several::put_back_choosing(&mut self.stage),
            Action::ChooseSeveral | Action::ChooseByRing | Action::ChooseByBox
                if !matches!(self.tool, Tool::Select(_)) =>
            {
                self.change_tool(Tool::default());
                perform(action, mods, &mut self.stage);
            }
            Action::ToolSelect => self.change_tool(Tool::default()),
            Action::ToolPan => self.change_tool(Tool::Pan),
            _ if self.take_up(action) => {}
            _ => {
                self.fitted &= !looks;
                perform(action, mods, &mut self.stage);
                self.fitted |= action == Action::Fit;
            }
        }
    }

    fn pick(&mut self, kind: &KindId, pointer: Option<Pointer>) {
        let Some(kind) = self.stage.project.catalogue.kind(kind).cloned() else {
            return self.stage.tell(Message::new("why-no-such-kind"));
        };
        self.lay_down();
        self.stage.select(Vec::new());
        let tool = match pointer {
            None => Place::picked(kind, &mut self.stage),
            Some(pointer) => {
                self.came_in = false;
                self.fingers.press(pointer.id, pointer.at, false, self.stage.view);
                Place::carried(kind, pointer, &mut self.stage)
            }
        };
        let said = say::picked(tool.kind());
        self.tool = Tool::Place(tool);
        self.stage.announce(said);
    }

    fn choose(&mut self, ids: Vec<PlacementId>, reveal: bool) {
        self.lay_down();
        let there: Vec<PlacementId> = ids
            .into_iter()
            .filter(|id| self.stage.board.thing(id).is_some())
            .collect();
        let mut chosen: Vec<PlacementId> = Vec::with_capacity(there.len());
        let mut seen = std::collections::HashSet::new();
        chosen.extend(there.into_iter().filter(|id| seen.insert(id.clone())));
        self.stage.select(chosen);
        let boxes = self
            .stage
            .selected_things()
            .into_iter()
            .map(|thing| thing.shape.bounds());
        if let (true, Some(bounds)) = (reveal, boxes.reduce(Bounds::joined)) {
            self.fitted = false;
            self.stage.reveal(bounds);
        }
    }

    fn load(&mut self, design: Design, history: History) {
        self.put_back();
        self.tool = Tool::default();
        self.stage.draft = None;
        self.stage.choosing = None;
        self.stage.hidden = Arc::default();
        self.stage.select(Vec::new());
        self.stage.board = Board::new(design, history);
        self.stage.design_changed();
    }
}
